"""Lines for stories: each at least one, the rest by worth."""

from hypothesis import given
from hypothesis import strategies as st

from summarize.briefing.room import share

stories = st.lists(st.tuples(st.floats(0.1, 50), st.integers(1, 20)), max_size=12)


def test_worth_decides_after_everybody_has_a_line():
    """Twelve lines among 4 : 2 : 1, the last of which can fill one; 2 / 4 is less than 4 / 7, and so on."""
    assert [8, 3, 1] == share([4, 2, 1], [20, 20, 1], 12)


def test_too_few_lines_go_to_the_first():
    """Rank decides who is told."""
    assert [1, 1, 0] == share([1, 1, 1], [3, 3, 3], 2)


@given(stories=stories, lines=st.integers(0, 60))
def test_shares_stay_within_their_limits(stories, lines):
    """Never more than there is, never more than a story can fill, and nothing left that could be used."""
    worths, most = [worth for worth, _ in stories], [each for _, each in stories]
    shares = share(worths, most, lines)
    assert sum(shares) == min(lines, sum(most))
    assert all(given <= can for given, can in zip(shares, most, strict=True))


def test_what_is_left_over_goes_to_those_that_had_one():
    """Two lines for each first; what the second story cannot fill, the first has."""
    assert [4, 2] == share([1, 9], [4, 2], 6, first=[1, 2])
    assert [1, 2] == share([9, 1], [4, 2], 3, first=[1, 2])
