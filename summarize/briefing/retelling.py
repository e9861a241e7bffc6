"""Which earlier sentences count as having told a row: those of its own story, or of what it names.

"The union called for protests" is a sentence of many stories. Who has read it of a railway has not heard it
of a drug maker, and it makes one story of the two no more than a common place does (`bonds`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from summarize.briefing import threads
from summarize.briefing.bonds import Bonds
from summarize.briefing.coverage import Story, key
from summarize.briefing.memory import Told
from summarize.model import Document
from summarize.novelty import News
from summarize.pipeline import in_language
from summarize.rank.material import Material
from summarize.witness import Witness


def bound(
    stories: Sequence[Story], materials: Sequence[Material], found: Sequence[News], told: Sequence[Told]
) -> list[News]:
    """The news of stories, without what was told of others.

    A row is told by a sentence of a story that is bound to its own, which then speaks for that being its
    own story too (`retold`); or by one that has a name or a figure in common with it, which does not.
    """
    numbers = {told[at].story for news in found for _, at in news.retold}
    before = {number: _texts(told, number) for number in sorted(numbers)}
    today = [
        _own_words(material, news) if news.retold else []
        for material, news in zip(materials, found, strict=True)
    ]
    bonds = Bonds(text for texts in (*today, *before.values()) for text in texts)
    held = []
    for story, texts, news in zip(stories, today, found, strict=True):
        candidates = {told[at].story for _, at in news.retold}
        whole = story.bundle.documents
        held.append(
            {
                n
                for n in candidates
                if n in story.before or (bonds.hold(texts, before[n]) and not bonds.part(whole, before[n]))
            }
        )
    return [
        _of(own, material, news, told) for own, material, news in zip(held, materials, found, strict=True)
    ]


def _of(own: Collection[int], material: Material, news: News, told: Sequence[Told]) -> News:
    """The news of a story by what was told of some earlier ones, and of others by what is named."""
    kept = tuple((row, at) for row, at in news.retold if told[at].story in own)
    strange = {row for row, _ in news.retold} - {row for row, _ in kept}
    mask = news.told.copy()
    mask[[row for row in sorted(strange) if not _says_which(material, row)]] = False
    return replace(news, told=mask, retold=kept)


def _own_words(material: Material, news: News) -> list[Document]:
    """A story's texts but for the told sentences that any story may have, which bind nothing."""
    table = material.table
    told = {row for row, _ in news.retold if not _says_which(material, row)}
    left = [row for row in range(len(table)) if row not in told]
    return [
        replace(each, text="\n".join(table.text(row) for row in left if table.document[row] == place))
        for place, each in enumerate(table.documents)
    ]


def _says_which(material: Material, row: int) -> bool:
    """Whether a row has a name or a figure, which a sentence that tells it has in common with it."""
    now = Witness(material).statement(row)
    named = any(name.first not in now.attribution for name in now.names)
    return named or any(figure.kind != "weekday" for figure in now.figures)


def _texts(told: Sequence[Told], number: int) -> list[Document]:
    """The texts an earlier story was told from, each once."""
    mine = {key(text): text for text in (threads.text_of(each) for each in told if each.story == number)}
    return [in_language(text, None) for text in mine.values()]
