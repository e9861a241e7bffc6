"""Whether a report goes on with an earlier story, or has no more in common with it than the place.

A bus in a ditch at Tarrow and a leaking roof in Tarrow are alike to who counts words on a quiet day: the
town is in both headlines. What goes on shares what happened, or opens with two names that were heard, or with
somebody's full name. English only: elsewhere all nouns may be written as names are, or none. In any language
two matches of one club are two stories (`stories.rivals`), and so are two columns under one headline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from math import log
from typing import TypeVar
from urllib.parse import urlsplit

from summarize.cite import statement
from summarize.cite.lexicon import lexicon
from summarize.cite.words import word_set
from summarize.model import Document, Span
from summarize.stories import labels, rivals
from summarize.text import clean, terms, tokens

_T = TypeVar("_T")

# Share of the plain words of the shorter side, by idf, from which two are bound, and names that bind. Which
# stories of the development bundles, told in two halves, they part: docs/decisions/0034.
_BOUND, _NAMES = 0.2, 2
_WHERE = word_set("in at near from of to on outside off")
_BESIDE = 30  # unseen texts beside these, so that idf is not of a handful alone; as in stories.likeness


class Bonds:
    """What some texts have in common; they are read when first asked for."""

    def __init__(
        self,
        texts: Iterable[Document],
        eligible: Callable[[Document], Sequence[Span]] = clean.eligible,
    ) -> None:
        """eligible: the sentences of a text that may be quoted, where somebody has them already."""
        self._texts = list(texts)
        self._eligible = eligible
        self._plain = lru_cache(maxsize=None)(_plain)
        self._named = lru_cache(maxsize=None)(_named)
        self._opening = lru_cache(maxsize=None)(lambda text: _opening(text, eligible(text)))
        self._read = lru_cache(maxsize=None)(lambda text: rivals.read(text, eligible(text)))
        self._held = Counter(term for each in self._texts for term in self._plain(each))

    def hold(self, today: Sequence[Document], before: Sequence[Document]) -> bool:
        """Whether texts of today and of an earlier story are of one story for more than the place."""
        if self.part(today, before):
            return False
        if any(each.language != "en" for each in (*today, *before)):
            return True
        named, others = _union(map(self._opening, today)), _union(map(self._named, before))
        if len({name[-1] for name in named} & {name[-1] for name in others}) >= _NAMES:
            return True
        if any(len(name) > 1 for name in named & others):
            return True
        words, heard = _union(map(self._plain, today)), _union(map(self._plain, before))
        least = min(self._weight(words), self._weight(heard))
        return self._weight(words & heard) >= _BOUND * least

    def part(self, today: Sequence[Document], before: Sequence[Document]) -> bool:
        """Whether headlines tell two stories apart, whatever the words they are told in."""
        return self._are_columns(today, before) or rivals.rival(self._wording(today), self._wording(before))

    def _are_columns(self, today: Iterable[Document], before: Iterable[Document]) -> bool:
        """Whether all of today's are columns: their outlet had other text under the same headline before."""
        had: dict[tuple[str, str | None], list[Document]] = {}
        for each in before:
            had.setdefault(_heading(each), []).append(each)
        return all(
            each.title is not None
            and not labels.is_live(each)
            and self._is_other(each, had.get(_heading(each), ()))
            for each in today
        )

    def _is_other(self, document: Document, earlier: Sequence[Document]) -> bool:
        """Whether there are texts, and none is this one edited, has a sentence of it, or takes up one name
        from the headline: "Garden notes" is in neither text, "The ferry Marlet" in both.
        """
        sentences = [span.of(document.text) for span in self._eligible(document)]
        return bool(earlier) and not any(
            each.uri == document.uri
            or rivals.share(self._read(document), self._read(each))
            or any(sentence in each.text for sentence in sentences)
            for each in earlier
        )

    def _wording(self, texts: Sequence[Document]) -> rivals.Wording:
        return rivals.union(map(self._read, texts))

    def _weight(self, held: Iterable[str]) -> float:
        return sum(log((len(self._texts) + _BESIDE) / (self._held[term] + 1)) for term in sorted(held))


def _union(sets: Iterable[frozenset[_T]]) -> frozenset[_T]:
    return frozenset[_T]().union(*sets)


def _plain(document: Document) -> frozenset[str]:
    """The terms that are not written as names."""
    text = f"{document.title or ''}\n{document.text}"
    code = terms.primary(document.language)
    written = tokens.cut(text, code)
    found = terms.look_up(written, code)
    words = zip(found.stems, written, found.content, strict=True)
    return frozenset(stem for stem, word, kept in words if kept and word[0].islower())


def _opening(document: Document, spans: Sequence[Span]) -> frozenset[tuple[str, ...]]:
    """The names in its headline and the first two sentences that may be quoted."""
    lede = " ".join(span.of(document.text) for span in spans[:2]) or document.text
    return _named(replace(document, text=f"{document.title or ''}\n{lede}"))


def _named(document: Document) -> frozenset[tuple[str, ...]]:
    """The names in parts, days and months apart; of one that is said to be a place only the last part."""
    lex, stem = lexicon(document.language), terms.stemmer(document.language)
    said = statement.read(document.text, language=document.language, stem=stem)
    lead = {name: said.words[name.first - 1].lower if name.first else "" for name in said.names}
    places = {name.parts for name, word in lead.items() if word in _WHERE}
    kept = {name.parts[-1:] if name.parts in places else name.parts for name in said.names}
    return frozenset(name for name in kept if name[-1] not in lex.weekdays and name[-1] not in lex.months)


def _heading(document: Document) -> tuple[str, str | None]:
    return urlsplit(document.uri).netloc, document.title
