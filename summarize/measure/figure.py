"""An evaluation as a picture: each method's mean and interval, best at the top, as SVG.

Drawn by matplotlib (the extra `plot`), with everything that changes from run to run turned off. Words
stay words, and a description says in words what is drawn.
"""

from __future__ import annotations

import io
import re
import textwrap
from html import escape
from typing import Any, Final

from summarize.errors import SummarizeError
from summarize.measure.intervals import Interval
from summarize.measure.report import MEASURES, Evaluation, Row

SHOWN: Final = ("rouge1", "rouge2")
_TITLE_WIDTH: Final = 95  # characters that the figure has room for in one line


def require() -> None:
    """Raises SummarizeError where matplotlib is not installed: better before measuring than after."""
    try:
        import matplotlib  # noqa: F401  # only whether it is there
    except ImportError as cause:
        raise SummarizeError("matplotlib", "not installed; pip install 'summarize-digest[plot]'") from cause


def svg(found: Evaluation) -> bytes:
    """ROUGE-1 and ROUGE-2 side by side, recall or F as the table shows them; the baseline is hollow."""
    require()
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    kind = "recall" if found.settings.get("duc") else "f"
    names = [f"{measure}_{kind}" for measure in SHOWN]
    rows = sorted(found.rows, key=lambda row: row.measures[names[-1]].mean)
    title = f"{found.settings['set']}, {found.settings['budget']}"
    # A fixed salt for ids and no date: the same figures give the same bytes.
    with rc_context({"svg.hashsalt": "summarize", "svg.fonttype": "none"}):
        figure = Figure(figsize=(9, 1.2 + 0.28 * len(rows)), layout="constrained")
        for axes, name in zip(figure.subplots(1, len(names), sharey=True), names, strict=True):
            _draw(axes, rows, name, found.settings.get("baseline"))
        words = textwrap.fill(f"{title}; hollow: the baseline", _TITLE_WIDTH)
        figure.suptitle(words, size="medium", parse_math=False)
        written = io.BytesIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        figure.savefig(written, format="svg", metadata={**nothing, "Title": f"ROUGE on {title}"})
    return _described(written.getvalue().decode(), _said(rows[::-1], names)).encode()


def _draw(axes: Any, rows: list[Row], name: str, baseline: str | None) -> None:
    factor = MEASURES[name][1]
    for place, row in enumerate(rows):
        interval = row.measures[name]
        ends = [[(interval.mean - interval.low) * factor], [(interval.high - interval.mean) * factor]]
        fill = "white" if row.method == baseline else "black"
        axes.errorbar(
            interval.mean * factor, place, xerr=ends, fmt="o", capsize=3, color="black", markerfacecolor=fill
        )
        if row.method == baseline:
            axes.axvline(interval.mean * factor, color="black", linewidth=0.8, linestyle=":", zorder=0)
    axes.set_yticks(range(len(rows)), [row.method for row in rows])
    axes.set_ylim(-0.7, len(rows) - 0.3)
    axes.set_xlabel(_label(name))
    axes.grid(axis="x", alpha=0.3)


def _label(name: str) -> str:
    measure, _, kind = name.partition("_")
    return f"{measure.upper().replace('ROUGE', 'ROUGE-')} {kind.upper() if kind == 'f' else kind} × 100"


def _said(rows: list[Row], names: list[str]) -> str:
    """What the picture shows, for who cannot see it."""
    measures = " and ".join(map(_label, names))
    methods = (
        f"{row.method}: " + " and ".join(_number(row.measures[name]) for name in names) for row in rows
    )
    return f"Mean {measures} of each method with its 95 % interval, best first. {'; '.join(methods)}."


def _number(interval: Interval) -> str:
    mean, low, high = (f"{100 * each:.2f}" for each in (interval.mean, interval.low, interval.high))
    return f"{mean} ({low} to {high})" if interval.known else mean


def _described(drawn: str, said: str) -> str:
    """With the description beside the title, and both named to screen readers."""
    # The document type names a file elsewhere, which nothing needs.
    drawn = re.sub(r"<!DOCTYPE[^>]*>\n", "", drawn, count=1)
    drawn = drawn.replace("<svg ", '<svg role="img" aria-labelledby="title" aria-describedby="desc" ', 1)
    title, _, rest = drawn.partition("</title>")
    titled = title.replace("<title>", '<title id="title">', 1)
    return f'{titled}</title>\n <desc id="desc">{escape(said)}</desc>{rest}'
