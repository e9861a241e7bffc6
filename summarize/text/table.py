"""Documents to the sentence table: every sentence of a bundle, its place, and the marks that bar it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from summarize.model import Document, Mark, SentenceTable, Span
from summarize.text import clean, quotations, split


def build(documents: Sequence[Document]) -> SentenceTable:
    """The sentences of documents with known languages, row by row in (document, start) order.

    A sentence that marks cover wholly keeps its row and is not eligible; one whose head or tail is
    marked (a dateline, an agency's tag) is shortened to what may be quoted. A quotation that runs over
    a few sentences is one row.
    """
    sentences = [split.sentences(document) for document in documents]
    marks = _marks(documents, sentences)
    rows: list[tuple[int, int, int, int, bool, int]] = []
    for number, (spans, barred) in enumerate(zip(sentences, marks, strict=True)):
        kept = list(zip(clean.trimmed(spans, barred), spans, strict=True))
        for first, last in _units(documents[number].text, kept):
            rest, span = kept[first]
            end = (kept[last - 1][0] or kept[last - 1][1]).end
            rows.append((number, (rest or span).start, end, first, rest is not None, last - first))
    return _table(documents, rows, marks)


def _units(text: str, kept: Sequence[tuple[Span | None, Span]]) -> list[tuple[int, int]]:
    """Quotations of several sentences together, where all of them may be quoted."""
    found: list[tuple[int, int]] = []
    for first, last in quotations.units(text, [rest or span for rest, span in kept]):
        if all(rest is not None for rest, _ in kept[first:last]):
            found.append((first, last))
        else:
            found.extend((each, each + 1) for each in range(first, last))
    return found


def with_sentences(
    rows: SentenceTable, sentences: Sequence[tuple[int, Span]]
) -> tuple[SentenceTable, tuple[int, ...]]:
    """The table with given sentences, (document, span), in place of those they overlap, and their rows.

    For asking about sentences that somebody else delimited.
    """
    apart = np.ones(len(rows), bool)
    for document, span in sentences:
        apart &= (rows.document != document) | (rows.end <= span.start) | (rows.start >= span.end)
    kept = [
        (int(rows.document[row]), rows.span(row), bool(rows.eligible[row]))
        for row in np.flatnonzero(apart).tolist()
    ]
    given = [(document, span, True) for document, span in dict.fromkeys(sentences)]
    every = sorted(kept + given, key=lambda row: (row[0], row[1].start, row[1].end))
    positions = Counter[int]()
    columns = []
    for document, span, eligible in every:
        columns.append((document, span.start, span.end, positions[document], eligible, 1))
        positions[document] += 1
    places = {(document, span): row for row, (document, span, _) in enumerate(every)}
    return _table(rows.documents, columns, rows.marks), tuple(places[sentence] for sentence in sentences)


def _table(
    documents: Sequence[Document],
    rows: Sequence[tuple[int, int, int, int, bool, int]],
    marks: Sequence[tuple[Mark, ...]],
) -> SentenceTable:
    columns = np.array(rows, np.int64).reshape(-1, 6).T
    return SentenceTable(
        documents=tuple(documents),
        document=columns[0].astype(np.int32),
        start=columns[1],
        end=columns[2],
        position=columns[3].astype(np.int32),
        eligible=columns[4].astype(bool),
        marks=tuple(marks),
        sentences=columns[5].astype(np.int32),
    )


def _marks(documents: Sequence[Document], sentences: Sequence[Sequence[Span]]) -> list[tuple[Mark, ...]]:
    """The marks of each document, on its own litter and on boilerplate that sites share, in text order."""
    own = [clean.marks(document, spans) for document, spans in zip(documents, sentences, strict=True)]
    shared = clean.shared(documents, sentences)
    return [_merged(*pair) for pair in zip(own, shared, strict=True)]


def _merged(own: tuple[Mark, ...], shared: tuple[Mark, ...]) -> tuple[Mark, ...]:
    if not shared:
        return own
    barred = {mark.span for mark in own}
    both = own + tuple(mark for mark in shared if mark.span not in barred)
    return tuple(sorted(both, key=lambda mark: (mark.span.start, mark.span.end)))
