"""read: bytes -> documents, the only door in.

`sources` turns what the user named into documents, one at a time. One bad source costs only itself:
it becomes a `Failure` with a short cause and, where there is one, what to do about it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import files, formats, parts, walk
from summarize.read.safely import Parser

__all__ = ["Fetch", "sources"]

# A URL -> its bytes, its Content-Type header and the URL it ended at. Raises `ReadError`.
Fetch = Callable[[str], tuple[bytes, str, str]]

URL = re.compile(r"https?://", re.IGNORECASE)


def sources(
    names: Sequence[str | os.PathLike[str]], *, fetch: Fetch | None = None, stdin: BinaryIO | None = None
) -> Iterator[Document | Failure]:
    """The documents that names stand for, in the order given.

    names: files, folders (with all that is in them), patterns, `-` for standard input, URLs if there
    is a `fetch`, and parts of files as documents' uris have them ("records.jsonl#3"; see `parts`). A
    file named twice is read once, under the lesser of its names, so that their order does not matter.
    Never raises for what a source is or holds.
    """
    wanted = dict.fromkeys(os.fspath(name) for name in names)
    with Parser() as parser:
        for item in _distinct([item for name in wanted for item in _found(name)]):
            try:
                if isinstance(item, ReadError):
                    raise item
                if isinstance(item, Failure):
                    yield item
                    continue
                yield from _read(item, parser, fetch, stdin)
            except ReadError as error:
                yield Failure(error.subject, error.reason)


def _found(name: str) -> Iterable[str | ReadError | Failure]:
    return [name] if _is_special(name) else walk.find(name, formats.READERS)


def _is_special(name: str) -> bool:
    return name == "-" or bool(URL.match(name)) or parts.container(name) is not None


def _distinct(items: Sequence[str | ReadError | Failure]) -> Iterator[str | ReadError | Failure]:
    """The items, each file once: in its first place, under the least of its names."""
    identities = [
        files.identity(item) if isinstance(item, str) and not _is_special(item) else None for item in items
    ]
    least: dict[tuple[int, int], str] = {}
    for item, identity in zip(items, identities, strict=True):
        if identity is not None:
            least[identity] = min(least.get(identity, str(item)), str(item))
    for item, identity in zip(items, identities, strict=True):
        if identity is None:
            yield item
        elif identity in least:
            yield least.pop(identity)


def _read(
    name: str, parser: Parser, fetch: Fetch | None, stdin: BinaryIO | None
) -> Iterator[Document | Failure]:
    if name == "-":
        yield from parser.read(_standard_input(stdin), name, own=True)
    elif URL.match(name):
        yield from _fetched(files.shown(name), parser, fetch)
    elif (container := parts.container(name)) is not None:
        yield from _part(name, container, parser)
    else:
        suffix = walk.suffix(name)
        limit = files.LARGEST_RECORDS if suffix in formats.MANY_DOCUMENTS else files.LARGEST_FILE
        yield from parser.read(files.contents(name, limit), files.shown(name), suffix=suffix, own=True)


def _part(name: str, container: str, parser: Parser) -> Iterator[Document | Failure]:
    """The one document of a file of many that this is the uri of."""
    uri = files.shown(name)
    found = [
        item
        for item in _read(container, parser, None, None)
        if isinstance(item, Document) and item.uri == uri
    ]
    if not found:
        raise ReadError(uri, f"is no part of {files.shown(container)}")
    yield from found


def _fetched(url: str, parser: Parser, fetch: Fetch | None) -> Iterator[Document | Failure]:
    if fetch is None:
        raise ReadError(url, "fetching is not built in yet: save the page and name the file")
    try:
        raw, content_type, _ = fetch(url)
    except OSError as error:
        raise ReadError(url, files.reason(error)) from error
    yield from parser.read(raw, url, suffix=walk.suffix(url), content_type=content_type)


def _standard_input(stdin: BinaryIO | None) -> bytes:
    stream = stdin or getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ReadError("-", "standard input is closed")
    try:
        return files.bounded(stream, "-", files.LARGEST_FILE)
    except OSError as error:
        raise ReadError("-", files.reason(error)) from error
