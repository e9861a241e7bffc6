"""Who says what: asks the citation layer about rows of a bundle, and keeps what it needs to answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from summarize.cite import citations, differences
from summarize.cite.coverage import shared_names
from summarize.cite.relation import relate, support
from summarize.cite.statement import Statement, read
from summarize.model import Relation, SentenceGraph
from summarize.rank.material import Material
from summarize.text import terms


class Witness:
    """The sentences of one bundle as statements, each text read when first asked for and kept."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self.graph = SentenceGraph(material.similarity)
        self._statements: dict[tuple[str, str | None], Statement] = {}
        self._rows: dict[int, Statement] = {}
        self._supports: dict[int, tuple[citations.Support, ...]] = {}
        self._carried: dict[tuple[int, int], bool] = {}

    def statement(self, row: int) -> Statement:
        """A row made ready for comparison."""
        if row not in self._rows:
            table = self._material.table
            language = table.documents[table.document[row]].language
            key = (table.text(row), language)
            if key not in self._statements:
                self._statements[key] = read(key[0], language=language, stem=terms.stemmer(language))
            self._rows[row] = self._statements[key]
        return self._rows[row]

    def supports(self, rows: Sequence[int]) -> tuple[tuple[citations.Support, ...], ...]:
        """For each row itself and who else says it."""
        unknown = [row for row in dict.fromkeys(rows) if row not in self._supports]
        found = citations.attach(
            unknown,
            self.graph,
            self._material.table,
            self.statement,
            copies=self._copies,
            weight=self._rarity,
        )
        self._supports.update(zip(unknown, found, strict=True))
        return tuple(self._supports[row] for row in rows)

    def disputes(self, rows: Sequence[int]) -> tuple[differences.Dispute, ...]:
        """Where other sources disagree with these rows."""
        return differences.find(rows, self.graph, self._material.table, self.statement)

    def supported(self, origins: int) -> NDArray[np.bool_]:
        """The candidates that at least so many independent origins say: (n,) bool."""
        table = self._material.table
        kept = np.zeros(len(table), bool)
        rows = np.flatnonzero(self._material.candidate).tolist()
        for row, cited in zip(rows, self.supports(rows), strict=True):
            kept[row] = citations.independent(cited, table, self._material.origins) >= origins
        return kept

    def carries(self, b: int, a: int) -> bool:
        """Whether row b would do as a citation for row a, worked out once."""
        if (b, a) not in self._carried:
            similarity = float(self._material.similarity[a, b])
            kind = support(self.statement(a), self.statement(b), similarity, weight=self._rarity)
            self._carried[b, a] = kind is not None
        return self._carried[b, a]

    def share_a_name(self, a: int, b: int) -> bool:
        """Whether row b has a name of row a that not the whole bundle is about."""
        return shared_names(self.statement(a), self.statement(b), weight=self._rarity) > 0

    def _rarity(self, stem: str) -> float:
        """How much a stem tells, by idf over the bundle's sentences."""
        return self._material.rarity.get(stem, 1.0)

    def relation(self, a: int, b: int) -> Relation:
        """How row b stands to row a."""
        similarity = float(self._material.similarity[a, b])
        return relate(self.statement(a), self.statement(b), similarity, weight=self._rarity)

    @cached_property
    def _copies(self) -> citations.Copies:
        return citations.copies_in(self._material.table)
