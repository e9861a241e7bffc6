"""What may not be quoted: marks spans and says why; never edits.

Scraped articles carry headlines, captions, menus, share bars, teasers and notices between their
sentences. A sentence covered by a mark is ineligible; one with a marked head or tail is shortened.
The rules are in `clean_rules`, their phrases in `clean_furniture`, repetition in `clean_repeats`.
Whether a sentence is long enough or interesting is not asked here: that is selection's question.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from summarize.model import Document, Mark, Span
from summarize.text import clean_repeats as repeats
from summarize.text import clean_rules as rules


def marks(document: Document, sentences: Sequence[Span]) -> tuple[Mark, ...]:
    """What of these sentences may not be quoted, and the rule that says so; sorted, disjoint.

    sentences: spans of `document.text` in order, as `split.sentences` yields them.
    """
    units = _units(document.text, sentences)
    superfluous = set(repeats.repeated([unit.text for unit in units]))
    found: list[Mark] = []
    for index, unit in enumerate(units):
        reason = rules.reason(unit) or ("repeated" if index in superfluous else None)
        if reason:
            found.append(Mark(Span(unit.start, unit.end), reason))
        else:
            found += (
                Mark(Span(unit.start + start, unit.start + end), name)
                for start, end, name in rules.shortened(unit)
            )
    return tuple(found)


def shared(
    documents: Sequence[Document], sentences: Sequence[Sequence[Span]]
) -> tuple[tuple[Mark, ...], ...]:
    """For each document, marks on boilerplate that other documents of the bundle print as well.

    sentences: for each document, its spans. A sentence two outlets share because they print one
    agency story is agreement and stays; see `clean_repeats.shared`.
    """
    texts = [
        [span.of(document.text) for span in spans]
        for document, spans in zip(documents, sentences, strict=True)
    ]
    return tuple(
        tuple(Mark(spans[index], "shared-boilerplate") for index in indexes)
        for spans, indexes in zip(sentences, repeats.shared(texts), strict=True)
    )


def trimmed(sentence: Span, marks: Sequence[Mark]) -> Span | None:
    """What is left of a sentence when marked characters are taken off its ends; None if nothing is.

    marks: sorted and disjoint; O(log n) in their number.
    """
    start, end = sentence.start, sentence.end
    first = bisect_right(marks, start, key=lambda mark: mark.span.end)
    for mark in marks[first:]:
        if mark.span.start > start:
            break
        start = mark.span.end
    last = bisect_right(marks, end - 1, key=lambda mark: mark.span.start)
    while last and marks[last - 1].span.end >= end > start:
        last -= 1
        end = marks[last].span.start
    return Span(start, end) if start < end else None


def eligible(document: Document) -> tuple[Span, ...]:
    """The sentences of a document that may be quoted, shortened where they must be."""
    from summarize.text import split

    sentences = split.sentences(document)
    found = marks(document, sentences)
    return tuple(left for sentence in sentences if (left := trimmed(sentence, found)))


def _units(text: str, sentences: Sequence[Span]) -> list[rules.Unit]:
    breaks = [True] + ["\n" in text[before.end : after.start] for before, after in pairwise(sentences)]
    return [
        rules.Unit(span.start, span.end, span.of(text), opens, closes)
        for span, opens, closes in zip(sentences, breaks, [*breaks[1:], True], strict=True)
        if span
    ]
