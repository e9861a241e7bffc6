"""The digest as Markdown, read back by a CommonMark parser."""

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from summarize.render import sinks
from tests.render.builders import addresses, dam, digest, line, quotes, source
from tests.render.strategies import FRAGMENTS, digests, dirty

COMMONMARK = MarkdownIt("commonmark")
TABLES = MarkdownIt("js-default", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
EXPECTED = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close",
    "list_item_open", "list_item_close", "inline", "text", "link_open", "link_close", "code_inline",
}  # fmt: skip


def parsed(markdown, parser=COMMONMARK):
    """All tokens, blocks and what is in them."""
    return [token for block in parser.parse(markdown) for token in [block, *(block.children or [])]]


def links(tokens):
    return {token.attrs["href"] for token in tokens if token.type == "link_open"}


def shown(markdown):
    """What a reader sees of one paragraph; the word joiner that breaks mentions is not seen."""
    text = "".join(token.content for token in parsed(markdown) if token.type in ("text", "code_inline"))
    return text.replace("\u2060", "")


def test_a_digest_reads_well_raw():
    """Prose is not littered with backslashes: only what could act is escaped."""
    made = digest(line("At 4.20 a.m. the dam held (barely), 97% full; the mayor's said so!"))
    assert made.to_markdown().startswith(
        "- At 4.20 a.m. the dam held (barely), 97% full; the mayor's said so! \\[1\\]\n"
    )


def test_marks_lead_to_the_source():
    """A mark is a link where the source has an http(s) address, plain text where it is a path."""
    web, path = source(1, "https://herald.example/a?b=1&copy=2"), source(2, "courier.txt")
    tokens = parsed(digest(line(own=web, also=[path])).to_markdown())
    assert {"https://herald.example/a?b=1&copy=2"} == links(tokens)


def test_marks_lead_to_the_sentence_on_its_page():
    """A saved page with an address: the mark opens it at the sentence, the entry names the file too."""
    saved = source(1, "saved.html", url="https://herald.example/a", title="Dam")
    made = digest(line(own=saved)).to_markdown()
    assert "[\\[1\\]](<https://herald.example/a#:~:text=The%20dam%20held.>)\n" in made
    assert "- \\[1\\] [Dam](<https://herald.example/a>), `saved.html`\n" in made


def test_a_local_path_is_code():
    """A path is shown as code, whatever characters it holds."""
    assert "- \\[1\\] `my_notes/*.txt`\n" in digest(line(own=source(uri="my_notes/*.txt"))).to_markdown()


@pytest.mark.parametrize(
    "uri", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "http://a\\@b/"]
)
def test_only_web_addresses_are_links(uri):
    """Nothing but http and https with a host becomes a link."""
    assert set() == links(parsed(digest(line(own=source(uri=uri))).to_markdown()))


@pytest.mark.parametrize("text", FRAGMENTS)
def test_each_hostile_piece_is_shown_as_it_is(text):
    """What opens a construct in Markdown is shown as its characters."""
    assert sinks.visible(text) == shown(sinks.markdown(text))


@given(dirty)
def test_any_text_is_shown_as_it_is(text):
    """Escaped text, parsed again, is the text a reader may see."""
    assert sinks.visible(text) == shown(sinks.markdown(text))


@given(dirty)
def test_a_code_span_shows_its_text(text):
    """Text as code, parsed again, is the text."""
    assert sinks.visible(text) == shown("x " + sinks.markdown_code(text)).removeprefix("x").strip()


@pytest.mark.parametrize("parser", [COMMONMARK, TABLES], ids=["commonmark", "tables"])
@given(made=digests())
def test_nothing_acts_and_the_links_are_the_sources(parser, made):
    """Whatever the sources hold: our headings, lists and links to the sources, and nothing else."""
    tokens = parsed(made.to_markdown(), parser)
    assert addresses(made) <= links(tokens) <= addresses(made) | quotes(made)
    assert {token.type for token in tokens} <= EXPECTED
    headings = (
        bool(made.title) + bool(made.differences) + len(made.sources and {"Sources"}) + bool(made.notes)
    ) + len({each.passed_over for each in made.skipped})
    assert headings <= sum(token.type == "heading_open" for token in tokens) <= headings + 1


@given(digests())
def test_bare_addresses_in_text_do_not_become_links(made):
    """A reader that links bare addresses finds none but the sources' own."""
    pytest.importorskip("linkify_it")
    reader = MarkdownIt("gfm-like", {"linkify": True})
    found = links(parsed(made.to_markdown(), reader))
    assert addresses(made) <= found <= addresses(made) | quotes(made)


def test_the_whole_page():
    """Headings, lines, differences, sources and the tally stand in this order."""
    found = [token.content for token in COMMONMARK.parse(dam().to_markdown()) if token.type == "inline"]
    order = ["Where they differ", "Sources", "Read, not used", "Skipped"]
    assert order == [text for text in found if text in order]
    assert found[-1] == "3 sentences from 5 of 6 sources read; 1 skipped."
