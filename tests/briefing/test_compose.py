"""A day's paper from what waits and what was told: what is new, what has changed, what is left out."""

import random
from dataclasses import replace
from datetime import date

import pytest

from summarize import pipeline
from summarize.model import Document
from summarize.paper import Unread
from tests.briefing.desk import Desk, config, item, morning

TOLL = (
    "A landslide buried part of the village of Orsk on Sunday night, killing 12 people, the district office"
    " said. Rescuers with dogs searched the slope until dawn. Heavy rain had fallen for three days before the"
    " slope gave way. About 200 residents spent the night in the school of Lower Orsk."
)
TOLL_TOO = (
    "At least 12 people were killed when a landslide hit the village of Orsk late on Sunday. The road to the"
    " valley is closed to all traffic until further notice. Residents had warned of cracks in the slope since"
    " January."
)
RISEN = (
    "The number of people killed by the landslide in Orsk rose to 15 on Tuesday, the district"
    " office said. Three bodies were found under the bakery in the morning. The search for two missing people"
    " goes on. A landslide buried part of the village of Orsk on Sunday night, killing 12 people, the district"
    " office said."
)
LIBRARY = (
    "The city library of Port Lusk will open on Sundays from April, the council decided on Monday. The trial"
    " costs 40,000 crowns a year and runs until December. Readers had asked for it for a decade."
)


WEATHER = "Snow will fall above 800 metres on Wednesday night, the weather service said in its forecast."
CHESS = "An eleven-year-old girl won the regional chess title ahead of 63 adults without losing a game."


def landslide():
    return [
        item("herald", TOLL, title="Twelve dead as landslide hits Orsk"),
        item("courier", TOLL_TOO, title="Landslide kills 12 in Orsk"),
    ]


def risen():
    return item("herald", RISEN, day=2, title="Orsk landslide: toll rises to 15")


def library(day=1):
    return item("post", LIBRARY, day=day, title="Library to open on Sundays")


def lines(paper):
    return [line.text for entry in paper.entries for line in entry.digest.lines]


def test_what_two_outlets_report_comes_before_what_one_has():
    """Stories of one outlet stand in a part of their own, after those that several report."""
    paper = Desk().brief(library(), *landslide()).paper
    assert [(None, 2), ("Only one outlet reports", 1)] == [
        (part.name, entry.outlets) for part in paper.parts for entry in part.entries
    ]


def test_with_one_outlet_in_all_there_is_no_part_for_it():
    """Who follows one feed does not read that only one outlet reports."""
    assert [None] == [part.name for part in Desk().brief(library()).paper.parts]


def test_a_changed_figure_is_told_with_the_old_one():
    """A story goes on as the story it was: 12 became 15, and the day it was 12 is said."""
    desk = Desk()
    desk.brief(*landslide())
    [entry] = desk.brief(risen(), day=2).paper.entries
    assert ("updated", date(2026, 3, 2)) == (entry.status, entry.since)
    assert [("number", "12", "15", date(2026, 3, 2))] == [
        (each.kind, each.before, each.after, each.told) for each in entry.changes
    ]


def test_what_was_told_may_be_asked_for_once_more():
    """Whole stories under the day they were first told, though only their last texts are asked for."""
    desk = Desk()
    desk.brief(*landslide())
    news = set(lines(desk.brief(risen(), day=2).paper))
    [entry] = desk.brief(risen(), day=3, again=True).paper.entries
    assert ("continuing", date(2026, 3, 2)) == (entry.status, entry.since)
    assert news <= {line.text for line in entry.digest.lines}
    assert () == desk.brief(item("post", WEATHER, day=3), day=3, again=True).paper.quiet


FERRY = (
    "The ferry company Norline will cut 120 jobs in Marstad by the end of the year, it said on Monday. Two old"
    " ships will be sold in spring. The union wants to meet the company on Friday. Norline has lost a third of"
    " its passengers since the tunnel opened."
)


