"""From documents to a digest: what must hold whatever the documents."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import library
from summarize.model import Budget, Bundle, Document, Failure
from summarize.options import METHOD_NAMES, Options
from summarize.pipeline import summarize
from summarize.text.split import sentences
from tests.builders import bundle_of, document_of

HERALD = """The old dam above Millbrook held through the night although the river rose by four metres.
Some 1,200 people were taken to schools and a sports hall in the next valley.
The mayor, Edna Quill, thanked the volunteers who had filled sandbags since Sunday evening.
"""
COURIER = """Millbrook's old dam held through the night although the river rose by four metres.
Engineers opened both spillways at dawn to lower the water behind the wall.
Farmers on the lower meadows lost most of this year's hay to the flood.
"""


def lines_of(bundle, **options):
    return [line.text for line in summarize(bundle, Options(**options)).lines]


def test_a_repeated_sentence_keeps_both_sources():
    """A sentence printed by two papers is one line with two citations."""
    same = "The old dam above Millbrook held through the whole of the stormy night."
    [line] = summarize(bundle_of(herald=same, courier=same)).lines
    assert [("courier", "primary"), ("herald", "same-text")] == [
        (citation.source.id, citation.kind) for citation in line.citations
    ]


def test_one_fact_is_told_once():
    """Two papers that report one fact in nearly the same words share a line."""
    told = lines_of(bundle_of(herald=HERALD, courier=COURIER), budget=Budget(5))
    assert 1 == sum("held through the night" in line for line in told)
    assert 5 == len(told)


def test_one_document_is_enough():
    """A single article is digested like any bundle."""
    assert 2 == len(lines_of(bundle_of(herald=HERALD), budget=Budget(2)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "holds no sentence"),
        ("ADVERTISEMENT", "holds no sentence"),
        ("the of and to in", "holds no sentence"),
        ("Rain fell.", "8 to 60 words"),
    ],
)
def test_nothing_to_quote_is_said(text, reason):
    """An empty digest is no error, and says why it is empty."""
    digest = summarize(bundle_of(herald=text))
    assert () == digest.lines
    assert any(reason in failure.error for failure in digest.skipped)


def test_a_document_of_litter_among_good_ones_is_named():
    """What was read and could not be used is listed with its reason, and still a source."""
    digest = summarize(bundle_of(herald=HERALD, wall="Please enable JavaScript"))
    assert ["wall"] == [failure.subject for failure in digest.skipped]
    assert {"herald", "wall"} == {source.id for source in digest.sources}


def test_what_was_skipped_is_listed_by_number():
    """The ninth record comes before the tenth, wherever the number stands."""
    names = ["a.jsonl:8", "a.jsonl:10", "a2.txt", "a10.txt"]
    skipped = [Failure(name, "is no record") for name in reversed(names)]
    digest = summarize(bundle_of(herald=HERALD), skipped=skipped)
    assert names == [failure.subject for failure in digest.skipped]


def test_too_small_a_budget_is_said():
    """A budget no sentence fits gives no line, and the shortest sentence's cost."""
    digest = summarize(bundle_of(herald=HERALD), Options(budget=Budget(10, "characters")))
    assert () == digest.lines
    assert any("10 characters" in failure.error for failure in digest.skipped)


def test_support_asks_for_independent_origins():
    """With support 2, only what two origins say is told."""
    told = lines_of(bundle_of(herald=HERALD, courier=COURIER), support=2)
    assert 1 == len(told)
    assert "held through the night" in told[0]


def test_a_query_leads():
    """What was asked for comes before what is central."""
    bundle = bundle_of(herald=HERALD, courier=COURIER)
    assert ["Farmers on the lower meadows lost most of this year's hay to the flood."] == lines_of(
        bundle, budget=Budget(1), query="hay of the farmers"
    )


def test_a_query_that_nothing_answers_is_said():
    """The digest is then the ordinary one, and says so."""
    digest = summarize(bundle_of(herald=HERALD), Options(query="zebra"))
    assert ["query"] == [note.subject for note in digest.notes]
    assert () == digest.skipped
    assert digest.lines


def test_dates_make_the_story_read_forward():
    """With every date known, the older source is told first."""
    older, newer = document_of("zulu", HERALD, day=1), document_of("alpha", COURIER, day=2)
    digest = summarize(Bundle("test", (newer, older)), Options(budget=Budget(4)))
    days = [line.citations[0].source.published for line in digest.lines]
    assert sorted(days) == days


QUOTATION = "“We opened both gates at dawn. The wall held, and so did we all,” said the mayor, Edna Quill.\n"


@pytest.mark.parametrize(("amount", "told"), [(1, 0), (2, 1), (3, 1), (4, 2), (5, 2)])
def test_a_quotation_counts_as_the_sentences_it_holds(amount, told):
    """Where a source holds nothing else, quotations of two sentences come in as two each, or not at all."""
    other = "“Families came to us all evening. The school has beds for eighty of them,” a caretaker, Bo Lund, said.\n"
    bundle = bundle_of(herald=QUOTATION, courier=other)
    digest = summarize(bundle, Options(budget=Budget(amount)))
    assert told == len(digest.lines)
    assert amount >= sentences_of(digest, bundle)
    if not told:
        assert ["no sentence fits 1 sentences: the shortest has 2 sentences"] == [
            failure.error for failure in digest.skipped
        ]


