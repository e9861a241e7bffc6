"""What every rendering says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.model import Difference, Failure
from summarize.render import wording
from tests.render.builders import citation, digest, line, source

words = st.lists(st.text("abc12", min_size=1, max_size=9), min_size=1, max_size=40)


def test_a_source_is_named_once():
    """A source that says a line twice, or is the line's own, is not named again."""
    herald, courier = source(1), source(2)
    said = line(own=herald, also=[courier, herald, courier], same=[courier])
    assert (("also in", (courier,)),) == wording.support(said)


@pytest.mark.parametrize(
    ("expected", "quote", "value"),
    [
        ("Some 1,200 people left.", "Some  1,200\npeople left.", "1,200"),
        ("… then some 1,200 people left …", "It rained for four days, and then some 1,200 people left the town below.", "1,200"),
        ("It rained for four days, and …", "It rained for four days, and then some 1,200 people left the town below.", "four"),
        ("… people left the town below.", "It rained for four days, and then some 1,200 people left the town below.", "below"),
    ],
)  # fmt: skip
def test_a_context_is_cut_at_words(expected, quote, value):
    """A long quote is cut around the value, at words, with an ellipsis where something is missing."""
    assert expected == wording.clip(quote, value, length=30)


def test_a_context_has_all_values_of_a_sentence():
    """It is cut around them, and longer than asked if they are farther apart."""
    quote = (
        "After a night of rain the flood killed 7 people, the mayor said, and 8 are missing in the valley."
    )
    assert "… 7 people, the mayor said, and 8 are …" == wording.clip(quote, "7", "8", length=40)
    assert "… 7 people, the mayor said, and 8 …" == wording.clip(quote, "7", "8", length=20)


@given(words, st.data(), st.integers(20, 60))
def test_the_value_stays_in_sight(found, data, length):
    """However a quote is cut, the value is in it, and it is no longer than asked but for the ellipses."""
    quote, value = " ".join(found), data.draw(st.sampled_from(found))
    shown = wording.clip(quote, value, length=length)
    assert value in shown
    assert len(shown) <= length + len("…  …")
    assert shown.removeprefix("… ").removesuffix(" …") in quote


def test_what_was_set_aside_is_told_apart():
    """A copy and files of other kinds are not what could not be read, in the tally and by their headings."""
    failures = (
        Failure("a", "no such file"),
        Failure("b", "is the same text", True),
        Failure("c", "2 files", True),
    )
    made = digest(line(), skipped=failures, notes=(Failure("query", "no sentence"),))
    assert "1 sentence from 1 source; 1 skipped; 2 set aside" == wording.tally(made)
    assert [("Please note", ["query"]), ("Skipped", ["a"]), ("Set aside", ["b", "c"])] == [
        (heading, [each.subject for each in found])
        for heading, found in wording.left(made.skipped, made.notes)
    ]


@pytest.mark.parametrize(
    ("expected", "uncited", "skipped"),
    [
        ("1 sentence from 1 source", 0, 0),
        ("1 sentence from 1 of 2 sources read", 1, 0),
        ("1 sentence from 1 of 3 sources read; 2 skipped", 2, 2),
    ],
)
def test_the_tally(expected, uncited, skipped):
    """The tally counts sentences, sources used and read, and what was skipped."""
    sources = [source(number) for number in range(1, uncited + 2)]
    failures = tuple(Failure("x", "y") for _ in range(skipped))
    assert expected == wording.tally(digest(line(own=sources[0]), sources=sources, skipped=failures))


def test_equal_values_are_one_side():
    """A difference has as many sides as values, each with the context of the first who says it."""
    first, second, third = source(1), source(2), source(3)
    citations = (citation(first, "12 mills"), citation(second, "15 mills"), citation(third, "a dozen, or 12"))
    made = Difference("number", ("12", "15", "12"), citations)
    assert [("12", (first, third), "12 mills"), ("15", (second,), "15 mills")] == [
        (side.value, side.sources, side.quote) for side in wording.sides(made)
    ]


def test_values_that_differ_by_capital_letters_are_one_side():
    """ "Three" that begins a sentence is no other number than "three"; the first form is shown."""
    first, second, third = source(1), source(2), source(3)
    citations = (citation(first, "Three died."), citation(second, "Hit three."), citation(third, "Hit four."))
    made = Difference("number", ("Three", "three", "four"), citations)
    assert [("Three", (first, second)), ("four", (third,))] == [
        (side.value, side.sources) for side in wording.sides(made)
    ]
