"""What waits to be told, sorted into stories, with how much each is covered.

An outlet is one voice, and so are reprints of one text: a feed that writes ten times about a thing covers
it once. Texts told before take part in the sorting, so that a story goes on as the story it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from summarize import stories
from summarize.briefing import kinship, livepages, topics
from summarize.briefing.bonds import Bonds
from summarize.briefing.config import Config
from summarize.briefing.memory import Item, Told
from summarize.briefing.threads import text_of
from summarize.model import Bundle, Document, Source, Span, sha256
from summarize.stories import labels
from summarize.text import clean, origins

_STALE = 0.5  # what a story counts that had no room the day before: it is news no more (chosen by eye)

Key = tuple[str, str, str]
"""What tells one text from another: id, uri and sha256."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A text and the items that are this text; two feeds may list one article."""

    document: Document
    items: tuple[Item, ...]

    @property
    def outlet(self) -> str:
        """Whose text it is, as far as is known: the publisher, else the place it was listed at."""
        return (self.document.publisher or self.items[0].source).casefold()

    @property
    def earlier(self) -> tuple[Document, ...]:
        """The editions before it."""
        return tuple(edition for item in self.items for edition in item.earlier)

    @property
    def named(self) -> bool:
        """Whether an earlier paper had no room for it, and said so."""
        return all(item.named for item in self.items)


@dataclass(frozen=True, slots=True)
class Story:
    """A story of today's texts. covered: its voices, each with the weight of its sources.

    before: the earlier stories whose texts belong with it, each with how many do. stale: all of it was
    named by an earlier paper that had no room for it. waited: the places in the bundle of texts that were.
    earlier: (place in the bundle, an edition before it) of articles that were changed. voices: the places of
    the texts of each outlet.
    """

    bundle: Bundle
    outlets: int
    covered: float
    watch: tuple[str, ...]
    before: Mapping[int, int]
    stale: bool = False
    waited: frozenset[int] = frozenset()
    earlier: tuple[tuple[int, Document], ...] = ()
    voices: tuple[tuple[int, ...], ...] = ()


def key(text: Document | Source) -> Key:
    """The key of a document, or of a source that is cited."""
    return text.id, text.uri, text.sha256 if isinstance(text, Source) else sha256(text.text)


def listed(items: Iterable[Item], language: str | None) -> dict[Key, Listed]:
    """The texts of some items, whatever order they come in. language: of those that do not say."""
    found: dict[Key, list[Item]] = {}
    for item in sorted(items, key=lambda item: (item.source, item.document.id)):
        found.setdefault(key(item.document), []).append(item)
    return {
        name: Listed(_in(same[0].document, language), tuple(same)) for name, same in sorted(found.items())
    }


def _in(document: Document, language: str | None) -> Document:
    return replace(document, language=language) if language and not document.language else document


def recent(texts: Mapping[Key, Listed], age: timedelta) -> dict[Key, Listed]:
    """Those of some texts that are not older than an age, counted from the newest; all without a date.

    Not from now: what a clock that is wrong for a day takes for old would never be told.
    """
    newest = max(
        (each.document.published for each in texts.values() if each.document.published), default=None
    )
    return {
        name: each
        for name, each in texts.items()
        if newest is None or not each.document.published or newest - each.document.published <= age
    }


