"""EPUB to a document: its chapters in reading order, as one text.

A book's pages are ours to read as any page, by `markup.scan`: a chapter has no furniture. Around them there
is a zip file, a package file that lists them in order and Dublin Core metadata.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import dates, encoding, language, markup, packages, xml

CONTAINER = "META-INF/container.xml"
RIGHTS = "META-INF/encryption.xml"
PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


def read(raw: bytes, uri: str) -> Iterator[Document | Failure]:
    """The document in an EPUB, and a line on chapters that are missing. Raises `ReadError` as others do."""
    with packages.document(raw, uri) as archive:
        try:
            path = _all(_parsed(archive.read(CONTAINER)), "rootfile")[0].get("full-path", "")
            package = _parsed(archive.read(path))
        except (LookupError, *packages.BROKEN) as error:
            raise ReadError(uri, "is a broken EPUB: it does not list its chapters") from error
        chapters = list(_chapters(archive, package, posixpath.dirname(path)))
        encrypted = RIGHTS in archive.namelist()
    text = "\n\n".join(filter(None, chapters))
    if not any(character.isalpha() for character in text):
        why = "is a protected EPUB: its text cannot be read" if encrypted else "holds no words"
        raise ReadError(uri, why)
    yield Document.from_text(text, uri=uri, **_fields(package))
    if missing := chapters.count(None):
        yield Failure(uri, f"{missing} of {len(chapters)} chapters cannot be read")


def _chapters(archive: zipfile.ZipFile, package: Any, folder: str) -> Iterator[str | None]:
    """The text of each page in reading order, once; None for one that is missing or broken."""
    items = {each.get("id"): each for each in _all(package, "item")}
    seen = set()
    for reference in dict.fromkeys(each.get("idref") for each in _all(package, "itemref")):
        item = items.get(reference)
        if item is None:
            yield None
        elif item.get("media-type") in PAGES and "nav" not in (item.get("properties") or "").split():
            href = unquote((item.get("href") or "").partition("#")[0])
            name = posixpath.normpath(posixpath.join(folder, href))
            if name in seen:
                continue
            seen.add(name)
            try:
                content = archive.read(name)
            except (LookupError, *packages.BROKEN):
                yield None
                continue
            yield (
                markup.scan(encoding.decode(content)).text if encoding.binary_kind(content) is None else None
            )


def _fields(package: Any) -> dict[str, Any]:
    """The fields of `Document.from_text` that the package states."""
    return {
        "title": _said(package, "title"),
        "author": _said(package, "creator"),
        "publisher": _said(package, "publisher"),
        "published": dates.parse(_said(package, "date") or ""),
        "language": language.primary(_said(package, "language")),
    }


def _parsed(raw: bytes) -> Any:
    """An XML file's root element. Raises LookupError if there is none."""
    tree = xml.tree(raw)
    if tree is None:
        raise LookupError
    return tree


def _all(tree: Any, name: str) -> list[Any]:
    """The elements of a name, whatever their namespace."""
    found: list[Any] = tree.xpath("//*[local-name()=$name]", name=name)
    return found


def _said(tree: Any, name: str) -> str | None:
    texts = (" ".join("".join(each.itertext()).split()) for each in _all(tree, name))
    return next(filter(None, texts), None)
