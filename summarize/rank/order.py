"""Picks in the order a reader meets them. Ties keep text order, so equal input reads the same."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.model import Pick, SentenceTable


def by_source(picks: Sequence[Pick], table: SentenceTable) -> tuple[Pick, ...]:
    """Source by source, the one with the strongest pick first; within a source, as it was written."""
    rank: dict[int, int] = {}
    for pick in by_salience(picks, table):
        rank.setdefault(int(table.document[pick.row]), len(rank))
    return tuple(sorted(picks, key=lambda pick: (rank[int(table.document[pick.row])], pick.row)))


def by_time(picks: Sequence[Pick], table: SentenceTable) -> tuple[Pick, ...]:
    """Oldest source first, so that the story reads forward; sources without a date come last."""

    def key(pick: Pick) -> tuple[bool, float, int]:
        published = table.documents[table.document[pick.row]].published
        return (published is None, published.timestamp() if published else 0.0, pick.row)

    return tuple(sorted(picks, key=key))


def by_salience(picks: Sequence[Pick], table: SentenceTable) -> tuple[Pick, ...]:
    """In the order they were chosen: the strongest first. Selection already returns them so."""
    return tuple(picks)


ORDERS = {"source": by_source, "time": by_time, "salience": by_salience}
