"""The words of the frame: all in one table, so that a language is one more table."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from summarize.model import Bundle as Heap
from summarize.model import Difference, Document, Expansion, Failure, Span, Story
from summarize.paper import Briefing, Change, Entry, Part, Unread
from summarize.render import briefing_html, html, phrases, stories
from summarize.render.phrases import ENGLISH, Frame
from tests.render.builders import citation, digest, line, source
from tests.render.page import Page

RENDER = Path(phrases.__file__).parent
WORD = "Щ"  # what every source here says, so that a Latin letter on a page is the frame's


@pytest.fixture
def pseudo(monkeypatch):
    """A language whose every letter is ¤."""
    table = {
        name: re.sub(r"(\{[^}]*\})|[A-Za-z]", lambda found: found[1] or "¤", said)
        for name, said in ENGLISH.items()
    }
    monkeypatch.setitem(phrases.TABLES, "xx", table | {"direction": "rtl"})
    return "xx"


def made():
    """A digest with all that a digest can have, in letters that are not Latin."""
    known = {"title": WORD, "publisher": WORD, "language": None}
    first, last = datetime(2026, 3, 3, tzinfo=UTC), datetime(2026, 4, 5, tzinfo=UTC)
    own, other = source(1, WORD, published=first, **known), source(2, WORD * 2, published=last, **known)
    idle = (source(3, WORD, sentences=0), source(4, WORD), source(5, WORD, origin=1))
    said = replace(
        line(f"{WORD} {WORD}.", own, also=[other], same=[other], origins=2),
        context=citation(own, WORD),
        expansions=(Expansion(Span(0, 1), citation(own, WORD)),),
        citations=(
            citation(own, WORD),
            citation(other, WORD * 2, "corroborates"),
            citation(other, WORD, "same-text"),
        ),
    )
    alone = replace(said, context=None, expansions=(), origins=1)
    kinds = ("number", "date", "name", "negation", "rank")
    sides = (citation(own, "12"), citation(other, "15"))
    differences = tuple(Difference(kind, ("12", "15"), sides) for kind in kinds)
    return digest(
        said, alone, sources=(own, other, *idle), differences=differences, skipped=(Failure(WORD, WORD),), notes=(Failure(WORD, WORD),), language=None
    )  # fmt: skip


def papers():
    """Briefings with and without news."""
    day, moment = date(2026, 3, 4), datetime(2026, 3, 4, 6, 30, tzinfo=UTC)
    change = Change("number", "12", "15", day, citation(source(9, WORD), WORD))
    silent = digest(sources=(source(1, WORD),))
    entries = (
        Entry("new", made(), watch=(WORD,)),
        Entry("updated", replace(made(), title=WORD), day, (change,), known_as=WORD, outlets=3),
        Entry("continuing", silent, day),
    )
    notes = {
        "quiet": (WORD,),
        "unread": (Unread(WORD, WORD, WORD),),
        "untold": (WORD,),
        "left_out": 2,
        "outdated": 3,
        "passed_over": 4,
    }
    yield Briefing(WORD, day, moment, moment, (Part(None, entries),), **notes)
    yield Briefing(WORD, day, None, moment, (), passed_over=1)
    yield Briefing(WORD, day, moment, moment, ())


def pages(language):
    yield html.render(made(), language=language)
    for empty in (
        digest(),
        digest(skipped=(Failure(WORD, WORD),)),
        digest(sources=(source(1, WORD, sentences=0),)),
    ):
        yield html.render(empty, language=language)
    for paper in papers():
        yield briefing_html.render(paper, previous=WORD, following=WORD, language=language)
    heap = Heap("b", (Document.from_text(WORD, uri=WORD),), title=None)
    yield stories.RENDERERS["html"](
        (Story(heap, made()), Story(heap, None)), (Failure(WORD, WORD),), language=language
    )


def test_every_word_of_a_page_is_from_the_table(pseudo):
    """In another language not one English word is left, in text or labels, and the page says which it is in."""
    for written in pages(pseudo):
        page = Page(written)
        [root] = page.all("html")
        shown = page.text.replace(page.all("style")[0].children[0].data, "")
        labels = [
            value for each in page.elements for name, value in each.attrs.items() if name == "aria-label"
        ]
        assert [] == re.findall("[A-Za-z]{2,}", " ".join([shown, *labels]).replace("UTC", ""))
        assert ("xx", "rtl") == (root.attrs["lang"], root.attrs["dir"])


def test_every_phrase_is_said_somewhere():
    """The table holds nothing that no page, mail or text uses."""
    files = [*RENDER.rglob("*.py"), *RENDER.rglob("*.html"), *RENDER.parent.glob("cli/*.py")]
    used = "".join(path.read_text() for path in files if path.name != "phrases.py")
    used += (RENDER / "phrases.py").read_text().partition("TABLES")[2]
    made_up = {
        "new",
        "updated",
        "corrected",
        "continuing",
        "number",
        "date",
        "name",
        "negation",
        "rank",
    }  # a status, a kind
    built = {f"status {status}" for status in ("new", "updated", "corrected", "continuing")}
    assert set() == {name for name in ENGLISH if not re.search(f"[\"']{name}[\"']", used)} - made_up - built


def test_a_language_without_a_table_is_english():
    """And says so."""
    assert ("en", "Sources") == (Frame("tlh").lang, Frame("tlh").say("list"))
