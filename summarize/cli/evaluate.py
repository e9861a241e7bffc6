"""`summarize evaluate`: methods scored against references, with intervals."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from summarize.cli import output
from summarize.cli.amounts import Name, Whole
from summarize.cli.program import DONE, SKIPPED
from summarize.model import Budget
from summarize.options import DEFAULT_METHOD, METHOD_NAMES, YARDSTICKS

if TYPE_CHECKING:
    from summarize.clusters import Cluster, EvaluationSet
    from summarize.evaluation import Settings
    from summarize.measure.report import Evaluation

FORMATS = ("table", "csv", "json")
REFERENCE, ALL = "reference", "all"
KNOWN = (*METHOD_NAMES, *YARDSTICKS)
_ROOMY = 80  # columns
COMPARED = (DEFAULT_METHOD, "lead", "lexrank")


def _words(_: click.Context, __: click.Parameter, given: str | None) -> int | None:
    """A number of words; None, as without the option, is each cluster's mean reference length."""
    if given is None or given == REFERENCE:
        return None
    if not given.isdecimal() or int(given) < 1:
        raise click.BadParameter(f"{given!r} is neither a number of words nor {REFERENCE!r}.")
    return int(given)


@click.command(short_help="Score methods against references, with intervals.")
@click.argument("path", metavar="CLUSTERS.jsonl")
@click.option(
    "-m",
    "--method",
    "methods",
    metavar="METHOD",
    type=Name((*KNOWN, ALL)),
    multiple=True,
    default=COMPARED,
    show_default=", ".join(COMPARED),
    help="A method to compare; repeat it for several, or 'all'.",
)
@click.option(
    "-w",
    "--words",
    metavar="N",
    default=REFERENCE,
    show_default=True,
    callback=_words,
    help="At most N words a digest; 'reference' is the mean length of each cluster's references.",
)
@click.option("-n", "--sentences", metavar="N", type=Whole(min=1), help="At most N sentences.")
@click.option(
    "--baseline",
    metavar="METHOD",
    type=Name(KNOWN),
    default=DEFAULT_METHOD,
    show_default=True,
    help="The method that the others are compared with, cluster by cluster; always measured.",
)
@click.option(
    "--duc",
    is_flag=True,
    help="Score as DUC 2004 did: the first 100 words of digest and references, recall, references pooled.",
)
@click.option("--language", metavar="CODE", help="Only the clusters in this language.")
@click.option("--limit", metavar="N", type=Whole(min=1), help="Only the first N clusters.")
@click.option(
    "--seed",
    metavar="N",
    type=Whole(min=0),
    default=0,
    show_default=True,
    help="Of the draws behind intervals and p.",
)
@click.option(
    "--resamples",
    metavar="N",
    type=Whole(min=100),
    default=1000,
    show_default=True,
    help="How many draws of clusters for an interval, and of swaps for p.",
)
@click.option(
    "--timings/--no-timings",
    default=True,
    help="Whether to measure time; without it, the same input gives the same bytes.",
)
@click.option(
    "-f", "--format", type=click.Choice(FORMATS), default="table", show_default=True, help="What to print."
)
@output.option
@click.option(
    "--figure",
    metavar="FILE.svg",
    callback=output.drawable("svg"),
    help="Also draw each method's interval.",
)
def evaluate(
    path: str, timings: bool, format: str, target: str | None, figure: str | None, **asked: Any
) -> int:
    """Compare methods on CLUSTERS.jsonl: bundles with the digests that people wrote for them.

    One JSON record a line: {"id", "documents": [{"text", ...}], "references": ["..."], "language"}; - is
    standard input. A record that cannot be used is named and counted, and the exit status is then 3.
    ROUGE, repetition, sources cited, quotes that hold, CPU milliseconds; the mean of each with its
    95 % bootstrap interval, and paired differences to the baseline with interval and p. Methods are those
    of digest, and oracle (which knows the references), lead-raw and sumy-...-raw (on text that is not
    cleaned).

    \b
    summarize evaluate clusters.jsonl -w 250 -m all -f csv -o table.csv
    """
    if output.same(figure, target):
        raise click.UsageError("--output and --figure are one file: give them two names.")
    output.spare([path], target, figure)
    settings = _settings(asked)
    from summarize import evaluation
    from summarize.measure import figure as drawing

    if figure is not None:
        drawing.require()
    clock = time.process_time if timings else None
    found = evaluation.evaluate(path, settings, clock=clock, progress=_watched)
    output.deliver(_written(found, format, target).encode(), target)
    if figure is not None:
        output.deliver(drawing.svg(found), figure)
    return SKIPPED if found.settings["records_skipped"] or found.settings["documents_skipped"] else DONE


def _written(found: Evaluation, format: str, target: str | None) -> str:
    """The product; a table on a terminal stays within it."""
    from summarize.measure import report

    looked_at = target in output.STDOUT and sys.stdout is not None and sys.stdout.isatty()
    if format == "table" and looked_at:
        return report.table(found, width=output.width())
    return report.FORMATS[format](found)


def _settings(asked: dict[str, Any]) -> Settings:
    from summarize.evaluation import Settings

    words, sentences, named = asked.pop("words"), asked.pop("sentences"), asked.pop("methods")
    if words and sentences:
        raise click.UsageError("One length at a time, not --words and --sentences.")
    budget = Budget(words, "words") if words else Budget(sentences) if sentences else None
    every = KNOWN if ALL in named else named
    methods = tuple(dict.fromkeys([asked["baseline"], *every]))
    try:
        return Settings(methods, budget, **asked)
    except ValueError as error:
        raise click.UsageError(f"{error}.") from error


def _watched(read: EvaluationSet) -> Iterable[Cluster]:
    """The clusters one by one, after what is odd about them; with a bar where somebody looks on."""
    for failure in (*read.failures, *read.unread):
        output.say(f"{failure.subject}: {failure.error}")
    if read.repeated:
        output.say(f"{read.name}: {read.repeated} of the clusters have the id of another and count as well")
    if sys.stderr is None or not sys.stderr.isatty():
        yield from read.clusters
        return
    # A bar of its usual 36 columns, or what a narrow terminal leaves beside the numbers.
    width = 36 if output.width() >= _ROOMY else 0
    with click.progressbar(read.clusters, file=sys.stderr, show_pos=True, width=width) as bar:
        yield from bar
