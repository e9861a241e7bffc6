"""The items of the state: what each source has listed, what of it waits, and its editions.

An item is known again by its id or by what it says. One that says more under an id that is known is another
edition of it: it takes the place of one that waits, and waits itself beside one that was told.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime

from summarize.briefing import database, editions, records
from summarize.briefing.memory import Item
from summarize.model import Document, sha256

# All editions of an article, as far as their texts are kept: by source and id of the first, both twice.
# With OR SQLite reads all items of the source.
_EDITIONS = (
    "source = ? AND id IN (SELECT ? UNION ALL SELECT id FROM item WHERE source = ? AND revises = ?)"
    " AND document IS NOT NULL"
)


class Items(database.File):
    """That part of the file."""

    def has_seen(self, place: str, name: str, mark: str) -> bool:
        """Whether a source has listed an item as it is: by its mark, or by its id if its text is not kept."""
        if self._rows("SELECT 1 FROM item WHERE source = ? AND fingerprint = ?", place, mark):
            return True
        listed = self.has_listed(place, name)
        return listed and not self._rows(f"SELECT 1 FROM item WHERE {_EDITIONS}", *[place, name] * 2)

    def has_listed(self, place: str, name: str) -> bool:
        """Whether a source has listed an item of that id, whatever it said."""
        return bool(self._rows("SELECT 1 FROM item WHERE source = ? AND id = ?", place, name))

    def has_summaries(self, place: str, name: str) -> bool:
        """Whether all that is kept of an item is what the source itself said of it, and no page."""
        found = self._rows(f"SELECT document, fingerprint FROM item WHERE {_EDITIONS}", *[place, name] * 2)
        return bool(found) and all(fingerprint(records.read(text)) == mark for text, mark in found)

    def found(self, since: datetime) -> list[Item]:
        """What was first seen from a moment on, told or not, as far as its text is kept; as `waiting`.

        Of an article that was changed, the last edition as a whole.
        """
        found = self._items(
            "document IS NOT NULL AND first_seen >= ? AND NOT EXISTS (SELECT 1 FROM item AS later"
            " WHERE later.source = item.source AND later.revises = coalesce(item.revises, item.id)"
            " AND later.rowid > item.rowid AND later.document IS NOT NULL)",
            records.stamp(since),
        )
        return [replace(each, earlier=()) for each in found]

    def waiting(self, day: date | None = None) -> list[Item]:
        """What was found and not yet told, in the order of source and id.

        day: of the briefing to be made. What an earlier one had no room for is left out unless that was on
        another day.
        """
        return self._items(
            "briefing IS NULL AND document IS NOT NULL AND (named IS NULL OR"
            " (SELECT day FROM briefing WHERE number = named) <> ?)",
            day.isoformat() if day else "",
        )

    def _items(self, condition: str, *values: str) -> list[Item]:
        found = self._rows(
            "SELECT source, first_seen, document, named, revises, rowid FROM item"
            f" WHERE {condition} ORDER BY source, id",
            *values,
        )
        return [
            Item(
                source,
                records.read(text),
                datetime.fromisoformat(seen),
                named is not None,
                self._before(source, revises, row) if revises else (),
            )
            for source, seen, text, named, revises, row in found
        ]

    def _before(self, place: str, name: str, row: int) -> tuple[Document, ...]:
        """The editions of an article before the one of a row."""
        found = self._rows(
            f"SELECT document FROM item WHERE {_EDITIONS} AND rowid < ? ORDER BY rowid",
            *[place, name] * 2,
            row,
        )
        return tuple(records.read(text) for (text,) in found)

    def _listed(
        self,
        change: sqlite3.Connection,
        place: str,
        name: str,
        mark: str,
        now: str,
        document: Document | None,
    ) -> bool:
        """Remember one item of a source; whether it was not known."""
        # Two statements, one for each index: with OR SQLite reads all items of the source, for each item.
        seen = [
            change.execute(
                f"UPDATE item SET listed_at = ? WHERE source = ? AND {key} = ?", (now, place, value)
            ).rowcount
            for key, value in (("id", name), ("fingerprint", mark))
        ]
        if document and seen[0] and not seen[1]:
            return self._edited(change, place, name, mark, now, document)
        if any(seen):
            return False
        change.execute(
            "INSERT INTO item (source, id, fingerprint, first_seen, listed_at, document)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (place, name, mark, now, now, records.write(document) if document else None),
        )
        return True

    def _edited(
        self, change: sqlite3.Connection, place: str, name: str, mark: str, now: str, document: Document
    ) -> bool:
        """Remember another edition of what is known; whether it waits, beside those that were told.

        One that waits is replaced. One that says nothing more leaves its mark alone.
        """
        kept = change.execute(
            f"SELECT id, document, briefing IS NULL FROM item WHERE {_EDITIONS} ORDER BY rowid",
            (place, name) * 2,
        ).fetchall()
        waiting = next((key for key, _, waits in kept if waits), None)
        if waiting is not None:
            change.execute(
                "UPDATE item SET document = ? WHERE source = ? AND id = ?",
                (records.write(replace(document, id=waiting)), place, waiting),
            )
        told = [records.read(text) for _, text, _ in kept]
        adds = waiting is None and bool(told) and editions.adds(document, told)
        key = f"{name}@{self._next(change, place, name)}"
        text = records.write(replace(document, id=key)) if adds else None
        added = change.execute(  # ignored where a feed has taken the key for an item of its own
            "INSERT OR IGNORE INTO item (source, id, fingerprint, first_seen, listed_at, document, revises)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (place, key, mark, now, now, text, name),
        ).rowcount
        return adds and bool(added)

    def _next(self, change: sqlite3.Connection, place: str, name: str) -> int:
        """The number of an edition to come; the first has the id alone."""
        [number] = change.execute(
            "SELECT coalesce(max(cast(substr(id, ?) AS INTEGER)), 1) + 1 FROM item"
            " WHERE source = ? AND revises = ?",
            (len(name) + 2, place, name),
        ).fetchone()
        return int(number)


def fingerprint(document: Document) -> str:
    """What an article is known by where its id changes at every fetch: its title and text."""
    return sha256(f"{document.title}\n{document.text}")[:32]
