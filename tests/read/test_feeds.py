"""Feeds to documents. Feeds of every format, with what is to be found in them, are in tests/cases/feeds."""

import contextlib
import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import read
from summarize.errors import FeedError, ReadError
from summarize.model import Document, Failure
from summarize.read import feeds, formats, links

URL = "https://herald.example/feed"
FOLDER = Path(__file__).parents[1] / "cases" / "feeds"
CASES = [
    path
    for path in sorted(FOLDER.iterdir())
    if path.suffix in (".xml", ".rss", ".atom", ".rdf", ".json") and ".expected" not in path.name
]
NAMES = [path.stem for path in CASES]
LONG = "The dam above Nuria held through the night, the mayor said. " * 20


def rss(*items, before="", title="Herald"):
    channel = f"<title>{title}</title><link>https://herald.example/</link>{''.join(items)}"
    return f'<?xml version="1.0"?>{before}<rss version="2.0"><channel>{channel}</channel></rss>'.encode()


def item(number=1, **elements):
    known = {"title": f"Item {number}", "link": f"https://herald.example/{number}", "guid": f"urn:{number}"}
    parts = (
        f"<{name}>{content}</{name}>" for name, content in (known | elements).items() if content is not None
    )
    return f"<item>{''.join(parts)}</item>"


def json_feed(*items, **about):
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Herald", "items": items} | about
    ).encode()


def opened(raw, url, content_type, *, base=""):
    """The page behind a link, read in this process."""
    return formats.read(raw, url, content_type=content_type, base=base)


def followed(raw, *, fetch=None, url=URL):
    return links.follow(feeds.contents(feeds.parse(raw, url)), read=opened, fetch=fetch)


def made(raw, **how):
    return [each for each in followed(raw, **how) if isinstance(each, Document) or not each.passed_over]


def expected(path):
    return json.loads(path.with_name(path.stem + ".expected.json").read_text())


def plain(value):
    return value.isoformat() if isinstance(value, datetime) else value


def test_a_number_too_long_to_be_one_costs_only_its_field():
    """It is passed over, or an id by its digits; the other items are there."""
    raw = json_feed({"id": "LONG", "content_text": LONG, "size": "LONG"}, {"id": 2, "content_text": LONG})
    raw = raw.replace(b'"LONG"', b"9" * 5000)
    assert [LONG.strip()] * 2 == [each.text.strip() for each in made(raw)]


@pytest.mark.parametrize("path", CASES, ids=NAMES)
def test_a_feed_is_read(path):
    """Title, site, language and items are what the case beside the feed says."""
    feed, wanted = feeds.parse(path.read_bytes(), URL), expected(path)
    for name in wanted.keys() - {"items", "texts"}:
        found = getattr(feed, name)
        assert wanted[name] == (list(found) if isinstance(found, tuple) else found)
    assert len(wanted["items"]) == len(feed.items)
    for about, found in zip(wanted["items"], feed.items, strict=True):
        assert about == {name: plain(getattr(found, name)) for name in about}


@pytest.mark.parametrize("path", CASES, ids=NAMES)
def test_items_become_documents(path):
    """Each item is a document with its text, or a failure that says why not."""
    found = made(path.read_bytes())
    assert expected(path)["texts"] == [
        each.text if isinstance(each, Document) else ["failure", each.error] for each in found
    ]


@pytest.mark.parametrize("path", CASES, ids=NAMES)
def test_ids_are_distinct_and_last(path):
    """Every item has an id of its own, the same at every reading."""
    ids = [each.id for each in feeds.parse(path.read_bytes(), URL).items]
    assert len(ids) == len(set(ids))
    assert ids == [each.id for each in feeds.parse(path.read_bytes(), URL).items]


