"""The sources that a configuration stands for: each once, lists of feeds replaced by what they list."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

from summarize import read
from summarize.briefing import mistakes, overwriting
from summarize.briefing.config import Config, Source, written
from summarize.briefing.file import DAY
from summarize.briefing.state import State
from summarize.briefing.trouble import Trouble, is_due
from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.paper import Unread
from summarize.read import files as disk
from summarize.read import parts, urls
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
    unread = Unread(source.name or place, place, reason, failures, partly=not whole)
    return Trouble(unread, whole and is_due(failures, warn_after))


def named(source: Source, folder: Path, day: date) -> str:
    """The file, folder or pattern that a source is on a day."""
    return str(path((source.path or "").replace(DAY, day.isoformat()), folder))


def files(source: Source, config: Config, folder: Path, day: date) -> tuple[list[Document | Failure], int]:
    """What is in a source of the user's own files on a day, and how many files in it are the briefing's own.

    Those are not read: a briefing would tell itself. Nothing in the others is fetched.
    """
    name = named(source, folder, day)
    own = written(config)
    found, passed = list[Document | Failure](), set[str]()
    for each in read.sources([name], fetch=_offline, headlines=True):
        file = each.uri if isinstance(each, Document) else each.subject
        file = parts.container(file) or file
        if file in passed or overwriting.is_own(file, own, folder):
            passed.add(file)
        else:
            found.append(each)
    return found, len(passed)


def _offline(url: str) -> tuple[bytes, str, str]:
    raise ReadError(urls.shown(url), "is no file: name it as a url")


def unknown_names(config: Config, names: Collection[str], file: Path) -> list[str]:
    """Sources that a section names and that there are not, a line each.

    names: of all that there are. file: of the configuration, for the lines.
    """
    try:
        text = file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:  # it was there a moment ago
        text = ""
    lines = []
    for number, section in enumerate(config.section):
        for name in section.sources:
            if name not in names:
                close = get_close_matches(name, names, 1)
                advice = f' (did you mean "{close[0]}"?)' if close else ""
                reason = f'no source is called "{name}"{advice}'
                lines.append(": ".join(mistakes.at(file, text, ("section", number, "sources"), reason)))
    return lines


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
            raw, uri = disk.contents(place, disk.LARGEST_FILE), disk.shown(place)
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
