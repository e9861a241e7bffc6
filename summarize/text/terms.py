"""Text to terms: the normalised words by which sentences are compared.

One word, one term, however it is typed: compatibility forms, case, accents (where readers of the
language would fold them), British and American spelling, possessives and inflection are folded.
Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese, which do not put spaces between words (or,
in Korean, not between a word and its particles), are read by overlapping pairs of characters.
Terms are for comparing; what a reader sees is always the source's own characters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

import Stemmer

from summarize.text import spelling

_LISTS: Final = Path(__file__).parent / "stopwords"
_SAME_AS: Final = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ms": "id", "bs": "hr", "sh": "hr"}
_ALGORITHMS: Final = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque",
    "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hr": "serbian",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip
_ELISION: Final = frozenset({"fr", "it", "ca", "ga", "eo"})  # l'homme is two words
_PLAIN_LETTERS: Final = frozenset({"en", "fr", "es", "pt", "it", "ca", "ro", "nl", "id", "el", "ga", "eu"})
_POINT_DECIMAL: Final = frozenset({"en", "ga", "he", "hi", "mr", "ne", "ta", "ur", "zh", "ja", "ko", "th"})
_VARIANTS: Final = {
    "ru": str.maketrans("ё", "е"),
    "tr": str.maketrans("âîû", "aiu"),
    "ar": str.maketrans("أإآٱ", "اااا"),
    "fa": str.maketrans("يىك", "ییک"),
    "ur": str.maketrans("يك", "یک"),
}
_ATTACHED: Final = {"ar": "و", "he": "והשבלמכ"}  # letters written in one with the word after them
_CONJUNCTION_AND_ARTICLE: Final = ("وال", "فال")  # Snowball takes off the other attached letters

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
_TOKEN: Final = re.compile(rf"{_NUMBER}|{_INITIALS}|[^\W_]++(?:'[^\W_]++)*")
_PIECE: Final = rf"(?:[^\W_{_SPACELESS}]++|[{_MARKS}]++)++"
# Characters that ask for the slower pattern: all from Devanagari on but common punctuation, and
# accents that do not compose. Two plain sets, since Python takes milliseconds to compile a rich one.
_UNUSUAL: Final = re.compile("[^\x00-\u08ff\u2010-\u20ff]")
_LOOSE_ACCENT: Final = re.compile("[\u0300-\u036f]")
# Soft hyphens, direction marks, Arabic and Hebrew vowel points, the Arabic stretching stroke.
_UNSEEN: Final = re.compile(
    "[\u00ad\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670"
    "\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_APOSTROPHES: Final = re.compile("[\u0092`´\u02b9\u02bb\u02bc\u05f3\u2018\u2019\u201b\u2032]")
_GROUPING_SPACE: Final = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_HEBREW_ACRONYM: Final = re.compile('(?<=[א-ת])["״](?=[א-ת])')

_LONGEST_WORD = 64  # characters; what is longer is no word (a URL, base64) and is left as it is
_CACHE_SIZE = 1 << 16  # distinct tokens per language, about 15 MB; emptied when full


@dataclass(frozen=True, slots=True)
class Terms:
    """The tokens of a text in order. stems[i] is a term; content[i] is False for a stop word."""

    stems: tuple[str, ...]
    content: tuple[bool, ...]


def extract(text: str, *, language: str | None) -> tuple[str, ...]:
    """The terms that carry content, in order, with repetitions: `analyse` without stop words.

    >>> extract("The government's colours were recognised.", language="en")
    ('govern', 'color', 'recognis')
    """
    terms = analyse(text, language=language)
    return tuple(stem for stem, content in zip(terms.stems, terms.content, strict=True) if content)


def analyse(text: str, *, language: str | None) -> Terms:
    """Every token of a text as a term, stop words too, each marked as content or not.

    language: a BCP 47 tag; None, or one without stemmer or stop list, gives plain folded words.
    Time is linear in the text.
    """
    code = primary(language)
    text = _prepared(text, code)
    lexicon = _lexicon(code)
    if not text.isascii() and (_UNUSUAL.search(text) or _LOOSE_ACCENT.search(text)):
        entries = _entries_of_any_script(text, lexicon)
    else:
        entries = list(map(lexicon.__getitem__, _TOKEN.findall(text)))
    stems, content = zip(*entries, strict=True) if entries else ((), ())
    return Terms(stems, content)


def supported(language: str | None) -> bool:
    """Whether a language has both a stemmer and a stop list here."""
    code = primary(language)
    return _algorithm(code) is not None and bool(stop_words(code))


def primary(language: str | None) -> str:
    """The language part of a tag, lower case, near relatives that share a list as one; "" for None.

    >>> primary("pt-BR"), primary("nb")
    ('pt', 'no')
    """
    code = re.split("[-_]", language or "", maxsplit=1)[0].lower()
    return _SAME_AS.get(code, code)


@lru_cache(maxsize=64)
def stop_words(code: str) -> frozenset[str]:
    """The stop list of a language, folded as tokens are before stemming; empty if there is none."""
    try:
        lines = (_LISTS / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return frozenset()
    return frozenset(
        _folded(word, code) for line in lines if not line.startswith("#") for word in line.split()
    )


def listed() -> tuple[str, ...]:
    """The codes of all languages that have a stop list, sorted."""
    return tuple(sorted(path.stem for path in _LISTS.glob("*.txt")))


class _Lexicon(dict[str, tuple[str, bool]]):
    """Token to (term, content), worked out once per token and language, forgotten when full."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.stop = stop_words(code)
        algorithm = _algorithm(code)
        # Our own cache is in front of it, and holds the finished term.
        self.stemmer = Stemmer.Stemmer(algorithm, 0) if algorithm else None

    def __missing__(self, token: str) -> tuple[str, bool]:
        if len(self) >= _CACHE_SIZE:
            self.clear()
        entry = self[token] = self._entry(token)
        return entry

    def _entry(self, token: str) -> tuple[str, bool]:
        if token[0] >= "\u0e01" and _spaceless_start().match(token):
            return token, not _is_grammar(token, self.stop)
        if len(token) > _LONGEST_WORD:
            return token.casefold(), True
        if token[0].isdecimal() and not any(map(str.isalpha, token)):
            return _number(token, self.code), True
        if "." in token:
            token = token.replace(".", "")
        word = _folded(token, self.code)
        term = self._stem(word)
        return term, len(term) > 1 and not self._is_stop(token, word)

    def _is_stop(self, token: str, word: str) -> bool:
        if word in self.stop:
            # A stop word in capitals, in a text that is not, is a name: US, IT, WHO.
            return not (2 <= len(token) <= 3 and token.isupper())
        return word[0] in _ATTACHED.get(self.code, "") and len(word) > 2 and word[1:] in self.stop

    def _stem(self, word: str) -> str:
        if self.code == "en":
            word = spelling.british_and_american(word)
        elif self.code == "ar" and word[:3] in _CONJUNCTION_AND_ARTICLE:
            word = word[1:]
        elif word.endswith("'s"):
            word = word[:-2]
        if self.stemmer is not None:
            word = self.stemmer.stemWord(word) or word
        if self.code in _PLAIN_LETTERS:
            word = spelling.without_accents(word)
        return word.replace("'", "").replace("\u200c", "") or word


