"""The outbox of the state: the bytes of each briefing for each target, and how far they got.

Bytes stay until they have arrived. What is refused for good, or has found nobody for a month, is given
up: it is tried no more, is said, and stays for `--again`, as what has arrived does, until there are sixty
later briefings: a memory is for years.
"""

from __future__ import annotations

import sqlite3
from datetime import date, datetime, timedelta
from typing import Any

from summarize.briefing import database, records
from summarize.briefing.memory import Parcel

# A target that refuses a parcel for good will not take it tomorrow, unless somebody mends what is wrong
# there: a week is for that. A month is as long as texts are kept. The tries are for clocks that leap.
REFUSED_FOR, UNREACHED_FOR, FEWEST_TRIES = timedelta(days=7), timedelta(days=30), 7


BRIEFINGS = 60  # of which the bytes are kept


class Outbox(database.File):
    """That part of the file."""

    def undelivered(self) -> list[Parcel]:
        """What was finished, has not arrived and is not given up, oldest first."""
        return self._parcels("WHERE delivered_at IS NULL AND given_up_at IS NULL")

    def parcels(self, day: date) -> list[Parcel]:
        """All that was made for a day, delivered or not, as far as it is kept."""
        return self._parcels("WHERE day = ? AND content <> x''", day.isoformat())

    def _parcels(self, condition: str, *values: Any) -> list[Parcel]:
        found = self._rows(
            "SELECT number, day, message_id, target, content, made_at, delivered_at, reason, tries,"
            " number = (SELECT max(briefing) FROM outbox)"
            f" FROM outbox JOIN briefing ON number = outbox.briefing {condition} ORDER BY number, target",
            *values,
        )
        return [
            Parcel(
                number,
                date.fromisoformat(day),
                message,
                target,
                content,
                datetime.fromisoformat(made),
                records.moment(delivered),
                reason,
                tries,
                bool(newest),
            )
            for number, day, message, target, content, made, delivered, reason, tries, newest in found
        ]

    def delivered(self, parcel: Parcel, *, now: datetime) -> None:
        """A parcel has arrived."""
        self._outbox(parcel, "delivered_at = ?, reason = NULL, given_up_at = NULL", records.stamp(now))

    def returned(self, parcel: Parcel, reason: str, *, now: datetime, final: bool) -> bool:
        """A parcel did not arrive; whether it is given up, or kept for the next run.

        final: its target refuses it, and will again.
        """
        tried_for = now - parcel.made_at if parcel.made_at else timedelta(0)
        longest = REFUSED_FOR if final else UNREACHED_FOR
        given_up = tried_for >= longest and parcel.tries + 1 >= FEWEST_TRIES
        self._outbox(parcel, "reason = ?, given_up_at = ?", reason, records.stamp(now) if given_up else None)
        return given_up

    def _forget_bytes(self, change: sqlite3.Connection) -> None:
        """Of all briefings but the last; what still waits to be sent is kept."""
        oldest = f"(SELECT number FROM briefing ORDER BY number DESC LIMIT 1 OFFSET {BRIEFINGS - 1})"
        change.execute(
            f"UPDATE outbox SET content = x'' WHERE briefing < {oldest} AND content <> x''"
            " AND (delivered_at IS NOT NULL OR given_up_at IS NOT NULL)"
        )
        change.execute(f"UPDATE briefing SET record = '' WHERE number < {oldest} AND record <> ''")

    def _outbox(self, parcel: Parcel, change: str, *values: str | None) -> None:
        with self._transaction() as connection:
            connection.execute(
                f"UPDATE outbox SET tries = tries + 1, {change} WHERE briefing = ? AND target = ?",
                (*values, parcel.briefing, parcel.target),
            )
