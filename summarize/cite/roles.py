"""Who does it to whom: sentences of the same words in which doer and done-to have changed places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarize.cite.names import Name
from summarize.cite.statement import Statement
from summarize.cite.words import Word, word_set

# Between verb and doer where the done-to comes first: "was beaten by", "fue vendida por".
_PASSIVE = word_set("by from par por von durch door da dal dalla dallo dai pelo pela av af")
# What may stand between doer and verb, in languages where the doer comes first. Spanish, Dutch and Swedish
# turn the two around as they please ("en marzo subió el precio").
_BETWEEN = {"en": word_set("has have had will would also then later"), "fr": word_set("a ont avait avaient")}
# What both do when one does it, or what says no more than that the two stand beside each other.
_MUTUAL = word_set(
    "met meets meet meeting married marries marry wed divorced dated faced faces face played plays play "
    "kissed hugged embraced joined resembles equals borders versus"
)

_OBJECT = 5  # stems from a verb to what it is done to


def swapped(a: Statement, b: Statement) -> bool:
    """Whether doer and done-to have changed places around one verb: who beat whom."""
    return _swapped_names(a, b) or _swapped_doers(a, b) or _swapped_openings(a, b)


def _swapped_names(a: Statement, b: Statement) -> bool:
    named = [name for name in a.names if name.first not in a.attribution]
    for first, second in pairwise(named):
        x, y = _place(first, b), _place(second, b)
        if x is None or y is None or y.last > x.first:
            continue
        between, behind = a.words[first.last : second.first], b.words[y.last : x.first]
        if _stems(between) & _stems(behind) and not any(
            word.lower in _PASSIVE for word in (*between, *behind)
        ):
            return True
    return False


def _place(name: Name, statement: Statement) -> Name | None:
    return next((each for each in statement.names if each.parts[-1] == name.parts[-1]), None)


def _stems(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.stem)


def _swapped_doers(a: Statement, b: Statement) -> bool:
    """Whether each of two words does to the other, in A and B in turn, what one verb between them says.

    A verb is not known from a noun; but in "dog bites man" and "man bites dog" each of the two outer words
    stands right before the middle one in one sentence and behind it in the other.
    """
    if a.language not in _BETWEEN or a.language != b.language:
        return False
    x, y = _doers(a), _doers(b)
    return any(
        x[verb] != y[verb] and _follows(b, verb, x[verb]) and _follows(a, verb, y[verb])
        for verb in x.keys() & y.keys()
    )


def _swapped_openings(a: Statement, b: Statement) -> bool:
    """Whether both open with three bare words, of which the outer ones have changed places; any language."""
    x, y = (each.words[:3] for each in (a, b))
    bare = len(x) == len(y) == 3 and all(word.stem for word in (*x, *y)) and _may_act(x[1])
    return (
        bare and [word.stem for word in x] == [word.stem for word in reversed(y)] and x[0].stem != x[2].stem
    )


def _doers(statement: Statement) -> dict[str, str]:
    """From each stem that may be a verb, and stands once, to the stem right before it."""
    between, words = _BETWEEN[statement.language or ""], statement.words
    found: dict[str, str] = {}
    before = ""
    for i, word in enumerate(words):
        if i and word.gap != " ":
            before = ""
        if not word.stem:
            before = before if word.lower in between else ""
            continue
        if before and i not in statement.attribution and _may_act(word):
            found[word.stem] = before
        before = word.stem
    return {verb: doer for verb, doer in found.items() if statement.stems.count(verb) == 1}


def _may_act(word: Word) -> bool:
    return not word.capitalised and word.lower not in _MUTUAL


def _follows(statement: Statement, verb: str, stem: str) -> bool:
    """Whether a stem stands near behind a verb, and not as the doer of a passive."""
    at = next(i for i, word in enumerate(statement.words) if word.stem == verb)
    passive, left = False, _OBJECT
    for word in statement.words[at + 1 :]:
        passive = passive or word.lower in _PASSIVE
        if word.stem == stem:
            return not passive
        left -= bool(word.stem)
        if not left:
            break
    return False
