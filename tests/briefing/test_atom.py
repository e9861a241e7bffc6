"""A feed of briefings: what RFC 4287 asks for, the newest first, written at once."""

from datetime import timedelta

import feedparser
import pytest
from lxml import etree

from summarize.briefing.atom import Atom
from summarize.errors import DeliveryError
from tests.briefing.papers import DAM, DAWN, paper_of, parcel

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def sent(path, *days, headline="Dam holds", link=None, keep=30, title="Morning briefing", held_up=None):
    target = Atom(path, title, link, keep)
    for day in days:
        paper = paper_of((headline, DAM), until=DAWN + timedelta(days=day))
        name = f"<{day}@host.example>"
        made = parcel(target.content(paper, message_id=name), message_id=name, newest=day != held_up)
        target.send(made, now=DAWN)
    return etree.fromstring(path.read_bytes())


def texts(feed, path):
    return [each.text for each in feed.iterfind(path, ATOM)]


def test_a_feed_has_what_a_reader_needs(tmp_path):
    """Ids, titles and dates, an author, where it is, and the briefing itself."""
    feed = sent(tmp_path / "feed.xml", 0, link="https://me.example/feed.xml")
    for required in (
        "id",
        "title",
        "updated",
        "author/a:name",
        "entry/a:id",
        "entry/a:title",
        "entry/a:updated",
    ):
        [found] = texts(feed, f"a:{required}")
        assert found
    [link] = feed.iterfind("a:link", ATOM)
    assert ("self", "https://me.example/feed.xml") == (link.get("rel"), link.get("href"))
    [content] = feed.iterfind("a:entry/a:content", ATOM)
    assert "html" == content.get("type")
    assert "held through the night" in content.text


def test_a_feed_reader_reads_it(tmp_path):
    """Without a complaint."""
    sent(tmp_path / "feed.xml", 0, 1)
    read = feedparser.parse((tmp_path / "feed.xml").read_bytes())
    assert not read.bozo
    assert ["Morning briefing – Mon 23 Nov: Dam holds"] * 2 == [entry.title for entry in read.entries]


def test_the_newest_stand_first_and_the_oldest_leave(tmp_path):
    """Also if one was held up."""
    feed = sent(tmp_path / "feed.xml", 0, 2, 3, 1, keep=3, held_up=1)
    days = [written[:10] for written in texts(feed, "a:entry/a:updated")]
    assert ["2026-11-26", "2026-11-25", "2026-11-24"] == days
    assert "2026-11-26" == texts(feed, "a:updated")[0][:10]


def test_one_of_a_day_to_come_gives_way_to_what_is_made_after_it(tmp_path):
    """Of a clock that leapt, or of `--date`."""
    feed = sent(tmp_path / "feed.xml", 0, 400, 1, 2)
    assert ["25", "24", "28", "23"] == [each[8:10] for each in texts(feed, "a:entry/a:updated")]


def test_ids_stay(tmp_path):
    """A briefing sent again is one entry; the feed keeps its name when title and address change."""
    first = sent(tmp_path / "feed.xml", 0)
    again = sent(tmp_path / "feed.xml", 0, title="Evening briefing", link="https://me.example/feed.xml")
    assert texts(first, "a:id") == texts(again, "a:id")
    assert texts(first, "a:entry/a:id") == texts(again, "a:entry/a:id")
    before = (tmp_path / "feed.xml").read_bytes()
    sent(tmp_path / "feed.xml", 0, title="Evening briefing", link="https://me.example/feed.xml")
    assert before == (tmp_path / "feed.xml").read_bytes()


@pytest.mark.parametrize(
    "hostile", ["a\0b\x1b\ufffe\uffff\ud83d", "]]><entry/>&lt;", "<b>bold</b> & co", "\u202eab"]
)
def test_any_title_is_well_formed(tmp_path, hostile):
    """XML has no control characters, and a title is text."""
    feed = sent(tmp_path / "feed.xml", 0, headline=hostile)
    assert 1 == len(feed.findall("a:entry", ATOM))


@pytest.mark.parametrize(
    "other", ["", "my notes", "<rss/>", "<!DOCTYPE a [<!ENTITY b SYSTEM '/etc/passwd'>]><a>&b;</a>"]
)
def test_what_is_no_feed_of_ours_is_left_alone(tmp_path, other):
    """It is said, and the briefing is kept."""
    (tmp_path / "feed.xml").write_text(other)
    with pytest.raises(DeliveryError, match="is no Atom feed: move it away, or name another file; kept"):
        sent(tmp_path / "feed.xml", 0)
    assert other == (tmp_path / "feed.xml").read_text()


def test_an_entry_that_was_damaged_in_the_memory_is_said(tmp_path):
    """The feed stays as it is."""
    path = tmp_path / "feed.xml"
    sent(path, 0)
    before = path.read_bytes()
    target = Atom(path, "Morning briefing")
    content = target.content(paper_of(("Dam holds", DAM), until=DAWN), message_id="<1@host.example>")
    kept = parcel(content[:40] + b"\xff" + content[41:], message_id="<1@host.example>")
    with pytest.raises(DeliveryError, match="what is kept of 2026-11-23 is damaged: not sent") as caught:
        target.send(kept, now=DAWN)
    assert caught.value.final
    assert before == path.read_bytes()
