"""Every quote is checked against its source, and every finding says what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

import summarize
from summarize.cite import verify
from summarize.errors import CitationError
from summarize.model import Citation, Difference, Digest, Document, Line, Source, Span, sha256

HERALD = Document.from_text("It rained. The dam held through the night.", uri="herald.txt")
MAIL = Document.from_text("The dam did not hold.", uri="mail.txt")


def source(number: int, document: Document) -> Source:
    """A document as a digest lists it."""
    return Source(
        number=number,
        id=document.id,
        uri=document.uri,
        title=None,
        publisher=None,
        published=None,
        language="en",
        sha256=sha256(document.text),
        characters=len(document.text),
        sentences=1,
        origin=number,
    )


def citation(number: int, document: Document, start: int, end: int) -> Citation:
    """What stands at a span."""
    return Citation(source(number, document), Span(start, end), document.text[start:end])


def digest(*differences: Difference) -> Digest:
    """One line from the Herald; the Mail was read too."""
    line = Line("The dam held through the night.", 1.0, (citation(1, HERALD, 11, 42),), 1)
    sources = (source(1, HERALD), source(2, MAIL))
    return Digest("dam", None, "en", (line,), sources, differences)


def reasons(made: Digest, *documents: Document) -> list[tuple[str, str]]:
    """Source and reason of every finding."""
    return [(error.source, error.reason) for error in verify.mismatches(made, documents)]


def changed(document: Document, text: str) -> Document:
    """The document as it stands at the same address later."""
    return replace(document, text=text, id="another")


def test_what_holds_is_silent():
    """A digest whose every quote is at its span passes, whatever the order of the documents."""
    verify.check(digest(), [MAIL, HERALD])
    assert [] == reasons(digest(), MAIL, HERALD)


def test_a_source_that_could_not_be_read_is_not_known_by_its_text():
    """Why it could not is the finding; one that is not quoted does not matter."""
    elsewhere = replace(HERALD, uri="copy.txt", id="copy")
    unread = {"herald.txt": "no such file", "mail.txt": "no such file"}
    found = verify.mismatches(digest(), [elsewhere], unread=unread)
    assert [("herald.txt", "no such file")] == [(error.source, error.reason) for error in found]
    assert () == verify.mismatches(digest(), [elsewhere])


def test_check_raises_the_first():
    """The library's check stops at the first finding, with the quote and the source as attributes."""
    with pytest.raises(CitationError) as raised:
        verify.check(digest(), [MAIL])
    assert ("The dam held through the night.", "herald.txt") == (raised.value.quote, raised.value.source)


def test_a_quoted_source_that_is_gone():
    """A missing source is one finding, and only where it is quoted."""
    assert [("herald.txt", "quoted but not found: give its file or address again")] == reasons(digest(), MAIL)
    assert [] == reasons(digest(), HERALD)


def test_a_source_that_changed_around_its_quote():
    """A changed text is a finding even where the quote still stands at its span."""
    found = reasons(digest(), changed(HERALD, HERALD.text + " Nobody slept."), MAIL)
    assert [("herald.txt", "the text has changed since the digest was made: make the digest again")] == found


def test_a_quote_that_moved():
    """A quote that stands elsewhere now is found, and said where."""
    _, (_, reason) = reasons(digest(), changed(HERALD, "Indeed: " + HERALD.text), MAIL)
    assert "the quote is not at [11, 42); it now stands at 19: make the digest again" == reason


def test_a_quote_beyond_the_end():
    """A span past the end of the text says so."""
    _, (_, reason) = reasons(digest(), changed(HERALD, "It rained."), MAIL)
    assert "the quote at [11, 42) lies beyond the end at 10: make the digest again" == reason


def test_a_forged_quote():
    """A quote that was never in the text is found though the source is unchanged."""
    forged = replace(citation(1, HERALD, 11, 42), quote="The dam broke in the dead of night.")
    made = replace(digest(), lines=(Line("The dam broke.", 1.0, (forged,), 1),))
    [(_, reason)] = reasons(made, HERALD, MAIL)
    assert "the quote is not at [11, 42); it stands nowhere in the text: make the digest again" == reason


def test_differences_are_checked_too():
    """The quotes of a difference are quotes like any other."""
    wrong = replace(citation(2, MAIL, 0, 21), quote="The dam burst.")
    made = digest(Difference("negation", ("held", "burst"), (citation(1, HERALD, 11, 42), wrong)))
    assert ["mail.txt"] == [source for source, _ in reasons(made, HERALD, MAIL)]


def test_context_is_checked_as_any_quote():
    """What stands in grey before a line is verbatim as well, and a forged one is found."""
    text = (
        "Edna Quill built the dam at Brennock. She was ninety years old when it was opened to traffic in May. "
        "Rain fell in the valley for four days on end. Fishermen watched the water from the old stone bridge."
    )
    document = Document.from_text(text, uri="herald", language="en")
    digest = summarize.summarize([document], min_words=9)
    [line] = [line for line in digest.lines if line.text.startswith("She")]
    assert line.context is not None
    assert "Edna Quill built the dam at Brennock." == line.context.quote
    assert () == verify.mismatches(digest, [document])
    forged = replace(line, context=replace(line.context, quote="Nobody built the dam at all."))
    [error] = verify.mismatches(replace(digest, lines=(forged,)), [document])
    assert "Nobody built the dam at all." == error.quote


def test_what_an_abbreviation_stands_for_is_checked_as_any_quote():
    """The words beside an abbreviation are held against the source that is cited for them."""
    herald = Document.from_text("The SVWB opened both of the gates before dawn on Sunday.", uri="herald.txt")
    post = Document.from_text("The Sedge Valley Water Board (SVWB) has its seat in the town.", uri="post.txt")
    made = summarize.summarize([herald, post], sentences=1, query="gates")
    assert [] == reasons(made, herald, post)
    [line] = made.lines
    [expansion] = line.expansions
    words = replace(expansion.citation, quote="Salt Valley Wine Bank")
    forged = replace(made, lines=(replace(line, expansions=(replace(expansion, citation=words),)),))
    [(uri, reason)] = reasons(forged, herald, post)
    assert "post.txt" == uri
    assert reason.startswith("the quote is not at [4, 28)")


def test_a_source_named_as_another_is_wrong():
    """Who is sent to another address than the text was read at is misled; a record's own id says no address."""
    made = digest()
    forged = replace(
        made,
        sources=(replace(made.sources[0], uri="post.txt"), made.sources[1]),
    )
    assert [("post.txt", "by its id this is herald.txt: make the digest again")] == reasons(forged, HERALD)
    moved = replace(HERALD, id="a1", uri="moved.txt")
    kept = replace(made, sources=(replace(made.sources[0], id="a1"), made.sources[1]))
    assert [] == reasons(kept, moved)
