"""The page of a digest in a real browser: Chromium, driven by Playwright, with no network."""

import json

import pytest

import summarize
from tests.browser.chromium import MISSING, executable, started
from tests.render.builders import digest as built
from tests.render.builders import line, source

pytestmark = pytest.mark.skipif(executable() is None, reason=MISSING)
HOSTILE = '<img src=x onerror=alert(1)><script>alert(1)</script></style></title><svg onload=alert(1)> \u202e" onmouseover="alert(1)'


@pytest.fixture(scope="module")
def browser():
    with started() as running:
        yield running


def opened(browser, html, folder, scheme="light", width=1280):
    """The page, and what it asked for, said and did on the way."""
    (folder / "page.html").write_text(html)
    page = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}).new_page()
    seen = []
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: seen.append(request.url) if "page.html" not in request.url else None)
    page.goto(f"file://{folder}/page.html")
    return page, seen


def test_every_mark_opens_its_sentence(browser, tmp_path):
    """Pressing a mark shows the quote highlighted, word for word, with the citation's own link; Escape closes it."""
    digest = summarize.summarize(["samples/dam"])
    cited = [each for part in (*digest.lines, *digest.differences) for each in part.citations]
    wanted = {(each.source.number, " ".join(each.quote.split()), each.link) for each in cited}
    page, seen = opened(browser, digest.to_html(), tmp_path)
    found = set()
    for mark in page.locator(
        "main .lines > li > :not(details) .mark, .difference .mark, .said > .mark"
    ).all():
        mark.press("Enter")
        panel = page.locator(".quote:popover-open")
        link = panel.locator("a").get_attribute("href") if panel.locator("a").count() else None
        number = int(panel.locator(".number").inner_text())
        found.add((number, " ".join(panel.locator("mark").inner_text().split()), link))
        page.keyboard.press("Escape")
        assert 0 == page.locator(".quote:popover-open").count()
    assert wanted == found
    assert [] == seen


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, tmp_path, scheme):
    """With all wordings unfolded and a quote open, axe-core reports no violation."""
    from axe_playwright_python.sync_playwright import Axe

    page, _ = opened(browser, summarize.summarize(["samples/dam"]).to_html(), tmp_path, scheme)
    for summary in page.locator("summary").all():
        summary.click()
    page.locator(".said .mark").first.click()
    found = Axe().run(page).response["violations"]
    assert [] == [(each["id"], json.dumps(each["nodes"])[:400]) for each in found]


def test_hostile_texts_are_inert(browser, tmp_path):
    """Scripts, handlers and endless words in title, outlet and text run nothing, load nothing and widen nothing."""
    bad = source(
        1,
        "javascript:alert(1)",
        title=HOSTILE,
        publisher=HOSTILE,
        url="javascript:alert(1)",
        language=HOSTILE,
    )
    held = line(f"{HOSTILE} {'w' * 10_000}", bad, also=[source(2, "w" * 10_000, title="w" * 10_000)])
    digest = built(held, title=HOSTILE, bundle=HOSTILE)
    page, seen = opened(browser, digest.to_html(), tmp_path, width=390)
    page.locator(".said .mark").first.click()
    page.wait_for_timeout(100)
    assert [] == seen
    assert 390 == page.evaluate("document.documentElement.scrollWidth")
