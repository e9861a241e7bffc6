"""XML: what its root is and whether it is safe to parse, told before any parser sees it; and its tree.

Parsers take seconds to minutes for entities that stand for one another and for elements nested by the ten
thousand, and some fetch what a document type names. Neither feeds nor lists of feeds need either: a parser
is given no document type, so that no entity is declared, and no depth. The scan is linear, and what it has
looked at is exactly what a parser then gets: decoded by us, encoded anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from summarize.read import encoding, markup

# Elements inside one another. Feeds have 5 to 10, pages written into them unescaped up to 50; chosen by eye.
DEEPEST = 512
# Tags. feedparser takes 20 to 50 µs for each, half a second for a feed of 1,000 items.
MOST_TAGS = 1_000_000
# Characters. Feeds of 500 full articles have 5 million.
LARGEST = 20 * 1024 * 1024
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})""")
# What stands before the root element, or is it.
PROLOGUE = re.compile(
    r"<(?:(?P<comment>!--)|(?P<instruction>\?)|(?P<entity>!ENTITY)|(?P<page>!doctype\s{1,9}html\b)|!|(?P<root>[A-Za-z_][\w.:-]{0,100}))",
    re.IGNORECASE,
)
# The rest of a declaration; its quoted values may hold what looks like tags. Possessive, so linear.
DECLARATION = re.compile(r"""(?:"[^"]*"|'[^']*'|[^>"'])*+>""")
# Where a server's warning ends and the feed begins after all.
FEED = re.compile(r"<(?:[a-z]{1,10}:)?(rss|feed|rdf|opml)[\s>]", re.IGNORECASE)
COMPLAINING, COMPLAINT = frozenset(("b", "br", "p", "div", "font", "pre", "strong")), 4096
# Possessive, so that an unfinished tag is looked at once.
TOKEN = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<name>[A-Za-z_][\w.:-]*+)(?P<rest>[^<>]*+)>",
    re.DOTALL,
)
# The elements of a list; one of them ends whatever was left open inside it.
ENTRIES = frozenset(("item", "entry", "outline"))
# Characters that XML 1.0 cannot hold.
NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}));")


@dataclass(frozen=True)
class Source:
    """XML ready to be parsed. root: its root's local name, lower case. junk: characters before it."""

    root: str
    text: str
    junk: int

    def encoded(self) -> bytes:
        """The document in UTF-8, without a document type."""
        return b'<?xml version="1.0" encoding="utf-8"?>\n' + self.text.encode("utf-8", "replace")


def look(raw: bytes, *, charset: str | None = None) -> Source | None:
    """The XML in some bytes, decoded; None if there is no element in it. Raises ValueError with a reason.

    charset: as HTTP has it. That the XML declares UTF-8 is passed over: what is valid UTF-8 is known by
    itself, and what is not was declared in error.
    """
    text = encoding.decode(raw, declared=charset or _declared(raw))
    if len(text) > LARGEST:
        raise ValueError(f"is larger than {LARGEST >> 20} MiB")
    at = 0
    while match := PROLOGUE.search(text, at):
        if match["entity"]:
            declared = DECLARATION.match(text, match.end())
            at = declared.end() if declared else len(text)
            continue
        if match["root"]:
            name, start = _root(text, match)
            return Source(name, _sound(text[start:]), _junk(text[:start]))
        if match["page"]:
            return Source("html", text[match.start() :], 0)
        close = "-->" if match["comment"] else "?>" if match["instruction"] else None
        at = match.end() if close is None else markup.after(text, close, match.end())
    return None


def _root(text: str, match: re.Match[str]) -> tuple[str, int]:
    """The root's name and where it stands; behind the HTML in which a server complains, if it does."""
    name = match["root"].rpartition(":")[2].lower()
    later = FEED.search(text, match.end(), match.end() + COMPLAINT) if name in COMPLAINING else None
    return (later[1].lower(), later.start()) if later else (name, match.start())


def _sound(text: str) -> str:
    """The text without characters that XML cannot hold, written out or as references.

    feedparser fails on a reference to a surrogate, and takes a strict parser's complaint for a broken feed.
    """
    return REFERENCE.sub(_referred, NO_XML.sub("", text))


def _referred(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    sound = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF and not NO_XML.match(chr(code))
    return match[0] if sound else "\ufffd"


def _junk(prologue: str) -> int:
    """How many characters stand where only white space may."""
    before = prologue.partition("<?xml")[0] if "<?xml" in prologue else prologue.partition("<!")[0]
    return len(before.strip("\ufeff \t\r\n"))


def check(source: Source) -> None:
    """Raises ValueError, with a reason, for XML that parsers take minutes for."""
    depth = 0
    for count, match in enumerate(TOKEN.finditer(source.text)):
        if count > MOST_TAGS:
            raise ValueError(f"holds more than {MOST_TAGS:,} tags: refused")
        name = match["name"]
        if name is None or match["rest"].endswith("/") or name in markup.FLAT:
            continue
        if match["end"]:
            depth = min(depth - 1, 2) if name in ENTRIES else depth - 1
            depth = max(depth, 0)
        else:
            depth += 1
        if depth > DEEPEST:
            raise ValueError(f"is nested deeper than {DEEPEST} elements: refused")


def tree(raw: bytes) -> Any | None:
    """The root element of an XML file, mended where it is broken; None if there is none.

    No entity is resolved, no document type loaded, no address opened.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, recover=True, huge_tree=False
    )
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError:
        return None


def _declared(raw: bytes) -> str | None:
    match = DECLARED.match(raw[:400].removeprefix(b"\xef\xbb\xbf"))
    name = match[1].decode("ascii") if match else None
    return None if name and name.lower().replace("-", "") == "utf8" else name
