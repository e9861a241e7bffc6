"""How alike articles are: vectors of their words, and what is taken off for being like everything.

A plain cosine means another thing on a day of politics than on a day of sport, and in another
language. Two corrections make one threshold serve: an article that has a close relative asks more of
the others, and what an article shares with the day at large counts against every pair it is in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.cite.lexicon import WEEKDAYS, lexicon
from summarize.rank import vectors
from summarize.stories.wording import NAME
from summarize.text import terms

# What follows was chosen on the development stories, at full size, in samples of 3 to 100 stories and
# among single articles (`python -m tests.quality.stories` prints those tables); all of it is flat within
# a factor of two, which is what let one setting serve.
_BESIDE, _STANDS_IN = 30, 1.0  # unseen articles beside those of the day, and how many hold a term
_ALONE = 100  # articles; in larger days a term that one article has alone says less and less of it
_TERSE = 150.0  # squared length of a vector below which it is too short to be sure of
_COMMON = 0.5  # share of articles; a term in more of them is grammar, in languages without a stop list
_FEW = 20  # articles; in fewer a story of its own may fill the day, and no term is too common
_HEAVIEST = 64  # terms by which relatives are looked for
_RELATIVES = 31
_SMALLEST = 0.01  # cosine; below this nobody is a relative
_COPY = 0.6  # cosine from which a relative is so near that it says nothing about how near others come
_ROOM = 0.2
_FIGURES = 3  # figures from which an article's own are expected in another of its story
_SHARED = 2  # words that two articles of a story share, at least: a town in common is no event
_WHEN = 0.9  # of a weekday, which tells no event either
_NAMES_FIRST = 1.1  # of terms about as heavy the name says what an article is about
_CROWD = 150  # articles: in a small day the mean over it is too unsure to be taken off in full
_BLOCK = 2000  # rows at a time: bounds the memory


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """n articles, ready to be grouped.

    vectors: (n, m) csr. burden: (n,). The corrected similarity of articles i and j is
    vectors[i] · vectors[j] − burden[i] · burden[j]; as both are products, means over groups are products
    of sums. first, second: (e,) the pairs worth looking at, first < second, each once, sorted.
    """

    vectors: csr_array
    burden: NDArray[np.float64]
    first: NDArray[np.int64]
    second: NDArray[np.int64]


def compare(term_lists: Sequence[Sequence[str]]) -> Likeness:
    """The likeness of articles from their terms, in time near-linear in the text.

    Each article is compared with its nearest relatives only, found by its heaviest terms.
    """
    unit, says = _weighted(term_lists)
    n = unit.shape[0]
    first, second = _relatives(unit)
    cosine = products(unit, unit, first, second)
    kept = cosine > _SMALLEST
    first, second, cosine = first[kept], second[kept], cosine[kept]
    pull = 1 / np.sqrt(_ROOM + _closest(first, second, cosine, n))
    day = _day(unit, first, second, cosine)
    scaled = csr_array(
        (unit.data * np.repeat(pull, np.diff(unit.indptr)), unit.indices, unit.indptr), shape=unit.shape
    )
    kept = ~_one_frame(unit, says, first, second) & (_in_common(unit, says, first, second) >= _SHARED)
    return Likeness(scaled, pull * np.sqrt(2 * day), first[kept], second[kept])


def products(
    left: csr_array, right: csr_array, first: NDArray[np.int64], second: NDArray[np.int64]
) -> NDArray[np.float64]:
    """The inner products of rows of left with rows of right, (e,)."""
    parts = [
        np.asarray(
            left[first[at : at + _BLOCK]].multiply(right[second[at : at + _BLOCK]]).sum(axis=1)
        ).ravel()
        for at in range(0, len(first), _BLOCK)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


def _weighted(term_lists: Sequence[Sequence[str]]) -> tuple[csr_array, NDArray[np.float64]]:
    """Rows of length just under 1, less where there is little text; weight (1 + ln tf) · smoothed idf.

    The smoothing lets three articles of one story be a day: what all of them say still counts. With it
    how much each term says of what an article is about, (m,).
    """
    counts, vocabulary = vectors.counts(term_lists)
    n, m = counts.shape
    frequency = np.bincount(counts.indices, minlength=m)
    shared = (frequency <= _COMMON * n) | (n < _FEW)
    idf = np.where(shared, np.log((n + _BESIDE) / (frequency + _STANDS_IN)), 0.0)
    idf[frequency < 2] *= (_ALONE / (n + _ALONE)) ** 0.5
    weighted = csr_array(
        ((1 + np.log(counts.data)) * idf[counts.indices], counts.indices, counts.indptr), shape=counts.shape
    )
    weighted.eliminate_zeros()
    entries = np.diff(weighted.indptr)
    squares = np.bincount(np.repeat(np.arange(n), entries), weighted.data**2, minlength=n)
    data = weighted.data / np.repeat(np.sqrt(squares + _TERSE), entries)
    unit = csr_array((data, weighted.indices, weighted.indptr), shape=weighted.shape)
    return unit, np.array([_says(term) for term in vocabulary])


def _relatives(unit: csr_array) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of articles of which one is among the nearest of the other, by their heaviest terms."""
    n = unit.shape[0]
    heavy = _heaviest(unit, _HEAVIEST)
    columns = heavy.T.tocsr()
    pairs = [np.zeros(0, np.int64)]
    for start in range(0, n, _BLOCK):
        block = (heavy[start : start + _BLOCK] @ columns).tocsr()
        rows = np.repeat(np.arange(block.shape[0]), np.diff(block.indptr)) + start
        near = (rows != block.indices) & (block.data > _SMALLEST)  # few of them, and sorting is dear
        rows, other, cosine = rows[near], block.indices[near].astype(np.int64), block.data[near]
        order = np.lexsort((other, -cosine, rows))
        rows, other = rows[order], other[order]
        rank = np.arange(len(rows)) - np.searchsorted(rows, rows)
        rows, other = rows[rank < _RELATIVES], other[rank < _RELATIVES]
        pairs.append(np.minimum(rows, other) * n + np.maximum(rows, other))
    found = np.unique(np.concatenate(pairs))
    return found // max(n, 1), found % max(n, 1)


