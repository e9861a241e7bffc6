"""Figures in a sentence: counts, shares, money, ages, years, dates, weekdays and clock times.

Each is read once, with its value and the characters that print it, so that "twelve", "12" and "a
dozen" are one value and "4:20 p.m." is not two numbers. What a figure counts is `slots`' business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from summarize.cite.lexicon import Lexicon, lexicon
from summarize.cite.words import Word, word_set

FigureKind = Literal["count", "percent", "money", "age", "ordinal", "year", "date", "weekday", "time"]

_CURRENCY_SIGNS = {"$": "$", "€": "€", "£": "£", "¥": "¥", "₹": "₹", "₽": "₽"}
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
_PERCENT_PAIRS = frozenset(
    {
        ("per", "cent"),
        ("pour", "cent"),
        ("por", "ciento"),
        ("por", "cento"),
        ("per", "cento"),
        ("τοις", "εκατό"),
    }
)
_HEDGES = word_set(
    "about around nearly almost roughly approximately approx some estimated over more above up "
    "least close under below less fewer many exceeding exceeded most circa environ près plus "
    "moins presque etwa rund fast über knapp más casi unos cerca mais quase circa più quasi около "
    "более почти asi téměř přes περίπου σχεδόν"
)
_YEAR_CUES = word_set(
    "in since by from of until till during late early mid to through around before after between year and "
    "im seit en depuis desde em nel dal в с году roku od το του από في عام سنة में सन"
)
_MONTH_CUES = word_set("in since last by until of this next early late mid")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value and where it is printed: words `[first, last)`, characters `[start, end)`.

    low, high: the value, or the ends of a range. Dates are month × 100 + day (day 0: a whole month)
    with `year` 0 where none is printed; times are minutes after midnight; weekdays 0 is Monday.
    unit: the currency, "am"/"pm" or "". loose: hedged by "about", "nearly", "more than" …
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


Reading = Callable[[Sequence[Word], int, Lexicon], Figure | None]


def figures(words: Sequence[Word], language: str | None) -> tuple[Figure, ...]:
    """Every figure of a sentence, in order; none overlap."""
    lex = lexicon(language)
    found: list[Figure] = []
    i = 0
    while i < len(words):
        figure = next((f for read in _READINGS if (f := read(words, i, lex))), None)
        if figure:
            found.append(figure)
        i = figure.last if figure else i + 1
    return tuple(found)


def _make(
    words: Sequence[Word], first: int, last: int, kind: FigureKind, low: float, **rest: object
) -> Figure:
    high = rest.pop("high", low)
    start, end = words[first].start, words[last - 1].end
    return Figure(kind, low, high, first, last, start, end, loose=_hedged(words, first), **rest)  # type: ignore[arg-type]


def _hedged(words: Sequence[Word], first: int) -> bool:
    return any(word.lower in _HEDGES for word in words[max(0, first - 3) : first])


# --- days and clock ---------------------------------------------------------------------------------


def _weekday(words: Sequence[Word], i: int, lex: Lexicon) -> Figure | None:
    day = lex.weekdays.get(words[i].lower)
    if day is None or (lex.language == "en" and not words[i].capitalised):
        return None
    return _make(words, i, i + 1, "weekday", day)


def _date(words: Sequence[Word], i: int, lex: Lexicon) -> Figure | None:
    """ "July 3, 2025", "3 July 2025", "the 3rd of July" or "July 2025"; a month alone is a date too."""
    at = _month_near(words, i, lex)
    if at is None:
        return None
    month, first, last = lex.months[words[at].lower], min(i, at), at + 1
    day = _day(words[i]) if at > i else (_day(words[last]) if _joined(words, last) else 0)
    last += bool(day and at == i)
    last += _ordinal_tail(words, last)
    year = _year_at(words, last)
    if not (day or year or _stands_alone(words, at, lex)):
        return None
    return _make(words, first, last + bool(year), "date", month * 100 + day, year=year)


def _stands_alone(words: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a month without day or year is one: "in May", not "it may"; "last March", not "a march"."""
    if lex.language != "en" or words[at].lower not in {"may", "march", "mar"}:
        return lex.language != "en" or words[at].capitalised
    return bool(at) and words[at].capitalised and words[at - 1].lower in _MONTH_CUES


def _month_near(words: Sequence[Word], i: int, lex: Lexicon) -> int | None:
    if words[i].lower in lex.months:
        return i
    if not _day(words[i]):
        return None
    for at in range(i + 1, min(i + 4, len(words))):
        if words[at].lower in lex.months:
            return at
        if words[at].lower not in {"st", "nd", "rd", "th", "of", "de", "er"}:
            return None
    return None


