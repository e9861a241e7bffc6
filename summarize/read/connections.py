"""Connections that keep to an allowance: so many seconds and bytes for one fetch, whatever it does.

Libraries limit the wait for the next byte; a server that sends one byte a second holds them for ever.
Here every single operation on the socket (connecting, shaking hands, reading headers, reading the body) gets
what is left of the fetch, and the number connected to is the number that was checked.
"""

from __future__ import annotations

import contextlib
import queue
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore2

from summarize.read.addresses import literal, refusal

# A host name and a port -> the numbers to try, in order. Raises OSError.
Resolver = Callable[[str, int], Sequence[str]]

# For one of a host's numbers; a lost first packet is sent again after 1, 3 and 7 s.
CONNECT_SECONDS = 10.0

# The share of a fetch's seconds in which not one byte need come. A dead site holds a place that others
# wait for; 20 of 30 s are more than a slow one takes to begin. Chosen by eye.
SILENCE = 2 / 3

NO_HOST = "there is no host of that name: check the address"


class HopError(Exception):
    """Why a hop came to nothing, in words. reached: whether there was a server at the other end.

    asked: whether it was tried at all; not so where its host has kept others of its addresses waiting.
    """

    def __init__(
        self,
        reason: str,
        *,
        reached: bool = False,
        status: int | None = None,
        retry_after_seconds: float | None = None,
        asked: bool = True,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.reached = reached
        self.status = status
        self.retry_after_seconds = retry_after_seconds
        self.asked = asked

    def again(self, before: str = "") -> HopError:
        """The same once more, with words before its reason."""
        return HopError(
            before + self.reason,
            reached=self.reached,
            status=self.status,
            retry_after_seconds=self.retry_after_seconds,
            asked=self.asked,
        )


class LateError(HopError):
    """The time is up."""


class Allowance:
    """What one fetch may use: seconds by `clock`, and bytes on the wire over all its hops."""

    def __init__(self, seconds: float, wire_limit: int, clock: Callable[[], float]) -> None:
        self.seconds = seconds
        self.wire_limit = wire_limit
        self.received = 0
        self._clock = clock
        self._end = clock() + seconds

    def remaining(self) -> float:
        """Seconds left, more than 0. Raises `HopError` when there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise self.late()
        return left

    @property
    def patience(self) -> float:
        """Seconds to wait for the next bytes, at most."""
        return SILENCE * self.seconds

    def late(self, *, silent: bool = False) -> LateError:
        """That the time is up, or that nothing came for too long."""
        received = f" ({amount(self.received)} received)" if self.received else ""
        waited = f"{self.patience:.3g} s of silence" if silent else f"{self.seconds:g} s"
        return LateError(f"timed out after {waited}{received}: try again later", reached=True)

    def extend(self, seconds: float) -> None:
        """Time spent waiting in a queue of our own making does not count."""
        self._end += seconds

    def receive(self, size: int) -> None:
        """Count bytes. Raises `HopError` when there are too many."""
        self.received += size
        if self.received > self.wire_limit:
            raise HopError(f"sends more than {amount(self.wire_limit)}: too large to be read", reached=True)


class Stream(httpcore2.NetworkStream):
    """A connection under an allowance; `abort` ends it from another thread."""

    def __init__(self, inner: httpcore2.NetworkStream, allowance: Allowance) -> None:
        self._inner = inner
        self._allowance = allowance

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Up to max_bytes, as soon as there are any; the timeout is the allowance's."""
        left, patience = self._allowance.remaining(), self._allowance.patience
        try:
            found = self._inner.read(max_bytes, min(left, patience))
        except httpcore2.ReadTimeout as error:
            raise self._allowance.late(silent=patience < left) from error
        self._allowance.receive(len(found))
        return found

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it, in time."""
        try:
            self._inner.write(buffer, self._allowance.remaining())
        except httpcore2.WriteTimeout as error:
            raise self._allowance.late() from error

    def close(self) -> None:
        """Let go of the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The same connection, encrypted; the whole handshake is under the allowance."""
        try:
            self._inner = self._inner.start_tls(ssl_context, server_hostname, self._allowance.remaining())
        except httpcore2.ConnectTimeout as error:
            raise self._allowance.late() from error
        return self

    def get_extra_info(self, info: str) -> Any:
        """What the library asks a connection about itself."""
        return self._inner.get_extra_info(info)

    def abort(self) -> None:
        """Make whoever reads here see the end at once."""
        with contextlib.suppress(OSError):
            # The plain socket's: that of an SSLSocket forgets the encryption under the reader's feet.
            socket.socket.shutdown(self._inner.get_extra_info("socket"), socket.SHUT_RDWR)


class Connector(httpcore2.NetworkBackend):
    """Opens the connections of one hop, to addresses that may be connected to.

    opened: called with each stream, so that whoever owns it can end it.
    """

    def __init__(
        self,
        allowance: Allowance,
        resolver: Resolver,
        *,
        allow_private: bool,
        opened: Callable[[Stream], None],
    ) -> None:
        self._allowance = allowance
        self._resolver = resolver
        self._allow_private = allow_private
        self._opened = opened

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first number of a host that takes one."""
        addresses = self._resolved(host, port)
        refusals = [None if self._allow_private else refusal(address) for address in addresses]
        open_to = [address for address, kind in zip(addresses, refusals, strict=True) if kind is None]
        if not open_to:
            raise off_limits(refusals[0], addresses[0])
        failure = ""
        for address in open_to:
            try:
                return self._connected(address, port)
            except httpcore2.ConnectTimeout:
                failure = "nobody answers there"
            except httpcore2.ConnectError as error:
                failure = _reason(error)
        raise HopError(f"cannot be connected to ({failure}): try again later")

    def _connected(self, address: str, port: int) -> Stream:
        patience = min(CONNECT_SECONDS, self._allowance.remaining())
        stream = Stream(httpcore2.SyncBackend().connect_tcp(address, port, patience), self._allowance)
        self._opened(stream)
        return stream

    def _resolved(self, host: str, port: int) -> list[str]:
        """The numbers of a host, each once. A look-up cannot be stopped, so a thread is left to it."""
        if number := literal(host):
            return [number]
        answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self._resolver(host, port))
            except Exception as error:
                answers.put(error)

        threading.Thread(target=ask, name=f"resolve {host}", daemon=True).start()
        try:
            answer = answers.get(timeout=self._allowance.remaining())
        except queue.Empty:
            raise self._allowance.late() from None
        if isinstance(answer, Exception):
            raise HopError(_unresolved(answer)) from answer
        if not answer:
            raise HopError(NO_HOST)
        return list(dict.fromkeys(answer))


def resolve(host: str, port: int) -> list[str]:
    """The numbers of a host as the system knows them, in its order of preference."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def off_limits(kind: str | None, address: str) -> HopError:
    """That an address is not one of the public internet."""
    allow = "name it with --allow-private (in a configuration: allow_private = true)"
    return HopError(f"is at {kind} ({address}): if you trust it, {allow}")


def _unresolved(error: Exception) -> str:
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return "its name cannot be looked up just now: check the connection, or try again later"
    return NO_HOST


def _reason(error: Exception) -> str:
    cause = error.__cause__
    return (cause.strerror or str(cause)).lower() if isinstance(cause, OSError) else str(error)


def amount(size: int) -> str:
    """A number of bytes for people.

    >>> amount(300), amount(12_400), amount(10 << 20)
    ('300 bytes', '12 KB', '10 MiB')
    """
    if size < 1000:
        return f"{size} bytes"
    return f"{size >> 20} MiB" if size >= 1 << 20 else f"{size // 1000} KB"
