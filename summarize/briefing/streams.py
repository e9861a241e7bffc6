"""Printing to a stream so that all of it arrives, or an error says that it did not."""

from __future__ import annotations

import contextlib
import os
from typing import BinaryIO


def print_whole(stream: BinaryIO, content: bytes) -> None:
    """All of the content, flushed. Raises OSError.

    With PYTHONUNBUFFERED a stream is a bare file, which takes as much as there is room for and says no
    more; a pipe that somebody who shares it made not to wait takes nothing while it is full.
    """
    with contextlib.suppress(ValueError, OSError):  # no file
        os.set_blocking(stream.fileno(), True)
    left = memoryview(content)
    while left:
        left = left[stream.write(left) :]
    stream.flush()
