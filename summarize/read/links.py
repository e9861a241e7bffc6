"""What a source only points at, and how it is followed.

A feed often holds less than the article, a list of feeds none of them. Their readers, which may run in
a process without a network, hand out links; whoever can fetch follows them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import Protocol

from summarize.errors import ReadError
from summarize.model import Document, Failure

FEED = "application/rss+xml"  # as which any feed is read, whatever its server calls it
# Pages fetched for one feed in one run: feeds of news hold 10 to 50 items, archives of blogs thousands, and
# they are one host's, which is asked for one after the other. Chosen by eye.
MOST_PAGES = 50
USED = "; its summary in the feed is used"


@dataclass(frozen=True)
class Link:
    """A page, or a feed, that a source names and does not hold.

    subject: the source. text: its summary of the page, or "". id: by which the source tells this page from
    others at every fetch, "" if it does not. The other fields are what the source says of the page or feed.
    They are preferred to what that says of itself, except for the title of a feed.
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
# Addresses, each once -> a fetch that takes each of them once, and may have begun with all.
Begin = Callable[[Sequence[str]], Fetch]


class Read(Protocol):
    """Bytes, what they are cited as, their Content-Type and where they were found -> what is in them."""

    def __call__(self, raw: bytes, uri: str, content_type: str, *, base: str = "") -> Iterable[Found]: ...


def follow(
    found: Iterable[Found],
    *,
    read: Read,
    fetch: Fetch | None,
    begin: Begin | None = None,
    pages: bool = True,
    headlines: bool = False,
) -> Iterator[Document | Failure]:
    """What was found, in order, each link replaced by what is behind it; one that fails costs only itself.

    fetch: None follows no link. A page that is not or cannot be fetched is replaced by its summary.
    begin: starts fetching several addresses at once; without it they are fetched one after the other.
    pages: follow links to pages as well; else only those to feeds, and the links of these. At most
    `MOST_PAGES` of one feed are followed, and a failure says how many are not.
    headlines: use the headline of a page that is not followed and has no summary.
    """
    if fetch is None:
        yield from _unfetched(found, headlines=headlines)
        return
    items = [
        summary(each, headlines=headlines) if isinstance(each, Link) and not (each.is_feed or pages) else each
        for each in _once(found)
    ]
    # All feeds first, then all pages of all of them: else a list would be as slow as its sites in sum.
    begun = begun_with((each.url for each in items if isinstance(each, Link) and each.is_feed), fetch, begin)
    opened = (
        _feed(each, read, begun) if isinstance(each, Link) and each.is_feed else [each] for each in items
    )
    items = list(_bounded(chain.from_iterable(opened)))
    begun = begun_with((each.url for each in items if isinstance(each, Link)), fetch, begin)
    for item in items:
        yield from _page(item, read, begun) if isinstance(item, Link) else [item]


def _unfetched(found: Iterable[Found], *, headlines: bool) -> Iterator[Document | Failure]:
    """Pages replaced by their summaries, and a line on how many feeds were not fetched."""
    unread: Counter[str] = Counter()
    for item in found:
        if not isinstance(item, Link):
            yield item
        elif item.is_feed:
            unread[item.subject] += 1
        else:
            yield summary(item, headlines=headlines)
    for subject, count in unread.items():
        yield Failure(subject, f"lists {count} feeds, which are fetched only where the list itself is named")


def _once(found: Iterable[Found]) -> Iterator[Found]:
    """What was found, each feed once: a feed reader's list has it in every folder it was put into."""
    seen = set[str]()
    for item in found:
        if isinstance(item, Link) and item.is_feed:
            if item.url in seen:
                continue
            seen.add(item.url)
        yield item


def begun_with(addresses: Iterable[str], fetch: Fetch, begin: Begin | None) -> Fetch:
    """A fetch that has begun with these addresses; one that is asked for twice is fetched again."""
    distinct = list(dict.fromkeys(addresses))
    if begin is None or not distinct:
        return fetch
    ahead, untaken = begin(distinct), set(distinct)

    def take(url: str) -> tuple[bytes, str, str]:
        if url not in untaken:
            return fetch(url)
        untaken.remove(url)
        return ahead(url)

    return take


def _bounded(found: Iterable[Found]) -> Iterator[Found]:
    """At most `MOST_PAGES` links of one feed; the others become summaries, and a line says so."""
    count, without = Counter[str](), Counter[str]()
    for item in found:
        if isinstance(item, Link):
            count[item.subject] += 1
            if count[item.subject] > MOST_PAGES:
                without[item.subject] += not item.text
                if item.text:
                    yield summary(item)
                continue
        yield item
    for subject, all_of_it in count.items():
        if (left := all_of_it - MOST_PAGES) > 0:
            stead = (
                "their summaries are used" if not without[subject] else f"{without[subject]} have no summary"
            )
            reason = f"names {all_of_it} pages; the first {MOST_PAGES} are fetched, {left} are not: {stead}"
            yield Failure(subject, reason)


def summary(link: Link, *, headlines: bool = False) -> Document | Failure:
    """What replaces a page: its summary in the source, else, with `headlines`, its headline."""
    if said := link.text or (headlines and link.title):
        return _described(Document.from_text(said, uri=link.url), link)
    only = "holds only a link: fetch the page, or save it and name the file"
    return Failure(link.url, f"an item of {link.subject} that {only}")


def behind(link: Link) -> str:
    """How the failure of a page behind an item begins; it ends in `USED` if the summary is used instead."""
    return f"the page behind this item of {link.subject}: "


def _page(link: Link, read: Read, fetch: Fetch) -> Iterator[Document | Failure]:
    try:
        page = _read_page(link, read, fetch)
    except ReadError as error:
        yield Failure(link.url, f"{behind(link)}{error.reason}{USED if link.text else ''}")
        if link.text:
            yield summary(link)
        return
    # A consent form or a wall has less to say than the summary.
    yield _described(page, link) if len(page.text) > len(link.text) else summary(link)


def _read_page(link: Link, read: Read, fetch: Fetch) -> Document:
    raw, content_type, final = _fetched(link, fetch)
    found = list(read(raw, link.url, content_type, base=final))
    if len(found) == 1 and isinstance(found[0], Document):
        return found[0]
    reasons = (item.error for item in found if isinstance(item, Failure))
    raise ReadError(link.url, next(reasons, "is not one page"))


def _feed(link: Link, read: Read, fetch: Fetch) -> Iterator[Found]:
    """What is in a listed feed; its items that are links stay so."""
    try:
        raw, content_type, final = _fetched(link, fetch)
    except ReadError as error:
        yield Failure(link.url, error.reason)
        return
    charset = content_type.partition(";")[2]
    for item in read(raw, link.url, f"{FEED};{charset}", base=final):
        if isinstance(item, Failure):
            yield item
        elif isinstance(item, Document) or not item.is_feed:  # a list in a feed's place leads no further
            yield replace(item, publisher=item.publisher or link.title)


def _fetched(link: Link, fetch: Fetch) -> tuple[bytes, str, str]:
    try:
        return fetch(link.url)
    except OSError as error:
        raise ReadError(link.url, f"could not be read: {error.strerror or error}") from error


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
