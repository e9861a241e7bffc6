"""What the other origins say too, and how much of it the digest has told already.

Support for a sentence rests on the terms it shares with other origins. Once a line has told those terms,
sharing them is no evidence of another fact, so they count for less: then the sentence about the
ruling in spring, which four outlets tell in four ways, outranks a second telling of the day's news.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.rank.graph import COMMON

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def breadth(origins: NDArray[np.int32]) -> float:
    """How far agreement can tell facts apart: 0 with two origins, 1 from five, in between by thirds.

    Where two speak, everything is said by both or by one. It takes a few more before it means
    something that several say one thing and not another (docs/decisions/0008).
    """
    return float(np.clip((len(np.unique(origins)) - 2) / 3, 0.0, 1.0))


def support(similarity: csr_array, origin: NDArray[np.int32]) -> Floats:
    """How well the other origins say the same: (n,) in [0, 1].

    similarity: (n, n) cosines. origin: (n,) the origin of each sentence's document. The mean, over
    the other origins, of the best cosine to any of their sentences; 0 where there is one origin.
    """
    return _Edges(similarity, origin).mean_best()


class Support:
    """Support of each row, with the terms already told counting less.

    vectors: (n, m) unit rows. similarity: (n, n), their cosines. origin: (n,) the origin of each row.
    representative: (n,) the first row with the same text; copies share the best of their values.
    decay: in [0, 1], the share of a term's weight that is lost when a line tells it.

    now: (n,) in [0, 1], at first what `support` says, never rising.
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
        self._vectors, self._columns = vectors, vectors.tocsc()
        self._left = np.ones(vectors.shape[1])
        self._edges = _Edges(similarity, origin)
        self._representative, self._decay = representative, decay
        self.now = self._shared()

    def tell(self, row: int) -> None:
        """Let the terms of a row count less in every cosine between origins."""
        if not self._decay:
            return
        terms = self._vectors.indices[self._vectors.indptr[row] : self._vectors.indptr[row + 1]]
        for term in terms.tolist():
            held = slice(self._columns.indptr[term], self._columns.indptr[term + 1])
            # A term this common tells nothing apart, and its pairs are the square of a story's length.
            if held.stop - held.start <= COMMON:
                rows, values = self._columns.indices[held], self._columns.data[held]
                self._edges.lessen(rows, values, self._left[term] * self._decay)
        self._left[terms] *= 1 - self._decay
        self.now = np.minimum(self._shared(), self.now)  # rounding must not make it rise

    def _shared(self) -> Floats:
        """The best value among rows with the same text."""
        best = np.zeros(len(self._representative))
        np.maximum.at(best, self._representative, self._edges.mean_best())
        return best[self._representative]


class _Edges:
    """The similarities between different origins, in cells of (row, other origin)."""

    def __init__(self, similarity: csr_array, origin: NDArray[np.int32]) -> None:
        n = len(origin)
        rows = np.repeat(np.arange(n), np.diff(similarity.indptr))
        foreign = np.flatnonzero(origin[rows] != origin[similarity.indices])
        rows, ends = rows[foreign], similarity.indices[foreign].astype(np.int64)
        cell = rows * (int(origin.max(initial=0)) + 1) + origin[ends]
        order = np.argsort(cell, kind="stable")
        self._ends, self._values = ends[order], similarity.data[foreign][order].astype(float)
        self._of_row = np.searchsorted(rows[order], np.arange(n + 1))
        self._starts = np.flatnonzero(np.diff(cell[order], prepend=-1))
        self._row_of_cell = rows[order][self._starts]
        self._n, self._others = n, max(len(np.unique(origin)) - 1, 1)

    def mean_best(self) -> Floats:
        """(n,) the mean over the other origins of the largest value, 0 where there is none."""
        best = np.maximum.reduceat(self._values, self._starts) if len(self._starts) else np.zeros(0)
        return np.bincount(self._row_of_cell, np.maximum(best, 0.0), self._n) / self._others

    def lessen(self, rows: NDArray[np.int32], values: Floats, share: float) -> None:
        """Take away a share of what one term, of these values in these rows, adds to their products."""
        weight = np.zeros(self._n)
        weight[rows] = values
        for row, value in zip(rows.tolist(), values.tolist(), strict=True):
            mine = slice(self._of_row[row], self._of_row[row + 1])
            self._values[mine] -= share * value * weight[self._ends[mine]]
