"""What page furniture says: phrases as data, by where on a unit they stand.

`OPENINGS` are looked for at the start of a unit, as one alternation with the rule's name on each
branch, so that a unit costs one match however long the lists grow; compiled on first use. They ignore
case except inside `(?-i:...)`, and every repetition in them is bounded. `PHRASES` may stand anywhere
and are literal: containment is an order faster than a search.

A phrase earns its place by being rare in prose: "By using" opens many a good sentence, "By using this
site" none.
"""

from __future__ import annotations

import re
from functools import cache

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
PICTURE = r"(?:photo|photograph|image|picture|frame ?grab|video|still image|screen ?(?:shot|grab)|sketch)"
TAKEN = (
    rf"(?:(?:{WEEKDAY}|{MONTH}\w{{0,6}}\.?|\d{{1,4}}|file|undated|handout|booking|aerial|satellite"
    rf"|recent|archive"
    r"|publicity|courtroom|combination|combo),? ){0,7}"
)
AGENCIES = r"(?:ap|associated press|afp|reuters|getty images|epa|xinhua|handout)"
NAME = r"(?-i:[A-ZÀ-Ý][\w.'’-]{1,30}(?: [A-ZÀ-Ý][\w.'’-]{0,30}){1,3})"
PHONE = r"\d{3}[-. )]{1,2}\d{3}|\d{3}[-.]\d{4}"

