"""WARC to its records: the answers a crawler got, each with its address and media type.

What a record holds is read as it would be if it came from the web now; its uri is `crawl.warc#3`, the
third record, and its url the address it was fetched from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from io import BytesIO
from typing import Any, NamedTuple

from summarize.errors import ReadError
from summarize.model import Failure
from summarize.read import extras

TYPES = ("response", "resource", "conversion")
LARGEST_RECORD = 20 * 1024 * 1024  # bytes, content encoding undone; as for a page
LARGEST_TOTAL = 500 * 1024 * 1024
KINDS_NAMED = 8
PLAIN_NAMES = ("http://", "https://")


class Record(NamedTuple):
    """One answer: its content, what it is cited as, where it came from, and what its headers say it is."""

    raw: bytes
    uri: str
    url: str
    content_type: str


def records(raw: bytes, uri: str, media_types: Collection[str]) -> Iterator[Record | Failure]:
    """The answers with content of these media types, in order; how many others there were comes last."""
    if not raw.startswith(b"WARC/"):
        raise ReadError(uri, "is no WARC archive, whatever its name says")
    iterator = extras.library("warcio.archiveiterator", uri, "a WARC archive").ArchiveIterator
    others, total = Counter[str](), 0
    number = answers = 0
    try:
        for number, record in enumerate(iterator(BytesIO(raw)), start=1):
            if not _is_answer(record):
                continue
            answers += 1
            content_type = _content_type(record)
            media_type = content_type.partition(";")[0].strip().lower()
            if media_type not in media_types:
                others[media_type or "without type"] += 1
                continue
            content = record.content_stream().read(LARGEST_RECORD + 1)
            total += len(content)
            if total > LARGEST_TOTAL:
                yield Failure(uri, f"unpacks to more than {LARGEST_TOTAL >> 20} MiB: the rest is not read")
                break
            if len(content) > LARGEST_RECORD:
                yield Failure(f"{uri}#{number}", f"is larger than {LARGEST_RECORD >> 20} MiB")
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            yield Record(content, f"{uri}#{number}", url if url.startswith(PLAIN_NAMES) else "", content_type)
    except MemoryError:
        raise
    except Exception as error:  # the library's own, zlib's and what http.client makes of headers
        raise ReadError(f"{uri}#{number + 1}", f"is a broken record ({type(error).__name__})") from error
    yield from _not_read(uri, answers, others)


def _not_read(uri: str, answers: int, others: Counter[str]) -> Iterator[Failure]:
    if not answers:
        yield Failure(uri, "holds no page that a server sent: it may be cut short")
    if not others:
        return
    shown = ", ".join(f"{kind} {count}" for kind, count in others.most_common(KINDS_NAMED))
    count = sum(others.values())
    reason = f"{count} record{'s' if count > 1 else ''} of kinds not read: {shown}"
    yield Failure(uri, reason, passed_over=True)


def _is_answer(record: Any) -> bool:
    """Whether it is what a server sent, and a success."""
    headers = record.http_headers
    status = str(headers.get_statuscode() or "") if headers and record.rec_type == "response" else ""
    return record.rec_type in TYPES and status in ("", "200")


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "")
