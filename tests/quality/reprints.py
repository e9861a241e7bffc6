"""How alike the documents of one bundle are, and what is joined: `python -m tests.quality.reprints`.

For Multi-News: how many pairs share which part of the smaller one's trigrams, all pairs and those
that credit one source; the bundles in which `group` finds reprints. Then the speed of terms and of
grouping, on its sentences.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np

from summarize.model import Document
from summarize.text import origins, terms

SHARED = Path(__file__).parents[3] / "shared" / "data"  # beside the checkout
EDGES = (0, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def bundles(path: Path) -> Iterator[list[Document]]:
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        bundle = json.loads(line)
        yield [
            Document.from_text(each["text"], uri=f"{bundle['id']}/{i}")
            for i, each in enumerate(bundle["documents"])
        ]


def trigrams(document: Document) -> set[tuple[str, str, str]]:
    """The plain way, as a check on the fast one."""
    words = terms.analyse(document.text, language=None).stems
    return set(zip(words, words[1:], words[2:], strict=False))


def shares(read: list[list[Document]]) -> tuple[list[float], list[float]]:
    """Containment of every pair long enough; and of those that credit one source."""
    every, credited = [], []
    for documents in read:
        for (one, a), (other, b) in combinations([(each, trigrams(each)) for each in documents], 2):
            if (smaller := min(len(a), len(b))) >= origins._FEWEST:
                every.append(len(a & b) / smaller)
                if not origins._sources(one).isdisjoint(origins._sources(other)):
                    credited.append(every[-1])
    return every, credited


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SUMMARIZE_DATA", SHARED)))
    path = parser.parse_args().data / "multinews" / "dev.jsonl"
    if not path.is_file():
        parser.error(f"no data at {path}: give --data or set SUMMARIZE_DATA")
    read = list(bundles(path))
    every, credited = shares(read)
    print("share of the smaller's trigrams   pairs   of them with a credit in common")
    for low, high, n, c in zip(
        EDGES, EDGES[1:], np.histogram(every, EDGES)[0], np.histogram(credited, EDGES)[0], strict=False
    ):
        print(f"{low:>14.2f} to {min(high, 1):.2f} {n:>18} {c:>10}")
    joined = [documents for documents in read if len(set(origins.group(documents).tolist())) < len(documents)]
    print(f"bundles with reprints: {len(joined)} of {len(read)}")
    speed(read)


def speed(read: list[list[Document]]) -> None:
    texts = [document.text for documents in read for document in documents]
    size = sum(len(text.encode()) for text in texts) / 1e6
    for state in ("cold", "warm"):
        start = time.process_time()
        for text in texts:
            terms.analyse(text, language="en")
        print(f"terms, {state}: {size / (time.process_time() - start):.1f} MB/s")
    sentences = [sentence for text in texts for sentence in text.split(". ")]
    chance = random.Random(1)
    many = [Document.from_text(". ".join(chance.choices(sentences, k=20)), uri=str(i)) for i in range(1000)]
    start = time.process_time()
    origins.group(many)
    print(f"grouping 1,000 documents of 20 sentences: {time.process_time() - start:.2f} s")


if __name__ == "__main__":
    main()
