"""Are denials and opposites told as differences in French, Spanish and German: `python -m tests.quality.contradictions`.

`contradiction_pairs.tsv` holds forty pairs of sentences a language, made up for this: half contradict each other, half only
look as if they did (another day, subject or clause; both deny). The rules were made with the open half; the
blind one was counted when they were done. With `--pairs open` it prints the pairs that are told wrongly.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import summarize
from summarize.model import Document, Relation

PAIRS = Path(__file__).parent / "contradiction_pairs.tsv"
HALVES = ("open", "blind")


def told(row: dict[str, str]) -> Relation:
    """What the two sentences are to each other, each the only one of its document."""
    bundle = [Document.from_text(row[x], uri=f"made-up:{x}", language=row["language"]) for x in ("a", "b")]
    return summarize.relation(bundle, *((i, 0, len(each.text)) for i, each in enumerate(bundle)))


def judged(half: str) -> Iterator[tuple[dict[str, str], Relation]]:
    """Every pair of a half with its answer."""
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = (row for row in csv.DictReader(lines, delimiter="\t") if row["half"] == half)
        yield from ((row, told(row)) for row in rows)


def report(half: str) -> Iterator[str]:
    """How many of the contradictions are told, and how many of the others."""
    pairs = list(judged(half))
    for language in dict.fromkeys(row["language"] for row, _ in pairs):
        mine = [(row["differs"], answer.kind) for row, answer in pairs if row["language"] == language]
        counts = [
            f"{sum(pair == (wanted, 'differs') for pair in mine)} of {sum(w == wanted for w, _ in mine)}"
            for wanted in ("yes", "no")
        ]
        cited = sum(pair in {("yes", "corroborates"), ("yes", "same-text")} for pair in mine)
        yield f"{half}, {language}: {counts[0]} contradictions told, {counts[1]} others; {cited} cited"


def main() -> None:
    """Print the counts, or with `--pairs` and a half its pairs that are told wrongly."""
    if "--pairs" in sys.argv:
        for row, answer in judged(sys.argv[-1]):
            if (row["differs"] == "yes") != (answer.kind == "differs"):
                print(
                    answer.kind,
                    f"{answer.similarity:.2f}",
                    answer.differences,
                    row["a"],
                    row["b"],
                    sep="\n    ",
                )
        return
    for half in HALVES:
        print("\n".join(report(half)))


if __name__ == "__main__":
    main()
