"""Numbers that are brought to another: "widened its recall of heaters to 14,000", after "10,000 heaters".

What is counted stands before the "to"; the earlier sentence has it beside its number. English only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.cite.agreement import compatible, unmatched
from summarize.cite.coverage import found_in
from summarize.cite.figures import Figure
from summarize.cite.statement import Statement
from summarize.cite.units import is_part, measures, unit_of
from summarize.cite.words import Word, word_set

_BROUGHT = word_set(
    "widen widens widened expand expands expanded extend extends extended raise raises raised lift lifts "
    "lifted increase increases increased lower lowers lowered cut cuts reduce reduces reduced bring brings "
    "brought upgraded downgraded revised put"
)
_OWN = word_set("its their his her our")
_REACH = 14  # words between the verb and the figure (chosen by eye)
_TIMES = 4  # and not so many times as many, as of tolls


def brought_to(now: Statement, before: Statement) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures, the new and the old one, of which the new says to what the old one was brought."""
    if now.language != "en" or before.language != "en":
        return
    for figure in unmatched(now, before):
        clause = _clause(now.words, figure) if figure.kind == "count" else ()
        if not clause or unit_of(now.words, figure) or measures(now.words, figure):
            continue
        stems = frozenset(word.stem for word in clause if word.stem)
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
        if words[at].lower in _BROUGHT:
            return words[at : figure.first]
        if words[at].gap.strip(" -\u00a0"):
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
