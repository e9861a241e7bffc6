"""A digest kept as JSON, and the sources it was made from as they are today."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import ReadError

if TYPE_CHECKING:
    from summarize.model import Digest, Document, Failure


def digest(name: str) -> Digest:
    """The digest in a JSON file; "-" is standard input. Raises SummarizeError."""
    from summarize.render import json

    try:
        content = _stdin() if name == "-" else Path(name).read_bytes()
    except OSError as cause:
        raise ReadError(name, cause.strerror or str(cause)) from cause
    return json.loads(content.decode("utf-8-sig", "replace"), subject=name)


def sources(made: Digest) -> tuple[list[Document], list[Failure]]:
    """The sources of a digest, read again where they say they are, and those that cannot be."""
    from summarize import read
    from summarize.model import Document

    found = list(read.sources([source.uri for source in made.sources]))
    documents = [each for each in found if isinstance(each, Document)]
    return documents, [each for each in found if not isinstance(each, Document)]


def _stdin() -> bytes:
    return sys.stdin.buffer.read() if sys.stdin else b""
