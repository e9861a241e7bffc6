"""Rules for units that only their neighbours give away.

Each takes the page and the reasons found so far, by unit, and yields further ones. They run in the
order of `RULES`, once each, and look a bounded number of blocks around, so that time stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate

from summarize.text import clean_repeats as repeats
from summarize.text import clean_shapes as shapes
from summarize.text.clean_page import Page

Found = Mapping[int, str]
Finds = Iterator[tuple[int, str]]

# Sizes below are chosen by eye on the tuning half of the labelled documents.
SPREADING = frozenset({"caption", "photo-credit", "social-embed"})
CAPTION = 3  # units of a caption that only its shape gives away
LEADING = SPREADING | {"editors-note"}
SHORT = 6  # units of a block that a caption or an embedded post fills alone
GALLERY = 3  # captions in one block that make it a gallery, run together
LONG = 600  # characters of either
HEADING = 100  # characters of a heading, all its units together
QUESTION = 90  # characters of a heading that asks
LINK = 160  # characters of a link's text
TOP = 6  # blocks in which a teaser stands
CUT = frozenset({"no-end-mark", "cut-off"})
LOWER = 0.2  # share of blocks in lower case from which on it is the author's way to write
LINKS = re.compile(
    r"(?:also|also (?:read|see|on)|see also|related|read more|read next|more|more (?:from|on|in) .{1,40}"
    r"|previously|related (?:stories|articles|content|coverage|links|news)|recommended"
    r"|most (?:read|popular)|up next|watch|you (?:may|might) also like|recommended for you|top stories)"
    r"\s*:?\Z",
    re.IGNORECASE,
)
# What a web archive says of how it came by a copy. "Slowed to a crawl" is no such word.
CRAWL = re.compile(
    r"\b(?:web|wide|this|these|election) crawls?\b|\bcrawls? (?:of|data|start|end|was|performed)\b"
    r"|\bof (?:the|this) crawl\b|\bweb (?:captures|collections)\b|\bwarc\b|\bseed ?list\b"
    r"|\bnot publicly accessible\b",
    re.IGNORECASE,
)
CRAWLED = 1 / 4  # share of such units; the least of archives' pages seen is .27
# An agency or a name in brackets; one that speaks of a picture credits it.
SIGNATURE = re.compile(r"\((?!.*(?:photo|picture|image|getty|foto|bild|/))[^()]{2,40}\)", re.IGNORECASE)
QUESTION_MARKS = "?؟？;\u037e"
QUOTES = "\"'“‘«„「『`"
ASKED_BACK = re.compile(r",\s*[\w'’]+(?: [\w'’]+)?\?\Z")


def caption(page: Page, found: Found) -> Finds:
    """A short block in the shape of a caption, or one cut off before a photo credit.

    What is all that a page has to say is its story, whatever its shape.
    """
    shown = {block[0]: block for number, block in enumerate(page.blocks) if _captions(page, number, found)}
    told = set(range(len(page.units))) - found.keys()
    if told.difference(*shown.values()):
        yield from ((index, "caption") for index in shown)


def _captions(page: Page, number: int, found: Found) -> bool:
    block = page.blocks[number]
    if len(block) > CAPTION or block[0] in found or page.size(block) > LONG:
        return False
    last, after = page.units[block[-1]].text, page.blocks[number + 1 : number + 2]
    credited = bool(after) and found.get(after[0][0]) in SPREADING
    return shapes.is_caption(page.units[block[0]].text) or (credited and last.endswith(("...", "…")))


def same_block(page: Page, found: Found) -> Finds:
    """What stands beside a caption, post or note in a short block, or between the captions of a gallery."""
    unmarked = len(page.units) - len(found)
    for block in page.blocks:
        shown = [index for index in block if found.get(index) == "caption"]
        if len(shown) >= GALLERY:
            yield from ((index, "caption") for index in range(block[0], shown[-1]) if index not in found)
        if 1 < len(block) <= SHORT and page.size(block) <= LONG:
            first, last = found.get(block[0]), found.get(block[-1])
            reason = first if first in LEADING else last if last in SPREADING else None
            rest = [index for index in block if index not in found]
            # All that the page says, with a bracket at the end, is a report that is signed.
            signed = len(rest) == unmarked and SIGNATURE.fullmatch(page.units[block[-1]].text.strip())
            if reason and not signed:
                yield from ((index, reason) for index in rest)


def aside(page: Page, found: Found) -> Finds:
    """A block of several sentences that one pair of square brackets encloses: a link to another story."""
    for block in page.blocks:
        if len(block) > 1 and page.size(block) <= LINK and _encloses(page.text_of(block)):
            yield from ((index, "aside") for index in block)


def teaser(page: Page, found: Found) -> Finds:
    """A block near the top that stops in the middle and says what the text below says again."""
    for number, block in enumerate(page.blocks[:TOP]):
        last = block[-1]
        if found.get(last) in CUT or page.units[last].text.endswith(("...", "…")):
            later = {repeats.key(page.units[i].text) for after in page.blocks[number + 1 :] for i in after}
            said = [repeats.key(page.units[index].text) for index in block if index not in found]
            if any(len(name) >= repeats.MIN_KEY and name in later for name in said):
                yield from ((index, "teaser") for index in block)


def heading(page: Page, found: Found) -> Finds:
    """A short block whose end has no stop is a heading as a whole, stops inside it or not."""
    for block in page.blocks:
        if len(block) == 1 or found.get(block[-1]) != "no-end-mark" or page.size(block) > HEADING:
            continue
        if page.units[block[0]].text[0] not in QUOTES:  # else it is a quotation and its source
            yield from ((index, "heading") for index in block if index not in found)


def heading_question(page: Page, found: Found) -> Finds:
    """A short question that is a block by itself, is nobody's speech, and has an answer under it."""
    for number, block in enumerate(page.blocks[:-1]):
        text, answer = page.units[block[0]].text, page.blocks[number + 1]
        if (
            len(block) == 1
            and len(text) <= min(QUESTION, page.size(answer) - 1)
            and text[-1] in QUESTION_MARKS
            and text[0] not in QUOTES
            and not ASKED_BACK.search(text)
            and block[0] not in found
            and answer[0] not in found
            and page.units[answer[-1]].text[-1] not in QUESTION_MARKS
        ):
            yield block[0], "heading-question"


