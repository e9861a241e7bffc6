"""Which sentence tells again what a line has told, in other words or in part.

Most pairs of lines that a reader takes for one fact have a cosine of .1 to .3, and so have many pairs about
one person; what tells them apart was measured on 1000 pairs, 77 of them one fact (docs/decisions/0043).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.rank import vectors
from summarize.rank.concepts import Counted

Floats = NDArray[np.float64]

# All numbers are odds of a logistic regression over those pairs, in units of the cosine.
# A name says whom two lines are about, not what they tell.
_NAME = 0.6
# Two words that stand side by side in both lines: "foam pit", "was sentenced".
_PAIR = 0.025
# A document's second sentence goes on about its first.
_NEXT = 0.14
# Two lines of which neither is among the first two sentences of its document: details, rarely of the same.
_DEEP = 0.085

# From here on: two pairs of three that are one fact, and one of ten that are not. Of .05 to .25.
_ENOUGH = 0.15

# Rows whose answer is kept: more than a usual digest has lines. Bounds the memory, changes no value.
_KEPT = 64


class Retelling:
    """How far rows tell again what others do; 0 up to what says nothing, and from about .3 nearly surely."""

    def __init__(
        self,
        unit: csr_array,
        named: NDArray[np.bool_],
        concepts: Counted,
        document: NDArray[np.int32],
        place: NDArray[np.int32],
    ) -> None:
        """unit: (n, m) unit rows of terms. named: (m,) which terms are names. place: (n,) in the document."""
        weight = np.where(named, _NAME, 1.0)
        data = vectors.of_length_one(unit.data * weight[unit.indices], unit.indptr)
        self._vectors = vectors.with_data(unit, data)
        self._held, self._pairs = concepts.held, concepts.is_pair
        self._document, self._place = document, place
        self._told: dict[int, Floats] = {}

    def of(self, row: int) -> Floats:
        """(n,) >= 0, how far each row tells again what this one does."""
        if row not in self._told:
            if len(self._told) >= _KEPT:
                self._told.clear()
            self._told[row] = self._of(row)
        return self._told[row]

    def _of(self, row: int) -> Floats:
        alike = self._vectors @ _dense(self._vectors, row)
        pairs = self._held @ (_dense(self._held, row) * self._pairs)
        return self._weighed(
            alike, pairs, self._document == self._document[row], self._place, self._place[row]
        )

    def between(self, rows: Sequence[int], others: Sequence[int]) -> Floats:
        """(r, k) >= 0, as `of`, for a few rows and a few others: without a look at all n of each."""
        alike = (self._vectors[rows] @ self._vectors[others].T).toarray()
        pairs = (self._held[rows].multiply(self._pairs).tocsr() @ self._held[others].T).toarray()
        document, place = self._document, self._place
        return self._weighed(
            alike,
            pairs,
            np.equal.outer(document[rows], document[others]),
            place[rows][:, None],
            place[others],
        )

    @staticmethod
    def _weighed(
        alike: Floats,
        pairs: Floats,
        together: NDArray[np.bool_],
        one: NDArray[np.int32],
        other: NDArray[np.int32],
    ) -> Floats:
        """together: of one document. one, other: places in it. All in one shape, or broadcast to it."""
        first = np.minimum(one, other)
        follows = together & (first == 0) & (np.maximum(one, other) == 1)
        told = alike + _PAIR * pairs + _NEXT * follows - _DEEP * (first > 1) - _ENOUGH
        return np.where(alike > 0, np.maximum(told, 0.0), 0.0)


def _dense(matrix: csr_array, row: int) -> Floats:
    """(m,) one row of a csr matrix."""
    at = slice(matrix.indptr[row], matrix.indptr[row + 1])
    values = np.zeros(matrix.shape[1])
    values[matrix.indices[at]] = matrix.data[at]
    return values
