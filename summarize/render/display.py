"""How a quote is shown: repaired where the encoding was damaged, never reworded.

The quote itself stays verbatim in its citation; this is what a reader sees beside it.
"""

from __future__ import annotations

import re

_C1 = "".join(map(chr, range(0x80, 0xA0)))
# Windows-1252 read as Latin-1 leaves its punctuation in the C1 controls; five of them it never used.
_FROM_C1 = str.maketrans(
    {c: bytes([ord(c)]).decode("cp1252") for c in _C1 if c not in "\x81\x8d\x8f\x90\x9d"}
)
# UTF-8 read as a one-byte code page: what a lead byte became, then what a continuation byte became.
_LEAD = "[\xc2-\xf4]"
_CONTINUATION = f"[\x80-\xbf{''.join(_FROM_C1.values())}]"
_MOJIBAKE = re.compile(f"{_LEAD}{_CONTINUATION}|вЂ|β€")
_GREEK_CAPITAL_BETA = "\u0392"
_END_MARKS = (".", "!", "?", "…", '"', "'", "”", "’", "»", ")", "]")


def tidy(quote: str) -> str:
    """A quote as a line of the digest shows it.

    Runs of white space, no-break spaces included, are one space; text decoded with the wrong code page
    is put right; the capital beta (U+0392) that a broken no-break space leaves after a full stop is
    removed. Nothing else: no quotation mark is straightened, no ligature split.

    >>> tidy("The dam held.\u0392 ")
    'The dam held.'
    >>> tidy("It\u00e2\u20ac\u2122s\u00a0over,\\n  he\x92d said")
    'It’s over, he’d said'
    """
    if quote.isascii():
        return " ".join(quote.split())
    if _MOJIBAKE.search(quote):
        import ftfy  # 70 ms to import, and few quotes need it

        quote = ftfy.fix_encoding(quote)
    shown = " ".join(quote.translate(_FROM_C1).split())
    sentence = shown.removesuffix(_GREEK_CAPITAL_BETA).rstrip()
    return sentence if sentence.endswith(_END_MARKS) else shown
