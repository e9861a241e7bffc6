"""Stories looked at closely: what is new in them, what has changed, and which earlier story they are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from summarize import novelty, pipeline
from summarize.briefing import corrections, editions, threads
from summarize.briefing.coverage import Story
from summarize.briefing.memory import Told
from summarize.briefing.threads import Thread
from summarize.cite.statement import folded
from summarize.model import Document
from summarize.novelty import Earlier, News, Update
from summarize.options import Options
from summarize.paper import Status
from summarize.rank.material import Material

# A story gets a line of so many that could be printed, or it would be a copy of itself (chosen by eye).
_OF = 2


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A story before it is told. updates: the values that have changed, each with who printed the old one.

    overtaken: rows with a value that an earlier briefing has told a newer one of. said: what was told of it.
    correction: the row in which an outlet corrects itself. again: what was told of it may be told.
    """

    story: Story
    material: Material
    news: News
    thread: Thread | None
    updates: tuple[tuple[Update, Told], ...]
    overtaken: frozenset[int] = frozenset()
    said: tuple[Earlier, ...] = ()
    correction: int | None = None
    again: bool = False

    @property
    def fresh(self) -> NDArray[np.bool_]:
        """The rows that may be printed: (n,) bool."""
        fresh = self.material.candidate & ~self.news.told
        fresh[sorted(self.overtaken)] = False
        if self.correction is not None:
            fresh[self.correction] = False  # it stands above the lines
        return fresh

    @property
    def is_edited(self) -> bool:
        """Whether all there is of it are articles that were changed."""
        return {at for at, _ in self.story.earlier} == set(range(len(self.story.bundle.documents)))

    @property
    def status(self) -> Status:
        if self.thread is None:
            return "new"
        if self.correction is not None:
            return "corrected"
        return "updated" if self.updates else "continuing"

    @property
    def label(self) -> str:
        """Its headline today; a story of which nothing is new keeps the last that readers know."""
        if self.thread is None or self.most or self.status != "continuing":
            return self.story.bundle.title or ""
        return self.thread.headline

    @property
    def most(self) -> int:
        """How many lines it could fill; one that only goes on gets a line."""
        fresh = math.ceil(int(self.fresh.sum()) / _OF)
        return min(fresh, 1) if self.goes_on else fresh

    @property
    def goes_on(self) -> bool:
        """Whether it was told before, that is not told again, and no value has changed."""
        return self.thread is not None and not self.updates and not self.again

    @property
    def worth(self) -> float:
        """Its coverage, less by the share of it that was told before, unless that is not right any more."""
        if self.updates or self.status == "corrected":
            return self.story.covered
        candidates = int(self.material.candidate.sum())
        return self.story.covered * int(self.fresh.sum()) / max(candidates, 1)


def draft(stories: Sequence[Story], told: Sequence[Told], *, again: bool = False) -> list[Draft]:
    """Some stories against all that was told before, in the same order. again: as if none of it had been."""
    known = threads.threads(told)
    earlier = threads.sentences(told)
    materials = [pipeline.prepare(story.bundle.documents, Options()) for story in stories]
    found = [
        _without_old(story, material, novelty.against(material, () if again else earlier))
        for story, material in zip(stories, materials, strict=True)
    ]
    votes = [_votes(story, news, told) for story, news in zip(stories, found, strict=True)]
    drafts = []
    for story, material, news, number in zip(stories, materials, found, threads.identify(votes), strict=True):
        if number is None:
            drafts.append(Draft(story, material, news, None, ()))
            continue
        overtaken = _overtaken(story, material, news, told, number)
        changes = tuple(_changes(material, news, told, number, overtaken))
        overtaken |= _superseded(material, news, changes)
        said = tuple(each for each, where in zip(earlier, told, strict=True) if where.story == number)
        wrong = _correction(story, material, said)
        if wrong is not None:
            news = _put_right(story, material, news, said, wrong)
        drafts.append(Draft(story, material, news, known[number], changes, overtaken, said, wrong, again))
    return drafts


