"""Two sentences that are one but for one place: "made in Poland", "made in Portugal".

In reports of one event such a pair is more often a copy that an editor has touched than a contradiction, so
what stands in that place must be known to exclude the other: opposites, two names, two codes, or the same
words with doer and done-to, or start and end, exchanged.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.cite.antonyms import opposed, sides
from summarize.cite.identity import one_given_name
from summarize.cite.lexicon import CAPITALISE_NOUNS
from summarize.cite.names import TITLES, spelt_out
from summarize.cite.roles import swapped
from summarize.cite.statement import Statement
from summarize.cite.words import Word, word_set
from summarize.model import DifferenceKind

Places = tuple[tuple[int, int], tuple[int, int]]
"""The characters [start, end) of a value in A and of the one that stands in its place in B."""

_FRAME = 3  # words of content that the two share, at least (chosen by eye)
_PLACE = 3  # words of content in which they differ, at most, if they are not the same in another order
_IS = word_set("remain remains remained stay stays stayed")  # as "are", which is no word of content
_ENDS = (word_set("from von aus"), word_set("to into nach"))  # of a way, a flight, a change


def variant(a: Statement, b: Statement) -> tuple[DifferenceKind, Places] | None:
    """In what two sentences exclude each other that say the same otherwise, in the same order."""
    if a.language != b.language or "?" in a.text + b.text:
        return None
    x, y, frame = _place(a, b)
    if not x or not y or _denies_more(a, x) or _denies_more(b, y):
        return None
    places = (x[0].start, _end(x[-1])), (y[0].start, _end(y[-1]))
    if sorted(word.stem for word in x) == sorted(word.stem for word in y):
        turned = frame + len(x) > _FRAME and (swapped(a, b) or _turned(a, x, b, y))
        return ("name", places) if turned else None
    if frame < _FRAME or max(len(x), len(y)) > _PLACE:
        return None
    if len(x) == len(y) == 1 and opposed(*(sides([each[0].lower], a.language) for each in (x, y))):
        return "negation", places  # more than that word, and it may be said of another thing or day
    return ("name", places) if _are_two_names(a, x, b, y) or _are_two_codes(x, y) else None


def _denies_more(statement: Statement, place: Sequence[Word]) -> bool:
    """Whether it denies something else: who "was not convicted" may be acquitted."""
    return any(statement.words[at] not in place for at in statement.negations)


def _place(a: Statement, b: Statement) -> tuple[Sequence[Word], Sequence[Word], int]:
    """The words of content of either between what both begin and end with, and how many those are."""
    x, y = (
        [word for word in each.told if (word.stem or word.text[0].isdigit()) and word.lower not in _IS]
        for each in (a, b)
    )
    short = min(len(x), len(y))
    first = next((i for i in range(short) if _key(x[i]) != _key(y[i])), short)
    last = next((i for i in range(short - first) if _key(x[-1 - i]) != _key(y[-1 - i])), short - first)
    return x[first : len(x) - last], y[first : len(y) - last], first + last


def _key(word: Word) -> str:
    return word.stem or word.lower


def _end(word: Word) -> int:
    return word.start + len(word.text)


def _are_two_names(a: Statement, x: Sequence[Word], b: Statement, y: Sequence[Word]) -> bool:
    """Whether both are names, and not two spellings, a short form or a title of one."""
    if a.language in CAPITALISE_NOUNS or len(x) != len(y):
        return False
    words = (*x, *y)
    if not all(word.capitalised and word.start and word.lower not in TITLES for word in words):
        return False
    return not any(
        one_given_name(one.lower, other.lower) or spelt_out(one, b.words) or spelt_out(other, a.words)
        for one, other in zip(x, y, strict=True)
    )


def _are_two_codes(x: Sequence[Word], y: Sequence[Word]) -> bool:
    """Whether both are the digits of one code: "BH-210", "BH-220"."""
    return len(x) == len(y) == 1 and all(each[0].text.isdigit() and each[0].gap == "-" for each in (x, y))


def _turned(a: Statement, x: Sequence[Word], b: Statement, y: Sequence[Word]) -> bool:
    """Whether the way leads back: "from Oslo to Madrid", "from Madrid to Oslo"."""
    own, theirs = (_ends(a, x), _ends(b, y))
    return None not in own and own == theirs[::-1]


def _ends(statement: Statement, place: Sequence[Word]) -> tuple[str | None, ...]:
    """What stands right behind "from" and behind "to"."""
    before = {
        word.start: previous.lower
        for previous, word in zip(statement.words, statement.words[1:], strict=False)
    }
    return tuple(
        next((word.stem for word in place if before.get(word.start) in leads), None) for leads in _ENDS
    )
