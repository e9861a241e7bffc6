"""The marks that quote: one list for reading, ranking and citing."""

from __future__ import annotations

import re

# Wire copy and TeX quote ``so''; straight marks and two apostrophes may do either.
OPENING, CLOSING = frozenset((*"“„«「『", "``")), frozenset("”»」』")
# Whatever a mark begins with comes first, so that `re` skips all other characters.
MARK = re.compile("[\"“”„«»「」『』'`](?:(?<!['`])|(?<=')'|(?<=`)`)")
# What is said, with its marks; one left open runs to the end.
SPEECH = re.compile(
    r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|(?<!\w)\"[^\"]*(?:\"|$)|(?s:``.*?(?:''|$))"
)


def quotes(text: str) -> bool:
    """Whether somebody is quoted in it."""
    if text.isascii():
        return '"' in text or "''" in text or "``" in text  # several times as fast
    return MARK.search(text) is not None
