"""A page's visible text by one pass over its characters, without building a tree.

Two uses. It weighs a page before a parser sees it: tree builders take minutes for some files of
100 kB (tags nested or attributes listed by the ten thousand). And it tells what text there was, so
that a parser which drops some, as libxml2 does below a depth of 256, is found out. Where no parser
will do, its lines are the document. Time is linear in the page, whatever the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

# `<` ends an unfinished tag, so no character is looked at twice; an attribute value with an angle
# bracket in it leaks, which costs a few letters in text that is only the last resort.
TAG = re.compile(
    r"<(?:(?P<comment>!--)|(?P<end>/?)(?P<name>[a-zA-Z][^\s/<>]*)(?P<rest>[^<>]*)>?|[!?/][^<>]*>?)"
)

RAW = (
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
    "noembed",
    "noframes",
    "iframe",
)  # text, not tags, inside
# What a reader of the page does not see, or does not read as the article. The head is not here, since its end
# tag may be left out, but all in it that has text.
UNSEEN = frozenset((
    *RAW, "template", "noscript", "svg", "math", "object", "audio", "video", "canvas", "select",
    "form", "button", "datalist", "dialog", "nav", "aside", "footer", "figure", "menu",
))  # fmt: skip
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
# Elements that the next of their kind closes, or that a page has once: they do not deepen the tree.
FLAT = VOID | frozenset((
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head",
    "body",
))  # fmt: skip
DRAWN = ("svg", "math")  # a slash ends these where they begin
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "menu", "nav", "ol", "p", "pre",
    "section", "table", "ul",
))  # fmt: skip
# Elements whose end tag may be left out: what ends them by beginning, and by ending; the latter inside them
# holds more of their kind.
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
HIDDEN = re.compile(
    r"(?:^|\s)hidden(?=[\s=/]|$)|display\s*:\s*none|aria-hidden\s*=\s*[\"']?true", re.IGNORECASE
)
# How mail programs mark what they quote: Apple Mail and Thunderbird, Gmail, Yahoo, Proton. Outlook.com puts
# "x_" before the classes of what it quotes in turn.
QUOTES = re.compile(
    r"\btype\s*=\s*[\"']?cite\b|\bclass\s*=\s*(?:[\"'][^\"'<>]{0,200}?)?\b(?:x_){0,9}"
    r"(?:gmail_quote|gmail_attr|yahoo_quoted|protonmail_quote|moz-cite-prefix)",
    re.IGNORECASE,
)
QUOTING = ("blockquote", "div")
ATTRIBUTES_LOOKED_AT = (
    1000  # characters of a tag in which `hidden` and quotation are looked for; chosen by eye
)


@dataclass
class Page:
    """What one pass found.

    blocks: visible text, one string for each paragraph, heading or item, white space folded.
    quoted: the numbers of the blocks that are inside what a mail quotes, counted from 0.
    depth: how deeply elements are nested at most. longest_tag: in characters. tags: how many.
    """

    blocks: list[str] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    title: str | None = None
    depth: int = 0
    longest_tag: int = 0
    tags: int = 0

    @property
    def text(self) -> str:
        """The blocks, a blank line between them."""
        return "\n\n".join(self.blocks)


def scan(html: str) -> Page:
    """Reads a page once from front to back. Never raises."""
    page, run, depth, at = Page(), list[str](), 0, 0
    unseen: list[str] = []  # an open element in which nothing is seen, and those in it that its end waits for
    quoting: list[str] = []  # the same, inside which all is quoted
    while match := TAG.search(html, at):
        if not unseen:
            run.append(html[at : match.start()])
        at = match.end()
        if match["comment"]:
            at = _after(html, "-->", at)
        if not match["name"]:
            continue
        name, closes, attributes = match["name"].lower(), bool(match["end"]), match["rest"]
        page.tags += 1
        page.longest_tag = max(page.longest_tag, match.end() - match.start())
        if name not in INLINE and not unseen:
            _close_block(page, run, quoted=bool(quoting))
        if name not in FLAT:
            depth = max(0, depth - 1) if closes else depth + 1
            page.depth = max(page.depth, depth)
        _follow_unseen(unseen, name, closes, attributes[:ATTRIBUTES_LOOKED_AT])
        _follow_quoting(quoting, name, closes, attributes[:ATTRIBUTES_LOOKED_AT])
        if name in RAW and not closes:
            begin, at = at, _end_of_raw(html, name, at)
            if name == "title" and page.title is None:
                page.title = _visible([html[begin:at]]) or None
    if not unseen:
        run.append(html[at:])
    _close_block(page, run, quoted=bool(quoting))
    return page


def _follow_unseen(unseen: list[str], name: str, closes: bool, attributes: str) -> None:
    if unseen and unseen[0] in UNENDED:
        after, holders = UNENDED[unseen[0]]
        if len(unseen) == 1 and (name == unseen[0] or name in (holders if closes else after)):
            unseen.clear()
        elif name in holders:
            unseen.pop() if closes else unseen.append(name)
    elif unseen and name == unseen[0]:
        unseen.pop() if closes else unseen.append(name)
    if unseen or closes or name in VOID or (name in DRAWN and attributes.endswith("/")):
        return
    if name in UNSEEN or HIDDEN.search(attributes):
        unseen.append(name)


def _follow_quoting(quoting: list[str], name: str, closes: bool, attributes: str) -> None:
    if name not in QUOTING:
        return
    if quoting:
        if name == quoting[0]:
            quoting.pop() if closes else quoting.append(name)
    elif not closes and QUOTES.search(attributes):
        quoting.append(name)


def _close_block(page: Page, run: list[str], *, quoted: bool) -> None:
    text = _visible(run)
    run.clear()
    if text:
        if quoted:
            page.quoted.add(len(page.blocks))
        page.blocks.append(text)


def _visible(run: list[str]) -> str:
    return " ".join(unescape("".join(run)).split())


def _after(html: str, mark: str, at: int) -> int:
    """The position after the next mark; the end of the page if there is none, as browsers have it."""
    found = html.find(mark, at)
    return found + len(mark) if found >= 0 else len(html)


def _end_of_raw(html: str, name: str, at: int) -> int:
    """Where the end tag of a raw element begins; the end of the page if it never ends."""
    match = re.compile(rf"</{name}", re.IGNORECASE).search(html, at)
    return match.start() if match else len(html)
