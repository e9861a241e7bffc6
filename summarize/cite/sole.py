"""What two documents give once each: "220 jobs" here and "250 jobs" there are the number of one story.

Sentences that share little else are enough where neither document has another value for it. English only:
elsewhere it is not known what a figure is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from summarize.cite import ages
from summarize.cite.agreement import compatible
from summarize.cite.comparable import are_of_other_times
from summarize.cite.coverage import missing_names
from summarize.cite.figures import Figure
from summarize.cite.lexicon import lexicon
from summarize.cite.nobody import may_count_nobody, nobody
from summarize.cite.slots import predicate
from summarize.cite.statement import Statement
from summarize.cite.synonyms import synonyms
from summarize.cite.things import are_two
from summarize.cite.units import MERE_PEOPLE, is_further, is_part, measures, unit_of
from summarize.cite.words import Word, word_set

_SOME, _PER = word_set("remaining other first last next past"), word_set("in per of out")
_DIGIT, _LETTERS = re.compile(r"\d"), re.compile("[a-z]+")
_TIMES = 2  # beyond it two values are of a part and its whole more often than of one thing (chosen by eye)


class Given(NamedTuple):
    """A figure, and words of which each says what it is of."""

    figure: Figure
    things: frozenset[str]


class Passage(NamedTuple):
    """A sentence, and all that its document says, in lower case."""

    statement: Statement
    document: str


def may_give(text: str) -> bool:
    """Whether a text holds a figure, as far as its words tell: asked first, for most need not be read."""
    if _DIGIT.search(text) or may_count_nobody(text):
        return True
    return not lexicon("en").starts.isdisjoint(_LETTERS.findall(text.lower()))


def given(statement: Statement) -> tuple[Given, ...]:
    """The figures of a sentence that say what they are of."""
    if statement.language != "en":
        return ()
    found = (Given(figure, _things(statement, figure)) for figure in statement.figures)
    none = (Given(figure, _who({statement.stem(verb)}, statement)) for figure, verb in nobody(statement))
    return (*(each for each in found if each.things), *none)


def sole(mine: Sequence[Given], theirs: Sequence[Given]) -> Iterator[tuple[Given, Given]]:
    """Pairs of what two sentences give that may be of one thing and differ, each with the words they share.

    Of one thing they are where nothing else is of it in their documents (`is_alone`), and nothing else in the
    sentences says otherwise (`are_of_one`).
    """
    for f, things in mine:
        for g, others in theirs:
            common = things & others
            if f.kind != g.kind or not common or compatible(f, g):
                continue
            if max(f.low, g.low) <= _TIMES * min(f.low, g.low) or not (f.low and g.low):
                yield Given(f, common), Given(g, common)


def are_of_one(a: Passage, f: Figure, b: Passage, g: Figure) -> bool:
    """Whether two sentences tell of one time and of nobody whom the other's document does not know."""
    pair = a.statement, f, b.statement, g
    if are_of_other_times(a.statement, b.statement) or (_strange(a, b) and _strange(b, a)):
        return False
    return ages.are_of_one(*pair) if f.kind == "age" else not are_two(*pair)


def is_alone(value: Given, document: Sequence[Given]) -> bool:
    """Whether a document gives no other value of it."""
    return all(
        figure.kind != value.figure.kind
        or compatible(figure, value.figure)
        or value.things.isdisjoint(things)
        for figure, things in document
    )


def _things(statement: Statement, figure: Figure) -> frozenset[str]:
    """What a count counts, whose age it is, or what a sentence begins with that gives a percentage."""
    words = statement.words
    if figure.kind == "age":
        return frozenset(name.parts[-1] for name in ages.bearers(statement, figure))
    if figure.kind == "percent":
        opening = next((word for word in statement.told if word.stem), None)
        return frozenset({opening.stem} if opening and opening.stem not in _named(statement) else ())
    if figure.kind != "count" or measures(words, figure) or _is_of_some(words, figure):
        return frozenset()
    unit = unit_of(words, figure)
    if not unit & MERE_PEOPLE:
        return synonyms(unit, statement.stem)
    does = predicate(words, figure)
    return _who({does}, statement) if does else frozenset()


def _who(does: Set[str], statement: Statement) -> frozenset[str]:
    """The people who do or suffer something, by any name for it."""
    return frozenset(f"who {each}" for each in synonyms(does, statement.stem))


def _is_of_some(words: Sequence[Word], figure: Figure) -> bool:
    """Whether it counts a part, the rest, more beside others, or so many of a number: "5 cases in 1,000"."""
    if is_part(words, figure) or is_further(words, figure):
        return True
    lead = words[figure.first - 1].lower if figure.first else ""
    follows = [word.lower for word in words[figure.last + 1 : figure.last + 4]]
    rate = any(one in _PER and other[0].isdigit() for one, other in pairwise(follows))
    return lead in _SOME or rate


def _named(statement: Statement) -> set[str]:
    return {word.stem for name in statement.names for word in statement.words[name.first : name.last]}


def _strange(said: Passage, other: Passage) -> bool:
    """Whether a sentence names whom or what the other's document knows nothing of."""
    missing = missing_names(said.statement, other.statement)
    return not all(name in other.document for name in missing)
