"""The graph to salience: which sentences the whole bundle is about.

Centrality by random walk and place in the article, each one array over all rows. What other origins
say is `agreement`; how they are weighed is `consensus`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.model import Ranking, SentenceGraph

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]


def pagerank(
    graph: SentenceGraph,
    *,
    bias: Floats | None = None,
    damping: float = 0.85,
    tolerance: float = 1e-8,
    max_iterations: int = 200,
) -> Ranking:
    """Salience of each sentence by a random walk with restart.

    graph: n sentences, similarity (n, n) in [0, 1]. A sentence with no neighbour jumps by `bias`.
    bias: (n,) >= 0, not all zero; where the walk restarts, scaled to sum to 1. None is uniform.
    damping: the probability of following an edge, as in Page et al. 1999 [page99pagerank]; Erkan &
    Radev write d for the other side. tolerance: stop when the L1 change of one step falls below it
    (absolute, not times n).

    Returns salience (n,), summing to 1, with the steps taken and the last step's L1 change.

    Continuous LexRank, Erkan & Radev 2004 [erkan04lexrank], with the restart at `bias`.
    """
    n = len(graph)
    if n == 0:
        return Ranking(np.zeros(0))
    restart = _restart(bias, n)
    strength = np.asarray(graph.similarity.sum(axis=1)).ravel()
    stranded = strength == 0
    share = np.divide(1.0, strength, out=np.zeros(n), where=~stranded)
    lone, jumps = stranded.any(), (1 - damping) * restart
    walk, residual, steps = restart, np.inf, 0
    while residual >= tolerance and steps < max_iterations:
        # The matrix is symmetric, so a row times it is it times a column.
        followed = graph.similarity @ (walk * share)
        if lone:
            followed += walk[stranded].sum() * restart
        step = damping * followed + jumps
        residual, walk, steps = float(np.abs(step - walk).sum()), step, steps + 1
    return Ranking(walk / walk.sum(), {}, steps, residual)


def _restart(bias: Floats | None, n: int) -> Floats:
    if bias is None:
        return np.full(n, 1 / n)
    if bias.shape != (n,) or not np.isfinite(bias).all() or bias.min() < 0 or bias.sum() == 0:
        raise ValueError(f"bias: {n} numbers >= 0, not all zero")
    return np.asarray(bias / bias.sum())


def position_prior(position: Ints, *, steepness: float, reach: float = 14.0) -> Floats:
    """How much the place in its article speaks for a sentence: (n,) in (0, 1], 1 for the first.

    (1 + position / reach)^(−steepness / 2): slow, so that a long article's middle still counts.
    """
    return (1 + position / reach) ** (-0.5 * steepness)
