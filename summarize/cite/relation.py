"""Would sentence B do as a citation for sentence A, and do the two disagree?

The question has a direction: B must carry every claim of A, and may say more. A missing attribution,
apposition or rounding is forgiven; a missing figure, name or second claim is not. Figures that clash
veto: two papers with two tolls do not corroborate each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from summarize import quoting
from summarize.cite import contradictions, vetoes
from summarize.cite.ages import NAMED_AGE
from summarize.cite.coverage import (
    LEAST_CLAIM,
    Weight,
    claimed,
    coverage,
    lightened,
    missing_figures,
    missing_names,
    shared_names,
    unsaid,
)
from summarize.cite.figures import DATES
from summarize.cite.identity import another_of_the_name, another_opens, other_speaker
from summarize.cite.parts import HALF_SAID, left_out
from summarize.cite.slots import clashes
from summarize.cite.statement import Statement
from summarize.cite.substituted import substituted
from summarize.cite.variants import variant
from summarize.cite.wording import CARRIED, reach, requoted, score, within
from summarize.model import CitationKind, DifferenceKind, Relation

NEAREST_DISPUTE = NAMED_AGE  # below this similarity nothing but claims of rank is compared

NEAREST_SUPPORT = 0.3  # similarity; two true citations of 262 lie below

ECHOED = 0.65  # of the score for wording; measured by `make novelty`

_CARRIED_NAMED, _NAMED = 0.75, 2  # two names told together leave little room for another event,
_CLAUSE = 3  # as long as fewer stems than a clause has go unsaid
_IDEOGRAPHIC = frozenset({"ja", "zh"})
_OPENING = 1  # words, such as a title, that may stand before the name a sentence opens with
_STREWN = 2.5  # times as many words as A has; of the labelled pairs beyond it none is a true citation
_HALF = 0.5  # of the words on one side of the dots in it
_REQUOTED = 0.65  # of the words of a quotation, in their order: whoever words it anew quotes something else

Disagreement = tuple[DifferenceKind, tuple[int, int], tuple[int, int]]
"""A kind and the characters [start, end) of the value in A and in B."""


def relate(a: Statement, b: Statement, similarity: float, *, weight: Weight | None = None) -> Relation:
    """How B stands to A: `same-text`, `corroborates`, `differs` or `unrelated`.

    similarity: TF-IDF cosine over the bundle, in [0, 1]. weight: how much a stem tells, its
    smoothed idf; all the same by default. Of two sentences of one document the answer means nothing.
    """
    if a.print and a.print == b.print:
        return Relation("same-text", similarity)
    found = disagreements(a, b, similarity)
    if found:
        values = tuple((kind, (a.text[slice(*x)], b.text[slice(*y)])) for kind, x, y in found)
        return Relation("differs", similarity, values)
    return Relation("corroborates" if carries(b, a, similarity, weight=weight) else "unrelated", similarity)


def support(
    a: Statement, b: Statement, similarity: float, *, weight: Weight | None = None
) -> CitationKind | None:
    """How B would be cited for A, `same-text` or `corroborates`, or None: `relate`, asked for no more."""
    if a.print and a.print == b.print:
        return "same-text"
    if carries(b, a, similarity, weight=weight) and not disagreements(a, b, similarity):
        return "corroborates"
    return None


def disagreements(a: Statement, b: Statement, similarity: float) -> tuple[Disagreement, ...]:
    """Where the two say nearly the same and contradict each other: figures in A's order, then the rest."""
    found: list[Disagreement] = []
    for f, g in clashes(a, b, similarity):
        found.append(("date" if f.kind in DATES else "number", (f.start, f.end), (g.start, g.end)))
    if places := contradictions.ranks(a, b):
        found.append(("rank", *places))
    if not found and similarity >= NEAREST_SUPPORT and (other := variant(a, b)):
        kind, places = other
        return ((kind, *places),)
    if places := contradictions.negation(a, b, similarity) or contradictions.opposites(a, b, similarity):
        found.append(("negation", *places))
    if places := contradictions.names(a, b, similarity):
        found.append(("name", *places))
    return tuple(found)


