"""The gate: no method may score less than it did. `make gate`, and in every run of the tests.

floors.json pins, for each set and method, the least of what is measured, with the digest of the file it
was measured on. `--raise` pins what has become better; only `--lower` pins less, and such a change is a
commit of its own with its reason.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from summarize.evaluation import Settings, evaluate
from summarize.measure.intervals import Interval
from summarize.measure.report import Row
from summarize.model import Budget
from summarize.options import DEFAULT_METHOD
from tests.quality.sets import SETS, Set, miniature

FLOORS = Path(__file__).parent / "floors.json"
METHODS = (DEFAULT_METHOD, "lexrank", "lead")
# More is better for each; "distinct" is 1 less the share of repeated trigrams.
MEASURES = ("rouge1_f", "rouge2_f", "valid", "distinct")
MINIATURE = "miniature"
# Pinned below what is measured by this share of its interval's width, so that a change elsewhere
# (cleaning, splitting) that moves a few sentences is no alarm. A floor stays, so falls do not add up.
SLACK = 0.1

Figures = dict[str, dict[str, float]]


def measured(
    path: Path, budget: Budget, *, language: str | None = None, limit: int | None = None
) -> dict[str, object]:
    """What floors.json would hold for a file: its digest, each method's means, and the floors for them.

    Cut after four decimals, so that the last bits of a sum never fail.
    """
    settings = Settings(METHODS, budget, language=language, limit=limit)
    found = evaluate(str(path), settings, clock=time.process_time)
    return {
        "sha256": found.settings["sha256"],
        "means": {
            row.method: {name: _cut(_more_is_better(row, name).mean) for name in MEASURES}
            for row in found.rows
        },
        "floors": {
            row.method: {name: _cut(_floor(_more_is_better(row, name))) for name in MEASURES}
            for row in found.rows
        },
    }


def _more_is_better(row: Row, name: str) -> Interval:
    if name in row.measures:
        return row.measures[name]
    repeated = row.measures["repeated_trigrams"]
    return Interval(1 - repeated.mean, 1 - repeated.high, 1 - repeated.low)


def _floor(interval: Interval) -> float:
    return interval.mean - SLACK * (interval.high - interval.low)


def _cut(value: float) -> float:
    return math.floor(value * 1e4 + 1e-6) / 1e4


def entry(name: str) -> dict[str, object]:
    """A set as it scores today (`measured`)."""
    if name == MINIATURE:
        with tempfile.TemporaryDirectory() as folder:
            return measured(miniature(Path(folder)), Budget(60, "words"))
    chosen = named(name)
    return measured(chosen.path, chosen.budget, language=chosen.language, limit=chosen.gated)


def named(name: str) -> Set:
    return next(each for each in SETS if each.name == name)


def falls(
    pinned: Mapping[str, Mapping[str, float]], today: Mapping[str, Mapping[str, float]]
) -> Iterator[str]:
    """Each figure that is below its floor, or gone, as a sentence."""
    for method, floors in pinned.items():
        for measure, floor in floors.items():
            value = today.get(method, {}).get(measure)
            if value is None:
                yield f"{method}: {measure} is no longer measured"
            elif value < floor:
                yield f"{method}: {measure} fell from {floor:.4f} to {value:.4f}"


def verdict(pinned: Mapping[str, object] | None, today: Mapping[str, object]) -> list[str]:
    """Why a set does not pass; nothing if it does."""
    if pinned is None:
        return ["no floor is pinned: run with --raise"]
    if pinned["sha256"] != today["sha256"]:
        return [
            "the data are not those the floors were measured on: run with --lower, in a commit that says why"
        ]
    return list(falls(pinned["floors"], today["means"]))


def lowered(today: Mapping[str, object]) -> Mapping[str, object]:
    """What is pinned for what is measured today."""
    return {"sha256": today["sha256"], "floors": today["floors"]}


def raised(pinned: Mapping[str, object] | None, today: Mapping[str, object]) -> Mapping[str, object]:
    """The higher of what is pinned and what would be, figure by figure; after a fall, what is pinned."""
    if pinned is None:
        return lowered(today)
    if verdict(pinned, today):
        return pinned
    return {"sha256": today["sha256"], "floors": _higher(pinned["floors"], lowered(today)["floors"])}


def _higher(one: Mapping[str, Mapping[str, float]], other: Mapping[str, Mapping[str, float]]) -> Figures:
    return {
        method: {name: max(value, one.get(method, {}).get(name, value)) for name, value in figures.items()}
        for method, figures in other.items()
    }


def load() -> dict[str, Mapping[str, object]]:
    return json.loads(FLOORS.read_text()) if FLOORS.exists() else {}


def available() -> list[str]:
    """The sets that can be measured here."""
    return [MINIATURE, *(each.name for each in SETS if each.path.exists())]


def main() -> int:
    """Measure, compare, and pin where told to; 1 if a set does not pass."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--raise", dest="up", action="store_true", help="pin what has become better")
    group.add_argument("--lower", action="store_true", help="pin what is measured, less included")
    asked = parser.parse_args()
    floors, failed = load(), False
    for name in available():
        today = entry(name)
        reasons = verdict(floors.get(name), today)
        pin = asked.lower or (asked.up and name not in floors)
        failed |= bool(reasons) and not pin
        print(f"{name}: {'pinned' if pin else '; '.join(reasons) or 'passes'}")
        if asked.lower:
            floors[name] = lowered(today)
        elif asked.up:
            floors[name] = raised(floors.get(name), today)
    if asked.lower or asked.up:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
