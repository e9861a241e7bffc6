"""What an evaluation found, as a table for people, CSV for spreadsheets and JSON for programs."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from summarize.measure.intervals import Interval, PairedDifference

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
SIGNIFICANT: Final = 0.05


@dataclass(frozen=True, slots=True)
class Row:
    """One method: each measure's mean with its interval, and its paired difference to the baseline."""

    method: str
    measures: Mapping[str, Interval]
    differences: Mapping[str, PairedDifference]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Methods compared on one set. settings: plain values, all that is needed to do it again."""

    settings: Mapping[str, Any]
    rows: tuple[Row, ...]


def table(found: Evaluation, *, width: int | None = None) -> str:
    """Settings, then each method's means ± half the interval's width, then the paired differences.

    Of several comparisons p is the corrected one; a star marks what is below .05. width: columns to stay
    within; what is wider goes on below, each part with the methods' names.
    """
    blocks = [_wrapped(_stated(found.settings), width), *_folded(_means(found), width)]
    if any(row.differences for row in found.rows):
        first, *rest = _folded(_differences(found), width)
        blocks += [[f"against {found.settings['baseline']}", *first], *rest]
    blocks += [_wrapped(note, width) for note in _footnotes(found)]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def as_csv(found: Evaluation) -> str:
    """One line for each method and measure, and in each the settings, so that files can be put together.

    Numbers are as measured, not scaled; what there is none of is empty.
    """
    settings = {**found.settings, "versions": _versions(found.settings["versions"])}
    numbers = ("mean", "low", "high", "difference", "difference_low", "difference_high", "p", "p_holm")
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["method", "measure", *numbers, *settings])
    for row in found.rows:
        for name, interval in row.measures.items():
            against = row.differences.get(name)
            compared = _compared(against).values() if against else [None] * 5
            writer.writerow([row.method, name, *_numbers(interval).values(), *compared, *settings.values()])
    return written.getvalue()


def as_json(found: Evaluation) -> str:
    """Settings and rows, schema summarize.evaluation/1; low and high are null where there is no interval."""
    rows = [
        {
            "method": row.method,
            "measures": {name: _numbers(each) for name, each in row.measures.items()},
            "differences": {name: _compared(each) for name, each in row.differences.items()},
        }
        for row in found.rows
    ]
    value = {"schema": "summarize.evaluation/1", "settings": dict(found.settings), "methods": rows}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


FORMATS: Final[Mapping[str, Callable[[Evaluation], str]]] = {"table": table, "csv": as_csv, "json": as_json}


def _numbers(interval: Interval) -> dict[str, float | None]:
    low, high = (interval.low, interval.high) if interval.known else (None, None)
    return {"mean": interval.mean, "low": low, "high": high}


def _compared(difference: PairedDifference) -> dict[str, float | None]:
    return {**_numbers(difference), "p": difference.p, "p_holm": difference.p_holm}


def _stated(settings: Mapping[str, Any]) -> str:
    """The settings that say something, in one line; of the sha256 what tells files apart."""
    shown = {
        **settings,
        "sha256": settings["sha256"][:12],
        "duc": "yes" if settings["duc"] else None,
        "versions": _versions(settings["versions"]),
    }
    named = {name.replace("_", " "): value for name, value in shown.items()}
    return ", ".join(f"{name} {value}" for name, value in named.items() if value or name == "seed")


def _versions(versions: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in versions.items())


def _footnotes(found: Evaluation) -> Iterator[str]:
    compared = len(found.rows) - 1
    if found.settings["clusters"] == 1:
        yield "One cluster: what differs may be its luck, so there are no intervals."
    elif compared:
        corrected = f", corrected for {compared} comparisons (Holm)" if compared > 1 else ""
        tested = f"p is two-sided, by approximate randomisation{corrected}"
        yield f"In brackets 95 % intervals. {tested}; * below {SIGNIFICANT}."


def _means(found: Evaluation) -> list[list[str]]:
    kind = _shown(found)
    names = [
        name
        for name in MEASURES
        if name in found.rows[0].measures and (not name.startswith("rouge") or name.endswith(kind))
    ]
    rows = [[row.method, *(_mean(name, row.measures[name]) for name in names)] for row in found.rows]
    return [["method", *(MEASURES[name][0] for name in names)], *rows]


def _differences(found: Evaluation) -> list[list[str]]:
    """The differences, then the p of each, so that a narrow terminal breaks between them."""
    names = [f"{measure}{_shown(found)}" for measure in COMPARED]
    labels = [MEASURES[name][0] for name in names]
    rows = [row for row in found.rows if row.differences]
    cells = [["method", *labels]]
    cells += [[row.method, *(_difference(name, row.differences[name]) for name in names)] for row in rows]
    if found.settings["clusters"] == 1:
        return cells
    ps = [
        [f"p {label}" for label in labels],
        *([_p(row.differences[name]) for name in names] for row in rows),
    ]
    return [[*line, *beside] for line, beside in zip(cells, ps, strict=True)]


def _shown(found: Evaluation) -> str:
    """Which half of ROUGE people compare: recall under a cut at so many words, else F."""
    return "_recall" if found.settings["duc"] else "_f"


def _mean(name: str, interval: Interval) -> str:
    _, factor, decimals = MEASURES[name]
    mean = f"{interval.mean * factor:.{decimals}f}"
    if not name.startswith("rouge") or not interval.known:
        return mean
    return f"{mean} ±{(interval.high - interval.low) / 2 * factor:.{decimals}f}"


def _difference(name: str, difference: Interval) -> str:
    _, factor, decimals = MEASURES[name]
    numbers = (difference.mean, difference.low, difference.high)
    mean, low, high = (f"{each * factor:+.{decimals}f}" for each in numbers)
    return f"{mean} [{low}, {high}]" if difference.known else mean


def _p(difference: PairedDifference) -> str:
    p = difference.p_holm
    shown = "<.001" if p < 0.0005 else f"{p:.3f}".removeprefix("0")
    return shown + ("*" if p < SIGNIFICANT else " ")


def _wrapped(text: str, width: int | None) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False) if width else [text]


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
