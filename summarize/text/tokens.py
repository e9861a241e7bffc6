"""Text to tokens: words, numbers, and pairs of characters where words are not spaced.

Chinese, Japanese, Thai, Lao, Khmer and Burmese put no spaces between words, and Korean none between
a noun and its particles; overlapping pairs of characters serve there as well as segmentation does
[nie00ngrams], and mix with Latin words and numbers in the same text. Time is linear in the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final

_ELISION: Final = frozenset({"fr", "it", "ca", "ga", "eo"})  # l'homme is two words

# Scripts read by pairs of characters, without their digits and punctuation.
_SPACELESS: Final = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecf\u1000-\u103f\u1050-\u109d\u1780-\u17d3\u17d7\u17dc\u17dd"
    "\u3005-\u3007\u3041-\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\U00020000-\U0003ffff"
)
# Signs inside a word that Python's \w leaves out: Indic vowels, joiners, accents that do not compose.
_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0653-\u065f\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0730-\u074a"
    "\u0900-\u0963\u0970-\u0dff\u0f18\u0f19\u0f35\u0f37\u0f39\u0f71-\u0f84\u0f8d-\u0fbc"
    "\u135d-\u135f\u200c\u200d"
)
_NUMBER: Final = r"\d++(?:[.,'٫٬]\d++)+"
_INITIALS: Final = r"[^\W\d_](?:\.[^\W\d_])+(?!\w)"  # U.S., p.m.
# Most words begin with two plain letters, the second small; tried first, they need no other branch.
_TOKEN: Final = re.compile(
    rf"(?=\w)(?:[a-zA-Z][a-z]++[^\W_]*+(?:'[^\W_]++)*|{_NUMBER}|{_INITIALS}|[^\W_]++(?:'[^\W_]++)*)"
)
# Characters that ask for the slower pattern: all from Devanagari on but common punctuation, and
# accents that do not compose. Two plain sets, since Python takes milliseconds to compile a rich one.
_UNUSUAL: Final = re.compile("[^\x00-\u08ff\u2010-\u20ff]")
_LOOSE_ACCENT: Final = re.compile("[\u0300-\u036f]")
# Soft hyphens, direction marks, Arabic and Hebrew vowel points, the Arabic stretching stroke.
_UNSEEN: Final = re.compile(
    "[\u00ad\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670"
    "\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
# U+0092 is what Windows-1252 read as Latin-1 makes of one.
_APOSTROPHES: Final = re.compile("[\u0092`´\u02b9\u02bb\u02bc\u05f3\u2018\u2019\u201b\u2032]")
# All there is beyond ASCII in most texts with any; a quotation mark between Hebrew letters would join them.
_COMMON_MARKS: Final = (("’", "'"), ("‘", "'"), ("“", "*"), ("”", "*"), ("—", "-"), ("–", "-"), ("…", "*"))
_GROUPING_SPACE: Final = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_HEBREW_ACRONYM: Final = re.compile('(?<=[א-ת])["״](?=[א-ת])')


def cut(text: str, code: str) -> list[str]:
    """The tokens of a text in order, in the case they are written in.

    code: of the language; "" leaves out what only some languages do (French elision).

    >>> cut("L’U.S. Navy paie 1,5 million à 東京都", "fr")
    ['L', 'U.S', 'Navy', 'paie', '1,5', 'million', 'à', '東京', '京都']
    """
    text = _prepared(text, code)
    if text.isascii() or not (_UNUSUAL.search(text) or _LOOSE_ACCENT.search(text)):
        return _TOKEN.findall(text)
    found: list[str] = []
    for i, part in enumerate(_spaceless().split(text)):  # every second part is a run without spaces
        found.extend(pairs(part) if i % 2 else _token_with_marks().findall(part))
    return found


def is_spaceless(token: str) -> bool:
    """Whether a token is cut from a script that is read by pairs of characters."""
    return token[0] >= "\u0e01" and _spaceless().match(token) is not None


def pairs(run: str) -> list[str]:
    """The overlapping pairs of a run's characters, vowel and tone signs kept with their letter.

    >>> pairs("東京都"), pairs("東"), pairs("กรุง")
    (['東京', '京都'], ['東'], ['กรุ', 'รุง'])
    """
    # Chinese, Japanese and Korean, composed, have no such signs.
    letters = _clusters(run) if run[0] < "\u3000" else list(run)
    return list(map("".join, pairwise(letters))) or letters


def _prepared(text: str, code: str) -> str:
    """The text with every character in the form tokens are cut from."""
    if not text.isascii():
        for mark, plain in _COMMON_MARKS:
            text = text.replace(mark, plain)
    if not text.isascii():
        # Compatibility comes last: it would take grouping spaces and the acute accent apart.
        text = _GROUPING_SPACE.sub("", unicodedata.normalize("NFC", text))
        text = unicodedata.normalize("NFKC", _APOSTROPHES.sub("'", text))
        text = _UNSEEN.sub("", text)
        if code in ("he", "yi"):
            text = _HEBREW_ACRONYM.sub("", text)
    text = text.replace("`", "'")
    if code in _ELISION:
        text = text.replace("'", " ")
    # Capitals tell nothing where there is nothing else: a headline. "US" alone is still a name.
    headline = text.isupper() and text.count(" ") >= 3 and code != "tr"
    return text.lower() if headline else text


def _clusters(run: str) -> list[str]:
    letters: list[str] = []
    for character in run:
        if letters and unicodedata.category(character)[0] == "M":
            letters[-1] += character
        else:
            letters.append(character)
    return letters


@lru_cache(maxsize=1)
def _token_with_marks() -> re.Pattern[str]:
    word = rf"[^\W_]++(?:[{_MARKS}]++(?:[^\W_]++)?)*+"
    return re.compile(rf"{_NUMBER}|{_INITIALS}|{word}(?:'[^\W_]++)*")


@lru_cache(maxsize=1)
def _spaceless() -> re.Pattern[str]:
    return re.compile(f"([{_SPACELESS}]+)")
