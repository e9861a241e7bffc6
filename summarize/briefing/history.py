"""What the state says of sources and briefings, for those who ask: read without touching it, or forgotten.

Reading opens the file read-only, makes none where there is none, and leaves a damaged one where it is.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from summarize.briefing import database, records, schema
from summarize.briefing.memory import Known
from summarize.errors import StateError

SET_ASIDE = "the next run sets it aside and begins anew, if no backup is put back"


@dataclass(frozen=True)
class Followed:
    """A source as it is remembered. documents: of it that are known; waiting: of those, not told yet."""

    place: str
    known: Known
    documents: int
    waiting: int


@dataclass(frozen=True)
class Target:
    """How far a briefing got on its way to one place. reason: why it has not arrived, if it was tried."""

    name: str
    delivered_at: datetime | None
    reason: str | None
    tries: int
    given_up_at: datetime | None = None


@dataclass(frozen=True)
class Past:
    """A briefing that was made. stories: their headlines, in the paper's order; documents: told in it."""

    number: int
    day: date
    made_at: datetime
    since: datetime | None
    stories: tuple[str, ...]
    sentences: int
    documents: int
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Forgotten:
    """What was taken out of the memory. waiting: documents that had not been told, or are to be again."""

    documents: int = 0
    waiting: int = 0
    briefings: int = 0
    stories: int = 0
    undelivered: tuple[str, ...] = ()


def sources(path: Path) -> list[Followed]:
    """All sources that were ever asked and are not forgotten, by place."""
    with _reading(path) as rows:
        found = rows(
            "SELECT place, (SELECT count(*) FROM item WHERE source = place AND revises IS NULL),"
            " (SELECT count(*) FROM item WHERE source = place AND briefing IS NULL AND document IS NOT NULL),"
            " etag, last_modified, read_at, failures, reason, not_before, moved_to, moved_times,"
            " unasked FROM source ORDER BY place"
        )
    return [
        Followed(place, records.known(known), documents, waiting)
        for place, documents, waiting, *known in found
    ]


def briefings(path: Path, *, since: date | None = None) -> list[Past]:
    """The briefings made for a day and later ones, oldest first; not the runs that had nothing to tell.

    How many items one told is what its record says: ids are forgotten. A record of long ago says nothing.
    """
    with _reading(path) as rows:
        found = rows(
            "SELECT number, day, made_at, since,"
            " (SELECT count(*) FROM said WHERE briefing = number),"
            " coalesce(CASE WHEN json_valid(record) THEN json_extract(record, '$.counts.told') END,"
            " items, 0),"
            " EXISTS (SELECT 1 FROM said WHERE briefing = number)"
            " OR EXISTS (SELECT 1 FROM outbox WHERE briefing = number)"
            " FROM briefing LEFT JOIN"
            " (SELECT briefing AS told_in, count(*) AS items FROM item GROUP BY briefing) ON told_in = number"
            " WHERE day >= ? ORDER BY number",
            since.isoformat() if since else "",
        )
        stories = rows(
            "SELECT DISTINCT said.briefing, said.story, coalesce(said.label, story.label) FROM said"
            " JOIN story ON story.number = said.story ORDER BY said.briefing, said.rowid"
        )
        targets = rows(
            "SELECT briefing, target, delivered_at, reason, tries, given_up_at FROM outbox ORDER BY target"
        )
    labels: dict[int, dict[str, None]] = defaultdict(dict)
    for briefing, _, label in stories:
        labels[briefing][label] = None
    places: dict[int, list[Target]] = defaultdict(list)
    for briefing, name, at, reason, tries, given_up in targets:
        places[briefing].append(Target(name, records.moment(at), reason, tries, records.moment(given_up)))
    return [
        Past(
            number,
            date.fromisoformat(day),
            datetime.fromisoformat(made),
            records.moment(begun),
            tuple(labels[number]),
            sentences,
            documents,
            tuple(places[number]),
        )
        for number, day, made, begun, sentences, documents, told in found
        if told
    ]


def forget_source(path: Path, place: str) -> Forgotten | None:
    """Forget a source and what it listed, so that it is read as a new one; None if it is not known.

    What briefings said from it stays said.
    """
    with _changing(path) as change:
        documents, waiting = change.execute(
            "SELECT count(*) FILTER (WHERE revises IS NULL),"
            " count(*) FILTER (WHERE briefing IS NULL AND document IS NOT NULL)"
            " FROM item WHERE source = ?",
            (place,),
        ).fetchone()
        known = change.execute("DELETE FROM source WHERE place = ?", (place,)).rowcount
        change.execute("DELETE FROM item WHERE source = ?", (place,))
    return Forgotten(documents, waiting) if known or documents else None


