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
) -> tuple[list[Document], list[Failure]]:
    """The sources of a digest, read again, and those that cannot be.

    sources: where to read; without any, what the digest was made from. Documents that the digest does not
    list are left out. distinct: keep a document found under several names once, as when the digest was made.
    """
    from summarize import read
    from summarize.cli.progress import Progress
    from summarize.model import Document, sha256

    listed = {key for source in made.sources for key in (source.uri, source.id, source.sha256)}
    names = sources or _inputs(made)
    with contextlib.chdir(base), Progress(failures=False) as progress:
        found = list(read.sources(names, allow_private=allow_private, watch=progress))
    if distinct:
        found = read.distinct(found, named=names)
    read_again = [each for each in found if isinstance(each, Document)]
    failed = [each for each in found if not isinstance(each, Document)]
    return [
        each for each in read_again if not listed.isdisjoint((each.uri, each.id, sha256(each.text)))
    ], failed


def _inputs(made: Digest) -> list[str]:
    """The names a digest was made from, else where its sources say they are."""
    named = made.manifest.get("inputs")
    if isinstance(named, list) and named and all(isinstance(name, str) and name != "-" for name in named):
        return named
    from summarize.read import parts

    return sorted({parts.container(source.uri) or source.uri for source in made.sources})


def _stdin() -> bytes:
    return sys.stdin.buffer.read() if sys.stdin else b""
