"""A digest as JSON, schema summarize.digest/1, and back.

The key names are a promise. ASCII only, keys in one order, no clock: the same digest is the same bytes.
Beside the keys of the design stand those that make the way back complete: `bundle`, `link` of a
citation, and `id`, `url` and `author` of a source.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from math import isfinite
from typing import Any, TypeVar, get_args

from summarize.errors import SummarizeError
from summarize.model import (
    Citation,
    CitationKind,
    DatedPhrase,
    Difference,
    DifferenceKind,
    Digest,
    Failure,
    Line,
    Source,
    Span,
    without_surrogates,
)

SCHEMA = "summarize.digest/1"
_T = TypeVar("_T")


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
        "skipped": [{"uri": failure.subject, "reason": failure.error} for failure in digest.skipped],
        "manifest": dict(digest.manifest),
    }


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
        advice = "give a file written by `summarize digest -f json`"
        raise SummarizeError(subject, f"not a {SCHEMA} document: {reason}; {advice}") from error


class Record:
    """A JSON object that knows its place, so that what is wrong in it can be named."""

    def __init__(self, value: Any, place: str) -> None:
        if not isinstance(value, dict):
            raise ValueError(f"{place or 'the whole'} is not an object")
        self.value, self.place = value, place

    def path(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def get(self, key: str, kind: type[_T]) -> _T:
        """The value at a key that must be there and be of a kind; a bool is no number."""
        if key not in self.value:
            raise ValueError(f"{self.path(key)} is missing")
        value = self.value[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise ValueError(f"{self.path(key)} is not {_NAMES[kind]}")
        return value

    def text(self, key: str) -> str:
        return without_surrogates(self.get(key, str))

    def text_or_none(self, key: str) -> str | None:
        return None if self.value.get(key) is None else self.text(key)

    def count(self, key: str) -> int:
        value = self.get(key, int)
        if value < 0:
            raise ValueError(f"{self.path(key)} is negative")
        return value

    def number(self, key: str) -> float:
        whole = type(self.value.get(key)) is int  # JSON writes 1.0 as 1 in many hands; a bool is no number
        value = float(self.get(key, int) if whole else self.get(key, float))
        if not isfinite(value):
            raise ValueError(f"{self.path(key)} is not finite")
        return value

    def one_of(self, key: str, choices: Sequence[_T]) -> _T:
        for choice in choices:
            if choice == self.get(key, str):
                return choice
        raise ValueError(f"{self.path(key)} is none of {', '.join(map(str, choices))}")

    def record(self, key: str) -> Record:
        return Record(self.value.get(key), self.path(key))

    def each(self, key: str, make: Callable[[Record], _T]) -> tuple[_T, ...]:
        values = self.get(key, list)
        return tuple(make(Record(value, f"{self.path(key)}[{at}]")) for at, value in enumerate(values))

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.get(key, list)
        if not all(isinstance(value, str) for value in values):
            raise ValueError(f"{self.path(key)} holds something that is not a text")
        return tuple(map(without_surrogates, values))


_NAMES: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


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
        return Line(text, salience, citations, origins, _dates(entry, len(text)), context)

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
        skipped=record.each("skipped", lambda entry: Failure(entry.text("uri"), entry.text("reason"))),
        manifest=record.get("manifest", dict),
    )


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
    )


def _dates(line: Record, length: int) -> tuple[DatedPhrase, ...]:
    """A line's dated phrases; digests written before there were any have none."""

    def phrase(entry: Record) -> DatedPhrase:
        start, end, day = entry.count("start"), entry.count("end"), entry.text("date")
        if not start <= end <= length:
            raise ValueError(f"{entry.path('end')} lies outside the line's text")
        try:
            return DatedPhrase(Span(start, end), date.fromisoformat(day))
        except ValueError as error:
            raise ValueError(f"{entry.path('date')} is not a date") from error

    return line.each("dates", phrase) if "dates" in line.value else ()


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
    text = entry.text_or_none("published")
    try:
        published = datetime.fromisoformat(text) if text is not None else None
    except ValueError as error:
        raise ValueError(f"{entry.path('published')} is not a date") from error
    if published is not None and published.tzinfo is None:
        raise ValueError(f"{entry.path('published')} has no time zone")
    return published
