"""PDF, DOCX, EPUB, RTF and WARC to documents, written here with the libraries that write them."""

import io
import sys
import zipfile
from datetime import UTC, datetime

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from summarize.errors import ReadError
from summarize.model import Failure
from summarize.read import formats, pdf_layout, safely
from tests.read.papers import DAM, PACKAGE, PUMP, book, column, crawl, pdf, replaced, word

BOMB = b'<!DOCTYPE a [<!ENTITY a "ha ha ha ha ha ">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12)
) + b"]>"  # fmt: skip
LEFT = [
    "The harbour council of Tarrow voted on",
    "Monday to rebuild the northern break-",
    "water after two storms tore gaps in it.",
    "   Engineers said that the repair would",
    "take eleven months and cost about nine",
]
RIGHT = [
    "million crowns, of which a half-time",
    "levy will pay a third, and that a half-",
    "time levy is better than a loan.",
]


def only(raw, uri="a"):
    [document] = formats.read(raw, uri)
    return document


def reason(raw, uri="a", suffix=""):
    with pytest.raises(ReadError) as caught:
        list(formats.read(raw, uri, suffix=suffix))
    return caught.value.reason


def read_or_refused(raw):
    """The texts in a source, or the reason why there are none."""
    try:
        return [item.text for item in formats.read(raw, "a")]
    except ReadError as error:
        return [error.reason]


def interleaved(*columns):
    """Columns drawn row by row across the page, as some programs do."""
    return sorted((item for column in columns for item in column), key=lambda item: -item[1])


@pytest.mark.parametrize(
    "draw", [lambda *columns: [*columns[0], *columns[1]], interleaved], ids=["columns", "rows"]
)
def test_columns_of_a_pdf_are_read_one_after_the_other(draw):
    """Whatever order they are drawn in; lines are joined, hyphens undone where the word is no compound."""
    left = column(60, LEFT[:3]) + column(72, [LEFT[3].strip()], 718) + column(60, LEFT[4:], 704)
    raw = pdf([draw(left, column(320, RIGHT))], title="The breakwater", author="Ilse Veld")
    found = only(raw)
    assert [
        "The harbour council of Tarrow voted on Monday to rebuild the northern breakwater after two storms tore gaps in it.",
        "Engineers said that the repair would take eleven months and cost about nine million crowns, of which a half-time "
        "levy will pay a third, and that a half-time levy is better than a loan.",
    ] == found.text.split("\n\n")
    assert ("The breakwater", "Ilse Veld") == (found.title, found.author)


def test_running_heads_and_page_numbers_of_a_pdf_are_no_text():
    """What stands at the edge of many pages is left out, whatever its numbers."""
    bodies = [
        [f"On day {day} the council of Tarrow voted", "again, and nobody changed sides."]
        for day in ("one", "two", "three")
    ]
    pages = [
        [(60, 810, "Tarrow Gazette"), *column(60, body), (290, 30, f"Page {n} of 3")]
        for n, body in enumerate(bodies, 1)
    ]
    assert [" ".join(body) for body in bodies] == only(pdf(pages)).text.split("\n\n")


def test_a_paragraph_goes_on_over_the_page():
    """A sentence that a page break cuts is one again, and a heading in larger print stays apart."""
    pages = [
        [
            (60, 790, "Breakwater to be rebuilt", 20),
            *column(60, ["The council of Tarrow voted on Monday to"]),
        ],
        column(60, ["rebuild the breakwater."]),
    ]
    found = only(pdf(pages))
    assert [
        "Breakwater to be rebuilt",
        "The council of Tarrow voted on Monday to rebuild the breakwater.",
    ] == (found.text.split("\n\n"))
    assert "Breakwater to be rebuilt" == found.title


def test_items_of_a_list_in_a_pdf_stay_apart():
    """A bullet begins a paragraph, whatever stands above it."""
    lines = ["The council decided on Monday that", "\u2022 the pool opens,", "\u2022 the ferry stays."]
    box = pdf_layout.Box(60, 700, 300, 740, tuple(pdf_layout.Line(60, 300, 11, line) for line in lines))
    assert lines == pdf_layout.blocks([[box]])


def test_ligatures_are_letters():
    """A search for "office" finds it, and controls are gone."""
    assert "office flat" == pdf_layout.plain("o\ufb03ce\x02 \ufb02at")


