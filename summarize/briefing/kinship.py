"""Stories that go on though their texts were not sorted in with the earlier ones.

The better two days of a story are covered, the nearer the reports of each day are to each other, and the
farther from those of the other day: who has a close relative asks more of the others (`stories.likeness`),
and sorted together the two days come apart. So stories are compared once more, as wholes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_array

from summarize.briefing.bonds import Bonds
from summarize.model import Document, Span
from summarize.pipeline import in_language
from summarize.rank import vectors
from summarize.text import terms

# Cosine of the middles of two stories, texts of which one of the two has more than one, and stories of a
# day that are looked at, the most covered, which bounds the time. Which halves of the development bundles
# that joins: docs/decisions/0034.
_LIKE, _SEVERAL, _AT_MOST = 0.15, 2, 500

Eligible = Callable[[Document], Sequence[Span]]
"""What of a text may be quoted."""


def match(
    today: Sequence[Sequence[Document]], before: Mapping[int, Sequence[Document]], eligible: Eligible
) -> dict[int, int]:
    """Of today's stories, in order of coverage, the index of each that goes on with an earlier one, and the
    number of that: each is the other's nearest, and something binds them. before: texts by number.
    """
    stories = [[in_language(text, None) for text in story] for story in today[:_AT_MOST]]
    earlier = {number: [in_language(text, None) for text in before[number]] for number in sorted(before)}
    numbers = list(earlier)
    pairs = [
        (at, numbers[other])
        for at, other in _nearest(stories, list(earlier.values()), eligible)
        if max(len(stories[at]), len(earlier[numbers[other]])) >= _SEVERAL
    ]
    bonds = Bonds(text for at, number in pairs for text in (*stories[at], *earlier[number]))
    return {at: number for at, number in pairs if bonds.hold(stories[at], earlier[number])}


def _nearest(
    today: Sequence[Sequence[Document]], before: Sequence[Sequence[Document]], eligible: Eligible
) -> Iterator[tuple[int, int]]:
    """The pairs of today's and earlier stories, by index, that are alike, and each the other's nearest."""
    if not today or not before:
        return
    middles = _middles([*today, *before], eligible)
    cosine = (middles[: len(today)] @ middles[len(today) :].T).toarray()
    best = cosine.argmax(axis=1)
    for at, other in enumerate(best.tolist()):
        if cosine[at, other] >= _LIKE and cosine[:, other].argmax() == at:
            yield at, other


def _middles(stories: Sequence[Sequence[Document]], eligible: Eligible) -> csr_array:
    """The mean vector of each story's texts, of length 1 or 0: (n, m)."""
    unit = vectors.tfidf([_terms(text, eligible) for story in stories for text in story])
    sizes = [len(story) for story in stories]
    member = csr_array(
        (np.ones(sum(sizes)), np.arange(sum(sizes)), np.cumsum([0, *sizes])), shape=(len(sizes), sum(sizes))
    )
    sums = (member @ unit).tocsr()
    length = np.sqrt(np.asarray(sums.multiply(sums).sum(axis=1)).ravel())
    sums.data /= np.repeat(np.maximum(length, np.finfo(float).tiny), np.diff(sums.indptr))
    return sums


def _terms(document: Document, eligible: Eligible) -> list[str]:
    """What a text is compared by, prefixed with its language; its headline twice, as in `stories`.

    Without the names that weigh more there: docs/decisions/0034.
    """
    parts = [span.of(document.text) for span in eligible(document)] or [document.text]
    text = "\n".join([*parts, *[document.title or ""] * 2])
    return [f"{document.language}:{term}" for term in terms.extract(text, language=document.language)]
