"""The measures: worked by hand, held against a second implementation, in any script."""

from collections import Counter
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rouge_score import rouge_scorer
from rouge_score.tokenizers import DefaultTokenizer
from scipy.sparse import csr_array

from summarize.measure import redundancy
from summarize.measure.intervals import Interval, bootstrap, holm, p_value, paired
from summarize.measure.rouge import rouge, tokens

SENTENCES = st.lists(
    st.lists(
        st.sampled_from(["the", "dam", "held", "firm", "at", "dawn", "and", "it", "broke"]),
        min_size=1,
        max_size=8,
    ).map(" ".join),
    min_size=1,
    max_size=4,
)


def plain(lines, references, n):
    """ROUGE-N by its definition: clipped counts, pooled over references."""
    mine = Counter(grams(" ".join(lines), n))
    theirs = [Counter(grams(" ".join(reference), n)) for reference in references]
    hits = sum((mine & counts).total() for counts in theirs)
    return hits / max(mine.total() * len(theirs), 1), hits / max(sum(each.total() for each in theirs), 1)


def grams(text, n):
    return list(pairwise(text.split()) if n == 2 else text.split())


def test_rouge_is_what_a_pencil_says():
    """Three of four words and one of three pairs are in the reference's five words and four pairs."""
    scores = rouge(["the old dam held"], [["the dam held at dawn"]], language=None)
    assert (3 / 4, 3 / 5) == (scores["rouge1"].precision, scores["rouge1"].recall)
    assert (1 / 3, 1 / 4) == (scores["rouge2"].precision, scores["rouge2"].recall)
    assert 2 * (3 / 4) * (3 / 5) / (3 / 4 + 3 / 5) == scores["rouge1"].f


def test_lsum_takes_each_reference_sentence_with_the_best_of_all_lines():
    """Both lines together find four of the six words of the reference in order."""
    scores = rouge(["rain fell", "the dam held"], [["the dam held", "hard rain fell"]], language=None)
    assert (5 / 5, 5 / 6) == (scores["rougeLsum"].precision, scores["rougeLsum"].recall)


@given(SENTENCES, st.lists(SENTENCES, min_size=1, max_size=3))
def test_rouge_agrees_with_its_definition(lines, references):
    """Two implementations, one answer, for several references, too."""
    scores = rouge(lines, references, language=None)
    for n in (1, 2):
        assert plain(lines, references, n) == pytest.approx(
            (scores[f"rouge{n}"].precision, scores[f"rouge{n}"].recall)
        )


@given(SENTENCES, SENTENCES)
def test_with_one_reference_the_figures_are_rouge_scores_own(lines, reference):
    """English ASCII text gives what the package gives by itself, stemmed."""
    theirs = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    expected = theirs.score("\n".join(reference), "\n".join(lines))
    found = rouge(lines, [reference], language="en")
    assert {kind: score.fmeasure for kind, score in expected.items()} == pytest.approx(
        {kind: score.f for kind, score in found.items()}
    )


@given(st.text(st.characters(max_codepoint=127)), st.booleans())
def test_ascii_words_are_those_of_rouge_score(text, stemmed):
    """Our tokens differ only where theirs would drop letters."""
    assert DefaultTokenizer(use_stemmer=stemmed).tokenize(text) == tokens(text, stemmed=stemmed)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("السد صمد.", ["السد", "صمد"]),
        ("बाँध टिका रहा।", ["बाँध", "टिका", "रहा"]),
        ("Το φράγμα άντεξε;", ["το", "φράγμα", "άντεξε"]),
        ("大坝 held", ["大", "坝", "held"]),
        ("snake_case", ["snake", "case"]),
        ("e\u0301te\u0301", ["été"]),
    ],
)
def test_words_of_every_script_count(text, words):
    """Letters keep their marks; scripts without spaces count by character."""
    assert words == tokens(text)


def test_only_the_first_words_count_under_a_limit():
    """`-l 3` sees the first three words, across lines."""
    scores = rouge(["the dam", "held at dawn"], [["the dam held"]], language=None, limit=3)
    assert (1.0, 1.0) == (scores["rouge1"].precision, scores["rouge1"].recall)


def test_a_limit_cuts_references_too():
    """As the script of ROUGE-1.5.5 reads both with one limit: what stands beyond is nobody's to find."""
    lines, reference = ["the dam held"], ["the dam held", "until divers found cracks"]
    found = rouge(lines, [reference], language=None, limit=4)
    assert 3 / 4 == found["rouge1"].recall


