"""How well it is told which lines tell one fact twice: `python -m tests.quality.retellings`.

retelling_labels.tsv holds pairs of lines of digests of Multi-News, development half, each a document's place and
the offsets of both, and 1 where one person took them for one fact: those of 50 bundles drawn with seed 7, six
lines each, chosen before docs/decisions/0043, and those of the 25 that docs/reading.md counts.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from summarize import clusters, pipeline
from summarize.model import Budget
from summarize.options import Options
from summarize.rank.material import Material
from summarize.rank.told import Retelling
from tests.quality.sets import required

LABELS = Path(__file__).parent / "retelling_labels.tsv"


def average_precision(values: Sequence[float], positive: NDArray[np.bool_]) -> float:
    """Mean precision at each positive, largest values first."""
    found = positive[np.argsort(-np.asarray(values), kind="stable")]
    return float((np.cumsum(found) / np.arange(1, len(found) + 1))[found].mean())


def main() -> None:
    """Print the average precision of the cosine and of ours, and what ours finds."""
    bundles = {each.bundle.id: each.bundle for each in clusters.read(str(required("multinews/dev.jsonl")))}

    @cache
    def prepared(name: str) -> tuple[Material, Retelling, dict[tuple[int, int], int]]:
        material = pipeline.prepare(bundles[name].documents, Options(budget=Budget(5)))
        table = material.table
        at = {(int(table.document[row]), table.span(row).start): row for row in range(len(table))}
        return material, material.retelling, at

    labels, cosines, told, lost = [], [], [], 0
    with LABELS.open(encoding="utf-8") as file:
        for record in csv.DictReader(file, delimiter="\t"):
            material, retelling, at = prepared(record["bundle"])
            a, b = (
                at.get((int(record[f"document_{end}"]), int(record[f"start_{end}"]))) for end in ("a", "b")
            )
            if a is None or b is None:
                lost += 1
                continue
            labels.append(record["one_fact"] == "1")
            cosines.append(float(material.similarity[a, b]))
            told.append(float(retelling.of(a)[b]))
    positive, found = np.array(labels), np.array(told) > 0
    print(f"{len(labels)} pairs, {positive.sum()} of one fact; {lost} no longer cut like that")
    print(f"average precision: cosine {average_precision(cosines, positive):.2f}", end="")
    print(f", ours {average_precision(told, positive):.2f}")
    print(f"told again: {found.sum()}, of one fact {(found & positive).sum()}")


if __name__ == "__main__":
    main()
