"""How far origins agree: what the others say of a sentence, and when agreement tells facts apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.rank.graph import in_blocks

# Rows looked at together: bounds the memory, changes no value.
_BLOCK = 4096

# From this cosine on one sentence of a text echoes another; .4 tells reviews from articles less well.
_ECHO = 0.3

Floats = NDArray[np.float64]


def breadth(origins: NDArray[np.int32]) -> float:
    """How far agreement can tell facts apart: 0 with two origins, 1 from five, in between by thirds.

    Where two speak, everything is said by both or by one. It takes a few more before it means
    something that several say one thing and not another (docs/decisions/0008).
    """
    return min(max((len(np.unique(origins)) - 2) / 3, 0.0), 1.0)


def voices(similarity: csr_array, origins: NDArray[np.int32], candidate: NDArray[np.bool_]) -> float:
    """How far one origin is many voices: the share of its sentences that another of them echoes.

    candidate: (n,) bool, the sentences that count. 0 where there are several origins, whose echoes are
    agreement. A third of a list of reviews, a tenth of an article (docs/decisions/0047).
    """
    if len(np.unique(origins)) != 1 or not candidate.any():
        return 0.0
    rows = np.repeat(np.arange(len(candidate)), np.diff(similarity.indptr))
    echoed = (similarity.data > _ECHO) & candidate[rows] & candidate[similarity.indices]
    return len(np.unique(rows[echoed])) / int(candidate.sum())


def support(
    similarity: csr_array, origin: NDArray[np.int32], among: NDArray[np.bool_] | None = None
) -> Floats:
    """How well the other origins say the same: (n,) in [0, 1].

    similarity: (n, n) cosines. origin: (n,) the origin of each sentence's document. among: (n,) bool, the
    sentences that are asked and heard; by default all. The mean, over the other origins, of the best
    cosine to any of their sentences; 0 where there is one origin.
    """
    others = max(len(np.unique(origin)) - 1, 1)
    blocks = [_summed_best(rows, at, origin, among) for at, rows in in_blocks(similarity, _BLOCK)]
    return np.asarray(np.concatenate([np.zeros(0), *blocks]) / others)


def _summed_best(
    block: csr_array, at: int, origin: NDArray[np.int32], among: NDArray[np.bool_] | None
) -> Floats:
    """For each row of a block, the largest cosine to each other origin, summed over them."""
    rows = np.repeat(np.arange(block.shape[0]), np.diff(block.indptr))
    foreign = origin[at + rows] != origin[block.indices]
    if among is not None:
        foreign &= among[at + rows] & among[block.indices]
    rows, ends, values = rows[foreign], block.indices[foreign], block.data[foreign].astype(float)
    cell = rows * (int(origin.max(initial=0)) + 1) + origin[ends]
    order = np.argsort(cell, kind="stable")
    starts = np.flatnonzero(np.diff(cell[order], prepend=-1))
    best = np.maximum.reduceat(values[order], starts) if len(starts) else np.zeros(0)
    return np.bincount(rows[order][starts], np.maximum(best, 0.0), block.shape[0]).astype(float)
