"""What a feed is once read, whatever its format: a few facts about the site, and its items in order.

`feed_xml` and `feed_json` make these; every string in them has passed `line` or `block`, every link
`hrefs.absolute`: no control character, no lone surrogate, no address but of the web.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from summarize.model import sha256, shows, without_surrogates
from summarize.read import dates, markup

LONGEST_LINE = 500  # characters of a title or name; headlines are under 200 (chosen by eye)
# C0 but tab and line feed, DEL, C1.
CONTROLS = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f]")
TAGGED = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9]*[\s/>]|/[a-zA-Z]|!--)")


@dataclass(frozen=True)
class Item:
    """One entry of a feed.

    id: what tells it from the others, at every fetch: guid, Atom or JSON id, else link, else a fingerprint of
    the content. html, text: what the feed has of the article, one of them or neither. whole: that is the
    article rather than a summary of it, as far as the format says.
    """

    id: str
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    language: str | None = None
    html: str | None = None
    text: str | None = None
    whole: bool = False

    @property
    def body(self) -> str:
        """What the feed has of the article, as paragraphs with a blank line between them."""
        if self.html is not None:
            return paragraphs(self.html)
        return self.text or ""


@dataclass(frozen=True)
class Feed:
    """A feed as read. url: of the feed; site: of what it is the feed of.

    notes: what was wrong with it, a line each. cut: it ends in the middle, so that items may be missing.
    """

    url: str
    title: str | None = None
    site: str | None = None
    language: str | None = None
    items: tuple[Item, ...] = ()
    notes: tuple[str, ...] = ()
    cut: bool = False


def line(value: Any) -> str | None:
    """A string as one line of at most 500 characters; None if it is none or empty."""
    if not isinstance(value, str):
        return None
    found = " ".join(CONTROLS.sub(" ", without_surrogates(value[: 4 * LONGEST_LINE])).split())
    return found if len(found) <= LONGEST_LINE else found[: LONGEST_LINE - 1] + "…"


def headline(value: Any, *, is_html: bool) -> str | None:
    """A title as one line, without tags if it is a piece of HTML."""
    if isinstance(value, str) and is_html:
        value = " ".join(markup.scan(value).blocks)
    found = line(value)
    return found if found and shows(found) else None


def block(value: Any) -> str | None:
    """A longer string, its lines kept; None if it is none or blank."""
    if not isinstance(value, str) or not value.strip():
        return None
    ends = value.replace("\r\n", "\n").replace("\r", "\n")
    return CONTROLS.sub("", without_surrogates(ends))


def paragraphs(html: str) -> str:
    """The visible text of a piece of HTML; without tags, a blank line parts paragraphs."""
    if TAGGED.search(html):
        return markup.scan(html).text
    parts = (markup.scan(part).text for part in re.split(r"\n\s*\n", html))
    return "\n\n".join(part for part in parts if part)


def moment(value: Any) -> datetime | None:
    """The moment a feed gives, in its zone: as pages have it, or RFC 822 with a year of two digits."""
    if not isinstance(value, str) or len(value) > 100:
        return None
    found = dates.parse(value)
    if found is None:
        try:
            found = parsedate_to_datetime(value)
            found = found if found.tzinfo else found.replace(tzinfo=UTC)
        except (ValueError, OverflowError, IndexError, TypeError):
            return None
    return found if found.year in dates.YEARS else None


def fingerprint(item: Item) -> str:
    """What an item without any id is known by: its title and content."""
    return "text:" + sha256(f"{item.title}\n{item.html}\n{item.text}")[:32]


def identified(items: Sequence[Item]) -> tuple[tuple[Item, ...], int]:
    """Items, each with an id of its own, and how many were left out as an item seen already.

    An item printed twice is one; so is an entry in two versions, the later of which stays (RFC 4287,
    4.1.1). An id that different items share identifies none of them: they go by link, then by content.
    """
    known = [item if item.id else replace(item, id=item.url or fingerprint(item)) for item in items]
    latest: dict[tuple[str | None, ...], Item] = {}
    for item in known:
        # Without dates of change nothing says that one is the other's new version.
        entry = (item.id, item.url, None if item.updated else fingerprint(item))
        held = latest.setdefault(entry, item)
        if item.updated and held.updated and item.updated > held.updated:
            latest[entry] = item
    found = _told_apart(_told_apart(list(latest.values()), by_link=True), by_link=False)
    return tuple(found), len(items) - len(found)


def _told_apart(items: Sequence[Item], *, by_link: bool) -> list[Item]:
    """The items, those that share an id with another known by something else."""
    shared = Counter(item.id for item in items)
    return [
        item
        if shared[item.id] == 1
        else replace(item, id=(by_link and item.url) or f"{item.id} {fingerprint(item)}")
        for item in items
    ]
