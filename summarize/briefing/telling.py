"""Drafts to entries of the paper, within the budget: who gets how many lines, and which.

The budget is a hard cap over the whole paper. Each story told has at least one line, unless it goes on
with nothing new, or with nothing new but a value, which takes no room. What only goes on has more where
room would be left over.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from summarize import novelty, pipeline
from summarize.briefing import config, room, topics
from summarize.briefing.drafts import Draft
from summarize.briefing.entries import entry
from summarize.cite import tolls
from summarize.cite.coverage import missing_figures
from summarize.cite.statement import folded
from summarize.earlier import Earlier
from summarize.model import Budget, Pick
from summarize.options import DEFAULT_METHOD, MethodName, Options
from summarize.paper import Entry
from summarize.pipeline import Study
from summarize.rank import openings
from summarize.rank.material import WORDS_PER_MINUTE
from summarize.rank.methods import METHODS
from summarize.stories import labels
from summarize.text import terms
from summarize.witness import Witness

_MOSTLY = 0.4  # of a row's terms by idf; a story that goes on has few lines, which are for news (by eye)

_Told = tuple[Sequence[int], Callable[[], Study]]  # a story's rows, and what cites them if they stand


def tell(drafts: Sequence[Draft], settings: config.Briefing) -> list[tuple[Draft, Entry]]:
    """What there is room for, in order of rank: watched words first, then by worth, then what changed."""
    ranked = sorted(
        drafts,
        key=lambda each: (not each.story.watch, -each.worth, not each.updates, -each.story.covered),
    )
    speaking = [each for each in ranked if each.most]
    places = max(settings.stories, sum(bool(each.story.watch) for each in speaking))
    entries = dict(_Teller(settings, speaking).entries(speaking, places))
    for each in ranked:
        silent = each.status == "continuing" and (each.most or each.is_listed_again)
        if each not in entries and each.thread and not silent:
            entries[each] = entry(each)
    return [(each, entries[each]) for each in ranked if each in entries]


class _Teller:
    """The budget being used up, and what today's paper has said so far."""

    def __init__(self, settings: config.Briefing, drafts: Sequence[Draft]) -> None:
        self._said: list[Earlier] = []
        self._told: list[list[Earlier]] = []  # all that the stories above hold
        self._in_words = settings.minutes is not None
        self._left, self._line = float(settings.length), 1.0
        if settings.minutes is not None:
            self._left = settings.minutes * WORDS_PER_MINUTE
            means = [each.material.mean_words for each in drafts]
            self._line = min(sum(means) / max(len(means), 1), self._left)

    def entries(self, drafts: Sequence[Draft], places: int) -> Iterator[tuple[Draft, Entry]]:
        """The first stories with their shares, then as many more as find room that was left over."""
        lines = int(self._left / self._line) if drafts else 0
        chosen = drafts[: min(places, lines)]
        shares = room.share(
            [each.worth for each in chosen],
            [each.most for each in chosen],
            lines,
            first=[1 if each.goes_on else each.most for each in chosen],
        )
        planned = dict(zip(chosen, shares, strict=True))
        owed, told = sum(shares), 0
        for each in drafts:
            if told == places:
                break
            owed -= planned.get(each, 0)
            most = planned.get(each, 1) if each.goes_on else each.most
            study = self._study(each, self._left - owed * self._line, most)
            if study is not None and study.digest.lines:
                told += 1
                yield each, entry(each, study.digest)

    def _study(self, draft: Draft, amount: float, most: int) -> Study | None:
        """A story told in at most so many lines, and within an amount of lines, or of words where the budget
        is one of minutes."""
        again = novelty.against(draft.material, self._said).told | novelty.repeats(draft.material, self._said)
        allowed = _but_for_the_correction(draft, draft.fresh & ~again & ~self._above(draft))
        if amount < 1 or not allowed.any():
            return None
        if draft.goes_on:
            allowed = _mostly_new(draft, _with_what_they_lean_on(draft, allowed))
        study = self._within(draft, allowed, amount, most)
        if study is None:
            return None
        self._left -= self._cost(draft, [pick.row for pick in study.picks])
        self._said += _earlier(draft, [pick.row for pick in study.picks])
        self._told.append(_earlier(draft, np.flatnonzero(draft.material.table.eligible).tolist()))
        return study

    def _above(self, draft: Draft) -> NDArray[np.bool_]:
        """The rows of live pages that tell what a story above is about, printed there or not."""
        table = draft.material.table
        live = [at for at, each in enumerate(table.documents) if labels.is_live(each)]
        told = np.zeros(len(table), bool)
        for above in self._told if live else ():
            told |= novelty.against(draft.material, above).told | novelty.within(draft.material, above)
        return told & np.isin(table.document, live)

    def _within(self, draft: Draft, allowed: NDArray[np.bool_], amount: float, most: int) -> Study | None:
        """As many lines as the amount has room for. Its first line, which says what it is about, a story has
        before the others get what they are owed, or it is not told: no shorter line stands in for it.

        What some lines cost shows when they are chosen. It rises with their number, or nearly, so that few
        numbers need be tried, and none greater than if the shortest rows were chosen.
        """
        witness = Witness(draft.material)

        @cache
        def told(lines: int) -> _Told:
            return _told(draft, witness, allowed, lines)

        def cost(lines: int) -> int:
            return self._cost(draft, told(lines)[0])

        if not self._in_words:
            return told(min(int(amount), most))[1]()

        shortest = np.cumsum(np.sort(draft.material.words[allowed]))
        lines = max(min(most, int(np.searchsorted(shortest, amount, "right"))), 1)
        if cost(lines) > amount:
            lines = max(bisect_right(range(1, lines), amount, key=cost), 1)
        return told(lines)[1]() if cost(lines) <= (amount if lines > 1 else self._left) else None

    def _cost(self, draft: Draft, rows: Sequence[int]) -> int:
        return int(draft.material.words[rows].sum()) if self._in_words else len(rows)


