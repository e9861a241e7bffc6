import math

import numpy as np
import pytest

from summarize.rank import vectors


def test_counts_number_terms_in_order_of_appearance():
    """Columns are terms as they first appear; a repeated term is counted, not repeated."""
    matrix, names = vectors.counts([["dam", "held", "dam"], [], ["held"]])
    assert names == ("dam", "held")
    assert matrix.toarray().tolist() == [[2, 1], [0, 0], [0, 1]]


def test_terms_that_are_numbered_already_are_counted_and_left_alone():
    """What is given stays in its order, for others count it too."""
    numbers = np.array([1, 0, 1], np.int32)
    assert vectors.tallied(numbers, np.array([0, 3, 3]), 2).toarray().tolist() == [[1, 2], [0, 0]]
    assert numbers.tolist() == [1, 0, 1]


def test_tfidf_is_the_formula():
    """Weights are (1 + ln tf) · (ln((n + 1)/(df + 1)) + 1), scaled to unit length."""
    row = vectors.tfidf([["dam", "dam", "held"], ["held"]]).toarray()[0]
    dam, held = (1 + math.log(2)) * (math.log(3 / 2) + 1), 1.0
    assert row == pytest.approx([dam / math.hypot(dam, held), held / math.hypot(dam, held)])


def test_codes_are_numbered_alike_in_blocks(monkeypatch):
    """In order of first appearance, however many are looked at together."""
    codes = np.array([7, 3, 7, 9, 3, 1, 9])
    expected = [0, 1, 0, 2, 1, 3, 2], [7, 3, 9, 1]
    for block in (100, 2, 3):
        monkeypatch.setattr(vectors, "_BLOCK", block)
        assert expected == tuple(found.tolist() for found in vectors.numbered(codes))


def test_a_text_without_terms_is_a_zero_row():
    """An empty row between others is zero, and does not take its neighbour's length."""
    norms = np.sqrt((vectors.tfidf([[], ["a"], [], ["b", "a"], []]).toarray() ** 2).sum(axis=1))
    assert norms == pytest.approx([0, 1, 0, 1, 0])


def test_nothing_at_all_has_a_shape():
    """No texts and texts without terms give empty matrices, not errors."""
    assert vectors.tfidf([]).shape == (0, 0)
    assert vectors.tfidf([[], []]).shape == (2, 0)
