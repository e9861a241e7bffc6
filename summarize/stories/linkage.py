"""Articles joined step by step into a forest of groups, the most alike first.

Average linkage (UPGMA, Sokal & Michener 1958 [sokal58statistical]) over a sparse set of pairs: all
reciprocal nearest neighbours are joined in each round [murtagh83survey], which needs few rounds. Means over
pairs are exact, since similarity is a product and a group's vector a sum.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.stories.likeness import Likeness, products

FLOOR = 0.03  # similarity below which nothing is joined; taken over from the prototype
# Days between what two groups report from which they are less and less one story, and the days in
# which what is left of their likeness falls to 1/e. Chosen by eye: no set here has dates.
_SAME_DAYS, _FADES_IN = 3.0, 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Groups within groups. Nodes 0 … n−1 are articles, later ones joins, children before parents.

    parent: (k,) of each node, −1 for a root. height: (k,) the similarity at which a join was made,
    never above that of its children; 1 for an article. size: (k,) articles.
    """

    articles: int
    parent: NDArray[np.int64]
    height: NDArray[np.float64]
    size: NDArray[np.int64]


def link(likeness: Likeness, days: NDArray[np.float64]) -> Forest:
    """The forest of articles. days: (n,) when each was published, in days, NaN where unknown.

    Ties go to the lower node, so the order of articles is the only thing it depends on.
    """
    n = len(days)
    groups = _Groups(likeness.vectors, likeness.burden, np.ones(n, np.int64), days, days)
    node = np.arange(n)  # of each group
    parent, height, size = [np.full(n, -1)], [np.ones(n)], [np.ones(n, np.int64)]
    first, second = likeness.first, likeness.second
    similarity = groups.similarity(first, second)
    first, second, similarity = _above(first, second, similarity)
    count = n
    while len(first):
        a, b = _reciprocal(first, second, similarity, len(node))
        at = similarity[_lookup(first, second, a, b)]
        made = count + np.arange(len(a))
        count += len(a)
        every = np.concatenate(height)
        heights = np.minimum(at, np.minimum(every[node[a]], every[node[b]]))
        flat = np.concatenate(parent)
        flat[node[a]] = flat[node[b]] = made
        parent, height = [flat, np.full(len(a), -1)], [every, heights]
        size.append(groups.size[a] + groups.size[b])
        target, node = _renumbered(len(node), node, a, b, made)
        groups = groups.joined(target, len(node))
        first, second, similarity = _moved(first, second, similarity, target, groups, np.unique(target[a]))
    return Forest(n, np.concatenate(parent), np.concatenate(height), np.concatenate(size))


@dataclass(frozen=True, slots=True, eq=False)
class _Groups:
    """The groups of the moment: sums of vectors and burdens, sizes, first and last day."""

    vectors: csr_array
    burden: NDArray[np.float64]
    size: NDArray[np.int64]
    since: NDArray[np.float64]
    until: NDArray[np.float64]

    def similarity(self, a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.float64]:
        """The mean similarity of pairs of groups' articles, less where days lie between them."""
        mean = (products(self.vectors, self.vectors, a, b) - self.burden[a] * self.burden[b]) / (
            self.size[a] * self.size[b]
        )
        gap = np.maximum(self.since[a] - self.until[b], self.since[b] - self.until[a])
        apart = np.maximum(np.nan_to_num(gap, nan=0.0) - _SAME_DAYS, 0.0)
        return np.asarray(mean * np.exp(-apart / _FADES_IN))

    def joined(self, target: NDArray[np.int64], count: int) -> _Groups:
        """The groups with those of one target made one."""
        old = len(target)
        sums = csr_array((np.ones(old), (target, np.arange(old))), shape=(count, old))
        since, until = np.full(count, np.nan), np.full(count, np.nan)
        np.fmin.at(since, target, self.since)
        np.fmax.at(until, target, self.until)
        size = np.bincount(target, self.size, minlength=count).astype(np.int64)
        return _Groups((sums @ self.vectors).tocsr(), sums @ self.burden, size, since, until)


def _above(
    first: NDArray[np.int64], second: NDArray[np.int64], similarity: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    kept = similarity > FLOOR
    return first[kept], second[kept], similarity[kept]


def _reciprocal(
    first: NDArray[np.int64], second: NDArray[np.int64], similarity: NDArray[np.float64], count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pairs each of which is the other's best. There is one: the best of all pairs."""
    rows, others = np.concatenate([first, second]), np.concatenate([second, first])
    order = np.lexsort((others, -np.concatenate([similarity, similarity]), rows))
    rows, others = rows[order], others[order]
    leads = np.diff(rows, prepend=-1) != 0
    best = np.full(count, -1)
    best[rows[leads]] = others[leads]
    known = np.flatnonzero(best >= 0)
    mutual = known[(best[best[known]] == known) & (known < best[known])]
    return mutual, best[mutual]


def _lookup(
    first: NDArray[np.int64], second: NDArray[np.int64], a: NDArray[np.int64], b: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Where pairs stand in a list sorted by (first, second)."""
    span = int(max(first.max(), second.max())) + 1
    return np.searchsorted(first * span + second, a * span + b)


def _renumbered(
    count: int, node: NDArray[np.int64], a: NDArray[np.int64], b: NDArray[np.int64], made: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The new number of each old group, and the node of each new one."""
    named = node.copy()
    named[a] = made
    gone = np.zeros(count, bool)
    gone[b] = True
    number = np.cumsum(~gone) - 1
    number[b] = number[a]
    return number, named[~gone]


def _moved(
    first: NDArray[np.int64],
    second: NDArray[np.int64],
    similarity: NDArray[np.float64],
    target: NDArray[np.int64],
    groups: _Groups,
    touched: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """The pairs between the new groups, measured again where a group has changed."""
    count = len(groups.size)
    a, b = target[first], target[second]
    key = np.minimum(a, b) * count + np.maximum(a, b)
    key, at = np.unique(np.where(a == b, -1, key), return_index=True)
    key, at = key[key >= 0], at[key >= 0]
    first, second, similarity = key // count, key % count, similarity[at]
    changed = np.zeros(count, bool)
    changed[touched] = True
    anew = changed[first] | changed[second]
    similarity[anew] = groups.similarity(first[anew], second[anew])
    return _above(first, second, similarity)
