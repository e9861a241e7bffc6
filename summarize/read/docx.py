"""DOCX to a document: its paragraphs, with those of tables and text boxes where they stand.

python-docx opens the package and knows its properties. The paragraphs are walked here, since its own
`Paragraph.text` leaves out what was inserted under change tracking and what stands in content controls.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import extras, language, packages

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What the page does not show: what was moved elsewhere under change tracking, and a text box once more for
# programs that know none.
UNSEEN = (f"{WORD}moveFrom", FALLBACK)
PROPERTIES = "/metadata/core-properties"  # how the address of their relationship ends
WHITE = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
# Drafted by whoever made the template.
NO_TITLE = ("word document", "untitled", "document")


def read(raw: bytes, uri: str) -> Iterator[Document | Failure]:
    """The document in a DOCX file. Raises `ReadError` if it is broken or holds no words."""
    library = extras.library("docx", uri, "a Word document")
    packages.document(raw, uri).close()
    try:
        opened = library.Document(BytesIO(raw))
        text = "\n\n".join(filter(None, map(_text, _paragraphs(opened.element.body))))
        fields = _fields(opened.core_properties) if _states(opened) else {}
    except MemoryError:
        raise
    except Exception as error:  # zip, XML and the library's own: whatever comes up in broken files
        raise ReadError(uri, f"is a broken Word document ({type(error).__name__}): save it again") from error
    if not any(character.isalpha() for character in text):
        raise ReadError(uri, "holds no words")
    yield Document.from_text(text, uri=uri, **fields)


def _states(opened: Any) -> bool:
    """Whether there are properties; where there are none the library makes some up, with the time it is."""
    return any(each.reltype.endswith(PROPERTIES) for each in opened.part.package.rels.values())


def _paragraphs(element: Any) -> Iterator[Any]:
    """The paragraphs inside an element that are seen, in order, those in one another too."""
    pending = list(reversed(element))
    while pending:
        child = pending.pop()
        if child.tag in UNSEEN:
            continue
        if child.tag == f"{WORD}p":
            yield child
        pending += reversed(child)


def _text(paragraph: Any) -> str:
    """What a paragraph says: its own runs, not those of a text box in it, which has paragraphs too."""
    lines = "".join(_pieces(paragraph)).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _pieces(element: Any) -> Iterator[str]:
    # A stack, not recursion: elements can be nested as deeply as the parser allows.
    pending = list(reversed(element))
    while pending:
        child = pending.pop()
        if child.tag == f"{WORD}p" or child.tag in UNSEEN or _is_hidden(child):
            continue
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag in WHITE:
            yield WHITE[child.tag]
        else:
            pending += reversed(child)


def _is_hidden(element: Any) -> bool:
    """Whether an element is a run in hidden letters, which are neither seen nor printed."""
    marks = element.findall(f"{WORD}rPr/{WORD}vanish") if element.tag == f"{WORD}r" else ()
    return any(mark.get(f"{WORD}val") not in ("0", "false", "off") for mark in marks)


def _fields(properties: Any) -> dict[str, Any]:
    """Title, author, date of the last change and language as the core properties have them.

    The day of creation is often the template's.
    """
    title, moment = properties.title or "", properties.modified or properties.created
    return {
        "title": None if title.strip().lower() in NO_TITLE else title.strip(),
        "author": (properties.author or "").strip() or None,
        "published": _aware(moment) if isinstance(moment, datetime) else None,
        "language": language.primary(properties.language),
    }


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
