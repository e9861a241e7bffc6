"""What may leave us."""

import pytest
from hypothesis import given

from summarize.render import sinks
from tests.render.strategies import addresses, dirty


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("The dam held.", "The\tdam\u00a0\n held. "),
        ("\ufffd[31mred", "\x1b[31mred"),
        ("\ufffd]0;x\ufffd", "\x9b]0;x\x07"),
        ("abc", "a\u202eb\u2066c\u200b\u00ad\ufeff\U000e0041"),
        ("a b", "a\u2028b"),
        ("\ufffd\ufffd\ufffd", "\ud83d\ue000\uffff"),
        ("نامه\u200cای", "نامه\u200cای"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("ab", "a\u200db"),
        ("caf\u00e9 — “ja” 日本", "caf\u00e9 — “ja” 日本"),
    ],
)
def test_visible_text(expected, text):
    """Controls are replaced, what reorders or hides is dropped, joiners stay where scripts need them."""
    assert expected == sinks.visible(text)


@given(dirty)
def test_visible_text_is_settled(text):
    """What may be seen is one line, and may be seen as it is."""
    shown = sinks.visible(text)
    assert shown == sinks.visible(shown)
    assert shown == " ".join(shown.split())


@pytest.mark.parametrize(
    ("expected", "uri"),
    [
        ("https://herald.example/a", "https://herald.example/a"),
        ("https://herald.example/a", "HTTPS://Me:secret@Herald.Example/a"),
        ("https://herald.example/a%20b%3Cc%3E", "https://herald.example/a b<c>"),
        ("https://herald.example/?q=%22%27"[:-3] + "'", "https://herald.example/?q=\"'"),
        ("https://herald.example/%C3%A4%zz".replace("%zz", "%25zz"), "https://herald.example/ä%zz"),
        ("https://xn--mhle-0ra.example/", "https://mühle.example/"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        (None, "javascript:alert(1)"),
        (None, "https://"),
        (None, "https://[::1"),
        (None, "http://good.example\\@evil.example/"),
        (None, "http://a b/"),
        (None, "//herald.example/"),
        (None, "samples/dam.txt"),
    ],
)
def test_links(expected, uri):
    """A link is http(s), encoded, without a user name, and has one host by anybody's reading."""
    assert expected == sinks.link(uri)


@given(addresses)
def test_a_link_is_a_link_to_itself(uri):
    """A link is plain ASCII without spaces or quotes, and stays what it is."""
    target = sinks.link(uri)
    if target is not None:
        assert target.isascii()
        assert not set(target) & set(' "<>\\^`{|}\n')
        assert target == sinks.link(target)


def test_addresses_for_people_hide_the_user_name():
    """Whatever the scheme, a user name and password are not shown; an e-mail address is no user name."""
    assert sinks.address("ftp://me:secret@host/x") == "ftp://host/x"
    assert sinks.address("notes/me@home.txt") == "notes/me@home.txt"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("1\\. Mai", "1. Mai"),
        ("\\- no", "- no"),
        ("a\\*b\\_c\\[d\\]", "a*b_c[d]"),
        ("4.20 a.m., e.g. this", "4.20 a.m., e.g. this"),
        ("https\\:\\/\\/herald\\.example", "https://herald.example"),
        ("@\u2060someone", "@someone"),
    ],
)
def test_markdown_escapes_what_acts(expected, text):
    """Constructs are broken with backslashes, mentions with a word joiner, prose is left alone."""
    assert expected == sinks.markdown(text)
