"""Would sentence B do as a citation for sentence A, and do the two disagree?

The question has a direction: B must carry every claim of A, and may say more. A missing attribution,
apposition or rounding is forgiven; a missing figure, name or second claim is not. Figures that clash
veto: two papers with two tolls do not corroborate each other.
"""

from __future__ import annotations

from collections.abc import Callable

from summarize.cite.claims import Rank
from summarize.cite.slots import clashes, unmatched
from summarize.cite.statement import Statement
from summarize.model import DifferenceKind, Relation

Weight = Callable[[str], float]
"""From a stem to how much it tells, idf-like and > 0; the caller's vectors know."""

# Tuned on the tuning half of tests/quality/relation_labels; see docs/decisions/0006.
_COVERED = 0.7
_SIMILAR = 0.45
_NEAR = 0.4

_DATES = frozenset({"date", "year", "weekday", "time"})

Disagreement = tuple[DifferenceKind, tuple[int, int], tuple[int, int]]
"""A kind and the characters [start, end) of the value in A and in B."""


def relate(a: Statement, b: Statement, similarity: float, *, weight: Weight | None = None) -> Relation:
    """How B stands to A: `same-text`, `corroborates`, `differs` or `unrelated`.

    similarity: TF-IDF cosine over the bundle, in [0, 1]. weight: how much a stem tells; all the same
    by default. Of two sentences of one document the answer means nothing.
    """
    if a.folded and a.folded == b.folded:
        return Relation("same-text", similarity)
    found = disagreements(a, b, similarity)
    if found:
        values = tuple((kind, (a.text[slice(*x)], b.text[slice(*y)])) for kind, x, y in found)
        return Relation("differs", similarity, values)
    return Relation("corroborates" if carries(b, a, similarity, weight=weight) else "unrelated", similarity)


def disagreements(a: Statement, b: Statement, similarity: float) -> tuple[Disagreement, ...]:
    """Where the two say nearly the same and contradict each other, in the order of A."""
    found: list[Disagreement] = []
    if similarity >= _NEAR:
        for f, g in clashes(a, b):
            kind: DifferenceKind = "date" if f.kind in _DATES else "number"
            found.append((kind, (f.start, f.end), (g.start, g.end)))
    if ranks := _ranks(a, b):
        found.append(("rank", *ranks))
    return tuple(found)


def _ranks(a: Statement, b: Statement) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """ "the first" against "one of the few", said of one thing."""
    x, y = a.rank, b.rank
    if x is None or y is None or x.claim == y.claim:
        return None
    return ((x.start, x.end), (y.start, y.end)) if _same_frame(a, x, b, y) else None


def _same_frame(a: Statement, x: Rank, b: Statement, y: Rank) -> bool:
    shared = set(a.stems) & set(b.stems)
    return len(shared) >= 3


def carries(b: Statement, a: Statement, similarity: float, *, weight: Weight | None = None) -> bool:
    """Whether B says all that A says."""
    if similarity < _SIMILAR or unmatched(a.figures, b.figures) or missing_names(a, b):
        return False
    return coverage(a, b, weight=weight) >= _COVERED


def coverage(a: Statement, b: Statement, *, weight: Weight | None = None) -> float:
    """The share, in [0, 1], of what A's content words tell that B tells too; attribution does not count."""
    told = {word.stem for i, word in enumerate(a.words) if word.stem and i not in a.attribution}
    told = told or set(a.stems)
    weigh = weight or (lambda stem: 1.0)
    total = sum(weigh(stem) for stem in sorted(told))
    also = set(b.stems)
    return sum(weigh(stem) for stem in sorted(told) if stem in also) / total if total else 0.0


def missing_names(a: Statement, b: Statement) -> tuple[str, ...]:
    """The names of A, attribution apart, of which B has no part."""
    also = {word.lower.replace(".", "") for word in b.words}
    stems = set(b.stems)
    return tuple(
        " ".join(name.parts)
        for name in a.names
        if name.first not in a.attribution
        and not any(part in also for part in name.parts)
        and not any(word.stem in stems for word in a.words[name.first : name.last])
    )
