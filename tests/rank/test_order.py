from datetime import UTC, datetime

import numpy as np

from summarize.model import Document, Pick, SentenceTable
from summarize.rank import order


def table_of(*days):
    """Two one-letter sentences in each document, published on the given days of May (0: undated)."""
    documents = tuple(
        Document(str(n), str(n), "ab", published=datetime(2030, 5, day, tzinfo=UTC) if day else None)
        for n, day in enumerate(days)
    )
    rows = np.arange(2 * len(days))
    return SentenceTable(documents, rows // 2, rows % 2, rows % 2 + 1, rows % 2, rows >= 0)


def rows(picks):
    return [pick.row for pick in picks]


def picked(*chosen):
    """Picks of these rows, strongest first."""
    return tuple(Pick(row, 1.0 - turn / 10, 0.0) for turn, row in enumerate(chosen))


def test_by_source_starts_with_the_strongest_and_keeps_text_order():
    """Document 1 has the best pick, so both of its lines come first, as written."""
    assert rows(order.by_source(picked(3, 0, 2), table_of(1, 2))) == [2, 3, 0]


def test_by_time_reads_forward():
    """The older source comes first, whatever its place in the table; undated ones come last."""
    assert rows(order.by_time(picked(0, 2, 4), table_of(2, 1, 0))) == [2, 0, 4]


def test_by_salience_is_the_order_of_choice():
    """Selection's own order, strongest first."""
    assert rows(order.by_salience(picked(3, 0, 2), table_of(1, 2))) == [3, 0, 2]
