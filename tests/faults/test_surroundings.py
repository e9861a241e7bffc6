"""The daily run in poor surroundings: no home, few files, a narrow page, a reader that leaves, an old memory."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from summarize.briefing import folders, schema
from tests.faults.job import brief, rows, written
from tests.faults.newsroom import Newsroom, items

MONDAY = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
NOTE = "The bridge at Orlen was closed on Monday after the flood damaged two of its pillars."


@pytest.fixture
def config(tmp_path):
    """A briefing of a folder of one note, on standard output."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "bridge.txt").write_text(NOTE)
    return written(tmp_path, {"path": str(tmp_path / "notes")}, briefing={"timezone": "UTC"})


def run(config, state, *, shell="exec $BRIEF", **environment):
    """The program itself, by a shell."""
    command = f"{sys.executable} -m summarize brief {config} --date 2026-11-23 --state {state}"
    given = {**os.environ, "BRIEF": command, **environment}
    return subprocess.run(["bash", "-c", shell], capture_output=True, text=True, env=given, check=False)


def lines(text):
    return text.splitlines()


def test_without_a_home_there_is_a_place_all_the_same(monkeypatch):
    """The system knows where a user is at home; a relative path would be another one for every folder."""
    for home in (None, "", "nowhere"):
        monkeypatch.delenv("HOME", raising=False)
        if home is not None:
            monkeypatch.setenv("HOME", home)
        for kind in ("STATE", "CONFIG"):
            monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
        assert (True, True) == (folders.state().is_absolute(), folders.config().is_absolute())


def test_a_home_that_is_none_is_said(config, tmp_path):
    """One line that says what to do, exit 1, before anything is read; with --state it works."""
    home = {"HOME": str(config / "home"), "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": ""}
    done = run(config, tmp_path / "state", shell="exec ${BRIEF% --state *}", **home)
    assert (1, "", 1) == (done.returncode, done.stdout, len(lines(done.stderr)))
    assert "use --state DIR" in done.stderr
    assert 0 == run(config, tmp_path / "state", **home).returncode


@pytest.mark.parametrize("files", [8, 10, 12, 16, 24, 64])
def test_few_open_files(files, config, tmp_path):
    """It works, or a line says that it does not; nothing is lost either way."""
    done = run(config, tmp_path / "state", shell=f"ulimit -n {files}; exec $BRIEF")
    assert "Traceback" not in done.stderr
    assert (done.returncode, NOTE.split()[0] in done.stdout) in [(0, True), (1, False), (4, False)]
    again = run(config, tmp_path / "state")
    assert 0 == again.returncode
    assert 1 == " ".join((done.stdout + again.stdout).split()).count(NOTE)


def test_half_a_gigabyte_is_enough(config, tmp_path):
    """Address space, not only what is used of it: the whole run, parser and all."""
    done = run(config, tmp_path / "state", shell="ulimit -v 524288; exec $BRIEF")
    assert (0, "", True) == (done.returncode, done.stderr, NOTE.split()[0] in done.stdout)


def test_a_narrow_page(config, tmp_path):
    """Twenty columns; only an address, which cannot be broken, is wider."""
    done = run(config, tmp_path / "state", COLUMNS="20")
    assert 0 == done.returncode
    assert all(len(line) <= 20 or "/" in line for line in lines(done.stdout))


def test_a_reader_that_has_had_enough(config, tmp_path):
    """`| head -n 1` ends it without a word, and it has arrived."""
    done = run(config, tmp_path / "state", shell='$BRIEF | head -n 1; echo "${PIPESTATUS[0]}"')
    assert (["Morning briefing, Mon 23 Nov 2026", "0"], "") == (lines(done.stdout), done.stderr)
    assert [(1,)] == rows(tmp_path / "state", "SELECT count(*) FROM outbox WHERE delivered_at IS NOT NULL")


@pytest.mark.parametrize(("to", "said"), [(">/dev/full", "no space left"), (">&-", "is closed")])
def test_a_briefing_that_cannot_be_printed(to, said, config, tmp_path):
    """Exit 4 and a line; the next run prints it."""
    done = run(config, tmp_path / "state", shell=f"exec $BRIEF {to}")
    assert (4, 1, True) == (done.returncode, len(lines(done.stderr)), said in done.stderr)
    assert "The bridge at Orlen" in run(config, tmp_path / "state").stdout


