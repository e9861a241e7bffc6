"""Whether two items are rightly taken for one story on a day of their own: `python -m tests.quality.small`.

`small_days.tsv` is made up, and was labelled before it was tried: two items of two outlets, half of them of one story,
half of two (a `town` in common, two events `alike`, an `advert` beside news).
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

from summarize import stories
from summarize.model import Document
from tests.quality.stories import NOON

DAYS = Path(__file__).parent / "small_days.tsv"


def report() -> None:
    right, every = Counter[str](), Counter[str]()
    for line in DAYS.read_text(encoding="utf-8").splitlines()[1:]:
        kind, count, *items = line.split("\t")
        day = [
            Document.from_text(
                text, uri=f"{place}", title=title, language="en", published=NOON + timedelta(minutes=place)
            )
            for place, (title, text) in enumerate((items[:2], items[2:]))
        ]
        every[kind] += 1
        if len(stories.group(day)) == int(count):
            right[kind] += 1
        else:
            print(f"  {kind}: {items[0]} / {items[2]}")
    print(", ".join(f"{kind} {right[kind]} of {every[kind]} right" for kind in every))


if __name__ == "__main__":
    report()
