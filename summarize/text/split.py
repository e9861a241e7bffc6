"""Where sentences begin and end: exact spans, in reading order, offline, for any script.

First paragraphs (`paragraphs`), then end marks: each is looked at once, with a bounded look to
either side, so that the time is linear whatever the text. Rules, not weights: what a language has of
its own is a list of words in `abbreviations`. What is left between two spans is white space, or the
lone letter that a broken no-break space left behind. Whether a unit may be quoted `clean` says.
Measured by `make boundaries`; what was tried is in docs/decisions/0003.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from summarize.model import Document, Span
from summarize.text.abbreviations import LETTERS, TABLE, Words, listed, words
from summarize.text.paragraphs import blocks, trimmed

__all__ = ["blocks", "likely_language", "sentences", "split"]

# Marks that end a sentence with or without white space after them: CJK, Indic, Khmer, Burmese,
# Ethiopic (also typed as two word separators), Tibetan, Arabic, Armenian, Mongolian.
FULL = "。！？｡।॥។៕။።፧༎؟۔։᠃"
# Marks that end a sentence only behind a letter of one script: Greek ";" asks, Armenian ":" stops.
LOCAL = {";": ("\u0370", "\u1fff"), "\u037e": ("\u0370", "\u1fff"), ":": ("\u0531", "\u058f")}

CLOSERS = r"""(?:''|["'”’»›)\]}）］｝」』】》〉]|[“«`](?!\w)
    |[ \u00a0\u202f](?:»(?=[\s,.;])|["»”]\Z|(?:''|[)\]])(?!\S))
    |\[\d{1,3}\]|&(?:\#39|\#34|quot|apos|rdquo|raquo);)*"""
# "08/16/2000 03:48 PM": in forwarded mail it stands between a name and what was written.
STAMP = r"\d?/\d{1,2}/\d{2,4}\ \d{1,2}:\d\d(?::\d\d)?(?:\ [AP]M)?"  # behind its first digit
# One character that may begin a mark comes first, so that `re` skips all others; what is rare has a list of
# its own, asked for only where one of `SIGNS` stands.
COMMON = rf"[.!?…‥{FULL}፡;:\u037e)\]=*_~-]"
RARE = r"h(?=t)|w(?=w)|@|\s(?=\d)|\d"
SIGNS = ("/", "@", "www.")
KINDS = rf"""(?:(?P<stop>(?<=[.!?…‥])[.!?…‥]*){CLOSERS}
    |(?P<full>(?<=[{FULL}])[{FULL}]*|(?<=፡)፡){CLOSERS}
    |(?P<local>(?<=[;:\u037e])){CLOSERS}
    |(?P<link>(?:(?<=h)ttps?://|(?<=w)ww\.)\S{{0,2000}}[\w/])
    |(?P<mail>(?<=[\w.]@)[\w.-]{{1,200}}\w>?)
    |(?P<header>(?<=\s)(?=\d{STAMP}))
    |(?P<stamp>(?<=\d){STAMP})
    |(?P<bracket>(?<=[)\]]))
    |(?P<line>(?<=[=*_~-])(?<![\w=*_~-].)[=*_~-]{{4,}})(?=\s))"""
# Thai and Lao write no end marks: any space between their letters may be one.
SPACE = r"(?P<space>(?<=[\u0e01-\u0eff])[ \u00a0]+(?=[\u0e01-\u0eff]))"
THAI = re.compile("[\u0e01-\u0eff]")
NEXT = re.compile(r"\s*(?P<open>[\"'“”‘’«‹„‚`(\[{¿¡「『（*_#$€£–—-]{0,6}\s?)(?P<word>\w{1,30})?")
LINK = re.compile(r"\s*(?:https?://|www\.)")
NUMBERING = re.compile(r"\d+|[IVX]+")
ACRONYM = re.compile(rf"(?:[^\W\d_]\.)+[^\W\d_]|(?:(?:{LETTERS})[.॰])+(?:{LETTERS})")

DASHES, DATELINE = frozenset("_-–—"), 60  # characters of a place with its state
LEFT = 24  # characters looked at before a full stop; longer abbreviations are none
THAI_SENTENCE = 80  # characters after which a space ends one; chosen by eye
STRAYS = frozenset("ΒÂ")  # what UTF-8 C2 A0, a no-break space, leaves when read as cp1253 or Latin-1
SPEECH = frozenset({"said", "says", "asked", "asks", "added", "wrote", "told", "replied", "answered"})
DOMAINS = frozenset({"com", "org", "net", "edu", "gov", "info", "io", "co", "uk", "de", "fr", "js", "tv"})


def sentences(document: Document) -> tuple[Span, ...]:
    """Spans of a document's sentences in reading order.

    Headings, captions, list items and bylines are units of their own. No span begins or ends with
    white space; none is empty. The language is the document's, else it is read off the text.

    >>> [span.of("One. Two.") for span in sentences(Document.from_text("One. Two."))]
    ['One.', 'Two.']
    """
    return split(document.text, language=document.language)


def split(text: str, *, language: str | None = None) -> tuple[Span, ...]:
    """Spans of the sentences of a text; `language` is a BCP 47 primary tag, None reads it off the text.

    >>> [span.of("Dr. Ito left. Why?") for span in split("Dr. Ito left. Why?", language="en")]
    ['Dr. Ito left.', 'Why?']
    """
    return tuple(_cut(text, words(language or likely_language(text))))


def likely_language(text: str) -> str | None:
    """The language whose commonest words the head of a text holds most; None if it holds few.

    Good enough to choose a list of abbreviations; what a document is written in is for `language`.
    """
    head = text[:4000].lower().split()
    score, language = max((sum(map(words(tag).starters.__contains__, head)), tag) for tag in TABLE)
    return language if score * 10 > len(head) else None


def _cut(text: str, known: Words) -> Iterator[Span]:
    for block in blocks(text):
        start = block.start
        for mark in _marks(text, block):
            ends = RULES[str(mark.lastgroup)]
            if mark.end() < block.end and ends(_Place.of(text, start, mark, block.end, known)):
                if span := trimmed(text, start, mark.end()):
                    yield span
                start = _skip_space(text, _skip_stray(text, mark.end()))
        if span := trimmed(text, start, _before_stray(text, block.end)):
            yield span


def _marks(text: str, block: Span) -> Iterator[re.Match[str]]:
    """What in a block may end a sentence, in order."""
    rare = any(text.find(sign, block.start, block.end) >= 0 for sign in SIGNS)
    spaces = not text.isascii() and THAI.search(text, block.start, block.end) is not None
    return _pattern(rare, spaces).finditer(text, block.start, block.end)


@cache
def _pattern(rare: bool, spaces: bool) -> re.Pattern[str]:
    first = rf"(?:{COMMON}|{RARE})" if rare else COMMON
    return re.compile((f"{SPACE}|" if spaces else "") + first + KINDS, re.VERBOSE)


def _skip_stray(text: str, at: int) -> int:
    return at + 1 if text[at] in STRAYS and text[at + 1 : at + 2].isspace() else at


def _before_stray(text: str, end: int) -> int:
    return end - 1 if text[end - 1] in STRAYS and text[end - 2 : end - 1] in {*'.!?"”'} else end


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


class _Place(NamedTuple):
    """Where a sentence that begins at `start` may end: behind `mark`, closing quotes included.

    at: where what follows begins. opened: brackets and quotes before `word`, which is "" where no
    word follows. after: the character behind that, "" at the end of the block.
    """

    text: str
    start: int
    mark: re.Match[str]
    at: int
    opened: str
    word: str
    after: str
    known: Words

    @classmethod
    def of(cls, text: str, start: int, mark: re.Match[str], limit: int, known: Words) -> _Place:
        at = _skip_stray(text, mark.end())
        coming = NEXT.match(text, at, limit)
        assert coming is not None  # every part of NEXT is optional
        after = text[coming.end() : coming.end() + 1] if coming.end() < limit else ""
        opened, word = coming.group("open", "word")
        return cls(text, start, mark, at, opened, word or "", after, known)

    @property
    def last(self) -> str:
        """The word before the mark, as far as LEFT reaches; "" if white space stands there."""
        left = self.text[max(self.start, self.mark.start() - LEFT) : self.mark.start()]
        return left.split()[-1].lstrip("\"'“”‘’«‹„‚([{¿¡") if left and not left[-1].isspace() else ""

    @property
    def abbreviated(self) -> bool:
        """Whether the word before the mark is on the language's lists, or of letters with stops."""
        known = listed(self.last, self.known.titles) or listed(self.last, self.known.others)
        return known or ACRONYM.fullmatch(self.last) is not None

    @property
    def starter(self) -> bool:
        """Whether the word that follows is one that begins sentences, and no initial."""
        return self.word[:1].isupper() and self.word.lower() in self.known.starters and self.after != "."


def _full_ends(place: _Place) -> bool:
    return place.text[place.mark.end()] not in "，、,；：と。！？"


def _link_ends(place: _Place) -> bool:
    """An address ends its unit before another address or a word that begins sentences."""
    if not place.text[place.at].isspace():
        return False
    return LINK.match(place.text, place.at) is not None or place.starter


def _mail_ends(place: _Place) -> bool:
    return place.text[place.at].isspace() and place.word[:1].isupper()


def _header_ends(place: _Place) -> bool:
    """A time stamp opens a unit, unless a word leads to it: "on 08/16/2000 03:48 PM"."""
    before = place.text[max(place.start, place.mark.start() - LEFT) : place.mark.start()].split()
    return bool(before) and not before[-1].islower()


def _bracket_ends(place: _Place) -> bool:
    """A bracket ends its unit before a word that begins sentences: a credit, a caption, a dateline."""
    if place.opened or not place.text[place.at].isspace() or place.mark.start() - place.start < 4:
        return False  # "(a) The mill" numbers an item
    return place.starter and place.word != "I"


def _local_ends(place: _Place) -> bool:
    """Greek and Armenian marks; elsewhere a semicolon ends an item before a word that begins sentences."""
    text, at = place.text, place.mark.start()
    low, high = LOCAL[text[at]]
    if low <= text[at - 1] <= high:
        return not place.word[:1].islower()
    return text[at] == ";" and place.starter and place.word != "I" and "&" not in text[max(0, at - 8) : at]


def _stop_ends(place: _Place) -> bool:
    if place.at == place.mark.end() and not place.text[place.at].isspace():
        return _glued(place)
    if place.opened[:1] in DASHES and place.abbreviated and place.mark.start() - place.start < DATELINE:
        return False  # "PORT ELM, Fla. _ The ferry"
    if not place.word:
        return place.opened[-1:] in ("[", "(") or place.after not in ".,;:!?/)%&=<|…"
    if _is_small(place.word[0]):
        return _lower_start(place)
    if place.text[place.mark.start()] == "." and not place.mark["stop"]:
        return _full_stop_ends(place)
    return not (place.mark.group()[-1] in "\"”’'" and _speech_follows(place))


def _glued(place: _Place) -> bool:
    """Whether "organisations.The" is two sentences; "node.js", "example.Com" and "U.S.A" are not."""
    text, at, end = place.text, place.mark.start(), place.mark.end()
    if text[at] in "!?" and _uncased(text[at - 1]) and _uncased(text[end]):
        return True
    if not (text[at - 2 : at].isalpha() and text[at - 1].islower() and text[end].isupper()):
        return False
    token = text[max(place.start, at - LEFT) : at].split()[-1] + text[end : end + LEFT].split()[0]
    return (
        (len(place.word) > 1 or place.starter)
        and place.word.lower() not in DOMAINS
        and not place.abbreviated
        and not any(sign in token for sign in "@/:")
    )


def _uncased(letter: str) -> bool:
    return letter.isalpha() and letter.lower() == letter.upper()


def _is_small(letter: str) -> bool:
    """Whether a letter is the small one of two; Georgian ones are called so and begin sentences."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


def _lower_start(place: _Place) -> bool:
    """Whether a sentence begins in lower case: an address does, and so do those of careless writers."""
    if LINK.match(place.text, place.at):
        return True
    if place.opened.strip() or not place.known.starters:
        return False
    stop, last = place.mark.group(), place.last
    careless = place.text[place.start].islower()
    if not stop.strip("?!"):
        return careless or stop[0] == "?" or last.islower()
    if stop != "." or len(last) < 2 or not last.isalpha() or place.abbreviated:
        return False
    return careless or (last.islower() and (len(last) > 3 or last in place.known.starters))


def _full_stop_ends(place: _Place) -> bool:
    last, known = place.last, place.known
    initial = (len(last) == 1 and last.isalpha()) or ACRONYM.fullmatch(last) is not None
    if listed(last, known.titles):
        return False
    if place.mark.start() - len(last) == place.start and (initial or NUMBERING.fullmatch(last)):
        return False  # "1. Oslo", "IV. Of the mill", "P.S. I forgot"
    if listed(last, known.numeric) and place.word[0].isdigit():
        return False
    if initial or listed(last, known.others) or (last and re.fullmatch(known.ordinal, last)):
        return place.starter
    return True


def _speech_follows(place: _Place) -> bool:
    return any(part.strip(".,:") in SPEECH for part in place.text[place.at : place.at + 40].split()[1:3])


RULES: dict[str, Callable[[_Place], bool]] = {
    "stop": _stop_ends,
    "full": _full_ends,
    "mail": _mail_ends,
    "header": _header_ends,
    "stamp": _mail_ends,
    "bracket": _bracket_ends,
    "local": _local_ends,
    "link": _link_ends,
    "line": lambda place: True,
    "space": lambda place: place.mark.start() - place.start >= THAI_SENTENCE,
}
