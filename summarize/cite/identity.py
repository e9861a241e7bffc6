"""Another in the place of one: "Lars Moller" for "Anna Moller", Spain for France, the A7 for the A8.

One quotation of two speakers is not one claim; codes ("lot A471", "Route 5") tell which, and not how many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize.cite.coverage import alike
from summarize.cite.names import TITLES, Name, spelt_out
from summarize.cite.speech import SAYING
from summarize.cite.statement import Statement
from summarize.cite.words import Word, heads, word_set

# Where no noun but a name, a mass or an office opens a sentence in the singular without an article.
_ARTICLED = frozenset(("en", "fr", "es", "pt"))
_NO_NAME = ("s", "x", "men", "women", "ed", "ing")
_MANY = word_set("police people crews")

# Short forms of given names; the others begin as the whole name does ("Dan", "Daniel").
_SHORT_FOR = heads(
    "william bill billy will",
    "robert bob bobby",
    "richard dick rick",
    "edward ted ned",
    "theodore teddy",
    "anthony tony",
    "margaret peggy maggie meg",
    "james jim jimmy",
    "john jack johnny",
    "michael mike mick",
    "charles chuck",
    "henry hank harry",
    "lawrence larry",
    "elizabeth liz beth betty lisa",
    "katherine kate katie kathy",
    "joseph joe",
    "thomas tom",
    "stephen steve steven",
)
_BEGINS = 3  # letters that a short form has of the whole name
_ENDINGS = frozenset("aeo")  # of another's name: "Paula", "Anne"; not of its spellings: "Sergei", "Sergey"
_TURNED = word_set("said says added wrote asked explained recalled")  # may stand before who says it
# "A public defender in Santa Clara tells", "the Herald said": a place, or who passes it on.
_NO_SPEAKER = word_set("in of for the from at with by to")


def another_of_the_name(a: Statement, b: Statement) -> bool:
    """Whether A names somebody in full and B another of that surname, or of that given name."""
    full = [name for name in a.names if len(name.parts) > 1]
    told = [name for name in full if name.first not in a.attribution]
    return any(_is_another(name, b) for name in full) or any(_is_other_surname(name, b) for name in told)


def _is_another(name: Name, b: Statement) -> bool:
    namesakes = [other for other in b.names if other.parts[-1] == name.parts[-1]]
    return bool(namesakes) and all(
        len(other.parts) > 1 and not _one_person(name, other) for other in namesakes
    )


def _is_other_surname(name: Name, b: Statement) -> bool:
    """Whether B has the given name with another surname, and not this one: "Rosa Lim", "Rosa Lin"."""
    if name.parts[-1] in b.lower or len(name.parts) != 2:
        return False
    return any(
        len(other.parts) == 2
        and other.parts[0] == name.parts[0]
        and not alike(other.parts[-1], name.parts[-1])
        for other in b.names
    )


def _one_person(x: Name, y: Name) -> bool:
    """Whether a given name of one is one of the other's, an initial of it or short for it."""
    return any(one_given_name(own, other) for own in x.parts[:-1] for other in y.parts[:-1])


def one_given_name(x: str, y: str) -> bool:
    """Whether two given names, in lower case, may be one person's: an initial, a short form, a spelling."""
    short, long = sorted((x, y), key=len)
    if len(short.rstrip(".")) == 1 or x == y:
        return short[0] == long[0]
    if _SHORT_FOR.get(x, x) == _SHORT_FOR.get(y, y):
        return True
    stem = long[: len(short)]
    ends = {short[-1], long[-1]} & _ENDINGS
    another = ends and (long[:-1] in {short, short[:-1]})  # Paul, Paula; Anna, Anne
    return stem[:_BEGINS] == short[:_BEGINS] and not another


def another_opens(a: Statement, b: Statement) -> bool:
    """Whether the one word before the same verb is a name in A and another in B: "France has", "Spain has".

    That it is capitalised tells nothing there; that it has no article does.
    """
    if a.language not in _ARTICLED or a.language != b.language:
        return False
    x, y = _opening(a), _opening(b)
    if x is None or y is None or x[1] != y[1]:
        return False
    if spelt_out(a.words[0], b.words) or spelt_out(b.words[0], a.words):
        return False  # "VW will", "Volkswagen will"
    return x[0] not in b.distinct and y[0] not in a.distinct


