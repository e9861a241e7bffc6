"""Rules for one unit: each is a small named test of what it says and how it ends.

A rule says that an editor would not print this unit as a line of its own. `RULES` is a plain table
from name to test; the first that fires names the reason. End marks and capitals work in every script;
phrases are in `clean_phrases`, shapes in `clean_shapes`, what needs the neighbours in `clean_layout`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from summarize.text import clean_phrases as phrases
from summarize.text import clean_shapes as shapes
from summarize.text.clean_page import Unit

# Stops of the world's scripts: Latin, Arabic, Urdu, CJK, Devanagari, Armenian, Ethiopic, Khmer,
# Mongolian, Burmese, Tibetan. U+0085 is cp1252's ellipsis read as Latin-1.
STOPS = ".!?…‥‽⁇⁈⁉؟۔。！？｡．।॥։።፧។៕᠃။༎།\x85"
PLAIN_STOPS = frozenset(".!?")  # with one of them last there is nothing to see through
# U+0091 to U+0094 are cp1252's quotation marks read as Latin-1.
CLOSERS = "\"'”’»›)]}」』】》〉）］＂＇“‘„*_`´\x91\x92\x93\x94"
# What a broken no-break space or a stray invisible character leaves after the stop.
DAMAGE = "ΒÂ\u00a0\ufffd\u200b-\u200f\ufeff\u00ad\u2060\u202a-\u202e\u2066-\u2069"
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
DIRECTION_AT_END = re.compile("[\\s\u202a-\u202e\u2066-\u2069]+\\Z")  # cut off as damage
CLOSED_BY = dict.fromkeys("\u202a\u202b", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
ENDING = re.compile(rf"([{re.escape(STOPS)}](?:[{re.escape(CLOSERS)}\s]|\[\d{{1,3}}\])*)([\s{DAMAGE}]*)\Z")
NEAR_END = 60  # characters; enough for a stop, quotation marks, note marks and damage

# Thai, Lao, Burmese and Khmer news end a sentence with a space, if at all.
UNMARKED = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))
SPACELESS = "\u2e80"  # from here on scripts write speech as a sentence of its own, often without a stop
UNMARKED_SENTENCE = 40  # characters; a shorter unit without a mark is a heading there. Chosen by eye.
CAPITALS, NAMES = 0.4, 0.6  # share of a sentence's words, and of one that names who says it. By eye.
QUOTES = "\"“„«'‘`"
SPEECH_ENDS = (*'"”’»」』', "''")
SPEECH = 60  # characters; a shorter unit that ends in a quotation mark is a title. Chosen by eye.

WORD = re.compile(r"[^\W\d_][\w'’.-]*")
SMALL = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "is", "it", "its", "nor",
    "of", "off", "on", "or", "over", "per", "so", "the", "to", "up", "via", "vs", "with",
})  # fmt: skip
HEADLINE = 200  # characters
# What few units can match is looked at only after a cheap test, so that `re` compiles it only then.
ADDRESS = r"\W*(?:[^.!?]{0,50}[:➜→] ?)?(?:https?://|www\.)\S+\s*\Z"
HANGING = (  # a word that needs another after it
    r"\b(?:an?|the|of|in|to|and|or|for|with|at|on|from|by|that|but|as|its|his|her|their|he|who|which"
    r"|was|were|is|are|has|have|having)"
)
CUT_OFF = rf"(?i:(?:\s|{HANGING}\s?)(?:\.{{2,}}|…)\Z)"
HANDOVER = (
    r"\b[A-ZÀ-Ý][\w.'’]+ has (?:the (?:details|latest|story)|details|more)"
    r"(?: (?:on|from|about) [^.]{3,60})?\.\Z"
)
HANDOVER_WITHIN = 120  # characters from the end
CREDIT = r"\([A-ZÀ-Ý][\w.'’/-]*(?:,? (?:(?:of|for|the|and|via|/|&) )?[A-ZÀ-Ý][\w.'’/-]*){0,7}\)\Z"

# A sentence whose stop the page lost: the last of a paragraph, or long and reported. Chosen on the
# development documents, where headings say "says" and are shorter.
LOST_STOP = 80  # characters
UNCASED = 100  # characters; in scripts without capitals no heading is as long. Chosen by eye.
NO_PROSE = r"[\"”’] ?[—–]|--|://|@|\|"  # a quotation with its author under it, an address, a menu
REPORTED = r"(?:[\"”’]|''),? (?:\w+ ){0,2}(?:said|told|added)\b|\b(?:said|added) (?!to\b)\w"


def ends(text: str) -> bool:
    """Whether a text ends with a stop, seen through closing marks, note marks and stray characters."""
    if text[-1:] in PLAIN_STOPS or ENDING.search(text, max(0, len(text) - NEAR_END)):
        return True
    closed = text.rstrip(CLOSERS + " ")
    if text[-1] == "|":  # typed for the danda
        return "\u0900" <= text[:-1].rstrip()[-1:] <= "\u0dff"
    return closed.endswith((";", "\u037e")) and any("\u0370" <= letter <= "\u03ff" for letter in text[-12:])


def is_unterminated(unit: Unit) -> bool:
    """No stop at its end, in a script that has stops."""
    text = unit.text
    tail = shapes.tail(text)
    if ends(text[: tail[0]] if tail else text):
        return False
    # A paragraph that ends in speech: the stop was lost with its quotation mark.
    if not unit.opens and text.endswith(SPEECH_ENDS) and (len(text) >= SPEECH or max(text[:3]) >= SPACELESS):
        return False
    if len(text) >= LOST_STOP and lost_its_stop(unit):
        return False
    middle = text[len(text) // 2]
    return len(text) < UNMARKED_SENTENCE or not any(low <= middle <= high for low, high in UNMARKED)


def lost_its_stop(unit: Unit) -> bool:
    """Reads like a sentence of prose but for its stop: the last of a paragraph, or what somebody said."""
    text, words = unit.text, unit.text.split()
    capitals = sum(word[0].isupper() for word in words) / len(words)
    first, last = text.lstrip(QUOTES)[:1], text[-1]
    if not first.isalpha() or first.islower() or not _is_letter(last) or capitals > NAMES:
        return False
    if (words[0].isupper() and len(words[0]) > 3) or re.search(rf"{HANGING}\Z|{NO_PROSE}", text):
        return False
    if last.upper() == last.lower() and len(text) >= UNCASED:
        return True
    return (not unit.opens and capitals <= CAPITALS) or re.search(REPORTED, text) is not None


def _is_letter(character: str) -> bool:
    return character.isalpha() or "\u0900" <= character <= "\u0dff"  # vowel signs of India are marks


def leads_in(unit: Unit) -> bool:
    """Ends in a colon: what it announces is somewhere else."""
    return unit.text[-1] in ":："


def is_address(unit: Unit) -> bool:
    """Nothing but a web address, or a label and an address."""
    return ("://" in unit.text or "www." in unit.text) and re.match(ADDRESS, unit.text) is not None


def is_leader(unit: Unit) -> bool:
    """An entry of a table of contents, with dots that lead to its page."""
    return ". . . . ." in unit.text  # not "......", which is how some people pause


def is_blank(unit: Unit) -> bool:
    """No letter or digit in it."""
    return not any(map(str.isalnum, unit.text))


def is_headline(unit: Unit) -> bool:
    """A block by itself in title case or capitals, stop or no stop."""
    if not unit.alone or len(unit.text) > HEADLINE:
        return False
    capitals = 0
    for found in WORD.finditer(unit.text):
        if found[0][0].isupper():
            capitals += found[0].lower() not in SMALL
        elif found[0].lower() not in SMALL:
            return False  # as most blocks, and soon
    return capitals >= 3


def is_doubled(unit: Unit) -> bool:
    """A headline printed twice and glued to what follows it, as lists of stories are."""
    text = unit.text
    again = text.find(text[:12], 12, 160) if len(text) > 60 else -1
    return again > 20 and text[: again - 1] == text[again : 2 * again - 1]


def is_cut_off(unit: Unit) -> bool:
    """A teaser that stops in the middle: the last of its block, with a word that needs another."""
    stops = unit.closes and unit.text.endswith(("..", "…"))
    return stops and re.search(CUT_OFF, unit.text[-16:]) is not None


def is_credit(unit: Unit) -> bool:
    """A name in brackets under a picture's text: the last of its block and no sentence."""
    text = unit.text
    return not unit.opens and unit.closes and text[0] == "(" and re.match(CREDIT, text) is not None


