"""Which figures of two sentences stand in the same slot, and whether they clash.

An age belongs to a name, a percentage to a noun, a count to what it counts, a date to an event.
Figures that any rounding, range or sum reconciles do not clash, nor do figures whose counterpart
is simply not there. Every threshold: docs/decisions/0006.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize.cite import ages
from summarize.cite.agreement import adds_up, compatible, is_former, unmatched
from summarize.cite.contradictions import opposed_deeds
from summarize.cite.coverage import alike, missing_names
from summarize.cite.days import is_zone
from summarize.cite.figures import AMOUNTS, DATES, MAGNITUDE, Figure
from summarize.cite.replaced import is_changed_to
from summarize.cite.statement import Statement
from summarize.cite.tense import verb
from summarize.cite.things import are_two, relative_years
from summarize.cite.tolls import grown
from summarize.cite.units import (
    MERE_PEOPLE,
    PEOPLE,
    REACH,
    UNIT,
    around,
    beside,
    class_beside,
    is_further,
    is_part,
    measures,
    next_stem,
    plain_stems,
    unit_of,
)
from summarize.cite.wording import CARRIED, reach, score
from summarize.cite.words import Word, word_set

_LOCATIVE = word_set("in across at near around outside throughout")
_PLACE_REACH = 9  # words from a figure to the place it is told of

# What must be shared around two figures before they are taken for one slot, by how alike the
# sentences are: (similarity, shared stems, of which neither names nor measures).
_ENOUGH = (
    ((0.5, 1, 1), (0.4, 2, 1), (0.3, 3, 2)),
    # Counts of one thing, which is one of the words shared.
    ((0.5, 1, 1), (0.4, 1, 1), (0.3, 2, 1), (0.25, 3, 2)),
)
_AFTERSHOCKS = word_set("aftershock aftershocks foreshock second")
_NEARLY = 0.3  # similarity below which nothing agrees but for a figure
_CLOSE = 0.5  # from here on the sentences are nearly the same
_FAR = 1000  # times apart two numbers of which one has no unit are not of one thing, and beyond it no two:
# "million" against "billion" is the widest slip of a pen
_SAME_CLASS = 0.25
_TOLD_TIMES = (-1, 1)  # past and future, as `verb` tells them
_SAME_PREDICATE = 0.3
_MANY = 3  # plain stems around both figures; with fewer, the word right beside them must be one

_Pair = tuple[Figure, Figure]


def clashes(
    a: Statement, b: Statement, similarity: float, *, over_days: bool = False
) -> tuple[tuple[Figure, Figure], ...]:
    """Pairs of figures, one of each sentence, that fill one slot with values that exclude each other.

    similarity: of the sentences, in [0, 1]. A figure that the other sentence says too clashes with none.
    over_days: B is from an earlier day, and it is asked whether A has news of it.
    """
    if not (a.figures and b.figures):  # asked first: most pairs need not be read further
        return ()
    if a.text.startswith("(") or b.text.startswith("("):
        return ()  # a note in parentheses is a reference, and its figures are pages and dates of record
    found = [*ages.disputed(a, b, similarity), *_paired(a, b, similarity)]
    if not over_days:
        found = [(f, g) for f, g in found if is_changed_to(a, f) == is_changed_to(b, g)]
        found = _with_tolls(a, b, found)
    other_day = any(f.kind in DATES for f, _ in found)
    if over_days and other_day:  # a toll on Sunday and one on Tuesday: the toll is the news, not the day
        return tuple(pair for pair in found if pair[0].kind not in DATES) or tuple(found)
    # Two days, two polls: figures of different days are news, not a disagreement.
    return () if other_day and any(f.kind not in DATES for f, _ in found) else tuple(found)


def _with_tolls(a: Statement, b: Statement, found: list[_Pair]) -> list[_Pair]:
    """What was found and, of the dead, the hurt and the like, counts of which one goes on from the other.

    In a bundle the later holds, and a reader of the earlier is shown it.
    """
    paired = {f.start for f, _ in found}
    counts = (*grown(a, b), *((f, g) for g, f in grown(b, a)))
    return sorted(
        [*found, *(pair for pair in counts if pair[0].start not in paired)], key=lambda pair: pair[0].start
    )


def _paired(a: Statement, b: Statement, similarity: float) -> list[tuple[Figure, Figure]]:
    """Figures of one slot, each in one pair at most; those that share most around them find each other."""
    own, theirs = tuple(_told(a, b)), tuple(_told(b, a))
    rivals = [
        (-len(_around_both(a, f, b, g)), f, g)
        for f in own
        for g in theirs
        if _one_slot(a, f, b, g, similarity) and not adds_up(a, f, b, g)
    ]
    found: list[tuple[Figure, Figure]] = []
    for _, f, g in sorted(rivals, key=lambda rival: (rival[0], rival[1].start, rival[2].start)):
        if all(f is not x and g is not y for x, y in found):
            found.append((f, g))
    return sorted(found, key=lambda pair: pair[0].start)


def _around_both(a: Statement, f: Figure, b: Statement, g: Figure) -> frozenset[str]:
    """What both of two figures are about."""
    return around(a.words, f) & around(b.words, g)


def _told(a: Statement, b: Statement) -> Iterator[Figure]:
    """The figures of A's claim that B does not say; when something was said is not part of it."""
    missing = (figure for figure in unmatched(a, b) if not is_former(a, figure))
    return (figure for figure in missing if figure.first not in a.attribution)


