"""The default method: what independent origins agree on, said early, covering most, repeating nothing.

Every term has a name that `explain` prints, and every number its measurement in docs/decisions/0008.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from summarize.model import Pick, Ranking, SentenceGraph
from summarize.options import Options
from summarize.rank import (
    agreement,
    concepts,
    graph,
    retelling,
    salience,
    scores,
    selection,
    wording,
)
from summarize.rank.material import Material, nearest_candidates

Floats = NDArray[np.float64]

# How fast an opening ends: a document's second sentence gains an eighth of what its first gains
# (20 to 200 measured alike, 5 less: docs/decisions/0020).
_OPENING = 60.0

# Half or double as many places as documents are no longer a line for each; chosen by eye.
_EVEN = math.log(2)

# From how many mean lengths on a sentence is long (docs/decisions/0024).
_LONG = 1.3


@dataclass(frozen=True, slots=True)
class Constants:
    """The default method's numbers, tuned on development data only: docs/decisions/0008.

    centrality, support, quotation, density: weights of the score's terms. steep: how fast position
    counts down in a language where it was not measured to count little, against 1 where it was.
    within_document: weight of an edge inside one document. reach: sentences. length: exponent by
    which a row's words divide what it covers (`length_of`).
    novelty: what the opening of a source not yet used gains, at most (`opening_of`). query: share of
    the score, in [0, 1], that answering the query makes, where there is one (chosen by eye). earlier:
    share of its worth that a sentence loses by naming earlier years only.

    With the breadth of agreement these grow from 0: personal and referring, the share of its worth
    that a sentence loses by speaking in the first person, by leaning on the one before; names and
    objection, weights of covering them; spread, the share of its gain that a sentence loses when its
    document has a line and there are documents enough for every line; from 1, retold: how many times
    as alike as their cosine two ledes are (docs/decisions/0022).
    """

    centrality: float = 0.2
    support: float = 0.8
    quotation: float = 0.12
    density: float = 0.2
    steep: float = 3.32
    within_document: float = 0.25
    reach: float = 14.0
    length: float = 0.5
    novelty: float = 1.0
    query: float = 0.9
    earlier: float = 0.3
    personal: float = 0.4
    referring: float = 0.3
    names: float = 0.25
    objection: float = 0.5
    spread: float = 0.5
    retold: float = 3.0
    filling: float = 0.5


CONSTANTS = Constants()


def consensus(
    material: Material, options: Options, constants: Constants = CONSTANTS
) -> tuple[Ranking, tuple[Pick, ...]]:
    """What independent origins agree on, said early, covering most, repeating nothing."""
    broad = agreement.breadth(material.origins)
    # A query says what matters; the story's own anchors and objections would speak over it.
    signs = material.wording if broad and not material.query else None
    manner = _manner(material, signs, broad, constants)
    ranking = score(material, manner, constants)
    cost, limit = material.costs()
    weighed = weigh_concepts(material)
    retold = retelling.cost(material)
    worth = selection.Worth(
        score=ranking.parts["score"],
        similarity=retelling.ledes_likened(material, retold_of(material, broad, constants)),
        document=material.table.document,
        candidate=material.candidate,
        cost=cost,
        limit=limit,
        covers=_covers(material, weighed, signs, manner, broad, constants),
        novelty=opening_of(material, broad, constants),
        retelling=material.retelling if retold else None,
        lede=retelling.ledes(material) if material.budget.unit == "sentences" else None,
    )
    weights = replace(
        scores.weights(options),
        reuse=_reuse(material, broad, constants),
        retold=retold,
        filling=_filling(material, constants),
    )
    return ranking, selection.greedy(worth, weights)


def score(material: Material, manner: Floats, constants: Constants = CONSTANTS) -> Ranking:
    """Salience by centrality, support and position, with every term among the parts."""
    support = support_of(material)
    walk = centrality(material, constants.within_document)
    place = salience.position_prior(
        material.place, steepness=steepness_of(material, constants), reach=constants.reach
    )
    relevance = material.relevance
    base = (
        constants.centrality * walk.parts["centrality"]
        + constants.support * support
        + constants.quotation * material.room * material.quoted
        - constants.density * _density(material)
    )
    total = np.where(material.candidate, np.maximum(base, 0.0) * place * manner, 0.0)
    total = scores.scaled(total)
    if material.query:
        asked = scores.scaled(relevance * material.candidate)
        total = (1 - constants.query) * total + constants.query * asked
    parts = {
        "score": scores.scaled(total),
        "centrality": walk.parts["centrality"],
        "support": support,
        "position": place,
        "manner": manner,
        "relevance": relevance,
    }
    mass = total.sum()
    shares = total / mass if mass > 0 else scores.uniform(material.candidate)
    return Ranking(shares, parts, walk.iterations, walk.residual)


def support_of(material: Material) -> Floats:
    """How well the other origins say what each row says, (n,) in [0, 1]; copies share the best of theirs."""
    best = np.zeros(len(material.table))
    said = agreement.support(material.similarity, material.origin)
    np.maximum.at(best, material.representative, said)
    return best[material.representative]


def centrality(material: Material, within_document: float) -> Ranking:
    """PageRank over the candidate texts, each text one node; copies share their node's value.

    parts["centrality"] is the same scaled to a maximum of 1.
    """
    n = len(material.table)
    nodes = np.flatnonzero(material.candidate)
    # Each gives way to the next: they are large.
    walked = graph.weaken(material.similarity, material.table.document, within_document)
    walked = graph.fold(walked, nearest_candidates(material))
    if len(nodes) < n:
        walked = walked[nodes]
        walked = walked[:, nodes]
    walk = salience.pagerank(SentenceGraph(walked), bias=_bias(material, nodes), tolerance=1e-8)
    values = np.zeros(n)
    values[nodes] = walk.salience
    return Ranking(values, {"centrality": scores.scaled(values)}, walk.iterations, walk.residual)


def weigh_concepts(material: Material) -> concepts.Concepts:
    """The bundle's concepts; with a query that it speaks of, only those that name it count."""
    weighed = concepts.weigh(
        material.concepts,
        position=material.place,
        document=material.table.document,
        origins=material.origins,
        votes=material.table.eligible & (material.words >= 5),
    )
    if not material.query:
        return weighed
    wanted = frozenset(material.query)
    named = np.fromiter((not wanted.isdisjoint(name) for name in material.concepts.names), bool)
    if not named.any():
        return weighed
    return concepts.Concepts(weighed.held, weighed.weight * named)


