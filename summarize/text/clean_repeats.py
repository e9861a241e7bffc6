"""What is printed twice: inside one document, and as boilerplate across documents.

A sentence is keyed by its letters and digits in lower case, so that a teaser whose apostrophes were
lost on the way equals the paragraph it teases. Hashing only: linear in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

APART = re.compile(r"[\W_]+")
MIN_KEY = 20  # characters; "he said." twice is no repetition. Chosen by eye.
WORD = re.compile(r"[^\W\d_]{4,}")
ISOLATED = 0.25  # share of a line's words met elsewhere; chosen by eye on development bundles
SAME_TEXT = 0.5  # share of the smaller document's sentences


def key(text: str) -> str:
    """Letters and digits only, in lower case."""
    return APART.sub("", text.lower())


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
    """For each document, the units that are boilerplate: repeated elsewhere, but about something else.

    documents: each one's units. A unit repeated in a document that is not a reprint is boilerplate
    if hardly a word of it occurs in what those documents say by themselves. Wire copy shares its
    names and nouns with the story around it and stays.
    """
    keys = [[key(text) for text in texts] for texts in documents]
    homes: dict[str, set[int]] = {}
    for number, names in enumerate(keys):
        for name in names:
            if len(name) >= MIN_KEY:
                homes.setdefault(name, set()).add(number)
    candidates = {name: sorted(where) for name, where in homes.items() if len(where) > 1}
    if not candidates:
        return [[] for _ in documents]
    own = Counter(
        word
        for texts, names in zip(documents, keys, strict=True)
        for word in {w for t, n in zip(texts, names, strict=True) if n not in candidates for w in words(t)}
    )
    isolated = {name for name in candidates if _isolated(name, documents, keys, candidates, own)}
    return [[i for i, name in enumerate(names) if name in isolated] for names in keys]


def words(text: str) -> Iterator[str]:
    """Lower-case words of four letters or more."""
    return (word.group() for word in WORD.finditer(text.lower()))


def _isolated(
    name: str,
    documents: Sequence[Sequence[str]],
    keys: Sequence[Sequence[str]],
    candidates: dict[str, list[int]],
    own: Counter[str],
) -> bool:
    home = candidates[name][0]
    said = set(words(documents[home][keys[home].index(name)]))
    if not own or not said:
        return False
    return sum(word in own for word in said) <= ISOLATED * len(said)
