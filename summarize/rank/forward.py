"""Picks in the order of the story: its lede, then as most of its sources tell it.

A digest of papers of several days goes day by day. Within a day, and where days are not known, the order
is that of the majority: wherever a document tells two of the lines in its own words or another's, it
votes for the order in which it does (majority ordering, Barzilay, Elhadad & McKeown 2002
[barzilay02inferring]). Finding the order most in agreement with all votes is hard; theirs and our way
is the greedy one of Cohen, Schapire & Singer 1999.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.model import Pick
from summarize.rank import acronyms, openings
from summarize.rank.material import Material

Floats = NDArray[np.float64]

# A sentence of another document tells the same if it is this alike, as in docs/decisions/0006.
_ALIKE = 0.3

# How one order weighs against another: days, then a document's own order, then votes (each at most 1),
# then how early sentences stand in their documents. All chosen by eye on forty digests.
_DAYS, _OWN, _PLACE = 8.0, 2.0, 0.5

# Who spells out an abbreviation comes before who uses it; less than days, more than a document's own order.
_SPELT = 4.0

# What it adds to go on with the document of the line before, so that a story is not told by turns.
_STAY = 6.0

# Strengths are added as whole numbers of this fraction of one, so that no order of adding matters.
_EXACT = 2**32


def forward(picks: Sequence[Pick], material: Material) -> tuple[Pick, ...]:
    """The story's lede first, then forward, and what leans on a line straight behind it.

    Ties keep the order of the table.
    """
    chosen = sorted(picks, key=lambda pick: pick.row)
    if not chosen:
        return ()
    rows = np.array([pick.row for pick in chosen])
    document = material.table.document[rows]
    before = np.round(_precedence(rows, material) * _EXACT).astype(np.int64)
    lead = before.sum(axis=1)  # of each line over those that are left
    left = np.ones(len(rows), bool)
    above = openings.antecedents(rows.tolist(), material)
    behind = {said: line for line, said in above.items()}
    free = np.isin(np.arange(len(rows)), list(above), invert=True)  # to stand wherever is best
    order = [_lede(chosen, rows, material)]
    while order[0] in above:
        order[0] = above[order[0]]
    while True:
        last = order[-1]
        left[last] = False
        if not left.any():
            return tuple(chosen[i] for i in order)
        lead -= before[:, last]
        stays = document == document[last]
        best = int(np.argmax(np.where(left & free, lead + _STAY * _EXACT * stays, -np.inf)))
        order.append(behind.get(last, best))


def _lede(chosen: Sequence[Pick], rows: NDArray[np.int64], material: Material) -> int:
    """Of the lines of the first day and the next, the one that told most when it was chosen and stands early.

    What it told is its gain. Each three sentences that may be quoted before it halve that, roughly, and
    so does leaning on the sentence before. What takes a thing up ("The recall covers") gives way to a line of
    half its worth that does not.
    """
    days = _days(material)[material.table.document[rows]]
    known = days[days > 0]
    first = [i for i in range(len(rows)) if not known.size or days[i] <= known.min() + 1]
    lean = np.array([openings.leaning(row, material.table) for row in rows.tolist()])
    gain = np.array([max(pick.gain, 0.0) for pick in chosen])
    worth = gain * (1 - 0.5 * lean) / (1 + material.place[rows] / 3)
    found = _opening(first, worth, lean, material.table.document[rows])
    if openings.takes_up(int(rows[found]), material):
        others = [i for i in first if not openings.takes_up(int(rows[i]), material)]
        if others and 2 * worth[others].max() >= worth[found]:
            return _opening(others, worth, lean, material.table.document[rows])
    return found


def _opening(among: list[int], worth: Floats, lean: NDArray[np.bool_], document: NDArray[np.int32]) -> int:
    """The line of most worth; or what its own paper told before it, unless that leans."""
    best = max(among, key=lambda i: (worth[i], -i))
    own = next(i for i in among if document[i] == document[best])
    return own if worth[own] > 0 and not lean[own] else best


def _precedence(rows: NDArray[np.int64], material: Material) -> Floats:
    """(k, k) how strongly line i comes before line j; antisymmetric."""
    document = material.table.document[rows]
    days = _days(material)[document]
    both = (days[:, None] > 0) & (days[None, :] > 0)
    strength = _DAYS * both * np.sign(days[None, :] - days[:, None])
    strength += _OWN * (document[:, None] == document[None, :]) * np.sign(rows[None, :] - rows[:, None])
    strength += _SPELT * _spelling(rows, material)
    share = material.place[rows] / _lengths(material)[document]
    strength += _PLACE * (share[None, :] - share[:, None])
    return np.asarray(strength + _votes(_counterparts(rows, material)))


def _spelling(rows: NDArray[np.int64], material: Material) -> Floats:
    """(k, k) 1 where line i says what line j abbreviates, -1 the other way round."""
    texts = [material.table.text(row) for row in rows.tolist()]
    told = [{each.short for each in acronyms.introduced(text)} for text in texts]
    needed: dict[str, list[int]] = {short: [] for mine in told for short in mine}
    if needed:
        for line, (text, mine) in enumerate(zip(texts, told, strict=True)):
            for short in acronyms.used(text).keys() - mine:
                needed.get(short, []).append(line)
    helped = np.zeros((len(texts), len(texts)))
    for line, mine in enumerate(told):
        for short in mine:
            helped[line, needed[short]] = 1
    return helped - helped.T


def _votes(found: Sequence[dict[int, int]]) -> Floats:
    """(k, k) of the documents that tell both lines, those that tell i first less the others, as a share."""
    told: dict[int, list[tuple[int, int]]] = {}
    for line, counterparts in enumerate(found):
        for document, row in counterparts.items():
            told.setdefault(document, []).append((line, row))
    votes, voters = np.zeros((2, len(found), len(found)))
    for telling in told.values():
        lines, rows = np.array(telling).T
        both = np.ix_(lines, lines)
        votes[both] += np.sign(rows[None, :] - rows[:, None])
        voters[both] += 1
    return np.asarray(votes / np.maximum(voters, 1))


def _counterparts(rows: NDArray[np.int64], material: Material) -> list[dict[int, int]]:
    """For each line, in each document that tells it, the row that does best: {document: row}."""
    table, graph = material.table, material.similarity
    found = []
    for row in rows.tolist():
        mine = slice(graph.indptr[row], graph.indptr[row + 1])
        best: dict[int, tuple[float, int]] = {}
        for other, cosine in zip(graph.indices[mine].tolist(), graph.data[mine].tolist(), strict=True):
            if cosine >= _ALIKE and table.eligible[other]:
                document = int(table.document[other])
                best[document] = max(best.get(document, (0.0, 0)), (cosine, -other))
        counterparts = {document: -other for document, (_, other) in best.items()}
        found.append(counterparts | {int(table.document[row]): row})
    return found


def _days(material: Material) -> NDArray[np.int64]:
    """(documents,) the day each was published, as an ordinal; 0 where it does not say."""
    published = (document.published for document in material.table.documents)
    return np.array([moment.toordinal() if moment else 0 for moment in published], np.int64)


def _lengths(material: Material) -> Floats:
    """(documents,) how many sentences of each may be quoted, at least 1."""
    table = material.table
    counts = np.bincount(table.document[table.eligible], minlength=len(table.documents))
    return np.maximum(counts, 1).astype(np.float64)
