"""Files written whole or not at all: beside the old one, flushed to the disk, renamed, the folder flushed.

A run that is killed leaves its temporary file; the next one to write the same file removes it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

ENDING = ".tmp"
LONGEST_NAME = 200  # bytes; file systems take 255, and the temporary file's name is a little longer


def store(path: Path, content: bytes, *, step: Callable[[str], None] = lambda _: None) -> None:
    """Put content into a file, making its folder if there is none. Raises OSError; then all is as it was.

    A link stays a link, what it leads to is replaced; a device is written to as it is.
    step: called with "file written" when the new file is complete and the old one still there.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        _pass_on(path, content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    number, name = tempfile.mkstemp(prefix=_prefix(path), suffix=ENDING, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # as long as it is held, nobody sweeps it away
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), _mode(path))
            os.fsync(file.fileno())
            step("file written")
            temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def point(link: Path, target: Path) -> None:
    """Make a link lead to a file, at once: at no time is there none. Raises OSError.

    Where the file system has no links, it is a copy.
    """
    link.parent.mkdir(parents=True, exist_ok=True)
    _sweep(link)
    folder = Path(tempfile.mkdtemp(prefix=_prefix(link), suffix=ENDING, dir=link.parent))
    temporary = folder / "link"
    try:
        temporary.symlink_to(os.path.relpath(target, link.parent))
        temporary.replace(link)
    # FAT and some network folders refuse links so; a folder closed to us refuses the copy, too, and says it.
    except (NotImplementedError, PermissionError):
        store(link, target.read_bytes())
    finally:
        temporary.unlink(missing_ok=True)
        folder.rmdir()
    flush_folder(link.parent)


def flush_folder(folder: Path) -> None:
    """Have a folder's entries on the disk, as far as the file system can."""
    number = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network file systems refuse it for folders
            os.fsync(number)
    finally:
        os.close(number)


def reason(error: OSError) -> str:
    """What the system said, in a reader's words."""
    return (error.strerror or str(error)).lower()


def _prefix(path: Path) -> str:
    return f".{path.name.encode(errors='surrogateescape')[:LONGEST_NAME].decode(errors='ignore')}."


def _sweep(path: Path) -> None:
    """Remove what runs that are dead have left beside a file."""
    prefix = _prefix(path)
    for left in path.parent.iterdir():
        if left.name.startswith(prefix) and left.name.endswith(ENDING):
            with contextlib.suppress(OSError):
                _remove(left)


def _remove(left: Path) -> None:
    if left.is_dir():
        (left / "link").unlink(missing_ok=True)
        left.rmdir()
        return
    with left.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # OSError: its writer lives
        left.unlink()


def _mode(path: Path) -> int:
    """The mode of the file that is replaced; of a new one, what the user's mask leaves."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _pass_on(path: Path, content: bytes) -> None:
    """Write to a device or a pipe that somebody reads; a folder is an OSError."""
    number = os.open(path, os.O_WRONLY | os.O_NONBLOCK)  # without it, a pipe nobody reads waits for ever
    with os.fdopen(number, "wb") as file:
        os.set_blocking(number, True)
        file.write(content)
