"""Methods scored against references: which is better, by how much, and whether that is noise.

Every method goes the whole way, citations included, on the same prepared bundles, and is scored by
one scorer. Only figures made like that may share a table: published ones of one method differ by
four points of ROUGE-1 between papers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from operator import attrgetter
from platform import python_version

import numpy as np

from summarize import __version__, clusters, pipeline, yardsticks
from summarize.cite import verify
from summarize.clusters import Cluster, EvaluationSet
from summarize.measure import redundancy
from summarize.measure.intervals import Interval, PairedDifference, bootstrap, paired
from summarize.measure.report import Evaluation, Row
from summarize.measure.rouge import rouge
from summarize.model import Budget
from summarize.options import DEFAULT_METHOD, METHOD_NAMES, YARDSTICKS, Options, unlike
from summarize.pipeline import Study

Values = dict[str, float]

# Of DUC 2004 as Hong et al. 2014 [hong14repository] score it: the first 100 words, stemmed, recall.
DUC_WORDS = 100
TIME = "milliseconds"  # the one measure that no two runs share
PACKAGES = ("numpy", "scipy", "rouge-score", "nltk", "sumy", "PyStemmer")
LEAST_RESAMPLES = 100  # of which the 2.5th percentile is one of the three least


@dataclass(frozen=True, slots=True)
class Settings:
    """How methods are compared. methods: names of `METHOD_NAMES` or of `YARDSTICKS`.

    budget: of each digest; None gives each cluster's mean reference length in words. baseline: the
    method the others are compared with. seed, resamples: of the intervals and p. duc: only the first 100
    words count. language: only clusters in it. limit: only the first so many.
    """

    methods: Sequence[str]
    budget: Budget | None = None
    baseline: str = DEFAULT_METHOD
    seed: int = 0
    resamples: int = 1000
    duc: bool = False
    language: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        known = (*METHOD_NAMES, *YARDSTICKS)
        if isinstance(self.methods, str):
            raise ValueError(f"methods: several names, not {self.methods!r}")
        for name in self.methods:
            if name not in known:
                raise ValueError(f"method: {unlike(name, known)}")
        if self.baseline not in self.methods:
            raise ValueError(f"baseline: {self.baseline!r} is not among the methods compared")
        if self.resamples < LEAST_RESAMPLES:
            raise ValueError(f"resamples: {LEAST_RESAMPLES} or more, or an interval is chance")
        if self.seed < 0:
            raise ValueError("seed: 0 or more")
        if self.limit is not None and self.limit < 1:
            raise ValueError("limit: 1 or more")


def evaluate(
    path: str,
    settings: Settings,
    *,
    clock: Callable[[], float] | None = None,
    progress: Callable[[EvaluationSet], Iterable[Cluster]] = attrgetter("clusters"),
) -> Evaluation:
    """Compare methods on the clusters of a file.

    path: "-" is standard input. clock: seconds; `time.process_time` measures CPU. Without one no time is
    taken, and the same input gives the same figures. progress: told what was read, before anything is
    measured, and passes its clusters on, one by one.
    Raises EvaluationError for a file in which no cluster can be used.
    """
    read = clusters.load(path, language=settings.language, limit=settings.limit)
    if clock:
        for cluster in {each.language: each for each in reversed(read.clusters)}.values():
            outcome(cluster, settings, clock=clock)  # what is loaded once is no cluster's time
    found = [outcome(cluster, settings, clock=clock) for cluster in progress(read)]
    described = {
        "set": read.name,
        "sha256": read.sha256,
        "language": settings.language,
        "limit": settings.limit,
        "clusters": len(read.clusters),
        "records_skipped": len(read.failures),
        "documents_skipped": len(read.unread),
        "repeated_ids": read.repeated,
        "budget": _budget_name(settings),
        "duc": settings.duc,
        "baseline": settings.baseline,
        "seed": settings.seed,
        "resamples": settings.resamples,
        "versions": versions(),
    }
    return Evaluation(described, compare(found, settings))


def compare(outcomes: Sequence[Mapping[str, Values]], settings: Settings) -> tuple[Row, ...]:
    """A row for each method from its measures on every cluster (`outcome`)."""
    draw = {"seed": settings.seed, "resamples": settings.resamples}
    others = [method for method in settings.methods if method != settings.baseline]
    measures: dict[str, dict[str, Interval]] = {method: {} for method in settings.methods}
    differences: dict[str, dict[str, PairedDifference]] = {method: {} for method in settings.methods}
    for name in outcomes[0][settings.baseline]:
        columns = {
            method: np.array([found[method][name] for found in outcomes]) for method in settings.methods
        }
        for method, values in columns.items():
            measures[method][name] = bootstrap(values, **draw)
        if name != TIME:
            base = columns[settings.baseline]
            found = paired([columns[method] - base for method in others], **draw)
            for method, difference in zip(others, found, strict=True):
                differences[method][name] = difference
    return tuple(Row(method, measures[method], differences[method]) for method in settings.methods)


def outcome(
    cluster: Cluster, settings: Settings, *, clock: Callable[[], float] | None = None
) -> dict[str, Values]:
    """Each method's measures on one cluster, prepared once. Milliseconds include preparing."""
    budget = settings.budget or Budget(cluster.mean_words, "words")
    now = clock or (lambda: 0.0)
    started = now()
    material = pipeline.prepare(cluster.bundle.documents, Options(budget=budget))
    prepared = now() - started
    found = {}
    for method in settings.methods:
        chosen, options = yardsticks.method(method, cluster.references, material.budget)
        started = now()
        study = pipeline.tell(cluster.bundle, material, options, chosen)
        time = {TIME: 1000 * (prepared + now() - started)} if clock else {}
        found[method] = {**_measured(cluster, study, settings), **time}
    return found


def _measured(cluster: Cluster, study: Study, settings: Settings) -> Values:
    rows = [pick.row for pick in study.picks]
    return {
        **_agreement(cluster, study, settings),
        "similar_pairs": redundancy.similar_pairs(rows, study.material.similarity),
        **_citing(study),
    }


def _agreement(cluster: Cluster, study: Study, settings: Settings) -> Values:
    lines = [line.text for line in study.digest.lines]
    language = cluster.language or study.digest.language
    limit = DUC_WORDS if settings.duc else None
    scores = rouge(lines, cluster.references, language=language, limit=limit)
    values = {f"{kind}_f": score.f for kind, score in scores.items()}
    values |= {f"{kind}_recall": score.recall for kind, score in scores.items()}
    return {**values, "repeated_trigrams": redundancy.repeated_trigrams(lines)}


def _citing(study: Study) -> Values:
    """Sources cited, lines that more than one origin says, quotes that stand where they say."""
    digest = study.digest
    quotes = [citation for line in digest.lines for citation in line.citations]
    quotes += [citation for difference in digest.differences for citation in difference.citations]
    wrong = verify.mismatches(digest, study.material.table.documents)
    lines = max(len(digest.lines), 1)
    return {
        "sources": len({quote.source.number for quote in quotes}) / max(len(digest.sources), 1),
        "corroborated": sum(line.origins > 1 for line in digest.lines) / lines,
        "valid": 1 - len(wrong) / max(len(quotes), 1),
        "words": float(sum(study.material.words[pick.row] for pick in study.picks)),
    }


def versions() -> dict[str, str]:
    """Of all that moves a figure."""
    packages = {name: version(name) for name in PACKAGES}
    return {"summarize": __version__, "Python": python_version(), **packages}


def _budget_name(settings: Settings) -> str:
    budget = settings.budget
    return f"{budget.amount:g} {budget.unit}" if budget else "mean words of the references"
