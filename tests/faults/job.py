"""The daily job as a process of its own, with a clock to set and a step to be killed at.

    ran = brief(config, state, now=MONDAY, kill_at="prepared")

Everything is real: the command, SQLite, sockets, SIGKILL. Processes are forked from one that has imported all
of it, so that twenty of them take no longer than one that has not.
"""

import multiprocessing
import os
import signal
import sqlite3
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path

PRELOADED = ["tests.faults.job", "summarize.cli", "summarize.briefing.run", "summarize.cli.progress"]


@dataclass(frozen=True)
class Ran:
    """How it ended. status: negative for a signal."""

    status: int
    out: str
    talk: str
    seconds: float


class Run:
    """A run under way."""

    def __init__(self, config, state, *words, now=None, kill_at=None, wait_at=None, before=None, folder=None):
        self._folder = Path(folder or state).parent / f"run-{time.monotonic_ns()}"
        self._folder.mkdir(parents=True)
        words = ["brief", *map(str, words), "--state", str(state), str(config)]
        self._begun = time.monotonic()
        self.process = _context().Process(
            target=work, args=(words, str(self._folder), now, kill_at, wait_at, before)
        )
        self.process.start()

    def reached(self, step, *, seconds=20):
        """Wait until it has come to a step."""
        end = time.monotonic() + seconds
        while step not in self.steps():
            assert time.monotonic() < end, f"never came to {step!r}: {self.steps()}"
            assert self.process.is_alive() or step in self.steps(), self.ended()
            time.sleep(0.005)

    def steps(self):
        """What it has done so far."""
        path = self._folder / "steps"
        return path.read_text().splitlines() if path.exists() else []

    def ended(self):
        """Wait for its end."""
        self.process.join(120)
        assert self.process.exitcode is not None, "did not end within two minutes"
        read = (self._folder / name for name in ("out", "talk"))
        out, talk = (path.read_text() if path.exists() else "" for path in read)
        return Ran(self.process.exitcode, out, talk, time.monotonic() - self._begun)


def brief(config, state, *words, **given):
    """One run from beginning to end."""
    return Run(config, state, *words, **given).ended()


def work(words, folder, now, kill_at, wait_at, before):
    """What the process does. before: called first, for faults of its own such as limits."""
    for number, name in ((1, "out"), (2, "talk")):
        os.dup2(os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT, 0o600), number)
    sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115 – to the end
    from summarize.briefing import deliver
    from summarize.briefing import job as jobs
    from summarize.briefing.state import State
    from summarize.cli import main

    command = import_module("summarize.cli.brief")  # not the command of that name

    steps = os.open(f"{folder}/steps", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def step(name):
        os.write(steps, f"{name}\n".encode())
        # Here until a signal ends it; a single long sleep could begin just after the signal came.
        for _ in range(2000 if name == wait_at else 0):
            time.sleep(0.01)
        if name == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    listed = State._listed

    def half_stored(*arguments):
        found = listed(*arguments)
        step("storing")
        return found

    State._listed = half_stored
    jobs.Job = partial(jobs.Job, step=step)
    deliver.targets = partial(deliver.targets, step=step)
    if now:
        command._now = lambda config, _: datetime.fromisoformat(now).astimezone(config.briefing.timezone)
    if before:
        before()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
    try:
        main(words)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def rows(state, query):
    """What the state's file says to a query, and that it is whole."""
    connection = sqlite3.connect(f"file:{Path(state) / 'state.db'}?mode=ro", uri=True)
    try:
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def written(folder, *sources, **tables):
    """A configuration file. sources: tables; tables: others, by name."""

    def table(header, values):
        lines = (
            f"{key} = {str(value).lower() if isinstance(value, bool) else repr(value)}"
            for key, value in values.items()
        )
        return "\n".join([header, *lines, ""])

    path = Path(folder) / "briefing.toml"
    parts = [table(f"[{name}]", values) for name, values in tables.items()]
    parts += [table("[[source]]", {"allow_private": True, **source}) for source in sources]
    path.write_text("\n".join(parts))
    return path


def _context():
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context
