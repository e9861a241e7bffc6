"""The daily run where somebody looks on: one terminal for what is read, what failed and what is told."""

import os
import pty
import re
import subprocess
import sys
import time

import pytest

from tests.cli.test_progress import ENVIRONMENT, seen
from tests.faults.job import written
from tests.faults.newsroom import Newsroom, items


@pytest.fixture
def room():
    with Newsroom() as opened:
        yield opened


def on_a_terminal(config, *words, out=None):
    """The run with standard error on a terminal, and standard output there too, or where `out` says."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "summarize", "brief", config, "--state", config.parent / "state", *words],
        stdout=out or theirs,
        stderr=theirs,
        env={**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "100"},
    )
    os.close(theirs)
    printed, shown = seen(process, ours)
    return process.returncode, printed, shown


def left(shown):
    """What stands there in the end: on a busy machine progress was shown, and wiped, above it."""
    return shown.rpartition("\x1b[2K")[2] if shown.startswith("\x1b[?25l") else shown


def slowly(room, path, seconds):
    """Answer only then: what takes a second is shown."""
    body = room.answers[path]

    def answer(handler):
        time.sleep(seconds)
        handler.say(200, body)

    room.answers[path] = answer


def test_neither_a_failure_nor_the_paper_meets_the_line_of_progress(room, tmp_path):
    """Each begins on a line of its own, the progress is wiped, and no traceback ends it."""
    room.feed("/a", items(2))
    slowly(room, "/a", 1.6)
    room.fail("/b", 500)
    sources = ({"url": room.url(path), "name": path[1:]} for path in ("/a", "/b"))
    status, _, shown = on_a_terminal(written(tmp_path, *sources, briefing={"timezone": "UTC"}))
    assert (3, 0) == (status, shown.count("Traceback"))
    assert "reading 2 sources, " in shown
    lines = [
        re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", line.rpartition("\x1b[2K")[2]) for line in shown.split("\r\n")
    ]
    assert 1 == sum(line.startswith("summarize: b (http://127.0.0.1") for line in lines)
    paper = lines[[line.startswith("Morning briefing, ") for line in lines].index(True) :]
    assert not any("reading" in line for line in paper)


def test_one_grey_line_says_what_was_done(room, tmp_path):
    """How much of how much, and how long it took, where the paper goes to a file; with --quiet not a word."""
    room.feed("/a", items(2))
    output = {"file": "out.txt", "stdout": False}
    config = written(tmp_path, {"url": room.url("/a")}, output=output, briefing={"timezone": "UTC"})
    tally = r"\x1b\[2m2 stories, 6 sentences from 2 of 2 items · 1 source · \d+\.\d s\x1b\[0m\r\n"
    status, printed, shown = on_a_terminal(config, out=subprocess.PIPE)
    assert (0, "") == (status, printed)
    assert re.fullmatch(tally, left(shown)), shown
    assert "nothing new · 1 source · " in on_a_terminal(config, out=subprocess.PIPE)[2]
    room.feed("/a", items(3))
    assert "" == on_a_terminal(config, "--quiet", out=subprocess.PIPE)[2]
