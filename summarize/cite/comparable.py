"""Whether a figure may take the place of another: a demand is no sentence, a rise no value.

All that is asked here is asked of two figures that fill one slot (`slots`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarize.cite.figures import Figure
from summarize.cite.replaced import CHANGED
from summarize.cite.statement import Statement
from summarize.cite.units import class_beside
from summarize.cite.words import Word, phrases, word_set

# By how much a price moved is not what it has come to: "up 0.8 percent", "rose by 3 percent".
_MOVED = CHANGED | word_set(
    "gain gains gained lose loses lost slid sank slipped added shed plus minus gewann verlor stieg fiel um "
    "gagné perdu progressé reculé subió bajó cayó ganó perdió guadagnato perso salito sceso subiu caiu "
    "ganhou perdeu won verloor steeg daalde"
)
_BY = word_set("by about around almost nearly another a an further de un une um")
_COMPARED = word_set("higher lower höher niedriger fester schwächer hoger lager")
# What somebody asks for is not what another offers, nor what was agreed, expected or given by a court.
_WANTED = {
    form: forms.split()[0]
    for forms in (
        "asked asks ask asking demand demands demanded demanding call calls called calling want wants wanted "
        "wanting seek seeks sought seeking strike strikes striking grève streik streiken streikten",
        "offer offers offered offering propose proposes proposed proposal",
        "deal agreement agreed settled settlement accord einigung",
        "expect expects expected forecast forecasts predicted predict",
        "sentenced jailed",
        "sentence sentences",
    )
    for form in forms.split()
}
_SENTENCE = "sentence"  # may be asked for: only a weaker sign behind "asked"
_WANTING = 8  # words before a figure
# Of one event the dead, the hurt and the held only become more, unless somebody says that he was wrong.
ONLY_MORE = frozenset({"dead", "hurt", "held"})
_LOWERED = word_set(
    "lowered lowers lower revised revises revising corrected corrects correcting correction fewer "
    "reduced cut miscounted recounted not instead actually"
)
_DOWN = phrases("down_to down_from")  # "damping down the ruins" lowers no number
# "In the second quarter" is not "in the first half".
_PERIODS, _WHICH = (
    word_set("quarter half season round match"),
    word_set("first second third fourth last next"),
)
# Of one march they give another number than the police do, on whatever day they give it.
_ORGANISERS = word_set("organisers organizers organiser organizer")
_THIS_YEAR = ("this", "year")
# What says of a number that it has come so far, and is not of another event on another day.
SO_FAR = word_set(
    "still now already far remain remains remained toll total number tally rose rise rises risen climbed "
    "fell fallen dropped grown grew reached"
)


def is_comparable(now: Statement, new: Figure, before: Statement, old: Figure) -> bool:
    """Whether a figure may be what another has become: of one time, one voice and one kind of value."""
    if new.kind == "date":
        return True
    if are_of_other_times(now, before) or _wanted(now.words, new) != _wanted(before.words, old):
        return False
    if new.kind == "percent":
        return not (_is_move(now.words, new) or _is_move(before.words, old))
    if _ORGANISERS.isdisjoint(now.lower) != _ORGANISERS.isdisjoint(before.lower):
        return False
    counted = new.kind == "count" and class_beside(now.words, new) in ONLY_MORE
    return not counted or may_follow(now, new, old)


def are_of_other_times(now: Statement, before: Statement) -> bool:
    """Whether the two tell of two dates, months or quarters, and the later does not say that it counts on."""
    days, others = now.values("date"), before.values("date")
    periods, other_periods = _periods(now), _periods(before)
    apart = bool(days and others) and days.isdisjoint(others)
    apart |= bool(periods and other_periods) and periods.isdisjoint(other_periods)
    apart |= _is_of_the_year(now) and not _is_of_the_year(before)
    return apart and SO_FAR.isdisjoint(word.lower for word in now.told)


def _periods(statement: Statement) -> set[tuple[str, str]]:
    """Which quarter, half or round it tells of."""
    return {(one, other) for one, other in pairwise(statement.spoken) if one in _WHICH and other in _PERIODS}


def _is_of_the_year(statement: Statement) -> bool:
    """Whether it counts over a year: who died on that road this year did not die in one crash."""
    return _THIS_YEAR in pairwise(statement.spoken)


def _is_move(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a figure tells by how much something moved."""
    before = [word.lower for word in words[max(0, figure.first - 3) : figure.first]]
    while before and before[-1] in _BY:
        before.pop()
    after = {word.lower for word in words[figure.last : figure.last + 1]}
    return not (_MOVED.isdisjoint(before[-1:]) and _COMPARED.isdisjoint(after))


def _wanted(words: Sequence[Word], figure: Figure) -> str:
    """Whether a figure is asked for, offered, agreed, expected or a court's; empty if none of these."""
    before = reversed(words[max(0, figure.first - _WANTING) : figure.first])
    found = [_WANTED[word.lower] for word in before if word.lower in _WANTED]
    return next((each for each in found if each != _SENTENCE), "".join(found[:1]))


def may_follow(now: Statement, new: Figure, old: Figure) -> bool:
    """Whether a number of people may come after another: a magnitude is none, and fewer are told as such."""
    if new.low != int(new.low) or old.low != int(old.low):
        return False
    lowered = not (_LOWERED.isdisjoint(now.lower) and _DOWN.isdisjoint(pairwise(now.spoken)))
    return new.high >= old.low or lowered
