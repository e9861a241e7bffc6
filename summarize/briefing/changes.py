"""Which values of a story are others now, and which reports are older than what was told already.

Values follow each other by when they were reported, not by when they were read: after a morning without a
briefing, or from a slow feed, an old report comes last and changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from itertools import product

import numpy as np

from summarize import novelty
from summarize.briefing import threads
from summarize.briefing.coverage import Story
from summarize.briefing.memory import Told
from summarize.cite import tolls
from summarize.cite.agreement import compatible
from summarize.cite.comparable import ONLY_MORE, may_follow
from summarize.cite.relation import NEAREST_DISPUTE
from summarize.cite.statement import Statement
from summarize.cite.tally import Tally
from summarize.cite.updates import updates
from summarize.earlier import Earlier
from summarize.model import DifferenceKind, Document
from summarize.novelty import News, Update
from summarize.rank.material import Material
from summarize.witness import Witness

_DAY = 86400.0  # seconds
_LATER = _DAY / 2  # from here on two reports are not of one morning, and differ because time has passed
_COUNTING = 100  # rows with a toll that are held against each other whatever their words; bounds the time

Change = tuple[Update, Told]
"""A value that has changed, and who printed the old one."""

_Value = tuple[int, DifferenceKind, str]
"""The index of a told sentence, and a value in it."""
_Later = Mapping[_Value, Sequence[Update]]
"""For a value told, what was told of it afterwards, the newest last; `row` is an index of the told, too."""


_Counted = tuple[int, Statement, Tally]
"""The index of a told sentence, the sentence, and what it counts."""


def find(
    story: Story, material: Material, news: News, told: Sequence[Told], number: int
) -> tuple[tuple[Change, ...], frozenset[int]]:
    """What has changed in the story of a number, in the order in which the old values were printed, and the
    rows that are out of date."""
    edited = {at for at, _ in story.earlier}
    dated = {at for at in range(len(material.table.documents)) if at not in edited}
    mine = [update for update in news.updates if told[update.earlier].story == number]
    mine += _of_headline(material, told, number)
    later = _later(told, number) if mine else {}
    overtaken = frozenset(
        update.row
        for update in mine
        if material.table.document[update.row] in dated and _is_overtaken(update, material, told, later)
    )
    counted = _counted(told, number) if mine else ()
    current = [
        now
        for update in mine
        if update.row not in overtaken
        and not news.told[update.row]
        and (newest := _newest(update, later))
        and (now := _after_the_last(newest, material, told, counted))
    ]
    changes = tuple(_chosen(current, material, told))
    return changes, overtaken | _superseded(material, changes)


def _of_headline(material: Material, told: Sequence[Told], number: int) -> list[Update]:
    """The values that rows give otherwise than the headline under which a story was last told.

    Only where no sentence told of it has either value: what a line says more fully is asked of the line.
    """
    mine = [at for at, each in enumerate(told) if each.story == number]
    said = threads.sentences([told[at] for at in mine])
    last = max(mine, key=lambda at: (told[at].briefing, -at))
    headline = Earlier(told[last].headline, said[mine.index(last)].language)
    if not novelty.statements([headline])[0].figures:
        return []
    heard = {novelty.value(each, figure) for each in novelty.statements(said) for figure in each.figures}
    found = novelty.updated(material, [headline], novelty.against(material, [headline])).updates
    return [replace(each, earlier=last) for each in found if heard.isdisjoint((each.before, each.after))]


def outdated(material: Material, waited: Collection[int] = ()) -> frozenset[int]:
    """The rows with a value of which another of today's reports has a newer one: half a day later, or at
    all, where the older waited from another day. waited: places of documents."""
    witness = Witness(material)
    moments = np.array([_timestamp(document.published) for document in material.table.documents])
    old = np.isin(np.arange(len(moments)), list(waited))
    apart = moments[:, None] - moments
    later = (moments > 0) & ((apart >= _LATER) | ((apart > 0) & old & ~old[:, None]))
    if not later.any():
        return frozenset()
    documents, near = material.table.document, material.similarity.tocoo()
    figured = np.array([bool(witness.statement(row).figures) for row in range(len(material.table))], bool)
    alike = (near.data >= NEAREST_DISPUTE) & later[documents[near.row], documents[near.col]]
    alike &= figured[near.row] & figured[near.col]
    counting = [row for row in np.flatnonzero(figured).tolist() if witness.statement(row).tallies]
    pairs = {*zip(near.row[alike].tolist(), near.col[alike].tolist(), strict=True)}
    counts = product(counting[:_COUNTING], counting[:_COUNTING])
    pairs |= {pair for pair in counts if later[documents[pair[0]], documents[pair[1]]]}
    found: set[int] = set()
    for now, row in sorted(pairs):
        if row not in found and _follows(witness, now, row, _likeness(material, now, row)):
            found.add(row)
    return frozenset(found)


def _follows(witness: Witness, now: int, row: int, similarity: float) -> bool:
    """Whether a row gives a value that takes the place of another row's."""
    return bool(updates(witness.statement(now), witness.statement(row), similarity))


