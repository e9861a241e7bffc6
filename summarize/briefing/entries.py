"""A draft and its lines as an entry of the paper: what has changed, who says so, where the outlets differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from summarize import assembly, pipeline
from summarize.briefing.coverage import key
from summarize.briefing.drafts import Draft
from summarize.cite.citations import Support
from summarize.model import Citation, Difference, Digest, Line, Span
from summarize.novelty import Update
from summarize.paper import Change, Entry

_ONE_DAY = timedelta(hours=24)


def entry(draft: Draft, digest: Digest | None = None) -> Entry:
    """A draft as it stands in the paper. digest: of its lines, if any of it is printed."""
    digest = digest or _silent(draft)
    table, thread = draft.material.table, draft.thread
    by_text = {key(source): source for source in digest.sources}
    numbered = {place: by_text[key(document)] for place, document in enumerate(table.documents)}
    printed = {(line.citations[0].source, line.citations[0].span) for line in digest.lines}

    def cited(row: int) -> Citation:
        return assembly.citation(table, numbered, Support(row, "primary", 1.0))

    def says(update: Update) -> Citation:
        """Who says a new value: a line of the entry, if one does."""
        same = [update, *(each for each in draft.news.updates if each.after == update.after)]
        found = [cited(each.row) for each in same]
        return next((each for each in found if (each.source, each.span) in printed), found[0])

    changes = [
        Change(update.kind, update.before, update.after, told.day, says(update))
        for update, told in draft.updates
    ]
    correction = assembly.passage(table, numbered, draft.correction) if draft.correction else None
    return Entry(
        draft.status,
        replace(
            digest,
            lines=_below(correction, digest.lines),
            differences=tuple(each for each in digest.differences if _is_dispute(each, draft)),
        ),
        since=thread.since if thread else None,
        changes=_together(changes),
        known_as=thread.label if thread and thread.label != digest.title else None,
        outlets=draft.story.outlets,
        watch=draft.story.watch,
        correction=correction,
    )


def _together(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes in their order, but those of one sentence together: it is quoted once for all of them."""
    by_sentence: dict[tuple[int, Span], list[Change]] = {}
    for each in changes:
        by_sentence.setdefault((each.citation.source.number, each.citation.span), []).append(each)
    return tuple(each for mine in by_sentence.values() for each in mine)


def _below(correction: Citation | None, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, the first without a context that a correction right above it ends with."""
    if not correction or not lines or not (context := lines[0].context):
        return tuple(lines)
    same = (context.source, context.span.end) == (correction.source, correction.span.end)
    return (replace(lines[0], context=None if same else context), *lines[1:])


def _is_dispute(difference: Difference, draft: Draft) -> bool:
    """Whether it is one between outlets of one day: what they have over two days is news, not a dispute,
    what an older report still holds is none, and what is taken back neither."""
    table = draft.material.table
    over = draft.overtaken.union(draft.correction)
    old = {(key(table.documents[table.document[row]]), table.span(row)) for row in over}
    if any((key(each.source), each.span) in old for each in difference.citations):
        return False
    outlets = [each.source.publisher or each.source.uri for each in difference.citations]
    dates = [each.source.published for each in difference.citations if each.source.published]
    return len(set(outlets)) == len(outlets) and (not dates or max(dates) - min(dates) < _ONE_DAY)


def _silent(draft: Draft) -> Digest:
    """The digest of a story of which nothing is printed: its sources, numbered."""
    documents = draft.material.table.documents
    changed = [update.row for update, _ in draft.updates]
    return Digest(
        bundle=draft.story.bundle.id,
        title=draft.label or None,
        language=pipeline.main_language(documents),
        lines=(),
        sources=tuple(assembly.number(draft.material, [*draft.correction, *changed]).values()),
    )
