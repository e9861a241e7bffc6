"""Text nobody wishes for, and digests full of it."""

from datetime import date, timedelta, timezone

from hypothesis import strategies as st

from summarize.cite import fragments
from summarize.model import (
    Citation,
    DatedPhrase,
    Difference,
    Digest,
    Expansion,
    Failure,
    Line,
    Source,
    Span,
    without_surrogates,
)
from summarize.render import sinks

# Each acts somewhere: in a terminal, in Markdown, in HTML, in an address, or in how text is laid out.
FRAGMENTS = [
    "\x1b[31m",
    "\x1b]8;;https://evil.example\x1b\\",
    "\x9b2J",
    "\x9d52;c;aGk=\x07",
    "\b\b\b",
    "\r",
    "\n\n# ",
    "\u2028- ",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200d",
    "\u00ad",
    "\ufeff",
    "\U000e0041",
    "\ue000",
    "\uffff",
    "\ud83d",
    "\x00",
    "**",
    "_a_",
    "~~x~~",
    "`",
    "``",
    "[x](https://evil.example)",
    "![x](https://evil.example/i.png)",
    "<https://evil.example>",
    "https://evil.example/?a=b",
    "//evil.example",
    "www.evil.example",
    "user@evil.example",
    "@someone",
    "[^1]",
    "[x]: https://evil.example",
    "| a | b |\n| - | - |",
    "$x$",
    "1. ",
    "12) ",
    "- ",
    "+ ",
    "---",
    "===",
    "> ",
    "    code",
    "\t",
    "&copy;",
    "&#60;",
    "\\",
    "\\[",
    "]",
    ">",
    "<!--",
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "'",
    "</style>",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://user:secret@herald.example/",
    "https://[::1",
    "http://a\\@b/",
    "https://herald.example/a b?q=<>&copy=1#f",
    "日本語の長い文",
    "「括弧」、",
    "한국어",
    "नमस्ते",
    "שלום",
    "العربية",
    "e\u0301",
    "👩\u200d👩\u200d👧",
    "❤\ufe0f",
    "🇩🇪",
    "\u0301",
    "a" * 90,
    "…",
    "’",
    " ",
    "The dam held.",
]

dirty = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=12).map("".join),
)
addresses = st.one_of(
    dirty,
    st.builds("{}{}{}".format, st.sampled_from(["http://", "https://", "HTTPS://u:p@"]), dirty, dirty),
    st.builds("https://herald.example/{}".format, dirty),
)
counts = st.integers(0, 10**6)
# Offsets, not named zones: what JSON carries of a zone is its offset.
moments = st.builds(
    lambda when, minutes: when.replace(tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(),
    st.integers(-720, 840),
)


def sources(number, text, address):
    return st.builds(
        Source,
        number=st.just(number),
        id=text,
        uri=address,
        title=st.none() | text,
        publisher=st.none() | text,
        published=st.none() | moments,
        language=st.none() | text,
        sha256=text,
        characters=counts,
        sentences=counts,
        origin=counts,
        author=st.none() | text,
        url=st.none() | address,
    )


def citations(made, text, kind):
    """Citations as the pipeline makes them: a link is the source's url and a directive."""
    return st.builds(
        lambda source, start, quote, similarity: Citation(
            source, Span(start, start + 9), quote, kind, similarity, _link(source, quote)
        ),
        st.sampled_from(made),
        counts,
        text,
        st.floats(0, 1),
    )


def _link(source, quote):
    return source.url and fragments.link(sinks.link(source.url), quote, Span(0, len(quote)))


def dates(said, ends):
    """A phrase from wherever in a text to wherever; its day is of no account."""
    return tuple(
        DatedPhrase(Span(min(start, len(said)), min(start + 3, len(said))), date(2026, 3, 5))
        for start in ends
    )


def lines(made, text):
    return st.builds(
        lambda said, salience, own, also, same, origins, ends, before, spelt: Line(
            said,
            salience,
            (own, *also, *same),
            origins,
            dates(said, ends),
            before,
            tuple(
                Expansion(phrase.span, each) for phrase, each in zip(dates(said, ends), spelt, strict=False)
            ),
        ),
        text,
        st.floats(0, 1),
        citations(made, text, "primary"),
        st.lists(citations(made, text, "corroborates"), max_size=2),
        st.lists(citations(made, text, "same-text"), max_size=2),
        st.integers(1, 4),
        st.lists(st.integers(0, 40), max_size=2),
        st.none() | citations(made, text, "primary"),
        st.lists(citations(made, text, "primary"), max_size=2),
    )


def differences(made, text):
    sides = st.lists(st.tuples(text, citations(made, text, "primary")), min_size=2, max_size=3)
    return st.builds(
        lambda kind, found: Difference(kind, *map(tuple, zip(*found, strict=True))),
        st.sampled_from(["number", "date", "name", "negation", "rank"]),
        sides,
    )


@st.composite
def digests(draw):
    """A digest of any strings at all, in which every number resolves.

    Its strings come from a handful drawn first: cheaper than drawing forty, and repeats are as
    interesting as variety. Lone surrogates do not pass the door of a document, and so are not here.
    """
    text = st.sampled_from(draw(st.lists(dirty.map(without_surrogates), min_size=1, max_size=5)))
    address = st.sampled_from(draw(st.lists(addresses.map(without_surrogates), min_size=1, max_size=3)))
    made = [draw(sources(number, text, address)) for number in range(1, draw(st.integers(2, 4)))]
    return Digest(
        bundle=draw(text),
        title=draw(st.none() | text),
        language=draw(st.none() | text),
        lines=tuple(draw(st.lists(lines(made, text), max_size=3))),
        sources=tuple(made),
        differences=tuple(draw(st.lists(differences(made, text), max_size=2))),
        skipped=tuple(draw(st.lists(st.builds(Failure, text, text, st.booleans()), max_size=2))),
        notes=tuple(draw(st.lists(st.builds(Failure, text, text), max_size=1))),
        manifest={"version": "0", "options": {"title": draw(text)}},
    )
