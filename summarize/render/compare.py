"""Marks words in a quote: those that another wording of the fact lacks, or the value in dispute."""

from __future__ import annotations

import re
from itertools import groupby

from markupsafe import Markup

from summarize.render import sinks

# A word, or one character where words are not spaced; what stands between is never a difference.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")

Piece = tuple[Markup, bool]


def pieces(quote: str, other: str) -> list[Piece]:
    """A quote for a page, in runs: (text, whether its words are missing from `other`).

    Case and order are no difference: an alignment would mark words that both have.
    Put together, the runs are the quote as `sinks.visible` has it.

    >>> [text for text, differs in pieces("Some 300 people left.", "About 300 people had left.") if differs]
    [Markup('Some')]
    """
    quote = sinks.visible(quote)
    held = {word.casefold() for word in _WORD.findall(sinks.visible(other))}
    found: list[Piece] = []
    at = 0
    for foreign, run in groupby(_WORD.finditer(quote), key=lambda word: word[0].casefold() not in held):
        if foreign:
            words = list(run)
            start, end = words[0].start(), words[-1].end()
            found += [(Markup.escape(quote[at:start]), False), (Markup.escape(quote[start:end]), True)]
            at = end
    return [piece for piece in (*found, (Markup.escape(quote[at:]), False)) if piece[0]]


def around(quote: str, value: str) -> list[Piece]:
    """A quote for a page, in runs: (text, whether it is the value), where the value first stands as a whole.

    >>> around("Of 1,200 people 200 are back.", "200")
    [(Markup('Of 1,200 people '), False), (Markup('200'), True), (Markup(' are back.'), False)]
    """
    quote = sinks.visible(quote)
    found = re.search(
        rf"(?<!\w)(?<!\d[.,]){re.escape(sinks.visible(value))}(?!\w)(?![.,]\d)", quote, re.IGNORECASE
    )
    start, end = found.span() if found else (0, 0)
    runs = ((quote[:start], False), (quote[start:end], True), (quote[end:], False))
    return [(Markup.escape(text), is_value) for text, is_value in runs if text]
