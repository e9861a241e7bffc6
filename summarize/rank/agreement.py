"""What the other origins say too, and how much of it the digest has told already.

Support for a sentence rests on the terms it shares with other origins. Once a line has told those terms,
sharing them is no evidence of another fact, so they count for less: then the sentence about the
ruling in spring, which four outlets tell in four ways, outranks a second telling of the day's news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array

from summarize.rank.graph import COMMON

# Rows looked at together: bounds the memory, changes no value.
_BLOCK = 4096

Floats = NDArray[np.float64]
Integers = NDArray[np.integer[Any]]


def breadth(origins: NDArray[np.int32]) -> float:
    """How far agreement can tell facts apart: 0 with two origins, 1 from five, in between by thirds.

    Where two speak, everything is said by both or by one. It takes a few more before it means
    something that several say one thing and not another (docs/decisions/0008).
    """
    return float(np.clip((len(np.unique(origins)) - 2) / 3, 0.0, 1.0))


def support(
    similarity: csr_array, origin: NDArray[np.int32], among: NDArray[np.bool_] | None = None
) -> Floats:
    """How well the other origins say the same: (n,) in [0, 1].

    similarity: (n, n) cosines. origin: (n,) the origin of each sentence's document. among: (n,) bool, the
    sentences that are asked and heard; by default all. The mean, over the other origins, of the best
    cosine to any of their sentences; 0 where there is one origin.
    """
    return _Edges(similarity, origin, among).mean_best()


class Support:
    """Support of each row, with the terms already told counting less.

    vectors: (n, m) unit rows. similarity: (n, n), their cosines. origin: (n,) the origin of each row.
    representative: (n,) the first row with the same text; copies share the best of their values.
    decay: in [0, 1], the share of a term's weight that is lost when a line tells it.

    now: (n,) in [0, 1], never rising: at first what `support` says, then what `left` found when it
    was last asked of a row. Selection asks of a few rows a line, so not all are kept up to date.
    """

    def __init__(
        self,
        vectors: csr_array,
        similarity: csr_array,
        origin: NDArray[np.int32],
        representative: Integers,
        *,
        decay: float,
    ) -> None:
        columns = vectors.tocsc()
        self._row, self._column = _entries(vectors), _entries(columns)
        self._telling = np.diff(columns.indptr) <= COMMON
        self._lost = np.zeros(vectors.shape[1])
        self._edges = _Edges(similarity, origin)
        self._decay = decay
        self._first, self._copies = representative.tolist(), defaultdict[int, list[int]](list)
        for row, first in enumerate(self._first):
            self._copies[first].append(row)
        best = np.zeros(len(representative))
        np.maximum.at(best, representative, self._edges.mean_best())
        self.now = best[representative]

    def tell(self, row: int) -> None:
        """Let the terms of a row count less in every cosine between origins."""
        terms, _ = self._row(row)
        # A more common term tells nothing apart, and its pairs are the square of a story's length.
        telling = terms[self._telling[terms]]
        self._lost[telling] += self._decay * (1 - self._lost[telling])

    def left(self, row: int) -> float:
        """What is left of a row's support, in [0, 1]."""
        terms, values = self._row(row)
        lost = self._lost[terms] * values
        if len(known := lost.nonzero()[0]):
            told = np.zeros(len(self.now))  # what told terms add to the cosine with each row
            for term, share in zip(terms[known].tolist(), lost[known].tolist(), strict=True):
                rows, also = self._column(term)
                told[rows] += share * also
            best = max(self._edges.mean_best_of(copy, told) for copy in self._copies[self._first[row]])
            self.now[row] = min(self.now[row], best)  # rounding must not make it rise
        return float(self.now[row])


class _Edges:
    """The similarities between different origins, in cells of (row, other origin).

    Those of one row are found when it is first asked about, and kept: together they are as large as
    the similarities themselves, and selection asks about few.
    """

    def __init__(
        self, similarity: csr_array, origin: NDArray[np.int32], among: NDArray[np.bool_] | None = None
    ) -> None:
        self._n, self._others = len(origin), max(len(np.unique(origin)) - 1, 1)
        self._between = partial(_cells, similarity, origin, among)
        self._of_row = cache(lambda row: self._between(row, row + 1))

    def mean_best(self) -> Floats:
        """(n,) the mean over the other origins of the largest value, 0 where there is none."""
        sums = np.zeros(self._n)
        for at in range(0, self._n, _BLOCK):
            rows, starts, _, values = self._between(at, min(at + _BLOCK, self._n))
            best = np.maximum.reduceat(values, starts) if len(starts) else values
            sums[at : at + _BLOCK] = np.bincount(
                rows - at, np.maximum(best, 0.0), len(sums[at : at + _BLOCK])
            )
        return sums / self._others

    def mean_best_of(self, row: int, less: Floats) -> float:
        """The same for one row, the value to each other row lessened by `less`, (n,)."""
        _, starts, ends, values = self._of_row(row)
        if not len(starts):
            return 0.0
        best = np.maximum(np.maximum.reduceat(values - less[ends], starts), 0.0)
        return float(np.add.reduce(best) / self._others)


def _cells(
    similarity: csr_array,
    origin: NDArray[np.int32],
    among: NDArray[np.bool_] | None,
    first: int,
    last: int,
) -> tuple[Integers, Integers, Integers, Floats]:
    """The entries of rows [first, last) that join origins, those of a cell side by side.

    The row of each cell and where it starts among the entries; the columns and values of these.
    """
    at = slice(similarity.indptr[first], similarity.indptr[last])
    rows = np.repeat(np.arange(first, last), np.diff(similarity.indptr[first : last + 1]))
    ends = similarity.indices[at]
    foreign = origin[rows] != origin[ends]
    if among is not None:
        foreign &= among[rows] & among[ends]
    rows, ends, values = rows[foreign], ends[foreign], similarity.data[at][foreign].astype(float)
    cell = rows * (int(origin.max(initial=0)) + 1) + origin[ends]
    order = np.argsort(cell, kind="stable")  # inside their rows, which stay as they are
    starts = np.flatnonzero(np.diff(cell[order], prepend=-1))
    return rows[starts], starts, ends[order], values[order]


def _entries(matrix: csr_array | csc_array) -> Callable[[int], tuple[NDArray[np.int32], Floats]]:
    """From a row of a csr matrix to its columns and values; of a csc matrix, from a column to its rows."""
    starts, indices, data = matrix.indptr.tolist(), matrix.indices, matrix.data

    def entries(at: int) -> tuple[NDArray[np.int32], Floats]:
        mine = slice(starts[at], starts[at + 1])
        return indices[mine], data[mine]

    return entries