def traced(tmp_path, command):
    """What a command does to its files, as (call, what) in order; None where nobody may trace."""
    log = tmp_path / "trace"
    calls = "trace=fsync,fdatasync,rename,renameat,renameat2"
    subprocess.run(["strace", "-f", "-y", "-o", log, "-e", calls, *command], capture_output=True, check=False)
    if not log.exists():
        return None
    found = re.findall(r"^\d+ +(\w+)\((.*)\) += 0", log.read_text(), re.MULTILINE)
    return [("rename" if call.startswith("rename") else "sync", what) for call, what in found] or None


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace: apt-get install strace")
def test_what_a_power_cut_would_find(config, tmp_path):
    """The briefing is on the disk before its file, the file before its name, its name before the receipt."""
    with config.open("a") as file:
        file.write("\n[output]\nfile = 'out/{date}.txt'\nstdout = false\n")
    words = [
        sys.executable,
        "-m",
        "summarize",
        "brief",
        config,
        "--date",
        "2026-11-23",
        "--state",
        tmp_path / "s",
    ]
    done = traced(tmp_path, list(map(str, words)))
    if done is None:
        pytest.skip("nobody may trace a program here")
    places = {"database": "/state.db", "folder": "/out>", "file": "/out/"}
    steps = [
        f"{call} {kind}"
        for call, what in done
        for kind, place in places.items()
        if place in what.split(",")[0]
    ]
    at = steps.index("sync file")
    assert ["sync file", "rename file", "sync folder", "sync database"] == steps[at : at + 4]
    assert "sync database" in steps[:at]


def old(state):
    """The file of a memory as the first version had it."""
    connection = sqlite3.connect(Path(state) / "state.db", isolation_level=None)
    connection.execute("DROP TABLE forgotten")
    connection.execute("ALTER TABLE source DROP COLUMN unasked")
    connection.execute("ALTER TABLE said DROP COLUMN label")
    connection.execute("DROP INDEX item_revises")
    connection.execute("ALTER TABLE item DROP COLUMN revises")
    connection.execute("ALTER TABLE outbox DROP COLUMN given_up_at")
    connection.execute("ALTER TABLE item DROP COLUMN named")
    connection.execute("PRAGMA user_version = 1")
    connection.close()


def dying_at(statement):
    """A kill as SQLite comes to a statement."""
    connect = sqlite3.connect

    def seen(said):
        if said.strip().startswith(statement):
            os.kill(os.getpid(), signal.SIGKILL)

    def connected(*words, **options):
        connection = connect(*words, **options)
        connection.set_trace_callback(seen)
        return connection

    sqlite3.connect = connected


@pytest.mark.parametrize(
    "statement",
    ["BEGIN IMMEDIATE", "ALTER TABLE outbox", "CREATE INDEX item_revises", "PRAGMA user_version =", "COMMIT"],
)
def test_killed_while_the_memory_is_brought_up_to_date(statement, tmp_path):
    """It is of the old version or of the new one, and the next run tells what it would have told."""
    with Newsroom() as room:
        room.feed("/a", items(4))
        config = written(tmp_path, {"url": room.url("/a")}, briefing={"length": 500, "timezone": "UTC"})
        state, now = tmp_path / "state", MONDAY.isoformat()
        assert 0 == brief(config, state, now=now).status
        old(state)
        room.feed("/a", items(5))
        killed = brief(config, state, now=now, before=partial(dying_at, statement))
        assert -signal.SIGKILL == killed.status
        assert rows(state, "PRAGMA user_version") in ([(1,)], [(schema.VERSION,)])
        ran = brief(config, state, now=now)
    assert (0, "") == (ran.status, ran.talk)
    assert [(1, 4), (2, 1)] == rows(state, "SELECT briefing, count(*) FROM item GROUP BY briefing")
    assert [(schema.VERSION,)] == rows(state, "PRAGMA user_version")


@pytest.mark.parametrize("statement", ["UPDATE item SET document = NULL", "DELETE FROM item WHERE listed_at"])
def test_killed_while_it_forgets(statement, tmp_path):
    """What is old is forgotten as a whole or not at all; the paper was delivered before."""
    with Newsroom() as room:
        room.feed("/a", items(4))
        config = written(tmp_path, {"url": room.url("/a")}, briefing={"length": 500, "timezone": "UTC"})
        state, now = tmp_path / "state", MONDAY.isoformat()
        killed = brief(config, state, now=now, before=partial(dying_at, statement))
        assert -signal.SIGKILL == killed.status
        ran = brief(config, state, now=now)
    assert (1, 0, "", "") == (killed.out.count("Morning briefing"), ran.status, ran.out, ran.talk)
    assert [(1, 4)] == rows(state, "SELECT briefing, count(*) FROM item GROUP BY briefing")


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}])
def test_a_locale_without_letters(locale, config, tmp_path):
    """Nothing fails for want of a letter; where there is ASCII alone, our own signs are of it."""
    done = run(config, tmp_path / "state", **locale)
    assert (0, "") == (done.returncode, done.stderr)
    assert done.stdout.isascii() or "PYTHONIOENCODING" not in locale


def test_closed_standard_input_and_error(config, tmp_path):
    """Nobody is asked for anything, and what cannot be said is not."""
    done = run(config, tmp_path / "state", shell="exec $BRIEF <&- 2>&-")
    assert (0, True) == (done.returncode, "The bridge at Orlen" in done.stdout)
