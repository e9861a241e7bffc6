"""Ages against ages: an age belongs to a name, whatever else the sentences say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.cite.figures import Figure
from summarize.cite.names import Name, same_person
from summarize.cite.statement import Statement
from summarize.cite.words import word_set

NAMED_AGE = 0.15  # similarity; a name and an age need little around them
_SURNAME = 0.25  # below it "Lee, 40" may be another of the family than "Ann Lee, 41"
_NAMELESS = 0.5  # below it there may be two men, two boys
_GENERATION = 15  # years from which on two of one name may be parent and child (chosen by eye)
_KIN = word_set(
    "father mother son daughter parents sons daughters grandfather grandmother grandson granddaughter "
    "uncle aunt nephew niece stepfather stepmother stepson stepdaughter namesake"
)
_AFTER_AGE, _AFTER_AGES = 2, 5  # words from an age to whom it belongs


def disputed(a: Statement, b: Statement, similarity: float) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of ages given to one person, where no age of B's for that person is A's.

    A person is a name, or, between sentences much alike, what somebody is: "a 20-year-old man".
    """
    if similarity < NAMED_AGE:
        return
    theirs = [figure for figure in b.figures if figure.kind == "age"]
    for f in (figure for figure in a.figures if figure.kind == "age" and theirs):
        rival = _rival(
            f, [_named(f, b, theirs, name, strict=similarity < _SURNAME) for name in bearers(a, f)]
        )
        if rival is None and similarity >= _NAMELESS and _kind(a, f):
            ours = {figure.low for figure in a.figures if figure.kind == "age"}
            alike = [g for g in theirs if _kind(b, g) == _kind(a, f) and g.low not in ours]
            rival = _rival(f, [alike]) if all(f.low != g.low for g in theirs) else None
        if rival and not _namesakes(a, f, b, rival):
            yield f, rival


def _namesakes(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether two of one name may be meant: kin, a generation apart."""
    return abs(f.low - g.low) >= _GENERATION and not _KIN.isdisjoint(a.lower | b.lower)


def _named(f: Figure, b: Statement, theirs: Sequence[Figure], name: Name, *, strict: bool) -> list[Figure]:
    """The ages that B gives to one of that name."""
    return [g for g in theirs if any(_is_one(f, name, g, other, strict=strict) for other in bearers(b, g))]


def are_of_one(a: Statement, f: Figure, b: Statement, g: Figure) -> bool:
    """Whether two ages are given to one name, be it to a surname here and to all of it there."""
    return any(_is_one(f, x, g, y, strict=False) for x in bearers(a, f) for y in bearers(b, g))


def _is_one(f: Figure, x: Name, g: Figure, y: Name, *, strict: bool) -> bool:
    """Whether two names with two ages may be one person's; a surname alone is of one generation."""
    return same_person(x, y, strict=strict or abs(f.low - g.low) >= _GENERATION)


def _rival(f: Figure, persons: Sequence[Sequence[Figure]]) -> Figure | None:
    """The first age of a person who is given some, and none of them this."""
    return next((own[0] for own in persons if own and all(f.low != g.low for g in own)), None)


def _kind(statement: Statement, age: Figure) -> str:
    """What somebody is who has an age and no name beside it: the next word, of content, and no name."""
    after = statement.words[age.last : age.last + 1]
    return after[0].stem if after and not after[0].capitalised and after[0].gap == " " else ""


def bearers(statement: Statement, age: Figure) -> Iterator[Name]:
    """The names an age stands beside: "Ann Lee, 40", "40-year-old Ann Lee", "40-year-olds Ann and Bo Lee"."""
    words = statement.words
    if age.first == 1 and words[0].stem and "," in words[1].gap:
        # An opening word is no name by its looks (`names`): what tells it is the age in commas behind it.
        yield Name((words[0].lower,), 0, 1, words[0].start, words[0].start + len(words[0].text))
    reach = {"old": _AFTER_AGE, "olds": _AFTER_AGES}.get(words[age.last - 1].lower, -1)
    for name in statement.names:
        cut = any("," in word.gap for word in words[age.last : name.first + 1])
        follows = not cut and 0 <= name.first - age.last <= reach
        article = words[name.last].lower in {"a", "an"} if name.last < len(words) else False
        if follows or name.last == age.first or (article and name.last + 1 == age.first):
            yield name
