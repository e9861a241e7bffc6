"""Days and clock times as sentences print them."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.cite.lexicon import Lexicon
from summarize.cite.words import Word, word_set

_MONTH_CUES = word_set("in since last by until of this next early late mid")
ORDINAL_TAILS = frozenset({"st", "nd", "rd", "th"})
_BETWEEN_DAY_AND_MONTH = ORDINAL_TAILS | {"of", "de", "er", "η"}
ZONES = word_set("gmt utc bst est edt et cst cdt ct mst mdt pst pdt pt cet cest msk ist")
_HALF_DAY = 12 * 60
EARLIEST_YEAR, LATEST_YEAR = 1500, 2100  # four digits outside are counts


def weekday(words: Sequence[Word], i: int, lex: Lexicon) -> int | None:
    """0 for Monday to 6, if word i is a day of the week."""
    day = lex.weekdays.get(words[i].lower)
    return None if lex.language == "en" and not words[i].capitalised else day


def date(words: Sequence[Word], i: int, lex: Lexicon) -> tuple[int, int, int] | None:
    """The date that starts at word i: month × 100 + day, year, and the next word; 0 for what is not said.

    "July 3, 2025", "3 July 2025", "the 3rd of July", "July 2025" and a month alone are dates.
    """
    at = _month_near(words, i, lex)
    if at is None:
        return None
    month, last = lex.months[words[at].lower], at + 1
    day = _day(words, i) if at > i else (_day(words, last) if _joined(words, last) else 0)
    last += bool(day and at == i)
    last += last < len(words) and words[last].gap == "" and words[last].lower in ORDINAL_TAILS
    year = _year_after(words, last)
    if not (day or year or _stands_alone(words, at, lex)):
        return None
    return month * 100 + day, year, last + bool(year)


def _month_near(words: Sequence[Word], i: int, lex: Lexicon) -> int | None:
    if words[i].lower in lex.months:
        return i
    if not _day(words, i):
        return None
    for at in range(i + 1, min(i + 4, len(words))):
        if words[at].lower in lex.months:
            return at
        if words[at].lower not in _BETWEEN_DAY_AND_MONTH:
            return None
    return None


def _day(words: Sequence[Word], i: int) -> int:
    text = words[i].text if i < len(words) else ""
    return int(text) if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31 else 0


def _joined(words: Sequence[Word], i: int) -> bool:
    return i < len(words) and words[i].gap in {" ", ". ", "\u00a0"}


def _stands_alone(words: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a month without day or year is one: "in May", not "it may"; "last March", not "a march"."""
    if lex.language != "en" or words[at].lower not in {"may", "march", "mar"}:
        return lex.language != "en" or words[at].capitalised
    return bool(at) and words[at].capitalised and words[at - 1].lower in _MONTH_CUES


def _year_after(words: Sequence[Word], i: int) -> int:
    near = i < len(words) and words[i].gap in {" ", ", ", "\u00a0", " de ", " del "}
    return int(words[i].text) if near and is_year(words[i].text) else 0


def is_year(text: str) -> bool:
    """Whether four digits look like a year."""
    return len(text) == 4 and text.isdecimal() and EARLIEST_YEAR <= int(text) <= LATEST_YEAR


def time(words: Sequence[Word], i: int) -> tuple[int, int, str, int] | None:
    """The clock time that starts at word i: minutes after midnight, twice, the zone after it, the next word.

    "4:20", "4.20pm" and "4 p.m." are times; the first may be the afternoon's, which is the second number.
    Zones are told apart, not reckoned with.
    """
    hours, minutes = _clock(words[i].text)
    half = _half_day(words, i + 1)
    if hours is None or not (half or ":" in words[i].text):
        return None
    shift = _HALF_DAY if half == "pm" and hours < 12 else -_HALF_DAY * (half == "am" and hours == 12)
    last = i + 1 + bool(half)
    named = words[last].lower if last < len(words) and is_zone(words[last]) else ""
    either = not half and 0 < hours <= 12
    read = hours * 60 + minutes + shift - _HALF_DAY * (either and hours == 12)
    return read, read + _HALF_DAY * either, named, last


def is_zone(word: Word) -> bool:
    """Whether a word names a time zone: "EST", not "est"; "local time" is what a bare time is."""
    return word.lower in ZONES and word.text.isupper()


def _clock(text: str) -> tuple[int | None, int]:
    hours, _, minutes = text.replace(".", ":").partition(":")
    if not hours.isdecimal() or len(hours) > 2 or int(hours) > 24 or (minutes and len(minutes) != 2):
        return None, 0
    return int(hours), int(minutes) if minutes.isdecimal() else 0


def _half_day(words: Sequence[Word], i: int) -> str:
    name = words[i].lower.replace(".", "") if i < len(words) and words[i].gap in {"", " "} else ""
    return name if name in {"am", "pm"} else ""
