"""Whether a sentence holds a quotation whole: what opens in it closes in it, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize.model import Span
from summarize.quoting import CLOSING, MARK, OPENING
from summarize.text.paragraphs import LINE, blocks

# What stands before a mark that opens, after one that closes.
_BEFORE, _AFTER = "([—–-‘’'", ".,;:!?)]—–-…‘’'،؛؟۔।·"

LONGEST = 60  # words of a unit, as the longest line has by default
MOST = 3  # sentences


def units(text: str, sentences: Sequence[Span]) -> list[tuple[int, int]]:
    """Sentences [first, last) that are quoted together or not at all; every sentence is in one, in order.

    Those over which one quotation runs, if they are few and short and only white space stands between them.
    Every other sentence is a unit of its own.
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
        gap = Span(sentences[last - 1].end, sentences[last].start)
        whole = text[start : sentences[last].end]
        if len(whole.split()) > LONGEST or not _is_blank(text, gap):
            break
        if not is_cut_open(whole):
            return last + 1
    return first + 1


def _is_blank(text: str, gap: Span) -> bool:
    """Whether nothing but a blank or the wrap of a line stands between two sentences."""
    between = gap.of(text)
    if between.strip():
        return False
    wraps = LINE.fullmatch(between or " ") is None
    return not wraps or any(each.start <= gap.start and gap.end <= each.end for each in blocks(text))


def cut(text: str, sentences: Sequence[Span], marked: Sequence[int]) -> Iterator[int]:
    """The sentences that hold a part of a quotation: where it begins, where it ends, what stands between.

    marked: those that hold a quotation mark, in order; a quotation ends in the next of them, in the same
    paragraph, or goes on with another mark at the head of the next one. What stands between has no mark,
    and nothing else says that somebody else speaks: "We will rebuild."
    """
    opened = None
    for here in marked:
        from_before, open_ = _open_ends(sentences[here].of(text))
        if opened is not None and _runs_on(text, sentences[opened : here + 1], from_before):
            yield from range(opened + 1, here)
        if from_before or open_:
            yield here
        opened = here if open_ else None


def _runs_on(text: str, sentences: Sequence[Span], ends: bool) -> bool:
    """Whether the quotation that the first opens reaches the last, and ends there or opens once more."""
    *inside, last = (Span(a.end, b.start) for a, b in pairwise(sentences))
    if not all(_is_blank(text, gap) for gap in inside):
        return False
    return ends if _is_blank(text, last) else text.startswith((*OPENING, '"'), last.end)


def opens(text: str) -> bool:
    """Whether a quotation begins in a sentence and does not end there."""
    return any(mark in text for mark in (*OPENING, '"')) and _open_ends(text) == (False, True)


def is_cut_open(text: str) -> bool:
    """Whether a quotation begins before the sentence or goes on after it.

    A mark's place tells which way it faces, its shape only where the place does not: „so“, “so”
    and »so« all quote, and ``so'' does. Marks inside a Hebrew word (gershayim) and after a figure
    (inches) are none.

    >>> is_cut_open("“It held,” she said."), is_cut_open("It held,” she said."), is_cut_open("“It held.")
    (False, True, True)
    """
    return any(_open_ends(text))


def _open_ends(text: str) -> tuple[bool, bool]:
    """Whether a sentence begins inside a quotation, and whether it ends inside one."""
    opened = from_before = False
    marks = tuple(_facing(text))
    for place, (faces, stray) in enumerate(marks):
        if faces == "out" and not opened:
            # 'He said" it held".': of two that close, the first stands a blank too early.
            opened = stray and [each for each, _ in marks[place + 1 : place + 2]] == ["out"]
            from_before |= not opened
        else:
            opened = faces == "in" or (faces == "" and not opened)
    return from_before, opened


def _facing(text: str) -> Iterator[tuple[str, bool]]:
    """For each quotation mark (which way it faces, whether only a blank after it says so).

    The first is "in" if it opens, "out" if it closes, "" if it may be either. The second: of straight marks.
    """
    for match in MARK.finditer(text):
        mark = match.group()
        before = text[match.start() - 1 : match.start()] or " "
        after = text[match.end() : match.end() + 1] or " "
        if before.isalnum() and after.isalnum() and _is_no_mark(mark, before):
            continue
        starts = before.isspace() or before in _BEFORE
        ends = after.isspace() or after in _AFTER
        if starts != ends:
            if not (ends and before.isdigit() and _is_odd(text, mark)):
                yield "in" if starts else "out", mark == '"' and before.isalpha() and after.isspace()
        elif mark in OPENING or mark in CLOSING:
            yield "in" if mark in OPENING else "out", False
        else:
            # 'It held ".': after it nothing is left to quote.
            last = starts and match.start() > 0 and not text[match.end() :].strip(_AFTER + " ")
            yield "out" if last else "", False


def _is_odd(text: str, mark: str) -> bool:
    """Whether one of the marks that may be inches has no partner."""
    return text.count(mark) % 2 > 0 if mark == '"' else mark == "''" and text.count(mark) > text.count("``")


def _is_no_mark(mark: str, before: str) -> bool:
    """Of a mark between letters or figures: gershayim, inches, an apostrophe doubled.

    Elsewhere the blank is missing, or a prefix stands before it, as in Arabic.
    """
    return mark != '"' or before.isdigit() or "\u05d0" <= before <= "\u05ea"
