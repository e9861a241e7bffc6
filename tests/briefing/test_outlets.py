"""Outlets are told apart by their hosts, and called what the configuration calls them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from summarize.briefing import outlets
from summarize.briefing.config import Source
from summarize.briefing.memory import Item
from summarize.model import Document


def listed(url, *, publisher, place):
    """An item of a feed, at an address."""
    document = Document.from_text(f"The bridge at {url} is shut.", uri=url, publisher=publisher)
    return Item(place, document, datetime(2026, 3, 1, tzinfo=UTC))


def publishers(items, *sources):
    """What the outlets of some items are called."""
    known = [Source(name=name, url=place) if place.startswith("http") else Source(name=name, path=place)
             for place, name in sources]  # fmt: skip
    return [each.document.publisher for each in outlets.named(items, known)]


def test_two_hosts_whose_feeds_have_one_title_are_two_outlets():
    """ "Latest news" is no name; without a better one, the host stands behind it."""
    items = [
        listed("https://gazette.example/1", publisher="Latest news", place="a.xml"),
        listed("https://www.courier.example/1", publisher="Latest news", place="b.xml"),
    ]
    assert publishers(items, ("a.xml", None), ("b.xml", None)) == [
        "Latest news (gazette.example)",
        "Latest news (courier.example)",
    ]


def test_the_name_in_the_configuration_is_what_an_outlet_is_called():
    """Whatever its feed calls itself."""
    items = [listed("https://argus.example/1", publisher="argus", place="https://argus.example/feed")]
    assert publishers(items, ("https://argus.example/feed", "Daily Argus")) == ["Daily Argus"]


@pytest.mark.parametrize("names", [(None, None), ("Argus: home", "Argus: abroad")])
def test_the_feeds_of_one_host_are_one_outlet(names):
    """It is called by what their names have in common."""
    items = [
        listed("https://argus.example/1", publisher="Argus - World", place="a.xml"),
        listed("https://argus.example/2", publisher="Argus - Politics", place="b.xml"),
    ]
    found = publishers(items, *zip(("a.xml", "b.xml"), names, strict=True))
    assert len(set(found)) == 1
    assert found[0].startswith("Argus")


@pytest.mark.parametrize("host", ["feeds.feedburner.com", "medium.com", "127.0.0.1:8000", "localhost"])
def test_a_host_of_many_says_nothing_of_who_writes(host):
    """There the publisher tells."""
    items = [
        listed(f"http://{host}/{name}/1", publisher=name, place=f"http://{host}/{name}")
        for name in ("Argus", "Courier")
    ]
    assert publishers(items) == ["Argus", "Courier"]


@pytest.mark.parametrize(
    "hosts",
    [
        ("192.168.1.11", "192.168.1.12"),
        ("[fd00::11]", "[fd00::12]"),
        ("192.168.1.11:8001", "192.168.1.11:8002"),
        ("localhost:8001", "localhost:8002"),
        ("nas", "attic"),
    ],
)
def test_two_machines_are_two_outlets(hosts):
    """Though both call what they have "Latest news", and their addresses are numbers or one word."""
    items = [
        listed(f"http://{host}/1", publisher="Latest news", place=place)
        for host, place in zip(hosts, ("a.xml", "b.xml"), strict=True)
    ]
    assert publishers(items) == [f"Latest news ({host})" for host in hosts]
    assert publishers(items, ("a.xml", "Argus"), ("b.xml", "Courier")) == ["Argus", "Courier"]


@pytest.mark.parametrize("host", ["192.168.1.11", "localhost:8001", "feeds.feedburner.com"])
def test_the_configuration_tells_outlets_apart_where_no_host_does(host):
    """Two feeds at one such place that both call themselves "Latest news"."""
    items = [
        listed(f"http://{host}/{name}/1", publisher="Latest news", place=f"{name}.xml") for name in ("a", "b")
    ]
    assert publishers(items, ("a.xml", "Argus"), ("b.xml", "Courier")) == ["Argus", "Courier"]


def test_one_machine_on_its_usual_ports_is_one_outlet():
    """Whether it is asked by http or https."""
    items = [
        listed(f"{address}/1", publisher="Minutes", place=f"{address}/feed")
        for address in ("http://192.168.1.11", "https://192.168.1.11", "http://192.168.1.11:80")
    ]
    assert publishers(items) == ["Minutes"] * 3


def test_a_list_of_many_outlets_does_not_give_them_its_name():
    """A file of clippings is no outlet."""
    items = [
        listed("https://argus.example/1", publisher="Argus", place="clippings.jsonl"),
        listed("https://courier.example/1", publisher="Courier", place="clippings.jsonl"),
    ]
    assert publishers(items, ("clippings.jsonl", "Clippings")) == ["Argus", "Courier"]


def test_texts_without_host_or_publisher_are_their_source_s():
    """Notes in a folder of one's own."""
    note = listed("notes/1.txt", publisher=None, place="notes")
    assert publishers([note], ("notes", "Notes")) == ["Notes"]
    assert publishers([note], ("notes", None)) == [None]


def test_an_earlier_edition_is_of_the_same_outlet():
    """What was said before, this outlet said."""
    found = listed("https://argus.example/1", publisher="argus", place="a.xml")
    edited = replace(found, earlier=(found.document,))
    named = outlets.named([edited], [Source(name="Daily Argus", path="a.xml")])
    assert named[0].earlier[0].publisher == "Daily Argus"
