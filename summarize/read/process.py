"""The near side of `safely`: a process that runs `worker`, the pipes to it, and its clock.

A fresh interpreter, not a fork: a fork copies whatever other threads held, and every secret in memory;
`multiprocessing` would run the `__main__` of whoever uses the library. What comes back is JSON
and is checked like any other input: unpickling it would hand this process to whom that one fell to.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from summarize.model import Failure
from summarize.read import worker
from summarize.read.links import Found

# After so many sources a fresh process, for parsers leak: chosen by eye, a start costs .4 s of CPU.
MOST_SOURCES = 1000
# JSON writes a character in at most twelve bytes; a feed may say things twice.
LARGEST_REPLY, LARGEST_REPLY_PER_BYTE = 64 << 20, 32
# No secret of the parent's environment is there to be found; sys.path goes along as arguments.
ENVIRONMENT = ("LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")
START = "import sys; sys.path[:] = sys.argv[1:]; from summarize.read.worker import main; main()"

_kept: list[Process] = []


def kept() -> Process | None:
    """A process that an earlier `Parser` has left running, if there is one."""
    while True:
        try:
            process = _kept.pop()  # atomic, so two threads never get the same
        except IndexError:
            return None
        if process.is_usable:
            return process
        process.close()


class Process:
    """One worker. Raises OSError if it cannot be started."""

    def __init__(self) -> None:
        if not sys.executable or getattr(sys, "frozen", False):
            raise OSError("this program has no Python to start")
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", START, *_search_path()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=os.sep,
            env={name: os.environ[name] for name in ENVIRONMENT if name in os.environ},
            start_new_session=True,  # Ctrl-C is the parent's, and so is the terminal
        )
        self._requests = cast(BinaryIO, self._process.stdin)
        self._replies = cast(BinaryIO, self._process.stdout)
        self._served = 0
        self._is_busy = False
        self._is_late = False

    @property
    def is_usable(self) -> bool:
        """Whether another source can be sent: alive, between two replies, and not too old."""
        return not (self._is_busy or self._is_late) and self._alive() and self._served < MOST_SOURCES

    def _alive(self) -> bool:
        return self._process.poll() is None

    def read(self, raw: bytes, request: dict[str, Any], memory: int, cpu: int, wall: float) -> list[Found]:
        """What is in a source; what came before the worker died is kept, and a failure says why it did."""
        header = json.dumps({**request, "size": len(raw), "memory": memory, "cpu": cpu}).encode()
        found: list[Found] = []
        self._is_busy, self._served = True, self._served + 1
        with self._clock(wall):
            try:
                worker.send(self._requests, header, raw)
                found.extend(self._reply(LARGEST_REPLY + LARGEST_REPLY_PER_BYTE * len(raw)))
                self._is_busy = False
            except (EOFError, OSError):
                found.append(Failure(request["uri"], self._why(memory, cpu, wall)))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                found.append(Failure(request["uri"], "the process that reads it answers with nonsense"))
        return found

    def _reply(self, most: int) -> Iterator[Found]:
        while content := worker.frame(self._replies, most):
            most -= len(content)
            yield worker.decode(content)
        if content is None:
            raise EOFError

    @contextlib.contextmanager
    def _clock(self, seconds: float) -> Iterator[None]:
        """Kills the worker if what is inside lasts longer; that also ends every wait for it."""
        done = threading.Event()

        def watch() -> None:
            while True:
                start = time.monotonic()
                if done.wait(seconds):
                    return
                if time.monotonic() - start < seconds + 1:  # else we were stopped (Ctrl-Z): start again
                    self._is_late = True
                    self._process.kill()
                    return

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()

    def _why(self, memory: int, cpu: int, wall: float) -> str:
        """Why the worker is gone."""
        status = self._process.wait()
        if status == worker.OUT_OF_MEMORY:
            return f"needs more than {memory >> 20:,} MiB of memory to read"
        if self._is_late:
            return f"takes longer than {wall:.0f} s to read"
        if status == -getattr(signal, "SIGXCPU", 0):
            return f"takes more than {cpu} s of processor time to read"
        if status == -getattr(signal, "SIGKILL", 0):
            return "the process that read it was killed, perhaps because memory ran out"
        if status == -signal.SIGABRT:  # as PDFium ends where it gets no memory
            return "crashes the parser (SIGABRT), perhaps because memory ran out"
        if status < 0:
            return f"crashes the parser ({signal.Signals(-status).name})"
        return f"ends the process that reads it (status {status})"

    def keep(self) -> None:
        """Leave it running for the next `Parser`; one is enough."""
        if self.is_usable and not _kept:
            _kept.append(self)
        else:
            self.close()

    def close(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._replies.close()
        with contextlib.suppress(OSError):  # what it has not read cannot be flushed
            self._requests.close()

    def disown(self) -> None:
        """In a fork: let go of what is the parent's, so that the worker still ends with it."""
        self._process.returncode = 0
        self._requests.close()
        self._replies.close()


def _search_path() -> list[str]:
    """Where this process imports from, relative names (a notebook's '') made absolute, links kept."""
    return [os.path.abspath(each) for each in sys.path]  # noqa: PTH100 – Path.resolve follows links


def _forked() -> None:
    while _kept:
        _kept.pop().disown()


@atexit.register
def _end() -> None:
    while _kept:
        _kept.pop().close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)