def test_a_document_carries_what_the_feed_knows():
    """Outlet, title, author, date, language and address come from feed and item."""
    [document] = made(
        rss(item(description=LONG, author="Ada Quill", pubDate="Tue, 04 Mar 2031 10:15:00 GMT"))
    )
    assert ("https://herald.example/1", "https://herald.example/1") == (document.uri, document.url)
    assert ("Herald", "Item 1", "Ada Quill") == (document.publisher, document.title, document.author)
    assert "2031-03-04T10:15:00+00:00" == document.published.isoformat()


def test_a_stub_does_not_stand_for_the_article_beside_it():
    """Some feeds have the text as the description, and "Read on." as the content."""
    text = "The dam above Nuria held through the night, the mayor said. The road is open again."
    feed = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Herald</title>'
        f"<item><title>Dam holds</title><description>{text}</description>"
        "<content:encoded>Read on.</content:encoded></item></channel></rss>"
    )
    [document] = made(feed.encode())
    assert text == document.text


def test_a_document_keeps_its_id_while_it_is_corrected():
    """By the feed's own word, in the feed's text and on the page; two sites may both have a first item."""
    [first] = made(rss(item(description=LONG)))
    [corrected] = made(rss(item(description=LONG + "Two gates stood open.")))
    page = b"<title>Dam</title><p>The dam above Nuria held through the night, though two of its gates stood open.</p>"
    [fetched] = made(rss(item(description="The dam held …")), fetch=lambda url: (page, "text/html", url))
    elsewhere = rss(item(description=LONG)).replace(b"<link>https://herald", b"<link>https://courier", 1)
    assert [first.id] * 2 == [corrected.id, fetched.id]
    assert first.id != made(elsewhere)[0].id


def test_items_that_share_a_page_are_cited_by_their_place():
    """Two parts of a live report: each is a document of its own, and its link leads to the report."""
    one, two = made(rss(item(1, link="https://herald.example/live#1", description="At nine the gate stuck."),
                        item(2, link="https://herald.example/live#2", description="At ten it opened.")))  # fmt: skip
    assert [f"{URL}#1", f"{URL}#2"] == [one.uri, two.uri]
    assert ["https://herald.example/live#1", "https://herald.example/live#2"] == [one.url, two.url]


@pytest.mark.parametrize(
    ("reason", "raw"),
    [
        ("is empty", b""),
        ("is empty", b" \n"),
        ("is text, not a feed", b"The dam held."),
        ("is no feed (looks like a PNG image)", b"\x89PNG\r\n\x1a\n....."),
        ("is XML, but no feed (its root is <svg>)", b'<?xml version="1.0"?><svg></svg>'),
        ("is a list of feeds (OPML), not a feed", b"<opml><body/></opml>"),
        ("holds no items", rss()),
        ("is no JSON: Expecting property name enclosed in double quotes at line 1", b"{"),
        ("is JSON nested too deeply", b'{"a":' * 100_000),
        ("is JSON, but no JSON Feed: its version is not https://jsonfeed.org/version/1.1", b"[]"),
        ("is JSON, but no JSON Feed: its version is not https://jsonfeed.org/version/1.1", b'{"version": 1e999, "items": []}'),
        ('is a JSON Feed without a list of "items"', b'{"version": "https://jsonfeed.org/version/1.1", "items": {}}'),
        ("is a web page, not a feed (feeds found on it: none)", b"<!doctype html><p>Please log in."),
        ("is nested deeper than 512 elements: refused", rss(item(description="<a>" * 513 + "</a>" * 513))),
        ("is nested deeper than 512 elements: refused", rss("<item>" * 513)),
    ],
)  # fmt: skip
def test_what_is_no_feed_says_so(reason, raw):
    """One line says what it is instead; nothing is expanded, fetched or parsed for minutes."""
    with pytest.raises(FeedError) as caught:
        made(raw)
    assert f"{URL}: {reason}" == str(caught.value)


