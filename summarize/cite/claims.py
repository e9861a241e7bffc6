"""What a sentence calls unique.

English only: elsewhere a sentence claims nothing here, and is compared by its words and figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal


@dataclass(frozen=True, slots=True)
class Rank:
    """A claim to be the only or first one, or one of several, printed at `[start, end)`."""

    claim: Literal["sole", "several"]
    start: int
    end: int


_SOLE = (
    r"(?:the|its|their|his|her|world['’]s) (?:very )?(?P<one>first|only|sole)\b|\bstands? (?P<alone>alone)\b"
    r"|(?P<left>alone) in\b|(?P<none>no other|nobody else|no one else)\b"
    r"|(?P<new>first)(?: ever| nation| country| state| city| town| person| woman| man)\b"
    r"|(?P<nobody>no (?:country|nation|state|one)) (?:has|had|have)\b"
)
_SEVERAL = (
    # "One of his first acts" ranks an act, not him.
    r"\b(?:one of (?:(?:the|only) )?(?!(?:his|her|its|their|my|our|your) )(?:\w+ )?"
    r"(?:few|first|handful|several|many)"
    r"|among the (?:few|first|handful)"
    r"|one of (?:only )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+))\b"
)
# One of these stands in whatever the two find; most sentences have none.
_SIGNS = (
    *("one of", "among the", "first", "only", "sole", "alone", "nobody else"),
    *("no other", "no one", "no country", "no nation", "no state"),
)
# "First lady", "the first half": an order or a title, not a claim to uniqueness.
_NOT_A_CLAIM = (
    r"\s+(?:lady|half|quarter|round|place|floor|day|week|month|aid|degree|name|responders?|amendment"
    r"|few|two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
)


def rank(text: str, language: str | None) -> Rank | None:
    """The rank a sentence claims, the first if it claims several times; None if it claims none."""
    lower = text.lower()
    if language != "en" or not any(sign in lower for sign in _SIGNS):
        return None
    several, sole = _ranks()
    if found := several.search(text):
        return Rank("several", found.start(), found.end())
    if found := sole.search(text):
        return Rank("sole", *found.span(found.lastgroup or 0))
    return None


@cache
def _ranks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    sole = rf"\b(?:{_SOLE})(?!{_NOT_A_CLAIM})"
    return re.compile(_SEVERAL, re.IGNORECASE), re.compile(sole, re.IGNORECASE)
