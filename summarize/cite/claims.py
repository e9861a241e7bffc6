"""What a sentence claims beyond its words: who it lets speak, what it denies, what it calls unique.

English only: elsewhere a sentence claims nothing here, and is compared by its words and figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from summarize.cite.words import Word, word_set

SAYING = word_set(
    "said says say saying told tells tell reported reports report according added adds announced "
    "stated wrote tweeted confirmed claimed noted explained insisted acknowledged argued"
)
_NEGATIONS = word_set(
    "not no never none neither nor without cannot denied denies deny denying refused refuses refuse rejected "
    "rejects failed fails nobody nothing"
)
# "not only", "no longer", "no one knows how many": a negation of something else than the verb.
_NOT_NEGATING = word_set("only just merely necessarily yet surprisingly")
_LONGEST_TAG = 14


def attributed(words: Sequence[Word], language: str | None) -> frozenset[int]:
    """Indices of the words that only say who says it: a citation is forgiven for lacking them."""
    if language != "en":
        return frozenset()
    return frozenset(i for first, last in _tags(words) for i in range(first, last))


def _tags(words: Sequence[Word]) -> list[tuple[int, int]]:
    tags = []
    for i, word in enumerate(words):
        if word.lower not in SAYING:
            continue
        first, last = _clause(words, i)
        opening = first == 0 and i + 1 < len(words) and (words[i + 1].lower == "that" or i <= 8)
        if word.lower == "according" or (first > 0 and last - first <= _LONGEST_TAG):
            tags.append((first, last))
        elif opening and last == len(words):
            tags.append((0, _after_that(words, i)))
        elif first == 0 and last - first <= _LONGEST_TAG:
            tags.append((first, last))
    return tags


def _clause(words: Sequence[Word], i: int) -> tuple[int, int]:
    """The stretch of words around word i that no comma, quote or dash cuts."""
    first, last = i, i + 1
    while first and not _cuts(words[first].gap):
        first -= 1
    while last < len(words) and not _cuts(words[last].gap):
        last += 1
    return first, last


def _cuts(gap: str) -> bool:
    return any(mark in gap for mark in ',;:“”"()—') or " - " in gap or " – " in gap


def _after_that(words: Sequence[Word], i: int) -> int:
    for at in range(i + 1, min(i + 6, len(words))):
        if words[at].lower == "that":
            return at + 1
    return i + 1


def negations(words: Sequence[Word], language: str | None) -> tuple[int, ...]:
    """Indices of the words that deny."""
    if language != "en":
        return ()
    return tuple(
        i
        for i, word in enumerate(words)
        if (word.lower in _NEGATIONS or word.lower.endswith("n't"))
        and not (i + 1 < len(words) and words[i + 1].lower in _NOT_NEGATING)
    )


@dataclass(frozen=True, slots=True)
class Rank:
    """A claim to be the only or first one, or one of several, printed at `[start, end)`."""

    claim: Literal["sole", "several"]
    start: int
    end: int


_SOLE = (
    r"\b(?:the|its|their|his|her|world['’]s) (?:very )?(?:first|only|sole)\b|\bstands? alone\b|\balone in\b"
    r"|\bno other\b|\bnobody else\b|\bno one else\b|\bfirst (?:ever|nation|country|state|person|time)\b"
    r"|\bno (?:country|nation|state|one) (?:has|had|have)\b"
)
_SEVERAL = (
    r"\bone of (?:the|its|their|only)?\s?(?:\w+ )?(?:few|first|handful|several|many)\b"
    r"|\bamong the (?:few|first|handful)\b"
    r"|\bone of (?:only )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
)
# "First lady", "the first half": an order or a title, not a claim to uniqueness.
_NOT_A_CLAIM = (
    r"\s+(?:lady|half|quarter|round|place|floor|day|week|month|aid|degree|name|responders?|amendment"
    r"|few|two|three)\b"
)


def rank(text: str, language: str | None) -> Rank | None:
    """The rank a sentence claims, the first if it claims several times; None if it claims none."""
    if language != "en":
        return None
    several, sole = _ranks()
    if found := several.search(text):
        return Rank("several", found.start(), found.end())
    if found := sole.search(text):
        return Rank("sole", found.start(), found.end())
    return None


@cache
def _ranks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    sole = f"(?:{_SOLE})(?!{_NOT_A_CLAIM})"
    return re.compile(_SEVERAL, re.IGNORECASE), re.compile(sole, re.IGNORECASE)
