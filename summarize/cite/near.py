"""What the words around a figure are about."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.cite.figures import Figure
from summarize.cite.statement import Statement
from summarize.cite.units import CLASS_OF, MEASURES, UNIT
from summarize.cite.words import Word

REACH = 4  # words of content to either side that say what a figure is about


def around_both(a: Statement, f: Figure, b: Statement, g: Figure) -> frozenset[str]:
    """What both of two figures are about."""
    return around(a.words, f) & around(b.words, g)


def around(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """What the words around a figure are about: their stems, or the class that counts as one."""
    before = [word for word in reversed(words[: figure.first]) if word.stem and word.text.isalpha()]
    after = [word for word in words[figure.last :] if word.stem and word.text.isalpha()]
    return frozenset(CLASS_OF.get(word.lower, word.stem) for word in before[:REACH] + after[:REACH])


def beside(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """The stem before a figure and the two after it; measures say nothing."""
    telling = [i for i, word in enumerate(words) if word.stem and word.lower not in MEASURES]
    before = [words[i].stem for i in telling if i < figure.first][-1:]
    after = [words[i].stem for i in telling if i >= figure.last][:UNIT]
    return frozenset(before + after)


def next_stem(words: Sequence[Word], figure: Figure) -> str:
    """The first stem behind a figure; empty if none follows."""
    return next((word.stem for word in words[figure.last :] if word.stem), "")


def plain_stems(words: Sequence[Word]) -> frozenset[str]:
    """The stems that say what happens: neither names nor measures, which any two events may share."""
    kept = (
        w for w in words if len(w.stem) > 2 and w.lower not in MEASURES and not (w.capitalised and w.start)
    )
    return frozenset(CLASS_OF.get(word.lower, word.stem) for word in kept)
