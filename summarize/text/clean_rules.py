"""The rules: each is a small named test of one unit in its place on the page.

A rule says that an editor would not print this unit as a line of its own. `RULES` is a plain table
from name to test; the first that fires names the reason, so certain and cheap ones stand first.
Structure (end marks, capitals, lines) works in every script; phrases are in `clean_furniture`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from summarize.text import clean_furniture as furniture

# Stops of the world's scripts: Latin, Arabic, Urdu, CJK, Devanagari, Armenian, Ethiopic, Khmer,
# Burmese, Tibetan. U+0085 is what cp1252's ellipsis becomes when it is read as Latin-1.
STOPS = ".!?…‽⁇⁈⁉؟۔。！？｡．।॥։።፧៕။།\x85\u061e\u06d4"
GREEK_QUESTION = ";\u037e"
CLOSERS = "\"'”’»›)]}」』】》〉）］＂＇“‘„*_\x92\x94\x93\x91"
# What a broken no-break space or a stray invisible leaves after the stop.
DAMAGE = "\u0392\u00c2\u00a0\ufffd\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad\u2060\u202a-\u202e\u2066-\u2069"

ENDING = re.compile(rf"([{re.escape(STOPS)}][{re.escape(CLOSERS)}\s]*)([\s{DAMAGE}]*)\Z")
# Thai, Lao, Burmese and Khmer news end sentences with a space, if at all.
UNMARKED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
WORD = re.compile(r"[^\W\d_][\w.'’-]*")
LEAD_IN = re.compile(r"[:：]\s*\Z")
ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*\Z", re.IGNORECASE)
BULLET = re.compile(r"[•‣▪●◦■►»*]\s|[-–—]\s(?=\S)|\(?\d{1,2}[.)]\s")
LOWER_START = re.compile(r"[^\w\"'“‘«„(\[]*([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence unit in its place. opens, closes: whether it is the first, the last of its block."""

    start: int
    end: int
    text: str
    opens: bool
    closes: bool

    @property
    def alone(self) -> bool:
        """Whether it is a block by itself, as headings, captions and menu entries are."""
        return self.opens and self.closes


def unterminated(unit: Unit) -> bool:
    """No stop at its end, seen through closing quotes, brackets and stray characters."""
    text = unit.text
    if ENDING.search(text, max(0, len(text) - 40)):
        return False
    if "\u0370" <= text[:1] <= "\u03ff" and text.rstrip(CLOSERS + " ")[-1:] in GREEK_QUESTION:
        return False
    return not (len(text) >= 40 and UNMARKED.match(text, len(text) // 2))


def leads_in(unit: Unit) -> bool:
    """Ends in a colon: what it announces is somewhere else."""
    return LEAD_IN.search(unit.text, max(0, len(unit.text) - 3)) is not None


def is_address(unit: Unit) -> bool:
    """Nothing but a web address."""
    return ADDRESS.match(unit.text) is not None


def is_headline(unit: Unit) -> bool:
    """A block by itself whose words are mostly capitalised, stop or no stop."""
    if not unit.alone or len(unit.text) > 200:
        return False
    words = WORD.findall(unit.text)
    long = [word for word in words if len(word) > 3]
    return len(words) >= 3 and len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def is_heading_question(unit: Unit) -> bool:
    """A short question that is a block by itself and nobody's speech."""
    text = unit.text
    return unit.alone and text[-1] in "?؟？" and len(text) <= 80 and text[0] not in "\"'“‘«„"


def is_fragment(unit: Unit) -> bool:
    """Starts in the middle of a sentence: a block that opens in lower case or with a comma."""
    return unit.opens and unit.text[0] in ",;)"


RULES: dict[str, Callable[[Unit], bool]] = {
    "lead-in": leads_in,
    "no-end-mark": unterminated,
    "address": is_address,
    "headline": is_headline,
    "heading-question": is_heading_question,
    "fragment": is_fragment,
}


def reason(unit: Unit) -> str | None:
    """The name of the first rule that forbids to quote this unit, or None."""
    if found := furniture.openings().match(unit.text):
        return (found.lastgroup or "").replace("_", "-")
    lowered = unit.text.lower()
    for name, phrases in furniture.PHRASES.items():
        if any(phrase in lowered for phrase in phrases):
            return name
    return next((name for name, forbids in RULES.items() if forbids(unit)), None)


def shortened(unit: Unit) -> list[tuple[int, int, str]]:
    """Head and tail that are not the sentence's: dateline, agency tag, stray characters.

    Offsets into the unit's text, with the white space that parts them from it; in order.
    """
    cuts = []
    text = unit.text
    if unit.opens and (head := furniture.dateline().match(text)) and head.end() < len(text):
        cuts.append((0, head.end() + _blank(text, head.end()), "dateline"))
    end = len(text)
    if text[-1] in ")]" and (tail := furniture.tail().search(text, max(0, end - 330))) and tail.start() > 0:
        cuts.append((tail.start(), end, "agency-tag"))
        end = tail.start()
    if (ending := ENDING.search(text, max(0, end - 40), end)) and ending.end(1) < end:
        cuts.append((ending.end(1), end, "damage"))
    return sorted(cuts)


def _blank(text: str, start: int) -> int:
    return len(text) - start - len(text[start:].lstrip())
