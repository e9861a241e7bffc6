"""Live pages, which follow a day through all of its stories: stories of their own, unless they are about one.

Sorted in with one story they bring the others into it, and name it "Live: Sunday in Orlen".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from summarize.cite.lexicon import lexicon
from summarize.model import Bundle, Document, Span, sha256
from summarize.stories import labels
from summarize.text import terms

_SHARED = 2  # terms of its headline that others have, days apart; one may be the place (chosen by eye)


def parted(bundles: Iterable[Bundle], eligible: Callable[[Document], Sequence[Span]]) -> Iterator[Bundle]:
    """Some stories, the live pages that are about none of the others in theirs by themselves."""
    for bundle in bundles:
        others = [each for each in bundle.documents if not labels.is_live(each)]
        live = [each for each in bundle.documents if labels.is_live(each)] if others else []
        said = frozenset[str]().union(*map(_terms, others)) if live else frozenset()
        alone = [each for each in live if len(_headline(each) & said) < _SHARED]
        kept = [each for each in bundle.documents if each not in alone]
        if alone:
            yield from (_bundle(each, eligible) for each in (kept, *([page] for page in alone)))
        else:
            yield bundle


def _terms(document: Document) -> frozenset[str]:
    text = f"{document.title or ''}\n{document.text}"
    return frozenset(terms.extract(text, language=document.language))


def _headline(document: Document) -> frozenset[str]:
    lex = lexicon(document.language)
    title = " ".join(
        word
        for word in (document.title or "").lower().split()
        if word.strip(".,:") not in lex.weekdays and word.strip(".,:") not in lex.months
    )
    return frozenset(terms.extract(title, language=document.language)) - {"live"}


def _bundle(documents: Sequence[Document], eligible: Callable[[Document], Sequence[Span]]) -> Bundle:
    name = sha256("\n".join(each.id for each in documents))[:16]
    return Bundle(name, tuple(documents), labels.label(documents, [eligible(each) for each in documents]))
