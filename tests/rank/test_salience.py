import networkx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from summarize.model import SentenceGraph
from summarize.rank import salience


def graph_of(weights):
    return SentenceGraph(csr_array(np.array(weights, float)))


def test_a_star_has_the_textbook_answer():
    """Middle of a path of three: the walk's fixed point, worked out by hand."""
    # x = middle, y = each end: x = .05 + .85 · 2y, 2y + x = 1  =>  x = .9 / 1.85
    ranking = salience.pagerank(graph_of([[0, 1, 0], [1, 0, 1], [0, 1, 0]]))
    assert ranking.salience == pytest.approx([(1 - 0.9 / 1.85) / 2, 0.9 / 1.85, (1 - 0.9 / 1.85) / 2])


@given(st.integers(2, 12), st.integers(0, 2**32 - 1))
def test_the_walk_agrees_with_networkx(n, seed):
    """Two implementations, one answer: weights, restart and stranded sentences included."""
    random = np.random.default_rng(seed)
    upper = np.triu(random.random((n, n)) * (random.random((n, n)) < 0.4), 1)
    bias = random.random(n) + 0.01
    graph = graph_of(upper + upper.T)
    theirs = networkx.pagerank(
        graph.to_networkx(),
        personalization=dict(enumerate(bias)),
        dangling=dict(enumerate(bias)),
        tol=1e-12,
        max_iter=1000,
    )
    ours = salience.pagerank(graph, bias=bias, tolerance=1e-12, max_iterations=1000).salience
    assert ours == pytest.approx([theirs[node] for node in range(n)], abs=1e-8)


def test_the_residual_is_reported():
    """A walk cut short says how far from rest it was."""
    cut = salience.pagerank(graph_of([[0, 1, 0], [1, 0, 1], [0, 1, 0]]), max_iterations=2)
    assert cut.iterations == 2
    assert cut.residual > 1e-8


def test_no_sentences_no_salience():
    """An empty graph ranks nothing."""
    assert salience.pagerank(SentenceGraph(csr_array((0, 0)))).salience.tolist() == []


@pytest.mark.parametrize("bias", [[0, 0], [-1, 2], [1], [np.nan, 1]])
def test_a_bias_that_is_no_distribution_is_refused(bias):
    """Where the walk restarts must be possible."""
    with pytest.raises(ValueError, match="bias"):
        salience.pagerank(graph_of([[0, 1], [1, 0]]), bias=np.array(bias, float))


def test_position_halves_slowly():
    """The first sentence counts 1; at the reach, 1/√2 for steepness 1 and 1/2 for steepness 2."""
    places = np.array([0, 14], np.int32)
    assert salience.position_prior(places, steepness=1) == pytest.approx([1, 1 / np.sqrt(2)])
    assert salience.position_prior(places, steepness=2) == pytest.approx([1, 1 / 2])
