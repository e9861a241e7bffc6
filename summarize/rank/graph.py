"""Vectors to the sentence graph: who resembles whom, across all documents.

One graph over every sentence of the bundle, sparse however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.model import SentenceGraph, SentenceTable
from summarize.rank.vectors import with_data

Floats = NDArray[np.float64]
Ints = NDArray[np.integer[Any]]
Value = TypeVar("Value", bound=np.generic)

# A term that more sentences hold than this brings no two of them together, though it counts in their
# cosine: without it the work would grow with the square of a story's length. Up to 512 sentences
# every pair is looked at; past that a pair must share one term that tells it apart.
COMMON = 512

# A sentence keeps its strongest neighbours: past some hundred they are noise, and memory (chosen by eye).
NEIGHBOURS = 128

# Ints multiplied, and pairs completed, at a time: bounds the memory, changes no value.
BLOCK = 512
PAIRS = 1 << 17


def cosines(vectors: csr_array, *, neighbours: int = NEIGHBOURS, common: int = COMMON) -> csr_array:
    """Cosine of every pair of unit rows that share a telling term: (n, n) csr, symmetric, zero diagonal.

    A telling term is one that at most `common` rows hold. Each row keeps its `neighbours` largest
    values by telling terms, and is kept by those that keep it. Values are exact to rounding.
    """
    n, m = vectors.shape
    telling = np.bincount(vectors.indices, minlength=m) <= common
    rare = vectors if telling.all() else vectors[:, telling]
    transposed = rare.T.tocsr()
    if not n:
        return csr_array((0, 0))
    blocks = (strongest(rows @ transposed, at, neighbours) for at, rows in in_blocks(rare, BLOCK))
    rows, columns, values = pairs(blocks, n)
    if rare is not vectors:
        rest = vectors[:, ~telling]
        values = values + products(rest, rest, rows, columns)
    return symmetric(rows, columns, values, n)


def in_blocks(matrix: csr_array, size: int) -> Iterator[tuple[int, csr_array]]:
    """At most `size` rows at a time, each block with its first row; one block is the matrix itself."""
    n = matrix.shape[0]
    if n <= size:
        yield 0, matrix
    else:
        yield from ((at, matrix[at : at + size]) for at in range(0, n, size))


def pairs(blocks: Iterable[tuple[Ints, Ints, Floats]], n: int) -> tuple[Ints, Ints, Floats]:
    """Entries (row, column, value) of blocks of an (n, n) matrix, each pair once, with its value."""
    found = [
        (np.minimum(rows, columns) * n + np.maximum(rows, columns), value) for rows, columns, value in blocks
    ]
    cells, values = (np.concatenate(part) for part in zip(*found, strict=True))
    found.clear()  # millions of pairs in a large bundle
    # Summation order differs between (i, j) and (j, i) in the last bit, so one of them serves both.
    pair, first = np.unique(cells, return_index=True)
    lower, higher = np.divmod(pair, n)
    return lower.astype(np.int32), higher.astype(np.int32), values[first]


def symmetric(rows: Ints, columns: Ints, values: Floats, n: int) -> csr_array:
    """Pairs as an (n, n) matrix, both ways round; values above 1 by rounding are 1."""
    # What stands below the diagonal first: then each row gets its columns in order.
    places = np.concatenate((columns, rows)), np.concatenate((rows, columns))
    values = np.minimum(values, 1.0)
    return csr_array((np.concatenate((values, values)), places), shape=(n, n))


def connect(vectors: csr_array, table: SentenceTable, *, within_document: float = 0.25) -> SentenceGraph:
    """The graph the walk runs on: cosines, with edges inside one document weakened.

    vectors: (n, m) unit rows, row i sentence i of `table`. within_document: factor in [0, 1]; what a
    text says again is style, what another text says again is news (0.25: docs/decisions/0008).
    """
    return SentenceGraph(weaken(cosines(vectors), table.document, within_document))


def weaken(similarity: csr_array, document: NDArray[np.int32], factor: float) -> csr_array:
    """The same similarities with those inside one document multiplied by `factor`."""
    inside = _of_rows(document, similarity) == document[similarity.indices]
    data = np.where(inside, similarity.data * factor, similarity.data)
    return with_data(similarity, data)


def liken(
    similarity: csr_array, alike: NDArray[np.bool_], document: NDArray[np.int32], factor: float
) -> csr_array:
    """The same with similarities between `alike` rows of different documents multiplied, at most to 1."""
    columns = similarity.indices
    pair = _of_rows(alike, similarity) & alike[columns]
    pair &= _of_rows(document, similarity) != document[columns]
    data = np.where(pair, np.minimum(similarity.data * factor, 1.0), similarity.data)
    return with_data(similarity, data)


def _of_rows(values: NDArray[Value], matrix: csr_array) -> NDArray[Value]:
    """(n,) values, one a row, as one for each entry."""
    return np.repeat(values, np.diff(matrix.indptr))


def strongest(block: csr_array, at: int, keep: int) -> tuple[Ints, Ints, Floats]:
    """Entries (row, column, value) of a block of rows: the `keep` largest of each, none with itself."""
    rows = np.repeat(np.arange(at, at + block.shape[0]), np.diff(block.indptr))
    taken = (block.indices != rows) & (block.data > 0)
    crowded = np.flatnonzero(np.bincount(rows[taken] - at, minlength=block.shape[0]) > keep)
    for start, end in zip(block.indptr[crowded].tolist(), block.indptr[crowded + 1].tolist(), strict=True):
        row = slice(start, end)
        taken[row] = _largest(np.where(taken[row], block.data[row], 0.0), block.indices[row], keep)
    return rows[taken], block.indices[taken].astype(np.int64), block.data[taken]


def _largest(values: Floats, columns: Ints, keep: int) -> NDArray[np.bool_]:
    """Which values are the `keep` largest, all above 0; of equal ones at the edge, the earlier columns."""
    edge = np.partition(values, -keep)[-keep]
    largest: NDArray[np.bool_] = values >= edge
    if (excess := np.count_nonzero(largest) - keep) > 0:
        level = np.flatnonzero(values == edge)
        largest[level[np.argsort(columns[level])][-excess:]] = False
    return largest


def products(left: csr_array, right: csr_array, rows: Ints, columns: Ints) -> Floats:
    """Product of row rows[p] of `left` with row columns[p] of `right`, for each pair p: (pairs,)."""
    if not (left.nnz and len(rows)):
        return np.zeros(len(rows))
    parts = range(0, len(rows), PAIRS)
    return np.concatenate(
        [
            np.asarray(left[rows[at : at + PAIRS]].multiply(right[columns[at : at + PAIRS]]).sum(axis=1))
            for at in parts
        ]
    )


def fold(similarity: csr_array, representative: NDArray[np.int64]) -> csr_array:
    """Sentences with one text as one node: (n, n) csr with every edge moved to the representatives.

    representative: (n,) the row that stands for row i. Of several edges between two nodes the
    heaviest stays, and a node has none to itself. Without this, ten copies of a sentence would vote
    for one another; the copies keep their rows, so who printed them is not lost.
    """
    n = similarity.shape[0]
    if (representative == np.arange(n)).all():
        return similarity
    order = np.argsort(representative, kind="stable")  # rows of one node side by side
    _, first = np.unique(representative[order], return_index=True)
    columns, values = np.empty(similarity.nnz, np.int32), np.empty(similarity.nnz)
    held, end = np.zeros(n + 1, np.int32), 0
    for rows in np.split(order, first[BLOCK::BLOCK]):  # parts that divide no node, in the order of nodes
        nodes, neighbours, heaviest = _folded(similarity, representative, rows)
        start, end = end, end + len(nodes)
        columns[start:end], values[start:end] = neighbours, heaviest
        node, count = np.unique(nodes, return_counts=True)
        held[node + 1] = count
    return csr_array((values[:end], columns[:end], np.cumsum(held, dtype=np.int32)), shape=(n, n))


def _folded(
    similarity: csr_array, representative: NDArray[np.int64], rows: Ints
) -> tuple[Ints, Ints, Floats]:
    """The entries of `fold` that come of some rows, all those of a node among them."""
    n, block = len(representative), similarity[rows]
    starts, ends = _of_rows(representative[rows], block), representative[block.indices]
    keep = starts != ends
    cell, values = starts[keep] * n + ends[keep], block.data[keep]
    order = np.argsort(cell, kind="stable")  # quick, since most edges stand in order already
    cell, values = cell[order], values[order]
    first = np.flatnonzero(np.diff(cell, prepend=-1))
    cell, values = cell[first], np.maximum.reduceat(values, first) if len(first) else values
    return (cell // n).astype(np.int32), (cell % n).astype(np.int32), values
