"""What the commands of the briefing share: where its configuration and its memory are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import output
from summarize.errors import ConfigError

if TYPE_CHECKING:
    from summarize.briefing.config import Config
    from summarize.read.web import Client

EARLIEST, LATEST = 1970, 9998  # years: computers' clocks begin there, and Python's calendar ends with 9999


def config_path(named: Path | None) -> Path:
    """The full path of the configuration; links are kept, so that the user knows it when it is printed."""
    from summarize.briefing import folders

    return (named.expanduser() if named else folders.config()).absolute()


def state_folder(named: Path | None, config: Path | None) -> Path:
    """The full path of the folder that holds a configuration's memory. named: what `--state` says.

    If both are given and the folder named is another configuration's, it is a folder inside that one.
    """
    from summarize.briefing import folders

    if named is None:
        return folders.state(config_path(config)).absolute()
    base = named.expanduser().absolute()
    return folders.within(base, config_path(config)) if config else base


def as_day(value: str) -> date | None:
    """The day that a text names, 2026-11-23; None if it names none."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """A day as an option has it, 2026-11-23."""
    if value is None:
        return None
    found = as_day(value)
    if found is None:
        raise click.BadParameter(f"{value!r} is no day: write 2026-11-23.")
    if not EARLIEST <= found.year <= LATEST:
        raise click.BadParameter(f"{value!r} is not between {EARLIEST} and {LATEST}: write 2026-11-23.")
    return found


def state_file(named: Path | None, config: Path | None) -> Path:
    """The full path of the database that is the memory."""
    from summarize.briefing import folders

    return state_folder(named, config) / folders.DATABASE


config_argument = click.argument(
    "config", metavar="[CONFIG]", required=False, type=click.Path(path_type=Path)
)
state_option = click.option(
    "--state",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the briefing's memory is, if not in the system's own place.",
)

format_option = click.option(
    "-f",
    "--format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="What to print.",
)


def config_if_any(named: Path | None) -> Config | None:
    """The configuration, for a command that can do without; None without one. Mistakes in it are said."""
    from summarize.briefing import config

    path = config_path(named)
    if named is None and not path.exists():
        return None
    try:
        return config.load(path)
    except ConfigError as error:
        output.say(str(error))
        return None


def client(config: Config) -> Client:
    """A web client with the limits that a configuration sets."""
    from summarize.read.web import Client

    fetch = config.fetch
    return Client(
        deadline_seconds=fetch.timeout.total_seconds(),
        inflated_limit=fetch.max_size,
        concurrency=fetch.concurrency,
    )


def clock(config: Config | None) -> Callable[[datetime], datetime]:
    """A function that puts a moment into the reader's time zone."""
    zone = config.briefing.timezone if config else None
    return lambda moment: moment.astimezone(zone)