def _earlier(draft: Draft, rows: Sequence[int]) -> list[Earlier]:
    table = draft.material.table
    return [Earlier(table.text(row), table.documents[table.document[row]].language) for row in rows]


def _told(draft: Draft, witness: Witness, allowed: NDArray[np.bool_], lines: int) -> _Told:
    """A story by its rows that are allowed; of two lines that say the same the later is told no more.

    Where it holds a watched word, a line does, if any can; where it has one line, that is for what changed.
    """
    budget = Budget(lines)
    if lines == 1:
        allowed = _if_any(allowed, np.isin(np.arange(len(allowed)), [each.row for each, _ in draft.updates]))
    query = ""
    while True:
        # One voice has nobody to agree with; what a reporter says first is what there is to say.
        one_voice = draft.story.outlets == 1 or draft.leads
        method: MethodName = "lead" if one_voice and not query else DEFAULT_METHOD
        options = Options(budget=budget, method=method, title=draft.label or None, query=query or None)
        material = replace(draft.material, candidate=allowed, budget=budget, query=_terms(query, draft))
        ranking, picks = pipeline.pick(material, options, METHODS[method], witness)
        rows = [pick.row for pick in picks]
        again = [row for at, row in enumerate(rows) if at and _says_again(draft, witness, row, rows[:at])]
        again += _leaning(draft, rows, allowed)
        if again:
            allowed = allowed.copy()
            allowed[again] = False
            continue
        able: list[int] = []
        if not query and draft.story.watch and not _holds(draft, rows):
            able = [row for row in np.flatnonzero(allowed).tolist() if _holds(draft, [row])]
        if not able:
            picks = _headline_first(draft, picks)
            chosen = (draft.story.bundle, material, options, ranking, picks, witness)
            return rows, partial(pipeline.cite, *chosen)
        query = " ".join(word.rstrip("*") for word in draft.story.watch)


def _headline_first(draft: Draft, picks: Sequence[Pick]) -> tuple[Pick, ...]:
    """The picks in their order, but for a lede with a new value under the headline of its own article."""
    table, changed = draft.material.table, {update.row for update, _ in draft.updates}

    def comes_later(pick: Pick) -> bool:
        own = table.documents[table.document[pick.row]].title == draft.label
        return not (own and pick.row in changed and draft.material.place[pick.row] == 0)

    return tuple(sorted(picks, key=comes_later))