def _opening(statement: Statement) -> tuple[str, str] | None:
    """The stems of a sentence's first word, if it stands alone, and of the next one of content."""
    words = statement.words
    if len(words) < 3 or not words[0].stem or words[0].lower.endswith(_NO_NAME) or words[0].lower in _MANY:
        return None
    if words[1].gap != " " or words[1].capitalised:
        return None
    return words[0].stem, next((word.stem for word in words[1:] if word.stem), "")


def other_speaker(a: Statement, b: Statement) -> bool:
    """Whether both quote, each names who speaks right beside the verb, and these have no name in common."""
    if a.language != "en" or not (a.quotations and b.quotations):
        return False
    own, theirs = list(_speakers(a)), list(_speakers(b))
    return bool(own and theirs) and not any(_one_speaker(x, y) for x in own for y in theirs)


def _one_speaker(x: frozenset[str], y: frozenset[str]) -> bool:
    return not x.isdisjoint(y) or any(alike(part, other) for part in x for other in y)


def _speakers(statement: Statement) -> Iterator[frozenset[str]]:
    """The stems of each name that stands right before a verb of saying, or right behind it."""
    words = statement.words
    inside = {i for first, last in statement.quotations for i in range(first, last)}
    for i, word in enumerate(words):
        if word.lower not in SAYING or i in inside:
            continue
        first = i
        while first and first - 1 not in inside and words[first].joined and words[first - 1].capitalised:
            first -= 1
        passed_on = first and words[first].gap == " " and words[first - 1].lower in _NO_SPEAKER
        if (parts := _parts(words[first:i])) and not passed_on:
            yield parts
        last = i + 1
        while last < len(words) and last not in inside and words[last].joined and words[last].capitalised:
            last += 1
        if word.lower in _TURNED and (parts := _parts(words[i + 1 : last])):
            yield parts


def _parts(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.stem and word.lower not in TITLES)


def another_code(a: Statement, b: Statement) -> bool:
    """Whether B does not name a code of A, or gives another number to what A numbers."""
    own = frozenset(_codes(a))
    return bool(own and not own.issubset(_codes(b))) or _renumbered(a, b)


def _codes(statement: Statement) -> Iterator[str]:
    """What letters and digits in one word spell, in lower case: "H5N1" is "h5n1", "Covid-19" "covid19"."""
    words = statement.words
    known = {figure.first for figure in statement.figures}
    for i, (letters, digits) in enumerate(pairwise(words)):
        glued = digits.gap in {"", "-"} and digits.text.isdecimal() and i + 1 not in known
        if glued and letters.capitalised and (not i or letters.gap not in {"", "-"}):
            last = i + 2
            while last < len(words) and words[last].gap == "" and words[last].text.isalnum():
                last += 1
            yield "".join(word.lower for word in words[i:last])


def _renumbered(a: Statement, b: Statement) -> bool:
    """Whether a number that tells which is another in B: "Route 5", "Route 7"."""
    known = a.in_figures
    told: dict[str, set[str]] = {}
    for i, label in _labels(a):
        if a.words[i].capitalised and a.words[i].stem and i + 1 not in known and i not in a.attribution:
            told.setdefault(label, set()).add(a.words[i + 1].text)
    if not told:
        return False
    others: dict[str, set[str]] = {}
    for i, label in _labels(b):
        others.setdefault(label, set()).add(b.words[i + 1].text)
    return any(label in others and numbers.isdisjoint(others[label]) for label, numbers in told.items())


def _labels(statement: Statement) -> Iterator[tuple[int, str]]:
    """Where a word stands right before a bare number, and which word."""
    return (
        (i, word.lower)
        for i, (word, number) in enumerate(pairwise(statement.words))
        if number.gap == " " and number.text.isdecimal() and word.text[0].isalpha()
    )
