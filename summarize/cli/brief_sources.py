"""`summarize brief sources`: how each source has done."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import output, tables
from summarize.cli.brief_places import (
    clock,
    config_argument,
    config_if_any,
    format_option,
    state_file,
    state_option,
)
from summarize.cli.program import DONE

if TYPE_CHECKING:
    from summarize.briefing.config import Config
    from summarize.briefing.history import Followed

COLUMNS = ("source", "last read", "items", "what is wrong")


@click.command(short_help="How each source is doing: last read, failures, next try.")
@config_argument
@format_option
@state_option
def sources(config: Path | None, format: str, state: Path | None) -> int:
    """Say of each source of CONFIG when it was last read, how often in a row it has failed and why.

    Asks no source; `summarize brief check` does. A source that has moved for good is shown with its new
    address.

    \b
    summarize brief sources
    summarize brief sources news.toml -f json
    """
    from summarize.briefing import history

    known = config_if_any(config)
    found = list(_named(known, history.sources(state_file(state, config))))
    now = datetime.now(UTC)
    if format == "json":
        rows = [_record(name, listed, each, now) for name, listed, each in found]
        output.deliver(
            json.dumps({"schema": "summarize.sources/1", "sources": rows}, indent=1).encode() + b"\n", None
        )
    elif found:
        local = clock(known)
        tables.show(COLUMNS, [_row(name, listed, each, now, local) for name, listed, each in found])
    else:
        output.say("no source is known: nothing was read yet, and there is no configuration")
    return DONE


def _named(config: Config | None, followed: list[Followed]) -> Iterator[tuple[str, bool, Followed]]:
    """Each source with its name, and whether the configuration lists it; in its order, others after."""
    from summarize.briefing.history import Followed
    from summarize.briefing.memory import Known

    known = {each.place: each for each in followed}
    for source in config.source if config else ():
        if source.opml is None:
            yield source.name or "", True, known.pop(source.place, Followed(source.place, Known(), 0, 0))
    # The feeds of a list are not known by the configuration, which names the list.
    lists = config is None or any(source.opml for source in config.source)
    for each in known.values():
        yield "", lists, each


def _next_try(each: Followed, now: datetime) -> datetime | None:
    until = each.known.not_before
    return until if until and until > now else None


def _record(name: str, listed: bool, each: Followed, now: datetime) -> dict[str, object]:
    from summarize.read import urls

    known, wait = each.known, _next_try(each, now)
    return {
        "name": name or None,
        "place": urls.shown(each.place),
        "in_config": listed,
        "last_read": known.read_at and known.read_at.isoformat(),
        "items": each.documents,
        "waiting": each.waiting,
        "failures": known.failures,
        "reason": known.reason,
        "next_try": wait and wait.isoformat(),
        "moved_to": known.moved_to and urls.shown(known.moved_to),
    }


def _row(
    name: str, listed: bool, each: Followed, now: datetime, local: Callable[[datetime], datetime]
) -> tuple[str, ...]:
    from summarize.read import urls

    known, wait = each.known, _next_try(each, now)
    row = f"{known.missed} runs in a row" if known.missed > 1 else ""
    later = f"next try {local(wait):%a %H:%M}" if wait else ""
    more = ", ".join(filter(None, (row, later)))
    wrong = [
        known.reason and (f"{known.reason} ({more})" if more else known.reason),
        known.moved_to and f"moved to {urls.shown(known.moved_to)}",
        None if listed else "no longer in the configuration",
    ]
    return (
        name or urls.shown(each.place),
        f"{local(known.read_at):%d %b %H:%M}" if known.read_at else "never",
        str(each.documents),
        "; ".join(filter(None, wrong)),
    )
