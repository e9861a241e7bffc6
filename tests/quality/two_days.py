"""Whether stories go on from one day to the next: `python -m tests.quality.two_days`.

Bundles are told as two days (`halves`), eight to a day, by whole briefings: how many go on as themselves on the
second, and how many of its stories as another. Then the stories made to look alike (see `stories`): one of each
pair is told on the first day and the other six days later, which is to be new; and reports of one on two days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import permutations

from summarize.briefing import coverage, drafts
from summarize.briefing.memory import Item
from summarize.model import Document
from tests.briefing.desk import Desk, config, morning
from tests.quality.halves import days, first_half, several
from tests.quality.sets import required
from tests.quality.stories import STORIES, alike

A_DAY = 8
LATER = 6  # days
Labelled = Sequence[tuple[Document, str]]


def threads(first: Labelled, second: Labelled, later: int = 1) -> Iterator[tuple[str, str | None]]:
    """Of each story of the second day what it is, and what the earlier one is that it goes on with, if any."""
    settings = config(briefing={"length": 100, "stories": 50})
    desk = Desk(settings)
    name = {document.uri: story for document, story in (*first, *second)}
    desk.brief(*listed(first, 1))
    told: dict[int, Counter[str]] = {}
    for each in desk.told:
        told.setdefault(each.story, Counter())[name[each.document.uri]] += 1
    texts = coverage.listed(listed(second, 1 + later), None)
    for draft in drafts.draft(coverage.sort(texts, desk.told, settings), desk.told):
        own = Counter(name[each.uri] for each in draft.story.bundle.documents)
        thread = told[draft.thread.number] if draft.thread else Counter[str]()
        yield own.most_common(1)[0][0], next((story for story, _ in thread.most_common(1)), None)


def listed(articles: Labelled, day: int) -> Iterator[Item]:
    """Articles as feeds list them, each of an outlet of its own."""
    date = morning(day) - timedelta(hours=8)
    for number, (document, _) in enumerate(articles):
        own = replace(document, published=date, publisher=f"outlet {number}")
        yield Item(f"https://o{number}.example/feed", own, date)


def halves() -> tuple[int, int, int]:
    """Bundles that go on as themselves, stories that go on as another bundle, and bundles."""
    bundles = {name: first_half(story) for name, story in several().items()}
    right, wrong = set[str](), 0
    for day in days(list(bundles.items()), A_DAY):
        first = [(each, name) for name, (told, _) in day for each in told]
        second = [(each, name) for name, (_, waiting) in day for each in waiting]
        for name, thread in threads(first, second):
            right |= {name} & {thread}
            wrong += thread not in (name, None)
    return len(right), wrong, len(bundles)


def kinds(code: str) -> tuple[int, int, int, int]:
    """Pairs of stories of a kind of which the second goes on as the first, and pairs; stories of which the
    second report goes on as the first, in the face of the others of the kind, and stories.
    """
    taken, own = list[bool](), list[bool]()
    for reports in alike()[code].values():
        stories: dict[str, list[tuple[Document, str]]] = {}
        for document, story in reports:
            stories.setdefault(story, []).append((document, story))
        for before, after in permutations(stories, 2):
            found = threads(stories[before], stories[after], LATER)
            taken.append(any(thread == before for _, thread in found))
        firsts = [each[0] for each in stories.values()]
        for name, (_, report) in stories.items():
            own.append((name, name) in threads(firsts, [report]))
    return sum(taken), len(taken), sum(own), len(own)


def main() -> None:
    required(STORIES)
    for code in ("en", "de", "es"):
        taken, pairs, own, stories = kinds(code)
        print(f"{code}: {taken} of {pairs} go on as another of their kind, {own} of {stories} as themselves")
    right, wrong, count = halves()
    print(f"halves of {count} bundles: {right} go on as themselves, {wrong} as another")


if __name__ == "__main__":
    main()
