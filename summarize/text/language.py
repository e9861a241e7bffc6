"""What language a text is in, told without a model where that is possible.

A script that serves one language decides. In other scripts a language gets votes for its stop words and for
letters that only it writes. If the vote is not clear, py3langid is asked; its import alone takes longer than
a digest. Same text, same answer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, filterfalse
from operator import itemgetter
from typing import Final

from summarize.text import terms

_SAMPLE = 3000  # characters from the beginning, and as many from the middle: some 1,000 words
_FEW_LETTERS = 12  # fewer tell nothing: "AP", "Photo: 12"
_FOREIGN = 0.005  # share of letters; a name in a news text brings a few

# First code point of each run of a script beyond ASCII; runs between them count for nothing.
_RUNS: Final = (
    (0x0080, ""), (0x00C0, "latin"), (0x02B0, ""),
    (0x0370, "el"), (0x0400, "cyrillic"), (0x0530, "hy"), (0x0590, "he"), (0x0600, "arabic"),
    (0x0700, ""), (0x0750, "arabic"), (0x0780, ""), (0x0900, "devanagari"), (0x0980, "bn"),
    (0x0A00, "pa"), (0x0A80, "gu"), (0x0B00, "or"), (0x0B80, "ta"), (0x0C00, "te"), (0x0C80, "kn"),
    (0x0D00, "ml"), (0x0D80, "si"), (0x0E00, "th"), (0x0E80, "lo"), (0x0F00, "bo"), (0x1000, "my"),
    (0x10A0, "ka"), (0x1100, "ko"), (0x1200, "am"), (0x13A0, ""), (0x1780, "km"), (0x1800, ""),
    (0x1C80, "cyrillic"), (0x1C90, ""), (0x1E00, "latin"), (0x1F00, "el"), (0x2000, ""),
    (0x3040, "kana"), (0x3100, ""), (0x3400, "han"), (0xA000, ""), (0xAC00, "ko"), (0xD7B0, ""),
    (0xF900, "han"), (0xFB00, "latin"), (0xFB07, ""), (0xFB50, "arabic"), (0xFE00, ""),
    (0xFE70, "arabic"), (0xFF00, ""), (0x20000, "han"), (0x40000, ""),
)  # fmt: skip
_STARTS: Final = [start for start, _ in _RUNS]
_RARE: Final = re.compile("[^\0-\x7f]")
# Devanagari vowel signs are no letters to Python. Plain letters come first: they are quickly told.
_WORD: Final = re.compile("[a-z]++(?:[^\\W\\d_]++|[\u0900-\u0963])*+|(?:[^\\W\\d_]++|[\u0900-\u0963])+")
_NO_LETTERS: Final = bytes(code for code in range(128) if not chr(code).isalpha())
_PLAIN_LETTERS: Final = bytes.maketrans(_NO_LETTERS, b" " * len(_NO_LETTERS))

_VOTERS: Final = {
    "latin": ("af", "ca", "cs", "da", "de", "en", "eo", "es", "et", "eu", "fi", "fr", "ga", "hr", "hu", "id",
              "it", "lt", "nl", "no", "pl", "pt", "ro", "sk", "sl", "sr", "sv", "tr", "vi"),
    "cyrillic": ("bg", "ru", "sr", "uk"),
    "arabic": ("ar", "fa", "ur"),
    "devanagari": ("hi", "mr", "ne"),
}  # fmt: skip
# Letters that only one of a script's voters writes (others of the script may: Belarusian ў, Kazakh ә);
# none of them is ASCII.
_OWN_LETTERS: Final = {
    "latin": {
        "cs": frozenset("ěřů"), "de": frozenset("ß"), "eo": frozenset("ĉĝĥĵŝŭ"), "es": frozenset("ñ"),
        "hu": frozenset("őű"), "lt": frozenset("ėįų"), "pl": frozenset("łńśźż"), "pt": frozenset("ãõ"),
        "ro": frozenset("ășț"), "sk": frozenset("ľĺŕ"), "tr": frozenset("ığş"),
        "vi": frozenset("ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
    },
    "cyrillic": {"ru": frozenset("ыэё"), "uk": frozenset("іїєґ"), "sr": frozenset("ђјљњћџ")},
    "arabic": {"fa": frozenset("پچژگ"), "ur": frozenset("ٹڈڑںےہھ")},
    "devanagari": {"mr": frozenset("ळ")},
}  # fmt: skip
# Letters that none of a script's voters writes: where they are common, the language is another.
_FOREIGN_LETTERS: Final = {
    "latin": "əþðħġģķļņŵŷ",
    "cyrillic": "ўѓќѕәқғңөүұһҷҳ",
    "arabic": "ښځۍېټډړێۆەڕڵڭ",
    "devanagari": "",
}

# Chosen on the sets of `make languages`.
_CLEAR = 0.3  # between two languages, the loser may have this share of the winner's words
_ENOUGH = 3  # words
_COMMON = 0.06  # of distinct words
_MARGIN = 10.0  # nats by which a language without a list must beat one with


def detect(text: str) -> str | None:
    """The code of a text's language ("en"; three letters where there are no two); None if none.

    Reads a bounded sample, so time does not grow with the text.
    """
    excerpt = _sample(text)
    sample = excerpt.casefold()
    rare = Counter(() if sample.isascii() else _RARE.findall(sample))
    script = _script(rare, len(sample.encode("ascii", "ignore").translate(None, _NO_LETTERS)))
    if script is None:
        return None
    if script not in _VOTERS:
        return script
    foreign = sum(rare[letter] for letter in _FOREIGN_LETTERS[script])
    if foreign > _FOREIGN * len(sample):
        return _ask(excerpt, script)
    words = _words(sample, rare)
    return _elected(_ballots(words, script), len(words)) or _ask(excerpt, script)


def is_known(code: str) -> bool:
    """Whether we know anything of a language: its stop words, its endings, or a script of its own.

    >>> is_known("en"), is_known("th"), is_known("xx")
    (True, True, False)
    """
    return terms.known(code) or any(code == script for _, script in _RUNS)


def _sample(text: str) -> str:
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + " " + text[middle : middle + _SAMPLE]


def _script(rare: Counter[str], ascii_letters: int) -> str | None:
    """The script most letters are in, or its language where it serves only one.

    rare: all characters beyond ASCII.
    """
    scripts: Counter[str] = Counter(latin=ascii_letters)
    for letter, count in rare.items():
        if script := _RUNS[bisect_right(_STARTS, ord(letter)) - 1][1]:
            scripts[script] += count
    # A Chinese character stands for about three letters.
    cjk = scripts["han"] + scripts["kana"] + scripts["ko"]
    for script in ("han", "kana", "ko"):
        scripts[script] *= 3
    if sum(scripts.values()) < _FEW_LETTERS:
        return None
    script = max(scripts, key=lambda name: (scripts[name], name))
    if script in ("han", "kana"):
        return "ja" if scripts["kana"] > 0.1 * cjk else "zh"
    return script


def _elected(ballots: Sequence[tuple[str, ...]], words: int) -> str | None:
    """The language clearly ahead of every other, or None. words: how many were asked.

    Two languages are compared by what only one of them has: "el" and "de" say nothing between
    Spanish and Catalan, "y" and "i" do.
    """
    votes = Counter(chain.from_iterable(ballots))
    # The only one that can be clearly ahead of all others is the one with the most.
    code, own = max(votes.items(), key=itemgetter(1), default=("", 0))
    if own < max(_ENOUGH, _COMMON * words):
        return None
    both = Counter(chain.from_iterable(codes for codes in ballots if code in codes))
    ahead = all(
        own - both[other] >= _ENOUGH and theirs - both[other] <= _CLEAR * (own - both[other])
        for other, theirs in votes.items()
        if other != code
    )
    return code if ahead else None


def _words(sample: str, rare: Iterable[str]) -> dict[str, None]:
    """The distinct words of a sample, in order.

    Distinct, since "to" repeated thirty times is no more Czech than "to" once.
    """
    if any(map(_WORD.match, rare)):
        return dict.fromkeys(_WORD.findall(sample))
    # The same where every letter is a plain one, four times as fast.
    return dict.fromkeys(sample.encode("ascii", "replace").translate(_PLAIN_LETTERS).decode().split())


def _ballots(words: dict[str, None], script: str) -> list[tuple[str, ...]]:
    """For each word, in lower case, that speaks for any language, the languages it speaks for."""
    voters, letters = _voters(script), _OWN_LETTERS[script]
    listed = filter(None, map(voters.get, words))
    beyond = (word for word in filterfalse(str.isascii, words) if word not in voters)
    return [*listed, *filter(None, (_owners(word, letters) for word in beyond))]


def _owners(word: str, letters: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    return tuple(code for code, own in letters.items() if not own.isdisjoint(word))


@lru_cache(maxsize=len(_VOTERS))
def _voters(script: str) -> dict[str, tuple[str, ...]]:
    """For each stop word of a script, the languages that have it."""
    voters: dict[str, tuple[str, ...]] = {}
    for code in _VOTERS[script]:
        for word in sorted(terms.stop_words(code)):
            voters[word] = (*voters.get(word, ()), code)
    return voters


def _ask(sample: str, script: str) -> str | None:
    import py3langid

    ranked = py3langid.rank(sample)
    code, best = ranked[0]
    for listed, score in ranked:
        if listed in _VOTERS[script]:
            # Of a few words anything can be made; of many, the margin is in the hundreds.
            code = listed if score > best - _MARGIN else code
            break
    return None if code == "zxx" else terms.primary(code)  # zxx: no language at all
