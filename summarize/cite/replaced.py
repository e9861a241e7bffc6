"""Sentences that say themselves that a value was changed: "to 198, from 212", "900 jobs instead of 1,200".

Who has told the old one need not be asked whether the two are of one thing. Where only the new one is given,
"widened its recall of heaters to 14,000", what is counted stands before the "to", and in the earlier sentence
beside its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from summarize.cite.agreement import compatible, is_former, unmatched
from summarize.cite.coverage import claimed, found_in, said
from summarize.cite.figures import AMOUNTS, Figure
from summarize.cite.statement import Statement
from summarize.cite.tally_words import INSTEAD
from summarize.cite.units import class_beside, is_part, kinds, measures, unit_of
from summarize.cite.words import Word, word_set

_BETWEEN = 7  # words between the two values, units and days with them (chosen by eye)
_TO, _TO_WITHIN = word_set("to at"), 3  # words before the new value
# What is said of a value that changes, or of who changes it.
CHANGED = word_set(
    "rise rises rose risen rising climb climbs climbed climbing grow grows grew grown jump jumps jumped "
    "soar soars soared increase increases increased increasing mount mounts mounted go goes went gone fall "
    "falls fell fallen drop drops dropped decrease decreases decreased stand stands stood lower lowers "
    "lowered raise raises raised lift lifts lifted cut cuts reduce reduces reduced correct corrects "
    "corrected revise revises revised widen widens widened expand expands expanded extend extends extended "
    "bring brings brought upgraded downgraded put up down"
)
_STEPS = 12  # words from "raised" to the value
_SHARED = 2  # stems, the unit apart, that the two sentences have in common (as in `updates`)
_NUMBER = word_set("number total count tally")
_OWN = word_set("its their his her our")
_REACH = 14  # words between the verb and the figure (chosen by eye)
_TIMES = 4  # and not so many times as many, as of tolls


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
    changed = any(word in CHANGED for word in lower)
    return changed and "to" in lower[-2:] and not class_beside(words, figure)


def _pairs(now: Statement) -> Iterator[tuple[Figure, Figure]]:
    """The new and old values that a sentence sets against each other."""
    figures = [figure for figure in now.figures if figure.kind in AMOUNTS]
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
    lower = now.spoken
    at = next((i for i in range(figure.first, figure.last) if lower[i] == "to"), 0)
    if now.language != "en" or not at or lower[figure.first - 1] != "from" or CHANGED.isdisjoint(lower):
        return None
    new = replace(figure, low=figure.high, first=at + 1, start=now.words[at + 1].start)
    return new, replace(figure, high=figure.low, last=at, end=now.words[at - 1].end)


def _is_same(old: Figure, told: Figure, before: Statement) -> bool:
    values = (told.kind, told.unit, told.low, told.high)
    return values == (old.kind, old.unit, old.low, old.high) and not is_former(before, told)


def _new_and_old(now: Statement, one: Figure, other: Figure) -> tuple[Figure, Figure] | None:
    """Which of two figures in a row takes the place of the other, if the sentence says so."""
    lower = now.spoken
    if not 0 < other.first - one.last <= _BETWEEN:
        return None
    between = lower[one.last : other.first]
    if any(between[-length:] in INSTEAD for length in (1, 2, 3)):
        return one, other
    if lower[one.first - 1 : one.first] == ("von",) and between[-1] == "auf":
        return other, one
    if now.language != "en" or CHANGED.isdisjoint(lower):
        return None
    if lower[one.first - 1 : one.first] == ("from",) and between[-1] in _TO:
        return other, one
    led = not _TO.isdisjoint(lower[max(0, one.first - _TO_WITHIN) : one.first])
    return (one, other) if between[-1] == "from" and led else None


def brought_to(now: Statement, before: Statement) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures, the new and the old one, of which the new says to what the old one was brought."""
    if now.language != "en" or before.language != "en":
        return
    for figure in unmatched(now, before):
        clause = _clause(now.words, figure) if figure.kind == "count" else ()
        if not clause or unit_of(now.words, figure) or measures(now.words, figure):
            continue
        stems = kinds(clause)
        for old in before.figures:
            things = _counted(before.words, old) if old.kind == "count" else frozenset[str]()
            if not things or not things <= stems or compatible(figure, old):
                continue
            beside = [stem for stem in now.distinct if stem not in things]
            if found_in(before.distinct, beside) and figure.low < _TIMES * old.low < _TIMES**2 * figure.low:
                yield figure, old
                break


def _clause(words: Sequence[Word], figure: Figure) -> Sequence[Word]:
    """The words from the verb that brings to the figure's "to"; empty if there is none."""
    if not figure.first or words[figure.first - 1].lower != "to":
        return ()
    for at in range(figure.first - 1, max(-1, figure.first - _REACH), -1):
        if words[at].lower in CHANGED:
            clause = words[at : figure.first]
            return clause if any(word.stem for word in clause[1:]) else _subject(words, at)
        if words[at].parted:
            break
    return ()


def _subject(words: Sequence[Word], verb: int) -> Sequence[Word]:
    """The words before a verb from "number of" on; empty if there are none."""
    for at in range(verb - 1, max(0, verb - _REACH), -1):
        if words[at].lower == "of" and words[at - 1].lower in _NUMBER:
            return words[at:verb]
        if words[at].parted:
            break
    return ()


def _counted(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """What a figure is of: its unit, or what stands before it: "a magnitude of 6.8"; empty if of a part."""
    follows = [word.lower for word in words[figure.last : figure.last + 2]]
    if follows[:1] == ["of"] and follows[1:] and follows[1] in _OWN:
        own = words[figure.last + 2 : figure.last + 4]  # "10,000 of its fan heaters"
        return frozenset(word.stem for word in own if word.stem and word.joined)
    if is_part(words, figure):
        return frozenset()
    if unit := unit_of(words, figure):
        return unit
    led = [word for word in words[max(0, figure.first - 2) : figure.first] if word.lower != "of"]
    return frozenset({led[-1].stem}) if led and led[-1].stem and led[-1].text.isalpha() else frozenset()