OPENINGS: dict[str, tuple[str, ...]] = {
    "related-link": (
        r"(?:also read|read also|see also|also see|read more|more on this|read next)\b",
        r"(?:related|recommended|more|watch|read|listen|must[- ]reads?|in pictures|gallery|timeline)\s?[:|]",
        r"(?:up next|more information|previously|related \w{1,12})\s?(?::|\Z)",
        r"(?:related (?:articles?|stories|content|links?|topics?|coverage)|you may also like)\b",
        r"(?:recommendations? for you|recommended for you)\b|most (?:read|popular|viewed|shared)\s*\Z",
        r"\((?:photos|videos?|related|read|more|also|watch|see)\b[^)]{0,40}:|\((?-i:[A-Z][A-Z ]{2,30}):",
        r"just watched\b|must watch\b",
        r"(?:lesen sie auch|mehr zum thema|lire aussi|à lire aussi|voir aussi|lea también)\b",
        r"(?:le puede interesar|leia (?:também|mais)|veja também|leggi anche|читайте также|смотрите также)\b",
    ),
    "highlight": (
        r"(?:story highlights|key (?:points|takeaways)|what to know|at a glance)\s?:?\s?"
        r"(?:\Z|(?-i:[A-ZÀ-Ý•*-]))",
    ),
    "photo-credit": (
        r"(?:photo|photograph|photography|picture|image|illustration|credit|photo credit)s?\s?(?:by\b|:)",
        r"sources?\s?:(?! ?[\"“])|photographer\s?:|image (?:copyright|source)\b|submitted photo"
        r"|photos? courtesy",
        r"(?:foto|bild|crédit photo|photo d['’]archives|imagen|fuente|фото)\s?[:(]",
        rf"\((?:submitted )?{PICTURE}s?\s?(?:by\b|:|illustration)",
        rf"\({MONTH}\w{{0,6}}\.? \d{{1,2}}\)|\({AGENCIES}\)\s*\Z",
    ),
    "caption": (
        r"(?:image|media|video) caption\b|(?:pictured|above|below|caption|seen here|shown here)\s?[:,]",
        r"pictured (?:above|below|left|right)\b|file (?:photo|image|picture|footage)\b|file\s?[-–—:]",
        rf"(?:\([^()]{{2,30}}\) )?in this {TAKEN}{PICTURE}\b",
        rf"this {TAKEN}{PICTURE} (?:provided|released|taken|made|shows|issued|obtained|posted)\b",
        r"an? file (?:photo|image|picture)\b|(?:hide|toggle|enlarge|show) (?:this )?(?:caption|image)\b",
        r"\d{1,3} (?:of|/) \d{1,3}\.?\Z",
    ),
    "agency-note": (
        r"[(\[](?:additional )?(?:reporting|editing|writing|compiled|edited|written)(?: and \w{7})? by\b",
        rf"(?:additional )?(?:reporting|editing|writing)(?: and \w{{7}})? by {NAME}(?:[;,.)\]]| and "
        rf"| in |\Z)",
        rf"(?:compiled|edited|written) by {NAME}(?:(?:,| and) {NAME}){{0,3}}\.?\Z",
        r"(?:[-–—] ?)?(?:the )?associated press (?:writer|reporter|journalist)s?\b",
        r"(?:this|an earlier version of this) (?:story|article|report|post)\b.{0,40}\b(?:updated|corrected"
        r"|published|produced|supplied|based on|incorrectly|misstated|misspelled|misidentified)\b",
        r"(?:correction|clarification|editor['’]s note)(?: \(?\d[^:.]{0,18})?\s?:|updated: we\b",
        r"updated (?:at|on) .{0,25}\bto (?:correct|add|include|reflect)|original(?:ly published"
        r"| article) on\b",
        rf"{NAME} (?:and {NAME} )?reported from\b|(?-i:[A-Z][\w'’-]{{1,30}}) reported from [^,]{{3,30}}\.\Z",
    ),
    "byline": (rf"by {NAME}(?:(?:,| and| for|\s?\|)[^.!?]{{0,60}}|/[^.!?]{{0,30}}\.?)?\Z",),
    "copyright": (
        r"©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|by\b|(?-i:[A-Z]))|all rights reserved"
        r"|tous droits réservés",
        r"(?:alle rechte vorbehalten|todos los derechos|todos os direitos|все права защищены"
        r"|tutti i diritti)\b",
        r"this material may not be (?:published|reproduced)",
    ),
    "comments": (
        r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)|your e-?mail address will not",
        r"required fields are marked|\d+ comments?\s*\Z|comments? (?:are closed|\(\d|below)|notify me of",
        r"join the (?:conversation|discussion)\b|log ?in to (?:comment|reply)|be the first to comment",
        r"save my name\b.{0,60}\bbrowser\b",
    ),
    "share-bar": (
        r"(?:share|tweet|print|e-?mail|pin)(?: (?:this|via|copy|close)\b|\s*\Z)|like us on\b|like this:",
        r"(?:share copy link|facebook twitter|text size)\b|become a fan\b",
        r"follow (?:us|me|him|her|@|the author|\S{1,30} @|\S{1,30} \S{1,30} on\b)",
        r"\d[\d.,]{0,9}[km]? (?:views?|shares?|likes?|retweets?)\s*(?:\Z|[|·•])",
    ),
    "promotion": (
        r"(?:please )?(?:sign up|subscribe|get (?:our|the latest|full|your|breaking|daily)"
        r"|download (?:the|our|your)"
        r"|register (?:for|now|to))\b.{0,80}\b(?:newsletters?|inbox|e-?mails?|app|here|now|free|today|alerts?"
        r"|subscription|access)\b",
        r"advertisements?(?:\Z| (?:continue|scroll|story))|scroll to continue|story continues"
        r"|continue reading",
        r"premium content\b|sponsored(?: (?:content|post|links?))?\s*\Z|support our journalism"
        r"|already a subscriber",
        r"(?:click|tap) (?:here|on|the|to|through|below)\b|please (?:click|subscribe|consider (?:sub|don))",
        r"e-?mail sign up\b|thank(?:s| you) for (?:signing|subscribing)|(?:note: )?by (?:submitting"
        r"|signing up)\b",
        r"(?:see|read|watch|view|visit|check out|listen to)\b[^:;]{0,90}\b(?:here|below|above"
        r"|for more information|to learn more|to find out more)[.!]?\Z",
        r"for (?:more|further|additional) (?:information|details|info)\b|(?:for more(?! than\b)|for tips"
        r"|to learn more"
        r"|to read more|to see more)\b[^:;]{0,110}, (?:please )?(?:visit|see|go to|head|follow|call"
        r"|click|check|pick up"
        r"|read)\b",
        r"(?:anzeige|werbung|publicité|publicidad|pubblicità|реклама)\s*\Z",
        r"(?:jetzt|newsletter) (?:abonnieren|anmelden)\b|suscríbete\b|inscrivez-vous\b|assine\b"
        r"|подпишитесь\b",
    ),
    "boilerplate": (
        r"(?:please )?enable (?:javascript|cookies)|warning: (?:the following|this) (?:video|story"
        r"|article)\b",
        r"you need (?:javascript|to (?:enable|turn on))\b|javascript (?:is|must)\b",
        r"your browser\b.{0,60}\b(?:javascript|supported|support|disabled|out of date)\b",
        r"starting in 1996, alexa\b|this (?:site|website) (?:uses|requires)\b|we use cookies\b",
        r"by (?:using|continuing to (?:use|browse)) (?:this|our|the) (?:site|website|service|app)\b",
        r"(?:skip to|jump to|back to top|left menu|main menu|toggle navigation|tweet with a location)\b",
        r"(?:terms of (?:use|service)|privacy policy|cookie policy|about this site|contact us)\s*(?:\Z"
        r"|[|·&])",
        r"you can add location information|when you tweet with a location|sorry, the page you requested",
        r"(?:the )?views expressed\b|contact us at\b",
    ),
    "contact": (
        r"(?:to )?(?:contact|e-?mail|reach|write to|follow)\b(?: \S{1,40}){0,9} (?:at|on)\b"
        rf".{{0,60}}(?:@|twitter|{PHONE})",
        r"(?:tel|phone|fax|e-?mail|telephone|contact|twitter)\s?[:.]",
    ),
    "time-stamp": (
        r"(?!.{0,60}\b(?:the|an?|is|was|were|has|had)\b)(?=.{0,70}\Z)"
        r"(?:updated|published|posted|last (?:updated|modified)|first published)\s?(?::|at\b|on\b|\|)?\s?"
        rf"(?:\d{{1,4}}[:./-]\d|\d{{1,2}} {MONTH}|{WEEKDAY}|{MONTH}\w{{0,6}}\.? \d)",
        rf"\(published {WEEKDAY}|\d+ (?:second|minute|min|hour|hr|day|week|month|year)s? ago\s*\Z",
    ),
}  # fmt: skip

