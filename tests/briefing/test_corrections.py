"""Corrections: an outlet takes back what it wrote, and who was told it hears of that, in the outlet's words."""

import pytest

from summarize.briefing import corrections
from summarize.model import Document
from summarize.render import briefing_html, briefing_json, briefing_markdown, briefing_text, mail_html
from summarize.text import table
from tests.briefing.desk import Desk, item
from tests.briefing.test_compose import FERRY, edited, lines

NOTICE = "An earlier version of this article said that 120 jobs would be cut."
RESIGNS = (
    "The mayor of Pell, Anton Rusk, resigned on Monday over the contract for the river bridge. The contract went"
    " to the company of a cousin."
)
TAKEN_BACK = (
    "Correction: Our report of Monday said that the mayor of Pell, Anton Rusk, had resigned. He is still in"
    " office and has asked the auditors of the district for help."
)


def row(text, *, title=None, before=None):
    edited = [(0, Document.from_text(before))] if before else []
    return corrections.row(table.build([Document.from_text(text, title=title)]), edited)


@pytest.mark.parametrize(
    "text",
    [
        "Correction: The dam is 40 metres high, not 14.",
        "CORRECTION (2 June) – The dam is 40 metres high.",
        "In our report on the dam on Wednesday we gave a wrong height. It is 40 metres high.",
        "In einer früheren Version dieses Artikels stand eine falsche Höhe.",
        "Rectificatif : le barrage mesure 40 mètres.",
        "Corrección: la presa mide 40 metros.",
    ],
)
def test_an_article_may_be_a_correction(text):
    """By its first sentence, in some languages."""
    assert 0 == row(text)


def test_a_headline_says_so_too():
    """Then the first sentence is what there is to say."""
    assert 0 == row("The dam at Nuria is 40 metres high, not 14.", title="Correction: height of the dam")


@pytest.mark.parametrize(
    "text",
    [
        "Correction officers in Nuria went on strike.",
        "A correction on the stock market took 5 percent off shares.",
        "The report on the dam was wrong, the minister said.",
        "Editors of the first version of the novel changed its end.",
    ],
)
def test_what_only_speaks_of_one_is_none(text):
    """Officers, markets, and reports of others."""
    assert row(text) is None


def test_a_note_below_an_article_counts_where_the_article_was_read_before():
    """Of what stood in it before anybody here read it there is nothing to put right."""
    article = "The dam at Nuria is 40 metres high. It was built in 1931."
    noted = f"{article} This article was amended on 2 June: the height was wrong."
    assert row(noted) is None
    assert 2 == row(noted, before=article)
    assert row(noted, before=noted) is None


def corrected(first, second):
    desk = Desk()
    desk.brief(first)
    return desk, desk.brief(second, day=2).paper


def test_a_story_that_is_corrected_says_so():
    """With the notice, word for word, and beside it what the same article has that is right."""
    mayor = item("courier", RESIGNS, title="Mayor of Pell resigns")
    notice, right = TAKEN_BACK.split(" He ")
    desk, paper = corrected(mayor, item("courier", TAKEN_BACK, day=2, title="Mayor of Pell has not resigned"))
    [entry] = paper.entries
    assert ("corrected", notice) == (entry.status, entry.correction.quote)
    assert [f"He {right}"] == lines(paper)
    again = item("courier", TAKEN_BACK, day=3, title="Mayor of Pell has not resigned")
    assert "corrected" not in [each.status for each in desk.brief(again, day=3).paper.entries]


def test_what_is_right_is_told_however_near_to_what_was_told():
    """Twelve turbines where another line of the story would be newer."""
    council = (
        "The council approved the wind farm on the Kammen on Wednesday. Twenty turbines will be built there."
    )
    taken_back = (
        "In our report on the Kammen wind farm we gave a wrong number. The council approved twelve turbines, not"
        " twenty."
    )
    _, paper = corrected(
        item("courier", council, title="Council approves Kammen wind farm"),
        item("courier", taken_back, day=2, title="Correction: Kammen wind farm"),
    )
    assert ["The council approved twelve turbines, not twenty."] == lines(paper)


def test_a_figure_put_right_in_place_is_a_correction():
    """120 became 210, and the article says why."""
    ferry = item("post", FERRY, title="Ferry company to cut jobs")
    _, paper = corrected(ferry, edited(ferry, ("120", "210"), ("on Friday.", f"on Friday. {NOTICE}")))
    [entry] = paper.entries
    assert ("corrected", NOTICE) == (entry.status, entry.correction.quote)
    assert [("120", "210")] == [(each.before, each.after) for each in entry.changes]


def test_a_correction_alone_is_told():
    """Where nothing else is new, its sentence is."""
    ferry = item("post", FERRY, title="Ferry company to cut jobs")
    _, paper = corrected(ferry, edited(ferry, ("on Friday.", f"on Friday. {NOTICE}")))
    [entry] = paper.entries
    assert (NOTICE, ()) == (entry.correction.quote, entry.digest.lines)
    assert not paper.is_empty


@pytest.mark.parametrize(
    "render", [each.render for each in (briefing_text, briefing_markdown, briefing_html, mail_html)]
)
def test_every_rendering_shows_a_correction(render):
    """As what it is, with its source."""
    ferry = item("post", FERRY, title="Ferry company to cut jobs")
    _, paper = corrected(ferry, edited(ferry, ("120", "210"), ("on Friday.", f"on Friday. {NOTICE}")))
    page = " ".join(render(paper).split())
    assert NOTICE.split(" said ")[0] in page
    assert "corrected" in page.casefold()


def test_a_correction_comes_back_from_json():
    """And a paper that was made when there were none is read all the same."""
    ferry = item("post", FERRY, title="Ferry company to cut jobs")
    _, paper = corrected(ferry, edited(ferry, ("on Friday.", f"on Friday. {NOTICE}")))
    assert paper == briefing_json.loads(briefing_json.render(paper))
    plain = Desk().brief(ferry).paper
    without = briefing_json.render(plain).replace('"correction": null,', "")
    assert plain == briefing_json.loads(without)


def test_a_story_that_ended_in_a_correction_does_not_go_quiet():
    """Nobody waits for more of what was put right."""
    desk = Desk()
    desk.brief(*(item(each, RESIGNS, title="Mayor of Pell resigns") for each in ("herald", "post")))
    notice = TAKEN_BACK.partition(". ")[0] + "."
    [entry] = desk.brief(item("post", notice, day=2, title="Mayor of Pell"), day=2).paper.entries
    assert ("corrected", ()) == (entry.status, entry.digest.lines)
    other = item("herald", "Snow will fall on Wednesday night, the weather service said.", day=3)
    assert () == desk.brief(other, day=3).paper.quiet
