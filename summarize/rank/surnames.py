"""Persons whom a digest names by surname alone, and where their paper gives the full name.

A paper introduces "Daniel White" and goes on with "White"; a digest quotes a later sentence. No list of
names is kept: who is a person is told from how the documents write the words, and where they allow of two
readings nothing is said. Where capitals are not written there is nothing to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from summarize.model import SentenceTable, Span
from summarize.rank.acronyms import Expansion

# Most small letters are told apart here, the rest by `_is_name`.
_CAPITALISED = re.compile(r"(?<![\w'’.@&/-])[^\W\d_a-z](?:[^\W\d_]|[-'’](?=[^\W\d_]))+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_CLITIC = re.compile(r"['’](?:s|m|d|t|re|ll|ve)$")
_JOINED = ("-", "'", "’")
_BLANK = (" ", "\u00a0")
_OPENING = "\"“‘«„‚'("

# All written from general knowledge of newspapers. What stands before a name and is no part of it:
_BEFORE_NAMES = """
    mr mrs ms miss dr prof professor sir lady lord dame rev father sister brother president vice prime
    minister premier chancellor senator sen sens representative rep reps congressman congresswoman
    governor gov mayor judge justice chief general gen colonel col captain capt major maj lieutenant lt
    sergeant sgt officer detective inspector agent deputy sheriff constable commissioner secretary
    director attorney prosecutor ambassador king queen prince princess pope cardinal archbishop bishop
    imam sheikh ayatollah coach doctor private pvt corporal cpl admiral adm commander pastor councilman
    councilwoman spokesman spokeswoman chairman hurricane storm mount lake saint st san santa new north
    south east west herr herrn frau präsident präsidentin kanzler kanzlerin bundeskanzler
    bundeskanzlerin ministerin ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin
    sprecher sprecherin richter richterin m mm mme mlle monsieur madame maître président présidente
    ministre maire juge señor señora sr sra don doña presidente presidenta ministro ministra alcalde
    juez pan pana panu paní prezident prezidenta premiér premiéra ministr ministra κ κος κυρία πρόεδρος
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december
"""
_TITLES = frozenset(_BEFORE_NAMES.split())
_IN_NAMES = "de del della di do dos da das du van von der den ter ten bin bint ibn ben al el y"
_PARTICLES = frozenset(_IN_NAMES.split())
_AND = ("and", "&", "und", "et", "y", "e", "i", "a", "og", "och", "en", "και", "и")
# What a person does not follow: "in Ferguson", "the Heat".
_PLACED = "in at near across throughout outside inside bei nahe à en au aux v ve"
_ARTICLES = """
    the a an this that these those some many most all no every each any his her its their our my your
    der die das dem den des ein eine einen einem einer eines le la les un une du des el los las una
