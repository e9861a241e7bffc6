"""How well a story of today is known as the one of yesterday: `python -m tests.quality.kinship`.

Bundles are told as two days (`halves`), eight to a day, and forty. A bundle is right if texts of its second day go on
with its own first one, wrong for each story that goes on with another. The rows are thresholds of `briefing.kinship`, the
cosine of two stories' centroids, and the way without it: what is sorted together goes on. Unlike in `two_days`, what was
told is each document's first sentence, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np

from summarize.briefing import coverage, kinship, threads
from summarize.briefing.config import Config
from summarize.briefing.memory import Item, Told
from summarize.model import Document
from summarize.text import clean
from tests.quality.halves import Split, Story, days, every_other, first_half, languages, several, titled

MORNING = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
CONFIG = Config.model_validate({"source": [{"url": "https://herald.example/feed"}]})
SIZES = (8, 40)  # stories of a day
SPLITS: dict[str, Split] = {"first half": first_half, "every other": every_other}
ALONE = 2.0  # a cosine that no pair has
THRESHOLDS = (ALONE, 0.3, 0.25, 0.2, 0.175, 0.15, 0.125, 0.1, 0.075)


def told(number: int, document: Document) -> Told:
    """The first sentence of a document that may be printed, told yesterday."""
    span = clean.eligible(document)[0]
    day = MORNING.date()
    return Told(number, "", day, day, 1, span.of(document.text), document, span, "")


def joined(day: Sequence[Story], split: Split) -> list[tuple[int, int]]:
    """How many stories of two days go on with themselves, and how many with another, by threshold."""
    halves = [split(story) for story in day]
    was = {number: [each for each in half if clean.eligible(each)] for number, (half, _) in enumerate(halves)}
    own = {coverage.key(each): number for number, (_, half) in enumerate(halves) for each in half}
    items = [Item(f"https://{each.id}.example/feed", each, MORNING) for _, half in halves for each in half]
    kinship._LIKE = ALONE
    before = [told(number, each) for number, story in was.items() for each in story]
    found = coverage.sort(coverage.listed(items, None), before, CONFIG)
    held = [{own[coverage.key(each)] for each in story.bundle.documents} for story in found]
    counts = []
    for kinship._LIKE in THRESHOLDS:
        kin = kinship.match([story.bundle.documents for story in found], was, clean.eligible)
        votes = [story.before or ({kin[at]: 1} if at in kin else {}) for at, story in enumerate(found)]
        known = list(zip(held, threads.identify(votes), strict=True))
        right = {number for mine, number in known if number in mine}
        counts.append((len(right), sum(number is not None and number not in mine for mine, number in known)))
    return counts


def counted(stories: Sequence[Story], size: int, split: Split) -> np.ndarray:
    """The same over days of so many stories: (thresholds, 2)."""
    return np.sum([joined(day, split) for day in days(stories, size)], axis=0)


def main() -> None:
    """Print the tables."""
    chosen = kinship._LIKE
    plain = [story for _, story in sorted(several().items())]
    sets: dict[str, Sequence[Sequence[Story]]] = {
        "bundles": [plain],
        "stories with headlines": [titled()],
        "languages": languages(),
    }
    for name, groups in sets.items():
        for way, split in SPLITS.items():
            counts = [sum(counted(group, size, split) for group in groups) for size in SIZES]
            print(
                f"{sum(map(len, groups))} {name}, {way}: right and wrong, {' and '.join(map(str, SIZES))} a day"
            )
            for at, threshold in enumerate(THRESHOLDS):
                cells = "".join(f"{each[at][0]:6} {each[at][1]:2}" for each in counts)
                print(f"{threshold:.3f}{' *' if threshold == chosen else '  '}{cells}", flush=True)


if __name__ == "__main__":
    main()
