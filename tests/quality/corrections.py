"""How well it is told which articles take something back: `python -m tests.quality.corrections`.

correction_articles.tsv holds short articles made up for this, in English and ten other languages, each with words
of what is right, or without where it only looks like a correction. The blind half was written by the same hand,
before the rules, and not tried until those for the open one stood.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from summarize.briefing import corrections
from summarize.model import Document
from summarize.text import table

ARTICLES = Path(__file__).parent / "correction_articles.tsv"


def main() -> None:
    """Print how many are found, with what is right, and how many others are taken for one."""
    counts: dict[str, Counter[str]] = {}
    with ARTICLES.open(encoding="utf-8") as file:
        for record in csv.DictReader(file, delimiter="\t"):
            kind = "English" if record["language"] == "en" else "other languages"
            counted = counts.setdefault(f"{kind}, {record['half']}", Counter())
            article = Document.from_text(
                record["text"], title=record["title"], language=record["language"], publisher="Courier"
            )
            sentences = table.build([article])
            quoted = " ".join(map(sentences.text, corrections.rows(sentences)))
            if record["right"]:
                counted.update(all=1, found=bool(quoted), right=record["right"] in quoted)
            else:
                counted.update(others=1, wrong=bool(quoted))
    for half, each in counts.items():
        print(
            f"{half}: {each['found']} of {each['all']} found, {each['right']} with what is right; "
            f"{each['wrong']} of {each['others']} others taken for one"
        )


if __name__ == "__main__":
    main()
