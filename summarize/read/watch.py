"""Watching the reading: what those are told who want to show how far it is."""

from __future__ import annotations


class Watch:
    """Does nothing; subclass it to see. Methods are called from any thread, and must not raise.

    An address is begun and ended twice, fetched and read, and the two may overlap.
    """

    def stage(self, name: str) -> None:
        """What is done now: "reading", then what comes after it."""

    def expect(self, total: int) -> None:
        """How many sources there are to read, all in all; said again when a source has named more."""

    def begin(self, subject: str) -> None:
        """A source is being read, or fetched."""

    def end(self, subject: str) -> None:
        """It is no longer."""

    def fail(self, subject: str, reason: str) -> None:
        """A source could not be read; may be said twice."""
