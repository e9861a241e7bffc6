"""Which report a story that goes on is told by: the last of a morning, as what it says holds.

"Only one in three trains will run" was right at four; at a quarter past five the strike was called off. So
the age of a report decides, not how many have its words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarize.model import Document
from summarize.rank.material import Material
from summarize.stories import labels
from summarize.text import terms

_ALIKE = 0.45  # similarity of two ledes that say one thing (chosen by eye)


def reports(material: Material, fresh: NDArray[np.bool_]) -> tuple[int, ...]:
    """The places of the report with the last lede that is fresh, and of its reprints; none without one.

    A text is as old as the first report that has it. Columns, quizzes and
    live pages lead where there is nothing else. What one outlet reports last of something no other report has
    gives way to what two have: candles in front of the factory are not how the fire began.
    """
    table = material.table
    ledes = np.flatnonzero(fresh & (material.place == 0)).tolist()
    aside = [labels.is_aside(table.documents[table.document[row]]) for row in ledes]
    ledes = [row for row, off in zip(ledes, aside, strict=True) if not off] or ledes
    if not ledes:
        return ()
    ledes.sort(key=lambda row: (-_first_said(material, row), row))
    lead = ledes[0]
    if len(_outlets(material, lead)) < 2 and not _is_known(material, lead):
        lead = next((row for row in ledes[1:] if len(_outlets(material, row)) > 1), lead)
    return _places(material, lead)


def headline(documents: Sequence[Document], lede: str) -> str | None:
    """Of the headlines of some reprints the one of which the lede says most."""
    titled = [each for each in documents if each.title]
    said = {*terms.extract(lede, language=titled[0].language)} if titled else set()

    def share(document: Document) -> float:
        words = {*terms.extract(document.title or "", language=document.language)}
        return len(words & said) / max(len(words), 1)

    return max(titled, key=share).title if titled else None


def _places(material: Material, row: int) -> tuple[int, ...]:
    """The documents that open with the text of a row."""
    same = (material.representative == material.representative[row]) & (material.place == 0)
    return tuple(np.unique(material.table.document[same]).tolist())


def _first_said(material: Material, row: int) -> float:
    dates = [material.table.documents[at].published for at in _places(material, row)]
    return min((each.timestamp() for each in dates if each), default=0.0)


def _outlets(material: Material, row: int) -> set[str]:
    """Whose ledes say what a row does."""
    near = material.similarity[[row]].tocoo()
    alike = near.col[(near.data >= _ALIKE) & (material.place[near.col] == 0)].tolist()
    places = {*material.table.document[alike].tolist(), *_places(material, row)}
    documents = (material.table.documents[at] for at in places)
    return {each.publisher or each.uri for each in documents}


def _is_known(material: Material, row: int) -> bool:
    """Whether other reports of the day speak of what a row opens with, which is what it is about."""
    others = np.flatnonzero(~np.isin(material.table.document, _places(material, row))).tolist()
    heard = {term for other in others for term in material.terms[other]}
    return heard.issuperset(material.terms[row][:1])
