"""What the briefing remembers, in one SQLite file: what was seen, said, and is still to be delivered.

Whatever belongs together is one transaction: a source's items with the validators they came with, a
finished briefing with the items it used up. A run that dies between two of them leaves a state from which
the next one ends as if nothing had happened. A file that is damaged is set aside, never deleted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from summarize.briefing import history, records
from summarize.briefing.items import Items, fingerprint
from summarize.briefing.memory import Known, Made, Saying, Told
from summarize.briefing.outbox import Outbox
from summarize.model import Document, Span

TEXTS = timedelta(days=30)  # as long as a story is followed, and told from
IDS = timedelta(days=180)  # feeds that come back after a summer list what was read in spring
RECENTLY = timedelta(days=2)


class State(Items, Outbox):
    """The open file; a context manager. Raises `StateError` for a full disk, a lock, a damaged file."""

    def known(self, place: str) -> Known:
        """What is remembered of a source; of a new one, nothing."""
        found = self._rows(
            "SELECT etag, last_modified, read_at, failures, reason, not_before, moved_to, moved_times,"
            " unasked FROM source WHERE place = ?",
            place,
        )
        if not found:
            return Known()
        return records.known(found[0])

    def store(
        self,
        place: str,
        documents: Sequence[Document],
        *,
        now: datetime,
        etag: str | None = None,
        last_modified: str | None = None,
        moved_to: str | None = None,
        missing: str | None = None,
        marks: Mapping[str, str] = MappingProxyType({}),
        only_remembered: Mapping[str, str] = MappingProxyType({}),
    ) -> int:
        """What a source lists, and the validators that came with it: all or nothing. How many wait anew.

        A document is seen already if its mark is, which is its fingerprint where `marks`, by id, has none;
        or if its id is, and it says nothing that it did not say before. missing: what of the source could not
        be read. only_remembered: ids and marks of what is listed and not to be told.
        """
        moment = records.stamp(now)
        with self._transaction() as change:
            self._answered(change, place, moment, moved_to)
            change.execute(
                "UPDATE source SET etag = ?, last_modified = ?, reason = ? WHERE place = ?",
                (etag, last_modified, missing, place),
            )
            for name, mark in only_remembered.items():
                self._listed(change, place, name, mark, moment, None)
            return sum(
                self._listed(change, place, each.id, marks.get(each.id) or fingerprint(each), moment, each)
                for each in documents
            )

    def unchanged(self, place: str, *, now: datetime, moved_to: str | None = None) -> None:
        """A source was asked and has nothing new: all it listed last time it still lists."""
        moment = records.stamp(now)
        with self._transaction() as change:
            change.execute(
                "UPDATE item SET listed_at = ? WHERE source = ? AND listed_at ="
                " (SELECT read_at FROM source WHERE place = ?)",
                (moment, place, place),
            )
            self._answered(change, place, moment, moved_to)

    def _answered(self, change: sqlite3.Connection, place: str, moment: str, moved_to: str | None) -> None:
        """A source was read. moved_to: where it says that it has moved, now for so many runs."""
        change.execute(
            "INSERT INTO source (place, read_at, moved_to, moved_times) VALUES (?, ?, ?, 1)"
            " ON CONFLICT (place) DO UPDATE SET read_at = excluded.read_at,"
            " failures = 0, unasked = 0, reason = NULL, not_before = NULL,"
            " moved_times = CASE WHEN moved_to IS excluded.moved_to THEN moved_times + 1 ELSE 1 END,"
            " moved_to = excluded.moved_to",
            (place, moment, moved_to),
        )

    def failed(
        self, place: str, reason: str, *, not_before: datetime | None = None, asked: bool = True
    ) -> None:
        """A source could not be read; what it listed before stays. asked: whether that is its own failure."""
        with self._transaction() as change:
            change.execute(
                "INSERT INTO source (place, failures, unasked, reason, not_before) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (place) DO UPDATE SET failures = failures + excluded.failures,"
                " unasked = unasked + excluded.unasked,"
                " reason = excluded.reason, not_before = excluded.not_before",
                (place, asked, not asked, reason, not_before and records.stamp(not_before)),
            )

    def told(self, since: date) -> list[Told]:
        """The stories of briefings from a day on, each with what was said of it, oldest first."""
        found = self._rows(
            "SELECT said.story, story.label, story.first_day, briefing.day, item.document, said.start,"
            " said.end, said.text, said.briefing, coalesce(said.label, story.label)"
            " FROM said JOIN story ON story.number = said.story"
            " JOIN briefing ON briefing.number = said.briefing"
            " LEFT JOIN item ON item.source = said.source AND item.id = said.item"
            " WHERE briefing.day >= ? ORDER BY said.briefing, said.story, said.place",
            since.isoformat(),
        )
        return [
            Told(
                story, label, date.fromisoformat(first), date.fromisoformat(day), briefing, text,
                records.read(document) if document else None, Span(start, end), headline,
            )
            for story, label, first, day, document, start, end, text, briefing, headline in found
        ]  # fmt: skip

    def prepare(self, made: Made, outbox: Mapping[str, bytes]) -> int:
        """Keep a finished briefing and its bytes for each target, its items used up: all or nothing."""
        with self._transaction() as change:
            number = int(change.execute("SELECT coalesce(max(number), 0) + 1 FROM briefing").fetchone()[0])
            change.execute(
                "INSERT INTO briefing (number, day, made_at, since, message_id, record)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    number,
                    made.day.isoformat(),
                    records.stamp(made.made_at),
                    made.since and records.stamp(made.since),
                    made.message_id,
                    made.record,
                ),
            )
            change.executemany(
                "INSERT INTO outbox (briefing, target, content) VALUES (?, ?, ?)",
                [(number, target, content) for target, content in sorted(outbox.items())],
            )
            for column, items in (("briefing", made.used), ("named", made.named)):
                change.executemany(
                    f"UPDATE item SET {column} = ? WHERE source = ? AND id = ?",
                    [(number, source, name) for source, name in items],
                )
            for story in made.stories:
                self._remember(change, number, made.day, story)
            return number

    def _remember(self, change: sqlite3.Connection, briefing: int, day: date, story: Saying) -> None:
        number = story.number
        if number is None:
            number = change.execute(
                "INSERT INTO story (label, first_day) VALUES (?, ?)", (story.label, day.isoformat())
            ).lastrowid
        change.executemany(
            "INSERT INTO said (story, briefing, label, place, source, item, start, end, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    number, briefing, story.label, place,
                    each.source, each.item, each.span.start, each.span.end, each.text,
                )
                for place, each in enumerate(story.sentences)
            ],
        )  # fmt: skip

    def until(self) -> datetime | None:
        """When the last briefing was made; the last by its number, for clocks go wrong."""
        found = self._rows("SELECT made_at FROM briefing ORDER BY number DESC LIMIT 1")
        return records.moment(found[0][0]) if found else None

    def knows(self, day: str) -> bool:
        """Whether a briefing of that day was made, as far as is remembered, or forgotten on purpose."""
        query = "SELECT 1 FROM briefing WHERE day = ? UNION SELECT 1 FROM forgotten WHERE day = ?"
        return bool(self._rows(query, day, day))

    def last_day(self) -> date | None:
        """The day of the last briefing that was for anybody."""
        found = self._rows(
            "SELECT day FROM briefing JOIN outbox ON briefing = number ORDER BY number DESC LIMIT 1"
        )
        return date.fromisoformat(found[0][0]) if found else None

    def prune(self, *, now: datetime) -> None:
        """Forget texts after 30 days, ids 180 days after their source last listed them, and old bytes.

        Ids only where the source was read since, for an empty or failing feed may list everything again.
        """
        with self._transaction() as change:
            self._forget_bytes(change)
            change.execute(
                "UPDATE item SET document = NULL WHERE briefing IS NOT NULL AND first_seen < ?"
                " AND document IS NOT NULL",  # or half a year's ids are written anew every day
                (records.stamp(now - TEXTS),),
            )
            change.execute(
                "DELETE FROM item WHERE listed_at < ? AND document IS NULL AND source IN"
                " (SELECT place FROM source WHERE read_at > ?)",
                (records.stamp(now - IDS), records.stamp(now - RECENTLY)),
            )


def trial(path: Path, scratch: Path) -> State:
    """A state to try things on, in a folder for that; the real one is only read."""
    copy = scratch / path.name
    if path.exists():
        history.copy(path, copy)
    return State(copy)
