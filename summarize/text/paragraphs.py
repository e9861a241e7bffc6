"""Which lines belong together: paragraphs, headings and list items, before any sentence is looked for.

A mail or README wrapped at 72 columns has no paragraph at each newline; a news file with one
paragraph to a line has. Nothing in a single line tells which, so the document decides as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from summarize.model import Span

# Not U+0085: in scraped Greek it is an ellipsis of code page 1253.
_ENDS = r"\n\r\v\f\u2028\u2029"
LINE = re.compile(rf"[^{_ENDS}]+")
_TRIMMED_LINE = re.compile(rf"\S(?:[^{_ENDS}]*\S)?")
BULLET = re.compile(r"(?:[-*+•‣◦▪●·–—►]|\(?\d{1,2}[.)]|\(?[a-z]\)|#{1,6}|\|)\s")
NO_BULLET = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s|[-–—]\s(?=[^\W\d_A-Z])")
TAG = r"</?[a-zA-Z]{1,12}>"  # archives of the wires set paragraphs between such
OPENING_TAG, CLOSING_TAG = re.compile(TAG), re.compile(rf"{TAG}\Z")
FINISHED = frozenset('.!?:…。！？।۔؟።။។։|"”»')  # a line that ends so does not run on
STOPPED = FINISHED - {":"} | {"'"}  # after it an indented line begins a paragraph, and no list
WIDEST_WRAP = 120  # columns; mail wraps at 72 to 80, source files at 100 to 120


@lru_cache(maxsize=64)  # of a bundle's documents: splitting, cleaning and citing ask for the same
def blocks(text: str) -> tuple[Span, ...]:
    """Spans of the paragraphs, headings and list items; lines of a hard-wrapped paragraph are joined.

    A newline is a wrap only where the document as a whole is wrapped, and then where the next word
    would not have fitted on the line or the line runs on in lower case. Spans are trimmed, in order.

    >>> len(blocks("The dam held through the night,\\nthe mayor of the town said."))
    1
    """
    lines = [Span(*found.span()) for found in _TRIMMED_LINE.finditer(text)]
    width = _wrap_width(text, lines)
    if not width:
        return tuple(lines)
    joined = lines[:1]
    for before, line in pairwise(lines):
        if _follows(text, before, line) and _continues(text, before, line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _follows(text: str, before: Span, line: Span) -> bool:
    """Whether a line may go on with the one before: no empty line between, no indent after a stop."""
    between = text[before.end : line.start].replace("\r\n", "\n")
    if len(between.strip(" \t\u00a0")) != 1:
        return False
    if OPENING_TAG.match(text, line.start) or CLOSING_TAG.search(
        text, max(before.start, before.end - 15), before.end
    ):
        return False
    depth = _depth(text, line)
    indented = depth > 0 and depth >= _depth(text, before) and not text[line.start].islower()
    hangs = depth == _depth(text, before) or BULLET.match(text, before.start) is not None
    return not (indented and (not hangs or text[before.end - 1] in STOPPED))


def _depth(text: str, line: Span) -> int:
    """How many characters of white space a line begins with."""
    start = line.start
    while start and text[start - 1] in " \t\u00a0":
        start -= 1
    return line.start - start


def _wrap_width(text: str, lines: Sequence[Span]) -> int:
    """Columns a document is wrapped at; 0 if its newlines end paragraphs.

    Wrapped lines nearly all leave too little room for the next word, and most break off in
    mid-sentence. The width is that of the 90th of 100 lines, so that one long address does no harm.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if _follows(text, a, b)]
    if not pairs:
        return 0
    width = sorted(_columns(text, a) for a, _ in pairs)[len(pairs) * 9 // 10]
    # By their length: a slug or a byline says little.
    whole = sum(len(a) for a, _ in pairs)
    full = sum(len(a) for a, b in pairs if _no_room(text, a, b, width))
    running = sum(len(a) for a, b in pairs if _runs_on(text, a, b))
    # Thresholds chosen by eye: wrapped prose has about .9 and .6, a page of short paragraphs .2 and .05.
    return width if width <= WIDEST_WRAP and full >= 0.5 * whole and running >= 0.3 * whole else 0


def _no_room(text: str, before: Span, line: Span, width: int) -> bool:
    first = text[line.start : min(line.end, line.start + 40)].split(maxsplit=1)[0]
    return _columns(text, before) + 1 + len(first) > width


def _columns(text: str, line: Span) -> int:
    """Where a line ends, its indent counted."""
    return _depth(text, line) + len(line)


def _runs_on(text: str, before: Span, line: Span) -> bool:
    first = text[line.start]
    return text[before.end - 1] not in FINISHED and first.isalpha() and not first.isupper()


def _continues(text: str, before: Span, line: Span, width: int) -> bool:
    if text[before.start] == "#" or not all(any(map(str.isalnum, each.of(text))) for each in (before, line)):
        return False
    full = _no_room(text, before, line, width)
    if BULLET.match(text, line.start, line.end):  # "(June" "20) at noon": the wrap made it a number
        wrapped = full and text[before.end - 1] not in FINISHED and not BULLET.match(text, before.start)
        return wrapped and NO_BULLET.match(text, line.start) is not None
    return full or _runs_on(text, before, line)
