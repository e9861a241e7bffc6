"""What `import summarize` takes and refuses: one clear line for whatever a user may pass by mistake."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest

import summarize
from summarize import Budget, Bundle, Document, Options, Span

TEXT = (
    "The old bridge at Sarn was closed on Monday after divers found cracks in two of its piers. "
    "The county engineer said the repairs would take until the autumn and cost four million crowns. "
    "Buses will go round by Upper Sarn until then, which adds twenty minutes to the journey."
)
ARTICLE = Document.from_text(TEXT, publisher="Herald")


class Encoder:
    """Answers with whatever it is told to."""

    def __init__(self, answer):
        self.encode = answer


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        (None, None),
        ("", None),
        (date(2026, 3, 2), datetime(2026, 3, 2, tzinfo=UTC)),
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC)),
        ("2026-03-02T10:15Z", datetime(2026, 3, 2, 10, 15, tzinfo=UTC)),
        ("2026-03-02 10:15:30+01:00", datetime(2026, 3, 2, 10, 15, 30, tzinfo=timezone(timedelta(hours=1)))),
        (datetime(2026, 3, 2, 10, tzinfo=UTC), datetime(2026, 3, 2, 10, tzinfo=UTC)),
    ],
)
def test_when_a_text_was_published_may_be_said_in_many_ways(given, moment):
    """A datetime, a date, or either in ISO 8601; a date is its midnight in UTC, as where one is read."""
    assert moment == Document.from_text(TEXT, published=given).published


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (datetime(2026, 3, 2), "lacks a time zone, such as"),
        ("2026-03-02T10:15", "lacks a time zone"),
        ("yesterday", "'yesterday' is no date in ISO 8601, such as 2026-03-02"),
        (20260302, "a datetime with a time zone, not 20260302"),
    ],
)
def test_a_time_that_is_none_is_refused(given, reason):
    """One line that begins with the argument; a guess at the zone could be a day off."""
    with pytest.raises(ValueError, match=f"^published: .*{reason}"):
        Document.from_text(TEXT, published=given)


def test_a_document_made_by_hand_is_told_who_takes_dates():
    """The constructor keeps what it is given, so that it takes only what can be kept."""
    for given in (date(2026, 3, 2), "2026-03-02"):
        with pytest.raises(
            ValueError, match=r"^published: .*`Document\.from_text` takes dates and ISO 8601, too"
        ):
            Document("id", "herald.txt", TEXT, published=given)


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": TEXT.encode()},
        {"text": None},
        {"title": 5},
        {"publisher": float("nan")},
        {"author": ["Edna Quill"]},
        {"uri": Path("herald.txt")},
        {"id": 7},
        {"url": b"https://herald.example"},
        {"language": 5},
        {"quoted": [(0, 3)]},
    ],
)
def test_a_field_of_another_type_is_named(wrong):
    """In `from_text` as in the constructor."""
    [name] = wrong
    with pytest.raises(ValueError, match=f"^{name}: "):
        Document.from_text(**{"text": TEXT} | wrong)
    with pytest.raises(ValueError, match=f"^{name}: "):
        Document(**{"id": "id", "uri": "herald.txt", "text": TEXT} | wrong)


def test_a_language_may_be_stated_with_its_country():
    """The primary tag counts; as an option it is a code in any case."""
    assert {"pt"} == {
        Document.from_text(TEXT, language=tag).language for tag in ("pt", "PT", "pt-BR", "pt_PT")
    }
    assert "en" == summarize.summarize([ARTICLE], language="EN-gb").language
    with pytest.raises(ValueError, match=r"^language: a code such as 'en', not 'english'"):
        Document.from_text(TEXT, language="english")


def test_quoted_spans_may_come_in_any_collection():
    """A document stays one that can be counted once: a list in it could not be."""
    assert summarize.summarize([Document.from_text(TEXT, quoted=[Span(0, 3)])]).lines


@pytest.mark.parametrize("wrong", [None, 5, [None], [5], b"a.txt", [b"a.txt"], [Bundle("b", (ARTICLE,))]])
def test_sources_that_are_none_are_refused_before_anything_is_read(wrong):
    """Whatever is no path, address or document; a long one is not repeated whole."""
    for asked in (summarize.summarize, summarize.group):
        with pytest.raises(ValueError, match=r"^sources: .{,90}$"):
            asked(wrong)


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (lambda: Bundle("b", (TEXT,)), "documents: a Document each"),
        (lambda: summarize.quotable(TEXT), "document: a Document"),
        (lambda: summarize.relation([TEXT], (0, 0, 9), (0, 0, 9)), "documents: a Document each"),
        (lambda: summarize.relation([ARTICLE], (0, 9), (0, 0, 9)), "a sentence is (index into documents, start, end)"),
        (lambda: summarize.relation([ARTICLE], (0, 0, 9.5), (0, 0, 9)), "a sentence is (index into documents,"),
        (lambda: summarize.group([ARTICLE], least=0), "least: a whole number of 1 or more, not 0"),
        (lambda: summarize.group([ARTICLE], options={"method": "lead"}), "options: `summarize.Options`, not {"),
        (lambda: Options(budget=5), "budget: a Budget, not 5"),
        (lambda: Options(redundancy="much"), "redundancy: a weight of 0 or more, not 'much'"),
        (lambda: Options(language="english"), "language: a code such as 'en', not 'english'"),
        (lambda: Budget(3, "lines"), "a budget is of sentences, words, characters, ratio, minutes, not of 'lines'"),
    ],
)  # fmt: skip
def test_a_wrong_argument_is_one_clear_line(call, reason):
    """A ValueError that names what is wrong with it."""
    with pytest.raises(ValueError, match="^" + re.escape(reason)) as raised:
        call()
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda texts: None, "not an array of object"),
        (lambda texts: [[1.0, 2.0], *([1.0] for _ in texts[1:])], "inhomogeneous"),
        (lambda texts: [1.0 for _ in texts], "not an array of shape (3,)"),
        (lambda texts: [[1.0, 2.0]], "not an array of shape (1, 2)"),
        (lambda texts: np.ones((len(texts), 2, 2)), "not an array of shape (3, 2, 2)"),
        (lambda texts: np.ones((len(texts), 0)), "not an array of shape (3, 0)"),
        (lambda texts: [["a"] for _ in texts], "not an array of <U1"),
        (lambda texts: np.ones((len(texts), 2)) * 1j, "not an array of complex128"),
        (lambda texts: [[1.0], [np.nan], [np.inf]], "2 of them hold NaN or infinity"),
    ],
)
def test_an_encoding_that_is_none_is_refused(answer, reason):
    """What was wanted and what came instead, on one line."""
    wanted = "encoder: encode() of 3 texts must give 3 rows of numbers, all of one length"
    with pytest.raises(ValueError, match=re.escape(wanted) + ".*" + re.escape(reason)):
        summarize.summarize([ARTICLE], encoder=Encoder(answer))


@pytest.mark.parametrize("encoder", ["all-MiniLM-L6-v2", object(), len, Encoder(None)])
def test_an_encoder_must_be_able_to_encode(encoder):
    """The name of a model is none, though a string has an `encode`."""
    with pytest.raises(ValueError, match=r"^encoder: an object with encode\(texts\)"):
        summarize.summarize([ARTICLE], encoder=encoder)


def test_lines_that_are_shorter_than_was_asked_for_are_spoken_of():
    """Where fewer than three have so many words; the default, which nobody asked for, is not."""
    assert [("min_words", 3)] == [
        (note.subject, len(digest.lines))
        for digest in [summarize.summarize([ARTICLE], min_words=30)]
        for note in digest.notes
    ]
    assert () == summarize.summarize([ARTICLE], min_words=15).notes
    assert () == summarize.summarize([Document.from_text("The dam held. Rain fell all night.")]).notes


@pytest.mark.parametrize("name", [name for name in summarize.__all__ if name != "__version__"])
def test_every_public_name_says_what_it_is(name):
    """`help(summarize.NAME)` begins with a sentence of its own."""
    assert (getattr(summarize, name).__doc__ or "").partition("\n")[0].rstrip().endswith((".", ":"))


def test_a_digest_that_was_kept_is_held_against_its_sources(tmp_path):
    """Each quote that does not stand where the digest says is one error; none is found in what stayed as it was."""
    article = tmp_path / "herald.txt"
    article.write_text(TEXT)
    kept = summarize.Digest.from_json(summarize.summarize(article, sentences=2).to_json())
    assert () == summarize.verify(kept)
    article.write_text(TEXT.replace("four million", "nine million"))
    wrong = summarize.verify(kept)
    assert wrong
    assert {str(article)} == {error.source for error in wrong}
    assert [f"{article}: quoted but not found: give its file or address again"] == [
        str(error) for error in summarize.verify(kept, tmp_path / "gone.txt")
    ]


def test_a_digest_of_texts_is_verified_with_them():
    """A text that was given, not read from anywhere, is given again."""
    digest = summarize.summarize([ARTICLE], sentences=2)
    assert () == summarize.verify(digest, [ARTICLE])
    assert () == summarize.verify(digest, Bundle("", (ARTICLE,)))
    [error] = summarize.verify(digest)
    assert (ARTICLE.uri, "no such file") == (error.source, error.reason)


def test_a_digest_is_explained_from_python():
    """The same digest made anew, with a reason for each line."""
    digest = summarize.summarize([ARTICLE], sentences=2)
    explained = summarize.explain(digest, [ARTICLE])
    assert digest.lines == explained.digest.lines
    assert digest.lines == tuple(reason.line for reason in explained.reasons)
    with pytest.raises(summarize.SummarizeError, match="none of its sources can be read"):
        summarize.explain(digest)
