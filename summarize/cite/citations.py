"""Who else says it: for each picked sentence its own source, word-for-word copies, and corroboration.

Only sentences the graph already joins are looked at, so the cost is the picks' neighbours, not all
pairs. Each other source is cited at most once, by the sentence that does best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.cite import relation
from summarize.cite.coverage import Weight
from summarize.cite.relation import NEAREST_SUPPORT
from summarize.cite.statement import Statements, folded
from summarize.model import CitationKind, SentenceGraph, SentenceTable

Copies = Mapping[str, Sequence[int]]
"""From what sentences print, `folded`, to the rows that print it."""

_PREFERENCE = {"same-text": 0, "corroborates": 1}


@dataclass(frozen=True, slots=True)
class Support:
    """A row that says what a pick says, and how: what becomes a Citation once sources have numbers."""

    row: int
    kind: CitationKind
    similarity: float


def attach(
    rows: Sequence[int],
    graph: SentenceGraph,
    table: SentenceTable,
    statements: Statements,
    *,
    copies: Copies,
    weight: Weight | None = None,
) -> tuple[tuple[Support, ...], ...]:
    """For each picked row its supports: itself first, then one row of each other document, in order.

    statements: from a row to its Statement. copies: see `copies_in`. Only eligible rows are cited.
    """
    return tuple(
        (Support(row, "primary", 1.0), *_others(row, copies, graph, table, statements, weight))
        for row in rows
    )


def copies_in(table: SentenceTable) -> Copies:
    """The eligible rows by what they print, in order.

    The graph may have pruned copies where they are many, so all rows are looked at; once for a bundle,
    since it is asked for a few rows at a time.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for row, (text, eligible) in enumerate(zip(table.texts(), table.eligible.tolist(), strict=True)):
        if eligible and (key := folded(text)):
            found[key].append(row)
    return dict(found)


def independent(supports: Sequence[Support], table: SentenceTable, origins: NDArray[np.int32]) -> int:
    """How many voices stand behind a line. origins: (documents,), reprints share a number.

    Documents of one origin are one voice, and so are those of one outlet, and those that print the sentence
    word for word: an agency's sentence in articles that otherwise differ.
    """
    voices: list[set[int | str]] = []
    for support in supports:
        at = table.document[support.row]
        own: set[int | str] = {int(origins[at]), folded(table.text(support.row))}
        if publisher := table.documents[at].publisher:
            own.add("published by " + publisher.casefold())
        joined = [voice for voice in voices if not voice.isdisjoint(own)]
        voices = [voice for voice in voices if voice not in joined]
        voices.append(own.union(*joined))
    return len(voices)


def neighbours(row: int, graph: SentenceGraph, least: float) -> list[tuple[int, float]]:
    """The rows joined to one at least so closely, with their similarity, in row order."""
    matrix = graph.similarity
    at = slice(matrix.indptr[row], matrix.indptr[row + 1])
    near = matrix.data[at] >= least
    return sorted(zip(matrix.indices[at][near].tolist(), matrix.data[at][near].tolist(), strict=True))


def _others(
    row: int,
    copies: Copies,
    graph: SentenceGraph,
    table: SentenceTable,
    statements: Statements,
    weight: Weight | None,
) -> list[Support]:
    found: dict[int, list[Support]] = defaultdict(list)
    own, copied = int(table.document[row]), frozenset(copies.get(folded(table.text(row)), ())) - {row}
    for other in copied:
        found[int(table.document[other])].append(Support(other, "same-text", 1.0))
    for other, similarity in neighbours(row, graph, NEAREST_SUPPORT):
        if not table.eligible[other] or other in copied:
            continue
        kind = relation.support(statements(row), statements(other), similarity, weight=weight)
        if kind:
            found[int(table.document[other])].append(Support(other, kind, min(similarity, 1.0)))
    found.pop(own, None)
    return [min(supports, key=_preference) for _, supports in sorted(found.items())]


def _preference(support: Support) -> tuple[int, float, int]:
    return _PREFERENCE[support.kind], -support.similarity, support.row
