"""The web: one client for everything that is fetched, pages, feeds and robots.txt alike.

HTTP itself is a library's; what is ours is the policy. A fetch ends in time, within its size, whole or not at
all; it goes to http and https addresses of the public internet and nowhere else, whatever a server answers;
it tells nobody more than it must. The guide has the policy as a table.
"""

from __future__ import annotations

import ssl
import threading
import time
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import httpcore2

from summarize import __version__
from summarize.errors import FetchError
from summarize.read import hops, inflate, urls
from summarize.read.ahead import CONCURRENCY
from summarize.read.answers import Answer, Fetched, Validators, refused
from summarize.read.connections import Allowance, Connector, HopError, LateError, Resolver, Stream, resolve
from summarize.read.manners import Manners, retry_after
from summarize.read.proxies import Proxies
from summarize.read.robots import AGENT, Robots
from summarize.read.urls import Url

__all__ = ["Client", "Fetched", "Validators"]

DEADLINE_SECONDS = 30.0  # curl and Newsboat give up there, too; a page that takes longer is not coming
WIRE_LIMIT = 10 << 20  # bytes as they come; pages of news are 0.1 to 2 MB
INFLATED_LIMIT = 20 << 20  # bytes unpacked: what the page reader takes at most
MOST_REDIRECTS = 5  # what RFC 9309 asks for robots.txt at least; chosen by eye for the rest
USER_AGENT = f"{AGENT}/{__version__}"
PERMANENT = (301, 308)
LATER = (429, 503)  # the answers that Retry-After belongs to


