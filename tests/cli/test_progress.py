"""Progress as a reader sees it: on a terminal, after a second, and nowhere else."""

import os
import pty
import re
import subprocess
import sys

import pytest

from summarize import read
from summarize.cli.progress import Progress
from summarize.read import Watch
from tests.cli.articles import ROOT, SAMPLE
from tests.faults.server import Server

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}


@pytest.fixture
def server():
    with Server() as running:
        yield running


def seen(process, terminal, until=b"", then=lambda: None):
    """What has come to a terminal when the process ends; `then` is called once `until` is there."""
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # how Linux says that nobody holds the other end
            piece = b""
        if not piece:
            break
        shown += piece
        if until and until in shown:
            until = b""
            then()
    os.close(terminal)
    out, _ = process.communicate()
    return (out or b"").decode(), shown.decode()


def on_a_terminal(*arguments, **environment):
    """The command with its standard error on a terminal: the process, and our end of it."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "summarize", "digest", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "70", **environment},
    )
    os.close(theirs)
    return process, ours


def test_a_terminal_shows_what_is_read_and_what_failed(server):
    """While one site hangs its address stands there, a failure is said at once, and the line goes away."""
    slow = server.url("/stall")
    process, terminal = on_a_terminal("--allow-private", "missing.txt", slow, SAMPLE)
    out, shown = seen(process, terminal, until=f"left: {slow}".encode(), then=server.stop.set)
    assert "[1]" in out
    assert "reading 7 sources, " in shown
    assert 1 == shown.count("summarize: missing.txt: no such file")
    assert 1 == shown.count(f"summarize: {slow}: broke off in the middle: try again later")
    assert "\x1b[2K" == re.findall(r"\x1b\[\d?[A-Z]", shown)[-1]  # the line is wiped


def test_the_pages_behind_a_feed_count_too(server):
    """Once the feed is there its pages are to be read as well; one that fails is said as it does."""
    told, address = [], server.url("/linked.xml")

    class Told(Watch):
        def expect(self, total):
            told.append(total)

        def begin(self, subject):
            told.append(subject.removeprefix(server.url("")))

        def fail(self, subject, reason):
            told.append((subject.removeprefix(server.url("")), reason.partition(":")[0]))

    found = list(read.sources([address], allow_private=True, watch=Told()))
    assert 3 == len(found)
    assert [1, 3] == [each for each in told if isinstance(each, int)]
    assert {"/linked.xml", "/page", "/status/404"} == {each for each in told if isinstance(each, str)}
    assert ("/status/404", "is not there (404 Not Found)") in told


def test_a_page_that_fails_is_said_once(server):
    """As it happens; that its summary is used is in the digest."""
    process, terminal = on_a_terminal("--allow-private", server.url("/linked.xml"), SAMPLE)
    _, shown = seen(process, terminal)
    assert 1 == shown.count("/status/404: ")


@pytest.mark.parametrize(("arguments", "environment"), [(["--quiet"], {}), ([], {"TERM": "dumb"})])
def test_whoever_wants_none_gets_none(server, arguments, environment):
    """--quiet, and a terminal that cannot move its cursor."""
    process, terminal = on_a_terminal(*arguments, SAMPLE, **environment)
    _, shown = seen(process, terminal)
    assert "" == shown


def test_a_pipe_gets_no_progress(server):
    """Where nobody looks on there is nothing but the failures, at the end, in the digest's order."""
    names = ["missing.txt", server.url("/status/404"), server.url("/status/410"), "absent.txt"]
    done = subprocess.run(
        [sys.executable, "-m", "summarize", "digest", "--allow-private", *names, SAMPLE],
        cwd=ROOT,
        capture_output=True,
        env=ENVIRONMENT,
    )
    assert 3 == done.returncode
    assert [f"summarize: {name}: " for name in sorted(names)] == [
        re.match(r"summarize: \S+: ", line)[0] for line in done.stderr.decode().splitlines()
    ]


def test_the_line_counts_each_source_once_and_shows_no_escape():
    """An address is fetched and then read, but it is one source; a name cannot act on the terminal."""
    progress = Progress()
    progress.expect(3)
    progress.begin("https://herald.example/\x1b[2J")
    progress.begin("https://herald.example/\x1b[2J")
    progress.begin("dam.txt")
    progress.end("https://herald.example/\x1b[2J")
    assert progress.text().startswith("reading 3 sources, 2 left: https://herald.example/")
    assert "\x1b" not in progress.text()
    progress.end("https://herald.example/\x1b[2J")
    progress.end("dam.txt")
    assert "reading 3 sources, 1 left: " == progress.text()
    progress.stage("choosing sentences")
    assert "choosing sentences …" == progress.text()
