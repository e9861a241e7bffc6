"""Which documents count as one voice."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.model import Document, Span
from summarize.text import origins

REPORT = (
    "The dam at Norwick gave way shortly after four on Monday morning. Some 1,200 people left their homes before "
    "the water reached the lower town. The mayor, Ada Quill, said that nobody was missing. Engineers had warned of "
    "cracks in the northern wall two years ago, and the council had put off the repair twice. The river is expected "
    "to fall by Thursday. Schools stay closed until further notice, and trains to the coast end at Lowmarket."
)
OWN_WORDS = (
    "Norwick woke to sirens on Monday when its old dam burst. By dawn more than a thousand residents had fled the "
    "valley. No one has been reported missing so far, according to Mayor Ada Quill. The wall had been known to be "
    "weak: a survey found cracks, and councillors twice refused the money to mend it. Rail services stop short of "
    "the coast, classrooms are empty and the water will take days to go down."
)
SENTENCES = REPORT.split(". ")


def document(text, uri="a", **details):
    return Document.from_text(text, uri=uri, **details)


def group(*texts, **details):
    return origins.group([document(text, f"{i}.txt", **details) for i, text in enumerate(texts)]).tolist()


def test_own_words_are_an_origin_of_their_own():
    """Two reporters who tell the same facts are two voices."""
    assert [0, 1] == group(REPORT, OWN_WORDS)


def test_a_reprint_with_another_headline_and_a_cut_is_the_same_origin():
    """Most of the smaller text stands in the larger one."""
    reprint = "Thousand flee as dam bursts\n\n" + ". ".join(SENTENCES[:4])
    assert [0, 1, 0] == group(REPORT, OWN_WORDS, reprint)


def test_a_shared_quotation_does_not_join():
    """A press statement quoted at length by both leaves them two."""
    statement = " “We were told, more than once, that the wall would hold for another ten years,” she said."
    assert [0, 1] == group(REPORT + statement, OWN_WORDS + statement)


def test_half_a_text_joins_only_with_a_source_in_common():
    """The same publisher, or the same agency's credit, lowers the share that is asked for."""
    half = ". ".join(SENTENCES[:3]) + ". " + OWN_WORDS[190:]
    assert [0, 1] == group(REPORT, half)
    assert [0, 0] == group("NORWICK, May 6 (Lowland) – " + REPORT, "(Lowland) — " + half)
    assert [0, 0] == group(REPORT + " Associated Press", half + " Reporting by the Associated Press")
    assert [0, 0] == group(REPORT, half, publisher="Herald")


def test_a_credit_alone_joins_nothing():
    """Two reports of one agency are two reports."""
    assert [0, 1] == group("NORWICK (AP) — " + REPORT, "NORWICK (AP) — " + OWN_WORDS)


@pytest.mark.parametrize("other", ["the DAM  held!", "The dam held"])
def test_equal_words_are_one_origin_however_short(other):
    """Case, space and punctuation make no second voice."""
    assert [0, 0] == group("The dam held.", other)


def test_short_texts_are_joined_by_nothing_less_than_equality():
    """In a text of under twenty trigrams, one shared phrase would be everything."""
    assert [0, 1] == group(
        "The dam at Norwick held on Monday night.", "The dam at Norwick held on Monday night, says Quill."
    )


def test_empty_texts_have_nothing_in_common():
    """Silence is not agreement."""
    assert [0, 1] == group("", " \n")


def test_one_page_under_two_addresses_is_one_origin():
    """Tracking parameters, a mobile host and a trailing slash do not make another page; a number does."""
    uris = [
        "https://www.herald.example/dam?id=7&utm_source=feed",
        "http://m.herald.example/dam/?id=7#top",
        "https://herald.example/dam?id=8",
    ]
    texts = [REPORT, "An update.", OWN_WORDS]
    found = origins.group([document(text, uri) for text, uri in zip(texts, uris, strict=True)])
    assert [0, 0, 1] == found.tolist()


def test_items_of_one_feed_are_not_one_page():
    """Without a link of their own they are cited by their place in it."""
    items = [
        Document.from_text(text, uri=f"https://herald.example/feed#{number}")
        for number, text in enumerate(("The dam held.", "Rents rise."), start=1)
    ]
    assert [0, 1] == origins.group(items).tolist()


def test_boilerplate_outside_the_spans_joins_nobody():
    """Only what may be quoted is compared."""
    notice = "This page uses cookies so that we can count our readers and show you what else there is. "
    notice += "By reading on you agree to the terms of the Lowland Press Group, which you find at the end of this page."
    documents = [document(notice + text, str(i)) for i, text in enumerate(["The dam held.", "It rained."])]
    spans = [[Span(len(notice), len(each.text))] for each in documents]
    assert [0, 0] == origins.group(documents).tolist()
    assert [0, 1] == origins.group(documents, spans).tolist()


def test_many_copies_of_one_text_are_found_past_the_number_of_leaders():
    """A wire report with a masthead of each paper is one origin, be it printed by six hundred."""
    many = [f"Paper {i} of town {i}. {REPORT} Read more in number {i}." for i in range(600)]
    assert {0} == set(group(*many))


@given(
    st.lists(st.lists(st.sampled_from(SENTENCES + OWN_WORDS.split(". ")), max_size=8), max_size=6),
    st.randoms(),
)
def test_the_partition_does_not_depend_on_the_order_of_documents(texts, chance):
    """Numbers follow the order of documents; who is with whom does not."""
    documents = [
        document(". ".join(text), str(i), publisher=chance.choice([None, "Herald"]))
        for i, text in enumerate(texts)
    ]
    shuffled = random.Random(7).sample(documents, len(documents))

    def partition(ordered):
        numbers = origins.group(ordered).tolist()
        assert sorted(set(numbers)) == list(dict.fromkeys(numbers)) == list(range(len(set(numbers))))
        return {
            frozenset(d.uri for d, n in zip(ordered, numbers, strict=True) if n == number)
            for number in numbers
        }

    assert partition(documents) == partition(shuffled)


def test_trigrams_are_numbered_alike_however_many_words_there_are(monkeypatch):
    """Past a million words pairs are numbered first; the trigrams of a text stay the same."""
    the, dam, held, all_, night, again = range(6)
    texts = [np.array([the, dam, held, all_, the, dam, held, again]), np.array([all_, the, dam, held, night])]
    small = [column.tolist() for column in origins._trigrams(texts)]
    monkeypatch.setattr(origins, "_NUMBERED", 0)
    assert small == [column.tolist() for column in origins._trigrams(texts)]
