"""Stories looked at closely: what is new in them, what has changed, and which earlier story they are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from summarize import novelty, pipeline
from summarize.briefing import changes, corrections, editions, leading, outdated, retelling, threads
from summarize.briefing.changes import Change
from summarize.briefing.coverage import Story
from summarize.briefing.memory import Told
from summarize.briefing.threads import Thread
from summarize.cite.statement import folded
from summarize.earlier import Earlier
from summarize.novelty import News
from summarize.options import Options
from summarize.paper import Status
from summarize.rank.material import Material
from summarize.stories import labels
from summarize.witness import Witness

# Up to so many sentences a story may be told whole; of a longer one every second, or it would be a copy of
# itself. Chosen by eye.
_WHOLE, _OF = 3, 2
_ASIDE = 0.05  # similarity to all that the others of a story say (chosen by eye)


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A story before it is told. updates: the values that have changed, each with who printed the old one.

    overtaken: rows with a value that an earlier briefing has told a newer one of. said: what was told of it.
    correction: the rows in which an outlet corrects itself, in order. again: what was told of it may be told.
    turns: (n,) bool, rows that tell of an act not told of it before. known: the places of articles that
    add nothing to what their outlets were told from with, under another id or link. denies: rows that call
    reports of a number wrong that was told.
    """

    story: Story
    material: Material
    news: News
    thread: Thread | None
    updates: tuple[Change, ...]
    overtaken: frozenset[int] = frozenset()
    said: tuple[Earlier, ...] = ()
    correction: tuple[int, ...] = ()
    again: bool = False
    turns: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    known: frozenset[int] = frozenset()
    denies: frozenset[int] = frozenset()

    @property
    def fresh(self) -> NDArray[np.bool_]:
        """The rows that may be printed: (n,) bool."""
        fresh = self.material.candidate & ~self.news.told
        fresh[sorted(self.overtaken)] = False
        for row in self.correction:
            fresh[row] = False  # they stand above the lines
        return fresh

    @property
    def is_listed_again(self) -> bool:
        """Whether all there is of it are articles that were changed, or that have another id or link."""
        changed = {at for at, _ in self.story.earlier}
        return changed | self.known == set(range(len(self.story.bundle.documents)))

    @property
    def puts_right(self) -> bool:
        """Whether the correction says what is right, as far as can be seen."""
        return corrections.puts_right([self.material.table.text(row) for row in self.correction])

    @property
    def status(self) -> Status:
        if self.thread is None:
            return "new"
        if self.correction:
            return "corrected"
        return "updated" if self.updates else "continuing"

    @property
    def label(self) -> str:
        """Its headline today; a story of which nothing is new keeps the last that readers know."""
        if self.thread is None or self.most or self.status != "continuing":
            return self._of_the_report or self.story.bundle.title or ""
        return self.thread.headline

    @property
    def leads(self) -> tuple[int, ...]:
        """The places of the report that a story which goes on is told by, and of its reprints, if any."""
        if not self.goes_on or self.correction:
            return ()
        return leading.reports(self.material, self.fresh)

    @property
    def _of_the_report(self) -> str | None:
        """The headline of the report that it is told by."""
        if not (leads := self.leads):
            return None
        table = self.material.table
        lede = next(
            row
            for row in np.flatnonzero(self.material.place == 0).tolist()
            if table.document[row] == leads[0]
        )
        return leading.headline([table.documents[at] for at in leads], table.text(lede))

    @property
    def most(self) -> int:
        """How many lines it could fill: a story that goes on, those that its last report does."""
        fresh = int(self.fresh.sum())
        if self.goes_on:
            mine = int(self.fresh[np.isin(self.material.table.document, self.leads)].sum())
            return min(fresh, max(mine, 1), _WHOLE)
        return max(min(fresh, _WHOLE), math.ceil(fresh / _OF))

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
    materials = [_to_the_point(pipeline.prepare(story.bundle.documents, Options())) for story in stories]
    found = [
        _without_old(story, material, novelty.against(material, () if again else earlier))
        for story, material in zip(stories, materials, strict=True)
    ]
    found = retelling.bound(stories, materials, found, told)
    if not again:
        found = [
            replace(news, told=news.told | novelty.repeats_of_others(material, earlier))
            for material, news in zip(materials, found, strict=True)
        ]
    votes = [_votes(story, news, told) for story, news in zip(stories, found, strict=True)]
    drafts = []
    for story, material, news, number in zip(stories, materials, found, threads.identify(votes), strict=True):
        if number is None:
            drafts.append(Draft(story, material, news, None, (), outdated.by_now(story, material, news)))
            continue
        changed: tuple[changes.Change, ...] = ()
        overtaken = frozenset[int]()
        if not again:
            mine = {at for at, each in enumerate(told) if each.story == number}
            looked = _but_for_mistakes(novelty.updated(material, earlier, news, mine), told, mine)
            changed, overtaken = changes.find(story, material, looked, told, number)
        if changed:  # whoever gives a new value may be cited for it, whatever told the old one
            news = novelty.updated(material, earlier, news)
        overtaken |= outdated.by_now(story, material, news)
        said = tuple(each for each, where in zip(earlier, told, strict=True) if where.story == number)
        turns = novelty.turns(material, said)
        news = replace(news, told=news.told & ~novelty.opens_anew(material, said))
        same = outdated.known(story, [each for each in told if each.story == number])
        if not again:
            old = np.isin(material.table.document, [*same])
            again_told = novelty.repeats(material, said) | novelty.within(material, said)
            news = replace(news, told=news.told | again_told | old)
        wrong = _correction(story, material, said)
        if wrong:
            news = _put_right(story, material, news, said, wrong)
            news = _told_once(material, news, wrong)
        drafts.append(
            Draft(
                story, material, news, known[number], changed, overtaken, said, wrong, again, turns, same,
                _denies(material, said),
            )
        )  # fmt: skip
    return drafts


