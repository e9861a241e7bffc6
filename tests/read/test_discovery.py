"""What a page says of itself to machines."""

import pytest

from summarize.read import discovery, html

URL = "https://herald.example/news/dam"


def page(*links):
    return f"<html><head><title>x</title>{''.join(links)}</head><body><p>The dam held.</p></body></html>"


def feed(href, kind="application/rss+xml", rel="alternate"):
    return f'<link rel="{rel}" type="{kind}" href="{href}">'


@pytest.mark.parametrize(
    ("found", "links"),
    [
        (["https://herald.example/rss"], [feed("/rss")]),
        (["https://herald.example/news/rss"], [feed("rss")]),
        (["https://cdn.example/a", "https://cdn.example/b"], [feed("//cdn.example/a", "application/atom+xml"), feed("https://cdn.example/b", "application/feed+json")]),
        (["https://other.example/rss"], ['<base href="https://other.example/">', feed("rss")]),
        (["https://herald.example/rss"], ["<LINK HREF='/rss' TYPE='Application/RSS+XML; charset=utf-8' REL='Alternate Home'/>"]),
        (["https://herald.example/?a=1&b=2"], [feed("/?a=1&amp;b=2")]),
        (["https://herald.example/rss"], [feed("/rss"), feed("https://herald.example/rss")]),
        ([], [feed("/style", "text/css", "stylesheet"), feed("/en", "text/html"), feed("/rss", rel="nofollow")]),
        ([], [feed("javascript:alert(1)"), feed("data:application/rss+xml,x"), feed("")]),
        ([], ["<!--", feed("/rss"), "-->"]),
        ([], ["<script>", feed("/rss"), "</script>"]),
    ],
)  # fmt: skip
def test_the_feeds_a_page_announces(found, links):
    """Absolute addresses in the page's order, each once; what scripts and comments hold is no link."""
    assert found == list(discovery.feeds(page(*links), URL))


@pytest.mark.parametrize(
    ("found", "links"),
    [
        (["/a", "rss.xml", "https://herald.example/b"], [feed("/a"), feed("rss.xml"), feed("https://herald.example/b")]),
        (["https://herald.example/a"], [feed("/a"), '<link rel="canonical" href="https://herald.example/dam">']),
        (["https://cdn.example/a"], ['<base href="https://cdn.example/x">', feed("/a")]),
        ([], [feed("javascript:alert(1)"), feed("//"), feed(" file:///etc/passwd"), feed("")]),
    ],
)  # fmt: skip
def test_relative_feeds_of_a_saved_page(found, links):
    """They are where the page says that it stands; if it does not say, they are given as they are written."""
    assert found == list(discovery.feeds(page(*links), "saved.html"))


CANONICAL = '<link rel="canonical" href="{}">'
OG = '<meta property="og:url" content="{}">'


@pytest.mark.parametrize(
    ("address", "uri", "links"),
    [
        ("https://herald.example/dam", "saved.html", [CANONICAL.format("https://herald.example/dam")]),
        ("https://herald.example/dam", "saved.html", [OG.format("https://herald.example/dam")]),
        ("https://herald.example/a", "saved.html", [OG.format("https://herald.example/b"), CANONICAL.format("https://herald.example/a")]),
        (None, "saved.html", []),
        (None, "saved.html", [CANONICAL.format("/dam")]),
        (None, "saved.html", [CANONICAL.format("https://herald.example/")]),
        (None, "saved.html", [CANONICAL.format("javascript:alert(1)")]),
        (URL, URL, []),
        ("https://herald.example/dam", URL, [CANONICAL.format("/dam")]),
        ("https://www.herald.example/dam", URL, [CANONICAL.format("https://www.herald.example/dam")]),
        (URL, URL, [CANONICAL.format("https://evil.example/dam")]),
        (URL, URL, [CANONICAL.format("https://herald.example")]),
    ],
)  # fmt: skip
def test_where_a_page_can_be_opened(address, uri, links):
    """As it says itself; a page that was fetched is believed about its own site only, no page about a front page."""
    assert address == html.parse(page(*links), uri).url


@pytest.mark.parametrize(
    ("address", "links"),
    [
        ("https://herald.example/dam", [CANONICAL.format("https://herald.example/dam")]),
        ("https://herald.example/news/a", [CANONICAL.format("a")]),
        ("https://short.example/x", [CANONICAL.format("https://short.example/y")]),
        ("https://short.example/x", []),
    ],
)
def test_a_page_that_was_fetched_elsewhere_is_believed_about_where_it_was_found(address, links):
    """Behind a short link the site of the page is the one it leads to; else the link is what was given."""
    assert address == html.parse(page(*links), "https://short.example/x", URL).url


def test_any_page_can_be_asked():
    """A hundred thousand unfinished tags, comments and attributes cost a moment."""
    for piece in ("<link ", "<!-- ", "<script>", '<link href="', "<link a='", "<meta property=og:url "):
        assert () == discovery.feeds(piece * 100_000, URL)