def sort(texts: Mapping[Key, Listed], told: Sequence[Told], config: Config) -> list[Story]:
    """The stories of today's texts, those with a watched word first, then the most-covered.

    Of stories covered alike those of which there is but a headline come last: they have the least to tell.
    Live pages and round-ups come before these only, for they leave out what a story above them tells.
    """
    weights = {source.place: source.weight for source in config.source}
    words = [word for watch in config.watch for word in watch.words]
    earlier = {key(document): (document, told) for document, told in _documents(told)}
    today = {name: each.document for name, each in texts.items()}
    eligible = lru_cache(maxsize=None)(clean.eligible)  # asked again for the voices of each story
    all_texts = [*today.values(), *(text for name, (text, _) in earlier.items() if name not in today)]
    bundles = list(livepages.parted(stories.group(all_texts, eligible=eligible), eligible))
    found = []
    shared = (
        text
        for bundle in bundles
        if any(key(each) in today for each in bundle.documents)
        and any(key(each) in earlier for each in bundle.documents)
        for text in bundle.documents
    )
    bonds = Bonds(shared, eligible)
    for bundle in bundles:
        fresh = [document for document in bundle.documents if key(document) in today]
        if not fresh:
            continue
        mine = [texts[key(document)] for document in fresh]
        voices = _voices(fresh, mine, eligible)
        covered = sum(max(_weight(mine[at], weights) for at in voice) for voice in voices)
        before = _before(bundle.documents, fresh, earlier, bonds)
        news = [each for each, text in zip(fresh, mine, strict=True) if not text.named] or fresh
        if len(news) < len(bundle.documents):
            bundle = Bundle(bundle.id, tuple(fresh), labels.label(news, [eligible(each) for each in news]))
        watch = tuple(
            dict.fromkeys(word for each in fresh for word in topics.held(words, topics.whole(each)))
        )
        waited = frozenset(at for at, each in enumerate(mine) if each.named)
        stale = len(waited) == len(mine)
        if stale:
            covered *= _STALE
        edited = tuple((at, edition) for at, each in enumerate(mine) for edition in each.earlier)
        heard = tuple(map(tuple, voices))
        found.append(Story(bundle, len(voices), covered, watch, before, stale, waited, edited, heard))
    found.sort(key=_rank)
    return _joined(found, earlier.values(), eligible)


def _joined(
    found: Sequence[Story],
    earlier: Iterable[tuple[Document, frozenset[int]]],
    eligible: Callable[[Document], Sequence[Span]],
) -> list[Story]:
    """The stories, those that none of the earlier texts was sorted into with the one they are kin to."""
    texts: dict[int, list[Document]] = {}
    for document, numbers in earlier:
        for number in sorted(numbers):
            texts.setdefault(number, []).append(document)
    kin = kinship.match([story.bundle.documents for story in found], texts, eligible)
    return [
        replace(story, before={kin[at]: 1}) if at in kin and not story.before else story
        for at, story in enumerate(found)
    ]


def _rank(story: Story) -> tuple[bool, float, bool, bool, int]:
    texts = story.bundle.documents
    bare, live = all(map(clean.is_headline, texts)), all(map(labels.is_live, texts))
    return not story.watch, -story.covered, bare, live, -len(texts)


def _before(
    documents: Sequence[Document],
    fresh: Sequence[Document],
    earlier: Mapping[Key, tuple[Document, frozenset[int]]],
    bonds: Bonds,
) -> Counter[int]:
    """The earlier stories that some documents, the fresh ones apart, were told in, as often as they were."""
    texts: dict[int, list[Document]] = {}
    for document in documents:
        for number in earlier[key(document)][1] if key(document) in earlier else ():
            texts.setdefault(number, []).append(document)
    return Counter({number: len(told) for number, told in texts.items() if bonds.hold(fresh, told)})


def _documents(told: Iterable[Told]) -> list[tuple[Document, frozenset[int]]]:
    """The texts of told sentences, each once, with the stories they were told in."""
    texts: dict[Key, Document] = {}
    numbers: dict[Key, set[int]] = {}
    for each in told:
        document = text_of(each)
        texts.setdefault(key(document), document)
        numbers.setdefault(key(document), set()).add(each.story)
    return [(texts[name], frozenset(numbers[name])) for name in sorted(texts)]


def _voices(
    documents: Sequence[Document],
    texts: Sequence[Listed],
    eligible: Callable[[Document], Sequence[Span]],
) -> list[list[int]]:
    """Which of a story's documents are one voice: of one origin, or of one outlet."""
    if len(documents) == 1:
        return [[0]]
    origin = origins.group(documents, [eligible(each) for each in documents]).tolist()
    voices: list[tuple[set[int | str], list[int]]] = []
    for at, each in enumerate(texts):
        own: set[int | str] = {origin[at], each.outlet}
        joined = [voice for voice in voices if not voice[0].isdisjoint(own)]
        voices = [voice for voice in voices if voice not in joined]
        marks = own.union(*(marks for marks, _ in joined))
        voices.append((marks, sorted([at, *(other for _, members in joined for other in members)])))
    return [members for _, members in voices]


def _weight(text: Listed, weights: Mapping[str, float]) -> float:
    return max(weights.get(item.source, 1.0) for item in text.items)
