"""Salience to picks: the best sentences that fit, none of which says again what another said.

Greedy, with a penalty for redundancy (maximal marginal relevance, Carbonell & Goldstein 1998
[carbonell98mmr]) and a reward for concepts not yet covered. Gains only ever fall as picks are made,
so the lazy greedy of Minoux 1978 [minoux78lazy] finds what re-scoring every sentence would.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.model import Pick
from summarize.rank.told import Retelling

Floats = NDArray[np.float64]

# Sentences this alike are one statement to a reader (docs/decisions/0008).
SAME = 0.5

# More than the order of adding can make of a gain; gains within it of one another are compared one by one.
_ROUNDING = 1e-9

# The share of a gain that the lede of the same document must have to be told instead (docs/decisions/0043).
NEARLY = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """Something a digest should reach, once: concepts, names.

    held: (n, m) csr >= 0, how much of each of m things a row holds. weight: (m,) >= 0 what each is
    worth until a chosen row holds it. divisor: (n,) > 0 divides what a row would reach, so that
    long sentences do not win by length alone. share: what the best row could gain at the start.
    """

    name: str
    held: csr_array
    weight: Floats
    divisor: Floats
    share: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """What selection weighs, one entry per row.

    score: (n,) in [0, 1]. similarity: (n, n) cosines. document: (n,). candidate: (n,) bool.
    cost: (n,) > 0 in units of `limit`. novelty: (n,) >= 0, added while the row's document is unused,
    less what it is like a chosen row. retelling: what tells how far a row says again what a chosen one
    said. lede: (n,) the row that stands first in its document, or itself where that may not be picked;
    None where it has no precedence.
    """

    score: Floats
    similarity: csr_array
    document: NDArray[np.int32]
    candidate: NDArray[np.bool_]
    cost: Floats
    limit: float
    covers: tuple[Cover, ...] = ()
    novelty: Floats | None = None
    retelling: Retelling | None = None
    lede: NDArray[np.int64] | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """How the terms of a gain are weighed; docs/decisions/0008 has the measurements.

    salience, redundancy: of the two terms; a cover brings its own. reuse: share of a gain lost when its
    document already has a line. same: cosine to a chosen line from which a sentence is out. retold: what
    each unit of telling again takes. filling: power to which the last line's share of what was left counts.
    """

    salience: float = 0.6
    redundancy: float = 0.6
    reuse: float = 0.12
    same: float = SAME
    retold: float = 0.0
    filling: float = 0.0


def greedy(worth: Worth, weights: Weights = Weights()) -> tuple[Pick, ...]:
    """Rows to print, in the order chosen, within the limit.

    Each round takes the row with the largest gain among those that fit and are at most
    `weights.same` similar to every chosen one; ties fall to the earlier row. Ends when nothing fits.
    What the last line leaves of the limit is lost, so there the one is taken that gains most for it
    (`Weights.filling`, docs/decisions/0055).
    """
    state = _State(worth, weights)
    rows = np.flatnonzero(worth.candidate)
    heap = list(zip((-state.most()[rows]).tolist(), rows.tolist(), strict=True))
    heapq.heapify(heap)
    picks: list[Pick] = []
    while heap:
        _, row = heapq.heappop(heap)
        if not state.fits(row):
            continue  # it never will: the limit only shrinks, the nearest only comes nearer
        gain, parts = state.gain(row)
        if heap and (-gain, row) > heap[0]:
            heapq.heappush(heap, (-gain, row))
            continue
        chosen = state.last(row, heap) if state.ends_with(row) else row
        if (lede := state.lede_of(chosen)) is not None:
            chosen = lede
        if chosen != row:
            heapq.heappush(heap, (-gain, row))
            gain, parts = state.gain(chosen)
        picks.append(Pick(chosen, gain, float(state.nearest[chosen]), parts))
        state.take(chosen)
    return tuple(picks)


class _State:
    """What has been chosen so far: the only thing that changes while selecting."""

    def __init__(self, worth: Worth, weights: Weights) -> None:
        self._worth, self._weights = worth, weights
        self.left = worth.limit
        self._shortest = float(worth.cost[worth.candidate].min(initial=np.inf))
        self.nearest = np.zeros(len(worth.score))
        self._retold = np.zeros(len(worth.score))
        self._used: set[int] = set()
        self._taken: set[int] = set()
        self._covers = [_Reach(cover, worth.candidate) for cover in worth.covers]
        self._document, self._score = worth.document.tolist(), worth.score.tolist()

    def most(self) -> Floats:
        """(n,) what choosing each row first would add, for all at once and therefore a little more."""
        worth = self._worth
        gains = self._weights.salience * worth.score + sum(reach.first for reach in self._covers)
        if worth.novelty is not None:
            gains = gains + worth.novelty
        return np.asarray(gains + _ROUNDING * (1 + np.abs(gains)))

    def gain(self, row: int) -> tuple[float, dict[str, float]]:
        """What choosing a row now would add, and the parts it is the sum of."""
        worth, weights = self._worth, self._weights
        nearest = float(self.nearest[row])
        parts = {"salience": weights.salience * self._score[row], "redundancy": -weights.redundancy * nearest}
        if worth.retelling is not None:
            parts["told again"] = -weights.retold * float(self._retold[row])
        for reach in self._covers:
            parts[reach.name] = reach.of(row)
        gain = sum(parts.values())
        if self._document[row] in self._used:
            parts["reuse"] = -weights.reuse * abs(gain)
        elif worth.novelty is not None:
            parts["new source"] = float(worth.novelty[row]) * (1 - nearest)
        return sum(parts.values()), parts

    def fits(self, row: int) -> bool:
        """Whether a row may still be chosen."""
        worth = self._worth
        return bool(
            row not in self._taken
            and worth.cost[row] <= self.left
            and self.nearest[row] <= self._weights.same
        )

    def ends_with(self, row: int) -> bool:
        """Whether a row would leave some of the limit, and less than any candidate needs."""
        return self._weights.filling > 0 and bool(0 < self.left - self._worth.cost[row] < self._shortest)

    def last(self, best: int, others: Sequence[tuple[float, int]]) -> int:
        """The row of the largest gain, less what it would waste of the limit.

        best: the largest without that. others: rows after what their gain cannot exceed, negative.
        """
        found = (self._filled(best), -best)
        for most, row in sorted(others):
            if -most < found[0]:
                break
            if self.fits(row):
                found = max(found, (self._filled(row), -row))
        return -found[1]

    def _filled(self, row: int) -> float:
        gain, _ = self.gain(row)
        if not self.ends_with(row):
            return gain
        used = float(self._worth.cost[row]) / self.left
        return gain - (1 - math.pow(used, self._weights.filling)) * abs(gain)

    def lede_of(self, row: int) -> int | None:
        """The lede of a row's document, where that tells the same and gains nearly as much."""
        worth = self._worth
        if worth.retelling is None or worth.lede is None:
            return None
        lede = int(worth.lede[row])
        if lede == row or not self.fits(lede) or not worth.retelling.of(row)[lede] > 0:
            return None
        return lede if self.gain(lede)[0] >= NEARLY * self.gain(row)[0] > 0 else None

    def take(self, row: int) -> None:
        """Choose a row."""
        worth = self._worth
        self._taken.add(row)
        mine = slice(worth.similarity.indptr[row], worth.similarity.indptr[row + 1])
        near = worth.similarity.indices[mine]
        self.nearest[near] = np.maximum(self.nearest[near], worth.similarity.data[mine])
        for reach in self._covers:
            reach.take(row)
        if worth.retelling is not None:
            self._retold = np.maximum(self._retold, worth.retelling.of(row))
        self.left -= float(worth.cost[row])
        self._used.add(self._document[row])


class _Reach:
    """What of a cover no chosen row holds yet."""

    def __init__(self, cover: Cover, candidate: NDArray[np.bool_]) -> None:
        self.name = cover.name
        self._open = cover.weight.copy()
        held = cover.held
        self._starts, self._things, self._shares = held.indptr.tolist(), held.indices, held.data
        self._divisor: list[float] = cover.divisor.tolist()
        reached = cover.held @ self._open / cover.divisor
        self._unit = cover.share / (float(reached[candidate].max(initial=0.0)) or 1.0)
        self.first = reached * self._unit

    def of(self, row: int) -> float:
        """What a row would reach now, in shares of the most any could at the start."""
        mine = self._row(row)
        reached = float(np.add.reduce(self._shares[mine] * self._open.take(self._things[mine])))
        return reached / self._divisor[row] * self._unit

    def take(self, row: int) -> None:
        """Nothing the row holds is worth reaching again."""
        self._open[self._things[self._row(row)]] = 0.0

    def _row(self, row: int) -> slice:
        return slice(self._starts[row], self._starts[row + 1])
