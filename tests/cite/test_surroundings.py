"""What stands around a quote."""

from hypothesis import given
from hypothesis import strategies as st

import summarize
from summarize.cite.surroundings import LONGEST, around
from summarize.model import Document, Span


def test_the_rest_of_the_paragraph_and_no_other():
    """A quote is shown with its own paragraph, not with its neighbours."""
    text = "The rain stopped.\n\nThe dam held. Nobody was hurt.\n\nMore soon."
    assert ("", " Nobody was hurt.") == around(text, Span(19, 32), [Span(0, 17), Span(19, 49), Span(51, 61)])


@given(st.text("ab \n", max_size=1500), st.integers(0, 1500), st.integers(0, 200))
def test_what_stands_around_is_verbatim_and_bounded(text, start, length):
    """Both sides are characters of the text right beside the quote, at most 600 together, and a cut shows."""
    start = min(start, len(text))
    span = Span(start, min(start + length, len(text)))
    before, after = around(text, span, [Span(0, len(text))])
    assert text[: span.start].endswith(before)
    assert text[span.end :].startswith(after)
    assert len(before) + len(after) <= LONGEST
    assert before == text[: span.start] or before[:1].isspace() or not before
    assert after == text[span.end :] or after[-1:].isspace() or not after


def test_the_citations_of_a_digest_have_theirs():
    """What a citation says of its surroundings stands in the document around its span."""
    document = Document.from_text(
        "The river rose all through Monday night, the town said. The dam at Hallin held until the morning, "
        "engineers said. Nobody in the valley was hurt by the water, they added."
    )
    digest = summarize.summarize(document, sentences=3)
    for line in digest.lines:
        [cited] = line.citations
        assert cited.before + cited.quote + cited.after == document.text
