"""Lists of feeds (OPML 1.0, 1.1 and 2.0), as feed readers export what somebody follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from summarize.errors import ReadError
from summarize.model import Failure
from summarize.read import entries, hrefs, xml
from summarize.read.links import Found, Link


@dataclass(frozen=True)
class Subscription:
    """One feed that somebody follows. folders: what it is filed under, outermost first.

    had_login: the list has a user or password in its address, which is left out. also: the outermost folders
    of its other entries.
    """

    title: str | None
    url: str
    site: str | None = None
    folders: tuple[str, ...] = ()
    had_login: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subscriptions:
    """A list of feeds in its own order, each once. notes: what in it is no feed to follow.

    pages: names of entries that lead to a page alone.
    """

    title: str | None
    feeds: tuple[Subscription, ...]
    notes: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


def parse(raw: bytes, uri: str, *, charset: str | None = None, base: str = "") -> Subscriptions:
    """The list in some bytes. Raises `ReadError` if they are no OPML or hold no feed.

    base: where it was fetched from, if not at uri; addresses without a host are of that site.
    """
    try:
        source = xml.look(raw, charset=charset)
        if source is None or source.root != "opml":
            raise ReadError(uri, "is no list of feeds (OPML)")
        xml.check(source)
    except ValueError as error:
        raise ReadError(uri, str(error)) from error
    root = xml.tree(source.encoded())
    if root is None:
        raise ReadError(uri, "is a list of feeds (OPML) that cannot be read")
    found: dict[str | None, Subscription] = {}
    notes, pages = list[str](), list[str]()
    for outline, folders in _outlines(root):
        address = _attribute(outline, "xmlurl")
        url = hrefs.absolute(_web(address), base or uri)
        title = entries.line(_attribute(outline, "title")) or entries.line(_attribute(outline, "text"))
        if url:
            site = hrefs.absolute(_attribute(outline, "htmlurl"), base or uri)
            listed = Subscription(title, url, site, folders, _has_login(address))
            first = found.setdefault(hrefs.key(url), listed)
            if folders and folders[0] not in (*first.folders[:1], *first.also):
                found[hrefs.key(url)] = replace(first, also=(*first.also, folders[0]))
        elif address:
            notes.append(f"{title or 'an entry'}: not an http(s) address: {entries.line(address)!r}")
        elif page := _attribute(outline, "htmlurl") or _attribute(outline, "url"):
            pages.append(title or entries.line(page) or page)
    if not found:
        raise ReadError(uri, "; ".join(("is a list of feeds (OPML) without feeds", *notes[:1])))
    name = next((entries.line(each.text) for each in root.iter() if _name(each) == "title"), None)
    return Subscriptions(name, tuple(found.values()), tuple(notes), tuple(pages))


def contents(listed: Subscriptions, uri: str) -> Iterator[Found]:
    """A link to every feed on a list, and what on it is none."""
    for note in listed.notes:
        yield Failure(uri, note)
    for feed in listed.feeds:
        yield Link(feed.url, uri, is_feed=True, title=feed.title)


def _outlines(root: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Every outline with the names of those around it, in the order of the document."""
    pending: list[tuple[Any, tuple[str, ...]]] = [(root, ())]
    while pending:
        element, folders = pending.pop()
        inside = folders
        if _name(element) == "outline":
            yield element, folders
            if not _attribute(element, "xmlurl"):
                name = entries.line(_attribute(element, "text")) or entries.line(_attribute(element, "title"))
                inside = (*folders, name) if name else folders
        pending += [(child, inside) for child in reversed(element)]


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _attribute(element: Any, name: str) -> str:
    """An attribute's value, whatever the case of its name: exporters differ."""
    return next((value for key, value in element.attrib.items() if key.lower() == name), "").strip()


def _has_login(address: str) -> bool:
    return "@" in urlsplit(address).netloc


def _web(address: str) -> str:
    """An address without the scheme by which browsers called feed readers (`feed://`, `feed:https://`)."""
    if not address.lower().startswith("feed:"):
        return address
    rest = address[len("feed:") :]
    return "http:" + rest if rest.startswith("//") else rest
