"""What of a story was told before, and what has changed since.

A sentence is told already if who has read one that was printed learns next to nothing from it: the question
has a direction, so a sentence that says more than the old one stays news. Where an old and a new sentence
give one thing two values, a value has changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from summarize.cite import deeds, tolls, vetoes
from summarize.cite.coverage import missing_figures
from summarize.cite.figures import DATES, Figure
from summarize.cite.relation import NEAREST_DISPUTE, echoes
from summarize.cite.statement import Statement
from summarize.cite.substituted import substituted
from summarize.cite.updates import updates
from summarize.earlier import Earlier, content, deeds_of, read
from summarize.model import DifferenceKind
from summarize.rank import vectors
from summarize.rank.material import Material
from summarize.text import terms
from summarize.witness import Witness

_Value = tuple[DifferenceKind, str, str]
"""A kind, the value before, the value now."""


@dataclass(frozen=True, slots=True)
class Update:
    """A value of a row that differs from that of an earlier sentence. earlier: the index of that sentence.

    before, after: as printed, but for counts in words, which are in digits.
    """

    row: int
    earlier: int
    kind: DifferenceKind
    before: str
    after: str


@dataclass(frozen=True, slots=True, eq=False)
class News:
    """A story's n rows against earlier sentences.

    told: (n,) bool, rows that say nothing new. retold: (row, index of the earlier sentence) of these.
    near: (row, index, similarity) of the other pairs near enough to give one thing two values.
    updates: in the order of row and earlier sentence, as far as they were looked for (`updated`).
    """

    told: NDArray[np.bool_]
    retold: tuple[tuple[int, int], ...] = ()
    near: tuple[tuple[int, int, float], ...] = ()
    updates: tuple[Update, ...] = ()


def against(material: Material, earlier: Sequence[Earlier]) -> News:
    """What of a story's sentences was told before. Only those that may be quoted are compared."""
    told = np.zeros(len(material.table), bool)
    retold: list[tuple[int, int]] = []
    near: list[tuple[int, int, float]] = []
    for row, at, similarity, is_told in _related(material, earlier):
        if is_told:
            told[row] = True
            retold.append((row, at))
        else:
            near.append((row, at, similarity))
    return News(told, tuple(retold), tuple(near))


def updated(
    material: Material, earlier: Sequence[Earlier], news: News, those: Collection[int] | None = None
) -> News:
    """The news with the values that have changed. those: the only earlier sentences to look at, if not all.

    Asked when it is known which story is which: of a month's sentences few are of any one.
    """
    witness = Witness(material)
    found = (
        Update(row, at, *value)
        for row, at, similarity in news.near
        if those is None or at in those
        for value in _values(witness.statement(row), read(earlier[at]), similarity)
    )
    return replace(news, updates=tuple(found))


def among(said: Sequence[Earlier]) -> tuple[Update, ...]:
    """The values on which some sentences disagree; `row` and `earlier` are both indexes into `said`."""
    if len(said) < 2:
        return ()
    unit = vectors.tfidf([terms.extract(each.text, language=each.language) for each in said])
    near = (unit @ unit.T).tocoo()
    statements = [read(each) for each in said]
    alike = dict(zip(zip(near.row.tolist(), near.col.tolist(), strict=True), near.data.tolist(), strict=True))
    counting = [at for at, each in enumerate(statements) if each.tallies]
    pairs = {pair for pair, cosine in alike.items() if cosine >= NEAREST_DISPUTE}
    return tuple(
        Update(now, before, *value)
        for now, before in sorted(pairs.union(product(counting, counting)))
        if now != before
        for value in _values(statements[now], statements[before], min(alike.get((now, before), 0.0), 1.0))
    )


def statements(said: Sequence[Earlier]) -> list[Statement]:
    """Some sentences, read."""
    return [read(each) for each in said]


def turns(
    material: Material, earlier: Sequence[Earlier], rows: Sequence[int] | None = None
) -> NDArray[np.bool_]:
    """The rows that tell of an act that no earlier sentence names, (n,) bool; English only.

    rows: the only ones to look at, if not all.
    An end is told in the words of the beginning: "the ban on swimming was lifted" has but one word that who
    has read of the ban does not know.
    """
    asked = np.flatnonzero(material.table.eligible).tolist() if rows is None else rows
    table = material.table
    english = np.array([each.language == "en" for each in table.documents], bool)[table.document]
    return _untold(material, earlier, [row for row in asked if english[row]])


def opens_anew(material: Material, earlier: Sequence[Earlier]) -> NDArray[np.bool_]:
    """The rows that open their article with what no earlier sentence has told, (n,) bool; any language.

    Names and things that a story is about make its sentences alike, whatever has happened.
    """
    return _untold(
        material, earlier, np.flatnonzero(material.table.eligible & (material.place == 0)).tolist()
    )


def _untold(material: Material, earlier: Sequence[Earlier], rows: Sequence[int]) -> NDArray[np.bool_]:
    before = [deeds_of(each) for each in earlier]
    witness, found = Witness(material), np.zeros(len(material.table), bool)
    for row in rows:
        found[row] = deeds.untold(witness.statement(row), before)
    return found


def repeats(material: Material, earlier: Sequence[Earlier]) -> NDArray[np.bool_]:
    """The rows that only repeat a number told before of the same thing, (n,) bool.

    Also rows that repeat one and count something else besides, if another row counts that alone.
    earlier: of the same story, or of one day.
    In English, what is done with the things counted is news: that 650 bakeries which were closed will open.
    """
    witness, found = Witness(material), np.zeros(len(material.table), bool)
    rows = np.flatnonzero(material.table.eligible).tolist() if earlier else []
    counting = [witness.statement(row) for row in rows if witness.statement(row).tallies]
    for row in rows:
        now = witness.statement(row)
        found[row] = _gives_again(material, row, now, earlier)
        if not found[row] and len(now.tallies) > 1:
            said = [read(each) for each in earlier if each.language == now.language]
            found[row] = any(tolls.stands_in(other, now, said) for other in counting)
    return found


