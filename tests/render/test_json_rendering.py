"""The digest as JSON and back."""

import copy
import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from summarize.errors import SummarizeError
from summarize.model import DatedPhrase, Expansion, Span
from summarize.render.json import loads, record, render
from tests.render.builders import citation, dam, digest, line, source
from tests.render.strategies import digests

KEYS = {
    "": {"schema", "title", "language", "lines", "differences", "sources", "skipped", "notes", "manifest"},
    "lines": {"number", "text", "salience", "origins", "citations", "dates", "context", "expansions"},
    "differences": {"kind", "values", "citations"},
    "sources": {"number", "uri", "title", "publisher", "published", "language", "sha256", "characters", "sentences", "origin"},
    "skipped": {"uri", "reason", "passed_over"},
    "notes": {"subject", "reason"},
}  # fmt: skip
CITATION = {"source", "start", "end", "quote", "kind", "similarity"}


def test_the_promised_keys_are_there():
    """Every key of the schema is present in every record."""
    made = json.loads(dam().to_json())
    assert made["schema"] == "summarize.digest/1"
    assert made.keys() >= KEYS[""]
    for name in KEYS.keys() - {""}:
        assert all(each.keys() >= KEYS[name] for each in made[name])
    assert all(each.keys() >= CITATION for said in made["lines"] for each in said["citations"])


def test_numbers_refer_to_sources():
    """Lines are numbered from 1 and citations name sources by number."""
    made = record(digest(line(own=source(1), also=[source(2)])))
    assert made["lines"][0]["number"] == 1
    assert [1, 2] == [each["source"] for each in made["lines"][0]["citations"]]


def test_it_is_ascii_and_ends_a_line():
    """The text is ASCII whatever it says, and ends with one newline."""
    made = digest(line("Der Damm hält — 日本 \U0001f30a.")).to_json()
    assert made.isascii()
    assert made.endswith("}\n")


def test_the_way_back_is_complete():
    """Reading what was written gives an equal digest."""
    assert dam() == loads(dam().to_json())


@given(digests())
def test_any_digest_comes_back_equal(made):
    """Rendering, reading and rendering again changes neither the digest nor a byte."""
    assert made == loads(render(made))
    assert render(made) == render(loads(render(made)))


def test_lone_surrogates_do_not_pass():
    """Half a character in a JSON text, which no output could carry, is replaced when it is read."""
    made = digest(line()).to_json().replace("The dam held.", "The dam held\\ud83d.")
    assert loads(made).lines[0].text == "The dam held\ufffd."


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("schema",), "summarize.digest/2", "schema is another"),
        (("manifest", "options"), {"min_words": float("inf")}, "manifest holds a number that is not finite"),
        (("lines",), None, "lines is missing"),
        (("lines",), {}, "lines is not a list"),
        (("lines", 0), "x", "lines[0] is not an object"),
        (("lines", 0, "text"), 3, "lines[0].text is not a text"),
        (("lines", 0, "salience"), True, "lines[0].salience is not a number"),
        (("lines", 0, "salience"), float("nan"), "lines[0].salience is not finite"),
        (("lines", 0, "citations"), [], "lines[0].citations does not begin with its own source"),
        (("lines", 0, "citations", 0, "source"), 9, "lines[0].citations[0].source is not the number of a source"),
        (("lines", 0, "citations", 0, "start"), -1, "lines[0].citations[0].start is negative"),
        (("lines", 0, "citations", 0, "end"), 0, None),
        (("lines", 0, "citations", 0, "start"), 99, "lines[0].citations[0].end lies before its start"),
        (("lines", 0, "citations", 0, "kind"), "hearsay", "lines[0].citations[0].kind is none of primary, same-text, corroborates"),
        (("sources", 0, "published"), "yesterday", "sources[0].published is not a date"),
        (("sources", 0, "published"), "2026-03-03", "sources[0].published has no time zone"),
        (("differences",), None, "differences is missing"),
        (("lines", 0, "dates"), [{"start": 0, "end": 99, "date": "2026-03-05"}], "lines[0].dates[0].end lies outside the line's text"),
        (("lines", 0, "expansions"), [{"start": 0, "end": 99}], "lines[0].expansions[0].end lies outside the line's text"),
        (("lines", 0, "expansions"), [{"start": 0, "end": 3}], "lines[0].expansions[0].citation is not an object"),
        (("lines", 0, "dates"), [{"start": 0, "end": 3, "date": "Thursday"}], "lines[0].dates[0].date is not a date"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(path, value, reason):
    """A document that breaks the schema is refused with the key that does."""
    made = copy.deepcopy(record(digest(line())))
    *parents, last = path
    holder = made
    for step in parents:
        holder = holder[step]
    if value is None:
        del holder[last]
    else:
        holder[last] = value
    if reason is None:
        assert loads(json.dumps(made))
        return
    with pytest.raises(SummarizeError) as caught:
        loads(json.dumps(made), subject="old.json")
    assert caught.value.subject == "old.json"
    assert caught.value.reason.startswith(f"not a summarize.digest/1 document: {reason}; ")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "[" * 100_000, '{"schema": ' + "9" * 5000 + "}", "\x00"],
)
def test_what_is_no_document_is_refused(text):
    """Text that is no JSON object, or too deep, or holds a number too long, is an error and not a crash."""
    with pytest.raises(SummarizeError, match=r"not a summarize\.digest/1 document"):
        loads(text)


def test_dates_are_spans_of_the_line():
    """Words that name a day stand with their place in the text and the day, and come back."""
    said = replace(line("It broke on Thursday."), dates=(DatedPhrase(Span(12, 20), date(2026, 3, 5)),))
    assert [{"start": 12, "end": 20, "date": "2026-03-05"}] == record(digest(said))["lines"][0]["dates"]
    assert digest(said) == loads(render(digest(said)))


def test_digests_without_dates_are_read():
    """What an earlier version wrote has no dates and no expansions."""
    old = record(digest(line()))
    del old["lines"][0]["dates"]
    del old["lines"][0]["expansions"]
    assert digest(line()) == loads(json.dumps(old))


def test_context_comes_back():
    """What stands in grey before a line is a citation like any other."""
    said = replace(line("He left."), context=citation(source(), "Edgar Quill came."))
    assert "Edgar Quill came." == record(digest(said))["lines"][0]["context"]["quote"]
    assert digest(said) == loads(render(digest(said)))


def test_expansions_come_back():
    """What an abbreviation stands for is its place in the line and a citation of the words."""
    words = citation(source(), "Sedge Valley Water Board")
    said = replace(line("The SVWB met."), expansions=(Expansion(Span(4, 8), words),))
    [found] = record(digest(said))["lines"][0]["expansions"]
    assert (4, 8, "Sedge Valley Water Board") == (found["start"], found["end"], found["citation"]["quote"])
    assert digest(said) == loads(render(digest(said)))
