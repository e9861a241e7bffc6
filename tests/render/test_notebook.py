"""A digest in a notebook: as HTML, and as a table."""

import subprocess
import sys

from hypothesis import given
from lxml import html

from summarize.render import frame, notebook
from tests.render.builders import addresses, citation, dam, digest, line, quotes, source
from tests.render.page import sound
from tests.render.strategies import digests

TAGS = {"div", "p", "strong", "small", "span", "bdi", "a", "details", "summary", "br"}
ATTRIBUTES = {"dir", "title", "href", "target", "rel", "style"}


def test_a_notebook_shows_lines_with_marks_that_open_the_quote():
    """The mark leads to the sentence on its page, and shows it when pointed at."""
    page = source(1, "https://herald.example/dam", url="https://herald.example/dam", title="Dam holds")
    root = html.fromstring(digest(line(own=page))._repr_html_())
    [mark] = root.xpath("p//a")
    assert ("[1]", "The dam held.") == (mark.text, mark.get("title"))
    assert citation(page).link == mark.get("href")
    assert ("_blank", "noopener noreferrer nofollow") == (mark.get("target"), mark.get("rel"))


def test_a_notebook_folds_away_what_is_not_the_digest():
    """Differences, sources and what was skipped are there, closed; and it is small."""
    shown = dam()._repr_html_()
    root = html.fromstring(shown)
    assert ["Where they differ", "3 sentences from 5 of 6 sources read; 1 skipped.", "Skipped"] == root.xpath(
        "details/summary/text()"
    )
    assert [] == root.xpath("//details[@open]")
    assert "Number: 1,200 [1] or 1,500 [2]" in root.text_content()
    assert len(shown) < 8000


def test_an_empty_digest_says_why():
    """There is always something to see."""
    assert "Nothing to show: no sources were given." in digest()._repr_html_()


@given(digests())
def test_a_notebook_is_safe_whatever_sources_say(made):
    """Read strictly, few elements, few attributes, no id, and no address but those of the sources and quotes."""
    root = html.fromstring(sound(notebook.render(made)))
    assert "div" == root.tag
    assert {each.tag for each in root.iter()} <= TAGS
    assert {name for each in root.iter() for name in each.attrib} <= ATTRIBUTES
    links = {each.get("href") for each in root.iter("a")}
    assert links <= quotes(made) | addresses(made)


def test_a_table_has_a_row_for_each_citation():
    """Of each citation, what the JSON holds and what its source is called."""
    table = dam().to_pandas()
    assert list(frame.COLUMNS) == list(table.columns)
    assert [1, 2, 2, 2, 2, 3, 3] == table["line"].tolist()
    row = table.iloc[0]
    assert dam().lines[0].text == row["text"] == row["quote"]
    assert (1, 0, "primary", 1.0) == (row["source"], row["start"], row["kind"], row["similarity"])
    assert ("Brennock Herald", "2026-03-03T00:00:00+00:00") == (
        row["publisher"],
        row["published"].isoformat(),
    )
    assert table["published"].isna().tolist() == [False, False, False, True, False, False, True]


def test_an_empty_table_has_the_same_columns_and_types():
    """What works on one digest works on the next, which may be empty."""
    assert dam().to_pandas().dtypes.to_dict() == digest().to_pandas().dtypes.to_dict()
    assert 0 == len(digest().to_pandas())


def test_without_pandas_the_error_says_what_to_install():
    """One line, as ever."""
    script = """
import sys
sys.modules["pandas"] = None
from tests.render.builders import dam
try:
    dam().to_pandas()
except Exception as error:
    print(error)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "pandas: not installed; pip install 'summarize-digest[pandas]'\n"
