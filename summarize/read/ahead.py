"""Fetching ahead: all addresses at once, as far as manners allow, while results are taken in any order.

One thread fetches all addresses of a host, one after the other, so that threads never queue and a slow site
holds up only itself. What is fetched and not yet taken is bounded: above `MOST_HELD` bytes nothing more is
begun until some is taken, or until somebody waits for an address. Threads are daemons, so that one that hangs
in a name server's reply ends with the program.

`Beyond` fetches what a source leads to, and limits the time spent on each host.
"""

from __future__ import annotations

import math
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read.links import Fetch

Result = tuple[bytes, str, str] | Exception
LATE = "was not asked for: its site took too long for others"
CONCURRENCY = 8  # requests at a time, each to another host
MOST_HELD = 64 << 20  # bytes; six answers of the largest size there is, or some hundred pages of news
# Time a host gets for what one feed or list leads to: enough for fifty pages at three seconds each. At thirty
# seconds each they would hold a digest up for 25 minutes. Chosen by eye.
HOST_SECONDS = 180.0


class SpentError(ReadError):
    """Its host took too long for what was asked before."""


class Ahead:
    """The results of a fetch by address, each to be taken once.

    addresses: distinct. host_seconds: time after which no more of a host's addresses are fetched; taking one
    of those left raises `SpentError`.
    """

    def __init__(
        self,
        addresses: Sequence[str],
        fetch: Fetch,
        *,
        host_seconds: float = math.inf,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fetch = fetch
        self._host_seconds = host_seconds
        self._clock = clock
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
        for number in range(min(CONCURRENCY, len(hosts))):
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
            spent = 0.0
            for url in host:
                with self._room:
                    self._room.wait_for(lambda: self._awaited or self._held < MOST_HELD)
                began = self._clock()
                result = self._result(url) if spent <= self._host_seconds else SpentError(url, LATE)
                spent += self._clock() - began
                self._hold(_size(result))
                self._results[url].put(result)

    def _result(self, url: str) -> Result:
        try:
            return self._fetch(url)
        except Exception as error:  # raised again where the result is taken
            return error

    def _await(self, is_awaited: bool) -> None:
        """While somebody waits, threads go on above `MOST_HELD`: the address may not have been begun yet."""
        with self._room:
            self._awaited = is_awaited
            self._room.notify_all()

    def _hold(self, size: int) -> None:
        with self._room:
            self._held += size
            self._room.notify_all()


class Beyond:
    """What one source leads to: the pages of a feed, the feeds of a list and their pages.

    subject: the source.
    """

    def __init__(self, subject: str, fetch: Fetch) -> None:
        self._subject, self._fetch = subject, fetch
        self._named = 0
        self._late = set[str]()

    def begin(self, addresses: Sequence[str]) -> Fetch:
        """Fetch these, each host's for `HOST_SECONDS`."""
        ahead = Ahead(addresses, self._fetch, host_seconds=HOST_SECONDS)
        self._named += len(addresses)

        def take(url: str) -> tuple[bytes, str, str]:
            try:
                return ahead.take(url)
            except SpentError:
                self._late.add(url)
                raise

        return take

    def told(self, found: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
        """What was found, with one line at the end for all addresses that there was no time for."""
        for each in found:
            if not (isinstance(each, Failure) and each.subject in self._late):
                yield each
        if self._late:
            yield Failure(
                self._subject,
                f"{len(self._late)} of the {self._named} addresses it leads to were not asked for: their "
                f"sites took {HOST_SECONDS / 60:g} minutes for the others; summaries stand for pages where "
                "there are any",
            )


def _size(result: Result) -> int:
    return 0 if isinstance(result, Exception) else len(result[0])


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
