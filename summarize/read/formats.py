"""What a source is, and which reader reads it: by signature, media type or suffix, else by its first bytes.

Data in a packed or binary format is what its signature says, whatever it is called; text is what its
name or header says. Readers import their libraries late.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import encoding, plain
from summarize.read.links import Found


class Reader(Protocol):
    """The bytes of one source -> its documents. uri: what they are cited as. charset: as HTTP has it."""

    def __call__(self, raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Found]: ...


def _text(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    yield plain.read(raw, uri, charset=charset)


def _page(
    raw: bytes, uri: str, *, charset: str | None = None, base: str = ""
) -> Iterator[Document | Failure]:
    from summarize.read import html

    yield from html.read(raw, uri, charset=charset, place=base)


def _records(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Found]:
    from summarize.read import records

    yield from records.read_json(raw, uri, charset=charset)


def _record_lines(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    from summarize.read import records

    yield from records.read_lines(raw, uri, charset=charset)


def _mail(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    from summarize.read import mail

    yield from (mail.read_mailbox if mail.is_mailbox(raw) else mail.read)(raw, uri, charset=charset)


def _mailbox(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    from summarize.read import mail

    yield from mail.read_mailbox(raw, uri, charset=charset)


def _pdf(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    from summarize.read import pdf

    yield from pdf.read(raw, uri)


def _docx(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    from summarize.read import docx

    yield from docx.read(raw, uri)


def _epub(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    from summarize.read import epub

    yield from epub.read(raw, uri)


def _rtf(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    from summarize.read import rtf

    yield from rtf.read(raw, uri)


def _warc(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Found]:
    from summarize.read import warc

    for found in warc.records(raw, uri, MEDIA_TYPES):
        if isinstance(found, Failure):
            yield found
            continue
        for item in _inside(found.raw, found.uri, content_type=found.content_type, base=found.url):
            if isinstance(item, Document) and item.uri == found.uri:  # and not one of many in it
                yield replace(item, url=found.url or None)
            else:
                yield item


def _feed(raw: bytes, uri: str, *, charset: str | None = None, base: str = "") -> Iterator[Found]:
    """A feed, or a list of feeds; both come as XML, and a list is sometimes served as a feed."""
    from summarize.read import feeds, opml

    if feeds.root(raw) == "opml":
        yield from opml.contents(opml.parse(raw, uri, charset=charset, base=base), uri)
    else:
        yield from feeds.contents(feeds.parse(raw, uri, charset=charset, base=base))


def _archive(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Found]:
    from summarize.read import archives

    if not archives.is_archive(raw):
        raise ReadError(uri, "is no archive, whatever its name says")
    nothing = True
    for found in archives.members(raw, uri, READERS):
        for item in [found] if isinstance(found, Failure) else _inside(*found[:2], suffix=found.suffix):
            nothing = nothing and isinstance(item, Failure) and item.passed_over
            yield item
    if nothing:
        raise ReadError(uri, "holds no file that can be read")


def _inside(raw: bytes, uri: str, **told: str) -> Iterator[Found]:
    """What is in one file of an archive; one that fails costs only itself. told: as for `read`."""
    try:
        yield from read(raw, uri, **told)
    except ReadError as error:
        yield Failure(error.subject, error.reason)


def _zip(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Found]:
    from summarize.read import packages

    kind = packages.kind(raw)
    if kind and kind not in READERS:
        raise ReadError(uri, "is an office document of a kind that is not read: save it as text or PDF")
    yield from (READERS[kind] if kind else _archive)(raw, uri)


# What a file's suffix says it is. These are what a folder is searched for.
READERS: dict[str, Reader] = {
    ".txt": _text,
    ".text": _text,
    ".md": _text,
    ".markdown": _text,
    ".html": _page,
    ".htm": _page,
    ".xhtml": _page,
    ".json": _records,
    ".jsonl": _record_lines,
    ".ndjson": _record_lines,
    ".eml": _mail,
    ".mbox": _mailbox,
    ".pdf": _pdf,
    ".docx": _docx,
    ".epub": _epub,
    ".rtf": _rtf,
    ".warc": _warc,
    ".rss": _feed,
    ".atom": _feed,
    ".rdf": _feed,
    ".xml": _feed,
    ".opml": _feed,
    ".zip": _archive,
    ".tar": _archive,
    ".tgz": _archive,
    ".tbz2": _archive,
    ".txz": _archive,
    ".gz": _archive,
    ".bz2": _archive,
    ".xz": _archive,
}
# How data begins that is no text, and tells what it is whatever it is called.
SIGNATURES: tuple[tuple[int, bytes, Reader], ...] = (
    (0, b"PK\x03\x04", _zip),
    (0, b"PK\x05\x06", _zip),
    (0, b"\x1f\x8b", _archive),
    (0, b"BZh", _archive),
    (0, b"\xfd7zXZ\x00", _archive),
    (257, b"ustar", _archive),
    (0, b"%PDF-", _pdf),
    (0, b"{\\rtf", _rtf),
    (0, b"WARC/", _warc),
)
NOT_TEXT = frozenset((_docx, _epub, *(reader for _, _, reader in SIGNATURES)))
MANY_DOCUMENTS = (".jsonl", ".ndjson", ".mbox")
# The same for the media types of HTTP.
MEDIA_TYPES: dict[str, Reader] = {
    "text/plain": _text,
    "text/markdown": _text,
    "text/html": _page,
    "application/xhtml+xml": _page,
    "application/json": _records,
    "application/x-ndjson": _record_lines,
    "application/jsonl": _record_lines,
    "message/rfc822": _mail,
    "application/mbox": _mailbox,
    "application/pdf": _pdf,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": _docx,
    "application/epub+zip": _epub,
    "application/rtf": _rtf,
    "text/rtf": _rtf,
    "application/rss+xml": _feed,
    "application/atom+xml": _feed,
    "application/rdf+xml": _feed,
    "application/feed+json": _feed,
    "text/x-opml": _feed,
}
# What servers say of a feed when they do not know what it is.
VAGUE_TYPES = ("text/html", "text/plain", "text/xml", "application/xml", "application/octet-stream")
# How a page begins, after a byte order mark, an XML declaration and one comment.
PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|title|meta|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# How JSON begins that may hold records, and two lines of them: no prose does.
RECORD = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"')
LINES = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[^\n]*\}[ \t\r]*\n\s*\{")
CHARSET = re.compile(r"charset\s*=\s*\"?([^\s;\"]{1,40})", re.IGNORECASE)


def read(
    raw: bytes, uri: str, *, suffix: str = "", content_type: str = "", base: str = ""
) -> Iterator[Found]:
    """The documents in one source's bytes, and links to what it only names.

    content_type: an HTTP header, trusted before the suffix. base: the final address of a fetch, if not uri.
    Raises `ReadError` where the bytes are no text or hold no document.
    """
    if not raw:
        raise ReadError(uri, "is empty")
    reader = _reader(raw, suffix, content_type)
    if reader not in NOT_TEXT and (kind := encoding.binary_kind(raw)):
        raise ReadError(uri, f"is not text (looks like {kind})")
    charset = CHARSET.search(content_type.partition(";")[2])
    declared = charset[1] if charset else None
    if reader is _feed:
        yield from _feed(raw, uri, charset=declared, base=base)
    elif reader is _page:
        yield from _page(raw, uri, charset=declared, base=base)
    else:
        yield from reader(raw, uri, charset=declared)


def is_text(raw: bytes, suffix: str, content_type: str) -> bool:
    """Whether `read` will take these bytes for plain text."""
    return encoding.binary_kind(raw) is None and _reader(raw, suffix, content_type) is _text


def _reader(raw: bytes, suffix: str, content_type: str) -> Reader:
    for offset, signature, reader in SIGNATURES:
        if raw.startswith(signature, offset):
            return reader
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type in VAGUE_TYPES and (READERS.get(suffix) is _feed or _is_feed(raw)):
        return _feed
    return MEDIA_TYPES.get(media_type) or READERS.get(suffix) or _sniffed(raw)


def _is_feed(raw: bytes) -> bool:
    """Whether bytes of unknown kind begin like a feed; a JSON Feed names its specification."""
    start = raw[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start != b"<":
        return start == b"{" and b"jsonfeed.org" in raw
    from summarize.read import feeds

    return feeds.is_feed(raw)


def _sniffed(raw: bytes) -> Reader:
    from summarize.read import mail

    if _is_feed(raw):
        return _feed
    if RECORD.match(raw):
        return _record_lines if LINES.match(raw) else _records
    if PAGE.match(raw):
        return _page
    return _mail if mail.is_mailbox(raw) or mail.is_mail(raw) else _text