def edited(first, *changes, day=2):
    """The same article a day later, under its first date, as the state hands it out."""
    text = first.document.text
    for old, new in changes:
        text = text.replace(old, new)
    then = Document.from_text(
        text,
        uri=first.document.uri,
        id=f"{first.document.id}@2",
        title=first.document.title,
        publisher=first.document.publisher,
        published=first.document.published,
        language="en",
    )
    return replace(first, document=then, first_seen=morning(day), earlier=(first.document,))


def test_of_an_article_that_was_changed_only_the_change_is_news():
    """Its old sentences are known, printed or not; a figure that was put right is told beside the old one."""
    desk = Desk()
    ferry = item("post", FERRY, title="Ferry company to cut jobs")
    told = set(lines(desk.brief(ferry).paper))
    changed = edited(ferry, ("120", "210"))
    [entry] = desk.brief(changed, day=2).paper.entries
    assert [("120", "210")] == [(each.before, each.after) for each in entry.changes]
    assert [FERRY.partition(". ")[0].replace("120", "210") + "."] == [
        line.text for line in entry.digest.lines
    ]
    assert len(told) < 4, "what was left for another day is not told for a change elsewhere"


def test_an_article_changed_without_news_is_not_spoken_of():
    """What was told in other words makes no line that says so."""
    desk = Desk()
    ferry = item("post", FERRY, title="Ferry company to cut jobs")
    desk.brief(ferry)
    made = desk.brief(edited(ferry, ("Norline will cut", "Norline is to cut")), day=2)
    assert made.paper.is_empty
    assert () == made.paper.entries
    assert 1 == len(made.passed_over)


def test_a_value_that_was_overtaken_is_not_told():
    """A report that comes late, after a newer value was told, changes nothing."""
    desk = Desk()
    desk.brief(*landslide())
    late = item("post", RISEN.replace("15", "14"), day=2, title="Orsk: 14 dead", hours=20)
    desk.brief(risen(), day=2)
    paper = desk.brief(late, day=3).paper
    assert [] == [change.after for entry in paper.entries for change in entry.changes]
    assert not any("14" in line for line in lines(paper))


LEVEL = "The river Orlen stood at {} centimetres in Pell at four in the morning. Boats should stay in port."


def test_after_days_missed_the_newest_value_is_told():
    """Not one of those that it has overtaken since; and an outlet has no dispute with itself."""
    desk = Desk()
    desk.brief(item("harbour office", LEVEL.format(210), title="Water level"))
    late = [
        item("harbour office", LEVEL.format(level), day=day, title=f"Water level on day {day}")
        for day, level in ((2, 217), (3, 224))
    ]
    [entry] = desk.brief(*late, day=3).paper.entries
    assert [("210", "224")] == [(each.before, each.after) for each in entry.changes]
    assert ["The river Orlen stood at 224"] == [line.text[:28] for line in entry.digest.lines]
    assert () == entry.digest.differences


SHORT = "The landslide in Orsk killed {} people, the district office said."


def test_a_value_older_than_one_told_is_no_update():
    """Whatever else was told: 12 is not followed by 15 when a paper has said 19 already."""
    desk = Desk()
    desk.brief(*landslide())
    desk.brief(item("herald", SHORT.format(19), day=3, title="Orsk: 19 dead"), day=3)
    late = item("post", SHORT.format(15), day=2, title="Orsk: 15 dead")
    paper = desk.brief(late, item("post", WEATHER, day=4), day=4).paper
    assert [] == [change.after for entry in paper.entries for change in entry.changes]
    assert not any("15" in line for line in lines(paper))


def test_of_two_days_at_once_the_last_value_counts():
    """However many have the older one, which makes no dispute; and what was told once is no update again."""
    desk = Desk()
    desk.brief(*landslide())
    older = [item(each, SHORT.format(15), day=2, title=f"Orsk, {each}") for each in ("post", "courier")]
    newer = item("herald", SHORT.format(19), day=3, title="Orsk: 19 dead")
    [entry] = desk.brief(*older, newer, day=3).paper.entries
    assert [("12", "19")] == [(each.before, each.after) for each in entry.changes]
    assert () == entry.digest.differences
    again = desk.brief(item("post", SHORT.format("nineteen"), day=4, title="Orsk"), day=4).paper
    assert [] == [change.after for entry in again.entries for change in entry.changes]


