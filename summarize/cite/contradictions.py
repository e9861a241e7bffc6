"""Contradictions that no figure shows: rank against rank, yes against no, one name against another."""

from __future__ import annotations

from itertools import product

from summarize.cite import factuality
from summarize.cite.antonyms import opposed, sides
from summarize.cite.claims import Rank
from summarize.cite.coverage import LEAST_CLAIM, claimed, coverage, missing_figures, missing_names, said
from summarize.cite.names import Name
from summarize.cite.statement import Statement
from summarize.cite.tense import acts
from summarize.cite.words import Word

Places = tuple[tuple[int, int], tuple[int, int]]
"""The characters [start, end) of a value in A and of the one that contradicts it in B."""

_CLAUSE = 12  # stems after "the first …" that may say at what
_POINTS_BACK = 3  # stems; so short a claim refers to what was said before
_SAME_CLAIM = 0.3  # of them must be said of the one of few, and two at least
_SAME_FRAME = 0.6  # of what either says the other must say before "not" or a name makes the difference
_SAME_BUT_FOR = 0.8  # of the stems of either, the opposites apart (chosen by eye)
_CLOSE = (
    0.5  # similarity; docs/decisions/0006: below it, sentences with another name are about something else
)


def ranks(a: Statement, b: Statement) -> Places | None:
    """ "The first" against "one of the few", claimed of one thing; the sentences may share little else."""
    x, y = a.rank, b.rank
    if x is None or y is None or x.claim == y.claim:
        return None
    one_thing = _at_one_thing(a, x, b) if x.claim == "sole" else _at_one_thing(b, y, a)
    return ((x.start, x.end), (y.start, y.end)) if one_thing and _share_a_name(a, b) else None


def _at_one_thing(sole: Statement, rank: Rank, several: Statement) -> bool:
    claim = tuple(word.stem for word in sole.words if word.stem and word.start >= rank.end)[:_CLAUSE]
    if len(claim) <= _POINTS_BACK:
        claim = claimed(sole)  # "the first to take this step": what the step is was said before
    shared = said(claim, several)
    return len(shared) >= 2 and len(shared) >= _SAME_CLAIM * len(claim)


def _share_a_name(a: Statement, b: Statement) -> bool:
    named = {word.lower for word in a.words if word.capitalised and word.stem}
    return any(word.lower in named for word in b.words if word.capitalised)


def negation(a: Statement, b: Statement, similarity: float) -> Places | None:
    """ "did not sign" against "signed": one denies what the other affirms in the same words."""
    if similarity < _CLOSE or a.language != "en" or bool(a.negations) == bool(b.negations):
        return (
            None  # elsewhere a denial bars a citation, and is not told as a difference: no pair has tested it
        )
    if "?" in a.text + b.text:
        return None
    denied, affirmed = (a, b) if a.negations else (b, a)
    if factuality.denies(affirmed):
        return None  # "dismissed rumours" denies what "denied rumours" does
    if len(denied.negations) > 1 or not _one_frame(a, b) or len(claimed(denied)) < LEAST_CLAIM:
        return None
    at = denied.negations[0]
    verb = next((word for word in denied.words[at + 1 : at + 4] if word.stem), None)
    also = verb and next((word for word in affirmed.words if word.stem == verb.stem), None)
    if verb is None or also is None:
        return None
    if any(word.stem == verb.stem and word is not verb for word in denied.words):
        return None  # "I don't think I'm wrong, I think I'm right": affirmed as well
    places = ((denied.words[at].start, verb.end), (also.start, also.end))
    return places if denied is a else (places[1], places[0])


def opposites(a: Statement, b: Statement, similarity: float) -> Places | None:
    """ "Convicted" against "acquitted": deeds that are opposites in sentences that say the same otherwise.

    In English, where a deed is told by its form. Man and woman are two people, more and less are of figures.
    """
    if similarity < _CLOSE or a.language != "en" or a.negations or b.negations:
        return None
    if "?" in a.text + b.text or not opposed(sides(a.lower, "en"), sides(b.lower, "en")):
        return None
    for x, y in product(*([statement.words[i] for i in acts(statement.words)] for statement in (a, b))):
        if opposed(sides([x.lower], "en"), sides([y.lower], "en")) and _same_but_for(a, x, b, y):
            return (x.start, x.end), (y.start, y.end)
    return None


def _same_but_for(a: Statement, x: Word, b: Statement, y: Word) -> bool:
    """Whether each says what the other says, a word of either apart, with the same names and figures."""
    own, theirs = ([stem for stem in claimed(each) if stem != word.stem] for each, word in ((a, x), (b, y)))
    if min(len(own), len(theirs)) < LEAST_CLAIM - 1 or missing_names(a, b) or missing_names(b, a):
        return False
    if missing_figures(a, b) or missing_figures(b, a):
        return False
    return min(coverage(own, b), coverage(theirs, a)) >= _SAME_BUT_FOR


def _one_frame(a: Statement, b: Statement) -> bool:
    return min(coverage(claimed(a), b), coverage(claimed(b), a)) >= _SAME_FRAME


def names(a: Statement, b: Statement, similarity: float) -> Places | None:
    """One name against another between the same words, where every other name agrees."""
    if similarity < _CLOSE or not _one_frame(a, b):
        return None
    x, y = _sole_stranger(a, b), _sole_stranger(b, a)
    if x is None or y is None or not _same_role(a, x, b, y):
        return None
    return (x.start, x.end), (y.start, y.end)


def _sole_stranger(a: Statement, b: Statement) -> Name | None:
    strangers = missing_names(a, b)
    if len(strangers) != 1:
        return None
    return next(name for name in a.names if " ".join(name.parts) == strangers[0])


def _same_role(a: Statement, x: Name, b: Statement, y: Name) -> bool:
    """Whether the same word leads to both names, and the same word of content follows or precedes them."""
    if not x.first or not y.first or a.words[x.first - 1].lower != b.words[y.first - 1].lower:
        return False
    if x.parts[0][0] == y.parts[0][0] and 1 in {len(x.parts), len(y.parts)}:
        return False  # an abbreviation or another spelling ("Wal-Mart"), as likely as another name
    before = [_stem_near(s, range(n.first - 1, -1, -1)) for s, n in ((a, x), (b, y))]
    after = [_stem_near(s, range(n.last, len(s.words))) for s, n in ((a, x), (b, y))]
    return before[0] == before[1] != "" and after[0] == after[1]


def _stem_near(statement: Statement, indices: range) -> str:
    return next((statement.words[i].stem for i in indices if statement.words[i].stem), "")
