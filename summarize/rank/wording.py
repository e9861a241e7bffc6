"""What a sentence's wording says about its part in a story, before anybody ranks it.

Plain signs: the names and figures it holds, and whether it speaks in the first person, objects, leans
on the sentence before, or tells of an earlier year. Word lists are English, where they were measured; in
other languages only names, figures and years count (docs/decisions/0008).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from summarize import quoting
from summarize.model import SentenceTable

# A name is a word written with a capital at least this many times as often as without one.
_MOSTLY_CAPITAL = 2

_WORD = re.compile(r"[^\W_]+")
_COMMON_MARKS = "“”‘’—–…"  # that are all there is beyond ASCII in most texts with any
_APART_IN_ASCII = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))
# Patterns look behind after their first characters, which are rarer than what may stand before them.
# A letter but a small plain one, and the rest of its word; `isupper` tells.
_CAPITALISED = re.compile("[^\0-@\\[-\xbf](?<![^\\W_].)(?<=[^\\W\\d_])[^\\W_]*+")
_FIGURE = re.compile(r"\d(?<![\w.,].)\d*+(?:[.,]\d++)*+(?!\w)")
_YEAR = re.compile(r"(?:1[89]|20)(?<!\w..)\d\d(?!\w)")
_CENTURIES = ("20", "19", "18")
_WITHIN_NAME = frozenset({" ", "-", ".", ". "})

_PERSONS = frozenset(
    {"I", "me", "We", "we", "Our", "our", "My", "my", "Us", "us", "You", "you", "Your", "your"}
)
_PERSON = rf"(?<![.\w])(?:{'|'.join(sorted(_PERSONS))})\b"
_OBJECTION = (
    r"^\W*(?:though|while (?:no|many|most))\b"
    r"|\b(?:although|despite|critics|critici[sz]\w+|criticism|condemn\w*|concerns? (?:over|about)"
    r"|sanctions|refus(?:e|ed|es|ing)|reject(?:ed|s)?|oppos(?:e|ed|es|ition)|objections?"
    r"|human rights|violations?|abuses|restrictions? on|isolated)\b"
)
_OBJECTIONS = (  # one of these stands in whatever it finds
    *("though", "while", "despite", "critic", "condemn", "concern", "sanction", "refus", "reject", "oppos"),
    *("objection", "human rights", "violation", "abuses", "restriction", "isolated"),
)
_REFERENCE = (
    r"^(?:(?:but|and|so|yet|then|now)\s+)?+"
    r"(?:he|she|it|they|his|her|its|their|this|that|these|those|such)\b"
)


@dataclass(frozen=True, eq=False)  # no slots: each sign is read when first asked for, and kept
class Wording:
    """The signs of every row that may be quoted, one entry per row; the others show none."""

    table: SentenceTable

    @cached_property
    def known(self) -> frozenset[str]:
        """The words, in lower case, written with a capital inside a sentence, and rarely without."""
        return self._heard[0]

    @cached_property
    def names(self) -> Sequence[tuple[str, ...]]:
        """The names and figures of each row, sorted."""
        return [_names(text, self.known) for text in self._texts]

    @cached_property
    def personal(self) -> NDArray[np.bool_]:
        """(n,) bool: in the first or second person, and not a report that quotes somebody further on."""
        # Most sentences have no word of the kind, which is sooner told than by a pattern.
        rows = zip(self._texts, self._heard[1], self._english, strict=True)
        return self._of(
            asked and addressing and _pattern(_PERSON).search(text) is not None and not _reports(text)
            for text, addressing, asked in rows
        )

    @cached_property
    def objecting(self) -> NDArray[np.bool_]:
        """(n,) bool: tells of doubt, opposition or sanctions."""
        text = "\n".join(self._lowered)
        told = [sign for sign in _OBJECTIONS if sign in text]  # few of them, so that rows are asked for few
        return self._of(
            asked and any(sign in text for sign in told) and _pattern(_OBJECTION).search(text) is not None
            for text, asked in zip(self._lowered, self._english, strict=True)
        )

    @cached_property
    def referring(self) -> NDArray[np.bool_]:
        """(n,) bool: opens with a word that stands for something said before."""
        return self._of(
            asked and _pattern(_REFERENCE).search(text) is not None
            for text, asked in zip(self._lowered, self._english, strict=True)
        )

    @cached_property
    def _texts(self) -> Sequence[str]:
        said = zip(self.table.texts(), self.table.eligible.tolist(), strict=True)
        return [text if eligible else "" for text, eligible in said]

    @cached_property
    def _lowered(self) -> Sequence[str]:
        return [text.lower() for text in self._texts]

    @cached_property
    def _heard(self) -> tuple[frozenset[str], Sequence[bool]]:
        """The words of names, and which rows have one of `_PERSONS`; the other words are not kept."""
        words = list(map(_words, self._texts))
        return _known(words), [not _PERSONS.isdisjoint(row) for row in words]

    @cached_property
    def _english(self) -> Sequence[bool]:
        english = [document.language == "en" for document in self.table.documents]
        return [english[document] for document in self.table.document.tolist()]

    def _of(self, signs: Iterable[bool]) -> NDArray[np.bool_]:
        return np.fromiter(signs, bool, len(self.table))


def earlier(table: SentenceTable) -> NDArray[np.bool_]:
    """(n,) whether a row names years, all of them before the year the story is told in."""
    years = [list(map(int, _years(text))) for text in table.texts()]
    now = _year_of(years, table)
    return np.fromiter((bool(named) and max(named) < now for named in years), bool, len(table))


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _reports(text: str) -> bool:
    """Whether somebody is quoted, but not from the first word on: such a sentence still reports."""
    return quoting.quotes(text) and not quoting.quotes(text[:2])


def _words(text: str) -> list[str]:
    """The runs of letters and digits in a text, in order."""
    if not text.isascii():
        for mark in _COMMON_MARKS:
            text = text.replace(mark, " ")
    if not text.isascii():
        return _WORD.findall(text)
    return text.encode("ascii").translate(_APART_IN_ASCII).decode("ascii").split()  # twice as fast


def _known(words: Sequence[Sequence[str]]) -> frozenset[str]:
    counts = Counter(chain.from_iterable(words))
    # The first word of a sentence owes its capital to its place.
    first = Counter([row[0] for row in words if row])
    names = {
        word.lower()
        for word, count in counts.items()
        if word[0].isupper() and len(word) > 1 and count > first.get(word, 0)
    }
    capital: dict[str, int] = dict.fromkeys(names, 0)
    small = capital.copy()
    for word, count in counts.items():
        if (lower := word.lower()) in names:
            (capital if word[0].isupper() else small)[lower] += count
    return frozenset(name for name in names if capital[name] > _MOSTLY_CAPITAL * small[name])


def _names(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """The last words of its names ("Edna Quill" is quill), where those are known, and its figures, sorted."""
    return tuple(sorted(known.intersection(_heads(text)).union(_figures(text))))


def _heads(text: str) -> Iterator[str]:
    """The last word of each run of capitalised words, in lower case."""
    last, end = "", -1
    for match in _CAPITALISED.finditer(text):
        word = match.group()
        if not word[0].isupper():
            continue
        # A word between two capitalised ones is no joint of a name, so it need not be looked at.
        if last and text[end : match.start()] not in _WITHIN_NAME:
            yield last
        last, end = word.lower(), match.end()
    if last:
        yield last


def _figures(text: str) -> Iterator[str]:
    """Its figures of two digits and more; smaller ones are everywhere."""
    return (figure for figure in _FIGURE.findall(text) if len(figure) > 1)


def _years(text: str) -> list[str]:
    """The years of two centuries and the last decades of a third that it names; most sentences name none."""
    return _YEAR.findall(text) if any(century in text for century in _CENTURIES) else []


def _year_of(years: Sequence[Sequence[int]], table: SentenceTable) -> int:
    """The latest year of publication, else the latest year that two documents name, else 0."""
    published = [document.published.year for document in table.documents if document.published]
    if published:
        return max(published)
    named = {
        (document, year)
        for document, eligible, found in zip(table.document.tolist(), table.eligible, years, strict=True)
        if eligible
        for year in found
    }
    documents = Counter(year for _, year in named)
    return max((year for year, count in documents.items() if count > 1), default=0)
