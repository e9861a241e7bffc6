"""Whether a sentence holds a quotation whole: every mark that opens one closed, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.model import Span

_OPENING, _CLOSING = "“„«「『", "”»」』"
_MARK = re.compile("[\"“”„«»「」『』]|''")


LONGEST = 60  # words of a unit, as the longest line has by default
MOST = 3  # sentences


def units(text: str, sentences: Sequence[Span]) -> list[tuple[int, int]]:
    """Sentences [first, last) that stand or fall together, for every sentence in order.

    Those over which one quotation runs, where they are few and short and nothing but a blank stands
    between them; every other sentence is a unit of its own.
    """
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(sentences):
        last = _end(text, sentences, first)
        found.append((first, last))
        first = last
    return found


def _end(text: str, sentences: Sequence[Span], first: int) -> int:
    start = sentences[first].start
    if not opens(sentences[first].of(text)):
        return first + 1
    for last in range(first + 1, min(first + MOST, len(sentences))):
        gap = text[sentences[last - 1].end : sentences[last].start]
        whole = text[start : sentences[last].end]
        if "\n\n" in gap or gap.strip() or len(whole.split()) > LONGEST:
            break
        if not is_cut_open(whole):
            return last + 1
    return first + 1


def opens(text: str) -> bool:
    """Whether a quotation begins in a sentence and does not end there."""
    return any(mark in text for mark in _OPENING + '"') and is_cut_open(text) and not _starts_inside(text)


def _starts_inside(text: str) -> bool:
    return next((faces == "out" for faces in _facing(text)), False)


def is_cut_open(text: str) -> bool:
    """Whether a quotation begins before the sentence or goes on after it.

    A mark's place tells which way it faces, its shape only where the place does not: „so“, “so”
    and »so« all quote. Marks inside a word (Hebrew gershayim) and after a figure (inches) are none.

    >>> is_cut_open("“It held,” she said."), is_cut_open("It held,” she said."), is_cut_open("“It held.")
    (False, True, True)
    """
    opened = False
    for faces in _facing(text):
        if faces == "out" and not opened:
            return True
        opened = faces == "in" or (faces == "" and not opened)
    return opened


def _facing(text: str) -> Iterator[str]:
    """For each quotation mark "in" if it opens, "out" if it closes, "" if it may be either."""
    for match in _MARK.finditer(text):
        before = text[match.start() - 1 : match.start()] or " "
        after = text[match.end() : match.end() + 1] or " "
        starts = before.isspace() or before in "([—–-‘’'"
        ends = after.isspace() or after in ".,;:!?)]—–-…‘’'"
        mark = match.group()
        if not starts and not ends and before.isalnum() and after.isalnum():
            continue
        if starts != ends:
            if not (ends and mark in {'"', "''"} and before.isdigit() and text.count(mark) % 2):
                yield "in" if starts else "out"
        else:
            yield "in" if mark in _OPENING else "out" if mark in _CLOSING else ""