def forget_day(path: Path, day: date) -> Forgotten | None:
    """Forget what was made for a day, delivered or not; None if nothing was.

    What it told waits again where the text is still kept, and what it said may be said again.
    """
    with _changing(path) as change:
        numbers = [
            number
            for (number,) in change.execute("SELECT number FROM briefing WHERE day = ?", (day.isoformat(),))
        ]
        if not numbers:
            return None
        some = f"({', '.join('?' * len(numbers))})"

        def changed(statement: str) -> int:
            return change.execute(statement.format(some=some), numbers).rowcount

        undelivered = change.execute(
            f"SELECT target FROM outbox WHERE delivered_at IS NULL AND briefing IN {some} ORDER BY target",
            numbers,
        ).fetchall()
        changed("DELETE FROM outbox WHERE briefing IN {some}")
        changed("DELETE FROM said WHERE briefing IN {some}")
        stories = change.execute("DELETE FROM story WHERE number NOT IN (SELECT story FROM said)").rowcount
        changed("UPDATE item SET named = NULL WHERE named IN {some}")
        waiting = changed("UPDATE item SET briefing = NULL WHERE document IS NOT NULL AND briefing IN {some}")
        documents = waiting + changed("UPDATE item SET briefing = NULL WHERE briefing IN {some}")
        changed("DELETE FROM briefing WHERE number IN {some}")
        change.execute("INSERT OR IGNORE INTO forgotten (day) VALUES (?)", (day.isoformat(),))
    return Forgotten(documents, waiting, len(numbers), stories, tuple(target for (target,) in undelivered))


def faults(path: Path) -> list[str]:
    """What is damaged in the file, for which a run sets it aside.

    Raises `StateError` if it cannot tell, or the file is whole and of another version.
    """
    with _explained(path), contextlib.closing(_opened(path)) as connection:
        found = schema.version(connection)
        wrong = schema.faults(connection) if found <= schema.VERSION else []
        if not wrong and found != schema.VERSION:
            raise StateError(str(path), _other_version(found))
        return wrong


def strays(path: Path) -> int:
    """How many entries of the file lead nowhere, which no run is kept from its work by."""
    with _reading(path, any_version=True) as rows:
        return len(rows("PRAGMA foreign_key_check"))


def version(path: Path) -> int:
    """The version of the file's schema, 0 if there is no file."""
    with _reading(path, any_version=True) as rows:
        return next((int(number) for (number,) in rows("PRAGMA user_version")), 0)


def is_only_readable(path: Path) -> bool:
    """Whether the file is there and it or its folder cannot be written to."""
    return path.exists() and not all(os.access(place, os.W_OK) for place in (path, path.parent))


def copy(path: Path, target: Path) -> None:
    """The file as it is in another one, to try things on. Raises `StateError`."""
    with (
        _explained(path),
        contextlib.closing(_opened(path)) as one,
        contextlib.closing(sqlite3.connect(target)) as other,
    ):
        found = schema.version(one)
        if found > schema.VERSION:
            raise StateError(str(path), _other_version(found))
        if wrong := schema.faults(one):
            raise StateError(str(path), f"cannot be read: {wrong[0]}; {SET_ASIDE}")
        one.backup(other)


def _other_version(found: int) -> str:
    older = found < schema.VERSION
    advice = "the next run brings it up to date" if older else "update summarize, or use --state DIR"
    return f"has schema {found}, not {schema.VERSION}: {advice}"


@contextlib.contextmanager
def _reading(path: Path, *, any_version: bool = False) -> Iterator[Any]:
    """Queries to the file as it is; no file has no rows."""
    if not path.exists():
        yield lambda *_: []
        return
    with _explained(path), contextlib.closing(_opened(path)) as connection:

        def rows(query: str, *values: Any) -> list[Any]:
            return connection.execute(query, values).fetchall()

        [(found,)] = rows("PRAGMA user_version")
        if found != schema.VERSION and not any_version:
            raise StateError(str(path), _other_version(found))
        yield rows


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    """What SQLite says, as a `StateError`; unlike `database.explained` it leaves the file where it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        advice = f"; {SET_ASIDE}" if database.is_damage(error) else ""
        raise StateError(str(path), f"cannot be read: {error}{advice}") from error


def _opened(path: Path) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, timeout=database.BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if path.with_name(path.name + "-wal").exists():
            raise
        # A folder that cannot be written to: then nobody writes, and nothing is in a log.
        connection = sqlite3.connect(f"{uri}&immutable=1", uri=True, isolation_level=None)
    return connection


@contextlib.contextmanager
def _changing(path: Path) -> Iterator[sqlite3.Connection]:
    with (
        contextlib.closing(database.open(path)) as connection,
        database.explained(path),
        database.transaction(connection),
    ):
        yield connection
