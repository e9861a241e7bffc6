"""How much of a sentence's wording another repeats, in its order.

Two papers that tell one event from one source tell it in the same order; a sentence on something else
that shares as many words does not.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summarize.cite.statement import Statement


def anywhere(a: Statement, b: Statement) -> float:
    """The share, in [0, 1], of what A tells, word for word, of which B has any form in any place."""
    told = a.told_forms
    return sum(map(b.forms.__contains__, told)) / len(told) if told else 0.0


def ordered(a: Statement, b: Statement) -> float:
    """The share, in [0, 1], of what A tells, word for word, that B tells in the same forms and order."""
    told = [word.lower for word in a.told]
    return in_order(told, [word.lower for word in b.words]) / len(told) if told else 0.0


def requoted(a: Statement, first: int, last: int, b: Statement) -> float:
    """The share, in [0, 1], of A's words `[first, last)`, which it quotes, that B has in the same order."""
    quoted = [word.lower for word in a.words[first:last]]
    return in_order(quoted, [word.lower for word in b.words]) / len(quoted)


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
