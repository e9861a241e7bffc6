"""Counts that rise: "the number of people killed in the quake has risen to 19" goes on from "12 people died".

What is counted stands before the verb, farther from the figure than `units.class_beside` looks, and the noun
that the old figure had is not there at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summarize.cite import vetoes
from summarize.cite.agreement import compatible, unmatched
from summarize.cite.comparable import ONLY_MORE, are_of_other_times, may_follow
from summarize.cite.coverage import found_in
from summarize.cite.figures import AMOUNTS, Figure
from summarize.cite.replaced import CHANGED
from summarize.cite.statement import Statement
from summarize.cite.tally import Tally
from summarize.cite.tally_words import tally_words
from summarize.cite.units import CLASS_OF, class_beside, clause_of, is_part, measures, unit_of
from summarize.cite.words import Word, word_set

_ENDS = word_set("to at")
_AT = word_set("reached reaches now is")  # right before the figure: "the toll has reached 19", "is now 19"
_COUNTED = word_set("number toll count tally figure total")
_OPENS = 2  # words before the figure a sentence opens with: "At least 140 people died" (chosen by eye)
_REACH = 18  # words between what is counted and the figure: where, when and of what (chosen by eye)
_CLAUSES = word_set("after as when while since because")  # English; elsewhere a place is the count's
_FALLS = "missing"  # the one class that goes down; the dead, hurt and held of one event only become more
_MANY = 12  # "650 bakeries" are known by it, "four storeys" are not (chosen by eye)
_HEARD = 0.7  # of the stems beside a number that was given before, by whoever gave it (chosen by eye)
_TIMES = 4  # and not so many times as many in other words: a war's dead of a day, and in all (by eye)
_ALIKE = 0.15  # similarity; the two are one story's already, and told in other words (chosen by eye)


def risen(now: Statement, before: Statement, similarity: float) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures, the new and the old one, of which the new says what the old count has come to."""
    if now.language != "en" or similarity < _ALIKE or now.values("year") != before.values("year"):
        return
    for figure in unmatched(now, before):
        kind = _toll(now.words, figure) if figure.kind == "count" else ""
        for old in before.figures if kind else ():
            beside = _kind(before.words, old)
            part = is_part(before.words, old) or measures(before.words, old)
            whole = old.kind == "count" and old.low == int(old.low)  # no "magnitude of 6.8"
            if whole and beside == kind and not part and not compatible(figure, old):
                if may_follow(now, figure, old) or kind not in ONLY_MORE:
                    yield figure, old
                break


