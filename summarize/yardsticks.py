"""What methods are held against and no reader is given: the ceiling, and peers on unclean text.

The oracle knows the references, so its figure is what extraction could reach. The raw ones take any
sentence, headlines and menus included, as their users' scripts do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from summarize.measure.rouge import tokens
from summarize.model import Budget, Pick, Ranking
from summarize.options import METHOD_NAMES, Options
from summarize.rank import methods
from summarize.rank.material import Material
from summarize.rank.methods import Method

References = Sequence[Sequence[str]]

RAW: Final = "-raw"


def method(name: str, references: References, budget: Budget) -> tuple[Method, Options]:
    """The method of a name, of the table or from here, and the options it is to be run with."""
    if name == "oracle":
        return partial(oracle, references=references), Options(budget=budget)
    known = next(each for each in METHOD_NAMES if each == name.removesuffix(RAW))
    chosen = methods.METHODS[known]
    return partial(raw, method=chosen) if name.endswith(RAW) else chosen, Options(budget, known)


def raw(material: Material, options: Options, *, method: Method) -> tuple[Ranking, tuple[Pick, ...]]:
    """A method on every unit of text: nothing cleaned or filtered, and nothing too like another."""
    n = len(material.table)
    unclean = replace(
        material,
        candidate=material.words > 0,
        representative=np.arange(n),
        similarity=csr_array((n, n)),
    )
    return method(unclean, options)


def oracle(
    material: Material, options: Options, *, references: References
) -> tuple[Ranking, tuple[Pick, ...]]:
    """Greedily the candidate that adds most of the references' bigrams and words, until nothing fits.

    Bigrams found in a reference count 1, words 0.1 (they decide where no bigram is left); each as
    often as the reference holds it. Greedy, so a lower bound of what extraction could reach.
    """
    wanted = [Counter(_grams(" ".join(reference))) for reference in references]
    rows = np.flatnonzero(material.candidate).tolist()
    held = {row: Counter(_grams(material.table.text(row))) for row in rows}
    cost, left = material.costs()
    picks: list[Pick] = []
    while rows := [row for row in rows if cost[row] <= left]:
        gains = {row: _found(held[row], wanted) for row in rows}
        best = max(rows, key=lambda row: (gains[row], -row))
        picks.append(Pick(best, gains[best], 0.0, {"found": gains[best]}))
        wanted = [counts - held[best] for counts in wanted]
        left -= float(cost[best])
        rows.remove(best)
    salience = np.zeros(len(material.table))
    salience[[pick.row for pick in picks]] = 1 / max(len(picks), 1)
    return Ranking(salience, {"chosen": salience}), tuple(picks)


def _grams(text: str) -> list[tuple[str, ...]]:
    words = tokens(text, stemmed=True)
    return [*pairwise(words), *((word,) for word in words)]


def _found(held: Counter[tuple[str, ...]], wanted: Sequence[Counter[tuple[str, ...]]]) -> float:
    return sum(
        min(count, counts[gram]) * (1.0 if len(gram) == 2 else 0.1)
        for counts in wanted
        for gram, count in held.items()
        if gram in counts
    )
