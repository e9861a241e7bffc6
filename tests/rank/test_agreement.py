"""Support by other origins, and how telling uses it up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from summarize.rank import agreement, vectors
from summarize.rank.graph import cosines


def support_of(term_lists, origin, *, decay):
    unit = vectors.tfidf(term_lists)
    rows = np.arange(len(term_lists))
    return agreement.Support(unit, cosines(unit), np.array(origin, np.int32), rows, decay=decay)


def left_of(support):
    return np.array([support.left(row) for row in range(len(support.now))])


def test_support_is_the_mean_over_the_other_origins():
    """Sentence 0 of origin 0: best cosines .6 (origin 1) and .2 (origin 2), so (.6 + .2) / 2."""
    similarity = np.zeros((5, 5))
    for row, column, value in [(0, 1, 0.9), (0, 2, 0.6), (0, 3, 0.5), (0, 4, 0.2)]:
        similarity[row, column] = similarity[column, row] = value
    support = agreement.support(csr_array(similarity), np.array([0, 0, 1, 1, 2], np.int32))
    assert support.tolist() == pytest.approx([(0.6 + 0.2) / 2, 0, 0.6 / 2, 0.5 / 2, 0.2 / 2])


def test_blocks_of_rows_meet_without_a_seam(monkeypatch):
    """Support does not depend on how many rows are looked at together, before and after something is told."""
    terms = [["dam", "held"], ["dam", "broke"], ["dam", "held", "night"], ["held"], ["night", "broke"]]

    def values():
        support = support_of(terms, [0, 1, 2, 2, 3], decay=0.5)
        before = support.now.tolist()
        support.tell(0)
        return before, left_of(support).tolist()

    whole = values()
    monkeypatch.setattr(agreement, "_BLOCK", 2)
    assert whole == values()


def test_one_origin_supports_nothing():
    """Ten copies of one text agree with nobody."""
    similarity = csr_array(np.array([[0, 1.0], [1.0, 0]]))
    assert agreement.support(similarity, np.zeros(2, np.int32)).tolist() == [0, 0]


def test_breadth_grows_from_two_origins_to_five():
    """Two origins cannot tell facts apart; from five on agreement counts in full."""
    assert [agreement.breadth(np.arange(n)) for n in (1, 2, 3, 4, 5, 9)] == pytest.approx(
        [0, 0, 1 / 3, 2 / 3, 1, 1]
    )


def test_a_second_telling_has_no_support_left():
    """Rows 0 and 1 say one thing, rows 2 and 3 another; telling the first uses up its echo alone."""
    support = support_of(
        [["dam", "held"], ["dam", "held"], ["hay", "lost"], ["hay", "lost"]], [0, 1, 0, 1], decay=1.0
    )
    assert left_of(support) == pytest.approx([1, 1, 1, 1])
    support.tell(0)
    assert left_of(support) == pytest.approx([0, 0, 1, 1])


def test_telling_half_leaves_half():
    """With a decay of .5 a term told twice keeps a quarter of its weight."""
    support = support_of([["dam"], ["dam"]], [0, 1], decay=0.5)
    support.tell(0)
    support.tell(1)
    assert left_of(support) == pytest.approx([1 / 4, 1 / 4])


@given(st.integers(0, 2**32 - 1), st.integers(1, 9), st.sampled_from([0.0, 0.3, 0.7, 1.0]))
def test_support_agrees_with_its_definition(seed, n, decay):
    """After every line, support is that of the cosines with told terms weakened, dense and anew; it never rises."""
    random = np.random.default_rng(seed)
    lists = [random.choice(list("abcdef"), random.integers(0, 6)).tolist() for _ in range(n)]
    origin = random.integers(0, 3, n)
    support, unit = support_of(lists, origin, decay=decay), vectors.tfidf(lists).toarray()
    left, before = np.ones(unit.shape[1]), left_of(support)
    for row in random.permutation(n)[:3]:
        support.tell(int(row))
        left[unit[row] > 0] *= 1 - decay
        assert left_of(support) == pytest.approx(plainly((unit * left) @ unit.T, origin), abs=1e-9)
        assert (left_of(support) <= before).all()
        before = left_of(support)


def plainly(similarity, origin):
    """For each row, the mean over the other origins of its best similarity to one of their rows."""
    others = max(len(set(origin.tolist())) - 1, 1)
    return [
        sum(
            max(similarity[row, there] for there in range(len(origin)) if origin[there] == other)
            for other in set(origin.tolist()) - {origin[row]}
        )
        / others
        for row in range(len(origin))
    ]