def fragment(page: Page, found: Found) -> Finds:
    """A block that starts in the middle of a sentence: in lower case where other blocks do not."""
    opening = [block[0] for block in page.blocks if block[0] not in found]
    starts = [index for index in opening if _starts_inside(page.units[index].text)]
    if len(starts) <= LOWER * len(opening):
        yield from ((index, "fragment") for index in starts)


def links(page: Page, found: Found) -> Finds:
    """What follows "ALSO:" or "Related" to the end of the page, as long as it is one line each."""
    end = len(page.blocks)
    while end and len(page.blocks[end - 1]) <= 2 and page.size(page.blocks[end - 1]) <= LINK:
        end -= 1
    tail = page.blocks[end:]
    for number, block in enumerate(tail):
        if LINKS.match(page.units[block[0]].text):
            yield from ((i, "related-link") for after in tail[number:] for i in after if i not in found)
            return


def archived(page: Page, found: Found) -> Finds:
    """A page that opens with how a web archive came by it and goes on about that: no article."""
    if not page.units or not CRAWL.search(page.units[0].text):
        return
    if sum(bool(CRAWL.search(unit.text)) for unit in page.units) >= CRAWLED * len(page.units):
        yield from ((index, "boilerplate") for index in range(len(page.units)) if index not in found)


def repeated(page: Page, found: Found) -> Finds:
    """A sentence printed twice on one page: one copy stays, the one with its punctuation."""
    quotable = [index for index in range(len(page.units)) if index not in found]
    for place in repeats.repeated([page.units[index].text for index in quotable]):
        yield quotable[place], "repeated"


RULES: tuple[Callable[[Page, Found], Finds], ...] = (
    caption,
    same_block,
    aside,
    teaser,
    heading,
    heading_question,
    fragment,
    links,
    archived,
    repeated,
)


def _encloses(text: str) -> bool:
    """Whether a text opens with a square bracket that is closed at its end, and not before."""
    if text[0] != "[" or text[-1] != "]":
        return False
    depths = list(accumulate((letter == "[") - (letter == "]") for letter in text))
    return depths[-1] == 0 and 0 not in depths[:-1]


def _starts_inside(text: str) -> bool:
    if text[0] in ",;)":
        return True
    first, _, rest = text[:80].partition(" ")
    if not first.isalpha() or not first.islower():
        return False
    return not (len(first) <= 3 and rest[:1].isupper())  # "de Blasio", "van Dijk", "al Assad"
