"""The parts of a sentence that each must be said: its clauses, its asides, the things that "and" joins.

A score for wording overlooks them. "Protests and hunger strikes" tells of two things, and "…, a felony, …"
says what the one is. Who leaves such a part out has not said it, however much of the rest he repeats. But for
clauses, in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize.cite.coverage import coverage, is_light, said
from summarize.cite.statement import Statement
from summarize.cite.tense import acts
from summarize.cite.words import Word, word_set

_COORDINATES = word_set("and but while whereas although though et mais y pero e und aber и но a ale και")
_CUTS = frozenset(",—–…")
_RELATIVE = word_set("which who whose whom where")
_ASIDE_ENDS = frozenset(',;:—–…()“”"')
_ENDS = re.compile(r"[.?!][\"”’)]*\s")
_ARTICLES = word_set("a an the his her their its my our most more other")
_BREAKS = frozenset(",;:—–…()")
HALF_SAID = 0.34  # of the stems of a clause
_SHORT = 5  # letters: "ring" and "thing" are no participles


def left_out(a: Statement, b: Statement) -> bool:
    """Whether B says next to nothing of a clause or aside of A, or nothing of a thing or apposition in it."""
    if any(coverage(part, b) < HALF_SAID for each in (_clauses(a), _asides(a)) for part in each):
        return True
    if a.language != "en":
        return False
    if any(said([first], b) and not said(second, b) for first, second in _joined(a)):
        return True
    return any(not said(stems, b) for stems in _appositions(a))


def _clauses(statement: Statement) -> tuple[tuple[str, ...], ...]:
    """The stems of each clause set beside another: after ";", or a comma, dash or dots with "and", "but".

    Attribution and figures apart; a clause of one stem is none, but in a row of several sentences, which
    a quotation may be, each sentence is one.
    """
    found: list[list[str]] = [[]]
    sentences = {0}
    for i, word in enumerate(statement.words):
        if i and _starts(statement.words[i - 1], word):
            sentences.add(len(found))
            found.append([])
        elif ";" in word.gap or (word.lower in _COORDINATES and not _CUTS.isdisjoint(word.gap)):
            found.append([])
        if word.stem and i not in statement.attribution and not word.text[0].isdigit():
            found[-1].append(word.stem)
    several = len(sentences) > 1
    return tuple(
        tuple(dict.fromkeys(stems))
        for i, stems in enumerate(found)
        if len(stems) > 1 or (stems and several and i in sentences)
    )


def _asides(statement: Statement) -> Iterator[tuple[str, ...]]:
    """The stems of what ", which" or ", who" puts in, and of what "and" says was done too; in English.

    "Spotted the swimmer and hoisted him aboard" tells two things. Attribution and figures apart; as in
    `_clauses`, one stem is none.
    """
    words = statement.words if statement.language == "en" else ()
    does = frozenset(acts(words))
    inside: dict[str, None] = {}
    kept = False
    for i, word in enumerate(words):
        starts = _puts_in(words, i, does)
        if starts or not _ASIDE_ENDS.isdisjoint(word.gap):
            if kept and len(inside) > 1:
                yield tuple(inside)
            inside, kept = {}, starts
        if word.stem and i not in statement.attribution and not word.text[0].isdigit():
            inside[word.stem] = None
    if kept and len(inside) > 1:
        yield tuple(inside)


def _puts_in(words: Sequence[Word], i: int, does: frozenset[int]) -> bool:
    """Whether a word opens an aside: a relative behind a comma, or "and" before what is done."""
    if words[i].lower in _RELATIVE:
        return bool(i) and "," in words[i].gap
    if words[i].lower != "and" or words[i].gap != " " or i + 1 == len(words):
        return False  # behind a comma it opens a clause
    following = words[i + 1].lower
    return i + 1 in does or (following.endswith("ing") and len(following) > _SHORT)


def _starts(before: Word, word: Word) -> bool:
    """Whether a word opens the next sentence of a row; after "Mr." and "Inc." it may not."""
    return word.capitalised and bool(_ENDS.search(word.gap)) and not before.capitalised


def _joined(statement: Statement) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The stem before each "and" or "or", and the stems of the things right behind.

    What is done is `_asides`' business, and light verbs claim nothing.
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
    return bool(statement.words[i].stem) and i not in statement.attribution | statement.in_figures


def _appositions(statement: Statement) -> Iterator[tuple[str, ...]]:
    """The stems of what stands between two commas and opens with an article: ", a felony,"."""
    words = statement.words
    cuts = [i for i, word in enumerate(words) if i and not _BREAKS.isdisjoint(word.gap)] + [len(words)]
    for first, last in pairwise(cuts):
        if words[first].lower in _ARTICLES:
            stems = tuple(words[i].stem for i in range(first, last) if _claims(statement, i))
            if stems:
                yield stems
