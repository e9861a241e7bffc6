"""Time and memory of the daily job: `python -m tests.quality.briefing`.

Fifty feeds on loopback, each with forty new items, ten of which never answer; and a day of 20,000 invented
articles from a file. Both in a process of its own, from nothing to the finished page; --articles and --feeds
ask for one of them, of another size.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.faults.job import written
from tests.faults.newsroom import Newsroom, item

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
SYLLABLES = [first + second for first in "bdfgklmnprstvz" for second in ("a", "en", "i", "or", "u")]
# What makes the job reach loopback under any name, and keeps its clock.
START = (
    "import sys; from functools import partial; from datetime import datetime; from importlib import import_module;"
    "from summarize.read import web; from summarize.cli import main;"
    "web.Client = partial(web.Client, resolver=lambda *_: ['127.0.0.1'], proxies={});"
    f"import_module('summarize.cli.brief')._now = lambda *_: datetime.fromisoformat({NOW.isoformat()!r});"
    "main(sys.argv[1:])"
)


class Inventor:
    """Articles in an invented language: each story has words of its own, its reports share facts and phrases."""

    def __init__(self, seed=7):
        self.chance = random.Random(seed)
        words = ["".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 3))) for _ in range(60_000)]
        self.words = sorted(set(words), key=words.index)
        self.common = self.words[:3000]
        self.weights = [1 / (rank + 10) for rank in range(len(self.common))]

    def story(self):
        """What reports of one thing have in common: its words and its sentences."""
        own = self.chance.sample(self.words[3000:], 40)
        return own, [self.sentence(own) for _ in range(12)]

    def sentence(self, own):
        """A third of common words, two thirds of the story's."""
        count = self.chance.randint(12, 24)
        drawn = self.chance.choices(self.common, self.weights, k=count)
        mixed = [self.chance.choice(own) if self.chance.random() < 2 / 3 else word for word in drawn]
        return " ".join(mixed).capitalize() + "."

    def report(self, story):
        """One report: headline and text, half of it in the story's phrases."""
        own, phrases = story
        body = [
            self.chance.choice(phrases) if self.chance.random() < 0.5 else self.sentence(own)
            for _ in range(14)
        ]
        return " ".join(self.chance.sample(own, 6)).capitalize(), " ".join(body)


def articles(count):
    """Reports, five of a story on average, most stories small and some large."""
    inventor, made = Inventor(), []
    while len(made) < count:
        story = inventor.story()
        size = min(int(inventor.chance.paretovariate(1.1)), 200)
        made += [inventor.report(story) for _ in range(size)]
    inventor.chance.shuffle(made)
    return made[:count]


def measured(config, state):
    """Exit status, seconds by the clock, CPU seconds and peak MiB of one run, and what it said last."""
    begun = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-c", START, "brief", "--state", str(state), str(config)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    reader = threading.Thread(target=lambda: printed.append(process.stdout.read()))
    printed, queued = [], 0.0
    reader.start()
    while reader.is_alive():
        queued = _queued(process.pid) or queued
        reader.join(0.2)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds, cpu = time.monotonic() - begun, usage.ru_utime + usage.ru_stime
    lines = printed[0].strip().splitlines() or [""]
    print(
        f"  exit {process.returncode}, {seconds:.1f} s ({queued:.1f} s of them in the queue for a processor),"
        f" {cpu:.1f} s CPU, {usage.ru_maxrss >> 10} MiB: {lines[-1]}"
    )


def _queued(process):
    """Seconds for which a process could have worked and others did; 0 where the system does not say."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


def feeds(folder, count):
    """So many feeds of forty items, a fifth of which hang."""
    print(f"{count} feeds of 40 items, {count // 5} of them hanging")
    reports = articles(40 * count)
    with Newsroom() as room:
        for number in range(count):
            path = f"/{number}"
            if number % 5 == 2:
                room.hang(path)
            else:
                chosen = reports[40 * number : 40 * (number + 1)]
                room.feed(path, [item(place, text=text, title=title, published=NOW - timedelta(minutes=20 * place))
                                 for place, (title, text) in enumerate(chosen)], title=f"Outlet {number}")  # fmt: skip
        sources = [{"url": room.url(f"/{number}", host=f"f{number}.example"), "name": f"Outlet {number}"}
                   for number in range(count)]  # fmt: skip
        config = written(folder, *sources)
        measured(config, folder / "state")
        print("the same, a second time on that day")
        measured(config, folder / "state")


def day(folder, count):
    """So many articles from one file."""
    print(f"{count} articles in one day")
    with (folder / "day.jsonl").open("w") as file:
        for number, (title, text) in enumerate(articles(count)):
            record = {"id": str(number), "title": title, "text": text, "source": f"Outlet {number % 200}",
                      "date": (NOW - timedelta(seconds=4 * number % 80_000)).isoformat(), "language": "en"}  # fmt: skip
            file.write(json.dumps(record) + "\n")
    measured(written(folder, {"path": "day.jsonl"}), folder / "state")


def main():
    """Both, or the one that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--feeds", type=int)
    parser.add_argument("--articles", type=int)
    asked = parser.parse_args()
    both = asked.feeds is None and asked.articles is None
    for work, size in ((feeds, asked.feeds or (both and 50)), (day, asked.articles or (both and 20_000))):
        if size:
            with tempfile.TemporaryDirectory() as folder:
                work(Path(folder), size)


if __name__ == "__main__":
    main()
