"""Contradictions that no figure shows: rank against rank, yes against no, one name against another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product

from summarize.cite import factuality
from summarize.cite.antonyms import opposed, sides
from summarize.cite.claims import Rank
from summarize.cite.coverage import LEAST_CLAIM, claimed, coverage, missing_figures, missing_names, said
from summarize.cite.names import Name
from summarize.cite.statement import Statement
from summarize.cite.wording import in_order
from summarize.cite.words import Word

Places = tuple[tuple[int, int], tuple[int, int]]
"""The characters [start, end) of a value in A and of the one that contradicts it in B."""

_TESTED = frozenset({"en", "de", "es", "fr"})
_DEED = 3  # words from a denial to what it denies
_CLAUSE = 12  # stems after "the first …" that may say at what
_POINTS_BACK = 3  # stems; so short a claim refers to what was said before
_SAME_CLAIM = 0.3  # of them must be said of the one of few, and two at least
_SAME_BUT_FOR, _SAME_ORDER = 0.8, 0.7  # of the stems of either, what is in dispute apart (chosen by eye)
_CLOSE = 0.3  # similarity; what is the same but for a word may lie as low
# Of what either says the other must say before a name, or in English a denial, differs; and their similarity.
_SAME_FRAME, _FRAMED = 0.6, 0.5


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
    """ "Did not sign" against "signed": one denies what the other affirms in the same words."""
    if not _may_contradict(a, b, similarity) or bool(a.negations) == bool(b.negations):
        return None
    denied, affirmed = (a, b) if a.negations else (b, a)
    if len(denied.negations) > 1 or factuality.denies(affirmed):
        return None  # "dismissed rumours" denies what "denied rumours" does
    at, deed = denied.negations[0], _deed(denied)
    word = denied.words[deed]
    also = next((each for each in affirmed.words if word.stem and each.stem == word.stem), None)
    if also is None or denied.stems.count(word.stem) > 1:
        return None  # "I don't think I'm wrong, I think I'm right": affirmed as well
    framed = a.language == "en" and similarity >= _FRAMED and len(claimed(denied)) >= LEAST_CLAIM
    if not _same_but_for(denied, word, affirmed, also) and not (framed and _one_frame(a, b)):
        return None
    first, last = sorted((at, deed))
    places = ((denied.words[first].start, denied.words[last].end), (also.start, also.end))
    return places if denied is a else (places[1], places[0])


def _deed(statement: Statement) -> int:
    """Which word is denied: the next one of content; in French the verb between "ne" and "pas"; in German,
    where none follows, the verb before. Without any, the word that denies.
    """
    words, at, language = statement.words, statement.negations[0], statement.language
    around = [word.lower for word in words[max(0, at - 2) : at]]
    after_ne = language == "fr" and any(lower == "ne" or lower.startswith("n'") for lower in around)
    if after_ne and words[at - 1].stem:
        return at - 1
    behind = (i for i in range(at + 1, min(at + 1 + _DEED, len(words))) if words[i].stem)
    verbs = (i for i in range(at - 1, -1, -1) if words[i].stem and not words[i].capitalised)
    return next(chain(behind, verbs if language == "de" else ()), at)


def opposites(a: Statement, b: Statement, similarity: float) -> Places | None:
    """ "Convicted" against "acquitted": deeds that are opposites in sentences that say the same otherwise.

    Man and woman are two people, more and less are of figures.
    """
    if not _may_contradict(a, b, similarity) or a.negations or b.negations:
        return None
    for x, y in opposed_deeds(a, b):
        if _same_but_for(a, x, b, y):
            return (x.start, x.end), (y.start, y.end)
    return None


def opposed_deeds(a: Statement, b: Statement) -> Iterator[tuple[Word, Word]]:
    """Words of A and B that tell opposite deeds, where neither tells both."""
    if not opposed(sides(a.lower, a.language), sides(b.lower, b.language)):
        return
    deeds = (
        [word for word in each.words if sides([word.lower], each.language, deeds=True)] for each in (a, b)
    )
    for x, y in product(*deeds):
        if opposed(sides([x.lower], a.language, deeds=True), sides([y.lower], b.language, deeds=True)):
            yield x, y


def _may_contradict(a: Statement, b: Statement, similarity: float) -> bool:
    """Whether both are of one language in which pairs have tested it, much alike, and ask nothing."""
    tested = a.language == b.language and a.language in _TESTED
    return tested and similarity >= _CLOSE and "?" not in a.text + b.text


def _same_but_for(a: Statement, x: Word, b: Statement, y: Word) -> bool:
    """Whether each says what the other says, a word of either apart, with the same names and figures."""
    own, theirs = ([stem for stem in claimed(each) if stem != word.stem] for each, word in ((a, x), (b, y)))
    if min(len(own), len(theirs)) < LEAST_CLAIM - 1 or missing_names(a, b) or missing_names(b, a):
        return False
    if missing_figures(a, b) or missing_figures(b, a):
        return False
    if in_order(own, theirs) < _SAME_ORDER * min(len(own), len(theirs)):
        return False  # who loses to one who wins
    return min(coverage(own, b), coverage(theirs, a)) >= _SAME_BUT_FOR


def _one_frame(a: Statement, b: Statement) -> bool:
    return min(coverage(claimed(a), b), coverage(claimed(b), a)) >= _SAME_FRAME


def names(a: Statement, b: Statement, similarity: float) -> Places | None:
    """One name against another between the same words, where every other name agrees."""
    if similarity < _FRAMED or not _one_frame(a, b):
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
