"""What articles are compared by: stems, and what is written with a capital once more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarize.model import Document, Span
from summarize.text import clean, terms, tokens

NAME = "^"  # before a term that is written with a capital
_TITLE_WEIGHT = 2  # times a headline counts; taken over from the prototype
_TEASER = 400  # characters; a cut-off sentence is a third of what a shorter text says (docs/decisions/0018)
# Languages that part syllables, not words: most words are two, and either alone is in many others.
_BY_SYLLABLE = frozenset({"vi"})
# Languages in which a name has one form wherever it stands, but for an s; German has the nouns beside them.
ONE_FORM = frozenset({"ca", "da", "en", "es", "fr", "it", "nb", "nl", "nn", "no", "pt", "sv"})


def article(document: Document, quotable: Sequence[Span], *, as_written: bool = False) -> list[str]:
    """What an article is compared by: its headline, and what is not litter. Of a teaser all but notices."""
    return [
        *words("\n".join(sentences(document, quotable)), document.language, as_written=as_written),
        *words(document.title or "", document.language, as_written=as_written) * _TITLE_WEIGHT,
    ]


def sentences(document: Document, quotable: Sequence[Span]) -> list[str]:
    """The sentences of an article that it is compared by."""
    spans = quotable if quotable and len(document.text) >= _TEASER else clean.telling(document)
    return [span.of(document.text) for span in spans]


def words(text: str, language: str | None, *, as_written: bool = False) -> list[str]:
    """Terms, and what is written with a capital once more: who and where tell stories apart.

    as_written: not stems, where names have but one form and an s: Lund and Lunde are two towns of one stem.
    """
    code = terms.primary(language)
    written = tokens.cut(text, code)
    found = terms.look_up(written, code)
    keys = [_form(word) for word in found.plain] if as_written and code in ONE_FORM else found.stems
    content = [
        (term, word[0].isupper()) if kept else None
        for term, word, kept in zip(keys, written, found.content, strict=True)
    ]
    if code in _BY_SYLLABLE:
        content += [
            (f"{a[0]} {b[0]}", a[1] and b[1]) for a, b in pairwise(content) if a is not None and b is not None
        ]
    kept = [each for each in content if each is not None]
    return [*(term for term, _ in kept), *(f"{NAME}{term}" for term, capital in kept if capital)]


def _form(word: str) -> str:
    return word.removesuffix("s") or word