def _likeness(material: Material, row: int, other: int) -> float:
    """What `material.similarity[row, other]` gives, without scipy's checks: it is asked of all pairs."""
    matrix = material.similarity
    mine = slice(matrix.indptr[row], matrix.indptr[row + 1])
    return min(float(matrix.data[mine][matrix.indices[mine] == other].sum()), 1.0)


def _later(told: Sequence[Told], number: int) -> _Later:
    """The values of a story that were others in what was told later.

    Of two sentences of one briefing that is the one from the later report.
    """
    mine = [at for at, each in enumerate(told) if each.story == number]
    sentences = threads.sentences([told[at] for at in mine])
    found: dict[_Value, list[Update]] = {}
    for each in novelty.among(sentences):
        new, old = mine[each.row], mine[each.earlier]
        if _order(told[old]) < _order(told[new]):
            found.setdefault((old, each.kind, each.before), []).append(replace(each, row=new, earlier=old))
    return {value: sorted(each, key=lambda update: _order(told[update.row])) for value, each in found.items()}


def _order(told: Told) -> tuple[float, int]:
    """When it was reported, or told, if nobody knows."""
    moment = _moment(told) or datetime.combine(told.day, time.min, UTC)
    return _timestamp(moment), told.briefing


def _is_overtaken(update: Update, material: Material, told: Sequence[Told], later: _Later) -> bool:
    """Whether a row is older than a sentence told with another value, as far as dates go.

    That of an article that was changed has the date of its first edition, which says nothing of it.
    """
    newer = later.get((update.earlier, update.kind, update.before), ())
    others = [update.earlier, *(each.row for each in newer if each.after != update.after)]
    published = _published(material, update.row)
    return any(is_before(published, _moment(told[at])) for at in others)


def _newest(update: Update, later: _Later) -> Update | None:
    """A change as one of the newest value told; None if the new one was told as well."""
    newer = later.get((update.earlier, update.kind, update.before), ())
    if any(each.after == update.after for each in newer):
        return None
    return replace(update, earlier=newer[-1].row, before=newer[-1].after) if newer else update


def _counted(told: Sequence[Told], number: int) -> tuple[_Counted, ...]:
    """What was counted in all that was told of a story, the newest last."""
    mine = [at for at, each in enumerate(told) if each.story == number]
    said = novelty.statements(threads.sentences([told[at] for at in mine]))
    found = [(at, each, tally) for at, each in zip(mine, said, strict=True) for tally in each.tallies]
    return tuple(sorted(found, key=lambda each: _order(told[each[0]])))


