"""Manners: one request at a time to a host, a few in all, and nobody asked before the time they named."""

from __future__ import annotations

import contextlib
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC
from email.utils import parsedate_to_datetime

from summarize.read.connections import Allowance, HopError

LONGEST_WAIT = 24 * 60 * 60.0  # seconds that a server may keep us away; a digest is a daily thing
# Fetches in a row that a host lets run out of time before the rest of a run does without it. One may be one
# bad page; a feed of 50 pages on a host that hangs would take 25 minutes. Chosen by eye.
MOST_SILENCES = 2
SECONDS = re.compile("[0-9]+")


class Manners:
    """Who may ask whom when, among all threads of a client."""

    def __init__(
        self, concurrency: int, *, clock: Callable[[], float], sleep: Callable[[float], object]
    ) -> None:
        self._concurrency = concurrency
        self._clock = clock
        self._sleep = sleep
        self._busy: set[str] = set()
        self._not_before: dict[str, float] = {}
        self._silences = Counter[str]()
        self._turns = threading.Condition()
        self._closed = False

    @contextlib.contextmanager
    def turn(self, host: str, url: str, allowance: Allowance) -> Iterator[None]:
        """The right to ask `host` now. Raises `HopError` if it, or `url`, must not be asked so soon."""
        arrived = self._clock()
        with self._turns:
            self._turns.wait_for(lambda: self._closed or self._is_free(host))
            if self._closed:
                raise HopError("was not waited for")
            if self._silences[host] >= MOST_SILENCES:
                raise HopError(
                    f"not asked: its host ran out of time {MOST_SILENCES} times in a row: try again later",
                    reached=True,
                    asked=False,
                )
            self._busy.add(host)
        try:
            allowance.extend(self._clock() - arrived)
            self._wait(host, url, allowance)
            yield
        finally:
            with self._turns:
                self._busy.discard(host)
                self._turns.notify_all()

    def heard(self, host: str, *, in_time: bool) -> None:
        """Remember whether `host` answered; one that does has all its patience back."""
        with self._turns:
            self._silences[host] = 0 if in_time else self._silences[host] + 1

    def hold(self, key: str, seconds: float) -> None:
        """Nobody asks `key`, a host or a URL, before so many seconds have passed."""
        with self._turns:
            self._not_before[key] = max(self._not_before.get(key, 0.0), self._clock() + seconds)

    def close(self) -> None:
        """Send everybody away who waits."""
        with self._turns:
            self._closed = True
            self._turns.notify_all()

    def _is_free(self, host: str) -> bool:
        return host not in self._busy and len(self._busy) < self._concurrency

    def _wait(self, host: str, url: str, allowance: Allowance) -> None:
        with self._turns:
            wait = max(self._not_before.get(key, 0.0) for key in (host, url)) - self._clock()
        if wait <= 0:
            return
        if wait >= allowance.remaining():
            raise HopError(
                f"not asked: its host wants to be left alone for another {duration(wait)}: try again then",
                reached=True,
                asked=False,
                retry_after_seconds=wait,
            )
        self._sleep(wait)


def retry_after(value: str, *, date: str, now: float) -> float | None:
    """Seconds that a Retry-After header asks for, at most a day; None where it makes no sense.

    date: the server's own Date header, by which its dates are meant; now, a Unix time, where that is missing.

    >>> [retry_after(value, date="", now=0) for value in ("120", "-1", "9" * 20)]
    [120.0, None, 86400.0]
    """
    if SECONDS.fullmatch(value.strip()):
        return min(float(value), LONGEST_WAIT)
    named = _timestamp(value)
    if named is None:
        return None
    sent = _timestamp(date)
    return min(max(named - (now if sent is None else sent), 0.0), LONGEST_WAIT)


def _timestamp(value: str) -> float | None:
    try:
        found = parsedate_to_datetime(value)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def duration(seconds: float) -> str:
    """A wait for people, rounded up.

    >>> duration(0.2), duration(119), duration(5000), duration(86400)
    ('1 s', '119 s', '84 min', '24 h')
    """
    whole = int(-(-seconds // 1))
    if whole < 120:
        return f"{whole} s"
    return f"{-(-whole // 60)} min" if whole < 2 * 3600 else f"{-(-whole // 3600)} h"
