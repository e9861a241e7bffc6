"""What text from a source may look like where it leaves us: one function per sink.

Every string that came from outside passes through exactly one of these on its way out, and not before, so
that what is cited stays what was read. Each gives one line: runs of white space become one space, control
characters U+FFFD, and characters that only reorder or hide text are dropped.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape
from urllib.parse import quote, urlsplit

REPLACEMENT = "\ufffd"

# Format characters with a visible shape (category Cf, Prepended_Concatenation_Mark, Unicode 16).
_VISIBLE_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
_JOINERS = "\u200c\u200d"
# The first block whose scripts and emoji are written with joiners; Latin, Greek and Cyrillic are below it.
_FIRST_JOINED = "\u0590"

_ASCII_PUNCTUATION = str.maketrans({
    "‘": "'", "’": "'", "‚": ",", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "─": "-", "·": "-",
    "•": "*", "→": "->", "…": "...", REPLACEMENT: "?",
})  # fmt: skip

# Characters that act in CommonMark, GFM or their usual extensions: those that open or close an inline
# construct; those that turn a bare address into a link (after a scheme, two slashes, a dot before something
# like a domain); and last those that act only at the start of a block (bullets, definitions, underlines).
_MARKDOWN_ACTIVE = re.compile(
    r"[\\`*_{}\[\]<>#~|$^]|&(?=[#\w])|=(?==)|(?<==)=|\+(?=\+)|(?<=\+)\+"
    r"|:(?=[/\w])|/(?=/)|(?<=/)/|(?<=[^\W_])\.(?=[^\W\d_]{2})|(?<=www)\."
    r"|\A[-:+=]",
    re.IGNORECASE,
)
_MARKDOWN_NUMBER = re.compile(r"\A(\d{1,9})([.)])(?= |\Z)")
_MENTION = re.compile(r"@(?=\w)")

# The most characters shown of a title, an outlet or an address. Chosen by eye: the longest honest headlines
# have about 150. JSON and reference managers get all of them.
NAME = 200

_USERINFO = re.compile(r"^([^/?#]*//)[^/?#]*@")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_.])?|\[[0-9a-f:.]+\])(?::\d{1,5})?")


def visible(text: str) -> str:
    """One line of what a reader may see, still to be escaped for the sink it goes to.

    Control characters, lone surrogates, private use and noncharacters become U+FFFD. Bidirectional
    controls, zero-width, soft-hyphen and tag characters are dropped; joiners stay between letters of
    scripts that are written with them, and between emoji.
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    shown = "".join(
        character if character.isprintable() else _shown(text, at) for at, character in enumerate(text)
    )
    return " ".join(shown.split())


def _shown(text: str, at: int) -> str:
    character = text[at]
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category == "Cf":
        return character if character in _VISIBLE_FORMATS or _joins(text, at) else ""
    # Unassigned here may be a letter in a newer Unicode; only noncharacters never will be.
    if category == "Cn" and not _is_noncharacter(ord(character)):
        return character
    return REPLACEMENT


def _joins(text: str, at: int) -> bool:
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return (
        text[at] in _JOINERS
        and len(around) == 2
        and min(around) >= _FIRST_JOINED
        and all(neighbour.isprintable() and not neighbour.isspace() for neighbour in around)
    )


def _is_noncharacter(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def terminal(text: str, *, unicode: bool = True) -> str:
    """Text for a terminal: printable characters only, so no escape sequence survives.

    unicode False: typographic punctuation in ASCII, for terminals without it.
    """
    shown = visible(text)
    return shown if unicode else shown.translate(_ASCII_PUNCTUATION)


def markdown(text: str) -> str:
    """Text for Markdown that any CommonMark or GFM reader shows as it is.

    Only what could act is escaped, for the page is also read raw. A mention is broken by a word joiner
    (U+2060): hosts look for it in the finished page, where a backslash no longer helps.
    """
    escaped = _MARKDOWN_ACTIVE.sub(r"\\\g<0>", visible(text))
    return _MENTION.sub("@\u2060", _MARKDOWN_NUMBER.sub(r"\1\\\2", escaped))


def markdown_code(text: str) -> str:
    """Text as a Markdown code span, its fence longer than any run of backticks inside."""
    shown = visible(text)
    longest = max(map(len, re.findall("`+", shown)), default=0)
    padding = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{'`' * (longest + 1)}{padding}{shown}{padding}{'`' * (longest + 1)}" if shown else ""


def markdown_target(url: str) -> str:
    """An address from `link`, to stand between < and > in a Markdown link: an ampersand begins an entity."""
    return url.replace("&", "&amp;")


def html(text: str) -> str:
    """Text for HTML, inside an element or a quoted attribute."""
    return escape(visible(text), quote=True)


def address(uri: str) -> str:
    """An address for people to read: as given, without the user name and password some carry."""
    return _USERINFO.sub(r"\1", visible(uri))


def clip(written: str, length: int = NAME) -> str:
    """One line of at most so many characters, whole words if there are any, "…" where cut."""
    line = visible(written)
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    return (cut.rpartition(" ")[0] if " " in cut[length // 2 :] else cut).rstrip(" ,;:–-") + "…"


def hyperlink(text: str, target: str) -> str:
    """Text that a terminal makes clickable (OSC 8). target: as `link` has it, so nothing in it can act."""
    return f"\x1b]8;;{target}\x1b\\{text}\x1b]8;;\x1b\\"


def link(uri: str) -> str | None:
    """An address that may be followed: http or https, percent-encoded ASCII, no user name; else None.

    An authority that readers of URLs disagree about (a backslash, a space, an empty host) is no link.
    """
    try:
        if "\\" in urlsplit(visible(uri)).netloc:  # browsers end the host there, RFC 3986 does not
            return None
        parts = urlsplit(address(uri))
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except ValueError:  # UnicodeError is one
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host := host.lower()):
        return None
    path, query, fragment = (_encoded(part) for part in (parts.path, parts.query, parts.fragment))
    return f"{parts.scheme}://{host}{path}{query and '?' + query}{fragment and '#' + fragment}"


def _encoded(part: str) -> str:
    part = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part)
    return quote(part, safe="/?:@!$&'()*+,;=%-._~")
