"""Two wordings of one fact, side by side: which words of the one the other does not have."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from markupsafe import Markup

from summarize.render import sinks

# A word, or one character where words are not spaced; what stands between is never a difference.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
# Words above which nothing is compared: the time goes with the square, and no sentence to be read
# side by side has as many.
_LONGEST = 400

Piece = tuple[Markup, bool]


def pieces(quote: str, other: str) -> list[Piece]:
    """A quote for a page, in runs: (text, whether its words are missing from `other`).

    Case is no difference. Put together, the runs are the quote as `sinks.visible` has it.

    >>> [text for text, differs in pieces("Some 300 people left.", "About 300 people had left.") if differs]
    [Markup('Some')]
    """
    quote, other = sinks.visible(quote), sinks.visible(other)
    words = list(_WORD.finditer(quote))
    others = [word.casefold() for word in _WORD.findall(other)]
    if max(len(words), len(others)) > _LONGEST:
        return [(Markup(sinks.html(quote)), False)]
    matcher = SequenceMatcher(None, [word[0].casefold() for word in words], others, autojunk=False)
    found: list[Piece] = []
    at = 0
    for tag, first, past, _, _ in matcher.get_opcodes():
        if tag in ("delete", "replace"):
            start, end = words[first].start(), words[past - 1].end()
            found += [(Markup.escape(quote[at:start]), False), (Markup.escape(quote[start:end]), True)]
            at = end
    return [piece for piece in (*found, (Markup.escape(quote[at:]), False)) if piece[0]]
