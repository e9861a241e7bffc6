"""Which lines tell a bundle's facts first, and what telling one again costs (docs/decisions/0043)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.rank import graph
from summarize.rank.material import Material

# What it costs, by the unit of the budget, and the lines that a digest has at most for that: in a longer one
# a fact told twice wastes a smaller share, and references repeat as well.
_COST = {"sentences": 2.5}
_USUAL_COST = 0.8
_FEW_LINES = 5.0


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
