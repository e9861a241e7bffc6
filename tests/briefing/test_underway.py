"""Counts under way: the later report of a morning holds, and nobody differs."""

import pytest

from summarize.briefing.underway import share_counted
from summarize.cite.statement import read
from tests.briefing.desk import Desk, item

BEFORE = "Voters in Marden elect a new mayor on Sunday. The race between Ida Holm and Paul Reck is close."
PARTLY = (
    "Ida Holm was ahead in Marden with 52.2 percent of the vote after 60 percent of the votes were counted."
)
NEARLY = "Ida Holm was elected mayor of Marden with 50.6 percent of the vote, with 98 percent counted."


@pytest.mark.parametrize(
    ("text", "share"),
    [
        (PARTLY, 60),
        (NEARLY, 98),
        ("Ida Holm got 50.6 percent of the vote, and counted on more.", None),
        ("Nach Auszählung von 45 Prozent der Stimmen führt Jutta Kern mit 53 Prozent.", 45),
        ("Con el 98 % de los votos escrutados gana Luis Andrade.", 98),
    ],
)
def test_how_much_is_counted(text, share):
    """The share of the votes that are counted is not the share somebody won."""
    assert share == share_counted(read(text, language=None, stem=str.casefold))


def night(early, late):
    """The story of the morning after, with an early and a late report."""
    desk = Desk()
    desk.brief(item("wire", BEFORE, title="Marden elects a mayor"))
    reports = [
        item("wire", early, day=2, hours=8, title="Holm ahead in Marden"),
        item("beacon", late, day=2, hours=1, title="Holm elected mayor of Marden"),
    ]
    [entry] = desk.brief(*reports, day=2).paper.entries
    return [line.text for line in entry.digest.lines], entry.digest.differences


def test_two_points_of_one_count_are_no_difference():
    """Sixty percent counted at night and ninety-eight at dawn: the later is told."""
    assert ([NEARLY], ()) == night(PARTLY, NEARLY)


def test_tolls_of_one_night_are_no_difference():
    """Twelve found dead at night and fifteen by the morning."""
    desk = Desk()
    reports = [
        item("wire", "Twelve people were killed when a bus hit a wall in Orl.", hours=8, title="Bus crash"),
        item(
            "beacon", "The number of dead in the bus crash in Orl rose to 15.", hours=1, title="Orl: 15 dead"
        ),
    ]
    entries = desk.brief(*reports).paper.entries
    assert [()] * len(entries) == [each.digest.differences for each in entries]


def test_tolls_of_one_hour_are_a_difference():
    """Two outlets with two tolls a minute apart have asked two people."""
    desk = Desk()
    said = "{} people died when a ferry sank off Marden on Sunday, {} said."
    reports = [
        item("wire", said.format("Twelve", "police"), hours=2, title="Twelve die as ferry sinks"),
        item("beacon", said.format("Fifteen", "the coastguard"), hours=1.98, title="Fifteen die on ferry"),
    ]
    [entry] = desk.brief(*reports).paper.entries
    assert [("Twelve", "Fifteen")] == [each.values for each in entry.digest.differences]
