"""Who is named as the speaker of a quotation: one quotation given to two speakers is not one claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.cite.coverage import alike
from summarize.cite.names import TITLES
from summarize.cite.statement import Statement
from summarize.cite.words import Word, word_set

_SAYS = word_set("said says tells told added wrote asked explained tweeted recalled testified")
_TURNED = word_set("said says added wrote asked explained recalled")  # may stand before who says it
# "A public defender in Santa Clara tells", "the Herald said": a place, or who passes it on.
_NO_SPEAKER = word_set("in of for the from at with by to")


def other_speaker(a: Statement, b: Statement) -> bool:
    """Whether both quote, each names who speaks right beside the verb, and these have no name in common."""
    if a.language != "en" or not (a.quotations and b.quotations):
        return False
    own, theirs = list(_speakers(a)), list(_speakers(b))
    return bool(own and theirs) and not any(_one(x, y) for x in own for y in theirs)


def _one(x: frozenset[str], y: frozenset[str]) -> bool:
    return not x.isdisjoint(y) or any(alike(part, other) for part in x for other in y)


def _speakers(statement: Statement) -> Iterator[frozenset[str]]:
    """The stems of each name that stands right before a verb of saying, or right behind it."""
    words = statement.words
    inside = {i for first, last in statement.quotations for i in range(first, last)}
    for i, word in enumerate(words):
        if word.lower not in _SAYS or i in inside:
            continue
        first = i
        while first and first - 1 not in inside and words[first].joined and words[first - 1].capitalised:
            first -= 1
        passed_on = first and words[first].gap == " " and words[first - 1].lower in _NO_SPEAKER
        if (parts := _parts(words[first:i])) and not passed_on:
            yield parts
        last = i + 1
        while last < len(words) and last not in inside and words[last].joined and words[last].capitalised:
            last += 1
        if word.lower in _TURNED and (parts := _parts(words[i + 1 : last])):
            yield parts


def _parts(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.stem and word.lower not in TITLES)
