"""What a sentence tells beside its main claim, in a word or two that a score for wording overlooks.

"Protests and hunger strikes" tells of two things, and "…, a felony, …" says what the one is. Who leaves all
of it out has not said it, however much of the rest he repeats. English only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize.cite.coverage import is_light, said
from summarize.cite.statement import Statement
from summarize.cite.tense import acts
from summarize.cite.words import Word, word_set

_ARTICLES = word_set("a an the his her their its my our most more other")
_CUTS = frozenset(",;:—–…()")


def left_out(a: Statement, b: Statement) -> bool:
    """Whether B says nothing of the second of two things that "and" joins in A, or of an apposition in it."""
    if a.language != "en":
        return False
    if any(said([first], b) and not said(second, b) for first, second in _joined(a)):
        return True
    return any(not said(stems, b) for stems in _appositions(a))


def _joined(statement: Statement) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The stem before each "and" or "or", and the stems of the things right behind.

    What is done is `asides`' business, and light verbs claim nothing.
    """
    words, does = statement.words, frozenset(acts(statement.words))
    for i, word in enumerate(words[1:-1], start=1):
        if word.lower not in {"and", "or"} or not words[i - 1].stem:
            continue
        things = list(_things(words, i + 1))
        plain = things and things[0] not in does and not is_light(words[things[0]])
        if plain and all(_claims(statement, j) for j in things):
            yield words[i - 1].stem, tuple(words[j].stem for j in things)


def _things(words: Sequence[Word], at: int) -> Iterator[int]:
    """The words of content in a row from a place on, an article before them apart."""
    first = next((i for i in range(at, len(words)) if words[i].lower not in _ARTICLES), len(words))
    for i in range(first, len(words)):
        if not words[i].stem or (i > first and not words[i].joined):
            return
        yield i


def _claims(statement: Statement, i: int) -> bool:
    """Whether a word carries content of its own: figures are checked apart, attribution claims nothing."""
    figures = (figure for figure in statement.figures if figure.first <= i < figure.last)
    return bool(statement.words[i].stem) and i not in statement.attribution and not any(figures)


def _appositions(statement: Statement) -> Iterator[tuple[str, ...]]:
    """The stems of what stands between two commas and opens with an article: ", a felony,"."""
    words = statement.words
    cuts = [i for i, word in enumerate(words) if i and not _CUTS.isdisjoint(word.gap)] + [len(words)]
    for first, last in pairwise(cuts):
        if words[first].lower in _ARTICLES:
            stems = tuple(words[i].stem for i in range(first, last) if _claims(statement, i))
            if stems:
                yield stems