def _one_slot(a: Statement, f: Figure, b: Statement, g: Figure, similarity: float) -> bool:
    """Whether two figures answer one question about one thing."""
    if f.kind != g.kind or f.unit != g.unit or f.kind == "age":
        return False
    if _amounts_of_two(a, f, b, g):
        return False
    if f.kind == "year" and (relative_years(a) or relative_years(b)):
        return False  # "last year" may be the year that the other prints
    if f.kind in {"weekday", "time", "date"} and (_tells_zones(a) or _tells_zones(b)):
        return False
    if f.kind == "weekday" and _other_times(a, f, b, g):
        return False
    if f.kind in DATES and any(opposed_deeds(a, b)):
        return False  # prices rose in March and fell in April
    if similarity >= _NEARLY and _all_else_agrees(a, f, b, g):
        return True
    if f.kind == "count":
        return _one_count(a, f, b, g, similarity)
    return _enough(a, f, b, g, similarity, frozenset())


def _amounts_of_two(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether two amounts are of two things by their size, a year, a place, or "another"."""
    if is_further(a.words, f) or is_further(b.words, g):
        return True
    if f.kind in AMOUNTS and are_two(a, f, b, g):
        return True
    if f.kind in {"count", "money"} and max(f.low, g.low) > _FAR * min(f.high, g.high):
        return True
    if f.kind == "count" and class_beside(a.words, f) and a.values("year") != b.values("year"):
        return True  # the dead of 1974 are not those of this fire
    return f.kind == "count" and _measure_two_places(a, f, b, g)


def _other_times(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether two weekdays hang on verbs of other times, or on two verbs of one time.

    The strike ended, and work will begin; he was arrested on Monday, and charged on Tuesday.
    """
    if a.language != "en" or b.language != "en":
        return False
    (x, i), (y, j) = (verb(each.words, day.first, day.last - 1) for each, day in ((a, f), (b, g)))
    does, other = _deed(a.words, i), _deed(b.words, j)
    if {x, y} == {1, 2} and does == other:
        return False  # "will reopen", "is to reopen"
    if not (x and y) or x != y:
        return bool(x and y)
    return x in _TOLD_TIMES and bool(does and other) and does != other and not alike(does, other)


def _deed(words: Sequence[Word], at: int) -> str:
    """The stem of a verb, or of the one that an auxiliary goes with."""
    return next((word.stem for word in words[at : at + 2] if word.stem), "")


def _all_else_agrees(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether one sentence says all that the other says but for these figures, beside one word in both."""
    if not _around_both(a, f, b, g) or max(reach(a, b), reach(b, a)) < CARRIED:
        return False
    if bool(a.negations) != bool(b.negations):
        return False
    if f.kind in {"count", "time"}:
        return False
    if len(tuple(_told(a, b))) > 1 and len(tuple(_told(b, a))) > 1:
        return False
    return max(score(a, b), score(b, a)) >= CARRIED


def _enough(
    a: Statement, f: Figure, b: Statement, g: Figure, similarity: float, unit: frozenset[str]
) -> bool:
    """Whether what stands around two figures, their common unit apart, is alike enough for the sentences."""
    if f.kind == "count" and a.language != "en" and next_stem(a.words, f) != next_stem(b.words, g):
        return False  # no unit is known, but what is counted follows
    shared = _around_both(a, f, b, g) - unit
    plain = len(shared & plain_stems(a.words))
    apart = not (beside(a.words, f) & beside(b.words, g)) - unit
    far = f.kind in {"weekday", "money"} or (plain < _MANY and (bool(unit) or similarity < _CLOSE))
    if apart and far:
        return False
    some = len(shared) + _agreed(a, b)
    # Elsewhere it is not known which units measure and which words are names: only near-copies do.
    counted = f.kind == "count" and not unit
    tiers = _ENOUGH[counted][: None if a.language == "en" else 1 + 2 * counted]
    return any(
        similarity >= least and some >= around and plain >= telling for least, around, telling in tiers
    )


def _agreed(a: Statement, b: Statement) -> int:
    """How many amounts the two share, two at most: who agrees on the dead and the hurt tells one story."""
    amounts = [figure for figure in a.figures if figure.kind in AMOUNTS]
    return min(2, sum(any(compatible(figure, other) for other in b.figures) for figure in amounts))


def _tells_zones(statement: Statement) -> bool:
    """Whether the sentence reckons with time zones: "6 a.m. Japan time" may be another day elsewhere."""
    return any(
        is_zone(word) or (word.lower == "time" and before.capitalised)
        for before, word in pairwise(statement.words)
    )


def _one_count(a: Statement, f: Figure, b: Statement, g: Figure, similarity: float) -> bool:
    if is_part(a.words, f) or is_part(b.words, g):
        return False
    if f.unit == MAGNITUDE:
        least = _SAME_PREDICATE if a.language == "en" else _CLOSE  # elsewhere no aftershock is known
        return similarity >= least and not _AFTERSHOCKS & (a.lower ^ b.lower)
    one_place = not (_elsewhere(a, f, b) or _elsewhere(b, g, a))
    unit, other = unit_of(a.words, f), unit_of(b.words, g)
    x, y = class_beside(a.words, f), class_beside(b.words, g)
    measured = measures(a.words, f) or measures(b.words, g)
    if x and y and not measured:
        same_kind = unit <= MERE_PEOPLE or other <= MERE_PEOPLE or bool(unit & other)
        return x == y and same_kind and similarity >= _SAME_CLASS and one_place
    does = predicate(a.words, f)
    if does and does == predicate(b.words, g):
        return similarity >= _SAME_PREDICATE and one_place
    unit = (unit & other) - MERE_PEOPLE
    return bool(unit) and _enough(a, f, b, g, similarity, unit if measured else frozenset())


def counts_one(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether both sentences name what they count, and it is one thing: "12 dead", "killed 15 people".

    What is counted without such a class must be the same, and beside another word in both that is no name:
    two firefighters who were hurt are not four who searched.
    """
    x, y = class_beside(a.words, f), class_beside(b.words, g)
    if x or y:
        return x == y
    unit = unit_of(a.words, f) & unit_of(b.words, g)
    names = {part for said in (a, b) for name in said.names for part in name.parts}
    return bool(unit) and bool(_around_both(a, f, b, g) - unit - {name.lower() for name in names})


def _measure_two_places(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether two lengths, times or the like are told of places of which the other sentence names none."""
    measured = measures(a.words, f) or measures(b.words, g)
    return measured and (_elsewhere(a, f, b) or _elsewhere(b, g, a))


def _elsewhere(a: Statement, f: Figure, b: Statement) -> bool:
    """Whether a figure of A is told of a place that B does not name."""
    strange = set(missing_names(a, b))
    return any(
        " ".join(name.parts) in strange
        and -_PLACE_REACH <= name.first - f.last <= _PLACE_REACH
        and any(word.lower in _LOCATIVE for word in a.words[max(0, name.first - 3) : name.first])
        for name in a.names
    )


def predicate(words: Sequence[Word], figure: Figure) -> str:
    """What counted people do or suffer: the first stem after "12 people" or after a bare "12"; else empty."""
    at = figure.last
    if unit_of(words, figure):
        people = (i for i in range(at, min(at + UNIT, len(words))) if words[i].lower in PEOPLE)
        at = next(people, len(words)) + 1
    return next((word.stem for word in words[at : at + REACH] if word.stem), "")
