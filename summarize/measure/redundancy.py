"""How often a digest says a thing again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from scipy.sparse import csr_array

from summarize.measure.rouge import tokens

ALIKE = 0.5  # cosine above which two lines tell a reader one thing


def repeated_trigrams(lines: Sequence[str]) -> float:
    """Share, in [0, 1], of the digest's word trigrams that it had already used; 0 without trigrams.

    >>> round(repeated_trigrams(["The dam held firm.", "At dawn the dam held."]), 2)
    0.2
    """
    trigrams = [trigram for line in lines for trigram in _trigrams(tokens(line))]
    return (len(trigrams) - len(set(trigrams))) / max(len(trigrams), 1)


def similar_pairs(rows: Sequence[int], similarity: csr_array) -> float:
    """Share, in [0, 1], of the pairs of chosen rows whose cosine is above .5; 0 without a pair."""
    pairs = list(combinations(rows, 2))
    return sum(float(similarity[i, j]) > ALIKE for i, j in pairs) / max(len(pairs), 1)


def _trigrams(words: Sequence[str]) -> list[tuple[str, str, str]]:
    return list(zip(words, words[1:], words[2:], strict=False))
