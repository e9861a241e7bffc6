"""Sentences that were printed before, each taken apart once: every story and every line asks them all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from summarize.cite import statement, tense
from summarize.cite.statement import Statement
from summarize.cite.units import CLASS_OF
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
def counted(each: Earlier) -> frozenset[str]:
    """The classes of those it speaks of: the dead, the hurt, the missing."""
    return frozenset(CLASS_OF[word.lower] for word in read(each).words if word.lower in CLASS_OF)


@_kept
def affirmed(each: Earlier) -> frozenset[str]:
    """Its stems but for what it denies: after "will not sail" it is news that she sails."""
    before = read(each)
    denied = {i + far for i in before.negations for far in (1, 2)}
    acts = {*tense.acts(before.words)}
    told = (i for i in range(len(before.words)) if i not in denied and (before.words[i].stem or i in acts))
    return frozenset(before.words[i].stem or before.words[i].lower for i in told)
