"""A digest kept as JSON, and the sources it was made from as they are today."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import asking
from summarize.cli.sources import allow_private
from summarize.errors import ReadError

if TYPE_CHECKING:
    from summarize.model import Digest, Document, Failure


# What `verify` and `explain` take: the digest, and where its sources are.
arguments = asking.together(
    click.argument("name", metavar="DIGEST.json"),
    click.argument("sources", metavar="[SOURCE...]", nargs=-1),
    click.option(
        "--base",
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False),
        default=".",
        show_default="the current folder",
        help="Folder that relative paths of sources start from.",
    ),
    allow_private,
)


def digest(name: str) -> Digest:
    """The digest in a JSON file; "-" is standard input. Raises SummarizeError."""
    from summarize.render import json

    try:
        content = _stdin() if name == "-" else Path(name).read_bytes()
    except OSError as cause:
        raise ReadError(name, cause.strerror or str(cause)) from cause
    return json.loads(content.decode("utf-8-sig", "replace"), subject=name)


def documents(
    made: Digest,
    sources: Sequence[str] = (),
    *,
    base: str = ".",
    allow_private: bool = False,
    distinct: bool = False,
) -> tuple[tuple[Document, ...], tuple[Failure, ...]]:
    """What `rereading.reread` gives, read from a folder and with progress shown."""
    from summarize import rereading
    from summarize.cli.progress import Progress

    with contextlib.chdir(base), Progress(failures=False) as progress:
        return rereading.reread(made, sources, distinct=distinct, allow_private=allow_private, watch=progress)


def _stdin() -> bytes:
    return sys.stdin.buffer.read() if sys.stdin else b""
