"""What page furniture says: phrases as data, grouped by where on a unit they are looked for.

Each group is one alternation with the rule's name on each branch, so a unit costs one match per
group however long the lists grow. Compiled on first use. All patterns are case-insensitive unless
they say otherwise; none can backtrack more than linearly in the short window it is given.
"""

from __future__ import annotations

import re
from functools import cache

# Looked for at the start of a unit.
OPENINGS: dict[str, tuple[str, ...]] = {
    "related-link": (
        r"(?:also read|read also|see also|also see|read more|more on this|more from|read next|up next)\b",
        r"(?:related|recommended|more|watch|read|listen|video|must[- ]reads?|in pictures|gallery)\s?:",
        r"(?:related (?:articles?|stor(?:y|ies)|content|links?|topics?|coverage|news)|you may also like)\b",
        r"(?:recommendations? for you|recommended for you|most (?:read|popular|viewed|shared))\b",
        r"\((?:photos?|videos?|related|read|more|also|watch|see)\b[^)]*:",
        r"(?:lesen sie auch|mehr zum thema|lire aussi|à lire aussi|voir aussi|lea también|le puede interesar)\b",
        r"(?:leia (?:também|mais)|veja também|leggi anche|читайте также|смотрите также)\b",
    ),
    "photo-credit": (
        r"(?:photo|photograph|photography|picture|image|credit|photo credit|image credit|source)s?\s?(?:by\b|:)",
        r"(?:foto|bild|crédit photo|photo d'archives|imagen|fuente|фото)\s?(?::|\()",
        r"image (?:copyright|source)\b",
    ),
    "caption": (
        r"(?:image|media|video) caption\b",
        r"(?:pictured|above|below|caption|seen here|shown here)\s?(?::|,)",
        r"(?:pictured (?:above|below|left|right)|file (?:photo|image|picture|footage)|file\s?[-–—:])",
        r"(?:in this|this) (?:\w+ ){0,3}?(?:[a-z]+\.? \d{1,2}, \d{4},? )?(?:file |handout |undated |booking )*"
        r"(?:photo|photograph|image|picture|frame ?grab|still|screen ?(?:shot|grab))\b",
        r"(?:hide|toggle|enlarge|show) (?:caption|this image|image)\b",
    ),
    "agency-note": (
        r"[(\[]?(?:additional )?(?:reporting|editing|writing|compiled|edited|written)(?: and (?:writing|editing))? by\b",
        r"(?:[-–—] ?)?(?:the )?associated press (?:writers?|reporters?|journalists?)\b",
        r"this (?:story|article|report|post) (?:has been|was|is) (?:updated|corrected|published|first published"
        r"|originally published|produced|supplied|based)\b",
    ),
    "byline": (r"by (?-i:[A-Z][\w.'’-]+ [A-Z][\w.'’-]+)(?:,| and | for |$|\s?\|)",),
    "copyright": (
        r"(?:©|\(c\) ?\d{4}|copyright\b|all rights reserved|tous droits réservés|alle rechte vorbehalten)",
        r"(?:todos los derechos|todos os direitos|все права защищены|tutti i diritti)\b",
        r"this material may not be (?:published|reproduced)",
    ),
    "comments": (
        r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)|your (?:e-?mail|email) address will not",
        r"required fields are marked|\d+ comments?\b|comments? (?:are|is|\(|closed|below)|join the (?:conversation|discussion)",
        r"notify me of|log ?in to (?:comment|reply)|be the first to comment",
    ),
    "share-bar": (
        r"(?:share|tweet|print|e-?mail|pin|like)(?: (?:this|on|via|with|copy|article|story|close)\b|\s?$)",
        r"(?:share copy link|facebook twitter|follow (?:us|me|him|her|@|the|\w+ \w+ on|on\b))",
        r"(?:\d[\d.,]*[kKmM]? )(?:views?|shares?|likes?|retweets?|comments?)\b",
    ),
    "promotion": (
        r"(?:sign up|subscribe|get (?:our|the latest|more|your|breaking|daily)|register|download|click|tap|buy)\b"
        r".{0,80}\b(?:newsletter|inbox|e-?mail|app|here|now|free|today|alerts?|subscription|updates|access)\b",
        r"(?:advertisement|scroll to continue|story continues|continue reading|premium content|breaking news e-?mail)",
        r"(?:click|tap) (?:here|on|the|to|through)\b|(?:sign up|subscribe) (?:for|to|here|now|today)\b",
        r"(?:anzeige|werbung|publicité|publicidad|pubblicità|реклама)\s*$",
        r"thank(?:s| you) for (?:signing up|subscribing|reading)",
    ),
    "boilerplate": (
        r"(?:please )?enable (?:javascript|cookies)|(?:you need|javascript (?:is|must)|your browser)\b.{0,60}"
        r"\b(?:javascript|enabled?|disabled|supported?)\b",
        r"(?:starting in 1996, alexa|this (?:site|website|page) (?:uses|requires)|we use cookies|by (?:using|continuing))\b",
        r"(?:skip to|jump to|back to top|left menu|main menu|toggle navigation|tweet with a location)",
        r"(?:terms of (?:use|service)|privacy policy|cookie policy|about (?:us|this site)|contact us)\b",
        r"the internet archive|you can add location information",
    ),
    "contact": (
        r"(?:contact|e-?mail|reach|call|write to|follow)(?: \w+){0,4} (?:at|on twitter|on)\b.{0,60}(?:@|\d{3}|twitter)",
        r"(?:tel|phone|fax|e-?mail|telephone|contact)\s?[:.]",
    ),
    "time-stamp": (
        r"(?:updated|published|posted|last (?:updated|modified)|first published)\b.{0,12}"
        r"(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
        r"\d+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\s*$",
    ),
}

