"""The sentence graph as a networkx graph, for people to look at, filter and lay out.

Row numbers are node names. Sentences that may not be quoted are no nodes. Every string passes `sinks`, so
that what is drawn or written holds no control character; what is quoted exactly is the digest's JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, triu
from scipy.sparse.csgraph import minimum_spanning_tree

from summarize.model import Digest, Ranking, SentenceTable, Source
from summarize.render import sinks, wording

if TYPE_CHECKING:
    import networkx

# Below it LexRank draws no edge [erkan04lexrank]; the backbone keeps weaker ones where there are no others.
WEAKEST = 0.1
# Strongest edges kept for each sentence beside the spanning forest: with 2, a graph of 80 falls into
# chains (by eye).
STRONGEST = 3
LABEL = 60  # characters of a sentence that name it


def network(
    table: SentenceTable,
    similarity: csr_array,
    ranking: Ranking,
    picked: Sequence[int],
    digest: Digest,
    *,
    most: int | None = None,
) -> networkx.Graph:
    """The graph of a digest's sentences: nodes by row, edges by similarity.

    picked: the rows of the digest's lines. most: keep so many nodes, the picked first, then by salience.

    A node has `label`, `text`, `source` (its number in the digest), `outlet`, `title`, `uri`, `first` and
    `last` (its span; `start` and `end` are times in GEXF), `salience`, `picked`, and `number` where it is a
    line of the digest. An edge has `weight`, and `backbone`: whether it is of the maximum spanning forest or
    among the strongest of one of its ends. Other edges weaker than .1 are left out.
    """
    import networkx

    numbers = {row: number for number, row in enumerate(picked, start=1)}
    rows = _shown(table, ranking, picked, most)
    sources = {source.id: source for source in digest.sources}
    graph = networkx.Graph(name=sinks.visible(digest.title or "Digest"))
    for row in rows.tolist():
        source = sources[table.documents[table.document[row]].id]
        graph.add_node(row, **_node(table, row, source, float(ranking.salience[row]), numbers.get(row)))
    near = csr_array(similarity)[rows][:, rows]
    kept = backbone(near)
    for i, j, weight in _edges(near):
        spine = (i, j) in kept
        if spine or weight >= WEAKEST:
            graph.add_edge(int(rows[i]), int(rows[j]), weight=weight, backbone=spine)
    return graph


def backbone(similarity: csr_array) -> frozenset[tuple[int, int]]:
    """The edges (i, j), i < j, worth drawing: few, and none of a sentence's nearest neighbours is left out.

    The maximum spanning forest, which holds together what hangs together, and the strongest of each row.
    """
    positive = csr_array(similarity)
    positive.eliminate_zeros()
    # Smallest is nearest there, and 0 is no edge: 2 - s is in [1, 2).
    far = csr_array((2 - positive.data, positive.indices, positive.indptr), shape=positive.shape)
    found = set(_pairs(minimum_spanning_tree(far)))
    for row in range(positive.shape[0]):
        begin, end = positive.indptr[row], positive.indptr[row + 1]
        nearest = np.lexsort((positive.indices[begin:end], -positive.data[begin:end]))[:STRONGEST]
        found.update(_pair(row, int(there)) for there in positive.indices[begin:end][nearest])
    return frozenset(found)


def _shown(
    table: SentenceTable, ranking: Ranking, picked: Sequence[int], most: int | None
) -> NDArray[np.int64]:
    shown = table.eligible.copy()
    shown[list(picked)] = True
    rows: NDArray[np.int64] = np.flatnonzero(shown)
    if most is None or len(rows) <= most:
        return rows
    first = np.isin(rows, picked)
    order = np.lexsort((rows, -ranking.salience[rows], ~first))
    return np.sort(rows[order[:most]])


def _node(
    table: SentenceTable, row: int, source: Source, salience: float, number: int | None
) -> dict[str, object]:
    text = sinks.visible(table.text(row))
    span = table.span(row)
    return {
        "label": wording.clip(text, "", length=LABEL),
        "text": text,
        "source": source.number,
        "outlet": sinks.visible(source.publisher or ""),
        "title": sinks.visible(source.title or ""),
        "uri": sinks.address(source.uri),
        "first": span.start,
        "last": span.end,
        "salience": salience,
        "picked": number is not None,
    } | ({} if number is None else {"number": number})


def named(source: Source) -> str:
    """The name of a source in a picture: "Herald: Dam holds", or the last part of its address."""
    about = ": ".join(sinks.visible(part) for part in (source.publisher, source.title) if part)
    uri = sinks.address(source.uri)
    return about or uri.rstrip("/").rpartition("/")[2] or uri


def _edges(similarity: csr_array) -> list[tuple[int, int, float]]:
    upper = coo_array(triu(similarity, k=1))
    return sorted(
        (int(i), int(j), float(weight))
        for i, j, weight in zip(upper.row, upper.col, upper.data, strict=True)
        if weight > 0
    )


def _pairs(matrix: csr_array) -> list[tuple[int, int]]:
    found = coo_array(matrix)
    return [_pair(int(i), int(j)) for i, j in zip(found.row, found.col, strict=True)]


def _pair(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)
