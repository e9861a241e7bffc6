"""Where a forest of groups is cut into stories: a group stays whole that would for long.

The best height to cut at differs between days and languages (.15 to .35 in nine sets), how long a
group stays the same while the height moves does not. A group's own score is its size to a power times
the share of plausible heights at which it is one group and no larger; of all ways to cut the forest
the one with the largest sum of scores is taken, as HDBSCAN does with densities [campello13density].
Two groups far more alike in themselves than with each other are hardly one, however far from all
others: two ships, two elections.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from summarize.stories.linkage import Forest

# The heights at which a story ends are taken to be log-normal. All three taken over from the
# prototype, where they served nine sets; measured again by `python -m tests.quality.stories`.
_MEDIAN, _SPREAD = 0.30, 0.9
_SIZE_POWER = 1.3
# A day whose articles stand in larger groups than this at that height is one of large stories, whose
# outskirts lie farther out: the median is lower by this power of the ratio, and not below a half. Chosen on
# days of MultiLing's topics, whole and in parts, such that no English set moves; flat from 2.2 to 2.6, 1 to 2
_USUAL, _FARTHER, _FARTHEST = 2.4, 1.25, 0.5
# A join of two groups counts in full from this share of how alike each is in itself, and below in
# proportion. Measured as above, such that no language moves; flat from .7 to 1 in English
_SEAM = 0.8
# Medians from which what joins is one story, however soon others of its subject join it. Flat from 1.6 to 1.8
_CERTAIN = 5 / 3

_normal = NormalDist().cdf


def cut(forest: Forest, parted: Callable[[int], bool] = lambda _: False) -> NDArray[np.int64]:
    """A group number for each article, (n,), from 0 in the order of a group's first article.

    parted: whether the halves of a node are groups of their own, whatever their heights say.
    """
    median = _median(forest)
    firm = np.minimum(_seam(forest) * _MEDIAN / (_SEAM * median), 1.0)
    own = forest.size**_SIZE_POWER * firm * _lifetime(forest, median, firm)
    best, whole = np.zeros(len(own)), np.zeros(len(own), bool)
    for node in range(len(own)):  # children come before parents, so their sums are ready
        whole[node] = own[node] >= best[node] or forest.height[node] >= _CERTAIN * median
        if whole[node]:
            best[node] = own[node]
        if forest.parent[node] >= 0:
            best[forest.parent[node]] += best[node]
    halved = np.zeros(len(own), bool)
    top = np.arange(len(own))  # of each node the highest whole one over it
    for node in range(len(own) - 1, -1, -1):
        above = forest.parent[node]
        if above >= 0 and halved[above]:
            whole[node] = True
        elif above >= 0 and (whole[top[above]] or not whole[node]):
            top[node] = top[above]
        halved[node] = top[node] == node and whole[node] and parted(node)
    numbers: dict[int, int] = {}
    return np.array(
        [numbers.setdefault(int(root), len(numbers)) for root in top[: forest.articles]], np.int64
    )


def _median(forest: Forest) -> float:
    """The height at which half of the day's stories end, by how large the groups are at the usual one.

    The mean is geometric over articles, so that one huge story among single reports says little.
    """
    top = np.arange(len(forest.parent))
    for node in range(len(top) - 1, -1, -1):
        above = forest.parent[node]
        if above >= 0 and forest.height[above] >= _MEDIAN:
            top[node] = top[above]
    if not forest.articles:
        return _MEDIAN
    size = math.exp(float(np.log(forest.size[top[: forest.articles]]).mean()))
    return _MEDIAN * min(max(math.pow(_USUAL / size, _FARTHER), _FARTHEST), 1.0)


def _seam(forest: Forest) -> NDArray[np.float64]:
    """How alike the two halves of a node are, where how alike each is in itself is 1, (k,).

    The node's height over the geometric mean of theirs; infinite where one half is a single article, for
    what that is in itself nobody knows.
    """
    within, grown = np.ones(len(forest.height)), np.ones(len(forest.height), bool)
    halves = np.flatnonzero(forest.parent >= 0)
    np.multiply.at(within, forest.parent[halves], forest.height[halves])
    np.logical_and.at(grown, forest.parent[halves], forest.size[halves] > 1)
    return np.where(grown, forest.height / np.sqrt(within), np.inf)


def _lifetime(forest: Forest, median: float, firm: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share of heights at which a node is a group of its own, (k,): none below its parent's.

    firm: (k,) in [0, 1], how far a node is a group at all; what is none ends nothing below it.
    """
    below = np.array([_share(height / median) for height in forest.height])
    below[: forest.articles] = 1.0
    above = np.zeros(len(below))
    for node in range(len(below) - 1, -1, -1):  # parents come after children
        over = forest.parent[node]
        if over >= 0:
            above[node] = firm[over] * below[over] + (1 - firm[over]) * above[over]
    return np.asarray(np.maximum(below - above, 0.0))


def _share(height: float) -> float:
    """The share of stories that end below a height, which is given in medians."""
    return _normal(math.log(height) / _SPREAD) if height > 0 else 0.0
