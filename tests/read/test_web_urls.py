"""Addresses as people type them, and as servers send them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import FetchError
from summarize.read import urls
from summarize.read.web import Client


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("http://valley.example/", "http://valley.example"),
        ("http://valley.example/", " HTTP://Valley.Example:80/ "),
        ("https://valley.example:8443/a?b=1", "https://valley.example:8443/a?b=1#c"),
        ("https://valley.example/a%20b?q=c%20d", "https://valley.example/a b?q=c d"),
        ("https://valley.example/%C3%A4%20b", "https://valley.example/ä%20b"),
        ("https://xn--mhle-0ra.example/", "https://mühle.example/"),
        ("https://xn--mhle-0ra.example/", "https://MÜHLE。example/"),
        ("https://valley.example/", "https://me:secret@valley.example/"),
        ("https://valley.example/?a=b@c", "https://valley.example/?a=b@c"),
        ("http://[2606:4700::1111]/", "http://[2606:4700:0:0::1111]/"),
        ("http://a_b.example./", "http://a_b.example./"),
    ],
)
def test_an_address_has_one_form(address, typed):
    """Host in lower case and ASCII, what needs it percent-encoded once, no fragment, no user name."""
    assert address == str(urls.parse(typed))
    assert address == str(urls.parse(address))


@pytest.mark.parametrize(
    "typed",
    [
        "", "valley.example", "ftp://valley.example/", "http:", "http://", "http:///a", "http://[::1", "http://::1]/", "http://[fe80::1%25eth0]/", "http://[v1.x]/",
        "http://valley.example:0/", "http://valley.example:65536/", "http://valley.example:x/", "http://a..example/", "http://-a.example/", "http://a b/",
        "http://good.example\\@evil.example/", "http://a%2eexample/", "http://a\nb.example/", "http://valley.example/\0", "http://valley.example/\x1b[2J",
        "http://" + "a" * 64 + ".example/", "http://" + "a." * 130 + "example/", "http://valley.example/" + "a" * 8000, "http://\u2100.example/", "http://ä\u200d.example/", "http://\ud800.example/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_one_line(typed):
    """The subject is what was typed, the reason says what is wrong, and nothing is connected to."""
    with Client(proxies={}, resolver=pytest.fail) as web, pytest.raises(FetchError) as caught:
        web.get(typed)
    assert caught.value.reason.startswith("is ")
    assert "\n" not in caught.value.reason


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        ("https://valley.example/a", "https://me:secret@valley.example/a"),
        ("http://[::1/", "http://me:secret@[::1/"),
        ("HTTP:/valley.example", "HTTP:/me:secret@valley.example"),
        ("https://valley.example/@me", "https://a@b:secret@valley.example/@me"),
        ("https://valley.example/?m=a@b", "https://valley.example/?m=a@b"),
        ("https://\ufffd.example/", "https://\ud800.example/"),
    ],
)
def test_a_user_name_is_never_shown(shown, typed):
    """Not even that of an address which is none."""
    assert shown == urls.shown(typed)


PIECES = st.sampled_from([*"htps:/@[]%\\?#.:0123456789abÄ。 \t\n\0", "http://", "https://"])


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_an_address_or_a_reason(typed):
    """Nothing but ValueError, and what is an address is one of its own form."""
    try:
        address = str(urls.parse(typed))
    except ValueError:
        return
    assert address == str(urls.parse(address))
    assert address.isascii()


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("https://valley.example/b", "b"),
        ("https://valley.example/b", "/b#c"),
        ("https://other.example/", "//other.example"),
        ("https://valley.example/a/?q", "?q"),
        ("https://other.example/%C3%A4", "https://me:own@other.example/ä"),
    ],
)
def test_a_redirect_is_taken_relative_to_its_page(target, location):
    """As RFC 3986 section 5 says; a user name that a server makes up is dropped."""
    base = urls.parse(
        "https://me:secret@valley.example/a/" if location.startswith("?") else "https://valley.example/a"
    )
    found = urls.join(base, location)
    assert (target, None) == (str(found), found.login)
