"""Lists of feeds."""

import io
import threading

import pytest

from summarize import read
from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import opml, web
from summarize.read.opml import Subscription

LIST = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>What Ada\x27s following</title></head><body>
<outline text="News"><outline text="Valley">
  <outline type="rss" text="Herald" title="Brennock Herald" xmlUrl="https://herald.example/feed" htmlUrl="https://herald.example/"/>
</outline>
<outline text="Meridian" xmlurl="feed://meridian.example/rss"/></outline>
<outline text="Again" xmlUrl="HTTPS://Herald.example/feed#x"/>
<outline text="Local" xmlUrl="file:///etc/passwd"/>
<outline text="Just a note"/>
</body></opml>"""
FEED = b"""<rss version="2.0"><channel><title>Herald</title><item><title>Dam</title><link>https://herald.example/1</link>
<description>The dam held.</description></item></channel></rss>"""


def test_a_list_of_feeds():
    """Each feed once, in order, with its title, site and folders; what is no web address is noted."""
    found = opml.parse(LIST, "list.opml")
    assert "What Ada's following" == found.title
    assert (
        Subscription(
            "Brennock Herald", "https://herald.example/feed", "https://herald.example/", ("News", "Valley")
        ),
        Subscription("Meridian", "http://meridian.example/rss", None, ("News",)),
    ) == found.feeds
    assert ("Local: not an http(s) address: 'file:///etc/passwd'",) == found.notes


@pytest.mark.parametrize(
    ("reason", "raw"),
    [
        ("is no list of feeds (OPML)", b"The dam held."),
        ("is no list of feeds (OPML)", FEED),
        ("is a list of feeds (OPML) without feeds", b"<opml><body><outline text='x'/></body></opml>"),
        ("is a list of feeds (OPML) without feeds; x: not an http(s) address: 'ftp://a'", b"<opml><outline text='x' xmlUrl='ftp://a'/></opml>"),
        ("is nested deeper than 512 elements: refused", b"<opml>" + b"<outline>" * 600),
    ],
)  # fmt: skip
def test_what_is_no_list_says_so(reason, raw):
    """One line with the reason; nothing outside the file is looked at."""
    with pytest.raises(ReadError) as caught:
        opml.parse(raw, "list.opml")
    assert f"list.opml: {reason}" == str(caught.value)


def test_a_damaged_list_gives_what_can_be_had():
    """Cut off and with a bare ampersand, the feeds before the cut are there."""
    found = opml.parse(LIST.replace(b"Valley", b"Valley & hills")[:-120], "list.opml")
    assert ["https://herald.example/feed", "http://meridian.example/rss"] == [
        each.url for each in found.feeds
    ]


@pytest.mark.parametrize(
    ("uri", "base"),
    [("https://b.example/lists/a.opml", ""), ("https://a.example/", "https://b.example/lists/a.opml")],
)
def test_addresses_without_a_host_are_of_the_site_the_list_came_from(uri, base):
    """A list served over http may name feeds relative to itself, wherever a redirect led to."""
    raw = b"<opml><outline xmlUrl='/deep/feed.xml' htmlUrl='..'/><outline xmlUrl='near.xml'/></opml>"
    assert (
        Subscription("", "https://b.example/deep/feed.xml", "https://b.example/"),
        Subscription("", "https://b.example/lists/near.xml"),
    ) == opml.parse(raw, uri, base=base).feeds


def test_a_list_is_read_through_fetch(tmp_path):
    """Every feed on it is fetched; one that fails costs only itself, and what is no feed is told."""
    (tmp_path / "list.opml").write_bytes(LIST)

    def fetch(url):
        if url == "https://herald.example/feed":
            return FEED, "application/rss+xml", url
        raise ReadError(url, "timed out after 30 s")

    note, _, document, failure = read.sources([tmp_path / "list.opml"], fetch=fetch)
    assert "Local: not an http(s) address: 'file:///etc/passwd'" == note.error
    assert ("The dam held.", "Herald") == (document.text, document.publisher)
    assert Failure("http://meridian.example/rss", "timed out after 30 s") == failure


def test_a_feed_in_two_folders_of_a_list_is_read_once(tmp_path):
    """As feed readers write it; what fails of it is said once, too."""
    outline = '<outline type="rss" xmlUrl="https://gone.example/feed.xml"/>'
    (tmp_path / "list.opml").write_text(
        f"<opml><body><outline text='News'>{outline}</outline><outline text='All'>{outline}</outline></body></opml>"
    )
    asked = []

    def fetch(url):
        asked.append(url)
        raise ReadError(url, "is gone")

    failures = list(read.sources([tmp_path / "list.opml"], fetch=fetch))
    assert ["https://gone.example/feed.xml"] == asked == [each.subject for each in failures]


def test_without_fetch_a_list_says_what_it_lists(tmp_path):
    """The number of feeds, and that they must be fetched."""
    (tmp_path / "list.opml").write_bytes(LIST)
    found = list(read.sources([tmp_path]))
    assert not any(isinstance(each, Document) for each in found)
    assert "lists 2 feeds, which are fetched only where the list itself is named" == found[-1].error


def test_feeds_of_a_list_and_their_pages_are_fetched_at_once_and_read_in_order(monkeypatch):
    """Each site is waited for beside the others; who answers first changes nothing."""
    outlines = "".join(f'<outline xmlUrl="http://h{n}.example/feed"/>' for n in range(4))
    meet = {name: threading.Barrier(4, timeout=20) for name in ("feed", "page")}

    def fetch(_, url, *, allow_private):
        host, name = url.split("/")[2:]
        meet[name].wait()
        link = f"<item><title>T</title><link>http://{host}/page</link></item>"
        feed = f'<rss version="2.0"><channel><title>{host}</title>{link}</channel></rss>'
        return (feed if name == "feed" else f"<p>The dam of {host} held.</p>").encode(), "text/html", url

    monkeypatch.setattr(web.Client, "fetch", fetch)
    listed = f'<opml version="2.0"><body>{outlines}</body></opml>'
    found = list(read.sources(["-"], stdin=io.BytesIO(listed.encode())))
    assert [f"http://h{n}.example/page" for n in range(4)] == [each.uri for each in found]
    assert ["The dam of h0.example held."] == [each.text for each in found[:1]]
