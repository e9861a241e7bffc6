"""Values that become others over days, as a reader of consecutive briefings sees them."""

from datetime import timedelta

import pytest

from summarize import pipeline
from summarize.briefing import changes as values
from summarize.model import Document
from summarize.options import Options
from tests.briefing.desk import Desk, config, item
from tests.briefing.papers import DAWN

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


def test_of_two_numbers_of_missing_of_one_hour_one_is_told():
    """They may have become more or fewer."""
    said = "After the earthquake in the Lurin valley {} people are still missing, {} said."
    desk = Desk()
    desk.brief(item("radio", said.format(40, "the army"), title="40 missing"))
    now = [
        item(each, said.format(number, f"the {each}"), day=2, title="Missing")
        for each, number in (("herald", 12), ("courier", 20))
    ]
    assert [("40", "20")] == changes(desk.brief(*now, day=2).paper)


ROSE = "The death toll of the earthquake in the Lurin valley has risen to 212, the government said."


def test_a_toll_that_was_told_is_not_told_again():
    """In other words, on another day: the story goes on without it."""
    again = "In all 212 people died in the earthquake in the Lurin valley. Rain made the search harder."
    desk = Desk()
    desk.brief(item("herald", ROSE, title="Toll rises to 212"))
    paper = desk.brief(item("courier", again, day=2, title="Lurin valley quake"), day=2).paper
    assert ["Rain made the search harder."] == lines(paper)


def test_a_toll_is_another_than_the_last_that_was_told():
    """What a correction replaced is compared with no more, and nothing is said to change twice.

    Not even where the article that had it tells no date.
    """
    days = (
        "The number of people killed when the ferry Marlet sank off Saltby has risen to seven.",
        "The coastguard has lowered the number of deaths in the Saltby ferry disaster from seven to six.",
        "A crane lifted the wreck of the Marlet from the Sound. Fourteen people are now known to have died.",
        "Fourteen people died when the ferry Marlet sank off Saltby on 5 April. Crew had reported a door.",
        "Fifteen people lost their lives when the ferry Marlet sank off Saltby, the coastguard said.",
    )
    desk = Desk()
    undated = {3: {"published": None}}
    papers = [
        desk.brief(
            item("herald", text, day=day, title="The Saltby ferry Marlet", **undated.get(day, {})), day=day
        ).paper
        for day, text in enumerate(days, start=1)
    ]
    assert [[], [("7", "6")], [("6", "14")], [], [("14", "15")]] == [changes(paper) for paper in papers]


def test_what_is_counted_beside_a_known_toll_is_told_without_it():
    """Where a sentence has it; else the one that has both, and no value is called another."""
    both = "The death toll of the earthquake in the Lurin valley has risen to 212, with 40 missing."
    alone = "Forty people are still missing in the Lurin valley after the earthquake, the army said."
    for texts, expected in (([both, alone], alone), ([both], both)):
        desk = Desk()
        desk.brief(item("herald", ROSE, title="Toll rises to 212"))
        now = [item(f"paper{at}", text, day=2, title="Lurin quake") for at, text in enumerate(texts)]
        paper = desk.brief(*now, day=2).paper
        assert ([expected], []) == (lines(paper), changes(paper))


def test_a_number_is_told_once_of_one_thing():
    """On two days as in two stories of one."""
    shut = "The strike of the bakers in the capital has shut 650 bakeries, and bread is short."
    again = "Some 650 bakeries in the capital stayed shut."
    rice = "Hotels in the capital serve rice for breakfast, guests and waiters say."
    two = Desk(config("herald", "radio"))
    now = [item(each, shut, title="Strike shuts 650 bakeries") for each in ("herald", "post")]
    assert again not in lines(two.brief(*now, item("radio", f"{rice} {again}", title="Rice")).paper)
    later = item("radio", again, day=2, title="Bakeries in the capital stay shut")
    assert [] == lines(two.brief(later, day=2).paper)


LIVE = (
    "The metro line 3 is running with delays because of a signal fault at the museum."
    " The army sends tents and blankets to the valley, and the river has been dammed."
)
QUAKE = (
    f"{ROSE} Rescuers went on searching for survivors in the rubble of Marasa until dawn on Monday."
    " The army is sending tents and blankets to the valley, and the river has been dammed."
)


def quake_and_live(title, live):
    quake = [
        item("herald", QUAKE, title="Earthquake death toll rises to 212"),
        item("courier", QUAKE.replace("until dawn", "all night"), title="Quake toll rises to 212"),
    ]
    desk = Desk(config("herald", "courier", "radio", briefing={"length": 12, "stories": 6}))
    return desk.brief(*quake, item("radio", live, title=title)).paper


def test_a_live_page_that_is_about_a_story_brings_no_other_news_into_it():
    """Nor does it name the story."""
    paper = quake_and_live("Live: Lurin valley earthquake", LIVE)
    assert ["Earthquake death toll rises to 212"] == [entry.digest.title for entry in paper.entries]
    assert not any("metro" in line for line in lines(paper))


def test_a_live_page_of_a_day_does_not_tell_what_a_story_above_is_about():
    """Printed there or not; what is nowhere else it tells, as a story of its own."""
    paper = quake_and_live("Live: Sunday in Orlen", LIVE)
    assert ["Earthquake death toll rises to 212", "Live: Sunday in Orlen"] == [
        entry.digest.title for entry in paper.entries
    ]
    said = [line for line in lines(paper) if "tents" in line or "metro" in line]
    assert [QUAKE.split(". ")[2], LIVE.split(" The army")[0]] == said