def _after_the_last(
    update: Update, material: Material, told: Sequence[Told], counted: Sequence[_Counted]
) -> Update | None:
    """A change of a toll as one of the last that was told; None if that was the new one.

    Other words told of it may be too far from an older sentence to be its values changed.
    """
    now = Witness(material).statement(update.row)
    new = next((each for each in now.tallies if update.after == novelty.value(now, each[1])), None)
    after = [
        each
        for each in counted
        if new
        and each[2][0] == new[0]
        and each[1].language == now.language
        and _order(told[update.earlier]) < _order(told[each[0]])
    ]
    if not new or not after:
        return update
    if any(compatible(figure, new[1]) for _, _, (_, figure) in after):
        return None
    at, said, (kind, figure) = after[-1]
    if kind in ONLY_MORE and not may_follow(now, new[1], figure):
        return None
    return replace(update, earlier=at, before=novelty.value(said, figure))


def _chosen(current: Iterable[Update], material: Material, told: Sequence[Told]) -> Iterator[Change]:
    """The values that are others now, each once.

    Of several new values for one, that of the last day is taken, then that of most documents, then the
    latest; of several old values for a new one, the one printed last.
    """
    choices: dict[_Value, list[Update]] = {}
    for update in current:
        choices.setdefault((update.earlier, update.kind, update.before), []).append(update)
    taken: dict[tuple[str, str], Change] = {}
    for (at, _, _), found in sorted(choices.items(), key=lambda each: (-told[each[0][0]].briefing, each[0])):
        best = _best(found, material)
        taken.setdefault((best.kind, best.after), (best, told[at]))
    yield from sorted(taken.values(), key=lambda each: (each[0].earlier, each[0].row))


def _best(found: Sequence[Update], material: Material) -> Update:
    witness = Witness(material)
    said = {update.row: witness.statement(update.row) for update in found}
    one_each = {update.after: update for update in found}.values()
    # The missing become fewer or more, and of two numbers of one hour neither is the later.
    found = [
        update
        for update in found
        if not any(
            any(tolls.grown(said[each.row], said[update.row]))
            and not is_before(_published(material, each.row), _published(material, update.row))
            for each in one_each
        )
    ] or found
    told = {(update.after, material.table.document[update.row]) for update in found}
    documents = Counter(value for value, _ in told)
    moments = {update.row: _timestamp(_published(material, update.row)) for update in found}
    newest = max(moments.values())

    def rank(update: Update) -> tuple[int, int, float, int]:
        moment = moments[update.row]
        return -int((newest - moment) / _DAY), documents[update.after], moment, -update.row

    return max(found, key=rank)


def _superseded(material: Material, changes: Sequence[Change]) -> frozenset[int]:
    """The rows with a value of which another of today's reports, a later one, has a newer one.

    The dead only become more: of two reports of one hour that of more is the later. No report outdates
    itself: the 14 found in the wreck are news beside the 37 who died in all.
    """
    witness = Witness(material)
    texts, same = material.table.document, material.representative

    def is_beside(row: int, other: int) -> bool:
        return not {*texts[same == same[row]].tolist()}.isdisjoint(texts[same == same[other]].tolist())

    return frozenset(
        row
        for row in range(len(material.table))
        for change, _ in changes
        if not is_beside(row, change.row)
        and (
            is_before(_published(material, row), _published(material, change.row))
            or (
                _published(material, row) == _published(material, change.row)
                and any(tolls.grown(witness.statement(change.row), witness.statement(row)))
            )
        )
        and _replaces(change, witness, row, _likeness(material, change.row, row))
    )


def _replaces(change: Update, witness: Witness, row: int, similarity: float) -> bool:
    said = witness.statement(change.row)
    return any(
        change.after in {said.text[new.start : new.end], f"{int(new.low):,}"}
        for new, _ in updates(said, witness.statement(row), similarity)
    )


def _published(material: Material, row: int) -> datetime | None:
    document: Document = material.table.documents[material.table.document[row]]
    return document.published


def _moment(told: Told) -> datetime | None:
    return told.document.published if told.document else None


def is_before(a: datetime | None, b: datetime | None) -> bool:
    """Whether one moment is before another, as far as both are known."""
    return a is not None and b is not None and a < b


def _timestamp(moment: datetime | None) -> float:
    return moment.timestamp() if moment else 0.0
