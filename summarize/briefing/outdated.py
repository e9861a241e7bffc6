"""Which rows of a story a later report has overtaken, and which texts add nothing to their outlet's last."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summarize.briefing import changes, editions, outlets, threads, underway
from summarize.briefing.coverage import Story
from summarize.briefing.memory import Told
from summarize.model import Document
from summarize.novelty import News
from summarize.rank.material import Material


def by_now(story: Story, material: Material, news: News) -> frozenset[int]:
    """The rows with a value that is another by now, and those that waited while their outlet went on.

    Yesterday's weather is not told under today's headline, if of today's there is anything to tell. What a
    feed lists late is of before, and takes nobody's place.
    """
    overtaken = changes.outdated(material, story.waited) | underway.behind(material)
    texts, place = material.table.documents, material.table.document
    fresh = {at for at in place[material.candidate & ~news.told].tolist() if at not in story.waited}
    old = [
        at
        for at in story.waited
        if any(
            _outlet(texts[at]) == _outlet(texts[now])
            and not changes.is_before(texts[now].published, texts[at].published)
            for now in fresh
        )
    ]
    return overtaken | {*np.flatnonzero(np.isin(place, old)).tolist()}


def known(story: Story, told: Sequence[Told]) -> frozenset[int]:
    """The places of texts that add nothing to what their own outlet was told from."""
    texts: dict[str, list[Document]] = {}
    for document in map(threads.text_of, told):
        texts.setdefault(_outlet(document), []).append(document)
    return frozenset(
        at
        for at, document in enumerate(story.bundle.documents)
        if (mine := texts.get(_outlet(document))) and not editions.adds(document, mine)
    )


def _outlet(document: Document) -> str:
    """Whose a text is, by its address: what was told has the publisher's name of its day."""
    return outlets.domain(document.url or document.uri) or document.publisher or ""
