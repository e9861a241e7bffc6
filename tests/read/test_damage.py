"""Damage to every kind of source costs at most that source: documents, or one line that says why."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import formats
from summarize.read.links import Link
from tests.read.papers import DAM, PUMP, book, column, crawl, pdf, word

CASES = Path(__file__).parents[1] / "cases"
PAGE = (CASES / "pages" / "blog.html").read_bytes()
MAIL = (
    b"From: Oster Quay Herald <news@quay.example>\r\nSubject: =?utf-8?q?The_pool_opens?=\r\n"
    b"Date: Tue, 03 May 2031 10:15:00 +0200\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/alternative; boundary="edge"\r\n\r\n--edge\r\n'
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"The pump was repaired on Friday, so the pool opens again to=\r\nmorrow.\r\n--edge\r\n"
    b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    b"PHA+VGhlIHB1bXAgd2FzIHJlcGFpcmVkIG9uIEZyaWRheS48L3A+\r\n--edge--\r\n"
)
FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title>'
    b"<item><title>Dam</title><link>https://herald.example/1</link><pubDate>Tue, 03 May 2031 10:15:00 GMT</pubDate>"
    b"<description><![CDATA[<p>The dam held through the night &amp; the day.</p>]]></description></item>"
    b"<item><guid>urn:2</guid><description>The pump was repaired on Friday.</description></item></channel></rss>"
)
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><entry><id>urn:1</id><title>Pool</title>'
    b'<updated>2031-05-03T10:15:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    b"<p>The pump was repaired on Friday, so the pool opens.</p></div></content></entry></feed>"
)
LIST = (
    b'<opml version="2.0"><body><outline text="News"><outline text="Quay" xmlUrl="https://quay.example/feed"/>'
    b"</outline></body></opml>"
)
ITEMS = [
    {"id": "1", "content_text": "The dam held.", "tags": ["a"]},
    {"id": 2, "content_html": "<p>It rained."},
]
JSON_FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": ITEMS}
RECORDS = [
    {"text": "The dam held through the night.", "title": "Dam", "date": "2031-05-03"},
    {"html": "<p>Rain."},
]


def _archive():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("news/dam.html", PAGE)
        archive.writestr("pool.eml", MAIL)
    return made.getvalue()


GOOD = {
    "dam.html": PAGE,
    "pool.eml": MAIL,
    "letters.mbox": b"From a@b Tue May  3 10:15:00 2031\n" + MAIL.replace(b"\r\n", b"\n") * 2,
    "herald.rss": FEED,
    "quay.atom": ATOM,
    "list.opml": LIST,
    "feed.json": json.dumps(JSON_FEED).encode(),
    "all.json": json.dumps(RECORDS).encode(),
    "all.jsonl": b"\n".join(json.dumps(each).encode() for each in RECORDS),
    "dam.rtf": rb"{\rtf1\ansi{\info{\title Dam}}The dam held through the night\'85 \u8220?Good\u8221?\par}",
    "dam.html.gz": gzip.compress(PAGE, mtime=0),
    "saved.zip": _archive(),
    "dam.docx": word(DAM, PUMP, title="Dam"),
    "dam.epub": book(),
    "crawl.warc": crawl(("https://quay.example/", "text/html", PAGE)),
    "dam.pdf": pdf([column(72, ["The dam held through the night.", "Nobody was hurt."])]),
}
# What stands for structure in one format or another, and what has no business in any.
TOKENS = st.sampled_from([
    b"<", b">", b"]]>", b"<!--", b"&#0;", b"&x;", b'"', b"\\", b"{", b"[", b"}", b"=", b"\r\n\r\n", b"--edge", b"PK",
    b"\x00", b"\x1b[2J", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"<?xml", b"<html>", b"obj", b"9" * 5000,
])  # fmt: skip


@st.composite
def damaged(draw, raw):
    """The bytes with a few of them flipped, cut out, doubled or put in, or cut short."""
    made = bytearray(raw)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(made)))
        end = min(len(made), at + draw(st.integers(1, 60)))
        how = draw(st.sampled_from(["flip", "drop", "double", "insert", "replace", "cut"]))
        piece = bytes(made[at:end])
        if how == "flip":
            made[at:end] = bytes(byte ^ 1 << draw(st.integers(0, 7)) for byte in piece[:1]) + piece[1:]
        elif how == "cut":
            del made[max(at, 1) :]
        else:
            stead = draw(TOKENS) if how in ("insert", "replace") else piece
            made[at:end] = {"drop": b"", "double": piece * 2, "insert": stead + piece, "replace": stead}[how]
    return bytes(made)


@pytest.mark.parametrize("name", GOOD)
def test_what_is_whole_is_read(name):
    """Each of the sources that are damaged below holds something as it is."""
    found = list(formats.read(GOOD[name], name, suffix="." + name.rpartition(".")[2]))
    assert [] != [each for each in found if isinstance(each, Document | Link)]
    assert [] == [each for each in found if isinstance(each, Failure) and not each.passed_over]


@pytest.mark.parametrize("name", GOOD)
@settings(max_examples=25)
@given(st.data())
def test_damage_is_documents_or_one_line(name, data):
    """No damage makes a reader raise anything but its one line; nothing it gives is half a character."""
    raw = data.draw(damaged(GOOD[name]))
    try:
        found = list(formats.read(raw, name, suffix="." + name.rpartition(".")[2]))
    except ReadError as error:
        found = [Failure(error.subject, error.reason)]
    assert found
    for each in found:
        if isinstance(each, Failure):
            assert 0 < len(each.error) < 500
            assert "\n" not in each.error
        else:
            each.text.encode()
            assert "\0" not in each.text