def test_of_a_new_story_of_two_days_the_last_value_is_told():
    """It has been overtaken before anybody read it."""
    desk = Desk()
    old, new = (item(each, SHORT.format(n), day=day, title="Orsk")
                for each, n, day in (("post", 12, 1), ("herald", 15, 2)))  # fmt: skip
    assert [SHORT.format(15)] == lines(desk.brief(old, new, day=2).paper)


def test_an_old_report_at_a_new_address_changes_nothing():
    """A sentence that was told before brings no value back."""
    desk = Desk()
    desk.brief(*landslide())
    desk.brief(risen(), day=2)
    paper = desk.brief(item("post", TOLL, day=3, title="Orsk: the full story"), day=3).paper
    assert [] == [change.after for entry in paper.entries for change in entry.changes]


def test_what_was_printed_is_not_printed_again():
    """A sentence of yesterday's paper, word for word in today's article, stays out."""
    desk = Desk()
    desk.brief(*landslide())
    told = set(lines(desk.papers[0]))
    assert told.isdisjoint(lines(desk.brief(risen(), day=2).paper))


def test_a_story_of_which_nothing_new_is_known_takes_no_line():
    """It is named as going on, under the headline readers know."""
    desk = Desk()
    desk.brief(*landslide())
    again = item("post", " ".join(lines(desk.papers[0])), day=2, title="Orsk: what we know")
    first = desk.papers[0].entries[0].digest.title
    [entry] = desk.brief(again, day=2).paper.entries
    assert ("continuing", first, ()) == (entry.status, entry.digest.title, entry.digest.lines)


STRIKE = (
    "Bus drivers in Tarn will strike for 24 hours on Thursday, the union Transa said. It asks for 5 percent"
    " more pay. The city offers 2 percent."
)
DEAL = (
    "Bus drivers in Tarn will get 4 percent more pay, the city and the union Transa said on Thursday. The"
    " strike ended at midnight. Some 60,000 passengers walked or cycled through sleet in the morning."
)


def test_a_story_that_goes_on_is_told_by_a_lede_under_todays_headline():
    """How a strike ends is told in the words of the strike; yesterday's headline is out of date."""
    desk = Desk()
    desk.brief(item("herald", STRIKE, title="Bus drivers in Tarn to strike on Thursday"))
    today = desk.brief(item("herald", DEAL, day=2, title="Tarn bus strike ends with deal"), day=2)
    [entry] = today.paper.entries
    assert ("continuing", "Tarn bus strike ends with deal", "Bus drivers in Tarn to strike on Thursday") == (
        entry.status,
        entry.digest.title,
        entry.known_as,
    )
    assert DEAL[: DEAL.index(" The strike")] == lines(today.paper)[0]


BAN = "The city of Lindmar has banned swimming in Lake Orm until 20 January after sewage leaked into it."
LIFTED = "The ban on swimming in Lake Orm has been lifted, the city of Lindmar said on Thursday."


def test_what_became_of_a_thing_is_told_under_the_names_of_yesterday():
    """Little but the deed is another, and the line is short: its article has nothing else to tell."""
    desk = Desk()
    bought = "The museum of Castor bought a painting by Lena Dorr for two million crowns on Sunday."
    desk.brief(item("herald", bought, title="Museum buys painting"))
    fake = "The museum of Castor said on Monday that the painting by Lena Dorr was a forgery."
    assert [fake] == lines(desk.brief(item("herald", fake, day=1, title="Forgery"), day=1).paper)


