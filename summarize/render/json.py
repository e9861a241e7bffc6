"""A digest as JSON, schema summarize.digest/1, and back.

The key names are a promise. ASCII only, keys in one order, no clock: the same digest is the same bytes.
Some keys are there so that nothing is lost on the way back: `bundle`, `link`, `before` and `after` of a
citation, and `id`, `url` and `author` of a source.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, get_args

from summarize.errors import SummarizeError
from summarize.model import (
    Citation,
    CitationKind,
    DatedPhrase,
    Difference,
    DifferenceKind,
    Digest,
    Expansion,
    Failure,
    Line,
    Source,
    Span,
)
from summarize.render.records import Record

SCHEMA = "summarize.digest/1"


def render(digest: Digest) -> str:
    """The digest as JSON text, indented by two, with a final newline."""
    return json.dumps(record(digest), indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def record(digest: Digest) -> dict[str, Any]:
    """The digest as plain dicts and lists, for those who put it into a larger document."""
    return {
        "schema": SCHEMA,
        "bundle": digest.bundle,
        "title": digest.title,
        "language": digest.language,
        "lines": [_line(number, line) for number, line in enumerate(digest.lines, start=1)],
        "differences": [_difference(difference) for difference in digest.differences],
        "sources": [_source(source) for source in digest.sources],
        "skipped": [skipped(failure) for failure in digest.skipped],
        "notes": [{"subject": note.subject, "reason": note.error} for note in digest.notes],
        "manifest": dict(digest.manifest),
    }


def skipped(failure: Failure) -> dict[str, Any]:
    """What was not read, as a plain dict."""
    return {"uri": failure.subject, "reason": failure.error, "passed_over": failure.passed_over}


def _line(number: int, line: Line) -> dict[str, Any]:
    return {
        "number": number,
        "text": line.text,
        "salience": line.salience,
        "origins": line.origins,
        "citations": [citation(each) for each in line.citations],
        "dates": [
            {"start": phrase.span.start, "end": phrase.span.end, "date": phrase.day.isoformat()}
            for phrase in line.dates
        ],
        "context": citation(line.context) if line.context else None,
        "expansions": [
            {"start": each.span.start, "end": each.span.end, "citation": citation(each.citation)}
            for each in line.expansions
        ],
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind,
        "values": list(difference.values),
        "citations": [citation(each) for each in difference.citations],
    }


def citation(cited: Citation) -> dict[str, Any]:
    """A citation as a plain dict; its source by number."""
    return {
        "source": cited.source.number,
        "start": cited.span.start,
        "end": cited.span.end,
        "quote": cited.quote,
        "kind": cited.kind,
        "similarity": cited.similarity,
        "link": cited.link,
        "before": cited.before,
        "after": cited.after,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "number": source.number,
        "id": source.id,
        "uri": source.uri,
        "url": source.url,
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "published": source.published.isoformat() if source.published else None,
        "language": source.language,
        "sha256": source.sha256,
        "characters": source.characters,
        "sentences": source.sentences,
        "origin": source.origin,
    }


def loads(text: str, *, subject: str = "digest") -> Digest:
    """The digest that was rendered: `loads(render(digest)) == digest`.

    subject: what the text is called in an error, a path for instance. Raises SummarizeError, naming the
    key, where the text is not a summarize.digest/1 document. Unknown keys are passed over.
    """
    try:
        return read(Record(json.loads(text), ""))
    except (ValueError, OverflowError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        if "int_max_str_digits" in reason:  # what Python tells programmers
            reason = "a number is too long to be one"
        advice = "give a file written by `summarize digest -f json`"
        raise SummarizeError(subject, f"not a {SCHEMA} document: {reason}; {advice}") from error


def read(record: Record) -> Digest:
    """The digest in an object that is summarize.digest/1. Raises ValueError naming the key."""
    if record.value.get("schema") != SCHEMA:
        raise ValueError("schema is missing" if "schema" not in record.value else "schema is another")
    sources = record.each("sources", _read_source)
    by_number = {source.number: source for source in sources}

    def citation(entry: Record) -> Citation:
        return read_citation(entry, by_number)

    def line(entry: Record) -> Line:
        citations = entry.each("citations", citation)
        if not citations or citations[0].kind != "primary":
            raise ValueError(f"{entry.path('citations')} does not begin with its own source")
        text, salience, origins = entry.text("text"), entry.number("salience"), entry.count("origins")
        context = None if entry.value.get("context") is None else citation(entry.record("context"))
        dates, spelt = _dates(entry, len(text)), _expansions(entry, len(text), citation)
        return Line(text, salience, citations, origins, dates, context, spelt)

    def difference(entry: Record) -> Difference:
        kind = entry.one_of("kind", get_args(DifferenceKind))
        return Difference(kind, entry.texts("values"), entry.each("citations", citation))

    return Digest(
        bundle=record.text("bundle"),
        title=record.text_or_none("title"),
        language=record.text_or_none("language"),
        lines=record.each("lines", line),
        sources=sources,
        differences=record.each("differences", difference),
        skipped=record.each("skipped", _read_skipped),
        notes=record.each("notes", lambda entry: Failure(entry.text("subject"), entry.text("reason")))
        if "notes" in record.value
        else (),
        manifest=_read_manifest(record),
    )


def _read_skipped(entry: Record) -> Failure:
    """The first versions of digests have no `passed_over`."""
    return Failure(entry.text("uri"), entry.text("reason"), entry.value.get("passed_over") is True)


def read_citation(entry: Record, by_number: Mapping[int, Source]) -> Citation:
    """A citation that `citation` recorded. by_number: the sources it may name."""
    number = entry.count("source")
    if number not in by_number:
        raise ValueError(f"{entry.path('source')} is not the number of a source")
    start, end = entry.count("start"), entry.count("end")
    if end < start:
        raise ValueError(f"{entry.path('end')} lies before its start")
    kind = entry.one_of("kind", get_args(CitationKind))
    return Citation(
        by_number[number],
        Span(start, end),
        entry.text("quote"),
        kind,
        entry.number("similarity"),
        entry.text_or_none("link"),
        entry.text_or_none("before") or "",
        entry.text_or_none("after") or "",
    )


def _dates(line: Record, length: int) -> tuple[DatedPhrase, ...]:
    """A line's dated phrases; digests written before there were any have none."""

    def phrase(entry: Record) -> DatedPhrase:
        return DatedPhrase(_span(entry, length), entry.day("date"))

    return line.each("dates", phrase) if "dates" in line.value else ()