def test_a_saved_page_in_a_feeds_place_names_its_feeds_as_it_has_them():
    """A file has no address that they could be counted from."""
    page = b"<!doctype html><link rel=alternate type=application/atom+xml href=/feed.xml><p>The dam held."
    with pytest.raises(FeedError, match=r"feeds found on it: /feed.xml\)"):
        feeds.parse(page, "saved.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY a "laugh"><!ENTITY b "&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/hostname">', '<!ENTITY b "<rss><item/>">',
     '<!ENTITY % p "x"> %p; <!ENTITY b "&#37;p;">', "<!ENTITY b '>'>"],
)  # fmt: skip
def test_a_feeds_own_entities_stand_for_nothing(encoding, declared):
    """No document type reaches a parser: nothing is expanded, opened or taken for the root."""
    raw = rss(item(title="Dam &b; held", description=LONG), before=f"<!DOCTYPE rss [{declared}]>")
    [document] = made(raw.decode().encode(encoding))
    assert ("Dam &b; held", LONG.strip()) == (document.title, document.text)


def test_a_page_names_the_feeds_found_on_it():
    """A feed's address that gives a page: the error says which feeds the page announces."""
    page = b"""<html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml">
        <link rel="alternate" type="application/atom+xml" href="https://herald.example/atom"></head></html>"""
    with pytest.raises(
        FeedError, match=r"feeds found on it: https://herald.example/rss.xml, https://herald.example/atom\)"
    ):
        feeds.parse(page, URL)


def test_unclosed_html_in_a_summary_is_no_nesting():
    """Line breaks and paragraphs that nobody closed, as old feeds have them by the thousand."""
    [document] = made(rss(item(description="The dam held.<br>" * 1000)))
    assert document.text.startswith("The dam held.")


@pytest.mark.parametrize("title", ["&#8203;", "&#xfeff; &#x2060;", ""])
def test_a_title_of_which_nothing_is_to_be_seen_is_none(title):
    """A headline is not left blank: the story is named after what its text says."""
    assert [None] == [each.title for each in made(rss(item(title=title, description=LONG)))]
    assert [True] == [isinstance(each, Failure) for each in made(rss(item(title=title, link=None)))]


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "", "https://",
     "https://[::1", "ftp://herald.example/1", "https://herald.example/" + "a" * 3000],
)  # fmt: skip
def test_only_web_addresses_are_links(link):
    """Any other link is dropped, and the item is cited by its place."""
    [document] = made(rss(item(link=link, description=LONG)))
    assert (f"{URL}#1", None) == (document.uri, document.url)


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://herald.example/a%20b", " https://herald.example/a b "),
        ("https://herald.example/", "https://user:secret@herald.example/"),
        ("https://herald.example/%22onmouseover=x", "https://herald.example/&quot;onmouseover=x"),
        ("https://herald.example/%E2%80%AEgnp", "https://herald.example/\u202egnp"),
        ("https://other.example/x", "//other.example/x"),
    ],
)
def test_links_are_made_safe(url, link):
    """Spaces, quotes and characters that reorder text are percent-encoded; passwords go."""
    [document] = made(rss(item(link=link, guid=None, description=LONG)))
    assert url == document.url


@pytest.mark.parametrize("dirt", ["\x1b[31m", "\x07", "\b", "\x9b2J", "&#27;", "&#xD83D;", "\ud83d"])
def test_controls_and_surrogates_stop_at_the_door(dirt):
    """No terminal sequence and no lone surrogate passes, written out or as a reference."""
    raw = rss(item(title=f"Dam {dirt} held", description=f"The dam {dirt} held.")) if dirt != "\ud83d" else (
        json_feed({"id": "1", "title": f"Dam {dirt} held", "content_text": f"The dam {dirt} held."})
    )  # fmt: skip
    [document] = made(raw)
    for found in (document.title, document.text):
        assert found.startswith(("Dam", "The dam"))
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in found)


def test_a_bytes_name_is_never_opened(tmp_path):
    """Bytes that spell the name of a file are a text, not that file."""
    (tmp_path / "feed.xml").write_bytes(rss(item(description=LONG)))
    with pytest.raises(FeedError, match="is text, not a feed"):
        feeds.parse(str(tmp_path / "feed.xml").encode(), URL)


