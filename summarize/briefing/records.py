"""Documents, sources and moments as the state's file has them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from summarize.briefing.memory import Known
from summarize.model import Document, Span


def write(document: Document) -> str:
    """All fields of a document, as one line."""
    fields = {name: value for name, value in asdict(document).items() if value not in (None, ())}
    if document.published:
        fields["published"] = document.published.isoformat()
    return json.dumps(fields, ensure_ascii=True)


def read(text: str) -> Document:
    """The document that `write` wrote."""
    fields = json.loads(text)
    if "published" in fields:
        fields["published"] = datetime.fromisoformat(fields["published"])
    fields["quoted"] = tuple(Span(**each) for each in fields.get("quoted", ()))
    return Document(**fields)


def stamp(moment: datetime) -> str:
    """A moment in UTC to the microsecond, so that the order of strings is that of time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(stamped: str | None) -> datetime | None:
    """The moment that `stamp` wrote, if any."""
    return datetime.fromisoformat(stamped) if stamped else None


def known(row: Sequence[Any]) -> Known:
    """What the table of sources has of one, its columns in the order of `Known`."""
    etag, modified, read_at, failures, reason, not_before, moved_to, times, unasked = row
    read, wait = moment(read_at), moment(not_before)
    return Known(etag, modified, read, failures, reason, wait, moved_to, times, unasked)
