"""Would sentence B do as a citation for sentence A, and do the two disagree?

The question has a direction: B must carry every claim of A, and may say more. A missing attribution,
apposition or rounding is forgiven; a missing figure, name or second claim is not. Figures that clash
veto: two papers with two tolls do not corroborate each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarize.cite.claims import Rank
from summarize.cite.figures import Figure
from summarize.cite.slots import clashes, unmatched
from summarize.cite.statement import Statement
from summarize.model import DifferenceKind, Relation

Weight = Callable[[str], float]
"""From a stem to how much it tells, idf-like and > 0; the caller's vectors know."""

# Tuned on the tuning half of tests/quality/relation_labels; see docs/decisions/0006.
_COVERED = 0.7
_SIMILAR = 0.45
_SHORTEST_KIN = 5  # letters; shorter words are alike by chance
_LEAST_CLAIM = 3  # stems; fewer are no claim that two sentences could share by more than chance

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
    for f, g in clashes(a, b, similarity):
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
    """Whether what one is first at is what the other is one of few at, and somebody is named in both."""
    complement = {word.stem for word in a.words if word.stem and word.start >= x.end}
    other = {word.stem for word in b.words if word.stem}
    shared = complement & other
    return len(shared) >= 2 and len(shared) >= 0.3 * len(complement)


def carries(b: Statement, a: Statement, similarity: float, *, weight: Weight | None = None) -> bool:
    """Whether B says all that A says."""
    if similarity < _SIMILAR or missing_figures(a, b) or missing_names(a, b):
        return False
    told = claimed(a)
    return len(told) >= _LEAST_CLAIM and coverage(told, b, weight=weight) >= _COVERED


def claimed(a: Statement) -> tuple[str, ...]:
    """The distinct stems A claims, in order: without attribution, and without figures, checked apart."""
    figures = {i for figure in a.figures for i in range(figure.first, figure.last)}
    told = (word.stem for i, word in enumerate(a.words) if i not in a.attribution and i not in figures)
    return tuple(dict.fromkeys(stem for stem in told if stem))


def coverage(told: Sequence[str], b: Statement, *, weight: Weight | None = None) -> float:
    """The share, in [0, 1], of what some stems tell that B tells too."""
    weigh = weight or (lambda stem: 1.0)
    also = frozenset(b.stems)
    total = sum(weigh(stem) for stem in told)
    return sum(weigh(stem) for stem in told if stem in also or _kin(stem, also)) / total if total else 0.0


def _kin(stem: str, others: frozenset[str]) -> bool:
    """Whether another stem is a near form: "protest" and "protester", "Gadhafi" and "Gaddafi"."""
    return any(_alike(stem, other) for other in others)


def _alike(x: str, y: str) -> bool:
    if x[:2] != y[:2] or min(len(x), len(y)) < _SHORTEST_KIN:
        return False
    prefix, suffix = _agreement(x, y), _agreement(x[::-1], y[::-1])
    one_letter_off = abs(len(x) - len(y)) <= 1 and suffix >= 2 and prefix + suffix >= _SHORTEST_KIN
    return one_letter_off or prefix >= max(_SHORTEST_KIN, 0.6 * max(len(x), len(y)))


def _agreement(x: str, y: str) -> int:
    """How many characters two words have in common from the start."""
    return next((i for i, (p, q) in enumerate(zip(x, y, strict=False)) if p != q), min(len(x), len(y)))


def missing_figures(a: Statement, b: Statement) -> tuple[Figure, ...]:
    """The figures of A, attribution apart, that B does not print."""
    return tuple(f for f in unmatched(a.figures, b.figures) if f.first not in a.attribution)


def missing_names(a: Statement, b: Statement) -> tuple[str, ...]:
    """The names of A, attribution apart, of which B has no part."""
    also = frozenset(word.lower.replace(".", "") for word in b.words)
    stems = set(b.stems)
    return tuple(
        " ".join(name.parts)
        for name in a.names
        if name.first not in a.attribution
        and not any(part in also or _kin(part, also) for part in name.parts)
        and not any(word.stem in stems for word in a.words[name.first : name.last])
    )