def _day(word: Word) -> int:
    return (
        int(word.text) if word.text.isdecimal() and len(word.text) <= 2 and 1 <= int(word.text) <= 31 else 0
    )


def _joined(words: Sequence[Word], i: int) -> bool:
    return i < len(words) and words[i].gap in {" ", ". ", "\u00a0"}


def _ordinal_tail(words: Sequence[Word], i: int) -> int:
    return int(i < len(words) and words[i].gap == "" and words[i].lower in {"st", "nd", "rd", "th"})


def _year_at(words: Sequence[Word], i: int) -> int:
    if i < len(words) and words[i].gap in {" ", ", ", "\u00a0", " de ", " del "} and _is_year(words[i].text):
        return int(words[i].text)
    return 0


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and 1500 <= int(text) <= 2100


def _time(words: Sequence[Word], i: int, lex: Lexicon) -> Figure | None:
    """ "4:20", "4.20pm", "4 p.m.": minutes after midnight as printed; zones are not reckoned with."""
    hours, minutes = _clock(words[i].text)
    half = _half_day(words, i + 1)
    if hours is None or not (half or ":" in words[i].text):
        return None
    shift = 12 * 60 if half == "pm" and hours < 12 else (-12 * 60 if half == "am" and hours == 12 else 0)
    return _make(words, i, i + 1 + bool(half), "time", hours * 60 + minutes + shift, unit=half)


def _clock(text: str) -> tuple[int | None, int]:
    hours, _, minutes = text.replace(".", ":").partition(":")
    if not hours.isdecimal() or len(hours) > 2 or int(hours) > 24 or (minutes and len(minutes) != 2):
        return None, 0
    return int(hours), int(minutes) if minutes.isdecimal() else 0


def _half_day(words: Sequence[Word], i: int) -> str:
    name = words[i].lower.replace(".", "") if i < len(words) and words[i].gap in {"", " "} else ""
    return name if name in {"am", "pm"} else ""


# --- amounts ----------------------------------------------------------------------------------------


def _amount(words: Sequence[Word], i: int, lex: Lexicon) -> Figure | None:
    """A count, a share, money, an age or a year, whichever the words around the number make it."""
    if _is_part_of_a_name(words, i):
        return None
    read = _number(words, i, lex)
    if read is None:
        return None
    low, last = read
    high, last = _range_end(words, low, last, lex)
    for kind_of in (_percent, _age, _money, _ordinal, _year):
        figure = kind_of(words, i, last, low, high)
        if figure:
            return figure
    return _make(words, i, last, "count", low, high=high)


def _is_part_of_a_name(words: Sequence[Word], i: int) -> bool:
    """ "Covid-19", "F-16", "Route 66" are names, not amounts; so is a digit glued to a letter."""
    word = words[i]
    if not word.text[0].isdigit() or not i:
        return False
    return word.gap in {"", "-", "\u2011"} and words[i - 1].text[-1:].isalpha()


def _number(words: Sequence[Word], i: int, lex: Lexicon) -> tuple[float, int] | None:
    """The number that starts at word i and the word after it."""
    word = words[i]
    if word.text[0].isdigit():
        value = parse(word.text, lex.decimal)
        return None if value is None else _scaled(words, value, i + 1, lex)
    if word.lower in {"a", "one"} and i + 1 < len(words) and lex.language == "en":
        return _scaled(words, 1, i + 1, lex) if words[i + 1].lower in lex.scales else _single(words, i)
    if word.lower in lex.tens:
        unit = lex.numbers.get(words[i + 1].lower, 0) if i + 1 < len(words) and words[i + 1].joined else 0
        return _scaled(words, lex.tens[word.lower] + (unit if unit < 10 else 0), i + 1 + (0 < unit < 10), lex)
    if word.lower in lex.numbers:
        return _scaled(words, lex.numbers[word.lower], i + 1, lex)
    return None


_PERSONS = word_set("person man woman child boy girl death victim officer soldier student passenger")


def _single(words: Sequence[Word], i: int) -> tuple[float, int] | None:
    """ "one" counts only before a person: elsewhere it is a pronoun or an article."""
    following = words[i + 1 : i + 3]
    counts = words[i].lower == "one" and any(word.lower in _PERSONS for word in following)
    return (1, i + 1) if counts else None


