"""The files that a briefing writes: none takes another's place, and no source reads them.

What would take another's place is found before anything is read or written.
"""

from __future__ import annotations

import os.path
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from summarize.briefing.file import DAY

LATEST = ("output", "latest")  # the one that is a link, and is replaced and not followed
MAILDIR = ("maildir", "path")  # a folder, and nothing else is written into it
_ANY_DAY = r"\d{4}-\d\d-\d\d(?:-\d+)?"

Where = tuple[str, str]
"""A key of the configuration: its table and its name."""


def mistakes(named: Mapping[Where, str], configuration: Path) -> Iterator[tuple[Where, str]]:
    """What cannot be written, each with its key and the reason. named: the file that a key names.

    Names are compared by where they lead to, `{date}` stands for any day. Devices may be shared.
    """
    taken = [("this configuration", frozenset([os.path.realpath(configuration)]))]
    for where, name in named.items():
        if "\0" in name:
            yield where, f"{name!r} is no file's name"
            continue
        path = configuration.parent / Path(name).expanduser()
        mode = _mode(path)
        if where != MAILDIR and (stat.S_ISDIR(mode) or name.endswith("/")):
            yield where, f"{name} is a folder: name a file"
            continue
        if where != MAILDIR and mode and not stat.S_ISREG(mode):
            continue
        places = _places(path, link=where == LATEST)
        for other, theirs in taken:
            if any(_same(one, two) for one in places for two in theirs):
                yield where, f"{name} is {other} as well: give each a name of its own"
                break
            if where == MAILDIR and any(_is_in(two, one) for one in places for two in theirs):
                yield where, f"{name} holds {other} as well: give mails a folder of their own"
                break
        taken.append((".".join(where), places))


def is_own(name: str, named: Mapping[Where, str], folder: Path) -> bool:
    """Whether a file is one that a run writes. named: as in `mistakes`, from a folder on."""
    file = _places(Path(name), link=False)
    for where, written in named.items():
        places = _places(folder / Path(written).expanduser(), link=where == LATEST)
        if any(_same(one, two) or (where == MAILDIR and _is_in(two, one)) for one in places for two in file):
            return True
    return False


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip("/") + "/")


def _mode(path: Path) -> int:
    """What the system says of a file, 0 where there is none or nothing can be known."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _places(path: Path, *, link: bool) -> frozenset[str]:
    """What is replaced by writing there: what a link leads to, and the link itself if that is made anew."""
    own = str(Path(os.path.realpath(path.parent)) / path.name)  # resolve() stops at a link to itself
    return frozenset([own] if link else [own, os.path.realpath(path)])


def _same(one: str, two: str) -> bool:
    return one == two or any(
        re.fullmatch(re.escape(a).replace(re.escape(DAY), _ANY_DAY), b) for a, b in ((one, two), (two, one))
    )
