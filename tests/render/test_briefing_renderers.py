"""What every rendering of a briefing says, and that JSON leads back."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from summarize.errors import SummarizeError
from summarize.model import Difference, Span
from summarize.paper import Part, Unread
from summarize.render import briefing_html, briefing_json, briefing_markdown, briefing_text, mail_html
from tests.briefing.desk import Desk, config, item, morning
from tests.briefing.test_compose import landslide, library, risen

RENDERERS = (briefing_text.render, briefing_markdown.render, briefing_json.render)


def second():
    """The paper of a second day with everything a paper can have."""
    desk = Desk(config(briefing={"stories": 1}))
    desk.brief(*landslide(), library())
    unread = Unread("City council", "https://council.example/feed", "timed out after 30 s", 2, morning(1))
    gone = "one article, https://post.example/9, was not read: is not there"
    partly = Unread("Post", "https://post.example/feed", gone, 1, morning(4), partly=True)
    weather = item(
        "post", "Snow will fall above 800 metres on Wednesday night, the weather service said.", day=2
    )
    return desk.brief(risen(), weather, day=4, unread=[unread, partly], sources=4).paper


@pytest.mark.parametrize("render", RENDERERS)
def test_every_rendering_says_what_changed_what_is_missing_and_what_was_left_out(render):
    """The old value and the new, the source that was not read, the story without room."""
    page = render(second())
    for said in ("12", "15", "City council", "timed out after 30 s", "Snow will fall above 800 metres"):
        assert said in page


def test_text_reads_like_a_paper():
    """Days missed are said at the head, failures with when the source was last read."""
    page = briefing_text.render(second())
    assert page.startswith("Morning briefing, Thu 5 Mar 2026\ncovers Mon 2 – Thu 5 Mar (3 days)\n")
    assert "12 → 15 since Mon 2 Mar [1]" in page
    assert "City council – timed out after 30 s (2nd day; last read Mon 2 Mar 06:30)" in page
    assert "Post – one article, https://post.example/9, was not read: is not there\n" in page


def test_ascii_for_terminals_without_unicode():
    """With unicode off, the rules around the name of a section are ASCII as well."""
    paper = second()
    page = briefing_text.render(replace(paper, parts=(replace(paper.parts[0], name="Dams"),)), unicode=False)
    assert "\n\n--- Dams ---\n\n" in page
    assert page.isascii()


@pytest.mark.parametrize(
    "render", [briefing_text.render, briefing_markdown.render, mail_html.render, briefing_html.render]
)
def test_changes_say_of_what_they_are(render):
    """Each sentence with new values is quoted once, unless it has all of them and is the first line."""
    paper = second()
    [entry] = paper.parts[0].entries
    [change] = entry.changes
    two = (change, replace(change, before="3", after="4"))
    cited = replace(change.citation, quote="Rescuers found 8 cars.", span=Span(0, 22))
    elsewhere = replace(change, before="7", after="8", citation=cited)
    for changes, quotes in ((two, (0, 0)), ((*two, elsewhere), (1, 1)), ((elsewhere,), (0, 1))):
        page = render(replace(paper, parts=(Part(None, (replace(entry, changes=changes),)),)))
        assert quotes == tuple(
            page.count(f"“{said}") for said in (change.citation.quote[:20], "Rescuers found 8 cars.")
        )


def test_a_sentence_with_a_new_value_that_is_a_context_is_not_quoted():
    """It is what a reader comes to next."""
    paper = second()
    [entry] = paper.parts[0].entries
    [change] = entry.changes
    other = replace(entry.digest.lines[1], context=change.citation)
    digest = replace(entry.digest, lines=(other,))
    page = briefing_text.render(replace(paper, parts=(Part(None, (replace(entry, digest=digest),)),)))
    assert 1 == page.count(change.citation.quote[:20])


@pytest.mark.parametrize(
    "render", [briefing_text.render, briefing_markdown.render, mail_html.render, briefing_html.render]
)
def test_a_difference_stands_under_its_heading(render):
    """It is no line of the story: nothing in it says by itself what the two values are about."""
    paper = second()
    [entry] = paper.parts[0].entries
    cited = entry.changes[0].citation
    other = replace(cited, quote="The number of dead rose to 14 on Tuesday, the mayor said.")
    digest = replace(entry.digest, differences=(Difference("number", ("15", "14"), (cited, other)),))
    page = render(replace(paper, parts=(Part(None, (replace(entry, digest=digest),)),)))
    assert "Where they differ" in page
    assert page.index("Where they differ") < page.index("the mayor said.")
    assert "Where they differ" not in render(paper)


@pytest.mark.parametrize(
    ("render", "heading", "times"),
    [
        (briefing_text.render, "Ninety stalls in Tarrow [1]", 2),
        (briefing_markdown.render, r"### Ninety stalls in Tarrow [\[1\]](", 2),
        (mail_html.render, "Ninety stalls in Tarrow <a", 3),
        (briefing_html.render, "Ninety stalls in Tarrow</bdi>&nbsp;<button", 4),
    ],
)
def test_an_item_without_a_text_is_a_headline_with_its_mark(render, heading, times):
    """Printed once, beside the list of sources, that at the head of a mail and what a mark opens."""
    page = render(
        Desk().brief(item("post", "Ninety stalls in Tarrow", title="Ninety stalls in Tarrow")).paper
    )
    assert heading in page
    assert times == page.count("Ninety stalls in Tarrow")


def test_json_leads_back():
    """What was rendered is read again, equal."""
    paper = second()
    assert paper == briefing_json.loads(briefing_json.render(paper))


def test_json_that_is_something_else_is_an_error_that_says_so():
    """Another schema, or a key missing, is named."""
    with pytest.raises(SummarizeError, match="schema"):
        briefing_json.loads("{}")
    broken = json.loads(briefing_json.render(second()))
    del broken["counts"]["told"]
    with pytest.raises(SummarizeError, match=r"counts\.told"):
        briefing_json.loads(json.dumps(broken))


def test_an_empty_paper_says_that_nothing_is_new():
    """With the time from which on."""
    desk = Desk()
    desk.until = morning(1) - timedelta(hours=24)
    assert "Nothing new since Sun 1 Mar 06:30." in briefing_text.render(desk.brief(day=1).paper)


@pytest.mark.parametrize("render", [briefing_text.render, briefing_markdown.render])
def test_hostile_text_cannot_act(render):
    """Escape sequences, reordering and markup of a source come out as text or not at all."""
    text = "The \x1b[31mbridge\u202e at Orlen was closed after the flood <script>alert(1)</script> damaged two pillars."
    page = render(Desk().brief(item("herald", text, title="Bridge\u202e \x1b]8;;x\x07closed")).paper)
    assert not {"\x1b", "\u202e", "\x07"}.intersection(page)
