"""The schema of the state's SQLite file: made, brought up to date, and compared with what a file has."""

from __future__ import annotations

import contextlib
import sqlite3

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
    # Days that were forgotten on purpose: of their pages, which stay, nothing has to be said.
    """
    CREATE TABLE forgotten (day TEXT PRIMARY KEY);
    """,
)
VERSION = len(MIGRATIONS)


def version(connection: sqlite3.Connection) -> int:
    """That of a file; 0 of a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, to: int = VERSION) -> None:
    """Bring a file's schema from its own version up to another."""
    for number in range(version(connection), to):
        for statement in MIGRATIONS[number].split(";"):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {to}")


def faults(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with a file of a known version: pages and indexes, else tables and columns.

    SQLite's own check takes a changed name for a good one, and a change in the version, too.
    """
    checked = connection.execute("PRAGMA integrity_check(5)").fetchall()
    wrong = [" ".join(text.replace("*** in database main ***", "").split()) for (text,) in checked]
    wrong = [each for each in wrong if each != "ok"]
    return wrong or _misnamed(connection)


def _misnamed(connection: sqlite3.Connection) -> list[str]:
    found, wanted = _columns(connection), _made(version(connection))
    ours = {table for table, _ in _made(VERSION)}  # what others have put beside them is theirs
    missing = [f"no column {table}.{column}" for table, column in sorted(wanted - found)]
    unknown = [
        f"unknown column {table}.{column}" for table, column in sorted(found - wanted) if table in ours
    ]
    return [*missing, *unknown]


def _made(number: int) -> set[tuple[str, str]]:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, number)
        return _columns(connection)


def _columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Each column with its table."""
    return set(
        connection.execute(
            "SELECT made.name, info.name FROM sqlite_master AS made, pragma_table_info(made.name) AS info"
            " WHERE made.type = 'table'"
        )
    )
