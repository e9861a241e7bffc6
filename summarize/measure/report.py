"""What an evaluation found, as a table for people, CSV for spreadsheets and JSON for programs."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from summarize.measure.intervals import Interval
from summarize.model import Failure

# Name of a measure to its column's heading, the factor it is shown with and its decimals.
MEASURES: Final[Mapping[str, tuple[str, float, int]]] = {
    "rouge1_f": ("R-1 F", 100, 2),
    "rouge1_recall": ("R-1 R", 100, 2),
    "rouge2_f": ("R-2 F", 100, 2),
    "rouge2_recall": ("R-2 R", 100, 2),
    "rougeLsum_f": ("R-Lsum F", 100, 2),
    "rougeLsum_recall": ("R-Lsum R", 100, 2),
    "similar_pairs": ("pairs > .5", 1, 4),
    "repeated_trigrams": ("rep. trigrams", 1, 4),
    "sources": ("sources", 1, 2),
    "corroborated": ("corrob.", 1, 2),
    "valid": ("valid", 1, 3),
    "words": ("words", 1, 0),
    "milliseconds": ("ms", 1, 1),
}
COMPARED: Final = ("rouge1", "rouge2", "rougeLsum")
_ONE: Final = "One cluster: what differs may be its luck, so there are no intervals."


@dataclass(frozen=True, slots=True)
class Row:
    """One method: each measure's mean with its interval, and its paired difference to the baseline."""

    method: str
    measures: Mapping[str, Interval]
    differences: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Methods compared on one set.

    settings: plain values, all that is needed to do it again. failures: what of the set was not used.
    """

    settings: Mapping[str, Any]
    rows: tuple[Row, ...]
    failures: tuple[Failure, ...] = ()


def table(found: Evaluation, *, width: int | None = None) -> str:
    """Settings, then each method's means ± half the interval's width, then the paired differences.

    A star marks differences whose interval does not hold 0. width: columns to stay within; what is
    wider goes on below, each part with the methods' names.
    """
    settings = _described(found)
    blocks = [textwrap.wrap(settings, width) if width else [settings], *_folded(_means(found), width)]
    if any(row.differences for row in found.rows):
        first, *rest = _folded(_differences(found), width)
        blocks += [[f"against {found.settings['baseline']}", *first], *rest]
    if found.settings["clusters"] == 1:
        blocks.append(textwrap.wrap(_ONE, width) if width else [_ONE])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def as_csv(found: Evaluation) -> str:
    """One line for each method and measure, numbers as measured, not scaled; no interval is empty."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(
        ["method", "measure", "mean", "low", "high", "difference", "difference_low", "difference_high"]
    )
    for row in found.rows:
        for name, interval in row.measures.items():
            against = row.differences.get(name)
            numbers = [*_numbers(interval).values(), *(_numbers(against).values() if against else [None] * 3)]
            writer.writerow([row.method, name, *("" if each is None else each for each in numbers)])
    return written.getvalue()


def as_json(found: Evaluation) -> str:
    """Settings and rows, schema summarize.evaluation/1; low and high are null where there is no interval."""
    rows = [
        {
            "method": row.method,
            "measures": {name: _numbers(each) for name, each in row.measures.items()},
            "differences": {name: _numbers(each) for name, each in row.differences.items()},
        }
        for row in found.rows
    ]
    value = {"schema": "summarize.evaluation/1", "settings": dict(found.settings), "methods": rows}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


FORMATS: Final[Mapping[str, Callable[[Evaluation], str]]] = {"table": table, "csv": as_csv, "json": as_json}


def _numbers(interval: Interval) -> dict[str, float | None]:
    low, high = (interval.low, interval.high) if interval.known else (None, None)
    return {"mean": interval.mean, "low": low, "high": high}


def _described(found: Evaluation) -> str:
    settings = {**found.settings, "sha256": str(found.settings["sha256"])[:12]}
    stated = [
        f"{name.replace('_', ' ')} {value}" for name, value in settings.items() if value or name == "seed"
    ]
    return ", ".join(stated)


def _means(found: Evaluation) -> list[list[str]]:
    kind = _shown(found)
    names = [name for name in MEASURES if not name.startswith("rouge") or name.endswith(kind)]
    rows = [[row.method, *(_mean(name, row.measures[name]) for name in names)] for row in found.rows]
    return [["method", *(MEASURES[name][0] for name in names)], *rows]


def _differences(found: Evaluation) -> list[list[str]]:
    names = [f"{measure}{_shown(found)}" for measure in COMPARED]
    rows = [
        [row.method, *(_difference(name, row.differences[name]) for name in names)]
        for row in found.rows
        if row.differences
    ]
    return [["method", *(MEASURES[name][0] for name in names)], *rows]


def _shown(found: Evaluation) -> str:
    """Which half of ROUGE people compare: recall under a cut at so many words, else F."""
    return "_recall" if found.settings["duc"] else "_f"


def _mean(name: str, interval: Interval) -> str:
    _, factor, decimals = MEASURES[name]
    mean = f"{interval.mean * factor:.{decimals}f}"
    if not name.startswith("rouge") or not interval.known:
        return mean
    return f"{mean} ±{(interval.high - interval.low) / 2 * factor:.{decimals}f}"


def _difference(name: str, interval: Interval) -> str:
    _, factor, decimals = MEASURES[name]
    if not interval.known:
        return f"{interval.mean * factor:+.{decimals}f}"
    mean, low, high = (
        f"{each * factor:+.{decimals}f}" for each in (interval.mean, interval.low, interval.high)
    )
    return f"{mean} [{low}, {high}]" + ("*" if interval.certain else " ")


def _folded(cells: Sequence[Sequence[str]], width: int | None) -> list[list[str]]:
    """The table in parts that stay within the width, each with the first column."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    parts: list[list[int]] = [[]]
    for column in range(1, len(widths)):
        used = widths[0] + sum(2 + widths[each] for each in [*parts[-1], column])
        if width and parts[-1] and used > width:
            parts.append([])
        parts[-1].append(column)
    return [_aligned([[row[0], *(row[each] for each in part)] for row in cells]) for part in parts]


def _aligned(cells: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            [
                row[0].ljust(widths[0]),
                *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
            ]
        ).rstrip()
        for row in cells
    ]