def _scaled(words: Sequence[Word], value: float, last: int, lex: Lexicon) -> tuple[float, int]:
    while last < len(words) and words[last].joined and words[last].lower in lex.scales:
        if len(words[last].lower) < 3 and words[last].gap:
            break  # "5 m" is a length, "5m" is money
        value *= lex.scales[words[last].lower]
        last += 1
    return value, last


def parse(text: str, decimal: str) -> float | None:
    """The value of digits with separators, or None: "4:20" and "1.2.3" are not numbers.

    >>> parse("1,234.5", "."), parse("1.234,5", ",")
    (1234.5, 1234.5)
    """
    group = "." if decimal == "," else ","
    whole, _, fraction = text.partition(decimal)
    if decimal == "," and not fraction and text.count(".") == 1 and len(text.rpartition(".")[2]) != 3:
        whole, _, fraction = text.partition(".")
    if ":" in text or (fraction and not fraction.isdecimal()):
        return None
    parts = whole.split(group)
    if any(len(part) != 3 for part in parts[1:]) and decimal == ".":
        return None
    digits = "".join(parts)
    return float(f"{digits}.{fraction or 0}") if digits.isdecimal() else None


def _range_end(words: Sequence[Word], low: float, last: int, lex: Lexicon) -> tuple[float, int]:
    """ "10-12", "10 to 12": the higher end, where what follows is one."""
    if last >= len(words):
        return low, last
    to = words[last].lower in {"to", "or", "bis", "à"} and last + 1 < len(words)
    at = last + 1 if to else last
    if not to and words[last].gap not in {"-", "–", " - ", " – "}:
        return low, last
    read = _number(words, at, lex) if words[at].text[0].isdigit() or to else None
    return read if read and low < read[0] <= 10 * low else (low, last)


def _percent(words: Sequence[Word], i: int, last: int, low: float, high: float) -> Figure | None:
    following = tuple(word.lower for word in words[last : last + 2])
    size = 1 if following[:1] and following[0] in _PERCENT_WORDS else 2 * (following in _PERCENT_PAIRS)
    return _make(words, i, last + size, "percent", low, high=high) if size else None


def _age(words: Sequence[Word], i: int, last: int, low: float, high: float) -> Figure | None:
    """ "35-year-old", "aged 35", "35 years of age", or a bare number between commas after a name."""
    following = tuple(word.lower for word in words[last : last + 3])
    told = following[:2] in {("year", "old"), ("years", "old")} or following == ("years", "of", "age")
    if told or (i and words[i - 1].lower in {"aged", "age"}):
        return _make(words, i, last, "age", low)
    bare = words[i].text.isdecimal() and words[i].gap == ", " and 0 < low < 111 and words[i - 1].capitalised
    ends = last == len(words) or words[last].gap.startswith((",", ".", ";"))
    return _make(words, i, last, "age", low) if bare and ends else None


def _money(words: Sequence[Word], i: int, last: int, low: float, high: float) -> Figure | None:
    sign = _CURRENCY_SIGNS.get(words[i - 1].text) if i and words[i].gap in {"", " "} else None
    if sign:
        return _make(words, i - 1, last, "money", low, high=high, unit=sign)
    unit = _CURRENCY_WORDS.get(words[last].lower) if last < len(words) and words[last].joined else None
    sign = (
        _CURRENCY_SIGNS.get(words[last].text)
        if last < len(words) and words[last].gap in {"", " ", "\u00a0"}
        else None
    )
    return (
        _make(words, i, last + 1, "money", low, high=high, unit=unit or sign or "") if unit or sign else None
    )


def _ordinal(words: Sequence[Word], i: int, last: int, low: float, high: float) -> Figure | None:
    if last < len(words) and words[last].gap == "" and words[last].lower in {"st", "nd", "rd", "th"}:
        return _make(words, i, last + 1, "ordinal", low)
    return None


def _year(words: Sequence[Word], i: int, last: int, low: float, high: float) -> Figure | None:
    if last != i + 1 or not _is_year(words[i].text):
        return None
    follows = words[last] if last < len(words) else None
    if follows is not None and follows.gap == "" and follows.lower == "s":
        return None  # a decade is not a year
    cued = i and words[i - 1].lower in _YEAR_CUES
    counted = follows is not None and follows.gap == " " and follows.stem and follows.lower.endswith("s")
    return _make(words, i, last, "year", low) if cued or not counted else None


def _named_ordinal(words: Sequence[Word], i: int, lex: Lexicon) -> Figure | None:
    value = lex.ordinals.get(words[i].lower)
    return _make(words, i, i + 1, "ordinal", value) if value else None


_READINGS: tuple[Reading, ...] = (_weekday, _date, _time, _amount, _named_ordinal)
