"""Vectors to the sentence graph: who resembles whom, across all documents.

One graph over every sentence of the bundle, sparse however many there are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.model import SentenceGraph, SentenceTable

# A sentence keeps its strongest neighbours. Up to 256 other sentences nothing is cut; past that the
# weak tail would cost quadratic memory and moves the walk by less than its tolerance matters.
NEIGHBOURS = 256

# Rows multiplied at a time: bounds the widest product to 256 · n entries.
BLOCK = 256


def cosines(vectors: csr_array, *, neighbours: int = NEIGHBOURS) -> csr_array:
    """Cosine of every pair of unit rows that share a term: (n, n) csr, symmetric, zero diagonal.

    Each row keeps its `neighbours` largest values, and those of rows that keep it.
    """
    n = vectors.shape[0]
    transposed = vectors.T.tocsr()
    blocks = [_strongest(vectors[at : at + BLOCK] @ transposed, at, neighbours) for at in range(0, n, BLOCK)]
    if not blocks:
        return csr_array((0, 0))
    rows, columns, values = (np.concatenate(part) for part in zip(*blocks, strict=True))
    # Summation order differs between (i, j) and (j, i) in the last bit, so one of them serves both.
    upper = rows < columns
    low, high = np.where(upper, rows, columns), np.where(upper, columns, rows)
    pair, first = np.unique(low.astype(np.int64) * n + high, return_index=True)
    low, high, values = pair // n, pair % n, np.minimum(values[first], 1.0)
    return csr_array(
        (np.concatenate((values, values)), (np.concatenate((low, high)), np.concatenate((high, low)))),
        shape=(n, n),
    )


def connect(vectors: csr_array, table: SentenceTable, *, within_document: float = 0.25) -> SentenceGraph:
    """The graph the walk runs on: cosines, with edges inside one document weakened.

    vectors: (n, m) unit rows, row i sentence i of `table`. within_document: factor in [0, 1]; what a
    text says again is style, what another text says again is news (0.25: docs/decisions/0008).
    """
    return SentenceGraph(weaken(cosines(vectors), table.document, within_document))


def weaken(similarity: csr_array, document: NDArray[np.int32], factor: float) -> csr_array:
    """The same similarities with those inside one document multiplied by `factor`."""
    rows = np.repeat(np.arange(similarity.shape[0]), np.diff(similarity.indptr))
    inside = document[rows] == document[similarity.indices]
    data = np.where(inside, similarity.data * factor, similarity.data)
    return csr_array((data, similarity.indices, similarity.indptr), shape=similarity.shape)


def _strongest(
    block: csr_array, at: int, keep: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Entries (row, column, value) of a block of rows: the `keep` largest of each, none with itself."""
    lengths = np.diff(block.indptr)
    rows = np.repeat(np.arange(at, at + block.shape[0]), lengths)
    off_diagonal = (rows != block.indices) & (block.data > 0)
    rows, columns, values = rows[off_diagonal], block.indices[off_diagonal], block.data[off_diagonal]
    if lengths.max(initial=0) > keep:
        # By row, then value downwards, then column: ties fall to the earlier sentence.
        order = np.lexsort((columns, -values, rows))
        rows, columns, values = rows[order], columns[order], values[order]
        first = np.searchsorted(rows, rows)
        kept = np.arange(len(rows)) - first < keep
        rows, columns, values = rows[kept], columns[kept], values[kept]
    return rows.astype(np.int64), columns.astype(np.int64), values


def fold(similarity: csr_array, representative: NDArray[np.int64]) -> csr_array:
    """Sentences with one text as one node: (n, n) csr with every edge moved to the representatives.

    representative: (n,) the row that stands for row i. Of several edges between two nodes the
    heaviest stays, and a node has none to itself. Without this, ten copies of a sentence would vote
    for one another; the copies keep their rows, so who printed them is not lost.
    """
    n = similarity.shape[0]
    rows = representative[np.repeat(np.arange(n), np.diff(similarity.indptr))]
    columns = representative[similarity.indices]
    keep = rows != columns
    cell, values = rows[keep] * n + columns[keep], similarity.data[keep]
    order = np.lexsort((values, cell))
    cell, values = cell[order], values[order]
    heaviest = np.append(cell[1:] != cell[:-1], True) if len(cell) else np.zeros(0, bool)
    cell, values = cell[heaviest], values[heaviest]
    return csr_array((values, (cell // n, cell % n)), shape=(n, n))
