"""Terms to vectors: the first step of ranking.

Only what two sentences share can make them similar, so everything here is sparse.
"""

from __future__ import annotations

import copy
import itertools
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from itertools import chain
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Floats = NDArray[np.float64]
T = TypeVar("T", bound=Hashable)

# Codes numbered together: sorting takes five times their own memory. Changes no value.
_BLOCK = 1 << 20


def counts(term_lists: Sequence[Sequence[T]]) -> tuple[csr_array, tuple[T, ...]]:
    """How often each term stands in each of n texts: (n, m) csr of float, and the m terms.

    Terms are numbered in order of first appearance.
    """
    lengths = np.fromiter(map(len, term_lists), np.int64, len(term_lists))
    starts = np.concatenate(([0], np.cumsum(lengths)))
    vocabulary = defaultdict[T, int](itertools.count().__next__)
    numbers = map(vocabulary.__getitem__, chain.from_iterable(term_lists))
    flat = np.fromiter(numbers, np.int32, int(starts[-1]))
    return tallied(flat, starts, len(vocabulary)), tuple(vocabulary)


def tallied(numbers: NDArray[np.int32], starts: NDArray[np.int64], m: int) -> csr_array:
    """The same of terms that are numbered already, below m. starts: (n + 1,) where each text begins."""
    # Starts of the same size as the numbers: else the numbers would be made as large, too.
    parts = (np.ones(len(numbers)), numbers.copy(), starts.astype(numbers.dtype))
    matrix = csr_array(parts, shape=(len(starts) - 1, m))
    matrix.sum_duplicates()  # which sorts in place
    return matrix


def numbered(codes: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Codes as numbers from 0 in order of first appearance, and the code of each number."""
    if len(codes) <= _BLOCK:
        return _numbered(codes)
    known = defaultdict[int, int](itertools.count().__next__)
    number = np.empty(len(codes), np.int32)
    for at in range(0, len(codes), _BLOCK):
        part, distinct = _numbered(codes[at : at + _BLOCK])
        numbers = np.fromiter(map(known.__getitem__, distinct.tolist()), np.int32, len(distinct))
        number[at : at + _BLOCK] = numbers[part]
    return number, np.fromiter(known, np.int64, len(known))


def _numbered(codes: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    distinct, first, place = np.unique(codes, return_index=True, return_inverse=True)
    order = np.argsort(first)
    number = np.empty(len(order), np.int32)
    number[order] = np.arange(len(order), dtype=np.int32)
    return number[place], distinct[order]


def tfidf(term_lists: Sequence[Sequence[str]]) -> csr_array:
    """Unit vectors of n texts over their m terms: (n, m) csr; a text without terms is a zero row.

    Weight (1 + ln tf) · (ln((n + 1) / (df + 1)) + 1): sublinear tf and smoothed idf, Manning,
    Raghavan & Schütze 2008 [manning08ir, ch. 6]. The idf stays above zero, so a term that every
    sentence of a small bundle holds still counts a little.
    """
    return weighed(counts(term_lists)[0])


def weighed(matrix: csr_array) -> csr_array:
    """The same of how often each term stands in each text: (n, m)."""
    data = (1 + np.log(matrix.data)) * rarity(matrix)[matrix.indices]
    return with_data(matrix, of_length_one(data, matrix.indptr))


def idf(term_lists: Sequence[Sequence[str]]) -> dict[str, float]:
    """How much each term tells: ln((n + 1) / (df + 1)) + 1, from 1 for a term in every text."""
    frequency = Counter(chain.from_iterable(map(frozenset, term_lists)))
    held = np.fromiter(frequency.values(), np.int64, len(frequency))
    return dict(zip(frequency, _idf(held, len(term_lists)).tolist(), strict=True))


def rarity(matrix: csr_array) -> NDArray[np.float64]:
    """(m,) the same of each column, by the rows that hold it."""
    n, m = matrix.shape
    return _idf(np.bincount(matrix.indices, minlength=m), n)


def _idf(frequency: NDArray[np.int64], n: int) -> NDArray[np.float64]:
    return np.asarray(np.log((n + 1) / (frequency + 1)) + 1)


def unit_rows(matrix: csr_array) -> csr_array:
    """The same rows with length 1; zero rows stay zero."""
    return with_data(matrix, of_length_one(matrix.data, matrix.indptr))


def with_data(matrix: csr_array, data: Floats) -> csr_array:
    """A matrix with the same entries and other values. Making it anew would check every index again."""
    other = copy.copy(matrix)
    other.data = data
    return other


def of_length_one(data: Floats, starts: NDArray[np.integer[Any]]) -> Floats:
    """The entries of rows, each row scaled to length 1. starts: (n + 1,) where each begins."""
    held = np.diff(starts)
    squares = np.add.reduceat(np.append(data**2, 0.0), starts[:-1])
    squares[held == 0] = 0.0  # reduceat gives an empty row its neighbour's value
    norms = np.sqrt(squares)
    norms[norms == 0] = 1.0
    return np.asarray(data / np.repeat(norms, held))