def test_a_number_told_of_one_thing_is_not_told_again_of_another_story():
    """A page of the next day gives it in passing."""
    desk = Desk()
    shut = "The strike of the bakers in the capital has shut 650 bakeries, and bread is short."
    desk.brief(item("herald", shut, title="Strike shuts 650 bakeries"))
    live = "About 650 bakeries in the capital are shut. The metro is late because of a signal fault."
    paper = desk.brief(item("radio", live, day=2, title="Live: Monday"), day=2).paper
    assert ["The metro is late because of a signal fault."] == lines(paper)


def test_a_live_page_does_not_say_in_three_words_what_stands_above():
    """However short a sentence is."""
    over = "The measles outbreak in the north of Orlen is over after 31 cases, the health office said."
    live = "The measles outbreak is over. The opera has sold 900 tickets for a new production of Carmen."
    desk = Desk(config("herald", "courier", "radio", briefing={"stories": 5}))
    above = [item(each, over, title="Measles outbreak over") for each in ("herald", "courier")]
    said = lines(desk.brief(*above, item("radio", live, title="Live: Monday in the capital")).paper)
    assert [over, "The opera has sold 900 tickets for a new production of Carmen."] == said


@pytest.mark.parametrize("title", ["Live: the day as it happens", "Friday briefing: things to know"])
def test_a_page_of_all_stories_comes_below_those_of_one_outlet(title):
    """It is as much covered, and leaves out what stands above it."""
    storm = "Hurricane Odile made landfall at Sandhaven on Thursday with winds of 170 kilometres an hour."
    recall = "Doveton widened its recall of child car seats to 210,000 after two children were hurt."
    page = "Hurricane Odile made landfall at Sandhaven. Doveton widened its recall to 210,000 car seats."
    desk = Desk(config("herald", "courier", "radio", briefing={"stories": 5}))
    items = [
        item("herald", storm, title="Odile hits Sandhaven"),
        item("courier", recall, title="Recall widened"),
    ]
    assert {storm, recall} == {*lines(desk.brief(item("radio", page, title=title), *items).paper)}


def test_what_is_known_to_be_out_of_date_is_asked_no_more(monkeypatch):
    """Nor is what gives no value: the work grows with the old reports, and not with the new ones as well."""
    said = (
        "The earthquake in the Lurin valley has killed {} people. The roads of the Lurin valley are closed."
    )
    tolls = {
        "herald": (140, 0),
        "post": (141, 0),
        "radio": (212, 20),
        "courier": (213, 21),
        "echo": (215, 22),
    }
    material = pipeline.prepare(
        [
            Document.from_text(
                said.format(toll), uri=name, language="en", published=DAWN + timedelta(hours=hours)
            )
            for name, (toll, hours) in tolls.items()
        ],
        Options(),
    )
    updates, asked = values.updates, []

    def counted(now, before, similarity):
        asked.append((now.text, before.text))
        return updates(now, before, similarity)

    monkeypatch.setattr(values, "updates", counted)
    old = [row for row in range(len(material.table)) if "killed 14" in material.table.text(row)]
    assert (frozenset(old), 2) == (values.outdated(material), len(asked))


def test_a_changed_value_under_its_headline_is_told_first():
    """The headline is of the new offer, and so is the first line, though the others are more alike."""
    offer = "The Sedge Railway offers {} percent more pay to its train drivers, who ask for 6 percent."
    queues = (
        "Hundreds of commuters queued for buses in Lindmar as the train drivers of the Sedge line struck."
    )
    after = "Buses in Lindmar were full as train drivers of the Sedge Railway struck for more pay, and commuters queued."
    desk = Desk(config("herald", "courier", "radio", briefing={"length": 3}))
    desk.brief(item("herald", offer.format(3), title="Drivers call a strike"))
    offers = f"{offer.format(4)} {queues}"
    now = [
        item("herald", offers, title="Railway raises its offer", day=2),
        item("courier", f"{queues} {after}", title="Queues at the station", day=2),
        item("radio", after, title="Buses full", day=2),
    ]
    paper = desk.brief(*now, day=2).paper
    assert [("3 percent", "4 percent")] == changes(paper)
    assert offer.format(4) == lines(paper)[0]


def test_a_value_in_a_headline_was_told():
    """Though no line had it; once, and not where a line has had another since."""
    blast = "A blast destroyed a bakery in Kelm at dawn, and windows broke a mile away."
    desk = Desk(config("herald", "courier", briefing={"length": 1}))
    desk.brief(item("herald", f"{blast} The street was closed.", title="Four injured in Kelm bakery blast"))
    five = "Five people are now known to have been injured in the explosion at a bakery in Kelm."
    paper = desk.brief(item("courier", five, day=2, title="Kelm bakery blast: the street opens"), day=2).paper
    assert [("4", "5")] == changes(paper)
    again = "In all five people were injured when a bakery in Kelm exploded. Its owner was away."
    later = desk.brief(item("herald", again, day=3, title="Owner of Kelm bakery was away"), day=3).paper
    assert [] == changes(later)


def test_a_value_of_a_headline_that_a_line_has_too_is_asked_of_the_line():
    """That the 120 kilograms were of cocaine the headline does not say."""
    drug = "Police in Brod seized {} in {} warehouse on {}."
    desk = Desk(config("herald", "courier"))
    first = drug.format("120 kilograms of cocaine", "a", "Sunday")
    desk.brief(item("herald", first, title="Police in Brod seize 120 kilograms"))
    second = drug.format("80 kilograms of heroin", "the same", "Monday")
    paper = desk.brief(item("courier", second, title="Police in Brod seize 80 kilograms", day=2), day=2).paper
    assert [] == changes(paper)
