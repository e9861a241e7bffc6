"""How well it is told which lines tell one fact twice: `python -m tests.quality.retellings`.

retelling_labels.tsv holds pairs of lines of digests of Multi-News, development half, each a document's place and
the offsets of both, and 1 where one person took them for one fact: those of 50 bundles drawn with seed 7, six
lines each, chosen before docs/decisions/0043, and those of the 25 that docs/reading.md counts.

line_labels.tsv holds the lines of digests, one by one, as a reader meets them: whether the main claim of each was
told by an earlier one ("of" says which), adds a detail to it, or is new. 60 bundles that the pairs have not, 50 of
Multi-News drawn with seed 22, seven of MultiLing and three of Opinosis: "default" are five lines as they were when
docs/decisions/0057 was written, in reading order; "without" are six lines, of Opinosis 60 words, in the order of
choice, chosen with no cost for telling again. Every other bundle is "blind": nothing was fitted to it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from summarize import clusters, pipeline
from summarize.model import Budget
from summarize.options import Options
from summarize.rank import vectors
from summarize.rank.material import Material
from tests.quality.sets import MULTILING, required

HERE = Path(__file__).parent
LABELS, LINES = HERE / "retelling_labels.tsv", HERE / "line_labels.tsv"
FILES = ("multinews/dev.jsonl", MULTILING, "opinosis/dev.jsonl")

Place = tuple[int, int]
"""A document's place and the offset at which a line starts in it."""


def average_precision(values: Sequence[float], positive: NDArray[np.bool_]) -> float:
    """Mean precision at each positive, largest values first."""
    found = positive[np.argsort(-np.asarray(values), kind="stable")]
    return float((np.cumsum(found) / np.arange(1, len(found) + 1))[found].mean())


@cache
def bundles() -> Mapping[str, clusters.Cluster]:
    """The development clusters by id."""
    return {each.bundle.id: each for file in FILES for each in clusters.read(str(required(file)))}


@cache
def prepared(name: str) -> tuple[Material, Mapping[Place, int]]:
    """A bundle ready for ranking, and the row of each place."""
    material = pipeline.prepare(bundles()[name].bundle.documents, Options(budget=Budget(5)))
    table = material.table
    return material, {(int(table.document[row]), table.span(row).start): row for row in range(len(table))}


def records(path: Path) -> Iterator[dict[str, str]]:
    """The lines of a file of labels."""
    with path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t")


def pairs() -> None:
    """Print the average precision of the cosine and of ours, and what ours finds."""
    labels, cosines, told, lost = [], [], [], 0
    for record in records(LABELS):
        material, at = prepared(record["bundle"])
        a, b = (at.get((int(record[f"document_{end}"]), int(record[f"start_{end}"]))) for end in ("a", "b"))
        if a is None or b is None:
            lost += 1
            continue
        labels.append(record["one_fact"] == "1")
        cosines.append(float(material.similarity[a, b]))
        told.append(float(material.retelling.of(a)[b]))
    positive, found = np.array(labels), np.array(told) > 0
    print(f"{len(labels)} pairs, {positive.sum()} of one fact; {lost} no longer cut like that")
    print(f"average precision: cosine {average_precision(cosines, positive):.2f}", end="")
    print(f", ours {average_precision(told, positive):.2f}")
    print(f"told again: {found.sum()}, of one fact {(found & positive).sum()}")


def signs(row: int, above: Sequence[int], material: Material) -> dict[str, float]:
    """What might say that the lines above have told a row: the largest over them, but for their union."""
    rarity = vectors.idf(material.terms)
    mine = set(material.terms[row])
    said = [mine.intersection(material.terms[each]) for each in above]
    names = frozenset(map(material.stem, material.wording.known))
    weight = sum(rarity[term] for term in sorted(mine)) or 1.0
    return {
        "cosine": max(float(material.similarity[row, each]) for each in above),
        "ours": float(material.retelling.between([row], list(above)).max()),
        "terms that are no names": max(len(shared - names) for shared in said),
        "share of its terms in the union": sum(rarity[term] for term in sorted(set().union(*said))) / weight,
    }


def lines(digest: str, sample: str) -> None:
    """Print the average precision of each sign over the lines that have others above them."""
    found, told = [], []
    chosen = (each for each in records(LINES) if (each["digest"], each["sample"]) == (digest, sample))
    for name, told_in in groupby(chosen, key=lambda record: record["bundle"]):
        material, at = prepared(name)
        above: list[int] = []
        for record in told_in:
            row = at.get((int(record["document"]), int(record["start"])))
            if row is None:
                continue
            if above:
                found.append(signs(row, above, material))
                told.append(record["kind"] == "told")
            above.append(row)
    positive = np.array(told)
    print(f"{digest}, {sample}: {len(told)} lines with others above, {positive.sum()} told by one;", end="")
    print(f" average precision by chance {positive.mean():.2f}", end="")
    for name in found[0]:
        print(f", {name} {average_precision([each[name] for each in found], positive):.2f}", end="")
    few = [each["terms that are no names"] < 2 for each, again in zip(found, told, strict=True) if again]
    print(f"; {sum(few)} of the told share fewer than two terms that are no names")


def main() -> None:
    """Print how well pairs are told apart, and lines with all that is above them."""
    pairs()
    for digest in ("without", "default"):
        for sample in ("tuning", "blind"):
            lines(digest, sample)


if __name__ == "__main__":
    main()
