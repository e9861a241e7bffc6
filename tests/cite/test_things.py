"""Figures of two things: two stuffs, two years, two rates, two who did the same."""

import pytest

from summarize.cite.things import are_two
from tests.cite.test_updates import read


def of_two_things(a, b):
    """Of the first figure of either sentence."""
    x, y = read(a), read(b)
    return are_two(x, x.figures[0], y, y.figures[0])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Police seized 120 kilograms of cocaine.", "Police seized 80 kilograms of heroin in Orlen."),
        ("Orlen expects 300 million euros this year.", "Orlen expects 340 million euros next year."),
        ("The mortgage rate rose to 4.5 percent.", "The savings rate rose to 2.1 percent."),
        ("Parliament passed the bill with 61 votes.", "The senate passed the bill with 22 votes."),
        ("An earthquake of magnitude 6.1 hit Orlen.", "An aftershock of magnitude 5.2 hit Orlen."),
    ],
)
def test_two_words_in_one_place_tell_two_things_apart(a, b):
    """Neither sentence has the word of the other, beside the same noun or verb."""
    assert of_two_things(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Police seized 120 kilograms of cocaine.", "Police have seized 150 kilograms of pure cocaine."),
        ("Orlen expects 300 million euros this year.", "Orlen now expects 340 million euros."),
        ("The wildfire has burned 3,000 hectares.", "The blaze has burned 3,400 hectares."),
        (
            "With half of the votes counted, she had 41 percent.",
            "With all votes counted, she had 44 percent.",
        ),
        ("The quake killed 12 people.", "The disaster killed 40 people."),
    ],
)
def test_other_words_for_one_thing_do_not(a, b):
    """A blaze is a wildfire, and the dead are told of in any words."""
    assert not of_two_things(a, b)
