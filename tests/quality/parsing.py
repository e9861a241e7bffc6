"""`make parsing`: what parsing in a process of its own costs, on 500 invented pages of ordinary make.

Each run is a program of its own that reads all pages, in its process or through `read.safely`; its
processor time is that of both, from start to end, with whatever had to be imported and started.
"""

import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES, RUNS = 500, 5
NAVIGATION = 60  # links of a header and of a footer
PROGRAM = """
import sys
from pathlib import Path
from summarize.model import Document
from summarize.read import formats
from summarize.read.safely import Parser
with Parser() as parser:
    for path in sorted(Path(sys.argv[2]).iterdir()):
        raw = path.read_bytes()
        if sys.argv[1] == "here":
            [found] = formats.read(raw, "page", suffix=".html")
        else:
            [found] = parser.read(raw, "page", suffix=".html")
        assert isinstance(found, Document)
"""


def main():
    """Print the least of five runs for each way, taken in turns, and the share that the process adds."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(PAGES):
            Path(folder, f"{number:03d}.html").write_bytes(page(number))
        size = sum(path.stat().st_size for path in Path(folder).iterdir()) / PAGES / 1024
        print(f"{PAGES} pages of {size:.0f} KiB on average, Python {platform.python_version()}")
        runs = [(run("here", folder), run("there", folder)) for _ in range(RUNS)]
    print(f"{'':<22}{'CPU s':>8}{'clock s':>9}")
    here, there = (tuple(map(min, zip(*way, strict=True))) for way in zip(*runs, strict=True))
    for name, (cpu, clock) in {"in process": here, "in its own process": there}.items():
        print(f"{name:<22}{cpu:>8.2f}{clock:>9.2f}")
    print(f"{'more':<22}{there[0] / here[0] - 1:>8.1%}{there[1] / here[1] - 1:>9.1%}")


def run(way, folder):
    """CPU seconds, those of the worker included, and clock seconds of reading a folder."""
    start = time.perf_counter()
    program = subprocess.Popen([sys.executable, "-c", PROGRAM, way, folder], cwd=ROOT)
    _, status, usage = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    assert program.returncode == 0
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - start


def page(number):
    """One page: menus, an article of 12 to 40 paragraphs with pictures, related links, scripts."""
    chance = random.Random(number)
    vocabulary = [
        "".join(
            chance.choices(("ba", "ne", "ri", "to", "lu", "ska", "men", "dor", "fi"), k=chance.randint(1, 4))
        )
        for _ in range(800)
    ]

    def words(count):
        return " ".join(chance.choices(vocabulary, k=count))

    def sentence():
        return words(chance.randint(8, 30)).capitalize() + "."

    def links(count):
        return "".join(
            f'<li class="menu-item"><a class="menu-link" href="/{words(1)}">{words(2)}</a></li>'
            for _ in range(count)
        )

    def paragraph():
        inside = " ".join(sentence() for _ in range(chance.randint(2, 6)))
        picture = f'<figure><img src="/{words(1)}.jpg" alt=""><figcaption>{sentence()}</figcaption></figure>'
        return f'<p class="body-text">{inside}</p>{picture if chance.random() < 0.15 else ""}'

    title = words(7).capitalize()
    body = "".join(paragraph() for _ in range(chance.randint(12, 40)))
    script = "".join(f'window.q{at}=["{words(12)}"];' for at in range(60))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Herald</title>'
        f'<meta property="article:published_time" content="2026-03-0{number % 9 + 1}T08:00:00Z">'
        f"<style>.menu-item{{margin:0}}</style><script>{script}</script></head><body>"
        f"<header><nav><ul>{links(NAVIGATION)}</ul></nav></header><main><article><h1>{title}</h1>"
        f'<p class="byline">By {words(2).title()}</p>{body}</article>'
        f"<aside><h2>Related</h2><ul>{links(20)}</ul></aside></main>"
        f"<footer><ul>{links(NAVIGATION)}</ul><p>© 2026 Herald</p></footer><script>{script}</script></body></html>"
    ).encode()


if __name__ == "__main__":
    main()
