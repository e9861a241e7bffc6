"""The nouns of the state: what is remembered of sources, documents, sentences and finished briefings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from summarize.model import Document, Span


@dataclass(frozen=True)
class Known:
    """What is remembered of a source. failures, unasked: runs since it was last read that failed, and that
    did not ask it. reason: why, or what of it the last run could not read.
    """

    etag: str | None = None
    last_modified: str | None = None
    read_at: datetime | None = None
    failures: int = 0
    reason: str | None = None
    not_before: datetime | None = None
    moved_to: str | None = None
    moved_times: int = 0
    unasked: int = 0

    @property
    def missed(self) -> int:
        """Runs in a row in which it was not read, whoever is to blame."""
        return self.failures + self.unasked


@dataclass(frozen=True)
class Item:
    """A document that waits to be told. source: the place it was listed at.

    named: an earlier briefing had no room for its story, and said so. earlier: the editions of the article
    before this one, of which a briefing was made; what they say is not new.
    """

    source: str
    document: Document
    first_seen: datetime
    named: bool = False
    earlier: tuple[Document, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A sentence that is printed: where it stands, by source, the document's id and span, and as printed."""

    source: str
    item: str
    span: Span
    text: str


@dataclass(frozen=True)
class Saying:
    """What a briefing says of a story. number: of a story told before, None for a new one. label: today's."""

    number: int | None
    label: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Told:
    """A sentence of an earlier briefing.

    label, headline: of its story, as that was first told and in this briefing. document: where the sentence
    stands, None once the text is forgotten.
    """

    story: int
    label: str
    first_day: date
    day: date
    briefing: int
    text: str
    document: Document | None
    span: Span
    headline: str


@dataclass(frozen=True)
class Made:
    """A finished briefing, to be kept. record: the paper as JSON.

    used: (source, id) of the documents that are done with. named: of those it had no room for, which wait.
    """

    day: date
    made_at: datetime
    since: datetime | None
    message_id: str
    record: str
    used: Sequence[tuple[str, str]]
    stories: Sequence[Saying]
    named: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Parcel:
    """The bytes of a briefing for one target, and how far they got. made_at: None for a trial.

    newest: whether none was made after it, whatever their days: clocks go wrong, and `--date` is any day.
    """

    briefing: int
    day: date
    message_id: str
    target: str
    content: bytes
    made_at: datetime | None = None
    delivered_at: datetime | None = None
    reason: str | None = None
    tries: int = 0
    newest: bool = True
