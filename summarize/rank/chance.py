"""Sentences drawn by chance: what any method has to beat."""

from __future__ import annotations

import numpy as np

from summarize.model import Pick, Ranking
from summarize.options import Options
from summarize.rank import scores
from summarize.rank.material import Material

SEED = 0


def random(material: Material, options: Options) -> tuple[Ranking, tuple[Pick, ...]]:
    """Candidates in an order drawn by chance, the same one every time."""
    order = np.random.Generator(np.random.PCG64(SEED)).permutation(len(material.table))
    values = np.where(material.candidate, (1.0 + order) / max(len(order), 1), 0.0)
    picks = scores.by_score(values, material, options, redundancy=0.0)
    return scores.shares(values, material, {"lot": values}), picks
