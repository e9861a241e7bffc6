"""The far side of `safely`: a process that parses what it is sent, within limits, until nobody listens.

It is started with no environment but the locale, no terminal and only two pipes open, and it lives no
longer than its parent. A request is a frame of JSON and the source's bytes. The reply is one frame of JSON
for each document, failure or link, sent as soon as it is found, and then an empty frame.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import struct
import sys
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import datetime
from math import ceil
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from summarize.errors import ReadError
from summarize.model import Document, Failure, Span, without_surrogates
from summarize.read.links import Found, Link

if sys.platform != "win32":  # there the parent's clock is the only limit
    import fcntl
    import resource

LENGTH = struct.Struct(">Q")
ON_THE_WIRE = {"str": str, "bool": bool, "int": int, "datetime": str, "None": type(None)}
OUT_OF_MEMORY = 86  # exit status; one that nothing else uses


def main() -> None:
    """Serve until the parent is gone."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):  # no library can read a request or write into a reply
        os.dup2(nowhere, standard)
    _limit_always()
    try:
        with contextlib.suppress(BrokenPipeError):
            _serve(requests, replies)
    except MemoryError:  # what is left of the heap is not worth having
        os._exit(OUT_OF_MEMORY)


def _serve(requests: BinaryIO, replies: BinaryIO) -> None:
    while header := frame(requests, 1 << 20):
        request = json.loads(header)
        _limit(request.pop("memory"), request.pop("cpu"))
        raw = requests.read(request.pop("size"))
        with _DiesWithParent(requests):
            for item in _items(raw, **request):
                send(replies, encode(item))
        send(replies, b"")


def frame(stream: BinaryIO, most: int) -> bytes | None:
    """The next frame of a pipe; None at its end. Raises ValueError above `most` bytes."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (size,) = LENGTH.unpack(head)
    if size > most:
        raise ValueError(f"a frame of {size} bytes")
    content = stream.read(size)
    return content if len(content) == size else None


def send(stream: BinaryIO, content: bytes, more: bytes = b"") -> None:
    """Write a frame, and bytes that follow it; an empty one ends a reply."""
    stream.write(LENGTH.pack(len(content)) + content)
    stream.write(more)
    stream.flush()


def encode(item: Found) -> bytes:
    """A document, failure or link as JSON."""
    kind = type(item).__name__.lower()
    return json.dumps({kind: asdict(item)}, default=datetime.isoformat).encode()


def decode(content: bytes) -> Found:
    """The reverse of `encode`. Raises ValueError for anything that `encode` does not write."""
    [(kind, values)] = json.loads(content).items()
    noun: type[Found] = {"document": Document, "failure": Failure, "link": Link}[kind]
    given = {each.name: _field(str(each.type), values.pop(each.name)) for each in fields(noun)}
    if values:
        raise ValueError("more than the fields of a document, failure or link")
    return noun(**given)


def _field(kinds: str, value: Any) -> Any:
    """A value as one of the types that an annotation ("str | None") names, which it must be of."""
    if kinds == "tuple[Span, ...]":
        return tuple(Span(_field("int", each["start"]), _field("int", each["end"])) for each in value)
    if type(value) not in [ON_THE_WIRE[kind] for kind in kinds.split(" | ")]:
        raise ValueError(f"not {kinds}")
    if isinstance(value, str):
        return datetime.fromisoformat(value) if "datetime" in kinds else without_surrogates(value)
    return value


def _items(raw: bytes, uri: str, suffix: str, content_type: str, base: str) -> Iterator[Found]:
    """What is in a source; that it cannot be read, or that its reader fails, is a failure among them."""
    from summarize.read import formats

    try:
        yield from formats.read(raw, uri, suffix=suffix, content_type=content_type, base=base)
    except ReadError as error:
        yield Failure(error.subject, error.reason)
    except MemoryError:
        raise
    except Exception as error:  # parsers raise anything on hostile bytes; that costs only the source
        yield Failure(uri, f"its reader fails ({type(error).__name__} {_place(error.__traceback__)})")


def _place(traceback: TracebackType | None) -> str:
    """Where in our own code an error came through, for a report: `in html.py:93`."""
    place = "somewhere"
    while traceback:
        path = Path(traceback.tb_frame.f_code.co_filename)
        if path.is_relative_to(Path(__file__).parent):
            place = f"in {path.name}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place


def _limit_always() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it, and ends us
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # If the machine runs out of memory, this process is the one to lose (Linux).
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def _limit(memory: int, cpu: int) -> None:
    """Limits for one source: so many bytes of address space, so many more seconds of processor time."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _set(resource.RLIMIT_AS, memory)
    _set(resource.RLIMIT_CPU, ceil(used.ru_utime + used.ru_stime) + cpu)


def _set(limit: int, wanted: int) -> None:
    """Set a soft limit, which can be raised again for the next source; never above the hard one."""
    if sys.platform == "win32":
        return
    _, hard = resource.getrlimit(limit)
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    with contextlib.suppress(ValueError, OSError):  # macOS refuses some; the clock remains
        resource.setrlimit(limit, (soft, hard))


class _DiesWithParent:
    """While a source is parsed, the end of the request pipe ends the process, even in the midst of C code.

    The kernel sends SIGIO when the other end closes. PR_SET_PDEATHSIG would fire when the parent's
    *thread* ends, which started us and may be a passing one.
    """

    def __init__(self, requests: BinaryIO) -> None:
        self.requests = requests

    def __enter__(self) -> None:
        if sys.platform == "win32":
            return
        signal.signal(signal.SIGIO, signal.SIG_DFL)
        fcntl.fcntl(self.requests, fcntl.F_SETOWN, os.getpid())
        self._notify(True)
        if select.select([self.requests], [], [], 0)[0]:  # it closed before we asked to be told
            sys.exit()

    def __exit__(self, *_: object) -> None:
        self._notify(False)

    def _notify(self, wanted: bool) -> None:
        if sys.platform == "win32":
            return
        flags = fcntl.fcntl(self.requests, fcntl.F_GETFL)
        flags = flags | os.O_ASYNC if wanted else flags & ~os.O_ASYNC
        fcntl.fcntl(self.requests, fcntl.F_SETFL, flags)