def repeats_of_others(material: Material, earlier: Sequence[Earlier]) -> NDArray[np.bool_]:
    """The rows that only repeat what earlier sentences of any story say with the same number, (n,) bool."""
    witness, found = Witness(material), np.zeros(len(material.table), bool)
    given: dict[float, list[Earlier]] = {}
    for each in earlier:
        for value in {figure.low for figure in read(each).figures}:
            given.setdefault(value, []).append(each)
    for row in np.flatnonzero(material.table.eligible).tolist() if earlier else []:
        now = witness.statement(row)
        same = dict.fromkeys(each for figure in now.figures for each in given.get(figure.low, ()))
        found[row] = _gives_again(material, row, now, list(same))
    return found


def _gives_again(material: Material, row: int, now: Statement, earlier: Sequence[Earlier]) -> bool:
    known = [each for each in earlier if each.language == now.language]
    if not known or not tolls.repeated(now, [read(each) for each in known]):
        return False
    return bool(now.tallies) or not turns(material, known, [row])[row]


def within(material: Material, earlier: Sequence[Earlier]) -> NDArray[np.bool_]:
    """The rows, however short, whose words and figures all stand in one earlier sentence, (n,) bool.

    "No one was injured" after "nobody was hurt": in other words that say the same, too.
    """
    witness, found = Witness(material), np.zeros(len(material.table), bool)
    for row in np.flatnonzero(material.table.eligible).tolist():
        now = witness.statement(row)
        claims = deeds.claimed(now)
        same = (each for each in earlier if each.language == now.language)
        found[row] = any(deeds.within(claims, deeds_of(each)) and _agrees(now, read(each)) for each in same)
    return found


def _agrees(now: Statement, before: Statement) -> bool:
    """Whether neither figures nor a denial speak against its telling the same."""
    return (
        bool(now.negations) == bool(before.negations)
        and not missing_figures(now, before)
        and not vetoes.bar(now, before)
        and not substituted(now, before)
    )


def gives(material: Material, earlier: Sequence[Earlier]) -> NDArray[np.bool_]:
    """The rows that give a number of an earlier sentence, (n,) bool, even if only to correct it."""
    heard = {_key(figure) for each in earlier for figure in read(each).figures}
    witness = Witness(material)
    return np.array(
        [
            any(_key(each) in heard for each in witness.statement(row).figures)
            for row in range(len(material.table))
        ]
    )


def _key(figure: Figure) -> tuple[str, str, float, float]:
    return figure.kind, figure.unit, figure.low, figure.high


def unheard(
    material: Material, earlier: Sequence[Earlier], rows: Sequence[int] | None = None
) -> NDArray[np.float64]:
    """The share of each row's terms, by idf, that no earlier sentence has, (n,) in [0, 1].

    rows: the only ones to look at, if not all; the others get 0.
    What two earlier sentences said together is not new, though neither alone says it.
    """
    heard, rarity = frozenset[str]().union(*map(content, earlier)), material.rarity
    shares = np.zeros(len(material.table))
    for row in range(len(shares)) if rows is None else rows:
        weights = [(rarity[term], term not in heard) for term in sorted(set(material.terms[row]))]
        shares[row] = sum(weight for weight, new in weights if new) / (sum(w for w, _ in weights) or 1.0)
    return shares


def _related(material: Material, earlier: Sequence[Earlier]) -> Iterator[tuple[int, int, float, bool]]:
    """(row, index of an earlier sentence, similarity, whether that tells the row) of near pairs."""
    if not earlier or not len(material.table):
        return
    held = [*material.terms, *map(content, earlier)]
    unit, n = vectors.tfidf(held), len(material.table)
    nearness = (unit[:n] @ unit[n:].T).tocsr()
    rarity = vectors.idf(held)
    witness = Witness(material)
    before = [read(each) for each in earlier]
    counting = [at for at, each in enumerate(before) if each.tallies]
    prints: dict[str, list[int]] = {}
    for at, each in enumerate(before):
        prints.setdefault(each.print, []).append(at)
    for row in np.flatnonzero(material.table.eligible).tolist():
        mine = slice(nearness.indptr[row], nearness.indptr[row + 1])
        near = dict(zip(nearness.indices[mine].tolist(), nearness.data[mine].tolist(), strict=True))
        close = {at for at, cosine in near.items() if cosine >= NEAREST_DISPUTE}
        now = witness.statement(row)
        for at in sorted(
            close.union(prints.get(now.print, ()), counting if counting and now.tallies else ())
        ):
            cosine = min(near.get(at, 0.0), 1.0)
            is_told = echoes(before[at], now, cosine, weight=lambda each: rarity.get(each, 1.0))
            is_told = is_told and not substituted(now, before[at])
            yield row, at, cosine, is_told


def _values(now: Statement, before: Statement, cosine: float) -> list[_Value]:
    return [
        ("date" if new.kind in DATES else "number", value(before, old), value(now, new))
        for new, old in updates(now, before, cosine)
    ]


def value(said: Statement, figure: Figure) -> str:
    """A figure as printed, but for counts in words, which are in digits."""
    printed = said.text[figure.start : figure.end]
    spelt = figure.kind == "count" and not any(letter.isdigit() for letter in printed)
    if spelt and figure.low == figure.high == int(figure.low):
        return f"{int(figure.low):,}"
    return printed