def test_an_empty_digest_scores_nothing():
    """No line, no hit, no division by zero."""
    assert {0.0} == {score.f for score in rouge([], [["the dam held"]], language="en").values()}


def test_an_interval_holds_the_mean_and_is_the_same_every_time():
    """One seed, one interval; another seed, another."""
    values = np.random.default_rng(1).normal(size=50)
    first = bootstrap(values, seed=3)
    assert first == bootstrap(values, seed=3) != bootstrap(values, seed=4)
    assert first.low < values.mean() == first.mean < first.high


def test_an_interval_covers_as_often_as_it_says():
    """Of 200 samples from a known mean, about 95 in a hundred intervals hold it."""
    random = np.random.default_rng(2)
    intervals = [bootstrap(random.normal(size=40), resamples=400) for _ in range(200)]
    assert 0.90 <= sum(each.low <= 0 <= each.high for each in intervals) / 200 <= 0.99


def test_a_difference_is_certain_when_zero_lies_outside():
    """Both ends on one side."""
    ends = [(1, 2), (-2, -1), (-1, 1)]
    assert [True, True, False] == [Interval(0.0, low, high).certain for low, high in ends]


@pytest.mark.parametrize("values", [[3.0, -1.0, 2.0, 2.0], [1.0, 1.0], [0.0, 0.0, 0.0], [2.0], [0.1] * 7])
def test_p_is_the_share_of_throws_as_far_from_zero(values):
    """All the ways the signs can fall, counted one by one, are what many throws come near."""
    throws = [sum(sign * abs(value) for sign, value in zip(signs, values, strict=True))
              for signs in product([1, -1], repeat=len(values))]  # fmt: skip
    exact = sum(abs(throw) >= abs(sum(values)) - 1e-9 for throw in throws) / len(throws)
    assert exact == pytest.approx(p_value(np.array(values), resamples=20000), abs=0.01)


def test_more_resamples_than_are_drawn_at_once_are_one_sample():
    """Batches leave no trace: the ends are those of all draws at once, bit by bit."""
    values = np.random.default_rng(1).normal(0.1, size=33)
    drawn = np.random.Generator(np.random.PCG64(5)).integers(0, 33, (2500, 33))
    ends = np.quantile(values[drawn].mean(axis=1), [(1 - 0.95) / 2, (1 + 0.95) / 2]).tolist()
    found = bootstrap(values, seed=5, resamples=2500)
    assert ends == [found.low, found.high]


def test_p_is_never_nothing_and_the_same_every_time():
    """What was observed is one of the throws."""
    values = np.full(40, 0.1)
    assert 1 / 101 == p_value(values, resamples=100) == p_value(-values, resamples=100)


def test_methods_that_are_alike_differ_as_seldom_as_p_says():
    """Of 400 pairs that differ by luck, about one in twenty has a p below .05."""
    random = np.random.default_rng(2)
    ps = [p_value(random.normal(size=20), seed=each, resamples=200) for each in range(400)]
    assert 0.02 <= sum(p < 0.05 for p in ps) / 400 <= 0.08


def test_many_comparisons_are_corrected_as_holm_does():
    """The least of four times four, the next times three; never less than one before, never above 1."""
    assert [1.0, 0.04, 0.06, 1.0] == holm([0.6, 0.01, 0.02, 0.6])
    assert [0.3, 0.3] == holm([0.2, 0.15])
    assert [0.04] == holm([0.04])


def test_differences_are_corrected_for_how_many_they_are():
    """Alone .001, of three .003."""
    values = np.full(40, 0.1)
    [alone], several = paired([values]), paired([values, values, values])
    assert [alone.p] * 4 == [alone.p_holm, *(each.p for each in several)]
    assert [3 * alone.p] * 3 == [each.p_holm for each in several]


def test_similar_pairs_are_counted_over_all_pairs():
    """One of three pairs is above .5; exactly .5 is not."""
    similarity = csr_array(np.array([[0, 0.6, 0.5], [0.6, 0, 0], [0.5, 0, 0]]))
    assert 1 / 3 == redundancy.similar_pairs([0, 1, 2], similarity)
    assert 0 == redundancy.similar_pairs([0], similarity)


def test_trigrams_do_not_cross_lines():
    """Two lines of two words hold no trigram; one said twice repeats half of all."""
    assert 0 == redundancy.repeated_trigrams(["the dam", "held firm"])
    assert 1 / 2 == redundancy.repeated_trigrams(["the dam held", "the dam held"])