def test_the_same_bytes_whatever_the_encoding():
    """UTF-16 without a mark, and Windows-1252 that calls itself UTF-8, are read."""
    feed = rss(item(title="Café “reopened”", description=LONG)).decode()
    for raw in (feed.encode("utf-16-le"), feed.encode("cp1252"), feed.encode("utf-8-sig")):
        assert "Café “reopened”" == feeds.parse(raw, URL).items[0].title


def pages(**found):
    """A fetch that knows some pages by the last part of their address, and what was asked of it."""
    asked = []

    def fetch(url):
        asked.append(url)
        page = found.get(url.rpartition("/")[2])
        if page is None:
            raise ReadError(url, "answered 404: it is gone")
        return page.encode(), "text/html; charset=utf-8", url

    return fetch, asked


def test_a_summary_makes_way_for_the_page_behind_it():
    """Where the feed has less than the article, the page is read; the feed's own title and outlet stay."""
    fetch, asked = pages(one=f"<html><title>Site</title><article><p>{LONG}</p></article>")
    [document] = made(rss(item(link="https://herald.example/one", description="The dam held.")), fetch=fetch)
    assert ["https://herald.example/one"] == asked
    assert LONG.strip() == document.text
    assert ("Item 1", "Herald", "https://herald.example/one") == (
        document.title,
        document.publisher,
        document.uri,
    )


@pytest.mark.parametrize("content", [LONG, LONG[:1000]])
def test_what_is_whole_is_not_fetched(content):
    """An article in the feed is enough."""
    fetch, asked = pages()
    [document] = made(rss(item(description=content)), fetch=fetch)
    assert [] == asked
    assert content.strip() == document.text


def test_full_content_that_breaks_off_is_a_summary():
    """Content that ends in dots goes on elsewhere."""
    fetch, _ = pages(one=f"<p>{LONG}</p>")
    raw = json_feed({"id": "1", "url": "https://herald.example/one", "content_text": "The dam held […]"})
    [document] = made(raw, fetch=fetch)
    assert LONG.strip() == document.text


def test_a_page_that_fails_leaves_the_summary_and_says_so():
    """The summary is used and the failure is told; without a summary there is only the failure."""
    fetch, _ = pages()
    failed, document, lost = made(rss(item(1, description="The dam held."), item(2)), fetch=fetch)
    assert "The dam held." == document.text
    reason = f"the page behind this item of {URL}: answered 404: it is gone"
    assert Failure("https://herald.example/1", f"{reason}; its summary in the feed is used") == failed
    assert Failure("https://herald.example/2", reason) == lost


def test_a_page_shorter_than_the_summary_is_not_used():
    """A consent screen behind the link does not displace what the feed says."""
    fetch, _ = pages(one="<p>Accept our cookies please.</p>")
    [document] = made(
        rss(
            item(link="https://herald.example/one", description="The dam held, and nobody was hurt below it.")
        ),
        fetch=fetch,
    )
    assert document.text.startswith("The dam held")


@pytest.mark.parametrize(
    ("suffix", "content_type"),
    [(".rss", ""), (".xml", ""), ("", ""), ("", "application/rss+xml"), ("", "text/xml"), ("", "text/html"), (".html", "text/plain"),
     (".php", "application/octet-stream")],
)  # fmt: skip
def test_a_feed_is_known_by_suffix_type_or_content(suffix, content_type):
    """Servers call feeds many things, standard input calls them nothing."""
    found = list(formats.read(rss(item(description=LONG)), URL, suffix=suffix, content_type=content_type))
    assert ["https://herald.example/1"] == [each.uri for each in found]


@pytest.mark.parametrize("content_type", ["application/json", "application/feed+json", "text/plain", ""])
def test_a_json_feed_is_told_from_records(content_type):
    """By its version, wherever that stands in it."""
    raw = json_feed({"id": "1", "content_text": "The dam held."})
    [document] = formats.read(raw, URL, content_type=content_type)
    assert ("The dam held.", f"{URL}#1") == (document.text, document.uri)


