"""Sentences that were printed before, each taken apart once: every story and every line asks them all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarize.cite import deeds, statement
from summarize.cite.statement import Statement
from summarize.text import terms

_kept = lru_cache(maxsize=1 << 12)  # a month of a long briefing


@dataclass(frozen=True, slots=True)
class Earlier:
    """A sentence that was printed before."""

    text: str
    language: str | None


@_kept
def read(each: Earlier) -> Statement:
    """It made ready for comparison."""
    return statement.read(each.text, language=each.language, stem=terms.stemmer(each.language))


@_kept
def content(each: Earlier) -> tuple[str, ...]:
    """Its content terms."""
    return terms.extract(each.text, language=each.language)


@_kept
def deeds_of(each: Earlier) -> deeds.Told:
    """What it tells of deeds."""
    return deeds.told(read(each))
