"""Progress on a terminal: what is being read and how many are left, once it has taken a second.

The line is gone when the work is done. Failures are said as they happen there, and at the end, in
the digest's order, where nobody looks on.
"""

from __future__ import annotations

import os
import sys
import threading
from collections import Counter
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from summarize.cli import output
from summarize.read.watch import Watch
from summarize.render.sinks import terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.model import Failure

PATIENCE = 1.0  # seconds that need no excuse; shorter runs show nothing and do not load rich


class Progress(Watch):
    """Shows progress on standard error if that is a terminal, and says failures in any case.

    quiet: say nothing at all. failures: say them here as they happen; False leaves them to the command.
    """

    def __init__(self, *, quiet: bool = False, failures: bool = True) -> None:
        self._quiet = quiet
        self._failures = failures
        self._shows = not quiet and _is_terminal()
        self._lock = threading.RLock()
        self._timer = threading.Timer(PATIENCE, self._start)
        self._timer.daemon = True
        self._line: Any = None
        self._stage = "reading"
        self._total = 0
        self._reading: Counter[str] = Counter()
        self._done: set[str] = set()
        self._said: set[tuple[str, str]] = set()

    def __enter__(self) -> Self:
        if self._shows:
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def stage(self, name: str) -> None:
        """Show that something else is done now."""
        with self._lock:
            self._stage, self._total = name, 0
            self._reading.clear()
            self._update()

    def expect(self, total: int) -> None:
        """Count down from here."""
        with self._lock:
            self._total = total

    def begin(self, subject: str) -> None:
        """Show a source."""
        with self._lock:
            self._reading[subject] += 1
            self._update()

    def end(self, subject: str) -> None:
        """Show it no longer, and count it."""
        with self._lock:
            self._reading -= Counter([subject])  # gone at zero
            self._done.add(subject)
            self._update()

    def fail(self, subject: str, reason: str) -> None:
        """Say it now, if somebody looks on."""
        with self._lock:
            if not (self._shows and self._failures) or self._is_said(subject, reason):
                return
            self._said.add((subject, reason))
            self.say(f"{subject}: {reason}")

    def say(self, message: str) -> None:
        """One line on standard error, above the line that shows how far it is."""
        with self._lock:
            if self._line:
                self._line.stop()
            output.say(message)
            if self._line:
                self._line.start()

    def clear(self) -> None:
        """Show nothing any more: the product is printed, perhaps on the same terminal."""
        self._timer.cancel()
        with self._lock:
            self._shows = False
            if self._line:
                self._line.stop()
                self._line = None

    def tell(self, failures: Iterable[Failure], notes: Iterable[Failure] = ()) -> None:
        """Say the failures that were not said yet. notes: are said even with `quiet`."""
        for note in notes:
            output.say(f"{note.subject}: {note.error}")
        for failure in () if self._quiet else failures:
            if not self._is_said(failure.subject, failure.error):
                output.say(f"{failure.subject}: {failure.error}")

    def _is_said(self, subject: str, reason: str) -> bool:
        """Whether a failure was said as it happened, perhaps in fewer words than are known by now."""
        return any(name == subject and why in reason for name, why in self._said)

    def text(self) -> str:
        """The line as it is now."""
        if not self._total:
            return f"{self._stage} …"
        left = max(self._total - len(self._done), 0)
        now = terminal(", ".join(self._reading), unicode=output.speaks_unicode(sys.stderr))
        return f"{self._stage} {self._total} sources, {left} left: {now}"

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Line
        from rich.progress import SpinnerColumn, TextColumn
        from rich.table import Column

        with self._lock:
            if not self._shows:
                return
            # As text, not markup: a file may be called "[red]". One line, cut at the edge.
            column = TextColumn(
                "{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")
            )
            self._line = Line(SpinnerColumn("line"), column, console=Console(stderr=True), transient=True)
            self._task = self._line.add_task(self.text(), total=None)
            self._line.start()

    def _update(self) -> None:
        if self._line:
            self._line.update(self._task, description=self.text())


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
