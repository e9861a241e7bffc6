"""Abbreviations that a digest uses before it says what they stand for, and who does say.

A source introduces one as "International Atomic Energy Agency (IAEA)" or the other way round; the words
are found by their initials, as Schwartz & Hearst 2003 [schwartz03abbreviations] find them, more strictly:
every word that is not small has its initial in the abbreviation. Where capitals are not written there is
nothing to find. What everybody knows (`EVERYDAY`) is not looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from summarize.model import SentenceTable, Span

# Written from general knowledge of newspapers, which do not spell these out.
_KNOWN = """
    US USA UK UN EU TV DVD CD PC ID OK AM PM CEO VIP GPS DNA HIV AIDS NATO NASA FBI CIA BBC CNN AP AFP UNO
    GMT UTC SMS PDF USB UFO ONU OTAN UE EEUU USD EUR SUV LED OSN ČR США ООН ЕС РФ СССР ТВ ΗΠΑ ΕΕ ΟΗΕ
"""
EVERYDAY = frozenset(_KNOWN.split())

_USED = re.compile(r"(?<![\w.&])([^\W\d_]{2,6}?)s?(?![\w&]|\.\w)")
_TWO_CAPITALS = re.compile(r"[^\W\d_a-z]{2}")  # at least: some small letters pass as well
_WORD = re.compile(r"[^\W\d_]+")
# "(IAEA)", "(the “IAEA”)", "(IAEA, …)"; what is in parentheses, for the other way round.
_IN_PARENTHESES = re.compile(r"\(\s?(?:the\s)?[\"“„«]?([^\W\d_]{2,6}?)s?[\"”“»]?\s?[),;]")
_SPELT_OUT = re.compile(r"(?<![\w.&])([^\W\d_]{2,6}?)s?\s\(\s?([^()]{5,120}?)\s?\)")
# What may stand between two words of one name.
_BETWEEN = re.compile(r"[\s\-‐‑–’',&/]{1,3}")
_SMALL = 4  # letters of a word that an abbreviation may pass over: "für", "para", "with"
_NEVER = -99
_COMPOUND = 10  # letters of a word that may be all there is: "Bundesnachrichtendienst (BND)"


class Introduction(NamedTuple):
    """Where a text says what an abbreviation stands for: the span of the words."""

    short: str
    span: Span


class Expansion(NamedTuple):
    """What a line's abbreviation stands for: the row that says it, the span of the words in its document."""

    short: str
    row: int
    span: Span


def used(text: str) -> dict[str, Span]:
    """The abbreviations of a text that not everybody knows, each with its first place.

    None in a text written in capitals.

    >>> used("The IAEA told the BBC that two NGOs had left.")
    {'IAEA': Span(start=4, end=8), 'NGO': Span(start=31, end=34)}
    """
    found: dict[str, Span] = {}
    if not _TWO_CAPITALS.search(text):
        return found
    for match in _USED.finditer(text):
        if match[1].isupper() and match[1] not in EVERYDAY:
            found.setdefault(match[1], Span(*match.span(1)))
    capitals = sum(map(str.isupper, text))
    return found if 2 * capitals < sum(map(str.isalpha, text)) else {}


def introduced(text: str) -> Iterator[Introduction]:
    """What a text says of its abbreviations, in order.

    >>> list(introduced("The World Health Organization (WHO) met."))
    [Introduction(short='WHO', span=Span(start=4, end=29))]
    """
    if "(" not in text:
        return
    for match in _IN_PARENTHESES.finditer(text):
        words = _before(text, match.start(), 2 * len(match[1]) + 5) if match[1].isupper() else []
        for first in range(len(words) - 1, -1, -1):
            if _spells(words[first:], match[1]):
                yield Introduction(match[1], Span(words[first].start(), words[-1].end()))
                break
    for match in _SPELT_OUT.finditer(text):
        words = list(_WORD.finditer(text, *match.span(2)))
        if match[1].isupper() and words and _spells(words, match[1]):
            yield Introduction(match[1], Span(words[0].start(), words[-1].end()))


