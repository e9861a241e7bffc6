"""Lines measured in columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from summarize.render import sinks
from summarize.render.wrap import columns, wrap
from tests.render.strategies import dirty


@pytest.mark.parametrize(
    ("expected", "text", "width"),
    [
        ([], "", 10),
        (["The dam", "held."], "The dam held.", 8),
        (["abcdefghij", "klm no"], "abcdefghijklm no", 10),
        (["日本語の", "文章です"], "日本語の文章です", 8),
        (["これは", "「文」、", "です"], "これは「文」、です", 8),
        (["see 日本", "語"], "see 日本語", 8),
        (["e\u0301" * 5], "e\u0301" * 5, 5),
    ],
)
def test_lines(expected, text, width):
    """Words wrap at spaces, wide characters anywhere punctuation allows, and marks take no room."""
    assert expected == wrap(text, width)


def test_indent_and_hang():
    """Every line is indented, those after the first by the hang as well."""
    assert ["  [1] a b", "      c d"] == wrap("[1] a b c d", 9, indent="  ", hang=4)


@given(dirty.map(sinks.visible), st.integers(2, 60))
def test_lines_keep_the_text_and_the_width(text, width):
    """No line is wider than asked, and nothing but spaces is lost."""
    lines = wrap(text, width)
    assert text.replace(" ", "") == "".join(lines).replace(" ", "")
    assert all(wcswidth(line) <= width for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 400_000,
        "日" * 400_000,
        "a\u0301" * 200_000,
        "a " * 200_000,
        "\u0301" * 400_000,
        "\u3164" * 400_000,
    ],
)
def test_a_very_long_text_wraps(text):
    """A text of a million bytes wraps whole, wherever it can be broken."""
    assert len(text.replace(" ", "")) == sum(len(line.replace(" ", "")) for line in wrap(text, 80))


def test_columns_of_common_text():
    """Latin text takes a column a character, Han two."""
    assert (9, 4) == (columns("Brennöck…"), columns("日本"))
