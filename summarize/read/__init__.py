"""read: bytes -> documents, the only door in.

`sources` turns what the user named into documents, one at a time. One bad source costs only itself:
it becomes a `Failure` with a short cause and, where there is one, what to do about it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache, partial
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO, TypeGuard

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import copies, files, formats, hrefs, links, parts, urls, walk
from summarize.read.ahead import Ahead, Beyond
from summarize.read.links import Fetch
from summarize.read.safely import Parser
from summarize.read.watch import Watch

if TYPE_CHECKING:
    from summarize.read import web

__all__ = ["Fetch", "Watch", "distinct", "paths", "shown", "sources"]

distinct = copies.distinct

# What a name stands for: a name to read, or why there is none.
Item = str | ReadError | Failure
SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:/", re.IGNORECASE)


def sources(
    names: Sequence[str | os.PathLike[str]],
    *,
    fetch: Fetch | None = None,
    allow_private: bool = False,
    headlines: bool = False,
    stdin: BinaryIO | None = None,
    watch: Watch | None = None,
) -> Iterator[Document | Failure]:
    """The documents that names stand for, in the order given.

    names: files, folders (with all that is in them), patterns, `-` for standard input, URLs, `file:`
    addresses, and parts of files as documents' uris have them ("records.jsonl#3"; see `parts`). A file
    named twice is read once, under the lesser of its names, so that their order does not matter.
    Links are followed only where the user asked for the web: from a feed that was fetched to the pages of
    its items, from a list that was named to its feeds. Files in a folder fetch nothing.
    fetch: gets one URL at a time. Without it a `web.Client` gets several at a time.
    allow_private: let that client connect to the hosts in `names` even if they are outside the public
    internet. Hosts that only a feed, a list or a redirect names are refused all the same.
    headlines: use the headline of a page that is not fetched and has no summary.
    Never raises for what a source is or holds.
    """
    wanted = dict.fromkeys(files.named(os.fspath(name)) for name in names)
    items = list(_distinct([item for name in wanted for item in _found(name)]))
    watch = watch or Watch()
    expected = {_subject(item) for item in items}
    watch.expect(len(expected))
    with ExitStack() as stack:
        parser = stack.enter_context(Parser())
        private = {urls.host(name) for name in wanted if allow_private} - {None}
        online = fetch or _online(private, watch, stack)
        begin = partial(_begin, online) if fetch is None else None
        addresses = [parts.container(item) or item for item in items if _is_url(item)]
        ahead = links.begun_with(addresses, online, begin)
        for item in items:
            beyond = Beyond(_subject(item), online)
            with _watched(watch, item):
                followed = links.follow(
                    _tried(item, parser, ahead, stdin),
                    read=partial(_behind, parser),
                    fetch=online if item in wanted else None,
                    begin=partial(_begin_more, beyond, watch, expected) if fetch is None else None,
                    pages=_is_url(item),
                    headlines=headlines,
                )
                for found in beyond.told(followed):
                    if isinstance(found, Failure):
                        watch.fail(found.subject, found.error)
                    yield found


def paths(names: Iterable[str]) -> Iterator[str]:
    """The files that names stand for, folders and patterns unfolded, before any of them is read."""
    for name in names:
        for item in _found(files.named(name)):
            if isinstance(item, str):
                yield parts.container(item) or item


def shown(name: str) -> str:
    """A name as it can be printed: an address without its login, a path without odd bytes."""
    return urls.shown(name) if hrefs.is_web(name) else files.shown(name)


def _online(private: Container[str | None], watch: Watch, stack: ExitStack) -> Fetch:
    """A fetch by a new client, which is made when first needed and closed with the stack.

    private: hosts that may be outside the public internet.
    """

    lock = Lock()  # fetches run in several threads

    @cache
    def client() -> web.Client:
        from summarize.read import web

        return stack.enter_context(web.Client())

    def fetch(url: str) -> tuple[bytes, str, str]:
        with lock:
            made = client()
        with _watched(watch, url):
            try:
                return made.fetch(url, allow_private=urls.host(url) in private)
            except ReadError as error:
                watch.fail(error.subject, error.reason)
                raise

    return fetch


def _begin(fetch: Fetch, addresses: Sequence[str]) -> Fetch:
    return Ahead(addresses, fetch).take


def _begin_more(beyond: Beyond, watch: Watch, expected: set[str], addresses: Sequence[str]) -> Fetch:
    """Fetch what a source leads to, and raise the number of sources that the watch expects."""
    expected.update(map(shown, addresses))
    watch.expect(len(expected))
    return beyond.begin(addresses)


def _behind(
    parser: Parser, raw: bytes, url: str, content_type: str, *, base: str = ""
) -> Iterable[links.Found]:
    """What is behind a link of a source."""
    return parser.read(raw, url, suffix=walk.suffix(url), content_type=content_type, base=base)


@contextmanager
def _watched(watch: Watch, item: Item) -> Iterator[None]:
    subject = _subject(item)
    watch.begin(subject)
    try:
        yield
    finally:
        watch.end(subject)


def _subject(item: Item) -> str:
    return shown(item) if isinstance(item, str) else item.subject


def _tried(item: Item, parser: Parser, fetch: Fetch, stdin: BinaryIO | None) -> Iterator[links.Found]:
    try:
        if isinstance(item, ReadError):
            raise item
        if isinstance(item, Failure):
            yield item
        else:
            yield from _read(item, parser, fetch, stdin)
    except ReadError as error:
        yield Failure(error.subject, error.reason)


def _found(name: str) -> Iterable[Item]:
    return [name] if _is_special(name) else walk.find(name, formats.READERS)


def _is_special(name: str) -> bool:
    return name == "-" or _is_url(name) or _is_elsewhere(name) or parts.container(name) is not None


def _is_url(item: Item) -> TypeGuard[str]:
    return isinstance(item, str) and hrefs.is_web(item)


def _is_elsewhere(name: str) -> bool:
    """Whether a name is an address of another kind, such as `ftp://…`, and no file."""
    return bool(SCHEME.match(name)) and not _is_url(name) and not os.path.lexists(name)


def _distinct(items: Sequence[Item]) -> Iterator[Item]:
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


def _read(name: str, parser: Parser, fetch: Fetch, stdin: BinaryIO | None) -> Iterator[links.Found]:
    if name == "-":
        yield from parser.read(_standard_input(stdin), name, own=True)
    elif _is_elsewhere(name):
        raise ReadError(shown(name), "is no http or https address: save what is there and name the file")
    elif (container := parts.container(name)) is not None:
        yield from _part(name, container, parser, fetch)
    elif _is_url(name):
        yield from _fetched(name, parser, fetch)
    else:
        suffix = walk.suffix(name)
        limit = files.LARGEST_RECORDS if suffix in formats.MANY_DOCUMENTS else files.LARGEST_FILE
        yield from parser.read(files.contents(name, limit), files.shown(name), suffix=suffix, own=True)


def _part(name: str, container: str, parser: Parser, fetch: Fetch) -> Iterator[links.Found]:
    """The one document of a file of many, here or on the web, that this is the uri of."""
    uri = shown(name)
    whole = _read(container, parser, fetch, None)
    found = [item for item in whole if isinstance(item, Document) and item.uri == uri]
    if not found:
        raise ReadError(uri, f"is no part of {shown(container)}")
    yield from found


def _fetched(url: str, parser: Parser, fetch: Fetch) -> Iterator[links.Found]:
    try:
        raw, content_type, final = fetch(url)
    except OSError as error:
        raise ReadError(shown(url), files.reason(error)) from error
    suffix = walk.suffix(final.partition("?")[0].partition("#")[0])
    for item in parser.read(raw, shown(url), suffix=suffix, content_type=content_type, base=shown(final)):
        yield _part_of(item, shown(url)) if isinstance(item, Document) else item


def _part_of(document: Document, address: str) -> Document:
    """One of several documents at an address: of these only members of an archive can be opened there."""
    if document.url == document.uri != address and document.uri.startswith((f"{address}#", f"{address}!/")):
        return replace(document, url=address if parts.MEMBER in document.uri else None)
    return document


def _standard_input(stdin: BinaryIO | None) -> bytes:
    stream = stdin or getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ReadError("-", "standard input is closed")
    try:
        return files.bounded(stream, "-", files.LARGEST_FILE)
    except OSError as error:
        raise ReadError("-", files.reason(error)) from error
