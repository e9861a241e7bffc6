"""Support by other origins, and when it tells facts apart."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from summarize.rank import agreement, vectors
from summarize.rank.graph import cosines


def test_support_is_the_mean_over_the_other_origins():
    """Sentence 0 of origin 0: best cosines .6 (origin 1) and .2 (origin 2), so (.6 + .2) / 2."""
    similarity = np.zeros((5, 5))
    for row, column, value in [(0, 1, 0.9), (0, 2, 0.6), (0, 3, 0.5), (0, 4, 0.2)]:
        similarity[row, column] = similarity[column, row] = value
    support = agreement.support(csr_array(similarity), np.array([0, 0, 1, 1, 2], np.int32))
    assert support.tolist() == pytest.approx([(0.6 + 0.2) / 2, 0, 0.6 / 2, 0.5 / 2, 0.2 / 2])


def test_blocks_of_rows_meet_without_a_seam(monkeypatch):
    """Support does not depend on how many rows are looked at together."""
    terms = [["dam", "held"], ["dam", "broke"], ["dam", "held", "night"], ["held"], ["night", "broke"]]

    def values():
        return agreement.support(cosines(vectors.tfidf(terms)), np.array([0, 1, 2, 2, 3], np.int32)).tolist()

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


@given(st.integers(0, 2**32 - 1), st.integers(1, 9))
def test_support_agrees_with_its_definition(seed, n):
    """Support is what its definition says, by the letter and dense; of some sentences, asked and heard alone."""
    random = np.random.default_rng(seed)
    lists = [random.choice(list("abcdef"), random.integers(0, 6)).tolist() for _ in range(n)]
    origin, among = random.integers(0, 3, n).astype(np.int32), random.random(n) < 0.7
    similarity = cosines(vectors.tfidf(lists))
    dense = similarity.toarray()
    assert agreement.support(similarity, origin) == pytest.approx(plainly(dense, origin))
    heard = dense * among * among[:, None]
    assert agreement.support(similarity, origin, among) == pytest.approx(plainly(heard, origin))


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


def test_many_voices_in_one_origin_echo_one_another():
    """Of four sentences that count two say the same; the fifth, which would make it three, does not count."""
    terms = [["room", "clean"], ["clean", "room"], ["staff", "kind"], ["pool", "cold"], ["cold", "pool"]]
    similarity, candidate = cosines(vectors.tfidf(terms)), np.array([1, 1, 1, 1, 0], bool)
    assert 2 / 4 == agreement.voices(similarity, np.zeros(1, np.int32), candidate)
    assert 0 == agreement.voices(similarity, np.zeros(1, np.int32), np.zeros(5, bool))


def test_what_several_origins_echo_is_agreement():
    """One outlet prints another's text: still one origin; a third is another voice."""
    similarity, candidate = cosines(vectors.tfidf([["dam", "held"], ["dam", "held"]])), np.ones(2, bool)
    assert 1 == agreement.voices(similarity, np.array([0, 0], np.int32), candidate)
    assert 0 == agreement.voices(similarity, np.array([0, 1], np.int32), candidate)
