"""How well cleaning finds what an editor could not quote: `python -m tests.quality.cleaning`.

The labels were written by hand, document by document, before the rules were run on them:
`cleaning_labels.jsonl` holds for each document its set, id, the first digits of its text's SHA-256,
its half and labelled spans (start, end, kind), no text. Rules were first tuned on the half
"tuning" alone; "fresh", "second", "third" and "fourth" were each labelled blind, read once by frozen rules
(those figures stand in docs/decisions/0004) and then learned from. A unit counts as ineligible if more than half of its characters (without white space)
are labelled, and as marked if that share of them is taken away, so that the labels survive another
splitter. Of copies of one sentence it does not matter which one is marked.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summarize.model import Document, Mark, Span, sha256
from summarize.text import clean, split
from summarize.text.clean_repeats import key

HERE = Path(__file__).parent
LABELS = HERE / "cleaning_labels.jsonl"
TOP = "You are reading a sample of our premium coverage, unlocked for this week only."
FOOT = "Manage your consent choices at any time from the link at the foot of every page."
HALVES = ("tuning", "held-back", "fresh", "second", "third", "fourth")
SHARED = HERE.parents[2] / "shared"  # beside the checkout, like the other measuring scripts


@dataclass(frozen=True, slots=True)
class Judged:
    """One unit, what the hand said of it (a kind or None) and what the rules said (a reason or None)."""

    document: str
    text: str
    kind: str | None
    reason: str | None


def texts(data: Path, seeds: Path) -> dict[tuple[str, str], str]:
    """Every development text by (set, id); a document of a bundle is `bundle#number`."""
    found = {("seeds", path.name): path.read_text("utf-8") for path in sorted(seeds.glob("*.txt"))}
    for folder in ("multinews", "multiling2011", "stories_multinews"):
        with (data / folder / "dev.jsonl").open(encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                if "documents" in record:
                    for number, document in enumerate(record["documents"]):
                        found[folder, f"{record['id']}#{number}"] = document["text"]
                else:
                    found[folder, record["id"]] = record["text"]
    return found


def judge(text: str, label: dict[str, Any]) -> Iterator[Judged]:
    """Each unit of one labelled document with both verdicts."""
    document = Document.from_text(text, uri=label["id"])
    kinds: list[str | None] = [None] * len(text)
    for start, end, kind in label["spans"]:
        kinds[start:end] = [kind] * (end - start)
    units = split.sentences(document)
    marks = clean.marks(document, units)
    verdicts = [verdict for unit in units if (verdict := compare(document, unit, kinds, marks))]
    yield from settle(verdicts)


def compare(document: Document, unit: Span, kinds: list[str | None], marks: Sequence[Mark]) -> Judged | None:
    """Both verdicts on one unit; None where there is nothing to quote and nothing to label."""
    text = document.text
    if not any(map(str.isalnum, unit.of(text))):
        return None
    inside = [kinds[i] for i in range(unit.start, unit.end) if not text[i].isspace()]
    kind, count = Counter(inside).most_common(1)[0]
    [left] = clean.trimmed([unit], marks)
    kept = len("".join(left.of(text).split())) if left else 0
    reason = next((m.reason for m in marks if m.span.start < unit.end and m.span.end > unit.start), None)
    return Judged(
        document.uri,
        unit.of(text),
        kind if 2 * count > len(inside) else None,
        reason if 2 * kept < len(inside) else None,
    )


def settle(verdicts: list[Judged]) -> Iterator[Judged]:
    """The same verdicts, with the label "repeated" on the copy that was marked rather than another."""
    copies: dict[str, list[Judged]] = {}
    for verdict in verdicts:
        copies.setdefault(key(verdict.text), []).append(verdict)
    for group in copies.values():
        labels = [verdict.kind for verdict in group]
        if "repeated" in labels:
            labels.sort(key=lambda kind: kind is None)
            group.sort(key=lambda verdict: verdict.reason is None)
        for verdict, kind in zip(group, labels, strict=True):
            yield replace(verdict, kind=kind)


def report(judged: list[Judged]) -> str:
    """One line of figures, and the recall of each kind."""
    bad = [unit for unit in judged if unit.kind]
    good = len(judged) - len(bad)
    found = sum(unit.reason is not None for unit in bad)
    lost = sum(unit.reason is not None for unit in judged if not unit.kind)
    kinds = Counter(unit.kind for unit in bad)
    hits = Counter(unit.kind for unit in bad if unit.reason)
    by_kind = ", ".join(f"{kind} {hits[kind]}/{count}" for kind, count in sorted(kinds.items(), key=str))
    return (
        f"{len(judged)} units, {len(bad)} ineligible; precision {found / max(1, found + lost):.3f}, "
        f"recall {found / max(1, len(bad)):.3f}, good lost {200 * lost / max(1, good):.2f} in 200\n    {by_kind}"
    )


def banners(data: Path) -> str:
    """What `clean.shared` marks in the development bundles as they are, and of banners planted in them."""
    marked = found = planted = count = 0
    for folder in ("multinews", "multiling2011"):
        for record in map(json.loads, (data / folder / "dev.jsonl").read_bytes().splitlines()):
            bodies = [document["text"] for document in record["documents"]]
            count += 1
            marked += sum(map(len, share(bodies)))
            long = [f"{TOP}\n{body}\n{FOOT}" for body in bodies if len(body) > 1500][:3]
            if folder == "multinews" and len(long) > 1:
                planted += 2 * len(long)
                found += sum(text in (TOP, FOOT) for texts in share(long) for text in texts)
    return f"{marked} sentences marked in {count} bundles; {found} of {planted} planted banners found"


def share(bodies: list[str]) -> list[list[str]]:
    """The lines of each text that `clean.shared` marks."""
    documents = [Document.from_text(body, uri=str(number)) for number, body in enumerate(bodies)]
    marks = clean.shared(documents, [split.sentences(document) for document in documents])
    return [[m.span.of(d.text) for m in found] for d, found in zip(documents, marks, strict=True)]


def main() -> None:
    """Print the figures of each set, and the errors with --errors HALF."""
    parser = argparse.ArgumentParser(description="precision and recall of the cleaning marks")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SUMMARIZE_DATA", SHARED / "data")))
    parser.add_argument("--seeds", type=Path, default=SHARED / "seeds")
    parser.add_argument("--errors", choices=HALVES, help="print what was judged wrong")
    options = parser.parse_args()
    if not (options.data / "multinews").is_dir():
        parser.exit(2, f"{options.data}: no development data there; give --data or SUMMARIZE_DATA\n")
    known = texts(options.data, options.seeds)
    halves: dict[str, list[Judged]] = {half: [] for half in HALVES}
    for label in map(json.loads, LABELS.read_text("utf-8").splitlines()):
        text = known.get((label["set"], label["id"]))
        if text is None or not sha256(text).startswith(label["sha256"]):
            print(f"{label['id']}: the text is missing or has changed; left out")
            continue
        halves[label["half"]] += judge(text, label)
    for half, judged in halves.items():
        print(f"{half}: {report(judged)}")
    for unit in halves.get(options.errors, []):
        if (unit.kind is None) != (unit.reason is None):
            print(
                f"{'lost' if unit.reason else 'kept'} [{unit.kind or unit.reason}] {unit.document}: {unit.text}"
            )
    print(f"across documents: {banners(options.data)}")
    print(f"speed: {speed(list(known.values())):.2f} million characters a second, splitting apart")


def speed(known: list[str]) -> float:
    """Millions of characters marked per CPU second, over a tenth of the development texts."""
    documents = [Document.from_text(text) for text in known[::10]]
    units = [split.sentences(document) for document in documents]
    began = time.process_time()
    for document, spans in zip(documents, units, strict=True):
        clean.marks(document, spans)
    spent = time.process_time() - began
    return sum(len(document.text) for document in documents) / spent / 1e6


if __name__ == "__main__":
    main()
