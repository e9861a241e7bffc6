"""The page as cleaning sees it: units in their blocks.

A block is a paragraph, heading, caption or list item; a unit is a sentence of it. Rules look at one
unit (`clean_rules`) or at how units stand to one another (`clean_layout`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from summarize.model import Span
from summarize.text import split


class Unit(NamedTuple):  # made for every sentence, and the cheapest there is
    """One sentence unit, on one line. opens, closes: whether it is the first, the last of its block."""

    start: int
    end: int
    text: str
    opens: bool = True
    closes: bool = True

    @property
    def alone(self) -> bool:
        """Whether it is a block by itself, as headings, captions and menu entries are."""
        return self.opens and self.closes


@dataclass(frozen=True, slots=True)
class Page:
    """The units of one document's text in order; blocks are ranges of their indexes."""

    text: str
    units: tuple[Unit, ...]
    blocks: tuple[range, ...]

    def text_of(self, block: range) -> str:
        """What a block says, from its first unit to its last."""
        return self.text[self.units[block[0]].start : self.units[block[-1]].end]

    def size(self, block: range) -> int:
        """Characters of a block, from its first unit to its last."""
        return self.units[block[-1]].end - self.units[block[0]].start


def on_one_line(text: str) -> str:
    """A text of the same length without line ends, so that a phrase is found where a wrap parts it."""
    return text.replace("\n", " ").replace("\r", " ")


def read(text: str, sentences: Sequence[Span]) -> Page:
    """The page of these sentences: spans of `text`, none empty, in order."""
    starts = iter([block.start for block in split.blocks(text)])
    following = next(starts, None)
    opening = []
    for index, span in enumerate(sentences):
        opens = index == 0
        while following is not None and following <= span.start:
            opens, following = True, next(starts, None)
        opening.append(opens)
    closing = [*opening[1:], True][: len(opening)]
    flat = on_one_line(text)
    units = tuple(
        Unit(span.start, span.end, span.of(flat), opens, closes)
        for span, opens, closes in zip(sentences, opening, closing, strict=True)
    )
    edges = [index for index, opens in enumerate(opening) if opens] + [len(units)]
    return Page(text, units, tuple(range(a, b) for a, b in pairwise(edges)))
