"""How well it is told what was told before: `python -m tests.quality.novelty [--data DIR]`.

`told_labels.tsv` holds pairs of sentences of different outlets, as `relation_labels.tsv` does, and what one
reader said: who has read B, is A worth a line to them? Both samples lie where the rule for citations says
no and nothing else bars the pair (no other figure, name or denial). The first is the labelled pairs of
`relation_labels.tsv` of that kind, by which the score for wording was chosen; the second was drawn afterwards, of
other sentences, and labelled before any threshold was tried on it. What the citation rule takes is told, and is
counted from `relation_labels.tsv`, where a partial repetition counts against it.
"""

from __future__ import annotations

import argparse
import csv
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize import pipeline
from summarize.cite.relation import ECHOED, echoes
from summarize.options import Options
from summarize.text import table
from summarize.witness import Witness
from tests.quality.relations import SHARED, bundles

LABELS = Path(__file__).parent / "told_labels.tsv"
THRESHOLDS = (0.9, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45)


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair. said: at which of the thresholds the rule says that A was told."""

    sample: str
    told: bool
    said: frozenset[float]


def judged(data: Path) -> Iterator[Judged]:
    """Every labelled pair with its answers."""
    documents = bundles(data)
    with LABELS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            places = [(int(row[x]), int(row[f"{x}.start"]), int(row[f"{x}.end"])) for x in ("a", "b")]
            yield Judged(row["sample"], row["told"] == "yes", _said(documents[row["bundle"]], places))


def _said(bundle: Sequence[pipeline.Document], places: Sequence[tuple[int, int, int]]) -> frozenset[float]:
    spans = [(place, pipeline.Span(start, end)) for place, start, end in places]
    known = [pipeline.in_language(document, None) for document in bundle]
    rows, (a, b) = table.with_sentences(table.build(known), spans)
    material = pipeline._prepared(rows, Options())
    witness = Witness(material)
    pair = witness.statement(b), witness.statement(a), float(material.similarity[a, b])
    return frozenset(each for each in THRESHOLDS if echoes(*pair, weight=witness._rarity, least=each))


def report(pairs: Sequence[Judged]) -> Iterator[str]:
    """Precision and recall at each threshold, the one in use marked."""
    samples = dict.fromkeys(pair.sample for pair in pairs)
    yield f"{'score':8}" + "".join(f"{f'{name}: P, R':32}" for name in samples)
    for threshold in THRESHOLDS:
        cells = []
        for name in samples:
            mine = [pair for pair in pairs if pair.sample == name]
            found = [pair for pair in mine if threshold in pair.said]
            hits, wanted = sum(pair.told for pair in found), sum(pair.told for pair in mine)
            counts = f"({hits} of {len(found)}, of {wanted})"
            cells.append(f"{hits / max(len(found), 1):.2f} {hits / wanted:.2f} {counts:20}")
        yield f"{threshold:.2f}{'  * ' if threshold == ECHOED else '    '}" + "  ".join(cells).rstrip()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(os.environ.get("SUMMARIZE_DATA", SHARED / "data"))
    parser.add_argument("--data", type=Path, default=default, help="folder of the development data")
    data = parser.parse_args().data
    if not (data / "multinews" / "dev.jsonl").is_file():
        parser.exit(1, f"{data}: no development data here; name its folder with --data or SUMMARIZE_DATA\n")
    for line in report(list(judged(data))):
        print(line)


if __name__ == "__main__":
    main()
