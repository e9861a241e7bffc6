"""collect: every source is asked what is new, and what it lists is stored with the validators it came with.

One transaction a source: whoever kills the run loses none of it. Fetching runs ahead in threads; parsing
and storing are done here, source by source as answers come. A source that fails costs only itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from summarize.briefing import listing, trouble
from summarize.briefing.config import Config
from summarize.briefing.errands import Errands
from summarize.briefing.reading import Reading, dated, identity
from summarize.briefing.state import State
from summarize.briefing.trouble import Trouble
from summarize.errors import FetchError
from summarize.model import Document, Failure
from summarize.read import feeds, links, urls, walk
from summarize.read.links import Link
from summarize.read.safely import Parser
from summarize.read.watch import Watch
from summarize.read.web import Client, Fetched, Validators

DEADLINE_SECONDS = 240.0  # for all fetching: a run is to end within five minutes, whoever hangs
LONGEST_WAIT = timedelta(hours=24)  # that a server can keep us away; a later date is a clock's mistake
MOVED = 3  # runs in a row in which a source says that it has moved, until it is believed


@dataclass(frozen=True)
class Collected:
    """What came of it. sources: read, or unchanged; documents: new ones, waiting to be told.

    older: titles of items of sources read for the first time that are only remembered, for their age.
    troubles: in the order of the configuration. recovered: names of sources that were spoken of and are
    read again.
    """

    sources: int
    documents: int
    older: tuple[str, ...]
    troubles: tuple[Trouble, ...]
    recovered: tuple[str, ...]


def collect(
    config: Config,
    state: State,
    *,
    now: datetime,
    client: Client,
    parser: Parser,
    folder: Path,
    step: Callable[[str], None] = lambda _: None,
    watch: Watch | None = None,
    clock: Callable[[], float] = time.monotonic,
    deadline_seconds: float = DEADLINE_SECONDS,
) -> Collected:
    """Ask all sources of a configuration, which names no lists any more (`listing.expanded`).

    now: aware, in the reader's zone. client: closed if time is up before all have answered. step: told
    "fetched" before anything is stored and "stored" after all is.
    """
    round = _Round(config, state, now, client, parser, folder, step, watch or Watch())
    try:
        round.run(clock, clock() + deadline_seconds)
    except BaseException:
        client.close()
        raise
    return round.result()


Answer = tuple[Reading, str, Fetched | FetchError]


@dataclass
class _Round:
    """All sources of one run."""

    config: Config
    state: State
    now: datetime
    client: Client
    parser: Parser
    folder: Path
    step: Callable[[str], None]
    watch: Watch
    sources: int = 0
    documents: int = 0

    def __post_init__(self) -> None:
        self.older: list[str] = []
        self.errands: Errands[Answer] = Errands(workers=self.config.fetch.concurrency)
        self.readings = [Reading(source, self.state.known(source.place)) for source in self.config.source]
        self.troubles: dict[str, Trouble] = {}
        self.recovered: list[str] = []

    def run(self, clock: Callable[[], float], deadline: float) -> None:
        """Send for what is far, read what is near meanwhile, then take answers as they come.

        Those that failed last go last: where one hangs, its host's others are not asked, and have their turn
        the next time.
        """
        self.watch.expect(len(self.readings))
        for reading in sorted(self.readings, key=lambda each: each.known.failures):
            if reading.source.url and not self._is_kept_away(reading):
                self._send(reading)
        for reading in self.readings:
            if not reading.source.url:
                self._read_files(reading)
        while any(not reading.done for reading in self.readings):
            answer = self.errands.next(deadline - clock())
            if answer is None:
                self.client.close()
                self._give_up()
                break
            self._take(*answer)
        self.step("stored")

    def result(self) -> Collected:
        """What came of it."""
        ordered = (self.troubles.get(reading.source.place) for reading in self.readings)
        return Collected(
            self.sources,
            self.documents,
            tuple(self.older),
            tuple(each for each in ordered if each),
            tuple(self.recovered),
        )

    def _is_kept_away(self, reading: Reading) -> bool:
        """Whether a server has asked not to be asked yet; then it is not."""
        until = reading.known.not_before
        if until is None or not self.now < until <= self.now + LONGEST_WAIT:
            return False
        reading.done = True
        said = f"its host asked not to be asked before {until.astimezone(self.now.tzinfo):%a %H:%M}"
        reason = reading.known.reason or said
        self.state.failed(reading.source.place, reason, not_before=until, asked=False)
        self._missed(reading, said)
        return True

    def _send(self, reading: Reading) -> None:
        known, source = reading.known, reading.source
        settled = known.moved_to and known.moved_times >= MOVED and not known.failures
        reading.url = known.moved_to if settled and known.moved_to else source.place
        self.watch.begin(source.label)
        validators = Validators(known.etag, known.last_modified)
        given = validators if validators.conditions() else None
        self._fetch(reading, reading.url, validators=given, robots=False, allow_private=source.allow_private)

    def _fetch(self, reading: Reading, url: str, **how: object) -> None:
        def work() -> Answer:
            reading.begun = True
            try:
                return reading, url, self.client.get(url, **how)  # type: ignore[arg-type]  # as named by callers
            except FetchError as error:
                return reading, url, error

        self.errands.send(url, work)

    def _take(self, reading: Reading, url: str, answer: Fetched | FetchError) -> None:
        if reading.lists is not None:
            reading.pages[url] = answer
            reading.awaited.discard(url)
        elif isinstance(answer, FetchError):
            self._failed(reading, answer)
        elif answer.status == 304:
            reading.fetched = answer
            self.state.unchanged(reading.source.place, now=self.now, moved_to=reading.moved_to)
            self._succeeded(reading)
        else:
            self._listed(reading, answer)
        if not reading.done and not reading.awaited:
            self._store(reading)

    def _listed(self, reading: Reading, fetched: Fetched) -> None:
        """A source has answered: what is new in it, and the pages behind that."""
        self.step("fetched")
        reading.fetched = fetched
        suffix = walk.suffix(fetched.final_url.partition("?")[0].partition("#")[0])
        self._sort(
            reading,
            self.parser.read(
                fetched.body,
                urls.shown(reading.source.place),
                suffix=suffix,
                content_type=fetched.content_type,
            ),
        )
        for each in reading.lists or ():
            if isinstance(each, Link) and reading.source.full_text:
                reading.awaited.add(each.url)
                self._fetch(reading, each.url, allow_private=reading.may_be_private(each.url))

    def _sort(self, reading: Reading, found: Iterable[links.Found]) -> None:
        """What is new and is to be told, what is only remembered, and what cannot be read."""
        found = list(found)
        failures = [each for each in found if isinstance(each, Failure) and not each.passed_over]
        entries = [each for each in found if not isinstance(each, Failure)]
        if not entries and failures and not failures[0].error.startswith(feeds.EMPTY):
            self._failed(reading, FetchError(reading.source.place, failures[0].error))
            return
        reading.reasons = [reading.said(each) for each in failures] if entries else []
        reading.lists = []
        for each in entries:
            name, mark = identity(each)
            if self.state.has_seen(reading.source.place, name, mark):
                reading.remembered[name] = mark
            elif reading.is_new and self._is_too_old(each):
                reading.remembered[name] = mark
                self.older.append(each.title or reading.place)
            else:
                reading.lists.append(each)
                if self._is_known_better(reading, each, name):
                    reading.edited.add(name)

    def _is_known_better(self, reading: Reading, item: Document | Link, name: str) -> bool:
        """Whether an item is known by more than the source says of it."""
        place = reading.source.place
        return self.state.has_listed(place, name) and not (
            item.text and self.state.has_summaries(place, name)
        )

    def _is_too_old(self, item: Document | Link) -> bool:
        return item.published is not None and item.published < self.now - self.config.briefing.first_run

    def _store(self, reading: Reading) -> None:
        """All that a source lists is here: keep it."""
        documents, marks, lost = reading.read_pages(self.parser, self.now)
        fetched = reading.fetched
        # What could not be had is asked for again, which an answer of 304 would prevent.
        validators = fetched.validators if fetched and not lost else Validators()
        self.documents += self.state.store(
            reading.source.place,
            [dated(each, self.now) for each in documents],
            now=self.now,
            etag=validators.etag,
            last_modified=validators.last_modified,
            moved_to=reading.moved_to,
            missing=reading.missing or None,
            marks=marks,
            only_remembered=reading.remembered,
        )
        self._succeeded(reading)

    def _read_files(self, reading: Reading) -> None:
        """A source of the user's own files, here and now; nothing in them is fetched."""
        self.watch.begin(reading.source.label)
        found, _ = listing.files(reading.source, self.config, self.folder, self.now.date())
        self._sort(reading, found)
        if not reading.done:
            self.step("fetched")
            self._store(reading)

    def _succeeded(self, reading: Reading) -> None:
        source = reading.source
        self.sources += 1
        if reading.known.missed >= self.config.briefing.warn_after:
            self.recovered.append(source.label)
        if reading.reasons:
            self.troubles[source.place] = Trouble(reading.partly_unread(self.now))
        self._end(reading)

    def _failed(self, reading: Reading, error: FetchError) -> None:
        known, wait = reading.known, error.retry_after_seconds
        said = trouble.reason(error.reason, known, status=error.status, gone=error.gone, now=self.now)
        not_before = self.now + min(timedelta(seconds=wait), LONGEST_WAIT) if wait else None
        self.state.failed(reading.source.place, said, not_before=not_before, asked=error.asked)
        self.watch.fail(self._missed(reading, said), said)
        self._end(reading)

    def _missed(self, reading: Reading, said: str) -> str:
        """It is not read in this run, asked or not: its name, as the paper lists it."""
        unread = reading.unread(said, reading.known.missed + 1, self.now)
        due = trouble.is_due(unread.failures, self.config.briefing.warn_after)
        self.troubles[reading.source.place] = Trouble(unread, due)
        return unread.name

    def _end(self, reading: Reading) -> None:
        reading.done = True
        self.watch.end(reading.source.label)

    def _give_up(self) -> None:
        """Time is up: whoever has not answered has failed, and pages that are missing are done without."""
        for reading in self.readings:
            if reading.done:
                continue
            if reading.lists is None:
                said = "was not waited for" if reading.begun else "not asked"
                error = FetchError(reading.source.place, f"{said}: time was up", asked=reading.begun)
                self._failed(reading, error)
            else:
                self._store(reading)
