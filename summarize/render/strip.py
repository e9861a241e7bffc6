"""When the sources were published, as dots over a line of time: where each stands, in numbers.

Dots have places across in per cent, so that the strip is as wide as its page and the type as large as
elsewhere; those of about one time stand on top of one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.model import Source
from summarize.render.phrases import Frame

# Dots side by side on the narrowest phone, 320 px less its margins; and the highest pile. By eye.
_PLACES, _HIGHEST = 16, 6
_STEP, _ABOVE = 22, 14  # px from dot to dot, and from the edge to the middle of the uppermost


@dataclass(frozen=True, slots=True)
class Dot:
    """One source: x in per cent, y in px. more: how many further ones a "+3" stands for, else 0."""

    x: str
    y: int
    number: int
    more: int = 0


@dataclass(frozen=True, slots=True)
class Strip:
    """Dots above a line at `base`, in a box `height` px high, from the first moment to the last."""

    dots: tuple[Dot, ...]
    base: int
    height: int
    first: str
    last: str
    count: int


def strip(sources: Sequence[Source], frame: Frame) -> Strip | None:
    """The strip of the sources that say when they were published; None if that is one moment or none."""
    dated = sorted((each.published, each.number) for each in sources if each.published)
    if not dated or dated[0][0] == dated[-1][0]:
        return None
    first, last = dated[0][0], dated[-1][0]
    piles: dict[int, list[int]] = {}
    for moment, number in dated:
        piles.setdefault(round((moment - first) / (last - first) * (_PLACES - 1)), []).append(number)
    highest = min(_HIGHEST, max(map(len, piles.values())))
    base = _ABOVE + highest * _STEP - 6
    dots = [dot for place, pile in piles.items() for dot in _pile(place, pile, base)]
    days = frame.moment(first), frame.moment(last)
    return Strip(tuple(dots), base, base + 26, *days, len(dated))


def _pile(place: int, numbers: list[int], base: int) -> list[Dot]:
    x = f"{(place + 0.5) / _PLACES:.2%}"
    shown = numbers if len(numbers) <= _HIGHEST else numbers[: _HIGHEST - 1]
    dots = [Dot(x, base - 14 - level * _STEP, number) for level, number in enumerate(shown)]
    if more := len(numbers) - len(shown):
        dots.append(Dot(x, base - 14 - len(shown) * _STEP, 0, more))
    return dots
