"""Errands: addresses fetched a few at a time, handed back as they come, and more may be sent meanwhile.

Hosts wait for a thread, threads never for a host: a slow site holds up only itself. Threads are daemons,
for what hangs in a name server's reply cannot be ended but with the program.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar
from urllib.parse import urlsplit

Result = TypeVar("Result")


class Errands(Generic[Result]):
    """Work that waits for a host, one at a time for each. workers: threads, at most."""

    def __init__(self, *, workers: int) -> None:
        self._workers = workers
        self._threads = 0
        self._lock = threading.Lock()
        self._waiting: dict[str, deque[Callable[[], Result]]] = {}  # by host that is asked or will be
        self._hosts: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[Result] = queue.SimpleQueue()

    def send(self, url: str, work: Callable[[], Result]) -> None:
        """Do some work for the host of an address, when its turn comes. The work must not raise."""
        host = _host(url)
        with self._lock:
            if host in self._waiting:
                self._waiting[host].append(work)
                return
            self._waiting[host] = deque([work])
            self._hosts.put(host)
            if self._threads < self._workers:
                self._begin()

    def _begin(self) -> None:
        """One more thread; where the system has no more to give, those that are there do the work."""
        try:
            threading.Thread(target=self._work, name=f"fetch {self._threads + 1}", daemon=True).start()
        except RuntimeError as error:
            self._workers = self._threads
            if not self._threads:
                raise MemoryError("no thread can be started") from error
        else:
            self._threads += 1

    def next(self, timeout: float) -> Result | None:
        """What one piece of work gave, in the order in which they end; None after so many seconds."""
        try:
            return self._results.get(timeout=max(timeout, 0))
        except queue.Empty:
            return None

    def _work(self) -> None:
        while True:
            host = self._hosts.get()
            with self._lock:
                work = self._waiting[host].popleft()
            self._results.put(work())
            with self._lock:
                if self._waiting[host]:
                    self._hosts.put(host)
                else:
                    del self._waiting[host]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
