"""How well articles are sorted into stories: `python -m tests.quality.stories`.

B-cubed precision, recall and F1 [bagga98entity] on the development stories, whole and in samples
of days large and small; how many groups single articles make; the languages of MultiLing, each of
whose topics is taken for a story; and, with --many N, time and memory for a made-up day of N articles.

`untold_labels.tsv` names articles that do not tell the story they are labelled with: a `page` without an article
(an archive's notice, a log-in, a player), or one about something `other`. Read were all that the method
left out of their story, so a few that it joined by luck may be missing. `alike.tsv` is made up: one day's reports,
two each, of two or three stories of a kind that are easily taken for one (two fires in one town, two firms' results).
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from summarize import stories
from summarize.model import Document
from summarize.text import clean, split
from tests.quality.sets import DATA, MULTILING, required

Labelled = list[tuple[Document, str]]
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TITLE = 120  # characters
STORIES = "stories_multinews/dev.jsonl"
UNTOLD = Path(__file__).parent / "untold_labels.tsv"
ALIKE = Path(__file__).parent / "alike.tsv"


def bcubed(found: Sequence[int], truth: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1, each article's own averaged over articles."""
    both, ours, theirs = Counter(zip(found, truth, strict=True)), Counter(found), Counter(truth)
    precision = sum(count**2 / ours[group] for (group, _), count in both.items()) / len(truth)
    recall = sum(count**2 / theirs[story] for (_, story), count in both.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def grouped(documents: Sequence[Document]) -> list[int]:
    """A group number for each document, by the public way."""
    number = {
        document.id: place
        for place, bundle in enumerate(stories.group(documents))
        for document in bundle.documents
    }
    return [number[document.id] for document in documents]


def score(articles: Labelled) -> tuple[float, float, float]:
    documents, truth = zip(*articles, strict=True)
    return bcubed(grouped(documents), truth)


def read() -> Labelled:
    records = [
        json.loads(line) for line in required(STORIES).read_text(encoding="utf-8").rstrip("\n").split("\n")
    ]
    return [
        (Document.from_text(each["text"], uri=each["id"], title=each["title"], language="en"), each["story"])
        for each in records
    ]


def untold() -> set[str]:
    """The uris of articles that do not tell the story they are labelled with."""
    return {line.split("\t")[0] for line in UNTOLD.read_text().splitlines()[1:]}


def multiling() -> dict[str, Labelled]:
    found: dict[str, Labelled] = {}
    for line in (DATA / MULTILING).read_text(encoding="utf-8").rstrip("\n").split("\n"):
        bundle = json.loads(line)
        for i, each in enumerate(bundle["documents"]):
            document = Document.from_text(
                each["text"], uri=f"{bundle['id']}/{i}", language=bundle["language"]
            )
            found.setdefault(bundle["language"], []).append((document, bundle["id"]))
    return found


def alike() -> dict[str, dict[str, Labelled]]:
    """By language and kind the reports of stories made to look alike, all of one day."""
    found: dict[str, dict[str, Labelled]] = {}
    for number, line in enumerate(ALIKE.read_text(encoding="utf-8").splitlines()[1:]):
        code, kind, story, title, text = line.split("\t")
        date = NOON - timedelta(hours=number % 20)
        document = Document.from_text(text, uri=f"{number}", title=title, language=code, published=date)
        found.setdefault(code, {}).setdefault(kind, []).append((document, f"{kind} {story}"))
    return found


def mistaken(articles: Labelled) -> tuple[int, int]:
    """How many stories are joined to another, and how many come apart."""
    documents, truth = zip(*articles, strict=True)
    pairs = set(zip(grouped(documents), truth, strict=True))
    return len(pairs) - len({group for group, _ in pairs}), len(pairs) - len(set(truth))


def samples(articles: Labelled, count: int, draws: int, *, single: bool = False) -> list[Labelled]:
    """Draws of `count` stories, whole or one article of each; always the same ones."""
    chance = random.Random(count)
    names = sorted({story for _, story in articles})
    drawn = [set(chance.sample(names, count)) for _ in range(draws)]
    days = [[each for each in articles if each[1] in wanted] for wanted in drawn]
    if not single:
        return days
    return [list({story: (document, story) for document, story in day}.values()) for day in days]


def short(articles: Labelled, words: int) -> Labelled:
    """What a feed without full text holds of the same articles."""
    return [(replace(each, text=" ".join(each.text.split()[:words])), story) for each, story in articles]


def titled(articles: Labelled) -> Labelled:
    """The same as a feed lists them: the first sentence as headline, all of one day."""
    chance = random.Random(1)
    made = []
    for document, story in articles:
        text = document.text.strip()
        first = text[: split.split(text)[0].end][:TITLE]
        date = NOON - timedelta(days=chance.random())
        rest = text[len(first) :].strip() or text
        made.append((replace(document, title=first, text=rest, published=date), story))
    return made


def parts(articles: Labelled, draws: int) -> list[Labelled]:
    """Days of four of the topics, one to ten articles of each."""
    chance = random.Random(9)
    names = sorted({story for _, story in articles})
    return [
        [
            each
            for name in chance.sample(names, 4)
            for each in chance.sample([one for one in articles if one[1] == name], chance.randint(1, 10))
        ]
        for _ in range(draws)
    ]


def mean(days: Sequence[Labelled], of: Callable[[Labelled], Sequence[float]] = score) -> list[float]:
    return [float(np.mean(column)) for column in zip(*map(of, days), strict=True)]


def report(articles: Labelled) -> None:
    print(f"{'':34}      P     R     F")
    rows = {"all stories": [articles]}
    told = [each for each in articles if each[0].uri not in untold()]
    rows[f"  without {len(articles) - len(told)} that do not tell it"] = [told]
    rows |= {f"{count} stories, {draws} draws": samples(articles, count, draws) for count, draws in DRAWS}
    rows["half of the stories single"] = [half_single(articles)]
    rows["all stories, first 60 words"] = [short(articles, 60)]
    rows["  with headlines and times"] = [titled(short(articles, 60))]
    for name, days in rows.items():
        print(f"{name:34} " + " ".join(f"{value:.3f}" for value in mean(days)), flush=True)
    print(f"{'told apart by a reader':34} " + " ".join(f"{value:.3f}" for value in reader(articles)))
    for code, labelled in multiling().items():
        listed = titled(labelled)
        for name, days in (
            (f"MultiLing {code}, 5 topics", [labelled]),
            ("  with headlines and times", [listed]),
            ("  4 topics of 1 to 10, 12 draws", parts(listed, 12)),
        ):
            print(f"{name:34} " + " ".join(f"{value:.3f}" for value in mean(days)), flush=True)
    for count, draws in ((30, 20), (2, 100)):
        days = samples(articles, count, draws, single=True)
        groups = [len(set(grouped([document for document, _ in day]))) for day in days]
        print(
            f"{f'{count} single articles, {draws} draws':34} {np.mean(groups):.2f} groups, least {min(groups)}"
        )
    for code, kinds in alike().items():
        whole_day = [each for reports in kinds.values() for each in reports]
        name = f"{code}, {len({story for _, story in whole_day})} made to look alike"
        joined, apart = np.sum([mistaken(reports) for reports in kinds.values()], axis=0)
        print("{:34} {} joined, {} apart".format(name, *mistaken(whole_day)), end="; ")
        print(f"each kind alone {joined} joined, {apart} apart")
    alone = [
        [each for each in articles if each[1] == name] for name in sorted({story for _, story in articles})
    ]
    whole = [len(set(grouped([document for document, _ in day]))) == 1 for day in alone if len(day) > 1]
    print(f"{'one story alone is one group':34} {np.mean(whole):.3f} of {len(whole)}")


def reader(articles: Labelled) -> tuple[float, float, float]:
    """The score of stories that are right but for the articles that do not tell theirs, each left alone."""
    alone, numbers = untold(), dict[str, int]()
    names = [document.uri if document.uri in alone else story for document, story in articles]
    found = [numbers.setdefault(name, len(numbers)) for name in names]
    return bcubed(found, [story for _, story in articles])


DRAWS = ((3, 60), (10, 20), (40, 8), (100, 4))


def half_single(articles: Labelled) -> Labelled:
    names = sorted({story for _, story in articles})
    seen = set[str]()
    kept = []
    for document, story in articles:
        if names.index(story) >= len(names) // 2 or story not in seen:
            kept.append((document, story))
        seen.add(story)
    return kept


def many(articles: Labelled, count: int) -> None:
    """A day of many articles: the development ones again and again, half of their words renamed."""
    made: list[list[str]] = []
    bodies = [stories.wording.article(document, clean.eligible(document)) for document, _ in articles]
    for number in range(count):
        world, place = divmod(number, len(bodies))
        renamed = [t if zlib.crc32(f"{t}{world}".encode()) % 2 else f"{t}{world}" for t in bodies[place]]
        made.append(renamed)
    before = time.process_time()
    found = stories.partition(made, np.full(count, np.nan))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(
        f"{count} articles: {time.process_time() - before:.1f} s CPU, {memory} MiB, {found.max() + 1} groups"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--many", type=int, help="only time a day of so many articles")
    asked = parser.parse_args()
    required(STORIES)
    many(read(), asked.many) if asked.many else report(read())
