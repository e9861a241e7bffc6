"""The citations of a digest as a table for pandas (the extra `pandas`)."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from summarize.errors import SummarizeError
from summarize.model import Citation, Digest, Line

if TYPE_CHECKING:
    import pandas

COLUMNS = (
    "line", "text", "source", "quote", "start", "end", "kind", "similarity",
    "uri", "title", "publisher", "published",
)  # fmt: skip


def render(digest: Digest) -> pandas.DataFrame:
    """One row a citation, in the digest's order; strings as they are, `published` in UTC.

    Raises SummarizeError where pandas is not installed.
    """
    try:
        import pandas
    except ImportError as cause:
        raise SummarizeError("pandas", "not installed; pip install 'summarize-digest[pandas]'") from cause

    rows = [
        _row(number, line, citation)
        for number, line in enumerate(digest.lines, start=1)
        for citation in line.citations
    ]
    frame = pandas.DataFrame(rows, columns=list(COLUMNS))
    # Named, since a table without rows, or without a date, would have columns of anything.
    types = {"similarity": "float64", "published": "datetime64[us, UTC]"}
    types |= dict.fromkeys(("line", "source", "start", "end"), "int64")
    return frame.astype({name: types.get(name, "string") for name in COLUMNS})


def _row(number: int, line: Line, citation: Citation) -> tuple[Any, ...]:
    source, span = citation.source, citation.span
    published = source.published.astimezone(UTC) if source.published else None
    return (
        number, line.text, source.number, citation.quote, span.start, span.end, citation.kind,
        citation.similarity, source.uri, source.title, source.publisher, published,
    )  # fmt: skip
