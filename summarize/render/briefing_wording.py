"""What every rendering of a briefing says in words: what is new, what has changed, what could not be read.

Structured, not formatted, and in English whatever the machine's locale. Strings from sources in it are as
they came: whoever prints them passes them through a sink.
"""

from __future__ import annotations

from datetime import date, datetime

from summarize.model import Source
from summarize.paper import Briefing, Change, Entry, Unread
from summarize.render import wording

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}

SHOWN = 6  # labels named of stories there was no room for; chosen by eye


def day(of: date, *, near: date | None = None) -> str:
    """A day as people say it, with its year only where that is not the year of a near one.

    >>> day(date(2026, 11, 20), near=date(2026, 11, 23)), day(date(2025, 12, 31), near=date(2026, 1, 1))
    ('Fri 20 Nov', 'Wed 31 Dec 2025')
    """
    year = f" {of.year}" if near is None or of.year != near.year else ""
    return f"{_WEEKDAYS[of.weekday()]} {of.day} {_MONTHS[of.month - 1]}{year}"


def heading(paper: Briefing) -> str:
    """The paper's title and its day: "Morning briefing, Mon 23 Nov 2026"."""
    return f"{paper.title}, {day(paper.day)}"


def period(paper: Briefing) -> str:
    """What is covered, where days were missed: "covers Fri 20 – Mon 23 Nov (3 days)"; "" otherwise."""
    if paper.since is None:
        return ""
    first, last = paper.since.date(), paper.until.date()
    days = (last - first).days
    if days < 2:
        return ""
    same = (first.year, first.month) == (last.year, last.month)
    begin = f"{_WEEKDAYS[first.weekday()]} {first.day}" if same else day(first, near=last)
    return f"covers {begin} – {day(last, near=paper.day)} ({days} days)"


def standing(entry: Entry, paper: Briefing) -> tuple[str, ...]:
    """How a story stands: new or since when, by how many outlets, for which watched words."""
    said: list[str] = [] if entry.status == "new" and paper.since is None else [entry.status]
    said.append(wording.count(entry.outlets, "outlet"))
    if entry.watch:
        said.append(f"you watch {', '.join(entry.watch)}")
    if entry.since is not None:
        told = f"first told {day(entry.since, near=paper.day)}"
        said.append(f"{told} as “{entry.known_as}”" if entry.known_as else told)
    if not entry.digest.lines and not entry.changes:
        said.append("nothing that was not told before")
    return tuple(said)


def changed(change: Change, paper: Briefing) -> str:
    """A value that is another now: "12 → 15 since Mon 2 Mar"."""
    return f"{change.before} → {change.after} since {day(change.told, near=paper.day)}"


def in_sight(change: Change, entry: Entry) -> bool:
    """Whether the sentence with the new value is a line of the entry, so that it needs no quoting."""
    where = (change.citation.source.number, change.citation.span)
    return any(
        (cited.source.number, cited.span) == where for line in entry.digest.lines for cited in line.citations
    )


def unread(source: Unread, paper: Briefing) -> str:
    """Why a source is missing: "timed out after 30 s (2nd day; last read Fri 20 Nov 06:31)"."""
    last = (
        "never read" if source.last_read is None else f"last read {moment(source.last_read, near=paper.day)}"
    )
    times = f"{ordinal(source.failures)} day; " if source.failures > 1 else ""
    return f"{source.reason} ({times}{last})"


def moment(of: datetime, *, near: date) -> str:
    """A day and time of day: "Fri 20 Nov 06:31"."""
    return f"{day(of.date(), near=near)} {of:%H:%M}"


def ordinal(number: int) -> str:
    """
    >>> [ordinal(number) for number in (1, 2, 3, 4, 11, 22)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd']
    """
    ending = "th" if number // 10 % 10 == 1 else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def left_out(paper: Briefing) -> tuple[str, tuple[str, ...]]:
    """That there was no room for some stories, and the labels of the first; ("", ()) if there was."""
    if not paper.left_out:
        return "", ()
    stories = "1 more story" if paper.left_out == 1 else f"{paper.left_out} more stories"
    return f"No room for {stories}", paper.untold[:SHOWN]


def nothing(paper: Briefing) -> str:
    """That there is nothing new, and since when."""
    since = f" since {moment(paper.since, near=paper.day)}" if paper.since else ""
    return f"Nothing new{since}."


def tally(paper: Briefing) -> str:
    """How much was told of how much: "6 stories, 12 sentences from 30 of 41 items · 14 sources"."""
    told = [entry for entry in paper.entries if entry.digest.lines or entry.changes]
    lines = sum(len(entry.digest.lines) for entry in told)
    stories = "1 story" if len(told) == 1 else f"{len(told)} stories"
    items = wording.count(paper.documents, "item")
    said = f"{stories}, {wording.count(lines, 'sentence')} from {paper.told} of {items}"
    old = f" · {paper.outdated} too old" if paper.outdated else ""
    return f"{said}{old} · {wording.count(paper.sources, 'source')}"


def sources(entry: Entry) -> tuple[Source, ...]:
    """The sources that an entry cites, in the order of their numbers."""
    cited, _ = wording.used(entry.digest)
    found = {source.number: source for source in (*cited, *(each.citation.source for each in entry.changes))}
    return tuple(found[number] for number in sorted(found))


def context(change: Change, entry: Entry, *, length: int) -> str:
    """What the source of a new value says, clipped; "" where a line of the entry says it in full."""
    if in_sight(change, entry):
        return ""
    return wording.clip(change.citation.quote, change.after, length=length)
