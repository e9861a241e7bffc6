"""How well sentence ends are found: `python -m tests.quality.boundaries`.

F1 of inner boundaries on the Universal Dependencies files of the development data. Running text is
rebuilt from the tokens and `SpaceAfter=No`. English EWT keeps its documents and is given paragraph by
paragraph; the others are shuffled sentences, given in windows of five. A boundary is the offset behind
the last character of a sentence; it counts inside a text and at the end of each of its paragraphs,
not at the end of the text. Speed is CPU time on EWT, whole documents.
"""

from __future__ import annotations

import argparse
import os
import re
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from summarize.text import split

SHARED = Path(__file__).resolve().parents[3] / "shared"
WINDOW = 5  # sentences; the README of the data measured so
PLAIN = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[”’」』）]*")

Paragraphs = list[list[str]]  # of one text: the sentences of each, as they stand in it
Splitter = Callable[[str, str], list[int]]  # text, language -> where sentences end


def annotated(path: Path) -> Iterator[tuple[bool, bool, str]]:
    """Each sentence of a file: whether it opens a document, a paragraph, and its running text."""
    for block in path.read_text("utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("#")]
        opens = [any(line.startswith(name) for line in comments) for name in ("# newdoc", "# newpar")]
        yield opens[0], any(opens), "".join(_surface(lines))


def _surface(lines: list[str]) -> Iterator[str]:
    covered = 0  # the last word of a multiword token, whose own words are not written
    for fields in (line.split("\t") for line in lines if not line.startswith("#")):
        first, _, last = fields[0].partition("-")
        if "." not in first and (last or int(first) > covered):
            covered = int(last or first)
            yield fields[1] + ("" if "SpaceAfter=No" in fields[9] else " ")


def texts(path: Path) -> Iterator[Paragraphs]:
    """The texts of a file: documents with their paragraphs if it has them, else windows of one."""
    sentences = list(annotated(path))
    if not any(document for document, _, _ in sentences):
        for first in range(0, len(sentences), WINDOW):
            yield [[text for _, _, text in sentences[first : first + WINDOW]]]
        return
    found: list[Paragraphs] = []
    for document, paragraph, text in sentences:
        if document:
            found.append([])
        if paragraph:
            found[-1].append([])
        found[-1][-1].append(text)
    yield from found


def counts(found: list[Paragraphs], language: str, splitter: Splitter) -> tuple[int, int, int]:
    """Boundaries found rightly, found wrongly and missed."""
    right = wrong = missed = 0
    for paragraphs in found:
        for number, pieces in enumerate(paragraphs, 1):
            text = "".join(pieces).rstrip()
            gold = {len("".join(pieces[:end]).rstrip()) for end in range(1, len(pieces) + 1)}
            ours = {*splitter(text, language), len(text)}
            if number == len(paragraphs):
                gold, ours = gold - {len(text)}, ours - {len(text)}
            right, wrong, missed = (
                right + len(gold & ours),
                wrong + len(ours - gold),
                missed + len(gold - ours),
            )
    return right, wrong, missed


def splitters() -> dict[str, Splitter]:
    """Ours, then what to compare it with; nltk's Punkt has no downloaded data but our abbreviations."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    from summarize.text.abbreviations import words

    def punkt(text: str, language: str) -> list[int]:
        parameters = PunktParameters()
        known = words(language)
        parameters.abbrev_types = {entry.lower() for entry in known.titles | known.numeric | known.others}
        return [end for _, end in PunktSentenceTokenizer(parameters).span_tokenize(text)]

    def bare(text: str, _language: str) -> list[int]:
        return [end for _, end in PunktSentenceTokenizer().span_tokenize(text)]

    return {
        "summarize": lambda text, language: [span.end for span in split.split(text, language=language)],
        "the same, language not told": lambda text, _: [span.end for span in split.split(text)],
        "one plain expression": lambda text, _: [mark.end() for mark in PLAIN.finditer(text)],
        "nltk Punkt, no abbreviations": bare,
        "nltk Punkt, our abbreviations": punkt,
    }


def speed(found: list[Paragraphs], splitter: Splitter) -> float:
    """Million characters a CPU second, best of three."""
    whole = ["\n\n".join("".join(pieces) for pieces in paragraphs) for paragraphs in found]
    taken = []
    for _ in range(3):
        start = time.process_time()
        for text in whole:
            splitter(text, "en")
        taken.append(time.process_time() - start)
    return sum(map(len, whole)) / 1e6 / min(taken)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SUMMARIZE_DATA", SHARED / "data")))
    options = parser.parse_args()
    files = {path.name[:2]: path for path in sorted((options.data / "boundaries").glob("*.conllu"))}
    if not files:
        parser.exit(2, f"{options.data}: no development data there; give --data or SUMMARIZE_DATA\n")
    corpora = {language: list(texts(path)) for language, path in files.items()}
    print(f"{'F1 of inner boundaries, %':32}", *(f"{language:>5}" for language in corpora), " MB/s")
    for name, splitter in splitters().items():
        scores = [counts(found, language, splitter) for language, found in corpora.items()]
        f1 = [200 * right / (2 * right + wrong + missed) for right, wrong, missed in scores]
        print(f"{name:32}", *(f"{value:5.1f}" for value in f1), f"{speed(corpora['en'], splitter):5.1f}")
        if name == "summarize":
            for title, part in (("  precision", 1), ("  recall", 2)):
                row = [100 * score[0] / (score[0] + score[part]) for score in scores]
                print(f"{title:32}", *(f"{value:5.1f}" for value in row))
    sizes = [sum(len(pieces) for pieces in chain.from_iterable(found)) for found in corpora.values()]
    print(f"{'sentences':32}", *(f"{size:5}" for size in sizes))


if __name__ == "__main__":
    main()
