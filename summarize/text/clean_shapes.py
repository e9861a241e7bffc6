"""Shapes of sentences that are no sentences of the story: captions; and of heads and tails put to one.

Read off agency style: a caption tells in the present tense who does what, and dates it; a dateline is
a place and perhaps an agency before a dash; initials, agencies and editors stand in brackets at the end.
News has the present tense and a weekday too, so without a year it takes a pose or a scene to be a caption.
Compiled by `re` on first use. Every repetition is bounded, or parted from the next by a character of its
own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize import quoting
from summarize.text.clean_furniture import MONTH, WEEKDAY
from summarize.text.paragraphs import TAG

DATED = (
    rf"(?i)\b{MONTH}\w{{0,6}}\.? \d{{1,2}}, \d{{4}}|\b\d{{1,2}} {MONTH}\w{{0,6}},? \d{{4}}"
    rf"|, {WEEKDAY}, {MONTH}\w{{0,6}}\.? \d{{1,2}}"
)
DAY_ALONE = (
    rf"(?i)\b{WEEKDAY}, {MONTH}\w{{0,6}}\.? \d{{1,2}}"
    rf"|\b(?:on {MONTH}\w{{0,6}}\.? \d{{1,2}}|on {WEEKDAY}|last week)\.\Z"
)
ACTION = (
    r"\b(?:(?:is|are) (?:seen|shown|pictured|greeted|carried|escorted|comforted|reflected)|looks? on|speaks?"
    r"|arrives?|poses?|waves? (?:to|as|from|at)|walks?|sits?|attends?|listens?|talks? (?:to|with)|gestures?"
    r"|stands? (?:in|at|by|on|near|outside|next|with|guard|behind)|hugs?|kiss(?:es)?|embraces?|performs?"
    r"|greets?"
    r"|address(?:es)?|shakes? hands|smiles?|reacts?|celebrates?|watch(?:es)?|leaves? (?:the|a|after|with"
    r"|court)"
    r"|answers? questions|waits?|inspects?|prays?|gathers?|works? (?:at|on|as|in)|lines? up|ushers?|rides?"
    r"|takes? (?:part|cover)|kneels?|lays? (?:flowers|wreaths?))\b"
)
# What only a picture shows, and how people stand about in one: by the place, not "at 5.2 percent".
POSE = (
    r"\b(?:(?:is|are) (?:(?:seen|shown|pictured) (?:here|in|at|on|near|outside|inside|during|with|aboard)"
    r"|(?:greeted|carried|escorted|comforted) by|reflected in)|looks? on|poses?|gestures?|kiss(?:es)?|kneels?"
    r"|waves? (?:to|as|from|at)|smiles? (?:as|at|during|while)|shakes? hands|lays? (?:flowers|wreaths)"
    r"|(?:hugs?|embraces?|ushers?) (?:an? |his |her |their |each |(?=[A-Z]))"
    r"|listens? (?:as|during)|watch(?:es)? (?:as|from)|speaks? (?:during|to (?:reporters|supporters))"
    r"|(?:sits?|stands?|stands? guard|walks?|waits?|lines? up|gathers?|celebrates?|prays?|rides?|reacts?"
    r"|takes? cover) (?:outside|inside|in (?:front of|line|the (?:streets?|rain|snow))|past|next to|beside"
    r"|behind|near|along|among|amid|beneath|under|through|atop|on top of)"
    r"|stands? guard (?:in|at|on|during|by)"
    r"|sits? on an?|stands? on (?:the|an?|his|her|their) (?!brink|verge|edge|ballot|side))\b"
)
# What no picture shows: who says it, an amount, how long or how often, what is awaited or to come.
REPORTED = (
    r"(?i)\b(?:said|says?|told|according to|per ?cent|million|billion|dollars|euros|points|now|again|still"
    r"|will|would|could|(?-i:may)|until|because|despite|(?:for|about|on) (?:an?|the|its|their) (?:\w{1,15} )?"
    r"(?:results?|decision|verdict|answer|ruling|outcome|vote|deal|talks))\b|[%$€£]"
)
ACTION_WITHIN = 200  # characters from the start
TOLD = r"\b(?:was|were|had|has|have|will|would|said|says|told|\w{2,30}ed)\b"
SIDE = (
    r", (?:far |front |top |bottom )?(?:left|right|center|centre),|\((?:left|right|center|centre|L|C)\)"
    r"|\b(?:second|third) from (?:left|right)\b|\bfrom left[:,]|\((?:from )?left to right\)"
    r"|, (?:seen|shown|pictured) here\b"
)
SIDES = ("left", "right", "cent", "(L)", "(C)", " here")  # one of these stands in whatever SIDE finds
# "… in Oster Quay, Monday, May 3, 2010." at the very end: where and when the shutter clicked.
TAKEN = (
    rf"\b[A-ZÀ-Ý][\w.'’-]{{1,30}},? (?:on )?(?i:(?:{WEEKDAY},? )?"
    rf"(?:{MONTH}\w{{0,6}}\.? \d{{1,2}}, \d{{4}}|\d{{1,2}} {MONTH}\w{{0,6}} \d{{4}}))\.?\Z"
)
PAST = (
    r"\b(?:wrote|began|took|came|went|left|made|won|lost|met|held|sent|saw|gave|became|got|ran|fell|rose|spoke"
    r"|stood|led|brought|found|broke|hit|shot|told|did|could|would|until|[Nn]ext|[Dd]ue|[Ss]igned)\b"
)
TAKEN_WITHIN = 90  # characters from the end
TOLD_WITHIN = 80  # characters: a caption may tell what went before in a later clause

# "&UR;" and others of the kind are what is left of a wire's typesetting.
SIGN = "&[A-Z]{2};"
AGENCY = r"\( ?(?:[A-Z][\w /.,&-]{1,28}|[a-z]{2,5}) ?\)"  # "(NW)", "(dpa)", "( NW )"
DATE = r"(?: ?, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,9}\.?)(?: ?,? \d{4})?)?"
# The news wires' teletype has no dash but "_".
DASH = rf"\.? ?(?:{SIGN} ?)?(?:--|[–—_-]) ?"
PLACE = rf"[A-ZÀ-Ý][\w.’'/ -]{{1,40}}(?: ?, [^\W\d_][\w.’' -]{{1,25}}){{0,2}}{DATE}(?: ?,)? ?{AGENCY}"
# "NASA — which", "The agency (ESA) - as": what follows a dateline begins a sentence.
BEGINS = r"(?=[\"“‘'`«(]{0,2} ?[^\W_a-z])"
WITH_AGENCY = rf"{PLACE}{DASH}{BEGINS}"
AGENCY_ALONE = (
    rf"\( ?(?:CNN|AP|Reuters|AFP|UPI|CBS News|Xinhua) ?\) ?(?:{DASH})?{BEGINS}"
    rf"|\([A-Z][\w&.'’ ]{{1,25}}\) ?(?:--|[–—]) ?{BEGINS}"
)
LABEL = rf"(?:UPDATED?|Updated?|BREAKING(?: NEWS)?|DEVELOPING|EXCLUSIVE) ?[:|] ?{BEGINS}"
# "Lower Veld (CNN) The bridge", "PORT ELM, Ore. (KOIN) The bridge": no dash where an agency is certain.
# "The Associated Press (AP) Stylebook" is no place.
WITH_KNOWN_AGENCY = (
    r"(?![^(]*\b(?:Press|News|Network|Agency|Television|Wire)\b)"
    r"[A-ZÀ-Ý][\w.’'-]{1,20}(?: [A-ZÀ-Ý][\w.’'-]{1,20}){0,2}(?:, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?)? "
    rf"\( ?(?:CNN|AP|Reuters|AFP|UPI|Xinhua|[WK][A-Z]{{2,3}}(?:-TV)?) ?\) {BEGINS}"
)
IN_CAPITALS = (
    rf"[A-ZÀ-Ý][A-ZÀ-Ý.’' -]{{2,30}}(?: ?, [A-Z][\w. ]{{1,20}})?{DATE} ?(?:--|[–—]| [-_] ) ?{BEGINS}"
    r"|[A-Z]{4,}(?: [A-Z]{3,}){0,2} (?=The |An? [a-z])"
)
# "BRNO 14. ledna –", "MADRID, 3 de marzo (EFE) -", "МОСКВА (ТАСС) —": capitals, then a day or an agency.
_DAY = r"(?:(?<=, )\d{1,2}\.?(?: de)?|\d{1,2}\.) [^\W\d_]{3,12}\.?(?: (?:de )?\d{4})?"
_BUREAU = r"\( ?[^\W\d_][^()\d]{1,28}\)"
IN_OTHER_CAPITALS = (
    r"(?P<place>[^\W\d_]{3,20}(?:[ -][^\W\d_]{2,20}){0,2}),? "
    rf"(?:{_DAY}(?:,? ?{_BUREAU})?|{_BUREAU}) ?[–—-] {BEGINS}"
)
WITH_STATE = (
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)? ?, (?:[A-Z]{2,8}|(?:[A-Z]\.){2}|[A-Z][a-z]{2,4}\.) ?(?:--|[-–—_]) "
    rf"{BEGINS}"
)
DATELINE_WITHIN = 150  # characters
LABEL_WITHIN = 15  # characters
CUT_PLACE = (
    rf"(?:{PLACE}|[A-ZÀ-Ý][A-ZÀ-Ý.’' -]{{2,30}}, [A-Z][A-Za-z]{{1,5}}\."
    r"|[А-ЯЁ][А-ЯЁ -]{2,30}, \d{1,2} [а-яё]{3,8}\.?(?: [-–—] [^.]{2,30}\.| ?/[А-ЯЁ]{2,12}/\.)?"
    r"|/[А-ЯЁ]{2,12}/\.)\Z"
)
BULLET = rf"(?:[•‣▪●◦■►▶]|{SIGN}|[*+>»-](?=\s)|(?:[—–_]|--) (?=[\"“‘'`«(]{{0,2}}[^\W_a-z]))\s*"

TAIL = (
    r"(?i)\s*(?:\[(?!sic\b)[^\W\d_][^\[\]\d]{0,20}\]"
    r"|\((?:additional |with )?(?:reporting|editing|writing|compiled|edited|inputs?)\b[^()]{0,300}\)"
    r"|\((?:AP|AFP|Reuters|UPI|dpa|ANI|PTI|IANS|Xinhua|TASS)(?:/\w+)?\))\s*\Z"
)
LEFT = rf"\s*(?:(?:{TAG}|{SIGN})\s*){{1,9}}"
# "7.57 pm.", "Jan. 24.", "Monday, May 3, 2010:" between the entries of a live page or a chronicle.
MOMENT = (
    rf"(?i)(?:(?:{WEEKDAY},? )?{MONTH}\w{{0,6}}\.? \d{{1,2}}(?:, \d{{4}})?"
    r"|\d{1,2}[.:]\d\d ?[ap]\.?m\.?(?: [a-z]{2,4})?)\s?[.:]?\Z"
)
MOMENT_LENGTH = 30  # characters
PERSON = (  # "Piet Lund, 21, Port Elm, FL." in a list of names
    r"[A-ZÀ-Ý][\w.'’-]{1,30}(?: [A-ZÀ-Ý][\w.'’-]{0,30}){1,3}, \d{1,3}, (?:of )?[A-ZÀ-Ý][\w.'’ -]{1,40}"
    r"(?:, [A-Z][A-Za-z.]{1,6})?\.?\Z"
)
PERSON_LENGTH = 100
PLACE_LENGTH = 150  # characters
TAIL_WITHIN = 330  # characters from the end


def is_caption(text: str) -> bool:
    """Whether a text is told as captions are: dated and in the present tense, or with "left," and "(L)"."""
    if any(word in text for word in SIDES) and re.search(SIDE, text):
        return True
    if not (re.search(r"\d", text) or text[-5:].lower().endswith(("day.", "week."))):
        return False
    if (
        any(map(str.isdecimal, text[-2:]))
        and re.search(TAKEN, text[-TAKEN_WITHIN:])
        and not quoting.quotes(text)
        and not re.search(f"{TOLD}|{PAST}", text[:TOLD_WITHIN])
        and not re.search(REPORTED, text)
    ):
        return True
    return _shows(text, ACTION, DATED) or (_shows(text, POSE, DAY_ALONE) and not quoting.quotes(text))


def _shows(text: str, doing: str, dated: str) -> bool:
    """Whether a text tells what people do at the moment, and after it when, and reports nothing."""
    act = re.search(doing, text[:ACTION_WITHIN])
    if not act or re.search(TOLD, text[: act.start()]) or re.search(REPORTED, text):
        return False
    return re.search(dated, text[act.end() :]) is not None


def head(text: str) -> tuple[int, int, str] | None:
    """The dateline, bullet or tag a text opens with, and the white space after it."""
    for name, pattern in _heads(text[:DATELINE_WITHIN]):
        found = re.match(pattern, text)
        if found and found.groupdict().get("place", "PLACE").isupper():
            end = len(text) - len(text[found.end() :].lstrip())
            return (0, end, name) if end < len(text) else None
    return None


def _heads(start: str) -> Iterator[tuple[str, str]]:
    """The patterns that may match a text with this start, so that `re` compiles no others."""
    if start[0] == "(":
        yield "dateline", AGENCY_ALONE
    if ")" in start:
        yield "dateline", WITH_AGENCY
        yield "dateline", WITH_KNOWN_AGENCY
    if start[:2].isupper():
        yield "dateline", IN_CAPITALS
        yield "dateline", IN_OTHER_CAPITALS
    if ", " in start and any(dash in start for dash in "-–—_"):
        yield "dateline", WITH_STATE
    if ":" in start[:LABEL_WITHIN] or "|" in start[:LABEL_WITHIN]:
        yield "label", LABEL
    if not start[0].isalnum():
        yield "bullet", BULLET
        yield "markup", LEFT


def is_moment(text: str) -> bool:
    """Whether a text is nothing but a day or an hour, set over what happened then."""
    return len(text) <= MOMENT_LENGTH and any(map(str.isdigit, text)) and re.match(MOMENT, text) is not None


def is_person(text: str) -> bool:
    """Whether a text is nothing but a name, an age and a town, as in a list of people."""
    return len(text) <= PERSON_LENGTH and text.count(", ") > 1 and re.match(PERSON, text) is not None


def is_place(text: str) -> bool:
    """Whether a text is a dateline that was cut off from its sentence: "PORT ELM, Fla."."""
    if len(text) > PLACE_LENGTH or not (text[-1] in ")/" or text[:2].isupper() or text[0] == "/"):
        return False
    return re.match(CUT_PLACE, text) is not None


def tail(text: str) -> tuple[int, int, str] | None:
    """The agency tag or credit in brackets after a text's last stop."""
    before = max(0, len(text) - TAIL_WITHIN)
    if text[-1] in ")]":
        found, name = re.search(TAIL, text[before:]), "agency-tag"
    elif text[-1] in ">;":
        found, name = re.search(rf"{LEFT}\Z", text[before:]), "markup"
    else:
        return None
    return (before + found.start(), len(text), name) if found and before + found.start() else None


def is_tag(text: str) -> bool:
    """Whether a text is nothing but such a tag."""
    return text[0] in "[(" and text[-1] in ")]" and re.match(TAIL, text) is not None
