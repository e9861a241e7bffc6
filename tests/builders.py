"""Small bundles for tests, by outlet: `bundle_of(herald="The dam held.", courier="It broke.")`."""

from __future__ import annotations

from datetime import UTC, datetime

from summarize.model import Bundle, Document


def document_of(name: str, text: str, *, day: int | None = None, language: str = "en") -> Document:
    """One outlet's text; the outlet's name is its id and uri. day: of May 2030, when it was published."""
    published = None if day is None else datetime(2030, 5, day, tzinfo=UTC)
    return Document.from_text(
        text, uri=name, id=name, publisher=name.title(), published=published, language=language
    )


def bundle_of(**texts: str) -> Bundle:
    """Outlets by name, each with its text."""
    return Bundle("test", tuple(document_of(name, text) for name, text in texts.items()))
