"""What a source only points at, and how it is followed.

A feed often holds less than the article, a list of feeds none of them. Their readers, which may run in
a process without a network, hand out links; whoever can fetch follows them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from summarize.errors import ReadError
from summarize.model import Document, Failure

FEED = "application/rss+xml"  # as which any feed is read, whatever its server calls it


@dataclass(frozen=True)
class Link:
    """A page, or a feed, that a source names and does not hold.

    subject: the source. text: what it has of the page, a summary or nothing. id: by which the source tells it
    from others at every fetch, "" where it does not. The rest is what it knows of the page, or of the feed;
    it goes before what those say of themselves, but for the title of a feed.
    """

    url: str
    subject: str
    is_feed: bool = False
    text: str = ""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: datetime | None = None
    language: str | None = None
    id: str = ""


Found = Document | Failure | Link
# A URL -> its bytes, its Content-Type header and the URL it ended at. Raises `ReadError`.
Fetch = Callable[[str], tuple[bytes, str, str]]
# Bytes, what they are cited as, and their Content-Type -> what is in them.
Read = Callable[[bytes, str, str], Iterable[Found]]


def follow(
    found: Iterable[Found], *, read: Read, fetch: Fetch | None, pages: bool = True
) -> Iterator[Document | Failure]:
    """What was found, each link replaced by what is behind it; one that fails costs only itself.

    Without a fetch, and where it fails, a page's summary stands for it. pages: whether links to pages are
    followed, too.
    """
    unread: Counter[str] = Counter()
    for item in found:
        if not isinstance(item, Link):
            yield item
        elif not item.is_feed:
            yield from _page(item, read, fetch) if fetch and pages else [_summary(item)]
        elif fetch:
            yield from _feed(item, read, fetch)
        else:
            unread[item.subject] += 1
    for subject, count in unread.items():
        yield Failure(subject, f"lists {count} feeds, which are fetched only where the list itself is named")


def _summary(link: Link) -> Document | Failure:
    if link.text:
        return _described(Document.from_text(link.text, uri=link.url), link)
    only = "holds only a link: fetch the page, or save it and name the file"
    return Failure(link.url, f"an item of {link.subject} that {only}")


def _page(link: Link, read: Read, fetch: Fetch) -> Iterator[Document | Failure]:
    try:
        page = _read_page(link, read, fetch)
    except ReadError as error:
        used = "; its summary in the feed is used" if link.text else ""
        yield Failure(link.url, f"the page behind this item of {link.subject} {error.reason}{used}")
        if link.text:
            yield _summary(link)
        return
    # A consent form or a wall has less to say than the summary.
    yield _described(page, link) if len(page.text) > len(link.text) else _summary(link)


def _read_page(link: Link, read: Read, fetch: Fetch) -> Document:
    raw, content_type = _fetched(link, fetch)
    found = list(read(raw, link.url, content_type))
    if len(found) == 1 and isinstance(found[0], Document):
        return found[0]
    reasons = (item.error for item in found if isinstance(item, Failure))
    raise ReadError(link.url, next(reasons, "is not one page"))


def _feed(link: Link, read: Read, fetch: Fetch) -> Iterator[Document | Failure]:
    try:
        raw, content_type = _fetched(link, fetch)
    except ReadError as error:
        yield Failure(link.url, error.reason)
        return
    charset = content_type.partition(";")[2]
    found = read(raw, link.url, f"{FEED};{charset}")
    named = (
        replace(item, publisher=item.publisher or link.title) if isinstance(item, Document | Link) else item
        for item in found
        if not (isinstance(item, Link) and item.is_feed)  # a list in a feed's place leads no further
    )
    yield from follow(named, read=read, fetch=fetch)


def _fetched(link: Link, fetch: Fetch) -> tuple[bytes, str]:
    try:
        raw, content_type, _ = fetch(link.url)
    except OSError as error:
        raise ReadError(link.url, f"could not be read: {error.strerror or error}") from error
    return raw, content_type


def _described(document: Document, link: Link) -> Document:
    return replace(
        document,
        id=link.id or document.id,
        title=link.title or document.title,
        publisher=link.publisher or document.publisher,
        author=link.author or document.author,
        published=link.published or document.published,
        language=link.language or document.language,
    )
