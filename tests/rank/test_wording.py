"""What a sentence's wording says about its part in a story."""

from datetime import UTC, datetime

import numpy as np
import pytest

from summarize.model import Document, SentenceTable
from summarize.rank import wording


def table_of(*texts, language="en", published=None):
    """Each text a document of one sentence."""
    documents = tuple(
        Document(str(place), str(place), text, language=language, published=published)
        for place, text in enumerate(texts)
    )
    n = len(texts)
    return SentenceTable(
        documents=documents,
        document=np.arange(n, dtype=np.int32),
        start=np.zeros(n, np.int64),
        end=np.array([len(text) for text in texts], np.int64),
        position=np.zeros(n, np.int32),
        eligible=np.ones(n, bool),
    )


def read(*texts, language="en"):
    return wording.Wording(table_of(*texts, language=language))


def test_a_name_goes_by_its_last_word():
    """First names and titles come and go; the last word of a run of capitals stays."""
    assert read("Then Mayor Edna Quill spoke to Anton Ferris-Lowe.").names == [("lowe", "quill")]


def test_punctuation_ends_a_name():
    """A month before a court is not its first name."""
    assert read("The ban fell in April, Tarrow Court said.").names == [("april", "court")]


def test_a_word_that_is_mostly_small_is_no_name():
    """The capital that opens a sentence makes no name, nor does a headline's."""
    assert read("Dams hold.", "The Dam held while the dam and the dam groaned.").names == [(), ()]


def test_figures_of_two_digits_are_names_of_facts():
    """12 and 1,200 tell a fact apart; 3 is everywhere."""
    assert read("Some 1,200 people in 12 buses left 3 towns.").names == [("1,200", "12")]


@pytest.mark.parametrize("text", ["We stand.", "“It is our dam,” she said.", "They told me.", "You may go."])
def test_first_and_second_person_are_seen(text):
    """Whoever speaks of himself speaks for himself."""
    assert read(text).personal.tolist() == [True]


def test_a_report_that_quotes_is_a_report():
    """Quoted from the first word on it is a statement; further on it is what the report tells."""
    assert read("The mayor asked: “Will our dam hold?”").personal.tolist() == [False]


@pytest.mark.parametrize("text", ["He left.", "But this was late.", "Their dam held."])
def test_what_leans_on_the_sentence_before_is_seen(text):
    """An opening pronoun stands for something a digest may not have said."""
    assert read(text).referring.tolist() == [True]


@pytest.mark.parametrize("text", ["“This dam will hold,” she said.", "The mayor left.", "But Quill stayed."])
def test_what_stands_alone_is_not_referring(text):
    """A quotation brings its own context, and a name needs none."""
    assert read(text).referring.tolist() == [False]


@pytest.mark.parametrize("text", ["The US stands.", "Rome stands.", "The mine stands.", "The F.B.I. stands."])
def test_words_that_only_look_personal_are_not(text):
    """US is a country, the I of F.B.I. a letter, and syllables are not words."""
    assert read(text).personal.tolist() == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Although the wall held, engineers refused to reopen the road.",
        "Critics say so.",
        "While many welcomed it, others left.",
        "The town faces sanctions.",
        "There are concerns about the wall.",
    ],
)
def test_objections_are_seen(text):
    """Doubt, refusal, condemnation and sanctions speak against a story's main line."""
    assert read(text).objecting.tolist() == [True]


def test_a_concern_of_business_is_no_objection():
    """A farming concern opposes nothing."""
    assert read("The farming concern grew, and meanwhile it rained.").objecting.tolist() == [False]


def test_word_lists_are_for_the_language_they_were_measured_in():
    """In another language the same letters mean nothing."""
    found = read("We object despite sanctions.", language="xx")
    assert (found.personal.tolist(), found.objecting.tolist()) == ([False], [False])


def test_years_before_the_story_are_background():
    """Published in 2026: what names 2021 only is background, what also names 2026 is not."""
    table = table_of(
        "Cracks were found in 2021.",
        "Found in 2021, they grew in 2026.",
        "The wall held.",
        published=datetime(2026, 3, 3, tzinfo=UTC),
    )
    assert wording.earlier(table).tolist() == [True, False, False]


def test_without_dates_the_year_of_a_story_is_the_latest_two_documents_name():
    """One author's prospect of 2090 does not make 2026 the past."""
    table = table_of("Built in 1911.", "Held in 2026.", "Held again in 2026.", "To stand until 2090.")
    assert wording.earlier(table).tolist() == [True, False, False, False]
