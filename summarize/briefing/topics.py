"""The reader's own words: which section a story belongs to, and which watched words it holds.

Words are matched as written, whole and in any case; a star at the end stands for any ending ("flood*").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from summarize.briefing.config import Section
from summarize.model import Document
from summarize.rank.candidates import UNSPACED


def held(words: Iterable[str], text: str) -> tuple[str, ...]:
    """Those of some words that a text holds, in their order.

    >>> held(["Hallin Dam", "flood*", "dam"], "Floods at the hallin\\ndam; damage is small.")
    ('Hallin Dam', 'flood*', 'dam')
    >>> held(["dam"], "The damage is small.")
    ()
    """
    return tuple(word for word in words if _pattern(word).search(text))


def section(
    documents: Sequence[Document], places: Sequence[frozenset[str]], sections: Sequence[Section]
) -> str | None:
    """The first section that a story belongs to, None for the main part.

    A story belongs where at least half of its documents hold one of the words or come from one of the
    sources: one report of a flood that mentions an election makes no election news. places: what the
    sources of each document are called, by name and by address.
    """
    for each in sections:
        mine = sum(
            bool(held(each.words, whole(document)) or not names.isdisjoint(each.sources))
            for document, names in zip(documents, places, strict=True)
        )
        if mine and 2 * mine >= len(documents):
            return each.name
    return None


def whole(document: Document) -> str:
    """What a document says, its headline included."""
    return f"{document.title or ''}\n{document.text}"


@lru_cache(maxsize=1024)
def _pattern(word: str) -> re.Pattern[str]:
    stem = word.strip().removesuffix("*")
    inner = r"\s+".join(map(re.escape, stem.split()))
    if UNSPACED.search(stem):  # scripts without spaces have no whole words to look for
        return re.compile(inner, re.IGNORECASE)
    end = "" if word.strip().endswith("*") else r"(?!\w)"
    return re.compile(rf"(?<!\w){inner}{end}", re.IGNORECASE)
