"""Of several sentences that tell one fact, the one that other origins carry.

Selection weighs how much a sentence resembles what others say; whether another source would do as its
citation is only known to the citation layer. So a pick that nobody carries gives its place to a
sentence of nearly its strength that tells the same and is carried, if there is one.

The pipeline asks for this where the budget counts sentences, so that every line is a statement of its
own. Measured once, on every second Multi-News development bundle, before `_RIVALS` bounded it: at five
sentences lines with two origins 12 % -> 17 %, R-1 / R-2 -.3 / -.1; at 250 words 11 % -> 13 % for -.2 / -.1.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.cite import citations
from summarize.cite.relation import NEAREST_SUPPORT
from summarize.model import Pick, Ranking
from summarize.rank.material import Material
from summarize.rank.selection import SAME
from summarize.witness import Witness

# Two sentences of different sources tell one fact if they are this alike, or half so and share a name
# that is not the whole bundle's. Of the natural pairs in tests/quality/relation_labels.tsv, 185 of 206
# from .4 up tell the same or a part of it, and 19 of 54 below; the lower bound is chosen by eye.
_ALIKE, _ALIKE_BY_NAME = 0.4, 0.2

# The share of the pick's score that its replacement must have; chosen by eye.
_STRENGTH = 0.75

# A replacement may tell another pick again this far, or as far as what it replaces; chosen by eye.
_TOLD = 0.1

# Rivals asked who carries them, the strongest first; more than this only a large bundle has.
_RIVALS = 8


# What a replacement's gain is called in an explanation.
_INSTEAD = "gain of a sentence that no other source carries"


def better_carried(
    picks: Sequence[Pick], ranking: Ranking, material: Material, witness: Witness
) -> tuple[Pick, ...]:
    """The same picks in the same order, those with one origin replaced by a better carried rival, if any.

    A replacement is a candidate of another source that tells the same fact, costs no more than is
    left, and neither is too like another pick nor tells one again.
    """
    chosen = list(picks)
    costs, limit = material.costs()
    left = limit - sum(float(costs[pick.row]) for pick in chosen)
    for place, pick in enumerate(picks):
        if _origins(pick.row, material, witness) > 1:
            continue
        others = [each.row for each in chosen if each is not pick]
        fitting = [
            row
            for row in _rivals(pick.row, ranking, material, witness)
            if costs[row] <= costs[pick.row] + left and not _too_near(row, others, witness)
        ]
        if not fitting:  # as for most picks: then nobody need know what they tell again
            continue
        own, *told = material.retelling.between([pick.row, *fitting], others).max(axis=1, initial=0).tolist()
        fitting = [row for row, again in zip(fitting, told, strict=True) if again <= max(own, _TOLD)]
        rivals = heapq.nlargest(_RIVALS, fitting, key=lambda row: (ranking.salience[row], -row))
        best = _most_carried(rivals, material, witness)
        if best is not None:
            left += float(costs[pick.row] - costs[best])
            # It tells what the pick told, so it keeps its gain; the terms of that are another sentence's.
            chosen[place] = replace(pick, row=best, parts={_INSTEAD: pick.gain})
    return tuple(chosen)


def _most_carried(rivals: Sequence[int], material: Material, witness: Witness) -> int | None:
    """The rival that most origins carry, if more than its own do; of equal ones, the first."""
    best, most = None, 1
    for row in rivals:
        # To read what others say takes longer than all else here, so only those who can win are asked.
        if _within_reach(row, material, witness) > most:
            origins = _origins(row, material, witness)
            best, most = (row, origins) if origins > most else (best, most)
    return best


def _within_reach(row: int, material: Material, witness: Witness) -> int:
    """The most origins that can carry a row: its own, and those of all who are alike enough to be cited."""
    near = dict(citations.neighbours(row, witness.graph, NEAREST_SUPPORT))
    return len(set(material.origin[[row, *near]].tolist()))


def _rivals(row: int, ranking: Ranking, material: Material, witness: Witness) -> Iterator[int]:
    """Candidates of other sources that tell what a row tells, and nearly as strongly."""
    document = material.table.document
    for other, cosine in citations.neighbours(row, witness.graph, _ALIKE_BY_NAME):
        if not material.candidate[other] or document[other] == document[row]:
            continue
        if ranking.salience[other] < _STRENGTH * ranking.salience[row]:
            continue
        if cosine >= _ALIKE or witness.share_a_name(row, other):
            yield other


def _origins(row: int, material: Material, witness: Witness) -> int:
    [supports] = witness.supports([row])
    return citations.independent(supports, material.table, material.origins)


def _too_near(row: int, others: Sequence[int], witness: Witness) -> bool:
    near = citations.neighbours(row, witness.graph, SAME)
    return not {row, *(other for other, cosine in near if cosine > SAME)}.isdisjoint(others)
