"""Whether two figures that look alike are of two things: cocaine and heroin, this year and the next.

What tells so stands in the place of the same word in the other sentence, and the other never says it.
English only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize.cite.coverage import found_in
from summarize.cite.figures import Figure
from summarize.cite.statement import Statement
from summarize.cite.synonyms import synonyms
from summarize.cite.tense import acts
from summarize.cite.units import CLASS_OF, class_beside
from summarize.cite.words import Word, word_set

_OF, _OF_WHAT = 2, 3  # words after a figure that may hold the "of", and after it what it is of
_NEAR = 5  # words before a figure among which the noun is whose value it is (chosen by eye)
_WHICH_YEAR = word_set("last this next")
_NO_SUBJECT = word_set("with in on at after as from for by during before when while since under")
_LONGEST = 5  # stems before a verb that are a subject, and not a clause of its own


def are_two(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether two figures of one kind are of two years, two stuffs, two rates or two subjects."""
    if a.language != "en" or b.language != "en":
        return False
    if _differ(relative_years(a), relative_years(b)) or _other_words(_of_what(a, f), b, _of_what(b, g), a):
        return True
    counted = {class_beside(a.words, f), class_beside(b.words, g)} != {""}
    return not counted and (_other_modifiers(a, f, b, g) or _other_subjects(a, b))


def _differ(own: frozenset[str], others: frozenset[str]) -> bool:
    return bool(own and others) and own.isdisjoint(others)


def relative_years(statement: Statement) -> frozenset[str]:
    """Whether it tells of the last, this or the next year."""
    return frozenset(x for x, y in pairwise(statement.spoken) if x in _WHICH_YEAR and y == "year")


def _of_what(statement: Statement, figure: Figure) -> list[Word]:
    """What "of" says of a figure: "120 kilograms of pure cocaine"; empty if it says nothing."""
    words = statement.words
    at = next((i for i in range(figure.last, figure.last + _OF) if _lower(words, i) == "of"), len(words))
    return [word for word in words[at + 1 : at + 1 + _OF_WHAT] if word.stem and word.joined]


def _lower(words: Sequence[Word], at: int) -> str:
    return words[at].lower if at < len(words) else ""


def _other_words(own: Sequence[Word], b: Statement, theirs: Sequence[Word], a: Statement) -> bool:
    """Whether of two groups of words neither is said in the other sentence, be it by another name."""
    return bool(own and theirs) and not _any_said(own, b) and not _any_said(theirs, a)


def _any_said(words: Sequence[Word], other: Statement) -> bool:
    return any(not _is_strange(word, other) for word in words)


def _is_strange(word: Word, other: Statement) -> bool:
    """Whether a sentence has no form of a word, nor another name for it."""
    said = synonyms(other.distinct, other.stem)
    return said.isdisjoint(synonyms({word.stem}, other.stem)) and not found_in(said, [word.stem])


def _other_modifiers(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether the last noun that both have before a figure is told apart: "mortgage" and "savings rate"."""
    own, theirs = _heads(a, f), _heads(b, g)
    head = next((stem for stem in own if stem in theirs), "")
    return bool(head) and _other_words([own[head]], b, [theirs[head]], a)


def _heads(statement: Statement, figure: Figure) -> dict[str, Word]:
    """Each plain word close before a figure whose neighbour before it is one too, the nearest first."""
    words = statement.words[max(0, figure.first - _NEAR) : figure.first]
    found = [(y.stem, x) for x, y in pairwise(words) if y.gap == " " and _is_plain(x) and _is_plain(y)]
    return dict(reversed(found))


def _is_plain(word: Word) -> bool:
    return bool(word.stem) and word.text.isalpha() and not word.capitalised


def _other_subjects(a: Statement, b: Statement) -> bool:
    """Whether one verb has two subjects: "parliament passed", "the senate passed"."""
    (x, own), (y, theirs) = (_subject(each) for each in (a, b))
    if not x or x != y:
        return False
    return any(_is_strange(word, b) for word in own) and any(_is_strange(word, a) for word in theirs)


def _subject(statement: Statement) -> tuple[str, Sequence[Word]]:
    """The stem of the first verb, and the words of content before it; "" where these are no subject."""
    words = statement.words
    at = next((i for i in acts(words) if i not in statement.attribution), 0)
    subject = [word for word in _told_before(statement, at) if word.stem and word.text.isalpha()]
    if words[0].lower in _NO_SUBJECT or not 0 < len(subject) <= _LONGEST:
        return "", ()
    return words[at].stem, subject


def _told_before(statement: Statement, at: int) -> Iterator[Word]:
    skipped = statement.attribution | statement.in_figures
    return (
        word for i, word in enumerate(statement.words[:at]) if i not in skipped and word.lower not in CLASS_OF
    )
