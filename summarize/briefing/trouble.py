"""Sources that could not be read: when to speak of it, and in what words.

A feed that is down for a morning is nobody's business; one that stays down is, and then not every day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from summarize.briefing.memory import Known
from summarize.paper import Unread
from summarize.read.hrefs import is_web

GONE = timedelta(days=30)  # of 404s; sites that move are back by then (chosen by eye)
ADVICE = "looks gone: take it out of the configuration, or find its new address"


@dataclass(frozen=True)
class Trouble:
    """One source that could not be read, or not wholly. due: whether it is time to speak of it."""

    unread: Unread
    due: bool = False

    @property
    def counts(self) -> bool:
        """Whether something that the user named was not read; what a feed names is not the user's."""
        return not (self.unread.partly and is_web(self.unread.place))


def is_due(failures: int, warn_after: int) -> bool:
    """Whether to speak of so many failures in a row: at the first that counts, then on 3, 7, 14, 28 …

    >>> [failures for failures in range(1, 60) if is_due(failures, 3)]
    [3, 7, 14, 28, 56]
    >>> [failures for failures in range(1, 30) if is_due(failures, 5)]
    [5, 7, 14, 28]
    """
    sevenths, rest = divmod(failures, 7)
    doubled = rest == 0 and sevenths.bit_count() == 1
    return failures == warn_after or (failures > warn_after and (failures == 3 or doubled))


def reason(said: str, known: Known, *, status: int | None, gone: bool, now: datetime) -> str:
    """Why a source was not read, and whether it will ever be again."""
    lost = status == 404 and known.read_at is not None and now - known.read_at >= GONE
    return f"{said.partition(': ')[0]}; {ADVICE}" if gone or lost else said


def line(unread: Unread) -> str:
    """What is said of it on standard error.

    >>> line(Unread("Council", "https://council.example/feed", "timed out after 30 s", 3))
    'Council (https://council.example/feed): timed out after 30 s (3 runs in a row; never read)'
    """
    name = f"{unread.name} ({unread.place})" if unread.name != unread.place else unread.place
    if unread.partly:
        return f"{name}: {unread.reason}"
    row = f"{unread.failures} runs in a row; " if unread.failures > 1 else ""
    read = f"last read {unread.last_read:%a %d %b %H:%M}" if unread.last_read else "never read"
    return f"{name}: {unread.reason} ({row}{read})"


def nothing_read(unread: Sequence[Unread]) -> str:
    """What is said of a run that could read nothing, where it is not yet time to speak of each source."""
    first = f"{unread[0].name}: {unread[0].reason}"
    return f"none of {len(unread)} sources could be read ({first})" if len(unread) > 1 else line(unread[0])
