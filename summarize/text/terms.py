"""Text to terms: the normalised words by which sentences are compared.

One word, one term, however it is typed: compatibility forms, case, accents (where readers of the
language would fold them), British and American spelling, possessives and inflection are folded
(Snowball stemmers [porter01snowball]). Terms are for comparing; what a reader sees is always the
source's own characters.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress, count
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import Stemmer
from numpy.typing import NDArray

from summarize.text import spelling, tokens

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
_PLAIN_LETTERS: Final = frozenset({"en", "fr", "es", "pt", "it", "ca", "ro", "nl", "id", "el", "ga", "eu"})
_POINT_DECIMAL: Final = frozenset(
    {"", "en", "ga", "he", "hi", "mr", "ne", "ta", "ur", "zh", "ja", "ko", "th"}
)
_VARIANTS: Final = {
    "ru": str.maketrans("ё", "е"),
    "tr": str.maketrans("âîû", "aiu"),
    "ar": str.maketrans("أإآٱ", "اااا"),
    "fa": str.maketrans("يىك", "ییک"),
    "ur": str.maketrans("يك", "یک"),
}
_ATTACHED: Final = {"ar": "و", "he": "והשבלמכ"}  # letters written in one with the word after them
_CONJUNCTION_AND_ARTICLE: Final = ("وال", "فال")  # Snowball takes off the other attached letters

_LONGEST_WORD = 64  # characters; what is longer is no word (a URL, base64) and is left as it is
_CACHE_SIZE = 1 << 16  # distinct tokens per language, about 15 MB; emptied when full
_STEMS = 1 << 14  # words per language, some 2 MB; the citations ask for the same again and again


class Terms(NamedTuple):  # made for every sentence, and the cheapest there is
    """The tokens of a text in order. stems[i] is a term; content[i] is False for a stop word.

    plain[i] is the same word in no language: folded, and neither stemmed nor respelt.
    """

    stems: tuple[str, ...]
    content: tuple[bool, ...]
    plain: tuple[str, ...]

    def telling(self) -> tuple[str, ...]:
        """The terms that carry content, in order."""
        return tuple(compress(self.stems, self.content))


def extract(text: str, *, language: str | None) -> tuple[str, ...]:
    """The terms that carry content, in order, with repetitions: `analyse` without stop words.

    >>> extract("The government's colours were recognised.", language="en")
    ('govern', 'color', 'recognis')
    """
    return analyse(text, language=language).telling()


def analyse(text: str, *, language: str | None) -> Terms:
    """Every token of a text as a term, stop words too, each marked as content or not.

    language: a BCP 47 tag; None, or one without stemmer or stop list, gives plain folded words.
    Time is linear in the text.
    """
    code = primary(language)
    return look_up(tokens.cut(text, code), code)


def look_up(written: Sequence[str], code: str) -> Terms:
    """What `analyse` finds, from the tokens themselves (`tokens.cut`). code: `primary` of the language."""
    return _columns(list(map(_lexicon(code).__getitem__, written)))


@dataclass(frozen=True, slots=True, eq=False)
class Numbered:
    """The tokens of n texts as numbers, so that a word is looked up once however often it stands there.

    starts: (n + 1,) where each text begins among all t tokens, which follow in order. stem: (t,) which of
    `stems` is a token's term; those that carry content somewhere come first, as they appear. content: (t,)
    bool, False for a stop word. plain: (t,) equal where words are the same in no language: folded, and
    neither stemmed nor respelt.
    """

    starts: NDArray[np.int64]
    stem: NDArray[np.int32]
    stems: tuple[str, ...]
    content: NDArray[np.bool_]
    plain: NDArray[np.int32]

    def telling(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The terms that carry content, as in `stem`, and where each text begins among them."""
        starts = np.concatenate(([0], np.cumsum(self.content)))[self.starts]
        return self.stem[self.content], starts


def number(texts: Sequence[str], languages: Sequence[str | None]) -> Numbered:
    """What `analyse` finds in many texts, by the number of each distinct token of a language."""
    fresh = count().__next__
    known: dict[str, defaultdict[str, int]] = {}
    token = array("i")
    starts = [0]
    for text, language in zip(texts, languages, strict=True):
        code = primary(language)
        if code not in known:
            known[code] = defaultdict(fresh)
        token.extend(map(known[code].__getitem__, tokens.cut(text, code)))
        starts.append(len(token))
    entries = [("", False, "")] * fresh()
    for code, numbers in known.items():
        for place, entry in zip(numbers.values(), map(_lexicon(code).__getitem__, numbers), strict=True):
            entries[place] = entry
    return _numbered(np.array(starts), np.array(token), _columns(entries))