def test_the_same_in_other_words_leaves_the_line_to_what_is_new():
    """Of three sentences two say what was told, in words that nobody used."""
    desk = Desk()
    text = "A gas leak forced the evacuation of a school with 420 pupils in Vell on Sunday."
    desk.brief(item("herald", f"{text} Nobody was hurt, the fire brigade said.", title="Gas leak"))
    text = "A school in Vell with 420 pupils was evacuated on Sunday because of a gas leak."
    hurt, new = (
        "No one was injured, according to the fire brigade.",
        "The school stays closed until Thursday.",
    )
    today = desk.brief(item("post", f"{text} {hurt} {new}", day=1, title="Pupils had to leave"), day=1)
    assert [new] == lines(today.paper)


def test_how_it_ended_is_told_though_the_words_are_known():
    """A lede with an act that nothing told of the story had is news, whatever else it repeats."""
    desk = Desk()
    desk.brief(item("herald", BAN, title="Lake Orm closed to swimmers"))
    text = f"{LIFTED} The city of Lindmar had banned swimming until 20 January."
    today = desk.brief(item("post", text, day=2, title="Lake Orm open"), day=2)
    assert [LIFTED] == lines(today.paper)
    desk.brief(item("herald", STRIKE, day=3, title="Bus drivers in Tarn to strike"), day=3)
    over = "The strike of the bus drivers in Tarn is over, the union Transa said."
    assert [over] == lines(desk.brief(item("herald", over, day=4, title="Tarn strike over"), day=4).paper)


STORM = (
    "Storm Petra left homes without power in the north of Brennland on Sunday. The ferry between Skell and Arne"
    " will not sail before the wind drops."
)
SAILS = "The ferry between Skell and Arne has sailed again since Tuesday noon. She is full."


def test_what_was_denied_is_news_when_it_is_done():
    """The words are those of yesterday, but for a "not"."""
    desk = Desk()
    desk.brief(*(item(each, STORM, title="Storm Petra cuts power") for each in ("herald", "post")))
    today = desk.brief(item("post", SAILS, day=2, title="Storm Petra: ferry to Arne sails again"), day=2)
    assert SAILS.partition(". ")[0] + "." == lines(today.paper)[0]


def test_a_short_story_is_told_whole():
    """Half of it would leave out what happened, with room to spare."""
    text = "The bank in Orlen was robbed on Sunday. A guard of 34 was killed. The robbers fled in a blue van."
    assert text == " ".join(lines(Desk().brief(item("herald", text)).paper))


def test_a_toll_is_told_once():
    """In the words of another outlet, too."""
    first = item("herald", SHORT.format(19), title="Orsk landslide kills 19")
    second = item("post", "Nineteen people are now known to be dead in the landslide in Orsk.", title="Orsk")
    assert 1 == len(lines(Desk().brief(first, second).paper))


def test_a_story_is_cited_once_however_often_its_lines_are_chosen_anew(monkeypatch):
    """What is struck off for telling a toll again was never asked who else says it, or who disagrees."""
    first = item("herald", SHORT.format(19), title="Orsk landslide kills 19")
    second = item("post", "Nineteen people are now known to be dead in the landslide in Orsk.", title="Orsk")
    pick, cite, done = pipeline.pick, pipeline.cite, []
    monkeypatch.setattr(pipeline, "pick", lambda *given: (done.append("pick"), pick(*given))[1])
    monkeypatch.setattr(pipeline, "cite", lambda *given: (done.append("cite"), cite(*given))[1])
    Desk().brief(first, second)
    assert ["pick", "pick", "cite"] == done


def test_no_shorter_line_stands_in_for_the_first():
    """Where the minutes have no room for what a story is about, it waits, and the next one is told."""
    long = " ".join(["The landslide in Orsk, the worst since records began in the valley of the Orlen, has buried",
                     "the school, the bakery, the mill and eleven houses, the district office said on Monday.",
                     "Dogs are searching."])  # fmt: skip
    settings = config(briefing={"minutes": 0.1})
    made = Desk(settings).brief(
        *(item(each, long, title="Orsk buried") for each in ("herald", "courier")),
        item("post", CHESS, title="Girl wins chess title"),
    )
    assert ([CHESS], ("Orsk buried",)) == (lines(made.paper), made.paper.untold)