def expansions(
    rows: Sequence[int], contexts: Sequence[Sequence[int]], table: SentenceTable
) -> tuple[tuple[Expansion, ...], ...]:
    """For each line, in reading order, what it abbreviates and neither it nor a line above spells out.

    contexts: for each, the rows shown before it, which spell out as well (`openings.contexts`). Taken from
    the line's own document, else from others of its language, unless they disagree. Each abbreviation once.
    """
    known: set[str] = set()
    said = ""
    found = []
    for row, context in zip(rows, contexts, strict=True):
        for shown in (*context, row):
            known |= {each.short for each in introduced(table.text(shown))}
            said += " " + _folded(table.text(shown))
        wanted = [short for short in used(table.text(row)) if short not in known]
        mine = [each for each in (_expansion(short, row, table) for short in wanted) if each]
        known |= {each.short for each in mine}
        found.append(tuple(each for each in mine if _long(each, table) not in said))
    return tuple(found)


def _expansion(short: str, row: int, table: SentenceTable) -> Expansion | None:
    own = int(table.document[row])
    language = table.documents[own].language
    said = [
        Expansion(short, place, Span(start + each.span.start, start + each.span.end))
        for place in _holding(short, table)
        if table.documents[table.document[place]].language == language
        for start in [int(table.start[place])]
        for each in introduced(table.text(place))
        if each.short == short
    ]
    here = [each for each in said if table.document[each.row] == own]
    if here:
        return here[0]
    # Beginnings of words, for they are inflected.
    meanings = {tuple(word[:4] for word in _long(each, table).split()) for each in said}
    return said[0] if len(meanings) == 1 else None


def _holding(short: str, table: SentenceTable) -> Iterator[int]:
    """Rows that may be quoted and hold an abbreviation beside a parenthesis."""
    first = np.searchsorted(table.document, np.arange(len(table.documents) + 1)).tolist()
    for place, document in enumerate(table.documents):
        if short in document.text and "(" in document.text:
            for row in range(first[place], first[place + 1]):
                if table.eligible[row] and short in (text := table.text(row)) and "(" in text:
                    yield row


def _long(found: Expansion, table: SentenceTable) -> str:
    return _folded(found.span.of(table.documents[table.document[found.row]].text))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _before(text: str, end: int, most: int) -> list[re.Match[str]]:
    """The last words before a place that nothing but blanks, hyphens and commas parts, in order."""
    words = list(_WORD.finditer(text, max(0, end - 30 * most), end))
    if len(words) > 1 and words[-1][0] == "s" and text[words[-1].start() - 1] in "’'":
        end = words.pop().start() - 1  # "the Organization's (WHO)"
    if not words or text[words[-1].end() : end].strip(" \t\n\"”“»’'"):
        return []
    first = len(words) - 1
    while first and len(words) - first < most:
        if not _BETWEEN.fullmatch(text, words[first - 1].end(), words[first].start()):
            break
        first -= 1
    return words[first:]


def _spells(words: Sequence[re.Match[str]], short: str) -> bool:
    """Whether an abbreviation is made of these words: of each its initial, small ones passed over.

    Letters inside a word may follow its initial ("US Geological Survey"), but initials are half of it.
    """
    initials = _initials([word[0] for word in words], short.lower())
    if len(words) == 1:
        return initials == 1 and len(words[0][0]) >= _COMPOUND
    return 2 * initials >= len(short)


def _initials(words: Sequence[str], letters: str) -> int:
    """The most initials by which words spell letters, the first word not passed over; 0 if they do not."""
    reached: dict[tuple[int, int], int] = {}

    def best(word: int, letter: int) -> int:
        """Of words[word:] and letters[letter:]; negative where they do not."""
        if word == len(words):
            return 0 if letter == len(letters) else _NEVER
        if (word, letter) not in reached:
            small = word > 0 and len(words[word]) <= _SMALL and words[word].islower()
            most = best(word + 1, letter) if small else _NEVER
            for taken in range(1, _held(words[word].lower(), letters[letter:]) + 1):
                most = max(most, 1 + best(word + 1, letter + taken))
            reached[word, letter] = most
        return reached[word, letter]

    return max(best(0, 0), 0)


def _held(word: str, letters: str) -> int:
    """How many of the letters, from the first on, a word holds in order, the first as its initial."""
    if not letters or word[0] != letters[0]:
        return 0
    taken, at = 1, 0
    while taken < len(letters) and (at := word.find(letters[taken], at + 1)) > 0:
        taken += 1
    return taken
