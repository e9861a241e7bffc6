"""Tables for people: all of every cell, at any width."""

import re

import pytest

from summarize.cli import tables

COLUMNS = ("source", "items", "what is wrong")
ROWS = [
    ("City council", "12", ""),
    (
        "https://a-rather-long-address.example/with/a/path/feed.xml",
        "3",
        "timed out after 30 s; moved to [red]",
    ),
    ("市議会のお知らせ", "", "is gone"),
]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 120, 200])
@pytest.mark.parametrize("form", [tables.table, tables.records])
def test_nothing_is_cut_and_no_line_is_wider_than_the_terminal(width, form):
    """What is too long goes on in the next line; square brackets are text."""
    from wcwidth import wcswidth

    text = form(COLUMNS, ROWS, width=width, colour=False)
    assert all(wcswidth(line) <= width for line in text.splitlines())
    letters = sorted(re.sub(r"[\s─]", "", text))
    expected = sorted(re.sub(r"\s", "", "".join(cell for row in ROWS for cell in row)))
    assert [] == [letter for letter in set(expected) if letters.count(letter) < expected.count(letter)]


def test_a_program_gets_one_line_a_row():
    """Columns stand under one another, wide characters counted as such."""
    head, first, second, third = tables.lines(COLUMNS, ROWS).splitlines()
    assert head.index("items") == first.index("12") == second.index("3  ")
    assert third.endswith("is gone")


def test_colour_is_there_only_where_it_is_wanted():
    """No escape sequence else."""
    assert "\x1b[" in tables.table(COLUMNS, ROWS, width=80, colour=True)
    assert "\x1b" not in tables.table(COLUMNS, ROWS, width=80, colour=False)
