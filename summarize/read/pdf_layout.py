"""A printed page back to paragraphs: columns in order, running heads out, lines joined, hyphens undone.

Works on boxes of lines with their places, whoever found them. Coordinates are points; y grows upwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

# Sizes are chosen by eye on pages made for it; a point is 1/72 inch.
EDGE = 3  # boxes at the top and at the bottom of a page that may be running heads
RUNNING_LINES = 2  # of such a box
RUNNING_SHARE = 0.4  # of the pages that carry it; heads of left and right pages differ
INDENT = 6  # points by which a paragraph's first line stands in
SHORT = 0.85  # of the width: a line that ends before it is the last of its paragraph
HEADING = 1.15  # times the usual height
OTHER_SIZE = 0.12  # difference of line heights that parts two blocks
LONGEST_TITLE = 200
MOST_BOXES = 500  # of a page whose columns are looked for, which is quadratic; a newspaper's has a hundred
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
PLAIN = str.maketrans(LIGATURES | dict.fromkeys(map(chr, [*range(9), *range(14, 32), 127])))
SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u2010" + SOFT_HYPHEN
PAGE_NUMBER = re.compile(
    r"(?:(?:page|seite|p\.|página|pagina|стр\.)\s*)?[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—|]?"
    r"(?:\s*(?:of|von|de|di|sur|/|из)\s*\d{1,4})?",
    re.IGNORECASE,
)
BULLETS = "•‣◦▪●■►"
ENDS = '.!?…:;。！？।"”’»)'
HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


class Line(NamedTuple):
    """One printed line: where it starts and ends, how high it is, what it says."""

    x0: float
    x1: float
    height: float
    text: str


class Box(NamedTuple):
    """Lines that stand together, from the top."""

    x0: float
    y0: float
    x1: float
    y1: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def plain(text: str) -> str:
    """A text without ligatures and controls."""
    return text.translate(PLAIN)


def blocks(pages: Sequence[Sequence[Box]]) -> list[str]:
    """The paragraphs and headings of a document in reading order, each on one line."""
    running = _running(pages)
    paragraphs: list[list[Line]] = []
    for page in pages:
        edges = _edges(page)
        kept = [box for box in page if not (box in edges and _is_running(box, running))]
        for box in ordered(kept):
            for paragraph in _paragraphs(box):
                if paragraphs and _runs_on(paragraphs[-1], paragraph):
                    paragraphs[-1] += paragraph
                else:
                    paragraphs.append(paragraph)
    compounds = {word for lines in paragraphs for line in lines for word in HYPHENATED.findall(line.text)}
    return [_joined(lines, compounds) for lines in paragraphs]


def title(pages: Sequence[Sequence[Box]]) -> str | None:
    """What is printed largest on the first page, if it is larger than the rest and short."""
    lines = [line for box in (pages[0] if pages else ()) for line in box.lines]
    if not lines:
        return None
    usual, largest = median(line.height for line in lines), max(line.height for line in lines)
    found = " ".join(line.text for line in lines if line.height > largest * (1 - OTHER_SIZE))
    enough = largest > HEADING * usual and any(map(str.isalpha, found))
    return found if enough and len(found) <= LONGEST_TITLE else None


def ordered(boxes: Sequence[Box]) -> list[Box]:
    """Boxes as they are read: columns from the left, between what spans them.

    The gutter is where the fewest boxes cross; those that cross it part the page into bands.
    """
    rows = sorted(boxes, key=lambda box: (-box.y1, box.x0))
    if len(rows) > MOST_BOXES:
        return rows
    gutters = sorted({box.x0 for box in boxes})[1:]
    crossing = {x: [box for box in rows if box.x0 < x - 1 and box.x1 > x + 1] for x in gutters}
    best = min(gutters, key=lambda x: (len(crossing[x]), x), default=None)
    if best is None or len(crossing[best]) * 2 > len(boxes):
        return rows
    found: list[Box] = []
    rest = rows
    for spanning in [*crossing[best], None]:
        band = [box for box in rest if spanning is None or (box.y1 > spanning.y1 and box is not spanning)]
        left, right = [box for box in band if box.x1 <= best + 1], [box for box in band if box.x1 > best + 1]
        parted = bool(left and right)
        found += (ordered(left) + ordered(right)) if parted else band
        found += [spanning] if spanning else []
        rest = [box for box in rest if box not in band and box is not spanning]
    return found


def _edges(page: Sequence[Box]) -> list[Box]:
    """The boxes that stand highest and lowest, where running heads and page numbers are."""
    rows = sorted(page, key=lambda box: -box.y1)
    return [box for box in (*rows[:EDGE], *rows[-EDGE:]) if len(box.lines) <= RUNNING_LINES]


def _running(pages: Sequence[Sequence[Box]]) -> set[str]:
    """What stands at the edges of many pages, whatever its numbers."""
    counts = Counter(key for page in pages for key in {_key(box) for box in _edges(page)})
    return {key for key, count in counts.items() if count >= max(2, RUNNING_SHARE * len(pages))}


def _is_running(box: Box, running: set[str]) -> bool:
    return _key(box) in running or PAGE_NUMBER.fullmatch(box.text) is not None


def _key(box: Box) -> str:
    return re.sub(r"\d+", "0", box.text)


def _paragraphs(box: Box) -> Iterator[list[Line]]:
    """The lines of each paragraph in a box: one that stands in, has a bullet or another size begins one."""
    run: list[Line] = []
    for line in box.lines:
        if run and _parts(run[-1], line, box):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _parts(before: Line, line: Line, box: Box) -> bool:
    sizes = before.height, line.height
    if line.text[0] in BULLETS or max(sizes) - min(sizes) > OTHER_SIZE * max(sizes):
        return True
    stands_in = line.x0 - before.x0 > INDENT and line.x0 - box.x0 > INDENT
    is_short = before.x1 - box.x0 < SHORT * (box.x1 - box.x0)
    return before.text[-1] in ENDS and (stands_in or is_short)


def _runs_on(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    last, first = before[-1], after[0]
    if abs(last.height - first.height) > OTHER_SIZE * max(last.height, first.height):
        return False
    return last.text[-1] not in ENDS and first.text[0].islower()


def _joined(lines: Sequence[Line], compounds: set[str]) -> str:
    """Lines as one; a hyphen at a line's end stays where the word has it elsewhere in the text."""
    text = lines[0].text
    for line in lines[1:]:
        if text[-1] in HYPHENS and text[-2:-1].isalpha() and line.text[0].islower():
            head, tail = text[:-1].split()[-1], line.text.split()[0].rstrip(".,;:!?)”’\"'")
            keeps = f"{head}-{tail}" in compounds and text[-1] != SOFT_HYPHEN
            text = (text if keeps else text[:-1]) + line.text
        else:
            text += " " + line.text
    return text.replace(SOFT_HYPHEN, "")