def carries(b: Statement, a: Statement, similarity: float, *, weight: Weight | None = None) -> bool:
    """Whether B says all that A says."""
    # The wording first: nine pairs of ten fall there, and need no names or deeds read.
    if not _may_say(b, a, similarity, least=_CARRIED_NAMED) or not _says_it(b, a, weight):
        return False
    if _barred(a, b, weight) or _only_names(a, b) or _strewn(a, b):
        return False
    if left_out(a, b) or other_speaker(a, b) or substituted(a, b, alone=True):
        return False
    if any(requoted(a, first, last, b) < _REQUOTED for first, last in a.quotations):
        return False
    return all(requoted(a, first, last, b) >= _HALF for first, last in _around_dots(a))


def _around_dots(a: Statement) -> Iterator[tuple[int, int]]:
    """The words `[first, last)` on each side of the dots that leave something out of a quotation."""
    for first, last in a.quotations:
        dots = [i for i in range(first + 1, last) if "..." in a.words[i].gap or "…" in a.words[i].gap]
        if dots:
            yield from (each for each in pairwise([first, *dots, last]) if each[1] - each[0] >= LEAST_CLAIM)


def echoes(
    b: Statement, a: Statement, similarity: float, *, weight: Weight | None = None, least: float = ECHOED
) -> bool:
    """Whether who has read B learns next to nothing from A.

    Less than a citation must do (`support`), which it includes: a line that says again, be it in other words
    and without a detail, is not worth a reader's time. least: of the score for wording.
    """
    if support(a, b, similarity, weight=weight):
        return True
    if not _may_say(b, a, similarity, least=least) or len(claimed(a)) < LEAST_CLAIM:
        return False
    return (
        score(a, b, weight=weight) >= least
        and not _barred(a, b, weight)
        and not disagreements(a, b, similarity)
    )


def _may_say(b: Statement, a: Statement, similarity: float, *, least: float) -> bool:
    """Whether B is near enough to A to say what it says. least: of the score that is asked for."""
    return similarity >= NEAREST_SUPPORT and reach(a, b) >= least


def _barred(a: Statement, b: Statement, weight: Weight | None) -> bool:
    """Whether something keeps B from saying what A says, however much of its wording it repeats."""
    if missing_figures(a, b) or _renamed(a, b, weight) or _lacks_letters(a, b):
        return True
    return vetoes.bar(a, b) or vetoes.another_denied(a, b)


def _renamed(a: Statement, b: Statement, weight: Weight | None) -> bool:
    """Whether each has a name that the other has not: another person, company or place in the same frame.

    A name that is only left out is an apposition, unless A opens with it and B does not say who.
    """
    if another_of_the_name(a, b) or another_opens(a, b):
        return True
    missing = missing_names(a, b, weight=weight)
    if not missing:
        return False
    opening = " ".join(a.names[0].parts) if a.names[0].first <= _OPENING else ""
    return opening in missing or bool(missing_names(b, a))


def _lacks_letters(a: Statement, b: Statement) -> bool:
    """Whether B lacks a letter of A in a script where each is half a word and a name is told by none.

    One letter of thirteen is all that parts a visit to France from one to Germany.
    """
    return a.language in _IDEOGRAPHIC and not b.distinct.issuperset(claimed(a))


def _repeated(a: Statement, b: Statement) -> bool:
    """Whether B prints what A tells word for word, and that is more than two words."""
    own, theirs = (" ".join(word.lower for word in each) for each in (a.told, b.words))
    return len(a.told) > 2 and f" {own} " in f" {theirs} "


def _only_names(a: Statement, b: Statement) -> bool:
    """Whether B says who and where and next to nothing of what: "the decision was made at the Vant summit".

    A figure or a quotation that both have makes up for it.
    """
    if a.figures or quoting.quotes(a.text):
        return False
    named = {word.stem for name in a.names for word in a.words[name.first : name.last]}
    claim = [stem for stem in claimed(a) if stem not in named and not stem.isdecimal()]  # of "HX-20"
    return bool(named and claim) and coverage(claim, b) < HALF_SAID


def _strewn(a: Statement, b: Statement) -> bool:
    """Whether B has the words of A so far apart that it uses them to say something else."""
    return within(claimed(a), b) > _STREWN * len(a.told)


def _says_it(b: Statement, a: Statement, weight: Weight | None) -> bool:
    """Whether so much of the wording of A is repeated that nothing it claims can be missing."""
    claim = claimed(a)
    if _repeated(a, b):
        return True
    if len(claim) < LEAST_CLAIM:
        return False
    said = score(a, b, weight=weight)
    if _CARRIED_NAMED <= said < CARRIED and unsaid(claim, b, weight=lightened(a, None)) < _CLAUSE:
        return shared_names(a, b, weight=weight) >= _NAMED
    return said >= CARRIED
