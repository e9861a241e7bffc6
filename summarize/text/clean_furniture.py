"""What page furniture says: phrases as data, and the few functions that look for them.

Grouped by where on a unit they are looked for: at its start (`OPENINGS`), anywhere (`PHRASES`), as a
head or tail that is not the sentence's. Each group is one alternation with the rule's name on each
branch, so that a unit costs one match per group however long the lists grow; compiled on first use.
Openings ignore case except inside `(?-i:...)`. Every repetition is bounded.
"""

from __future__ import annotations

import re
from functools import cache

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
PICTURE = (
    r"(?:photo|photograph|image|picture|frame ?grab|video|still|screen ?(?:shot|grab)|sketch|combination)"
)
NAME = r"(?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})"

OPENINGS: dict[str, tuple[str, ...]] = {
    "related-link": (
        r"(?:also read|read also|see also|also see|read more|more on this|read next)\b",
        r"(?:related|recommended|more|watch|read|listen|must[- ]reads?|in pictures|gallery|timeline)\s?[:|]",
        r"(?:up next|more information|previously)\s?(?::|\Z)|related\b[^:.]{0,60}:",
        r"(?:related (?:articles?|stor(?:y|ies)|content|links?|topics?|coverage|news)|you may also like)\b",
        r"(?:recommendations? for you|recommended for you)\b|most (?:read|popular|viewed|shared)\s*\Z",
        r"\((?:photos|videos?|related|read|more|also|watch|see)\b[^)]{0,40}:|\((?-i:[A-Z][A-Z ]{2,30}):",
        r"just watched\b|must watch\b",
        r"(?:lesen sie auch|mehr zum thema|lire aussi|à lire aussi|voir aussi|lea también)\b",
        r"(?:le puede interesar|leia (?:também|mais)|veja também|leggi anche|читайте также|смотрите также)\b",
    ),
    "photo-credit": (
        r"(?:photo|photograph|photography|picture|image|illustration|credit|photo credit)s?\s?(?:by\b|:)|sources?\s?:(?! ?[\"“])",
        r"(?:foto|bild|crédit photo|photo d'archives|imagen|fuente|фото)\s?(?::|\()",
        rf"\((?:submitted )?{PICTURE}s?\s?(?:by\b|:|illustration)|photographer\s?:|image (?:copyright|source)\b",
        r"submitted photo|photos? courtesy",
    ),
    "caption": (
        r"(?:image|media|video) caption\b|(?:pictured|above|below|caption|seen here|shown here)\s?[:,]",
        r"pictured (?:above|below|left|right)\b|file (?:photo|image|picture|footage)\b|file\s?[-–—:]",
        rf"(?:\([^()]{{2,30}}\) )?in this\b[^:;]{{0,60}}?\b{PICTURE}\b|this [^:;]{{0,50}}?\b{PICTURE} "
        r"(?:provided|released|taken|made|shows|issued|obtained|posted)\b",
        r"an? file (?:photo|image|picture)\b|(?:hide|toggle|enlarge|show) (?:this )?(?:caption|image)\b",
        r"\d{1,3} (?:of|/) \d{1,3}\.?\Z",
    ),
    "agency-note": (
        r"[(\[]?(?:additional )?(?:reporting|editing|writing|compiled|edited|written)"
        r"(?: and (?:writing|editing))? by\b(?![^;]{90})|(?:[-–—] ?)?(?:the )?associated press (?:writer|reporter|journalist)s?\b",
        r"(?:this|an earlier version of this) (?:story|article|report|post)\b.{0,40}\b(?:updated|corrected"
        r"|published|produced|supplied|based on|incorrectly|misstated|misspelled|misidentified)\b",
        r"(?:correction|clarification|editor['’]s note)\s?:|updated: we\b|original(?:ly published| article) on\b",
        rf"{NAME} (?:and {NAME} )?reported from\b|(?-i:[A-Z][\w'’-]+) reported from [^,]{{3,30}}\.\Z",
    ),
    "byline": (rf"by {NAME}(?:,| and | for |/|\Z|\s?\|)",),
    "copyright": (
        r"(?:©|\(c\) ?\d{4}|copyright\b(?! \w+ (?:is|was|law)\b)|all rights reserved|tous droits réservés)",
        r"(?:alle rechte vorbehalten|todos los derechos|todos os direitos|все права защищены|tutti i diritti)\b",
        r"this material may not be (?:published|reproduced)",
    ),
    "comments": (
        r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)|your (?:e-?mail|email) address will not",
        r"required fields are marked|\d+ comments?\s*\Z|comments? (?:are closed|\(\d|below)|notify me of",
        r"join the (?:conversation|discussion)\b|log ?in to (?:comment|reply)|be the first to comment",
    ),
    "share-bar": (
        r"(?:share|tweet|print|e-?mail|pin|like)(?: (?:this|via|with|copy|close)\b|\s*\Z)|like us on\b",
        r"(?:share copy link|facebook twitter|text size|follow (?:us|me|him|her|@|the author|\S+ @|\S+ \S+ on\b))",
        r"(?:\d[\d.,]*[km]? )(?:views?|shares?|likes?|retweets?)\b|become a fan\b",
    ),
    "promotion": (
        r"(?:please )?(?:sign up|subscribe|get (?:our|the latest|full|your|breaking|daily)|register|download)\b"
        r".{0,80}\b(?:newsletters?|inbox|e-?mails?|app|here|now|free|today|alerts?|subscription|access)\b",
        r"(?:advertisement|scroll to continue|story continues|continue reading|premium content|sponsored)\b",
        r"(?:click|tap) (?:here|on|the|to|through|below)\b|please (?:click|subscribe|consider (?:sub|don))",
        r"e-?mail sign up\b|support our journalism|already a subscriber|thank(?:s| you) for (?:signing|subscribing)",
        r"(?:see|read|watch|view|visit|check out|listen to)\b[^:;]{0,90}\b(?:here|below|for more information"
        r"|to learn more|to find out more)[.!]?\Z",
        r"(?:for|to) (?:more|additional|further|tips|learn more|read more|see more|find out more)\b[^:;]{0,110}"
        r"\b(?:visit|see|go to|head (?:over )?to|follow|call|click|check out|pick up|read)\b",
        r"(?:anzeige|werbung|publicité|publicidad|pubblicità|реклама)\s*\Z",
        r"(?:note: )?by (?:submitting|signing up|clicking)\b",
    ),
    "boilerplate": (
        r"(?:please )?enable (?:javascript|cookies)|warning: (?:the following|this)\b",
        r"(?:you need|javascript (?:is|must)|your browser)\b.{0,60}\b(?:javascript|enabled?|disabled|support(?:ed)?)\b",
        r"starting in 1996, alexa\b|this (?:site|website) (?:uses|requires)\b|we use cookies\b|by (?:using|continuing to)\b",
        r"(?:skip to|jump to|back to top|left menu|main menu|toggle navigation|tweet with a location)\b",
        r"(?:terms of (?:use|service)|privacy policy|cookie policy|about this site|contact us)\b",
        r"you can add location information|when you tweet with a location|sorry, the page you requested",
        r"(?:the )?views expressed\b",
    ),
    "contact": (
        r"(?:to )?(?:contact|e-?mail|reach|write to|follow)\b(?: \S+){0,9} (?:at|on twitter|on)\b.{0,60}(?:@|\d{3}|twitter)",
        r"(?:tel|phone|fax|e-?mail|telephone|contact|twitter)\s?[:.]",
    ),
    "time-stamp": (
        rf"(?:updated|published|posted|last (?:updated|modified)|first published)\s?(?::|at\b|on\b|\|)?\s?"
        rf"(?:\d{{1,4}}[:./-]\d|\d{{1,2}} {MONTH}|{WEEKDAY}|{MONTH}\w{{0,6}}\.? \d)",
        rf"\(published {WEEKDAY}|\d+ (?:second|minute|min|hour|hr|day|week|month|year)s? ago\s*\Z",
    ),
}  # fmt: skip

