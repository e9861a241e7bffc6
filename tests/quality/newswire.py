"""A hundred words from many reports, as DUC asked for them: `make newswire`.

No development set is agency copy with references of a hundred words. What resembles it: English MultiLing
(ten dated reports a topic), half of each topic, the same without dates; the other languages, by their own rules
and by those of English; and Multi-News of three origins and more, whole and cut to 25 sentences a document.
References are cut to a hundred words, as those of DUC 2004 are. R-1 and R-2 are recall, English stemmed, stop
words kept. Each method's difference to the default is averaged over the proxies of a kind, and drawn by topic.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from summarize import clusters, pipeline
from summarize.clusters import Cluster
from summarize.evaluation import DUC_WORDS
from summarize.measure.intervals import bootstrap
from summarize.measure.rouge import rouge
from summarize.model import Budget, Document, Pick, Ranking
from summarize.options import DEFAULT_METHOD, Options
from summarize.rank import concepts, consensus, retelling, scores
from summarize.rank.material import Material
from summarize.rank.methods import METHODS, Method
from summarize.text import split
from tests.quality.sets import MULTILING, required

KINDS = ("rouge1", "rouge2")
LONGEST = 25  # sentences of a report
PEERS = (DEFAULT_METHOD, "ilp", "coverage", "submodular", "dpp", "centroid", "mmr", "lexrank", "lead")
# The project's first default, by its numbers.
FIRST = replace(
    consensus.CONSTANTS,
    names=0.0, objection=0.0, earlier=0.0, personal=0.0, referring=0.0,
    spread=0.0, retold=1.0, novelty=0.0, filling=0.0,
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Proxy:
    """Clusters that resemble what DUC asked for. kind: proxies of one kind share their topics."""

    name: str
    kind: str
    clusters: Sequence[Cluster]


def first(material: Material, options: Options) -> tuple[Ranking, tuple[Pick, ...]]:
    """The project's first default; what is no constant of today's is put back for as long as it runs."""
    weights = replace(scores.weights(options), salience=0.4)
    with (
        mock.patch.object(concepts, "HALF_STOP_WEIGHT", 1.0),
        mock.patch.object(retelling, "cost", return_value=0.0),
        mock.patch.object(scores, "weights", return_value=weights),
    ):
        return consensus.consensus(material, options, FIRST)


def proxies() -> Iterator[Proxy]:
    topics = clusters.read(str(required(MULTILING)))
    english = [each for each in topics if each.language == "en"]
    others = [each for each in topics if each.language != "en"]
    news = [each for each in clusters.read(str(required("multinews/dev.jsonl"))) if _many(each)]
    yield Proxy("English", "English", english)
    yield Proxy("English, five", "English", [_with(each, lambda found: found[::2]) for each in english])
    yield Proxy("English, no dates", "English", [_each(each, _undated) for each in english])
    yield Proxy("six languages", "six", others)
    yield Proxy("six, as English", "six", [_each(each, _as_english) for each in others])
    yield Proxy("Multi-News", "news", news)
    yield Proxy("Multi-News, cut", "news", [_each(each, _cut) for each in news])


def score(cluster: Cluster, methods: Mapping[str, Method]) -> dict[str, tuple[float, float, int]]:
    """R-1 and R-2 recall, in hundredths, and words used, of each method."""
    options = Options(budget=Budget(DUC_WORDS, "words"))
    material = pipeline.prepare(cluster.bundle.documents, options)
    found = {}
    for name, method in methods.items():
        rows = [pick.row for pick in method(material, options)[1]]
        lines = [material.table.text(row) for row in rows]
        recall = rouge(lines, cluster.references, language=cluster.language, limit=DUC_WORDS)
        r1, r2 = (100 * recall[kind].recall for kind in KINDS)
        found[name] = (r1, r2, int(material.words[rows].sum()))
    return found


def differences(
    scored: Mapping[Proxy, Sequence[Mapping[str, tuple[float, float, int]]]], kind: str, method: str, at: int
) -> NDArray[np.float64]:
    """(topics,) of a kind: the mean difference of a method to the default in each topic."""
    by_topic: dict[str, list[float]] = defaultdict(list)
    for proxy, rows in scored.items():
        if proxy.kind == kind:
            for cluster, found in zip(proxy.clusters, rows, strict=True):
                by_topic[_topic(cluster)].append(found[method][at] - found[DEFAULT_METHOD][at])
    return np.array([np.mean(values) for values in by_topic.values()])


def main() -> None:
    """Print each proxy's figures for each method, then the differences by kind."""
    methods = {"first": first, **{name: METHODS[name] for name in PEERS}}
    scored = {}
    for proxy in proxies():
        print(proxy.name, file=sys.stderr, flush=True)
        scored[proxy] = [score(cluster, methods) for cluster in proxy.clusters]
    print("R-1 / R-2 recall, words")
    for proxy, rows in scored.items():
        print(f"\n{proxy.name} ({len(rows)} clusters)")
        for name in methods:
            r1, r2, words = np.mean([row[name] for row in rows], axis=0)
            print(f"  {name:12} {r1:6.2f} / {r2:5.2f}  {words:5.1f}")
    for kind in dict.fromkeys(proxy.kind for proxy in scored):
        print(f"\n{kind}: less {DEFAULT_METHOD}, R-1 and R-2")
        for name in methods:
            if name != DEFAULT_METHOD:
                said = [_said(differences(scored, kind, name, at)) for at in (0, 1)]
                print(f"  {name:12} {'   '.join(said)}")


def _said(values: NDArray[np.float64]) -> str:
    found = bootstrap(values)
    return f"{found.mean:+6.2f} [{found.low:+.2f}, {found.high:+.2f}] {'●' if found.certain else ' '}"


def _topic(cluster: Cluster) -> str:
    """A topic of MultiLing is one in all its languages: ml11-M000-en."""
    return cluster.bundle.id.removesuffix(f"-{cluster.language}")


def _many(cluster: Cluster) -> bool:
    return len(cluster.bundle.documents) >= 3


def _with(cluster: Cluster, change: Callable[[tuple[Document, ...]], tuple[Document, ...]]) -> Cluster:
    return replace(cluster, bundle=replace(cluster.bundle, documents=change(cluster.bundle.documents)))


def _each(cluster: Cluster, change: Callable[[Document], Document]) -> Cluster:
    return _with(cluster, lambda found: tuple(map(change, found)))


def _undated(document: Document) -> Document:
    return replace(document, published=None)


def _as_english(document: Document) -> Document:
    return replace(document, language="en")


def _cut(document: Document) -> Document:
    sentences = split.sentences(document)[:LONGEST]
    return replace(document, text=document.text[: sentences[-1].end]) if sentences else document


if __name__ == "__main__":
    main()
