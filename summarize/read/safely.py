"""Bytes from outside, parsed where they can do no harm: in a process of its own, within limits.

Parsers of pages, feeds and documents take minutes or gigabytes for some small files, in C code that
nothing inside the process can stop; some crash. Here that costs one source and a line that says so.
One process serves many sources; where it dies the next source gets a fresh one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.errors import ReadError
from summarize.model import Failure
from summarize.read import formats
from summarize.read.links import Found

if TYPE_CHECKING:
    from summarize.read.process import Process

MIB = 1 << 20
LARGEST_TRUSTED = MIB  # bytes of a text file of the user's own that is read without the process


@dataclass(frozen=True)
class Limits:
    """What parsing one source may take: a base, and more for each MiB that it has.

    memory in MiB of address space, cpu and wall in seconds. Many times what ordinary sources take
    (docs/decisions/0016); chosen by eye.
    """

    memory: float = 1024
    memory_per_mib: float = 16
    cpu: float = 20
    cpu_per_mib: float = 2
    wall: float = 60
    wall_per_mib: float = 4

    def of(self, size: int) -> tuple[int, int, float]:
        """Memory in bytes, processor seconds and wall-clock seconds for a source of so many bytes."""
        mib = size / MIB
        memory = self.memory + self.memory_per_mib * mib
        return (
            int(memory * MIB),
            max(1, round(self.cpu + self.cpu_per_mib * mib)),
            self.wall + self.wall_per_mib * mib,
        )


class Parser:
    """Parses one source after the other; a context manager, since it owns a process. Not for two threads.

    The process starts with the first source that needs it, and is kept for the next `Parser`.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: Process | None = None

    def __enter__(self) -> Parser:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process:
            self._process.keep()
            self._process = None

    def read(
        self,
        raw: bytes,
        uri: str,
        *,
        suffix: str = "",
        content_type: str = "",
        base: str = "",
        own: bool = False,
    ) -> list[Found]:
        """The documents in one source's bytes, as `formats.read` has them. Never raises for what they hold.

        own: the user's own file. Text of at most 1 MiB is then read right here: our reader of text is
        linear, and starting a process costs more than a folder of notes.
        """
        if own and len(raw) <= LARGEST_TRUSTED and formats.is_text(raw, suffix, content_type):
            return _here(raw, uri, suffix, content_type)
        if self._process is None:
            from summarize.read import process  # late: nobody who reads text pays for it

            try:
                self._process = process.kept() or process.Process()
            except OSError as error:
                return [Failure(uri, f"no process to read it in: {error.strerror or error}")]
        try:
            request = {"uri": uri, "suffix": suffix, "content_type": content_type, "base": base}
            return self._process.read(raw, request, *self.limits.of(len(raw)))
        finally:
            if not self._process.is_usable:
                self._process.close()
                self._process = None


def _here(raw: bytes, uri: str, suffix: str, content_type: str) -> list[Found]:
    try:
        return list(formats.read(raw, uri, suffix=suffix, content_type=content_type))
    except ReadError as error:
        return [Failure(error.subject, error.reason)]
