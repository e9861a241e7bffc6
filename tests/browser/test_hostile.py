"""Pages of hostile texts in a real browser: nothing runs, nothing is loaded, nothing is another's markup."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from summarize.model import Bundle, Difference, Document, Expansion, Failure, Span, Story
from summarize.paper import Briefing, Change, Entry, Part, Unread
from summarize.render import briefing_html, stories
from tests.faults.hostile.pages import SCRIPTS
from tests.render.builders import citation, digest, line, source

MARKUP = (
    *SCRIPTS.values(),
    '</style></title></textarea></script><img src=x onerror=alert(1)>" onmouseover="alert(1)',
    "' autofocus onfocus=alert(1) x='`${alert(1)}`",
    "\u202e\u2066txt.exe\u2069\u200f gnp.egami \u202dabc\u061c",
    "<svg><foreignObject><math><mi><mglyph><svg><style><img src=x onerror=alert(1)></style>",
    '<select><template shadowrootmode=open><script>alert(1)</script></template></select><form id=x>"',
    "<scr\0ipt>alert(1)</scr\0ipt>\x1b[31m\x1b]8;;https://evil.example\x07",
)
# Chromium takes time in the square of a word of joined letters: .7 s for ten thousand, each time it is set.
WORDS = ("w" * 10_000, "\u0633" * 1_000)
ADDRESSES = (
    "javascript:alert(1)", "JaVa\tScript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)",
    'https://evil.example/" onclick="alert(1)', "//evil.example/x", "file:///etc/passwd", "https://a@evil.example\\@b/",
)  # fmt: skip
# What could act or load, whoever wrote it, and handlers on anything.
ACTIVE = (
    "script, img, iframe, object, embed, form, input, base, link, video, audio, foreignObject, math, template"
)
HANDLERS = "all => all.flatMap(each => [...each.attributes]).filter(each => /^on|^style$|^src/i.test(each.name)).map(each => each.name)"


def said(bad, number, address):
    """A line, and a difference, with a hostile text wherever a text can stand."""
    known = {"title": bad, "publisher": bad, "language": bad[:20], "author": bad}
    own, other = source(number, address, url=address, **known), source(number + 1, bad, url=address, **known)
    plain = line(f"{bad} held.", own, also=[other])
    around = {"before": f"{bad} ", "after": f" {bad}", "link": address}
    made = replace(
        plain,
        context=citation(own, bad),
        expansions=(Expansion(Span(0, 1), citation(own, bad)),),
        citations=tuple(replace(each, **around) for each in plain.citations),
    )
    sides = (citation(own, bad), citation(other, f"{bad}2"))
    return made, Difference("number", (bad, f"{bad}2"), sides)


def told(texts, addresses):
    """A digest that says each of the texts in a line and a difference; sources have the addresses in turn."""
    lines, differences = zip(
        *(said(bad, 1 + 2 * at, addresses[at % len(addresses)]) for at, bad in enumerate(texts)), strict=True
    )
    every = " ".join(texts)
    failed = tuple(Failure(bad, bad) for bad in texts)
    return digest(
        *lines, title=every, bundle=every, differences=differences, skipped=failed, language=every[:20]
    )


def of_digest(texts, *addresses):
    return told(texts, addresses).to_html()


def of_stories(texts, *addresses):
    documents = tuple(Document.from_text("The dam held.", uri=bad, title=bad, publisher=bad) for bad in texts)
    story = Story(Bundle("b", documents, title=texts[0]), told(texts, addresses))
    failed = tuple(Failure(bad, bad) for bad in texts)
    return stories.RENDERERS["html"]((story, replace(story, digest=None)), failed)


def of_briefing(texts, *addresses):
    day, made = date(2026, 3, 4), told(texts, addresses)
    changes = tuple(Change("number", bad, bad, day, made.lines[0].citations[0]) for bad in texts)
    entry = Entry("updated", made, day, changes, known_as=texts[0], watch=texts)
    notes = {"quiet": texts, "untold": texts, "left_out": 99}
    unread = tuple(Unread(bad, addresses[0], bad) for bad in texts)
    paper = Briefing(
        texts[0], day, None, datetime(2026, 3, 4, tzinfo=UTC), (Part(texts[0], (entry,)),), unread=unread, **notes
    )  # fmt: skip
    return briefing_html.render(paper, previous=addresses[0], following=texts[0][:100])


PAGES = pytest.mark.parametrize("page_of", [of_digest, of_stories, of_briefing])
TEXTS = pytest.mark.parametrize("texts", [MARKUP, WORDS], ids=["markup", "long words"])


@PAGES
@TEXTS
def test_hostile_texts_are_inert(visit, page_of, texts):
    """In any title, name, quote or value: no element but ours, no handler, no dialog, no request, no wide page."""
    page = visit.open(page_of(texts, "https://evil.example/a"), width=390)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.evaluate("document.querySelectorAll('button').forEach(each => each.click())")
    assert 0 == page.locator(ACTIVE).count()
    assert [] == page.eval_on_selector_all("*", HANDLERS)
    assert 390 == page.evaluate("document.documentElement.scrollWidth")
    assert not set(page.evaluate("document.body.innerText")) & set("\u202e\u202d\u2066\u2069\x1b\0")


@PAGES
def test_hostile_addresses_are_no_links(visit, page_of):
    """What is not plainly http or https leads nowhere; a neighbour's name stays beside the page."""
    page = visit.open(page_of(("The dam",) * len(ADDRESSES), *ADDRESSES))
    links = page.eval_on_selector_all(
        "a:not([href^='#'])", "all => all.map(each => each.getAttribute('href'))"
    )
    assert all(each.startswith(("https://evil.example/", "./")) for each in links), links
    assert not any(set(link) & set('"<> ') for link in links)


@PAGES
def test_a_page_stays_itself_when_parsed_again(visit, page_of):
    """What a browser writes out of the page and reads again is the same page: no markup wakes up on the way."""
    page = visit.open(page_of(MARKUP, "https://herald.example/a"))
    once, again = page.evaluate("""() => {
        const written = document.documentElement.outerHTML;
        const read = new DOMParser().parseFromString("<!doctype html>" + written, "text/html");
        return [written, read.documentElement.outerHTML];
    }""")
    assert once == again
