"""A run's nouns: what it needs, and how it ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from summarize.briefing import folders
from summarize.briefing.config import Config
from summarize.briefing.deliver import Target
from summarize.paper import Briefing
from summarize.read.safely import Parser
from summarize.read.watch import Watch
from summarize.read.web import Client

DONE, NOTHING, USAGE, UNREAD, UNDELIVERED, BUSY = 0, 1, 2, 3, 4, 75


@dataclass(frozen=True)
class Outcome:
    """How a run ended. status: as the command exits. paper: None if there was nothing to tell. sources: read.

    steady: the status for a health check, to which a source that fails for the first time is no failure.
    """

    status: int
    paper: Briefing | None = None
    sources: int = 0
    steady: int = DONE


@dataclass(frozen=True)
class Job:
    """What a run needs.

    path: of the configuration. home: of the state. now: aware, in the reader's zone. quiet: speak of what
    is wrong only when it is time to. client: for sources, closed when their time is up; messenger: for the
    health check. tell: gets a line for standard error. step: told what is done.
    """

    config: Config
    path: Path
    home: Path
    now: datetime
    client: Client
    messenger: Client
    parser: Parser
    targets: Sequence[Target]
    quiet: bool = False
    tell: Callable[[str], None] = lambda _: None
    step: Callable[[str], None] = lambda _: None
    watch: Watch | None = None

    @property
    def folder(self) -> Path:
        """From which relative paths count."""
        return self.path.parent

    @property
    def memory(self) -> Path:
        """The file of the state."""
        return self.home / folders.DATABASE

    @property
    def printers(self) -> list[Target]:
        """Standard output, where it is a target."""
        return [each for each in self.targets if each.name == "stdout"]

    @property
    def day(self) -> date:
        return self.now.date()
