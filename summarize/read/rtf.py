"""RTF to a document: striprtf takes the text out, its information group says title, author and date."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import extras, plain

INFORMATION = 20_000  # characters at the start in which the information group stands
GROUP = re.compile(r"\{\\(title|author|creatim)\b ?([^{}]{1,400})\}")
# Without this word the library does not look for links, which it does in quadratic time, and takes all text
# between the first and the last on a line for one of them. What a link is called stays.
FIELD = re.compile(r"\\field(?![a-z])", re.IGNORECASE)
# Hidden letters, and what was deleted under change tracking: a group that says so before its text.
UNSEEN = re.compile(r"\{(?:\\[a-z]++-?+\d*+ ?+)*?\\(?:v|deleted)(?![a-z0-9])[^{}]*+\}")
# A character by its number, which the format writes in 16 bits with a sign; U+FFFD is -3.
CHARACTER = re.compile(r"(?<!\\)\\u(-?\d{1,10})\d*+")
NUMBER = re.compile(r"\\(yr|mo|dy|hr|min)(\d{1,4})")


def read(raw: bytes, uri: str) -> Iterator[Document | Failure]:
    """The document in an RTF file. Raises `ReadError` if it is none or holds no words."""
    if not raw.startswith(b"{\\rtf"):
        raise ReadError(uri, "is no RTF, whatever its name says")
    convert = extras.library("striprtf.striprtf", uri, "an RTF document").rtf_to_text
    source = raw.decode("cp1252", "replace")  # it is ASCII; what is not was written by a careless program
    try:
        shown = CHARACTER.sub(_in_range, FIELD.sub("", UNSEEN.sub("", source)))
        text = convert(shown, errors="replace")
        fields = _fields(source[:INFORMATION], convert)
    except MemoryError:
        raise
    except Exception as error:  # the library looks words up in tables of its own
        raise ReadError(uri, f"is a broken RTF ({type(error).__name__}): save it again") from error
    yield plain.parse(text, uri, **fields)


def _in_range(character: re.Match[str]) -> str:
    """A number that is a character's, or that of the replacement character: the library stops at others."""
    return character[0] if -0x8000 <= int(character[1]) <= sys.maxunicode else r"\u-3"


def _fields(head: str, convert: Any) -> dict[str, Any]:
    """What the information group states."""
    stated = dict(GROUP.findall(head))
    return {
        name: " ".join(convert("{\\rtf1 " + stated[name] + "}").split())
        for name in ("title", "author")
        if name in stated
    } | {"published": _moment(stated.get("creatim", ""))}


def _moment(value: str) -> datetime | None:
    parts = {name: int(number) for name, number in NUMBER.findall(value)}
    try:
        return datetime(
            parts["yr"], parts["mo"], parts["dy"], parts.get("hr", 0), parts.get("min", 0), tzinfo=UTC
        )
    except (KeyError, ValueError):
        return None
