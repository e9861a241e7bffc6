"""Sentences: exact, in order, and where a reader of the language would put them.

Texts with their boundaries are in tests/cases/split: what is true, the language, an empty line, then
the document with ¦ wherever a unit ends. An empty line always ends one.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.model import Document
from summarize.text.abbreviations import TABLE, words
from summarize.text.split import blocks, likely_language, sentences, split

CASES = sorted((Path(__file__).parents[1] / "cases" / "split").glob("*.txt"))
PIECES = st.sampled_from([*"aZ.!?…;:\"'”»()[]@=-1 \n\t\r\u00a0ΒÂ。؟।ก", "Dr.", "http://a.b ", "The ", "no. "])


def read(path):
    """The language of a case file and its marked text."""
    head, marked = path.read_text(encoding="utf-8").split("\n\n", 1)
    return re.search(r"^language: (\w+)$", head, re.MULTILINE)[1], marked


def units(text, *, language=None):
    return [span.of(text) for span in split(text, language=language)]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_file_is_split_where_it_is_marked(path):
    """Every case file is split at its marks and nowhere else."""
    language, marked = read(path)
    expected = [piece.strip() for piece in re.split(r"¦|\n\n", marked) if piece.strip()]
    assert expected == units(marked.replace("¦", ""), language=language)


def test_forty_languages_are_shown():
    """The case files speak for many languages, each with its own way of ending a sentence."""
    assert len({read(path)[0] for path in CASES}) >= 37


@given(st.lists(PIECES, max_size=60).map("".join))
def test_spans_are_trimmed_and_in_order_and_lose_no_letter(text):
    """Spans do not overlap, hold no outer white space, and leave out only that and stray letters."""
    found = split(text)
    edges = [0, *(edge for span in found for edge in (span.start, span.end)), len(text)]
    assert sorted(edges) == edges
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    between = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert set(between) <= set(" \n\t\r\u00a0ΒÂ")


@given(st.text(st.characters(), max_size=80))
def test_any_text_at_all_is_split(text):
    """No text is too strange, be it controls, surrogates or marks of any script: every letter is in a span."""
    letters = sum(letter.isalnum() for letter in text if letter not in "ΒÂ")
    assert letters == sum(letter.isalnum() for unit in units(text) for letter in unit if letter not in "ΒÂ")


@pytest.mark.parametrize(
    "piece", [". ", "a.", "=", "1. ", "@a.", "a\n", ") ", "。", "Β\u00a0", "www.", "word "]
)
def test_a_huge_line_is_no_trouble(piece):
    """A text of one piece over and over is split in one pass, without looking back at it all."""
    text = piece * 30_000
    assert sum(len(span) for span in split(text)) <= len(text)


def test_language_of_the_document_decides():
    """What is an abbreviation in one language is a word in another."""
    german, english = (Document.from_text("Bring it bspw. Tax.", language=code) for code in ("de", "en"))
    assert 1 == len(sentences(german))
    assert 2 == len(sentences(english))


@pytest.mark.parametrize("stray", ["Β\u00a0", "Β ", "Â\u00a0", "Β"])
def test_letter_of_a_broken_space_belongs_to_no_sentence(stray):
    """What is left of a no-break space after a full stop is neither in the sentence nor one itself."""
    assert ["The dam held."] == units(f"The dam held.{stray}\n", language="en")
    assert ["It held.", "Good."] == units(f"It held.Β\u00a0Good.{stray}", language="en")


def test_a_greek_beta_that_is_a_word_stays():
    """A capital beta after a space is a letter of the text."""
    assert ["Η ομάδα Β."] == units("Η ομάδα Β.", language="el")


def test_windows_newlines_wrap_like_any_other():
    """A wrapped paragraph is one block whatever its line ends."""
    lines = [
        "The dam above Port Selby held through the longest night",
        "of the year, and the town below slept.",
    ]
    assert 1 == len(blocks("\r\n".join(lines))) == len(blocks("\n".join(lines)))


def test_short_paragraphs_are_not_taken_for_a_wrapped_text():
    """Lines that begin with a capital and end where they like are paragraphs."""
    assert 4 == len(blocks("Dam holds\nBy Ines Varga\nThe gate is old.\nMore on page two"))


def test_an_indented_line_begins_a_paragraph_of_a_wrapped_text():
    """Wire copy and books have no empty line between paragraphs; a list item goes on where it is indented."""
    text = (
        "   The dam above Port Selby held through the longest night of\n"
        "the year, and the town below slept.\n"
        "   ``It was old,'' the mayor said.\n"
        "   An inquiry into the gate that failed will begin on Monday in\n"
        "the town hall. It is to last for a year, and will hear all of\n"
        "the engineers."
    )
    assert ["The", "``It", "An"] == [block.of(text).split()[0] for block in blocks(text)]
    item = "- The dam above Port Selby held through the longest night of\n  the year, and the town below slept well."
    assert 1 == len(blocks(item))


def test_a_text_of_white_space_has_no_sentences():
    """Nothing comes of nothing."""
    assert () == split("") == split(" \n\u00a0\n\t")


@pytest.mark.parametrize(
    "path", [path for path in CASES if read(path)[0] in TABLE], ids=lambda path: path.stem
)
def test_without_a_language_it_is_read_off_the_words(path):
    """A text of some length is split by the lists of the language it looks to be in."""
    language, marked = read(path)
    known = " ".join(sorted(words(language).starters))
    assert words(likely_language(known)).starters == words(language).starters
    assert likely_language(f"{known} {marked}") == likely_language(known)


def test_a_language_nobody_listed_is_left_open():
    """A text whose common words are on no list is in no language that is known here."""
    assert likely_language("Stíflan hélt lengstu nótt ársins.") is None


def test_every_list_is_lower_case_or_insists_on_its_capital():
    """Starters are lower case; no list holds an entry with its final full stop."""
    for language in TABLE:
        known = words(language)
        assert all(word == word.lower() for word in known.starters)
        assert not [entry for entry in known.titles | known.numeric | known.others if entry.endswith(".")]
