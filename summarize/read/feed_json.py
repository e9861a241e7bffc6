"""JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
import re
from typing import Any

from summarize.errors import FeedError
from summarize.read import encoding, entries, hrefs, language
from summarize.read.entries import Feed, Item

VERSION = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/1(?:\.\d+)?/?", re.IGNORECASE)


def loads(text: str) -> Any:
    """JSON as Python; an integer too long to be one is its digits, so that it costs only its own field.

    >>> loads('{"id": 12, "size": 1' + "0" * 5000 + "}")["id"]
    12
    """
    return json.loads(text, parse_int=_whole)


def _whole(digits: str) -> int | str:
    try:
        return int(digits)
    except ValueError:  # longer than Python converts, since that takes the square of its length
        return digits


def is_feed(value: Any) -> bool:
    """Whether parsed JSON calls itself a JSON Feed."""
    version = value.get("version") if isinstance(value, dict) else None
    return isinstance(version, str) and bool(VERSION.fullmatch(version.strip()))


def read(raw: bytes, url: str, *, charset: str | None = None, base: str = "") -> Feed:
    """The feed in some bytes, as `parse` has it. Raises `FeedError` if they are no JSON or no feed."""
    try:
        value = loads(encoding.decode(raw, declared=charset))
    except RecursionError as error:
        raise FeedError(url, "is JSON nested too deeply") from error
    except json.JSONDecodeError as error:
        raise FeedError(url, f"is no JSON: {error.msg} at line {error.lineno}") from error
    if not is_feed(value):
        raise FeedError(url, "is JSON, but no JSON Feed: its version is not https://jsonfeed.org/version/1.1")
    return parse(value, url, base=base)


def parse(value: dict[str, Any], url: str, *, base: str = "") -> Feed:
    """The feed in parsed JSON that `is_feed`; a field of the wrong type is missing.

    base: where relative links count from; url if "".
    """
    records = value.get("items")
    if not isinstance(records, list):
        raise FeedError(url, 'is a JSON Feed without a list of "items"')
    base = base or url
    site = hrefs.absolute(_string(value, "home_page_url"), base)
    base = base if hrefs.is_web(base) else site or ""
    authors = _authors(value)
    read_items = [_item(record, base, authors) for record in records if isinstance(record, dict)]
    items, again = entries.identified(read_items)
    broken = len(records) - len(read_items)
    notes = (
        f"{broken} of its items are no objects and were passed over" if broken else "",
        f"{again} of its items repeat others" if again else "",
    )
    return Feed(
        url=url,
        title=entries.line(value.get("title")),
        site=site,
        language=language.primary(value.get("language")),
        items=items,
        notes=tuple(note for note in notes if note),
    )


def _item(record: dict[str, Any], base: str, authors: str | None) -> Item:
    html, text = entries.block(record.get("content_html")), entries.block(record.get("content_text"))
    whole = bool(html or text)
    return Item(
        id=_identity(record.get("id")),
        url=_link(record, base),
        title=entries.line(record.get("title")),
        author=_authors(record) or authors,
        published=entries.moment(record.get("date_published")) or entries.moment(record.get("date_modified")),
        updated=entries.moment(record.get("date_modified")),
        language=language.primary(record.get("language")),
        html=html,
        text=None if html else text or entries.block(record.get("summary")),
        whole=whole,
    )


def _string(record: dict[str, Any], name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""


def _identity(value: Any) -> str:
    """The specification asks for strings; numbers are common."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return entries.line(value) or ""


def _link(record: dict[str, Any], base: str) -> str | None:
    found = [hrefs.absolute(_string(record, name), base) for name in ("url", "external_url")]
    found.append(hrefs.absolute(_string(record, "id")))
    return next((url for url in found if url), None)


def _authors(record: dict[str, Any]) -> str | None:
    """The names of 1.1's `authors`, or of version 1's `author`."""
    listed = record.get("authors")
    people = listed if isinstance(listed, list) else [record.get("author")]
    names = [entries.line(person.get("name")) for person in people if isinstance(person, dict)]
    return ", ".join(name for name in names if name) or None
