"""The reader's words: found as written, whole, in any case."""

import pytest

from summarize.briefing.topics import held


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("dam", "The Dam held.", True),
        ("dam", "The damage is small.", False),
        ("flood*", "Flooding in the valley", True),
        ("Hallin Dam", "the HALLIN\n  dam", True),
        ("C++", "written in C++.", True),
        ("大坝", "昨天大坝守住了", True),
        ("AT&T", "shares of AT&T fell", True),
    ],
)
def test_a_word_is_found_whole(word, text, found):
    """A star at the end stands for any ending; scripts without spaces have no whole words."""
    assert found == bool(held([word], text))