def _expansions(line: Record, length: int, citation: Callable[[Record], Citation]) -> tuple[Expansion, ...]:
    """What a line's abbreviations stand for; digests written before there were any have none."""

    def expansion(entry: Record) -> Expansion:
        return Expansion(_span(entry, length), citation(entry.record("citation")))

    return line.each("expansions", expansion) if "expansions" in line.value else ()


def _span(entry: Record, length: int) -> Span:
    """A span of a line's text."""
    start, end = entry.count("start"), entry.count("end")
    if not start <= end <= length:
        raise ValueError(f"{entry.path('end')} lies outside the line's text")
    return Span(start, end)


def _read_manifest(record: Record) -> dict[str, Any]:
    manifest = record.get("manifest", dict)
    try:
        json.dumps(manifest, allow_nan=False)  # Python reads NaN, and no other reader would
    except ValueError:
        raise ValueError("manifest holds a number that is not finite") from None
    return dict(manifest)


def _read_source(entry: Record) -> Source:
    return Source(
        number=entry.count("number"),
        id=entry.text("id"),
        uri=entry.text("uri"),
        title=entry.text_or_none("title"),
        publisher=entry.text_or_none("publisher"),
        published=_published(entry),
        language=entry.text_or_none("language"),
        sha256=entry.text("sha256"),
        characters=entry.count("characters"),
        sentences=entry.count("sentences"),
        origin=entry.count("origin"),
        author=entry.text_or_none("author"),
        url=entry.text_or_none("url"),
    )


def _published(entry: Record) -> datetime | None:
    published = entry.moment_or_none("published")
    if published is not None and published.tzinfo is None:
        raise ValueError(f"{entry.path('published')} has no time zone")
    return published