def _mostly_new(draft: Draft, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of the rows that are allowed the ledes, and those mostly of words not heard of the story yet.

    How a strike ends is told in the words of the strike: what a reporter says first is news to him. Where
    there is a lede, other rows must say what was done. What calls a number wrong that was told goes first.
    """
    lede = allowed & (draft.material.place == 0)
    new = novelty.unheard(draft.material, draft.said) >= _MOSTLY
    denies = allowed & np.isin(np.arange(len(allowed)), [*draft.denies])
    if draft.leads and not denies.any():
        allowed = _if_any(allowed, np.isin(draft.material.table.document, draft.leads))
        return _if_any(allowed, lede | new)
    return denies if denies.any() else _if_any(allowed, lede | (new & draft.turns if lede.any() else new))


def _but_for_the_correction(draft: Draft, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of the rows that are allowed those that tell a reader of the correction something. Where it only says
    what was wrong, they are of the article that it stands in, if there is more of that.
    """
    documents, above = draft.material.table.document, draft.correction
    if not above or not draft.puts_right:
        return _if_any(allowed, np.isin(documents, documents[[*above]])) if above else allowed
    witness, allowed = Witness(draft.material), allowed.copy()
    for row in np.flatnonzero(allowed).tolist():
        allowed[row] = not _says_again(draft, witness, row, above)
    return allowed


def _if_any(allowed: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The rows that are wanted as well, if there are any."""
    both = allowed & wanted
    return both if both.any() else allowed


def _with_what_they_lean_on(draft: Draft, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The rows that are allowed, and the ledes that would stand before them to say who "he" is. Next to
    what was told, they are what is news."""
    if draft.correction:  # it says right above who he is
        return allowed
    printed, allowed = {folded(each.text) for each in draft.said}, allowed.copy()
    rows = np.flatnonzero(allowed).tolist()
    for at in {at for who in openings.contexts(rows, draft.material) for at in who}:
        is_told = at in draft.overtaken or folded(draft.material.table.text(at)) in printed
        allowed[at] |= draft.material.place[at] == 0 and draft.material.candidate[at] and not is_told
    return allowed


def _leaning(draft: Draft, rows: Sequence[int], allowed: NDArray[np.bool_]) -> list[int]:
    """Of a story that goes on the rows that open with "He" or "It" of a sentence which is news itself."""
    if not draft.goes_on:
        return []
    contexts = openings.contexts(rows, draft.material)
    return [row for row, who in zip(rows, contexts, strict=True) if allowed[list(who)].any()]


def _says_again(draft: Draft, witness: Witness, row: int, before: Sequence[int]) -> bool:
    """Whether a reader of some rows has nothing from another: one would do as a citation for it, it has a
    toll that they have, or few words that were not heard, of which none is an act or a figure.
    """
    if any(witness.carries(each, row) for each in before):
        return True
    now, others = witness.statement(row), [witness.statement(each) for each in before]
    if tolls.told(now, others):
        return True
    table = draft.material.table
    languages = (table.documents[table.document[each]].language for each in before)
    said = () if draft.again else draft.said
    heard = [Earlier(each.text, language) for each, language in zip(others, languages, strict=True)]
    heard += said
    if novelty.unheard(draft.material, heard, [row])[row] >= _MOSTLY:
        return False
    if novelty.turns(draft.material, heard, [row])[row]:
        return False
    missing = [missing_figures(now, each) for each in (*others, *novelty.statements(said))]
    return not any(
        all(figure in each for each in missing) for figure in now.figures if figure.kind != "weekday"
    )


def _holds(draft: Draft, rows: Sequence[int]) -> bool:
    text = "\n".join(draft.material.table.text(row) for row in rows)
    return bool(topics.held(draft.story.watch, text))


def _terms(query: str, draft: Draft) -> tuple[str, ...]:
    language = pipeline.main_language(draft.material.table.documents)
    return terms.extract(query, language=language) if query else ()
