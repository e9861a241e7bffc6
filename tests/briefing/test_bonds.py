"""Whether a report goes on with an earlier story, or only has the place in common with it."""

from dataclasses import replace

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


MATCH = (
    "Harrow Town beat {} 2-1 on Saturday and stayed fourth in the Northern League. Danny Okoro put the home side"
    " ahead after 12 minutes with a header from a corner."
)
FERRY = "The coastguard says three bodies have been recovered off Saltby. Divers have reached the wreck of the Marlet."
GARDEN = "Rake the moss, feed the grass in May and have a sheet ready by the door."


def article(title, text, **about):
    return item("herald", text, title=title, **about).document


def goes_on(now, before):
    """Whether one document goes on with another."""
    return Bonds([now, before]).hold([now], [before])


def test_a_match_against_another_club_is_another_story():
    """The team, its scorer and its league are those of last week; who it beat is not."""
    now, before = (
        article(f"Harrow Town beat {club} 2-1", MATCH.format(club), day=day)
        for club, day in (("Kelsing Athletic", 8), ("Thorne Rovers", 1))
    )
    assert not goes_on(now, before)


def test_headlines_on_one_thing_need_not_share_a_name():
    """Long ones name much that the other report leaves out; the names that both texts have outweigh that."""
    before = article(
        "Orset museum: Kessler lent the stolen Marlet bell",
        "The bell of the Marlet was stolen from the Orset museum on Monday. Kessler had lent it to the museum.",
    )
    later = article(
        "Interpol asked to look for the Marlet bell of Orset",
        "Interpol has been asked to find the bell of the Marlet, which thieves took in Orset. Interpol has a list.",
    )
    assert goes_on(later, before)


def test_a_story_touched_in_passing_does_not_go_on():
    """Names bind that a report opens with."""
    storm = (
        "Storm Edda cut off the power of 3,000 homes around Saltby. Gusts of 98 kilometres an hour were measured."
        " Two roads are blocked by trees. Work at the wreck of the Marlet has stopped."
    )
    now, before = article("Storm Edda: 3,000 homes dark", storm), article("LIVE: Ferry off Saltby", FERRY)
    assert not goes_on(now, before)
    assert goes_on(
        article("Work off Saltby stops", "The wreck of the Marlet off Saltby is left alone."), before
    )


def test_a_column_is_new_each_time():
    """Other text of an outlet under the headline it had last week goes on with nothing."""
    now = article("Garden notes", "Those who had the sheet by the door saved the moss and the grass.", day=8)
    before = article("Garden notes", GARDEN)
    assert not goes_on(now, before)
    assert goes_on(replace(now, title="Garden notes, again"), before)


def test_an_article_at_a_new_address_is_no_column():
    """A sentence of the old one shows that it goes on; and a live page keeps its headline for days."""
    now, before = (
        article("Search off Saltby", f"{FERRY}{more}", day=day)
        for more, day in ((" One is alive.", 2), ("", 1))
    )
    assert goes_on(now, before)
    later = "Divers of the coastguard have recovered five bodies from the wreck off Saltby."
    assert goes_on(article("Live: the wreck", later, day=2), article("Live: the wreck", FERRY))


def test_where_names_cannot_be_told_the_vectors_have_the_last_word():
    """German writes all nouns as names."""
    assert held("Das Dach der Schule in Tarrow wird erneuert.", "Ein Bus rutschte in Tarrow.", "de")
