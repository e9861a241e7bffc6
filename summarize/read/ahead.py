"""Fetching ahead: all addresses at once, as far as manners allow, while results are taken in any order.

Addresses of one host are fetched one after the other by one thread, so that threads never stand in a queue
and a slow site holds up only itself. What is fetched and not yet taken is bounded: above `MOST_HELD` nothing
more is begun until it is taken, or missed. Threads are daemons: what hangs in a name server's reply ends with
the program.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

# A URL -> its bytes, its Content-Type header and the URL it ended at. Raises `ReadError`.
Fetch = Callable[[str], tuple[bytes, str, str]]
Result = tuple[bytes, str, str] | Exception
MOST_HELD = 64 << 20  # bytes; six answers of the largest size there is, or some hundred pages of news


class Ahead:
    """The results of a fetch by address, each to be taken once.

    addresses: distinct. workers: threads, at most.
    """

    def __init__(self, addresses: Sequence[str], fetch: Fetch, *, workers: int) -> None:
        self._fetch = fetch
        self._held = 0
        self._awaited = False
        self._room = threading.Condition()
        self._results: dict[str, queue.SimpleQueue[Result]] = {url: queue.SimpleQueue() for url in addresses}
        self._hosts: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
        hosts: dict[str, list[str]] = {}
        for url in addresses:
            hosts.setdefault(_host(url), []).append(url)
        for each in hosts.values():
            self._hosts.put(each)
        for number in range(min(workers, len(hosts))):
            threading.Thread(target=self._work, name=f"fetch {number}", daemon=True).start()

    def take(self, url: str) -> tuple[bytes, str, str]:
        """What an address gave, waiting for it; raises what fetching it raised."""
        self._await(True)
        result = self._results[url].get()
        self._await(False)
        del self._results[url]
        self._hold(-_size(result))
        if isinstance(result, Exception):
            raise result
        return result

    def _work(self) -> None:
        while True:
            try:
                host = self._hosts.get_nowait()
            except queue.Empty:
                return
            for url in host:
                with self._room:
                    self._room.wait_for(lambda: self._awaited or self._held < MOST_HELD)
                result: Result
                try:
                    result = self._fetch(url)
                except Exception as error:  # raised again where the result is taken
                    result = error
                self._hold(_size(result))
                self._results[url].put(result)

    def _await(self, is_awaited: bool) -> None:
        """What is waited for may not have been begun yet, so whoever waits lets all go on."""
        with self._room:
            self._awaited = is_awaited
            self._room.notify_all()

    def _hold(self, size: int) -> None:
        with self._room:
            self._held += size
            self._room.notify_all()


def _size(result: Result) -> int:
    return 0 if isinstance(result, Exception) else len(result[0])


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