def _numbered(starts: NDArray[np.int64], token: NDArray[np.int32], terms: Terms) -> Numbered:
    """token: (t,) which of some distinct tokens each is. terms: theirs."""
    stems = _in_order(chain(terms.telling(), terms.stems))
    plain = _in_order(terms.plain)
    stem = np.array([stems[word] for word in terms.stems], np.int32)[token]
    folded = np.array([plain[word] for word in terms.plain], np.int32)[token]
    content = np.array(terms.content, bool)[token]
    return Numbered(starts, stem, tuple(stems), content, folded)


def _in_order(words: Iterable[str]) -> dict[str, int]:
    """Each distinct word and its number, from 0 as they appear."""
    return dict(zip(dict.fromkeys(words), count(), strict=False))


def _columns(entries: Sequence[tuple[str, bool, str]]) -> Terms:
    stems, content, plain = zip(*entries, strict=True) if entries else ((), (), ())
    return Terms(stems, content, plain)


@lru_cache(maxsize=64)
def stemmer(language: str | None) -> Callable[[str], str]:
    """From a word to its term, "" for a stop word.

    >>> list(map(stemmer("en"), ["the", "governments"]))
    ['', 'govern']
    """
    return _Stems(primary(language)).__getitem__


def known(language: str) -> bool:
    """Whether a language has a stemmer or a stop list here."""
    code = primary(language)
    return _algorithm(code) is not None or bool(stop_words(code))


@lru_cache(maxsize=1 << 10)  # asked for every text
def primary(language: str | None) -> str:
    """The language part of a tag, lower case, near relatives that share a list as one; "" for None.

    >>> primary("pt-BR"), primary("nb")
    ('pt', 'no')
    """
    match = re.match("[a-zA-Z]{2,8}(?![a-zA-Z])", language or "")
    code = match[0].lower() if match else ""
    return _SAME_AS.get(code, code)


@lru_cache(maxsize=64)
def stop_words(code: str) -> frozenset[str]:
    """The stop list of a language, folded as tokens are before stemming; empty if there is none."""
    path = _LISTS / f"{code}.txt"
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    words = {_folded(word, code) for line in lines if not line.startswith("#") for word in line.split()}
    return frozenset(words.union(*(tokens.pairs(word) for word in words if tokens.is_spaceless(word))))


class _Lexicon(dict[str, tuple[str, bool, str]]):
    """Token to (term, content, plain word), worked out once per token and language, forgotten when full."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.stop = stop_words(code)
        algorithm = _algorithm(code)
        # Our own cache is in front of it, and holds the finished term.
        self.stemmer = Stemmer.Stemmer(algorithm, 0) if algorithm else None

    def __missing__(self, token: str) -> tuple[str, bool, str]:
        if len(token) > _LONGEST_WORD:
            word = token.casefold()
            return word, True, word
        if len(self) >= _CACHE_SIZE:
            self.clear()
        term, content = self._term(token)
        plain = _lexicon("")[token][0] if self.code else term
        entry = self[token] = (term, content, term if plain == term else plain)
        return entry

    def _term(self, token: str) -> tuple[str, bool]:
        if tokens.is_spaceless(token):
            return token, not _is_grammar(token, self.stop)
        if token[0].isdecimal() and not any(map(str.isalpha, token)):
            return spelling.number(token, point_decimal=self.code in _POINT_DECIMAL), True
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


class _Stems(dict[str, str]):
    """Word to the term that `extract` finds first, worked out once and forgotten when full."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code

    def __missing__(self, word: str) -> str:
        if len(self) >= _STEMS:
            self.clear()
        stem = self[word] = next(iter(extract(word, language=self.code)), "")
        return stem


@lru_cache(maxsize=64)
def _lexicon(code: str) -> _Lexicon:
    return _Lexicon(code)


def _algorithm(code: str) -> str | None:
    """The name of a language's Snowball stemmer, if this version of PyStemmer has it."""
    name = _ALGORITHMS.get(code)
    return name if name in Stemmer.algorithms() else None


def _folded(token: str, code: str) -> str:
    """A token in the form stop words are listed in: lower case, letter variants as one."""
    if code == "tr":
        token = token.replace("İ", "i").replace("I", "ı").partition("'")[0] or token
    word = token.casefold().replace("i\u0307", "i")
    if code in _VARIANTS:
        word = word.translate(_VARIANTS[code])
    # The English stemmer has no use for accents; others take them as evidence, so stems are folded.
    return spelling.without_accents(word) if code == "en" else word


def _is_grammar(pair: str, stop: frozenset[str]) -> bool:
    """Whether a pair is listed, made of listed characters, or all hiragana (Japanese endings)."""
    if pair in stop or all(character in stop for character in pair):
        return True
    return all("\u3041" <= character <= "\u309f" for character in pair)
