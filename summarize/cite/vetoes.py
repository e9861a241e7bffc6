"""What keeps two sentences of the same words from saying the same: opposites, doubt, changed places.

Nothing here is a difference to be shown, for nothing says which is right or whether both speak of one
thing; it only bars one from being cited for the other. Denials, doubts and opposites are read in the
languages with a list, ends and undone plans in English.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summarize.cite import factuality, roles
from summarize.cite.antonyms import contrary, opposed, sides
from summarize.cite.denials import denied
from summarize.cite.figures import Figure
from summarize.cite.identity import another_code
from summarize.cite.statement import Statement
from summarize.cite.units import class_beside
from summarize.cite.words import phrases, word_set

# How something ended. Who reads that a man was charged has not read that he was acquitted, though
# all other words of the two are the same; so a sentence that says one of these is told by none that does not.
_OUTCOMES = tuple(
    word_set(words)
    for words in (
        "died dead dies killed kills death deaths fatal fatally perished deceased dying",
        "acquitted acquits acquittal cleared clears exonerated",
        "released releases freed frees bail",
        "rescued rescues alive survived survives saved safe unharmed uninjured unhurt",
        "resigned resigns resignation quit quits",
        "rejected rejects rejection refused refuses denied denies",
        "reopened reopens reopen resumed resumes resume restored open opened opens",
        "agreed agrees agree agreement deal",
        "arrested arrests arrest detained custody captured caught",
        "convicted convicts guilty conviction",
        "sentenced sentences jailed jails imprisoned",
        "lifted lifts repealed repeals revoked revokes overturned overturns quashed",
        "averted averts settled settles settlement resolved",
        "ended ends expired expires",
        "withdrawn withdrew withdraws",
        "suspended suspends suspend suspending suspension halted halts halt",
        "postponed postpones",
        "contained extinguished",
    )
)
# What was to be and will not: neither says what the other says, whichever of the two it is that tells it.
_UNDONE = word_set("cancelled cancels canceled scrapped scraps shelved axed ditched")
_DROPS = word_set("drop drops dropped dropping abandon abandons abandoned abandoning shelves")
_DROPPED = word_set(
    "plan plans idea ideas proposal bid charge charges case appeal suit lawsuit scheme project projects "
    "effort efforts attempt attempts merger takeover"
)
# The same in two words: "called off" is not "called for".
_CALLED_OFF = phrases("call_off calls_off called_off calling_off")
# What lasts, and how it ends: who reads that a boy is missing has not read of "the missing boy, found alive".
_OVER = tuple(
    (word_set(state), word_set(end))
    for state, end in (
        ("missing", "found rescued safe alive dead died located recovered reappeared"),
        ("trapped stranded stuck", "freed rescued saved released safe died"),
        ("escaped fled fugitive", "caught recaptured captured arrested returned"),
        ("kidnapped abducted hostage hostages", "freed released rescued"),
    )
)
_DROP_REACH = 3  # words from "dropped" to "plans", or from "charges" to "dropped"


def bar(a: Statement, b: Statement) -> bool:
    """Whether A and B, alike as they may be, cannot be telling the same."""
    x, y = (frozenset(word.lower for word in each.told) for each in (a, b))
    return (
        opposed(sides(x, a.language), sides(y, b.language))
        or contrary(x, y, a.language)
        or _ended(x, y)
        or _over(x, y)
        or _undone(a, x) != _undone(b, y)
        or _denied(a, b)
        or factuality.unlike(a, b)
        or another_code(a, b)
        or _swapped_counts(a, b)
        or roles.swapped(a, b)
    )


def _ended(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether one tells an end of which the other says no word."""
    return any(x & words and not y & words for words in _OUTCOMES)


def _over(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether B tells how a state has ended that A speaks of as lasting."""
    return any(x & state and y & end and not x & end for state, end in _OVER)


def _undone(statement: Statement, words: frozenset[str]) -> bool:
    """Whether it tells that a plan was given up: "scrapped", "dropped its plans"; prices only drop.

    Dogs are abandoned too, so what it was must stand near.
    """
    spoken = statement.spoken
    if not _UNDONE.isdisjoint(words) or not _CALLED_OFF.isdisjoint(pairwise(spoken)):
        return True
    return any(
        word in _DROPS and not _DROPPED.isdisjoint(spoken[max(0, i - _DROP_REACH) : i + 1 + _DROP_REACH])
        for i, word in enumerate(spoken)
    )


def _denied(a: Statement, b: Statement) -> bool:
    """Whether only A denies, or B denies what A says."""
    if a.negations:
        return not b.negations
    own = factuality.plain(a)
    return any(stems and stems <= own for stems in denied(b.words, b.negations, b.language))


def another_denied(a: Statement, b: Statement) -> bool:
    """Whether B has no word of anything that A denies, and so denies something else; English.

    "No one was injured" after "Nobody was hurt" is another to a citation, which has to be sure.
    """
    if a.language != "en" or not a.negations:
        return False  # elsewhere ends of words and their order hide it: one true citation of 37 went
    said = factuality.plain(b)
    stems = [each for each in denied(a.words, a.negations, a.language) if each]
    return bool(stems) and all(map(said.isdisjoint, stems))


def _swapped_counts(a: Statement, b: Statement) -> bool:
    """Whether a number that A gives to the dead is given to the hurt in B, and nowhere to the dead."""
    for figure in _counts(a):
        kind = class_beside(a.words, figure)
        others = {class_beside(b.words, each) for each in _counts(b) if each.low == figure.low}
        if kind and others and kind not in others and "" not in others:
            return True
    return False


def _counts(statement: Statement) -> Iterator[Figure]:
    return (figure for figure in statement.figures if figure.kind == "count")
