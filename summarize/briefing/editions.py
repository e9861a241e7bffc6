"""Editions: an article that its outlet has changed under the same id, and what in it is new.

A live blog grows, a toll is put right, a correction is added below. What an earlier edition said is known,
printed or not; only what it did not say can be news of the later one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarize.briefing import corrections
from summarize.cite.statement import folded
from summarize.model import Document
from summarize.text import clean, split


def sentences(document: Document) -> tuple[str, ...]:
    """What of an article may be quoted, in order, as two prints of one sentence are compared."""
    return tuple(folded(span.of(document.text)) for span in clean.eligible(document))


def adds(document: Document, earlier: Iterable[Document]) -> bool:
    """Whether an edition says a sentence that no earlier one does, fit to be quoted or a correction.

    >>> first, second = map(Document.from_text, ("The dam held.", "The  dam held! It has a crack."))
    >>> adds(second, [first]), adds(first, [second])
    (True, False)

    The headline that stands for captions, or for a wall, adds nothing to an article.
    """
    earlier = [*earlier]
    if clean.is_headline(document) and not all(map(clean.is_headline, earlier)):
        return False
    known = {each for edition in earlier for each in _tells(edition)}
    return not known.issuperset(_tells(document))


def _tells(document: Document) -> Iterator[str]:
    """Its sentences, and the notices that cleaning keeps out of them."""
    yield from sentences(document)
    for span in split.sentences(document):
        if corrections.is_notice(text := span.of(document.text)):
            yield folded(text)
