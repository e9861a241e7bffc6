import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from summarize.rank.graph import cosines
from summarize.rank.selection import Cover, Weights, Worth, greedy
from summarize.rank.vectors import tfidf


def worth_of(score, *, similarity=None, cost=None, limit=2.0, document=None, covers=(), novelty=None):
    n = len(score)
    return Worth(
        score=np.array(score, float),
        similarity=csr_array(np.zeros((n, n)) if similarity is None else np.array(similarity, float)),
        document=np.arange(n) if document is None else np.array(document),
        candidate=np.ones(n, bool),
        cost=np.ones(n) if cost is None else np.array(cost, float),
        limit=limit,
        covers=covers,
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


def test_the_last_line_is_worth_more_for_using_what_is_left():
    """.8 over ten words of twelve is less than .78 over all; a line that leaves room for another wastes nothing."""
    worth = worth_of([1.0, 0.8, 0.78], cost=[8, 10, 12], limit=20)
    assert rows(greedy(worth, Weights(filling=1.0))) == [0, 2]
    assert rows(greedy(worth)) == [0, 1]
    assert rows(greedy(worth_of([0.8, 0.78, 0.1], cost=[10, 12, 2], limit=12), Weights(filling=1.0))) == [
        0,
        2,
    ]


def test_ties_fall_to_the_earlier_row():
    """Equal sentences come in text order."""
    assert rows(greedy(worth_of([0.5, 0.5, 0.5]))) == [0, 1]


def test_a_covered_concept_is_worth_nothing_more():
    """Row 1 holds only what row 0 covered, so row 2, with a lighter concept, comes next."""
    held = csr_array(np.array([[1, 1, 0], [0, 1, 0], [0, 0, 1]], float))
    cover = Cover("coverage", held, np.array([2.0, 2.0, 1.0]), np.ones(3))
    assert rows(greedy(worth_of([0, 0, 0], covers=(cover,)))) == [0, 2]


def test_a_cover_pays_the_best_row_its_share():
    """Row 0 holds half as much as row 1, which gains all of .4."""
    cover = Cover("names", csr_array(np.array([[0.5], [1.0]])), np.array([3.0]), np.ones(2), share=0.4)
    [first, second] = greedy(worth_of([0, 0], covers=(cover,)))
    assert (first.row, first.parts["names"], second.parts["names"]) == (1, pytest.approx(0.4), 0)


def test_an_opening_that_says_it_again_is_worth_less():
    """Row 0 tells the news; of two openings of other sources, row 1 repeats .4 of it and row 2 nothing."""
    alike = [[0, 0.4, 0], [0.4, 0, 0], [0, 0, 0]]
    worth = worth_of([1, 0.5, 0.2], similarity=alike, limit=3, novelty=np.array([1.0, 1.0, 1.0]))
    picks = greedy(worth, Weights(redundancy=0.0, salience=1.0))
    assert rows(picks) == [0, 2, 1]
    assert picks[2].parts["new source"] == pytest.approx(1 - 0.4)


@given(st.integers(0, 2**32 - 1), st.integers(1, 12), st.integers(1, 9), st.sampled_from([0.0, 0.5, 1.0]))
def test_lazy_greedy_is_greedy(seed, n, limit, filling):
    """Scoring every sentence anew in every round finds the same picks with the same gains."""
    weights = Weights(filling=filling)
    lazy = greedy(random_worth(np.random.default_rng(seed), n, limit), weights)
    plain = brute_force(random_worth(np.random.default_rng(seed), n, limit), weights)
    assert rows(lazy) == [row for row, _ in plain]
    assert [pick.gain for pick in lazy] == pytest.approx([gain for _, gain in plain])


def random_worth(random, n, limit):
    unit = tfidf([random.choice(list("abcdef"), random.integers(0, 5)).tolist() for _ in range(n)])
    similarity, origin = cosines(unit), random.integers(0, 3, n).astype(np.int32)
    covers = tuple(
        Cover(
            name,
            csr_array(random.random((n, 6)) * (random.random((n, 6)) < 0.4)),
            random.random(6),
            random.integers(1, 4, n).astype(float),
            share,
        )
        for name, share in (("coverage", 1.0), ("names", 0.3))
    )
    return Worth(
        score=random.random(n),
        similarity=similarity,
        document=origin,
        candidate=random.random(n) < 0.8,
        cost=random.integers(2, 5, n).astype(float),
        limit=float(limit),
        covers=covers,
        novelty=random.random(n) * 0.1,
    )


def brute_force(worth, weights):
    """The same selection by the letter of its definition: every gain anew, dense, in every round."""
    similarity = worth.similarity.toarray()
    candidates = np.flatnonzero(worth.candidate)
    picks, left = {}, worth.limit
    shortest = min(worth.cost[candidates], default=0)
    while True:
        gains, wasted = {}, {}
        for row in candidates:
            nearest = max((similarity[row, other] for other in picks), default=0.0)
            if row in picks or worth.cost[row] > left or nearest > weights.same:
                continue
            gain = weights.salience * worth.score[row] - weights.redundancy * nearest
            gain += sum(reach(cover, row, picks, candidates) for cover in worth.covers)
            used = worth.document[row] in {worth.document[other] for other in picks}
            gains[int(row)] = (
                gain - weights.reuse * abs(gain) if used else gain + worth.novelty[row] * (1 - nearest)
            )
            share = worth.cost[row] / left if 0 < left - worth.cost[row] < shortest else 1
            wasted[int(row)] = (1 - share**weights.filling) * abs(gains[int(row)])
        if not gains:
            return list(picks.items())
        best = max(gains, key=lambda row: (gains[row] - wasted[row], -row))
        picks[best] = gains[best]
        left -= worth.cost[best]


def reach(cover, row, picks, candidates):
    """What a row would reach of a cover beside the picks, in shares of the most any could at the start."""
    held = cover.held.toarray()
    covered = (held[list(picks)] > 0).any(axis=0)
    most = max((held[candidates] * cover.weight).sum(axis=1) / cover.divisor[candidates], default=0) or 1
    return cover.share * float((held[row] * cover.weight * ~covered).sum()) / cover.divisor[row] / most
