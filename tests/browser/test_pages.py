"""The pages in a real browser: Chromium, driven by Playwright, with no network.

Each page that is opened here must also ask for nothing and say nothing on the console (`conftest.visit`).
"""

import json

import pytest

from tests.browser import scenes
from tests.render.builders import digest, source
from tests.render.page import Page

ALL = pytest.mark.parametrize("scene", scenes.PAGES.values(), ids=scenes.PAGES.keys())
# Every button that opens a quote is pressed, and what is then in sight is read.
PRESSED = """() => [...document.querySelectorAll("button[popovertarget]:not(.close)")].map(button => {
  button.click();
  const [panel, ...others] = document.querySelectorAll(".quote:popover-open");
  const found = [panel.querySelector(".number").innerText, panel.querySelector("mark").innerText,
                 panel.querySelector("a")?.getAttribute("href") ?? null, others.length];
  panel.hidePopover();
  return found;
})"""


def unfolded(page):
    """The page with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    return page


@ALL
def test_every_mark_opens_its_sentence(visit, scene):
    """A pressed mark shows one quote, highlighted word for word, with its own link; all citations are there."""
    page = unfolded(visit.open(scene().html))
    opened = page.evaluate(PRESSED)
    assert scene().cited == {(int(number), quote, link) for number, quote, link, _ in opened}
    assert {0} == {others for *_, others in opened}


@ALL
def test_links_are_the_citations(visit, scene):
    """What leads out of the page leads to a quote or to a source, and there is a link for each."""
    links = visit.open(scene().html).eval_on_selector_all(
        "a", "all => all.map(each => each.getAttribute('href'))"
    )
    quoted = {link for _, _, link in scene().cited} - {None}
    assert quoted | scene().addresses == {link for link in links if not link.startswith(("#", "./"))}


def test_keys_open_and_close_a_quote(visit):
    """Enter on a mark opens the quote, Escape closes it and the mark has the focus again."""
    page = visit.open(scenes.digest().html)
    mark = page.locator(".said .mark").first
    mark.press("Enter")
    assert page.locator(".quote:popover-open mark").inner_text() in page.locator(".said").first.inner_text()
    page.keyboard.press("Escape")
    assert 0 == page.locator(".quote:popover-open").count()
    assert mark.evaluate("mark => mark === document.activeElement")


@ALL
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, scene, scheme):
    """With all unfolded and a quote open, axe-core reports no violation."""
    from axe_playwright_python.sync_playwright import Axe

    page = unfolded(visit.open(scene().html, scheme=scheme))
    page.evaluate("document.querySelector('.said .mark').click()")
    found = Axe().run(page).response["violations"]
    assert [] == [(each["id"], json.dumps(each["nodes"])[:400]) for each in found]


@ALL
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(visit, scene, width):
    """Neither on the narrowest phone nor on a desk does a page scroll sideways, unfolded or not."""
    page = unfolded(visit.open(scene().html, width=width))
    assert width == page.evaluate("document.documentElement.scrollWidth")


@ALL
def test_on_paper_nothing_is_hidden_and_nothing_is_dead(visit, scene):
    """Printed, the page shows every quote and source with its address, and no control that only a screen has."""
    page = visit.open(scene().html, media="print")
    shown = "each => each.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})"
    for selector in (".quote mark", ".sources li"):
        found = page.eval_on_selector_all(selector, f"all => all.map({shown})")
        assert {True} == set(found), selector
    for selector in (".close", "summary", ".skip"):
        assert not any(page.eval_on_selector_all(selector, f"all => all.map({shown})")), selector


@ALL
def test_a_page_parses_without_an_error(scene):
    """Read as HTML strictly, every tag and attribute is ours, and ids are there once."""
    page = Page(scene().html)
    ids = [each.attrs["id"] for each in page.elements if "id" in each.attrs]
    assert (sorted(set(ids)), []) == (sorted(ids), page.foreign())


def test_a_right_to_left_page_is_mirrored(visit):
    """In Arabic, numbers stand to the right of the sentences, and all lines begin at the right edge."""
    page = visit.open(scenes.right_to_left().html)
    places = "all => all.map(each => each.getBoundingClientRect().right)"
    edges = {round(right) for right in page.eval_on_selector_all(".said, h1, section > h2", places)}
    first = page.locator(".sources .number").first.bounding_box()
    title = page.locator(".sources .title").first.bounding_box()
    assert 1 == len(edges)
    assert first["x"] > title["x"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_title_begins_beside_its_number(visit, language):
    """Whatever the direction of a title, it stands at the side of its number, by the direction of the page."""
    names = ["n/ar/a.txt", "بارجة تصدم جسر الميناء"]
    listed = [source(number, title=name) for number, name in enumerate(names, start=1)]
    page = visit.open(digest(sources=listed, language=language, title="الجسر Bridge").to_html(), width=390)
    side = "right" if language == "ar" else "left"
    begins = f"all => all.map(each => Math.round(each.getBoundingClientRect().{side}))"
    assert 1 == len(set(page.eval_on_selector_all(".sources .title > bdi", begins)))
    assert page.eval_on_selector_all("main", begins) == page.eval_on_selector_all("h1 bdi", begins)


def test_the_days_below_the_strip_stand_apart(visit):
    """On the narrowest phone, days with hours are wrapped and not printed over each other."""
    page = visit.open(scenes.PAGES["many"]().html, width=320)
    first, last = (page.locator(".ends > span").nth(at).bounding_box() for at in (0, 1))
    assert first["x"] + first["width"] < last["x"]


@pytest.mark.parametrize(("place", "side"), [("start", "below"), ("end", "above")])
def test_a_quote_stands_beside_its_mark(visit, place, side):
    """On a desk a quote opens below its mark, or above where there is no room, and does not cover it."""
    page = visit.open(scenes.digest().html)
    mark = page.locator(".said .mark").nth(2)
    mark.evaluate("(mark, place) => mark.scrollIntoView({block: place})", place)
    mark.evaluate("mark => mark.click()")
    at, panel = mark.bounding_box(), page.locator(".quote:popover-open").bounding_box()
    gap = panel["y"] - at["y"] - at["height"] if side == "below" else at["y"] - panel["y"] - panel["height"]
    assert 0 <= gap < 20
