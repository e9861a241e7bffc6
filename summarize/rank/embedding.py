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
    """The same method, its similarities between sentences those of an encoder.

    Raises ValueError for what cannot encode, and in the method for what is no encoding (`cosines`).
    """
    given: object = encoder  # a string has an `encode`, too
    if isinstance(given, str) or not callable(getattr(given, "encode", None)):
        raise ValueError(f"encoder: an object with encode(texts), such as a model, not {given!r}")

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
    wanted = f"encoder: encode() of {n} texts must give {n} rows of numbers, all of one length"
    try:
        rows = np.asarray(encoded)
    except (TypeError, ValueError) as cause:  # ragged, or on another device
        raise ValueError(f"{wanted} ({cause})") from cause
    if rows.dtype.kind not in "fiu":
        raise ValueError(f"{wanted}, not an array of {rows.dtype}")
    if rows.ndim != 2 or len(rows) != n or not rows.size:
        raise ValueError(f"{wanted}, not an array of shape {rows.shape}")
    if wrong := int((~np.isfinite(rows)).any(axis=1).sum()):
        raise ValueError(f"{wanted}; {wrong} of them hold NaN or infinity")
    rows = rows.astype(np.float64)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0))
