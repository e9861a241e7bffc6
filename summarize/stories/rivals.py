"""Two things of a kind that happened, told apart by their headlines: each names what the other nowhere says.

Two firms' results, two matches of one club and two elections are told in the same words. What one report of a
thing names in its headline, the others say somewhere; of two things each has names of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from summarize.cite.lexicon import CAPITALISE_NOUNS, lexicon
from summarize.model import Document, Span
from summarize.stories.linkage import Forest
from summarize.stories.wording import NAME, ONE_FORM, article, sentences, words
from summarize.text.terms import primary

_FEW = 2  # articles on a side that can be told apart; a larger story has headlines on this and that


@dataclass(frozen=True, slots=True)
class Wording:
    """What one or more articles say, by form or stem (`ONE_FORM`).

    headline: what their headlines name, and their texts too. most: what more than half of them say. plain:
    written without a capital somewhere, and days and numbers. opening: written with one where a sentence
    begins, and nowhere else. nouns: whether all nouns are given one there.
    inflected: whether a name has many forms there.
    """

    headline: frozenset[str]
    said: frozenset[str]
    most: frozenset[str]
    plain: frozenset[str]
    opening: frozenset[str]
    nouns: bool
    inflected: bool


def read(document: Document, quotable: Sequence[Span]) -> Wording:
    """The wording of one article."""
    held = Counter(article(document, quotable, as_written=True))
    title = Counter(words(document.title or "", document.language, as_written=True))
    said = frozenset(term for term in held if not term.startswith(NAME))
    plain = frozenset(term for term in said if held[term] > held[NAME + term])
    named = (term for term in title if term.startswith(NAME) and held[term] > 2 * title[term])
    days = _counting(document.language)
    own = {*words(document.publisher or "", document.language, as_written=True), *days}
    headline = frozenset(term[len(NAME) :] for term in named if term[len(NAME) :] not in own)
    code = primary(document.language)
    begun = _opening(document, quotable, held)
    return Wording(headline, said, said, plain | days, begun, code in CAPITALISE_NOUNS, code not in ONE_FORM)


def _opening(document: Document, quotable: Sequence[Span], held: Counter[str]) -> frozenset[str]:
    begun = Counter[str]()
    for sentence in (document.title or "", document.title or "", *sentences(document, quotable)):
        first = re.search(r"\w+", sentence)
        begun.update(words(first[0], document.language, as_written=True) if first else ())
    return frozenset(term for term in begun if held[NAME + term] == begun[NAME + term])


@cache
def _counting(language: str | None) -> frozenset[str]:
    """The words of days, months and numbers: "Monday" and the "Twelve" that opens a sentence name nobody."""
    starts = lexicon(language).starts
    return frozenset(form for name in starts for form in words(name, language, as_written=True))


def union(wordings: Iterable[Wording]) -> Wording:
    """The wording of several articles, at least one; in their headlines counts what half of them name."""
    each = list(wordings)
    named = frozenset().union(*(one.headline for one in each))
    held = Counter(term for one in each for term in one.said)
    return Wording(
        frozenset(name for name in named if 2 * held[name] >= len(each)),
        frozenset(held),
        frozenset(term for term, count in held.items() if 2 * count > len(each)),
        frozenset().union(*(one.plain for one in each)),
        frozenset().union(*(one.opening for one in each))
        - frozenset().union(*(one.said - one.opening for one in each)),
        any(one.nouns for one in each),
        any(one.inflected for one in each),
    )


def rival(a: Wording, b: Wording) -> bool:
    """Whether two sides tell different things: each names in headlines what the other nowhere does.

    It must be as much as what the texts of both have, for a long headline names much besides; and more where
    nouns are written as names are, or a name has many forms, of which some look like another's.
    """
    plain = _plain(a, b)
    mine, yours = a.headline - plain, b.headline - plain
    own = min(len(mine - b.said), len(yours - a.said))
    shared = len((mine | yours) & a.said & b.said)
    return own > shared if a.inflected else own >= max(shared, 1)


def share(a: Wording, b: Wording) -> bool:
    """Whether the headlines of two sides name one thing that the texts of both do."""
    return bool((a.headline & b.headline) - _plain(a, b))


def surely_rival(a: Wording, b: Wording) -> bool:
    """Whether two sides that were taken for one thing are two: they have fewer names in common than of their
    own, and no figure. One side at least must name what no text of the other does.

    A passing mention is left aside where but one of two has it, and not in its headline: "the second fire in
    the town" names the first. Where nouns are no names, a witness whom texts of both name is in common too,
    but no "Police" that only opens sentences.
    """
    plain, common = _plain(a, b), a.said & b.said
    mine, yours = a.headline - plain, b.headline - plain
    if any(term[0].isdecimal() for term in common) or not (mine - b.said or yours - a.said):
        return False
    ours, theirs = a.most | mine, b.most | yours
    own = min(len((mine & a.most) - theirs), len((yours & b.most) - ours))
    in_texts = frozenset[str]() if a.nouns else common - plain - mine - yours - (a.opening & b.opening)
    return own > len((mine | yours) & ours & theirs) + len(in_texts)


def _are_glued(articles: Sequence[Wording]) -> bool:
    """Whether three are two rivals and an overview, whose headline names neither and whose text both.

    It has the words of both, and so joins them: "Mixed results for banks" is no report of either's.
    """
    return len(articles) == 3 and any(
        surely_rival(a, b) and _names_within(over, a) and _names_within(over, b)
        for over, a, b in (articles, (articles[1], articles[2], articles[0]), articles[::-1])
    )


def _names_within(overview: Wording, other: Wording) -> bool:
    """Whether what another's headline names is in a text and not in its headline."""
    named = other.headline - _plain(overview, other)
    return bool(named & overview.said) and not named & overview.headline


def _plain(a: Wording, b: Wording) -> frozenset[str]:
    """What is no name, for one of two sides writes it small; nothing where all nouns are written large."""
    return frozenset() if a.nouns else a.plain | b.plain


class Joins:
    """The joins of a forest, and which are of two rivals. read: the wording of an article by its place."""

    def __init__(self, forest: Forest, read: Callable[[int], Wording]) -> None:
        self._size, self._read = forest.size, read
        self._halves: list[list[int]] = [[] for _ in forest.parent]
        for node, above in enumerate(forest.parent.tolist()):
            if above >= 0:
                self._halves[above].append(node)

    def of_rivals(self, node: int) -> bool:
        """Whether the two halves of a node are rivals, as far as few articles can tell, or are held together
        by an overview alone.
        """
        halves = self._halves[node]
        if not halves or max(self._size[half] for half in halves) > _FEW:
            return False
        sides = [[self._read(at) for at in self._articles(half)] for half in halves]
        return surely_rival(*map(union, sides)) or _are_glued([one for side in sides for one in side])

    def _articles(self, node: int) -> list[int]:
        halves = self._halves[node]
        return [at for half in halves for at in self._articles(half)] if halves else [node]
