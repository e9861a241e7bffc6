"""The table of methods: each a function of one signature, from material to a ranking and picks.

A method says what it ranks by; reading, spans, redundancy and citations are the same for all, so
that methods can be compared and swapped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from summarize.model import Pick, Ranking, SentenceGraph
from summarize.options import Options
from summarize.rank import (
    chance,
    concepts,
    graph,
    objectives,
    peers,
    program,
    salience,
    scores,
    selection,
    vectors,
    walks,
)
from summarize.rank.material import Material

Floats = NDArray[np.float64]
Method = Callable[[Material, Options], tuple[Ranking, tuple[Pick, ...]]]


@dataclass(frozen=True, slots=True)
class Constants:
    """The default method's numbers, tuned on development data only: docs/decisions/0008.

    centrality, support, quotation, density: weights of the score's terms. steep: how fast position
    counts down in a language where it was not measured to count little, against 1 where it was.
    within_document: weight of an edge inside one document. reach: sentences. length: exponent by
    which a row's words divide what it covers, for budgets of words; a budget of sentences uses 0.
    novelty: of a source not yet used, where position is steep. query: share of the score, in [0, 1],
    that answering the query makes, where there is one (chosen by eye).
    """

    centrality: float = 0.2
    support: float = 0.8
    quotation: float = 0.12
    density: float = 0.2
    steep: float = 3.32
    within_document: float = 0.25
    reach: float = 14.0
    length: float = 0.5
    novelty: float = 0.1
    query: float = 0.75


CONSTANTS = Constants()


def consensus(
    material: Material, options: Options, constants: Constants = CONSTANTS
) -> tuple[Ranking, tuple[Pick, ...]]:
    """The default: what independent origins agree on, said early, covering most, repeating nothing."""
    ranking = score(material, constants)
    steepness = _steepness(material, constants)
    worth = selection.Worth(
        score=ranking.parts["score"],
        similarity=material.similarity,
        document=material.table.document,
        candidate=material.candidate,
        cost=material.costs()[0],
        limit=material.costs()[1],
        concepts=weigh_concepts(material, steepness),
        length=_length(material, constants),
        novelty=constants.novelty
        * (steepness - 1)
        * salience.position_prior(material.place, steepness=steepness, reach=constants.reach),
    )
    return ranking, selection.greedy(worth, scores.weights(options))


def score(material: Material, constants: Constants = CONSTANTS) -> Ranking:
    """Salience by centrality, support and position, with every term among the parts."""
    walk = centrality(material, constants.within_document)
    support = salience.support(material.similarity, material.origin)
    support = _of_best_copy(support, material.representative)
    place = salience.position_prior(
        material.place, steepness=_steepness(material, constants), reach=constants.reach
    )
    relevance = _relevance(material)
    base = (
        constants.centrality * walk.parts["centrality"]
        + constants.support * support
        + constants.quotation * material.room() * material.quoted
        - constants.density * _density(material)
    )
    total = scores.scaled(np.where(material.candidate, np.maximum(base * place, 0.0), 0.0))
    if material.query:
        total = (1 - constants.query) * total + constants.query * scores.scaled(
            relevance * material.candidate
        )
    parts = {
        "score": scores.scaled(total),
        "centrality": walk.parts["centrality"],
        "support": support,
        "position": place,
        "relevance": relevance,
    }
    mass = total.sum()
    shares = total / mass if mass > 0 else scores.uniform(material.candidate)
    return Ranking(shares, parts, walk.iterations, walk.residual)


def centrality(material: Material, within_document: float) -> Ranking:
    """PageRank over the candidate texts, each text one node; copies share their node's value.

    parts["centrality"] is the same scaled to a maximum of 1.
    """
    n = len(material.table)
    nodes = np.flatnonzero(material.candidate)
    weakened = graph.weaken(material.similarity, material.table.document, within_document)
    folded = graph.fold(weakened, _nearest_candidate(material))
    walk = salience.pagerank(
        SentenceGraph(folded[nodes][:, nodes]), bias=_bias(material, nodes), tolerance=1e-8
    )
    values = np.zeros(n)
    values[nodes] = walk.salience
    return Ranking(values, {"centrality": scores.scaled(values)}, walk.iterations, walk.residual)


def weigh_concepts(material: Material, steepness: float) -> concepts.Concepts:
    """The bundle's concepts; with a query, those that name it outweigh the rest (chosen by eye)."""
    weighed = concepts.weigh(
        material.concepts,
        position=material.place,
        document=material.table.document,
        origins=material.origins,
        votes=material.table.eligible & (material.words >= 5),
        steepness=steepness,
    )
    if not material.query:
        return weighed
    wanted = frozenset(material.query)
    named = np.fromiter((not wanted.isdisjoint(name.split()) for name in weighed.names), bool)
    return concepts.Concepts(weighed.held, weighed.weight * np.where(named, 1.0, 0.1), weighed.names)


