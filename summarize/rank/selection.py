"""Salience to picks: the best sentences that fit, none of which says again what another said.

Greedy, with a penalty for redundancy (maximal marginal relevance, Carbonell & Goldstein 1998
[carbonell98mmr]) and a reward for concepts not yet covered. Gains only ever fall as picks are made,
so the lazy greedy of Minoux 1978 [minoux78lazy] finds what re-scoring every sentence would.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.model import Pick
from summarize.rank.concepts import Concepts

Floats = NDArray[np.float64]

# Sentences this alike are one statement to a reader (docs/decisions/0008).
SAME = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """What selection weighs, one entry per row.

    score: (n,) in [0, 1]. similarity: (n, n) cosines. document: (n,). candidate: (n,) bool.
    cost: (n,) > 0 in units of `limit`. reward: (n,) divides the concept weight a row would cover,
    so that long sentences do not win by length alone. novelty: (n,) >= 0, added while the row's
    document is unused.
    """

    score: Floats
    similarity: csr_array
    document: NDArray[np.int32]
    candidate: NDArray[np.bool_]
    cost: Floats
    limit: float
    concepts: Concepts | None = None
    length: Floats | None = None
    novelty: Floats | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """How the terms of a gain are weighed; docs/decisions/0008 has the measurements.

    salience, redundancy, coverage: of the three terms. reuse: share of a gain lost when its
    document already has a line. same: cosine to a chosen line from which a sentence is out.
    """

    salience: float = 0.6
    redundancy: float = 0.6
    coverage: float = 1.0
    reuse: float = 0.12
    same: float = SAME


@dataclass(slots=True)
class _State:
    """What has been chosen so far: the only thing that changes while selecting."""

    left: float
    nearest: Floats
    uncovered: Floats
    used: set[int] = field(default_factory=set)


def greedy(worth: Worth, weights: Weights = Weights()) -> tuple[Pick, ...]:
    """Rows to print, in the order chosen, within the limit.

    Each round takes the row with the largest gain among those that fit and are at most
    `weights.same` similar to every chosen one; ties fall to the earlier row. Ends when nothing fits.
    """
    n = len(worth.score)
    weight = worth.concepts.weight if worth.concepts else np.zeros(0)
    state = _State(worth.limit, np.zeros(n), weight.copy())
    unit = _largest_coverage(worth, state)
    rows = [int(row) for row in np.flatnonzero(worth.candidate)]
    heap = [(-_gain(worth, weights, state, row, unit)[0], row) for row in rows]
    heapq.heapify(heap)
    picks: list[Pick] = []
    while heap:
        _, row = heapq.heappop(heap)
        if worth.cost[row] > state.left or state.nearest[row] > weights.same:
            continue  # neither can change back: the limit only shrinks, the nearest only comes nearer
        gain, parts = _gain(worth, weights, state, row, unit)
        if heap and (-gain, row) > heap[0]:
            heapq.heappush(heap, (-gain, row))
            continue
        picks.append(Pick(row, gain, float(state.nearest[row]), parts))
        _take(worth, state, row)
    return tuple(picks)


def _gain(
    worth: Worth, weights: Weights, state: _State, row: int, unit: float
) -> tuple[float, dict[str, float]]:
    """What choosing a row now would add, and the parts it is the sum of."""
    parts = {
        "salience": weights.salience * float(worth.score[row]),
        "redundancy": -weights.redundancy * float(state.nearest[row]),
        "coverage": weights.coverage * _coverage(worth, state, row) / unit,
    }
    gain = sum(parts.values())
    document = int(worth.document[row])
    if document in state.used:
        parts["reuse"] = -weights.reuse * abs(gain)
    elif worth.novelty is not None:
        parts["new source"] = float(worth.novelty[row])
    return sum(parts.values()), parts


def _coverage(worth: Worth, state: _State, row: int) -> float:
    if worth.concepts is None or worth.length is None:
        return 0.0
    held = worth.concepts.held
    columns = held.indices[held.indptr[row] : held.indptr[row + 1]]
    return float(state.uncovered[columns].sum() / worth.length[row])


def _largest_coverage(worth: Worth, state: _State) -> float:
    """The largest coverage of any candidate at the start: the unit coverage is measured in."""
    if worth.concepts is None or worth.length is None or not worth.candidate.any():
        return 1.0
    every = (worth.concepts.held @ state.uncovered / worth.length)[worth.candidate]
    return float(every.max()) or 1.0


def _take(worth: Worth, state: _State, row: int) -> None:
    similarity = worth.similarity
    mine = slice(similarity.indptr[row], similarity.indptr[row + 1])
    near = similarity.indices[mine]
    state.nearest[near] = np.maximum(state.nearest[near], similarity.data[mine])
    if worth.concepts is not None:
        held = worth.concepts.held
        state.uncovered[held.indices[held.indptr[row] : held.indptr[row + 1]]] = 0.0
    state.left -= float(worth.cost[row])
    state.used.add(int(worth.document[row]))
