"""The sources that a configuration stands for: each once, lists of feeds replaced by what they list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from summarize.briefing.config import Config, Source
from summarize.errors import ReadError
from summarize.model import Failure
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
    found: dict[str, Source] = {}
    failures: list[Failure] = []
    for source in config.source:
        for each in _feeds(source, folder, client, parser) if source.opml else (source,):
            if isinstance(each, Source):
                found.setdefault(each.place, each)
            else:
                failures.append(each)
    return config.model_copy(update={"source": list(found.values())}), tuple(failures)


def path(written: str, folder: Path) -> Path:
    """A path as the configuration has it: "~" is the user's home, relative ones count from its folder."""
    return folder / Path(written).expanduser()


def _feeds(source: Source, folder: Path, client: Client, parser: Parser) -> Iterator[Source | Failure]:
    name = source.opml or ""
    try:
        if is_web(name):
            fetched = client.get(name, allow_private=source.allow_private, robots=False)
            raw, uri = fetched.body, urls.shown(name)
        else:
            place = str(path(name, folder))
            raw, uri = files.contents(place, files.LARGEST_FILE), files.shown(place)
    except ReadError as error:
        yield Failure(error.subject, error.reason)
        return
    for each in parser.read(raw, uri, suffix=".opml", content_type="text/x-opml"):
        if isinstance(each, Link) and each.is_feed:
            yield source.model_copy(update={"opml": None, "url": each.url, "name": each.title})
        elif isinstance(each, Failure):
            yield each
        else:
            yield Failure(uri, "is no list of feeds (OPML)")
            return
