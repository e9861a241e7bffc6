"""run: the job. What an earlier run left is sent, what is new is collected, told, kept, and sent.

A run may be killed at any moment; the next one ends as if nothing had happened. What is new goes by ids
and never by the clock. One run at a time; who comes second leaves at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from summarize.briefing import database, deliver, folders, listing, lock, outlets, ping, trouble
from summarize.briefing.collect import Collected, collect
from summarize.briefing.compose import Composed, compose
from summarize.briefing.config import Config
from summarize.briefing.file import File
from summarize.briefing.job import BUSY, DONE, NOTHING, UNDELIVERED, UNREAD, USAGE, Job, Outcome
from summarize.briefing.memory import Made, Parcel
from summarize.briefing.post import Post
from summarize.briefing.state import TEXTS, State, trial
from summarize.errors import BusyError, ConfigError, StateError
from summarize.paper import Briefing
from summarize.render import briefing_json

BEHIND = timedelta(hours=1)  # that a clock may be set back without a word
NAMED = 3  # items that are too old to be told, by their titles (chosen by eye)
LONGEST_GAP = timedelta(days=31)  # between two runs; after a longer one a wrong clock may be why


def run(job: Job) -> Outcome:
    """One run. `BusyError` at once if there is another, `StateError` if the state fails."""
    knock = partial(ping.end, job.config.ping, client=job.messenger, tell=job.tell)
    with lock.held(job.home / folders.LOCK):
        job.step("locked")
        ping.start(job.config.ping, job.messenger, tell=job.tell)
        try:
            outcome = _run(job)
        except ConfigError:  # a template that fails on what there is to tell
            knock(USAGE)
            raise
        except StateError as error:
            knock(BUSY if isinstance(error, BusyError) else NOTHING)
            raise
        job.step("pruned")
        knock(outcome.steady)
    return outcome


def _run(job: Job) -> Outcome:
    path = job.memory
    emptied = database.is_emptied(path)
    if emptied:
        job.tell(f"{path}: is empty: begins anew; with a backup of it nothing would be told twice")
    with State(path) as state:
        if not emptied:
            _look_back(job, state)
        post = Post(state, job.targets, job.now, job.tell, job.step)
        post.send(state.undelivered())
        before = state.until()
        job, found = _collected(job, state)
        paper = _told(job, state, found, post)
        _prune(state, before, job.now)
    return _outcome(job, found, paper, post)


def _look_back(job: Job, state: State) -> None:
    """Say of the pages that the memory does not know: that is what a backup put back looks like."""
    files = [each for each in job.targets if isinstance(each, File)]
    pages = {(each.newest(job.day), each.path.parent) for each in files}
    for page, folder in sorted((page, folder) for page, folder in pages if page):
        if not state.knows(page):
            job.tell(
                f"{state.path}: does not know the briefing of {page}, which lies in {folder}:"
                " if it is a backup, what was told since is told again"
            )


def preview(job: Job, since: timedelta | None = None) -> Outcome:
    """What a run would tell now, on standard output; nothing else is sent and nothing is remembered.

    since: tell all that was found so long ago or later, whether or not it was told.
    """
    job = replace(job, config=_reaching(job.config, since))
    with TemporaryDirectory(prefix="summarize-") as scratch, trial(job.memory, Path(scratch)) as state:
        job, found = _collected(job, state)
        composed = _composed(job, state, found, since)
        job.step("composed")
        if composed:
            _print(job, {each.name: each.content(composed.paper, message_id="") for each in job.printers})
    return Outcome(_status(found), composed.paper if composed else None, found.sources)


def _reaching(config: Config, since: timedelta | None) -> Config:
    """A configuration that takes what is as old as that, if any."""
    if since is None:
        return config
    ages = {name: max(getattr(config.briefing, name), since) for name in ("first_run", "max_age")}
    return config.model_copy(update={"briefing": config.briefing.model_copy(update=ages)})


def _collected(job: Job, state: State) -> tuple[Job, Collected]:
    """What is new from all sources, and the job with its lists of feeds unfolded."""
    config, lists = listing.counted(
        job.config, job.folder, state, now=job.now, client=job.client, parser=job.parser
    )
    job = replace(job, config=config)
    found = collect(
        config,
        state,
        now=job.now,
        client=job.client,
        parser=job.parser,
        folder=job.folder,
        step=job.step,
        watch=job.watch,
    )
    if not lists:  # a list that cannot be read may have the source
        known = {each for source in config.source for each in (source.label, source.place)}
        for mistake in listing.unknown_names(config, known, job.path):
            job.tell(mistake)
    found = replace(found, troubles=(*lists, *found.troubles))
    _say(job, found)
    return job, found


def _say(job: Job, found: Collected) -> None:
    """What went wrong, as far as it is time to speak of it."""
    said = [each.unread for each in found.troubles if each.due or not job.quiet]
    for unread in said:
        job.tell(trouble.line(unread))
    if found.troubles and not found.sources and not said:
        job.tell(trouble.nothing_read([each.unread for each in found.troubles]))
    for name in found.recovered:
        job.tell(f"{name}: is read again")
    if found.older and not job.quiet:
        job.tell(_too_old(found.older))


def _too_old(titles: Sequence[str]) -> str:
    """That some items are not told for their age, and which: a wrong date looks like age."""
    items = "1 item is" if len(titles) == 1 else f"{len(titles)} items are"
    named = ", ".join(f"“{title}”" for title in titles[:NAMED])
    more = f" and {len(titles) - NAMED} more" if len(titles) > NAMED else ""
    return f"{items} older than the first briefing goes back: known, and not told: {named}{more}"


def _told(job: Job, state: State, found: Collected, post: Post) -> Briefing | None:
    """What is new as a paper, kept and sent; None if there is nothing to tell."""
    before = state.until()
    if before and before - job.now > BEHIND:
        job.tell(f"the clock stands at {job.now:%d %b %Y %H:%M}, before the last briefing: is it right?")
    composed = _composed(job, state, found)
    job.step("composed")
    if composed is None:
        return None
    tells = not composed.paper.is_empty or _says_so(job, state)
    record = briefing_json.render(composed.paper)
    name = deliver.message_id(job.config, record)
    contents = {each.name: each.content(composed.paper, message_id=name) for each in job.targets if tells}
    kept = (composed.used, composed.stories, composed.named)
    made = Made(job.day, job.now, composed.paper.since, name, record, *kept)
    try:
        number = state.prepare(made, contents)
    except StateError:  # the next run will tell it, too
        _print(job, contents)
        raise
    job.step("prepared")
    post.send([parcel for parcel in state.undelivered() if parcel.briefing == number])
    return composed.paper if tells else None


def _says_so(job: Job, state: State) -> bool:
    """Whether a day without news gets a paper that says so; once is enough."""
    return job.config.briefing.when_empty == "say-so" and not state.parcels(job.day)


def _print(job: Job, contents: dict[str, bytes]) -> None:
    """Show what is not kept."""
    for printer in job.printers if contents else ():
        printer.send(Parcel(0, job.day, "", printer.name, contents[printer.name]), now=job.now)


def _composed(job: Job, state: State, found: Collected, since: timedelta | None = None) -> Composed | None:
    """The paper; None if there is nothing at all to make one of."""
    places = {source.place for source in job.config.source}
    kept = state.found(job.now - since) if since else state.waiting(job.day)
    items = outlets.named((item for item in kept if item.source in places), job.config.source)
    if not items and not _says_so(job, state):
        return None
    before = state.until()
    composed = compose(
        items,
        state.told(job.day - TEXTS),
        job.config,
        day=job.day,
        since=job.now - since if since else before and min(before, job.now),
        until=job.now,
        unread=tuple(each.unread for each in found.troubles),
        sources=found.sources,
        again=since is not None,
    )
    paper = composed.paper
    rest = paper.documents - paper.told - paper.outdated
    return replace(
        composed, paper=replace(paper, outdated=paper.outdated + len(found.older), passed_over=rest)
    )


def _prune(state: State, before: datetime | None, now: datetime) -> None:
    """Forget what is old, unless it only looks old to a clock that went wrong."""
    if before is None or abs(now - before) <= LONGEST_GAP:
        state.prune(now=now)


def _outcome(job: Job, found: Collected, paper: Briefing | None, post: Post) -> Outcome:
    status = UNDELIVERED if post.failed else _status(found)
    if status == UNREAD and not found.sources and paper is None:
        status = NOTHING
    warn_after = job.config.briefing.warn_after
    lasting = any(each.unread.failures >= warn_after for each in found.troubles)
    return Outcome(status, paper, found.sources, status if lasting or status != UNREAD else DONE)


def _status(found: Collected) -> int:
    return UNREAD if any(each.counts for each in found.troubles) else DONE
