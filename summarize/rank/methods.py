"""The table of methods: each a function of one signature, from material to a ranking and picks.

A method says what it ranks by; reading, spans, redundancy and citations are the same for all, so
that methods can be compared and swapped.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from summarize.model import Pick, Ranking
from summarize.options import Options
from summarize.rank import chance, objectives, peers, program, scores, selection, walks
from summarize.rank.consensus import centrality, consensus, length_of, weigh_concepts
from summarize.rank.material import Material

Floats = NDArray[np.float64]
Method = Callable[[Material, Options], tuple[Ranking, tuple[Pick, ...]]]


def coverage(material: Material, options: Options) -> tuple[Ranking, tuple[Pick, ...]]:
    """Weighted concept coverage alone, greedily: Gillick & Favre 2009 [gillick09ilp] without the solver."""
    weighed = weigh_concepts(material)
    total = np.asarray(weighed.held @ weighed.weight).ravel() * material.candidate
    cost, limit = material.costs()
    worth = selection.Worth(
        score=scores.scaled(total),
        similarity=material.similarity,
        document=material.table.document,
        candidate=material.candidate,
        cost=cost,
        limit=limit,
        covers=(selection.Cover("coverage", weighed.held, weighed.weight, length_of(material)),),
    )
    weights = selection.Weights(salience=0.0, redundancy=scores.weights(options).redundancy, reuse=0.0)
    return scores.shares(total, material, {"coverage": total}), selection.greedy(worth, weights)


def lexrank(material: Material, options: Options) -> tuple[Ranking, tuple[Pick, ...]]:
    """Continuous LexRank, Erkan & Radev 2004 [erkan04lexrank], with our redundancy penalty."""
    walk = centrality(material, 1.0)
    return walk, scores.by_score(walk.parts["centrality"], material, options)


def lead(material: Material, options: Options) -> tuple[Ranking, tuple[Pick, ...]]:
    """First sentences, round robin over the documents: the baseline that news is hard to beat by."""
    turn = _turns(material)
    values = np.where(material.candidate, 1.0 / (1.0 + turn), 0.0)
    return scores.shares(values, material, {"turn": turn}), scores.by_score(
        values, material, options, redundancy=0.0
    )


METHODS: dict[str, Method] = {
    "consensus": consensus,
    "coverage": coverage,
    "lexrank": lexrank,
    "lead": lead,
    "lexrank-threshold": walks.lexrank_threshold,
    "textrank": walks.textrank,
    "bm25": walks.bm25,
    "centroid": objectives.centroid,
    "mmr": objectives.mmr,
    "submodular": objectives.submodular,
    "dpp": objectives.dpp,
    "ilp": program.ilp,
    "random": chance.random,
    **{f"sumy-{name}": partial(peers.rank, name=name) for name in peers.SUMMARISERS},
}


def _turns(material: Material) -> Floats:
    """In which round of a round robin over documents each candidate comes up: (n,), candidates only."""
    turns = np.zeros(len(material.table))
    taken: dict[int, int] = {}
    for row in np.flatnonzero(material.candidate):
        document = int(material.table.document[row])
        turns[row] = taken.get(document, 0)
        taken[document] = taken.get(document, 0) + 1
    return turns
