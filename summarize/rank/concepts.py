"""What a bundle is about, as weighted concepts: stemmed bigrams and content words.

A digest should cover what many independent origins put early and say often. After the concept
coverage of Gillick & Favre 2009 [gillick09ilp], with votes by origin instead of document counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.rank.agreement import support
from summarize.rank.vectors import counts, numbered

Concept = tuple[str, ...]
"""One stem, or two that stand side by side."""

# A content word weighs a tenth of a bigram: enough to break ties, too little to chase single words.
# Taken over from the prototype; .2 and .3 moved R-2 by less than .2 on Multi-News.
UNIGRAM_WEIGHT = 0.1

# A bigram with one stop word ("the decision") tells a quarter of one without. Costs nothing in ROUGE
# (Multi-News 17.7 -> 17.6, MultiLing 19.4 -> 19.2 R-2) and stops sentences that only refer from winning.
HALF_STOP_WEIGHT = 0.25

# Sentences after which a document's vote is down to .71, in every language: what a document says often
# counts wherever it stands, even where its opening is what to quote (docs/decisions/0020).
VOTE_REACH = 5.0


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """Which concepts each of n sentences holds, numbered in order of first appearance.

    held: (n, m) csr of ones. times: how often, of each of them. first, second: (m,) the stems of a concept by
    number, second -1 where it is one word. stems: from number to stem.
    """

    held: csr_array
    times: NDArray[np.float64]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    stems: tuple[str, ...]

    @property
    def is_pair(self) -> NDArray[np.bool_]:
        """(m,) whether a concept is a bigram."""
        return self.second >= 0

    @property
    def names(self) -> list[Concept]:
        """The m concepts in words."""
        ends = zip(self.first.tolist(), self.second.tolist(), strict=True)
        return [tuple(self.stems[stem] for stem in pair if stem >= 0) for pair in ends]


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """Which concepts each sentence holds and what each is worth.

    held: (n, m) csr >= 0. weight: (m,) >= 0.
    """

    held: csr_array
    weight: NDArray[np.float64]


def count(
    stem: NDArray[np.int32], content: NDArray[np.bool_], starts: NDArray[np.int64], stems: Sequence[str]
) -> Counted:
    """The concepts of n sentences: bigrams of which one half is content, and content words.

    stem: (t,) the words of all sentences, each by which of `stems` it is. content: (t,) whether it is no
    stop word. starts: (n + 1,) where each sentence begins.

    >>> stems = ["dam", "valley", "the", "of"]
    >>> dam, valley, the, of = range(4)
    >>> sentence = np.array([the, dam, of, the, valley])
    >>> count(sentence, sentence < the, np.array([0, 5]), stems).names
    [('the', 'dam'), ('dam', 'of'), ('the', 'valley'), ('dam',), ('valley',)]
    """
    n, width = len(starts) - 1, len(stems) + 1
    code, holder = _codes(stem.astype(np.int64), content, starts, width)
    concept, distinct = numbered(code[np.argsort(holder, kind="stable")])
    begins = np.concatenate(([0], np.cumsum(np.bincount(holder, minlength=n)))).astype(concept.dtype)
    held = csr_array((np.ones(len(concept)), concept, begins), shape=(n, len(distinct)))
    held.sum_duplicates()
    times, held.data = held.data, np.ones_like(held.data)
    first, second = np.divmod(distinct, width)
    return Counted(held, times, first, second - 1, tuple(stems))


def _codes(
    stem: NDArray[np.int64], telling: NDArray[np.bool_], starts: NDArray[np.int64], width: int
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """A number for each concept, of its first stem and its second or none, and the sentence that holds it."""
    row = np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))
    pair = (row[:-1] == row[1:]) & (telling[:-1] | telling[1:])
    code = np.concatenate(((stem[:-1] * width + stem[1:] + 1)[pair], stem[telling] * width))
    return code, np.concatenate((row[:-1][pair], row[telling]))


def weigh(
    counted: Counted,
    *,
    position: NDArray[np.int32],
    document: NDArray[np.int32],
    origins: NDArray[np.int32],
    votes: NDArray[np.bool_],
) -> Concepts:
    """The concepts of n sentences, weighed by the origins that speak of them.

    position, document: (n,) the place and the document of each. origins: (documents,). votes: (n,) bool,
    the sentences that count as their document's words.

    A document votes (1 + first position / 5)^(−1/2) · (1 + ln count) for a concept; an origin gives
    the largest vote of its documents, so copies add nothing; the weight is the square of the sum
    over origins: what two tell is worth four of what one tells.
    """
    held = counted.held
    m = max(held.shape[1], 1)
    rows = np.repeat(np.arange(held.shape[0]), np.diff(held.indptr))
    voting = votes[rows]
    rows, columns, times = rows[voting], held.indices[voting], counted.times[voting]
    document_of, concept, first, total = _by_document(document[rows], columns, position[rows], times, m)
    vote = (1 + first / VOTE_REACH) ** -0.5 * (1 + np.log(total))
    weight = _sum_of_largest(origins[document_of], concept, vote, m)[: held.shape[1]] ** 2
    return Concepts(held, weight * _kind_weights(counted))


def weigh_names(
    name_lists: Sequence[Sequence[str]], origin: NDArray[np.int32], eligible: NDArray[np.bool_]
) -> Concepts:
    """The names and figures of n sentences, weighed as anchors of facts.

    A fact that several outlets report keeps its names and figures in all of them, in few sentences
    of each: the weight is (origins − 1) · ln((n + 1) / (sentences + 1)) / ln(n + 1), counted over the
    eligible rows. What one origin names, and what every sentence names, weighs nothing.
    """
    matrix, names = counts(name_lists)
    m = len(names)
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    voting = eligible[rows]
    columns = matrix.indices[voting].astype(np.int64)
    cells = np.unique(origin[rows[voting]].astype(np.int64) * max(m, 1) + columns)
    tellers = np.bincount(cells % max(m, 1), minlength=m)[:m]
    n = int(eligible.sum())
    rarity = np.log((n + 1) / (np.bincount(columns, minlength=m) + 1)) / np.log(max(n, 2) + 1)
    return Concepts(matrix, np.maximum(tellers - 1, 0) * np.maximum(rarity, 0.0))


def objection(similarity: csr_array, origin: NDArray[np.int32], objecting: NDArray[np.bool_]) -> Concepts:
    """The one concept that something speaks against the story, held by the rows that say so.

    held: (n, 1), for each objecting row its support among the objections of other origins, at most
    1 for the best: the doubt that several report, not the remark of one.
    """
    agreed = support(similarity, origin, among=objecting)
    held = np.flatnonzero(objecting)
    column = (agreed[held], (held, np.zeros(len(held), np.int64)))
    return Concepts(csr_array(column, shape=(len(origin), 1)), np.ones(1))


def _kind_weights(counted: Counted) -> NDArray[np.float64]:
    """(m,) 1 for a bigram of two content words, less for one with a stop word, least for a word."""
    content = np.zeros(len(counted.stems) + 1, bool)  # one more, for the missing half of a word
    content[counted.first[~counted.is_pair]] = True
    bigrams = np.where(content[counted.first] & content[counted.second], 1.0, HALF_STOP_WEIGHT)
    return np.where(counted.is_pair, bigrams, UNIGRAM_WEIGHT)


def _by_document(
    document: NDArray[np.int32],
    concept: NDArray[np.int32],
    position: NDArray[np.int32],
    count: NDArray[np.float64],
    m: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """For each (document, concept): both, the first position and the count."""
    cell = document.astype(np.int64) * m + concept
    order, starts = _groups(cell)
    first = np.minimum.reduceat(position[order], starts).astype(float)
    cell = cell[order[starts]]
    return cell // m, cell % m, first, np.add.reduceat(count[order], starts)


def _sum_of_largest(
    origin: NDArray[np.int32], concept: NDArray[np.int64], vote: NDArray[np.float64], m: int
) -> NDArray[np.float64]:
    """(m,) for each concept, the sum over origins of the origin's largest vote."""
    cell = origin.astype(np.int64) * m + concept
    order, starts = _groups(cell)
    largest = np.maximum.reduceat(vote[order], starts)
    return np.bincount(cell[order[starts]] % m, weights=largest, minlength=m).astype(np.float64)


def _groups(cell: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """An order in which equal numbers >= 0 stand together, and where in it each of them begins."""
    order = np.argsort(cell, kind="stable")
    return order, np.flatnonzero(np.diff(cell[order], prepend=-1))
