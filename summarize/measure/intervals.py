"""How sure a mean is: bootstrap intervals [efron79bootstrap] and tests by randomisation [yeh00accurate].

The clusters are drawn again with replacement; the difference of two methods is that of the same
clusters, so what makes a cluster hard for both does not count as noise. One seed gives one result,
whatever the machine (PCG64).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_AT_ONCE = 1000  # resamples


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and where it would lie in so many of a hundred such samples (`level` of `bootstrap`).

    low, high: NaN where the mean is of a single value, which says nothing of others.
    """

    mean: float
    low: float
    high: float

    @property
    def certain(self) -> bool:
        """Whether 0 lies outside: for a difference, that it is not noise."""
        return self.low > 0 or self.high < 0

    @property
    def known(self) -> bool:
        """Whether there is an interval."""
        return not math.isnan(self.low)


@dataclass(frozen=True, slots=True)
class PairedDifference(Interval):
    """By how much a method is above the baseline on the same clusters.

    p: two-sided, how likely so large a difference is between methods that are alike (`p_value`). p_holm:
    the same where this is one of several comparisons (`holm`). Both are 1 of a single cluster.
    """

    p: float
    p_holm: float


def bootstrap(
    values: NDArray[np.float64], *, seed: int = 0, resamples: int = 1000, level: float = 0.95
) -> Interval:
    """The mean of values, (clusters,), with its percentile interval; of one cluster there is none.

    >>> bootstrap(np.array([1.0, 1.0, 1.0]))
    Interval(mean=1.0, low=1.0, high=1.0)
    """
    n, random = len(values), _random(seed)
    if n == 1:
        return Interval(float(values[0]), math.nan, math.nan)
    means = [values[random.integers(0, n, (size, n))].mean(axis=1) for size in _batches(resamples)]
    low, high = np.quantile(np.concatenate(means), [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(values.mean()), float(low), float(high))


def paired(
    differences: Sequence[NDArray[np.float64]], *, seed: int = 0, resamples: int = 1000
) -> list[PairedDifference]:
    """Several methods' differences to one baseline, (clusters,) each, as means with interval and p."""
    draw = {"seed": seed, "resamples": resamples}
    intervals = [bootstrap(values, **draw) for values in differences]
    ps = [p_value(values, **draw) for values in differences]
    return [
        PairedDifference(each.mean, each.low, each.high, p, corrected)
        for each, p, corrected in zip(intervals, ps, holm(ps), strict=True)
    ]


def p_value(differences: NDArray[np.float64], *, seed: int = 0, resamples: int = 1000) -> float:
    """Two-sided p of a mean difference, by approximate randomisation.

    Were the methods alike, which of the two has the better score would be a coin's throw in each cluster.
    p is the share of such throws with a mean as far from 0, the observed one being one of them: never
    below 1 / (resamples + 1).

    >>> p_value(np.array([1.0, 1.0, 1.0]), resamples=9999)  # two of eight throws: .25
    0.2488
    """
    n, random = len(differences), _random(seed)
    # Sums of one set of sizes in another order differ in their last bits.
    observed = abs(differences.sum()) - 1e-9 * np.abs(differences).sum()
    as_far = 0
    for size in _batches(resamples):
        signs = 1 - 2 * random.integers(0, 2, (size, n), dtype=np.int8)
        as_far += int((np.abs((signs * differences).sum(axis=1)) >= observed).sum())
    return (1 + as_far) / (1 + resamples)


def holm(ps: Sequence[float]) -> list[float]:
    """Each p corrected for all of these comparisons, so that of none at all one in twenty is below .05.

    Holm 1979 [holm79multiple]: the least times their number, the next times one less, and so on.

    >>> holm([0.04, 0.01, 0.03])
    [0.06, 0.03, 0.06]
    """
    corrected, least = list(ps), 0.0
    for rank, place in enumerate(sorted(range(len(ps)), key=lambda place: ps[place])):
        least = max(least, (len(ps) - rank) * ps[place])
        corrected[place] = min(least, 1.0)
    return corrected


def _batches(resamples: int) -> list[int]:
    """So many at a time that a hundred thousand of large sets fit into memory, too."""
    whole, rest = divmod(resamples, _AT_ONCE)
    return [_AT_ONCE] * whole + [rest] * (rest > 0)


def _random(seed: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))
