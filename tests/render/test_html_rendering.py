"""The digest as a page."""

import base64
import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from justhtml import StrictModeError

from summarize.errors import ConfigError
from summarize.model import Difference, Line
from summarize.render import html, sinks, viewing
from summarize.render.phrases import Frame
from tests.render.builders import addresses, citation, dam, digest, line, quotes, source
from tests.render.page import Page, quoted, sound, text
from tests.render.strategies import digests


def test_the_page_forbids_itself_everything_but_its_style():
    """The policy in the head allows the style sheet of the page, by its hash, and no script, load or form."""
    page = Page(dam().to_html())
    [style] = page.all("style")
    wanted = base64.b64encode(hashlib.sha256(text(style).encode()).digest()).decode()
    [policy] = [each.attrs["content"] for each in page.all("meta") if "http-equiv" in each.attrs]
    assert f"default-src 'none'; style-src 'sha256-{wanted}'; base-uri 'none'; form-action 'none'" == policy


def test_every_mark_opens_its_sentence():
    """A mark is a button, and what it opens holds the quote, highlighted, and the link to it."""
    held = line(own=source(1, "saved.html", url="https://herald.example/a"), also=[source(2, "courier.txt")])
    page = Page(digest(held).to_html())
    in_text = [(shown, quoted(panel)) for shown, panel in page.marks() if shown.startswith("[")]
    assert ("[1]", "The dam held.") == in_text[0]
    assert {("[1]", "The dam held."), ("[2]", "The dam held.")} == set(in_text)
    assert "https://herald.example/a#:~:text=The%20dam%20held." in page.links


def test_a_quote_stands_in_its_paragraph():
    """Around the highlighted sentence is the rest of its paragraph, and "…" where that goes on."""
    said = replace(citation(source()), before=" night. ", after=" Nobody was hurt.")
    page = Page(digest(Line("The dam held.", 0.5, (said,), 1)).to_html())
    [panel] = page.all("blockquote")
    assert "… night. The dam held. Nobody was hurt." == text(panel)


def test_the_table_shows_who_carries_what():
    """A row for each source, used or not, and a filled cell for each line it carries."""
    page = Page(dam().to_html())
    rows = page.all("tr")[1:]
    filled = [[bool(cell.query("button")) for cell in row.query("td")] for row in rows]
    assert [True, True, False] == filled[0]
    assert [False, False, False] == filled[5]


def test_words_that_differ_are_marked():
    """Beside a line stands what another source says; words the other side lacks are underlined in both."""
    own, other = source(1), source(2, "courier.txt")
    said = Line(
        "About 300 people left.",
        0.5,
        (
            citation(own, "About 300 people left."),
            citation(other, "Some 300 people left town.", "corroborates", 0.6),
        ),
        2,
    )
    assert ["About", "Some", "town"] == [text(each) for each in Page(digest(said).to_html()).all("u")]


def test_those_who_say_it_in_the_same_words_stand_together():
    """Of forty sources with one wording, one card is shown, with a mark for each."""
    also = [source(number, f"{number}.txt") for number in range(2, 42)]
    page = Page(digest(line("About 300 people left.", also=also)).to_html())
    own, others = page.all("figure")
    assert (1, 40) == (len(own.query("button.mark")), len(others.query("button.mark")))


def test_the_value_that_differs_is_highlighted():
    """In the quote of each answer the value is marked where it stands by itself, not inside a longer one."""
    sides = (citation(source(1), "Of 1,200 people 200 are back."), citation(source(2), "Some 300 are back."))
    made = digest(line(), differences=(Difference("number", ("200", "300"), sides),))
    figures = Page(made.to_html()).all("figure")
    assert ["200", "300"] == [text(marked) for each in figures for marked in each.query("mark")]
    assert "Of 1,200 people 200 are back." in text(figures[0])


def test_a_page_goes_the_way_of_its_language():
    """Articles in Arabic make a page from right to left; the words of the frame keep their own way."""
    arabic = digest(line("صمد السد.", source(language="ar")), language="ar")
    [main] = Page(arabic.to_html()).all("main")
    [root] = Page(arabic.to_html()).all("html")
    assert ("rtl", "ltr") == (main.attrs["dir"], root.attrs["dir"])


def test_long_lists_fold():
    """Of two hundred sources a dozen are in sight, the others unfold; none is missing."""
    many = tuple(source(number, f"{number}.txt") for number in range(1, 201))
    page = Page(digest(line(), sources=many).to_html())
    [rest] = page.all("details", class_="rest")
    assert 187 == len(rest.query("li"))
    assert 200 == len([each for each in page.all("li") if each.query(".number")])


def test_a_crowd_is_bars():
    """Beyond forty dated sources, time shows how many there were, not which."""
    start = datetime(2026, 3, 3, tzinfo=UTC)
    many = tuple(
        source(number, f"{number}.txt", published=start + timedelta(hours=number)) for number in range(1, 65)
    )
    page = Page(digest(line(), sources=many).to_html())
    counts = [int(text(each)) for each in page.all("text") if not each.attrs.get("class")]
    assert (64, 0) == (sum(counts), len(page.all("circle")))