PHRASES: dict[str, tuple[str, ...]] = {
    "caption": (
        "(photo:", "(photo by", "(ap photo", "(file photo", "/getty images", "/ getty images", "/reuters)",
        "/afp)", "/ap)", "(reuters/", "(photograph:", "(picture:", "(credit:", "(image:", "(getty", "(afp/",
        "photo courtesy", "(screenshot", "(bild:", "(foto:", "(фото", "via getty images", "via ap)",
        "file photo",
        "in this undated", "is seen in this", "are seen in this", "in this image taken",
        "in this photo provided",
        "in this frame grab", "in this handout", "in this courtroom sketch", "credit: ap photo",
        " buy photo ",
    ),
    "social-embed": ("pic.twitter.com/", " (@", "view this post on instagram", "a post shared by"),
    "boilerplate": (
        "enable javascript", "javascript is disabled", "web crawl", "crawl data", "the wayback machine",
        "tweet location history", "your location history", "broken links on the web", "no more 404",
    ),
    "promotion": (
        "click here", "sign up for our", "our newsletter", "to your inbox", "to your email inbox",
        "download the app", "for email alerts", "in the comments.", "in the comments below",
        "straight to your phone",
    ),
    "copyright": (
        "all rights reserved", "reproduced without", "reprinted without", "used without permission",
        "may not be reproduced", "may not be published,",
    ),
    "agency-note": ("contributed to this report", "contributed to this story", "contributed to this article",
        "auto-generated from", "has not been edited by"),
    "contact": ("can be reached at", "can be reached on", "send an email to the author"),
}  # fmt: skip


def opening(text: str) -> str | None:
    """The rule whose phrase a unit opens with."""
    found = _openings().match(text)
    return found.lastgroup.replace("_", "-") if found and found.lastgroup else None


def phrase(text: str) -> str | None:
    """The rule whose phrase a unit holds anywhere."""
    lowered = text.lower()
    return next((name for name, group in PHRASES.items() if any(map(lowered.__contains__, group))), None)


@cache
def _openings() -> re.Pattern[str]:
    branches = (f"(?P<{name.replace('-', '_')}>{'|'.join(group)})" for name, group in OPENINGS.items())
    return re.compile("|".join(branches), re.IGNORECASE)
