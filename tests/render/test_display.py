"""How a quote is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.render.display import tidy


@pytest.mark.parametrize(
    ("expected", "quote"),
    [
        ("The dam held.", "The\n  dam\u00a0held."),
        ("The dam held.", "The dam held.\u0392"),
        ("“It held.”", "“It held.”\u0392 "),
        ("The dam held.", "The dam held. \u0392"),
        ("It’s over — he said", "It\x92s over \x97 he said"),
        ("It’s over", "It\u00e2\u20ac\u2122s over"),
        ("Müller", "M\u00c3\u00bcller"),
        ("ﬁrst “quoted” ‘words’", "ﬁrst “quoted” ‘words’"),
        ("À Genève, « ça va »", "À Genève, « ça va »"),
        ("Το Α και το \u0392", "Το Α και το \u0392"),
        ("", " \n\t"),
    ],
)  # fmt: skip
def test_only_damage_is_repaired(expected, quote):
    """White space is folded and broken encodings mended; quotation marks, ligatures and accents stay."""
    assert expected == tidy(quote)


@given(st.text())
def test_tidy_is_one_line(quote):
    """Any quote becomes one line without double spaces."""
    shown = tidy(quote)
    assert shown == " ".join(shown.split())
