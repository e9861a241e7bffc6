"""Bytes to characters, or the reason why there are none.

Guarantee: `decode` never raises on any bytes and never returns a lone surrogate; what cannot be decoded is
U+FFFD. Only a byte order mark is dropped: line endings, NUL and controls stay, so that an offset
into the text can be checked with any editor. The order of trust is that of the WHATWG Encoding
Standard with one change: bytes that are valid UTF-8 *are* UTF-8, whatever a page declares, since
text of another encoding is valid UTF-8 only by rare accident (docs/decisions/0002).
"""

from __future__ import annotations

import codecs
import re

BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# (offset, signature, name); names as people say them. From the formats' own specifications.
SIGNATURES = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (8, b"WEBP", "a WebP image"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (0, b"%PDF-", "a PDF"),
    (0, b"PK\x03\x04", "a ZIP archive or an office document"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (0, b"\x1f\x8b", "gzip data"),
    (0, b"BZh", "bzip2 data"),
    (0, b"\xfd7zXZ\x00", "xz data"),
    (0, b"(\xb5/\xfd", "zstd data"),
    (0, b"7z\xbc\xaf'\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "an ELF program"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"ID3", "an MP3 recording"),
    (0, b"OggS", "an Ogg recording"),
    (0, b"fLaC", "a FLAC recording"),
    (0, b"RIFF", "a RIFF recording"),
    (4, b"ftyp", "an MP4 film"),
    (0, b"\x1aE\xdf\xa3", "a Matroska film"),
    (0, b"wOF2", "a font"),
    (0, b"\x00asm", "a WebAssembly program"),
)

# C0 without tab, line feed, vertical tab, form feed, carriage return and escape, which text can hold.
CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r\x1b") + b"\x7f"
# Half a character of UTF-16 as if it were one, which some programs write into UTF-8.
SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
HIGH = re.compile(rb"[\x80-\xff]")
C1 = re.compile(rb"[\x80-\x9f]")
LATIN2_ONLY = re.compile(rb"[a-z\xe0-\xff][\xb6\xbc\xbe]")  # ś ź ž in ISO 8859-2; ¶ Ľ ľ in cp1250
SAMPLE_BYTES = 64 * 1024
# Random bytes are 27/256 = 10.5 % such controls, text of any 8-bit encoding 0 %; half way.
BINARY_SHARE = 0.05
# Valid UTF-8 with many controls is still somebody's text (a terminal log); chosen by eye.
BINARY_SHARE_UTF8 = 0.3

# Of bytes after a mark of UTF-16, the fewest whose kind can be told, and the share over 127 up to which they
# are Latin text: French has 5 %, "café." 20 %, Chinese in UTF-16 a third. Chosen by eye.
FEWEST_TELLING, HIGH_SHARE = 64, 0.2

# What legacy text may be when nothing is declared: the common encodings of the Encoding Standard, East
# Asian ones in their strict first editions, which other bytes fit less often. Offering all 90 that
# Python knows makes short Czech and Polish texts Baltic or Vietnamese; see docs/decisions/0002.
LEGACY = (
    "cp1252 cp1251 cp932 gb2312 gb18030 euc_kr big5 cp1250 iso8859_2 euc_jp koi8_r cp1256 cp1253 cp1254 "
    "cp1255 iso8859_7 iso8859_5 iso8859_6 cp866"
)

# How odd a decoded text may look, in [0, 1]; the library's default, .2, refuses short Polish.
CHAOS = 0.3

# Labels that in practice mean the superset, as the Encoding Standard has it.
SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# Declared names are trusted only if they are here: Python also has codecs that are not encodings of
# text or not linear in time ("punycode", "unicode_escape", "zip").
DECLARABLE = (
    "utf-8 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 cp932 cp949 koi8-r "
    "koi8-u gb18030 big5hkscs euc_jp iso2022_jp mac-roman mac-cyrillic iso8859-2 iso8859-3 iso8859-4 "
    "iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16"
)


def binary_kind(raw: bytes) -> str | None:
    """What kind of data this is if it is no text ("a PNG image", "binary data"), else None."""
    if any(raw.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return None
    for offset, signature, name in SIGNATURES:
        if raw.startswith(signature, offset):
            return name
    if _utf16(raw):
        return None
    sample = raw[:SAMPLE_BYTES]
    limit = BINARY_SHARE_UTF8 if _valid_utf8(sample) else BINARY_SHARE
    return "binary data" if _control_share(sample) > limit else None


def decode(raw: bytes, *, declared: str | None = None) -> str:
    """The characters of a text. declared: the encoding its headers name, used if it can be right."""
    for mark, name in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            rest = raw[len(mark) :]
            if name.startswith("utf-16") and _is_latin(rest):
                return decode(rest, declared=declared)
            return rest.decode(name, "replace")
    encoding = _utf16(raw) or _stateful(raw, declared)
    if encoding:
        return raw.decode(encoding, "replace")
    text = raw.decode("utf-8", "replace")
    if _mostly_utf8(SURROGATE.sub(b"", raw).decode("utf-8", "replace")):
        return text
    return raw.decode(known(declared) or _detected(raw), "replace")


def known(label: str | None) -> str | None:
    """The Python codec a declared label means, or None if it is unknown or no encoding of text.

    >>> known("ISO-8859-1"), known("x-unheard-of"), known("zip")
    ('cp1252', None, None)
    """
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):  # ValueError: a NUL in the label
        return None
    name = SUPERSETS.get(name, name)
    return name if name in DECLARABLE.split() else None


def _stateful(raw: bytes, declared: str | None) -> str | None:
    """ISO-2022-JP where it is declared: it looks like ASCII, so valid UTF-8 says nothing."""
    return "iso2022_jp" if known(declared) == "iso2022_jp" and b"\x1b" in raw else None


def _mostly_utf8(text: str) -> bool:
    """Whether text decoded as UTF-8 with replacements is worth more than a guess.

    Of legacy text nearly every byte over 127 is replaced; of UTF-8 with a broken byte nearly none.
    """
    broken = text.count("\ufffd")
    if not broken:
        return True
    # A true U+FFFD in the text counts as broken too; it says the same.
    return len(text) - len(text.encode("ascii", "ignore")) >= 2 * broken


def _is_latin(rest: bytes) -> bool:
    """Whether what follows a mark of UTF-16 is text of one byte a character, and the mark a stray one.

    In UTF-16 alphabets have a NUL or another control in every character. Ideographs need not, but of their
    bytes a third are beyond ASCII; where there are few, only an odd number of bytes tells.
    """
    sample = rest[:SAMPLE_BYTES]
    if len(rest) % 2 == 0 and len(sample) < FEWEST_TELLING:
        return False
    return (
        bool(sample) and not _control_share(sample) and len(HIGH.findall(sample)) <= HIGH_SHARE * len(sample)
    )


def _utf16(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark, if these bytes read well so and not better the other way."""
    sample = raw[:SAMPLE_BYTES]
    if len(sample) % 2 or not _control_share(sample):  # its high or low bytes hold controls and NUL
        return None
    readings = {name: _reading(sample, name) for name in ("utf-16-le", "utf-16-be")}
    best = max(readings, key=lambda name: readings[name])
    # Chosen by eye: real text has a space or stop in every hundred characters, random bytes none.
    return best if readings[best] > 0.01 else None


def _reading(sample: bytes, encoding: str) -> float:
    """The share of spaces and stops if all else is printable, else 0."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    good = sum(character.isprintable() or character.isspace() for character in text)
    common = sum(text.count(character) for character in " \n,.、。，")
    return common / len(text) if good > 0.97 * len(text) else 0.0


def _control_share(sample: bytes) -> float:
    return 1 - len(sample.translate(None, CONTROLS)) / len(sample) if sample else 0.0


def _valid_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)  # a character cut at the end is no error
    except UnicodeDecodeError:
        return False
    return True


def _detected(raw: bytes) -> str:
    """The likeliest legacy encoding, judged by the first part that is not ASCII."""
    from charset_normalizer import from_bytes

    sample = _telling(raw)
    names = LEGACY.split()
    found = [
        each for each in from_bytes(sample, cp_isolation=names, threshold=CHAOS) if each.encoding in names
    ]
    if not found:
        return "cp1252"
    scores = [(each.chaos, each.coherence) for each in found]
    # The library's own tie-break is alphabetical, which makes short French Central European.
    ties = [each.encoding for each, score in zip(found, scores, strict=True) if score == scores[0]]
    best = min(ties, key=names.index)
    # The two Central European encodings differ in few letters. In cp1250 some of them, and all curly
    # quotes, are 80–9F; without any, these three inside a word can only be the other's.
    if best == "cp1250" and LATIN2_ONLY.search(sample) and not C1.search(sample):
        return "iso8859_2"
    return SUPERSETS.get(best, best)


def _telling(raw: bytes) -> bytes:
    """A sample from the line of the first high byte on, cut where no character can be cut.

    No multi-byte encoding has a space or line feed inside a character.
    """
    high = HIGH.search(raw)
    first = high.start() if high else 0
    sample = raw[raw.rfind(b"\n", 0, first) + 1 :][:SAMPLE_BYTES]
    if len(sample) < SAMPLE_BYTES:
        return sample
    cut = max(sample.rfind(b"\n"), sample.rfind(b" "))
    return sample[:cut] if cut > 0 else sample
