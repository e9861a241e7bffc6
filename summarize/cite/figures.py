"""Figures in a sentence: counts, shares, money, ages, years, dates, weekdays and clock times.

Each is read once, with its value and the characters that print it, so that "twelve", "12" and "a
dozen" are one value and "4:20 p.m." is not two numbers. What a figure counts is `slots`' business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarize.cite import days, numbers
from summarize.cite.lexicon import CAPITALISE_NOUNS, Lexicon, lexicon
from summarize.cite.words import Word, phrases, word_set

FigureKind = Literal["count", "percent", "money", "age", "ordinal", "year", "date", "weekday", "time"]

AMOUNTS: frozenset[FigureKind] = frozenset(("count", "money", "percent"))
DATES: frozenset[FigureKind] = frozenset(("date", "year", "weekday", "time"))

_CURRENCY_WORDS = (
    {"dollar": "$", "dollars": "$", "usd": "$", "euro": "€", "euros": "€", "eur": "€", "pounds": "£"}
    | {
        "yen": "¥",
        "rupees": "₹",
        "roubles": "₽",
        "rubles": "₽",
        "рублей": "₽",
        "dólares": "$",
        "yuan": "yuan",
    }
    | {"долларов": "$", "евро": "€", "ευρώ": "€", "eura": "€", "korun": "kč"}
)
_PERCENT_WORDS = word_set("% ٪ percent pct prozent procent procenta процентов процента")
_PERCENT_PAIRS = phrases("per_cent pour_cent por_ciento por_cento per_cento τοις_εκατό")
_HEDGES = word_set(
    "about around nearly almost roughly approximately approx some estimated over more above up "
    "least close under below less fewer many exceeding exceeded most circa environ près plus "
    "moins presque etwa rund fast über knapp más casi unos cerca mais quase più quasi около более "
    "почти asi téměř přes περίπου σχεδόν mindestens rund gut minstens zeker ruim ongeveer bijna almeno oltre "
    "menos circa"
)
_YEAR_CUES = word_set(
    "in since by from of until till during late early mid to through around before after between year and "
    "im seit en depuis desde em nel dal в с году roku od το του από في عام سنة में सन"
)
# What comes before a number that only tells which: "p. 7", "No. 302", "Photo 12".
_ABOUT = 1.5  # chosen by eye: "more than 1,000" is not said of 1,500 and more
_LABELS = word_set("p pp page no number nr photo photos figure fig section chapter article item")
# How a counted noun ends, or the verb before it, where a sentence may open with its verb.
_PLURALS = {"es": ("s",), "pt": ("s",)}
_DONE = {
    "cs": ("lo", "li", "no"),
    "pl": ("ło", "li", "no", "to"),
    "ru": ("ло", "ли", "но"),
    "uk": ("ло", "ли", "но"),
}
_PERSON, _OLDEST = word_set("man woman boy girl"), 111


@dataclass(frozen=True, slots=True)
class Figure:
    """A value and where it is printed: words `[first, last)`, characters `[start, end)`.

    low, high: the value, or the ends of a range. Dates are month × 100 + day (day 0: a whole month)
    with `year` 0 where none is printed; times are minutes after midnight, of which "4:20" may be two;
    weekdays 0 is Monday.
    unit: the currency, the zone of a time, or what a count is said to be in.
    loose: hedged by "about", "nearly", "more than" …
    """

    kind: FigureKind
    low: float
    high: float
    first: int
    last: int
    start: int
    end: int
    unit: str = ""
    year: int = 0
    loose: bool = False


MAGNITUDE = "magnitude"
_MAGNITUDE, _OF = word_set("magnitude magnitud magnitudine stärke"), word_set("of de di von")
_PERSONS_COUNTED = frozenset("人名位")
_DASHES = frozenset("-–\u2011")

Reading = Callable[[Sequence[Word], int, Lexicon], Figure | None]


def figures(words: Sequence[Word], language: str | None) -> tuple[Figure, ...]:
    """Every figure of a sentence, in order; none overlap."""
    lex = lexicon(language)
    starting = [
        i
        for i, word in enumerate(words)
        if word.lower in lex.starts or word.text[0].isdigit() or _is_led(words, i, lex)
    ]
    found: list[Figure] = []
    for i in starting:
        inside = found and i < found[-1].last
        if not inside and (figure := _figure(words, i, lex)):
            found.append(figure)
    return tuple(found)


def _is_led(words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    """Whether word i is an article that starts a figure."""
    return words[i].lower in lex.ones and i + 1 < len(words) and words[i + 1].lower in lex.led


def _figure(words: Sequence[Word], i: int, lex: Lexicon) -> Figure | None:
    return next((figure for read in _READINGS if (figure := read(words, i, lex))), None)


def _make(
    words: Sequence[Word], first: int, last: int, kind: FigureKind, low: float, high: float | None = None
) -> Figure:
    before = [word.lower for word in words[max(0, first - 3) : first]]
    loose = not _HEDGES.isdisjoint(before)
    top = low if high is None else high
    if kind in {"count", "money", "percent"}:
        low, top = _bounded(before, low, top)
    shown = _score(words, first, last) if kind == "count" else (first, last)
    start, end = words[shown[0]].start, words[shown[1] - 1].end
    return Figure(kind, low, top, first, last, start, end, loose=loose)


def _score(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """The words of a result that a number is one side of: "4-2" is read by its sides and shown whole."""
    if first and words[first].gap in _DASHES and words[first - 1].text.isdecimal():
        return first - 1, last
    if last < len(words) and words[last].gap in _DASHES and words[last].text.isdecimal():
        return first, last + 1
    return first, last


def _bounded(before: Sequence[str], low: float, high: float) -> tuple[float, float]:
    """ "More than 1,000" is said of 1,200, "less than 1,000" of 800: as far as a writer would round."""
    if before[-2:] == ["more", "than"] or before[-1:] == ["over"]:
        return low, high * _ABOUT
    if before[-2:] in (["less", "than"], ["fewer", "than"]) or before[-1:] == ["under"]:
        return low / _ABOUT, high
    return low, high


def _weekday(words: Sequence[Word], i: int, lex: Lexicon) -> Figure | None:
    day = days.weekday(words, i, lex)
    return None if day is None else _make(words, i, i + 1, "weekday", day)


def _date(words: Sequence[Word], i: int, lex: Lexicon) -> Figure | None:
    read = days.date(words, i, lex)
    if read is None:
        return None
    month_and_day, year, last = read
    return replace(_make(words, i, last, "date", month_and_day), year=year)


def _time(words: Sequence[Word], i: int, lex: Lexicon) -> Figure | None:
    read = days.time(words, i)
    if read is None:
        return None
    minutes, later, zone, last = read
    return replace(_make(words, i, last, "time", minutes, later), unit=zone)


def _amount(words: Sequence[Word], i: int, lex: Lexicon) -> Figure | None:
    """A count, a share, money, an age or a year, whichever the words around the number make it."""
    read = None if _only_tells_which(words, i, lex) else numbers.amount(words, i, lex)
    if read is None:
        return None
    low, high, last = read
    for kind_of in (_percent, _age, _money, _ordinal, _year):
        figure = kind_of(words, i, last, low, high)
        if figure:
            return figure
    return replace(_make(words, i, last, "count", low, high), unit=_counted_in(words, i, last))


def _counted_in(words: Sequence[Word], i: int, last: int) -> str:
    """The magnitude of a quake, or what Chinese and Japanese put behind a number; else empty."""
    lead = [word.lower for word in words[max(0, i - 2) : i]]
    if _MAGNITUDE.intersection(lead[-1:]) or (lead[1:] and lead[0] in _MAGNITUDE and lead[1] in _OF):
        return MAGNITUDE
    if last == len(words) or words[last].gap or not words[last].ideographic:
        return ""
    return "人" if words[last].text in _PERSONS_COUNTED else words[last].text


def _only_tells_which(words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    """ "Covid-19", "A330-200", "Route 66", "p. 7", "1990s", "5." of a list: names and labels, not amounts."""
    word = words[i]
    if not word.text[0].isdigit():
        return False
    after = words[i + 1] if i + 1 < len(words) else None
    if after is not None and after.gap == "" and after.lower == "s":
        return True  # "the 1990s", "the 80s"
    if after is not None and after.gap == "" and len(after.text) == 1 and after.capitalised:
        return after.lower not in lex.scales  # "2D", "the 4S"
    if i == 0:
        return after is not None and after.gap.startswith((". ", ") "))
    before = words[i - 1]
    if before.lower in _LABELS:
        return True
    at = i
    while at and words[at].gap in {"", "-", "\u2011"} and words[at - 1].text[0].isalnum():
        at -= 1
    # A letter before a hyphen may be an article or "and": "ו-12".
    if at == i - 1 and word.gap and lex.language == "he" and len(words[at].text) == 1:
        return False
    first = words[at]
    labelled = first.text[0].isalpha() and not first.ideographic and first.lower not in lex.numbers
    glued = labelled and at < i and "." not in word.text
    named = word.gap == " " and word.text.isdecimal() and _names(before, lex)
    return glued or (named and not (i == 1 and _does(before, after, lex)))


def _does(first: Word, after: Word | None, lex: Lexicon) -> bool:
    """Whether a sentence opens with what was done, or is, and the number counts: "Murieron 12 personas"."""
    if after is None or after.capitalised or not (after.joined and after.stem):
        return False
    return after.lower.endswith(_PLURALS.get(lex.language, ())) or first.lower.endswith(
        _DONE.get(lex.language, ())
    )


def _names(word: Word, lex: Lexicon) -> bool:
    """Whether a capitalised word makes the bare number after it part of a name."""
    if lex.language in CAPITALISE_NOUNS or not (word.capitalised and word.stem):
        return False
    return not any(word.lower in known for known in (lex.weekdays, lex.months, _HEDGES, _YEAR_CUES))


def _percent(words: Sequence[Word], i: int, last: int, low: float, high: float) -> Figure | None:
    following = tuple(word.lower for word in words[last : last + 2])
    size = 1 if following[:1] and following[0] in _PERCENT_WORDS else 2 * (following in _PERCENT_PAIRS)
    return _make(words, i, last + size, "percent", low, high) if size else None


def _age(words: Sequence[Word], i: int, last: int, low: float, high: float) -> Figure | None:
    """ "35-year-old", "aged 35", "35 years of age", "a man of 35", or a number after a name and a comma."""
    following = tuple(word.lower for word in words[last : last + 3])
    if following[:1] and following[0] in {"year", "years"}:
        if following[1:2] and following[1] in {"old", "olds"}:
            return _make(words, i, last + 2, "age", low)
        if following[1:] == ("of", "age"):
            return _make(words, i, last + 3, "age", low)
    before = tuple(word.lower for word in words[max(0, i - 2) : i])
    if before[-1:] and before[-1] in {"aged", "age"}:
        return _make(words, i, last, "age", low)
    if before[-1:] == ("of",) and before[0] in _PERSON and low < _OLDEST:
        return _make(words, i, last, "age", low)
    bare = i and words[i].text.isdecimal() and words[i].gap.strip() == "," and words[i - 1].capitalised
    ends = last == len(words) or words[last].gap.startswith((",", ".", ";", ")"))
    return _make(words, i, last, "age", low) if bare and ends and 0 < low < _OLDEST else None


def _money(words: Sequence[Word], i: int, last: int, low: float, high: float) -> Figure | None:
    if i and words[i - 1].text in numbers.CURRENCY_SIGNS and words[i].gap in {"", " "}:
        return replace(_make(words, i - 1, last, "money", low, high), unit=words[i - 1].text)
    if last < len(words) and words[last].lower in {"de", "di"}:
        last += 1  # "30 millones de euros"
    if last >= len(words) or not words[last].joined:
        return None
    sign = words[last].text if words[last].text in numbers.CURRENCY_SIGNS else ""
    unit = _CURRENCY_WORDS.get(words[last].lower.removeprefix("d'"), sign)
    return replace(_make(words, i, last + 1, "money", low, high), unit=unit) if unit else None


def _ordinal(words: Sequence[Word], i: int, last: int, low: float, high: float) -> Figure | None:
    if last < len(words) and words[last].gap == "" and words[last].lower in days.ORDINAL_TAILS:
        return _make(words, i, last + 1, "ordinal", low)
    return None


def _year(words: Sequence[Word], i: int, last: int, low: float, high: float) -> Figure | None:
    if last != i + 1 or not days.is_year(words[i].text):
        return None
    follows = words[last] if last < len(words) else None
    cued = i and words[i - 1].lower in _YEAR_CUES
    counted = follows is not None and follows.gap == " " and follows.stem and follows.lower.endswith("s")
    return _make(words, i, last, "year", low) if cued or not counted else None


def _named_ordinal(words: Sequence[Word], i: int, lex: Lexicon) -> Figure | None:
    value = lex.ordinals.get(words[i].lower)
    return _make(words, i, i + 1, "ordinal", value) if value else None


_READINGS: tuple[Reading, ...] = (_weekday, _date, _time, _amount, _named_ordinal)
