"""A feed of the briefings themselves (RFC 4287), for those who read in a feed reader.

Each briefing is an entry; those made last stand first, the oldest leave. The file is replaced at once.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import etree

from summarize import __version__
from summarize.briefing import storing
from summarize.briefing.memory import Parcel
from summarize.errors import DeliveryError
from summarize.model import without_controls
from summarize.paper import Briefing
from summarize.render import mail, mail_html, sinks

NAMESPACE = "http://www.w3.org/2005/Atom"
KEPT = "kept for the next run"
# What we name things by: version 5, so that the same name is the same number everywhere.
_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "tag:summarize,2026:briefing")


@dataclass(frozen=True)
class Atom:
    """A feed in a file. link: where the file can be fetched, None if nowhere. keep: how many entries.

    templates: as in `render.mail`.
    """

    path: Path
    title: str
    link: str | None = None
    keep: int = 30
    templates: Path | None = None
    name: str = "atom"

    def content(self, paper: Briefing, *, message_id: str) -> bytes:
        """The briefing's entry."""
        entry = _element("entry")
        _add(entry, "id", _urn(message_id))
        _add(entry, "title", mail.subject(paper))
        _add(entry, "updated", paper.until.isoformat())
        _add(entry, "content", mail_html.render(paper, templates=self.templates), type="html")
        return bytes(etree.tostring(entry, encoding="utf-8"))

    def send(self, parcel: Parcel, *, now: datetime) -> None:
        """Put the entry into the feed, or in its own place if it is there. Raises `DeliveryError`."""
        try:
            path = self.path.resolve()
            feed = _read(path) if path.exists() else None
            storing.store(path, self._with(parcel, feed))
        except OSError as error:
            raise DeliveryError(str(self.path), f"{storing.reason(error)}; {KEPT}") from error

    def _with(self, parcel: Parcel, earlier: Any) -> bytes:
        entry = self._entry(parcel)
        entries = [] if earlier is None else list(earlier.iterfind(_name("entry")))
        entries = [each for each in entries if _of(each, "id") != _of(entry, "id")]
        # By the order in which they were made: one of a day to come is not to stand above all until then.
        older = (at for at, each in enumerate(entries) if parcel.newest or _age(each) < _age(entry))
        entries.insert(next(older, len(entries)), entry)
        feed = self._feed(entries[: self.keep], "" if earlier is None else _of(earlier, "id"))
        return bytes(etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True))

    def _entry(self, parcel: Parcel) -> Any:
        try:
            return etree.fromstring(parcel.content, _parser())
        except etree.XMLSyntaxError as error:
            reason = f"what is kept of {parcel.day.isoformat()} is damaged: not sent"
            raise DeliveryError(str(self.path), reason, final=True) from error

    def _feed(self, entries: Sequence[Any], known_as: str) -> Any:
        feed = _element("feed")
        # The name it has stays, also where the file has moved.
        _add(feed, "id", known_as or _urn(self.link or self.title))
        _add(feed, "title", self.title)
        _add(feed, "updated", _of(entries[0], "updated"))
        _add(_add(feed, "author", None), "name", "summarize")
        _add(feed, "generator", "summarize", version=__version__)
        if self.link:
            _add(
                feed,
                "link",
                None,
                rel="self",
                type="application/atom+xml",
                href=sinks.link(self.link) or self.link,
            )
        feed.extend(entries)
        return feed


def _read(path: Path) -> Any:
    """The feed so far. Raises `DeliveryError` for anything else: it is not ours to overwrite."""
    try:
        feed = etree.fromstring(path.read_bytes(), _parser())
    except etree.XMLSyntaxError:
        feed = None
    if feed is None or feed.tag != _name("feed"):
        raise DeliveryError(str(path), f"is no Atom feed: move it away, or name another file; {KEPT}")
    return feed


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True, huge_tree=False)


def _element(tag: str) -> Any:
    return etree.Element(_name(tag), nsmap={None: NAMESPACE})


def _add(parent: Any, tag: str, text: str | None, **attributes: str) -> Any:
    child = etree.SubElement(parent, _name(tag), attributes)
    # XML has no noncharacters either, escaped or not.
    child.text = (
        without_controls(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd") if text else None
    )
    return child


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _of(element: Any, tag: str) -> str:
    return str(element.findtext(_name(tag)) or "")


def _age(entry: Any) -> tuple[datetime, str]:
    """By when it was made; of two at one time the name decides."""
    return datetime.fromisoformat(_of(entry, "updated")), _of(entry, "id")


def _urn(named: str) -> str:
    return uuid.uuid5(_OURS, named).urn