def _but_for_mistakes(news: News, told: Sequence[Told], mine: Collection[int]) -> News:
    """The news without changes of values that an outlet took back since: what is right was told, in words
    that give it or in others. mine: the indices of what was told of the story.
    """
    mistaken = [at for at in sorted(mine) if corrections.repeats_the_mistake(told[at].text)]
    said = novelty.statements(threads.sentences([told[at] for at in mistaken]))
    wrong = {
        novelty.value(each, figure): told[at].briefing
        for at, each in zip(mistaken, said, strict=True)
        for figure in each.figures
    }
    kept = [each for each in news.updates if told[each.earlier].briefing > wrong.get(each.before, -1)]
    return replace(news, updates=tuple(kept))


def _denies(material: Material, said: Sequence[Earlier]) -> frozenset[int]:
    """The rows that call reports wrong of a number that was told."""
    rows = [
        at for at in range(len(material.table)) if corrections.calls_reports_wrong(material.table.text(at))
    ]
    gives = novelty.gives(material, said) if rows else np.zeros(0, bool)
    return frozenset(at for at in rows if gives[at])


def _to_the_point(material: Material) -> Material:
    """A story without what the live pages in it tell that is of other stories of the day, and without its
    columns and quizzes: they support what its reports tell."""
    beside = [labels.is_aside(each) and not labels.is_live(each) for each in material.table.documents]
    if any(beside) and not all(map(labels.is_aside, material.table.documents)):
        material = replace(
            material, candidate=material.candidate & ~np.array(beside)[material.table.document]
        )
    live = [labels.is_live(each) for each in material.table.documents]
    if not any(live) or all(live):
        return material
    aside = np.array(live)[material.table.document]
    nearest = material.similarity[:, np.flatnonzero(~aside)].max(axis=1).toarray().ravel()
    return replace(material, candidate=material.candidate & ~(aside & (nearest < _ASIDE)))


def _without_old(story: Story, material: Material, news: News) -> News:
    """The news without what an earlier edition of the same article said, printed or not."""
    told = news.told.copy()
    for at, edition in story.earlier:
        said = {*editions.sentences(edition)}
        for row in np.flatnonzero(material.table.document == at).tolist():
            told[row] |= folded(material.table.text(row)) in said
    return replace(news, told=told)


def _correction(story: Story, material: Material, said: Sequence[Earlier]) -> tuple[int, ...]:
    """The rows in which an outlet corrects itself, unless they were printed."""
    rows = corrections.rows(material.table, story.earlier)
    printed = {folded(each.text) for each in said}
    return () if printed.issuperset(folded(material.table.text(row)) for row in rows) else rows


def _put_right(
    story: Story, material: Material, news: News, said: Sequence[Earlier], correction: Sequence[int]
) -> News:
    """The news with all of the correcting article that was not printed: right is near to wrong.

    That its outlet is sorry is no news, and one notice is enough.
    """
    printed = {folded(each.text) for each in said}
    mine = material.table.document == material.table.document[correction[0]]
    told = news.told.copy()
    for row in np.flatnonzero(mine).tolist():
        text = material.table.text(row)
        told[row] = folded(text) in printed or corrections.is_courtesy(text) or corrections.is_notice(text)
    return _without_old(story, material, replace(news, told=told))


def _told_once(material: Material, news: News, correction: Sequence[int]) -> News:
    """The news without the rows whose value a correction has, the old one and the new: that is no line, but
    a change, as which it is remembered."""
    witness = Witness(material)
    notice = [witness.statement(row) for row in correction]
    given = {novelty.value(said, figure) for said in notice for figure in said.figures}
    told = news.told.copy()
    told[[each.row for each in news.updates if {each.before, each.after} <= given]] = True
    return replace(news, told=told)


def _votes(story: Story, news: News, told: Sequence[Told]) -> Counter[int]:
    """What speaks for each earlier story: texts sorted in with it, and sentences told before."""
    votes = Counter(story.before)
    votes.update(told[at].story for at in {at for _, at in news.retold})
    return votes
