"""The quotes of a digest as W3C Web Annotations."""

import json

from hypothesis import given

import summarize
from summarize.render import highlights
from tests.render.builders import addresses, dam, digest, line, quotes, source
from tests.render.strategies import digests


def items(made):
    return json.loads(highlights.render(made))["first"]["items"]


def selectors(item):
    return {each["type"]: each for each in item["target"]["selector"]}


def test_one_annotation_for_each_citation():
    """In the digest's order: what it is a quote for, and how."""
    found = items(dam())
    assert sum(len(part.citations) for part in (*dam().lines, *dam().differences)) == len(found)
    assert [f"1. {dam().lines[0].text}", "primary"] == [body["value"] for body in found[0]["body"]]
    assert ["Number: 1,200", "differs"] == [body["value"] for body in found[7]["body"]]


def test_the_place_can_be_found_by_words_and_by_characters():
    """Both selectors lead to the quote in the text that was read, and the words around it are its own."""
    text = "Rain fell all week. The dam above the old town held through the night, engineers said. They will look at it again when the water has gone down."
    read = summarize.Document.from_text(text, uri="https://herald.example/a b")
    [item] = items(summarize.summarize([read], sentences=1))
    found = selectors(item)
    words, place = found["TextQuoteSelector"], found["TextPositionSelector"]
    assert text[place["start"] : place["end"]] == words["exact"]
    assert text[: place["start"]].endswith(words.get("prefix", ""))
    assert text[place["end"] :].startswith(words.get("suffix", ""))


def test_the_text_directive_is_the_rest_of_the_link():
    """Who joins source and fragment has the link that the digest gives; a file has none."""
    page = source(1, "https://herald.example/dam", url="https://herald.example/dam")
    made = digest(line(own=page), line(own=source(2, "my notes/dam: a.txt")))
    web, file = items(made)
    fragment = selectors(web)["FragmentSelector"]
    assert made.lines[0].citations[0].link == f"{web['target']['source']}#{fragment['value']}"
    assert "https://wicg.github.io/scroll-to-text-fragment/" == fragment["conformsTo"]
    assert "my%20notes/dam%3A%20a.txt" == file["target"]["source"]
    assert {"TextQuoteSelector", "TextPositionSelector"} == set(selectors(file))


def test_the_same_digest_has_the_same_identifiers():
    """Each is a URN of its own, made of what it names."""
    assert highlights.render(dam()) == highlights.render(dam())
    collection = json.loads(highlights.render(dam()))
    names = [collection["id"], collection["first"]["id"], *(item["id"] for item in items(dam()))]
    assert len(names) == len(set(names))
    assert all(name.startswith("urn:uuid:") for name in names)


@given(digests())
def test_nothing_in_it_acts_on_a_terminal(made):
    """Quotes are word for word, control characters too; the page is ASCII, as the digest's JSON is."""
    page = highlights.render(made)
    assert page.replace("\n", "").isprintable()
    assert page.isascii()


@given(digests())
def test_a_source_is_a_web_address_or_a_relative_one(made):
    """Whatever a source is called, nothing but http(s) comes out as an address with a scheme."""
    collection = json.loads(highlights.render(made))
    assert ["http://www.w3.org/ns/anno.jsonld", "AnnotationCollection"] == [
        collection["@context"],
        collection["type"],
    ]
    web = {link.partition("#")[0] for link in quotes(made) | addresses(made)}
    for item in collection["first"]["items"]:
        address = item["target"]["source"]
        assert address
        assert address.partition("#")[0] in web or ":" not in address
