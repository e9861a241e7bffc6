"""Picks to a digest: sources are numbered, and every citation gets the characters it stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from summarize.cite import calendar, fragments, surroundings
from summarize.cite.citations import Support, independent
from summarize.cite.differences import Dispute
from summarize.model import (
    Citation,
    CitationKind,
    Difference,
    Expansion,
    Failure,
    Line,
    Pick,
    Ranking,
    SentenceTable,
    Source,
    Span,
    sha256,
)
from summarize.options import Options
from summarize.rank import acronyms, surnames
from summarize.rank.material import Material
from summarize.render import sinks
from summarize.render.display import tidy
from summarize.text import paragraphs

Numbered = Mapping[int, Source]
"""From a document's place in the table to its source."""


def number(material: Material, rows: Sequence[int]) -> dict[int, Source]:
    """Every document of the bundle as a source, by its place in the table, in order of number.

    rows: all cited rows in the order of their marks. Sources are numbered by first use; the unused
    follow in the order of the documents, so that the reader sees what was read in vain.
    """
    table = material.table
    used = [int(table.document[row]) for row in rows]
    sentences = Counter(np.repeat(table.document, table.sentences).tolist())
    origins: dict[int, int] = {}
    found: dict[int, Source] = {}
    for place in dict.fromkeys([*used, *range(len(table.documents))]):
        document = table.documents[place]
        found[place] = Source(
            number=len(found) + 1,
            id=document.id,
            uri=document.uri,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            language=document.language,
            sha256=sha256(document.text),
            characters=len(document.text),
            sentences=sentences[place],
            origin=origins.setdefault(int(material.origins[place]), len(origins) + 1),
            author=document.author,
            url=sinks.link(document.url) if document.url else None,
        )
    return found


def lines(
    picks: Sequence[Pick],
    supports: Sequence[Sequence[Support]],
    contexts: Sequence[Sequence[int]],
    spelt: Sequence[Sequence[acronyms.Expansion]],
    ranking: Ranking,
    material: Material,
    numbered: Numbered,
) -> tuple[Line, ...]:
    """One line for each pick, in the order given: its own source first, the others by number.

    contexts, spelt: for each, the rows that say whom it opens with, and what it abbreviates.
    """
    table = material.table
    found = []
    for pick, (own, *others), context, short in zip(picks, supports, contexts, spelt, strict=True):
        others.sort(key=lambda support: numbered[int(table.document[support.row])].number)
        document = table.documents[table.document[pick.row]]
        text = tidy(table.text(pick.row))
        found.append(
            Line(
                text=text,
                salience=float(ranking.salience[pick.row]),
                citations=tuple(citation(table, numbered, support) for support in (own, *others)),
                origins=independent([own, *others], table, material.origins),
                dates=calendar.place(text, document.published, document.language),
                context=passage(table, numbered, context) if context else None,
                expansions=tuple(_expansions(text, short, table, numbered)),
            )
        )
    return tuple(found)


def differences(
    disputes: Sequence[Dispute], table: SentenceTable, numbered: Numbered
) -> tuple[Difference, ...]:
    """Each dispute with a citation for each of its values."""
    return tuple(
        Difference(
            dispute.kind,
            dispute.values,
            tuple(citation(table, numbered, Support(row, "primary", 1.0)) for row in dispute.rows),
        )
        for dispute in disputes
    )


def passage(table: SentenceTable, numbered: Numbered, rows: Sequence[int]) -> Citation:
    """The stretch of one document from the first of some rows to the last."""
    span = Span(table.span(rows[0]).start, table.span(rows[-1]).end)
    return _quote(table, numbered, int(table.document[rows[0]]), span)


def _expansions(
    text: str, found: Sequence[acronyms.Expansion], table: SentenceTable, numbered: Numbered
) -> Iterator[Expansion]:
    places = acronyms.used(text) | surnames.alone(text) if found else {}
    shown = [each for each in found if each.short in places]
    for each in sorted(shown, key=lambda each: places[each.short].start):
        citation = _quote(table, numbered, int(table.document[each.row]), each.span)
        yield Expansion(places[each.short], citation)


def _quote(table: SentenceTable, numbered: Numbered, place: int, span: Span) -> Citation:
    """A stretch of a document, word for word."""
    source, text = numbered[place], table.documents[place].text
    return Citation(source, span, span.of(text), link=fragments.link(source.url, text, span))


def citation(table: SentenceTable, numbered: Numbered, support: Support) -> Citation:
    """A row as it is cited."""
    kind: CitationKind = support.kind
    place = int(table.document[support.row])
    source, span, text = numbered[place], table.span(support.row), table.documents[place].text
    link = fragments.link(source.url, text, span)
    around = surroundings.around(text, span, paragraphs.blocks(text))
    return Citation(source, span, span.of(text), kind, support.similarity, link, *around)


def unquotable(table: SentenceTable) -> list[Failure]:
    """Documents that were read and hold nothing that may be quoted, each with its reason."""
    quotable = set(table.document[table.eligible].tolist())
    reason = "read, but holds no sentence that may be quoted"
    return [
        Failure(document.uri, reason)
        for place, document in enumerate(table.documents)
        if place not in quotable
    ]


def unmet(material: Material, picks: Sequence[Pick], options: Options) -> tuple[Failure, ...]:
    """What of the options came to nothing, which the digest itself would not show."""
    return (*_unanswered(material, options.query), *_too_short(material, picks, options))


def _unanswered(material: Material, query: str | None) -> tuple[Failure, ...]:
    """A note if no sentence has a word of the query."""
    asked = frozenset(material.query)
    if not query or any(not asked.isdisjoint(held) for held in material.terms):
        return ()
    return (Failure("query", f"no sentence has a word of “{query}”; ask in the sources' own words"),)


def _too_short(material: Material, picks: Sequence[Pick], options: Options) -> tuple[Failure, ...]:
    """A note if lines are shorter than was asked for (`rank.candidates.choose`); the default asks nothing."""
    least = options.min_words
    if least == Options().min_words or all(material.words[pick.row] >= least for pick in picks):
        return ()
    reason = (
        f"fewer than three sentences have {least} to {options.max_words} words, so shorter ones are told, too"
    )
    return (Failure("min_words", f"{reason}; ask for fewer"),)
