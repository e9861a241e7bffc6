"""What a story is called: the headline among its sources that says most of what they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summarize.model import Document, Span
from summarize.text import clean, terms

_LONGEST = 100  # characters of a label made from a sentence; headlines are taken as they are
_LIVE = re.compile(
    r"\W*(?:live(?:[- ]?(?:blog|ticker|updates?|coverage))?|news-?ticker|as it happened|en direct|en directo"
    r"|en vivo|ao vivo|in diretta|la diretta|(?:news|\w+day|morning|evening|daily) (?:briefing|round-?up)"
    r"|(?:news|the (?:day|week)) in brief)\b(?=\s*(?:[:|–—-]|\Z))",
    re.IGNORECASE,
)
# "Opinion: …", "Quiz: …": before the news, which it is about, in the languages with more than a few feeds.
_ASIDE = re.compile(
    r"\W*(?:opinion|op-?ed|comment(?:ary)?|column|editorial|letters?|quiz|horoscope|sponsored|advertorial"
    r"|kommentar|meinung|leitartikel|kolumne|glosse|gastbeitrag|anzeige|horoskop|tribune|édito(?:rial)?"
    r"|chronique|billet|opinión|columna|tribuna|opinione|commento|editoriale|opinião|opinie|komentář|názor)"
    r"\s*[:|–—]",
    re.IGNORECASE,
)
_FEWEST = 3  # terms; "Live updates" heads any story


def label(documents: Sequence[Document], quotable: Sequence[Sequence[Span]]) -> str:
    """The best headline of a story's documents; where none has one, the beginning of a first sentence.

    A headline is as good as the mean number of documents that say each of its words. quotable: for each
    document the spans that may be quoted. Ties go to the earlier document. That of a live page
    or a column is taken if there is no other, and so is one that is all there is of its document.
    """
    said = Counter[str]()
    for document in documents:
        said.update(
            set(terms.extract(f"{document.title or ''}\n{document.text}", language=document.language))
        )
    titled = [document for document in documents if document.title]
    titled = [each for each in titled if not clean.is_headline(each)] or titled
    headlines = [document.title for document in titled if document.title]
    if not headlines:
        firsts = [
            spans[0].of(document.text) for document, spans in zip(documents, quotable, strict=True) if spans
        ]
        headlines = [_shortened(first) for first in firsts] or [documents[0].uri]
    language = documents[0].language
    headlines = [each for each in headlines if not (_LIVE.match(each) or _ASIDE.match(each))] or headlines
    return max(headlines, key=lambda headline: _worth(headline, said, language))


def is_live(document: Document) -> bool:
    """Whether it calls itself a live page, which follows a day through all of its stories."""
    return bool(_LIVE.match(document.title or ""))


def is_aside(document: Document) -> bool:
    """Whether its headline calls it a live page, a column, a quiz: text beside the reports of a story."""
    return is_live(document) or bool(_ASIDE.match(document.title or ""))


def _worth(headline: str, said: Counter[str], language: str | None) -> float:
    words = set(terms.extract(headline, language=language))
    return sum(said[word] for word in sorted(words)) / max(len(words), _FEWEST)


def _shortened(sentence: str) -> str:
    words = " ".join(sentence.split())
    if len(words) <= _LONGEST:
        return words
    return words[: _LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