def _without_old(story: Story, material: Material, news: News) -> News:
    """The news without what an earlier edition of the same article said, printed or not."""
    told = news.told.copy()
    for at, edition in story.earlier:
        said = {*editions.sentences(edition)}
        for row in np.flatnonzero(material.table.document == at).tolist():
            told[row] |= folded(material.table.text(row)) in said
    return replace(news, told=told)


def _correction(story: Story, material: Material, said: Sequence[Earlier]) -> int | None:
    """The row in which an outlet corrects itself, unless it was printed."""
    row = corrections.row(material.table, story.earlier)
    printed = {folded(each.text) for each in said}
    return None if row is None or folded(material.table.text(row)) in printed else row


def _put_right(
    story: Story, material: Material, news: News, said: Sequence[Earlier], correction: int
) -> News:
    """The news with all of the correcting article that was not printed: right is near to wrong."""
    printed = {folded(each.text) for each in said}
    mine = material.table.document == material.table.document[correction]
    told = news.told.copy()
    for row in np.flatnonzero(mine).tolist():
        told[row] = folded(material.table.text(row)) in printed
    return _without_old(story, material, replace(news, told=told))


def _votes(story: Story, news: News, told: Sequence[Told]) -> Counter[int]:
    """What speaks for each earlier story: texts sorted in with it, and sentences told before."""
    votes = Counter(story.before)
    votes.update(told[at].story for at in {at for _, at in news.retold})
    return votes


def _overtaken(
    story: Story, material: Material, news: News, told: Sequence[Told], number: int
) -> frozenset[int]:
    """The rows that are older than a sentence told of the story with another value, as far as dates go.

    Those of an article that was changed have the date of its first edition, which says nothing of them.
    """
    edited = {at for at, _ in story.earlier}
    return frozenset(
        update.row
        for update in news.updates
        if told[update.earlier].story == number
        and material.table.document[update.row] not in edited
        and _before(_published(material, update.row), _moment(told[update.earlier]))
    )


def _changes(
    material: Material, news: News, told: Sequence[Told], number: int, overtaken: frozenset[int]
) -> Iterator[tuple[Update, Told]]:
    """The values of a story that are others now, each once, in the order in which they were printed.

    A value that was overtaken changes nothing any more, nor does a sentence that was told before, such as
    an old report at a new address. Of several new values
    for one, that of most documents is taken, then the latest; of several old values for a new one, the
    one printed last.
    """
    choices: dict[tuple[int, str, str], list[Update]] = {}
    for update in news.updates:
        old = told[update.earlier]
        if old.story == number and update.row not in overtaken and not news.told[update.row]:
            choices.setdefault((update.earlier, update.kind, update.before), []).append(update)
    taken: dict[tuple[str, str], tuple[Update, Told]] = {}
    for (at, _, _), updates in sorted(
        choices.items(), key=lambda each: (-told[each[0][0]].briefing, each[0])
    ):
        documents = Counter(update.after for update in updates)
        best = max(
            updates,
            key=lambda each: (documents[each.after], _timestamp(_published(material, each.row)), -each.row),
        )
        taken.setdefault((best.kind, best.after), (best, told[at]))
    yield from sorted(taken.values(), key=lambda each: (each[0].earlier, each[0].row))


def _superseded(material: Material, news: News, changes: Iterable[tuple[Update, Told]]) -> frozenset[int]:
    """The rows with a value that another of today's reports, a later one, has told a newer one of."""
    newest = {(change.earlier, change.kind, change.before): change for change, _ in changes}
    return frozenset(
        update.row
        for update in news.updates
        if (newer := newest.get((update.earlier, update.kind, update.before)))
        and newer.after != update.after
        and _before(_published(material, update.row), _published(material, newer.row))
    )


def _published(material: Material, row: int) -> datetime | None:
    document: Document = material.table.documents[material.table.document[row]]
    return document.published


def _moment(told: Told) -> datetime | None:
    return told.document.published if told.document else None


def _before(a: datetime | None, b: datetime | None) -> bool:
    return a is not None and b is not None and a < b


def _timestamp(moment: datetime | None) -> float:
    return moment.timestamp() if moment else 0.0
