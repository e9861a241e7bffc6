"""Tables: for a terminal, as wide as it is and in its colours; for a pipe, one line a row."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import Literal

from summarize.cli import output
from summarize.render.sinks import terminal

SHORT = 16  # columns: a date, a number, a word; such cells are never folded (chosen by eye)
LEAST = 20  # columns that longer cells need so as not to become columns of syllables (chosen by eye)
GAP = 3
Rows = Sequence[Sequence[str]]


def show(columns: Sequence[str], rows: Rows) -> None:
    """Print a table to standard output; cells are shown as text, whatever they hold."""
    unicode = output.speaks_unicode(sys.stdout)
    cells = [[terminal(cell, unicode=unicode) for cell in row] for row in rows]
    if sys.stdout is None or not sys.stdout.isatty():
        text = lines(columns, cells)
    elif output.width() < _needed(columns, cells):
        text = records(columns, cells, width=output.width(), colour=output.colour())
    else:
        text = table(columns, cells, width=output.width(), colour=output.colour())
    output.deliver(output.for_people(text, None), None)


def lines(columns: Sequence[str], rows: Rows) -> str:
    """Columns two blanks apart, nothing folded and nothing cut.

    >>> print(lines(["name", "items"], [["City council", "12"], ["Wiki", "3"]]), end="")
    name          items
    City council  12
    Wiki          3
    """
    from wcwidth import wcswidth

    wide = [_wide(columns, rows, at) for at in range(len(columns))]

    def line(row: Sequence[str]) -> str:
        padded = (cell + " " * (size - wcswidth(cell)) for cell, size in zip(row, wide, strict=True))
        return "  ".join(padded).rstrip() + "\n"

    return "".join(map(line, [columns, *rows]))


def table(columns: Sequence[str], rows: Rows, *, width: int, colour: bool) -> str:
    """A table as wide as the terminal at most; what is too long goes on in the next line."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for at, column in enumerate(columns):
        made.add_column(
            column, overflow="fold", no_wrap=_wide(columns, rows, at) <= SHORT, justify=_justified(rows, at)
        )
    for row in rows:
        made.add_row(*map(Text, row))  # as text, not markup: a feed may be called "[red]"
    return _printed(made, width=width, colour=colour)


def records(columns: Sequence[str], rows: Rows, *, width: int, colour: bool) -> str:
    """Each row as a paragraph, headed by its first cell; empty cells are left out."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    parts: list[Text | Padding] = []
    for first, *rest in rows:
        parts.append(Text(first, style="bold", overflow="fold"))
        for column, cell in zip(columns[1:], rest, strict=True):
            if cell:
                parts.append(Padding(Text(f"{column}: {cell}", overflow="fold"), (0, 0, 0, 2)))
    return _printed(Group(*parts), width=width, colour=colour)


def _wide(columns: Sequence[str], rows: Rows, at: int) -> int:
    """The columns of a terminal that the longest cell takes."""
    from wcwidth import wcswidth

    return max(0, *(wcswidth(row[at]) for row in [columns, *rows]))


def _needed(columns: Sequence[str], rows: Rows) -> int:
    """The width from which on a table can be read."""
    wide = [_wide(columns, rows, at) for at in range(len(columns))]
    return sum(each if each <= SHORT else min(each, LEAST) for each in wide) + GAP * (len(wide) - 1)


def _justified(rows: Rows, at: int) -> Literal["left", "right"]:
    """Numbers stand under one another by their last digit."""
    return "right" if rows and all(row[at].isdecimal() or not row[at] for row in rows) else "left"


def _printed(what: object, *, width: int, colour: bool) -> str:
    from rich.console import Console

    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        highlight=False,
        emoji=False,
    )
    console.print(what)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())