def grown(now: Statement, before: Statement) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures, the new and the old one, of which the new says what the old count has come to.

    Of two sentences of one story: nothing is asked of their wording but a word in common, or one that says
    that the count goes on.
    """
    old = dict(before.tallies) if now.language == before.language else {}
    mine = [(kind, figure) for kind, figure in now.tallies if kind in old] if old else []
    if not mine or not _counts_on(now, before):
        return
    missing = unmatched(now, before)
    for kind, figure in mine:
        if figure not in missing or compatible(figure, old[kind]) or _is_elsewhere(now, figure, before):
            continue
        if kind == _FALLS or old[kind].low < figure.low < _TIMES * old[kind].low:
            yield figure, old[kind]


def told(now: Statement, others: Sequence[Statement]) -> bool:
    """Whether a sentence is there for a count that others give, with none beside it that they do not.

    "Nineteen people have died" after "the toll rose to 19"; nothing on who met the families of the 19.
    """
    if now.language != "en":
        return False
    counts = [figure for figure in now.figures if figure.kind == "count"]
    known = [(figure, _counted(each.words, figure)) for each in others for figure in each.figures]
    if any(not any(compatible(figure, old) for old, _ in known) for figure in counts):
        return False
    heads = [(f, _counted(now.words, f)) for f in counts if f.first <= _OPENS or _toll(now.words, f)]
    return any(counted & told and compatible(f, old) for f, counted in heads for old, told in known)


def repeated(now: Statement, others: Sequence[Statement]) -> bool:
    """Whether a sentence gives again a number that others gave of the same thing, and hardly more.

    "Some 650 bakeries stayed shut" after "the strike has closed 650 bakeries"; any language.
    """
    amounts = [figure for figure in now.figures if figure.kind in AMOUNTS]
    given = [
        [(said, old) for said in others for old in said.figures if compatible(figure, old)]
        for figure in amounts
    ]
    if not all(given):
        return False
    again = [
        said
        for figure, same in zip(amounts, given, strict=True)
        for said, old in same
        if _tells_which(now, figure) and _things(now, figure) & _things(said, old)
    ]
    if not again or any(vetoes.bar(now, said) for said in again):
        return False
    rest, heard = _beside_the_count(now), frozenset[str]().union(*(each.distinct for each in others))
    return len(found_in(heard, rest)) >= _HEARD * len(rest)


def stands_in(other: Statement, now: Statement, others: Sequence[Statement]) -> bool:
    """Whether a sentence has what another counts that others did not, without what they did.

    "Forty people are missing" for "the toll has risen to 212, with 40 missing", where 212 is known.
    """
    known = [each for said in others for each in said.tallies]
    new = [each for each in now.tallies if not _is_among(each, known)]
    mine = other.tallies
    return (
        0 < len(new) < len(now.tallies)
        and all(_is_among(each, mine) for each in new)
        and not any(_is_among(each, known) for each in mine)
    )


def _is_among(tally: Tally, tallies: Iterable[Tally]) -> bool:
    return any(tally[0] == kind and compatible(tally[1], figure) for kind, figure in tallies)


def _tells_which(said: Statement, figure: Figure) -> bool:
    """Whether a number is no chance: of the dead and hurt, or of more than anything has a dozen of."""
    return figure.low > _MANY or any(counted == figure for _, counted in said.tallies)


def _things(said: Statement, figure: Figure) -> frozenset[str]:
    """What a figure counts: the class of those who died or were hurt, else nouns, people apart."""
    kinds = {kind for kind, counted in said.tallies if counted == figure}
    known = tally_words(said.language)
    people = {word.stem for word in said.words if known and word.lower in known.people} | {"people"}
    return frozenset(kinds or unit_of(said.words, figure) - people)


def _beside_the_count(said: Statement) -> list[str]:
    """The stems that say more than who died, and that the count goes on."""
    known = tally_words(said.language)
    idle = (
        frozenset(form for forms in known.classes for form in forms) | known.people if known else frozenset()
    )
    idle |= known.so_far if known else frozenset()
    plain = (word for word in said.told if word.stem and word.lower not in idle and word.text.isalpha())
    return [word.stem for word in plain]


def _counted(words: Sequence[Word], figure: Figure) -> frozenset[str]:
    """The class of what is counted, or its nouns where it is of none."""
    kind = _kind(words, figure)
    return frozenset({kind}) if kind else unit_of(words, figure)


def _kind(words: Sequence[Word], figure: Figure) -> str:
    return class_beside(words, figure) or _toll(words, figure)


def _toll(words: Sequence[Word], figure: Figure) -> str:
    """The class of what has come to a figure: "the death toll … climbed to 19" is "dead"; else empty."""
    before = [word.lower for word in words[max(0, figure.first - 4) : figure.first]]
    comes_to = not (_ENDS.isdisjoint(before[-3:]) or CHANGED.isdisjoint(before))
    if not comes_to and _AT.isdisjoint(before[-1:]):
        return ""
    clause: list[str] = []
    for at in range(figure.first - 1, max(-1, figure.first - _REACH), -1):
        clause.append(words[at].lower)
        if words[at].parted:
            break
    if _COUNTED.isdisjoint(clause):
        return ""
    return next((CLASS_OF[word] for word in reversed(clause) if word in CLASS_OF), "")


def _is_elsewhere(now: Statement, figure: Figure, before: Statement) -> bool:
    """Whether a figure is told of a place that the other sentence does not name; its own clause's, if any."""
    known = tally_words(now.language)
    if known is None:
        return False
    clause = clause_of(now.words, figure)
    places = [
        at
        for at in range(1, len(now.words))
        if now.words[at].capitalised and now.words[at].stem and now.words[at - 1].lower in known.at
    ]
    places = [at for at in places if not _is_of_another_clause(now.words, figure, at)]
    near = [at for at in places if at in clause]
    return any(not found_in(before.distinct, [now.words[at].stem]) for at in near or places)


def _is_of_another_clause(words: Sequence[Word], figure: Figure, at: int) -> bool:
    """Whether a place behind a figure is where something else was: "to six after two were found in Oren"."""
    return any(word.lower in _CLAUSES for word in words[figure.last : at])


def _counts_on(now: Statement, before: Statement) -> bool:
    """Whether it says that the count goes on, or has a word of the other that says more than who died."""
    known = tally_words(now.language)
    if known is None:
        return False
    if not known.so_far.isdisjoint(word.lower for word in now.told):
        return True
    days, others = now.values("weekday"), before.values("weekday")
    if (days and others and days.isdisjoint(others)) or are_of_other_times(now, before):
        return False
    return bool(found_in(before.distinct, _beside_the_count(now)))
