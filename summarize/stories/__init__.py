"""stories: documents -> bundles, one for each story, most-covered first.

Every article is in exactly one story, which may be its own. The way there: vectors of terms
(`likeness`), a forest of groups by average linkage (`linkage`), cut where groups hold longest (`plateau`),
and a headline for each (`labels`). Nothing is learnt and nothing is set: the same functions serve a day
of ten articles and one of 20,000, in any language. Languages are grouped apart, since words are what
is compared. Pure: the same documents give the same stories, whatever order they came in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from summarize.model import Bundle, Document, Span, in_order, sha256
from summarize.pipeline import in_language
from summarize.stories import adverts, labels, likeness, linkage, plateau, rivals, wording
from summarize.text import clean, origins

__all__ = ["group"]

_DAY = 86400.0  # seconds
_COPY = 2  # times as long as another a text may be that stands for it; chosen by eye


def group(
    documents: Sequence[Document], *, eligible: Callable[[Document], Sequence[Span]] = clean.eligible
) -> tuple[Bundle, ...]:
    """The stories that documents tell, those with the most independent origins first.

    A bundle's title is the best headline among its documents, its id stands for its documents' ids.
    Reprints of one text, about as long, are always in one story and count as one voice. eligible: what of a
    document may be quoted; for callers who ask it, too, and keep the answers.
    """
    known = [in_language(document, None) for document in in_order(documents)]
    quotable = [eligible(document) for document in known]
    origin = origins.group(known, quotable).tolist()
    copy = _copies(known, quotable, origin)
    by_language: dict[str, list[int]] = {}
    story = dict[int, tuple[str, int]]()
    for place in _voices(known, copy):
        if adverts.is_advert(known[place]):
            story[copy[place]] = ("advert", place)
        else:
            by_language.setdefault(known[place].language or "", []).append(place)
    for code, places in sorted(by_language.items()):
        articles = [wording.article(known[place], quotable[place]) for place in places]
        read = partial(_read, known, quotable, places)
        numbers = partition(articles, _days(known, places), read)
        story |= {copy[place]: (code, int(number)) for place, number in zip(places, numbers, strict=True)}
    members: dict[tuple[str, int], list[int]] = {}
    for place in range(len(known)):
        members.setdefault(story[copy[place]], []).append(place)
    covered = sorted(
        members.values(), key=lambda places: (-len({origin[i] for i in places}), -len(places), places)
    )
    return tuple(_bundle([known[i] for i in places], [quotable[i] for i in places]) for places in covered)


def _copies(
    documents: Sequence[Document], quotable: Sequence[Sequence[Span]], origin: Sequence[int]
) -> list[int]:
    """A number for each document, those of one text about as long share it.

    A note that stands whole in a longer text has its origin, but the longer one may be a round-up, which
    holds many such notes: what is less than half as long is looked at by itself. So is what one outlet says
    of another thing in the words it has for all of its kind, such as a firm's results.
    """
    length = [sum(len(span) for span in spans) for spans in quotable]
    copy, groups = [0] * len(documents), dict[int, list[int]]()
    for place, number in enumerate(origin):
        groups.setdefault(number, []).append(place)
    left, count = list(groups.values()), 0

    @cache
    def said(place: int) -> rivals.Wording:
        return rivals.read(documents[place], quotable[place])

    while left:
        members = left.pop()
        longest = max(length[place] for place in members)
        for place in members:
            copy[place] = count
        count += 1
        fullest = next(place for place in members if length[place] == longest)
        others = [
            place
            for place in members
            if _COPY * length[place] < longest
            or (place != fullest and rivals.rival(said(place), said(fullest)))
        ]
        again: dict[int, list[int]] = {}
        numbers = origins.group([documents[i] for i in others], [quotable[i] for i in others])
        for place, number in zip(others, numbers.tolist(), strict=True):
            again.setdefault(number, []).append(place)
        left += again.values()
    return copy


def _voices(documents: Sequence[Document], origin: Sequence[int]) -> list[int]:
    """Of each text the fullest print, which stands for the others; copies are no second voice."""
    fullest: dict[int, int] = {}
    for place, number in enumerate(origin):
        best = fullest.setdefault(number, place)
        if len(documents[place].text) > len(documents[best].text):
            fullest[number] = place
    return list(fullest.values())


def partition(
    term_lists: Sequence[Sequence[str]],
    days: NDArray[np.float64],
    read: Callable[[int], rivals.Wording] | None = None,
) -> NDArray[np.int64]:
    """A story number for each of n articles of one language, (n,), numbered by first article.

    days: (n,) when they were published, in days, NaN where that is not known. read: the wording of an article
    by its place, by which stories of a kind are told apart; without it all are taken to have no headline.
    """
    forest = linkage.link(likeness.compare(term_lists), days)
    return plateau.cut(forest, rivals.Joins(forest, read).of_rivals) if read else plateau.cut(forest)


def _read(
    documents: Sequence[Document], quotable: Sequence[Sequence[Span]], places: Sequence[int], at: int
) -> rivals.Wording:
    return rivals.read(documents[places[at]], quotable[places[at]])


def _days(documents: Sequence[Document], places: Sequence[int]) -> NDArray[np.float64]:
    published = (documents[place].published for place in places)
    return np.array([date.timestamp() / _DAY if date else np.nan for date in published])


def _bundle(documents: Sequence[Document], quotable: Sequence[Sequence[Span]]) -> Bundle:
    name = sha256("\n".join(document.id for document in documents))[:16]
    return Bundle(name, tuple(documents), labels.label(documents, quotable))