def test_a_scan_says_that_it_needs_recognition():
    """Pages without characters are no empty success."""
    assert "run it through text recognition (OCR) first" in reason(pdf([[]]))


def test_scanned_pages_among_others_are_said():
    """A report of which half was scanned is not read short in silence; an empty page is no loss."""
    found, short = formats.read(pdf([column(60, LEFT), "scan", [], "scan"]), "paper.pdf")
    assert found.text
    assert (
        Failure("paper.pdf", "pages without text, such as scans: 2 of 4; run it through OCR first") == short
    )


def test_an_encrypted_pdf_says_so():
    """One line; no password is asked for."""
    raw = pdf([column(60, LEFT)], encrypt=StandardEncryption("secret", ownerPassword="more"))
    assert "is an encrypted PDF: save it without a password" == reason(raw)


TREE = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>> endobj
trailer <</Root 1 0 R>>
%%EOF"""
LOOP = TREE.replace(b"trailer <<", b"3 0 obj 3 0 R endobj\ntrailer <</Info 3 0 R")


@pytest.mark.parametrize(
    "raw", [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", TREE, pdf([column(60, LEFT)])[:700], b"%PDF-" + b"[" * 50_000],
    ids=["head", "tree", "short", "brackets"],
)  # fmt: skip
def test_a_broken_pdf_is_one_line(raw):
    """A tree of pages that leads back to itself, files cut short, brackets without end."""
    assert "is a broken PDF" in reason(raw) or "without text" in reason(raw)


def test_a_pdf_whose_objects_lead_back_to_themselves_is_given_up():
    """The library goes round in it for ever; the limit of the process that parses ends it."""
    with safely.Parser(safely.Limits(cpu=1, cpu_per_mib=0)) as parser:
        [failure] = parser.read(LOOP, "a.pdf", suffix=".pdf")
    assert Failure("a.pdf", "takes more than 1 s of processor time to read") == failure


def test_paragraphs_tables_and_properties_of_a_docx():
    """Each paragraph is a block, and the properties are the metadata."""
    when = datetime(2031, 5, 3, 10, 15, tzinfo=UTC)
    found = only(word(PUMP, DAM, title="The pool", author="Ilse Veld", language="en-GB", modified=when))
    assert (f"{PUMP}\n\n{DAM}", "The pool", "Ilse Veld", "en", when) == (
        found.text, found.title, found.author, found.language, found.published,
    )  # fmt: skip


def test_tracked_insertions_of_a_docx_are_text_and_deletions_are_not():
    """What the page shows when all changes are accepted."""
    run = b"<w:r><w:t>" + PUMP.encode() + b"</w:t></w:r>"
    changed = (
        b'<w:ins w:id="1" w:author="a">'
        + run
        + b'</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>Gone.</w:delText></w:r></w:del>'
    )
    assert PUMP == only(replaced(word(PUMP), "word/document.xml", run, changed)).text


@pytest.mark.parametrize(
    "unseen",
    [
        "<w:p><w:moveFrom><w:r><w:t>Gone.</w:t></w:r></w:moveFrom></w:p>",
        "<w:moveFrom><w:p><w:r><w:t>Gone.</w:t></w:r></w:p></w:moveFrom>",
        "<w:p><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r></w:p>",
        '<m:Fallback xmlns:m="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<w:p><w:r><w:t>Twice.</w:t></w:r></w:p></m:Fallback>",
    ],
    ids=["moved", "moved paragraph", "hidden", "fallback"],
)
def test_what_a_docx_does_not_show_is_no_text(unseen):
    """Moved elsewhere under change tracking, in hidden letters, or once more for older programs."""
    raw = replaced(word(PUMP, DAM), "word/document.xml", b"<w:body>", b"<w:body>" + unseen.encode())
    assert f"{PUMP}\n\n{DAM}" == only(raw).text


def test_letters_of_a_docx_that_are_hidden_no_longer_are_text():
    """A run may undo what its style says."""
    shown = b'<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>'
    assert PUMP == only(replaced(word(PUMP), "word/document.xml", b"<w:r><w:t>", shown)).text


def test_a_docx_without_properties_has_no_date():
    """None is made up from the clock, so that the same bytes stay the same document."""
    raw = replaced(word(PUMP), "_rels/.rels", b"/core-properties", b"/no-properties")
    assert (None, None, None) == (only(raw).published, only(raw).author, only(raw).title)


def test_an_xml_bomb_in_a_docx_or_epub_does_not_go_off():
    """Entities are not expanded; the file is broken or its text is there without them."""
    raw = replaced(word(PUMP), "word/document.xml", b"<w:document", BOMB + b"<w:document")
    raw = replaced(raw, "word/document.xml", b"The pump", b"&m;The pump")
    assert all(len(text) < 1000 for text in read_or_refused(raw))
    package = book(
        **{"text/p.opf": BOMB.decode() + "<package><metadata><title>&m;</title></metadata></package>"}
    )
    assert "holds no words" == reason(package)


def test_a_zip_bomb_in_a_docx_is_not_unpacked():
    """What the list of its files adds up to is too much for a document."""
    made = io.BytesIO(word(PUMP))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.xml", bytes(30_000_000))
    assert "unpacks to 29 MiB: too much for a document of its size" == reason(made.getvalue())


def test_chapters_of_an_epub_are_read_in_its_order():
    """The package says which, in what order, and what the book is called; its contents page is no chapter."""
    found = only(book())
    assert (f"One\n\n{PUMP}\n\n{DAM}", "Pools", "Ilse Veld", "Quay Press", "en", datetime(2031, 5, 3, tzinfo=UTC)) == (
        found.text, found.title, found.author, found.publisher, found.language, found.published,
    )  # fmt: skip


def test_a_chapter_of_an_epub_is_read_once():
    """However often it is listed, whatever place in it the list names."""
    listed = PACKAGE.replace(
        '<itemref idref="a"/>', '<itemref idref="a"/>' * 10_000 + '<itemref idref="c"/>'
    ).replace(
        '<item id="p"',
        '<item id="c" href="./one.xhtml#start" media-type="application/xhtml+xml"/><item id="p"',
    )
    assert f"One\n\n{PUMP}\n\n{DAM}" == only(book(**{"text/p.opf": listed})).text
    placed = PACKAGE.replace('"one.xhtml"', '"one.xhtml#start"')
    assert f"One\n\n{PUMP}\n\n{DAM}" == only(book(**{"text/p.opf": placed})).text


def test_a_missing_chapter_is_said():
    """The rest of the book is read."""
    document, said = formats.read(book(**{"text/one.xhtml": None}), "a.epub")
    assert (DAM, Failure("a.epub", "1 of 2 chapters cannot be read")) == (document.text, said)


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"META-INF/container.xml": "<a/>"}, "is a broken EPUB: it does not list its chapters"),
        ({"text/p.opf": ""}, "is a broken EPUB: it does not list its chapters"),
        (
            {
                "text/one.xhtml": b"\0\1\2" * 99,
                "text/two b.xhtml": b"\0\1\2" * 99,
                "META-INF/encryption.xml": "<a/>",
            },
            "is a protected EPUB: its text cannot be read",
        ),
    ],
)
def test_an_epub_that_cannot_be_read_says_why(files, why):
    """Broken or protected."""
    assert why == reason(book(**files))


RTF = (
    r"{\rtf1\ansi\ansicpg1252{\info{\title The caf\'e9}{\author Ilse Veld}{\creatim\yr2031\mo5\dy3\hr10\min15}}"
    r"{\fonttbl{\f0 Times;}}The \b pump\b0  was repaired.\par "
    r'{\field{\*\fldinst{HYPERLINK "https://q.example/"}}{\fldrslt{\ul One}}} stays, {\field{\*\fldinst{HYPERLINK "b"}}'
    r"{\fldrslt{\ul two}}} opens \u8220?tomorrow\u8221?.}"
)


def test_text_and_information_of_an_rtf():
    """Formatting is gone, characters are back, links keep what they are called."""
    found = only(RTF.encode())
    assert "The pump was repaired.\nOne stays, two opens “tomorrow”." == found.text
    assert ("The café", "Ilse Veld", datetime(2031, 5, 3, 10, 15, tzinfo=UTC)) == (
        found.title, found.author, found.published,
    )  # fmt: skip


@pytest.mark.parametrize("number", ["-32769", "-99999", "1114112", "9" * 20, "-" + "9" * 5000])
def test_a_number_that_is_no_character_costs_only_itself(number):
    """It is U+FFFD, as what cannot be decoded is everywhere, and the rest of the RTF stands."""
    assert "The “dam” held\ufffd." == only(rf"{{\rtf1 The \u8220?dam\u8221? held\u{number}?.}}".encode()).text


@pytest.mark.parametrize(
    "unseen",
    [
        r"{\v It broke.}",
        r"{\rtlch\fcs1 \af0 \ltrch\fcs0 \v\insrsid12 It broke.}",
        r"{\deleted\revauthdel1 It broke.}",
    ],
)
def test_what_an_rtf_does_not_show_is_no_text(unseen):
    """Hidden letters, and what was deleted under change tracking."""
    assert (
        "The dam held. It stood."
        == only((r"{\rtf1 The dam held. " + unseen + r"{\vertalt It stood.}}").encode()).text
    )


@pytest.mark.parametrize(
    "body",
    [
        r'{\field{\*\fldinst{HYPERLINK "' * 20_000,
        "{" * 100_000,
        r"\'" * 100_000,
        r"{\b" * 50_000,
        "{" + r"\b" * 100_000,
    ],
)
def test_an_rtf_without_end_ends(body):
    """Groups and links by the ten thousand take no longer than their length."""
    assert read_or_refused(("{\\rtf1 The dam held. " + body).encode())


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_a_crawl_are_documents_with_their_address(packed):
    """Each record is read as its media type says, cited by its number, and opens where it came from."""
    page = f"<html><title>Dam</title><p>{DAM}</p></html>".encode()
    raw = crawl(
        ("https://q.example/a", "text/html; charset=utf-8", page),
        ("https://q.example/b", "image/png", b"\x89PNG"),
        packed=packed,
    )
    name = "a.warc.gz" if packed else "a.warc"
    document, said = formats.read(raw, name)
    assert (DAM, "Dam", f"{name}#2", "https://q.example/a") == (
        document.text, document.title, document.uri, document.url,
    )  # fmt: skip
    assert Failure(name, "1 record of kinds not read: image/png 1", passed_over=True) == said


def test_a_bomb_in_a_crawl_costs_only_itself():
    """A record that swells past 20 MiB is left out and said."""
    raw = crawl(
        ("https://q.example/a", "text/plain", bytes(30_000_000)),
        ("https://q.example/b", "text/plain", DAM.encode()),
    )
    bomb, document = formats.read(raw, "a.warc")
    assert (Failure("a.warc#2", "is larger than 20 MiB"), DAM) == (bomb, document.text)


def test_a_crawl_cut_short_gives_what_came_before():
    """Its last record is said to be broken, or missing; the first stands."""
    raw = crawl(*[(f"https://q.example/{n}", "text/plain", f"{n} {DAM}".encode()) for n in range(3)])
    found = []
    try:
        found += formats.read(raw[:-200], "a.warc")
    except ReadError as error:
        found.append(Failure(error.subject, error.reason))
    assert f"0 {DAM}" == found[0].text


@pytest.mark.parametrize(
    ("name", "raw", "module", "kind"),
    [
        ("a.pdf", b"%PDF-1.7", "pdfminer.high_level", "a PDF"),
        ("a.docx", word(PUMP), "docx", "a Word document"),
        ("a.rtf", RTF.encode(), "striprtf.striprtf", "an RTF document"),
        ("a.warc", b"WARC/1.0", "warcio.archiveiterator", "a WARC archive"),
    ],
)
def test_an_extra_that_is_not_installed_says_how_to_install_it(name, raw, module, kind, monkeypatch):
    """One line with the command; nothing else needs the library."""
    monkeypatch.setitem(sys.modules, module, None)
    assert f"is {kind}; to read such: pip install 'summarize-digest[documents]'" == reason(raw, name)


@pytest.mark.parametrize("suffix", [".pdf", ".rtf", ".docx", ".epub", ".warc"])
def test_a_name_does_not_make_a_document(suffix):
    """Text under a wrong name is refused with the cause, not parsed as what it is not."""
    assert reason(DAM.encode(), "a" + suffix, suffix).startswith("is ")
