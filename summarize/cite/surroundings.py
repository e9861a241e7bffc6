"""What stands around a quote: the rest of its paragraph, so that a reader sees it in its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from summarize.model import Span

# Characters around a quote, both sides together: a paragraph of a news article with room to spare
# (chosen by eye; it is in the JSON once a citation).
LONGEST = 600
# What turns the direction of writing round: nothing is quoted that holds one, so nothing beside it does.
_TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


def around(text: str, span: Span, paragraphs: Sequence[Span]) -> tuple[str, str]:
    """The characters before and after `span` in its paragraph, verbatim, at most LONGEST together.

    paragraphs: of the text, in order, without overlaps. A side that is cut is cut between two words
    and keeps white space at its outer end, which a whole one never has. What one side does not
    need the other gets. A side ends at a character that turns the direction of writing round.

    >>> text = "The rain stopped. The dam held. Nobody was hurt."
    >>> around(text, Span(18, 31), [Span(0, len(text))])
    ('The rain stopped. ', ' Nobody was hurt.')
    """
    if not paragraphs:
        return "", ""
    first = paragraphs[max(0, bisect_right(paragraphs, span.start, key=lambda each: each.start) - 1)]
    last = paragraphs[max(0, bisect_right(paragraphs, span.end - 1, key=lambda each: each.start) - 1)]
    # No more than can be kept: a paragraph may be a whole book.
    before = text[max(first.start, span.start - LONGEST - 1) : span.start]
    after = text[span.end : min(last.end, span.end + LONGEST + 1)]
    before, after = _TURNS.split(before)[-1], _TURNS.split(after)[0]
    half = LONGEST // 2
    room = max(half, LONGEST - len(after)), max(half, LONGEST - len(before))
    return _ending(before, room[0]), _beginning(after, room[1])


def _ending(text: str, room: int) -> str:
    """The last characters of a text, from a gap between words on; nothing if there is none."""
    if len(text) <= room:
        return text
    kept = text[-room:]
    return kept[next((at for at, letter in enumerate(kept) if letter.isspace()), room) :]


def _beginning(text: str, room: int) -> str:
    return _ending(text[::-1], room)[::-1]
