"""Which figures of two sentences stand in the same slot, and whether they clash.

An age belongs to a name, a percentage to a noun, a count to what it counts, a date to an event.
Figures that any rounding, range or sum reconciles do not clash, nor do figures whose counterpart
is simply not there. Every threshold: docs/decisions/0006.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize.cite.days import ZONES
from summarize.cite.figures import Figure
from summarize.cite.names import Name, same_person
from summarize.cite.statement import Statement
from summarize.cite.words import Word, word_set

# Words that count one thing in news: a class stands for all its forms.
_CLASSES = {
    "dead": "dead died die dies dying death deaths killed kill kills killing fatal fatalities fatality toll "
    "perished slain casualties lives bodies murdered",
    "hurt": "injured injure injures injuring injuries injury wounded wounding wounds hurt hospitalized "
    "hospitalised",
    "held": "arrested arrest arrests detained custody detainees",
    "missing": "missing unaccounted",
}
_CLASS_OF = {form: name for name, forms in _CLASSES.items() for form in forms.split()}
_PEOPLE = word_set(
    "people person persons man men woman women child children others victims passengers civilians residents "
    "suspects officers soldiers students"
)
# Units that measure anything: sharing one says little about what is measured.
_MEASURES = word_set(
    "second seconds minute minutes hour hours day days week weeks month months year years mile miles km "
    "kilometers kilometres meters metres feet foot inches points times percent page pages time last next"
)
DATES = frozenset({"date", "year", "weekday", "time"})

_REACH = 4  # words of content to either side that say what a figure is about
_UNIT = 2  # words of content after a figure among which its unit stands
_ROUNDING = 0.03  # FINDINGS: "about", "nearly" and "more than" reconcile within 3 %
_ROUNDED_MINUTES = 15  # "around 9:30" is 9:19

# What must be shared around two figures before they are taken for one slot, by how alike the
# sentences are: (similarity, shared stems, of which neither names nor measures).
_ENOUGH = ((0.5, 1, 1), (0.4, 2, 1), (0.3, 3, 2))
_NAMED_AGE = 0.15
_SAME_CLASS = 0.25
_SAME_PREDICATE = 0.3


def clashes(a: Statement, b: Statement, similarity: float) -> tuple[tuple[Figure, Figure], ...]:
    """Pairs of figures, one of each sentence, that fill one slot with values that exclude each other.

    similarity: of the sentences, in [0, 1]. A figure that the other sentence says too clashes with none.
    """
    found: list[tuple[Figure, Figure]] = []
    left, right = unmatched(a, b), list(unmatched(b, a))
    for f in left:
        rivals = [g for g in right if _one_slot(a, f, b, g, similarity) and not _adds_up(a, f, b, g)]
        if rivals:
            g = max(rivals, key=lambda rival: (len(_shared(a, f, b, rival)), -rival.start))
            found.append((f, g))
            right.remove(g)
    other_day = any(f.kind in DATES for f, _ in found)
    # Two days, two polls: figures of different days are news, not a disagreement.
    return () if other_day and any(f.kind not in DATES for f, _ in found) else tuple(found)


def unmatched(a: Statement, b: Statement) -> tuple[Figure, ...]:
    """The figures of A that B does not say too, be it as part of a name ("flight 447", "Flight 447")."""
    printed = frozenset(word.text for word in b.words if word.text[0].isdigit())
    return tuple(
        figure
        for figure in a.figures
        if not any(compatible(figure, other) for other in b.figures)
        and not (figure.kind == "count" and a.words[figure.first].text in printed - _printed_figures(b))
    )


def _printed_figures(statement: Statement) -> frozenset[str]:
    return frozenset(word.text for f in statement.figures for word in statement.words[f.first : f.last])


def compatible(f: Figure, g: Figure) -> bool:
    """Whether one thing can be described by both figures."""
    if "date" in (f.kind, g.kind) or "year" in (f.kind, g.kind):
        return _same_date(f, g)
    if f.kind != g.kind and {f.kind, g.kind} != {"count", "age"}:
        return False
    if f.kind == "time":
        near = abs(f.low - g.low) <= _ROUNDED_MINUTES * (f.loose or g.loose)
        return near or (f.unit != g.unit) or abs(f.low - g.low) == 12 * 60
    if f.unit and g.unit and f.unit != g.unit:
        return False
    overlap = f.low <= g.high and g.low <= f.high
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
    if small <= 0 or small < large * (1 - _ROUNDING):
        return False
    return f.loose or g.loose or _rounder(f.low, g.low) or _rounder(g.low, f.low)


def _rounder(rough: float, fine: float) -> bool:
    """Whether the first value is the second rounded to fewer digits, at least two of them kept."""
    digits = [len(f"{value:.10g}".replace(".", "").strip("0")) for value in (rough, fine)]
    return digits[0] < digits[1] and float(f"{fine:.{max(digits[0], 2) - 1}e}") == rough


def _adds_up(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether a total on one side is the sum of parts on the other (1 + 5 = 6)."""
    for total, part, statement in ((f, g, b), (g, f, a)):
        amounts = [x.low for x in statement.figures if x.kind == total.kind and x is not part]
        if any(part.low + x == total.low for x in amounts) or part.low + sum(amounts) == total.low:
            return True
    return False


