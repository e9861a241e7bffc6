"""Which documents are one text: copies, reprints of one agency report, one page under two addresses.

Ten wire copies are ten links but one voice. Documents are joined by the share of the smaller one's
distinct word trigrams that the larger one has (containment, Broder 1997 [broder97resemblance]);
what else they have in common, a publisher or an agency credit, only lowers the share asked for.
Pairs are found through an inverted index, so time grows with the text, not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import numpy as np
from numpy.typing import NDArray

from summarize.model import Document, Span
from summarize.text import terms

# In 766 pairs of Multi-News, rewrites that share quotations reach .57, and reprints begin at .81 (`python -m
# tests.quality.reprints`). Only four pairs credit one source, so the second share is chosen by eye.
_SAME_TEXT = 0.6
_SAME_TEXT_AND_SOURCE = 0.4
_FEWEST = 20  # trigrams: in a shorter text one shared quotation is everything
_LEADERS = 256  # documents of one trigram that others are compared with: keeps a common one linear
_NUMBERED = 1 << 20  # words from which on pairs of them get numbers, so that no product for three overflows
_ROWS = 1000  # documents compared at a time: bounds the memory

_HEAD, _TAIL = 400, 300  # characters in which a credit stands
_DATELINE: Final = re.compile(
    r"\(([A-Z][A-Za-z]{1,9}(?: [A-Z][a-z]{1,9})?)\)\s{0,3}[-–—]|, ([A-Z]{2,8}) [–—]"
)
_AGENCY: Final = re.compile(r"Associated Press|Agence France-Presse|\((?:AP|AFP)\)|\bReuters\b|\bXinhua\b")
_SHORT: Final = {"Associated Press": "AP", "(AP)": "AP", "Agence France-Presse": "AFP", "(AFP)": "AFP"}
_TRACKING: Final = re.compile(r"utm_|fbclid$|gclid$|mc_|ref$|cmpid$", re.IGNORECASE)


def group(
    documents: Sequence[Document],
    spans: Sequence[Sequence[Span]] | None = None,
    *,
    words: Sequence[NDArray[np.int32]] | None = None,
) -> NDArray[np.int32]:
    """A number for each document, (documents,); those of one origin share it.

    spans: the parts of each document that may be quoted; without them boilerplate is compared, too, and joins
    strangers. words: those of these parts, if they are known already (`terms.Numbered.plain`). Numbers run
    from 0 in the order of each origin's first document; which documents share one does not depend on it.
    """
    known = _words(documents, spans) if words is None else words
    said = [each.tobytes() for each in known]
    origins = _Partition(len(documents))
    origins.join_equal([text or None for text in said])
    origins.join_equal([_address(document.uri) for document in documents])
    copies: dict[bytes, list[int]] = {}
    for i, text in enumerate(said):
        copies.setdefault(text, []).append(i)
    # From here on one text is one thing, in an order that is its own, not the caller's.
    texts = sorted(
        copies.values(), key=lambda own: (-len(known[own[0]]), min(documents[i].text for i in own))
    )

    @cache
    def sources(text: int) -> frozenset[str]:
        return frozenset[str]().union(*(_sources(documents[i]) for i in texts[text]))

    for a, b, share in _overlaps([known[own[0]] for own in texts]):
        if share >= _SAME_TEXT or not sources(a).isdisjoint(sources(b)):
            origins.join(texts[a][0], texts[b][0])
    return origins.numbers()


def _words(
    documents: Sequence[Document], spans: Sequence[Sequence[Span]] | None
) -> Sequence[NDArray[np.int32]]:
    texts = [document.text for document in documents]
    if spans is not None:
        texts = [
            "\n".join([span.of(text) for span in parts]) for text, parts in zip(texts, spans, strict=True)
        ]
    read = terms.number(texts, [document.language for document in documents])
    return [read.plain[start:end] for start, end in pairwise(read.starts.tolist())]


def _overlaps(texts: Sequence[NDArray[np.int32]]) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts and the share of the smaller's trigrams they have in common, where it is large."""
    from scipy.sparse import csr_array

    text, trigram = _trigrams(texts)
    sizes = np.bincount(text, minlength=len(texts))
    common = np.bincount(trigram)[trigram] > 1
    text, trigram = text[common], trigram[common]
    most = np.bincount(text, minlength=len(texts)) / np.maximum(sizes, 1)
    if not ((sizes >= _FEWEST) & (most >= _SAME_TEXT_AND_SOURCE)).any():
        return  # as most bundles: no text is so much like all the others together
    shape = (len(texts), int(trigram.max(initial=-1)) + 1)
    # Sorted by (trigram, text): the place of an entry in its trigram's list.
    starts = np.searchsorted(trigram, np.arange(shape[1]))
    leading = np.arange(len(trigram)) - starts[trigram] < _LEADERS
    ones = np.ones(len(trigram), np.int32)
    has = csr_array((ones, (text, trigram)), shape=shape)
    leads = csr_array((ones[leading], (text[leading], trigram[leading])), shape=shape).T.tocsr()
    for start in range(0, len(texts), _ROWS):
        shared = (has[start : start + _ROWS] @ leads).tocoo()
        a, b = shared.row + start, shared.col
        smaller = np.minimum(sizes[a], sizes[b])
        share = shared.data / np.maximum(smaller, 1)
        keep = np.flatnonzero((a > b) & (smaller >= _FEWEST) & (share >= _SAME_TEXT_AND_SOURCE))
        yield from zip(a[keep].tolist(), b[keep].tolist(), share[keep].tolist(), strict=True)


