"""What may not be quoted. The texts are in `tests/cases/clean`: a folder a rule, a file a case."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.model import Document, Mark, Span
from summarize.text import clean, clean_furniture, clean_mail, clean_phrases, clean_rules, clean_walls, split

CASES = Path(__file__).parents[1] / "cases" / "clean"
FILES = sorted(CASES.glob("*/*.txt"))
LAYOUT = {"caption", "heading", "heading-question", "fragment", "related-link", "teaser", "repeated"}
MARKUP = {"front-matter", "header", "table", "markup", "link-line"}
MAIL = {"quoted-mail", "forwarded-mail", "mail-signature", *clean_mail.FOOTERS}
ENDS = {"dateline", "label", "bullet", "agency-tag", "damage"}
NAMES = {
    *clean_furniture.OPENINGS,
    *clean_walls.WALLS,
    *clean_phrases.PHRASES,
    *clean_rules.RULES,
    *LAYOUT,
    *MARKUP,
    *MAIL,
    *ENDS,
}


def read(case: Path) -> tuple[str, list[tuple[str, str]]]:
    """The text of a case and the marks it expects: (rule, marked characters) in order."""
    _, _, rest = case.read_text("utf-8").partition("\n=== text\n")
    text, _, marks = rest.partition("\n=== marks\n")
    return text, [
        (rule, marked) for rule, _, marked in (line.partition(" | ") for line in marks.splitlines())
    ]


def marks_of(document: Document) -> tuple[Mark, ...]:
    return clean.marks(document, split.sentences(document))


@pytest.mark.parametrize("case", FILES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_case(case: Path):
    """Every case is marked as its file says, and nothing else in it is."""
    text, expected = read(case)
    found = marks_of(Document.from_text(text))
    assert expected == [(mark.reason, mark.span.of(text).strip(" \n")) for mark in found]


@pytest.mark.parametrize("rule", sorted(NAMES))
def test_every_rule_has_a_case_and_a_near_miss(rule: str):
    """Each rule fires in a case of its folder, and a near miss shows where it must not."""
    cases = sorted((CASES / rule).glob("*.txt"))
    assert any(rule == reason for case in cases for reason, _ in read(case)[1])
    assert [case for case in cases if case.stem.startswith("near-") and rule not in dict(read(case)[1])]


def test_every_folder_is_a_rule():
    """A case in a folder that no rule is called after would be read by nobody."""
    assert NAMES == {folder.name for folder in CASES.iterdir()}


def test_eligible_shortens_and_leaves_out():
    """A dateline is left away from the quotable span, a heading altogether."""
    document = Document.from_text("Boats\nPORT ELM (NW) — The ferry stopped on Friday.\u00c2\nIt sank.")
    assert ["The ferry stopped on Friday.", "It sank."] == [
        s.of(document.text) for s in clean.eligible(document)
    ]


def test_what_is_all_of_a_text_is_no_caption():
    """A short item told as captions are is its own story; above another story it is a caption."""
    told = "Soldiers stand guard outside the ministry in Port Elm on Monday."
    assert [] == list(marks_of(Document.from_text(told)))
    story = Document.from_text(f"{told}\nThe ferry to Oster Quay stopped running after its engine failed.")
    assert ["caption"] == [mark.reason for mark in marks_of(story)]


@pytest.mark.parametrize(
    "dateline",
    [
        "OSTER QUAY (NW) — ",
        "Oster Quay, May 3 (NorthWire) - ",
        "PORT ELM, Fla. (NW) — ",
        "(CNN) -- ",
        "OSTER QUAY -- ",
        "— ",
        "OSTER QUAY, Norland, Sept. 3, 1998, (NorthWire)-- ",
        "PORT ELM, Fla. _ ",
        "PORT ELM, N.Y. -- ",
        "Port Elm, N.Y. -- ",
        "OSTER QUAY , Sept. 3 , 1998 ( NW ) - ",
        "( Xinhua ) -- ",
        "BRNO (ČTA) – ",
        "BRNO 14. ledna – ",
        "BRNO 14. ledna (ČTA) - ",
        "MADRID, 3 de marzo – ",
        "ŁÓDŹ, 3 maja – ",
        "ΑΘΗΝΑ (ΑΠΕ) – ",
    ],
)
def test_dateline_is_left_away(dateline: str):
    """What is quotable begins after the dateline, however the place, the day and the agency are set."""
    document = Document.from_text(f"{dateline}The ferry stopped on Friday.")
    assert ["The ferry stopped on Friday."] == [s.of(document.text) for s in clean.eligible(document)]


@pytest.mark.parametrize("dateline", ["МОСКВА, 14 января — ", "МОСКВА (ТАСС) — "])
def test_dateline_in_capitals_of_another_script(dateline: str):
    """Whatever the script."""
    told = "Правительство приняло новый закон о бюджете страны."
    document = Document.from_text(f"{dateline}{told}", language="ru")
    assert [told] == [s.of(document.text) for s in clean.eligible(document)]


@pytest.mark.parametrize("opening", ["BMW 3 série – Nový", "HX-20 – Nový", "ČEZ má (prý) – Nový"])
def test_capitals_and_a_dash_alone_are_no_dateline(opening: str):
    """Behind capitals of any script it takes a day or an agency."""
    text = f"{opening} model jezdí od pátku po celé zemi."
    assert [text] == [s.of(text) for s in clean.eligible(Document.from_text(text, language="cs"))]


def quotable(text: str) -> list[str]:
    return [span.of(text) for span in clean.eligible(Document.from_text(text))]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("22:30 ", "21:10 "),
        ("9.15pm GMT – ", "8.50pm GMT – "),
        ("10:05 a.m. | ", "11:20 a.m. | "),
        ("14h05 - ", "14h20 - "),
        ("1. ", "2. "),
        ("10) ", "9) "),
    ],
)
def test_the_hours_and_numbers_of_a_series_are_left_away(one: str, two: str):
    """What a live page or a list sets before its entries is no part of their sentences."""
    ferry, bridge = "The ferry stopped on Friday.", "Long queues are reported at the bridge."
    assert [ferry, bridge] == quotable(f"{one}{ferry}\n\n{two}{bridge}")
    assert [f"{one}{ferry}"] == quotable(f"{one}{ferry}")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1. Oktober 2026 wurde die Brücke gesperrt.", "2. Oktober 2026 kam die Fähre."),
        ("1. Valmark won the league on Saturday.", "4. Tarvik came last in the table."),
        ("12:30 was the hour the ferry left.", "14:10 was the hour it came back."),
        ("4.50 Euro is what a ticket costs in Orlen.", "3.20 Dollar is what it costs in Vant."),
        ("3.5 million people live in the valley.", "4.2 million people live on the coast."),
    ],
)
def test_a_number_that_a_sentence_needs_stays(one: str, two: str):
    """Days, figures and hours that are told of."""
    assert [one, two] == quotable(f"{one}\n\n{two}")


def test_trimmed():
    """Marks at the ends shorten a sentence, a mark over all of it leaves nothing, others are ignored."""
    marks = (Mark(Span(0, 4), "a"), Mark(Span(10, 12), "b"), Mark(Span(18, 20), "c"), Mark(Span(30, 40), "d"))
    assert [Span(4, 18), Span(20, 30), None] == list(
        clean.trimmed([Span(0, 20), Span(20, 30), Span(31, 39)], marks)
    )
    assert [Span(22, 30)] == list(clean.trimmed([Span(22, 34)], marks))
    assert [Span(0, 5)] == list(clean.trimmed([Span(0, 5)], ()))


def test_banner_in_foreign_documents_is_boilerplate():
    """A line at the edge of unlike pages, about nothing they say, is junk and not agreement."""
    banner = "Manage consent choices whenever convenient through preferences."
    ferry = (
        "The ferry stopped. Forty people waited. Boats came. Nobody drowned. The engine failed. Rain fell."
    )
    bridge = "The bridge closed. Lorries turned. Drivers slept. The frost came. A bolt broke. Snow fell."
    assert [["Manage consent choices whenever convenient through preferences."]] * 2 == shared(
        f"{banner}\n{ferry}", f"{bridge}\n{banner}"
    )


def test_wire_copy_is_agreement():
    """A sentence two papers share because they print one agency story stays, wherever it stands."""
    wire = "The ferry to Oster Quay stopped with forty people aboard when its engine failed."
    herald = "Forty people waited on the ferry. The engine failed. Boats came to Oster Quay. Nobody drowned. It rained."
    courier = (
        "The ferry stopped at noon. Its engine was old. Oster Quay was dark. People sang aboard. Boats came."
    )
    assert [[], []] == shared(f"{wire}\n{herald}", f"{wire}\n{courier}")


def test_reprints_are_no_boilerplate():
    """Two copies of one text share everything and mean it."""
    text = "The ferry stopped. Forty people waited for the fishing boats. The engine failed on Friday. It rained."
    assert [[], []] == shared(text, text)


def test_a_headline_alone_is_what_its_outlet_says():
    """It may be quoted where there is nothing else, and not beside a text."""
    headline = "Ferry stops with forty aboard"
    alone = Document.from_text(headline, title=headline, uri="1")
    article = Document.from_text("The ferry stopped with forty people aboard.", uri="2")
    assert [headline] == [span.of(headline) for span in clean.eligible(alone)]
    both = [alone, article]
    for documents, barred in (([alone, alone], [0, 0]), (both, [1, 0])):
        marks = clean.shared(documents, [split.sentences(each) for each in documents])
        assert barred == list(map(len, marks))


def shared(*texts: str) -> list[list[str]]:
    documents = [Document.from_text(text, uri=str(number)) for number, text in enumerate(texts)]
    marks = clean.shared(documents, [split.sentences(document) for document in documents])
    return [
        [mark.span.of(document.text) for mark in found]
        for document, found in zip(documents, marks, strict=True)
    ]


PIECES = st.sampled_from(
    [
        "The ferry stopped.",
        "Also Read:",
        "(Photo: A)",
        "“No!”",
        "a",
        "\n",
        " ",
        "...",
        "[x]",
        "Β",
        "\x00",
        "\ud800",
        "。",
        "PORT (NW) — ",
        "---\n",
        "Title: The ferry\n",
        "# ",
        "> ",
        "| a |",
        "[a. b](c)",
        "![a](b)",
        "CLOSE It",
    ]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join))
def test_marks_are_sorted_disjoint_and_inside_sentences(text: str):
    """Whatever the text, marks are in order, do not overlap, and lie within one sentence each."""
    document = Document.from_text(text)
    sentences = split.sentences(document)
    marks = clean.marks(document, sentences)
    ends = [0, *(mark.span.end for mark in marks)]
    assert all(end <= mark.span.start < mark.span.end for end, mark in zip(ends, marks, strict=False))
    assert all(any(s.start <= m.span.start and m.span.end <= s.end for s in sentences) for m in marks)


@given(st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join))
def test_what_is_quotable_is_trimmed_and_part_of_a_sentence(text: str):
    """A quotable span is not empty, has no white space at its ends, and lies within one sentence."""
    document = Document.from_text(text)
    sentences = split.sentences(document)
    for span in clean.eligible(document):
        assert span.of(document.text).strip() == span.of(document.text) != ""
        assert any(s.start <= span.start and span.end <= s.end for s in sentences)


ODD = {
    "empty": "",
    "newlines": "\n" * 100_000,
    "one line": "word " * 200_000,
    "one word": "A" * 1_000_000,
    "brackets": "(" * 100_000,
    "capitals": "(A" * 50_000,
    "bylines": "By A" * 50_000,
    "teasers": "a ... " * 50_000,
    "broken": "\ud800\x00" * 1000,
    "one paragraph": "The ferry stopped. " * 20_000,
    "contact": "Contact " + "x " * 100_000,
    "captions": "A, left, B.\n" * 5_000,
    "quotation marks": "“" * 50_000,
    "questions": "Why?\n" * 20_000,
    "lines": "The ferry stopped on Friday, May 3, 2010.\n" * 20_000,
    "front matter without end": "---\n" + "a: b\n" * 20_000,
    "headers": "Title: a\n" * 20_000,
    "links": "[a](" * 50_000,
    "link lines": "[a](b)\n" * 20_000,
    "rows": "| a | b |\n" * 20_000,
    "tags": "<a " * 50_000,
    "gallery": "Hide Caption 1 of 2 It sinks. " * 20_000,
    "unfinished paragraph": "It sank. " + "The ferry stopped and " * 50_000,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_marked_without_trouble(text: str):
    """Long lines, endless brackets and broken characters end in marks, not in a crash or a standstill."""
    document = Document.from_text(text)
    assert all(span.of(document.text).strip() for span in clean.eligible(document))


def test_a_notice_that_a_wrap_parts():
    """A phrase is found across the end of a line, in a text that is wrapped."""
    text = (
        "The ferry to Oster Quay stopped running on Friday, when a bolt of its\n"
        "ramp broke, and nobody could say on Monday when it would run again.\n"
        "Whoever wants to know of its fate before the town does is asked to sign\n"
        "up for our letter on Oster Quay."
    )
    assert ["promotion"] == [mark.reason for mark in marks_of(Document.from_text(text))]
