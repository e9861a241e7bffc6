"""Methods that judge the digest as a whole: centroid, MMR, submodular coverage, DPP.

Each is an objective: what every sentence would add to what has been chosen, as named terms. `fill`
takes the best that fits until nothing fits. Eager: a round looks at every sentence, so time grows with
sentences times picks; `selection.greedy`, which the default uses, is lazy.
"""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array, eye_array

from summarize.model import Pick, Ranking, SentenceGraph
from summarize.options import Options
from summarize.rank import salience, scores, selection, vectors
from summarize.rank.material import Material

Floats = NDArray[np.float64]
Chosen = tuple[Ranking, tuple[Pick, ...]]

# Weight of relevance against redundancy in MMR; the paper leaves it to the user (docs/decisions/0009).
RELEVANCE = 0.7

# Saturation (this over n of a sentence's total similarity), weight of diversity, clusters a sentence and
# exponent of the cost, near Lin & Bilmes' 5, 6, .2 and .3 (docs/decisions/0009); and how many clusters at
# most, which bounds the memory.
SATURATION, DIVERSITY, CLUSTERS, COST, MOST_CLUSTERS = 20.0, 6.0, 0.2, 0.3, 100

# How much stronger the most central sentence is than the least, as a logarithm (docs/decisions/0009).
QUALITY = 3.0

# Chosen sentences a DPP keeps apart from later ones: bounds memory at this many numbers a sentence.
REMEMBERED = 256


class Objective(Protocol):
    """What a method wants of the digest as a whole."""

    def terms(self) -> dict[str, Floats]:
        """What choosing each row now would add: named (n,) arrays whose sum is the gain."""
        ...

    def take(self, row: int) -> None:
        """Choose a row."""
        ...


def centroid(material: Material, options: Options) -> Chosen:
    """The digest whose vector is nearest the bundle's, chosen greedily [ghalandari17centroid]."""
    held = _candidate_vectors(material)
    return _chosen(_Centroid(held), material, held @ _centre(held))


def mmr(material: Material, options: Options) -> Chosen:
    """Maximal marginal relevance, Carbonell & Goldstein 1998 [carbonell98mmr].

    Relevance is the cosine to the query, or without one to the centroid of the candidates. The
    user's redundancy, a weight beside 1, takes the place of the paper's lambda.
    """
    held = _candidate_vectors(material)
    relevance = material.relevance if material.query else held @ _centre(held)
    weight = RELEVANCE if options.redundancy is None else 1 / (1 + options.redundancy)
    return _chosen(_Marginal(relevance, held, weight), material, relevance)


def submodular(material: Material, options: Options) -> Chosen:
    """Coverage and diversity, Lin & Bilmes 2011 [lin11submodular].

    Clusters are those of spherical k-means over the candidates, begun at rows an even way apart.
    """
    similarity = _between_candidates(material)
    reward = np.asarray(similarity.sum(axis=0)).ravel() / max(int(material.candidate.sum()), 1)
    objective = _Coverage(similarity, reward, _clusters(_candidate_vectors(material), material.candidate))
    return _chosen(objective, material, reward, cost_exponent=COST)


def dpp(material: Material, options: Options) -> Chosen:
    """A determinantal point process's likeliest digest, Kulesza & Taskar 2012 [kulesza12dpp].

    Quality is the exponential of centrality; the greedy search is that of Chen et al. 2018
    [chen18dpp], which goes on here until nothing fits.
    """
    nodes = np.flatnonzero(material.candidate)
    centrality = np.zeros(len(material.table))
    centrality[nodes] = salience.pagerank(SentenceGraph(material.similarity[nodes][:, nodes])).salience
    centrality = scores.scaled(centrality)
    return _chosen(_Volume(_candidate_vectors(material), QUALITY * centrality), material, centrality)


def fill(objective: Objective, material: Material, *, cost_exponent: float = 0.0) -> tuple[Pick, ...]:
    """Rows in the order chosen: the largest gain over cost^cost_exponent among those that fit.

    Nothing more than .5 alike to a chosen row is taken; ties fall to the earlier row.
    """
    cost, left = material.costs()
    nearest = np.zeros(len(material.table))
    free = material.candidate.copy()
    scale = cost**cost_exponent
    picks: list[Pick] = []
    while (free := free & (cost <= left) & (nearest <= selection.SAME)).any():
        terms = objective.terms()
        gain = sum(terms.values(), start=np.zeros(len(free)))
        row = int(np.argmax(np.where(free, gain / scale, -np.inf)))
        parts = {name: float(values[row]) for name, values in terms.items()}
        picks.append(Pick(row, float(gain[row]), float(nearest[row]), parts))
        objective.take(row)
        free[row] = False
        left -= float(cost[row])
        nearest = np.maximum(nearest, material.similarity[[row]].toarray().ravel())
    return tuple(picks)


def _chosen(
    objective: Objective, material: Material, values: Floats, *, cost_exponent: float = 0.0
) -> Chosen:
    """Picks, and a ranking by what each sentence is worth alone."""
    alone = np.where(material.candidate, np.maximum(values, 0.0), 0.0)
    ranking = scores.shares(alone, material, {"alone": scores.scaled(alone)})
    return ranking, fill(objective, material, cost_exponent=cost_exponent)


