"""The state's SQLite file: opened, looked over, brought up to date, its failures put into words."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from summarize.briefing import mounts, schema
from summarize.errors import BusyError, StateError

BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
BUSY_SECONDS = 5.0  # another program may be looking at it, a backup for one


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
            _refuse_damaged(connection, path)
            journal = "DELETE" if mounts.is_networked(path.parent) else "WAL"
            connection.execute(f"PRAGMA journal_mode = {journal}")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            with transaction(connection):  # also shows that it can be written to
                schema.migrate(connection)
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
    version = schema.version(connection)
    if version > schema.VERSION:
        raise StateError(
            str(path), f"is of a newer version of summarize (schema {version}): update, or use --state DIR"
        )


def _refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    if faults := schema.faults(connection):
        raise StateError(str(path), f"is damaged ({faults[0]}); {_begun_anew(path)}")


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
        return f"is damaged; {_begun_anew(path)}"
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


def _begun_anew(path: Path) -> str:
    return f"set aside as {_set_aside(path)}: run again to begin anew, or put a backup back"


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
