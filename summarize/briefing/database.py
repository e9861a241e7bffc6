"""The state's SQLite file: opened, its schema made or brought up to date, its failures put into words."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from summarize.briefing import mounts
from summarize.errors import BusyError, StateError

BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
BUSY_SECONDS = 5.0  # another program may be looking at it, a backup for one

# From each version to the next; a new file goes through all of them.
MIGRATIONS = (
    """
    CREATE TABLE source (
        place TEXT PRIMARY KEY, etag TEXT, last_modified TEXT, read_at TEXT,
        failures INTEGER NOT NULL DEFAULT 0, reason TEXT, not_before TEXT,
        moved_to TEXT, moved_times INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE briefing (
        number INTEGER PRIMARY KEY, day TEXT NOT NULL, made_at TEXT NOT NULL, since TEXT,
        message_id TEXT NOT NULL, record TEXT NOT NULL
    );
    CREATE TABLE item (
        source TEXT NOT NULL, id TEXT NOT NULL, fingerprint TEXT NOT NULL,
        first_seen TEXT NOT NULL, listed_at TEXT NOT NULL,
        briefing INTEGER REFERENCES briefing (number), document TEXT,
        PRIMARY KEY (source, id)
    );
    CREATE INDEX item_fingerprint ON item (source, fingerprint);
    CREATE INDEX item_waiting ON item (source, id) WHERE briefing IS NULL AND document IS NOT NULL;
    CREATE TABLE outbox (
        briefing INTEGER NOT NULL REFERENCES briefing (number), target TEXT NOT NULL,
        content BLOB NOT NULL, delivered_at TEXT, reason TEXT, tries INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (briefing, target)
    );
    CREATE TABLE story (number INTEGER PRIMARY KEY, label TEXT NOT NULL, first_day TEXT NOT NULL);
    CREATE TABLE said (
        story INTEGER NOT NULL REFERENCES story (number),
        briefing INTEGER NOT NULL REFERENCES briefing (number), place INTEGER NOT NULL,
        source TEXT NOT NULL, item TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (briefing, story, place)
    );
    """,
    # Parcels that are given up, and documents whose story a briefing named for want of room.
    """
    ALTER TABLE outbox ADD COLUMN given_up_at TEXT;
    ALTER TABLE item ADD COLUMN named INTEGER REFERENCES briefing (number);
    """,
    # Articles changed in place, under one id, and the headline a story had in a briefing.
    """
    ALTER TABLE item ADD COLUMN revises TEXT;
    CREATE INDEX item_revises ON item (source, revises) WHERE revises IS NOT NULL;
    ALTER TABLE said ADD COLUMN label TEXT;
    """,
    # Runs in which a source was not asked, since its host wanted rest or took too long for others.
    """
    ALTER TABLE source ADD COLUMN unasked INTEGER NOT NULL DEFAULT 0;
    """,
)
VERSION = len(MIGRATIONS)


class File:
    """The open file; a context manager. Raises `StateError` for a full disk, a lock, a damaged file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; its journal is folded into it."""
        self._connection.close()

    def copy(self, path: Path) -> Self:
        """The same in another file, for what is only tried."""
        with explained(path), contextlib.closing(sqlite3.connect(path)) as target:
            self._connection.backup(target)
        return type(self)(path)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with explained(self.path), transaction(self._connection):
            yield self._connection

    def _rows(self, query: str, *values: Any) -> list[Any]:
        with explained(self.path):
            return self._connection.execute(query, values).fetchall()


def open(path: Path) -> sqlite3.Connection:
    """The file, made if there is none, writable and of this version. Raises `StateError`.

    A damaged one is renamed and said; the next run begins anew.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        with explained(path):
            _refuse_newer(connection, path)
            journal = "DELETE" if mounts.is_networked(path.parent) else "WAL"
            connection.execute(f"PRAGMA journal_mode = {journal}")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            with transaction(connection):  # also shows that it can be written to
                _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def is_emptied(path: Path) -> bool:
    """Whether the file is there and holds nothing: to SQLite it is a new one."""
    try:
        return path.stat().st_size == 0 and not path.with_name(f"{path.name}-wal").exists()
    except OSError:
        return False


def _refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection)
    if version > VERSION:
        raise StateError(
            str(path), f"is of a newer version of summarize (schema {version}): update, or use --state DIR"
        )


def _migrate(connection: sqlite3.Connection) -> None:
    for number in range(_version(connection), VERSION):
        for statement in MIGRATIONS[number].split(";"):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # SQLite has rolled back by itself after some errors
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """What SQLite and the file system say, as a `StateError` that says what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        kind = BusyError if _code(error) in BUSY else StateError
        raise kind(str(path), _reason(error, path)) from error
    except OSError as error:
        raise StateError(str(path), (error.strerror or str(error)).lower()) from error


def _reason(error: sqlite3.DatabaseError, path: Path) -> str:
    primary = _code(error)
    if primary == sqlite3.SQLITE_FULL:
        return "the disk is full: make room; nothing is lost"
    if primary in BUSY:
        return f"is locked by another program for more than {BUSY_SECONDS:g} s"
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return "cannot be written: check its permissions, or use --state DIR"
    if is_damage(error):
        return f"is damaged; set aside as {_set_aside(path)}: run again to begin anew, or put a backup back"
    if primary == sqlite3.SQLITE_IOERR:
        return f"cannot be read or written ({error}): is the disk full, or the file too large for its limit?"
    return str(error)


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether it says that the file is no memory, or no whole one."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _code(error: sqlite3.DatabaseError) -> int | None:
    """What kind of failure it is, without the details of the extended code."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if code is not None else None


def _set_aside(path: Path) -> str:
    """The damaged file under another name; never deleted, never overwritten."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    with contextlib.suppress(OSError):
        path.rename(aside)
        for ending in ("-wal", "-shm"):
            beside = path.with_name(path.name + ending)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + ending))
    return aside.name
