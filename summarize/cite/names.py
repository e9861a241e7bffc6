"""Proper names in a sentence: runs of capitalised words, by the look of them alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.cite.days import ZONES
from summarize.cite.lexicon import CAPITALISE_NOUNS, lexicon
from summarize.cite.words import Word, word_set

TITLES = word_set(
    "mr mrs ms miss dr prof sir president vice prime minister premier chancellor senator sen "
    "representative rep governor gov mayor judge justice chief general gen colonel col captain "
    "capt lt sgt sergeant officer secretary director king queen prince princess pope attorney "
    "ambassador deputy foreign state police department i ok"
)

_SHORTEST = 2  # letters of an abbreviation
_COMPOUND = 10  # letters of a word that is abbreviated by itself: "VW", "BND"


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words `[first, last)`, at characters `[start, end)`.

    parts: its words in lower case, without titles.
    """

    parts: tuple[str, ...]
    first: int
    last: int
    start: int
    end: int


def names(words: Sequence[Word], language: str | None) -> tuple[Name, ...]:
    """The names of a sentence in order. Its first word counts only where the name goes on after it."""
    if language in CAPITALISE_NOUNS:
        return ()
    days = lexicon(language).weekdays.keys() | lexicon(language).months.keys()
    found = (_name(words, first, last, days) for first, last in _runs(words))
    return tuple(name for name in found if name is not None)


def same_person(a: Name, b: Name, *, strict: bool = True) -> bool:
    """Whether two names can be one person's: "Ann Mary Lee" and "Ann Lee", not "Ann Lee" and "Lee"."""
    short, long = sorted((a.parts, b.parts), key=len)
    agree = short[-1] == long[-1] and set(short) <= set(long)
    return agree and (len(short) > 1 or len(long) == 1 or not strict)


def spelt_out(short: Word, words: Sequence[Word]) -> bool:
    """Whether a word is made of the initials of capitalised words in a row, as "ECB" is, or short for one.

    Of two letters only "VW" for a long word: too many words begin with any two.
    """
    letters = short.lower.replace(".", "")
    if not short.text.isupper() or len(letters) < _SHORTEST:
        return False
    if len(letters) > _SHORTEST and letters in "".join(w.lower[0] for w in words if w.capitalised and w.stem):
        return True
    return any(len(w.lower) >= _COMPOUND and w.capitalised and _abbreviates(letters, w.lower) for w in words)


def _abbreviates(letters: str, word: str) -> bool:
    """Whether a word begins with the first of some letters, has the rest in order, and not right behind."""
    rest = iter(word[1:])
    return (
        word[0] == letters[0] and not word.startswith(letters) and all(each in rest for each in letters[1:])
    )


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and words[last].capitalised and (last == first or _goes_on(words[last])):
            last += 1
        if last > first and not (last == first + 1 and _opens(words[first])):
            yield first, last
        first = max(last, first + 1)


def _goes_on(word: Word) -> bool:
    """Whether a name runs on into this word; a nickname in quotes does not end it."""
    return word.joined or (word.gap in {' "', '" ', " “", "” "} and len(word.text) > 1)


def _opens(word: Word) -> bool:
    """Whether a word stands where any word is capitalised: at the start, or after a quote or colon."""
    return word.start == 0 or any(mark in word.gap for mark in '“"‘«:.?!') or not word.stem


def _name(words: Sequence[Word], first: int, last: int, days: frozenset[str] | set[str]) -> Name | None:
    kept = [i for i in range(first, last) if words[i].lower not in TITLES and words[i].lower not in days]
    kept = [i for i in kept if words[i].stem and words[i].lower not in ZONES]
    if not kept:
        return None
    first, last = kept[0], kept[-1] + 1
    parts = tuple(words[i].lower.replace(".", "") for i in kept)
    return Name(parts, first, last, words[first].start, words[last - 1].end)
