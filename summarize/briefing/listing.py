"""The sources that a configuration stands for: each once, lists of feeds replaced by what they list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from summarize.briefing.config import Config, Source
from summarize.briefing.state import State
from summarize.briefing.trouble import Trouble, is_due
from summarize.errors import ReadError
from summarize.model import Failure
from summarize.paper import Unread
from summarize.read import files, urls
from summarize.read.hrefs import is_web
from summarize.read.links import Link
from summarize.read.safely import Parser
from summarize.read.web import Client


def expanded(
    config: Config, folder: Path, *, client: Client, parser: Parser
) -> tuple[Config, tuple[Failure, ...]]:
    """The configuration with the feeds of its OPML lists as sources, and what in the lists is none.

    A feed takes weight and leave from the list's source, and its name from the list. Of two sources with one
    place the first counts.
    """
    listed = _listed(config, folder, client, parser)
    failures = (each for _, found in listed for each in found if isinstance(each, Failure))
    return _with(config, listed), tuple(failures)


def counted(
    config: Config, folder: Path, state: State, *, now: datetime, client: Client, parser: Parser
) -> tuple[Config, tuple[Trouble, ...]]:
    """The same for a run: a list that cannot be read counts its failures in a row as a feed does."""
    listed = _listed(config, folder, client, parser)
    troubles: list[Trouble] = []
    for source, found in listed:
        reasons = [each.error for each in found if isinstance(each, Failure)]
        if reasons:
            whole = len(reasons) == len(found)
            troubles.append(_trouble(source, reasons[0], state, config.briefing.warn_after, whole=whole))
        elif source.opml and state.known(source.place).failures:
            state.unchanged(source.place, now=now)
    return _with(config, listed), tuple(troubles)


Listed = list[tuple[Source, list[Source | Failure]]]


def _listed(config: Config, folder: Path, client: Client, parser: Parser) -> Listed:
    """Each source with those that it stands for: itself, if it is no list."""
    return [
        (source, list(_feeds(source, folder, client, parser)) if source.opml else [source])
        for source in config.source
    ]


def _with(config: Config, listed: Listed) -> Config:
    found: dict[str, Source] = {}
    for _, each in listed:
        for source in each:
            if isinstance(source, Source):
                found.setdefault(source.place, source)
    return config.model_copy(update={"source": list(found.values())})


def _trouble(source: Source, reason: str, state: State, warn_after: int, *, whole: bool) -> Trouble:
    place = urls.shown(source.place) if is_web(source.place) else source.place
    failures = state.known(source.place).failures + 1
    if whole:
        state.failed(source.place, reason)
    unread = Unread(source.name or place, place, reason, failures)
    return Trouble(unread, whole and is_due(failures, warn_after), partly=not whole)


def path(written: str, folder: Path) -> Path:
    """A path as the configuration has it: "~" is the user's home, relative ones count from its folder."""
    return folder / Path(written).expanduser()


def _feeds(source: Source, folder: Path, client: Client, parser: Parser) -> Iterator[Source | Failure]:
    name, base = source.opml or "", ""
    try:
        if is_web(name):
            fetched = client.get(name, allow_private=source.allow_private, robots=False)
            raw, uri, base = fetched.body, urls.shown(name), fetched.final_url
        else:
            place = str(path(name, folder))
            raw, uri = files.contents(place, files.LARGEST_FILE), files.shown(place)
    except ReadError as error:
        yield Failure(error.subject, error.reason)
        return
    for each in parser.read(raw, uri, suffix=".opml", content_type="text/x-opml", base=base):
        if isinstance(each, Link) and each.is_feed:
            yield source.model_copy(update={"opml": None, "url": each.url, "name": each.title})
        elif isinstance(each, Failure):
            yield each
        else:
            yield Failure(uri, "is no list of feeds (OPML)")
            return
