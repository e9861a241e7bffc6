"""When the sources were published, over a line of time: where each stands, in numbers.

Few sources are dots with their numbers, piled up where they are of about one time; many are bars that say
how many. Horizontal places are in per cent, so that the strip is as wide as its page while the type keeps
its size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.model import Source
from summarize.render.phrases import Frame

# Dots side by side on the narrowest phone, 320 px less its margins; the highest pile; and from how many
# sources on it is a crowd. By eye.
_PLACES, _HIGHEST, _CROWD = 16, 6, 40
_STEP, _ABOVE = 22, 14  # px from dot to dot, and from the edge to the middle of the uppermost
_BAR = 72  # px, the highest bar; above it stands its number


@dataclass(frozen=True, slots=True)
class Dot:
    """One source: x in per cent, y in px. more: how many further ones a "+3" stands for, else 0."""

    x: str
    y: int
    number: int
    more: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """How many sources are of one time. x (left edge) and middle in per cent, y and height in px."""

    x: str
    middle: str
    y: int
    height: int
    count: int


@dataclass(frozen=True, slots=True)
class Strip:
    """Dots or bars above a line at `base`, in a box `height` px high, from the first moment to the last.

    width: of a bar, in per cent.
    """

    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    base: int
    height: int
    first: str
    last: str
    count: int
    width: str = f"{0.8 / _PLACES:.2%}"


def strip(sources: Sequence[Source], frame: Frame) -> Strip | None:
    """The strip of the sources that say when they were published; None if that is one moment or none."""
    dated = sorted((each.published, each.number) for each in sources if each.published)
    if not dated or dated[0][0] == dated[-1][0]:
        return None
    first, last = dated[0][0], dated[-1][0]
    piles: dict[int, list[int]] = {}
    for moment, number in dated:
        piles.setdefault(round((moment - first) / (last - first) * (_PLACES - 1)), []).append(number)
    highest = max(map(len, piles.values()))
    days = frame.moment(first), frame.moment(last)
    if len(dated) > _CROWD:
        base = _ABOVE + _BAR + 6
        bars = tuple(_bar(place, len(pile), highest, base) for place, pile in piles.items())
        return Strip((), bars, base, base + 4, *days, len(dated))
    base = _ABOVE + min(_HIGHEST, highest) * _STEP - 6
    dots = tuple(dot for place, pile in piles.items() for dot in _pile(place, pile, base))
    return Strip(dots, (), base, base + 4, *days, len(dated))


def _bar(place: int, count: int, highest: int, base: int) -> Bar:
    height = max(2, round(_BAR * count / highest))
    left, middle = (place + 0.1) / _PLACES, (place + 0.5) / _PLACES
    return Bar(f"{left:.2%}", f"{middle:.2%}", base - height, height, count)


def _pile(place: int, numbers: list[int], base: int) -> list[Dot]:
    x = f"{(place + 0.5) / _PLACES:.2%}"
    shown = numbers if len(numbers) <= _HIGHEST else numbers[: _HIGHEST - 1]
    dots = [Dot(x, base - 14 - level * _STEP, number) for level, number in enumerate(shown)]
    if more := len(numbers) - len(shown):
        dots.append(Dot(x, base - 14 - len(shown) * _STEP, 0, more))
    return dots
