"""How true is what digests print: "also in" in other words, and differences: `python -m tests.quality.printed`.

Every development bundle (English Multi-News, seven languages of MultiLing) is summarised in five lines and in
ten. `printed_labels.tsv` holds what was printed before and since anything was mended by it: the line and the
sentence that is cited for it, or a value in dispute and the one against it, by document, start and end; and
what a reader said, strictly: does the citation carry every claim of the line; are both values of one thing, so
that one of the two is wrong. Word for word is not asked. Half of the bundles, by a digest of their ids, are
"blind": not looked at when rules were mended.

With `--pairs open` (or blind) it prints the pairs instead, with their sentences; with `--unread` those without
a label. docs/decisions/0006 tells the rest.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from summarize import pipeline
from summarize.model import Budget, Bundle, Citation, Document
from summarize.options import Options
from tests.quality.relations import Place, bundles, wilson
from tests.quality.sets import DATA, required

LABELS = Path(__file__).parent / "printed_labels.tsv"
SIZES = (5, 10)  # lines
HALVES = ("open", "blind")
KINDS = {"also in": "corroborates", "differences": "differs"}


@dataclass(frozen=True, slots=True)
class Printed:
    """A sentence printed beside a line. kind: "corroborates" or "differs"; values are what is in dispute."""

    bundle: str
    kind: str
    a: Place
    b: Place
    values: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """How the labels name it."""
        return self.bundle, self.kind, *map(str, (*self.a, *self.b))


def half(bundle: str) -> str:
    """Whether a bundle may be looked at when rules are mended."""
    return HALVES[sha256(bundle.encode()).digest()[0] % 2]


def printed(documents: Sequence[Document], bundle: str, lines: int) -> Iterator[Printed]:
    """What a digest prints beside its lines in other words, and what it says is in dispute."""
    digest = pipeline.summarize(Bundle(bundle, tuple(documents)), Options(budget=Budget(lines)))
    for line in digest.lines:
        own, *others = line.citations
        for other in others:
            if other.kind == "corroborates":
                yield Printed(bundle, "corroborates", _place(documents, own), _place(documents, other))
    for each in digest.differences:
        first = each.citations[0]
        for value, other in zip(each.values[1:], each.citations[1:], strict=True):
            pair = _place(documents, first), _place(documents, other)
            # Who sides with the first is shown too, with the value as printed there.
            if value != each.values[0] and pipeline.relation(documents, *pair).kind == "differs":
                yield Printed(bundle, "differs", *pair, (each.values[0], value))


def _place(documents: Sequence[Document], citation: Citation) -> Place:
    at = next(i for i, document in enumerate(documents) if document.uri == citation.source.uri)
    return at, citation.span.start, citation.span.end


def labels() -> Mapping[tuple[str, ...], bool]:
    """What the reader said of each pair."""
    with LABELS.open(encoding="utf-8", newline="") as lines:
        return {tuple(row[:-1]): row[-1] == "yes" for row in list(csv.reader(lines, delimiter="\t"))[1:]}


def report(found: Mapping[int, Sequence[Printed]], read: Mapping[tuple[str, ...], bool]) -> Iterator[str]:
    """How much of what is printed is true, with Wilson's 95 % intervals, and how much is not yet read."""
    for lines, pairs in found.items():
        for name, kind in KINDS.items():
            for part in (*HALVES, "together"):
                mine = [p for p in pairs if p.kind == kind and part in (half(p.bundle), "together")]
                said = [read[pair.key] for pair in mine if pair.key in read]
                share = "–"
                if said:
                    low, high = wilson(sum(said), len(said))
                    share = f"{sum(said) / len(said):.2f} ({low:.2f}–{high:.2f}; {sum(said)} of {len(said)})"
                yield f"{lines:2} lines, {name}, {part}: {share}, unread {len(mine) - len(said)}"


def texts(pairs: Sequence[Printed], documents: Mapping[str, Sequence[Document]]) -> Iterator[str]:
    """The pairs with their sentences."""
    for pair in dict.fromkeys(pairs):
        yield "\t".join((*pair.key, *pair.values))
        for place, start, end in (pair.a, pair.b):
            yield "    " + " ".join(documents[pair.bundle][place].text[start:end].split())


def main() -> None:
    """Print the table, or with `--pairs open` and `--unread` the pairs."""
    required("multinews/dev.jsonl")
    documents = bundles(DATA)
    found = {
        lines: [each for name, bundle in documents.items() for each in printed(bundle, name, lines)]
        for lines in SIZES
    }
    read = labels()
    asked = [word for word in sys.argv[1:] if word in HALVES]
    if "--pairs" in sys.argv or "--unread" in sys.argv:
        pairs = [p for each in found.values() for p in each if not asked or half(p.bundle) in asked]
        pairs = [p for p in pairs if p.key not in read or "--unread" not in sys.argv]
        print("\n".join(texts(pairs, documents)))
    else:
        print("\n".join(report(found, read)))


if __name__ == "__main__":
    main()
