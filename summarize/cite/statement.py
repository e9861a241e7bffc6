"""One sentence prepared for comparison.

What a stem is and which words carry content is the caller's to say, so that this wing and the
vectors agree on it. Figures, names and claims are read when first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarize.cite import claims, denials, figures, names, speech, tally
from summarize.cite.figures import FigureKind
from summarize.cite.words import Stem, Word, content, words


@dataclass(frozen=True)  # no slots: what is read from the words is kept beside them
class Statement:
    """A sentence and its language; `stem` is from a word in lower case to its term."""

    text: str
    language: str | None
    stem: Stem

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in place; of an endless sentence, the first 400."""
        return words(self.text, self.stem)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems that carry content, in order, repeats kept."""
        return content(self.words)

    @cached_property
    def distinct(self) -> frozenset[str]:
        """Its stems, each once."""
        return frozenset(self.stems)

    @cached_property
    def lower(self) -> frozenset[str]:
        """Its words in lower case."""
        return frozenset(word.lower for word in self.words)

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """Its words in lower case, in order."""
        return tuple(word.lower for word in self.words)

    @cached_property
    def capitals(self) -> tuple[frozenset[str], frozenset[str]]:
        """Its words that are written as names are, in lower case without stops, and their stems."""
        named = [word for word in self.words if word.capitalised]
        parts = frozenset(word.lower.replace(".", "") for word in named)
        return parts, frozenset(word.stem for word in named if word.stem)

    @cached_property
    def forms(self) -> frozenset[str]:
        """Its words, each as its stem, or as printed where it carries no content."""
        return frozenset(_form(word) for word in self.words)

    @cached_property
    def told_forms(self) -> tuple[str, ...]:
        """The forms of what it tells (`told`), in order."""
        return tuple(map(_form, self.told))

    @cached_property
    def told(self) -> tuple[Word, ...]:
        """Its words without those that only say who says it."""
        skipped = self.attribution
        return tuple(word for i, word in enumerate(self.words) if i not in skipped) if skipped else self.words

    @cached_property
    def figures(self) -> tuple[figures.Figure, ...]:
        """The figures printed in it, in order."""
        return figures.figures(self.words, self.language)

    @cached_property
    def in_figures(self) -> frozenset[int]:
        """Which words are of a figure."""
        return frozenset(i for figure in self.figures for i in range(figure.first, figure.last))

    def values(self, kind: FigureKind) -> frozenset[float]:
        """The values of a kind that it tells, attribution apart."""
        told = (each for each in self.figures if each.kind == kind and each.first not in self.attribution)
        return frozenset(each.low for each in told)

    @cached_property
    def tallies(self) -> tuple[tally.Tally, ...]:
        """Who is counted in it as a whole, by class, each class once."""
        return tally.tallies(self.words, self.figures, self.language)

    @cached_property
    def names(self) -> tuple[names.Name, ...]:
        """The proper names in it, in order."""
        return names.names(self.words, self.language)

    @cached_property
    def attribution(self) -> frozenset[int]:
        """Which words only say who says it."""
        return speech.attributed(self.text, self.words, self.language)

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """The words `[first, last)` of each quotation that is more than an expression."""
        return speech.quoted(self.text, self.words)

    @cached_property
    def negations(self) -> tuple[int, ...]:
        """Which words deny."""
        return denials.negations(self.words, self.language)

    @cached_property
    def rank(self) -> claims.Rank | None:
        """The claim to be the first, the only or one of several, if it makes one."""
        return claims.rank(self.text, self.language)

    @cached_property
    def print(self) -> str:
        """What two prints of one sentence have in common; see `folded`."""
        return folded(self.text)


def _form(word: Word) -> str:
    return word.stem or word.lower


Statements = Callable[[int], Statement]
"""From a row of the table to its statement; the caller caches."""


def read(text: str, *, language: str | None, stem: Stem) -> Statement:
    """A sentence made ready. stem: from a word in lower case to its term, "" if it carries no content."""
    return Statement(text, language, stem)


@lru_cache(maxsize=1 << 14)  # every pick asks it of all sentences about as long
def folded(text: str) -> str:
    """Letters and digits alone, in lower case: what survives white space, quotes and encoding damage.

    >>> folded("“It’s  over,” he said.") == folded('"Its over", he said')
    True
    >>> folded("1.5 million"), folded("15 million")
    ('1.5million', '15million')
    """
    lower = text.casefold()
    if not lower.isascii():
        for mark in _COMMON_MARKS:
            lower = lower.replace(mark, "")
    if not lower.isascii():
        return _LOOSE_STOP.sub("", _UNPRINTED.sub("", lower))
    printed = lower.encode("ascii").translate(None, _UNPRINTED_ASCII)
    letters = printed.translate(None, b".,")  # all there is, where no digit can hold a stop between two
    return letters.decode("ascii") if letters.isalpha() else _LOOSE_STOP.sub("", printed.decode("ascii"))


_COMMON_MARKS = "“”‘’—–…"  # that are all there is beyond ASCII in most texts with any
_UNPRINTED = re.compile(r"[^\w.,]+|_+")
_UNPRINTED_ASCII = bytes(code for code in range(128) if not (chr(code).isalnum() or chr(code) in ".,"))
_LOOSE_STOP = re.compile(r"[.,](?!(?<=\d.)\d)")  # one that is not inside a number
