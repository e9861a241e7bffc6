"""Counts under way: of two reports of one morning the later has what the count has come to.

Sixty percent of the votes counted at half past ten and ninety-eight at dawn are two points of one count, and
no more what outlets differ about than twelve found dead at night and fifteen in the morning.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

from summarize.cite import tolls
from summarize.cite.statement import Statement
from summarize.cite.units import clause_of
from summarize.cite.words import word_set
from summarize.rank.material import Material
from summarize.witness import Witness

_COUNTED = word_set(
    "counted reporting tallied ausgezählt ausgezählten auszählung dépouillés dépouillé dépouillement "
    "escrutado escrutados escrutinio scrutinate scrutinio apurados apuradas geteld sečteno sečtených"
)
_NEAR = 6  # words between the share and "counted": "98 percent of the votes had been counted" (chosen by eye)
_TOLD_ANEW = 1800.0  # seconds in which a toll may have grown (chosen by eye)
_MANY = 100  # rows that are held against each other; bounds the time


def behind(material: Material) -> frozenset[int]:
    """The rows with a count of which a later report has a later one, by minutes or by hours."""
    witness, moments = Witness(material), _moments(material)
    if len({*moments.tolist()} - {0.0}) < 2:  # spares reading the figures of most stories
        return frozenset()
    said = {row: witness.statement(row) for row in np.flatnonzero(moments > 0).tolist()}
    rows = [row for row, each in said.items() if each.tallies or share_counted(each) is not None][:_MANY]
    return frozenset(
        row
        for now, row in product(rows, rows)
        if _counts_on(said[now], said[row], float(moments[now] - moments[row]))
    )


def share_counted(said: Statement) -> float | None:
    """How many percent of the votes a sentence says have been counted, if it does."""
    shares = [each for each in said.figures if each.kind == "percent"]
    places = [at for at, word in enumerate(said.words) if word.lower in _COUNTED] if shares else []
    near = [
        (far, share.low)
        for at in places
        for share in shares
        if at in clause_of(said.words, share) and (far := max(share.first - at, at - share.last + 1)) <= _NEAR
    ]
    return min(near)[1] if near else None


def _counts_on(now: Statement, before: Statement, apart: float) -> bool:
    """Whether a report that came so many seconds after another has what its count has come to.

    Of one half hour outlets know the same: the police have twelve dead, and the coastguard fifteen.
    """
    if apart <= 0:
        return False
    shares = share_counted(now), share_counted(before)
    if shares[0] is not None and shares[1] is not None:
        return shares[0] > shares[1]
    return apart >= _TOLD_ANEW and any(tolls.grown(now, before))


def _moments(material: Material) -> NDArray[np.float64]:
    """When each row was first reported, (n,) in seconds, be it reprinted later; 0 where nobody knows."""
    table = material.table
    dates = [document.published for document in table.documents]
    mine = np.array([each.timestamp() if each else np.inf for each in dates])[table.document]
    first = np.full(len(mine), np.inf)
    np.minimum.at(first, material.representative, mine)
    moments = first[material.representative]
    return np.where(np.isfinite(moments), moments, 0.0)
