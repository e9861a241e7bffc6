"""`summarize brief doctor`: is all there that a daily run stands on?"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from summarize.cli import tables
from summarize.cli.brief_places import config_argument, config_path, state_folder, state_option
from summarize.cli.program import DONE, NOTHING

MARKS = {"well": "ok", "hint": "note", "fault": "FAULT"}


@click.command(short_help="Check everything that the daily run depends on.")
@config_argument
@state_option
def doctor(config: Path | None, state: Path | None) -> int:
    """Look over CONFIG, the memory, the lock, the disk, the clock and the libraries; change nothing.

    Exit status 1 if something would keep a briefing from being made or sent. Sources are not asked;
    `summarize brief check` does that.

    \b
    summarize brief doctor
    """
    from summarize.briefing import health

    found = list(health.findings(config_path(config), state_folder(state, config), now=datetime.now(UTC)))
    rows = [(each.subject, MARKS[each.level], each.text) for each in found]
    tables.show(("what", "is", "how"), rows)
    return NOTHING if any(each.level == "fault" for each in found) else DONE
