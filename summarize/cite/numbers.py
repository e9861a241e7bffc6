"""Numbers as sentences print them, in digits or words: their value, and where they end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.cite.compounds import HUNDREDS
from summarize.cite.lexicon import Lexicon
from summarize.cite.words import Word, word_set

_COUNTED_ONE = word_set(
    "person man woman child boy girl death victim officer soldier student passenger to or"
)
_ONE_BEHIND_TENS = word_set("one один одна одно одного одну одним")
_RANGE_WORDS = word_set("to or bis à")
_RANGE_GAPS = frozenset({"-", "–", " - ", " – ", "—"})
_LONGEST = 4  # words of a number: "quatre-vingt-dix-sept" has four
_WIDEST_RANGE = 10  # "10 to 12" is a range; "5 to 300" is two numbers
CURRENCY_SIGNS = frozenset("$€£¥₹₽")
# A group of three, whatever its mark: "80.000" is no decimal in an English paper.
_GROUPED = re.compile(r"[1-9]\d{2}[.,]\d{3}|[1-9]\d{0,2}[.,]000")
_ARABIC_MARKS = str.maketrans("،٬٫", ",,.")
_AND_A_HALF = ("and", "a", "half")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_GROUP_SPACES = " \u00a0\u2009\u202f"


def amount(words: Sequence[Word], i: int, lex: Lexicon) -> tuple[float, float, int] | None:
    """The number or range that starts at word i: its ends, equal unless it is a range, and the next word."""
    read = _number(words, i, lex)
    if read is None:
        return None
    low, last = read
    high, last = _range_end(words, low, i, last, lex)
    return low, high, last


def _number(words: Sequence[Word], i: int, lex: Lexicon) -> tuple[float, int] | None:
    word = words[i]
    if word.text[0].isdigit():
        value = parse(word.text, lex.decimal)
        part = _FRACTIONS.get(words[i + 1].text, 0) if i + 1 < len(words) else 0
        return None if value is None else _scaled(words, value + part, i + 1 + bool(part), lex)
    if read := _share(words, i, lex):
        return read
    if lex.compounds and _is_rest(words, i):
        return None
    if lex.compounds and (read := _compound(words, i, lex)):
        return _scaled(words, *read, lex)
    if word.lower in lex.tens:
        unit = _unit(words[i + 1].lower, lex) if i + 1 < len(words) and words[i + 1].joined else 0
        compound = 0 < unit < 10
        return _scaled(words, lex.tens[word.lower] + unit * compound, i + 1 + compound, lex)
    if word.lower in lex.numbers:
        value = lex.numbers[word.lower]
        teen = value < 10 and i + 1 < len(words) and words[i + 1].joined and words[i + 1].lower in lex.teens
        return _scaled(words, value + 10 * teen, i + 1 + teen, lex)
    return _one(words, i, lex)


def _unit(word: str, lex: Lexicon) -> int:
    """What stands behind tens: "one", which alone is a pronoun as often, is a number there."""
    return 1 if word in _ONE_BEHIND_TENS else lex.numbers.get(word, 0)


def _is_rest(words: Sequence[Word], i: int) -> bool:
    """Whether hundreds in words stand before it."""
    before = [word.lower for word in words[max(0, i - 2) : i]]
    if before[1:] == ["e"]:
        before = before[:1]
    return bool(before) and before[-1] in HUNDREDS and words[i].joined


def _compound(words: Sequence[Word], i: int, lex: Lexicon) -> tuple[int, int] | None:
    """The value of a number of several words, or of tens and units in one, and the next word."""
    lower = [words[i].lower]
    for word in words[i + 1 : i + _LONGEST]:
        if not word.joined:
            break
        lower.append(word.lower)
    for length in range(len(lower), 0, -1):
        if (value := lex.compounds.get(tuple(lower[:length]))) is not None:
            return value, i + length
    return None


def _one(words: Sequence[Word], i: int, lex: Lexicon) -> tuple[float, int] | None:
    """ "a dozen", "another million", "one person", "one to four": elsewhere "one" is a pronoun."""
    if words[i].lower not in lex.ones or i + 1 == len(words):
        return None
    if words[i].lower == "one" and _is_halved(words, i + 1):
        return _scaled(words, 1, i + 1, lex)
    if words[i + 1].lower in lex.scales and len(words[i + 1].lower) > 2:
        return _scaled(words, 1, i + 1, lex)
    counted = words[i].lower == "one" and any(word.lower in _COUNTED_ONE for word in words[i + 1 : i + 3])
    return (1, i + 1) if counted else None


def _share(words: Sequence[Word], i: int, lex: Lexicon) -> tuple[float, int] | None:
    """ "Half a million", "a quarter of a million": a share of the round number right behind it."""
    lower = [word.lower for word in words[i : i + _LONGEST + 1]]
    for share, value in lex.shares.items():
        last = len(share)
        if tuple(lower[:last]) == share and last < len(lower) and len(lower[last]) > 2:
            return _scaled(words, value, i + last, lex) if lower[last] in lex.scales else None
    return None


def _is_halved(words: Sequence[Word], i: int) -> bool:
    return tuple(word.lower for word in words[i : i + len(_AND_A_HALF)]) == _AND_A_HALF


def _scaled(words: Sequence[Word], value: float, last: int, lex: Lexicon) -> tuple[float, int]:
    if lex.language == "en" and _is_halved(words, last):
        value, last = value + 0.5, last + len(_AND_A_HALF)
    while last < len(words) and words[last].joined and words[last].lower in lex.scales:
        short = len(words[last].lower) < 3 and not words[last].ideographic
        if short and (words[last].gap or not _follows_money(words, last)):
            break  # "5m" is a length, "$5m" is money
        value *= lex.scales[words[last].lower]
        last += 1
    return value, last


def _follows_money(words: Sequence[Word], i: int) -> bool:
    return i > 1 and words[i - 2].text in CURRENCY_SIGNS


def _range_end(words: Sequence[Word], low: float, first: int, last: int, lex: Lexicon) -> tuple[float, int]:
    """The higher end of "10-12" or "10 to 12" and the word after it, or the low end again."""
    if last >= len(words):
        return low, last
    between = first > 0 and words[first - 1].lower == "between" and words[last].lower == "and"
    spelled = (between or words[last].lower in _RANGE_WORDS) and last + 1 < len(words)
    at = last + 1 if spelled else last
    if not spelled and not (words[last].gap in _RANGE_GAPS and words[last].text[0].isdigit()):
        return low, last
    read = _number(words, at, lex)
    return read if read and low < read[0] <= _WIDEST_RANGE * low else (low, last)


def parse(text: str, decimal: str) -> float | None:
    """The value of digits with separators, or None: "4:20" and "1.2.3" are not numbers.

    decimal: the separator before the tenths; the other one groups, as do blanks.

    >>> parse("1,234.5", "."), parse("1.234,5", ","), parse("12 500", ",")
    (1234.5, 1234.5, 12500.0)
    """
    text = text.translate(_ARABIC_MARKS)
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "").replace(",", "")
    for blank in _GROUP_SPACES:
        text = text.replace(blank, "")
    group = "." if decimal == "," else ","
    if decimal == "," and text.count(".") == 1 and "," not in text and len(text.rpartition(".")[2]) != 3:
        group, decimal = ",", "."  # 7.2 on the Richter scale, in any language
    whole, _, fraction = text.partition(decimal)
    first, *groups = whole.split(group)
    digits = "".join((first, *groups))
    grouped = all(len(part) == 3 for part in groups) or all(len(part) == 2 for part in groups[:-1])
    if not grouped or not digits.isdecimal() or not (fraction or "0").isdecimal():
        return None
    return float(f"{digits}.{fraction or 0}")
