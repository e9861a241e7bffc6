"""How far one sentence says what another says, by its wording: what it repeats, and in which order.

Two papers that tell one event from one source tell it in the same order; a sentence on something else
that shares as many words does not. The score is a logistic regression on 835 labelled pairs, scaled to the
share of words; docs/decisions/0006 says what it gives, and what was tried in its place.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import log

from summarize.cite.coverage import Weight, claimed, lightened, unsaid
from summarize.cite.statement import Statement

CARRIED = 0.94  # from here on B says all that A says
_UNSAID, _LENGTH = 0.085, 0.175


def reach(a: Statement, b: Statement) -> float:
    """What `score` cannot exceed; cheap to ask, for no name or figure needs to be read."""
    return _anywhere(a, b) + _length(a)


def score(a: Statement, b: Statement, *, weight: Weight | None = None) -> float:
    """How far B says what A says: the share of A's words it repeats, half for any form anywhere and half
    for the same form in the same order, less the stems it leaves out, more the longer A is: few words
    are shared by chance, many are not.
    """
    missing = unsaid(claimed(a), b, weight=lightened(a, weight))
    return (_anywhere(a, b) + _ordered(a, b)) / 2 - _UNSAID * missing + _length(a)


def _length(a: Statement) -> float:
    return _LENGTH * log(len(a.told) or 1)


def _anywhere(a: Statement, b: Statement) -> float:
    """The share, in [0, 1], of what A tells, word for word, of which B has any form in any place."""
    told = a.told_forms
    return sum(map(b.forms.__contains__, told)) / len(told) if told else 0.0


def _ordered(a: Statement, b: Statement) -> float:
    """The share, in [0, 1], of what A tells, word for word, that B tells in the same forms and order."""
    told = [word.lower for word in a.told]
    return in_order(told, b.spoken) / len(told) if told else 0.0


def requoted(a: Statement, first: int, last: int, b: Statement) -> float:
    """The share, in [0, 1], of A's words `[first, last)`, which it quotes, that B has in the same order."""
    quoted = [word.lower for word in a.words[first:last]]
    return in_order(quoted, b.spoken) / len(quoted)


def within(stems: Collection[str], b: Statement) -> int:
    """How many words of B in a row it takes to say all of some stems that B says at all; 0 for none."""
    wanted = b.distinct.intersection(stems)
    last: dict[str, int] = {}
    shortest = len(b.words) if wanted else 0
    for i, word in enumerate(b.words):
        if word.stem in wanted:
            last[word.stem] = i
            if len(last) == len(wanted):
                shortest = min(shortest, i - min(last.values()) + 1)
    return shortest


def in_order(words: Sequence[str], others: Sequence[str]) -> int:
    """How many of some words others repeat in the same order, gaps allowed: their longest common subsequence.

    Whole columns at a time, as bits of one number (Hyyrö 2004 [hyyro04lcs]).

    >>> in_order("the dam held".split(), "the old dam has not held".split())
    3
    """
    places: dict[str, int] = {}
    for i, word in enumerate(words):
        places[word] = places.get(word, 0) | 1 << i
    everywhere = (1 << len(words)) - 1
    unused = everywhere
    for word in others:
        matched = unused & places.get(word, 0)
        if matched:
            unused = ((unused + matched) | (unused - matched)) & everywhere
    return len(words) - unused.bit_count()
