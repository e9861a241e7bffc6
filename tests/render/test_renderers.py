"""What holds for every rendering."""

import subprocess
import sys
from dataclasses import replace

import pytest

from summarize.model import Expansion, Span
from summarize.render import RENDERERS
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
