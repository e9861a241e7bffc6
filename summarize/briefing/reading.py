"""One source on its way: what it answered, what in it is new, and the pages that are behind that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from summarize.briefing.config import Source
from summarize.briefing.items import fingerprint
from summarize.briefing.memory import Known
from summarize.errors import FetchError
from summarize.model import Document, Failure, sha256
from summarize.paper import Unread
from summarize.read import links, urls, walk
from summarize.read.links import Link
from summarize.read.safely import Parser
from summarize.read.web import Fetched
from summarize.text import clean

# Characters; a longer text has a sentence that may be quoted: of 660 articles of the development set 18
# have none, 1,732 characters the longest.
MUTE = 2000
_AHEAD = timedelta(days=1)  # the largest a zone can be wrong by, and more
PATIENCE = timedelta(days=1)  # with a page that cannot be had: then its headline has to do


@dataclass
class Reading:
    """One source on its way.

    awaited: pages that are not there yet. lists: None until it has answered. edited: ids of items that say
    something else now and are known by more than a summary. begun: whether its turn to be asked has come.
    """

    source: Source
    known: Known
    url: str = ""
    fetched: Fetched | None = None
    lists: list[Document | Link] | None = None
    remembered: dict[str, str] = field(default_factory=dict)
    edited: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    awaited: set[str] = field(default_factory=set)
    pages: dict[str, Fetched | FetchError] = field(default_factory=dict)
    begun: bool = False
    done: bool = False

    @property
    def is_new(self) -> bool:
        return self.known.read_at is None

    @property
    def place(self) -> str:
        """What it is called where it has no name: without a password."""
        return urls.shown(self.source.place) if self.source.url else self.source.place

    @property
    def moved_to(self) -> str | None:
        """Where it says that it has moved; at its new home it says so no more."""
        if self.fetched is None:
            return None
        at_new_home = self.url != self.source.place
        return self.fetched.moved_permanently_to or (self.url if at_new_home else None)

    def unread(self, reason: str, failures: int, now: datetime) -> Unread:
        """It, as a paper lists what could not be read. now: in the reader's zone."""
        read_at = self.known.read_at and self.known.read_at.astimezone(now.tzinfo)
        return Unread(self.source.name or self.place, self.place, reason, failures, read_at)

    def partly_unread(self, now: datetime) -> Unread:
        """It, as a paper lists what was read but for some of its texts."""
        return replace(self.unread(self.missing, 1, now), last_read=now, partly=True)

    @property
    def missing(self) -> str:
        """What of it was not read, where the rest was: the first, and how many more."""
        more = f" (and {len(self.reasons) - 1} more)" if len(self.reasons) > 1 else ""
        return self.reasons[0] + more if self.reasons else ""

    def said(self, failure: Failure) -> str:
        """Why a text of it was not read, and which that is."""
        return failure.error if failure.subject == self.place else f"{failure.subject}: {failure.error}"

    def may_be_private(self, url: str) -> bool:
        """Whether a page of it may be outside the public internet: if it may itself, and on its own host."""
        return self.source.allow_private and urls.host(url) == urls.host(self.url)

    def read_pages(self, parser: Parser, now: datetime) -> tuple[list[Document], dict[str, str], int]:
        """The documents of its new items, the marks of these by id, and how many items gave none.

        A page that is not there, or has less to say, is stood for by its summary; but where more is
        known of an item, by that, until the page is there. Without a summary it is asked for again for a day.
        Where nothing may be quoted, as of captions, the headline has to do.
        """
        documents, marks, lost = list[Document](), dict[str, str](), 0
        for item in self.lists or ():
            name, mark = identity(item)
            had = self._documents(item, parser, now, known=name in self.edited)
            had = [_or_its_headline(each) for each in had]
            marks |= {each.id: mark for each in had}
            documents += had
            lost += not had
        return documents, marks, lost

    def _documents(
        self, item: Document | Link, parser: Parser, now: datetime, *, known: bool
    ) -> list[Document]:
        if isinstance(item, Document):
            return [item]
        fetch = partial(_fetched, self.pages) if self.source.full_text else None
        found = list(links.follow([item], read=partial(_page, parser), fetch=fetch, headlines=True))
        failed = [each for each in found if isinstance(each, Failure)]
        documents, stead = [each for each in found if isinstance(each, Document)], "its summary is used"
        if known and failed:
            documents, stead = [], "what it said before stays"
        elif not documents:
            documents, stead = _headline(item, now), "it is asked for again"
            stead = "its headline is used" if documents else stead
        self.reasons += [f"{_of_article(item, each)}; {stead}" for each in failed]
        return documents


def _of_article(item: Link, failure: Failure) -> str:
    """Which article of a source was not read, and why, in words that stand beside the source's name."""
    reason = failure.error.removeprefix(links.behind(item)).removesuffix(links.USED)
    return f"one article, {urls.shown(item.url)}, was not read: {reason}"


def _or_its_headline(document: Document) -> Document:
    """A document, or one of its headline alone where nothing else in it may be quoted."""
    title = document.title
    if not title or len(document.text) > MUTE or clean.eligible(document):
        return document
    return replace(document, text=title, quoted=())


def _headline(item: Link, now: datetime) -> list[Document]:
    """What stands for an article without a summary whose page cannot be had for a day."""
    if item.published is None or now - item.published < PATIENCE:
        return []
    headline = links.summary(item, headlines=True)
    return [headline] if isinstance(headline, Document) else []


def dated(document: Document, now: datetime) -> Document:
    """A document without a date in the future, which would stand above all others until it comes.

    Hours ahead are a clock or a zone. A day ahead says nothing of when it was written, and "on Thursday" in
    it would be another Thursday.
    """
    published = document.published
    if published is None or published <= now:
        return document
    return replace(document, published=now if published - now < _AHEAD else None)


def identity(item: Document | Link) -> tuple[str, str]:
    """By what an item is known again: its id, and what it says, for feeds that make up new ids."""
    if isinstance(item, Document):
        return item.id, fingerprint(item)
    return item.id or sha256(item.url)[:16], sha256(f"{item.title}\n{item.text or item.url}")[:32]


def _page(
    parser: Parser, raw: bytes, url: str, content_type: str, *, base: str = ""
) -> Iterable[links.Found]:
    return parser.read(raw, url, suffix=walk.suffix(url), content_type=content_type, base=base)


def _fetched(pages: dict[str, Fetched | FetchError], url: str) -> tuple[bytes, str, str]:
    found = pages.get(url) or FetchError(url, "was not waited for")
    if isinstance(found, FetchError):
        raise found
    return found.body, found.content_type, found.final_url
