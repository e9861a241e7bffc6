"""Processor time of a digest by stage, over the Multi-News development bundles: part of `make bench`.

Each stage is a function of the pipeline with a clock around it; one called inside another counts to
the outer one. "the rest" is what the pipeline does between them.
"""

import statistics
import time
from collections import Counter
from dataclasses import replace
from unittest import mock

from summarize import assembly, clusters, exchange, pipeline
from summarize.cite import statement
from summarize.model import Budget, Digest
from summarize.options import DEFAULT_METHOD, Options
from summarize.rank import candidates, concepts, graph, methods, openings, vectors
from summarize.text import clean, clean_repeats, language, origins, split, terms
from summarize.witness import Witness
from tests.quality.sets import SETS

BUNDLES = 100
REPEATS = 3
STAGES = {
    "language": [(language, "detect")],
    "splitting": [(split, "sentences")],
    "cleaning": [(clean, "marks"), (clean, "shared"), (clean, "trimmed")],
    "terms": [(terms, "number"), (concepts, "count"), (candidates, "choose")],
    "origins": [(origins, "group")],
    "graph": [(vectors, "weighed"), (graph, "cosines")],
    "ranking": [(methods.METHODS, DEFAULT_METHOD)],
    "exchange": [(exchange, "better_carried")],
    "citations": [(Witness, "supports")],
    "differences": [(Witness, "disputes")],
    "assembly": [(assembly, "number"), (assembly, "lines"), (assembly, "differences")],
    "json": [(Digest, "to_json")],
}
REST = "the rest"
# What the prototype's 15 ms counted: text in, picks out, with no cleaning, citations or differences.
CORE = ("splitting", "terms", "origins", "graph", "ranking")
# What an earlier run of the same bundle would leave to the next; words, unlike sentences, come again in
# other bundles, so their terms stay known.
KNOWN = (clean_repeats.key, openings.leans, statement.folded)
BUDGETS = {"250 words": Budget(250, "words"), "5 sentences": Budget(5)}


def main():
    """Print mean milliseconds a bundle for each stage, and the median of the sums."""
    news = next(each for each in SETS if each.name == "multinews")
    if not news.path.exists():
        print(f"no times by stage: {news.path} is not there")
        return
    bundles = [unlabelled(cluster.bundle) for cluster in clusters.read(str(news.path), limit=BUNDLES)]
    found = {name: [least(bundle, Options(budget=budget)) for bundle in bundles]
             for name, budget in BUDGETS.items()}  # fmt: skip
    print(f"\nCPU ms a Multi-News bundle, of {BUNDLES}, each the least of {REPEATS} runs")
    print(f"{'stage':<34}" + "".join(f"{name:>14}" for name in found))
    for stage in [*STAGES, REST]:
        means = (statistics.mean(times[stage] for times in each) for each in found.values())
        print(f"{stage:<34}" + "".join(f"{1000 * mean:>14.2f}" for mean in means))
    cores = (
        statistics.mean(sum(times[stage] for stage in CORE) for times in each) for each in found.values()
    )
    print(f"{'mean, splitting to ranking':<34}" + "".join(f"{1000 * each:>14.2f}" for each in cores))
    for name, middle in (("mean", statistics.mean), ("median", statistics.median)):
        sums = (middle([times.total() for times in each]) for each in found.values())
        print(f"{name:<34}" + "".join(f"{1000 * each:>14.2f}" for each in sums))


def unlabelled(bundle):
    """The bundle with no language given, so that finding it is part of the time."""
    return replace(bundle, documents=tuple(replace(each, language=None) for each in bundle.documents))


def least(bundle, options):
    """CPU seconds by stage of the fastest of some runs, one digest to JSON each."""
    return min((run(bundle, options) for _ in range(REPEATS)), key=Counter.total)


def run(bundle, options):
    """CPU seconds by stage of one run."""
    spent = Counter()
    inside = []

    def timed(stage, function):
        def call(*arguments, **keywords):
            if inside:
                return function(*arguments, **keywords)
            inside.append(stage)
            start = time.process_time()
            try:
                return function(*arguments, **keywords)
            finally:
                spent[stage] += time.process_time() - start
                inside.pop()

        return call

    patches = [
        replaced(owner, name, stage, timed) for stage, places in STAGES.items() for owner, name in places
    ]
    for patch in patches:
        patch.start()
    for known in KNOWN:
        known.cache_clear()
    try:
        start = time.process_time()
        pipeline.summarize(bundle, options).to_json()
        whole = time.process_time() - start
    finally:
        for patch in patches:
            patch.stop()
    spent[REST] = whole - spent.total()
    return spent


def replaced(owner, name, stage, timed):
    """The patch that puts a clock around a function where it is looked up."""
    if isinstance(owner, dict):
        return mock.patch.dict(owner, {name: timed(stage, owner[name])})
    return mock.patch.object(owner, name, timed(stage, getattr(owner, name)))


if __name__ == "__main__":
    main()
