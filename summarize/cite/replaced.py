"""Sentences that give both values: "corrected the toll to 198, from 212", "900 jobs instead of 1,200".

Who has told the old one need not be asked whether the two are of one thing: the sentence says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from summarize.cite.agreement import compatible, is_former
from summarize.cite.coverage import claimed, said
from summarize.cite.figures import Figure
from summarize.cite.statement import Statement
from summarize.cite.tally_words import INSTEAD
from summarize.cite.units import class_beside, unit_of
from summarize.cite.words import word_set

_KINDS = frozenset({"count", "percent", "money"})
_BETWEEN = 7  # words between the two values, units and days with them (chosen by eye)
_TO, _TO_WITHIN = word_set("to at"), 3  # words before the new value
_CHANGED = word_set(
    "rise rises rose risen rising climb climbs climbed grow grows grew grown jump jumped increase increased "
    "fall falls fell fallen drop drops dropped decrease decreased lower lowers lowered raise raises raised "
    "cut cuts reduce reduces reduced correct corrects corrected revise revises revised up down"
)
_STEPS = 12  # words from "raised" to the value
_SHARED = 2  # stems, the unit apart, that the two sentences have in common (as in `updates`)


def replaced(now: Statement, before: Statement) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures, the new and the old one, of which the new sentence says both."""
    for new, old in _pairs(now):
        if (new.kind, new.unit) != (old.kind, old.unit):
            continue
        kind = class_beside(now.words, new) if new.kind == "count" else ""
        of_kind = [each for each in before.figures if class_beside(before.words, each) == kind]
        held = of_kind if kind else before.figures  # 23 missing are no 23 dead
        if any(compatible(new, each) for each in held):
            continue
        if _shares_enough(now, new, before):
            held = before.figures
        elif not kind:
            continue
        yield from ((new, each) for each in held if _is_same(old, each, before))


def _shares_enough(now: Statement, new: Figure, before: Statement) -> bool:
    """Whether two sentences have words in common beside a figure's unit and names; the dead need none."""
    shared = {*said(claimed(now), before)} - unit_of(now.words, new)
    return len(shared) >= _SHARED and not (now.language == "en" and shared <= now.capitals[1])


def is_changed_to(statement: Statement, figure: Figure) -> bool:
    """Whether a sentence says that something was changed to a value: "raised its offer to 25"; in English.

    Who has another value may tell of before. A toll that rises is still the toll, and is not meant.
    """
    words = statement.words
    lower = [word.lower for word in words[max(0, figure.first - _STEPS) : figure.first]]
    changed = any(word in _CHANGED for word in lower)
    return changed and "to" in lower[-2:] and not class_beside(words, figure)


def _pairs(now: Statement) -> Iterator[tuple[Figure, Figure]]:
    """The new and old values that a sentence sets against each other."""
    figures = [figure for figure in now.figures if figure.kind in _KINDS]
    for figure in figures:
        if figure.low < figure.high and (steps := _steps(now, figure)):
            yield steps
    for one, other in pairwise(figures):
        if {one.kind, other.kind} == {"money", "count"}:  # "4.8 million pounds and not 4.2 million"
            unit = one.unit or other.unit
            one, other = (replace(each, kind="money", unit=unit) for each in (one, other))
        if pair := _new_and_old(now, one, other):
            yield pair


def _steps(now: Statement, figure: Figure) -> tuple[Figure, Figure] | None:
    """What is written as a range, "rose from 212 to 240", as the new value and the old one."""
    lower = [word.lower for word in now.words]
    at = next((i for i in range(figure.first, figure.last) if lower[i] == "to"), 0)
    if now.language != "en" or not at or lower[figure.first - 1] != "from" or _CHANGED.isdisjoint(lower):
        return None
    new = replace(figure, low=figure.high, first=at + 1, start=now.words[at + 1].start)
    return new, replace(figure, high=figure.low, last=at, end=now.words[at - 1].end)


def _is_same(old: Figure, told: Figure, before: Statement) -> bool:
    values = (told.kind, told.unit, told.low, told.high)
    return values == (old.kind, old.unit, old.low, old.high) and not is_former(before, told)


def _new_and_old(now: Statement, one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
    """Which of two figures in a row takes the place of the other, if the sentence says so."""
    lower = [word.lower for word in now.words]
    if not 0 < other.first - one.last <= _BETWEEN:
        return None
    between = lower[one.last : other.first]
    if any(tuple(between[-length:]) in INSTEAD for length in (1, 2, 3)):
        return one, other
    if lower[one.first - 1 : one.first] == ["von"] and between[-1] == "auf":
        return other, one
    if now.language != "en" or _CHANGED.isdisjoint(lower):
        return None
    if lower[one.first - 1 : one.first] == ["from"] and between[-1] in _TO:
        return other, one
    led = not _TO.isdisjoint(lower[max(0, one.first - _TO_WITHIN) : one.first])
    return (one, other) if between[-1] == "from" and led else None
