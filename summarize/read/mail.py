"""Mail to documents: one `.eml` message, or an mbox with many.

Title, publisher and date are the headers Subject, From and Date, the address on the web is Archived-At.
The text is what can be seen of the HTML part where there is one, since newsletters put their best there,
else the plain part. Nothing is cut from it: what is marked as quoted is noted with it; forwarded passages,
signatures and footers are for `text.clean` to find. Attachments are passed over and said.
"""

from __future__ import annotations

import binascii
import email
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import policy
from email.errors import InvalidBase64LengthDefect
from email.message import Message
from email.utils import parsedate_to_datetime
from itertools import accumulate
from typing import Any

from summarize.errors import ReadError
from summarize.model import Document, Failure, Span
from summarize.read import dates, encoding, language, markup

LONGEST_HEADER = 2000  # characters of a header that are looked at; the standard's line has 998
MOST_PARTS = 500  # of one message; chosen by eye, a long thread with pictures has fifty
DEEPEST_PART = 20
STUB = 2  # times as long is the plain form of a page that is none; chosen by eye
NAMED_ATTACHMENTS = 3  # in the line that says what was passed over
HEADERS = ("from", "subject", "date", "message-id", "to", "received", "mime-version", "sender")
# The line before each message of an mbox: who sent it and when, to the minute.
POSTMARK = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S+ [^\r\n]*\d:\d\d[^\r\n]*\r?\n")
ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
# A line that is quoted; one with "From" may be the writer's own, escaped for a mailbox.
QUOTED = re.compile(r"^[ \t]*(>(?!From )[^\n]*)", re.MULTILINE)
LINK = re.compile(r"https?://\S+")
ADDRESS = re.compile(r"\s*<?(https?://[^\s<>]+)>?\s*")
ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


@dataclass
class Parts:
    """What a message holds: its texts, each with its kind, and the names of what is passed over."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    count: int = 0


def read(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    """The document in a message, and a line about its attachments.

    charset: of parts that name none. Raises `ReadError` if it is no mail, encrypted or holds no words.
    """
    try:
        message = email.message_from_bytes(raw, policy=policy.default)
    except RecursionError as error:
        raise ReadError(uri, "is a mail nested too deeply") from error
    headers = _headers(message)
    if not any(name in headers for name in HEADERS):
        raise ReadError(uri, "is no mail: it does not begin with header lines")
    parts = Parts()
    _collect(message, parts, charset, depth=0)
    text, quoted = _joined(parts.texts)
    if not any(character.isalpha() for character in text):
        raise ReadError(uri, _why_empty(message, parts))
    yield Document.from_text(text, uri=uri, quoted=quoted, **_fields(headers))
    if parts.attached:
        yield Failure(uri, _attached(parts.attached), passed_over=True)


def read_mailbox(raw: bytes, uri: str, *, charset: str | None = None) -> Iterator[Document | Failure]:
    """The documents of an mbox, each cited as `letters.mbox#3`; a broken message costs only itself."""
    marks = list(POSTMARK.finditer(raw))
    if not marks:
        raise ReadError(uri, "is no mailbox: it does not begin with a line “From …”")
    ends = [mark.start() for mark in marks[1:]] + [len(raw)]
    for number, (mark, end) in enumerate(zip(marks, ends, strict=True), start=1):
        message = ESCAPED.sub(b"", raw[mark.end() : end])
        try:
            yield from read(message, f"{uri}#{number}", charset=charset)
        except ReadError as error:
            yield Failure(error.subject, error.reason)


def is_mailbox(raw: bytes) -> bool:
    """Whether bytes begin as an mbox does."""
    return POSTMARK.match(raw) is not None


def is_mail(raw: bytes) -> bool:
    """Whether bytes begin with header lines as every mail system writes them."""
    head = re.match(rb"(?:[\w-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,200}", raw[:65536])
    return (
        head is not None and re.search(rb"(?im)^(?:message-id|mime-version|received):", head[0]) is not None
    )


def _headers(message: Message) -> dict[str, str]:
    """Headers by lower-case name, the first of each, decoded; one that cannot be is missing.

    Read raw and shortened first: the library's parser is quadratic in a header's length.
    """
    found: dict[str, str] = {}
    for name, value in message.raw_items():
        key = name.lower()
        if key not in found:
            found[key] = _decoded(name, str(value)[:LONGEST_HEADER])
    return found


def _decoded(name: str, value: str) -> str:
    value = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    with suppress(Exception):  # the library's parser raises many things; the header as it stands, then
        value = str(policy.default.header_factory(name, " ".join(value.splitlines())))
    return " ".join(value.split())


def _fields(headers: dict[str, str]) -> dict[str, Any]:
    """The fields of `Document.from_text` that headers state."""
    archived = ADDRESS.fullmatch(headers.get("archived-at", ""))
    return {
        "title": headers.get("subject") or None,
        "publisher": _sender(headers) or None,
        "published": _moment(headers.get("date", "")),
        "language": language.primary(headers.get("content-language")),
        "url": archived[1] if archived else None,
    }


def _sender(headers: dict[str, str]) -> str:
    """The name a mail is sent under, else the list's, else the address."""
    # Not email.utils.parseaddr, which recurses into brackets; nothing here needs the address to be right.
    name, _, address = (headers.get("from") or headers.get("sender") or "").rpartition("<")
    listed = headers.get("list-id", "").partition("<")[0]
    return name.strip(' "') or listed.strip(' "') or address.strip(" >")


