"""Which figures of a sentence are those of an earlier one, changed: same unit, same noun, same subject.

Stricter than `slots.clashes`, which tells a reader that two papers disagree: there both values stand side by
side with their sources, here the old one is said to be over. A false update is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.cite.agreement import unmatched
from summarize.cite.comparable import SO_FAR, is_comparable
from summarize.cite.coverage import claimed, missing_names, said
from summarize.cite.factuality import doubts
from summarize.cite.figures import AMOUNTS, Figure
from summarize.cite.owners import has_one_owner
from summarize.cite.replaced import brought_to, replaced
from summarize.cite.slots import clashes, counts_one
from summarize.cite.statement import Statement
from summarize.cite.tolls import grown, risen
from summarize.cite.units import class_beside, measures, unit_of
from summarize.cite.wording import CARRIED, score
from summarize.cite.words import word_set

# An age, a year or a place in a row does not change overnight: another value is a correction, or a mistake.
# Weekdays and times move on with the days: "rose on Monday" is followed by "rose on Tuesday".
_CHANGING = AMOUNTS | {"date"}
_NEARLY_THE_SAME = 0.5  # similarity; of dates and of miles, hours, feet there are many in any story
_ROUGHLY = 0.1  # of the larger value; what "about", "nearly" and "at least" leave open
_BESIDE = 2  # stems, the unit apart, that two sums or two counts of no known class have in common (by eye)
_IN_ALL, _STEP = 1000, 0.02  # times a price; of it, what rounding leaves open (both chosen by eye)
_OR_MORE, _LEADS = word_set("least more over above exceeding exceeded"), 3  # words before a figure
_OPEN = word_set("another other")
_NUMBERED = word_set("block blocks")  # "the 3000 block of Florence Avenue"
# What is read off an instrument belongs to its hour: frost on Monday is no value of Tuesday's thaw.
_READ_OFF = word_set("degree degrees celsius fahrenheit")
# Who has power again is none of those without; and the other way round.
_BACK = word_set("back again restored reconnected returned reopened recovered resumed")

_Pair = tuple[Figure, Figure]
"""The new figure and the old one."""


def updates(now: Statement, before: Statement, similarity: float) -> tuple[tuple[Figure, Figure], ...]:
    """Pairs of figures, the new and the old one, of which the new takes the place of the old.

    Chosen on the pairs of `tests/quality/update_labels.tsv`; `make novelty` counts them.
    """
    found = clashes(now, before, similarity, over_days=True)
    counts = (*risen(now, before, similarity), *grown(now, before), *brought_to(now, before))
    kept = list(replaced(now, before))
    if not (found or counts or kept) or _has_other_names(now, before) or doubts(now, before):
        return ()
    if _narrows(now, before) or _narrows(before, now):
        found = tuple(pair for pair in found if pair[0].kind != "percent")
    if now.values("year") != before.values("year"):
        return tuple(kept)  # the fire of 1974 is not this one
    sure = {figure.start for figure, _ in kept}
    kept += [
        pair
        for pair in found
        if pair[0].start not in sure and _is_one(now, pair[0], before, pair[1], similarity)
        if has_one_owner(now, pair[0], before, pair[1])
    ]
    kept += _in_step(now, before, kept)
    paired = {new.start for new, _ in kept}
    last = {new.start: (new, old) for new, old in reversed(counts)}
    kept += [pair for at, pair in last.items() if at not in paired and not _leaves_open(now, *pair)]
    return tuple(sorted(kept, key=lambda pair: pair[0].start))


def _narrows(a: Statement, b: Statement) -> bool:
    """Whether A opens with a kind of what B opens with: "youth unemployment", "unemployment"."""
    first, then = a.words[:2]
    opening = next((word.stem for word in b.told if word.stem), "")
    return bool(first.stem) and first.stem not in b.distinct and then.stem == opening != ""


def _in_step(now: Statement, before: Statement, kept: Sequence[_Pair]) -> list[_Pair]:
    """Sums that moved as a price did: "41 euros a share, or 4.5 billion in all" after 38 and 4.2 billion."""
    return [
        (f, g)
        for new, old in kept
        if new.kind == "money" and old.low
        for f in unmatched(now, before)
        for g in unmatched(before, now)
        if f.kind == g.kind == "money" and f.unit == g.unit and g.low >= _IN_ALL * old.low
        if abs(f.low * old.low - g.low * new.low) <= _STEP * g.low * new.low
    ]


def _has_other_names(now: Statement, before: Statement) -> bool:
    """Whether the two tell of two subjects."""
    strange, left = missing_names(now, before), missing_names(before, now)
    return bool(strange and left) or bool((strange or left) and _opens_with_another(now, before))


def _opens_with_another(now: Statement, before: Statement) -> bool:
    """Whether each opens with a word that the other does not say: one may be a name that is hard to tell."""
    x, y = (next((word for word in each.told if word.stem), None) for each in (now, before))
    if x is None or y is None or x.start or y.start:
        return False
    if any(figure.first == 0 for each in (now, before) for figure in each.figures):
        return False
    return x.stem not in before.stems and y.stem not in now.stems


def _is_one(now: Statement, new: Figure, before: Statement, old: Figure, similarity: float) -> bool:
    if new.kind not in _CHANGING or _leaves_open(now, new, old):
        return False
    # Units and classes are known for English; elsewhere the sentences must be the same but for the figure.
    if now.language != "en" and max(score(now, before), score(before, now)) < CARRIED:
        return False
    if new.kind == "date":
        return similarity >= _NEARLY_THE_SAME
    if now.language == "en" and new.kind != "percent" and not _is_of_one_thing(now, new, before, old):
        return False
    if not is_comparable(now, new, before, old):
        return False
    if new.kind != "count":
        return True
    if any(_is_vague(*each) for each in ((now, new), (before, old))):
        return False
    if class_beside(now.words, new) and _on_another_day(now, before):
        return False
    if measures(now.words, new) or measures(before.words, old):
        return similarity >= _NEARLY_THE_SAME
    return now.language != "en" or _is_the_rest_the_same(now, before) or counts_one(now, new, before, old)


def _is_of_one_thing(now: Statement, new: Figure, before: Statement, old: Figure) -> bool:
    """Whether two sums, or two counts of no known class, are told of one thing in one state."""
    if class_beside(now.words, new) or class_beside(before.words, old):
        return True
    words, others = ({word.lower for word in each.told} for each in (now, before))
    if bool(words & _BACK) != bool(others & _BACK):
        return False
    beside = {*said(claimed(now), before)} - unit_of(now.words, new)
    return len(beside) >= _BESIDE or _is_the_rest_the_same(now, before)


def _is_the_rest_the_same(now: Statement, before: Statement) -> bool:
    """Whether two short sentences are one but for their figures: "up to 110 millimetres are expected"."""
    rest, other = ({stem for stem in each.distinct if stem.isalpha()} for each in (now, before))
    return rest == other != set()


def _on_another_day(now: Statement, before: Statement) -> bool:
    """Whether the two tell of two days, and the later does not say that it counts on."""
    days, others = now.values("weekday"), before.values("weekday")
    return bool(days and others) and days.isdisjoint(others) and SO_FAR.isdisjoint(w.lower for w in now.told)


def _leaves_open(now: Statement, new: Figure, old: Figure) -> bool:
    """Whether "at least two" may still be the sixteen of yesterday, or "nearly 30,000" the 27,000."""
    leads = {word.lower for word in now.words[max(0, new.first - _LEADS) : new.first]}
    if new.loose and new.high < old.low and (now.language != "en" or leads & _OR_MORE):
        return True
    roughly = (new.loose or old.loose) and new.kind != "date"
    return roughly and abs(new.low - old.low) <= _ROUGHLY * max(new.high, old.high)


def _is_vague(statement: Statement, figure: Figure) -> bool:
    """Whether it is one more beside others, all there are or all but these, read off, or only tells which."""
    follows = statement.words[figure.last].lower if figure.last < len(statement.words) else ""
    leads = [word.lower for word in statement.words[max(0, figure.first - 2) : figure.first]]
    of_all = (leads[-1:] == ["all"] and leads != ["in", "all"]) or leads == ["all", "but"]
    return of_all or statement.words[figure.first].lower in _OPEN or follows in _NUMBERED | _READ_OFF
