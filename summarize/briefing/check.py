"""check: a configuration tried out. Every source is asked once, and nothing is remembered of it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from summarize.briefing import listing
from summarize.briefing.config import Config, Source
from summarize.briefing.errands import Errands
from summarize.errors import FetchError
from summarize.model import Document, Failure
from summarize.read import discovery, feed_xml, feeds, links, urls, walk
from summarize.read.links import Link
from summarize.read.safely import Parser
from summarize.read.watch import Watch
from summarize.read.web import Client, Fetched
from summarize.text import clean

DEADLINE_SECONDS = 240.0  # for all, as for a run
OLD = timedelta(days=90)  # after which a feed may have been left behind (chosen by eye)
KINDS = {"rss": "RSS", "channel": "RSS", "rdf": "RSS 1.0", "feed": "Atom"}


@dataclass(frozen=True)
class Checked:
    """One source, tried. kind: what it turned out to be, "" if it could not be read.

    wrong: why it cannot be read; notes: what a reader should know all the same.
    """

    name: str
    place: str
    kind: str = ""
    items: int = 0
    newest: datetime | None = None
    wrong: str = ""
    notes: tuple[str, ...] = ()


def check(
    config: Config,
    folder: Path,
    *,
    now: datetime,
    client: Client,
    parser: Parser,
    watch: Watch | None = None,
    clock: Callable[[], float] = time.monotonic,
    deadline_seconds: float = DEADLINE_SECONDS,
) -> list[Checked]:
    """Every source, in the order of the configuration, then what in its lists of feeds is none.

    now: aware. client: closed if time is up before all have answered.
    """
    watch = watch or Watch()
    named = Counter(source.place for source in config.source)
    expanded, failures = listing.expanded(config, folder, client=client, parser=parser)
    wanted = expanded.source
    watch.expect(len(wanted))
    answers = _fetched(wanted, client, config.fetch.concurrency, watch, clock, clock() + deadline_seconds)
    found = []
    for source in wanted:
        if source.url:
            checked = _of_answer(source, answers.get(source.place), parser)
        else:
            checked = _of_files(source, config, folder, now)
        found.append(_noted(checked, now, twice=named[source.place] > 1))
    return [*found, *(Checked("", each.subject, wrong=each.error) for each in failures)]


def _fetched(
    sources: Sequence[Source],
    client: Client,
    workers: int,
    watch: Watch,
    clock: Callable[[], float],
    deadline: float,
) -> dict[str, Fetched | FetchError]:
    """What each address answered, by its place; those that are missing were not waited for."""
    errands: Errands[tuple[Source, Fetched | FetchError]] = Errands(workers=workers)

    def asked(source: Source) -> tuple[Source, Fetched | FetchError]:
        try:
            return source, client.get(source.place, allow_private=source.allow_private, robots=False)
        except FetchError as error:
            return source, error

    web = [source for source in sources if source.url]
    for source in web:
        watch.begin(source.label)
        errands.send(source.place, partial(asked, source))
    answers: dict[str, Fetched | FetchError] = {}
    while len(answers) < len(web):
        answer = errands.next(deadline - clock())
        if answer is None:
            client.close()
            break
        source, answers[source.place] = answer
        watch.end(source.label)
    return answers


def _of_answer(source: Source, answer: Fetched | FetchError | None, parser: Parser) -> Checked:
    place = urls.shown(source.place)
    if answer is None or isinstance(answer, FetchError):
        return Checked(source.name or place, place, wrong=answer.reason if answer else "was not waited for")
    suffix = walk.suffix(answer.final_url.partition("?")[0].partition("#")[0])
    found = parser.read(answer.body, place, suffix=suffix, content_type=answer.content_type)
    root = feeds.root(answer.body)
    kind = KINDS[root] if root in feed_xml.ROOTS else "page"
    if kind == "page" and answer.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        kind = "JSON feed"
    notes = []
    if answer.moved_permanently_to:
        notes.append(f'has moved for good: write url = "{answer.moved_permanently_to}"')
    if kind == "page":
        named = discovery.feeds(answer.body.decode("utf-8", "replace"), answer.final_url)
        if named:
            notes.append(f"is a page; its feeds: {', '.join(named[: feeds.MOST_NAMED])}")
    return _read(source.name or place, place, kind, found, notes)


def _of_files(source: Source, config: Config, folder: Path, now: datetime) -> Checked:
    found, own = listing.files(source, config, folder, now.date())
    several = "1 file in it is" if own == 1 else f"{own} files in it are"
    notes = [f"{several} this briefing's own: not read"] if own else []
    checked = _read(source.label, source.place, "files", found, notes)
    name = listing.named(source, folder, now.date())
    if checked.wrong and any(mark in name for mark in walk.MAGIC) and _fixed(name).is_dir():
        # Files come and go: a pattern is right if its folder is there.
        return Checked(source.label, source.place, "files", notes=("no file is there yet",))
    return checked


def _fixed(pattern: str) -> Path:
    """The folder that a pattern looks in, down to its first wildcard."""
    parts = Path(pattern).parts
    wild = next(at for at, part in enumerate(parts) if any(mark in part for mark in walk.MAGIC))
    return Path(*parts[:wild])


def _read(name: str, place: str, kind: str, found: Iterable[links.Found], notes: list[str]) -> Checked:
    found = list(found)
    entries = [each for each in found if isinstance(each, Document | Link)]
    failures = [each.error for each in found if isinstance(each, Failure) and not each.passed_over]
    if not entries and failures and not failures[0].startswith(feeds.EMPTY):
        return Checked(name, place, kind, wrong=failures[0], notes=tuple(notes))
    if failures:
        more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
        notes.append(f"{failures[0]}{more}")
    if alone := sum(isinstance(each, Document) and clean.is_headline(each) for each in entries):
        some = "1 item is a headline" if alone == 1 else f"{alone} items are headlines"
        notes.append(f"{some} and no text: told as such")
    newest = max((each.published for each in entries if each.published), default=None)
    return Checked(name, place, kind, len(entries), newest, notes=tuple(notes))


def _noted(checked: Checked, now: datetime, *, twice: bool) -> Checked:
    notes = list(checked.notes)
    if checked.newest and now - checked.newest > OLD:
        notes.append(f"nothing new for {(now - checked.newest).days} days")
    if twice:
        notes.append("is named more than once; counts once")
    return replace(checked, notes=tuple(notes))
