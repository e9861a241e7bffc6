"""A bundle for the citation layer: sentences by paper, as the pipeline would hand them over."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from summarize.cite.statement import Statement, read
from summarize.model import Document, SentenceGraph, SentenceTable
from summarize.rank import graph, vectors
from summarize.text import terms


@dataclass(frozen=True)
class Bench:
    """Papers and their sentences. silent: rows that may not be quoted."""

    papers: dict[str, tuple[str, ...]]
    silent: tuple[int, ...] = ()
    read: list[int] = field(default_factory=list)

    @cached_property
    def table(self) -> SentenceTable:
        """Row by row, each paper's sentences joined by a blank."""
        documents = [Document.from_text(" ".join(said), uri=name) for name, said in self.papers.items()]
        places = [
            (number, start, start + len(sentence), position)
            for number, said in enumerate(self.papers.values())
            for position, (start, sentence) in enumerate(zip(starts(said), said, strict=True))
        ]
        document, start, end, position = np.array(places).T
        eligible = np.ones(len(places), bool)
        eligible[list(self.silent)] = False
        return SentenceTable(tuple(documents), document, start, end, position, eligible)

    @cached_property
    def graph(self) -> SentenceGraph:
        """Cosines of every pair."""
        said = [self.table.text(row) for row in range(len(self.table))]
        return SentenceGraph(
            graph.cosines(vectors.tfidf([terms.extract(text, language="en") for text in said]))
        )

    def statement(self, row: int) -> Statement:
        """A row, noted as read."""
        self.read.append(row)
        return read(self.table.text(row), language="en", stem=stem)


def starts(said: tuple[str, ...]) -> list[int]:
    """Where each sentence starts in the joined text."""
    lengths = [len(sentence) + 1 for sentence in said]
    return [sum(lengths[:i]) for i in range(len(said))]


def stem(word: str) -> str:
    """An English word's term, "" for a stop word."""
    return next(iter(terms.extract(word, language="en")), "")


def bench(silent: tuple[int, ...] = (), **papers: str | tuple[str, ...]) -> Bench:
    """Papers by name, each a sentence or several."""
    return Bench({name: (said,) if isinstance(said, str) else said for name, said in papers.items()}, silent)