class Client:
    """Fetches, and owns the connections while it does; `close` ends what is under way. Any thread may use it.

    allow_private: whether a host that is named may be outside the public internet; one that only a
    redirect names may not.
    deadline_seconds: for a fetch with its redirects and robots.txt; waiting for its turn does not count.
    wire_limit, inflated_limit: bytes of an answer before and after unpacking.
    proxies: as `Proxies` has them. tls: whom to trust, the system's authorities where None.
    resolver, clock, sleep, now: the outside world, for tests; now is a Unix time.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        deadline_seconds: float = DEADLINE_SECONDS,
        wire_limit: int = WIRE_LIMIT,
        inflated_limit: int = INFLATED_LIMIT,
        concurrency: int = CONCURRENCY,
        user_agent: str = USER_AGENT,
        proxies: Mapping[str, str] | None = None,
        tls: ssl.SSLContext | None = None,
        resolver: Resolver = resolve,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.concurrency = concurrency
        self._allow_private = allow_private
        self._deadline_seconds = deadline_seconds
        self._wire_limit = wire_limit
        self._inflated_limit = inflated_limit
        self._user_agent = user_agent
        self._proxies = Proxies(proxies)
        self._tls = tls
        self._resolver = resolver
        self._clock = clock
        self._now = now
        self._closing = threading.Event()
        self._manners = Manners(concurrency, clock=clock, sleep=sleep or self._closing.wait)
        self._robots = Robots()
        self._open: weakref.WeakSet[Stream] = weakref.WeakSet()
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every fetch under way, at once; each raises `FetchError`."""
        self._closing.set()
        self._manners.close()
        with self._lock:
            for stream in self._open:
                stream.abort()

    def fetch(self, url: str, *, allow_private: bool | None = None) -> tuple[bytes, str, str]:
        """Body, content type and final address: the client as `read.Fetch`. For pages robots.txt is asked."""
        found = self.get(url, robots=not urls.looks_like_feed(url), allow_private=allow_private)
        return found.body, found.content_type, found.final_url

    def get(
        self,
        url: str,
        *,
        validators: Validators | None = None,
        allow_private: bool | None = None,
        robots: bool = True,
        headers: Mapping[str, str] | None = None,
    ) -> Fetched:
        """What is at an address. Raises `FetchError` for anything but a whole answer with something in it.

        validators: from the last time. robots: whether robots.txt is to be asked; a feed is there for
        programs. headers: more of them, such as an authorization; they go to the origin asked for and
        to no other. allow_private: for this fetch, as for the client.
        """
        try:
            asked = urls.parse(url)
        except ValueError as error:
            raise FetchError(urls.shown(url), str(error)) from None
        fetch = _Fetch(
            asked,
            {**asked.authorization, **(headers or {})},
            (validators or Validators()).conditions(),
            Allowance(self._deadline_seconds, self._wire_limit, self._clock),
            self._allow_private if allow_private is None else allow_private,
        )
        try:
            answer, final, moved = self._followed(fetch, robots=robots)
            if answer.status != 200 and not (answer.status == 304 and validators):
                raise refused(answer.status, self._retry_after(answer))
        except HopError as error:
            reason = "was stopped" if self._closing.is_set() else error.reason
            wait, gone = error.retry_after_seconds, error.status == 410
            raise FetchError(str(asked), reason, error.status, wait, gone, error.asked) from error
        return Fetched(
            url=str(asked),
            final_url=str(final),
            status=answer.status,
            body=answer.body,
            content_type=answer.headers.get("content-type", ""),
            validators=_validators(answer, validators),
            moved_permanently_to=None if moved is None else str(moved),
        )

    def hand(
        self,
        url: str,
        content: bytes | None = None,
        *,
        allow_private: bool | None = None,
        headers: Mapping[str, str] | None = None,
        deadline_seconds: float | None = None,
    ) -> int:
        """POST something to an address, or knock at it (GET) with None; the status, if it is a good one.

        What is answered is not read, and nobody is followed elsewhere. Raises `FetchError`.
        """
        try:
            asked = urls.parse(url)
        except ValueError as error:
            raise FetchError(urls.shown(url), str(error)) from None
        allowance = Allowance(deadline_seconds or self._deadline_seconds, self._wire_limit, self._clock)
        private = self._allow_private if allow_private is None else allow_private
        fetch = _Fetch(asked, {**asked.authorization, **(headers or {})}, {}, allowance, private)
        try:
            answer = self._asked(fetch, asked, hops.Errand(content))
            if not 200 <= answer.status < 300:
                raise refused(answer.status)
        except HopError as error:
            raise FetchError(str(asked), error.reason, error.status) from error
        return answer.status

    def _followed(self, fetch: _Fetch, *, robots: bool) -> tuple[Answer, Url, Url | None]:
        """The last answer of a chain of redirects, where it came from, and where it moved to for good."""
        url, moved, permanent = fetch.asked, None, True
        for hop in range(MOST_REDIRECTS + 1):
            try:
                if robots:
                    self._robots.check(url, lambda file: self._robots_file(fetch, file))
                answer = self._patient(fetch, url)
            except HopError as error:
                if hop and not error.reached:
                    raise error.again(f"redirects to {url}: ") from error
                raise
            if answer.status not in hops.REDIRECTS:
                return answer, url, moved
            permanent = permanent and answer.status in PERMANENT
            url = hops.following(url, answer)
            moved = url if permanent else moved
        raise _TooManyRedirectsError(f"redirects more than {MOST_REDIRECTS} times: open it in a browser")

    def _robots_file(self, fetch: _Fetch, url: Url) -> Answer:
        """A robots.txt, within the allowance of the page that it is asked for."""
        try:
            file = _Fetch(url, {}, {}, fetch.allowance, fetch.may_be_private(url))
            answer, *_ = self._followed(file, robots=False)
        except _TooManyRedirectsError:
            return Answer(404, {})  # RFC 9309 section 2.3.1.2: as if there were none
        if answer.status >= 500 or answer.status in LATER:
            raise refused(answer.status, self._retry_after(answer))
        return answer

    def _patient(self, fetch: _Fetch, url: Url) -> Answer:
        """One hop's answer; a server that asks for a moment gets it, once."""
        answer = self._asked(fetch, url)
        wait = self._retry_after(answer)
        if wait is None:
            return answer
        # Too many requests are the host's business, an outage may be one page's.
        self._manners.hold(url.host if answer.status == 429 else str(url), wait)
        return self._asked(fetch, url) if wait < fetch.allowance.remaining() else answer

    def _retry_after(self, answer: Answer) -> float | None:
        if answer.status not in LATER:
            return None
        return retry_after(
            answer.headers.get("retry-after", ""), date=answer.headers.get("date", ""), now=self._now()
        )

    def _asked(self, fetch: _Fetch, url: Url, errand: hops.Errand | None = None) -> Answer:
        proxy = self._proxies.of(url)
        if proxy and not fetch.may_be_private(url):
            hops.check_literal(url)
        connector = Connector(
            fetch.allowance,
            self._resolver,
            allow_private=fetch.may_be_private(url) or proxy is not None,
            opened=self._opened,
        )
        headers = {
            "User-Agent": self._user_agent,
            "Accept": "*/*",
            "Accept-Encoding": inflate.ACCEPTED,
            **fetch.conditions,
            **(fetch.headers if url.origin == fetch.asked.origin else {}),
        }
        with self._manners.turn(url.host, str(url), fetch.allowance):
            try:
                answer = hops.ask(
                    url,
                    headers,
                    connector,
                    proxy=proxy,
                    tls=self._trust() if "https" in (url.scheme, proxy and proxy.scheme) else None,
                    inflated_limit=self._inflated_limit,
                    errand=errand,
                )
            except LateError:
                self._manners.heard(url.host, in_time=False)
                raise
            self._manners.heard(url.host, in_time=True)
            return answer

    def _trust(self) -> ssl.SSLContext:
        """Whom to trust; loading the authorities takes 20 ms, so once and when it is needed."""
        with self._lock:
            self._tls = self._tls or httpcore2.default_ssl_context()
            return self._tls

    def _opened(self, stream: Stream) -> None:
        with self._lock:
            self._open.add(stream)
            if self._closing.is_set():
                stream.abort()


@dataclass(frozen=True, slots=True)
class _Fetch:
    """One fetch under way. headers: for the origin asked and no other. conditions: for every hop."""

    asked: Url
    headers: Mapping[str, str]
    conditions: Mapping[str, str]
    allowance: Allowance
    allow_private: bool

    def may_be_private(self, url: Url) -> bool:
        """Whether this hop may go anywhere: to the host that the user named, and nowhere it sends us."""
        return self.allow_private and url.host == self.asked.host


class _TooManyRedirectsError(HopError):
    """The chain is longer than we go."""


def _validators(answer: Answer, earlier: Validators | None) -> Validators:
    """What to ask with next time; a 304 need not repeat what it confirms."""
    found = Validators.of(answer)
    if answer.status != 304 or earlier is None:
        return found
    return Validators(found.etag or earlier.etag, found.last_modified or earlier.last_modified)
