"""The daily run as cron and systemd have it: text for whoever wants it installed, nothing is installed here.

Both start a program with next to nothing: no LANG, no XDG folders, another PATH. So every path is absolute,
and what the environment would have said is said on the command line.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path

from dateutil import tz

from summarize.briefing import folders as system
from summarize.briefing.config import Config

NAME = "summarize-brief"
LONGEST_LINE = 998  # characters; Debian's cron reads 1000 with the newline and the end (cron.h, MAX_COMMAND)
LONGEST_UNIT = 200  # characters of a configuration's name in a unit's; systemd and file systems take 255
TEMPORARY = (Path("/tmp"), Path("/var/tmp"))  # what PrivateTmp= hides
CONTROLS = re.compile(r"[\0-\x1f\x7f]")


@dataclass(frozen=True)
class Job:
    """What is to be run, and when. command: its words, the program by its full path.

    writes: the folders it has to write to. zone: of `at`, None for the system's. user: whose systemd it is,
    None for that of the system, which then runs it as `run_as`. unit: the name of its units.
    """

    title: str
    command: tuple[str, ...]
    at: time
    writes: tuple[Path, ...]
    zone: str | None = None
    run_as: str | None = None
    unit: str = NAME


def folders(config: Config, folder: Path, state: Path) -> tuple[Path, ...]:
    """The folders that a run writes to, each once, in a fixed order. folder: of the configuration."""
    output, atom = config.output, config.atom
    written = [output.file, output.latest, output.record, atom and atom.file]
    parents = [_parent(name, folder) for name in written if name]
    maildir = [_place(config.maildir.path, folder)] if config.maildir else []
    return tuple(dict.fromkeys([state, *parents, *maildir]))


def unit(configuration: Path) -> str:
    """What the units of a configuration are called, by its full path: like the folder of its memory.

    So those of one are not saved over those of another. The one in the system's own place has the plain name.
    """
    if configuration == system.config():
        return NAME
    # What systemd has in a unit's name (systemd.unit(5)); "@" makes a template, a leading "-" reads badly.
    own = re.sub(r"[^A-Za-z0-9_.]+", "-", system.state(configuration).name[-LONGEST_UNIT:]).lstrip("-")
    return f"{NAME}-{own}"


def crontab(job: Job) -> str:
    """One line of a crontab. Raises ValueError for a command that no crontab can hold.

    >>> job = Job("News", ("/opt/bin/summarize", "brief", "/home/me/100% news.toml"), time(6, 30), ())
    >>> print(crontab(job), end="")
    30 6 * * * /opt/bin/summarize brief '/home/me/100\\% news.toml'
    """
    _refuse_controls(job.command)
    # cron takes a bare % for the end of the line, quoted or not, and takes the backslash away.
    command = shlex.join(job.command).replace("%", "\\%")
    if len(command) > LONGEST_LINE:
        raise ValueError(f"is longer than the {LONGEST_LINE} characters that a crontab line may have")
    return f"{job.at.minute} {job.at.hour} * * * {command}\n"


def service(job: Job) -> str:
    """The unit that runs once. Raises ValueError for a path that no unit can hold."""
    _refuse_controls([*job.command, *map(str, job.writes)])
    return "".join(f"{line}\n" for line in _service(job))


def timer(job: Job) -> str:
    """The unit that says when."""
    at = f"*-*-* {job.at:%H:%M}:00" + (f" {job.zone}" if job.zone else "")
    return (
        f"[Unit]\nDescription={_line(job.title)}, every day\n\n"
        f"[Timer]\nOnCalendar={at}\nPersistent=true\nRandomizedDelaySec=10m\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def odd_days(at: time, zone: tzinfo, first: date) -> tuple[date, ...]:
    """The days of the year from `first` on that do not have this time once: clocks are changed over it.

    >>> odd_days(time(2, 30), tz.gettz("Europe/Berlin"), date(2026, 1, 1))
    (datetime.date(2026, 3, 29), datetime.date(2026, 10, 25))
    """
    moments = (datetime.combine(first + timedelta(days=day), at) for day in range(365))
    return tuple(
        moment.date()
        for moment in moments
        if not tz.datetime_exists(moment, zone) or tz.datetime_ambiguous(moment, zone)
    )


def _service(job: Job) -> Iterator[str]:
    yield from ("[Unit]", f"Description={_line(job.title)}")
    if job.run_as:  # a user's systemd knows nothing of the network; the timer waits for the clock, at least
        yield from ("Wants=network-online.target", "After=network-online.target")
    yield from ("", "[Service]", "Type=oneshot")
    if job.run_as:
        yield f"User={job.run_as}"  # also sets HOME
    # systemd starts no program with such a name; env does.
    words = (*(["/usr/bin/env"] if re.search(r"[\\\"']", job.command[0]) else []), *job.command)
    yield f"ExecStart={' '.join(_word(word).replace('$', '$$') for word in words)}"
    yield from ("SuccessExitStatus=3", "TimeoutStartSec=15min", "NoNewPrivileges=yes")
    yield "ProtectSystem=strict"
    yield from (f"ReadWritePaths={_word(str(path))}" for path in job.writes)
    if not any(Path(word).is_relative_to(each) for word in _paths(job) for each in TEMPORARY):
        yield "PrivateTmp=yes"
    yield "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX"


def _paths(job: Job) -> list[str]:
    return [*(word for word in job.command if word.startswith("/")), *map(str, job.writes)]


def _word(word: str) -> str:
    """One word of a unit's line: "%" begins a specifier, and quotes are C's."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return escaped if re.fullmatch(r"[\w@%+=:,./-]+", escaped) else f'"{escaped}"'


def _line(title: str) -> str:
    return CONTROLS.sub(" ", title).replace("%", "%%").rstrip("\\")


def _refuse_controls(words: Sequence[str]) -> None:
    for word in words:
        if CONTROLS.search(word):
            raise ValueError(f"holds a control character: {word!r}; rename it")


def _parent(name: str, folder: Path) -> Path:
    """The folder of a file whose name, or whose folders' names, may hold the day."""
    fixed = name.partition("{")[0]
    return _place(fixed if fixed.endswith("/") else str(Path(fixed + "x").parent), folder)


def _place(name: str, folder: Path) -> Path:
    return folder / Path(name).expanduser()