def steepness_of(material: Material, constants: Constants = CONSTANTS) -> float:
    """1 for a bundle mostly in languages measured to be flat, else `steep`."""
    if not len(material.flat):
        return 1.0
    return 1.0 if material.flat.mean() >= 0.5 else constants.steep


def opening_of(material: Material, broad: float, constants: Constants = CONSTANTS) -> Floats:
    """What a row gains while its document has no line: (n,) >= 0, nearly all of it for the first sentence.

    The more, the broader the agreement. Where position is flat, only as far as documents are of different
    days: then each lede is its day's news, while the ledes of one day tell one thing. And there only as far
    as a line for each is natural: the nearer the places come to the number of documents. Nothing with a
    query, which says what matters.
    """
    if material.query:
        return np.zeros(len(material.table))
    opening = salience.position_prior(material.place, steepness=_OPENING, reach=constants.reach)
    worth = constants.novelty * broad * opening
    if steepness_of(material, constants) > 1:
        return worth
    even = max(0.0, 1 - abs(material.room) / _EVEN)
    return worth * even * material.unfolding


def retold_of(material: Material, broad: float, constants: Constants = CONSTANTS) -> float:
    """How many times as alike as their cosine two ledes are, from 1 up with the breadth of agreement.

    Not where position is steep: there a digest wants each document's opening (docs/decisions/0046).
    """
    flat = steepness_of(material, constants) == 1
    return 1 + (constants.retold - 1) * broad if flat else 1.0


def length_of(material: Material, constants: Constants = CONSTANTS) -> Floats:
    """What divides a row's coverage: its words to a power, so that long sentences do not win by length alone.

    The power grows with `agreement.voices`: where one text holds many, each says little, and in few words.
    Where the budget counts sentences a word more costs nothing, so only what is longer than is usual
    in the bundle pays, by how many times it is.
    """
    words = np.maximum(material.words, 1)
    if material.budget.unit == "sentences":
        return np.maximum(words / (_LONG * material.mean_words), 1.0) ** constants.length
    voices = agreement.voices(material.similarity, material.origins, material.candidate)
    return np.asarray(words ** (constants.length + voices))


def _covers(
    material: Material,
    weighed: concepts.Concepts,
    signs: wording.Wording | None,
    manner: Floats,
    broad: float,
    constants: Constants,
) -> tuple[selection.Cover, ...]:
    """What a digest should reach: the bundle's concepts, its names, and what speaks against."""
    length = length_of(material, constants)
    coverage = selection.Cover("coverage", weighed.held, weighed.weight, length / manner)
    if signs is None:
        return (coverage,)
    eligible = material.table.eligible
    named = concepts.weigh_names(signs.names, material.origin, eligible)
    objecting = signs.objecting & eligible
    against = concepts.objection(material.similarity, material.origin, objecting)
    share = len(np.unique(material.origin[objecting])) / len(np.unique(material.origins))
    names, objection = constants.names * broad, constants.objection * broad * share
    return (
        coverage,
        selection.Cover("names", named.held, named.weight, 1 / manner, names),
        selection.Cover("objection", against.held, against.weight, np.ones(len(manner)), objection),
    )


def _manner(material: Material, signs: wording.Wording | None, broad: float, constants: Constants) -> Floats:
    """What a row keeps of its worth: (n,) in (0, 1]."""
    kept = 1 - constants.earlier * wording.earlier(material.table)
    if signs is not None:
        kept *= 1 - constants.personal * broad * signs.personal
        kept *= 1 - constants.referring * broad * signs.referring
    return np.asarray(kept)


def _reuse(material: Material, broad: float, constants: Constants) -> float:
    """What a second line from one document costs: the more, the better others could give it."""
    enough = min(1.0, math.exp(-material.room)) ** 2
    return max(selection.Weights().reuse, constants.spread * broad * enough)


def _filling(material: Material, constants: Constants) -> float:
    """What the last line leaves over matters: less beyond five lines, not from ten on (decision 55)."""
    several = len(material.table.documents) > 1  # in a list of reviews the short line is the better one
    return constants.filling * min(1.0, max(0.0, 2 - material.lines / 5)) * several


def _density(material: Material) -> Floats:
    """Distinct content terms per printed word, in the languages it was measured in: lists score high."""
    distinct = np.diff(material.vectors.indptr)
    return np.where(material.flat, distinct / np.maximum(material.words, 1), 0.0)


def _bias(material: Material, nodes: NDArray[np.int64]) -> Floats | None:
    """Where the walk restarts: everywhere, and with a query mostly where the query is answered."""
    relevance = material.relevance[nodes]
    if not relevance.any():
        return None
    return np.asarray(relevance / relevance.sum() + 0.1 / len(nodes))
