"""`make bench`: processor time and memory of the command, each case in a process of its own; time by stage."""

import json
import os
import platform
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.quality import stages

ROOT = Path(__file__).parents[2]
WORDS = 4000  # in the invented vocabulary; drawn by Zipf's law, as words are
CASES = {
    "help": ["--help"],
    "five articles": ["digest", str(ROOT / "samples" / "dam")],
    "100 documents of 20 sentences": ["digest", "100.jsonl"],
    "200 documents, three tenths": ["digest", "200.jsonl", "--ratio", ".3"],
    "1,000 documents of 20 sentences": ["digest", "1000.jsonl"],
    "a million words in one line": ["digest", "line.txt", "--max-words", "60"],
}


def main():
    """Print a row for each case: the least of three runs."""
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.machine()}")
    print(f"{'case':<34}{'CPU s':>8}{'MB':>8}{'exit':>6}")
    with tempfile.TemporaryDirectory() as folder:
        invent(Path(folder))
        for name, arguments in CASES.items():
            seconds, megabytes, status = min(run(arguments, folder) for _ in range(3))
            print(f"{name:<34}{seconds:>8.2f}{megabytes:>8.0f}{status:>6}")
    stages.main()


def run(arguments, folder):
    """CPU seconds, peak memory in MB and exit status of one run."""
    process = subprocess.Popen(
        [sys.executable, "-m", "summarize", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


def invent(folder):
    """Bundles whose documents share topics and whole phrases, the same at every run."""
    chance = random.Random(7)
    vocabulary = ["".join(chance.choices("bdfgklmnprstvz", k=1) + chance.choices("aeiou", k=1)) * 2 + str(number)
                  for number in range(WORDS)]  # fmt: skip
    weights = [1 / (rank + 10) for rank in range(WORDS)]

    def sentence():
        return " ".join(chance.choices(vocabulary, weights, k=chance.randint(10, 30))).capitalize() + "."

    for count in (100, 200, 1000):
        shared = [sentence() for _ in range(count)]
        records = (
            {
                "text": " ".join(
                    chance.choice(shared) if chance.random() < 0.1 else sentence() for _ in range(20)
                )
            }
            for _ in range(count)
        )
        (folder / f"{count}.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    (folder / "line.txt").write_text(" ".join(chance.choices(vocabulary, weights, k=1_000_000)))


if __name__ == "__main__":
    main()
