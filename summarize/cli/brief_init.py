"""`summarize brief init`: a configuration to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import output
from summarize.cli.brief_places import config_argument, config_path
from summarize.cli.program import DONE
from summarize.errors import DeliveryError

if TYPE_CHECKING:
    from summarize.read.opml import Subscription


def _addresses(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    from summarize.read import urls

    for value in values:
        try:
            urls.parse(value)
        except ValueError as error:
            raise click.BadParameter(f"{value!r} {error}.") from error
    return values


@click.command(short_help="Write a configuration to begin with.")
@config_argument
@click.option(
    "--opml",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Begin with the feeds of a list that a feed reader exported; its folders become sections.",
)
@click.option(
    "--feed",
    "feeds",
    metavar="URL",
    multiple=True,
    callback=_addresses,
    help="Begin with this feed; can be given again.",
)
def init(config: Path | None, opml: Path | None, feeds: tuple[str, ...]) -> int:
    """Write CONFIG, every setting with its default and what it is for. Asks nothing, overwrites nothing.

    Without CONFIG it goes where `summarize brief` looks for it. Only you can read it.

    \b
    summarize brief init
    summarize brief init --opml feeds.opml
    summarize brief init news.toml --feed https://council.example/feed.xml
    """
    from summarize.briefing import template
    from summarize.read.opml import Subscription

    path = config_path(config)
    listed, notes = _listed(opml) if opml else ((), ())
    named = (Subscription(None, url) for url in feeds)
    _create(path, template.written([*named, *listed]))
    for note in notes:
        output.say(f"{opml}: {note}")
    number = len(feeds) + len(listed)
    count = f" with {number} feed{'' if number == 1 else 's'}" if number else ""
    name = f" {config}" if config else ""
    output.say(f"{config or path}: written{count}; look through it, then: summarize brief check{name}")
    return DONE


def _listed(opml: Path) -> tuple[tuple[Subscription, ...], tuple[str, ...]]:
    """The feeds of a list, and what in it is none."""
    from summarize.read import files
    from summarize.read import opml as lists

    found = lists.parse(files.contents(str(opml), files.LARGEST_FILE), str(opml))
    logins = (
        f"{each.title or each.url}: the user and password in its address were left out: write them into url"
        for each in found.feeds
        if each.had_login
    )
    pages = (f"{each}: a page, and no feed of it: left out" for each in found.pages)
    return found.feeds, (*found.notes, *pages, *logins)


def _create(path: Path, text: str) -> None:
    """Write a file that was not there, whole or not at all, for its owner alone."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(0o600, exist_ok=False)  # the name is ours, and what replaces it keeps its mode
        try:
            output.deliver(text.encode(), str(path))
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    except FileExistsError as error:
        raise DeliveryError(
            str(path), "is there already and was left alone: edit it, or name another"
        ) from error
    except OSError as error:
        raise DeliveryError(
            str(path), f"cannot be written: {(error.strerror or str(error)).lower()}"
        ) from error
