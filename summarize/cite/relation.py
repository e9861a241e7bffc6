"""Would sentence B do as a citation for sentence A, and do the two disagree?

The question has a direction: B must carry every claim of A, and may say more. A missing attribution,
apposition or rounding is forgiven; a missing figure, name or second claim is not. Figures that clash
veto: two papers with two tolls do not corroborate each other.
"""

from __future__ import annotations

from summarize.cite import contradictions
from summarize.cite.coverage import Weight, claimed, coverage, missing_figures, missing_names
from summarize.cite.slots import DATES, clashes
from summarize.cite.statement import Statement
from summarize.model import DifferenceKind, Relation

# Tuned on the tuning half of tests/quality/relation_labels.tsv; see docs/decisions/0006.
_COVERED = 0.7
_SIMILAR = 0.45
_LEAST_CLAIM = 3  # stems; fewer are no claim that two sentences could share by more than chance

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
    """Where the two say nearly the same and contradict each other: figures in A's order, then the rest."""
    found: list[Disagreement] = []
    for f, g in clashes(a, b, similarity):
        found.append(("date" if f.kind in DATES else "number", (f.start, f.end), (g.start, g.end)))
    if places := contradictions.ranks(a, b):
        found.append(("rank", *places))
    if places := contradictions.negation(a, b, similarity):
        found.append(("negation", *places))
    if places := contradictions.names(a, b, similarity):
        found.append(("name", *places))
    return tuple(found)


def carries(b: Statement, a: Statement, similarity: float, *, weight: Weight | None = None) -> bool:
    """Whether B says all that A says."""
    if similarity < _SIMILAR or missing_figures(a, b) or missing_names(a, b):
        return False
    claim = claimed(a)
    return len(claim) >= _LEAST_CLAIM and coverage(claim, b, weight=weight) >= _COVERED
