"""JSON to documents."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import records

TEXT = "The dam above Nuria held through the night."


def of_json(value):
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(records.read_json(raw, "a.json"))


def of_lines(*lines):
    raw = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(records.read_lines(raw.encode("utf-8", "surrogatepass"), "a.jsonl"))


def test_a_record_states_its_document():
    """Every field of a record arrives; a given id is kept."""
    [document] = of_lines(
        {
            "id": "n1",
            "text": TEXT,
            "title": "Dam holds",
            "url": "https://post.example/dam",
            "source": "The Nuria Post",
            "published": "2031-03-04T12:00:00+02:00",
            "language": "en-GB",
            "author": "Ada Quill",
        }
    )
    assert document == Document(
        id="n1",
        uri="https://post.example/dam",
        text=TEXT,
        title="Dam holds",
        publisher="The Nuria Post",
        published=datetime(2031, 3, 4, 10, tzinfo=UTC),
        language="en",
        author="Ada Quill",
        url="https://post.example/dam",
    )


def test_other_names_of_fields_are_known():
    """`publisher` and `date` are as good as `source` and `published`; a number is an id."""
    [document] = of_lines({"id": 7, "text": TEXT, "publisher": "The Nuria Post", "date": "2031-03-04"})
    assert ("7", "The Nuria Post", datetime(2031, 3, 4, tzinfo=UTC)) == (
        document.id,
        document.publisher,
        document.published,
    )


def test_a_record_may_hold_a_page():
    """Of `html` the main text is taken, and what the record states wins over what the page does."""
    page = f"<html><head><title>Post</title></head><body><p>{TEXT}</p></body></html>"
    [document] = of_lines({"html": page, "title": "Dam holds"})
    assert ("Dam holds", TEXT) == (document.title, document.text)


@pytest.mark.parametrize("value", [{"text": TEXT}, [{"text": TEXT}], {"documents": [{"text": TEXT}]}])
def test_a_json_file_holds_one_record_or_many(value):
    """One record, a list of them, or a bundle."""
    assert [TEXT] == [document.text for document in of_json(value)]


def test_a_record_without_url_is_cited_by_its_number():
    """Lines and records count from 1; empty lines count but are none."""
    uris = [document.uri for document in of_lines({"text": TEXT}, "", {"text": TEXT})]
    uris += [document.uri for document in of_json([{"text": TEXT}, {"text": TEXT}])]
    uris += [document.uri for document in of_json({"text": TEXT})]
    assert ["a.jsonl#1", "a.jsonl#3", "a.json#1", "a.json#2", "a.json"] == uris


def test_a_user_name_in_the_url_of_a_record_is_not_shown():
    """What the record is cited as is printed, so a password must not be in it."""
    [document] = of_lines({"text": TEXT, "url": "https://me:secret@herald.example/dam"})
    assert "https://herald.example/dam" == document.uri == document.url


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is no JSON"),
        ("[" * 100_000, "is JSON nested too deeply"),
        ("[]", "is no record"),
        ("null", "is no record"),
        ("NaN", "is no record"),
        ("{}", 'holds no "text"'),
        ('{"text": 5}', 'holds no "text"'),
        ('{"text": "  "}', 'holds no "text"'),
        ('{"text": "1 2 3"}', "holds no words"),
        ('{"documents": []}', "is a bundle"),
    ],
)
def test_a_broken_line_costs_only_itself(line, reason):
    """The failure names the line and why; the lines around it are read."""
    first, failure, last = of_lines({"text": TEXT}, line, {"text": TEXT})
    assert (TEXT, "a.jsonl:2", True, TEXT) == (
        first.text,
        failure.subject,
        reason in failure.error,
        last.text,
    )


def test_a_number_too_long_to_be_one_costs_only_its_field():
    """The record is read; as an id it is its digits."""
    long = "9" * 5000
    first, second = of_lines(f'{{"text": "{TEXT}", "size": {long}}}', f'{{"text": "{TEXT}", "id": {long}}}')
    assert (TEXT, TEXT, long) == (first.text, second.text, second.id)


@pytest.mark.parametrize("raw", [b"{", b"7", b'{"documents": 7}', b"[]", b"[" * 100_000, b"9" * 5000])
def test_a_json_file_without_records_is_an_error(raw):
    """Not JSON, no records, too deep, a number too long to be one: a reason and no traceback."""
    with pytest.raises(ReadError):
        of_json(raw)


@pytest.mark.parametrize("field", ["title", "url", "source", "published", "language", "author", "id"])
@pytest.mark.parametrize("value", [None, True, 1.5, [], {}, "", float("nan")])
def test_a_field_of_the_wrong_type_is_missing(field, value):
    """The text is worth more than a field that nobody can use."""
    assert [TEXT] == [document.text for document in of_lines({"text": TEXT, field: value})]


def test_the_last_of_equal_keys_counts():
    """As in every other reader of JSON."""
    assert ["Last."] == [document.text for document in of_lines('{"text": "First.", "text": "Last."}')]


def test_lone_surrogates_are_replaced():
    """An escape of half a character becomes U+FFFD in text and fields."""
    [document] = of_lines(r'{"text": "The dam \ud83d held.", "title": "\udc00 Dam"}')
    assert ("The dam \ufffd held.", "\ufffd Dam") == (document.text, document.title)


def test_only_a_line_feed_ends_a_line():
    """A string may hold the line separators of Unicode."""
    assert ["The dam\u2028held."] == [
        document.text for document in of_lines('{"text": "The dam\u2028held."}')
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "html", "title", "url", "id", "date", "documents"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(JSON)
def test_any_json_is_documents_or_reasons(value):
    """Whatever a line holds, it is a document or a failure, and its text can be written."""
    for item in of_lines(value):
        assert isinstance(item, Failure) or item.text == item.text.encode().decode()
