"""What a briefing stands on, looked over: its files and who may read them, memory, lock, disk and clock.

Changes nothing. A fault is what keeps a briefing from being made or sent; a hint is what a reader may want
to know.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Literal

from dateutil import tz

from summarize import __version__
from summarize.briefing import config as configuration
from summarize.briefing import database, deliver, folders, history, lock, schedule, schema, secrets
from summarize.briefing.config import Config
from summarize.errors import ConfigError, StateError

LIBRARIES = ("click", "feedparser", "httpcore2", "lxml", "numpy", "pydantic", "scipy", "trafilatura")
EXTRAS = {
    "documents": ("pdfminer.six", "python-docx", "striprtf", "warcio"),
    "evaluate": ("rouge-score",),
    "plot": ("matplotlib",),
}
LEAST_SPACE = 100 * 1000**2  # bytes; a year's memory of forty feeds is less (chosen by eye)
PASSWORD = "SUMMARIZE_SMTP_PASSWORD"
BARE_PATH = "/usr/bin:/bin"  # in which cron looks for programs


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, and how it is."""

    subject: str
    text: str
    level: Literal["well", "hint", "fault"] = "well"


def findings(path: Path, state: Path, *, now: datetime) -> Iterator[Finding]:
    """All there is to say. path: of the configuration; state: the memory's folder; now: aware."""
    yield from _program()
    config = None
    try:
        config = configuration.load(path)
        yield Finding("configuration", f"{path}, {_counted(len(config.source), 'source')}")
    except ConfigError as error:
        for mistake in error.mistakes:
            yield Finding("configuration", mistake, "fault")
    if config:
        yield from _secrets(path, config)
        yield from _commands(config)
        yield from _outputs(config, path.parent)
    yield from _memory(state)
    yield from _run(state)
    yield from _space(state)
    yield from _clock(config, now)


