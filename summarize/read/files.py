"""Files to bytes.

Nothing is trusted but what the open file itself says: only regular files are read, opening one never
blocks, and the size is bounded even while a file grows.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote_to_bytes

from summarize.errors import ReadError
from summarize.model import without_surrogates

LARGEST_FILE = 50 * 1024 * 1024  # bytes: about eight million words, a shelf of novels
LARGEST_RECORDS = 1024 * 1024 * 1024  # bytes of a file of many documents; it is held in memory
CHUNK = 1024 * 1024
# Without blocking on a FIFO, without becoming a terminal's process, without leaking into a child.
FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY")
)

SCHEME = "file:"
# Controls, ends of lines and paragraphs, bidirectional and invisible characters, bytes that are no UTF-8.
UNSEEN = re.compile(
    "[\0-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)

KINDS = (
    (stat.S_ISDIR, "a folder, not a file"),
    (stat.S_ISFIFO, "a pipe (FIFO), not a file: send it to standard input, which is named -"),
    (stat.S_ISSOCK, "a socket, not a file"),
    (stat.S_ISCHR, "a device, not a file"),
    (stat.S_ISBLK, "a device, not a file"),
)
REASONS = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file",
    errno.EISDIR: "is a folder, not a file",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "is a link that leads to itself",
    errno.ENAMETOOLONG: "is too long for a file name",
    errno.ENXIO: "is a socket or device, not a file",
    errno.EMFILE: "too many open files",
    errno.ENFILE: "too many open files",
    errno.EIO: "cannot be read from its disk",
}


def contents(path: str, limit: int) -> bytes:
    """All bytes of a regular file. Raises `ReadError` with the reason if that cannot be."""
    try:
        descriptor = os.open(path, FLAGS)
        try:
            return _contents(descriptor, shown(path), limit)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise ReadError(shown(path), reason(error)) from error


def _contents(descriptor: int, uri: str, limit: int) -> bytes:
    found = os.fstat(descriptor)
    if kind := next((kind for test, kind in KINDS if test(found.st_mode)), None):
        raise ReadError(uri, f"is {kind}")
    if found.st_size > limit:
        raise too_large(uri, limit)
    with open(descriptor, "rb", closefd=False) as stream:
        return bounded(stream, uri, limit)


def bounded(stream: BinaryIO, uri: str, limit: int) -> bytes:
    """All bytes of a stream: a file may grow while it is read, and those of /proc say they are empty."""
    chunks, size = list[bytes](), 0
    while chunk := stream.read(CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > limit:
            raise too_large(uri, limit)
    return b"".join(chunks)


def too_large(uri: str, limit: int) -> ReadError:
    """The reason why more than `limit` bytes are not read."""
    return ReadError(uri, f"is larger than {limit >> 20} MiB: split it or name a part")


def reason(error: OSError) -> str:
    """An operating system's error in a few words."""
    return REASONS.get(error.errno or 0) or (error.strerror or "cannot be read").lower()


def identity(path: str) -> tuple[int, int] | None:
    """What two names of one file share; None if there is no such file."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def shown(name: str) -> str:
    """A name as it can be printed and be cited by; `named` is the way back.

    A file name with bytes that are no UTF-8, or with characters that cannot be seen and that a terminal
    or a reader's eye would obey, is `file:` and the name with those percent-encoded.
    """
    if name.lower().startswith(("http://", "https://")) or not encodable(name):
        return without_surrogates(name)
    if not UNSEEN.search(name):
        return name
    return SCHEME + escaped(name)


def escaped(name: str) -> str:
    """A name that is not shown as it is, percent-encoded where it cannot be seen; others as they are."""
    return re.sub(f"%|{UNSEEN.pattern}", _percent, name) if UNSEEN.search(name) else name


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in os.fsencode(match[0]))


def named(name: str) -> str:
    """The file that a name names: that of a `file:` address, unless there is a file so called.

    >>> shown(os.fsdecode(b"caf\\xe9.txt")), os.fsencode(named("file:caf%E9.txt")), named("dam.txt")
    ('file:caf%E9.txt', b'caf\\xe9.txt', 'dam.txt')
    """
    if not name.startswith(SCHEME) or not encodable(name) or os.path.lexists(name):
        return name
    path = name.removeprefix(SCHEME).removeprefix("//")
    return os.fsdecode(unquote_to_bytes(os.fsencode(path)))


def encodable(name: str) -> bool:
    """Whether a name can be one: a lone surrogate may stand for no byte."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return True
