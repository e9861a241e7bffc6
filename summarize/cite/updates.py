"""Which figures of a sentence are those of an earlier one, changed: same unit, same noun, same subject.

Stricter than `slots.clashes`, which tells a reader that two papers disagree: there both values stand side by
side with their sources, here the old one is said to be over. A false update is worse than none.
"""

from __future__ import annotations

from summarize.cite.coverage import missing_names
from summarize.cite.figures import Figure
from summarize.cite.sameness import CARRIED, score
from summarize.cite.slots import clashes, counts_one
from summarize.cite.statement import Statement
from summarize.cite.tolls import risen
from summarize.cite.units import measures
from summarize.cite.words import word_set

# An age, a year or a place in a row does not change overnight: another value is a correction, or a mistake.
# Weekdays and times move on with the days: "rose on Monday" is followed by "rose on Tuesday".
_CHANGING = frozenset({"count", "percent", "money", "date"})
_NEARLY_THE_SAME = 0.5  # similarity; of dates and of miles, hours, feet there are many in any story
_ROUGHLY = 0.1  # of the larger value; what "about", "nearly" and "at least" leave open
_OPEN = word_set("another other")
_NUMBERED = word_set("block blocks")  # "the 3000 block of Florence Avenue"


def updates(now: Statement, before: Statement, similarity: float) -> tuple[tuple[Figure, Figure], ...]:
    """Pairs of figures, the new and the old one, of which the new takes the place of the old.

    Chosen on the pairs of `tests/quality/update_labels.tsv`; `python -m tests.quality.novelty` counts them.
    """
    found = clashes(now, before, similarity, over_days=True)
    counts = tuple(risen(now, before, similarity))
    if not (found or counts) or (missing_names(now, before) and missing_names(before, now)):
        return ()  # of another subject
    kept = [pair for pair in found if _is_one(now, pair[0], before, pair[1], similarity)]
    paired = {new.start for new, _ in kept}
    kept += [pair for pair in counts if pair[0].start not in paired and not _leaves_open(*pair)]
    return tuple(sorted(kept, key=lambda pair: pair[0].start))


def _is_one(now: Statement, new: Figure, before: Statement, old: Figure, similarity: float) -> bool:
    if new.kind not in _CHANGING or _leaves_open(new, old):
        return False
    # Units and classes are known for English; elsewhere the sentences must be the same but for the figure.
    if now.language != "en" and max(score(now, before), score(before, now)) < CARRIED:
        return False
    if new.kind == "date":
        return similarity >= _NEARLY_THE_SAME
    if new.kind != "count":
        return True
    if any(_is_vague(*each) for each in ((now, new), (before, old))):
        return False
    if measures(now.words, new) or measures(before.words, old):
        return similarity >= _NEARLY_THE_SAME
    return now.language != "en" or counts_one(now, new, before, old)


def _leaves_open(new: Figure, old: Figure) -> bool:
    """Whether "at least two" may still be the sixteen of yesterday, or "nearly 30,000" the 27,000."""
    if new.loose and new.high < old.low:
        return True
    roughly = (new.loose or old.loose) and new.kind != "date"
    return roughly and abs(new.low - old.low) <= _ROUGHLY * max(new.high, old.high)


def _is_vague(said: Statement, figure: Figure) -> bool:
    """Whether it is one more beside others, or only tells which."""
    follows = said.words[figure.last].lower if figure.last < len(said.words) else ""
    return said.words[figure.first].lower in _OPEN or follows in _NUMBERED
