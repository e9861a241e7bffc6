"""`summarize brief check`: a configuration tried out, every source asked once."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import output, tables
from summarize.cli.brief_places import client, clock, config_argument, config_path, day, format_option
from summarize.cli.program import DONE, SKIPPED, USAGE

if TYPE_CHECKING:
    from summarize.briefing.check import Checked

COLUMNS = ("source", "kind", "items", "newest", "what is wrong")


@click.command(short_help="Try a configuration out: is it right, can every source be read?")
@config_argument
@format_option
@click.option("--date", "today", metavar="DAY", callback=day, help="The day that {date} in paths stands for.")
@click.option("--quiet", is_flag=True, help="Print only what is wrong.")
def check(config: Path | None, format: str, today: date | None, quiet: bool) -> int:
    """Read CONFIG, ask each of its sources once and say what came of it. Nothing is remembered.

    Exit status 2 if the configuration has mistakes, each of which is said with its line; 3 if a source
    cannot be read. Where a web page stands in a feed's place its feeds are named, and where a source has
    moved for good its new address.

    \b
    summarize brief check
    summarize brief check news.toml -f json
    """
    from summarize.briefing import check as checks
    from summarize.briefing import config as configuration
    from summarize.briefing import deliver, listing
    from summarize.cli.progress import Progress
    from summarize.read.safely import Parser

    path = config_path(config)
    read = configuration.load(path)
    deliver.templates(read, path.parent)
    with Progress(failures=False) as progress, client(read) as web, Parser() as parser:
        found = checks.check(read, path.parent, now=_noon(today), client=web, parser=parser, watch=progress)
    names = [*(each.name for each in found), *(each.place for each in found)]
    mistakes = listing.unknown_names(read, names, path)
    shown = [each for each in found if each.wrong or each.notes] if quiet else found
    if format == "json":
        listed = {
            "schema": "summarize.check/1",
            "sources": [_record(each) for each in shown],
            "mistakes": mistakes,
        }
        output.deliver(json.dumps(listed, indent=1).encode() + b"\n", None)
    elif shown:
        local = clock(read)
        tables.show(COLUMNS, [_row(each, local) for each in shown])
    for mistake in mistakes:
        output.say(mistake)
    if mistakes:
        return USAGE
    return SKIPPED if any(each.wrong for each in found) else DONE


def _noon(today: date | None) -> datetime:
    return datetime.combine(today, time(12), UTC) if today else datetime.now(UTC)


def _record(checked: Checked) -> dict[str, object]:
    return {
        "name": checked.name or None,
        "place": checked.place,
        "kind": checked.kind or None,
        "items": checked.items,
        "newest": checked.newest and checked.newest.isoformat(),
        "wrong": checked.wrong or None,
        "notes": list(checked.notes),
    }


def _row(checked: Checked, local: Callable[[datetime], datetime]) -> tuple[str, ...]:
    return (
        checked.name or checked.place,
        checked.kind,
        "" if checked.wrong else str(checked.items),
        f"{local(checked.newest):%a %d %b %Y %H:%M}" if checked.newest else "",
        "; ".join(filter(None, (checked.wrong, *checked.notes))),
    )
