import numpy as np
import pytest
from scipy.sparse import csr_array

from summarize.model import SentenceTable
from summarize.rank import graph, vectors

TERMS = [["dam", "held"], ["dam", "broke"], ["mayor"], ["dam", "held"], []]


def test_cosines_are_the_dense_product_without_its_diagonal():
    """The sparse graph holds what the plain matrix product says, for every pair of sentences."""
    unit = vectors.tfidf(TERMS)
    dense = (unit @ unit.T).toarray()
    np.fill_diagonal(dense, 0)
    assert graph.cosines(unit).toarray() == pytest.approx(dense)


def test_cosines_are_symmetric_to_the_last_bit():
    """Which of two sentences comes first changes nothing."""
    similarity = graph.cosines(vectors.tfidf(TERMS)).toarray()
    assert (similarity == similarity.T).all()


def test_blocks_meet_without_a_seam(monkeypatch):
    """The graph does not depend on how many rows are multiplied at a time."""
    unit = vectors.tfidf(TERMS)
    whole = graph.cosines(unit).toarray()
    monkeypatch.setattr(graph, "BLOCK", 2)
    assert graph.cosines(unit).toarray() == pytest.approx(whole)


def test_a_sentence_keeps_its_strongest_neighbours():
    """With one neighbour each, the exact copy stays; ties fall to the earlier row."""
    similarity = graph.cosines(vectors.tfidf(TERMS), neighbours=1).toarray()
    assert [sorted(np.flatnonzero(row)) for row in similarity] == [[1, 3], [0], [], [0], []]


def test_edges_inside_a_document_are_weakened():
    """Similarity to another text counts whole, to the same text by the factor."""
    similarity = csr_array(np.array([[0, 0.8, 0.4], [0.8, 0, 0], [0.4, 0, 0]]))
    weakened = graph.weaken(similarity, np.array([0, 0, 1]), 0.25).toarray()
    assert weakened.tolist() == [[0, 0.8 / 4, 0.4], [0.8 / 4, 0, 0], [0.4, 0, 0]]


def test_copies_fold_to_one_node_with_the_heaviest_edge():
    """Rows 0 and 2 have one text: their edge to row 1 is the larger of the two, and they have none to each other."""
    similarity = csr_array(np.array([[0, 0.2, 1.0], [0.2, 0, 0.6], [1.0, 0.6, 0]]))
    folded = graph.fold(similarity, np.array([0, 1, 0])).toarray()
    assert folded.tolist() == [[0, 0.6, 0], [0.6, 0, 0], [0, 0, 0]]


def test_an_empty_bundle_has_an_empty_graph():
    """No sentences: a graph of shape (0, 0)."""
    assert graph.cosines(vectors.tfidf([])).shape == (0, 0)


def test_a_common_term_counts_but_brings_nobody_together():
    """With terms of two sentences common, only rarer ones make an edge; the cosine is still the whole one."""
    unit = vectors.tfidf([["dam", "a", "b"], ["dam", "a", "b", "c"], ["dam", "c"], ["dam"]])
    whole, cut = graph.cosines(unit).toarray(), graph.cosines(unit, common=2).toarray()
    assert [sorted(np.flatnonzero(row)) for row in cut] == [[1], [0, 2], [1], []]
    assert cut[cut > 0] == pytest.approx(whole[cut > 0])


def test_connect_is_cosine_weakened_inside_documents():
    """The graph of the walk: one document's sentences 0 and 1 keep a quarter of their cosine."""
    unit = vectors.tfidf(TERMS)
    table = table_of_documents(0, 0, 1, 1, 2)
    graph_of_walk = graph.connect(unit, table).similarity.toarray()
    plain = graph.cosines(unit).toarray()
    assert graph_of_walk[0, 1] == pytest.approx(plain[0, 1] / 4)
    assert graph_of_walk[0, 3] == pytest.approx(plain[0, 3])


def table_of_documents(*documents):
    rows = np.arange(len(documents))
    return SentenceTable((), np.array(documents, np.int32), rows, rows + 1, rows, rows >= 0)


def test_ledes_of_two_documents_grow_alike():
    """Rows 0 and 2 open two documents: .2 becomes .6, and .5 no more than 1; the rest stays as it is."""
    similarity = csr_array(np.array([[0, 0.3, 0.2, 0.5], [0.3, 0, 0.4, 0], [0.2, 0.4, 0, 0], [0.5, 0, 0, 0]]))
    grown = graph.liken(
        similarity, np.array([True, False, True, True]), np.array([0, 0, 1, 2], np.int32), 3.0
    )
    expected = [[0, 0.3, 0.6, 1], [0.3, 0, 0.4, 0], [0.6, 0.4, 0, 0], [1, 0, 0, 0]]
    assert grown.toarray() == pytest.approx(np.array(expected))
