"""Names to files: what the user named, folders and patterns unfolded.

A walk goes by the bytes of names, so that every machine reads in one order. It follows no link that leaves
the folder or leads to a folder, and so it ends. A pattern is a walk of the folder that it begins with.
"""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path

from summarize.errors import ReadError
from summarize.model import Failure
from summarize.read.files import encodable, reason, shown

MOST_FILES = 100_000  # in one folder or pattern; more is a mistake such as `/`
MAGIC = "*?["
PACKED = {".gz": "", ".bz2": "", ".xz": "", ".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}
OUTSIDE = "is a link out of its folder: name it to have it read"
KINDS_NAMED = 8  # in the line that says which files a folder's reader passed over


def find(name: str, suffixes: Collection[str]) -> Iterator[str | ReadError | Failure]:
    """The files that a name stands for: itself, a folder's with these suffixes, a pattern's.

    A file that is really named like a pattern wins. What fails on the way is handed out, not raised.
    """
    if not name or "\0" in name or not encodable(name):
        yield ReadError(shown(name) or "''", "is no name of a file")
    elif name.isspace() and not os.path.lexists(name):
        yield ReadError(repr(name), "no such file")
    elif os.path.isdir(name):  # noqa: PTH112 – Path.is_dir raises where a name is too long
        yield from _folder(name, suffixes)
    elif any(mark in name for mark in MAGIC) and not os.path.lexists(name):
        yield from _pattern(name, suffixes)
    else:
        yield name


def _folder(root: str, suffixes: Collection[str]) -> Iterator[str | ReadError | Failure]:
    """What a folder holds but hidden entries, files before folders; how many of other kinds comes last."""
    pending, found, others = [root], 0, Counter[str]()
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
        for entry in entries:
            item = _entry(entry, root, suffixes)
            if item is None:
                if _is_other(entry, suffixes):
                    others[suffix(entry.name)] += 1
                continue
            found += 1
            if found > MOST_FILES:
                yield ReadError(shown(root), f"holds more than {MOST_FILES:,} files: the rest is not read")
                return
            yield item
    if not found:
        yield ReadError(shown(root), f"holds no file that can be read ({' '.join(suffixes)})")
    if others:
        yield Failure(shown(root), not_read(others), passed_over=True)


def _is_open_folder(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)


def _is_other(entry: os.DirEntry[str], suffixes: Collection[str]) -> bool:
    return not entry.name.startswith(".") and kind(entry.name) not in suffixes and entry.is_file()


def _entry(entry: os.DirEntry[str], root: str, suffixes: Collection[str]) -> str | ReadError | None:
    """One entry of a folder as a file to read, a failure to report, or nothing."""
    if entry.name.startswith("."):
        return None
    readable = kind(entry.name) in suffixes and not entry.is_dir(follow_symlinks=False)
    if entry.is_symlink():
        try:
            is_folder = stat.S_ISDIR(entry.stat().st_mode)
        except OSError as error:
            why = "is a link to nothing" if error.errno == errno.ENOENT else reason(error)
            return ReadError(shown(entry.path), why)
        if (is_folder or readable) and not _inside(entry.path, root):
            return ReadError(shown(entry.path), OUTSIDE)
        if is_folder:  # what it leads to is met on this walk anyway
            return None
    return entry.path if readable else None


def _inside(path: str, root: str) -> bool:
    return Path(path).resolve().is_relative_to(Path(root).resolve())


def _pattern(name: str, suffixes: Collection[str]) -> Iterator[str | ReadError | Failure]:
    """What a shell would have made of a pattern, sorted. `**` crosses folders but follows no link."""
    parts = name.split("/")
    first = next(number for number, part in enumerate(parts) if any(mark in part for mark in MAGIC))
    root, pattern = "/".join(parts[:first]), "/".join(parts[first:])
    base = root + "/" if first else ""
    try:
        # pathlib, not glob: the latter follows links to folders, which two loops make endless.
        matches = islice(Path(base or ".").glob(pattern), MOST_FILES)
        paths = [base + os.path.relpath(match, base or ".") for match in matches]
    # pathlib's answer to a rooted pattern; the system's to a name too long, or a folder closed to us.
    except (ValueError, NotImplementedError, OSError) as error:
        yield ReadError(shown(name), f"is no pattern that can be matched: {error}")
        return
    hidden = any(part.startswith(".") for part in parts[first:])
    paths = [path for path in paths if hidden or "/." not in "/" + path[len(base) :]]
    if not paths:
        yield ReadError(shown(name), "matches no file")
    for path in sorted(paths, key=os.fsencode):
        if os.path.exists(path) and not _inside(path, base or "."):  # noqa: PTH110 – as in find
            yield ReadError(shown(path), OUTSIDE)
        elif os.path.isdir(path):  # noqa: PTH112 – as in find
            yield from _folder(path, suffixes)
        else:
            yield path


def kind(name: str) -> str:
    """The suffix that says whether a file can be read: that of what is packed, where that has one.

    >>> kind("dam.html.gz"), kind("dam.csv.gz"), kind("dam.gz"), kind("saved.tgz")
    ('.html', '.csv', '.gz', '.tar')
    """
    return suffix(unpacked(name)) or suffix(name)


def unpacked(name: str) -> str:
    """What a compressed file is called without its compression; other names as they are."""
    stem, end = os.path.splitext(name)  # noqa: PTH122 – as in suffix
    return stem + PACKED[end.lower()] if end.lower() in PACKED else name


def not_read(kinds: Mapping[str, int]) -> str:
    """How many files were passed over, by suffix, the commonest first.

    >>> not_read({".css": 3, "": 1, ".png": 9})
    '13 files of kinds not read: .png 9, .css 3, without suffix 1'
    """
    ordered = sorted(kinds.items(), key=lambda each: (-each[1], each[0]))
    shown = ", ".join(f"{name or 'without suffix'} {count}" for name, count in ordered[:KINDS_NAMED])
    more = ", …" if len(ordered) > KINDS_NAMED else ""
    total = sum(kinds.values())
    return f"{total:,} file{'s' if total > 1 else ''} of kinds not read: {shown}{more}"


def suffix(name: str) -> str:
    """The ending that says what kind of file this is, lower case."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 – a URL's path is no Path