def test_a_story_without_news_has_gone_quiet():
    """What several reported last time and nobody today is named once; a single report is no story to miss."""
    desk = Desk()
    first = desk.brief(*landslide(), library()).paper.entries[0].digest.title
    assert (first,) == desk.brief(item("herald", WEATHER, day=2), day=2).paper.quiet
    assert () == desk.brief(item("herald", CHESS, day=3), day=3).paper.quiet


def test_a_story_gone_quiet_is_named_as_it_was_last_told():
    """Who read that it was over is not told that it has begun."""
    desk = Desk()
    desk.brief(*landslide())
    last = desk.brief(risen(), day=2).paper.entries[0].digest.title
    assert ("Orsk landslide: toll rises to 15",) == (last,)
    assert (last,) == desk.brief(item("herald", WEATHER, day=3), day=3).paper.quiet


@pytest.mark.parametrize("length", [1, 2, 3, 5])
def test_length_is_a_hard_cap(length):
    """No more lines than asked for, over the whole paper."""
    paper = Desk(config(briefing={"length": length})).brief(*landslide(), library()).paper
    assert length >= len(lines(paper)) > 0


def test_a_long_story_is_not_chosen_in_every_number_of_lines(monkeypatch):
    """How many lines fill two minutes is found by halves, not by all choices from the most downwards, and
    only the choice that stands is cited.
    """
    towns = [first + last for first in ("Nor", "Sal", "Ber", "Tam", "Kel", "Vos", "Dun", "Hag") for last in
             ("wick", "dorf", "stad", "holm", "by", "ford", "mere", "gate", "bury", "haven")]  # fmt: skip
    fields = [a + b for a in ("apple", "barley", "cherry", "hop", "plum") for b in (" growers", " pickers")]
    more = [
        "",
        ", which the insurers of the county will not pay for before the end of the summer",
        ", and nobody was hurt",
    ]
    text = " ".join(
        f"In {town} the {fields[at % 10]} lost {at + 12} sheds on the {towns[-at]} road{more[at % 3]}."
        for at, town in enumerate(towns)
    )
    pick, cite, asked, cited = pipeline.pick, pipeline.cite, set(), []
    monkeypatch.setattr(pipeline, "pick", lambda *given: (asked.add(given[1].budget.amount), pick(*given))[1])
    monkeypatch.setattr(pipeline, "cite", lambda *given: (cited.append(given), cite(*given))[1])
    said = lines(Desk(config(briefing={"minutes": 2.0})).brief(item("herald", text)).paper)
    assert 1 == len(cited)
    assert 2 * 238 - 25 < sum(len(each.split()) for each in said) <= 2 * 238
    assert len(asked) <= 7 < max(asked) - len(said)


@pytest.mark.parametrize("minutes", [0.1, 0.2, 1.0])
def test_minutes_are_a_hard_cap(minutes):
    """No more words than can be read in the time, at 238 a minute."""
    paper = Desk(config(briefing={"minutes": minutes})).brief(*landslide(), library()).paper
    assert 238 * minutes >= sum(len(line.split()) for line in lines(paper)) > 0


def test_what_there_is_no_room_for_is_named_and_told_the_next_day():
    """If there is room then; it is new, for no paper has told it."""
    desk = Desk(config(briefing={"stories": 1}))
    made = desk.brief(*landslide(), library())
    assert (1, ("Library to open on Sundays",)) == (made.paper.left_out, made.paper.untold)
    assert 1 == len(made.named)
    paper = desk.brief(day=2).paper
    assert [("Library to open on Sundays", "new")] == [
        (entry.digest.title, entry.status) for entry in paper.entries
    ]


def test_what_there_is_no_room_for_twice_is_named_again_and_used_up():
    """It is news that no paper has told, not something with nothing new; it has no third chance."""
    desk = Desk(config(briefing={"stories": 1}))
    desk.brief(*landslide(), library())
    second = desk.brief(item("post", CHESS, day=2, title="Girl wins chess title"), day=2)
    assert ["Girl wins chess title"] == [entry.digest.title for entry in second.paper.entries]
    assert (1, ("Library to open on Sundays",)) == (second.paper.left_out, second.paper.untold)
    assert ((), 1) == (second.named, len(second.passed_over))
    assert () == desk.brief(day=3).paper.untold