def _moment(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return dates.parse(value)


def _collect(part: Message, parts: Parts, charset: str | None, depth: int) -> None:
    """What a part holds, added to what was found before it."""
    parts.count += 1
    kind = part.get_content_type()
    if parts.count > MOST_PARTS:
        parts.attached.append(f"a part after the first {MOST_PARTS}")
    elif depth > DEEPEST_PART:
        parts.attached.append("a part too deep inside")
    elif kind == "multipart/alternative":
        _collect_best(part, parts, charset, depth)
    elif part.is_multipart() and part.get_content_maintype() == "multipart":
        for child in _children(part):
            if kind != "multipart/related" or child.get_content_maintype() in ("text", "multipart"):
                _collect(child, parts, charset, depth + 1)
    elif _is_text(part) and part.get_content_disposition() != "attachment":
        parts.texts.append(("text/html" if kind == "text/html" else "text/plain", _content(part, charset)))
    elif kind == "message/rfc822":
        parts.attached.append("a forwarded message")
    else:
        parts.attached.append(_name(part))


def _is_text(part: Message) -> bool:
    """Whether a part can be read: also one of several parts that has no boundary between them."""
    return (
        part.get_content_type() in ("text/plain", "text/html") or part.get_content_maintype() == "multipart"
    )


def _collect_best(part: Message, parts: Parts, charset: str | None, depth: int) -> None:
    """One of several forms of one text: the page, but the plain form of an answer, or beside a mere stub.

    Only the plain form shows with each line what is quoted; a stub ("View in browser") says much less.
    """
    forms: list[Parts] = []
    for child in _children(part):
        forms.append(Parts(count=parts.count))
        _collect(child, forms[-1], charset, depth + 1)
        parts.count = forms[-1].count
    filled = [form for form in forms if any(content.strip() for _, content in form.texts)]
    pages = [form for form in filled if any(kind == "text/html" for kind, _ in form.texts)]
    plain = [form for form in filled if form not in pages]
    answers = any(markup.QUOTES.search(content) for form in pages for _, content in form.texts)
    stub = pages and plain and _length(plain[-1]) > STUB * _length(pages[-1])
    chosen = (plain or pages) if answers or stub else (pages or plain)
    if chosen:
        parts.texts += chosen[-1].texts
    parts.attached += [name for form in forms for name in form.attached]


def _length(form: Parts) -> int:
    """How many characters a form says, addresses aside, of which a plain form is full."""
    return len("".join(LINK.sub("", _joined(form.texts)[0]).split()))


def _children(part: Message) -> list[Message]:
    payload: Any = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _content(part: Message, charset: str | None) -> str:
    """The characters of a text part, lines unfolded where it says they flow."""
    payload = part.get_payload(decode=True)
    if any(isinstance(each, InvalidBase64LengthDefect) for each in part.defects):
        # Cut short inside a group of four: the library gives it back undecoded.
        letters = NO_BASE64.sub(b"", payload if isinstance(payload, bytes) else b"")
        payload = binascii.a2b_base64(letters[: len(letters) // 4 * 4])
    declared = _parameter(part, "charset") or charset
    text = encoding.decode(payload if isinstance(payload, bytes) else b"", declared=declared)
    text = text.replace("\r\n", "\n")
    if part.get_content_type() == "text/plain" and _parameter(part, "format").lower() == "flowed":
        text = unflowed(text, deletes=_parameter(part, "delsp").lower() == "yes")
    return text


def unflowed(text: str, *, deletes: bool = False) -> str:
    """A `format=flowed` text (RFC 3676) with each paragraph on one line.

    deletes: whether the space a line ends with is no part of the text.

    >>> unflowed("The dam \\nheld.\\n> It \\n> broke.")
    'The dam held.\\n> It broke.'
    """
    lines: list[tuple[int, str]] = []
    open_at = -1  # how deeply the paragraph that still runs on is quoted
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        if depth == open_at and content != "-- ":
            lines[-1] = (depth, lines[-1][1] + content)
        else:
            lines.append((depth, content))
        if flows and deletes:
            lines[-1] = (depth, lines[-1][1][:-1])
        open_at = depth if flows else -1
    return "\n".join((">" * depth + " " if depth else "") + content for depth, content in lines)


def _joined(texts: list[tuple[str, str]]) -> tuple[str, tuple[Span, ...]]:
    """The text of all parts, a blank line between them, and what of it is quoted."""
    text, quoted = "", list[Span]()
    for kind, content in texts:
        part, spans = _text(kind, content)
        text = f"{text}\n\n" if text and part else text
        quoted += [Span(len(text) + span.start, len(text) + span.end) for span in spans]
        text += part
    cut = len(text) - len(text.lstrip("\n"))
    return text.strip("\n"), tuple(Span(span.start - cut, span.end - cut) for span in quoted)


def _text(kind: str, content: str) -> tuple[str, list[Span]]:
    """A part as text, and what of it is quoted: all of a page that can be seen (docs/decisions/0012).

    Not the main text, as of a page of the web: a newsletter has no navigation to be rid of, and several
    stories in layout tables, whose order an extractor of one article does not keep.
    """
    if kind == "text/plain":
        return content, [Span(*line.span(1)) for line in QUOTED.finditer(content)]
    page = markup.scan(content, whole=True)
    starts = accumulate((len(block) + len("\n\n") for block in page.blocks), initial=0)
    blocks = zip(starts, page.blocks, strict=False)  # the last start is where another would be
    return page.text, [
        Span(start, start + len(block)) for at, (start, block) in enumerate(blocks) if at in page.quoted
    ]


def _parameter(part: Message, name: str) -> str:
    value = part.get_param(name, "")
    return value[2] if isinstance(value, tuple) else str(value or "")


def _name(part: Message) -> str:
    return " ".join(str(part.get_filename() or f"unnamed {part.get_content_type()}").split())[:80]


def _attached(names: list[str]) -> str:
    shown = ", ".join(names[:NAMED_ATTACHMENTS]) + (", …" if len(names) > NAMED_ATTACHMENTS else "")
    count = "1 attachment is" if len(names) == 1 else f"{len(names)} attachments are"
    return f"{count} not read: {shown}; save what you want read"


def _why_empty(message: Message, parts: Parts) -> str:
    if any(part.get_content_type() in ENCRYPTED for part in [message, *_children(message)]):
        return "is an encrypted mail: decrypt it and save it again"
    return f"holds no words; {_attached(parts.attached)}" if parts.attached else "holds no words"