def test_a_page_in_a_feeds_place_is_no_article():
    """A login page at a feed's address is refused rather than quoted."""
    with pytest.raises(FeedError, match="is a web page, not a feed"):
        list(
            formats.read(b"<html><p>Please log in.</p></html>", URL, suffix=".xml", content_type="text/html")
        )


def test_feeds_in_a_folder_are_found(tmp_path, monkeypatch):
    """A walk reads feeds beside pages and texts, and cites what has no link by its place."""
    monkeypatch.chdir(tmp_path)
    Path("a.rss").write_bytes(rss(item(description=LONG)))
    Path("b.xml").write_bytes(rss(item(2, link=None, guid=None, description="It rained.")))
    Path("c.json").write_bytes(
        json_feed({"id": "3", "url": "https://herald.example/3", "content_text": "Nobody left."})
    )
    Path("d.txt").write_text("The bridge is shut.")
    assert ["https://herald.example/1", "b.xml#1", "https://herald.example/3", "d.txt"] == [
        each.uri.removeprefix("./") for each in read.sources(["."])
    ]
    assert ["It rained."] == [each.text for each in read.sources(["b.xml#1"])]


@settings(max_examples=200)
@given(st.data())
def test_no_bytes_break_it(data):
    """Any bytes, and any damage to a good feed, give a feed or one `FeedError`."""
    base = bytearray(data.draw(st.sampled_from([path.read_bytes() for path in CASES])))
    for _ in range(data.draw(st.integers(0, 8))):
        at = data.draw(st.integers(0, len(base)))
        base[at : at + data.draw(st.integers(0, 30))] = data.draw(
            st.binary(max_size=8) | st.sampled_from([b"<", b"]]>", b"&#0;", b"<!--", b'"', b"\xff"])
        )
    with contextlib.suppress(FeedError):
        found = made(bytes(base))
        assert all(each.text.encode() if isinstance(each, Document) else each.error for each in found)


def test_what_is_wrong_with_a_feed_is_one_line_beside_its_items():
    """What could be read is used, so the line is no failure: it changes no exit status."""
    raw = rss(item(description=LONG), item(description=LONG)).replace(b"</channel>", b"</chanel>")
    note, *documents = followed(raw)
    assert [LONG.strip()] == [each.text for each in documents]
    assert note.passed_over
    assert "is not well-formed (" in note.error
    assert note.error.endswith("; 1 of its items repeat or update others")


@pytest.mark.parametrize("feed", [rss(item(link="../two", description=LONG)), json_feed({"id": "1", "url": "../two", "content_text": LONG})])  # fmt: skip
def test_relative_links_count_from_where_a_redirect_ended(feed):
    """The feed keeps the name it was asked by; its links are those of the place it was found at."""

    def fetch(url):
        return feed, "application/feed+json" if feed[:1] == b"{" else "text/xml", "https://new.example/a/feed"

    [found] = read.sources(["https://old.example/feed"], fetch=fetch)
    assert "https://new.example/two" == found.url


def test_pages_of_one_feed_are_bounded(monkeypatch):
    """So many are fetched; of the others summaries are used, and what is left is said."""
    monkeypatch.setattr(links, "MOST_PAGES", 2)
    raw = rss(
        *(item(number, link=f"https://herald.example/p{number}") for number in range(1, 4)),
        item(4, description="It held."),
    )
    fetch, asked = pages(p1=f"<p>{LONG}</p>", p2=f"<p>One. {LONG}</p>", p3="<p>Never.</p>")
    *documents, failure = made(raw, fetch=fetch)
    assert ["https://herald.example/p1", "https://herald.example/p2"] == asked
    assert 3 == len(documents)
    assert Failure(URL, "names 4 pages; the first 2 are fetched, 2 are not: 1 have no summary") == failure
