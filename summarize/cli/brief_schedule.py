"""`summarize brief schedule`: the line or the units that make it a daily thing, printed and not installed."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import output
from summarize.cli.brief_places import config_argument, config_path, state_folder, state_option
from summarize.cli.program import DONE

if TYPE_CHECKING:
    from summarize.briefing.config import Config
    from summarize.briefing.schedule import Job

PROXIES = ("http_proxy", "https_proxy", "all_proxy")


def _time(_: click.Context, __: click.Parameter, value: str) -> time:
    try:
        return datetime.strptime(value, "%H:%M").time()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no time of day: write 06:30.") from None


@click.command(short_help="Print the crontab line or the systemd units of a daily run.")
@config_argument
@click.option("--cron", is_flag=True, help="A line for `crontab -e`.")
@click.option("--systemd", is_flag=True, help="A service and its timer.")
@click.option(
    "--at", metavar="HH:MM", default="06:30", show_default=True, callback=_time, help="When to run."
)
@click.option(
    "--only", type=click.Choice(("service", "timer")), help="Print only this unit, to write it to a file."
)
@state_option
def schedule(
    config: Path | None, cron: bool, systemd: bool, at: time, only: str | None, state: Path | None
) -> int:
    """Print what makes the briefing of CONFIG a daily thing: a crontab line, or a systemd service and timer.

    Nothing is installed; how to do that is said on standard error. Paths are absolute and nothing is
    expected of the environment, for neither has much of one.

    \b
    summarize brief schedule --cron
    summarize brief schedule --systemd --at 05:45
    summarize brief schedule --systemd --only timer > summarize-brief.timer
    """
    if cron == systemd:
        raise click.UsageError(f"One of --cron and --systemd {'at a time' if cron else 'is needed'}.")
    if only and cron:
        raise click.UsageError("--only names a unit of --systemd.")
    from summarize.briefing import config as configuration
    from summarize.briefing import schedule as schedules

    path, folder = config_path(config), state_folder(state, config)
    found = configuration.load(path)
    job = schedules.Job(
        found.briefing.title,
        _command(path, folder, named=state is not None),
        at,
        schedules.folders(found, path.parent, folder),
        str(found.briefing.timezone) if found.briefing.timezone else None,
        "root" if os.geteuid() == 0 else None,
        schedules.unit(path),
    )
    try:
        text = schedules.crontab(job) if cron else _units(job, only)
    except ValueError as error:
        raise click.UsageError(f"{path}: {error}.") from error
    output.deliver(text.encode(), None)
    for note in (_cron_notes if cron else _systemd_notes)(found, job):
        output.say(note)
    return DONE


def program() -> tuple[str, ...]:
    """The words that start this program from anywhere."""
    script = Path(sys.executable).with_name("summarize")
    # -P: a folder "summarize" in the home directory, where cron starts, is not this package.
    return (str(script),) if os.access(script, os.X_OK) else (sys.executable, "-P", "-m", "summarize")


def _command(config: Path, state: Path, *, named: bool) -> tuple[str, ...]:
    # A folder that the environment names here is another one where there is no such environment.
    elsewhere = named or "XDG_STATE_HOME" in os.environ
    return (*program(), "brief", "--quiet", *(["--state", str(state)] if elsewhere else []), str(config))


def _units(job: Job, only: str | None) -> str:
    from summarize.briefing import schedule as schedules

    made = {"service": schedules.service(job), "timer": schedules.timer(job)}
    if only:
        return made[only]
    return "\n".join(f"# {_unit_folder(job)}/{job.unit}.{kind}\n{text}" for kind, text in made.items())


def _unit_folder(job: Job) -> str:
    return "/etc/systemd/system" if job.run_as else "~/.config/systemd/user"


def _cron_notes(config: Config, job: Job) -> Iterator[str]:
    yield "nothing is installed: add the line with `crontab -e`; cron mails what goes wrong to MAILTO"
    if job.zone:
        yield f"cron goes by the system's clock, not by {job.zone}, the briefing's time zone"
    yield from _notes(config, job, "cron")


def _systemd_notes(config: Config, job: Job) -> Iterator[str]:
    control = "systemctl" if job.run_as else "systemctl --user"
    yield (
        f"nothing is installed: save the units in {_unit_folder(job)}, then: "
        f"{control} daemon-reload && {control} enable --now {job.unit}.timer"
    )
    if not job.run_as:
        yield "to have it run while you are not logged in: loginctl enable-linger"
    missing = [path for path in job.writes if not path.is_dir()]
    if missing:
        yield f"systemd wants the folders to be there: mkdir -p {shlex.join(map(str, missing))}"
    if config.email and config.email.password_command:
        yield "if the password command writes (gpg does, to ~/.gnupg), add its folder as ReadWritePaths="
    yield from _notes(config, job, "systemd")


def _notes(config: Config, job: Job, kind: str) -> Iterator[str]:
    from dateutil import tz

    from summarize.briefing import config as configuration
    from summarize.briefing import schedule as schedules

    if not configuration.goes_elsewhere(config):
        reader = "cron mails it, if mail works here" if kind == "cron" else "it is for the journal"
        yield f"the briefing goes to standard output alone, and {reader}: set file under [output], or [email]"
    zone = (config.briefing.timezone if kind == "systemd" else None) or tz.gettz()
    odd = schedules.odd_days(job.at, zone, date.today()) if zone else ()
    if odd:
        days = " and ".join(f"{day:%-d %b %Y}" for day in odd)
        yield f"clocks are changed over {job.at:%H:%M} on {days}: take a time outside 02:00 to 03:00"
    unset = [name for name in PROXIES if os.environ.get(name) or os.environ.get(name.upper())]
    if unset:
        yield f"{kind} does not know {', '.join(unset)} of this shell: set it there, too"
    if "SUMMARIZE_SMTP_PASSWORD" in os.environ:
        yield f"{kind} does not know SUMMARIZE_SMTP_PASSWORD: name a password_command under [email]"
