"""What the commands of the briefing share: where its configuration and its memory are."""

from __future__ import annotations

from pathlib import Path

import click


def config_path(named: Path | None) -> Path:
    """The configuration, by its full path; links stay, so that what is printed is what the user knows."""
    from summarize.briefing import folders

    return (named.expanduser() if named else folders.config()).absolute()


def state_folder(named: Path | None) -> Path:
    """The folder of the briefing's memory, by its full path."""
    from summarize.briefing import folders

    return (named.expanduser() if named else folders.state()).absolute()


config_argument = click.argument(
    "config", metavar="[CONFIG]", required=False, type=click.Path(path_type=Path)
)
state_option = click.option(
    "--state",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the briefing's memory is, if not in the system's own place.",
)
