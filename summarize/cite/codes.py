"""Numbers that only tell which: "lot A471", "the A7", "Route 5"; no amounts, so no figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summarize.cite.statement import Statement


def another(a: Statement, b: Statement) -> bool:
    """Whether B does not name a code of A, or gives another number to what A numbers."""
    own = frozenset(_codes(a))
    return bool(own and not own.issubset(_codes(b))) or _renumbered(a, b)


def _codes(statement: Statement) -> Iterator[str]:
    """What letters and digits in one word spell, in lower case: "H5N1" is "h5n1", "Covid-19" "covid19"."""
    words = statement.words
    known = {figure.first for figure in statement.figures}
    for i, (letters, digits) in enumerate(pairwise(words)):
        glued = digits.gap in {"", "-"} and digits.text.isdecimal() and i + 1 not in known
        if glued and letters.capitalised and (not i or letters.gap not in {"", "-"}):
            last = i + 2
            while last < len(words) and words[last].gap == "" and words[last].text.isalnum():
                last += 1
            yield "".join(word.lower for word in words[i:last])


def _renumbered(a: Statement, b: Statement) -> bool:
    """Whether a number that tells which is another in B: "Route 5", "Route 7"."""
    known = {i for figure in a.figures for i in range(figure.first, figure.last)}
    told: dict[str, set[str]] = {}
    for i, label in _labels(a):
        if a.words[i].capitalised and a.words[i].stem and i + 1 not in known and i not in a.attribution:
            told.setdefault(label, set()).add(a.words[i + 1].text)
    if not told:
        return False
    others: dict[str, set[str]] = {}
    for i, label in _labels(b):
        others.setdefault(label, set()).add(b.words[i + 1].text)
    return any(label in others and numbers.isdisjoint(others[label]) for label, numbers in told.items())


def _labels(statement: Statement) -> Iterator[tuple[int, str]]:
    """Where a word stands right before a bare number, and which word."""
    return (
        (i, word.lower)
        for i, (word, number) in enumerate(pairwise(statement.words))
        if number.gap == " " and number.text.isdecimal() and word.text[0].isalpha()
    )
