import numpy as np
import pytest

from summarize.rank import candidates

GOOD = "The dam held through the night and nobody was hurt."


def chosen(texts, **limits):
    counts = np.array([candidates.words(text) for text in texts])
    limits = {"min_words": 8, "max_words": 60, **limits}
    return candidates.choose(texts, counts, np.ones(len(texts), bool), **limits).tolist()


def test_statements_of_fair_length_are_candidates():
    """Eight to sixty words, no question, not all capitals."""
    texts = [
        GOOD,
        GOOD.replace("held", "broke"),
        GOOD.replace("dam", "wall"),
        "The dam held.",
        "But will the dam hold for another night like this one?",
        "Dam Holds Through Night As Nobody Is Hurt In Town",
        "word " * 61,
    ]
    assert chosen(texts) == [True, True, True, False, False, False, False]


def test_what_is_not_made_of_words_is_no_candidate():
    """A key or a picture in letters among a few words; an address is let through."""
    address = GOOD.replace("held", "held https://" + "a" * 200)
    key = GOOD.replace("held", "held " + "a" * 2000)
    assert chosen([address, key]) == [True, False]


def test_where_little_is_left_anything_of_three_words_will_do():
    """Fewer than three candidates: short sentences and questions are better than nothing."""
    assert chosen([GOOD, "The dam held.", "Who knew that?", "Oh no."]) == [True, True, True, False]


def test_a_limit_the_user_set_below_three_is_kept():
    """min_words=1 means one word."""
    assert chosen(["Rain.", "Sun."], min_words=1) == [True, True]


@pytest.mark.parametrize(
    "text",
    ["Why?", "“Why?”", "为什么？", "لماذا؟", "Τι ώρα είναι;"],
)
def test_questions_of_many_scripts(text):
    """A question is known by its mark, closing quotes apart."""
    assert candidates.is_question(text)


@pytest.mark.parametrize("text", ["It held;", "It held.", "“Why?” he asked.", ""])
def test_what_is_no_question(text):
    """A semicolon asks in Greek alone."""
    assert not candidates.is_question(text)


def test_words_count_what_white_space_counts_and_no_less():
    """Two letters of an unspaced script count as one word."""
    assert candidates.words("a – b") == 3
    assert candidates.words("大坝守住了") == 1 + 5 // 2


def test_scripts_without_capitals_have_no_title_case():
    """Chinese and Arabic sentences are never taken for headlines."""
    assert not candidates.is_title_case("大坝守住了")
    assert not candidates.is_title_case("صمد السد طوال الليل")
