"""What every rendering of a briefing says in words: what is new, what has changed, what could not be read.

Structured, not formatted, in the words of a frame (`render.phrases`) whatever the machine's locale. Strings
from sources in it are as they came: whoever prints them passes them through a sink.
"""

from __future__ import annotations

from datetime import date, datetime

from summarize.model import Citation, Line, Source, Span
from summarize.paper import Briefing, Change, Entry, Unread
from summarize.render import sinks, wording
from summarize.render.display import tidy
from summarize.render.phrases import EN, Frame

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}

SHOWN = 6  # labels named of stories there was no room for; chosen by eye


def day(of: date, *, near: date | None = None, frame: Frame = EN) -> str:
    """A day as people say it; with its year, unless that is the year of the day `near`."""
    return frame.weekday(of, near=near)


def heading(paper: Briefing, frame: Frame = EN) -> str:
    """The paper's title and its day: "Morning briefing, Mon 23 Nov 2026"."""
    return frame.say("heading", title=paper.title, day=frame.weekday(paper.day))


def period(paper: Briefing, frame: Frame = EN) -> str:
    """What a paper covers after missed days: "covers Fri 20 – Mon 23 Nov (3 days)"; else ""."""
    if paper.since is None:
        return ""
    first, last = paper.since.date(), paper.until.date()
    days = (last - first).days
    if days < 2:
        return ""
    begin, end = frame.weekdays(first, last, near=paper.day)
    return frame.say("covers", days, first=begin, last=end)


def standing(entry: Entry, paper: Briefing, frame: Frame = EN) -> tuple[str, ...]:
    """How a story stands: new or since when, by how many outlets, for which watched words."""
    said: list[str] = []
    if entry.status != "new" or paper.since is not None:
        said.append(frame.say(f"status {entry.status}"))
    said.append(frame.say("outlets", entry.outlets))
    if entry.watch:
        said.append(f"{frame.say('watched')} {', '.join(entry.watch)}")
    if entry.since is not None:
        told = "first told as" if entry.known_as else "first told"
        said.append(frame.say(told, day=frame.weekday(entry.since, near=paper.day), label=entry.known_as))
    if reported := _reported(entry, paper):
        said.append(frame.say("reported", day=frame.weekday(reported, near=paper.day)))
    if not entry.tells:
        said.append(frame.say("nothing new"))
    return tuple(said)


def _reported(entry: Entry, paper: Briefing) -> date | None:
    """The day on which the newest source of a story's lines was published, if before the last briefing."""
    moments = [line.citations[0].source.published for line in entry.digest.lines]
    if paper.since is None or not moments:
        return None
    known = [moment for moment in moments if moment is not None]
    if len(known) < len(moments) or max(known) >= paper.since:
        return None
    return max(known).astimezone(paper.until.tzinfo).date()


def changed(change: Change, paper: Briefing, frame: Frame = EN) -> str:
    """A value that is another now: "12 → 15 since Mon 2 Mar"."""
    since = frame.weekday(change.told, near=paper.day)
    return frame.say("changed", before=change.before, after=change.after, day=since)


def whole(citation: Citation) -> str:
    """A whole quote, as it is shown on a line of its own."""
    return tidy(citation.quote)


def headline(entry: Entry) -> Line | None:
    """The first line of a story if it is word for word its headline, as for an item without a text.

    Renderings then show the two as one.
    """
    title = sinks.clip(entry.digest.title or "")
    return next((line for line in entry.digest.lines[:1] if tidy(line.text) == tidy(title)), None)


def _stand_below(entry: Entry) -> bool:
    """Whether the sentence with all new values is what a reader comes to next, and needs no quoting."""
    first = {
        _place(each) for line in entry.digest.lines[:1] for each in (*line.citations, line.context) if each
    }
    places = {_place(each.citation) for each in entry.changes}
    return len(places) == 1 and places <= first


def _place(citation: Citation) -> tuple[int, Span]:
    return citation.source.number, citation.span


def unread(source: Unread, paper: Briefing, frame: Frame = EN) -> str:
    """Why a source is missing: "timed out after 30 s (2nd day; last read Fri 20 Nov 06:31)".

    For a source that was read in part, which part is missing.
    """
    if source.partly:
        return source.reason
    last = source.last_read
    since = (
        frame.say("last read", moment=moment(last, near=paper.day, frame=frame))
        if last
        else frame.say("never read")
    )
    if source.failures == 1:
        return frame.say("not read", reason=source.reason, since=since)
    values = {"reason": source.reason, "since": since, "nth": ordinal(source.failures)}
    return frame.say("not read again", source.failures, **values)


def moment(of: datetime, *, near: date, frame: Frame = EN) -> str:
    """A day and time of day: "Fri 20 Nov 06:31"."""
    return f"{frame.weekday(of.date(), near=near)} {of:%H:%M}"


def ordinal(number: int) -> str:
    """
    >>> [ordinal(number) for number in (1, 2, 3, 4, 11, 22)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd']
    """
    ending = "th" if number // 10 % 10 == 1 else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def left_out(paper: Briefing, frame: Frame = EN) -> tuple[str, tuple[str, ...]]:
    """How many stories there was no room for, and the labels of the first; ("", ()) if there are none."""
    if not paper.left_out:
        return "", ()
    return frame.say("left out", paper.left_out), paper.untold[:SHOWN]


def nothing(paper: Briefing, frame: Frame = EN) -> str:
    """The sentence that says that there is nothing new, and since when."""
    if paper.since is None:
        return frame.say("nothing today")
    return frame.say("nothing since", moment=moment(paper.since, near=paper.day, frame=frame))


def tally(paper: Briefing, frame: Frame = EN) -> str:
    """How much was told of how much, and what became of the rest.

    "6 stories, 12 sentences from 30 of 41 items · 11 with nothing new to tell · 14 sources".
    """
    told = [entry for entry in paper.entries if entry.tells]
    said = frame.say(
        "told of",
        stories=frame.say("stories", len(told)),
        sentences=frame.say("sentences", sum(len(entry.digest.lines) for entry in told)),
        told=paper.told,
        items=frame.say("items", paper.documents),
    )
    old = [frame.say("outdated", paper.outdated)] if paper.outdated else []
    why = "passed over for room" if paper.left_out else "passed over"
    rest = [frame.say(why, paper.passed_over)] if paper.passed_over else []
    return " · ".join([said, *rest, *old, frame.say("sources", paper.sources)])


def sources(entry: Entry) -> tuple[Source, ...]:
    """The sources that an entry cites or counts, in the order of their numbers."""
    cited, _ = wording.used(entry.digest)
    above = [each.citation.source for each in entry.changes]
    above += [each.source for each in (entry.correction,) if each]
    found = {source.number: source for source in (*cited, *above, *entry.counted)}
    return tuple(found[number] for number in sorted(found))


def context(change: Change, entry: Entry, *, length: int) -> str:
    """What the source of a new value says, clipped: of what there are 15 now; "" where that stands below, or
    above in a correction.

    Of several values in one sentence the last has it, with all of them in sight.
    """
    mine = [each for each in entry.changes if _place(each.citation) == _place(change.citation)]
    if change is not mine[-1] or _stand_below(entry) or _stands_above(change, entry):
        return ""
    return wording.clip(change.citation.quote, *(each.after for each in mine), length=length)


def _stands_above(change: Change, entry: Entry) -> bool:
    """Whether what the source of a new value says is part of the correction."""
    said, whole = change.citation, entry.correction
    if whole is None or said.source != whole.source:
        return False
    return whole.span.start <= said.span.start and said.span.end <= whole.span.end
