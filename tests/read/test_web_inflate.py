"""Packed bodies: whole or not at all, and no further than the limit."""

import gzip
import zlib
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read.connections import HopError
from summarize.read.inflate import body

TEXT = b"The dam above Nuria held through the night. " * 40


def raw(text):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(text) + packer.flush()


def cut(packed, places):
    """The same bytes in pieces."""
    ends = sorted({place % (len(packed) + 1) for place in places} | {0, len(packed)})
    return [packed[start:end] for start, end in pairwise(ends)]


PACKED = {
    "identity": TEXT,
    "gzip": gzip.compress(TEXT),
    "X-GZIP": gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]),
    "deflate": zlib.compress(TEXT),
    " Deflate ": raw(TEXT),
    "gzip, deflate": zlib.compress(gzip.compress(TEXT)),
    "gzip,": gzip.compress(TEXT) + b"\0" * 100,
}


@given(st.sampled_from(sorted(PACKED)), st.lists(st.integers(0, 5000), max_size=8))
def test_a_body_is_the_same_however_it_is_cut(coding, places):
    """Every packing we ask for, several members in a row, padding at the end, in pieces of any size."""
    assert TEXT == body(cut(PACKED[coding], places), coding, len(TEXT))


@given(
    st.sampled_from(["gzip", "deflate", "gzip, deflate"]),
    st.integers(1, 5000),
    st.lists(st.integers(0, 5000), max_size=3),
)
def test_a_packed_body_that_breaks_off_is_refused(coding, missing, places):
    """Wherever it ends, the end is missed; nothing at all is an empty body."""
    packed = PACKED[coding][: -1 - missing % (len(PACKED[coding]) - 1)]
    with pytest.raises(HopError, match="broke off"):
        body(cut(packed, places), coding, len(TEXT))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_body_or_a_reason(packed):
    """Damage is one line, and no other exception gets out."""
    for coding in ("gzip", "deflate"):
        with suppress(HopError):
            assert isinstance(body([packed], coding, 1000), bytes)


def test_a_bomb_is_left_at_the_limit():
    """Not a piece more is unpacked than is needed to see that it is too large."""
    pieces = iter([gzip.compress(bytes(1 << 20))[:500]] * 3)
    with pytest.raises(HopError, match="is larger than 1 KB"):
        body(pieces, "gzip", 1000)
    assert 2 == len(list(pieces))


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip, gzip", "compress", "chunked"])
def test_a_packing_nobody_asked_for_is_refused(coding):
    """Better no page than one of garbage."""
    with pytest.raises(HopError, match="packed in a way we did not ask for"):
        body([TEXT], coding, 10_000)
