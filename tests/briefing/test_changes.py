"""Values that become others over days, as a reader of consecutive briefings sees them."""

import pytest

from tests.briefing.desk import Desk, config, item

OPENED = "Mindestens 140 Menschen sind bei dem Erdbeben im Lurin-Tal am Sonntag ums Leben gekommen."
RISEN = "Nach dem Erdbeben im Lurin-Tal ist die Zahl der Toten am Montag auf 212 gestiegen."
IN_ALL = "Insgesamt starben bei dem Erdbeben im Lurin-Tal 240 Menschen, teilte das Ministerium mit."
BUDGET = "Die Regierung in Orlen hat den Haushalt beschlossen, für Schulen gibt es 900 Millionen Kronen."


def lines(paper):
    return [line.text for entry in paper.entries for line in entry.digest.lines]


def changes(paper):
    return [(each.before, each.after) for entry in paper.entries for each in entry.changes]


def german(outlet, text, **about):
    return item(outlet, text, language="de", **about)


def test_what_waited_is_not_told_beside_what_is_newer():
    """A story that had no room has a second chance the next day, its toll has not."""
    desk = Desk(config(briefing={"stories": 1}))
    opened = german("radio", OPENED, title="140 Tote bei Erdbeben im Lurin-Tal", hours=2)
    budget = [german(each, BUDGET, title="Haushalt beschlossen") for each in ("herald", "courier")]
    assert ("140 Tote bei Erdbeben im Lurin-Tal",) == desk.brief(*budget, opened).paper.untold
    paper = desk.brief(german("herald", RISEN, day=2, title="212 Tote", hours=20), day=2).paper
    assert ([RISEN], 2) == (lines(paper), paper.told)


def test_what_waited_is_no_difference_of_today():
    """An older report that still has the old toll disputes nothing."""
    desk = Desk(config(briefing={"stories": 1}))
    said = "The earthquake in the Lurin valley has killed {} people, the government in Orlen said."
    budget = "The government in Orlen has adopted the budget, and schools get 900 million crowns."
    opened = item("radio", said.format(140), title="140 dead in Lurin valley earthquake", hours=2)
    desk.brief(*(item(each, budget, title="Budget adopted") for each in ("herald", "courier")), opened)
    now = item("herald", said.format(212), day=2, title="Quake kills 212", hours=20)
    paper = desk.brief(now, day=2).paper
    assert [said.format(212)] == lines(paper)
    assert [] == [each for entry in paper.entries for each in entry.digest.differences]


@pytest.mark.parametrize("hours", [8, 12])
def test_of_two_tolls_of_one_morning_the_higher_is_the_later(hours):
    """Whichever sentence has a day's newest, it is told against what the reader knows."""
    desk = Desk(config("herald", "courier"))
    desk.brief(german("radio", OPENED, title="140 Tote bei Erdbeben im Lurin-Tal"))
    behind = german("courier", RISEN, day=2, title="Erdbeben im Lurin-Tal", hours=hours)
    paper = desk.brief(german("herald", IN_ALL, day=2, title="240 Tote nach Erdbeben"), behind, day=2).paper
    assert ([("140", "240")], [IN_ALL]) == (changes(paper), lines(paper))