# Anywhere in a unit. Literal and lower case: containment is an order faster than a search.
PHRASES: dict[str, tuple[str, ...]] = {
    "caption": (
        "(photo:", "(photo by", "(ap photo", "(file photo", "/getty images", "/ getty images", "/reuters)", "/afp)",
        "/ap)", "(reuters/", "(photograph:", "(picture:", "(credit:", "(image:", "(getty", "(afp/", "photo courtesy",
        "(screenshot", "(bild:", "(foto:", "(фото", "via getty images", "via ap)", "file photo", "in this undated",
        "is seen in this", "are seen in this", "in this image taken", "in this photo provided", "in this frame grab",
        "in this handout", "in this courtroom sketch", "credit: ap photo", " buy photo ",
    ),
    "social-embed": ("pic.twitter.com/", " (@", "view this post on instagram", "a post shared by"),
    "boilerplate": (
        "enable javascript", "javascript is disabled", "web crawl", "crawl data", "wayback machine", "cookie policy",
        "tweet location history", "broken links on the web", "no more 404", "your location history",
    ),
    "promotion": (
        "click here", "sign up for our", "our newsletter", "to your inbox", "to your email inbox", "download the app",
        "email alerts", "in the comments.", "comments below", "straight to your phone",
    ),
    "copyright": ("all rights reserved", "reproduced without", "reprinted without", "used without permission", "may not be reproduced", "may not be published,"),
    "agency-note": ("contributed to this report", "contributed to this story", "contributed to this article"),
    "contact": ("can be reached at", "can be reached on", "send an email to the author"),
}  # fmt: skip

