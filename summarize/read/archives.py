"""Archives to their members: zip, tar and compressed files, in memory and with an end.

Nothing is written to disk, so a member may be called what it likes: its name is only what it is cited by,
`saved.zip!/news/dam.html`. What may be unpacked is counted over an archive with all that is nested in
it; where that is spent, what was read stands and the rest is said. A compressed single file is read
under its own name, `page.html.gz`.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import stat
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import IO, Any, NamedTuple

from summarize.errors import ReadError
from summarize.model import Failure
from summarize.read import files, packages, walk
from summarize.read.parts import MEMBER

# Text shrinks to a fifth, markup to a tenth, a bomb to a thousandth. The first 20 MiB are free, since
# small files of repetitive markup shrink further.
RATIO = 20
FREE = 20 * 1024 * 1024
LARGEST_UNPACKED = 500 * 1024 * 1024  # bytes in all; ten of the largest files
MOST_MEMBERS = packages.MOST_FILES
DEEPEST = 2  # an archive in an archive; a third is how a quine keeps a reader busy
CHUNK = 256 * 1024
STREAMS: dict[bytes, Callable[[BytesIO], Any]] = {
    b"\x1f\x8b": lambda packed: gzip.GzipFile(fileobj=packed),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
Open = Callable[[str], IO[bytes]]
"""Opens a member, given what it is cited as."""
LINKS = "links or devices"  # beside the suffixes of what is not read


class Member(NamedTuple):
    """One file of an archive: its bytes, what it is cited as, and the suffix that says what it is."""

    raw: bytes
    uri: str
    suffix: str


@dataclass
class Allowance:
    """What may still be unpacked of one source, with all that is nested in it."""

    source: str
    size: int
    members: int = MOST_MEMBERS
    unread: Counter[str] = field(default_factory=Counter)

    def read(self, stream: IO[bytes], uri: str) -> bytes:
        """All bytes of a stream. Raises `Spent` past what is left, `ReadError` if they end too soon."""
        chunks = list[bytes]()
        try:
            while chunk := stream.read(CHUNK):
                chunks.append(chunk)
                self.size -= len(chunk)
                if self.size < 0:
                    raise Spent
        except packages.BROKEN as error:
            raise ReadError(uri, f"is broken: it cannot be unpacked ({packages.cause(error)})") from error
        return b"".join(chunks)


class Spent(Exception):  # noqa: N818 – no error of the package: it never leaves this module
    """The allowance does not reach further."""


def is_archive(raw: bytes) -> bool:
    """Whether bytes begin as an archive or a compressed file that is read here."""
    return raw.startswith((b"PK\x03\x04", b"PK\x05\x06", *STREAMS)) or raw[257:262] == b"ustar"


def members(raw: bytes, uri: str, suffixes: Collection[str]) -> Iterator[Member | Failure]:
    """The files in an archive that can be read, nested ones included, in its own order.

    suffixes: of the kinds that are read; others are counted and said in one line at the end. Raises
    `ReadError` if nothing can be had of it at all.
    """
    allowance = Allowance(uri, min(LARGEST_UNPACKED, max(FREE, RATIO * len(raw))))
    limit = allowance.size
    rest = "nothing of it"
    try:
        for found in _unpacked(Member(raw, uri, walk.suffix(uri)), allowance, suffixes, depth=0):
            yield found
            rest = "the rest"
    except Spent:
        what = f"{limit >> 20} MiB" if allowance.size < 0 else f"{MOST_MEMBERS:,} files"
        yield Failure(uri, f"unpacks to more than {what}: {rest} is not read")
    if allowance.unread:
        yield Failure(uri, walk.not_read(allowance.unread), passed_over=True)


def _unpacked(
    member: Member, allowance: Allowance, suffixes: Collection[str], depth: int
) -> Iterator[Member | Failure]:
    """A member as it is, or all that is in it if it is an archive."""
    raw, uri, suffix = member
    if opener := next((opener for mark, opener in STREAMS.items() if raw.startswith(mark)), None):
        if depth >= DEEPEST:
            raise ReadError(uri, "is an archive too deep inside others: unpack it")
        raw = allowance.read(opener(BytesIO(raw)), uri)
        inner = Member(raw, uri, walk.suffix(walk.unpacked(uri)))
        # A compressed tar is one archive, not two.
        yield from _unpacked(inner, allowance, suffixes, depth + (raw[257:262] != b"ustar"))
    elif is_archive(raw) and packages.kind(raw) is None:
        if depth >= DEEPEST:
            raise ReadError(uri, "is an archive too deep inside others: unpack it")
        seen = Counter[str]()
        for name, opened in (_zipped if raw.startswith(b"PK") else _tarred)(raw, uri):
            own = files.escaped(_apart(name, seen))
            yield from _one(f"{uri}{MEMBER}{own}", opened, allowance, suffixes, depth)
    elif raw:
        yield Member(raw, uri, suffix)
    else:
        raise ReadError(uri, "is empty")


def _apart(name: str, seen: Counter[str]) -> str:
    """A name that no member before has: an archive may hold any number of one name.

    >>> seen = Counter()
    >>> [_apart(name, seen) for name in ("dam.html.gz", "dam.html.gz", "dam (2).html.gz")]
    ['dam.html.gz', 'dam (2).html.gz', 'dam (2) (2).html.gz']
    """
    stem = walk.unpacked(name).removesuffix(walk.kind(name))
    own = name
    while seen[own]:
        seen[name] += 1
        own = f"{stem} ({seen[name]}){name.removeprefix(stem)}"
    seen[own] += 1
    return own


def _one(
    uri: str, opened: Open | None, allowance: Allowance, suffixes: Collection[str], depth: int
) -> Iterator[Member | Failure]:
    """One member, read if it is of a kind that is; what is wrong with it costs only itself."""
    allowance.members -= 1
    if allowance.members < 0:
        raise Spent
    name = uri.rpartition(MEMBER)[2]
    if any(part.startswith(".") and not part.startswith("..") for part in name.split("/")) or name.startswith(
        "__MACOSX/"
    ):
        return  # hidden, as in a folder
    if opened is None or walk.kind(name) not in suffixes:
        allowance.unread[walk.kind(name) if opened else LINKS] += 1
        return
    try:
        with opened(uri) as stream:
            raw = allowance.read(stream, uri)
        yield from _unpacked(Member(raw, uri, walk.suffix(name)), allowance, suffixes, depth + 1)
    except ReadError as error:
        yield Failure(error.subject, error.reason)
    except packages.BROKEN as error:
        yield Failure(uri, f"is broken: it cannot be unpacked ({packages.cause(error)})")


def _zipped(raw: bytes, uri: str) -> Iterator[tuple[str, Open | None]]:
    """Names in a zip file and how to open each, None for a link; folders are left out."""
    for member in (archive := packages.opened(raw, uri)).infolist():
        if stat.S_ISLNK(member.external_attr >> 16):
            yield member.filename, None
        elif not member.is_dir():
            yield member.filename, partial(_open_zipped, archive, member)


def _open_zipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo, uri: str) -> IO[bytes]:
    if member.flag_bits & 1:
        raise ReadError(uri, "is encrypted: unpack it with its password")
    return archive.open(member)


def _tarred(raw: bytes, uri: str) -> Iterator[tuple[str, Open | None]]:
    """Names in a tar file and how to open each, None for a link or device; folders are left out."""
    try:
        with tarfile.open(fileobj=BytesIO(raw), mode="r:") as archive:
            for member in archive:
                if member.isreg():
                    yield member.name, partial(_open_tarred, archive, member)
                elif not member.isdir():
                    yield member.name, None
    except packages.BROKEN as error:
        raise ReadError(uri, f"is a broken tar file ({packages.cause(error)})") from error


def _open_tarred(archive: tarfile.TarFile, member: tarfile.TarInfo, uri: str) -> IO[bytes]:
    stream = archive.extractfile(member)
    if stream is None:
        raise ReadError(uri, "is no file")
    return stream
