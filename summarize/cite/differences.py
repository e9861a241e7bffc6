"""Where sources say nearly the same and disagree: what a reader wants to know before believing a digest.

Looked for between a picked line and the sentences the graph joins it to; and, because claims of rank
share few words, between a picked claim to be the first and every claim of rank in the bundle. Then
those who contradict the contradiction are asked too, so that one disagreement is told once, with
all who take part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

import numpy as np

from summarize.cite import claims
from summarize.cite.citations import neighbours
from summarize.cite.nobody import may_count_nobody
from summarize.cite.relation import (
    NEAREST_DISPUTE,
    NEAREST_SUPPORT,
    Disagreement,
    disagreements,
    support,
)
from summarize.cite.sole import Given, Passage, are_of_one, given, is_alone, may_give, sole
from summarize.cite.statement import Statements
from summarize.model import DifferenceKind, SentenceGraph, SentenceTable

# Pairs of texts compared before nobody else is asked who takes part, and each row is asked of its few
# nearest alone: some seconds. Digests of sixty lines of the development bundles compare at most 762, and
# no row there has more than 49 to be compared with; only thousands of like sentences come here.
_MOST_PAIRS = 10_000
_MOST_NEAR, _FEW_NEAR = 100, 10

_GIVEN = 0.05  # similarity from which on two sentences may give one thing once each (`sole`; chosen by eye)

Said = tuple[int, tuple[int, int]]
"""A row, and the characters [start, end) of it that are in dispute."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disagreement: `values[i]`, as printed, is what `rows[i]` says. What becomes a Difference."""

    kind: DifferenceKind
    values: tuple[str, ...]
    rows: tuple[int, ...]


def find(
    rows: Sequence[int], graph: SentenceGraph, table: SentenceTable, statements: Statements
) -> tuple[Dispute, ...]:
    """The disagreements that touch the picked rows, in their order; a document says each value once.

    statements: from a row to its Statement. Within a dispute equal values stand together, in the
    order in which they first appear; rows of one value are in table order, the picked row first.
    """
    search = _Search(graph, table, statements)
    disputes: list[tuple[DifferenceKind, list[Said]]] = []
    told: set[tuple[DifferenceKind, Said]] = set()
    for row in rows:
        for kind, sides in search.disputes(row):
            if not any((kind, said) in told for said in sides):
                disputes.append((kind, sides))
            told.update((kind, said) for said in sides)
    found: dict[object, Dispute] = {}
    for kind, sides in disputes:
        dispute = search.told(kind, sides)
        # The same values of the same papers again, maybe the other way round, tell a reader nothing new.
        values = frozenset(value.casefold() for value in dispute.values)
        papers = frozenset(int(table.document[row]) for row in dispute.rows)
        found.setdefault((kind, values, papers), dispute)
    return tuple(found.values())


