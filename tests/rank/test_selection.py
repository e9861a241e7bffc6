import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from summarize.rank.concepts import Concepts
from summarize.rank.selection import Weights, Worth, greedy


def worth_of(score, *, similarity=None, cost=None, limit=2.0, document=None, concepts=None, novelty=None):
    n = len(score)
    return Worth(
        score=np.array(score, float),
        similarity=csr_array(np.zeros((n, n)) if similarity is None else np.array(similarity, float)),
        document=np.arange(n) if document is None else np.array(document),
        candidate=np.ones(n, bool),
        cost=np.ones(n) if cost is None else np.array(cost, float),
        limit=limit,
        concepts=concepts,
        length=None if concepts is None else np.ones(n),
        novelty=novelty,
    )


def rows(picks):
    return [pick.row for pick in picks]


def test_the_best_that_fit_are_taken_in_order():
    """With nothing alike, the digest is the highest scores."""
    assert rows(greedy(worth_of([0.2, 0.9, 0.5]))) == [1, 2]


def test_what_is_nearly_said_already_is_left_out():
    """A sentence more than .5 alike to a chosen one is never taken, whatever its score."""
    alike = [[0, 0.6, 0], [0.6, 0, 0], [0, 0, 0]]
    assert rows(greedy(worth_of([1.0, 0.9, 0.1], similarity=alike, limit=3))) == [0, 2]


def test_redundancy_costs():
    """.6 · .9 − .6 · .5 = .24 is less than .6 · .5 = .3."""
    alike = [[0, 0.5, 0], [0.5, 0, 0], [0, 0, 0]]
    picks = greedy(worth_of([1.0, 0.9, 0.5], similarity=alike))
    assert rows(picks) == [0, 2]
    assert picks[1].gain == pytest.approx(0.6 * 0.5)


def test_a_sentence_too_long_for_what_is_left_is_passed_over():
    """The limit is hard, and a shorter sentence may still use what is left."""
    assert rows(greedy(worth_of([1.0, 0.9, 0.1], cost=[6, 5, 4], limit=10))) == [0, 2]


def test_ties_fall_to_the_earlier_row():
    """Equal sentences come in text order."""
    assert rows(greedy(worth_of([0.5, 0.5, 0.5]))) == [0, 1]


def test_a_covered_concept_is_worth_nothing_more():
    """Row 1 holds only what row 0 covered, so row 2, with a lighter concept, comes next."""
    held = csr_array(np.array([[1, 1, 0], [0, 1, 0], [0, 0, 1]], float))
    concepts = Concepts(held, np.array([2.0, 2.0, 1.0]), ("a", "b", "c"))
    assert rows(greedy(worth_of([0, 0, 0], concepts=concepts))) == [0, 2]


@given(st.integers(0, 2**32 - 1), st.integers(1, 12), st.integers(1, 4))
def test_lazy_greedy_is_greedy(seed, n, limit):
    """Scoring every sentence anew in every round finds the same picks with the same gains."""
    worth = random_worth(np.random.default_rng(seed), n, limit)
    lazy, plain = greedy(worth), brute_force(worth, Weights())
    assert rows(lazy) == [row for row, _ in plain]
    assert [pick.gain for pick in lazy] == pytest.approx([gain for _, gain in plain])


def random_worth(random, n, limit):
    upper = np.triu(random.random((n, n)) * (random.random((n, n)) < 0.5), 1)
    held = (random.random((n, 6)) < 0.4).astype(float)
    return Worth(
        score=random.random(n),
        similarity=csr_array(upper + upper.T),
        document=random.integers(0, 3, n),
        candidate=random.random(n) < 0.8,
        cost=random.integers(1, 4, n).astype(float),
        limit=float(limit),
        concepts=Concepts(csr_array(held), random.random(6), tuple("abcdef")),
        length=random.integers(1, 4, n).astype(float),
        novelty=random.random(n) * 0.1,
    )


def brute_force(worth, weights):
    """The same selection by the letter of its definition: dense, and quadratic."""
    similarity, held = worth.similarity.toarray(), worth.concepts.held.toarray()
    candidates = np.flatnonzero(worth.candidate)
    reach = held @ worth.concepts.weight / worth.length
    unit = max(reach[candidates], default=0) or 1
    picks, left, covered = {}, worth.limit, np.zeros(held.shape[1], bool)
    while True:
        gains = {}
        for row in candidates:
            nearest = max((similarity[row, other] for other in picks), default=0.0)
            if row in picks or worth.cost[row] > left or nearest > weights.same:
                continue
            fresh = float((held[row] * worth.concepts.weight * ~covered).sum()) / worth.length[row]
            gain = weights.salience * worth.score[row] - weights.redundancy * nearest + fresh / unit
            used = worth.document[row] in {worth.document[other] for other in picks}
            gains[int(row)] = gain - weights.reuse * abs(gain) if used else gain + worth.novelty[row]
        if not gains:
            return list(picks.items())
        best = max(gains, key=lambda row: (gains[row], -row))
        picks[best] = gains[best]
        left -= worth.cost[best]
        covered |= held[best].astype(bool)
