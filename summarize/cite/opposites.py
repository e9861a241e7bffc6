"""What keeps two sentences of the same words from saying the same: opposites, doubt, changed places.

Nothing here is a difference to be shown, for nothing says which is right or whether both speak of one
thing; it only bars one from being cited for the other. Word lists are English; places are any language's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize.cite.figures import Figure
from summarize.cite.names import Name
from summarize.cite.statement import Statement
from summarize.cite.units import class_beside
from summarize.cite.words import Word, word_set

_OPPOSITES = tuple(
    (word_set(one), word_set(other))
    for one, other in (
        (
            "rose rise rises rising risen climbed gained grew grow grows increased increase increases",
            "fell fall falls falling fallen dropped declined shrank decreased decrease decreases",
        ),
        ("held survived withstood", "collapsed burst broke crumbled"),
        ("won wins win winning", "lost loses lose losing"),
        ("acquitted cleared exonerated", "convicted guilty"),
        ("signed approved accepted passed", "vetoed rejected blocked scrapped"),
        ("unhurt unharmed uninjured unscathed", "hurt harmed injured wounded killed"),
        ("opened reopened reopens", "closed shut closes"),
        ("began started begins starts", "ended stopped halted ends stops"),
        ("supported supports backed backs endorsed", "opposed opposes condemned"),
        ("hired appointed", "fired dismissed sacked"),
        ("raised raises", "cut lowered cuts lowers"),
        ("alive rescued", "dead died"),
        ("joined joins", "quit left quits leaves"),
        ("legal lawful", "illegal unlawful"),
        ("first", "second third last"),
        ("safe", "unsafe dangerous"),
        ("north northern", "south southern"),
        ("east eastern", "west western"),
        ("before", "after"),
        ("more", "less fewer"),
        ("man men", "woman women"),
        ("boy boys", "girl girls"),
    )
)
# How something ended. Who reads that a man was charged has not read that he was acquitted, though
# all other words of the two are the same; so a sentence that says one of these is told by none that does not.
_OUTCOMES = tuple(
    word_set(words)
    for words in (
        "died dead dies killed kills death deaths fatal fatally perished deceased dying",
        "acquitted acquits acquittal cleared clears exonerated",
        "released releases freed frees bail",
        "rescued rescues alive survived survives saved",
        "resigned resigns resignation quit quits",
        "rejected rejects rejection refused refuses denied denies",
        "reopened reopens reopen resumed resumes resume restored open opened opens",
        "cancelled cancels canceled scrapped scraps",
        "agreed agrees agree agreement deal",
        "arrested arrests arrest detained custody captured caught",
        "convicted convicts guilty conviction",
        "sentenced sentences jailed jails imprisoned",
        "lifted lifts repealed repeals revoked revokes overturned overturns quashed",
        "averted averts settled settles settlement resolved",
        "ended ends expired expires",
        "withdrawn withdrew withdraws",
        "suspended suspends halted halts",
        "postponed postpones",
        "contained extinguished",
    )
)
_DOUBT = word_set("might could possibly perhaps likely considering considers potentially")
_MARKS = frozenset(",;:.?!()—–")
_PASSIVE = word_set("by from")


def bar(a: Statement, b: Statement) -> bool:
    """Whether A and B, alike as they may be, cannot be telling the same."""
    x, y = (frozenset(word.lower for word in _told(each)) for each in (a, b))
    return _opposed(x, y) or _ended(x, y) or _doubted(a, b) or _swapped_counts(a, b) or _swapped_names(a, b)


def _told(statement: Statement) -> Iterator[Word]:
    """The words that are not attribution: "could not be reached, he said" doubts nothing else."""
    return (word for i, word in enumerate(statement.words) if i not in statement.attribution)


def _opposed(x: frozenset[str], y: frozenset[str]) -> bool:
    only_x, only_y = x - y, y - x
    return any(
        (only_x & one and only_y & other and not (x & other or y & one))
        or (only_x & other and only_y & one and not (x & one or y & other))
        for one, other in _OPPOSITES
    )


def _ended(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether one tells an end of which the other says no word."""
    return any(x & words and not y & words for words in _OUTCOMES)


def _doubted(a: Statement, b: Statement) -> bool:
    """Whether one of the two says for certain what the other says may be.

    A doubt of B's counts where A says some of that clause: "it takes weeks, possibly months".
    """
    if any(_doubts(a)):
        return not any(_doubts(b))
    own = frozenset(a.stems)
    return any(not own.isdisjoint(_clause(b, i)) for i in _doubts(b))


def _doubts(statement: Statement) -> Iterator[int]:
    """Where it doubts: "may" is a verb in lower case and a month with a capital, "could not" is certain."""
    follows = [word.lower for word in statement.words[1:]] + [""]
    return (
        i
        for i, word in enumerate(statement.words)
        if i not in statement.attribution
        and (word.lower in _DOUBT or word.text == "may")
        and follows[i] != "not"
    )


def _clause(statement: Statement, at: int) -> tuple[str, ...]:
    """The stems between the marks around a word."""
    words = statement.words
    first = next((i for i in range(at, 0, -1) if _MARKS & set(words[i].gap)), 0)
    last = next((i for i in range(at + 1, len(words)) if _MARKS & set(words[i].gap)), len(words))
    return tuple(word.stem for word in words[first:last] if word.stem)


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


def _swapped_names(a: Statement, b: Statement) -> bool:
    """Whether two names have changed places around one verb: who beat whom."""
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
