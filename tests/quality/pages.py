"""`make pages`: how much of each page's article is read, and how little else.

The pages of `tests/cases/pages` with the text a person reads as the article beside each (headline apart,
subheadings in). A shingle is five words in a row, where words have spaces between them, else five
characters; F1 is of the shingles of both texts, each as often as it occurs.
"""

import re
from collections import Counter
from pathlib import Path

from summarize.errors import ReadError
from summarize.read import html

CASES = Path(__file__).parents[1] / "cases" / "pages"
FLOOR = 0.95
SHINGLE = 5
# Ideographs and kana, one by one; other letters and digits by the word.
TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


def main():
    """Print precision, recall and F1 for each page, and their means."""
    print(f"{'page':<24}{'precision':>10}{'recall':>8}{'F1':>8}")
    found = {path.stem: scores(path) for path in sorted(CASES.glob("*.html"))}
    mean = [sum(each) / len(found) for each in zip(*found.values(), strict=True)]
    for name, (precision, recall, f1) in (found | {f"mean of {len(found)}": mean}).items():
        print(f"{name:<24}{precision:>10.3f}{recall:>8.3f}{f1:>8.3f}")


def scores(path):
    """Precision, recall and F1 of what is read of a page."""
    try:
        text = next(html.read(path.read_bytes(), path.name)).text
    except ReadError:
        text = ""
    return compared(text, path.with_suffix(".txt").read_text(encoding="utf-8"))


def compared(text, gold):
    """The same of a text against what it should be.

    >>> compared("a b c d e f", "a b c d e")
    (0.5, 1.0, 0.6666666666666666)
    """
    ours, wanted = shingles(text), shingles(gold)
    shared = (ours & wanted).total()
    precision, recall = shared / max(1, ours.total()), shared / max(1, wanted.total())
    return precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0


def shingles(text):
    """Every five tokens in a row, with how often they occur."""
    tokens = TOKEN.findall(text.casefold())
    return Counter(tuple(tokens[at : at + SHINGLE]) for at in range(len(tokens) - SHINGLE + 1))


if __name__ == "__main__":
    main()
