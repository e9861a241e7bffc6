"""What holds for every rendering."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from summarize.model import Difference, Expansion, Span
from summarize.paper import Briefing, Entry, Part
from summarize.render import RENDERERS, briefing_html, html, mail_html, markdown, notebook, text
from tests.render.builders import citation, dam, digest, line, source


def test_the_formats():
    """There are four formats, and a digest's own methods are the same functions."""
    assert ["text", "markdown", "html", "json"] == list(RENDERERS)
    for name, render in RENDERERS.items():
        assert getattr(dam(), f"to_{name}")() == render(dam())


@pytest.mark.parametrize("name", RENDERERS)
def test_a_rendering_ends_its_last_line(name):
    """Each gives lines, the last one ended, also for an empty digest."""
    for made in (dam(), digest()):
        assert RENDERERS[name](made).endswith("\n")
        assert not RENDERERS[name](made).endswith("\n\n")


@pytest.mark.parametrize("name", RENDERERS)
def test_a_rendering_says_every_line_and_source(name):
    """No format leaves out a sentence, a source or what was skipped."""
    shown = " ".join(RENDERERS[name](dam()).split())
    for said in dam().lines:
        assert said.text in shown
    for other in dam().sources:
        assert other.uri in shown
    assert "samples/dam/photo.jpg" in shown


def test_nothing_is_imported_before_it_is_needed():
    """A digest in Latin letters is rendered without wcwidth, and the package alone loads no format."""
    script = """
import sys, summarize.render
assert not [name for name in sys.modules if name.startswith("summarize.render.")]
from tests.render.builders import dam
dam().to_text()
print(sorted({"wcwidth", "ftfy", "summarize.render.html"} & sys.modules.keys()))
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


@pytest.mark.parametrize("form", ["to_text", "to_markdown", "to_html"])
def test_an_abbreviation_is_spelt_out_outside_the_quote(form):
    """What it stands for is below the sentence with the mark of who says so, and that source is one used."""
    herald, board = source(1), source(2, uri="board.txt")
    words = citation(board, "Sedge Valley\nWater Board")
    said = replace(line("The SVWB met.", herald), expansions=(Expansion(Span(4, 8), words),))
    shown = getattr(digest(said, sources=[herald, board]), form)()
    below = shown.index("SVWB: Sedge Valley Water Board")
    assert shown.index("The SVWB met.") < below < shown.index("Sources")
    assert "2" in shown[below : below + 160]
    assert "Read, not used" not in shown


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd"]
)
def test_only_web_addresses_are_links(address):
    """A javascript: address, or any but http and https, is text in the page, the mail, Markdown, a notebook, a terminal."""
    held = digest(line(own=source(1, address, url=address)))
    moment = datetime(2026, 3, 4, tzinfo=UTC)
    paper = Briefing("Morning", moment.date(), None, moment, (Part(None, (Entry("new", held),)),))
    for page in (held.to_html(), briefing_html.render(paper), mail_html.render(paper), notebook.render(held)):
        assert [] == [link for link in re.findall('href="([^"]*)"', page) if not link.startswith("#")]
    assert "](" not in held.to_markdown()
    assert "\x1b]8" not in held.to_text(links=True)


@pytest.mark.parametrize("render", [text.render, markdown.render, html.render, notebook.render])
def test_an_endless_name_is_clipped(render):
    """Of a title or outlet without end 200 characters are shown, by whatever prints a digest for people."""
    endless = source(title="x" * 10_000, publisher="y" * 10_000)
    shown = "".join(render(digest(line(own=endless), title="z" * 10_000)).split())
    longest = {letter: max(map(len, re.findall(f"{letter}{{9,}}…?", shown))) for letter in "xyz"}
    assert {"x": 200, "y": 200, "z": 200} == longest


@pytest.mark.parametrize("render", [markdown.render, html.render])
def test_an_endless_address_is_clipped_and_still_leads_there(render):
    """The words of a link are cut; the link is whole, and so is everything in JSON."""
    endless = "https://herald.example/" + "a" * 10_000
    made = digest(line(own=source(uri=endless, url=endless)))
    shown = render(made)
    assert f'"{endless}"' in shown or f"<{endless}>" in shown
    assert endless not in re.sub(r'"https:[^"]*"|<https:[^>]*>', "", shown)
    assert endless in made.to_json()


@pytest.mark.parametrize(
    ("render", "listed"),
    [(text.render, 20), (markdown.render, 20), (notebook.render, 20), (html.render, 200)],
)
def test_of_many_sources_not_used_the_first_are_listed(render, listed):
    """A feed of thousands does not fill the screen: the rest is a number. JSON lists all."""
    read = [source(number, uri=f"item-{number}.txt") for number in range(1, 5_002)]
    made = digest(line(own=read[0]), sources=read)
    shown = set(re.findall(r"item-\d+\.txt", render(made)))
    assert {each.uri for each in read[: listed + 1]} == shown
    assert f"and {5_000 - listed:,} more" in render(made)
    assert "item-5001.txt" in made.to_json()


@pytest.mark.parametrize("render", [text.render, markdown.render, notebook.render, html.render])
def test_twenty_sources_not_used_are_all_listed(render):
    """Where all fit there is nothing more to say."""
    read = [source(number, uri=f"item-{number}.txt") for number in range(1, 22)]
    shown = render(digest(line(own=read[0]), sources=read))
    assert {each.uri for each in read} == set(re.findall(r"item-\d+\.txt", shown))
    assert " more" not in re.sub("(?s)<style>.*</style>", "", shown)


@pytest.mark.parametrize("render", [text.render, markdown.render, notebook.render, html.render])
def test_a_number_word_in_a_heading_has_no_capital_of_its_sentence(render):
    """Sources that begin with the number differ in "three or two"; their quotes are as they were."""
    three = citation(source(1), "Three were hurt.")
    two = citation(source(2), "Two were hurt.")
    made = digest(line(), sources=[three.source, two.source])
    shown = render(replace(made, differences=(Difference("number", ("Three", "Two"), (three, two)),)))
    said = re.sub("<[^>]*>", "", shown)
    assert re.search(r"three\b.*\btwo\b", said, re.DOTALL)
    if render is not notebook.render:  # which shows no quote
        assert "Three were hurt." in said


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_an_outlet_does_not_stand_where_a_title_would(name):
    """A source without a title is listed by its address, its outlet after that."""
    nameless = source(1, "feed.xml#2", publisher="Brennock Herald")
    shown = RENDERERS[name](digest(line(own=nameless))).replace("\\", "").replace("`", "")
    assert re.search(r"\[1\] feed\.xml#2,?\s+Brennock Herald\n", shown)
