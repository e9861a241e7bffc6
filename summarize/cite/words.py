"""The words of one sentence, in place: the alphabet in which figures, names and claims are read.

And how lists of words are written, for every language: as strings, split when first asked for, so that
importing them costs next to nothing. A blank divides entries, "_" the words of one. Of what each language
has its own, a dict by language code; what means the same stands in one group.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from itertools import accumulate
from typing import NamedTuple

Stem = Callable[[str], str]
"""From a word to its term; an empty string for a word that carries no content."""

# What runs on for longer is no sentence; figures are compared each with each, so this bounds the time.
LONGEST = 400

# A number, an abbreviation with inner stops, a word (with the vowel signs of the scripts that write
# them as marks), or a sign that makes a number money or a share.
# Kana and ideographs: a run of them is a clause, so that each is a word here.
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = rf"[^\W\d_{_IDEOGRAPHS}]"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0970-\u0d7f\u0e31-\u0e4e"
_WORD = rf"{_LETTER}(?:{_LETTER}|[{_MARKS}])*"
_DIGITS = r"(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:،٬٫]\d+)*"
# A word of plain letters that goes on with none else is tried first: most are, and the rest is slow.
_PATTERN = (
    rf"((?=[\w$€£¥₹₽%٪])(?:[a-zA-Z][a-z]++(?![\w{_MARKS}])(?:['’]{_WORD})?"
    rf"|{_DIGITS}|(?:{_LETTER}\.){{2,}}|{_WORD}(?:['’]{_WORD})?|[$€£¥₹₽%٪{_IDEOGRAPHS}]))"
)


@cache
def word_set(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def in_language(lists: Mapping[str, str], language: str | None) -> frozenset[str]:
    """The words of the list that a language has; none where it has no list."""
    return word_set(lists.get(language or "", ""))


@cache
def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """The entries of a list, each as its words.

    >>> sorted(phrases("ruled_out denied"))
    [('denied',), ('ruled', 'out')]
    """
    return frozenset(tuple(entry.split("_")) for entry in text.split())


def heads(*groups: str) -> dict[str, str]:
    """From each word of some groups to the first of its group, which stands for all of them."""
    return {form: group.split(maxsplit=1)[0] for group in groups for form in group.split()}


class Word(NamedTuple):  # the cheapest object there is: some hundreds are made for each digest
    """A word at `[start, end)` of its sentence.

    lower: in lower case, without a possessive 's. stem: its term, empty where it carries no
    content. gap: what stands between the word before and this one.
    """

    text: str
    lower: str
    stem: str
    start: int
    end: int
    gap: str

    @property
    def capitalised(self) -> bool:
        """Whether it is written as a name would be."""
        return self.text[0].isupper()

    @property
    def ideographic(self) -> bool:
        """Whether it is a letter of a script that writes no blanks, and that has no capitals."""
        return "\u3040" <= self.text <= "\ufaff" and len(self.text) == 1

    @property
    def parted(self) -> bool:
        """Whether a sign other than a hyphen parts it from the word before."""
        return bool(self.gap.strip(" -\u00a0"))

    @property
    def joined(self) -> bool:
        """Whether it hangs on the word before: nothing, a blank or a hyphen lies between."""
        return self.gap in {"", " ", "\u00a0", "-", "\u2010", "\u2011"}


def words(text: str, stem: Stem) -> tuple[Word, ...]:
    """The first words of a text in order, at most LONGEST; `stem` is asked once for each."""
    parts = _pattern().split(text, LONGEST)  # a gap, a word, a gap …
    ends = list(accumulate(map(len, parts)))
    tokens = parts[1::2]
    lower = [token.lower() if token.isalpha() else lowered(token) for token in tokens]
    columns = zip(tokens, lower, map(stem, lower), ends[0::2], ends[1::2], parts[0::2], strict=False)
    return tuple(map(_word, columns))


def lowered(token: str) -> str:
    """A token in lower case with straight apostrophes and no possessive."""
    lower = token.lower().replace("’", "'")
    return lower[:-2] if lower.endswith("'s") else lower


# As Word._make does, without its check of the length, which takes as long again.
_word = partial(tuple.__new__, Word)


def content(sequence: Sequence[Word]) -> tuple[str, ...]:
    """The stems of the words that carry content, in order."""
    return tuple(word.stem for word in sequence if word.stem)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_PATTERN)