def is_handover(unit: Unit) -> bool:
    """The presenter hands over to a reporter: the story is in a film that is not here."""
    tail = unit.text[-HANDOVER_WITHIN:]
    return " has " in tail and re.search(HANDOVER, tail) is not None


def is_aside(unit: Unit) -> bool:
    """A block in square brackets: a link, a credit, a source."""
    return unit.alone and unit.text[0] == "[" and unit.text[-1] == "]"


def is_tag(unit: Unit) -> bool:
    """Initials or an agency in brackets after the last sentence of a block."""
    return not unit.opens and shapes.is_tag(unit.text)


def reorders(unit: Unit) -> bool:
    """Characters that turn the direction of writing by force, or of what stands around: to disguise text.

    Embeddings and isolates that end where they began are how a foreign name is written.
    """
    if unit.text.isascii() or not DIRECTION.search(unit.text):
        return False
    return not any(map(_is_balanced, (unit.text, DIRECTION_AT_END.sub("", unit.text))))


def _is_balanced(text: str) -> bool:
    open_: list[str] = []
    for mark in DIRECTION.findall(text):
        if mark in CLOSED_BY:
            open_.append(CLOSED_BY[mark])
        elif not open_ or open_.pop() != mark:
            return False
    return not open_


RULES: dict[str, Callable[[Unit], bool]] = {
    "blank": is_blank,
    "leader": is_leader,
    "direction": reorders,
    "agency-tag": is_tag,
    "photo-credit": is_credit,
    "aside": is_aside,
    "dateline": lambda unit: shapes.is_place(unit.text),
    "address": is_address,
    "time-stamp": lambda unit: shapes.is_moment(unit.text),
    "lead-in": leads_in,
    "list-item": lambda unit: shapes.is_person(unit.text),
    "no-end-mark": is_unterminated,
    "headline": is_headline,
    "cut-off": is_cut_off,
    "doubled-headline": is_doubled,
    "handover": is_handover,
}


