"""Stories told over days: what earlier briefings said of each, and which of today's stories it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from summarize.briefing import corrections
from summarize.briefing.memory import Told
from summarize.earlier import Earlier
from summarize.model import Document
from summarize.pipeline import in_language


@dataclass(frozen=True, slots=True)
class Thread:
    """A story of earlier briefings. since: its first day. last: the number of the last that told it.

    label, headline: as it was first told, and last.
    followed: told from two texts or in two briefings; a story told once from one paper is over, and so is
    one of which the last word was a correction.
    """

    number: int
    label: str
    headline: str
    since: date
    last: int
    followed: bool


def threads(told: Iterable[Told]) -> dict[int, Thread]:
    """The stories of some sentences, by number."""
    by_number: dict[int, list[Told]] = {}
    for each in told:
        by_number.setdefault(each.story, []).append(each)
    return {number: _thread(said) for number, said in sorted(by_number.items())}


def _thread(said: Sequence[Told]) -> Thread:
    briefings = {each.briefing for each in said}
    texts = {(text_of(each).id, text_of(each).uri) for each in said}
    first, last = said[0], max(said, key=lambda each: each.briefing)
    word = [each for each in said if each.briefing == last.briefing]
    alone = len({(text_of(each).id, text_of(each).uri) for each in word}) == 1
    over = alone and any(corrections.is_notice(each.text) for each in word)
    followed = (len(briefings) > 1 or len(texts) > 1) and not over
    return Thread(first.story, first.label, last.headline, first.first_day, last.briefing, followed)


def text_of(told: Told) -> Document:
    """The document a told sentence stands in; once its text is forgotten, one of that sentence alone."""
    return told.document or Document.from_text(told.text, title=told.label, uri=f"told:{told.story}")


def sentences(told: Sequence[Told]) -> list[Earlier]:
    """What was told, each sentence as its source has it."""
    languages: dict[tuple[str, str], str | None] = {}
    found = []
    for each in told:
        document = text_of(each)
        key = (document.id, document.uri)
        if key not in languages:
            languages[key] = in_language(document, None).language
        text = each.span.of(document.text) if each.document else each.text
        found.append(Earlier(text, languages[key]))
    return found


def identify(votes: Sequence[Mapping[int, int]]) -> list[int | None]:
    """Which earlier story each of today's is, None for a new one; no two are the same.

    votes: for each of today's stories, in order of rank, how much speaks for each earlier one. The most
    votes decide first; ties go to the higher rank, then to the older story.
    """
    ranked = sorted(
        (-count, at, number) for at, counted in enumerate(votes) for number, count in counted.items()
    )
    found: list[int | None] = [None] * len(votes)
    taken: set[int] = set()
    for _, at, number in ranked:
        if found[at] is None and number not in taken:
            found[at] = number
            taken.add(number)
    return found


def quiet(known: Mapping[int, Thread], heard: Iterable[int]) -> tuple[str, ...]:
    """Headlines of the stories followed and told last time of which nothing is heard today, by number."""
    last = max((each.last for each in known.values()), default=0)
    there = frozenset(heard)
    missed = (each for each in known.values() if each.followed and each.number not in there)
    return tuple(each.headline for each in missed if each.last == last)
