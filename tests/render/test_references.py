"""Cited sources for reference managers, read back by libraries that read such files."""

import json
from datetime import UTC, datetime

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from pylatexenc import latex2text

from summarize.render import references, sinks, wording
from tests.render.builders import dam, digest, line, source
from tests.render.strategies import digests

ODD = r"50% of {C&A} #1_b ~ ^ $x$ \input{/etc/passwd} }, @misc{evil, ER - end"
DAY = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)


def cited(**about):
    """A digest of one line from one source."""
    return digest(line(own=source(**about)))


def entries(text):
    """BibTeX as bibtexparser reads it, LaTeX undone: fields by key."""
    # The decoder knows no names for braces, and another circumflex.
    known = latex2text.get_default_latex_context_db()
    names = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    macros = [latex2text.MacroTextSpec(name, simplify_repl=shown) for name, shown in names.items()]
    known.add_context_category("missing", prepend=True, macros=macros)
    decoder = latex2text.LatexNodes2Text(latex_context=known, math_mode="text")
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware(decoder=decoder)])
    assert [] == library.failed_blocks
    assert len(library.entries) == len(library.blocks)
    return {entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries}


def test_csl_json_of_a_page_and_of_a_file():
    """A source with an address is a web page; one that cannot be opened says where it was read."""
    page = source(
        1, "https://herald.example/dam", title="Dam holds", publisher="The Herald", published=DAY, author="A. Berg; B. Lind",
    )  # fmt: skip
    file = source(2, "dam.txt", title="Spillway gives way", language=None)
    made = digest(line(own=page), line(own=file))
    assert [
        {
            "id": "herald2026dam",
            "type": "webpage",
            "title": "Dam holds",
            "author": [{"literal": "A. Berg"}, {"literal": "B. Lind"}],
            "container-title": "The Herald",
            "issued": {"date-parts": [[2026, 3, 3]]},
            "URL": "https://herald.example/dam",
            "language": "en",
        },
        {"id": "spillway", "type": "document", "title": "Spillway gives way", "note": "dam.txt"},
    ] == json.loads(made.to_references("csl-json"))


@given(digests())
def test_csl_json_keeps_the_rules_of_its_schema(made):
    """id and type are there, types and names of fields are CSL's, a date is up to three whole numbers.

    From csl-data.json of the Citation Style Language, version 1.0: what it requires of the fields used here.
    """
    strings = {"id", "type", "title", "container-title", "publisher", "URL", "language", "note"}
    for item in json.loads(references.csl_json(made)):
        assert {"id", "type", "title"} <= set(item) <= strings | {"author", "issued"}
        assert item["type"] in {"webpage", "document"}
        assert all(isinstance(item[name], str) and item[name] for name in strings & set(item))
        assert all(["literal"] == list(name) and name["literal"] for name in item.get("author", []))
        if "issued" in item:
            assert ["date-parts"] == list(item["issued"])
            [[year, month, day]] = item["issued"]["date-parts"]
            assert (1 <= year <= 9999, 1 <= month <= 12, 1 <= day <= 31) == (True, True, True)


def test_bibtex_of_a_page():
    """Capitals and the author's name are kept by a second pair of braces, the month is BibTeX's own."""
    made = cited(uri="https://herald.example/50%25_off", title="Dam & Co", publisher="Herald", published=DAY, author="Berg and Sons")  # fmt: skip
    assert references.bibtex(made) == (
        "@misc{herald2026dam,\n"
        "  title = {{Dam \\& Co}},\n"
        "  author = {{Berg and Sons}},\n"
        "  howpublished = {Herald},\n"
        "  year = {2026},\n"
        "  month = mar,\n"
        "  day = {3},\n"
        "  url = {https://herald.example/50%25_off},\n"
        "}\n"
    )


def test_bibtex_reads_back_as_it_was():
    """What acts in LaTeX or closes an entry is escaped: a reader gets the title back, and one entry."""
    [fields] = entries(references.bibtex(cited(title=ODD, publisher=ODD, author=ODD))).values()
    assert (ODD, ODD, ODD) == (
        fields["title"],
        fields["howpublished"],
        fields["author"].strip("{}"),
    )


@given(digests())
def test_bibtex_has_an_entry_for_each_cited_source(made):
    """Whatever titles and addresses hold, as many entries come out as sources are cited, each with its own key."""
    assert references.keys(wording.used(made)[0]) == list(entries(references.bibtex(made)))


def test_ris_of_a_page_reads_back():
    """rispy finds each value where it belongs; lines end in CR LF."""
    made = cited(
        uri="https://herald.example/dam",
        title=ODD,
        publisher="Herald",
        published=DAY,
        author="A. Berg; B. Lind",
    )
    text = references.ris(made)
    assert text.count("\n") == text.count("\r\n") == len(text.splitlines())
    assert [
        {
            "type_of_reference": "ELEC",
            "id": "herald2026input",
            "title": ODD,
            "authors": ["A. Berg", "B. Lind"],
            "secondary_title": "Herald",
            "year": "2026",
            "date": "2026/03/03",
            "urls": ["https://herald.example/dam"],
            "language": "en",
        }
    ] == rispy.loads(text)


@given(digests())
def test_ris_has_a_record_for_each_cited_source(made):
    """No title can end its record or begin another."""
    read = rispy.loads(references.ris(made))
    assert [sinks.visible(references.title(each)) for each in wording.used(made)[0]] == [
        each["title"] for each in read
    ]


def test_keys_are_plain_and_never_the_same():
    """Letters a to z and a year, told apart where they agree; where there are none, digits of the text's hash."""
    sources = [
        source(1, title="The Dam holds", publisher="Ünal-Täglich Zeitung", published=DAY),
        source(2, title="A dam breaks", publisher="Unal taglich", published=DAY),
        source(3, title="Dam"),
        source(4, title="市長"),
    ]
    assert [
        "unaltaglich2026dam", "unaltaglich2026dam-2", "dam", f"source{sources[3].sha256[:8]}",
    ] == references.keys(sources)  # fmt: skip


def test_a_key_is_short_whatever_the_title():
    """A word without end gives its first thirty letters; the title stays whole."""
    endless = source(title="x" * 10_000, publisher="y" * 10_000)
    assert ["y" * 30 + "x" * 30] == references.keys([endless])
    assert "x" * 10_000 in references.render(digest(line(own=endless)), "bibtex")


def test_only_what_is_cited_is_listed():
    """A source that was read and not used is no reference."""
    assert 5 == len(json.loads(references.csl_json(dam())))
    assert 6 == len(dam().sources)


@pytest.mark.parametrize("format", ["csl-json", "bibtex", "ris"])
def test_a_link_is_a_web_address_or_none(format):
    """`javascript:` and user names do not become links."""
    said = references.render(
        cited(uri="javascript:alert(1)", url="https://user:secret@herald.example/"), format
    )
    assert "https://herald.example/" in said
    assert "secret" not in said
    assert "URL" not in references.render(cited(uri="javascript:alert(1)", title="T"), format)


def test_formats_are_those_the_command_line_offers():
    """And another is a ValueError with a list of them."""
    from summarize.options import REFERENCES

    assert list(REFERENCES) == list(references.FORMATS)
    with pytest.raises(ValueError, match="'apa' is none of csl-json, bibtex, ris"):
        dam().to_references("apa")
