"""Which of the sentences that may be quoted are worth a line of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# Scripts that write no space between words; two of their letters count as one word, near the mean
# length of a Chinese word (1.6, punctuation apart, over 10,450 words of UD Chinese GSD).
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_CLOSERS = " '\"”’»」』)]"
_QUESTION_MARKS = "?？؟⸮՞፧\u037e"
_GREEK = re.compile("[\u0370-\u03ff]{3}")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_SMALL_LETTERS = bytes(code for code in range(128) if chr(code).islower())

# Above this share of capitalised words a sentence is a headline, a list of names or a credit.
_CAPITALISED = 0.8

# Characters a word, on the average of a sentence, from which it is none that people read: a key, a picture in
# base64, one letter for two megabytes. A sentence of ten words with an address of 300 has 36; chosen by eye.
_LONGEST_MEAN = 40

# Too few candidates to choose from: then any sentence of three words will do (docs/decisions/0008).
_FEW, _SHORTEST = 3, 3


def words(text: str) -> int:
    """Words as a reader counts them, never fewer than white space separates.

    >>> words("The dam held."), words("大坝守住了。")
    (3, 3)
    """
    unspaced = 0 if text.isascii() else len(UNSPACED.findall(text))
    return len(text.split()) + unspaced // 2


def choose(
    texts: Sequence[str],
    counts: NDArray[np.int64],
    eligible: NDArray[np.bool_],
    *,
    min_words: int,
    max_words: int,
) -> NDArray[np.bool_]:
    """Rows that may be picked: (n,) bool.

    Statements of min_words to max_words, made of words, that are not all capitals. Where fewer than three
    rows qualify, every eligible one of three words or more does, up to max_words.
    """
    eligible = eligible & (np.array([len(text) for text in texts], np.int64) <= _LONGEST_MEAN * counts)
    strict = eligible & (counts >= min_words) & (counts <= max_words)
    for row in np.flatnonzero(strict).tolist():
        strict[row] = not is_question(texts[row]) and not is_title_case(texts[row])
    if strict.sum() >= _FEW:
        return strict
    return eligible & (counts >= min(min_words, _SHORTEST)) & (counts <= max_words)


def is_question(text: str) -> bool:
    """Whether a sentence asks; Greek asks with a semicolon.

    >>> is_question("Did it hold?"), is_question("It held."), is_question("Τι ώρα είναι;")
    (True, False, True)
    """
    end = text.rstrip(_CLOSERS)[-1:]
    return end != "" and (end in _QUESTION_MARKS or (end == ";" and _GREEK.search(text) is not None))


def is_title_case(text: str) -> bool:
    """Whether more than four words in five begin with a capital, in scripts that have them."""
    first = "".join([word[0] for word in text.split()])
    if first.isascii():
        letters = first.encode("ascii").translate(None, _NO_LETTERS)
        return len(letters.translate(None, _SMALL_LETTERS)) > _CAPITALISED * len(letters)
    cased = [letter for letter in first if letter.isalpha() and letter.lower() != letter.upper()]
    return sum(map(str.isupper, cased)) > _CAPITALISED * len(cased)
