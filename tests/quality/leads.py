"""How sure MultiLing is that the default holds against the cleaned lead: `make leads`.

The lead takes documents in their order, and which of the ten it leaves out is chance: so it is taken in forty
orders drawn at random as well. Five topics tell little of a language, but the languages tell the same five stories:
pooled, their differences say what five other topics would. The chance of a mean above -0.5 R-2 there is by t with
four degrees, in turn from the language's own five differences, and from all that are ranked by its rules.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import mean, pvariance, variance

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t

from summarize import clusters, pipeline
from summarize.clusters import Cluster
from summarize.measure.rouge import rouge
from summarize.model import Budget
from summarize.options import DEFAULT_METHOD, Options
from summarize.rank import scores
from summarize.rank.material import Material
from summarize.rank.methods import METHODS
from tests.quality.sets import MULTILING, required

WORDS, ORDERS, SEED, WANTED = 250, 40, 0, -0.5
OPTIONS = Options(budget=Budget(WORDS, "words"))


@dataclass(frozen=True)
class Topic:
    """R-2 in hundredths. by_order: of the lead, documents in orders drawn at random."""

    ours: float
    lead: float
    by_order: tuple[float, ...]

    @property
    def apart(self) -> float:
        """What ours has above the lead of a usual order."""
        return self.ours - mean(self.by_order)


def topic(cluster: Cluster) -> Topic:
    material = pipeline.prepare(cluster.bundle.documents, OPTIONS)
    random = np.random.default_rng(SEED)
    ours, lead = (
        _rouge([pick.row for pick in METHODS[name](material, OPTIONS)[1]], material, cluster)
        for name in (DEFAULT_METHOD, "lead")
    )
    drawn = (random.permutation(len(material.table.documents)) for _ in range(ORDERS))
    return Topic(ours, lead, tuple(_rouge(_lead(material, order), material, cluster) for order in drawn))


def _lead(material: Material, order: NDArray[np.int64]) -> list[int]:
    """The cleaned lead's rows, its documents in another order."""
    turn = METHODS["lead"](material, OPTIONS)[0].parts["turn"]
    later = order[material.table.document] / len(order)
    values = np.where(material.candidate, 1 / (1 + turn + later / 1000), 0.0)
    return [pick.row for pick in scores.by_score(values, material, OPTIONS, redundancy=0.0)]


def _rouge(rows: list[int], material: Material, cluster: Cluster) -> float:
    lines = [material.table.text(row) for row in rows]
    return 100 * rouge(lines, cluster.references, language=cluster.language)["rouge2"].f


def chance(found: list[float], spread: float) -> float:
    """How probable a mean above `WANTED` is where it has this mean and this spread, four degrees."""
    return float(t.cdf((mean(found) - WANTED) / spread, 4))


def pooled(languages: dict[str, list[Topic]]) -> tuple[list[float], float]:
    """The differences of all, and the variance of five other topics of one of them, the lead's order aside.

    Topics differ, and languages within them; both were drawn once here and are drawn once again.
    """
    cells = np.array([[each.apart for each in found] for found in languages.values()])
    within = cells - cells.mean(axis=0)
    topics, rest = variance(cells.mean(axis=0).tolist()), float(within.var(ddof=len(cells[0])))
    return cells.ravel().tolist(), 2 / 5 * topics + (1 / 5 + 1 / cells.size) * rest


def main() -> None:
    """Print a line for each language."""
    languages: dict[str, list[Topic]] = defaultdict(list)
    for cluster in clusters.read(str(required(MULTILING))):
        languages[str(cluster.language)].append(topic(cluster))
    steep = {code: found for code, found in languages.items() if code not in pipeline.FLAT}
    every, between = pooled(steep)
    print(
        f"R-2 at {WORDS} words, {DEFAULT_METHOD} less the lead    its order    in other orders    probable  pooled"
    )
    for code, found in sorted(languages.items()):
        plain = [each.ours - each.lead for each in found]
        apart = [each.apart for each in found]
        luck = mean(pvariance(each.by_order) for each in found)
        own = chance(plain, (2 / 5 * variance(plain)) ** 0.5)
        shared = f"{chance(every, (between + luck / 5) ** 0.5):8.2f}" if code in steep else ""
        print(
            f"  {code}  {' '.join(f'{each:+5.1f}' for each in plain)}  {mean(plain):+5.2f} ± {variance(plain) ** 0.5:.2f}"
            f"   {mean(apart):+5.2f} ± {variance(apart) ** 0.5:.2f}   lead ± {luck**0.5:.2f}   {own:.2f} {shared}"
        )
    print(f"  all but {', '.join(sorted(pipeline.FLAT))}: {mean(every):+.2f} in other orders")


if __name__ == "__main__":
    main()