def _one_slot(a: Statement, f: Figure, b: Statement, g: Figure, similarity: float) -> bool:
    """Whether two figures answer one question about one thing."""
    if f.kind != g.kind or f.unit != g.unit:
        return False
    if f.kind == "age":
        return similarity >= _NAMED_AGE and _one_person(a, f, b, g)
    if f.kind == "count":
        return _one_count(a, f, b, g, similarity)
    if f.kind in {"weekday", "time", "date"} and (_tells_zones(a) or _tells_zones(b)):
        return False
    return _enough(similarity, _shared(a, f, b, g), a)


def _enough(similarity: float, shared: frozenset[str], a: Statement) -> bool:
    plain = len(shared & _plain(a.words))
    return any(
        similarity >= least and len(shared) >= some and plain >= telling for least, some, telling in _ENOUGH
    )


def _plain(words: Sequence[Word]) -> frozenset[str]:
    """The stems that say what happens: neither names nor measures, which any two events may share."""
    plain = (
        w for w in words if len(w.stem) > 2 and w.lower not in _MEASURES and not (w.capitalised and w.start)
    )
    return frozenset(_CLASS_OF.get(word.lower, word.stem) for word in plain)


def _tells_zones(statement: Statement) -> bool:
    """Whether the sentence reckons with time zones: "6 a.m. Japan time" may be another day elsewhere."""
    return any(
        word.lower in ZONES or (word.lower == "time" and before.capitalised)
        for before, word in pairwise(statement.words)
    )


def _one_person(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether two ages are given to names that can be one person's."""
    return any(same_person(x, y) for x in _bearers(a, f) for y in _bearers(b, g))


def _bearers(statement: Statement, age: Figure) -> Iterator[Name]:
    """The names an age stands beside: right before "Ann Lee, 40", or soon after "40-year-old"."""
    for name in statement.names:
        if name.last == age.first or 0 <= name.first - age.last <= 2:
            yield name


def _one_count(a: Statement, f: Figure, b: Statement, g: Figure, similarity: float) -> bool:
    if _is_part(a.words, f) != _is_part(b.words, g):
        return False
    if _class_near(a.words, f) & _class_near(b.words, g):
        return similarity >= _SAME_CLASS
    does = _predicate(a.words, f)
    if does and does == _predicate(b.words, g):
        return similarity >= _SAME_PREDICATE
    unit = _unit(a.words, f) & _unit(b.words, g)
    # Which units measure is known for English; elsewhere every unit might.
    measured = a.language != "en" or any(word.lower in _MEASURES for word in a.words[f.last : f.last + 1])
    around = _shared(a, f, b, g) - (unit if measured else frozenset())
    return bool(unit) and _enough(similarity, around, a)


def _is_part(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a figure counts some of a whole: "six of those arrested", "two of the 40"."""
    return any(word.lower == "of" for word in words[figure.last : figure.last + 1])


def _predicate(words: Sequence[Word], figure: Figure) -> str:
    """What counted people do or suffer: the first stem after "12 people"; else empty."""
    for i in range(figure.last, min(figure.last + _UNIT, len(words))):
        if words[i].lower in _PEOPLE:
            return next((word.stem for word in words[i + 1 : i + 1 + _REACH] if word.stem), "")
    return ""


def _unit(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """The stems among which the thing counted stands: the next words of content in the same clause."""
    found: list[str] = []
    for i, word in enumerate(words[figure.last :]):
        if len(found) == _UNIT or word.gap.strip(" -\u00a0") or word.text[0].isdigit():
            break
        if word.stem:
            found.append(word.stem)
        elif i and found:
            break
    return frozenset(found)


def _class_near(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """The classes named in the words around a figure, as far as the clause goes."""
    found: list[str] = []
    for step, indices in ((-1, range(figure.first, 0, -1)), (1, range(figure.last, len(words)))):
        for count, i in enumerate(indices):
            if count > _REACH or words[i].gap.strip(" -\u00a0"):
                break
            found.append(_CLASS_OF.get(words[i if step > 0 else i - 1].lower, ""))
    return frozenset(name for name in found if name)


def _shared(a: Statement, f: Figure, b: Statement, g: Figure) -> frozenset[str]:
    return _near(a.words, f) & _near(b.words, g)


def _near(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """What the words around a figure are about: their stems, or the class that counts as one."""
    before = [word for word in reversed(words[: figure.first]) if word.stem and word.text.isalpha()]
    after = [word for word in words[figure.last :] if word.stem and word.text.isalpha()]
    return frozenset(_CLASS_OF.get(word.lower, word.stem) for word in before[:_REACH] + after[:_REACH])
