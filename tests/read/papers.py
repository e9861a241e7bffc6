"""Documents that tests write for themselves: PDF, DOCX, EPUB, RTF, WARC."""

import gzip
import io
import zipfile

import docx
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

PUMP = "The pump was repaired on Friday, so the pool opens again tomorrow."
DAM = "The dam above Nuria held through the night, the mayor said."


def pdf(pages, *, title=None, author=None, size=11, encrypt=None):
    """A PDF; each page a list of (x, y, text) or (x, y, text, size), drawn in this order, or "scan"."""
    made = io.BytesIO()
    paper = canvas.Canvas(made, pagesize=A4, invariant=True, encrypt=encrypt)
    if title:
        paper.setTitle(title)
    if author:
        paper.setAuthor(author)
    for page in pages:
        if page == "scan":
            paper.drawInlineImage(Image.new("L", (20, 30), 128), 0, 0, *A4)
            page = []
        for x, y, text, *own in page:
            paper.setFont("Times-Roman", *(own or [size]))
            paper.drawString(x, y, text)
        paper.showPage()
    paper.save()
    return made.getvalue()


def column(x, lines, top=760, leading=14):
    """Lines set under one another."""
    return [(x, top - leading * row, line) for row, line in enumerate(lines)]


def word(*paragraphs, title=None, **properties):
    """A DOCX file of paragraphs."""
    made, paper = io.BytesIO(), docx.Document()
    for name, value in ({"title": title or ""} | properties).items():
        setattr(paper.core_properties, name, value)
    for paragraph in paragraphs:
        paper.add_paragraph(paragraph)
    paper.save(made)
    return made.getvalue()


def replaced(raw, name, old, new):
    """The same zip file with something else in one of its files."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for each in source.namelist():
            content = source.read(each)
            target.writestr(each, content.replace(old, new) if each == name else content)
    return made.getvalue()


PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>Pools</dc:title><dc:creator>Ilse Veld</dc:creator><dc:date>2031-05-03</dc:date>
<dc:language>en-GB</dc:language><dc:publisher>Quay Press</dc:publisher></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="b" href="two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="p.png" media-type="image/png"/></manifest>
<spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""


def book(**more):
    """An EPUB of two chapters; more: files by name, instead of or beside its own."""
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="text/p.opf"/></rootfiles></container>',
        "text/p.opf": PACKAGE,
        "text/nav.xhtml": "<html><nav><ol><li>One</li></ol></nav></html>",
        "text/one.xhtml": f"<html><body><h1>One</h1><p>{PUMP}</p></body></html>",
        "text/two b.xhtml": f"<html><body><p>{DAM}</p></body></html>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (files | more).items():
            if content is not None:
                archive.writestr(name, content)
    return made.getvalue()


def crawl(*answers, packed=False):
    """A WARC file of (address, content type, content), each gzipped on the wire; the first record is about it."""
    made = b""
    about = ("warcinfo", "", "application/warc-fields", b"software: a test\r\n")
    responses = [
        (
            "response",
            f"WARC-Target-URI: {url}\r\n",
            "application/http; msgtype=response",
            f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Encoding: gzip\r\n\r\n".encode()
            + gzip.compress(content),
        )
        for url, kind, content in answers
    ]
    for kind, target, content_type, body in (about, *responses):
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Date: 2031-05-03T10:15:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{len(made)}>\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        record = head.encode() + body + b"\r\n\r\n"
        made += gzip.compress(record) if packed else record
    return made
