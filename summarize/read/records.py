"""JSON to documents: one record, a list of them, `{"documents": [...]}`, or one record a line.

A record is `{"text" | "html", "title", "url", "source" | "publisher", "published" | "date",
"language", "author", "id"}`; all but the text may be missing, and a field of the wrong type is
missing too. A key given twice counts as its last. A broken record costs only itself. A JSON Feed,
which is known by its version, goes to its own reader.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import dates, encoding, feed_json, feeds, html, language, plain, urls
from summarize.read.links import Found


def read_json(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Found]:
    """The documents of a `.json` file. Raises `ReadError` if it is no JSON or holds no record."""
    try:
        value = feed_json.loads(encoding.decode(raw, declared=charset))
    except (json.JSONDecodeError, RecursionError) as error:
        raise ReadError(uri, _broken(error)) from error
    if feed_json.is_feed(value):
        yield from feeds.contents(feed_json.parse(value, uri))
        return
    if isinstance(value, dict) and "documents" not in value:
        yield _document(value, uri, uri)
        return
    records = value.get("documents") if isinstance(value, dict) else value
    if not isinstance(records, list):
        raise ReadError(uri, 'holds no record: expected {"text": …}, a list of such, or {"documents": […]}')
    if not records:
        raise ReadError(uri, "holds an empty list of documents")
    for number, record in enumerate(records, start=1):
        yield from _read_record(record, uri, number)


def read_bundle(record: dict[str, Any], name: str) -> Iterator[Document | Failure]:
    """The documents of one bundle, `{"documents": [...]}`, already parsed; without a list, none.

    name: of the bundle; a document without a URL is cited by it and its number in the bundle.
    """
    records = record.get("documents")
    for number, each in enumerate(records if isinstance(records, list) else [], start=1):
        yield from _read_record(each, name, number)


def read_lines(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    """The documents of a `.jsonl` file, one a line; empty lines are none."""
    # Only "\n" ends a line: JSON strings may hold U+2028 and other ends that splitlines() knows.
    lines = encoding.decode(raw, declared=charset).split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = feed_json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            yield Failure(f"{uri}:{number}", _broken(error))
            continue
        yield from _read_record(record, uri, number)


def _read_record(record: Any, uri: str, number: int) -> Iterator[Document | Failure]:
    try:
        yield _document(record, f"{uri}#{number}", f"{uri}:{number}")
    except ReadError as error:
        yield Failure(error.subject, error.reason)


def _document(record: Any, uri: str, place: str) -> Document:
    """The document in one record. uri: what it is cited as if it has no URL. place: for errors."""
    if not isinstance(record, dict):
        raise ReadError(place, f'is no record: expected {{"text": …}}, found {_kind(record)}')
    if "documents" in record:
        raise ReadError(place, "is a bundle, not a document: use `summarize batch`")
    text, page = _string(record, "text"), _string(record, "html")
    if not text and not page:
        raise ReadError(place, 'holds no "text" and no "html"')
    parse, content = (plain.parse, text) if text else (html.parse, page)
    try:
        return parse(content, urls.shown(_string(record, "url")) or uri, **_given(record))
    except ReadError as error:
        raise ReadError(place, error.reason) from error


def _given(record: dict[str, Any]) -> dict[str, Any]:
    """What a record states about its document, as fields of `Document.from_text`."""
    return {
        "title": _string(record, "title"),
        "publisher": _string(record, "source", "publisher"),
        "published": dates.parse(_string(record, "published", "date")),
        "language": language.primary(record.get("language")),
        "author": _string(record, "author"),
        "id": _identity(record.get("id")),
    }


def _string(record: dict[str, Any], *names: str) -> str:
    """The first of these fields that is a string with something in it, else ''."""
    values = (record.get(name) for name in names)
    return next((value for value in values if isinstance(value, str) and value.strip()), "")


def _identity(value: Any) -> str | None:
    """A given id as a string; numbers are common as ids."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value else None


def _kind(value: Any) -> str:
    names = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _broken(error: json.JSONDecodeError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return "is JSON nested too deeply"
    return f"is no JSON: {error.msg} at column {error.colno}"
