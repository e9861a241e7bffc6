"""How well the article of a page is found, and that none is cut short in silence.

The pages and what a person reads as their article are in `tests/cases/pages`; `make pages` prints a table.
"""

import pytest

from summarize.model import Document, Failure
from summarize.read import formats
from tests.quality import pages

PAGES = sorted(pages.CASES.glob("*.html"))
NEWS = pages.CASES / "news-cookie-sidebar.html"


def read(raw):
    """The text of a page and what is said of it."""
    found = list(formats.read(raw, "page.html", suffix=".html"))
    [text] = [each.text for each in found if isinstance(each, Document)]
    return text, [each.error for each in found if isinstance(each, Failure)]


def recall(text, gold):
    return pages.compared(text, gold)[1]


def test_over_all_pages_the_article_is_found_and_little_else():
    """The mean F1 of shingles is .95 at least."""
    assert pages.FLOOR <= sum(pages.scores(path)[2] for path in PAGES) / len(PAGES)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_article_is_cut_short(path):
    """Whatever else is read with it, the article is there, and no line says that it is not."""
    text, said = read(path.read_bytes())
    assert pages.FLOOR <= recall(text, path.with_suffix(".txt").read_text())
    assert [] == said


@pytest.mark.parametrize("depth", [100, 1000, 100_000])
def test_a_page_nested_deeper_than_its_parser_goes_is_read_whole(depth):
    """libxml2 drops what is nested deeper than 256 without a word."""
    page = NEWS.read_text().replace("<article>", "<article>" + "<div>" * depth)
    assert pages.FLOOR <= recall(read(page.encode())[0], NEWS.with_suffix(".txt").read_text())


@pytest.mark.parametrize("tenth", range(5, 10))
def test_a_page_cut_off_is_read_up_to_there(tenth):
    """A download that broke off is an article that breaks off."""
    page = NEWS.read_text()[: len(NEWS.read_text()) * tenth // 10]
    there = [block for block in NEWS.with_suffix(".txt").read_text().split("\n\n") if block in page]
    text, _ = read(page.encode())
    assert [] == [block for block in there if block not in text]


def test_a_page_whose_prose_is_mostly_not_the_article_says_so():
    """Few lines of article under which many have their say: right or wrong, it is told."""
    talk = "".join(
        f"<div class='comment'><p>Reader {number} has crossed by the ferry for many years and will miss it.</p></div>"
        for number in range(200)
    )
    page = NEWS.read_text().replace(
        "</main>", f"<section class='comments' id='comments'>{talk}</section></main>"
    )
    text, said = read(page.encode())
    assert pages.FLOOR <= recall(text, NEWS.with_suffix(".txt").read_text())
    assert "Reader 1 has" not in text
    assert ["only 5% of the page's prose is taken for its article"] == said