class _Centroid:
    """Cosine of the digest's summed vectors to the centre, and what each row would add to it."""

    def __init__(self, held: csr_array) -> None:
        self._held, self._near = held, held @ _centre(held)
        self._centre, self._sum = _centre(held), np.zeros(held.shape[1])

    def terms(self) -> dict[str, Floats]:
        square, reached = float(self._sum @ self._sum), float(self._sum @ self._centre)
        lengths = np.sqrt(np.maximum(square + 2 * (self._held @ self._sum) + 1, 1e-12))
        now = reached / math.sqrt(square) if square else 0.0
        return {"centroid": (reached + self._near) / lengths - now}

    def take(self, row: int) -> None:
        self._sum += self._held[[row]].toarray().ravel()


class _Marginal:
    """Relevance less the largest cosine to what is chosen."""

    def __init__(self, relevance: Floats, held: csr_array, weight: float) -> None:
        self._relevance, self._held, self._weight = weight * relevance, held, weight
        self._nearest = np.zeros(len(relevance))

    def terms(self) -> dict[str, Floats]:
        return {"relevance": self._relevance, "redundancy": -(1 - self._weight) * self._nearest}

    def take(self, row: int) -> None:
        self._nearest = np.maximum(self._nearest, _row_cosines(self._held, row))


class _Coverage:
    """How much of each sentence the digest resembles, up to a limit, and how many clusters it visits."""

    def __init__(self, similarity: csr_array, reward: Floats, cluster: NDArray[np.int64]) -> None:
        n = max(int((np.diff(similarity.indptr) > 0).sum()), 1)
        self._similarity, self._reward, self._cluster = similarity, reward, cluster
        self._room = np.asarray(similarity.sum(axis=1)).ravel() * min(SATURATION / n, 1.0)
        self._visited = np.zeros(int(cluster.max(initial=0)) + 1)

    def terms(self) -> dict[str, Floats]:
        matrix = self._similarity
        useful = np.minimum(matrix.data, self._room[matrix.indices])
        covered = csr_array((useful, matrix.indices, matrix.indptr), shape=matrix.shape).sum(axis=1)
        before = self._visited[self._cluster]
        visited = np.sqrt(before + self._reward) - np.sqrt(before)
        return {"coverage": np.asarray(covered).ravel(), "diversity": DIVERSITY * visited}

    def take(self, row: int) -> None:
        near = slice(self._similarity.indptr[row], self._similarity.indptr[row + 1])
        columns = self._similarity.indices[near]
        self._room[columns] = np.maximum(self._room[columns] - self._similarity.data[near], 0.0)
        self._visited[self._cluster[row]] += self._reward[row]


class _Volume:
    """Log-determinant of the kernel of what is chosen: quality, and the part not in others' span."""

    def __init__(self, held: csr_array, quality: Floats) -> None:
        self._held, self._quality = held, quality
        self._left = np.ones(held.shape[0])
        self._spanned: list[Floats] = []

    def terms(self) -> dict[str, Floats]:
        return {"quality": self._quality, "diversity": np.log(np.maximum(self._left, 1e-12))}

    def take(self, row: int) -> None:
        if len(self._spanned) >= REMEMBERED:
            return
        shared = _row_cosines(self._held, row)
        for direction in self._spanned:
            shared -= direction * direction[row]
        direction = shared / math.sqrt(max(float(self._left[row]), 1e-12))
        self._left -= direction**2
        self._spanned.append(direction)


def _candidate_vectors(material: Material) -> csr_array:
    """Unit rows (n, m), empty where a row is no candidate."""
    return (diags_array(material.candidate.astype(float)) @ vectors.tfidf(material.terms)).tocsr()


def _between_candidates(material: Material) -> csr_array:
    """Cosines among candidates, each 1 to itself."""
    mask = diags_array(material.candidate.astype(float))
    return (mask @ (material.similarity + eye_array(len(material.table))) @ mask).tocsr()


def _centre(held: csr_array) -> Floats:
    """The mean direction of the rows: (m,), length 1 or 0."""
    total = np.asarray(held.sum(axis=0)).ravel()
    return np.asarray(total / (np.linalg.norm(total) or 1.0))


def _row_cosines(held: csr_array, row: int) -> Floats:
    return np.asarray(held @ held[[row]].toarray().ravel())


def _clusters(held: csr_array, candidate: NDArray[np.bool_], *, rounds: int = 10) -> NDArray[np.int64]:
    """The cluster of each row, (n,), by spherical k-means."""
    rows = np.flatnonzero(candidate)
    count = min(math.ceil(CLUSTERS * len(rows)), MOST_CLUSTERS)
    found = np.zeros(len(candidate), np.int64)
    if count < 2:
        return found
    centres = held[rows[np.arange(count) * len(rows) // count]]
    for _ in range(rounds):
        nearest = (held @ centres.T).toarray().argmax(axis=1)
        if (nearest == found).all():
            break
        found = nearest
        member = csr_array((np.ones(len(rows)), (found[rows], rows)), shape=(count, len(candidate)))
        centres = vectors.unit_rows((member @ held).tocsr())
    return found
