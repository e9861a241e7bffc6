"""How far one sentence says what another says, as one number: what is repeated, against what is not said.

A logistic regression on 835 labelled pairs, scaled to the share of words; docs/decisions/0006 says what
it gives, and what was tried in its place.
"""

from __future__ import annotations

from math import log

from summarize.cite.coverage import Weight, claimed, lightened, unsaid
from summarize.cite.statement import Statement
from summarize.cite.wording import anywhere, ordered

CARRIED = 0.94  # from here on B says all that A says
_UNSAID, _LENGTH = 0.085, 0.175


def reach(a: Statement, b: Statement) -> float:
    """What `score` cannot exceed; cheap to ask, for no name or figure needs to be read."""
    return anywhere(a, b) + _length(a)


def score(a: Statement, b: Statement, *, weight: Weight | None = None) -> float:
    """How far B says what A says: the share of A's words it repeats, half for any form anywhere and half
    for the same form in the same order, less the stems it leaves out, more the longer A is: few words
    are shared by chance, many are not.
    """
    missing = unsaid(claimed(a), b, weight=lightened(a, weight))
    return (anywhere(a, b) + ordered(a, b)) / 2 - _UNSAID * missing + _length(a)


def _length(a: Statement) -> float:
    return _LENGTH * log(len(a.told) or 1)
