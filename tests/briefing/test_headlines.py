"""Headlines without a text: told where nobody has more to say."""

from tests.briefing.desk import Desk, config, item

HEADLINE = "Crack found in the Hallin Dam after heavy rain"


def lines(made):
    return [line.text for entry in made.paper.entries for line in entry.digest.lines]


def test_a_watched_headline_is_told_and_cited():
    """It stands first, as its outlet has it to the letter."""
    desk = Desk(config("herald", "courier", watch=[{"words": ["Hallin Dam"]}]))
    other = item("courier", "The council of Nuria met on Thursday and voted for a bridge.", title="Bridge")
    first, _ = desk.brief(item("herald", HEADLINE, title=HEADLINE), other).paper.entries
    [line] = first.digest.lines
    assert (("Hallin Dam",), HEADLINE) == (first.watch, line.citations[0].quote)


def test_a_headline_gives_way_to_a_text():
    """It counts as one more outlet."""
    lede = "A crack was found in the Hallin Dam after heavy rain, the water board said."
    desk = Desk(config("herald", "courier"))
    made = desk.brief(
        item("herald", HEADLINE, title=HEADLINE),
        item("courier", lede, title="Crack in Hallin Dam found after rain"),
    )
    assert ([lede], [2]) == (lines(made), [each.outlets for each in made.paper.entries])


def test_a_story_is_called_as_those_call_it_who_have_a_text():
    """Of a gallery of pictures there may be but its headline."""
    lede = "A crack was found in the Hallin Dam after heavy rain, the water board said."
    title = "Crack in Hallin Dam found by walker"
    pictures = "In pictures: crack in the Hallin Dam after rain"
    made = Desk(config("herald", "courier")).brief(
        item("courier", lede, title=title), item("herald", pictures, title=pictures)
    )
    assert [(title, 2)] == [(each.digest.title, each.outlets) for each in made.paper.entries]


def test_a_headline_is_told_once():
    """The same one under another id is known by its words."""
    desk = Desk(config("herald"))
    desk.brief(item("herald", HEADLINE, title=HEADLINE))
    assert [] == lines(desk.brief(item("herald", HEADLINE, title=HEADLINE, day=2), day=2))


def test_of_stories_covered_alike_a_headline_alone_comes_last():
    """A text has more to tell; what two outlets have a headline of still comes before what one has a text of."""
    bridge = "The council of Nuria met on Thursday and voted for a bridge over the Sedge."
    market = "Covered market of Tarrow opens with ninety stalls"
    desk = Desk(config("aurora", "herald", "courier"))
    made = desk.brief(
        item("aurora", HEADLINE, title=HEADLINE),
        item("herald", market, title=market),
        item("courier", market + " today", title=market + " today"),
        item("courier", bridge, title="Bridge", hours=20),
    )
    assert [2, 1, 1] == [entry.outlets for entry in made.paper.entries]
    assert [bridge, HEADLINE] == lines(made)[1:]
