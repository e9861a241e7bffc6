"""A briefing on standard output, where somebody reads along or a program goes on with it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from summarize.briefing import storing, streams
from summarize.briefing.memory import Parcel
from summarize.errors import DeliveryError
from summarize.paper import Briefing

# What a terminal acts on, all of it our own: colours, and links as OSC 8. A source's are gone long before.
_ACTS = re.compile(rb"\x1b\[[0-9;]*m|\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)")


@dataclass(frozen=True)
class Stdout:
    """Standard output. Colours and links made for a terminal are left out where it is none (any more).

    clear: called before anything is printed, for whatever else is on the terminal.
    """

    stream: BinaryIO | None
    rendered: Callable[[Briefing], bytes]
    clear: Callable[[], None] = lambda: None
    name: str = "stdout"

    def content(self, paper: Briefing, *, message_id: str) -> bytes:
        """What is printed."""
        return self.rendered(paper)

    def send(self, parcel: Parcel, *, now: datetime) -> None:
        """Print it. A reader that has had enough (`| head`) has got it. Raises `DeliveryError`."""
        if self.stream is None:
            raise DeliveryError("standard output", "is closed; kept for the next run")
        self.clear()
        shown = parcel.content if self.stream.isatty() else _ACTS.sub(b"", parcel.content)
        try:
            streams.print_whole(self.stream, shown)
        except BrokenPipeError:
            self._forget()
        except OSError as error:
            self._forget()
            raise DeliveryError(
                "standard output", f"{storing.reason(error)}; kept for the next run"
            ) from error

    def _forget(self) -> None:
        """Send what is still buffered nowhere: Python flushes once more when it exits, and would complain."""
        if self.stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.stream.fileno())
