"""Would sentence B do as a citation for sentence A, and do the two disagree?

The question has a direction: B must carry every claim of A, and may say more. A missing attribution,
apposition or rounding is forgiven; a missing figure, name or second claim is not. Figures that clash
veto: two papers with two tolls do not corroborate each other.
"""

from __future__ import annotations

from summarize.cite import contradictions, opposites
from summarize.cite.ages import NAMED_AGE
from summarize.cite.coverage import (
    LEAST_CLAIM,
    Weight,
    claimed,
    coverage,
    lightened,
    longest_silence,
    missing_figures,
    missing_names,
    repeats,
    shared_names,
)
from summarize.cite.slots import DATES, clashes
from summarize.cite.statement import Statement
from summarize.model import DifferenceKind, Relation

NEAREST_DISPUTE = NAMED_AGE  # below this similarity nothing but claims of rank is compared

# Tuned on tests/quality/relation_labels.tsv; docs/decisions/0006 says how and what it gives.
NEAREST_SUPPORT = 0.3  # similarity
_OF_SIMILARITY = 0.4  # its share in the score; the rest is coverage
_CARRIED = 0.64
_CARRIED_NAMED, _NAMED = 0.55, 2  # two names told together leave little room for another event
_CARRIED_UNREAD = 0.70  # where attribution, denial and rank cannot be read, words must say it all
_CLAUSE = 2  # stems; a longer stretch that B leaves out is a claim of its own
_SHORT, _SHORT_SIMILAR = 5, 0.55  # so few stems are shared by chance, unless the sentences are alike
_VERBATIM, _HALF_VERBATIM = 0.8, 0.5  # of A's runs of words

Disagreement = tuple[DifferenceKind, tuple[int, int], tuple[int, int]]
"""A kind and the characters [start, end) of the value in A and in B."""


def relate(a: Statement, b: Statement, similarity: float, *, weight: Weight | None = None) -> Relation:
    """How B stands to A: `same-text`, `corroborates`, `differs` or `unrelated`.

    similarity: TF-IDF cosine over the bundle, in [0, 1]. weight: how much a stem tells, its
    smoothed idf; all the same by default. Of two sentences of one document the answer means nothing.
    """
    if a.print and a.print == b.print:
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
    if similarity < NEAREST_SUPPORT or missing_figures(a, b) or missing_names(a, b, weight=weight):
        return False
    if (a.negations and not b.negations) or opposites.bar(a, b):
        return False
    repeated = repeats(a, b)
    if repeated < _HALF_VERBATIM and _too_little(a, similarity):
        return False
    return repeated >= _VERBATIM or _says_it(b, a, similarity, weight)


def _too_little(a: Statement, similarity: float) -> bool:
    """Whether A claims so little beside names that shared words may be chance."""
    claim = claimed(a)
    named = {word.stem for name in a.names for word in a.words[name.first : name.last]}
    return len(set(claim) - named) < LEAST_CLAIM or (len(claim) <= _SHORT and similarity < _SHORT_SIMILAR)


def _says_it(b: Statement, a: Statement, similarity: float, weight: Weight | None) -> bool:
    claim = claimed(a)
    if len(claim) < LEAST_CLAIM or longest_silence(claim, b) > _CLAUSE:
        return False
    told = coverage(claim, b, weight=lightened(a, weight))
    score = _OF_SIMILARITY * similarity + (1 - _OF_SIMILARITY) * told
    if a.language != "en":
        return score >= _CARRIED_UNREAD
    return score >= (_CARRIED_NAMED if shared_names(a, b, weight=weight) >= _NAMED else _CARRIED)