# Captions say in the present tense who does what, and date it; prose tells it in the past.
DATED = (
    rf"{WEEKDAY}, {MONTH}\w{{0,6}}\.? \d{{1,2}}|\b{MONTH}\w{{0,6}}\.? \d{{1,2}}, \d{{4}}"
    rf"|\b\d{{1,2}} {MONTH}\w{{0,6}},? \d{{4}}|\b(?:on {MONTH}\w{{0,6}}\.? \d{{1,2}}|on {WEEKDAY}|last week)\.\Z"
)
ACTION = (
    r"\b(?:(?:is|are) (?:seen|shown|pictured|greeted|carried|escorted|comforted|reflected)|looks? on|speaks?|arrives?"
    r"|poses?|waves? (?:to|as|from|at)|walks?|stands? (?:in|at|by|on|near|outside|next|with|guard|behind)|sits?|attends?"
    r"|listens?|talks? (?:to|with)|gestures?|hugs?|kiss(?:es)?|embraces?|performs?|greets?|address(?:es)?|shakes? hands"
    r"|smiles?|reacts?|celebrates?|watch(?:es)?|leaves? (?:the|a|after|with|court)|answers? questions|waits?|inspects?"
    r"|prays?|gathers?|works? (?:at|on|as|in)|lines? up|ushers?|rides?|takes? part)\b"
)
TOLD = r"\b(?:was|were|had|has|have|will|would|said|says|told|\w{2,}ed)\b"
SIDE = (
    r", (?:far |front |top |bottom )?(?:left|right|center|centre),"
    r"|\((?:left|right|center|centre|[LRC])\)|\b(?:second|third) from (?:left|right)\b"
)

# A place and perhaps an agency before the first sentence. Case matters: a dateline's place is a name.
AGENCY = r"\([A-Z][\w /.,&-]{1,28}\)"
DATE = r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
DASH = r" ?(?:--|[–—-]) ?"
DATELINE = (
    rf"[A-ZÀ-Ý][\w.’'/ -]{{1,40}}(?:, [^\W\d_][\w.’' -]{{1,25}}){{0,2}}{DATE} ?{AGENCY}{DASH}"
    rf"|\((?:CNN|AP|Reuters|AFP|UPI|CBS News|Xinhua)\) ?(?:{DASH}|(?=[A-Z]))"
    rf"|[A-ZÀ-Ý][A-ZÀ-Ý.’' -]{{2,30}}(?:, [A-Z][\w. ]{{1,20}})?{DATE} ?(?:--|[–—]| - ) ?"
    r"|[A-Z]{4,}(?: [A-Z]{3,}){0,2} (?=The |An? [a-z])"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z]{2,8} ?[-–—] "
    r"|[—–] (?=[A-Z])"
)
BULLET = r"(?:[•‣▪●◦■►▶»]|[*+-](?=\s))\s*"

# A tag after the last stop: an initialled agency mark, an editor's note, a credit in brackets.
TAIL = (
    r"\s*(?:\[(?!sic\b)[^\W\d_][^\[\]\d]{0,20}\]"
    r"|\((?:additional |with )?(?:reporting|editing|writing|compiled|edited|inputs?)\b[^()]{0,300}\)"
    r"|\((?:AP|AFP|Reuters|UPI|dpa|ANI|PTI|IANS|Xinhua|TASS)(?:/\w+)?\))\s*\Z"
)
TAIL_LENGTH = 330  # characters looked at
CAPTION_HEAD = 200  # characters in which a caption says what is done


def opening(text: str) -> str | None:
    """The rule whose phrase a unit opens with."""
    found = _openings().match(text)
    return found.lastgroup.replace("_", "-") if found and found.lastgroup else None


def phrase(text: str) -> str | None:
    """The rule whose phrase a unit holds anywhere."""
    lowered = text.lower()
    return next((name for name, group in PHRASES.items() if any(map(lowered.__contains__, group))), None)


def head(text: str) -> tuple[int, int, str] | None:
    """The dateline or bullet a block opens with, and the white space after it."""
    found = _head().match(text)
    if not found or found.end() >= len(text):
        return None
    blank = len(text) - len(text[found.end() :].lstrip()) - found.end()
    return (0, found.end() + blank, (found.lastgroup or "").replace("_", "-"))


def tail(text: str) -> tuple[int, int, str] | None:
    """The agency tag or credit in brackets after a unit's last stop."""
    if text[-1] not in ")]":
        return None
    found = _tail().search(text, max(0, len(text) - TAIL_LENGTH))
    return (found.start(), len(text), "agency-tag") if found and found.start() else None


def caption(text: str) -> bool:
    """Whether a unit has the shape of a caption: dated, in the present tense; or "left," and "(R)"."""
    action, dated, told, side = _caption()
    if side.search(text):
        return True
    act = action.search(text, 3, CAPTION_HEAD)
    return bool(act and dated.search(text, act.end()) and not told.search(text, 0, act.start()))


@cache
def _caption() -> tuple[re.Pattern[str], ...]:
    dated = re.compile(DATED, re.IGNORECASE)
    return re.compile(ACTION), dated, re.compile(TOLD), re.compile(SIDE)


@cache
def _openings() -> re.Pattern[str]:
    branches = (f"(?P<{name.replace('-', '_')}>{'|'.join(group)})" for name, group in OPENINGS.items())
    return re.compile("|".join(branches), re.IGNORECASE)


@cache
def _head() -> re.Pattern[str]:
    return re.compile(f"(?P<dateline>{DATELINE})|(?P<bullet>{BULLET})")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(TAIL, re.IGNORECASE)