# Anywhere in a unit. Literal and lower case: containment is an order faster than a search.
PHRASES: dict[str, tuple[str, ...]] = {
    "caption": (
        "(photo:", "(photo by", "(ap photo", "(file photo", "/getty images", "/ getty images", "/reuters)",
        "/afp)", "/ap)", "(reuters/", "(photograph:", "(picture:", "(credit:", "(image:", "(getty", "(afp/",
        "photo courtesy", "(courtesy of", "(screenshot", "(bild:", "(foto:", "(фото", "via getty images", "via ap)",
        "is seen in this", "are seen in this", "seen in this file", "in this file photo", "in this undated",
        "in this image taken", "in this photo", "in this frame", "in this handout", "in this courtroom sketch",
    ),
    "social-embed": ("pic.twitter.com/", "(@", "view this post on instagram", "a post shared by"),
    "boilerplate": (
        "your browser", "enable javascript", "privacy policy", "terms of service", "javascript is disabled",
        "web crawl", "crawl data", "wayback machine", "cookie policy",
    ),
    "promotion": ("click here", "sign up for our", "our newsletter", "to your inbox", "download the app"),
    "copyright": ("all rights reserved", "without permission", "may not be reproduced", "may not be published"),
    "agency-note": ("contributed to this report", "contributed to this story", "contributed to this article"),
}  # fmt: skip

# Somebody does something in the present tense, and a date or a place on the picture ends it.
CAPTION = (
    r"[^.!?]{3,160}?\b(?:is|are) (?:seen|shown|pictured)\b"
    r"|(?=[^\n]{20,400}(?:\b(?:19|20)\d\d|day|\b[A-Z][a-z]{2,8}\.? \d{1,2})\.?\Z)"
    r"[^.!?]{3,120}?\b(?:speaks|arrives|poses|waves|walks|stands|sits|looks on|attends|listens|talks|gestures|hugs"
    r"|kisses|embraces|holds|performs|greets|addresses|shakes hands|smiles|reacts|celebrates|watches|leaves|answers"
    r"|pose|arrive|walk|stand|sit|wait|inspect|pray|march|protest|gather|carry|embrace|shake hands)\b"
    r"[^.!?]{0,60}\b(?:at|in|on|during|outside|before|after|as|with|to|for|near|from)\b"
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
)
BULLET = r"(?:[•‣▪●◦■►▶»]|[*+-](?=\s))\s*"

# A tag after the last stop: an initialled agency mark, an editor's note, a credit in brackets.
TAIL = (
    r"\s*(?:\[[^\[\]\d]{1,20}\]"
    r"|\((?:additional |with )?(?:reporting|editing|writing|compiled|edited|inputs?)\b[^()]{0,300}\)"
    r"|\((?:AP|AFP|Reuters|UPI|dpa|ANI|PTI|IANS|Xinhua|TASS)(?:/\w+)?\))\s*\Z"
)
TAIL_LENGTH = 330  # characters looked at


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


@cache
def caption() -> re.Pattern[str]:
    """The sentence shape of captions."""
    return re.compile(CAPTION)


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
