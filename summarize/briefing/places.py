"""Where a key stands in a TOML file: the parser does not say, and a reader wants to be led there."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(r"\s*(\[{1,2})\s*([A-Za-z0-9_.\"'-]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"\s*[\"']?([A-Za-z0-9_-]+)[\"']?\s*(?:\.\s*([A-Za-z0-9_-]+)\s*)?=")


def line(text: str, where: Sequence[str | int]) -> int:
    """The line, from 1, of what `where` leads to, or of the nearest thing around it; 0 for the whole file.

    where: as pydantic has it, such as ("source", 1, "url"). Finds tables under headers of their own, the way
    people write them; of what is written inline it finds the line where that begins.

    >>> line('[briefing]\\n\\n[[source]]\\nname = "A"\\n\\n[[source]]\\nurl = "ftp:"', ("source", 1, "url"))
    7
    """
    names = [part for part in where if isinstance(part, str)]
    wanted = where[1] if len(where) > 1 and isinstance(where[1], int) else None  # others are within a line
    table, seen, best = "", -1, 0
    for number, written in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(written):
            table = header[2]
            if names and table == names[0]:
                seen += header[1] == "[["
                if wanted is None or seen == wanted:
                    best = number
        elif key := _KEY.match(written):
            here = (
                [*table.split("."), *filter(None, key.groups())] if table else [*filter(None, key.groups())]
            )
            right = wanted is None or seen == wanted or not table
            if right and (here == names or (not table and here[:1] == names[:1])):
                return number
    return best


def shown(where: Sequence[str | int]) -> str:
    """The place as a reader would write it: `source[2].url`, counted from 1.

    >>> shown(("source", 1, "url"))
    'source[2].url'
    """
    written = ""
    for part in where:
        written += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if written else part
    return written
