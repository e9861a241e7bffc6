"""Zip files that are one document: DOCX, EPUB and what else offices write; told by what is in them.

The one place where a zip file is opened. What its list says is not trusted to be short.
"""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from io import BytesIO

from summarize.errors import ReadError

MOST_FILES = 10_000  # in one zip file; chosen by eye
LARGEST_DOCUMENT = 200 * 1024 * 1024  # bytes of a document's text and markup, unpacked
# Pages of a book and parts of a document shrink to a tenth; a bomb to a thousandth.
RATIO = 100
FREE = 20 * 1024 * 1024
MIME = "mimetype"  # the first file of an EPUB or OpenDocument says which it is
KINDS = {"application/epub+zip": ".epub"}
# Whatever the standard library raises for an archive that is damaged or made to do damage.
BROKEN = (
    OSError, EOFError, ValueError, RuntimeError, OverflowError, MemoryError, KeyError, zlib.error,
    lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError,
)  # fmt: skip


def opened(raw: bytes, uri: str) -> zipfile.ZipFile:
    """A zip file, its list read. Raises `ReadError` if it is broken or lists too many files."""
    if raw.count(b"PK\x01\x02") > 2 * MOST_FILES:  # the library lists them all before we see one
        raise ReadError(uri, f"holds more than {MOST_FILES:,} files: unpack it and name what you want read")
    try:
        return zipfile.ZipFile(BytesIO(raw))
    except BROKEN as error:
        raise ReadError(uri, f"is a broken zip file ({cause(error)})") from error


def document(raw: bytes, uri: str) -> zipfile.ZipFile:
    """A zip file that a library will unpack as a whole. Raises `ReadError` if that would be too much."""
    archive = opened(raw, uri)
    # The library unpacks no more of a file than its list says; so the sum is a bound.
    size = sum(member.file_size for member in archive.infolist())
    if size > min(LARGEST_DOCUMENT, max(FREE, RATIO * len(raw))):
        raise ReadError(uri, f"unpacks to {size >> 20} MiB: too much for a document of its size")
    return archive


def kind(raw: bytes) -> str | None:
    """The suffix of the document a zip file is; "office" for one that is not read; None for an archive."""
    try:
        archive = opened(raw, "")
        names = set(archive.namelist())
        if "word/document.xml" in names:
            return ".docx"
        if "META-INF/container.xml" in names:
            return ".epub"
        if MIME in names and archive.getinfo(MIME).file_size < 200:
            found = archive.read(MIME).decode("ascii", "replace").strip()
            return KINDS.get(found, "office")
    except (ReadError, *BROKEN):
        return None
    return "office" if "[Content_Types].xml" in names else None


def cause(error: BaseException) -> str:
    """An archive's fault in a few words."""
    return (str(error) or type(error).__name__).splitlines()[0][:100]