LIBRARY_TOO = (
    "From April readers in Port Lusk can go to the city library on Sundays. The council decided so on Monday"
    " by 21 votes to 9."
)
CHESS_TOO = "The regional chess title went to a girl, eleven years old, who beat 63 adults and lost no game."


def test_todays_stories_without_room_are_named_before_yesterdays():
    """Also where the one of yesterday has a voice more."""
    desk = Desk(config(briefing={"stories": 1, "length": 1}))
    desk.brief(*landslide(), library(), item("star", LIBRARY_TOO, title="Sundays at the library"))
    second = desk.brief(
        item("post", CHESS, day=2, title="Girl wins chess title"),
        item("star", CHESS_TOO, day=2, title="Chess title for a girl of eleven"),
        item("radio", WEATHER, day=2, title="Snow above 800 metres"),
        day=2,
    )
    assert ("Snow above 800 metres", "Library to open on Sundays") == second.paper.untold


def test_on_a_large_day_only_the_best_wait():
    """Twenty stories are named, however many there were; the rest is counted."""
    said = "The mayor of {0} opened the new {0} bridge over the river {0} on Monday, the town said."
    names = [f"{first}{second}" for first in ("Bor", "Kel", "Mun", "Tar", "Vis") for second in
             ("dale", "mouth", "ham", "wick", "stead", "burgh")]  # fmt: skip
    items = [item("herald", said.format(name), title=f"{name} opens its bridge") for name in names]
    made = Desk(config(briefing={"stories": 1, "length": 1})).brief(*items)
    assert made.paper.left_out > 20 == len(made.paper.untold)
    assert len(items) == len(made.told) + len(made.named) + len(made.passed_over)
    assert len(made.passed_over) == made.paper.left_out - 20


def test_a_watched_word_is_never_missed():
    """A story with one is told first, though more outlets report something else."""
    settings = config(briefing={"stories": 1, "length": 1}, watch=[{"words": ["Port Lusk"]}])
    [entry] = Desk(settings).brief(*landslide(), library()).paper.entries
    assert ("Library to open on Sundays", ("Port Lusk",)) == (entry.digest.title, entry.watch)


def test_a_section_takes_the_stories_with_its_words():
    """By words, or by where they come from."""
    for section in ({"words": ["librar*"]}, {"sources": ["Post"]}):
        settings = config("herald", "courier", "post", section=[{"name": "Culture", **section}])
        parts = Desk(settings).brief(*landslide(), library()).paper.parts
        assert [None, "Culture"] == [part.name for part in parts]


def test_the_order_of_items_changes_nothing():
    """The same items make the same paper."""
    items = [*landslide(), library()]
    expected = Desk().brief(*items)
    for seed in range(3):
        random.Random(seed).shuffle(items)
        assert expected == Desk().brief(*items)


def test_an_empty_day_is_an_empty_paper():
    """Without items there is nothing to tell, and what could not be read is still said."""
    unread = Unread("Council", "https://council.example/feed", "timed out after 30 s", 2, morning(0))
    paper = Desk().brief(unread=[unread], sources=3).paper
    assert (True, (unread,), 3) == (paper.is_empty, paper.unread, paper.sources)


