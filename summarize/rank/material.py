"""What every method ranks: one bundle, prepared once, in arrays with one entry per row."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.model import Budget, SentenceTable
from summarize.rank import vectors
from summarize.rank.concepts import Counted
from summarize.rank.told import Retelling
from summarize.rank.wording import Wording

# Silent reading of English non-fiction, words per minute: Brysbaert 2019 [brysbaert19reading].
WORDS_PER_MINUTE = 238


@dataclass(frozen=True, eq=False)  # no slots: what is found later is kept beside it
class Material:
    """A bundle of n sentences, ready for ranking.

    origins: (documents,) which documents are one text. said: (t,) the content terms of all rows in order,
    each by which of `vocabulary` it is, and begins: (n + 1,) where each row's begin. concepts: which ones
    each row holds. words, characters: (n,) as printed. quoted: (n,) bool, holds a quotation mark.
    vectors: (n, m) unit rows of tf-idf. vocabulary: the m terms. similarity: (n, n) their cosines.
    representative: (n,) the first row with the same text. candidate: (n,) bool, rows that may be picked,
    one per text. place: (n,) how many sentences that may be quoted stand before it in its document. flat:
    (n,) bool, rows in a language in which position was measured to count little.
    query: content terms, or (). stem: the term of a word, "" for a stop word.
    """

    table: SentenceTable
    origins: NDArray[np.int32]
    said: NDArray[np.int32]
    begins: NDArray[np.int64]
    concepts: Counted
    words: NDArray[np.int64]
    characters: NDArray[np.int64]
    quoted: NDArray[np.bool_]
    vectors: csr_array
    vocabulary: Sequence[str]
    similarity: csr_array
    representative: NDArray[np.int64]
    candidate: NDArray[np.bool_]
    place: NDArray[np.int32]
    flat: NDArray[np.bool_]
    budget: Budget
    query: tuple[str, ...] = ()
    stem: Callable[[str], str] = str.casefold

    @cached_property
    def terms(self) -> Sequence[tuple[str, ...]]:
        """The content terms of each row."""
        terms = list(map(self.vocabulary.__getitem__, self.said.tolist()))
        return [tuple(terms[start:end]) for start, end in pairwise(self.begins.tolist())]

    @cached_property
    def rarity(self) -> dict[str, float]:
        """How much each term tells, by idf over the rows."""
        return dict(zip(self.vocabulary, vectors.rarity(self.vectors).tolist(), strict=True))

    @cached_property
    def wording(self) -> Wording:
        """What the rows' wording says, read when first asked for."""
        return Wording(self.table)

    @cached_property
    def retelling(self) -> Retelling:
        """How far rows tell again what others do, worked out when first asked for."""
        names = frozenset(map(self.stem, self.wording.known))
        named = np.array([term in names for term in self.vocabulary], bool)
        return Retelling(self.vectors, named, self.concepts, self.table.document, self.place)

    @property
    def origin(self) -> NDArray[np.int32]:
        """(n,) the origin of each row."""
        return self.origins[self.table.document]

    def costs(self) -> tuple[NDArray[np.float64], float]:
        """What each row uses of the budget, (n,) > 0, and how much there is, in the same unit."""
        words: NDArray[np.float64] = np.maximum(self.words, 1).astype(np.float64)
        amount = self.budget.amount
        match self.budget.unit:
            case "sentences":
                # A quotation kept whole is one row and one line, and still as many sentences as it is.
                each = self.table.sentences if len(self.table.sentences) else np.ones(len(self.table))
                return np.asarray(each, np.float64), float(math.floor(amount))
            case "characters":
                # One more for the space or line end that sets it off from the next.
                return (self.characters + 1).astype(np.float64), amount + 1
            case "words":
                return words, amount
            case "minutes":
                return words, amount * WORDS_PER_MINUTE
            case "ratio":
                return words, amount * float(self.words[self.table.eligible].sum())

    @cached_property
    def mean_words(self) -> float:
        """Words of an average candidate."""
        return float(self.words[self.candidate].mean()) if self.candidate.any() else 1.0

    @cached_property
    def lines(self) -> float:
        """How many lines of usual length the budget has room for; 0 where nothing may be picked."""
        costs, limit = self.costs()
        if self.budget.unit == "sentences":
            return limit
        return limit / float(costs[self.candidate].mean()) if self.candidate.any() else 0.0

    @cached_property
    def relevance(self) -> NDArray[np.float64]:
        """Cosine of each row to the query, (n,) in [0, 1]; 0 without one."""
        if not self.query:
            return np.zeros(len(self.table))
        with_query = vectors.tfidf([*self.terms, self.query])
        return np.asarray(with_query[:-1] @ with_query[[-1]].toarray().ravel())

    @cached_property
    def room(self) -> float:
        """How many candidates each document can place, as a natural logarithm, within ±1.5."""
        if not (self.candidate.any() or self.budget.unit == "sentences"):
            return 0.0
        share = max(self.lines, 1e-9) / max(len(self.table.documents), 1)
        return min(max(float(np.log(share)), -1.5), 1.5)

    @cached_property
    def unfolding(self) -> float:
        """How far each document is of a day of its own: 0 up to half of them, 1 for all of them.

        Documents without a date are left out, and where they are the most, it is 0.
        """
        dates = [each.published.date() for each in self.table.documents if each.published]
        if 2 * len(dates) < len(self.table.documents) or len(dates) < 2:
            return 0.0
        return max(0.0, 2 * (len(set(dates)) - 1) / (len(dates) - 1) - 1)


def places(table: SentenceTable) -> NDArray[np.int32]:
    """(n,) the position of each row in its document, litter not counted."""
    before: NDArray[np.int64] = np.cumsum(table.eligible) - table.eligible
    first = np.searchsorted(table.document, table.document)
    return (before - before[first]).astype(np.int32)


def representatives(keys: Sequence[str]) -> NDArray[np.int64]:
    """For each row, the first row with the same key: (n,)."""
    seen: dict[str, int] = {}
    return np.fromiter((seen.setdefault(key, row) for row, key in enumerate(keys)), np.int64, len(keys))


def one_per_text(candidate: NDArray[np.bool_], representative: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Candidates reduced to the first of each text, so that copies neither vote nor compete."""
    rows = np.flatnonzero(candidate)
    _, first = np.unique(representative[rows], return_index=True)
    kept = np.zeros_like(candidate)
    kept[rows[first]] = True
    return kept


def nearest_candidates(material: Material) -> NDArray[np.int64]:
    """For each row the candidate that has its text, or the row itself where none does: (n,)."""
    rows = np.flatnonzero(material.candidate)
    chosen = np.arange(len(material.representative))
    chosen[material.representative[rows]] = rows
    return chosen[material.representative]
