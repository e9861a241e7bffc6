"""`summarize brief history`: the briefings that were made, and whether they have arrived."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import output, tables
from summarize.cli.brief_places import (
    config_argument,
    day,
    format_option,
    state_file,
    state_option,
)
from summarize.cli.program import DONE, NOTHING
from summarize.render.sinks import clip

if TYPE_CHECKING:
    from summarize.briefing.history import Past, Target

COLUMNS = ("day", "stories", "items", "delivered", "first story")
REASON = 60  # characters of why a target has it not; JSON has all of it (chosen by eye)
DAYS = 30  # shown where nobody asks for more (chosen by eye)


@click.command(short_help="Past briefings, and whether they have arrived.")
@config_argument
@click.option(
    "--since",
    metavar="DAY",
    callback=day,
    show_default=f"the last {DAYS} briefings",
    help="Only briefings from this day on.",
)
@format_option
@state_option
def history(config: Path | None, since: date | None, format: str, state: Path | None) -> int:
    """List the briefings of CONFIG: stories, sentences, items told, and where they have arrived.

    A briefing that has not arrived somewhere is kept and sent again with the next run, until it is given up:
    after a week where it is refused for good, after a month where nobody answers.

    \b
    summarize brief history
    summarize brief history news.toml
    summarize brief history --since 2026-11-01 -f json
    """
    from summarize.briefing import history as histories

    found = histories.briefings(state_file(state, config), since=since)
    found = found if since else found[-DAYS:]
    if format == "json":
        listed = {"schema": "summarize.history/1", "briefings": [_record(each) for each in found]}
        output.deliver(json.dumps(listed, indent=1).encode() + b"\n", None)
        return DONE
    if not found:
        output.say(f"no briefing was made{f' since {since}' if since else ' yet'}")
        return NOTHING
    tables.show(COLUMNS, [_row(each) for each in found])
    return DONE


def _record(past: Past) -> dict[str, object]:
    return {
        "day": past.day.isoformat(),
        "made_at": past.made_at.isoformat(),
        "since": past.since and past.since.isoformat(),
        "stories": past.stories,
        "sentences": past.sentences,
        "items": past.documents,
        "targets": [
            {
                "target": each.name,
                "delivered_at": each.delivered_at and each.delivered_at.isoformat(),
                "reason": each.reason,
                "tries": each.tries,
                "given_up_at": each.given_up_at and each.given_up_at.isoformat(),
            }
            for each in past.targets
        ],
    }


def _row(past: Past) -> tuple[str, ...]:
    return (
        past.day.isoformat(),
        str(len(past.stories)),
        str(past.documents),
        ", ".join(map(_arrived, past.targets)),
        past.stories[0] if past.stories else "",
    )


def _arrived(target: Target) -> str:
    if target.delivered_at:
        return target.name
    how = "given up" if target.given_up_at else "waits"
    tried = f" ({target.tries} tried: {clip(target.reason, REASON)})" if target.reason else ""
    return f"{target.name} {how}{tried}"
