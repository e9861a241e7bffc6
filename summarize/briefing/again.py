"""What was made is sent once more, the same bytes; where the memory can only be read, it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from summarize.briefing import folders, history, lock
from summarize.briefing.deliver import Target
from summarize.briefing.job import DONE, NOTHING, UNDELIVERED, Job, Outcome
from summarize.briefing.post import Post
from summarize.briefing.state import State, trial


def again(job: Job, day: date | None) -> Outcome:
    """The briefings of a day, of the last one where None, sent once more to every target, the same bytes.

    What has been sent has to be remembered, or the next run sends it, too: where it cannot be, as in a backup
    or another's folder, what was printed is printed again and nothing is sent.
    """
    if not history.is_only_readable(job.memory):
        with lock.held(job.home / folders.LOCK), State(job.memory) as state:
            return _sent(job, state, day, job.targets)
    with TemporaryDirectory(prefix="summarize-") as scratch, trial(job.memory, Path(scratch)) as state:
        return _sent(job, state, day, job.printers)


def _sent(job: Job, state: State, day: date | None, targets: Sequence[Target]) -> Outcome:
    wanted = day or state.last_day()
    parcels = state.parcels(wanted) if wanted else []
    if not parcels:
        which = f"of {day.isoformat()} " if day else ""
        job.tell(f"no briefing {which}is kept: `summarize brief history` lists those that are")
        return Outcome(NOTHING)
    post = Post(state, targets, job.now, job.tell, job.step)
    post.send(parcels)
    named = {each.name for each in job.targets} - {each.name for each in targets}
    left = sorted(named.intersection(parcel.target for parcel in parcels))
    if left:
        job.tell(f"{job.memory}: cannot be written: nothing is sent to {', '.join(left)}")
    return Outcome(UNDELIVERED if post.failed or left else DONE)
