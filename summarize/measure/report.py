"""What an evaluation found, as a table for people, CSV for spreadsheets and JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from summarize.measure.intervals import Interval

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


@dataclass(frozen=True, slots=True)
class Row:
    """One method: each measure's mean with its interval, and its paired difference to the baseline."""

    method: str
    measures: Mapping[str, Interval]
    differences: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Methods compared on one set. settings: plain values, all that is needed to do it again."""

    settings: Mapping[str, Any]
    rows: tuple[Row, ...]


def table(found: Evaluation) -> str:
    """Settings, then each method's means ± half the interval's width, then the paired differences.

    A star marks differences whose interval does not hold 0.
    """
    blocks = [[_described(found)], _aligned(_means(found))]
    if any(row.differences for row in found.rows):
        blocks.append(_aligned(_differences(found)))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def as_csv(found: Evaluation) -> str:
    """One line for each method and measure, numbers as measured, not scaled."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(
        ["method", "measure", "mean", "low", "high", "difference", "difference_low", "difference_high"]
    )
    for row in found.rows:
        for name, interval in row.measures.items():
            against = row.differences.get(name)
            rest = (against.mean, against.low, against.high) if against else ("", "", "")
            writer.writerow([row.method, name, interval.mean, interval.low, interval.high, *rest])
    return written.getvalue()


def as_json(found: Evaluation) -> str:
    """Settings and rows, schema summarize.evaluation/1."""
    rows = [
        {
            "method": row.method,
            "measures": {name: asdict(each) for name, each in row.measures.items()},
            "differences": {name: asdict(each) for name, each in row.differences.items()},
        }
        for row in found.rows
    ]
    value = {"schema": "summarize.evaluation/1", "settings": dict(found.settings), "methods": rows}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


FORMATS: Final[Mapping[str, Callable[[Evaluation], str]]] = {"table": table, "csv": as_csv, "json": as_json}


def _described(found: Evaluation) -> str:
    settings = {**found.settings, "sha256": str(found.settings["sha256"])[:12]}
    stated = [
        f"{name} {value}" for name, value in settings.items() if value is not None and value is not False
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
    return [[f"against {found.settings['baseline']}", *(MEASURES[name][0] for name in names)], *rows]


def _shown(found: Evaluation) -> str:
    """Which half of ROUGE people compare: recall under a cut at so many words, else F."""
    return "_recall" if found.settings["duc"] else "_f"


def _mean(name: str, interval: Interval) -> str:
    _, factor, decimals = MEASURES[name]
    mean = f"{interval.mean * factor:.{decimals}f}"
    if not name.startswith("rouge"):
        return mean
    return f"{mean} ±{(interval.high - interval.low) / 2 * factor:.{decimals}f}"


def _difference(name: str, interval: Interval) -> str:
    _, factor, decimals = MEASURES[name]
    mean, low, high = (
        f"{each * factor:+.{decimals}f}" for each in (interval.mean, interval.low, interval.high)
    )
    return f"{mean} [{low}, {high}]" + (" *" if interval.certain else "  ")


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
