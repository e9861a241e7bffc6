"""Feeds to documents: RSS, Atom and JSON Feed.

`parse` tells what kind of feed some bytes are and reads it; `contents` makes a document of each item that
holds its article, and a link of each that does not. Ill-formed feeds give what can be had; a page served in
a feed's place says so and names the feeds found on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from summarize.errors import FeedError
from summarize.model import Document, Failure, sha256
from summarize.read import discovery, encoding, feed_json, feed_xml, hrefs, xml
from summarize.read.entries import Feed, Item
from summarize.read.links import Found, Link

__all__ = ["Feed", "Item", "contents", "is_feed", "parse", "root"]

# Characters from which a text that may be a summary is taken for the article, fetch or no fetch. Summaries of
# news are 100 to 400, the shortest reports 1,000; chosen by eye.
ARTICLE = 800
# How a text ends that goes on elsewhere.
CUT = ("…", "...", "[…]", "[...]", "[&hellip;]")
BEGINNING = 4096  # bytes in which a root element is looked for; feeds have it in the first 200
MOST_NAMED = 3  # feeds, in an error
EMPTY = "holds no items"


def root(raw: bytes) -> str:
    """The root element that bytes begin with, lower case and without prefix; "" if they are no XML."""
    try:
        source = xml.look(raw[:BEGINNING])
    except ValueError:  # the parser will say what is wrong
        return ""
    return source.root if source else ""


def is_feed(raw: bytes) -> bool:
    """Whether bytes begin like a feed or a list of feeds; JSON is not looked at."""
    return root(raw) in (*feed_xml.ROOTS, "opml")


def parse(raw: bytes, url: str, *, charset: str | None = None, base: str = "") -> Feed:
    """The feed in some bytes. url: what it is called. base: where its relative links count from, url if "".

    Raises `FeedError` where there is no feed: nothing at all, a web page, another kind of file.
    """
    if not raw.strip():
        raise FeedError(url, "is empty")
    if kind := encoding.binary_kind(raw):
        raise FeedError(url, f"is no feed (looks like {kind})")
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return feed_json.read(raw, url, charset=charset, base=base)
    try:
        source = xml.look(raw, charset=charset)
    except ValueError as error:
        raise FeedError(url, str(error)) from error
    if source is None:
        raise FeedError(url, "is text, not a feed")
    if source.root in feed_xml.ROOTS:
        return feed_xml.parse(source, url, base=base)
    raise FeedError(url, _other(source, base or url))


def _other(source: xml.Source, url: str) -> str:
    """What it is that is no feed, and what to do about it."""
    if source.root == "opml":
        return "is a list of feeds (OPML), not a feed"
    if source.root not in ("html", "head", "body"):
        return f"is XML, but no feed (its root is <{source.root}>)"
    found = discovery.feeds(source.text, url)
    named = ", ".join(found[:MOST_NAMED]) + (", …" if len(found) > MOST_NAMED else "")
    return f"is a web page, not a feed (feeds found on it: {named or 'none'})"


def contents(feed: Feed) -> Iterator[Found]:
    """Each item of a feed, in its order, as a document, or a link where the feed has less than the article.

    Raises `FeedError` for a feed without items.
    """
    if not feed.items:
        raise FeedError(feed.url, "; ".join((EMPTY, *feed.notes)))
    if feed.cut:
        yield Failure(feed.url, "ends in the middle: only the items before the cut are read")
    elif feed.notes:
        yield Failure(feed.url, "; ".join(feed.notes), passed_over=True)
    shared = Counter(hrefs.key(item.url) for item in feed.items if item.url)
    for number, item in enumerate(feed.items, start=1):
        # Several items may lead to one page (a live report), and then its address names none of them.
        alone = item.url is not None and shared[hrefs.key(item.url)] == 1
        yield _content(feed, item, f"{feed.url}#{number}", item.url if alone else None)


def _content(feed: Feed, item: Item, place: str, address: str | None) -> Found:
    """address: the item's own, by which it is cited; else it is cited by its place in the feed."""
    body = item.body
    about: dict[str, Any] = {
        "title": item.title,
        "publisher": feed.title,
        "author": item.author,
        "published": item.published,
        "language": item.language or feed.language,
        # By the feed's own word, which stays when the text is corrected; "1" is many feeds' first item.
        "id": sha256(f"{feed.site or feed.url}\0{item.id}")[:16],
    }
    if address and not _is_article(item, body):
        return Link(address, feed.url, text=body, **about)
    said = body or item.title  # some feeds are headlines and nothing else
    if not said:
        return Failure(place, f"an item of {feed.url} that holds no text")
    # Without a link of its own an item can be opened nowhere, its feed's address notwithstanding.
    document = Document.from_text(said, uri=address or place, **about)
    return replace(document, url=item.url)


def _is_article(item: Item, body: str) -> bool:
    whole = item.whole and not body.endswith(CUT)
    return bool(body) and (whole or len(body) >= ARTICLE)
