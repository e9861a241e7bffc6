"""How many died, are hurt, missing or held, all in all, as a sentence counts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import islice, takewhile

from summarize.cite.figures import Figure
from summarize.cite.tally_words import BODIES, INSTEAD, NEW, TallyWords, ill_compound, tally_words
from summarize.cite.units import measures
from summarize.cite.words import Word, word_set

_REACH = 12  # words between a figure and its class, for a verb may end the clause (chosen by eye)
_ROUGHLY = 3  # words before a class noun that follows its figure: "240 los fallecidos"

Tally = tuple[str, Figure]
"""The class of those who are counted, and how many they are."""

# "The dead are 240", "three hikers were killed".
_ARE = word_set("is are were sind wurden kamen son fueron sont ont sono são foram zijn werden kwamen")


def tallies(words: Sequence[Word], figures: Sequence[Figure], language: str | None) -> tuple[Tally, ...]:
    """The classes a sentence counts as a whole, each once, with their figures."""
    known = tally_words(language) if figures else None
    if known is None:
        return ()
    beside = _partial(words, known)
    ahead = {figure.first for figure in figures}  # where figures begin
    if not beside <= ahead:
        return ()
    found = [
        (kind, figure)
        for figure in figures
        if figure.kind == "count" and figure.first not in beside
        if (kind := _class(words, figure, known, ahead))
    ]
    kinds = [kind for kind, _ in found]
    found = [
        (kind, each) for kind, each in found if kinds.count(kind) == 1 or not _is_beside(words, each, ahead)
    ]
    kinds = [kind for kind, _ in found]
    return tuple((kind, figure) for kind, figure in found if kinds.count(kind) == 1)


def _is_beside(words: Sequence[Word], figure: Figure, ahead: Set[int]) -> bool:
    """Whether it is no count beside another: "eight bodies, fourteen dead in all", "to 23 from 24"."""
    lead = words[figure.first - 1].lower if figure.first else ""
    return lead == "from" or not BODIES.isdisjoint(_follows(words, figure, ahead))


def _follows(words: Sequence[Word], figure: Figure, ahead: Set[int]) -> list[str]:
    """The next words, as far as no other figure: "risen to six after two bodies" counts no six bodies."""
    places = range(figure.last, min(figure.last + _ROUGHLY, len(words)))
    return [words[at].lower for at in takewhile(lambda at: at not in ahead, places)]


def _class(words: Sequence[Word], figure: Figure, known: TallyWords, ahead: Set[int]) -> str:
    """The class of those a figure counts; empty if it may count something else, or a part."""
    follows = _follows(words, figure, ahead)
    lead = words[figure.first - 1].lower if figure.first else ""
    if (follows[:1] and follows[0] in known.of) or lead in known.those or measures(words, figure):
        return ""
    if tuple(word.lower for word in words[max(0, figure.first - 2) : figure.first]) in INSTEAD:
        return ""
    near = list(takewhile(lambda word: word.joined, words[figure.last : figure.last + _ROUGHLY]))
    near = list(takewhile(lambda word: word.lower not in known.ands, near))
    if any(word.text[0].isdigit() for word in near) or not NEW.isdisjoint(follows):
        return ""  # a rate: "5 cases in 1,000"; or those of a day: "27 new cases"
    ends = not follows or words[figure.last].parted
    if not ends:
        for at in range(figure.last, figure.last + len(follows)):
            if kind := _named(words, at, known):
                return kind
            if words[at].lower in known.people | known.so_far:  # "auf 212 gestiegen"
                return _nearest(words, figure, known)
            if words[at].stem:
                return _of_a_kind(words, figure, at, known)
    lower = [word.lower for word in words[: figure.first]]
    if known.so_far.isdisjoint(lower) and _ARE.isdisjoint(lower[-1:]):
        return ""
    return _nearest(words, figure, known)


def _of_a_kind(words: Sequence[Word], figure: Figure, at: int, known: TallyWords) -> str:
    """The class of those who are counted by a noun, with it: "three hikers were killed" is not of all.

    at: the place of the noun. Only where the verb stands right before the figure or after the noun.
    """
    follows = words[at + 1].lower if at + 1 < len(words) and words[at + 1].joined else ""
    if follows not in _ARE and not any(_named(words, i, known) for i in (figure.first - 1, at + 1) if i >= 0):
        return ""
    kind = _nearest(words, figure, known)
    return f"{kind} {words[at].stem}" if kind else ""


def _nearest(words: Sequence[Word], figure: Figure, known: TallyWords) -> str:
    """The class named nearest to a figure in its clause; of two as near the one after it."""
    found = []
    for indices in (_onward(words, figure.last), _back(words, figure.first)):
        for distance, i in enumerate(islice(indices, _REACH + 1)):
            if kind := _named(words, i, known):
                found.append((distance, kind))
                break
    return min(found, default=(0, ""), key=lambda each: each[0])[1]


def _onward(words: Sequence[Word], start: int) -> Iterator[int]:
    """The places from one on to the end of its clause, but for an aside: ", and not seven,"."""
    aside = False
    for i in range(start, len(words)):
        if words[i].parted:
            if not aside and tuple(word.lower for word in words[i : i + 2]) not in INSTEAD:
                return
            aside = not aside
        if not aside:
            yield i


def _back(words: Sequence[Word], end: int) -> Iterator[int]:
    """The places before one back to the beginning of its clause."""
    for i in range(end - 1, -1, -1):
        if words[i + 1].parted:
            return
        yield i


def _named(words: Sequence[Word], at: int, known: TallyWords) -> str:
    """The class that a word, or a phrase that begins with it, names."""
    lower = tuple(word.lower for word in words[at : at + 4])
    if lower and known.compounds and ill_compound(lower[0]):
        return "ill"
    return next((known.classes[lower[:n]] for n in (1, 2, 3, 4) if lower[:n] in known.classes), "")


def _partial(words: Sequence[Word], known: TallyWords) -> set[int]:
    """Where what follows is said to be of one place, more beside others, or only feared.

    "Another 57" is said of the 57 alone; anywhere else it may be said of all that the sentence counts.
    """
    lower = [word.lower for word in words]
    lengths = ((i, 1 if (lower[i],) in known.not_all else 2) for i in range(len(lower)))
    return {i + length for i, length in lengths if tuple(lower[i : i + length]) in known.not_all}
