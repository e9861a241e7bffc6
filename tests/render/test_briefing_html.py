"""The page of a briefing."""

from dataclasses import replace
from datetime import UTC, date, datetime

from summarize.paper import Briefing, Change, Entry, Part, Unread
from summarize.render.briefing_html import render
from tests.render.builders import citation, dam, source
from tests.render.page import Page, quoted

YESTERDAY = date(2026, 3, 3)


def paper(**about):
    change = Change("number", "12", "15", YESTERDAY, citation(source(9), "15 houses stand under water."))
    entries = (
        Entry("new", dam()),
        Entry("updated", replace(dam(), title="<script>alert(1)</script>"), YESTERDAY, (change,)),
    )
    known = {"quiet": ("Bridge",), "unread": (Unread("Post", "https://u:p@post.example/f", "timed out"),)}
    until = datetime(2026, 3, 4, 6, 30, tzinfo=UTC)
    return Briefing("Morning", date(2026, 3, 4), None, until, (Part(None, entries),), **(known | about))


def test_a_briefing_tells_its_stories_and_what_is_missing():
    """Each story has its label and status; changes, quiet stories and unread sources are said."""
    shown = " ".join(Page(render(paper())).text.split())
    for said in (
        "4 March 2026",
        "Updated, first told 3 March 2026",
        "12 → 15 since 3 March 2026",
        "Bridge",
        "Post: timed out",
    ):
        assert said in shown
    assert "u:p@" not in shown


def test_every_mark_of_a_briefing_opens_its_sentence():
    """Ids of several stories do not clash, a change has its quote, and no title becomes a tag."""
    page = Page(render(paper(), previous="2026-03-03.html"))
    assert [] == page.foreign()
    ids = [each.attrs["id"] for each in page.elements if "id" in each.attrs]
    assert len(set(ids)) == len(ids)
    assert "15 houses stand under water." in {quoted(panel) for _, panel in page.marks()}
    assert "./2026-03-03.html" in page.links