def _program() -> Iterator[Finding]:
    yield Finding("summarize", f"{__version__}, {sys.executable}")
    yield Finding("Python", f"{platform.python_version()}, {platform.platform(terse=True)}")
    versions = (f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
    yield Finding("libraries", ", ".join([f"SQLite {sqlite3.sqlite_version}", *versions]))
    for extra, names in EXTRAS.items():
        missing = [name for name in names if not _is_installed(name)]
        advice = f"not installed: pip install 'summarize-digest[{extra}]' if it is wanted"
        yield Finding(f"extra {extra}", advice if missing else "installed", "hint" if missing else "well")


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _secrets(path: Path, config: Config) -> Iterator[Finding]:
    exposed = dict(secrets.exposed(path, config))
    for file, _ in secrets.files(path, config):
        if file in exposed:
            yield Finding("secrets", f"{file} {exposed[file]}", "fault")
        else:
            yield Finding("secrets", f"{file} can be read by you alone")


def _commands(config: Config) -> Iterator[Finding]:
    for program, *_ in secrets.commands(config):
        if not shutil.which(program):
            yield Finding("commands", f"{program!r} is not there", "fault")
        elif not shutil.which(program, path=BARE_PATH):
            yield Finding("commands", f"{program!r} is not where cron looks: give its full path", "hint")
    email = config.email
    if email and "@" in email.smtp and not email.password_command and PASSWORD not in os.environ:
        yield Finding("commands", f"no password for [email]: set password_command, or {PASSWORD}", "hint")


def _outputs(config: Config, folder: Path) -> Iterator[Finding]:
    if not configuration.goes_elsewhere(config):
        yield Finding(
            "output", "standard output alone: of a scheduled run cron mails it, if mail works", "hint"
        )
    try:
        if own := deliver.templates(config, folder):
            yield Finding("output", f"{own}, templates that can be used")
    except ConfigError as error:
        yield Finding("output", str(error), "fault")
    for each in schedule.folders(config, folder, folder)[1:]:
        there = _existing(each)
        if not (there.is_dir() and os.access(there, os.W_OK | os.X_OK)):
            yield Finding("output", f"{each} cannot be written to", "fault")
        else:
            yield Finding("output", str(each) if there == each else f"{each}, will be made")


def _memory(state: Path) -> Iterator[Finding]:
    path = state / folders.DATABASE
    for damaged in sorted(state.glob(f"{folders.DATABASE}.damaged-*[0-9]")):
        yield Finding("memory", f"{damaged} was set aside, damaged: delete it when it is not wanted", "hint")
    if not path.exists():
        yield Finding("memory", f"{path}, not there yet: the first run makes it")
        return
    for place in (state, path):
        mode = place.stat().st_mode & 0o777
        if mode & secrets.OTHERS:
            yield Finding("memory", f"{place} can be read by others ({mode:o}): chmod go= {place}", "hint")
    if not os.access(path, os.W_OK):
        yield Finding("memory", f"{path} cannot be written: check its permissions", "fault")
    try:
        if database.is_emptied(path):
            yield Finding("memory", f"{path} is empty: the next run begins anew; put a backup back", "hint")
            return
        yield from _content(path)
    except StateError as error:
        yield Finding("memory", str(error), "fault")


def _content(path: Path) -> Iterator[Finding]:
    faults = history.faults(path)
    if not faults:
        yield Finding("memory", f"{path}, schema {schema.VERSION}, {_size(path.stat().st_size)}")
    for fault in faults:
        yield Finding("memory", f"{path} is damaged: {fault}; {history.SET_ASIDE}", "fault")
    if strays := history.strays(path):
        lead = _counted(strays, "entry that leads nowhere", "entries that lead nowhere")
        yield Finding("memory", f"{path} has {lead}: runs pass them over", "hint")


def _run(state: Path) -> Iterator[Finding]:
    process = lock.holder(state / folders.LOCK)
    if process is None:
        yield Finding("lock", "free: no run is at work")
    else:
        yield Finding("lock", "a run is at work" + (f" (process {process})" if process else ""), "hint")
    try:
        made = history.briefings(state / folders.DATABASE)
    except StateError:
        return  # said of the memory
    if made:
        told = _counted(len(made[-1].stories), "story", "stories")
        yield Finding("briefings", f"the last of {made[-1].day}, {told}")
    for past in made:
        for target in past.targets:
            if target.delivered_at is None:
                reason = f": {target.reason}" if target.reason else ""
                how = "was given up for" if target.given_up_at else "waits to be sent to"
                yield Finding("briefings", f"{past.day} {how} {target.name}{reason}", "hint")


def _space(state: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(_existing(state)).free
    if free >= LEAST_SPACE:
        yield Finding("disk", f"{_size(free)} free for {state}")
    else:
        yield Finding("disk", f"only {_size(free)} free for {state}: make room", "fault")


def _clock(config: Config | None, now: datetime) -> Iterator[Finding]:
    """The zone, and the hours that a daily run had better avoid."""
    named = config.briefing.timezone if config else None
    zone = named or tz.gettz() or now.tzinfo
    local = now.astimezone(zone)
    own = "of the configuration" if named else "of the system"
    yield Finding("time zone", f"{named or local.tzname()}, {own}; it is {local:%a %d %b %Y %H:%M (UTC%z)}")
    change = zone and _change(zone, local)
    if change:
        day = f"{change:%d %b %Y at %H:%M}"
        yield Finding("time zone", f"clocks are changed on {day}: let no run begin around then", "hint")


def _change(zone: tzinfo, local: datetime) -> datetime | None:
    """The first hour within a year at which the clocks of a zone are changed."""
    start = local.astimezone(tz.UTC).replace(minute=0, second=0, microsecond=0)
    for hour in range(366 * 24):
        before, after = (start + timedelta(hours=hour + more) for more in (0, 1))
        if before.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            return before.astimezone(zone) + timedelta(hours=1)
    return None


def _existing(path: Path) -> Path:
    """A path, or the nearest above it that is there."""
    return next((each for each in (path, *path.parents) if each.exists()), path)


def _size(number: float) -> str:
    for unit in ("B", "kB", "MB"):
        if number < 1000:
            return f"{number:.0f} {unit}"
        number /= 1000
    return f"{number:.1f} GB"


def _counted(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"
