"""A briefing as JSON, schema summarize.briefing/1, and back.

The key names are a promise. ASCII only, keys in one order: the same paper is the same bytes. Each story
holds its digest as summarize.digest/1 has it; source numbers run over the whole paper.
"""

from __future__ import annotations

import json as standard
from collections.abc import Mapping
from typing import Any, get_args

from summarize.errors import SummarizeError
from summarize.model import DifferenceKind, Source
from summarize.paper import Briefing, Change, Entry, Part, Status, Unread
from summarize.render import json
from summarize.render.records import Record

SCHEMA = "summarize.briefing/1"


def render(paper: Briefing) -> str:
    """The briefing as JSON text, indented by two, with a final newline."""
    return standard.dumps(record(paper), indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def record(paper: Briefing) -> dict[str, Any]:
    """The briefing as plain dicts and lists."""
    return {
        "schema": SCHEMA,
        "title": paper.title,
        "day": paper.day.isoformat(),
        "since": paper.since.isoformat() if paper.since else None,
        "until": paper.until.isoformat(),
        "parts": [
            {"name": part.name, "stories": [_entry(entry) for entry in part.entries]} for part in paper.parts
        ],
        "quiet": list(paper.quiet),
        "untold": list(paper.untold),
        "unread": [_unread(each) for each in paper.unread],
        "counts": {
            "documents": paper.documents,
            "told": paper.told,
            "outdated": paper.outdated,
            "left_out": paper.left_out,
            "passed_over": paper.passed_over,
            "sources": paper.sources,
        },
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "status": entry.status,
        "since": entry.since.isoformat() if entry.since else None,
        "known_as": entry.known_as,
        "outlets": entry.outlets,
        "watch": list(entry.watch),
        "changes": [
            {
                "kind": each.kind,
                "before": each.before,
                "after": each.after,
                "told": each.told.isoformat(),
                "citation": json.citation(each.citation),
            }
            for each in entry.changes
        ],
        "correction": json.citation(entry.correction) if entry.correction else None,
        "counted": [source.number for source in entry.counted],
        "digest": json.record(entry.digest),
    }


def _unread(source: Unread) -> dict[str, Any]:
    return {
        "name": source.name,
        "place": source.place,
        "reason": source.reason,
        "failures": source.failures,
        "last_read": source.last_read.isoformat() if source.last_read else None,
        "partly": source.partly,
    }


def loads(text: str, *, subject: str = "briefing") -> Briefing:
    """The briefing that was rendered: `loads(render(paper)) == paper`.

    subject: what the text is called in an error. Raises SummarizeError, naming the key, where the text is
    not a summarize.briefing/1 document. Unknown keys are passed over.
    """
    try:
        return _briefing(Record(standard.loads(text), ""))
    except (ValueError, OverflowError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise SummarizeError(subject, f"not a {SCHEMA} document: {reason}") from error


def _briefing(found: Record) -> Briefing:
    if found.value.get("schema") != SCHEMA:
        raise ValueError(f"schema is not {SCHEMA}")
    counts = found.record("counts")
    until = found.moment_or_none("until")
    if until is None:
        raise ValueError("until is missing")
    return Briefing(
        title=found.text("title"),
        day=found.day("day"),
        since=found.moment_or_none("since"),
        until=until,
        parts=found.each("parts", lambda each: Part(each.text_or_none("name"), each.each("stories", _story))),
        quiet=found.texts("quiet"),
        unread=found.each("unread", _source),
        documents=counts.count("documents"),
        sources=counts.count("sources"),
        told=counts.count("told"),
        untold=found.texts("untold"),
        left_out=counts.count("left_out"),
        outdated=counts.count("outdated"),
        passed_over=counts.count("passed_over")
        if "passed_over" in counts.value
        else 0,  # older records have none
    )


def _story(entry: Record) -> Entry:
    digest = json.read(entry.record("digest"))
    by_number = {source.number: source for source in digest.sources}
    statuses: tuple[Status, ...] = get_args(Status)
    kinds: tuple[DifferenceKind, ...] = get_args(DifferenceKind)
    return Entry(
        status=entry.one_of("status", statuses),
        digest=digest,
        since=entry.day("since") if entry.value.get("since") is not None else None,
        changes=entry.each(
            "changes",
            lambda each: Change(
                each.one_of("kind", kinds),
                each.text("before"),
                each.text("after"),
                each.day("told"),
                json.read_citation(each.record("citation"), by_number),
            ),
        ),
        known_as=entry.text_or_none("known_as"),
        outlets=entry.count("outlets"),
        watch=entry.texts("watch"),
        # Papers made before there were corrections have no such key.
        correction=json.read_citation(entry.record("correction"), by_number)
        if entry.value.get("correction")
        else None,
        counted=_counted(entry, by_number) if "counted" in entry.value else (),  # as of corrections
    )


def _counted(entry: Record, by_number: Mapping[int, Source]) -> tuple[Source, ...]:
    numbers = entry.get("counted", list)
    if not all(type(each) is int and each in by_number for each in numbers):
        raise ValueError(f"{entry.path('counted')} holds something that is not the number of a source")
    return tuple(by_number[each] for each in numbers)


def _source(entry: Record) -> Unread:
    return Unread(
        entry.text("name"),
        entry.text("place"),
        entry.text("reason"),
        entry.count("failures"),
        entry.moment_or_none("last_read"),
        entry.value.get("partly") is True,  # older records have none
    )
