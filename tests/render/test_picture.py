"""The picture of a sentence graph."""

import subprocess
import sys

import numpy as np
import pytest
from lxml import etree

import summarize
from summarize import pipeline
from summarize.drawing import drawn
from summarize.errors import SummarizeError
from summarize.model import Budget, Bundle, Document
from summarize.options import Options
from summarize.render import layout, palette, picture
from tests.render.test_network import graph_of, study

SVG = "{http://www.w3.org/2000/svg}"


def parsed(made):
    return etree.fromstring(drawn(made, "svg"))


def words(root):
    """What the picture says in letters, hover titles apart."""
    return [element.text for element in root.iter(f"{SVG}text")]


def titles(root):
    return [element.text for element in root.iter(f"{SVG}title")]


@pytest.mark.parametrize("format", ["svg", "png"])
def test_the_same_study_gives_the_same_bytes(format):
    """No date, no random id, no random layout."""
    assert drawn(study(), format) == drawn(study(), format)


def test_the_picture_names_lines_and_sources():
    """Numbers stand on the picked sentences and again beside the lines; the legend lists the sources."""
    made = study()
    said = words(parsed(made))
    assert [2, 2] == [said.count(str(number)) - (number <= 3) for number in (1, 2)]
    assert {"Herald", "Courier", "Post"} <= set(said)
    assert (
        "6 sentences. The larger, the more central; the thicker a line, the more alike. Numbered: the digest."
        in said
    )


def test_every_sentence_tells_itself_when_pointed_at():
    """Each disc carries its sentence as a title, which browsers show."""
    made = study()
    shown = titles(parsed(made))
    assert "Sentence graph" == shown[0]
    for _, about in graph_of(made).nodes(data=True):
        assert 1 == sum(about["text"] in each and f"[{about['source']}]" in each for each in shown)


def test_the_picture_is_inert():
    """No script, no document type, and nothing that is loaded from elsewhere, whatever titles say."""
    nasty = '<script>alert(1)</script>" onload="alert(1) $\\frac{1}$ \x1b]8;;https://evil.example\x07'
    documents = tuple(
        Document.from_text(
            f"The dam above the town of Brennock held {night}, said the mayor {nasty} to the press.",
            title=nasty, publisher="$x_1$", uri=f"javascript:alert({night!r})",
        )
        for night in ("on Monday", "on Tuesday")
    )  # fmt: skip
    made = pipeline.study(Bundle("b", documents, title=nasty), Options(budget=Budget(1)))
    image = drawn(made, "svg")
    assert b"<!DOCTYPE" not in image
    root = etree.fromstring(image)
    assert set() == {etree.QName(each).localname for each in root.iter("{*}*")} & {
        "script",
        "image",
        "a",
        "foreignObject",
    }
    for element in root.iter("{*}*"):
        assert [] == [name for name in element.attrib if etree.QName(name).localname.startswith("on")]
        assert [] == [
            value for name, value in element.attrib.items() if name.endswith("href") and value[0] != "#"
        ]
    assert any("<script>" in each for each in titles(root))
    assert any(each.startswith("$x_1$: <script>") for each in words(root))


def test_letters_without_a_font_cost_nothing():
    """Scripts that matplotlib's font lacks are letters in the SVG and no warning anywhere."""
    text = "市長は水曜日の夜に、ダムは持ちこたえたと記者団に述べた。住民は木曜日の朝に家へ帰ることができると町の役場は発表した。"
    documents = (
        Document.from_text(text, title="ダム", language="ja"),
        Document.from_text(text + "雨がやんだ。", language="ja"),
    )
    made = pipeline.study(Bundle("b", documents), Options(budget=Budget(1), min_words=1))
    assert "ダム" in words(parsed(made))
    assert drawn(made, "png").startswith(b"\x89PNG")


def test_a_picture_shows_at_most_so_many_sentences(monkeypatch):
    """A bundle of thousands becomes a picture of its strongest, which says so."""
    monkeypatch.setattr(picture, "MOST", 4)
    assert any(each.startswith("The 4 strongest of 6 sentences.") for each in words(parsed(study())))


@pytest.mark.parametrize("count", [1, 2, 3, 60])
def test_discs_stand_clear_of_one_another_and_on_the_page(count):
    """A ring of sentences, one of them alone: none covers another, none is cut off."""
    import networkx

    spine = networkx.Graph()
    spine.add_nodes_from(range(count + 1))
    spine.add_weighted_edges_from(
        (i, (i + 1) % count, 0.5) for i in range(count) if count > 1 and i != (i + 1) % count
    )
    radii = np.linspace(3, 12, count + 1)
    at = layout.positions(spine, radii, (400, 300))
    gaps = np.sqrt(np.square(at[:, None] - at[None]).sum(axis=2)) - radii[:, None] - radii[None]
    np.fill_diagonal(gaps, 0)
    assert gaps.min() >= -1e-6
    assert (at >= radii[:, None] - 1e-9).all()
    assert (at <= np.array([400, 300]) - radii[:, None] + 1e-9).all()


def test_sources_can_be_told_apart():
    """28 sources have a colour or a shape of their own; after them, all are grey."""
    styles = [palette.style(number) for number in range(1, 31)]
    assert 28 == len(set(styles[:28]))
    assert styles[28] == styles[29]


def test_colours_stand_out_from_the_page():
    """Every colour has at least 2:1 against white: a disc is seen, and what is read is never in colour."""

    def luminance(colour):
        parts = [part / 255 for part in palette.shade(colour)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for colour in (*palette.COLOURS, palette.OTHERS):
        assert 1.05 / (luminance(colour) + 0.05) >= 2


def test_the_library_draws_what_it_returns(tmp_path):
    """`plot` makes the digest of `summarize` with the same options, and draws that one."""
    path = tmp_path / "dam.GraphML"
    digest = summarize.plot(["samples/dam"], path, words=60, title="Hallin")
    assert summarize.summarize(["samples/dam"], words=60, title="Hallin") == digest
    assert b"Hallin" in path.read_bytes()
    made = study()
    assert made.digest == summarize.plot(made, path)
    assert drawn(made, "graphml") == path.read_bytes()


def test_the_library_refuses_what_it_cannot_draw(tmp_path):
    """An unknown ending is a ValueError before anything is read; a place that is not there, an error with its name."""
    with pytest.raises(ValueError, match=r"^path: 'dam.jpg' ends in none"):
        summarize.plot(["missing"], tmp_path / "dam.jpg")
    with pytest.raises(SummarizeError, match="No such file or directory"):
        summarize.plot(study(), tmp_path / "no" / "dam.gexf")
    with pytest.raises(ValueError, match="a study has its options already: words"):
        summarize.plot(study(), tmp_path / "dam.gexf", words=3)


def test_without_matplotlib_the_error_says_what_to_install():
    """And a graph file needs no more than what is there."""
    script = """
import sys
sys.modules["matplotlib"] = None
from summarize.drawing import drawn
from tests.render.test_network import study
made = study()
assert drawn(made, "gexf") and drawn(made, "graphml")
try:
    drawn(made, "svg")
except Exception as error:
    print(error)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "matplotlib: not installed; pip install 'summarize-digest[plot]'\n"
