"""collect: every source is asked what is new, and what it lists is stored with the validators it came with.

One transaction a source: whoever kills the run loses none of it. Fetching runs ahead in threads; parsing
and storing are done here, source by source as answers come. A source that fails costs only itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from summarize.briefing import listing, trouble
from summarize.briefing.config import Config
from summarize.briefing.errands import Errands
from summarize.briefing.reading import Reading, identity
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

    older: items of sources read for the first time that are only remembered, for their age. troubles: in the
    order of the configuration. recovered: names of sources that were spoken of and are read again.
    """

    sources: int
    documents: int
    older: int
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


class _Round:
    """All sources of one run."""

    def __init__(
        self,
        config: Config,
        state: State,
        now: datetime,
        client: Client,
        parser: Parser,
        folder: Path,
        step: Callable[[str], None],
        watch: Watch,
    ) -> None:
        self._config, self._state, self._now = config, state, now
        self._client, self._parser, self._folder = client, parser, folder
        self._step, self._watch = step, watch
        self._errands: Errands[Answer] = Errands(workers=config.fetch.concurrency)
        self._readings = [Reading(source, state.known(source.place)) for source in config.source]
        self._troubles: dict[str, Trouble] = {}
        self._sources = self._documents = self._older = 0
        self._recovered: list[str] = []

    def run(self, clock: Callable[[], float], deadline: float) -> None:
        """Send for what is far, read what is near meanwhile, then take answers as they come.

        Those that failed last go last: where one hangs, its host's others are not asked, and have their turn
        the next time.
        """
        self._watch.expect(len(self._readings))
        for reading in sorted(self._readings, key=lambda each: each.known.failures):
            if reading.source.url and not self._is_kept_away(reading):
                self._send(reading)
        for reading in self._readings:
            if not reading.source.url:
                self._read_files(reading)
        while any(not reading.done for reading in self._readings):
            answer = self._errands.next(deadline - clock())
            if answer is None:
                self._client.close()
                self._give_up()
                break
            self._take(*answer)
        self._step("stored")

    def result(self) -> Collected:
        """What came of it."""
        ordered = (self._troubles.get(reading.source.place) for reading in self._readings)
        return Collected(
            self._sources,
            self._documents,
            self._older,
            tuple(each for each in ordered if each),
            tuple(self._recovered),
        )

    def _is_kept_away(self, reading: Reading) -> bool:
        """Whether a server has asked not to be asked yet; then it is not."""
        until = reading.known.not_before
        if until is None or not self._now < until <= self._now + LONGEST_WAIT:
            return False
        reading.done = True
        said = f"its host asked not to be asked before {until.astimezone(self._now.tzinfo):%a %H:%M}"
        reason = reading.known.reason or said
        self._state.failed(reading.source.place, reason, not_before=until, asked=False)
        self._missed(reading, said)
        return True

    def _send(self, reading: Reading) -> None:
        known, source = reading.known, reading.source
        settled = known.moved_to and known.moved_times >= MOVED and not known.failures
        reading.url = known.moved_to if settled and known.moved_to else source.place
        self._watch.begin(source.label)
        validators = Validators(known.etag, known.last_modified)
        given = validators if validators.conditions() else None
        self._fetch(reading, reading.url, validators=given, robots=False, allow_private=source.allow_private)

    def _fetch(self, reading: Reading, url: str, **how: object) -> None:
        def work() -> Answer:
            reading.begun = True
            try:
                return reading, url, self._client.get(url, **how)  # type: ignore[arg-type]  # as named by callers
            except FetchError as error:
                return reading, url, error

        self._errands.send(url, work)

    def _take(self, reading: Reading, url: str, answer: Fetched | FetchError) -> None:
        if reading.lists is not None:
            reading.pages[url] = answer
            reading.awaited.discard(url)
        elif isinstance(answer, FetchError):
            self._failed(reading, answer)
        elif answer.status == 304:
            reading.fetched = answer
            self._state.unchanged(reading.source.place, now=self._now, moved_to=reading.moved_to)
            self._succeeded(reading)
        else:
            self._listed(reading, answer)
        if not reading.done and not reading.awaited:
            self._store(reading)

    def _listed(self, reading: Reading, fetched: Fetched) -> None:
        """A source has answered: what is new in it, and the pages behind that."""
        self._step("fetched")
        reading.fetched = fetched
        suffix = walk.suffix(fetched.final_url.partition("?")[0].partition("#")[0])
        self._sort(
            reading,
            self._parser.read(
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
        failures = [each.error for each in found if isinstance(each, Failure) and not each.passed_over]
        entries = [each for each in found if not isinstance(each, Failure)]
        if not entries and failures and not failures[0].startswith(feeds.EMPTY):
            self._failed(reading, FetchError(reading.source.place, failures[0]))
            return
        reading.reasons = failures if entries else []
        reading.lists = []
        for each in entries:
            name, mark = identity(each)
            if self._state.has_seen(reading.source.place, name, mark):
                reading.remembered[name] = mark
            elif reading.is_new and self._is_too_old(each):
                reading.remembered[name] = mark
                self._older += 1
            else:
                reading.lists.append(each)
                if self._state.has_listed(reading.source.place, name):
                    reading.edited.add(name)

    def _is_too_old(self, item: Document | Link) -> bool:
        return item.published is not None and item.published < self._now - self._config.briefing.first_run

    def _store(self, reading: Reading) -> None:
        """All that a source lists is here: keep it."""
        documents, marks, lost = reading.read_pages(self._parser, self._now)
        fetched = reading.fetched
        # What could not be had is asked for again, which an answer of 304 would prevent.
        validators = fetched.validators if fetched and not lost else Validators()
        self._documents += self._state.store(
            reading.source.place,
            [self._dated(each) for each in documents],
            now=self._now,
            etag=validators.etag,
            last_modified=validators.last_modified,
            moved_to=reading.moved_to,
            marks=marks,
            only_remembered=reading.remembered,
        )
        self._succeeded(reading)

    def _dated(self, document: Document) -> Document:
        """Without a date in the future, which would stand above all others until it comes."""
        published = document.published
        return replace(document, published=self._now) if published and published > self._now else document

    def _read_files(self, reading: Reading) -> None:
        """A source of the user's own files, here and now; nothing in them is fetched."""
        self._watch.begin(reading.source.label)
        found, _ = listing.files(reading.source, self._config, self._folder, self._now.date())
        self._sort(reading, found)
        if not reading.done:
            self._step("fetched")
            self._store(reading)

    def _succeeded(self, reading: Reading) -> None:
        source = reading.source
        self._sources += 1
        if reading.known.missed >= self._config.briefing.warn_after:
            self._recovered.append(source.label)
        if reading.reasons:
            more = f" (and {len(reading.reasons) - 1} more)" if len(reading.reasons) > 1 else ""
            unread = reading.unread(reading.reasons[0] + more, 1, self._now)
            self._troubles[source.place] = Trouble(unread, partly=True)
        self._end(reading)

    def _failed(self, reading: Reading, error: FetchError) -> None:
        known, wait = reading.known, error.retry_after_seconds
        said = trouble.reason(error.reason, known, status=error.status, gone=error.gone, now=self._now)
        not_before = self._now + min(timedelta(seconds=wait), LONGEST_WAIT) if wait else None
        self._state.failed(reading.source.place, said, not_before=not_before, asked=error.asked)
        self._watch.fail(self._missed(reading, said), said)
        self._end(reading)

    def _missed(self, reading: Reading, said: str) -> str:
        """It is not read in this run, asked or not: its name, as the paper lists it."""
        unread = reading.unread(said, reading.known.missed + 1, self._now)
        due = trouble.is_due(unread.failures, self._config.briefing.warn_after)
        self._troubles[reading.source.place] = Trouble(unread, due)
        return unread.name

    def _end(self, reading: Reading) -> None:
        reading.done = True
        self._watch.end(reading.source.label)

    def _give_up(self) -> None:
        """Time is up: whoever has not answered has failed, and pages that are missing are done without."""
        for reading in self._readings:
            if reading.done:
                continue
            if reading.lists is None:
                said = "was not waited for" if reading.begun else "not asked"
                error = FetchError(reading.source.place, f"{said}: time was up", asked=reading.begun)
                self._failed(reading, error)
            else:
                self._store(reading)
