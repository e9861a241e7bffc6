"""Which figures of two sentences stand in the same slot, and whether they clash.

An age belongs to a name, a percentage to a noun, a count to what it counts, a date to an event.
Figures that any rounding, range or sum reconciles do not clash, nor do figures whose counterpart
is simply not there.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.cite.figures import Figure
from summarize.cite.statement import Statement
from summarize.cite.words import Word, word_set

# Words that count one thing in news: a class stands for all its forms.
_CLASSES = {
    "dead": "dead died die dies dying death deaths killed kill kills killing fatal fatalities "
    "fatality toll perished slain casualties lives bodies",
    "hurt": "injured injure injures injuring injuries injury wounded wounding wounds hurt "
    "hospitalized hospitalised",
    "held": "arrested arrest arrests detained custody detainees",
    "missing": "missing unaccounted",
}
_CLASS_OF = {form: name for name, forms in _CLASSES.items() for form in forms.split()}
_PEOPLE = word_set("people person persons men women others victims passengers civilians residents")

# How far the words that say what is counted may stand from the figure, in words of content.
_REACH = 3
# Figures of one kind whose neighbourhoods share less than this are about different things.
_SAME_SLOT = 0.34
_ROUNDING = 0.03  # FINDINGS: "about", "nearly" and "more than" reconcile within 3 %


def clashes(a: Statement, b: Statement) -> tuple[tuple[Figure, Figure], ...]:
    """Pairs of figures, one of each sentence, that fill one slot with values that exclude each other."""
    left, right = unmatched(a.figures, b.figures), list(unmatched(b.figures, a.figures))
    found = []
    for figure in left:
        if not right:
            break
        affinity, other = max(((_affinity(a, figure, b, g), g) for g in right), key=lambda pair: pair[0])
        if affinity >= _SAME_SLOT and not _adds_up(a, figure, b, other):
            found.append((figure, other))
            right.remove(other)
    return tuple(found)


def unmatched(figures: Sequence[Figure], others: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures that no other figure says too."""
    return tuple(f for f in figures if not any(compatible(f, g) for g in others))


def compatible(f: Figure, g: Figure) -> bool:
    """Whether one thing can be described by both figures."""
    if "date" in (f.kind, g.kind) or "year" in (f.kind, g.kind):
        return _same_date(f, g)
    if f.kind != g.kind and {f.kind, g.kind} != {"count", "age"}:
        return False
    if f.kind in {"weekday", "ordinal", "time"}:
        return f.low == g.low or (f.kind == "time" and f.unit != g.unit and abs(f.low - g.low) == 720)
    if f.unit and g.unit and f.unit != g.unit:
        return False
    return (f.low <= g.high and g.low <= f.high) or _rounds(f, g)


def _same_date(f: Figure, g: Figure) -> bool:
    year_of = [x.low if x.kind == "year" else x.year for x in (f, g)]
    if all(year_of) and year_of[0] != year_of[1]:
        return False
    if "year" in (f.kind, g.kind):
        return all(year_of)
    if f.kind != g.kind:
        return False
    whole_month = f.low % 100 == 0 or g.low % 100 == 0
    return f.low // 100 == g.low // 100 if whole_month else f.low == g.low


def _rounds(f: Figure, g: Figure) -> bool:
    """Whether one value is the other said more roughly."""
    small, large = sorted((f.low, g.low))
    if small <= 0 or small < large * (1 - _ROUNDING):
        return False
    return f.loose or g.loose or _rounder(f.low, g.low)


def _rounder(x: float, y: float) -> bool:
    """Whether x or y is the other rounded to fewer digits, at least two of them kept."""
    for rough, fine in ((x, y), (y, x)):
        digits = f"{rough:.10g}".replace(".", "").strip("0")
        fine_digits = f"{fine:.10g}".replace(".", "").strip("0")
        if len(digits) < len(fine_digits) and float(f"{fine:.{max(len(digits), 2) - 1}e}") == rough:
            return True
    return False


def _adds_up(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether a total on one side is the sum of parts on the other (1 + 5 = 6)."""
    for total, part, parts in ((f, g, b.figures), (g, f, a.figures)):
        amounts = [x.low for x in parts if x.kind == total.kind]
        if any(part.low + x.low == total.low for x in parts if x is not part and x.kind == total.kind):
            return True
        if len(amounts) > 1 and sum(amounts) == total.low:
            return True
    return False


def _affinity(a: Statement, f: Figure, b: Statement, g: Figure) -> float:
    """How surely two figures fill one slot, in [0, 1]."""
    if f.kind != g.kind or (f.unit and g.unit and f.kind == "money" and f.unit != g.unit):
        return 0.0
    near_f, near_g = _near(a.words, f), _near(b.words, g)
    if not near_f or not near_g:
        return 0.0
    return len(near_f & near_g) / min(len(near_f), len(near_g))


def _near(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """What the words around a figure are about: their stems, or the class that counts as one."""
    before = [_about(w) for w in reversed(words[: figure.first]) if w.stem and not w.text[0].isdigit()][
        :_REACH
    ]
    after = [_about(w) for w in words[figure.last :] if w.stem and not w.text[0].isdigit()][:_REACH]
    return frozenset(x for x in before + after if x)


def _about(word: Word) -> str:
    if word.lower in _PEOPLE:
        return ""
    return _CLASS_OF.get(word.lower, word.stem)
