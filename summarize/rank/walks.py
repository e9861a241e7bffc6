"""Random walks over other graphs: thresholded LexRank, TextRank, and TextRank with BM25.

Each connects the candidates in its paper's way and walks as `salience.pagerank` does. Only pairs that
the cosine graph holds are looked at: a pair that shares no telling term has no edge in any of them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.model import Pick, Ranking, SentenceGraph
from summarize.options import Options
from summarize.rank import graph, salience, scores, vectors
from summarize.rank.material import Material

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Chosen = tuple[Ranking, tuple[Pick, ...]]
Weigh = Callable[[Material, Ints, Ints], Floats]

# Cosine from which Erkan & Radev draw an edge; they found .1 the best of .1, .2, .3.
THRESHOLD = 0.1

# BM25's saturation and length normalisation, and the share of the mean idf that stands for a negative
# one, as Barrios et al. have them.
K1, B, FLOOR = 1.2, 0.75, 0.25


def lexrank_threshold(material: Material, options: Options) -> Chosen:
    """LexRank with edges of weight 1 where the cosine is above .1 [erkan04lexrank]."""
    return _walk(material, options, _above_threshold)


def textrank(material: Material, options: Options) -> Chosen:
    """TextRank, Mihalcea & Tarau 2004 [mihalcea04textrank]: shared words over the logs of both lengths.

    Words are our content terms, each counted once. Two sentences of one word have logs of 0: the
    divisor is at least ln 2.
    """
    return _walk(material, options, _overlap)


def bm25(material: Material, options: Options) -> Chosen:
    """TextRank with BM25 for similarity, Barrios et al. 2016 [barrios16variations].

    BM25 has a query and a document; the weight of an edge is the mean of both ways round.
    """
    return _walk(material, options, _bm25)


def _walk(material: Material, options: Options, weigh: Weigh) -> Chosen:
    n = len(material.table)
    rows, columns = _pairs(material)
    between = material.candidate[rows] & material.candidate[columns]
    weights = np.where(between, weigh(material, rows, columns), 0.0)
    edges = csr_array((scores.scaled(weights), (rows, columns)), shape=(n, n))
    nodes = np.flatnonzero(material.candidate)
    walk = salience.pagerank(SentenceGraph(edges[nodes][:, nodes]))
    values = np.zeros(n)
    values[nodes] = walk.salience
    centrality = scores.scaled(values)
    ranking = Ranking(values, {"centrality": centrality}, walk.iterations, walk.residual)
    return ranking, scores.by_score(centrality, material, options)


def _pairs(material: Material) -> tuple[Ints, Ints]:
    similarity = material.similarity
    rows = np.repeat(np.arange(similarity.shape[0]), np.diff(similarity.indptr))
    return rows, similarity.indices.astype(np.int64)


def _above_threshold(material: Material, rows: Ints, columns: Ints) -> Floats:
    return np.where(material.similarity.data > THRESHOLD, 1.0, 0.0)


def _overlap(material: Material, rows: Ints, columns: Ints) -> Floats:
    held = _binary(vectors.counts(material.terms)[0])
    logs = np.log(np.maximum(np.diff(held.indptr), 1))
    shared = graph.products(held, held, rows, columns)
    return np.asarray(shared / np.maximum(logs[rows] + logs[columns], np.log(2)))


def _bm25(material: Material, rows: Ints, columns: Ints) -> Floats:
    found, _ = vectors.counts(material.terms)
    n, m = found.shape
    frequency = np.bincount(found.indices, minlength=m)
    idf = np.log((n - frequency + 0.5) / (frequency + 0.5))
    idf = np.where(idf > 0, idf, FLOOR * max(float(idf.mean()) if m else 0.0, 0.0))
    lengths = np.asarray(found.sum(axis=1)).ravel()
    norm = K1 * (1 - B + B * lengths / max(float(lengths.mean()) if n else 0.0, 1e-9))
    saturated = found.data * (K1 + 1) / (found.data + np.repeat(norm, np.diff(found.indptr)))
    documents = vectors.with_data(found, idf[found.indices] * saturated)
    queries = _binary(found)
    both = graph.products(documents, queries, rows, columns) + graph.products(
        queries, documents, rows, columns
    )
    return np.asarray(both / 2)


def _binary(matrix: csr_array) -> csr_array:
    return vectors.with_data(matrix, np.ones_like(matrix.data))
