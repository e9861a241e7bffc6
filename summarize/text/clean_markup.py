"""What a file says about itself rather than about the story: front matter, header lines, Markdown furniture.

Blocks are looked at whole, since the splitter may see sentences inside a link. Emphasis is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.text.clean_page import Page

HEADER_BLOCKS = 8  # blocks at the top in which header lines stand
# One of these is a header by itself; prose may open with one of the others.
ALONE = frozenset({"title", "headline", "author", "byline", "url", "titel", "titre", "título"})
LABELS = ALONE | {
    "subtitle", "date", "published", "updated", "posted", "source", "by", "publisher", "publication",
    "outlet", "section", "category", "categories", "tags", "keywords", "language", "link", "slug", "layout",
    "datum", "quelle", "autor", "auteur", "fecha", "fuente", "titolo", "data", "fonte",
}  # fmt: skip
LABEL = 14  # characters of the longest label

# At most sixty lines, as the reader takes it (`read.plain`).
FRONT_MATTER = r"\ufeff?---[ \t]*\r?\n(?:[^\r\n]*\r?\n){1,60}?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
HEADING = r"#{1,6}\s+\S"
TAG = r"</?[a-zA-Z!][^<>]{0,500}>\s*\Z"
IMAGE = r"!\[[^\]]{0,300}\]\([^()\s]{0,500}(?: \"[^\"]{0,200}\")?\)"
LINK = r"\[[^\[\]]{1,300}\](?:\([^()\s]{1,500}\)|\[[^\[\]]{0,60}\]|: ?\S{1,500})|<https?://[^<>\s]{1,500}>"
LINKS = rf"[^\w\[<!]{{0,9}}(?:(?:{IMAGE}|{LINK})[^\w\[<!]{{0,9}}){{1,20}}\Z"
LINKED = 3000  # characters of a block of nothing but links


def reasons(page: Page) -> Iterator[tuple[int, str]]:
    """Units that stand in front matter, header lines or Markdown furniture, in any order."""
    yield from header(page)
    yield from front_matter(page)
    for block in page.blocks:
        if name := furniture(page, block):
            yield from ((index, name) for index in block)


def front_matter(page: Page) -> Iterator[tuple[int, str]]:
    """Everything between a first line of dashes and the next, at most sixty lines below."""
    if not page.text.startswith(("---", "\ufeff---")):
        return
    if found := re.match(FRONT_MATTER, page.text):
        for index, unit in enumerate(page.units):
            if unit.start >= found.end():
                return
            yield index, "front-matter"


def header(page: Page) -> Iterator[tuple[int, str]]:
    """Lines at the top that begin with a known label: "Title: …", "Date: …"; prose may have one."""
    found = []
    for block in page.blocks[:HEADER_BLOCKS]:
        unit = page.units[block[0]]
        label, colon, _ = unit.text[: LABEL + 1].partition(":")
        if colon and label.strip().lower() in LABELS:
            found.append((block, label.strip().lower()))
        elif found:
            break
    if len(found) > 1 or any(label in ALONE for _, label in found):
        yield from ((index, "header") for block, _ in found for index in block)


def furniture(page: Page, block: range) -> str | None:
    """The reason a block is Markdown and not prose; None if it is prose."""
    first, last = page.units[block[0]], page.units[block[-1]]
    if first.text[0] == "#":
        return "heading" if re.match(HEADING, first.text) else None
    if first.text[0] == "|" and last.text[-1] == "|":
        return "table"
    if first.text[0] == "<" and len(block) == 1 and re.match(TAG, first.text):
        return "markup"
    text = page.text_of(block) if page.size(block) <= LINKED else ""
    return (
        "link-line" if ("](" in text or "]:" in text or "<http" in text) and re.match(LINKS, text) else None
    )
