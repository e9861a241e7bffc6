"""How much of a page's prose is not in its document, so that no page is short in silence.

Prose is sentences in running text. Menus, lists of links, captions and teasers are none: there a sentence
or two stand alone, between headings, names and dates.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from html import unescape
from itertools import groupby

from summarize.model import without_controls
from summarize.read import markup

# Share of the prose that may be left out; with comments, which may be longer than the article, it is larger.
# Chosen by eye, as are those below (docs/decisions/0053).
MOST_LEFT = 1 / 3
MOST_LEFT_OF_LITTLE = 1 / 2
MOST_LEFT_WITH_TALK = 3 / 4
SHORTEST_PASSAGE = 3  # sentences in a row that are left; fewer are a teaser, a caption, a word on the author
FEWEST_LEFT = 8  # sentences in all passages; boxes and footers have that many before an article is long
FEWEST_LEFT_OF_LITTLE = 4  # where more is left than taken
ENDS = ".!?…。！？।۔؟։።"
# The last of a text may have no end: a pattern that asks for one looks for it from every character.
SENTENCE = re.compile(rf"[^{ENDS}]+(?:[{ENDS}]+[\"”“»'’)\]」』]*|$)")
END = re.compile(rf"[{ENDS}][\"”“»'’)\]」』]*$")
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2}|[^\s\u3040-\u30ff\u3400-\u9fff]+")
ARTICLE_BODY = re.compile(r'"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")')
SHORTEST_BLOCK = 10  # words, or twice as many characters where words are not parted


def is_prose(block: str) -> bool:
    """Whether a block is long enough for a sentence and ends as one.

    >>> is_prose("The road to Calder is open again, and so is its school."), is_prose("The road to Calder")
    (True, False)
    """
    return END.search(block) is not None and len(WORD.findall(block)) >= SHORTEST_BLOCK


def missing(html: str, text: str) -> str | None:
    """What of a page is not in the text read from it, in words; None where that is little enough."""
    held = {sentence for line in text.split("\n") for sentence in sentences(line)}
    page = markup.scan(html, whole=True)
    share = _taken(page, text, held)
    if share < 1:
        return f"only {share:.0%} of the page's prose is taken for its article"
    hidden = [sentence for block in page.hidden for sentence in _not_in(held, block)]
    if len(hidden) >= FEWEST_LEFT and sum(map(len, hidden)) > len("".join(text.split())):
        return (
            f"hides {len(hidden)} sentences by its style, more than it shows: what is not shown is not read"
        )
    if _is_talk(page, held):
        return "is all a request for consent or what readers say: no article was found"
    if any(_tells_more(body, held) for body in ARTICLE_BODY.findall(html)):
        return "is longer in what it tells machines (JSON-LD) than on the page: what is not shown is not read"
    return None


def _taken(page: markup.Page, text: str, held: AbstractSet[str]) -> float:
    """The share of a page's prose that is in the text read from it; 1 where little enough is left."""
    passages = list(_left(page, held))
    article = [sentence for talk, passage in passages if not talk for sentence in passage]
    everything = [sentence for _, passage in passages for sentence in passage]
    for left, fewest, most in (
        (article, FEWEST_LEFT, MOST_LEFT),
        (article, FEWEST_LEFT_OF_LITTLE, MOST_LEFT_OF_LITTLE),
        (everything, FEWEST_LEFT, MOST_LEFT_WITH_TALK),
    ):
        size = sum(map(len, left))
        share = size / max(1, size + len("".join(text.split())))
        if len(left) >= fewest and share >= most:
            return 1 - share
    return 1.0


def _is_talk(page: markup.Page, held: AbstractSet[str]) -> bool:
    """Whether the few paragraphs taken are all marked as comments or the like; many may be a forum's."""
    taken = [
        at in page.talk
        for at, block in enumerate(page.blocks)
        if is_prose(block) and not _not_in(held, block)
    ]
    return 0 < len(taken) < FEWEST_LEFT and all(taken)


def _tells_more(body: str, held: AbstractSet[str]) -> bool:
    """Whether most sentences of an article in JSON are not held."""
    try:
        told = markup.scan(unescape(json.loads(body, strict=False)))
    except ValueError:
        return False
    told_sentences = [sentence for block in told.blocks for sentence in sentences(block)]
    untaken = sum(sentence not in held for sentence in told_sentences)
    return untaken >= max(FEWEST_LEFT, len(told_sentences) / 2)


def _left(page: markup.Page, held: AbstractSet[str]) -> Iterator[tuple[bool, list[str]]]:
    """Passages not held, as (whether it is talk, its sentences); talk counts however short it is."""
    rows = [(at in page.talk, _not_in(held, block)) for at, block in enumerate(page.blocks)]
    for (talk, _), run in groupby(rows, key=lambda row: (row[0], bool(row[1]))):
        passage = [sentence for _, left in run for sentence in left]
        if talk or len(passage) >= SHORTEST_PASSAGE:
            yield talk, passage


def _not_in(held: AbstractSet[str], block: str) -> list[str]:
    return [sentence for sentence in sentences(block) if sentence not in held] if is_prose(block) else []


def sentences(block: str) -> list[str]:
    """The sentences of a block, without the white space and controls in which two readings may differ."""
    return SENTENCE.findall(without_controls("".join(block.split())).replace("\ufffd", ""))