@lru_cache(maxsize=64)
def _lexicon(code: str) -> _Lexicon:
    return _Lexicon(code)


def _algorithm(code: str) -> str | None:
    """The name of a language's Snowball stemmer, if this version of PyStemmer has it."""
    name = _ALGORITHMS.get(code)
    return name if name in Stemmer.algorithms() else None


def _prepared(text: str, code: str) -> str:
    """The text with every character in the form tokens are cut from."""
    if not text.isascii():
        text = _GROUPING_SPACE.sub("", text)
        text = unicodedata.normalize("NFKC", text)
        text = _UNSEEN.sub("", text)
        if code in ("he", "yi"):
            text = _HEBREW_ACRONYM.sub("", text)
    text = _APOSTROPHES.sub("'", text)
    if code in _ELISION:
        text = text.replace("'", " ")
    # Capitals tell nothing where there is nothing else: a headline.
    return text.lower() if text.isupper() and code != "tr" else text


def _folded(token: str, code: str) -> str:
    """A token in the form stop words are listed in: lower case, letter variants as one."""
    if code == "tr":
        token = token.replace("İ", "i").replace("I", "ı").partition("'")[0] or token
    word = token.casefold().replace("i\u0307", "i")
    if code in _VARIANTS:
        word = word.translate(_VARIANTS[code])
    # The English stemmer has no use for accents; others take them as evidence, so stems are folded.
    return spelling.without_accents(word) if code == "en" else word


def _number(token: str, code: str) -> str:
    """A number without grouping marks and with a point: 1,200 is 1200, and 3,5 in German is 3.5."""
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in token)
    digits = digits.replace("٫", ".").replace("٬", "'")
    groups = re.split("[.,']", digits)
    marks = [c for c in digits if c in ".,'"]
    if not marks:
        return digits
    threes = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    decimal = "." if code in _POINT_DECIMAL or not code else ","
    if threes and len(set(marks)) == 1 and (len(marks) > 1 or marks[0] != decimal):
        return "".join(groups)
    if marks[-1] != "'" and marks.count(marks[-1]) == 1:
        return "".join(groups[:-1]) + "." + groups[-1]
    return ".".join(groups)


@lru_cache(maxsize=1)
def _token_of_any_script() -> re.Pattern[str]:
    initials = _INITIALS.replace("_", "_" + _SPACELESS)
    piece = rf"(?:[^\W_{_SPACELESS}]++|[{_MARKS}]++)++"
    return re.compile(rf"{_NUMBER}|{initials}|{piece}(?:'{piece})*|[{_SPACELESS}]++")


@lru_cache(maxsize=1)
def _spaceless_start() -> re.Pattern[str]:
    return re.compile(f"[{_SPACELESS}]")


def _entries_of_any_script(text: str, lexicon: _Lexicon) -> list[tuple[str, bool]]:
    entries: list[tuple[str, bool]] = []
    spaceless = _spaceless_start()
    for token in _token_of_any_script().findall(text):
        if spaceless.match(token):
            pairs = _pairs(token)
            listed = token in lexicon.stop  # a Korean word that carries no content
            entries.extend((pair, False) if listed else lexicon[pair] for pair in pairs)
        else:
            entries.append(lexicon[token])
    return entries


def _pairs(run: str) -> list[str]:
    """The overlapping pairs of characters of a run, vowel and tone signs kept with their letter."""
    # Chinese, Japanese and Korean, composed, have no such signs.
    letters = _clusters(run) if run[0] < "\u3000" else list(run)
    return list(map("".join, pairwise(letters))) or letters


def _clusters(run: str) -> list[str]:
    letters: list[str] = []
    for character in run:
        if letters and unicodedata.category(character)[0] == "M":
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _is_grammar(pair: str, stop: frozenset[str]) -> bool:
    """Whether a pair is listed, made of listed characters, or all hiragana (Japanese endings)."""
    if pair in stop or all(character in stop for character in pair):
        return True
    return all("\u3041" <= character <= "\u309f" for character in pair)
