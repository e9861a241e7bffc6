"""Lines of a given width, measured in terminal columns rather than characters.

Han, kana and Hangul take two columns, combining marks none. Text in those scripts breaks between any
two characters, except before closing and after opening punctuation. Linear in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

NO_BREAK_SPACE = "\u00a0"
# One column each: Latin with its accents, and the typographic punctuation. Saves importing wcwidth.
_NARROW = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac]*")


def columns(text: str) -> int:
    """How many columns a printable text takes."""
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth

    return max(0, wcswidth(text))


def wrap(text: str, width: int, *, indent: str = "", hang: int = 0) -> list[str]:
    """Lines of at most `width` columns, each after `indent`; a word that is wider is broken.

    text: one line, as `sinks` gives it; a no-break space in it holds, and comes out as a space. hang:
    columns by which every line but the first is indented further. A character of two columns does not
    fit a width of one; it then takes the line for itself.
    """
    room = max(1, width - len(indent) - hang)
    lines: list[str] = []
    line, used = "", 0
    for piece, wide, glue in _pieces(text, room):
        if line and used + len(glue) + wide > (room if lines else room + hang):
            lines.append(line)
            line, used = "", 0
        if line:
            line, used = line + glue, used + len(glue)
        line, used = line + piece, used + wide
    if line:
        lines.append(line)
    return [
        indent + " " * (hang if at else 0) + line.replace(NO_BREAK_SPACE, " ")
        for at, line in enumerate(lines)
    ]


def _pieces(text: str, room: int) -> Iterator[tuple[str, int, str]]:
    """Unbreakable pieces, their columns, and what stands before each: a space, or nothing inside a word."""
    for word in text.split(" "):
        glue = " "
        for part, wide in _slices(word, room) if _NARROW.fullmatch(word) else _clusters(word, room):
            yield part, wide, glue
            glue = ""


def _slices(word: str, room: int) -> Iterator[tuple[str, int]]:
    """A narrow word, cut where it would exceed the room, with the columns of each part."""
    if len(word) <= room:
        yield word, len(word)
        return
    for at in range(0, len(word), room):
        part = word[at : at + room]
        yield part, len(part)


def _clusters(word: str, room: int) -> Iterator[tuple[str, int]]:
    """A word cut between wide characters, and wherever it would exceed the room, with columns."""
    from wcwidth import iter_graphemes, wcswidth

    part, used, after_wide = "", 0, False
    for cluster in iter_graphemes(word):
        wide = wcswidth(cluster) or 1  # fillers have no width, and a million of them are not one line
        breakable = (wide == 2 or after_wide) and _may_part(part[-1:], cluster[0])
        if part and (breakable or used + wide > room):
            yield part, used
            part, used = "", 0
        part, used, after_wide = part + cluster, used + wide, wide == 2
    if part:
        yield part, used


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end between two characters, at least one of them wide."""
    if not before or unicodedata.category(before) in ("Ps", "Pi"):
        return False
    return unicodedata.category(after) not in ("Pe", "Pf", "Po", "Lm", "Zs")