@dataclass(frozen=True)  # no slots: the rows that claim a rank are found once, if at all
class _Search:
    graph: SentenceGraph
    table: SentenceTable
    statements: Statements

    def disputes(self, row: int) -> Iterator[tuple[DifferenceKind, list[Said]]]:
        """Each thing a row says that another contradicts: the kind, and all who take part, the row first."""
        opposed: dict[tuple[DifferenceKind, Said], list[Said]] = {}
        for kind, own, other in self._against(row):
            opposed.setdefault((kind, own), []).append(other)
        for (kind, own), others in opposed.items():
            sides = dict.fromkeys([own, *others])
            for other in others:
                if self._long:
                    break
                allies = (said for same, at, said in self._against(other[0]) if (same, at) == (kind, other))
                sides.update(dict.fromkeys(allies))
            yield kind, list(sides)

    def _against(self, row: int) -> Iterator[tuple[DifferenceKind, Said, Said]]:
        """What other documents contradict: the kind, what the row says, and what they say."""
        for other, similarity in self._candidates(row):
            for kind, own, theirs in self._disagreements(row, other, similarity):
                if not self._settled(row, kind, own, other, theirs):
                    yield kind, (row, own), (other, theirs)
        for other in self._givers(row):
            for own, theirs in self._sole(row, other):
                yield "number", (row, own), (other, theirs)

    def _settled(
        self, row: int, kind: str, own: tuple[int, int], other: int, theirs: tuple[int, int]
    ) -> bool:
        """Whether another sentence says that two values are of two things, or two names of one person.

        A document that says all that the row says, elsewhere, does not contradict it there: two defendants
        have two days in court. "LeBron" is "James" where one prints "LeBron James".
        """
        if kind == "name":
            x, y = (self.statements(at).text[slice(*span)] for at, span in ((row, own), (other, theirs)))
            return any(f"{x} {y}" in each.text or f"{y} {x}" in each.text for each in self.table.documents)
        return self.table.document[other] in self._sayers(row)

    def _sayers(self, row: int) -> frozenset[int]:
        """The documents that would be cited for a row, worked out once."""
        if row not in self._cited:
            near = neighbours(row, self.graph, NEAREST_SUPPORT)
            own = self.statements(row)
            said = (at for at, similarity in near if support(own, self.statements(at), similarity))
            self._cited[row] = frozenset(int(self.table.document[at]) for at in said)
        return self._cited[row]

    @cached_property
    def _cited(self) -> dict[int, frozenset[int]]:
        return {}

    def _disagreements(self, row: int, other: int, similarity: float) -> tuple[Disagreement, ...]:
        """What two texts contradict each other in, worked out once however many documents print them."""
        a, b = self.statements(row), self.statements(other)
        key = (a.text, b.text, similarity)
        if key not in self._found:
            self._found[key] = disagreements(a, b, similarity)
        return self._found[key]

    def _givers(self, row: int) -> Iterator[int]:
        """The rows of other documents that may give one thing that the row gives too."""
        if self._given(row):
            near = neighbours(row, self.graph, _GIVEN)
            nearest = sorted(
                (-similarity, other) for other, similarity in near if self._may_dispute(row, other)
            )
            most = _FEW_NEAR if self._long else _MOST_NEAR
            others = {other for _, other in nearest[:most] if self._given(other)}
            yield from sorted(others.union(self._opposite(row)))

    def _opposite(self, row: int) -> Iterator[int]:
        """The rows that say nobody where a row counts people, and the other way round: they share no word."""
        mine = self._given(row)
        if not any(thing.startswith("who ") for each in mine for thing in each.things):
            return
        if all(each.figure.low for each in mine):
            others = self._nobodies
        else:
            others = tuple(row for row in range(len(self.table)) if self._given(row))
        yield from (other for other in others[:_MOST_NEAR] if self._may_dispute(row, other))

    @cached_property
    def _nobodies(self) -> tuple[int, ...]:
        """The rows that count nobody."""
        texts = self.table.texts()
        asked = (row for row, text in enumerate(texts) if may_count_nobody(text))
        return tuple(row for row in asked if any(not each.figure.low for each in self._given(row)))

    def _sole(self, row: int, other: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """The characters of what each document gives once."""
        for f, g in sole(self._given(row), self._given(other)):
            alone = is_alone(f, self._document(row)) and is_alone(g, self._document(other))
            if alone and are_of_one(self._passage(row), f.figure, self._passage(other), g.figure):
                yield (f.figure.start, f.figure.end), (g.figure.start, g.figure.end)

    def _given(self, row: int) -> tuple[Given, ...]:
        """The figures of a row that say what they are of, read once."""
        if row not in self._read:
            self._read[row] = given(self.statements(row)) if may_give(self.table.text(row)) else ()
        return self._read[row]

    @cached_property
    def _read(self) -> dict[int, tuple[Given, ...]]:
        return {}

    def _passage(self, row: int) -> Passage:
        text = self.table.documents[self.table.document[row]].text
        return Passage(self.statements(row), text.lower())

    def _document(self, row: int) -> tuple[Given, ...]:
        """All that a row's document gives."""
        place = int(self.table.document[row])
        if place not in self._documents:
            rows = np.flatnonzero((self.table.document == place) & self.table.eligible)
            self._documents[place] = tuple(chain.from_iterable(map(self._given, rows.tolist())))
        return self._documents[place]

    @cached_property
    def _documents(self) -> dict[int, tuple[Given, ...]]:
        return {}

    @cached_property
    def _found(self) -> dict[tuple[str, str, float], tuple[Disagreement, ...]]:
        return {}

    def _candidates(self, row: int) -> Iterator[tuple[int, float]]:
        joined = neighbours(row, self.graph, NEAREST_DISPUTE)
        near = {other: similarity for other, similarity in joined if self._may_dispute(row, other)}
        most = _FEW_NEAR if self._long else _MOST_NEAR
        nearest = sorted(near, key=lambda other: (-near[other], other))[:most]
        ranked = self._ranked if self.statements(row).rank else ()
        others = islice((other for other in ranked if self._may_dispute(row, other)), most)
        for other in sorted({*nearest, *others}):
            yield other, near.get(other, 0.0)

    def _may_dispute(self, row: int, other: int) -> bool:
        return self.table.document[other] != self.table.document[row] and bool(self.table.eligible[other])

    @property
    def _long(self) -> bool:
        return len(self._found) > _MOST_PAIRS

    @cached_property
    def _ranked(self) -> tuple[int, ...]:
        """The rows that claim to be the first, the only or one of several."""
        languages = [document.language for document in self.table.documents]
        rows = zip(self.table.texts(), self.table.document.tolist(), strict=True)
        return tuple(
            row for row, (text, document) in enumerate(rows) if claims.rank(text, languages[document])
        )

    def told(self, kind: DifferenceKind, sides: Sequence[Said]) -> Dispute:
        """A dispute with equal values together, each document once for a value."""
        by_value: dict[str, dict[int, tuple[int, str]]] = {}
        for row, span in (sides[0], *sorted(sides[1:])):
            value = self.statements(row).text[slice(*span)]
            by_value.setdefault(value.casefold(), {}).setdefault(int(self.table.document[row]), (row, value))
        kept = [entry for entries in by_value.values() for entry in entries.values()]
        return Dispute(kind, tuple(value for _, value in kept), tuple(row for row, _ in kept))
