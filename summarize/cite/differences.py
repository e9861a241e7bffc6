"""Where sources say nearly the same and disagree: what a reader wants to know before a digest is believed.

Looked for between a picked line and the sentences the graph joins it to, and, because claims of rank
share few words, between picked claims to be first and all others in the bundle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.cite.citations import neighbours
from summarize.cite.relation import disagreements
from summarize.cite.statement import Statements
from summarize.model import DifferenceKind, SentenceGraph, SentenceTable


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disagreement: `values[i]`, as printed, is what `rows[i]` says. What becomes a Difference."""

    kind: DifferenceKind
    values: tuple[str, ...]
    rows: tuple[int, ...]


def find(
    rows: Sequence[int], graph: SentenceGraph, table: SentenceTable, statements: Statements
) -> tuple[Dispute, ...]:
    """The disagreements that touch the picked rows, in their order; a document says each value once."""
    disputes: dict[tuple[int, DifferenceKind, int], list[tuple[int, str]]] = {}
    for row in rows:
        for other, similarity in _candidates(row, graph, table, statements):
            for kind, x, y in disagreements(statements(row), statements(other), similarity):
                said = disputes.setdefault((row, kind, x[0]), [(row, statements(row).text[slice(*x)])])
                said.append((other, statements(other).text[slice(*y)]))
    return tuple(_dispute(kind, said, table) for (_, kind, _), said in disputes.items())


def _candidates(
    row: int, graph: SentenceGraph, table: SentenceTable, statements: Statements
) -> Iterator[tuple[int, float]]:
    near = dict(neighbours(row, graph))
    own = table.document[row]
    ranked = statements(row).rank is not None
    for other in range(len(table)):
        if table.document[other] != own and table.eligible[other] and (other in near or ranked):
            yield other, near.get(other, 0.0)


def _dispute(kind: DifferenceKind, said: list[tuple[int, str]], table: SentenceTable) -> Dispute:
    seen: set[tuple[int, str]] = set()
    kept = []
    for row, value in said:
        mark = (int(table.document[row]), value.casefold())
        if mark not in seen:
            seen.add(mark)
            kept.append((row, value))
    return Dispute(kind, tuple(value for _, value in kept), tuple(row for row, _ in kept))