def coverage(material: Material, options: Options) -> tuple[Ranking, tuple[Pick, ...]]:
    """Weighted concept coverage alone, greedily: Gillick & Favre 2009 [gillick09ilp] without the solver."""
    weighed = weigh_concepts(material, _steepness(material, CONSTANTS))
    total = np.asarray(weighed.held @ weighed.weight).ravel() * material.candidate
    cost, limit = material.costs()
    worth = selection.Worth(
        score=scores.scaled(total),
        similarity=material.similarity,
        document=material.table.document,
        candidate=material.candidate,
        cost=cost,
        limit=limit,
        concepts=weighed,
        length=_length(material, CONSTANTS),
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


def _steepness(material: Material, constants: Constants) -> float:
    """1 for a bundle mostly in languages measured to be flat, else `steep`."""
    if not len(material.flat):
        return 1.0
    return 1.0 if material.flat.mean() >= 0.5 else constants.steep


def _length(material: Material, constants: Constants) -> Floats:
    """What divides a row's coverage: its words to a power; 1 where the budget counts sentences."""
    exponent = 0.0 if material.budget.unit == "sentences" else constants.length
    return np.maximum(material.words, 1) ** exponent


def _density(material: Material) -> Floats:
    """Distinct content terms per printed word, in the languages it was measured in: lists score high."""
    distinct = np.fromiter((len(set(terms)) for terms in material.terms), float, len(material.terms))
    return np.where(material.flat, distinct / np.maximum(material.words, 1), 0.0)


def _relevance(material: Material) -> Floats:
    """Cosine of each row to the query, (n,) in [0, 1]; 0 without one."""
    n = len(material.table)
    if not material.query:
        return np.zeros(n)
    with_query = vectors.tfidf([*material.terms, material.query])
    return np.asarray((with_query[:n] @ with_query[n:].T).toarray()).ravel()


def _bias(material: Material, nodes: NDArray[np.int64]) -> Floats | None:
    """Where the walk restarts: everywhere, and with a query mostly where the query is answered."""
    relevance = _relevance(material)[nodes]
    if not relevance.any():
        return None
    return np.asarray(relevance / relevance.sum() + 0.1 / len(nodes))


def _nearest_candidate(material: Material) -> NDArray[np.int64]:
    """The candidate row that stands for each text, or the row itself where none does."""
    standing = material.representative.copy()
    rows = np.flatnonzero(material.candidate)
    chosen = np.arange(len(standing))
    chosen[material.representative[rows]] = rows
    return chosen[standing]


def _of_best_copy(values: Floats, representative: NDArray[np.int64]) -> Floats:
    """Each row's value raised to the largest among rows with the same text."""
    best = np.zeros_like(values)
    np.maximum.at(best, representative, values)
    return best[representative]


def _turns(material: Material) -> Floats:
    """In which round of a round robin over documents each candidate comes up: (n,), candidates only."""
    turns = np.zeros(len(material.table))
    taken: dict[int, int] = {}
    for row in np.flatnonzero(material.candidate):
        document = int(material.table.document[row])
        turns[row] = taken.get(document, 0)
        taken[document] = taken.get(document, 0) + 1
    return turns
