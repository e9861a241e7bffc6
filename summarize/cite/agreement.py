"""When two figures say one thing: equal, rounded, in range, or a sum of parts."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.cite.figures import MAGNITUDE, Figure
from summarize.cite.statement import Statement
from summarize.cite.words import Word, heads, phrases, word_set

# "About", "nearly" and "more than" reconcile within 3 % (docs/decisions/0006).
_ROUNDING = 0.03
_CENTS = 1000  # from here on what stands behind the point is dropped without a word
_TOGETHER = 4  # words between parts of one sum
_ROUNDED_MINUTES = 15  # "around 9:30" is 9:19

_ABOVE, _BELOW = phrases("at_least more_than no_fewer"), phrases("less_than fewer_than up_to at_most")
_SHORT_OF = word_set("nearly almost under below")
# Units that no reader takes for one another.
_UNITS = heads(
    "metre metres meter meters",
    "kilometre kilometres kilometer kilometers km kms kph kmh",
    "foot feet ft",
    "mile miles mi mph",
    "second seconds",
    "minute minutes",
    "hour hours",
    "day days",
    "week weeks",
    "month months",
    "year years",
    "pound pounds lbs",
    "kilo kilos kilogram kilograms kg",
    "ton tons tonne tonnes",
)

# "900 instead of 1,200", "up from 12": what was, or is not.
_FORMER = phrases("instead_of rather_than up_from down_from and_not but_not")


def unmatched(a: Statement, b: Statement) -> tuple[Figure, ...]:
    """The figures of A that B does not say too, be it as part of a name ("flight 447", "Flight 447")."""
    return tuple(
        figure
        for figure in a.figures
        if not any(
            compatible(figure, other) and is_former(a, figure) == is_former(b, other) for other in b.figures
        )
        and not (figure.kind == "count" and a.words[figure.first].text in _labels(b))
    )


def unlike(a: Statement, b: Statement) -> tuple[Figure, ...]:
    """The figures of A whose value B prints, but of another unit, or above a bound and not below it."""
    same = [(figure, [other for other in b.figures if compatible(figure, other)]) for figure in a.figures]
    return tuple(
        figure
        for figure, others in same
        if others and all(_are_apart(a, figure, b, other) for other in others)
    )


def _are_apart(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether two values as good as equal are of other units, or above a bound and below it."""
    units = {_UNITS.get(_next(each.words, figure)) for each, figure in ((a, f), (b, g))} - {None}
    sides = {_side(each.words, figure) for each, figure in ((a, f), (b, g))}
    return len(units) > 1 or {-1, 1} <= sides


def _next(words: Sequence[Word], figure: Figure) -> str:
    return words[figure.last].lower if figure.last < len(words) else ""


def _side(words: Sequence[Word], figure: Figure) -> int:
    """1 for "at least 40", -1 for "fewer than 40" and "nearly 40", else 0."""
    lead = [word.lower for word in words[max(0, figure.first - 2) : figure.first]]
    if tuple(lead) in _ABOVE or lead[-1:] == ["over"]:
        return 1
    return -1 if tuple(lead) in _BELOW or not _SHORT_OF.isdisjoint(lead[-1:]) else 0


def is_former(statement: Statement, figure: Figure) -> bool:
    """Whether a sentence prints a figure only to say that it holds no more."""
    before = statement.words[max(figure.first - 2, 0) : figure.first]
    return tuple(word.lower for word in before) in _FORMER


def _labels(statement: Statement) -> frozenset[str]:
    """What it prints with digits that is no figure of it: the "447" of "Flight 447"."""
    figures = (word.text for f in statement.figures for word in statement.words[f.first : f.last])
    return frozenset(word.text for word in statement.words if word.text[0].isdigit()).difference(figures)


def compatible(f: Figure, g: Figure) -> bool:
    """Whether one thing can be described by both figures."""
    if "date" in (f.kind, g.kind) or "year" in (f.kind, g.kind):
        return _same_date(f, g)
    if f.kind != g.kind and {f.kind, g.kind} != {"count", "age"}:
        return False
    if f.kind == "time":
        apart = min(abs(x - y) for x in (f.low, f.high) for y in (g.low, g.high))
        return apart <= _ROUNDED_MINUTES * (f.loose or g.loose) or f.unit != g.unit
    if f.unit and g.unit and f.unit != g.unit:
        return False
    overlap = f.low <= g.high and g.low <= f.high
    if f.unit == g.unit == MAGNITUDE:
        return overlap  # of 7.1 nobody makes 7.2
    return overlap or (f.kind not in {"weekday", "ordinal", "age"} and _rounds(f, g))


def _same_date(f: Figure, g: Figure) -> bool:
    years = [figure.low if figure.kind == "year" else figure.year for figure in (f, g)]
    if all(years) and years[0] != years[1]:
        return False
    if "year" in (f.kind, g.kind):
        return all(years)
    if f.kind != g.kind:
        return False
    whole_month = f.low % 100 == 0 or g.low % 100 == 0
    return f.low // 100 == g.low // 100 if whole_month else f.low == g.low


def _rounds(f: Figure, g: Figure) -> bool:
    """Whether one value is the other said more roughly."""
    small, large = sorted((f.low, g.low))
    if small >= _CENTS and int(small) == int(large):
        return True
    if small <= 0 or small < large * (1 - _ROUNDING):
        return False
    return f.loose or g.loose or _rounder(f.low, g.low) or _rounder(g.low, f.low)


def _rounder(rough: float, fine: float) -> bool:
    """Whether the first value is the second rounded to fewer digits, at least two of them kept."""
    digits = [len(f"{value:.10g}".replace(".", "").strip("0")) for value in (rough, fine)]
    return digits[0] < digits[1] and float(f"{fine:.{max(digits[0], 2) - 1}e}") == rough


def adds_up(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether a total on one side is the sum of parts told together on the other (1 + 5 = 6).

    "More than 350 … and more than 150" is more than 500, and so may be 600.
    """
    for total, part, statement in ((f, g, b), (g, f, a)):
        others = [x for x in statement.figures if x.kind == total.kind and x is not part]
        bounded = [x for x in others if part.low < part.high and x.low < x.high]
        beside = [x for x in others if max(x.first - part.last, part.first - x.last) <= _TOGETHER]
        if any(_is_sum(total, (part, x)) for x in (*beside, *bounded)):
            return True
        if len(others) > 1 and _is_sum(total, (part, *others)):
            return True
    return False


def _is_sum(total: Figure, parts: Sequence[Figure]) -> bool:
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    return low <= total.high and total.low <= high
