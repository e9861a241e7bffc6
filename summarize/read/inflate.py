"""Bodies as they come over the wire to bodies as they were meant, within a limit.

A megabyte of gzip can be a gigabyte of spaces. Nothing is inflated further than the limit, and a stream
that ends early is never taken for a whole.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from summarize.read.connections import HopError, amount

GZIP, DEFLATE = ("gzip", "x-gzip"), ("deflate",)
ACCEPTED = "gzip, deflate"  # what is asked for; a server that sends another is at fault
MOST_CODINGS = 2  # one inside the other; more is no accident
PIECE = 64 * 1024  # bytes inflated at a time
FRAMED, RAW = 47, -15  # zlib's wbits: zlib or gzip by their heads; neither
MEMBER = b"\x1f\x8b"  # how a gzip stream begins


def body(chunks: Iterable[bytes], codings: str, limit: int) -> bytes:
    """The whole body. codings: the Content-Encoding header. Raises `HopError`."""
    named = [name for name in (each.strip().lower() for each in codings.split(",")) if name]
    named = [name for name in named if name != "identity"]
    if len(named) > MOST_CODINGS or not set(named) <= {*GZIP, *DEFLATE}:
        raise HopError("is packed in a way we did not ask for", reached=True)
    for name in reversed(named):
        chunks = _inflated(chunks, raw_allowed=name in DEFLATE)
    pieces, size = [], 0
    for piece in chunks:
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise HopError(f"is larger than {amount(limit)}: too large to be read", reached=True)
    return b"".join(pieces)


def _inflated(chunks: Iterable[bytes], *, raw_allowed: bool) -> Iterator[bytes]:
    """What is packed, piece by piece; several gzip members in a row are one body."""
    inflater, pending, begun = zlib.decompressobj(wbits=FRAMED), b"", False
    for chunk in chunks:
        if chunk and not begun:
            begun = True
            if raw_allowed and not _is_framed(chunk[0]):
                inflater = zlib.decompressobj(wbits=RAW)
        pending += chunk
        while pending:
            if inflater.eof:
                if not pending.startswith(MEMBER):
                    pending = pending if pending == MEMBER[:1] else b""  # padding after the end, mostly
                    break
                inflater = zlib.decompressobj(wbits=FRAMED)
            yield _piece(inflater, pending)
            pending = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    while not inflater.eof and (rest := _piece(inflater, b"")):
        yield rest
    if begun and not inflater.eof:
        raise HopError("broke off in the middle: try again later", reached=True)


def _is_framed(first: int) -> bool:
    """Whether a first byte can be zlib's or gzip's; "deflate" was long sent without either."""
    return (first & 15 == 8 and first >> 4 <= 7) or first == MEMBER[0]


def _piece(inflater: zlib._Decompress, packed: bytes) -> bytes:
    try:
        return inflater.decompress(packed, PIECE)
    except zlib.error as error:
        raise HopError("is packed, and the packing is damaged: try again later", reached=True) from error
