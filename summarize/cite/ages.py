"""Ages against ages: an age belongs to a name, whatever else the sentences say."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.cite.figures import Figure
from summarize.cite.names import Name, same_person
from summarize.cite.statement import Statement

NAMED_AGE = 0.15  # similarity; a name and an age need little around them
_SURNAME = 0.25  # below it "Lee, 40" may be another of the family than "Ann Lee, 41"
_AFTER_AGE, _AFTER_AGES = 2, 5  # words from an age to whom it belongs


def disputed(a: Statement, b: Statement, similarity: float) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of ages given to one person, where no age of B's for that person is A's."""
    if similarity < NAMED_AGE:
        return
    for f in (figure for figure in a.figures if figure.kind == "age"):
        strict = similarity < _SURNAME
        own = [
            g
            for g in b.figures
            if g.kind == "age"
            and any(same_person(x, y, strict=strict) for x in _bearers(a, f) for y in _bearers(b, g))
        ]
        if own and all(f.low != g.low for g in own):
            yield f, own[0]


def _bearers(statement: Statement, age: Figure) -> Iterator[Name]:
    """The names an age stands beside: "Ann Lee, 40", "40-year-old Ann Lee", "40-year-olds Ann and Bo Lee"."""
    words = statement.words
    reach = {"old": _AFTER_AGE, "olds": _AFTER_AGES}.get(words[age.last - 1].lower, -1)
    for name in statement.names:
        cut = any("," in word.gap for word in words[age.last : name.first + 1])
        follows = not cut and 0 <= name.first - age.last <= reach
        article = words[name.last].lower in {"a", "an"} if name.last < len(words) else False
        if follows or name.last == age.first or (article and name.last + 1 == age.first):
            yield name
