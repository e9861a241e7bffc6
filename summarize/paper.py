"""The nouns of a briefing: one morning's paper, its parts, and what stands in them.

As in `model`, dataclasses that hold invariants only; `briefing` makes them, `render` shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from summarize.model import Citation, DifferenceKind, Digest, Source

Status = Literal["new", "updated", "corrected", "continuing"]


@dataclass(frozen=True, slots=True)
class Change:
    """A value that has changed since an earlier briefing printed it: "12 → 15".

    told: the day it was printed. citation: who says the new value.
    """

    kind: DifferenceKind
    before: str
    after: str
    told: date
    citation: Citation


@dataclass(frozen=True, slots=True)
class Entry:
    """One story of the day. digest.title is its label; since: the day it was first told, None if new.

    known_as: the label under which it was first told, if that was another. outlets: how many independent
    outlets report it today; reprints of one text count once, and so does all that one outlet writes.
    watch: the words watched by the reader that it holds. correction: the sentence in which an outlet corrects
    itself, if status is "corrected". counted: sources from which nothing is cited, one for each further
    outlet and that of the headline. A continuing story whose digest has no lines is still reported on, but
    nothing new is said. Sources are numbered over all entries of a paper.
    """

    status: Status
    digest: Digest
    since: date | None = None
    changes: tuple[Change, ...] = ()
    known_as: str | None = None
    outlets: int = 1
    watch: tuple[str, ...] = ()
    correction: Citation | None = None
    counted: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        if (self.status == "new") != (self.since is None):
            raise ValueError("a story is new exactly if no earlier briefing told it")
        if (self.status == "corrected") != (self.correction is not None):
            raise ValueError("a story is corrected exactly if an outlet says so")

    @property
    def tells(self) -> bool:
        """Whether there is anything in it that was not told before."""
        return bool(self.digest.lines or self.changes or self.correction)


@dataclass(frozen=True, slots=True)
class Part:
    """A section and its stories, most-covered first. name: None for the main part."""

    name: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be read. failures: runs in a row; last_read: None if never.

    partly: it was read but for some of its texts, of which reason has the first.
    """

    name: str
    place: str
    reason: str
    failures: int = 1
    last_read: datetime | None = None
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Briefing:
    """One morning's paper.

    day: in the reader's time zone. since, until: aware; what was published or found between them is covered.
    since is None the first time. quiet: headlines of stories told last time of which nothing new is known.
    left_out: how many stories there was no room for. untold: labels of the first of these; those with a
    watched word come first, then the most-covered, and last those that an earlier paper named.
    documents, sources: how many were read. told: how many documents are in a story above. outdated: how many
    items were older than the reader wants. passed_over: how many documents are neither told nor outdated,
    since they say nothing new or there was no room.
    """

    title: str
    day: date
    since: datetime | None
    until: datetime
    parts: tuple[Part, ...]
    quiet: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    documents: int = 0
    sources: int = 0
    told: int = 0
    untold: tuple[str, ...] = ()
    left_out: int = 0
    outdated: int = 0
    passed_over: int = 0

    def __post_init__(self) -> None:
        if self.until.tzinfo is None or (self.since is not None and self.since.tzinfo is None):
            raise ValueError("since and until must carry a time zone")

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All stories, in the order of the paper."""
        return tuple(entry for part in self.parts for entry in part.entries)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell that an earlier briefing did not."""
        return not any(entry.tells for entry in self.entries)
