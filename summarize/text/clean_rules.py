"""Rules for one unit: each is a small named test of what it says and how it ends.

A rule says that an editor would not print this unit as a line of its own. `RULES` is a plain table
from name to test; the first that fires names the reason. End marks and capitals work in every
script; phrases are in `clean_furniture`; what needs the neighbours is in `clean_layout`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from summarize.text import clean_furniture as furniture
from summarize.text.clean_page import Unit

# Stops of the world's scripts: Latin, Arabic, Urdu, CJK, Devanagari, Armenian, Ethiopic, Khmer,
# Mongolian, Burmese, Tibetan. U+0085 is cp1252's ellipsis read as Latin-1.
STOPS = ".!?…‥‽⁇⁈⁉؟۔。！？｡．।॥։።፧។៕᠃။༎།\x85"
# U+0091 to U+0094 are cp1252's quotation marks read as Latin-1.
CLOSERS = "\"'”’»›)]}」』】》〉）］＂＇“‘„*_`´\x91\x92\x93\x94"
# What a broken no-break space or a stray invisible character leaves after the stop.
DAMAGE = "ΒÂ\u00a0\ufffd\u200b-\u200f\ufeff\u00ad\u2060\u202a-\u202e\u2066-\u2069"
ENDING = re.compile(rf"([{re.escape(STOPS)}](?:[{re.escape(CLOSERS)}\s]|\[\d{{1,3}}\])*)([\s{DAMAGE}]*)\Z")
NEAR_END = 60  # characters; enough for a stop, quotation marks, note marks and damage
# Thai, Lao, Burmese and Khmer news end a sentence with a space, if at all.
UNMARKED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
QUOTES_CLOSE = '"”’»」』'
QUOTED = 60  # characters; shorter ones are titles. Chosen by eye.
SENTENCE = 40  # characters; an unmarked unit shorter than this is a heading. Chosen by eye.

WORD = re.compile(r"[^\W\d_][\w'’.-]*")
SMALL = frozenset(
    "a an and as at but by for from if in into is it its nor of off on or over per so the to up via vs with".split()
)
LEAD_IN = re.compile(r"[:：]\s*\Z")
ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*\Z", re.IGNORECASE)
CUT_OFF = re.compile(
    r"(?:\s|\b(?:an?|the|of|in|to|and|or|for|with|at|on|from|by|that|but|as|its|his|her|their|who|which|was|were|is|are|has|have)\s?)"
    r"(?:\.{2,}|…)\Z",
    re.IGNORECASE,
)
PLACE = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý.’' -]{2,30}, [A-Z][A-Za-z]{1,5}\.\Z")
MARKS_ONLY = re.compile(r"[\W_]*\Z")


def unterminated(unit: Unit) -> bool:
    """No stop at its end, seen through closing quotes, brackets, note marks and stray characters."""
    text = unit.text
    if ENDING.search(text, max(0, len(text) - NEAR_END)):
        return False
    if not unit.opens and len(text) >= QUOTED and text[-1] in QUOTES_CLOSE:
        return False  # a paragraph that ends in speech; the stop was lost with its quotation mark
    if text.rstrip(CLOSERS + " ").endswith((";", "\u037e")) and _is_greek(text):
        return False
    return not (len(text) >= SENTENCE and UNMARKED.match(text, len(text) // 2))


def _is_greek(text: str) -> bool:
    """Whether the last letters are Greek, where the question mark is a semicolon."""
    return any("\u0370" <= character <= "\u03ff" for character in text[-12:])


def leads_in(unit: Unit) -> bool:
    """Ends in a colon: what it announces is somewhere else."""
    return LEAD_IN.search(unit.text, max(0, len(unit.text) - 3)) is not None


def is_address(unit: Unit) -> bool:
    """Nothing but a web address."""
    return ADDRESS.match(unit.text) is not None


def is_blank(unit: Unit) -> bool:
    """No letter or digit in it."""
    return MARKS_ONLY.match(unit.text) is not None


def is_headline(unit: Unit) -> bool:
    """A block by itself in title case or capitals, stop or no stop."""
    if not unit.alone or len(unit.text) > 200:
        return False
    words = [word for word in WORD.findall(unit.text) if word.lower() not in SMALL]
    return len(words) >= 3 and all(word[0].isupper() for word in words)


def is_cut_off(unit: Unit) -> bool:
    """A teaser that stops in the middle: the last of its block, an ellipsis after a word that needs another."""
    return unit.closes and CUT_OFF.search(unit.text, max(0, len(unit.text) - 16)) is not None


def is_doubled(unit: Unit) -> bool:
    """A headline printed twice and glued to what follows it, as lists of stories are."""
    text = unit.text
    again = text.find(text[:12], 12, 160) if len(text) > 60 else -1
    return again > 20 and text[: again - 1] == text[again : 2 * again - 1]


def is_aside(unit: Unit) -> bool:
    """A block in square brackets: a link, a credit, a source."""
    return unit.alone and unit.text[0] == "[" and unit.text[-1] == "]"


def is_place(unit: Unit) -> bool:
    """A dateline cut off from its sentence: "PORT ELM, Fla."."""
    return unit.opens and PLACE.match(unit.text) is not None


RULES: dict[str, Callable[[Unit], bool]] = {
    "lead-in": leads_in,
    "no-end-mark": unterminated,
    "address": is_address,
    "blank": is_blank,
    "headline": is_headline,
    "cut-off": is_cut_off,
    "doubled-headline": is_doubled,
    "aside": is_aside,
    "dateline": is_place,
}


def reason(unit: Unit) -> str | None:
    """The name of the first rule that forbids to quote this unit, or None."""
    return furniture.opening(unit.text) or furniture.phrase(unit.text) or _first(unit)


def _first(unit: Unit) -> str | None:
    return next((name for name, forbids in RULES.items() if forbids(unit)), None)


def shortened(unit: Unit) -> list[tuple[int, int, str]]:
    """Head and tail that are not the sentence's: dateline, bullet, agency tag, stray characters.

    Offsets into the unit's text with the white space that parts them from it, in order; something
    is always left between them.
    """
    text = unit.text
    cuts = []
    if (unit.opens or text[0] in "—–") and (head := furniture.head(text)):
        cuts.append(head)
    end = len(text)
    if tail := furniture.tail(text):
        cuts.append(tail)
        end = tail[0]
    if (ending := ENDING.search(text, max(0, end - NEAR_END), end)) and ending.end(1) < end:
        kept = len(text[: ending.end(1)].rstrip())
        cuts.append((kept, end, "damage"))
    return sorted(cuts)
