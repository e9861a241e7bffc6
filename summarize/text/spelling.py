"""One spelling for words that are written in several ways.

Rules go by the shape of a word, never by a list of words. Variants must become equal and different words stay
apart. The result is compared and never shown, so it need not be a spelling that anybody uses consistently
("travelling" becomes "traveling", "organize" becomes "organise").
"""

from __future__ import annotations

import re
import unicodedata

# Each rule keeps clear of the short words that only look alike, by asking for something before it.
_ENGLISH: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        # organize, -ized, -ization; analyze. From z to s, because many words in -ise have no
        # -ize (promise, rise, precise), and hardly any in -ize, of this length, no -ise.
        (r"(?<=[a-z]{3}[iy])z(?=(?:e|es|ed|ing|er|ers|able|ations?|ational)$)", "s"),
        # colour, labourer, favourite, behavioural; not four, hour, pour, tour, which have no
        # vowel before.
        (
            r"([aeiouy][a-z]*[b-df-hj-np-tv-zi])our"
            r"(?=(?:s|ed|ing|er|ers|ful|fully|less|able|ably|al|ally|ites?|hoods?|y|ists?)?$)",
            r"\1or",
        ),
        # centre, metres; not there, acre, genre.
        (r"(?<=[a-z]{2})([bt])re(?=s?$)", r"\1er"),
        (r"(?<=[a-z]{2})([bt])red$", r"\1ered"),
        # travelled, fuelling, counsellor, instalment, enrol; not called, filled, seller, skill.
        (
            r"([aeiouy][a-z]*[aeiou])ll(?=(?:s|ed|ing|ings|ingly|er|ers|ors?|ments?|ous|ously|ations?)?$)",
            r"\1l",
        ),
        (r"il(?=ful(?:ly)?$)", "ill"),  # skilful, wilful
        (r"logue(?=s?$)", "log"),  # catalogue, dialogues
        (r"gramme(?=s?$)", "gram"),  # programme, kilogrammes
        (r"(?<=[a-z]{2})fence(?=s?$)", "fense"),  # defence, offences; not fence
        (r"(?<=dg)e(?=ments?$)", ""),  # judgement
        (r"ae(?=[cdmnost][a-z]{2})", "e"),  # paediatric, anaemia, archaeology; not Israel, Michael
    )
)
_ANY_RULE = re.compile("z|our|[bt]re|ll|ilful|logue|gramme|fence|dge|ae")

# Letters that carry a stroke or are two in one, which no decomposition takes apart.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ħ": "h"}
)


def british_and_american(word: str) -> str:
    """A lower-case English word in the one spelling its variants share.

    >>> british_and_american("recognized") == british_and_american("recognised")
    True
    >>> british_and_american("four"), british_and_american("promise")
    ('four', 'promise')
    """
    if not _ANY_RULE.search(word):  # most words: four times as fast
        return word
    for pattern, replacement in _ENGLISH:
        word = pattern.sub(replacement, word)
    return word


def without_accents(word: str) -> str:
    """A lower-case word in plain letters: "café", "erdoğan" and "løkke" as a hurried desk types them.

    >>> without_accents("erdoğan")
    'erdogan'
    """
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word.translate(_PLAIN))
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def number(token: str, *, point_decimal: bool) -> str:
    """A number in ASCII digits, without grouping marks, with a point before its fraction.

    point_decimal: whether the language writes 3.5 (else 3,5); it decides what 1,200 and 1.200 mean.

    >>> number("1,200", point_decimal=True), number("1.200", point_decimal=False)
    ('1200', '1200')
    >>> number("1.200", point_decimal=True), number("3,5", point_decimal=False)
    ('1.200', '3.5')
    """
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in token)
    digits = digits.replace("٫", ".").replace("٬", "'")
    groups = re.split("[.,']", digits)
    marks = [c for c in digits if c in ".,'"]
    if not marks:
        return digits
    threes = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    decimal = "." if point_decimal else ","
    if threes and len(set(marks)) == 1 and (len(marks) > 1 or marks[0] != decimal):
        return "".join(groups)
    if marks[-1] != "'" and marks.count(marks[-1]) == 1:
        return "".join(groups[:-1]) + "." + groups[-1]
    return ".".join(groups)
