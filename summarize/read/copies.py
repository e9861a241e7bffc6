"""One document under several names: read once, and said so.

A page named and also found in a feed, an address with and without its tracking parameters, a file copied: the
reader meant one text, and it gets one place in the list of sources. What two outlets print alike stays
two documents, since the second is worth a link; `text.origins` makes them one voice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator

from summarize.model import Document, Failure, sha256
from summarize.read import hrefs

# The share of the shorter text's trigrams that two texts of one page have in common; reprints in the news
# begin at .81, rewrites end at .57 (`text.origins`).
SHARED = 0.6
# A text shorter than this share of another of the same address is its summary; chosen by eye.
SUMMARY = 0.5
FEWEST_WORDS = 20  # with fewer, as in scripts without spaces, characters are compared
# The uri of one of many documents in a file ("#3"), or of an archive's member: it has no address of its own.
PLACE = re.compile(r"#\d+$|!/")
FRONT = re.compile(r"[^/]*/\?")  # the key of a site's front page, which is no article


def distinct(found: Iterable[Document | Failure], *, named: Container[str] = ()) -> list[Document | Failure]:
    """What was found, each document once; of several copies the longest stays.

    named: uris that the user named; of equal copies, one of these stays. A copy becomes a failure, in its own
    place, that names the document kept. Which one is kept does not depend on the order of `found`.
    """
    items = list(found)
    held: dict[Hashable, list[Document]] = defaultdict(list)
    copies: dict[int, Failure] = {}
    documents = [(place, item) for place, item in enumerate(items) if isinstance(item, Document)]
    for place, document in sorted(documents, key=lambda each: _rank(each[1], named)):
        names = list(_names(document))
        others = (other for name in names for other in held[name])
        reason = next((reason for other in others if (reason := _same(document, other))), None)
        if reason:
            copies[place] = Failure(document.uri, reason, passed_over=True)
            continue
        for name in names:
            held[name].append(document)
    return [copies.get(place, item) for place, item in enumerate(items)]


def _rank(document: Document, named: Container[str]) -> tuple[int, bool, bool, bool, str, str]:
    """Sort key that puts the copy to keep first: the longest, then one with an address of its own."""
    is_part = document.uri == "-" or PLACE.search(document.uri) is not None
    is_found = document.uri not in named
    return -len(document.text), document.url is None, is_found, is_part, document.uri, document.id


def _names(document: Document) -> Iterator[Hashable]:
    """Keys of a document: two documents that share none are no copies."""
    yield "text", sha256(_folded(document.text))
    yield from (("page", key) for key in sorted(_pages(document)))


def _pages(document: Document) -> set[str]:
    """The pages that a document may be: where it was read, and where it says it stands."""
    own, stated = hrefs.key(document.uri), hrefs.key(document.url or "")
    if PLACE.search(document.uri) and own != stated:
        return set()
    return {key for key in (own, stated) if key and not FRONT.fullmatch(key)}


def _same(document: Document, other: Document) -> str | None:
    """Why a document is a copy of another, which is at least as long; None if it is none."""
    elsewhere = _pages(document).isdisjoint(_pages(other))
    if _folded(document.text) == _folded(other.text) and not (elsewhere and _outlets_differ(document, other)):
        return _said("text", document, other)
    if elsewhere:
        return None
    read_there = hrefs.key(document.uri) == hrefs.key(other.uri)
    summary = read_there and len(document.text) < SUMMARY * len(other.text)
    if summary or _shared(document.text, other.text) >= SHARED:
        return _said("page", document, other)
    return None


def _said(noun: str, document: Document, other: Document) -> str:
    if document.uri == other.uri:
        return "comes twice, and is read once"
    return f"is the same {noun} as {other.uri}, which is read"


def _outlets_differ(one: Document, other: Document) -> bool:
    if one.publisher and other.publisher:
        return one.publisher.casefold() != other.publisher.casefold()
    return bool(one.url and other.url) and not hrefs.same_site(one.url or "", other.url or "")


def _shared(one: str, other: str) -> float:
    """The share of the smaller text's trigrams that the larger one has."""
    smaller, larger = sorted((_trigrams(one), _trigrams(other)), key=len)
    return len(smaller & larger) / max(1, len(smaller))


def _trigrams(text: str) -> frozenset[object]:
    words: list[str] | str = re.findall(r"\w+", text.casefold())
    if len(words) < FEWEST_WORDS:
        words = "".join(words)
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _folded(text: str) -> str:
    return " ".join(text.split())
