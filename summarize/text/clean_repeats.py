"""What is printed twice: inside one document, and as boilerplate across documents.

A sentence is keyed by its letters and digits in lower case, so that a teaser whose apostrophes were
lost on the way equals the paragraph it teases. Hashing only: linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarize import quoting

COMMON_MARKS = "“”‘’—–…"  # that are all there is beyond ASCII in most texts with any
APART = re.compile(r"[\W_]+")
APART_IN_ASCII = bytes(code for code in range(128) if not chr(code).isalnum())
MIN_KEY = 20  # characters; "He said no." twice is no repetition. Chosen by eye.
EDGE = 5  # units from the top or the foot of a page, where banners and notices stand
OWN = 5  # units a page must say by itself before what it shares can be foreign to it
REPRINT = 0.5  # share of the smaller page's units that makes two pages one text
FOREIGN = 0.25  # share of a line's words met in what the pages say themselves
# All four chosen by eye on the development bundles, where they find banners and no news.
WORD = 5  # characters; shorter words say little about the topic
# Thai and Lao, Burmese, Khmer, kana, ideographs. As a pattern they take 3 ms to compile.
UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
)


@lru_cache(maxsize=1 << 12)  # three rules ask it of the same units
def key(text: str) -> str:
    """Letters and digits only, in lower case."""
    lower = text.lower()
    if not lower.isascii():
        for mark in COMMON_MARKS:
            lower = lower.replace(mark, "")
    if not lower.isascii():
        return APART.sub("", lower)
    return lower.encode("ascii").translate(None, APART_IN_ASCII).decode("ascii")  # several times as fast


def repeated(texts: Sequence[str]) -> list[int]:
    """Indexes of units that another copy in the same document makes superfluous, in order.

    Of copies the one with most of its punctuation is kept; of equal ones, the first.
    """
    best: dict[str, int] = {}
    superfluous = []
    for index, text in enumerate(texts):
        name = key(text)
        if len(name) < MIN_KEY:
            continue
        kept = best.setdefault(name, index)
        if kept == index:
            continue
        if len(text) > len(texts[kept]):
            best[name], index = index, kept
        superfluous.append(index)
    return sorted(superfluous)


def shared(documents: Sequence[Sequence[str]]) -> list[list[int]]:
    """For each document, the units that are boilerplate: printed elsewhere too, and about nothing here.

    documents: the units of each. A line is boilerplate if it stands at the top or foot of every page that has
    it, if these pages are no reprints of one another and say enough by themselves, and if they hardly use a
    word of it otherwise. So wire copy stays, since it shares names and nouns with the story around it, and so
    do quotations, which are agreement. Pages that hold nothing but the notice are left to `clean_furniture`.
    """
    keys = [[key(text) for text in texts] for texts in documents]
    homes = _homes(keys)
    own = [
        [text for text, name in zip(*page, strict=True) if name not in homes]
        for page in zip(documents, keys, strict=True)
    ]
    separate = [
        len(mine) >= max(OWN, (1 - REPRINT) * len(texts)) for mine, texts in zip(own, documents, strict=True)
    ]
    suspects = [
        places
        for places in homes.values()
        if all(separate[number] and _at_edge(index, len(documents[number])) for number, index in places)
        and not any(quoting.quotes(documents[number][index]) for number, index in places)
    ]
    if not suspects:
        return [[] for _ in documents]
    vocabulary = {word for texts in own for text in texts for word in words(text)}
    found: list[list[int]] = [[] for _ in documents]
    for places in suspects:
        number, index = places[0]
        if _is_foreign(documents[number][index], vocabulary):
            for number, index in places:
                found[number].append(index)
    return [sorted(indexes) for indexes in found]


def words(text: str) -> Iterator[str]:
    """Words long enough to carry a topic; pairs of characters where a script does not part words."""
    for token in text.lower().split():
        if _is_unspaced(token):
            yield from (token[i : i + 2] for i in range(len(token) - 1))
        elif len(token := token.strip("\"'“”‘’«»„()[].,;:!?…؟،۔।-–—")) >= WORD:
            yield token


def _is_unspaced(token: str) -> bool:
    return max(token) >= UNSPACED[0][0] and any(
        low <= letter <= high for letter in token for low, high in UNSPACED
    )


def _homes(keys: Sequence[Sequence[str]]) -> dict[str, list[tuple[int, int]]]:
    """Where each unit of more than one document stands: (document, index), all its places."""
    homes: dict[str, list[tuple[int, int]]] = {}
    for number, names in enumerate(keys):
        for index, name in enumerate(names):
            if len(name) >= MIN_KEY:
                homes.setdefault(name, []).append((number, index))
    return {name: places for name, places in homes.items() if places[0][0] != places[-1][0]}


def _at_edge(index: int, count: int) -> bool:
    return index < EDGE or index >= count - EDGE


def _is_foreign(text: str, vocabulary: set[str]) -> bool:
    said = list(dict.fromkeys(words(text)))
    return len(said) > 1 and sum(word in vocabulary for word in said) <= FOREIGN * len(said)
