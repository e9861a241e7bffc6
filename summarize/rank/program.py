"""Concept coverage to the optimum, as an integer linear program: Gillick & Favre 2009 [gillick09ilp].

Bigrams weigh what documents hold them; the digest of the largest sum within the budget is found by
HiGHS, which comes with scipy. What is limited is the work, never the time, so that a slow machine
gives the same digest; where the limit is reached the best digest so far stands, else the greedy one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import block_array, csr_array, diags_array, eye_array

from summarize.model import Pick, Ranking
from summarize.options import Options
from summarize.rank import objectives, scores, selection
from summarize.rank.material import Material

Floats = NDArray[np.float64]

# Past these the greedy answer is given; nodes of the search and the gap at which it is near enough.
# Measured on the development sets: docs/decisions/0009.
MOST_SENTENCES, MOST_CONCEPTS, NODES, GAP = 500, 4000, 200, 1e-3


def ilp(material: Material, options: Options) -> tuple[Ranking, tuple[Pick, ...]]:
    """The set of sentences whose bigrams weigh most, at most 500 candidates and 4,000 bigrams.

    A bigram weighs the number of documents that hold it. Of more bigrams the heaviest are kept;
    with more candidates, or where no digest is found within 200 nodes, it is chosen greedily. Two
    sentences more than .5 alike are never both in.
    """
    held, weight = _bigrams(material)
    worth = np.asarray(held @ weight).ravel()
    ranking = scores.shares(worth * material.candidate, material, {"coverage": worth})
    objective = _Concepts(held, weight)
    nodes = np.flatnonzero(material.candidate)
    best = _solve(material, nodes, held, weight) if 0 < len(nodes) <= MOST_SENTENCES else None
    if best is None:
        return ranking, objectives.fill(objective, material)
    return ranking, _replayed(best, objective, material)


def _solve(
    material: Material, nodes: NDArray[np.int64], held: csr_array, weight: Floats
) -> NDArray[np.int64] | None:
    """The chosen rows, in row order; None where the solver found no digest within its limits."""
    from scipy.optimize import Bounds, milp  # a tenth of a second

    n, m = len(nodes), held.shape[1]
    found = milp(
        np.concatenate((np.zeros(n), -weight)),
        constraints=_constraints(material, nodes, held),
        bounds=Bounds(0, 1),
        # Only sentences are whole; a bigram's variable then takes the largest value it may have.
        integrality=np.concatenate((np.ones(n), np.zeros(m))),
        options={"node_limit": NODES, "mip_rel_gap": GAP},
    )
    return None if found.x is None else nodes[found.x[:n] > 0.5]


def _constraints(material: Material, nodes: NDArray[np.int64], held: csr_array) -> list[Any]:
    """The budget; a bigram counts only where a chosen sentence holds it; no two that say one thing."""
    from scipy.optimize import LinearConstraint

    cost, limit = material.costs()
    n, m = len(nodes), held.shape[1]
    budget = csr_array(np.concatenate((cost[nodes], np.zeros(m)))[None, :])
    holds = block_array([[-held[nodes].T, eye_array(m)]], format="csr")
    found = [LinearConstraint(budget, -np.inf, limit), LinearConstraint(holds, -np.inf, 0)]
    alike = material.similarity[nodes][:, nodes].tocoo()
    pairs = (alike.data > selection.SAME) & (alike.row < alike.col)
    if count := int(pairs.sum()):
        cells = (
            np.repeat(np.arange(count), 2),
            np.column_stack((alike.row[pairs], alike.col[pairs])).ravel(),
        )
        both = csr_array((np.ones(2 * count), cells), shape=(count, n + m))
        found.append(LinearConstraint(both, -np.inf, 1))
    return found


def _bigrams(material: Material) -> tuple[csr_array, Floats]:
    """Which candidate holds which bigram, (n, m) of ones, and in how many documents each stands."""
    found = (diags_array(material.candidate.astype(float)) @ material.concepts.held).tocsr()
    found.eliminate_zeros()
    document = np.repeat(material.table.document, np.diff(found.indptr)).astype(np.int64)
    m = found.shape[1]
    pairs = np.unique(document * max(m, 1) + found.indices)
    weight = np.bincount(pairs % max(m, 1), minlength=m).astype(np.float64)
    weight *= material.concepts.is_pair
    heaviest = np.sort(np.argsort(-weight, kind="stable")[:MOST_CONCEPTS])
    heaviest = heaviest[weight[heaviest] > 0]
    held = found[:, heaviest].tocsr()
    held.data = np.ones_like(held.data)
    return held, weight[heaviest]


class _Concepts:
    """Weight of the bigrams that a row would add."""

    def __init__(self, held: csr_array, weight: Floats) -> None:
        self._held, self._left = held, weight.copy()

    def terms(self) -> dict[str, Floats]:
        return {"coverage": np.asarray(self._held @ self._left).ravel()}

    def take(self, row: int) -> None:
        self._left[self._held.indices[self._held.indptr[row] : self._held.indptr[row + 1]]] = 0.0


def _replayed(
    rows: NDArray[np.int64], objective: objectives.Objective, material: Material
) -> tuple[Pick, ...]:
    """The solver's rows as picks, the one that adds most first."""
    chosen = np.zeros(len(material.table), bool)
    chosen[rows] = True
    return objectives.fill(objective, replace(material, candidate=chosen))
