"""An evaluation as a picture: each method's mean and interval, best at the top, as SVG.

Drawn by matplotlib (the extra `plot`), with everything that changes from run to run turned off.
"""

from __future__ import annotations

import io
from typing import Any

from summarize.errors import SummarizeError
from summarize.measure.report import MEASURES, Evaluation, Row

SHOWN = ("rouge1", "rouge2")


def require() -> None:
    """Raises SummarizeError where matplotlib is not installed: better before measuring than after."""
    try:
        import matplotlib  # noqa: F401  # only whether it is there
    except ImportError as cause:
        raise SummarizeError("matplotlib", "not installed; pip install 'summarize-digest[plot]'") from cause


def svg(found: Evaluation) -> bytes:
    """ROUGE-1 and ROUGE-2 side by side, recall or F as the table shows them."""
    require()
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    kind = "recall" if found.settings.get("duc") else "f"
    names = [f"{measure}_{kind}" for measure in SHOWN]
    rows = sorted(found.rows, key=lambda row: row.measures[names[-1]].mean)
    # A fixed salt for ids and no date: the same figures give the same bytes.
    with rc_context({"svg.hashsalt": "summarize", "svg.fonttype": "none"}):
        figure = Figure(figsize=(9, 1.2 + 0.28 * len(rows)), layout="constrained")
        for axes, name in zip(figure.subplots(1, len(names), sharey=True), names, strict=True):
            _draw(axes, rows, name)
        figure.suptitle(f"{found.settings['set']}, {found.settings['budget']}")
        written = io.BytesIO()
        figure.savefig(written, format="svg", metadata={"Date": None})
    return written.getvalue()


def _draw(axes: Any, rows: list[Row], name: str) -> None:
    label, factor, _ = MEASURES[name]
    means = [row.measures[name].mean * factor for row in rows]
    below = [(row.measures[name].mean - row.measures[name].low) * factor for row in rows]
    above = [(row.measures[name].high - row.measures[name].mean) * factor for row in rows]
    axes.errorbar(means, range(len(rows)), xerr=[below, above], fmt="o", capsize=3, color="black")
    axes.set_yticks(range(len(rows)), [row.method for row in rows])
    axes.set_xlabel(label)
    axes.grid(axis="x", alpha=0.3)
