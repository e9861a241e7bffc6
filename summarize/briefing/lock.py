"""One run at a time: a lock that the system takes back when its holder dies, however it dies.

`flock` by itself, for there is nothing to a library of locks here but other systems; readers of pages
already need POSIX (`read.process`). A file that says who holds it would outlive a kill, the lock does not.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from summarize.errors import BusyError, StateError


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """The lock, for as long as the block takes. Raises `BusyError` at once if another run has it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        in_the_way = isinstance(error, FileExistsError | NotADirectoryError)
        what = "move the file that is in its folder's place" if in_the_way else "check its permissions"
        advice = f"{what}, or use --state DIR"
        raise StateError(str(path), f"{(error.strerror or str(error)).lower()}: {advice}") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(str(path), f"another run{_holder(path)} is at work: let it finish") from error
        with contextlib.suppress(OSError):  # a full disk: the number is only for people
            os.truncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def holder(path: Path) -> int | None:
    """The process that holds the lock, 0 if it did not say which it is; None if nobody does."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return _written(path)
    finally:
        os.close(descriptor)
    return None


def _holder(path: Path) -> str:
    number = _written(path)
    return f" (process {number})" if number else ""


def _written(path: Path) -> int:
    with contextlib.suppress(OSError, ValueError):
        return int(path.read_text(encoding="ascii"))
    return 0
