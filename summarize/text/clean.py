"""What may not be quoted: marks spans and says why; never edits.

Scraped articles carry headlines, captions, menus, share bars, teasers and notices between their
sentences. A sentence covered by a mark is ineligible; one with a marked head or tail is shortened.
The rules for one unit are in `clean_rules` (phrases: `clean_furniture`, shapes: `clean_shapes`), those
for neighbours in `clean_layout` and `clean_series`, for file formats in `clean_markup`, for mail in
`clean_mail`, repetition in `clean_repeats`; see docs/decisions/0004.
Whether a sentence is long enough or interesting is not asked here: that is selection's question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.model import Document, Mark, Span
from summarize.text import clean_layout as layout
from summarize.text import clean_mail as mail
from summarize.text import clean_markup as markup
from summarize.text import clean_phrases as phrases
from summarize.text import clean_repeats as repeats
from summarize.text import clean_rules as rules
from summarize.text import clean_series, split
from summarize.text.clean_page import Unit, on_one_line, read

# What a site says of itself and not of the news.
_OF_THE_SITE = frozenset({"boilerplate", "promotion", "share-bar", "wall"})


def marks(document: Document, sentences: Sequence[Span]) -> tuple[Mark, ...]:
    """What of these sentences may not be quoted, and the rule that says so; sorted, disjoint.

    sentences: spans of `document.text` in order, as `split.sentences` yields them.
    """
    if is_headline(document):
        return ()
    page = read(document.text, sentences)
    held = phrases.held(on_one_line(document.text))
    found = {index: name for index, unit in enumerate(page.units) if (name := rules.reason(unit, held))}
    found.update(markup.reasons(page))
    found.update(mail.reasons(page, document.quoted))
    for rule in layout.RULES:
        found.update(list(rule(page, found)))
    series = clean_series.marked(page.units)
    return tuple(
        mark
        for index, unit in enumerate(page.units)
        for mark in _marks(unit, found.get(index), series.get(index, 0))
    )


def is_headline(document: Document) -> bool:
    """Whether a text is its own headline and nothing else: then that is what its outlet says.

    >>> is_headline(Document.from_text("Crack found in the dam", title="Crack found in the dam"))
    True
    """
    return bool(document.title) and document.text.strip() == document.title


def _marks(unit: Unit, reason: str | None, opening: int) -> list[Mark]:
    """opening: characters of an hour or a number before it."""
    cuts = [(0, len(unit.text), reason)] if reason else rules.shortened(unit)
    if opening and not reason:
        cuts = [(0, opening, "series"), *cuts]
    return [Mark(Span(unit.start + start, unit.start + end), name) for start, end, name in cuts]


def shared(
    documents: Sequence[Document], sentences: Sequence[Sequence[Span]]
) -> tuple[tuple[Mark, ...], ...]:
    """For each document, marks on what the others make superfluous.

    That is boilerplate that they print as well, and a text that is but a headline where others have more
    to say. sentences: for each document, its spans. A sentence two outlets share because they print one
    agency story is agreement and stays; see `clean_repeats.shared`.
    """
    texts = [
        [span.of(document.text) for span in spans]
        for document, spans in zip(documents, sentences, strict=True)
    ]
    headlines = [is_headline(document) for document in documents]
    return tuple(
        tuple(Mark(span, "headline") for span in spans)
        if headline and not all(headlines)
        else tuple(Mark(spans[index], "shared-boilerplate") for index in indexes)
        for headline, spans, indexes in zip(headlines, sentences, repeats.shared(texts), strict=True)
    )


def trimmed(sentences: Sequence[Span], marks: Sequence[Mark]) -> Iterator[Span | None]:
    """What is left of each sentence when marked characters are taken off its ends; None if nothing is.

    Both are sorted and disjoint; linear in their number.
    """
    first = 0
    for sentence in sentences:
        while first < len(marks) and marks[first].span.end <= sentence.start:
            first += 1
        last = first
        while last < len(marks) and marks[last].span.start < sentence.end:
            last += 1
        yield _trimmed(sentence, marks[first:last]) if first < last else sentence


def _trimmed(sentence: Span, marks: Sequence[Mark]) -> Span | None:
    start, end = sentence.start, sentence.end
    for mark in marks:
        if mark.span.start <= start:
            start = mark.span.end
    for mark in reversed(marks):
        if mark.span.end >= end > start:
            end = mark.span.start
    return Span(start, end) if start < end else None


def eligible(document: Document) -> tuple[Span, ...]:
    """The sentences of a document that may be quoted, shortened where they must be."""
    sentences = split.sentences(document)
    found = marks(document, sentences)
    return tuple(left for left in trimmed(sentences, found) if left)


def telling(document: Document) -> tuple[Span, ...]:
    """The sentences that may tell of the news, fit to be quoted or not: all but a site's own notices.

    >>> document = Document.from_text("Sign up for our newsletter. Dam breaks in Hallin")
    >>> [span.of(document.text) for span in telling(document)]
    ['Dam breaks in Hallin']
    """
    sentences = split.sentences(document)
    notices = [mark for mark in marks(document, sentences) if mark.reason in _OF_THE_SITE]
    return tuple(left for left in trimmed(sentences, notices) if left)
