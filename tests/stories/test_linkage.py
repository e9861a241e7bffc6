"""The forest is that of average linkage, made in few rounds."""

import numpy as np
import pytest
from scipy.cluster.hierarchy import average, cophenet
from scipy.sparse import csr_array
from scipy.spatial.distance import squareform

from summarize.stories import linkage, plateau
from summarize.stories.likeness import Likeness

UNDATED = np.nan


def likeness(similarity):
    """n articles whose similarities are these: the rows of a square root."""
    values, vectors = np.linalg.eigh(similarity)
    rows = vectors * np.sqrt(np.maximum(values, 0))
    first, second = np.triu_indices(len(similarity), 1)
    return Likeness(
        csr_array(rows), np.zeros(len(similarity)), first.astype(np.int64), second.astype(np.int64)
    )


def heights(forest):
    """At what similarity each two articles first stand in one group; 0 where they never do."""
    n = forest.articles
    over = [[node] for node in range(n)]
    for chain in over:
        while forest.parent[chain[-1]] >= 0:
            chain.append(int(forest.parent[chain[-1]]))
    found = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            shared = [node for node in over[i] if node in over[j]]
            found[i, j] = forest.height[shared[0]] if shared else 0.0
    return found


@pytest.mark.parametrize("seed", range(5))
def test_groups_join_where_average_linkage_joins_them(seed):
    """Every two articles meet at the height that scipy's average linkage gives."""
    random = np.random.default_rng(seed)
    points = np.abs(random.normal(size=(12, 4)))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    similarity = points @ points.T
    expected = 1 - squareform(cophenet(average(squareform(1 - similarity, checks=False))))
    forest = linkage.link(likeness(similarity), np.full(12, UNDATED))
    np.testing.assert_allclose(expected, heights(forest), atol=1e-9)


def test_what_shares_nothing_stays_apart():
    """Below the floor nothing is joined, so a forest has as many trees as there are worlds."""
    similarity = np.kron(np.eye(2), np.full((2, 2), 0.5)) + 0.5 * np.eye(4)
    forest = linkage.link(likeness(similarity), np.full(4, UNDATED))
    assert [4, 4, 5, 5, -1, -1] == forest.parent.tolist()
    assert [1, 1, 1, 1, 0.5, 0.5] == pytest.approx(forest.height.tolist())
    assert [1, 1, 1, 1, 2, 2] == forest.size.tolist()


def test_days_between_two_reports_take_from_their_likeness():
    """Three days are one story's time; after ten more, 1/e of the likeness is left."""
    pair = likeness(np.array([[1, 0.5], [0.5, 1]]))
    made = {gap: linkage.link(pair, np.array([0.0, gap])).height[-1] for gap in (0, 3, 13)}
    assert {0: 0.5, 3: 0.5, 13: 0.5 / np.e} == pytest.approx(made)
    assert 0.5 == pytest.approx(linkage.link(pair, np.array([0.0, UNDATED])).height[-1])


def forest(parent, height):
    """A forest of four articles from its parents and heights."""
    size = np.ones(len(parent), np.int64)
    for node, above in enumerate(parent):
        if above >= 0:
            size[above] += size[node] - (size[above] == 1)
    size[4:] = [
        sum(size[child] for child in range(node) if parent[child] == node) for node in range(4, len(parent))
    ]
    return linkage.Forest(4, np.array(parent), np.array(height), size)


@pytest.mark.parametrize(
    ("parent", "height", "stories"),
    [
        ([4, 4, 5, 5, 6, 6, -1], [1, 1, 1, 1, 0.9, 0.8, 0.05], [0, 0, 1, 1]),  # two pairs, long apart
        ([4, 4, 5, 5, 6, 6, -1], [1, 1, 1, 1, 0.9, 0.9, 0.8], [0, 0, 0, 0]),  # two pairs, soon joined
        ([4, 4, 5, 5, 6, 6, -1], [1, 1, 1, 1, 0.6, 0.6, 0.3], [0, 0, 1, 1]),  # each far more alike in itself
        ([4, 4, 5, 6, 5, 6, -1], [1, 1, 1, 1, 0.6, 0.5, 0.3], [0, 0, 0, 0]),  # the same, one after another
        ([4, 4, -1, -1, -1], [1, 1, 1, 1, 0.04], [0, 1, 2, 3]),  # hardly alike
        ([-1, -1, -1, -1], [1, 1, 1, 1], [0, 1, 2, 3]),  # nothing alike
    ],
)
def test_a_group_stays_whole_that_holds_long(parent, height, stories):
    """The forest is cut where groups keep their shape over the most plausible heights."""
    assert stories == plateau.cut(forest(parent, height)).tolist()


def chain(heights):
    """A forest in which one article after another joins the first two."""
    n = len(heights) + 1
    parent = [n, *range(n, 2 * n - 1), *range(n + 1, 2 * n - 1), -1]
    size = [1] * n + list(range(2, n + 1))
    return linkage.Forest(n, np.array(parent), np.array([1.0] * n + heights), np.array(size))


@pytest.mark.parametrize(("nearest", "stories"), [(0.55, 8), (0.49, 9)])
def test_what_is_very_alike_stays_whole_in_a_crowd(nearest, stories):
    """Of nine articles, each joining soon after the other, no group holds for long; two near ones are one."""
    found = plateau.cut(chain([nearest, 0.42, 0.33, 0.26, 0.20, 0.15, 0.11, 0.08]))
    assert stories == len(set(found.tolist()))
    assert (found[0] == found[1]) == (stories == 8)


@pytest.mark.parametrize(("pairs", "stories"), [(0, 1), (30, 2)])
def test_the_seams_of_large_stories_may_be_looser(pairs, stories):
    """Two sixes half as alike as each in itself are one story by themselves, and two among pairs."""
    similarity = np.kron(np.eye(6 + pairs), np.full((2, 2), 0.58))
    similarity[:12, :12] = np.kron(np.full((2, 2), 0.29) + 0.29 * np.eye(2), np.ones((6, 6)))
    np.fill_diagonal(similarity, 1)
    day = linkage.link(likeness(similarity), np.full(12 + 2 * pairs, UNDATED))
    assert stories == len(set(plateau.cut(day)[:12].tolist()))
