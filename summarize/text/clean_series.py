"""What a live page or a list sets before its entries, and is no part of their sentences: hours, numbers.

One paragraph that opens so says nothing: "7:30 Mass was cancelled", "1. FC Oster won". It takes a second
one that goes on with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from summarize.text.clean_page import Unit

_ENTRY = r"(?P<entry>[\"“‘«„]?[^\W\d_]+)"
_ZONE = r"(?:GMT|UTC|BST|I?ST|CES?T|[ECMP][SD]?T|Uhr)"
_SAYS = rf"(?: ?[ap]\.?m\.?| {_ZONE}| ?(?:--|[:|–—-]))"  # that it is an hour: "4.50" may be a price
HOUR = re.compile(
    rf"(?P<mark>(?:[01]?\d|2[0-3])(?:[:h][0-5]\d{_SAYS}{{0,3}}|\.[0-5]\d{_SAYS}{{1,3}}) ){_ENTRY}",
    re.IGNORECASE,
)
NUMBER = re.compile(rf"(?P<mark>(?P<number>\d{{1,2}})[.)] ){_ENTRY}")


def marked(units: Sequence[Unit]) -> dict[int, int]:
    """The units that open with an hour or a number of a series, and how many characters of them that is."""
    return _series(units, HOUR, lambda *_: True) | _series(units, NUMBER, _next)


def _next(one: re.Match[str], two: re.Match[str]) -> bool:
    return abs(int(two["number"]) - int(one["number"])) == 1  # lists of the best count down


def _series(units: Sequence[Unit], pattern: re.Pattern[str], goes_on: Callable[..., bool]) -> dict[int, int]:
    found = {
        index: match
        for index, unit in enumerate(units)
        if unit.opens and unit.text[0].isdecimal() and (match := pattern.match(unit.text))
    }
    return {
        index: match.end("mark")
        for pair in pairwise(found.items())
        if _apart(*(match["entry"] for _, match in pair)) and goes_on(*(match for _, match in pair))
        for index, match in pair
    }


def _apart(one: str, two: str) -> bool:
    """Whether two entries begin sentences of their own: "1. Oktober", "2. Oktober" are days."""
    return one != two and not (one.islower() or two.islower())