"""
_AT_PLACES = frozenset(_PLACED.split())
_NO_PERSON = frozenset(_ARTICLES.split()) | _AT_PLACES
_MOST = 3  # words of a given name; more are a headline
_REACH = 60  # characters before a surname within which the word before another begins


class _Full(NamedTuple):
    """A surname with what stands before it: the given names and the span of all.

    doubtful: another given name shares the surname, "Ann and Paul Quill", or it is a thing, "the Miami Heat".
    """

    given: frozenset[str]
    span: Span
    doubtful: bool


def introductions(
    rows: Sequence[int], contexts: Sequence[Sequence[int]], table: SentenceTable
) -> tuple[tuple[Expansion, ...], ...]:
    """For each line, in reading order, whom it names by surname where nothing above gives the full name.

    contexts: for each, the rows shown before it (`openings.contexts`). Taken from what the line's own
    document says before it, unless some document of the bundle gives that surname to somebody else.
    Each surname once.
    """
    said = ""
    known: set[str] = set()
    found = []
    for row, context in zip(rows, contexts, strict=True):
        said = "\n".join((said, *(table.text(shown) for shown in (*context, row))))
        new = [surname for surname in alone(table.text(row)) if _straight(surname) not in known]
        wanted = [surname for surname in new if not any(_fulls(said, surname, table))]
        mine = tuple(each for each in (_introduction(surname, row, table) for surname in wanted) if each)
        known |= {_straight(each.short) for each in mine}
        found.append(mine)
    return tuple(found)


def alone(text: str) -> dict[str, Span]:
    """Words of a sentence that may be surnames without a given name, each with its first place.

    >>> alone("the dam is safe, Mr. Cole told Ann Quill in Brennock, and White’s lawyer agreed.")
    {'Cole': Span(start=21, end=25), 'White': Span(start=58, end=63)}
    """
    found: dict[str, Span] = {}
    for match in _CAPITALISED.finditer(text):
        word = match[0].removesuffix("'s").removesuffix("’s")
        if _is_name(word) and _is_alone(text, *match.span()) and not _CLITIC.search(word):
            found.setdefault(word, Span(match.start(), match.start() + len(word)))
    return found


def _introduction(surname: str, row: int, table: SentenceTable) -> Expansion | None:
    """Who a surname is in a row of its document, if only one person of the bundle can be meant."""
    first = _first(surname, row, table)
    if first is None:
        return None
    place, full = first
    text = table.documents[table.document[row]].text
    if not _is_person(surname, text) or any(_alone_somewhere(word, text) for word in full.given):
        return None
    for document in table.documents:
        for other in _fulls(document.text, surname, table):
            if other.doubtful or full.given.isdisjoint(other.given):
                return None
    return Expansion(surname, place, full.span)


def _first(surname: str, row: int, table: SentenceTable) -> tuple[int, _Full] | None:
    """The full name that introduces a surname in the document of a row, before it, where it may be quoted."""
    document = table.document[row]
    text = table.documents[document].text
    for at in _places(text, surname, Span(0, int(table.start[row]))):
        begins = int(np.searchsorted(table.document, document))
        place = begins + int(np.searchsorted(table.start[begins:row], at, "right")) - 1
        if place >= begins and table.eligible[place] and at < table.end[place]:
            full = next(_fulls(text, surname, table, table.span(place)), None)
            return (place, full) if full else None
    return None


def _is_person(surname: str, text: str) -> bool:
    """Whether a document never writes the word as that of a place or a thing."""
    if any(_places(text, surname.lower())):
        return False
    before = [_word_before(text, place).casefold() for place in _places(text, surname)]
    things = sum(word in _NO_PERSON for word in before)
    return not _AT_PLACES.intersection(before) and 2 * things <= len(before)


def _fulls(text: str, surname: str, table: SentenceTable, within: Span | None = None) -> Iterator[_Full]:
    """Where a text, or a stretch of it, gives a surname with a given name."""
    for place in _places(text, surname, within):
        end = place + len(surname)
        if not _goes_on(text, end) and (full := _full(text, place, end, table)):
            yield full


def _full(text: str, place: int, end: int, table: SentenceTable) -> _Full | None:
    """The name that ends with the surname at a place, if given names stand before it."""
    given: set[str] = set()
    first, shared = place, False
    for word, start in _run(text, place):
        if _is_given(word, table) and not (given and _alone_somewhere(word, text)):
            given.add(word)
            first = start
        elif (given and word in _AND) or word not in _PARTICLES:
            shared = word in _AND and _is_single(text, start, table)
            break
    if not given or len(given) > _MOST or text[place:end] in given:
        return None
    thing = _word_before(text, first).casefold() in _NO_PERSON
    return _Full(frozenset(given), Span(first, end), shared or thing)


def _run(text: str, place: int) -> Iterator[tuple[str, int]]:
    """The words right before a place, each with its start, the nearest first; an opening mark ends them."""
    while text[place - 1 : place] in _BLANK and (word := _word_before(text, place)):
        place -= len(word) + 1
        bare = word.lstrip(_OPENING)
        yield bare, place + len(word) - len(bare)
        if bare != word:
            return


def _alone_somewhere(word: str, text: str) -> bool:
    """Whether a text has a word with no name going on behind it, as it has countries and firms."""
    return any(not _goes_on(text, place + len(word)) for place in _places(text, word))


def _is_single(text: str, place: int, table: SentenceTable) -> bool:
    """Whether a given name without a surname stands before a place."""
    run = [_is_given(word, table) for word, _ in islice(_run(text, place), 2)]
    return run == [True] or run == [True, False]


def _is_given(word: str, table: SentenceTable) -> bool:
    """Whether a word may be a given name or its initial: no document writes it small."""
    if _INITIALS.fullmatch(word):
        return word.isupper()
    if not _CAPITALISED.fullmatch(word) or not _is_name(word) or _CLITIC.search(word):
        return False
    small = word.lower()
    return not any(any(_places(document.text, small)) for document in table.documents)


def _places(text: str, word: str, within: Span | None = None) -> Iterator[int]:
    """Where a word stands by itself in a text, or in a stretch of it."""
    start, end = (0, len(text)) if within is None else (within.start, within.end)
    while (at := text.find(word, start, end)) >= 0:
        start = at + len(word)
        if not (
            text[at - 1 : at].isalnum() or text[at - 1 : at] in _JOINED or text[start : start + 1].isalnum()
        ):
            yield at


def _is_name(word: str) -> bool:
    """Whether a word is written as names are: with a capital and small letters, and is no title."""
    return word[:1].isupper() and not word.isupper() and _folded(word) not in _TITLES


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether no name runs into a word or on behind it, and what stands before does not say: no person."""
    if _goes_on(text, end):
        return False
    if start and not text[start - 1].isspace():
        return not text[:start].strip(_OPENING)
    word = _word_before(text, start).lstrip(_OPENING)
    if word[:1].isupper() and (word[-1].isalpha() or _INITIALS.fullmatch(word)):
        return _folded(word) in _TITLES
    return word.casefold() not in _NO_PERSON and not word[-1:].isdigit()


def _goes_on(text: str, end: int) -> bool:
    """Whether a name goes on behind a place."""
    after = text[end : end + 8]
    if after[:1] in _BLANK:
        word = after[1:].split(" ")[0]
        return word[:1].isupper() or word in _PARTICLES or word == "&"
    return after[:1] in ("-", "&", "@")


def _word_before(text: str, place: int) -> str:
    """The word that blanks part from a place, with its marks; "" where none does."""
    before = text[max(0, place - _REACH) : place]
    return before.rsplit(None, 1)[-1] if before[-1:].isspace() and not before.isspace() else ""


def _straight(name: str) -> str:
    """A name as both "O’Mara" and "O'Mara" are written."""
    return name.replace("’", "'")


def _folded(word: str) -> str:
    return word.strip(".").casefold()
