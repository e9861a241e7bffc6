"""Quotations stay whole."""

import pytest

from summarize import Budget, Options, pipeline
from summarize.quoting import quotes
from summarize.text import split, table
from summarize.text.quotations import cut, is_cut_open
from tests.builders import bundle_of, document_of


@pytest.mark.parametrize(
    "text",
    [
        "The dam held.",
        "“It held,” she said.",
        '"It held," she said, "all night."',
        "Er sagte: „Der Damm hält“, und ging.",
        "Er sagte: »Der Damm hält«, und ging.",
        "« Le barrage tient », dit-elle.",
        "Hon sa ”dammen höll” och gick.",
        "They call it the “gate of mud” here.",
        'The pipe was 6" wide.',
        'דובר צה"ל מסר הודעה.',
        "The mayor’s dog held ‘em back.",
        "``It held,'' she said.",
        "They call it the ``gate of mud'' here.",
        "It took ``about 60'' people aboard.",
        "The pipe was 6'' wide.",
        'وقالت العمدة"صمد السد طوال الليل"، ثم غادرت.',
        'سمي المكان ب"بوابة الطين" منذ زمن.',
        'وقالت العمدة" صمد السد طوال الليل".',
        'وقالت العمدة "صمد السد طوال الليل ".',
    ],
)
def test_a_whole_quotation_is_whole(text: str):
    """Whatever marks a language quotes with; inches, apostrophes and gershayim are none."""
    assert not is_cut_open(text)


@pytest.mark.parametrize(
    "text",
    [
        "“It held.",
        "It held,” she said.",
        '"It held.',
        'It held," she said.',
        "``It held.",
        "It held,'' she said, ``all night.",
        'It held," she said, "all night.',
        "« Le barrage tient.",
        "Der Damm hält“, sagte er.",
        'صمد السد طوال الليل"، قالت العمدة.',
        'صمد السد طوال الليل ".',
    ],
)
def test_a_quotation_that_runs_on_is_cut_open(text: str):
    """A mark without its partner, on either side."""
    assert is_cut_open(text)


def rows(text: str):
    found = table.build([document_of("herald", text)])
    return [(found.text(row), int(found.sentences[row])) for row in range(len(found))]


def test_a_quotation_of_two_sentences_is_one_row():
    """What is said in one breath is quoted in one, with the words that say who speaks."""
    text = "The dam held. “It was built to last. It will see us all out,” said Edna Quill. She left."
    quotation = ("“It was built to last. It will see us all out,” said Edna Quill.", 2)
    assert [("The dam held.", 1), quotation, ("She left.", 1)] == rows(text)


def test_the_marks_of_wire_copy_quote():
    """News wires and TeX open with two graves and close with two apostrophes."""
    said = "``It was built to last. It will see us all out,'' said Edna Quill."
    assert [("The dam held.", 1), (said, 2), ("She left.", 1)] == rows(f"The dam held. {said} She left.")


def test_the_end_of_one_quotation_joins_nothing():
    """A mark before an Arabic comma closes, so the sentence after it is another."""
    text = 'صمد السد طوال الليل"، قالت العمدة. وقال المهندس إنه "بني ليبقى".'
    assert [1, 1] == [count for _, count in rows(text)]


def test_a_line_of_its_own_is_a_paragraph_unless_lines_are_wrapped():
    """A newline ends a quotation's row where the document's newlines end paragraphs."""
    text = "“It was built to last by our fathers.\nIt will see us all out,” said Edna Quill."
    assert [1, 1] == [count for _, count in rows(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“It was built to last. It never closed. The dam held. She left.",
        "“It was built to last.\n\nIt will see us all out,” said Edna Quill.",
        "“It was " + "very " * 60 + "old. It will see us all out,” said Edna Quill.",
    ],
)
def test_a_quotation_without_a_near_end_stays_in_sentences(text: str):
    """Over a paragraph, over many words or sentences nothing is joined."""
    assert all(count == 1 for _, count in rows(text))


OPEN = "“It was built by our fathers to last for a hundred years. "
CLOSE = "It will see every one of us out of this valley,” said Edna Quill on the wall. "
REST = "The dam at Brennock held through the night in spite of four days of rain. "


def lines(budget: Budget) -> list[str]:
    bundle = bundle_of(herald=REST + OPEN + CLOSE, courier=OPEN + CLOSE + REST)
    return [line.text for line in pipeline.summarize(bundle, Options(budget=budget)).lines]


def test_no_line_quotes_in_half():
    """With words to spend a quotation is one line; where sentences are counted it is left out."""
    assert (OPEN + CLOSE).strip() in lines(Budget(80, "words"))
    assert [REST.strip()] == lines(Budget(5))


def cut_of(text: str) -> list[str]:
    """The sentences of one text that hold a part of a quotation."""
    spans = split.sentences(document_of("herald", text))
    marked = [each for each, span in enumerate(spans) if quotes(span.of(text))]
    return [spans[each].of(text) for each in cut(text, spans, marked)]


def test_what_stands_within_a_quotation_is_cut():
    """A sentence without any mark is somebody's words too, between the one that opens and the one that ends."""
    text = "“It is a hard day for us. We will rebuild. We mourn,” said Edna Quill. She left."
    assert ["“It is a hard day for us.", "We will rebuild.", "We mourn,” said Edna Quill."] == cut_of(text)


def test_a_speech_of_several_paragraphs_opens_each_anew():
    """Until then nothing closes it, by custom, so its sentences are cut up to the end of the paragraph."""
    text = "“It held. We will rebuild.\n\n“We mourn,” said Edna Quill. She left."
    assert ["“It held.", "We will rebuild."] == cut_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "“It held. The dam at Brennock stood.\n\nThe mayor left. It held,” she said.",
        "“It held. The dam at Brennock stood. They call it the “gate of mud” here.",
        "“It held. The dam at Brennock stood.",
    ],
)
def test_a_mark_that_nothing_closes_cuts_nothing_else(text: str):
    """Marks get lost, so without an end in the same paragraph what follows is nobody's speech."""
    assert "The dam at Brennock stood." not in cut_of(text)


def test_where_all_is_cut_open_something_is_shown():
    """A text that never closes its marks is still told."""
    bundle = bundle_of(herald=OPEN + "“The second wall was never built for want of money and of men.")
    assert pipeline.summarize(bundle).lines
