"""One number a sentence to a ranking and picks: what methods that only score have in common."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.model import Pick, Ranking
from summarize.options import Options
from summarize.rank import selection
from summarize.rank.material import Material

Floats = NDArray[np.float64]


def by_score(
    values: Floats, material: Material, options: Options, *, redundancy: float | None = None
) -> tuple[Pick, ...]:
    """Greedy selection by a score alone, (n,) in [0, 1].

    redundancy: weight of the penalty where the user gives none; None is selection's own. Nothing
    more than .5 alike to a chosen sentence is taken in any case.
    """
    cost, limit = material.costs()
    worth = selection.Worth(
        score=values,
        similarity=material.similarity,
        document=material.table.document,
        candidate=material.candidate,
        cost=cost,
        limit=limit,
    )
    penalty = weights(options).redundancy if redundancy is None else redundancy
    return selection.greedy(worth, selection.Weights(1.0, penalty, reuse=0.0))


def weights(options: Options) -> selection.Weights:
    """Selection's weights with the user's redundancy."""
    if options.redundancy is None:
        return selection.Weights()
    return selection.Weights(redundancy=options.redundancy)


def scaled(values: Floats) -> Floats:
    """The same values with a maximum of 1, or all 0."""
    return np.asarray(values / (values.max(initial=0.0) or 1.0))


def shares(values: Floats, material: Material, parts: dict[str, Floats]) -> Ranking:
    """A ranking whose salience is proportional to values, (n,) >= 0; uniform where all are 0."""
    mass = values.sum()
    return Ranking(values / mass if mass > 0 else uniform(material.candidate), parts)


def uniform(candidate: NDArray[np.bool_]) -> Floats:
    """The same salience for every candidate."""
    return candidate / max(int(candidate.sum()), 1)
