"""Whose a figure is, where a sentence gives several of one kind: "the Greens 34 percent, the Reds 31"."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.cite.figures import Figure
from summarize.cite.statement import Statement
from summarize.cite.units import class_beside, unit_of
from summarize.cite.words import Word, word_set

_NEAR = 4  # words of content to either side of a figure that say whose it is (chosen by eye)
_JOINS = word_set("and und et y e en och i и a while whereas")


def has_one_owner(now: Statement, new: Figure, before: Statement, old: Figure) -> bool:
    """Whether two figures stand beside the same words, and no other figure of their kind beside more of them.

    Always so where neither sentence gives two of a kind.
    """
    rivals, others = _of_one_kind(now, new), _of_one_kind(before, old)
    if len(rivals) < 2 and len(others) < 2:
        return True
    mine, theirs = _beside(now, new, rivals), _beside(before, old, others)
    names = [each & _capitals(said) for each, said in ((mine, now), (theirs, before))]
    if all(names) and not names[0] & names[1]:
        return False
    shared = len(mine & theirs)
    by_new = (len(_beside(now, each, rivals) & theirs) for each in rivals if each != new)
    by_old = (len(_beside(before, each, others) & mine) for each in others if each != old)
    return shared > max(by_new, default=-1) and shared > max(by_old, default=-1)


def _capitals(statement: Statement) -> frozenset[str]:
    return frozenset(word.stem for word in statement.words if word.capitalised and word.start and word.stem)


def _of_one_kind(statement: Statement, figure: Figure) -> list[Figure]:
    """The figures that answer the same question, the figure itself among them."""
    words, kind = statement.words, class_beside(statement.words, figure)
    unit = unit_of(words, figure)
    return [
        each
        for each in statement.figures
        if (each.kind, each.unit) == (figure.kind, figure.unit)
        if each.kind != "count"
        or (class_beside(words, each) == kind and (kind or unit & unit_of(words, each)))
        or each == figure
    ]


def _beside(statement: Statement, figure: Figure, rivals: Sequence[Figure]) -> frozenset[str]:
    """The stems near a figure, up to the next figure of its kind and no farther than what joins the two."""
    words = statement.words
    before = max((each.last for each in rivals if each.last <= figure.first), default=0)
    after = min((each.first for each in rivals if each.first >= figure.last), default=len(words))
    before = max((at for at in range(before, figure.first) if _parts(words, at)), default=before)
    after = min((at for at in range(figure.last, after) if _parts(words, at)), default=after)
    left = [word.stem for word in words[before : figure.first] if word.stem][-_NEAR:]
    right = [word.stem for word in words[figure.last : after] if word.stem][:_NEAR]
    return frozenset(left + right)


def _parts(words: Sequence[Word], at: int) -> bool:
    return words[at].lower in _JOINS or bool(words[at].gap.strip(" -\u00a0"))
