"""`summarize brief forget`: a source, or a day, taken out of the memory."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import output
from summarize.cli.brief_places import as_day, config_if_any, state_folder, state_option
from summarize.cli.program import DONE, NOTHING

if TYPE_CHECKING:
    from summarize.briefing.history import Forgotten


@click.command(short_help="Forget a source, or the briefing of a day.")
@click.argument("what", metavar="URL|DATE")
@click.option(
    "--config",
    metavar="CONFIG",
    type=click.Path(path_type=Path),
    help="The configuration whose memory it is; its sources can be given by name.",
)
@state_option
def forget(what: str, config: Path | None, state: Path | None) -> int:
    """Forget a source by its address, path or name, or the briefings of a day; says what is gone.

    A source that is forgotten is read as a new one by the next run. What a forgotten day told waits to be
    told again, as far as its texts are kept (30 days); what was not delivered of it never will be. Files and
    mails that were delivered stay where they are.

    \b
    summarize brief forget https://council.example/feed.xml
    summarize brief forget 2026-11-23
    """
    from summarize.briefing import folders, history, lock

    folder = state_folder(state, config)
    path = folder / folders.DATABASE
    day = as_day(what)
    place = what if day else _place(what, config)
    if not path.exists():
        output.say(f"{path}: nothing is remembered, so there is nothing to forget")
        return NOTHING
    with lock.held(folder / folders.LOCK):
        gone = history.forget_day(path, day) if day else history.forget_source(path, place)
    if gone is None:
        output.say(f"{what}: {_unknown(what, path, day)}")
        return NOTHING
    output.deliver(output.for_people(_said(day, place, gone), None), None)
    return DONE


def _place(what: str, named: Path | None) -> str:
    """The place of a source that is called by its name; else what was said."""
    config = config_if_any(named)
    return next((source.place for source in config.source if what == source.name), what) if config else what


def _unknown(what: str, path: Path, day: date | None) -> str:
    from summarize.briefing import history
    from summarize.read import urls

    if day:
        days = [each.day.isoformat() for each in history.briefings(path)]
        return (
            f"no briefing is remembered of that day (first {days[0]}, last {days[-1]})"
            if days
            else ("no briefing is remembered")
        )
    close = get_close_matches(what, [each.place for each in history.sources(path)], 1)
    advice = f"did you mean {urls.shown(close[0])}?" if close else "`summarize brief sources` lists them"
    return f"no such source is remembered: {advice}"


def _said(day: date | None, place: str, gone: Forgotten) -> str:
    from summarize.read import urls

    if day is None:
        return (
            f"forgotten: {urls.shown(place)}, with {_counted(gone.documents, 'item')} it listed"
            f" ({gone.waiting} not yet told); the next run reads it as a new source\n"
        )
    lost = f"; not delivered and lost: {', '.join(gone.undelivered)}" if gone.undelivered else ""
    return (
        f"forgotten: {_counted(gone.briefings, 'briefing')} of {day}, and what they said;"
        f" {gone.waiting} of {_counted(gone.documents, 'item')} wait to be told again{lost}\n"
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
