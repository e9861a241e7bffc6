"""What a page says in its own words: one table a language, so that another can be added.

A phrase may hold `{names}`; where it counts, `{n}`, it has two forms parted by "|", for one and for more.
Sentences of sources are never in here, and stay in the language they are in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

ENGLISH: Mapping[str, str] = {
    "direction": "ltr",
    "digest": "Digest",
    "skip": "Skip to the digest",
    "skip briefing": "Skip to the stories",
    "nothing": "Nothing to show: {reason}.",
    "no source read": "no source could be read",
    "no source given": "no sources were given",
    "no sentence": "no sentence was found in {sources}",
    "none quotable": "none of {sentences} in {sources} can be quoted as asked",
    "untitled": "Untitled",
    "not used": "not used",
    "sentences": "{n} sentence|{n} sentences",
    "sources": "{n} source|{n} sources",
    "quotes of": "{n} quote|{n} quotes",
    "stories": "{n} story|{n} stories",
    "from": "{sentences} from {sources}",
    "all but": "{told}; {n} skipped|{told}; {n} skipped",
    "all beside": "{told}; {n} set aside|{told}; {n} set aside",
    "cited of": "{sentences} from {cited} of {n} source read|{sentences} from {cited} of {n} sources read",
    "also in": "also in",
    "same text in": "same text in",
    "more": "and {n:,} more|and {n:,} more",
    "independent": "{n} independent source|{n} independent sources",
    "one origin": "one origin",
    "before this": "Before this:",
    "close": "Close",
    "open": "Read it where it stands",
    "no address": "No web address is known; it was read from {address}",
    "compare": "Compare the wording",
    "compare help": "Underlined: words that the other side does not have.",
    "differ": "Where they differ",
    "or": "or",
    "number": "Number",
    "date": "Date",
    "name": "Name",
    "negation": "Yes or no",
    "rank": "First or not",
    "matrix": "Who carries what",
    "matrix caption": "Each row is a source, each column a sentence above; without a mark, nothing was found "
    "that says it.",
    "primary": "quoted here",
    "same-text": "the same text",
    "corroborates": "in its own words",
    "absent": "not found",
    "graph": "Sentence graph",
    "graph caption": "{shown}. The larger, the more central; the thicker a line, the more alike. "
    "Numbered: the digest.",
    "strongest": "The {shown} strongest of {sentences}",
    "the digest": "The digest",
    "strip": "When they were published",
    "strip label": "{n} source, {first} to {last}|{n} sources, {first} to {last}",
    "list": "Sources",
    "unused": "Read, not used",
    "reprint": "the same article as [{number}]",
    "unquotable": "holds no sentence that may be quoted",
    "unchosen": "nothing of it was chosen",
    "skipped": "Skipped",
    "aside": "Set aside",
    "notes": "Please note",
    "quotes": "The quoted sentences, where they stand",
    "today": "Today",
    "new": "New",
    "updated": "Updated, first told {since}",
    "corrected": "Corrected, first told {since}",
    "continuing": "Continuing, first told {since}",
    "known as": "as",
    "new since": "what is new since {since}",
    "outlets": "{n} outlet|{n} outlets",
    "watched": "you watch",
    "status new": "new",
    "status updated": "updated",
    "status corrected": "corrected",
    "status continuing": "continuing",
    "first told": "first told {day}",
    "first told as": "first told {day} as “{label}”",
    "reported": "reported {day}",
    "since": "since {day}",
    "changed": "{before} → {after} since {day}",
    "heading": "{title}, {day}",
    "covers": "covers {first} – {last} ({n} day)|covers {first} – {last} ({n} days)",
    "items": "{n} item|{n} items",
    "told of": "{stories}, {sentences} from {told} of {items}",
    "not read": "{reason} ({since})",
    "not read again": "{reason} ({nth} day; {since})",
    "never read": "never read",
    "last read": "last read {moment}",
    "not shown": "Not shown here, to keep this mail short: {n} more story. "
    "The plain text of this mail has it."
    "|Not shown here, to keep this mail short: {n} more stories. The plain text of this mail has them.",
    "verbatim": "Every sentence is its source's own, word for word.",
    "nothing new": "nothing that was not told before",
    "nothing today": "Nothing new.",
    "nothing since": "Nothing new since {moment}.",
    "nothing in short": "nothing new",
    "left out": "No room for {n} more story|No room for {n} more stories",
    "passed over": "{n} with nothing new to tell|{n} with nothing new to tell",
    "passed over for room": "{n} with nothing new to tell or no room|{n} with nothing new to tell or no room",
    "outdated": "{n} too old|{n} too old",
    "behind": "Who carries what, and the sources",
    "quiet": "Gone quiet",
    "unread": "Not read today",
    "days nav": "Other briefings",
    "previous": "The one before",
    "next": "The one after",
    "day": "{day} {month} {year}",
    "days": "{first} – {last}",
    "weekday": "{weekday} {day} {month}",
    "weekday of a year": "{weekday} {day} {month} {year}",
    "weekday of a month": "{weekday} {day}",
    "weekdays": "Mon Tue Wed Thu Fri Sat Sun",
    "months in short": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "days of a month": "{first}–{last} {month} {year}",
    "months": "January February March April May June July August September October November December",
}

TABLES: Mapping[str, Mapping[str, str]] = {"en": ENGLISH}


@dataclass(frozen=True, slots=True)
class Frame:
    """The phrases of one language. A language without a table, or a phrase it lacks, is said in English."""

    language: str = "en"

    @property
    def lang(self) -> str:
        """The language the phrases are in, for the page to say."""
        return self.language if self.language in TABLES else "en"

    @property
    def direction(self) -> str:
        """How that language is written: "ltr" or "rtl"."""
        return self.say("direction")

    def weekday(self, day: date, *, near: date | None = None) -> str:
        """A day as people say it, with its year only where that is not the year of a near one.

        >>> Frame().weekday(date(2026, 11, 20), near=date(2026, 11, 23)), Frame().weekday(date(2025, 12, 31))
        ('Fri 20 Nov', 'Wed 31 Dec 2025')
        """
        phrase = "weekday of a year" if near is None or day.year != near.year else "weekday"
        month = self.say("months in short").split()[day.month - 1]
        return self.say(phrase, weekday=self._weekday(day), day=day.day, month=month, year=day.year)

    def weekdays(self, first: date, last: date, *, near: date) -> tuple[str, str]:
        """From one day to another, the month of the first only where it is not that of the last.

        >>> Frame().weekdays(date(2025, 12, 29), date(2026, 1, 2), near=date(2026, 1, 2))
        ('Mon 29 Dec 2025', 'Fri 2 Jan 2026')
        """
        if first.year != last.year:
            return self.weekday(first), self.weekday(last)
        if first.month != last.month:
            return self.weekday(first, near=last), self.weekday(last, near=near)
        begin = self.say("weekday of a month", weekday=self._weekday(first), day=first.day)
        return begin, self.weekday(last, near=near)

    def _weekday(self, day: date) -> str:
        return self.say("weekdays").split()[day.weekday()]

    def say(self, phrase: str, n: int | None = None, **values: object) -> str:
        """A phrase, filled in; in its form for `n` where it counts.

        >>> Frame().say("sources", 1), Frame().say("sources", 2)
        ('1 source', '2 sources')
        """
        found = TABLES[self.lang].get(phrase, ENGLISH[phrase])
        one, _, many = found.partition("|")
        return (many if many and n != 1 else one).format(n=n, **values)

    def day(self, day: date) -> str:
        """A day as people write it: "3 March 2026"."""
        return self.say("day", day=day.day, month=self.say("months").split()[day.month - 1], year=day.year)

    def days(self, first: date, last: date) -> str:
        """From one day to another: "3–4 March 2026"; one day where they are the same."""
        if first == last:
            return self.day(first)
        if first.month != last.month:
            return self.say("days", first=self.day(first), last=self.day(last))
        month = self.say("months").split()[first.month - 1]
        return self.say("days of a month", first=first.day, last=last.day, month=month, year=first.year)

    def moment(self, moment: datetime) -> str:
        """A day with its time and zone, where there is a time: midnight is what a bare date is read as."""
        time = f", {moment:%H:%M} {moment.tzname() or ''}".rstrip() if moment.hour or moment.minute else ""
        return self.day(moment.date()) + time


EN = Frame()