def reason(unit: Unit, among: Sequence[phrases.Phrase] = phrases.SOUGHT) -> str | None:
    """The name of the first rule that forbids to quote this unit, or None.

    among: the phrases it may hold, where its page was asked for them (`clean_phrases.held`).
    """
    named = phrases.opening(unit.text) or phrases.phrase(unit.text, among)
    return named or next((name for name, forbids in RULES.items() if forbids(unit)), None)


def _heads(text: str) -> Iterator[tuple[int, int, str]]:
    """What a text opens with that is not its own: a dateline, perhaps behind a bullet or a tag."""
    at = 0
    while head := shapes.head(text[at:]):
        yield at, at + head[1], head[2]
        at += head[1]
        if head[2] == "dateline":
            return


def shortened(unit: Unit) -> list[tuple[int, int, str]]:
    """Head and tail that are not the sentence's: dateline, bullet, agency tag, stray characters.

    Offsets into the unit's text with the white space that parts them from it, in order; something
    is always left between them.
    """
    text = unit.text
    cuts = list(_heads(text)) if unit.opens or text[0] in "—–-_" else []
    end = len(text)
    if tail := shapes.tail(text):
        cuts.append(tail)
        end = tail[0]
    plain = text[end - 1] in PLAIN_STOPS
    if not plain and (ending := ENDING.search(text, max(0, end - NEAR_END), end)) and ending.end(1) < end:
        cuts.append((len(text[: ending.end(1)].rstrip()), end, "damage"))
    return sorted(cuts)
