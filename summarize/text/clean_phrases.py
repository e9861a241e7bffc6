"""Looks page furniture up: openings by the first word of a unit, phrases wherever they stand.

A pattern is compiled only where it may match: a digest of five articles meets a dozen of the hundred
first words, and compiling them all took longer than everything else cleaning does there
(docs/decisions/0004). `PHRASES` are literal: containment is an order faster than a search.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarize.text.clean_furniture import AGENCIES, GREETING, MONTH, NAME, OPENINGS, SPEAKER
from summarize.text.clean_mail import FOOTERS
from summarize.text.clean_walls import WALLS

# What may stand before the first word without being part of it: bullets, dashes, arrows.
LEAD = "—–-•*|➜→►▶· \t\u200b"
FIRST = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
DIGIT = "0"

PHRASES: dict[str, tuple[str, ...]] = {
    "caption": (
        "(photo:", "(photo by", "(ap photo", "/getty images", "/ getty images", "/reuters)",
        "/afp)", "/ap)", "(reuters/", "(photograph:", "(picture:", "(credit:", "(image:", "(getty", "(afp/",
        "photo courtesy", "(screenshot", "(bild:", "(foto:", "(фото", "via getty images", "via ap)",
        "file photo", "in this undated", "is seen in this", "are seen in this", "in this image taken",
        "in this photo provided", "in this photograph", "in this picture taken", "in this frame grab",
        "in this handout", "in this courtroom sketch", "this photo released", "credit: ap photo",
        " buy photo ", "x embed x share",
    ),
    "social-embed": ("pic.twitter.com/", "rt @", "view this post on instagram", "a post shared by"),
    "boilerplate": (
        "enable javascript", "javascript is disabled", "web crawl", "crawl data", "the wayback machine",
        "internet archive hopes", "these crawls are part of", "broken links on the web", "no more 404",
        "page url may have changed", "page you requested could not be found", "reuse any content from",
        "licensing options available",
        "tweet location history", "your location history",
        "this feature is not available", "rating is available when", "activate your account",
        "personal, non-commercial use", "not be in its final form", "are now closed.",
        "transcripts are created",
    ),
    "promotion": (
        "click here", "sign up for our", "our newsletter", "to your inbox", "to your email inbox",
        "download the app", "for email alerts", "in the comments.", "in the comments below",
        "straight to your phone", "on our site", "download a copy here",
        "unsubscribe at any time", "not a robot", "updates and special offers",
        "stories that matter, delivered", "using the link above", "to join our mailing list",
        "consider subscribing", "delivered to your door",
    ),
    "copyright": (
        "all rights reserved", "reproduced without", "reprinted without", "used without permission",
        "may not be reproduced", "may not be published,",
    ),
    "agency-note": ("contributed to this report", "contributed to this story", "contributed to this article",
        "auto-generated from", "has not been edited by"),
    "contact": ("can be reached at", "can be reached on", "send an email to the author"),
}  # fmt: skip

# A literal, a rule, and a pattern sought where the literal stands.
Phrase = tuple[str, str, str]
# A handle in brackets is prose unless it signs a post.
SOUGHT: tuple[Phrase, ...] = (
    (" (@", "social-embed", rf"[—–-] ?.{{1,60}} \(@\w{{1,30}}\)|\(@\w{{1,30}}\) (?:on )?{MONTH}"),
    (" | ", "caption", rf"[.!?][\"”’]? \| (?:{AGENCIES}\b|(?-i:[A-Z][\w.'’-]+ [A-Z][\w'’-]+) ?/)"),
    (": ", "boilerplate", rf"\A(?-i:{SPEAKER}): {GREETING}"),
    ("/", "photo-credit", rf"/ ?{AGENCIES}\s*\Z"),
    (" reported from ", "agency-note", rf"\A{NAME} (?:and {NAME} )?reported from\b"),
    (" reported from ", "agency-note", r"\A(?-i:[A-Z][\w'’-]{1,30}) reported from [^,]{3,30}\.\Z"),
    (" contributed.", "agency-note", r"\b(?:writer|reporter|staff|correspondent)s?\b.{0,60} contributed\.\Z"),
    *((literal, name, "") for name, group in PHRASES.items() for literal in group),
)
# What several phrases share: where it does not stand none of them does, which halves the work on most pages.
SIGNS = (
    "photo", "in this ", "/", "your ", "(", "not be ", "contribut", "without ", "crawl", "mail", "comments",
    "be reached", "reported from", "javascript", " post ",
)  # fmt: skip


def opening(text: str) -> str | None:
    """The rule whose phrase a unit opens with."""
    start = len(text) - len(text.lstrip(LEAD))
    word = FIRST.match(text, start)
    first = word.group().lower().replace("’", "'") if word else text[start : start + 1]
    if first.isdecimal():
        first = DIGIT
    pattern = _pattern(first) if first in _index() else None
    found = pattern.match(text, word.end() if word else start + 1) if pattern else None
    return found.lastgroup.replace("_", "-") if found and found.lastgroup else None


def held(text: str) -> tuple[Phrase, ...]:
    """The phrases that stand anywhere in a page: hardly any, so that units are searched for few."""
    lowered = text.lower()
    sought = (group for sign, group in _by_sign().items() if sign in lowered)
    return tuple(sorted((each for group in sought for each in group if each[0] in lowered), key=SOUGHT.index))


def phrase(text: str, among: Sequence[Phrase] = SOUGHT) -> str | None:
    """The rule whose phrase a unit holds anywhere."""
    lowered = text.lower() if among else ""
    for literal, name, pattern in among:
        if literal in lowered and re.search(pattern, text, re.IGNORECASE):
            return name
    return None


@cache
def _by_sign() -> dict[str, list[Phrase]]:
    """The phrases by the first of `SIGNS` that they hold; "" of those that hold none."""
    found: dict[str, list[Phrase]] = {sign: [] for sign in (*SIGNS, "")}
    for each in SOUGHT:
        found[next(sign for sign in found if sign in each[0])].append(each)
    return found


@cache
def _index() -> dict[str, list[tuple[str, str]]]:
    """For each first word, the rules and what must follow it, in the order of their tables."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, openings in (OPENINGS | FOOTERS | WALLS).items():
        for words, following in openings:
            for word in words.split():
                found.setdefault(word, []).append((name, following))
    return found


@cache
def _pattern(first: str) -> re.Pattern[str]:
    groups: dict[str, list[str]] = {}
    for name, following in _index()[first]:
        groups.setdefault(name, []).append(following)
    branches = (f"(?P<{name.replace('-', '_')}>{'|'.join(group)})" for name, group in groups.items())
    return re.compile("|".join(branches), re.IGNORECASE)