def _heaviest(unit: csr_array, count: int) -> csr_array:
    rows = np.repeat(np.arange(unit.shape[0]), np.diff(unit.indptr))
    order = np.lexsort((unit.indices, -unit.data, rows))
    rank = np.arange(len(order)) - unit.indptr[rows[order]]
    kept = order[rank < count]
    return csr_array((unit.data[kept], (rows[kept], unit.indices[kept])), shape=unit.shape)


def _closest(
    first: NDArray[np.int64], second: NDArray[np.int64], cosine: NDArray[np.float64], n: int
) -> NDArray[np.float64]:
    """How near each article's nearest relative is that is no copy of it; 0 if it has none."""
    nearest = np.zeros(n)
    own = cosine <= _COPY
    np.maximum.at(nearest, first[own], cosine[own])
    np.maximum.at(nearest, second[own], cosine[own])
    return nearest


def _day(
    unit: csr_array, first: NDArray[np.int64], second: NDArray[np.int64], cosine: NDArray[np.float64]
) -> NDArray[np.float64]:
    """What each article has in common with the day: its mean cosine to all but its relatives, >= 0."""
    n = unit.shape[0]
    relatives = min(10, (n - 1) // 5)
    rows, values = np.concatenate([first, second]), np.concatenate([cosine, cosine])
    order = np.lexsort((-values, rows))
    rank = np.arange(len(order)) - np.searchsorted(rows[order], rows[order])
    near = order[rank < relatives]
    taken = np.bincount(rows[near], values[near], minlength=n)
    every = unit @ np.asarray(unit.sum(axis=0)).ravel() - np.asarray(unit.multiply(unit).sum(axis=1)).ravel()
    mean = (every - taken) / max(n - 1 - relatives, 1)
    return np.asarray(np.maximum(mean, 0.0) * n / (n + _CROWD))


def _says(term: str) -> float:
    """How much more than others of its weight a term says what an article is about, in [0, 2]."""
    if term[0].isdecimal():
        return 0.0
    if term.startswith(NAME):
        return _NAMES_FIRST
    return _WHEN if term in _weekdays() else 1.0


@cache
def _weekdays() -> frozenset[str]:
    """The terms of weekdays, in the languages whose are known."""
    return frozenset(
        form
        for code in WEEKDAYS
        for day in lexicon(code).weekdays
        for form in (day, terms.stemmer(code)(day))
        if form
    )


def _in_common(
    unit: csr_array, says: NDArray[np.float64], first: NDArray[np.int64], second: NDArray[np.int64]
) -> NDArray[np.float64]:
    """How many words two articles share, names once and figures and weekdays not at all, (e,)."""
    words = np.flatnonzero(says == 1.0)
    held = csr_array((np.ones(len(unit.data)), unit.indices, unit.indptr), shape=unit.shape)[:, words]
    return products(held, held, first, second)


def _one_frame(
    unit: csr_array, says: NDArray[np.float64], first: NDArray[np.int64], second: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which pairs fill one frame of words with two things, such as two firms' results, (e,).

    Neither article says what the other is most about, and both have figures, of which they share none.
    says: (m,) how much each term says of that; figures nothing.
    """
    figures = unit[:, np.flatnonzero(says == 0)]
    exact = np.diff(figures.indptr) >= _FIGURES
    asked = np.flatnonzero(exact[first] & exact[second])
    asked = asked[products(figures, figures, first[asked], second[asked]) == 0]
    a, b = first[asked], second[asked]
    core = _heaviest(
        csr_array((unit.data * says[unit.indices], unit.indices, unit.indptr), shape=unit.shape), 1
    )
    found = np.zeros(len(first), bool)
    found[asked] = products(core, unit, a, b) + products(unit, core, a, b) == 0
    return found
