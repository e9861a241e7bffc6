import math

import numpy as np
import pytest
from scipy.sparse import csr_array

from summarize.rank import concepts


def counted(*sentences):
    """Their concepts; "the", "it" and "was" are stop words."""
    words = " ".join(sentences).split()
    known = list(dict.fromkeys(words))
    starts = np.cumsum([0, *(len(each.split()) for each in sentences)])
    content = np.array([word not in {"the", "it", "was"} for word in words])
    return concepts.count(np.array([known.index(word) for word in words]), content, starts, known)


def weights_of(*sentences, position, document, origins):
    found = counted(*sentences)
    weighed = concepts.weigh(
        found,
        position=np.array(position, np.int32),
        document=np.array(document, np.int32),
        origins=np.array(origins, np.int32),
        votes=np.ones(len(sentences), bool),
    )
    return dict(zip(map(" ".join, found.names), weighed.weight.tolist(), strict=True))


def test_a_bigram_needs_one_content_word():
    """Two stop words side by side are no concept."""
    assert counted("it was late").names == [("was", "late"), ("late",)]


def test_concepts_are_numbered_as_they_appear_and_end_with_their_sentence():
    """The last word of one sentence and the first of the next make no bigram; a second "b" is counted."""
    found = counted("a b", "b b a")
    assert found.names == [("a", "b"), ("a",), ("b",), ("b", "b"), ("b", "a")]
    assert found.held.toarray().tolist() == [[1, 1, 1, 0, 0], [0, 1, 1, 1, 1]]
    assert found.times.tolist() == [1, 1, 1, 1, 2, 1, 1]


def test_two_origins_weigh_four_times_one():
    """Each origin votes 1 for what it says first; the sum is squared."""
    weight = weights_of("a b", "a b", "c d", position=[0, 0, 0], document=[0, 1, 1], origins=[0, 1])
    assert (weight["a b"], weight["c d"]) == ((1 + 1) ** 2, 1)


def test_reprints_vote_once():
    """Two documents of one origin give one vote, the larger."""
    weight = weights_of("a b", "a b", position=[0, 5], document=[0, 1], origins=[0, 0])
    assert weight["a b"] == 1


def test_a_vote_falls_with_position_and_grows_with_count():
    """First at position 5, said twice: (1 + 5/5)^(−1/2) · (1 + ln 2), squared."""
    weight = weights_of("a b", "a b", position=[5, 9], document=[0, 0], origins=[0])
    assert weight["a b"] == pytest.approx((2 ** (-1 / 2) * (1 + math.log(2))) ** 2)


def test_a_bigram_with_a_stop_word_weighs_a_quarter():
    """Only "a" is a content word here, so "the a" mostly refers."""
    weight = weights_of("the a", position=[0], document=[0], origins=[0])
    assert weight == {"the a": pytest.approx(1 / 4), "a": pytest.approx(1 / 10)}


def test_a_single_word_weighs_a_tenth():
    """Words break ties between sentences, bigrams decide."""
    assert weights_of("a", position=[0], document=[0], origins=[0]) == {"a": pytest.approx(1 / 10)}


def test_rows_that_may_not_vote_hold_concepts_without_weight():
    """Litter covers nothing."""
    found = concepts.weigh(
        counted("a b"),
        position=np.zeros(1, np.int32),
        document=np.zeros(1, np.int32),
        origins=np.zeros(1, np.int32),
        votes=np.zeros(1, bool),
    )
    assert found.weight.tolist() == [0, 0, 0]
    assert found.held.toarray().tolist() == [[1, 1, 1]]


def test_a_name_counts_the_origins_that_tell_it_beyond_the_first():
    """April stands in 2 of 3 sentences and 2 origins; Quill in one origin, and weighs nothing."""
    found = concepts.weigh_names(
        [("april", "quill"), ("april",), ("quill",)], np.array([0, 1, 0], np.int32), np.ones(3, bool)
    )
    assert found.weight.tolist() == [pytest.approx(math.log(4 / 3) / math.log(4)), 0]


def test_an_objection_is_worth_what_other_origins_object_alike():
    """Rows 0 and 2 object alike; row 1 does not object, however like row 0 it is."""
    similarity = csr_array(np.array([[0, 0.9, 0.4], [0.9, 0, 0.8], [0.4, 0.8, 0]]))
    found = concepts.objection(similarity, np.array([0, 1, 2], np.int32), np.array([True, False, True]))
    assert found.held.toarray().ravel() == pytest.approx([0.4 / 2, 0, 0.4 / 2])
