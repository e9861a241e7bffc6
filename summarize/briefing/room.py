"""How much of the briefing each story gets: at least one line, the rest by what it is worth."""

from __future__ import annotations

from collections.abc import Sequence


def share(
    worths: Sequence[float], most: Sequence[int], lines: int, *, first: Sequence[int] | None = None
) -> list[int]:
    """Lines for each story, in order of rank, their sum at most `lines`.

    worths: > 0. most: how many lines a story could fill, at least 1; first: how many before every story has
    as many. While there are lines each story gets one, in order; the others go one by one to the story with
    the highest worth for each line it would then have (d'Hondt's method, known from parliaments), ties to
    the earlier.
    """
    shares = [1 if at < lines else 0 for at in range(len(worths))]
    for limits in (first or most, most):
        while sum(shares) < lines:
            open = [at for at, given in enumerate(shares) if given < limits[at]]
            if not open:
                break
            best = max(open, key=lambda at: (worths[at] / (shares[at] + 1), -at))
            shares[best] += 1
    return shares
