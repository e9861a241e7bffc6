"""Whether a report goes on with an earlier story, or only has the place in common with it."""

import pytest

from summarize.briefing.bonds import Bonds
from tests.briefing.desk import item

BUS = "Two children were slightly hurt when a school bus slid off an icy road near Tarrow on Monday."
HIKER = "Rescuers are searching Mount Verra for Nils Aberg, who did not return from a walk on Saturday."


def held(now, before, language="en"):
    """Whether a text of today goes on with an earlier one, as far as their words tell."""
    texts = [item("herald", text, title=None, language=language).document for text in (now, before)]
    return Bonds(texts).hold(texts[:1], texts[1:])


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ("The library in Tarrow will be closed while its roof is repaired, the town said.", BUS, False),
        ("Lightning damaged the tower of the church in Tarrow on Saturday.", BUS, False),
        ("The icy road near Tarrow on which a school bus slid on Monday is closed.", BUS, True),
        ("Nils Aberg left the hospital in Orset on Thursday.", HIKER, True),
        ("A cabin on Mount Verra was painted green.", "A hiker fell to his death on Mount Verra.", False),
    ],
    ids=["a roof", "a church", "the road", "the same man", "the same mountain"],
)
def test_a_place_is_no_story(now, before, expected):
    """What happened binds, and whom it happened to; where it happened does not."""
    assert expected == held(now, before)


def test_where_names_cannot_be_told_the_vectors_have_the_last_word():
    """German writes all nouns as names."""
    assert held("Das Dach der Schule in Tarrow wird erneuert.", "Ein Bus rutschte in Tarrow.", "de")