# Properties, over articles shuffled together from real-looking and broken pieces.
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *HERALD.splitlines(),
                *COURIER.splitlines(),
                "ADVERTISEMENT",
                "Also Read: Ten dams to see this summer",
                "MILLBROOK, May 3 (Valley Press) – The lake behind the dam is the deepest in the county.",
                "“We were lucky,” said Ms. Quill of the U.S. team. ''Very lucky.''",
                "“We opened both gates at dawn. The wall held, and so did we all,” said Edna Quill.",
                "“Nobody slept that night. We carried sand. The lake stood at our door,” Bo Lund told the paper.",
                "Wasser überall, sagte der Bürgermeister am Montag den Reportern vor dem Rathaus der Stadt.",
                "大坝在一夜的暴风雨之后仍然屹立不倒，没有任何人员受伤。",
            ]
        ),
        st.text(max_size=40),
    ),
    max_size=12,
).map("\n".join)
BUNDLES = st.lists(PIECES, min_size=1, max_size=4).map(
    lambda texts: Bundle(
        "test", tuple(document_of(f"paper {n}", text, language="en") for n, text in enumerate(texts))
    )
)
BUDGETS = st.one_of(
    st.builds(Budget, st.integers(1, 6), st.just("sentences")),
    st.builds(Budget, st.integers(1, 80), st.just("words")),
    st.builds(Budget, st.integers(1, 400), st.just("characters")),
    st.builds(Budget, st.floats(0.01, 1), st.just("ratio")),
    st.builds(Budget, st.floats(0.01, 0.5), st.just("minutes")),
)


@settings(deadline=None, max_examples=60)
@given(BUNDLES)
def test_every_quote_is_verbatim(bundle):
    """Each citation's quote is its document's text at its span, to the character."""
    texts = {document.id: document.text for document in bundle.documents}
    digest = summarize(bundle)
    for cited in (*digest.lines, *digest.differences):
        for citation in cited.citations:
            assert citation.span.of(texts[citation.source.id]) == citation.quote
            assert citation.quote == citation.quote.strip() != ""


def sentences_of(digest, bundle):
    """How many sentences the lines of a digest hold, as its documents are split."""
    split = {document.id: sentences(document) for document in bundle.documents}
    own = [line.citations[0] for line in digest.lines]
    return sum(
        cited.span.start < span.end and span.start < cited.span.end
        for cited in own
        for span in split[cited.source.id]
    )


@settings(deadline=None, max_examples=60)
@given(BUNDLES, BUDGETS)
def test_budgets_are_hard(bundle, budget):
    """However it is counted, a digest never holds more than was allowed."""
    digest = summarize(bundle, Options(budget=budget))
    told = [line.text for line in digest.lines]
    words = sum(len(line.split()) for line in told)
    everything = sum(len(document.text.split()) for document in bundle.documents)
    match budget.unit:
        case "sentences":
            assert sentences_of(digest, bundle) <= budget.amount
        case "words":
            assert words <= budget.amount
        case "characters":
            assert len("\n".join(told)) <= budget.amount
        case "ratio":
            assert words <= budget.amount * everything
        case "minutes":
            assert words <= budget.amount * 238


@settings(deadline=None, max_examples=30)
@given(BUNDLES, st.randoms(use_true_random=False), st.sampled_from(METHOD_NAMES))
def test_shuffling_changes_nothing(bundle, shuffler: random.Random, method):
    """The order in which documents arrive leaves no trace."""
    shuffled = list(bundle.documents)
    shuffler.shuffle(shuffled)
    options = Options(method=method)
    assert summarize(bundle, options) == summarize(Bundle("test", tuple(shuffled)), options)


@pytest.mark.parametrize(
    "wrong",
    [
        {"query": 5},
        {"title": 5},
        {"language": 1},
        {"min_words": "a"},
        {"support": 2.5},
        {"min_words": 0},
        {"method": "lexrnk"},
        {"order": "tim"},
        {"method": ["lead"]},
    ],
)
def test_options_that_make_no_sense_are_refused(wrong):
    """A wrong value is a ValueError that names its option, before anything is read."""
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Options(**wrong)


@pytest.mark.parametrize(
    ("amount", "unit"),
    [("3", "sentences"), (1.5, "sentences"), (True, "sentences"), (0, "words"), (2, "ratio"), (3, "lines")],
)
def test_budgets_that_make_no_sense_are_refused(amount, unit):
    """Sentences are counted whole; a ratio is at most 1."""
    with pytest.raises(ValueError, match=r"budget|ratio"):
        Budget(amount, unit)


def test_a_text_without_ends_of_sentences_is_not_told_to_widen_the_limits():
    """No limit makes a sentence of five thousand words fit to print; one of seventy may be."""
    [endless] = summarize(bundle_of(herald=" ".join(["word"] * 5000) + ".")).skipped
    [long] = summarize(bundle_of(herald="The " + " ".join(["word"] * 70) + ".")).skipped
    assert endless.error.endswith("the shortest has 5,000: give a text with ends of sentences")
    assert long.error.endswith("widen the limits")


def test_a_document_given_twice_is_read_once():
    """As a file is: it is one voice, and stands once among the sources."""
    text = "The old bridge at Sarn was closed on Monday after cracks were found in two of its piers."
    bridge = Document.from_text(text, publisher="Herald")
    assert 1 == len(library.summarize([bridge, bridge]).sources)
