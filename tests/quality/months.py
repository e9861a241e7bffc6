"""The daily run over months: `python -m tests.quality.months --days 60`.

Each day a process of its own tells 200 to 400 invented reports (`chronicle`) that forty files list for three
days. Says what a day took, how large the memory is, whether stories are told as the stories they were, and how
long the commands that look after it take.
"""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from summarize.briefing import folders
from tests.faults.job import written
from tests.quality.chronicle import Chronicle, listed

ROOT = Path(__file__).parents[2]
FIRST = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
OUTLETS, LISTED_DAYS = 40, 3
FOLLOWED = 30  # days
# What keeps the job's clock at a moment.
START = (
    "import sys; from datetime import datetime; from importlib import import_module;"
    "from summarize.cli import main;"
    "import_module('summarize.cli.brief')._now = lambda *_: datetime.fromisoformat(sys.argv[1]);"
    "main(sys.argv[2:])"
)
TABLES = ("item", "source", "briefing", "outbox", "story", "said")


def ran(moment, *words):
    """CPU seconds and peak MiB of a command of its own, which has to go well."""
    process = subprocess.Popen(
        [sys.executable, "-c", START, moment.isoformat(), *map(str, words)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    talk = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{words}: exit {process.returncode}: {talk}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss >> 10


def configured(folder, length, stories):
    """A configuration that follows forty files, with a page of its own for each day."""
    sources = [{"path": f"outlet-{number}.jsonl", "name": f"Outlet {number}"} for number in range(OUTLETS)]
    briefing = {"length": length, "stories": stories}
    return written(
        folder,
        *sources,
        briefing=briefing,
        output={"file": "pages/{date}.html", "format": "html", "stdout": False},
    )


def published(folder, days):
    """The files as they are when the last of some days is listed, newest first."""
    for number in range(OUTLETS):
        records = [each for day in reversed(days) for each in day.get(number, ())]
        lines = "".join(json.dumps(each) + "\n" for each in records)
        (folder / f"outlet-{number}.jsonl").write_text(lines)


def counted(path):
    """Rows of each table, and the texts that are kept."""
    with sqlite3.connect(path) as memory:
        rows = {table: memory.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
        [rows["texts"]] = memory.execute("SELECT count(document) FROM item").fetchone()
        [rows["free"]] = memory.execute("PRAGMA freelist_count").fetchone()
    return rows


def followed(path):
    """Of stories told on two days or more how many are one to the memory, and all of them; how many of the
    memory's stories hold two or more, and all of them; on how many days the first was told, and as how many.
    """
    with sqlite3.connect(path) as memory:
        said = memory.execute(
            "SELECT DISTINCT substr(item, 1, instr(item, '-') - 1), story, day FROM said"
            " JOIN briefing ON briefing.number = briefing"
        ).fetchall()
    days, numbers, courses = {}, {}, {}
    for course, story, day in said:
        days.setdefault(course, set()).add(day)
        numbers.setdefault(course, Counter())[story] += 1
        courses.setdefault(story, set()).add(course)
    several = [course for course in days if len(days[course]) > 1]
    whole = sum(len(numbers[course]) == 1 for course in several)
    mixed = sum(len(each) > 1 for each in courses.values())
    return whole, len(several), mixed, len(courses), len(days.get("1", ())), len(numbers.get("1", ()))


def main():
    """The days, and what is to be said of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--articles", type=int, nargs=2, default=(200, 400), metavar=("FROM", "TO"))
    parser.add_argument("--length", type=int, default=40)
    parser.add_argument("--stories", type=int, default=15)
    parser.add_argument("--every", type=int, default=5, help="a row for each so many days")
    parser.add_argument("--folder", type=Path, help="an empty one, to keep what is made")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.folder or Path(scratch)
        config, state, window = configured(folder, asked.length, asked.stories), folder / "state", []
        memory = state / folders.DATABASE
        print(
            "day reports CPU-s  MiB   file-kB  "
            + "  ".join(f"{each:>8}" for each in (*TABLES, "texts", "free"))
        )
        for number, reports in enumerate(Chronicle(reports=asked.articles).days(asked.days)):
            morning = FIRST + timedelta(days=number)
            window = [*window, listed(reports, morning, OUTLETS)][-LISTED_DAYS:]
            published(folder, window)
            cpu, peak = ran(morning, "brief", "--quiet", "--state", state, config)
            if number % asked.every in (0, asked.every - 1) or number == asked.days - 1:
                rows = counted(memory)
                size = memory.stat().st_size // 1000
                columns = "  ".join(f"{each:8}" for each in rows.values())
                print(f"{number + 1:3} {len(reports):7} {cpu:5.1f} {peak:4} {size:9}  {columns}", flush=True)
        whole, several, mixed, stories, days, numbers = followed(memory)
        print(f"{whole} of {several} stories told on several days are one; {mixed} of {stories} hold several")
        print(f"the story of {asked.days} days: told on {days}, as {numbers}")
        for command in ("history", "doctor", "sources"):
            shown(morning, "brief", command, "--state", state, config)
        shown(morning, "brief", "history", "--since", FIRST.date(), "--state", state, config)
        shown(morning, "brief", "forget", "--config", config, "--state", state, morning.date())
        shown(morning, "brief", "forget", "--config", config, "--state", state, "Outlet 1")


def shown(moment, *words):
    """Run a command and say what it took."""
    cpu, peak = ran(moment, *words)
    print(
        f"{' '.join(str(each) for each in words[1:4] if not isinstance(each, Path)):32} {cpu:5.2f} s CPU {peak:4} MiB"
    )


if __name__ == "__main__":
    main()