def _trigrams(texts: Sequence[NDArray[np.int32]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each text's distinct trigrams as (text, trigram) numbers, sorted by trigram, then text."""
    text = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    words = np.concatenate((*texts, np.zeros(0, np.int64)))  # as wide as products of them need
    if len(words) < 3:
        return text[:0], words[:0]
    size = int(words.max()) + 1
    pair = words[:-1] * size + words[1:]
    if size > _NUMBERED:
        pair = np.unique(pair, return_inverse=True)[1]
    triple = pair[:-1] * size + words[2:]
    inside = np.flatnonzero(text[:-2] == text[2:])
    order = inside[np.argsort(triple[inside], kind="stable")]  # stable: texts stay in order
    text, triple = text[order], triple[order]
    fresh = np.diff(triple, prepend=-1) != 0
    distinct = fresh | (np.diff(text, prepend=-1) != 0)
    return text[distinct], (np.cumsum(fresh) - 1)[distinct]


def _sources(document: Document) -> frozenset[str]:
    """Where a document says it is from: its publisher, and the agencies it credits.

    Credits stand in the dateline, the by-line or the last words.
    """
    head, tail = document.text[:_HEAD], document.text[_HEAD:][-_TAIL:]
    named = f"{document.author or ''}\n{document.publisher or ''}\n{head}\n{tail}"
    names = _AGENCY.findall(named) + [one or other for one, other in _DATELINE.findall(head)]
    found = {_SHORT.get(name, name).casefold() for name in names}
    if document.publisher:
        found.add("published by " + document.publisher.casefold())
    return frozenset(found)


def _address(uri: str) -> str | None:
    """A web address without what does not change the page; None for anything else."""
    if not uri.casefold().startswith(("http://", "https://")):
        return None
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    host = parts.netloc.casefold().removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    query = sorted(item for item in parse_qsl(parts.query) if not _TRACKING.match(item[0]))
    part = (
        parts.fragment if parts.fragment.isdecimal() else ""
    )  # an item of a feed, without a page of its own
    return f"{host}{parts.path.removesuffix('/').removesuffix('/amp')}?{urlencode(query)}#{part}"


class _Partition:
    """Things joined into groups (union-find with path halving)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, i: int) -> int:
        parent = self._parent
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        i, j = sorted((self.root(i), self.root(j)))
        self._parent[j] = i

    def join_equal(self, keys: Sequence[Hashable | None]) -> None:
        """Joins those with the same key; None is no key."""
        first: dict[Hashable, int] = {}
        for i, key in enumerate(keys):
            if key is not None:
                self.join(first.setdefault(key, i), i)

    def numbers(self) -> NDArray[np.int32]:
        number: dict[int, int] = {}
        return np.array(
            [number.setdefault(self.root(i), len(number)) for i in range(len(self._parent))], np.int32
        )