def test_a_story_that_two_outlets_report_on_both_days_goes_on():
    """Good coverage makes the reports of one day near to each other and far from the day before's."""
    desk = Desk()
    desk.brief(
        item(
            "argus",
            "A magnitude 6.8 earthquake struck the mountainous Karvan province before dawn on Monday, killing"
            " at least 140 people and injuring 600, the interior ministry said. Dozens of villages are cut"
            ' off. The quake was felt as far as the capital, 300 kilometres away. "We heard the walls cracking'
            ' and ran," said Leila Moradi, a teacher in the town of Dorost. Rescue teams with dogs were flown'
            " in by helicopter.",
            title="Earthquake kills at least 140 in Karvan province",
        ),
        item(
            "coast",
            "At least 140 people died when an earthquake of magnitude 6.8 hit Karvan province early on Monday,"
            " officials said. Roads to dozens of villages are blocked by landslides. The government declared"
            " three days of mourning.",
            title="Karvan quake: 140 dead, villages cut off",
        ),
    )
    paper = desk.brief(
        item(
            "argus",
            "The death toll from the earthquake in Karvan province has risen to 212, the interior ministry"
            " said on Monday evening. More than 1,100 people are injured. A girl of six was pulled alive from"
            " the rubble of a school in Dorost after 20 hours.",
            title="Karvan earthquake death toll rises to 212",
            day=2,
        ),
        item(
            "coast",
            "Rescuers in Karvan pulled a six-year-old girl alive from a collapsed school on Monday night, 20"
            " hours after the earthquake. The number of dead has risen to 212, with over 1,100 injured. Norland"
            " will send 40 rescuers and 5 million krone in aid.",
            title="Girl rescued after 20 hours as quake toll passes 200",
            day=2,
        ),
        day=2,
    ).paper
    (entry,) = paper.entries
    assert entry.status == "updated"
    assert ("140", "212") in {(change.before, change.after) for change in entry.changes}
    assert paper.quiet == ()


def test_a_sentence_of_many_stories_does_not_make_two_of_them_one():
    """That a union called for protests was told of a strike; of a drug maker it is news."""
    desk = Desk()
    desk.brief(
        item(
            "argus",
            "Railway workers in Lindmar will strike on Friday over night shifts. The union called for"
            " protests.",
            title="Railway workers to strike",
        )
    )
    protests = "The union called for protests."
    paper = desk.brief(
        item(
            "argus",
            f"Medora, the largest drug maker of Sarn, is to cut 1,200 jobs, most of them in Eskholm. {protests}",
            title="Drug maker Medora cuts one job in eight",
            day=2,
        ),
        day=2,
    ).paper
    (entry,) = paper.entries
    assert entry.status == "new"
    assert protests in lines(paper)


def test_another_town_s_runoff_is_no_news_of_the_first():
    """Told in the same words, and in German, where every noun is written as a name: the headlines differ."""
    desk = Desk()
    runoff = (
        "{} hat die Stichwahl um das Bürgermeisteramt in {} gewonnen. Sie kam auf {} Prozent der Stimmen."
        " Die Wahlbeteiligung lag bei 47 Prozent."
    )
    desk.brief(
        item(
            "kurier",
            runoff.format("Silke Brandt", "Nordhusen", "54,2"),
            title="Brandt gewinnt Stichwahl in Nordhusen",
            language="de",
        )
    )
    paper = desk.brief(
        item(
            "kurier",
            runoff.format("Jana Krol", "Wieden", "61,8"),
            title="Krol siegt in Wieden",
            language="de",
            day=8,
        ),
        day=8,
    ).paper
    assert ["new"] == [entry.status for entry in paper.entries]


def test_a_toll_is_told_once_whatever_verb_has_it():
    """ "Killing at least 140" tells that at least 140 died."""
    again = (
        "At least 140 people died when an earthquake of magnitude 6.8 hit Karvan province early on Monday."
    )
    paper = (
        Desk()
        .brief(
            item(
                "argus",
                "A magnitude 6.8 earthquake struck the mountainous Karvan province before dawn on Monday,"
                " killing at least 140 people and injuring 600, the interior ministry said. Dozens of villages"
                " are cut off.",
                title="Earthquake kills at least 140 in Karvan province",
            ),
            item(
                "coast",
                f"{again} Roads to dozens of villages are blocked by landslides. The government declared three"
                " days of mourning.",
                title="Karvan quake: 140 dead, villages cut off",
            ),
        )
        .paper
    )
    assert again not in lines(paper) or not any("killing at least 140" in line for line in lines(paper))
