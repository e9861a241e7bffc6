"""Which documents are one text: copies, reprints of one agency report, one page under two addresses.

Ten wire copies are ten links but one voice. Documents are joined by the share of the smaller one's
distinct word trigrams that the larger one has (containment, Broder 1997 [broder97resemblance]);
what else they have in common, a publisher or an agency credit, only lowers the share asked for.
Pairs are found through an inverted index, so time grows with the text, not with its square.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import numpy as np
from numpy.typing import NDArray

from summarize.model import Document, Span
from summarize.text import terms

# Both from 766 pairs of Multi-News (docs/decisions/0005): rewrites that share quotations reach .57,
# reprints begin at .81; pairs with one credit have nothing between .25 and .80.
_SAME_TEXT = 0.6
_SAME_TEXT_AND_SOURCE = 0.4
_FEWEST = 20  # trigrams: in a shorter text one shared quotation is everything
_LEADERS = 256  # documents of one trigram that others are compared with: keeps a common one linear
_ROWS = 1000  # documents compared at a time: bounds the memory

_HEAD, _TAIL = 400, 300  # characters in which a credit stands
_DATELINE: Final = re.compile(
    r"\(([A-Z][A-Za-z]{1,9}(?: [A-Z][a-z]{1,9})?)\)\s{0,3}[-–—]|, ([A-Z]{2,8}) [–—]"
)
_AGENCIES: Final = {
    "Associated Press": "ap", "(AP)": "ap", "Reuters": "reuters", "Agence France-Presse": "afp",
    "(AFP)": "afp", "United Press International": "upi", "Xinhua": "xinhua", "dpa": "dpa",
}  # fmt: skip
_TRACKING: Final = re.compile(r"utm_|fbclid$|gclid$|mc_|ref$|cmpid$", re.IGNORECASE)


def group(documents: Sequence[Document], spans: Sequence[Sequence[Span]] | None = None) -> NDArray[np.int32]:
    """A number for each document, (documents,); those of one origin share it.

    spans: for each document the parts that may be quoted; without them boilerplate, which joins
    strangers, is compared too. Numbers run from 0 in the order of an origin's first document; the
    partition does not depend on that order.
    """
    words = [
        _words(document, spans[i] if spans is not None else None) for i, document in enumerate(documents)
    ]
    origins = _Partition(len(documents))
    origins.join_equal([word or None for word in words])
    origins.join_equal([_address(document.uri) for document in documents])
    # Copies stand for one another; the rest in an order that is theirs, not the caller's.
    distinct = sorted({word: i for i, word in reversed(list(enumerate(words)))}.items(), key=_by_length)
    for a, b, share in _overlaps([word for word, _ in distinct]):
        i, j = distinct[a][1], distinct[b][1]
        if share >= _SAME_TEXT or _share_a_source(documents[i], documents[j]):
            origins.join(i, j)
    return origins.numbers()


def _by_length(entry: tuple[tuple[str, ...], int]) -> tuple[int, tuple[str, ...]]:
    return -len(entry[0]), entry[0]


def _words(document: Document, spans: Sequence[Span] | None) -> tuple[str, ...]:
    text = document.text if spans is None else "\n".join(span.of(document.text) for span in spans)
    return terms.analyse(text, language=None).stems


def _overlaps(texts: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts and the share of the smaller's trigrams they have in common, where it is large."""
    from scipy.sparse import csr_array

    text, trigram = _trigrams(texts)
    sizes = np.bincount(text, minlength=len(texts))
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


def _trigrams(texts: Sequence[Sequence[str]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each text's distinct trigrams as (text, trigram) numbers, sorted by trigram, then text."""
    vocabulary: dict[str, int] = {}
    words = np.array(
        [vocabulary.setdefault(word, len(vocabulary)) for text in texts for word in text], np.int64
    )
    text = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    if len(words) < 3:
        return text[:0], words[:0]
    # Numbered in two steps, so that no product overflows and no two trigrams share a number.
    pair = np.unique(words[:-1] * len(vocabulary) + words[1:], return_inverse=True)[1]
    triple = np.unique(pair[:-1] * len(vocabulary) + words[2:], return_inverse=True)[1]
    inside = text[:-2] == text[2:]
    both = np.unique(triple[inside] * len(texts) + text[:-2][inside])
    return both % len(texts), both // len(texts)


def _share_a_source(one: Document, other: Document) -> bool:
    """Whether two documents name the same publisher or credit the same agency."""
    if one.publisher and other.publisher and one.publisher.casefold() == other.publisher.casefold():
        return True
    return not _credits(one).isdisjoint(_credits(other))


def _credits(document: Document) -> frozenset[str]:
    """The agencies a document credits: in its dateline, its by-line or its last words."""
    head, tail = document.text[:_HEAD], document.text[_HEAD:][-_TAIL:]
    named = f"{document.author or ''} {document.publisher or ''} {head} {tail}"
    found = {code for name, code in _AGENCIES.items() if name in named}
    found.update((match[1] or match[2]).casefold() for match in _DATELINE.finditer(head))
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
    return f"{host}{parts.path.removesuffix('/').removesuffix('/amp')}?{urlencode(query)}"


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
