"""Fetching ahead: how long a host is given."""

import io

import pytest

from summarize import read
from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import ahead, web
from summarize.read.ahead import Ahead, SpentError


class Slow:
    """A fetch that takes so many seconds by its own clock."""

    def __init__(self, seconds):
        self.seconds, self.now, self.asked = seconds, 0.0, []

    def clock(self):
        return self.now

    def __call__(self, url):
        self.asked.append(url)
        self.now += self.seconds
        return b"It held.", "text/plain", url


def test_a_host_has_its_time_and_nothing_is_begun_after_it():
    """Pages of 8 s each are fetched while less than 20 s are spent; what is left is not asked for."""
    fetch = Slow(8)
    urls = [f"https://herald.example/{n}" for n in range(5)]
    take = Ahead(urls, fetch, host_seconds=20, clock=fetch.clock).take
    assert [b"It held."] * 3 == [take(url)[0] for url in urls[:3]]
    for url in urls[3:]:
        with pytest.raises(SpentError):
            take(url)
    assert urls[:3] == fetch.asked


def test_what_a_feed_leads_to_and_there_is_no_time_for_is_one_line(monkeypatch):
    """Summaries stand for the pages that a slow site is not asked for, and their number is said once."""
    items = "".join(
        f"<item><title>Dam {n}</title><link>https://herald.example/{n}</link>"
        f"<description>The dam held on day {n}.</description></item>"
        for n in range(4)
    )
    raw = f'<rss version="2.0"><channel><title>Herald</title>{items}</channel></rss>'.encode()

    def fetch(_, url, *, allow_private):
        if url.endswith("feed"):
            return raw, "application/rss+xml", url
        return b"<p>The dam held, and the valley was dry all day long.</p>", "text/html", url

    monkeypatch.setattr(web.Client, "fetch", fetch)
    monkeypatch.setattr(ahead, "HOST_SECONDS", 0.0)  # spent by the first page
    *found, failure = read.sources(["https://herald.example/feed"])
    assert ["The dam held, and the valley was dry all day long."] + [
        f"The dam held on day {n}." for n in (1, 2, 3)
    ] == [each.text for each in found]
    assert "https://herald.example/feed" == failure.subject
    assert failure.error.startswith("3 of the 4 addresses it leads to were not asked for")


def test_what_is_named_is_fetched_however_long_it_takes(monkeypatch):
    """The limit is for what a source leads to, not for what the user asks for."""
    monkeypatch.setattr(
        web.Client, "fetch", lambda _, url, *, allow_private: (b"It held.", "text/plain", url)
    )
    monkeypatch.setattr(ahead, "HOST_SECONDS", 0.0)
    found = list(read.sources([f"https://herald.example/{n}" for n in range(4)]))
    assert 4 == len(found)
    assert all(isinstance(each, Document) for each in found)


def test_the_feeds_of_a_list_share_their_hosts_time(monkeypatch):
    """A site of many feeds is asked for as long as for many pages, and one line says what is left."""
    outlines = "".join(f'<outline xmlUrl="https://h.example/{n}"/>' for n in range(3))
    asked = []

    def fetch(_, url, *, allow_private):
        asked.append(url)
        raise ReadError(url, "is not there (404 Not Found)")

    monkeypatch.setattr(web.Client, "fetch", fetch)
    monkeypatch.setattr(ahead, "HOST_SECONDS", 0.0)
    listed = io.BytesIO(f'<opml version="2.0"><body>{outlines}</body></opml>'.encode())
    first, rest = read.sources(["-"], stdin=listed)
    assert ["https://h.example/0"] == asked
    assert Failure("https://h.example/0", "is not there (404 Not Found)") == first
    assert rest.error.startswith("2 of the 3 addresses it leads to were not asked for")
