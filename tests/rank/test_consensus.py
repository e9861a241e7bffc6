"""The default method: what a document's opening is worth, and to whom."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from summarize import pipeline
from summarize.model import Budget
from summarize.options import Options
from summarize.rank import agreement, consensus
from tests.builders import document_of

NEWS = (
    "The ferry Halcyon ran aground on a sandbank off Port Averill early on Monday. {}",
    "Divers found a tear eleven metres long in the hull of the grounded ferry. {}",
    "The harbour board suspended the captain of the Halcyon until a hearing in June. {}",
    "Salvage crews pumped two hundred tonnes of fuel out of the stranded ship. {}",
    "A tug pulled the Halcyon free at high water in front of a cheering crowd. {}",
    "Passengers of the stranded ferry were promised their fares back by its owner. {}",
)
REST = "Nobody was hurt when the ship struck the bank, the coast guard said in the evening."
NOVELTY = consensus.CONSTANTS.novelty


def openings(days, *, lines=6, query=None, language="en"):
    """(documents, 2) what the two sentences of each of six documents gain while it has no line."""
    documents = [
        document_of(
            f"outlet{number}", text.format(REST + f" It was day {number}."), day=day, language=language
        )
        for number, (text, day) in enumerate(zip(NEWS, days, strict=True))
    ]
    material = pipeline.prepare(documents, Options(budget=Budget(lines), query=query))
    broad = agreement.breadth(material.origins)
    return consensus.opening_of(material, broad).reshape(len(NEWS), -1)[:, :2]


def test_a_lede_counts_where_every_document_is_of_its_own_day():
    """Six origins, six days, six lines: each opening gains all, the second sentence an eighth."""
    gained = openings([1, 2, 3, 4, 5, 6])
    assert gained[:, 0] == pytest.approx(np.full(6, NOVELTY))
    assert gained[:, 1] == pytest.approx(np.full(6, NOVELTY / 8), rel=0.05)


def test_the_ledes_of_one_day_gain_nothing():
    """They tell one event, and a digest wants it once; so do documents of which nobody knows the day."""
    assert not openings([1] * 6).any()
    assert not openings([None] * 6).any()


def test_most_documents_must_be_of_another_day():
    """Five days among six documents leave four of five to be another day's news; three days are too few."""
    assert openings([1, 1, 2, 3, 4, 5])[:, 0] == pytest.approx(np.full(6, NOVELTY * (2 * 4 / 5 - 1)))
    assert not openings([1, 1, 2, 2, 3, 3]).any()


def test_documents_without_a_date_say_nothing_of_days():
    """Two of six are left out; four of six would be too many to go by the rest."""
    assert openings([1, 2, 3, 4, None, None])[:, 0] == pytest.approx(np.full(6, NOVELTY))
    assert not openings([1, 2, None, None, None, None]).any()


@pytest.mark.parametrize("lines", [3, 12])
def test_openings_count_only_where_a_line_each_is_natural(lines):
    """With half as many lines agreement decides, with twice as many there is more to tell."""
    assert not openings([1, 2, 3, 4, 5, 6], lines=lines).any()


def test_an_opening_always_counts_where_position_is_steep():
    """In languages in which leads were not measured to count little, dates or no dates."""
    assert openings([None] * 6, lines=3, language="cs")[:, 0] == pytest.approx(np.full(6, NOVELTY))


def test_where_two_speak_an_opening_gains_nothing():
    """Both tell one event, whatever the language; the bonus grows with the breadth of agreement."""
    documents = [
        document_of(f"outlet{number}", NEWS[number].format(REST), language="cs") for number in (0, 1)
    ]
    material = pipeline.prepare(documents, Options())
    assert not consensus.opening_of(material, agreement.breadth(material.origins)).any()


@pytest.mark.parametrize(("language", "times"), [("en", 3), ("cs", 1)])
def test_ledes_are_likened_where_position_is_flat(language, times):
    """Elsewhere a digest wants each opening, and to bar all but one would take them back."""
    documents = [
        document_of(f"outlet{number}", text.format(REST), language=language)
        for number, text in enumerate(NEWS)
    ]
    assert times == consensus.retold_of(pipeline.prepare(documents, Options()), 1.0)


def test_a_query_says_what_matters():
    """Not where a sentence stands."""
    assert not openings([1, 2, 3, 4, 5, 6], query="fuel").any()


def test_only_long_lines_pay_for_their_length_where_sentences_count():
    """Of 10, 10 and 40 words, 20 on average, the third is 40/26 as long as a line may be for nothing."""
    texts = [" ".join(["word"] * words) + "." for words in (10, 10, 40)]
    texts = [
        f"{name.title()} {text[5:]}" for name, text in zip(("herald", "courier", "post"), texts, strict=True)
    ]
    documents = [document_of(f"outlet{number}", text) for number, text in enumerate(texts)]
    material = pipeline.prepare(documents, Options(budget=Budget(2)))
    assert consensus.length_of(material) == pytest.approx([1, 1, (40 / 26) ** 0.5])
    assert consensus.length_of(replace(material, budget=Budget(60, "words")))[2] == pytest.approx(40**0.5)


def test_many_voices_are_brief():
    """Of three reviews two say one thing, so words divide by the power of .5 + 2/3."""
    reviews = "The rooms were very clean and very quiet. Our rooms were quiet and clean. The staff at the desk was kind."
    material = pipeline.prepare([document_of("reviews", reviews)], Options(budget=Budget(20, "words")))
    assert consensus.length_of(material) == pytest.approx(material.words ** (1 / 2 + 2 / 3))


SPILL = (
    "A barge spilled forty tonnes of rape oil into the Orme Canal near Hexley on Friday morning.",
    "Forty tonnes of oil leaked from a ruptured barge into a canal outside Hexley on Friday.",
    "The Orme Canal at Hexley was closed after oil from a damaged barge covered the water on Friday.",
    "Oil from a barge that struck a lock has fouled the canal through Hexley since Friday morning.",
    "Hexley woke on Friday to a canal full of oil from a barge.",
)
THEN = (
    "Volunteers carried more than sixty swans to a gymnasium and washed them there.",
    "The skipper told police that a chain in the lock had torn the hull open.",
    "Two farms that water their fields from the canal were told to stop.",
    "Booms should keep what is left from reaching the river, the fire chief said.",
    "The owner of the barge has offered to pay for the cleaning.",
)


def test_one_event_gets_one_lede():
    """Five outlets open with the spill in their own words: two lines of the digest are not both openings."""
    documents = [
        document_of(f"outlet{number}", f"{first} {then}")
        for number, (first, then) in enumerate(zip(SPILL, THEN, strict=True))
    ]
    material = pipeline.prepare(documents, Options(budget=Budget(4)))
    _, picks = consensus.consensus(material, Options(budget=Budget(4)))
    assert sum(material.place[pick.row] == 0 for pick in picks) == 1
