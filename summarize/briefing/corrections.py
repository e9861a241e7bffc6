"""Corrections: the sentence in which an outlet takes back what it wrote.

Cleaning keeps such notices out of digests, where they are furniture. A reader who was told the mistake wants
to hear of them, in the outlet's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.model import Document, SentenceTable

_PIECE = r"(?:article|story|report|post|piece|item|page|headline|dispatch|caption)"
_HEAD = (
    r"correction|corrections|corrected|clarification|erratum|korrektur|berichtigung"
    r"|richtigstellung|rectificatif|corrección|fe de erratas|rectificación|errata corrige|rettifica"
    r"|correção|rectificatie|correctie"
)
# Opens a notice, or is a headline by itself: "Correction:", "Correction (2 June): the mayor …".
_OPENING = re.compile(rf"\W*(?:{_HEAD})\b[^.:!?]{{0,40}}(?::|[–—-]\s|\Z)", re.IGNORECASE)
_NOTICE = re.compile(
    rf"\b(?:earlier|previous|first|original) versions? of (?:this|our|the|an?) {_PIECE}"
    rf"|\bthis {_PIECE}\b.{{0,40}}\b(?:amended|corrected|(?:updated|edited|changed) to correct)\b"
    rf"|\b(?:in|our) (?:an?|our|this|the|earlier|previous)?.{{0,20}}{_PIECE}\b.{{0,120}}"
    r"\b(?:wrong(?:ly)?|incorrect(?:ly)?|mistakenly|erroneously|misstated|misidentified|misspelled)\b"
    r"|\bwe (?:wrongly|mistakenly|incorrectly|erroneously) (?:said|reported|stated|wrote|gave|named)\b"
    r"|\bin einer (?:früheren|ersten|vorherigen) (?:version|fassung)\b"
    r"|\bune (?:première|précédente) version d|\bversion (?:précédente|antérieure) de (?:cet|l['’])"
    r"|\bversión anterior de est|\bversione precedente di quest|\bversão anterior d"
    r"|\beerdere versie van dit\b",
    re.IGNORECASE,
)
_LONGEST = 400  # characters; what is longer is no notice, but an article about one (chosen by eye)


def is_notice(text: str) -> bool:
    """Whether a sentence takes back what was published before."""
    return len(text) <= _LONGEST and bool(_OPENING.match(text) or _NOTICE.search(text))


def row(table: SentenceTable, edited: Sequence[tuple[int, Document]] = ()) -> int | None:
    """The first sentence of a story that corrects what was published before, None if there is none.

    edited: (place of a document, an edition before it), of articles that were changed. A notice counts where
    the article is nothing but a correction, or where it has come to one that was read before: of what stood
    in an article before anybody here read it there is nothing to put right.
    """
    before: dict[int, str] = {}
    for at, edition in edited:
        before[at] = f"{before.get(at, '')}\n{edition.text}"
    first = {int(place): int(where) for where, place in reversed([*enumerate(table.document.tolist())])}
    for at, place in enumerate(table.document.tolist()):
        text, document = table.text(at), table.documents[place]
        if len(text) > _LONGEST:
            continue
        titled = at == first[place] and bool(_OPENING.match(document.title or ""))
        notice = is_notice(text)
        whole = titled or (notice and at == first[place])
        added = notice and place in before and text not in before[place]
        if whole if place not in before else added:
            return at
    return None
