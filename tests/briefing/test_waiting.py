"""Articles there was no room for on their day, as they are told on the next."""

from summarize.render.briefing_wording import standing
from tests.briefing.desk import Desk, config, item

BUDGET = "The government in Orlen has adopted the budget, and schools get 900 million crowns."
BEFORE = "In the Lurin valley the weather will be dry on Monday with fog along the lower river."
AFTER = "In the Lurin valley the weather will be wet on Tuesday with sunny spells on the upper river."
WALK = "A society of walkers in Skell has marked forty new paths through the forest above the mill."


def busy(desk, *waiting):
    """A first day that has room for nothing but what two outlets report."""
    return desk.brief(
        *(item(each, BUDGET, title="Budget adopted") for each in ("herald", "courier")), *waiting
    )


def lines(paper):
    return [line.text for entry in paper.entries for line in entry.digest.lines]


def test_what_waited_gives_way_to_what_its_outlet_has_said_since():
    """Monday's weather is not told under Tuesday's headline."""
    desk = Desk(config(briefing={"stories": 1}))
    busy(desk, item("radio", BEFORE, title="Weather in the Lurin valley: dry", hours=2))
    paper = desk.brief(item("radio", AFTER, day=2, title="Weather in the Lurin valley: wet"), day=2).paper
    assert (["Weather in the Lurin valley: wet"], [AFTER]) == (
        [entry.digest.title for entry in paper.entries],
        lines(paper),
    )


def test_what_a_feed_lists_late_takes_nobodys_place():
    """Radio's report of the morning waited; that its feed has an older one today makes it no older."""
    desk = Desk(config(briefing={"stories": 1}))
    busy(desk, item("radio", AFTER, title="Weather in the Lurin valley: wet", hours=2))
    late = item("radio", BEFORE, day=2, title="Weather in the Lurin valley: dry", hours=40)
    assert {BEFORE, AFTER} == {*lines(desk.brief(late, day=2).paper)}


def test_what_another_outlet_has_is_told_beside_it():
    """Who has gone on speaks for himself alone."""
    desk = Desk(config(briefing={"stories": 1}))
    busy(desk, item("radio", BEFORE, title="Weather in the Lurin valley: dry", hours=2))
    paper = desk.brief(item("star", AFTER, day=2, title="Weather in the Lurin valley: wet"), day=2).paper
    assert AFTER in lines(paper)
    assert "Weather in the Lurin valley: wet" == paper.entries[0].digest.title


def test_a_story_that_waited_says_when_it_was_reported():
    """It is new to the reader, and not of today."""
    desk = Desk(config(briefing={"stories": 1}))
    busy(desk, item("radio", WALK, title="Forty new paths above Skell", hours=2))
    paper = desk.brief(day=2).paper
    assert [WALK] == lines(paper)
    assert [said for said in standing(paper.entries[0], paper) if said.startswith("reported")]


def test_a_story_of_today_does_not():
    """What was reported since the last briefing is of today."""
    desk = Desk(config(briefing={"stories": 1}))
    busy(desk)
    paper = desk.brief(item("radio", WALK, day=2, title="Forty new paths above Skell", hours=6), day=2).paper
    assert [] == [said for said in standing(paper.entries[0], paper) if said.startswith("reported")]
