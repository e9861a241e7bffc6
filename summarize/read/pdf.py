"""PDF to a document: its paragraphs, as they are read and not as they are printed.

pdfminer.six finds the characters and puts them into lines and boxes; from there on it is `pdf_layout`. A
scan has no characters, and says so. Pure: bytes in, document out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import extras, language, pdf_layout

MOST_PAGES = 1000  # the library reads about twenty a second; a longer book is for another tool
HEAD = 1024  # bytes in which the signature may stand, as readers of PDF have it
DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?")
# What a program writes that was told no title.
NO_TITLE = re.compile(
    r"\s*(?:untitled|microsoft \w+ - .*|.*\.(?:docx?|indd|qxd|pdf|tex|dvi|rtf|odt))?\s*", re.IGNORECASE
)
NOBODY = ("", "anonymous", "unknown", "author", "user", "admin")
UNKNOWN_GLYPH = re.compile(r"\(cid:\d+\)")


def read(raw: bytes, uri: str) -> Iterator[Document | Failure]:
    """The document in a PDF. Raises `ReadError` if it is encrypted, broken or has no text."""
    if b"%PDF-" not in raw[:HEAD]:
        raise ReadError(uri, "is no PDF, whatever its name says")
    miner = extras.library("pdfminer.high_level", uri, "a PDF")
    from pdfminer.layout import LAParams, LTFigure, LTImage
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    pages, scans = list[list[pdf_layout.Box]](), 0
    try:
        # boxes_flow=None: no hierarchy of boxes, which takes cubic time; the order is ours.
        for page in miner.extract_pages(
            BytesIO(raw), maxpages=MOST_PAGES + 1, laparams=LAParams(boxes_flow=None)
        ):
            pages.append(list(_boxes(page)))
            scans += not pages[-1] and any(isinstance(each, LTFigure | LTImage) for each in page)
        info, tag = _information(raw)
    except (PDFEncryptionError, PDFPasswordIncorrect) as error:
        raise ReadError(uri, "is an encrypted PDF: save it without a password") from error
    except MemoryError:
        raise
    except Exception as error:  # the library raises whatever comes up in broken files
        raise ReadError(uri, f"is a broken PDF ({type(error).__name__}): print it to a new one") from error
    blocks = pdf_layout.blocks(pages[:MOST_PAGES])
    text = "\n\n".join(blocks)
    if not any(character.isalpha() for character in text):
        raise ReadError(
            uri, "is a PDF without text, such as a scan: run it through text recognition (OCR) first"
        )
    yield Document.from_text(
        text,
        uri=uri,
        title=_title(info) or pdf_layout.title(pages),
        author=_author(info),
        published=_moment(info.get("CreationDate", "")),
        language=tag,
    )
    if scans:
        yield Failure(
            uri, f"pages without text, such as scans: {scans} of {len(pages)}; run it through OCR first"
        )
    if len(pages) > MOST_PAGES:
        yield Failure(uri, f"has more than {MOST_PAGES:,} pages: the rest is not read")


def _boxes(page: Any) -> Iterator[pdf_layout.Box]:
    """The boxes of text on a page, lines in order."""
    for element in page:
        lines = [line for line in getattr(element, "_objs", ()) if hasattr(line, "get_text")]
        found = [_line(line) for line in lines]
        filled = [line for line in found if line.text]
        if filled:
            yield pdf_layout.Box(element.x0, element.y0, element.x1, element.y1, tuple(filled))


def _line(line: Any) -> pdf_layout.Line:
    text = UNKNOWN_GLYPH.sub("\ufffd", line.get_text())
    return pdf_layout.Line(line.x0, line.x1, line.height, " ".join(pdf_layout.plain(text).split()))


def _information(raw: bytes) -> tuple[dict[str, str], str | None]:
    """What a PDF says about itself: its information entries as strings, and its language."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    document = PDFDocument(PDFParser(BytesIO(raw)))
    found: dict[str, str] = {}
    for entries in document.info:
        for name, value in entries.items():
            value = resolve1(value)
            if isinstance(value, bytes):
                found.setdefault(name, " ".join(decode_text(value).replace("\0", "").split()))
    tag = resolve1(document.catalog.get("Lang"))
    return found, language.primary(decode_text(tag)) if isinstance(tag, bytes) else None


def _title(info: dict[str, str]) -> str | None:
    title = info.get("Title", "")
    return None if NO_TITLE.fullmatch(title) else title


def _author(info: dict[str, str]) -> str | None:
    author = info.get("Author", "")
    return None if author.lower() in NOBODY else author


def _moment(value: str) -> datetime | None:
    """A date as PDF writes it: D:20310503101500+02'00'."""
    match = DATE.match(value)
    if not match:
        return None
    year, month, day, hour, minute, second = (
        int(part or low) for part, low in zip(match.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)
    )
    offset = timedelta(hours=int(match[8] or 0), minutes=int(match[9] or 0))
    try:
        zone = timezone(-offset if match[7] == "-" else offset) if offset else UTC
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except (ValueError, OverflowError):
        return None