def test_an_unused_source_says_why():
    """What was read and is not cited has its reason: a copy, nothing to quote, or not chosen."""
    copy, empty, other = source(2, "b", origin=1), source(3, "c", sentences=0), source(4, "d")
    page = Page(digest(line(), sources=(source(1), copy, empty, other)).to_html()).text
    for reason in (
        "the same article as [1]",
        "holds no sentence that may be quoted",
        "nothing of it was chosen",
    ):
        assert reason in page


def test_an_empty_digest_says_why():
    """Without lines the page gives the reason, and no table, strip or quotes."""
    page = Page(digest().to_html())
    assert "Nothing to show: no sources were given." in page.text
    assert [] == page.all("section")


def test_templates_of_ones_own_come_first(tmp_path):
    """A template in the given folder stands in for ours, may build on it, and is escaped all the same."""
    (tmp_path / "digest.html").write_text(
        '{% extends "default/digest.html" %}{% block body %}{{ super() }}<p>{{ digest.title }}</p>{% endblock %}'
    )
    page = html.render(digest(line(), title="<b>Dam</b>"), templates=tmp_path)
    assert "<p>&lt;b&gt;Dam&lt;/b&gt;</p>" in page
    assert "popovertarget" in page


def test_a_style_of_ones_own_is_the_one_that_is_allowed(tmp_path):
    """The policy names the hash of the style sheet that is in the page."""
    (tmp_path / "page.css").write_text("body { color: teal }")
    page = html.render(dam(), templates=tmp_path)
    wanted = base64.b64encode(hashlib.sha256(b"\nbody { color: teal }\n").digest()).decode()
    assert f"sha256-{wanted}" in page.replace("&#43;", "+")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("digest.html", "\n{{ digest.", "digest.html, line 2"),
        ("digest.html", "{{ digest.colour }}", "no attribute 'colour'"),
        ("digest.html", '{% include "mine.html" %}', "no such template"),
        ("page.css", "</style><script>", "a style sheet may not hold"),
        ("digest.html", "{{ ''.__class__.__mro__ }}", "unsafe"),
        ("digest.html", "<p>\n{{ 1 / 0 }}", "digest.html, line 2: division by zero"),
        (
            "digest.html",
            "{% macro on() %}{{ on() }}{% endmacro %}{{ on() }}",
            "digest.html, line 1: maximum rec",
        ),
        ("digest.html", "{% for i in range(10**9) %}{% endfor %}", "digest.html, line 1: Range too big"),
    ],
)
def test_a_mistake_in_a_template_is_one_line(tmp_path, name, content, said):
    """It names the folder, and the template where that is known; templates cannot reach past their view."""
    (tmp_path / name).write_text(content)
    with pytest.raises(ConfigError) as error:
        html.render(dam(), templates=tmp_path)
    assert str(tmp_path) in str(error.value) or "page.css" in str(error.value)
    assert said in str(error.value)


def test_the_page_is_small():
    """With everything a digest can have, the page is under 100 kB."""
    assert len(dam().to_html().encode()) < 100_000


@pytest.mark.parametrize(
    "broken", ["<p><b></p></b>", "<p id=a id=b>x</p>", "<p>a &nosuch; b</p>", "<p>a</p></i>"]
)
def test_a_page_that_a_browser_would_have_to_mend_is_found_out(broken):
    """What the tests of all pages, mails and notebooks stand on."""
    with pytest.raises((AssertionError, StrictModeError)):
        sound(broken)


@given(digests())
def test_only_our_own_tags_and_links(made):
    """Whatever the sources hold, the page has our tags and attributes and links to the sources alone.

    Each mark opens a quote; what is highlighted is that quote, as far as it may be seen.
    """
    page = Page(made.to_html())
    assert [] == page.foreign()
    outside = {link for link in page.links if not link.startswith("#")}
    assert addresses(made) <= outside <= addresses(made) | quotes(made)
    for said in made.lines:
        assert sinks.visible(said.text) in page.text
    cited = [each for part in (*made.lines, *made.differences) for each in part.citations]
    cited += [each.citation for said in made.lines for each in said.expansions]
    assert {sinks.visible(each.quote) for each in cited} == {quoted(panel) for _, panel in page.marks()}


def test_of_very_many_sources_the_table_shows_those_that_are_cited():
    """A row and a column each would be millions of cells; the list below has every source."""
    sources = [source(number, f"{number}.txt") for number in range(1, 103)]
    shown = viewing.digest_view(digest(line(own=sources[0], also=sources[1:2]), sources=sources), Frame("en"))
    assert ([1, 2], 100) == ([row.source.number for row in shown.rows], len(shown.unused))


def test_of_a_hundred_sources_each_has_its_row():
    """Who carries nothing is worth seeing as long as it can be seen at a glance."""
    sources = [source(number, f"{number}.txt") for number in range(1, 101)]
    shown = viewing.digest_view(digest(line(own=sources[0]), sources=sources), Frame("en"))
    assert 100 == len(shown.rows)
