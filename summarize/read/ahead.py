"""Fetching ahead: all addresses at once, as far as manners allow, while results are taken in any order.

Addresses of one host are fetched one after the other by one thread, so that threads never stand in a queue
and a slow site holds up only itself. Threads are daemons: what hangs in a name server's reply ends with the
program.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

# A URL -> its bytes, its Content-Type header and the URL it ended at. Raises `ReadError`.
Fetch = Callable[[str], tuple[bytes, str, str]]
Result = tuple[bytes, str, str] | Exception


class Ahead:
    """The results of a fetch by address, each to be taken once.

    addresses: distinct. workers: threads, at most.
    """

    def __init__(self, addresses: Sequence[str], fetch: Fetch, *, workers: int) -> None:
        self._fetch = fetch
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
        result = self._results[url].get()
        del self._results[url]
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
                try:
                    self._results[url].put(self._fetch(url))
                except Exception as error:  # raised again where the result is taken
                    self._results[url].put(error)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
