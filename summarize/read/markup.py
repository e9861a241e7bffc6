"""A page's visible text by one pass over its characters, without building a tree.

Two uses. It weighs a page before a parser sees it: tree builders take minutes for some files of
100 kB (tags nested or attributes listed by the ten thousand). And it tells what text there was, so
that a parser which drops some, as libxml2 does below a depth of 256, is found out. Where no parser
will do, its lines are the document. Time is linear in the page, whatever the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

from summarize.read import styles

# `<` ends an unfinished tag, so no character is looked at twice; an attribute value with an angle
# bracket in it leaks, which costs a few letters in text that is only the last resort.
TAG = re.compile(
    r"<(?:(?P<comment>!--)|(?P<end>/?)(?P<name>[a-zA-Z][^\s/<>]*)(?P<rest>[^<>]*)>?|[!?/][^<>]*>?)"
)

# Text, not tags, inside.
RAW = ("script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe")
# Elements whose text a reader of the page does not see. The head's end tag may be left out, so the elements
# inside it are listed instead.
UNSEEN = frozenset((
    *RAW, "template", "svg", "math", "object", "audio", "video", "canvas", "select", "button", "datalist",
))  # fmt: skip
# Seen, but not part of the article, at least where no script runs.
BESIDE = frozenset(("noscript", "dialog", "nav", "aside", "footer", "figure", "menu"))
DRAWN = ("svg", "math")  # a slash ends these where they begin
ODD = frozenset((*DRAWN, "select", "button"))  # seen as well, and hardly ever prose
LITERAL = ("textarea", "xmp")
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
# Elements that do not deepen the tree: the next of their kind closes them, or a page has only one.
FLAT = VOID | frozenset((
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head",
    "body",
))  # fmt: skip
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "menu", "nav", "ol", "p", "pre",
    "section", "table", "ul",
))  # fmt: skip
# Elements whose end tag may be left out, each with two sets: what ends it by beginning, and what ends it by
# ending. Elements of the second set may stand inside it and hold more of its kind.
ITEM, CELL = (frozenset(("dt", "dd")), frozenset(("dl",))), frozenset(("td", "th", "tr", "tbody", "tfoot"))
UNENDED = {
    "p": (BLOCKS, BLOCKS),
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu"))),
    "dt": ITEM,
    "dd": ITEM,
    "td": (CELL, frozenset(("table",))),
    "th": (CELL, frozenset(("table",))),
    "tr": (CELL - {"td", "th"}, frozenset(("table",))),
}
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
))  # fmt: skip
HIDDEN = re.compile(r"(?:^|\s)hidden(?=[\s=/]|$)|display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# A template that is shown where it stands (declarative shadow DOM).
SHADOW = re.compile(r"\bshadowrootmode\s*=", re.IGNORECASE)
# Hidden from screen readers only, as a whole page is behind an open dialog, so it counts as text all the same
# – but not in the elements of ICONS, where it is the name of an icon or a repeated link.
UNSAID = re.compile(r"aria-hidden\s*=\s*[\"']?true", re.IGNORECASE)
ICONS = ("a", "i")
# How mail programs mark what they quote: Apple Mail and Thunderbird, Gmail, Yahoo, Proton. Outlook.com puts
# "x_" before the classes of what it quotes in turn.
QUOTES = re.compile(
    r"\btype\s*=\s*[\"']?cite\b|\bclass\s*=\s*(?:[\"'][^\"'<>]{0,200}?)?\b(?:x_){0,9}"
    r"(?:gmail_quote|gmail_attr|yahoo_quoted|protonmail_quote|moz-cite-prefix)",
    re.IGNORECASE,
)
QUOTING = ("blockquote", "div")
# How pages mark comments, requests for consent, and notes about the author.
TALK = re.compile(
    r"\b(?:id|class)\s*=\s*(?:[\"']\s*(?:[^\"'<>]{0,200}\s)?)?(?:(?:article|post|reader|user|eu|js)[_-])?"
    r"(?:comments?|commentlist|disqus|respond|replies|cookies?|consent|gdpr|onetrust|didomi|about[_-]the[_-]author"
    r"|author[_-](?:bio|box|info))"
    r"(?![a-z]|-(?:open|closed|enabled|disabled))",
    re.IGNORECASE,
)
TALKING = ("div", "section", "ol", "ul", "li", "aside", "article", "details", "dialog", "form")
SRCDOC = re.compile(r"\bsrcdoc\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
ATTRIBUTES_LOOKED_AT = 1000  # characters of a tag in which we look for what it marks; chosen by eye


@dataclass
class Page:
    """What one pass found.

    blocks: visible text, one string for each paragraph, heading or item, white space folded.
    hidden: the same for text that styles and attributes hide.
    quoted: indexes into `blocks` of what a mail quotes. talk: indexes of comments, requests for consent and
    notes about the author (only if the whole page is scanned).
    styles: what the page hides by class. depth: of the deepest element. longest_tag: in characters.
    tags: how many there are.
    """

    blocks: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    talk: set[int] = field(default_factory=set)
    title: str | None = None
    styles: styles.Styles = field(default_factory=styles.Styles)
    depth: int = 0
    longest_tag: int = 0
    tags: int = 0

    @property
    def text(self) -> str:
        """The blocks, a blank line between them."""
        return "\n\n".join(self.blocks)


@dataclass
class Inside:
    """Whether the scan is inside an element of some kind; true from its start tag to its end tag.

    opens: whether a tag, given its name and attributes, begins such an element.
    open: the names of that element and of those inside it that must end first.
    """

    opens: Callable[[str, str], object]
    open: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.open)

    def follow(self, name: str, attributes: str, *, closes: bool) -> None:
        """Take account of the next tag."""
        if self.open and self.open[0] in UNENDED:
            after, holders = UNENDED[self.open[0]]
            if len(self.open) == 1 and (name == self.open[0] or name in (holders if closes else after)):
                self.open.clear()
            elif name in holders:
                self._nest(name, closes=closes)
        elif self.open and name == self.open[0]:
            self._nest(name, closes=closes)
        if self.open or closes or name in VOID or (name in DRAWN and attributes.endswith("/")):
            return
        if self.opens(name, attributes):
            self.open.append(name)

    def _nest(self, name: str, *, closes: bool) -> None:
        self.open.pop() if closes else self.open.append(name)


def scan(html: str, *, whole: bool = False) -> Page:
    """Reads a page once from front to back. Never raises.

    whole: include what stands beside the article, such as asides, footers and framed pages.
    """
    page, run, concealed, depth, at = Page(styles=styles.read(html)), list[str](), list[str](), 0, 0
    unseen_names = UNSEEN - ODD if whole else UNSEEN | BESIDE
    unseen = Inside(
        lambda name, attributes: (
            (name in unseen_names and not (name == "template" and SHADOW.search(attributes)))
            or (name in ICONS and UNSAID.search(attributes))
        )
    )
    hidden = Inside(
        lambda name, attributes: (
            not unseen
            and (
                HIDDEN.search(attributes)
                or (page.styles.hidden and page.styles.hides(name, styles.attributes(attributes)))
            )
        )
    )
    quoting = Inside(lambda name, attributes: name in QUOTING and QUOTES.search(attributes))
    talk = Inside(lambda name, attributes: name in TALKING and TALK.search(attributes))
    followed = (unseen, hidden, quoting, talk) if whole else (unseen, hidden, quoting)
    while match := TAG.search(html, at):
        if not unseen:
            (concealed if hidden else run).append(html[at : match.start()])
        at = match.end()
        if match["comment"]:
            at = after(html, "-->", at)
        if not match["name"]:
            continue
        name, closes, attributes = match["name"].lower(), bool(match["end"]), match["rest"]
        page.tags += 1
        page.longest_tag = max(page.longest_tag, match.end() - match.start())
        if name not in INLINE and not unseen:
            _close_block(page, run, concealed, quoted=bool(quoting), talk=bool(talk))
        depth = _deepened(depth, name, closes=closes)
        page.depth = max(page.depth, depth)
        for inside in followed:
            inside.follow(name, attributes[:ATTRIBUTES_LOOKED_AT], closes=closes)
        if name in RAW and not closes:
            at = end_of_raw(html, name, at)
            _read_raw(
                page, name, html[match.start() : at], seen=whole and unseen.open == [name] and not hidden
            )
    if not unseen:
        (concealed if hidden else run).append(html[at:])
    _close_block(page, run, concealed, quoted=bool(quoting), talk=bool(talk))
    return page


def _deepened(depth: int, name: str, *, closes: bool) -> int:
    if name in FLAT:
        return depth
    return max(0, depth - 1) if closes else depth + 1


def _read_raw(page: Page, name: str, element: str, *, seen: bool) -> None:
    """Keep the title, literal text, and a page in a frame's `srcdoc`, but no further page inside that one."""
    if name == "title" and page.title is None:
        page.title = _visible([element.partition(">")[2]]) or None
    elif name == "iframe" and seen and (inner := SRCDOC.search(element)):
        page.blocks += scan(unescape(inner[1] or inner[2] or "")).blocks
    elif name in LITERAL and seen:
        page.blocks += scan(unescape(element.partition(">")[2])).blocks


def _close_block(page: Page, run: list[str], concealed: list[str], *, quoted: bool, talk: bool) -> None:
    text, hidden = _visible(run), _visible(concealed)
    run.clear()
    concealed.clear()
    if hidden:
        page.hidden.append(hidden)
    if text:
        for numbers in ((page.quoted,) if quoted else ()) + ((page.talk,) if talk else ()):
            numbers.add(len(page.blocks))
        page.blocks.append(text)


def _visible(run: list[str]) -> str:
    return " ".join(unescape("".join(run)).split())


def after(text: str, mark: str, at: int) -> int:
    """The position after the next mark; the end of the text if there is none, as browsers have it."""
    found = text.find(mark, at)
    return found + len(mark) if found >= 0 else len(text)


def end_of_raw(html: str, name: str, at: int) -> int:
    """Where the end tag of a raw element begins; the end of the page if it never ends."""
    match = re.compile(rf"</{name}", re.IGNORECASE).search(html, at)
    return match.start() if match else len(html)
