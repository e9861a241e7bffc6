"""How sure a mean is: bootstrap intervals, Efron 1979 [efron79bootstrap].

The clusters are drawn again with replacement; the difference of two methods is that of the same
clusters, so what makes a cluster hard for both does not count as noise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


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


def bootstrap(
    values: NDArray[np.float64], *, seed: int = 0, resamples: int = 1000, level: float = 0.95
) -> Interval:
    """The mean of values, (clusters,), with its percentile interval.

    One seed gives one interval, whatever the machine (PCG64). Of one cluster there is none.

    >>> bootstrap(np.array([1.0, 1.0, 1.0]))
    Interval(mean=1.0, low=1.0, high=1.0)
    """
    random = np.random.Generator(np.random.PCG64(seed))
    n = len(values)
    if n == 1:
        return Interval(float(values[0]), math.nan, math.nan)
    means = [float(values[random.integers(0, n, n)].mean()) for _ in range(resamples)]
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(values.mean()), float(low), float(high))
