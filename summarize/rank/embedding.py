"""Sentence embeddings in place of shared words: likeness that an encoder sees and a cosine of terms does not.

Off by default: a model weighs hundreds of megabytes and takes thirty times as long. Only ranking and
selection see it; citations and differences keep to words, which their thresholds were measured with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.model import Pick, Ranking
from summarize.options import Options
from summarize.rank import graph
from summarize.rank.material import Material
from summarize.rank.methods import Method


class Encoder(Protocol):
    """Anything that turns n texts into n rows of numbers, as a SentenceTransformer does."""

    def encode(self, sentences: list[str], /) -> Any:
        """(n, d), one row for each text."""
        ...


def through(encoder: Encoder, method: Method) -> Method:
    """The same method, its similarities between sentences those of an encoder."""

    def chosen(material: Material, options: Options) -> tuple[Ranking, tuple[Pick, ...]]:
        texts = material.table.texts()
        return method(replace(material, similarity=cosines(encoder, texts)), options)

    return chosen


def cosines(encoder: Encoder, texts: Sequence[str], *, neighbours: int = graph.NEIGHBOURS) -> csr_array:
    """Cosine of every pair of n texts, (n, n) csr, symmetric, zero diagonal; negative ones are 0.

    Each row keeps its `neighbours` largest values and is kept by those that keep it. Raises
    ValueError where the encoder does not give n rows of finite numbers.
    """
    if not texts:
        return csr_array((0, 0))
    rows = _unit_rows(encoder.encode(list(texts)), len(texts))
    blocks = [
        graph.strongest(csr_array(np.maximum(rows[at : at + graph.BLOCK] @ rows.T, 0.0)), at, neighbours)
        for at in range(0, len(rows), graph.BLOCK)
    ]
    return graph.symmetric(*graph.pairs(blocks, len(texts)), len(texts))


def _unit_rows(encoded: Any, n: int) -> NDArray[np.float64]:
    rows = np.asarray(encoded, dtype=np.float64)
    if rows.ndim != 2 or len(rows) != n or not np.isfinite(rows).all():
        raise ValueError(f"encoder: {n} rows of finite numbers, not {rows.shape}")
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0))
