"""Links that open a page at a sentence, read back as the specification of text directives says."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.cite.fragments import link
from summarize.model import Span
from summarize.render import sinks

URL = "https://herald.example/dam"
LONG = "The dam held through the night, the mayor said, " * 7 + "and nobody in the town below it was hurt."


def parsed(url):
    """Prefix, start, end and suffix of the one directive in an address (section "Parsing the directive").

    Split at unencoded commas first, then look for the dashes that mark context, then decode.
    """
    fragment = url.partition("#")[2].partition(":~:")[2]
    assert fragment.startswith("text=")
    assert "&" not in fragment
    tokens = fragment.removeprefix("text=").split(",")
    prefix = tokens.pop(0)[:-1] if tokens[0].endswith("-") else ""
    suffix = tokens.pop()[1:] if tokens[-1].startswith("-") else ""
    assert len(tokens) in (1, 2)
    assert not any("-" in token for token in (prefix, suffix, *tokens))
    start, end = [*tokens, ""][:2]
    return tuple(unquote(part, errors="strict") for part in (prefix, start, end, suffix))


def opened(url, text):
    """The characters of a text that a browser would show first for an address, white space folded.

    A regular expression says what the algorithm of the specification does: context may be parted from
    the match by white space, case does not count, the first place wins and the nearest end.
    """
    prefix, start, end, suffix = map(re.escape, parsed(url))
    pattern = rf"({start}.*?{end})" if end else f"({start})"
    pattern = (rf"{prefix}\s*" if prefix else "") + pattern + (rf"\s*{suffix}" if suffix else "")
    found = re.search(pattern, " ".join(text.split()), re.IGNORECASE | re.DOTALL)
    return found and (found.start(1), found[1])


def linked(text, quote, nth=1):
    """The link to the nth place of a quote in a text, and that place with white space folded."""
    at = -1
    for _ in range(nth):
        at = text.index(quote, at + 1)
    folded = len(" ".join([*text[:at].split(), "x"])) - 1
    return link(URL, text, Span(at, at + len(quote))), (folded, " ".join(quote.split()))


@pytest.mark.parametrize(
    ("expected", "quote"),
    [
        ("The%20dam%20held.", "The dam held."),
        ("It%20rained%2C%20then%20froze.", "It rained, then froze."),
        ("A%2040%2Dmetre%20gap.", "A 40-metre gap."),
        ("A%20gap%20%E2%80%93%20then%20none.", "A gap – then none."),
        ("R%26D%20is%20100%25%20%22safe%22%23.", 'R&D is 100% "safe"#.'),
        ("%D0%9F%D0%BB%D0%BE%D1%82%D0%B8%D0%BD%D0%B0.", "Плотина."),
        ("%E5%A0%A4%E9%98%B2%E3%80%82", "堤防。"),
        ("%F0%9F%8C%8A", "\U0001f30a"),
    ],
)
def test_a_quote_is_percent_encoded(expected, quote):
    """Commas, dashes and ampersands, which a directive is made of, and all that is not ASCII."""
    assert f"{URL}#:~:text={expected}" == link(URL, quote, Span(0, len(quote)))
    assert ("", quote, "", "") == parsed(link(URL, quote, Span(0, len(quote))))


@pytest.mark.parametrize(
    ("expected", "url"),
    [
        ("https://a.example/#:~:text=Dam.", "https://a.example/"),
        ("https://a.example/?q=1&r=2#:~:text=Dam.", "https://a.example/?q=1&r=2"),
        ("https://a.example/#part:~:text=Dam.", "https://a.example/#part"),
        ("https://a.example/#part:~:text=Dam.", "https://a.example/#part:~:text=old"),
        ("https://a.example/#:~:text=Dam.", "https://a.example/#:~:text=old"),
        (None, "file:///tmp/a.html"),
        (None, "a.html"),
        (None, None),
    ],
)
def test_the_address_keeps_its_own_fragment(expected, url):
    """A fragment stays, a directive is replaced, and what is no web address has no link."""
    assert expected == link(url, "Dam.", Span(0, 4))


def test_a_repeated_sentence_is_told_apart_by_its_paragraph():
    """The second place of a sentence takes the words around it in its own paragraph."""
    text = "Before. The dam held. It rained.\n\nThen came night. The dam held. Nobody left."
    url, place = linked(text, "The dam held.", nth=2)
    assert ("Then came night.", "The dam held.", "", "Nobody left.") == parsed(url)
    assert place == opened(url, text)


def test_a_paragraph_by_itself_takes_its_neighbours():
    """Where a paragraph is the sentence alone, the words before and after it are the context."""
    text = "The dam held.\n\nIt rained.\n\nThe dam held.\n\nNobody left."
    url, place = linked(text, "The dam held.", nth=2)
    assert place == opened(url, text)


def test_what_cannot_be_told_apart_gets_the_plain_link():
    """A text printed twice over: the first place says the same."""
    text = "The dam held. " * 40
    assert f"{URL}#:~:text=The%20dam%20held." == linked(text, "The dam held.", nth=20)[0]


def test_a_long_quote_is_its_ends():
    """Over 300 characters the first and last words stand for the whole."""
    text = f"It rained.\n\n{LONG} It rained."
    url, place = linked(text, LONG)
    assert ("", "The dam held through the night,", "the town below it was hurt.", "") == parsed(url)
    assert place == opened(url, text)


def test_a_quote_over_a_line_break_is_its_ends():
    """A line break may be a block's end on the page, and no part of a directive crosses one."""
    text = "The dam held through the night, the mayor of Brennock\nsaid on Tuesday, and nobody below it was hurt."
    assert "" != parsed(linked(text, text)[0])[2]


def test_case_does_not_tell_places_apart():
    """Browsers match without regard to case, so a headline in capitals is an earlier place."""
    text = "THE DAM HELD.\n\nOn Monday it rained. The dam held. Nobody left."
    url, place = linked(text, "The dam held.")
    assert place == opened(url, text)


words = st.lists(
    st.sampled_from(["dam", "held", "Dam", "a-b", "c,d", "e&f", "Плотина", "x"]), min_size=1, max_size=60
)


@given(words, words, words, st.sampled_from([" ", "\n", "\n\n", "  "]))
def test_every_link_opens_its_quote(before, said, after, gap):
    """Whatever repeats around it, a link leads to its quote or to an equal one before it."""
    quote, head = " ".join(said) + ".", " ".join(before) + "." + gap
    text = f"{head}{quote}{gap}{' '.join(after)}."
    url = link(URL, text, Span(len(head), len(head) + len(quote)))
    at, found = opened(url, text)
    if quote.casefold() not in " ".join(head.split()).casefold():
        assert quote == found
        assert at == len(" ".join(head.split())) + bool(gap)
    assert url == sinks.link(url)
