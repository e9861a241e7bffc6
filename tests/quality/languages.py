"""How often the language is told rightly, and the model asked: `python -m tests.quality.languages`.

MultiLing 2011 (seven languages, by document and by sentence), Multi-News (English, scraped) and the
Universal Dependencies development files (by one sentence and by five), against py3langid alone.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import py3langid

from summarize.text import language, terms

SHARED = Path(__file__).parents[3] / "shared" / "data"  # beside the checkout
TREEBANKS = {
    "de_gsd": "de",
    "en_ewt": "en",
    "es_gsd": "es",
    "fr_gsd": "fr",
    "ru_gsd": "ru",
    "zh_gsdsimp": "zh",
}
SENTENCE_END = re.compile(r"(?<=[.!?।])\s+|\n+")

Labelled = list[tuple[str, str]]  # (language, text)


def documents(path: Path) -> Labelled:
    # By \n alone: str.splitlines would also cut at the control characters some texts hold.
    bundles = map(json.loads, path.read_text(encoding="utf-8").rstrip("\n").split("\n"))
    return [(bundle["language"], each["text"]) for bundle in bundles for each in bundle["documents"]]


def treebank_windows(folder: Path, size: int) -> Iterator[tuple[str, str]]:
    for name, code in TREEBANKS.items():
        text = (folder / f"{name}-ud-dev.conllu").read_text(encoding="utf-8")
        sentences = re.findall(r"^# text = (.*)$", text, re.MULTILINE)
        for start in range(0, len(sentences), size):
            yield code, " ".join(sentences[start : start + size])


def sets(data: Path) -> Iterator[tuple[str, Labelled]]:
    multiling = documents(data / "multiling2011" / "dev.jsonl")
    sentences = [(code, s) for code, text in multiling for s in SENTENCE_END.split(text) if len(s) >= 20]
    yield "MultiLing, document", multiling
    yield "MultiLing, sentence", sentences
    yield "Multi-News, document", documents(data / "multinews" / "dev.jsonl")
    yield "UD, 1 sentence", list(treebank_windows(data / "boundaries", 1))
    yield "UD, 5 sentences", list(treebank_windows(data / "boundaries", 5))


def score(texts: Labelled) -> dict[str, list[int]]:
    """For each language: texts, right, right by py3langid alone, times the model was asked."""
    asked = 0
    ask = language._ask

    def counting(sample: str, script: str) -> str | None:
        nonlocal asked
        asked += 1
        return ask(sample, script)

    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    language._ask = counting
    try:
        for code, text in texts:
            before = asked
            right = language.detect(text) == code
            alone = terms.primary(py3langid.classify(text)[0]) == code
            for column, value in enumerate((1, right, alone, asked - before)):
                counts[code][column] += value
    finally:
        language._ask = ask
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SUMMARIZE_DATA", SHARED)))
    data = parser.parse_args().data
    if not data.is_dir():
        parser.error(f"no data at {data}: give --data or set SUMMARIZE_DATA")
    print(f"{'set':22}{'n':>6}  right  py3langid  asked  by language (right / asked)")
    for name, texts in sets(data):
        counts = score(texts)
        n, right, alone, asked = (sum(column) for column in zip(*counts.values(), strict=True))
        each = "  ".join(f"{code} {c[1] / c[0]:.3f}/{c[3] / c[0]:.3f}" for code, c in sorted(counts.items()))
        print(f"{name:22}{n:6}  {right / n:.4f} {alone / n:.4f}     {asked / n:.4f} {each}")


if __name__ == "__main__":
    main()
