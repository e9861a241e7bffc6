"""Names to files: what the user named, folders and patterns unfolded.

A walk is sorted by the bytes of names, so that every machine reads in one order; it follows no link
out of the folder and no link to a folder, and it ends.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

from summarize.errors import ReadError
from summarize.read.files import encodable, reason, shown

MOST_FILES = 100_000  # in one folder or pattern; more is a mistake such as `/`
MAGIC = "*?["


def find(name: str, suffixes: Collection[str]) -> Iterator[str | ReadError]:
    """The files that a name stands for: itself, a folder's with these suffixes, a pattern's.

    A file that is really named like a pattern wins. What fails on the way is handed out, not raised.
    """
    if not name or "\0" in name or not encodable(name):
        yield ReadError(shown(name).replace("\0", "\ufffd") or "''", "is no name of a file")
    elif os.path.isdir(name):  # noqa: PTH112 – Path.is_dir raises where a name is too long
        yield from _folder(name, suffixes)
    elif any(mark in name for mark in MAGIC) and not os.path.lexists(name):
        yield from _pattern(name, suffixes)
    else:
        yield name


def _folder(root: str, suffixes: Collection[str]) -> Iterator[str | ReadError]:
    """What a folder holds, hidden entries and other suffixes passed over; its files before its folders."""
    pending, found = [root], 0
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(folder) as scanned:
                entries = sorted(scanned, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            yield ReadError(shown(folder), reason(error))
            found += 1
            continue
        pending += [entry.path for entry in reversed(entries) if _is_open_folder(entry)]
        for item in (_entry(entry, root, suffixes) for entry in entries):
            if item is None:
                continue
            found += 1
            if found > MOST_FILES:
                yield ReadError(shown(root), f"holds more than {MOST_FILES:,} files: the rest is not read")
                return
            yield item
    if not found:
        yield ReadError(shown(root), f"holds no file that can be read ({' '.join(suffixes)})")


def _is_open_folder(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)


def _entry(entry: os.DirEntry[str], root: str, suffixes: Collection[str]) -> str | ReadError | None:
    """One entry of a folder as a file to read, a failure to report, or nothing."""
    if entry.name.startswith("."):
        return None
    readable = suffix(entry.name) in suffixes and not entry.is_dir(follow_symlinks=False)
    if entry.is_symlink():
        try:
            is_folder = stat.S_ISDIR(entry.stat().st_mode)
        except OSError as error:
            why = "is a link to nothing" if error.errno == errno.ENOENT else reason(error)
            return ReadError(shown(entry.path), why)
        if (is_folder or readable) and not _inside(entry.path, root):
            return ReadError(shown(entry.path), "is a link out of its folder: name it to have it read")
        if is_folder:  # what it leads to is met on this walk anyway
            return None
    return entry.path if readable else None


def _inside(path: str, root: str) -> bool:
    return Path(path).resolve().is_relative_to(Path(root).resolve())


def _pattern(name: str, suffixes: Collection[str]) -> Iterator[str | ReadError]:
    """What a shell would have made of a pattern, sorted. `**` crosses folders but follows no link."""
    parts = name.split("/")
    first = next(number for number, part in enumerate(parts) if any(mark in part for mark in MAGIC))
    root, pattern = "/".join(parts[:first]), "/".join(parts[first:])
    base = root + "/" if first else ""
    try:
        # pathlib, not glob: the latter follows links to folders, which two loops make endless.
        matches = islice(Path(base or ".").glob(pattern), MOST_FILES)
        paths = [base + os.path.relpath(match, base or ".") for match in matches]
    except (ValueError, NotImplementedError, OSError) as error:  # pathlib's answer to a rooted pattern
        yield ReadError(shown(name), f"is no pattern that can be matched: {error}")
        return
    hidden = any(part.startswith(".") for part in parts[first:])
    paths = [path for path in paths if hidden or "/." not in "/" + path[len(base) :]]
    if not paths:
        yield ReadError(shown(name), "matches no file")
    for path in sorted(paths, key=os.fsencode):
        if os.path.isdir(path):  # noqa: PTH112 – as in find
            yield from _folder(path, suffixes)
        else:
            yield path


def suffix(name: str) -> str:
    """The ending that says what kind of file this is, lower case."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 – a URL's path is no Path
