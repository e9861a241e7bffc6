"""Stories as text, Markdown and JSON: one digest after another, and nothing lost."""

import json

import pytest

from summarize import Failure, group
from summarize.render import sinks
from summarize.render.stories import RENDERERS
from tests.render.page import Page

FAILED = (Failure("gone.txt", "no such file"),)


@pytest.fixture(scope="module")
def told():
    return group(["samples/dam", "samples/election"])[0]


@pytest.fixture(scope="module")
def listed():
    return group(["samples/dam", "samples/election"], digests=False)[0]


def test_json_has_the_promised_keys(told):
    """Label, documents with id and uri, the digest of the other schema, and what was skipped."""
    found = json.loads(RENDERERS["json"](told, FAILED))
    assert ("summarize.stories/1", [{"uri": "gone.txt", "reason": "no such file", "passed_over": False}]) == (
        found["schema"],
        found["skipped"],
    )
    for story, record in zip(told, found["stories"], strict=True):
        assert {"label", "documents", "digest"} == set(record)
        assert [{"id": each.id, "uri": each.uri} for each in story.bundle.documents] == record["documents"]
        assert "summarize.digest/1" == record["digest"]["schema"]


def test_json_without_digests_only_groups(listed):
    """Who only wants to know what belongs together gets no empty digest."""
    found = json.loads(RENDERERS["json"](listed, ()))
    assert [{"label", "documents"}] * 2 == [set(record) for record in found["stories"]]


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_every_story_stands_under_its_label(told, format):
    """The label heads the digest, the stories keep their order, what was skipped comes last."""
    page = " ".join(RENDERERS[format](told, FAILED).replace("\\", "").split())
    places = [page.index(story.bundle.title) for story in told] + [page.index("gone.txt")]
    assert sorted(places) == places
    assert all(" ".join(line.text.split()) in page for story in told for line in story.digest.lines)


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_without_digests_every_document_is_listed(listed, format):
    """Each article has its line."""
    page = RENDERERS[format](listed, ()).replace("\\", "")
    assert all(each.uri in page for story in listed for each in story.bundle.documents)


def test_the_page_holds_every_story_once(told, listed):
    """Each story has its heading and sentences, ids do not clash, and every tag is ours."""
    for stories in (told, listed):
        page = Page(RENDERERS["html"](stories, FAILED))
        ids = [each.attrs["id"] for each in page.elements if "id" in each.attrs]
        assert (len(set(ids)), []) == (len(ids), page.foreign())
        assert all(sinks.visible(story.bundle.title) in page.text for story in stories)
        assert "gone.txt" in page.text


def test_text_can_be_plain_ascii(listed):
    """The rule between stories follows the character set asked for."""
    assert ["-" * 40] == [
        line
        for line in RENDERERS["text"](listed, (), width=40, unicode=False).splitlines()
        if set(line) == {"-"}
    ]
