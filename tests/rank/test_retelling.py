"""What tells again what another line told: in words that a cosine finds unlike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_array

from summarize import pipeline
from summarize.model import Budget
from summarize.options import Options
from summarize.rank import retelling
from summarize.rank.selection import Weights, Worth, greedy
from tests.builders import document_of

FERRY = (
    "The ferry Halcyon ran aground on a sandbank off Port Averill early on Monday. "
    "The grounding of the Halcyon on the sandbank came after two warnings by radio. "
    "Captain Mirel Tosk had served in the navy for twenty years before that. "
    "Divers found a tear eleven metres long in her hull later in the week. "
    "The harbour board hears Tosk in June at the earliest, its chairman said in the evening."
)
WATER = "Salvage crews pumped fuel out of the ship at high water in front of a crowd in June."


def prepared(*texts, lines=5, days=None):
    days = days or [None] * len(texts)
    documents = [
        document_of(f"outlet{number}", text, day=day, language="en")
        for number, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    return pipeline.prepare(documents, Options(budget=Budget(lines)))


def told(material):
    return material.retelling


def test_a_documents_second_sentence_tells_its_first_again():
    """Of two pairs in one document that share a name and little else, the one at its head counts."""
    found = told(prepared(FERRY, WATER))
    assert found.of(0)[1] > 0
    assert found.of(2)[4] == 0


def test_a_few_rows_are_told_apart_as_all_are():
    """Between some rows and some others it is what the whole row says, to the last bit."""
    found = told(prepared(FERRY, WATER, FERRY + " " + WATER))
    rows, others = [5, 0, 1, 8], [1, 7, 2]
    assert np.array_equal(
        np.array([found.of(other)[rows] for other in others]).T, found.between(rows, others)
    )
    assert found.between(rows, others).any()
    assert (4, 0) == found.between(rows, []).shape


def test_what_shares_no_word_tells_nothing_again():
    """Even a document's second sentence."""
    material = prepared(
        "The ferry Halcyon ran aground early on Monday. Nobody on board came to any harm.", WATER
    )
    assert told(material).of(0)[1] == 0


def test_a_name_counts_for_less_than_a_word():
    """Two lines about one captain are less alike than two about one tear in a hull."""
    about = "Mirel Tosk left without a word. In June nobody saw Mirel Tosk at the harbour."
    small = "The captain left without a word. In June nobody saw the captain at the harbour."
    named, unnamed = told(prepared(about, WATER)), told(prepared(small, WATER))
    assert named.of(0)[1] < unnamed.of(0)[1]


def test_it_is_as_far_one_way_as_the_other():
    """What a row tells of another, the other tells of it."""
    found = told(prepared(FERRY, WATER))
    n = 6
    matrix = np.array([found.of(row) for row in range(n)])
    assert matrix == pytest.approx(matrix.T)


def test_a_longer_digest_pays_less():
    """In ten lines one repeated fact wastes half the share that it wastes in five, and costs a quarter."""
    five, ten = (retelling.cost(prepared(FERRY, WATER, lines=lines)) for lines in (5, 10))
    assert five == 2.5
    assert ten == pytest.approx(five / 4)
    assert retelling.cost(prepared(FERRY, WATER, lines=2)) == five


def test_a_budget_of_words_pays_less():
    """Where lines are not counted, a second line on one fact may be what the reader wants more of."""
    material = prepared(FERRY, WATER)
    assert retelling.cost(replace(material, budget=Budget(30, "words"))) == 0.8


def test_a_story_told_over_days_pays_half():
    """Each day's news tells what came before, and has to."""
    assert retelling.cost(prepared(FERRY, WATER, days=[1, 2])) == retelling.cost(prepared(FERRY, WATER)) / 2


class Told:
    """Row 2 tells again what row 1 did."""

    def of(self, row):
        return np.array([0.0, 0.0, 0.4] if row == 1 else [0.0, 0.0, 0.0])


def worth_of(score, **given):
    n = len(score)
    return Worth(
        score=np.array(score),
        similarity=csr_array((n, n)),
        document=np.zeros(n, np.int32),
        candidate=np.ones(n, bool),
        cost=np.ones(n),
        limit=2.0,
        **given,
    )


def test_telling_again_costs():
    """.6 · .8 − .5 · .4 is less than .6 · .5."""
    worth = worth_of([0.5, 1.0, 0.8], retelling=Told())
    assert [1, 0] == [pick.row for pick in greedy(worth, Weights(retold=0.5))]
    assert [1, 2] == [pick.row for pick in greedy(worth, Weights(retold=0.0))]


class Same:
    """Rows 0 and 1 tell one thing."""

    def of(self, row):
        return np.array([[0.0, 0.3, 0.0], [0.3, 0.0, 0.0], [0.0, 0.0, 0.0]][row])


def test_of_two_lines_that_tell_one_thing_the_lede_is_taken():
    """If it gains four fifths of what the other does."""
    lede = np.zeros(3, np.int64)

    def first(score):
        return greedy(worth_of(score, retelling=Same(), lede=lede))[0].row

    assert first([0.85, 1.0, 0.1]) == 0
    assert first([0.75, 1.0, 0.1]) == 1
    assert first([0.85, 0.1, 1.0]) == 2


def test_a_lede_that_may_not_be_picked_takes_no_place():
    """Each row then stands for itself."""
    material = prepared("Halcyon! Port Averill! " + FERRY, WATER)
    material = replace(material, candidate=material.candidate & (material.place > 0))
    assert (retelling.ledes(material) == np.arange(len(material.table))).all()


def test_many_voices_in_one_document_may_say_a_thing_again():
    """A list of reviews has no lede; counted in words, it pays nothing. In sentences a reader counts it."""
    alone = prepared(FERRY)
    assert (0, 2.5) == (
        retelling.cost(replace(alone, budget=Budget(30, "words"))),
        retelling.cost(alone),
    )
