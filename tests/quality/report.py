"""`make quality`: docs/quality.md, every figure in it measured anew. Needs the development sets; takes minutes."""

from __future__ import annotations

import hashlib
import platform
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.metadata import version

from summarize import clusters, evaluation
from summarize.clusters import Cluster
from summarize.evaluation import Settings, Values
from summarize.measure.figure import svg
from summarize.measure.report import Evaluation, Row
from summarize.model import Budget
from summarize.options import DEFAULT_METHOD, METHOD_NAMES, YARDSTICKS
from tests.quality.sets import DATA, MULTILING, ROOT

PAGE, FIGURE = ROOT / "docs" / "quality.md", ROOT / "docs" / "quality-multinews.svg"
ALL = (*METHOD_NAMES, *YARDSTICKS)
# Left out of the largest bundles: their time grows with the square of the sentences and worse.
SLOW = {"sumy-kl", "sumy-lsa", "sumy-edmundson", "sumy-luhn", "sumy-reduction"}
FEW = tuple(name for name in ALL if name not in SLOW)

HEAD = """# Quality

Made by `make quality`; no figure here was typed. The sets are development halves of public collections;
they are not part of the project, and what is tuned on them is listed in
[decision 9](decisions/0009-evaluation.md) and its neighbours, so read them as upper bounds.

- **R-1, R-2, R-L**: ROUGE-1, ROUGE-2 and ROUGE-Lsum, F1 × 100, by rouge-score over Unicode words, English
  stemmed; several references pooled [lin04rouge].
- **Δ**: the paired difference in R-1 and R-2 to `{default}`, with its 95 % bootstrap interval; ● where 0 lies
  outside. Each by itself: not corrected for how many methods are compared, as the p of `summarize evaluate` is.
- **again**: share of trigrams that repeat; **pairs**: share of line pairs with cosine above .5.
- **cited**: share of the sources that a citation leads to; **also in**: share of lines that a second origin
  says; every quote of every digest was checked and is verbatim.
- **ms**: CPU milliseconds for a digest, reading aside: cleaning, splitting, ranking and citing.
- `oracle` knows the references: what extraction could reach. `-raw` methods take text as it comes, without
  our cleaning, candidates or redundancy, as their users do.

Seed {seed}, {resamples} resamples. Python {python}, {packages}; {machine}.
"""


def main() -> None:
    """Measure every set and write the page and the figure."""
    settings = Settings(ALL)
    sections = [
        HEAD.format(
            default=DEFAULT_METHOD,
            seed=settings.seed,
            resamples=settings.resamples,
            python=platform.python_version(),
            packages=", ".join(f"{name} {version(name)}" for name in evaluation.PACKAGES),
            machine=platform.machine(),
        ),
        *multinews(),
        *multiling(),
        *opinosis(),
    ]
    PAGE.write_text("\n".join(sections), encoding="utf-8")


def multinews() -> Iterator[str]:
    settings, read, found = measured("multinews/dev.jsonl", ALL, Budget(250, "words"))
    rows = evaluation.compare(found, settings)
    drawn = Evaluation({"set": "Multi-News", "budget": "250 words", "baseline": DEFAULT_METHOD}, rows)
    FIGURE.write_bytes(svg(drawn))
    yield f"## Multi-News\n\n{described('multinews/dev.jsonl', read)}, 250 words.\n\n{table(rows)}"
    yield f"![ROUGE-1 and ROUGE-2 of each method with intervals]({FIGURE.name})\n"


def multiling() -> Iterator[str]:
    settings, read, found = measured(MULTILING, FEW, Budget(250, "words"))
    yield f"## MultiLing 2011\n\n{described(MULTILING, read)}, 250 words, all languages together.\n"
    yield table(evaluation.compare(found, settings))
    codes = sorted({str(cluster.language) for cluster in read})
    by_language = {
        code: evaluation.compare(
            [each for each, cluster in zip(found, read, strict=True) if cluster.language == code], settings
        )
        for code in codes
    }
    yield "R-1 / R-2 by language, five clusters each:\n"
    lines = [["method", *codes]]
    for number, method in enumerate(FEW):
        lines.append([f"`{method}`", *(both(by_language[code][number]) for code in codes)])
    yield markdown(lines)


def opinosis() -> Iterator[str]:
    settings, read, found = measured("opinosis/dev.jsonl", ALL, Budget(25, "words"))
    yield f"## Opinosis\n\n{described('opinosis/dev.jsonl', read)}, 25 words.\n"
    yield table(evaluation.compare(found, settings))


def measured(
    file: str, methods: Sequence[str], budget: Budget
) -> tuple[Settings, Sequence[Cluster], list[dict[str, Values]]]:
    """Every method on every cluster of a set, with a line on standard error for each tenth."""
    settings = Settings(methods, budget)
    read = clusters.read(str(DATA / file))
    found = []
    for number, cluster in enumerate(read):
        if number % max(len(read) // 10, 1) == 0:
            print(f"{file}: {number} of {len(read)}", file=sys.stderr, flush=True)
        found.append(evaluation.outcome(cluster, settings, clock=time.process_time))
    return settings, read, found


def described(file: str, read: Sequence[Cluster]) -> str:
    digest = hashlib.sha256((DATA / file).read_bytes()).hexdigest()
    return f"`{file}` (sha256 {digest[:12]}…), {len(read)} clusters"


def table(rows: Sequence[Row]) -> str:
    """Methods by R-2, best first."""
    head = ["method", "R-1", "R-2", "R-L", "Δ R-1", "Δ R-2", "again", "pairs", "cited", "also in", "ms"]
    ordered = sorted(rows, key=lambda row: -row.measures["rouge2_f"].mean)
    return markdown([head, *(cells(row) for row in ordered)])


def cells(row: Row) -> list[str]:
    means = {name: interval.mean for name, interval in row.measures.items()}
    assert means["valid"] == 1.0, row.method
    name = f"**`{row.method}`**" if row.method == DEFAULT_METHOD else f"`{row.method}`"
    return [
        name,
        *(f"{100 * means[kind]:.2f}" for kind in ("rouge1_f", "rouge2_f", "rougeLsum_f")),
        *(difference(row, kind) for kind in ("rouge1_f", "rouge2_f")),
        f"{means['repeated_trigrams']:.3f}",
        f"{means['similar_pairs']:.4f}",
        f"{means['sources']:.2f}",
        f"{means['corroborated']:.2f}",
        f"{means['milliseconds']:.0f}",
    ]


def difference(row: Row, kind: str) -> str:
    if kind not in row.differences:
        return ""
    found = row.differences[kind]
    mark = " ●" if found.certain else ""
    return f"{100 * found.mean:+.2f} [{100 * found.low:+.2f}, {100 * found.high:+.2f}]{mark}"


def both(row: Row) -> str:
    return f"{100 * row.measures['rouge1_f'].mean:.1f} / {100 * row.measures['rouge2_f'].mean:.1f}"


def markdown(lines: Sequence[Sequence[str]]) -> str:
    first, *rest = ["| " + " | ".join(line) + " |" for line in lines]
    rule = "|" + "|".join(["---", *["---:"] * (len(lines[0]) - 1)]) + "|"
    return "\n".join([first, rule, *rest, ""])


if __name__ == "__main__":
    main()
