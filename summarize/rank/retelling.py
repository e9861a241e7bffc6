"""Which sentence tells again what a line has told, in other words or in part.

Most pairs of lines that a reader takes for one fact have a cosine of .1 to .3, and so have many pairs about
one person; what tells them apart was measured on 1000 pairs, 77 of them one fact (docs/decisions/0043).
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.rank import graph, vectors
from summarize.rank.material import Material

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

# What it costs, by the unit of the budget, and the lines that a digest has at most for that: in a longer one
# a fact told twice wastes a smaller share, and references repeat as well.
_COST = {"sentences": 2.5}
_USUAL_COST = 0.8
_FEW_LINES = 5.0


class Retelling:
    """How far rows tell again what others do; 0 up to what says nothing, and from about .3 nearly surely."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._held, self._pairs = material.concepts.held, material.concepts.is_pair
        self._document, self._place = material.table.document, material.place

    @cached_property
    def _vectors(self) -> csr_array:
        return _dampened(self._material, self._material.wording.known)

    def of(self, row: int) -> Floats:
        """(n,) >= 0, how far each row tells again what this one does."""
        alike = self._vectors @ _dense(self._vectors, row)
        pairs = self._held @ (_dense(self._held, row) * self._pairs)
        first = np.minimum(self._place, self._place[row])
        follows = (
            (self._document == self._document[row])
            & (first == 0)
            & (np.maximum(self._place, self._place[row]) == 1)
        )
        told = alike + _PAIR * pairs + _NEXT * follows - _DEEP * (first > 1) - _ENOUGH
        return np.where(alike > 0, np.maximum(told, 0.0), 0.0)


def cost(material: Material) -> float:
    """What a line loses of its gain for each unit that it tells again.

    Down to half in a story told over days, where each day's news tells what came before; nothing with a
    query, whose answers are on one matter. A single document counts in budgets of sentences only: one of
    many voices, such as a list of reviews, has no lede that the rest goes on about.
    """
    usual = _USUAL_COST if len(material.table.documents) > 1 else 0.0
    if material.query:
        return 0.0
    few = min(1.0, _FEW_LINES / max(material.lines, 1.0)) ** 2
    return _COST.get(material.budget.unit, usual) * few * (1 - material.unfolding / 2)


def ledes_likened(material: Material, factor: float) -> csr_array:
    """Cosines, those between ledes grown: of one day's ledes the second tells the first again.

    Not in a story told over days, where each lede is another day's news.
    """
    if factor == 1 or material.unfolding > 0:
        return material.similarity
    return graph.liken(material.similarity, material.place == 0, material.table.document, factor)


def ledes(material: Material) -> NDArray[np.int64]:
    """(n,) the first sentence of each row's document, or the row itself where that is no candidate."""
    rows = np.arange(len(material.table))
    first = np.flatnonzero(material.candidate & (material.place == 0))
    known = np.full(len(material.table.documents), -1)
    known[material.table.document[first]] = first
    of_document = known[material.table.document]
    return np.where(of_document >= 0, of_document, rows)


def _dampened(material: Material, names: frozenset[str]) -> csr_array:
    """The unit rows of the bundle with names counting less."""
    terms = frozenset(material.stem(name) for name in names)
    vocabulary = dict.fromkeys(chain.from_iterable(material.terms))  # in the order of the columns
    weight = np.fromiter((_NAME if term in terms else 1.0 for term in vocabulary), float, len(vocabulary))
    unit = material.vectors
    return vectors.unit_rows(
        csr_array((unit.data * weight[unit.indices], unit.indices, unit.indptr), unit.shape)
    )


def _dense(matrix: csr_array, row: int) -> Floats:
    """(m,) one row of a csr matrix."""
    at = slice(matrix.indptr[row], matrix.indptr[row + 1])
    values = np.zeros(matrix.shape[1])
    values[matrix.indices[at]] = matrix.data[at]
    return values
