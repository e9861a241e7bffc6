"""The sentence graph as a picture: who says what, how close it is, and what was chosen.

matplotlib draws (the extra `plot`), with everything that changes from run to run turned off. A disc is a
sentence, the larger the more it matters; its colour and shape are its source's; a numbered one is a line
of the digest.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.errors import SummarizeError
from summarize.model import Digest
from summarize.render import sinks, wording
from summarize.render.layout import positions
from summarize.render.network import named
from summarize.render.palette import style
from summarize.render.phrases import EN
from summarize.render.wrap import wrap

if TYPE_CHECKING:
    import networkx

INK, QUIET, PAPER = "#1A1A1A", "#595959", "#FFFFFF"
MOST = 500  # sentences that can be told apart on one page (by eye)
SIZE = (12.0, 8.0)  # inches
GRAPH, LEGEND = (0.01, 0.02, 0.68, 0.90), (0.71, 0.02, 0.28, 0.90)
EDGE = 2.6  # points: the ring of a picked sentence
ROOM = {"^": 1.8, "D": 1.35}  # how much larger a triangle and a diamond must be
LOWER = 0.3  # of its radius, how far below the middle a triangle is widest enough
CROWDED = 200  # edges from which on they are drawn thinner, so that discs stay in front (by eye)
COVERED = 0.11  # share of the page under discs
NUMBERED = 8.5  # points: the least radius that holds two figures
SAID, WIDE = 12, 42  # lines of a digest told beside the picture, and characters of one
LEADING, HEADING = 13, 24  # points from line to line, and for a heading
DPI = 150
# For what DejaVu, which comes with matplotlib, has no letters for; used where they are installed.
FALLBACKS = (
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans SC", "WenQuanYi Zen Hei", "Droid Sans Fallback",
    "Noto Sans Devanagari", "Noto Sans Arabic", "Noto Sans Hebrew", "Arial Unicode MS",
)  # fmt: skip


def require() -> None:
    """Raises SummarizeError where matplotlib is not installed: better before reading than after."""
    try:
        import matplotlib  # noqa: F401  # only whether it is there
    except ImportError as cause:
        raise SummarizeError("matplotlib", "not installed; pip install 'summarize-digest[plot]'") from cause


def draw(graph: networkx.Graph, digest: Digest, *, of: int, format: str) -> bytes:
    """The picture of a graph from `render.network`, as "svg" or "png".

    of: how many sentences there are, of which the graph may hold a part.
    """
    require()
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    title = sinks.visible(digest.title or EN.say("graph"))
    # A fixed salt for ids and no dates: the same graph gives the same bytes. Letters stay letters in an
    # SVG, to be found and read aloud, and in scripts that the drawing machine has no font for.
    settings: dict[Any, Any] = {"svg.hashsalt": "summarize", "svg.fonttype": "none", "text.parse_math": False}
    settings["font.sans-serif"] = ["DejaVu Sans"]
    with rc_context(settings | {"font.family": _families()}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        figure = Figure(figsize=SIZE, facecolor=PAPER)
        figure.text(0.015, 0.955, wording.clip(title, "", length=90), size=15, color=INK, weight="bold")
        figure.text(0.015, 0.928, _caption(graph, of), size=8.5, color=QUIET)
        _graph(_page(figure, GRAPH), graph)
        _legend(_page(figure, LEGEND), graph, digest)
        return _written(figure, graph, title, format)


def _families() -> list[str]:
    """Fonts for a PNG: what comes with matplotlib, then what is installed for other scripts."""
    from matplotlib import font_manager

    there = set(font_manager.get_font_names())
    return ["DejaVu Sans", *(each for each in FALLBACKS if each in there), "sans-serif"]


def _page(figure: Any, box: tuple[float, float, float, float]) -> Any:
    """A part of the figure with coordinates in points from its lower left."""
    axes = figure.add_axes(box)
    axes.set_axis_off()
    width, height = _points(box)
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    return axes


def _points(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return box[2] * SIZE[0] * 72, box[3] * SIZE[1] * 72


def _graph(axes: Any, graph: networkx.Graph) -> None:
    from matplotlib.collections import LineCollection

    spine = graph.edge_subgraph(edge for edge in graph.edges if graph.edges[edge]["backbone"])
    kept = graph.__class__()
    kept.add_nodes_from(graph.nodes(data=True))
    kept.add_edges_from(sorted((*sorted(edge[:2]), edge[2]) for edge in spine.edges(data=True)))
    radii = _radii(graph)
    at = dict(
        zip(graph, positions(kept, [radius + EDGE for radius in radii.values()], _points(GRAPH)), strict=True)
    )
    edges = sorted((data["weight"], i, j) for i, j, data in kept.edges(data=True))
    thin = min(1.0, (CROWDED / max(len(edges), 1)) ** 0.5)
    axes.add_collection(
        LineCollection(
            [(at[i], at[j]) for _, i, j in edges],
            linewidths=[thin * (0.5 + 2.0 * weight) for weight, _, _ in edges],
            colors=[(0.35, 0.35, 0.35, (0.25 + 0.5 * min(weight, 1)) * thin**0.5) for weight, _, _ in edges],
            zorder=1,
        )
    )
    for row, about in sorted(graph.nodes(data=True), key=lambda node: (node[1]["picked"], node[0])):
        _disc(axes, at[row], radii[row], about, gid=f"sentence-{row}")


def _radii(graph: networkx.Graph) -> dict[int, float]:
    """In points: area by salience, together so much of the page that edges can be seen between them."""
    width, height = _points(GRAPH)
    salience = np.array([about["salience"] for _, about in graph.nodes(data=True)])
    share = (
        np.sqrt(salience / salience.max()) if salience.size and salience.max() > 0 else np.ones(len(graph))
    )
    largest = float(np.clip(np.sqrt(COVERED * width * height / (np.pi * np.square(share).sum())), 4, 16))
    return {
        row: max(float(part) * largest, _numbered(about) if about["picked"] else 2.2)
        for (row, about), part in zip(graph.nodes(data=True), share, strict=True)
    }


def _numbered(about: dict[str, Any]) -> float:
    """The least radius of a picked sentence: a number has less room in a triangle than in a disc."""
    return NUMBERED * ROOM.get(style(about["source"])[1], 1)


def _disc(axes: Any, at: Sequence[float], radius: float, about: dict[str, Any], *, gid: str) -> None:
    """A sentence; a picked one is a ring, so that its number is dark on white."""
    colour, marker = style(about["source"])
    picked = about["picked"]
    axes.plot(
        [at[0]],
        [at[1]],
        marker=marker,
        markersize=2 * radius * (0.9 if marker != "o" and not picked else 1),
        color=PAPER if picked else colour,
        markeredgecolor=colour if picked else PAPER,
        markeredgewidth=EDGE if picked else 0.6,
        linestyle="none",
        zorder=3 if picked else 2,
        gid=gid,
    )
    if picked:
        _number(axes, (at[0], at[1] - (LOWER * radius if marker == "^" else 0)), about["number"])


def _number(axes: Any, at: Sequence[float], number: int) -> None:
    axes.text(
        at[0], at[1], str(number), size=9 if number < 100 else 7, weight="bold", color=INK,
        ha="center", va="center_baseline", zorder=4,
    )  # fmt: skip


def _caption(graph: networkx.Graph, of: int) -> str:
    every = EN.say("sentences", of)
    shown = every if of == len(graph) else EN.say("strongest", shown=len(graph), sentences=every)
    return EN.say("graph caption", shown=shown)


def _legend(axes: Any, graph: networkx.Graph, digest: Digest) -> None:
    """The lines of the digest with their numbers, below the sources with their colours: what has room."""
    _, height = _points(LEGEND)
    shown = {about["source"] for _, about in graph.nodes(data=True)}
    known = [source for source in digest.sources if source.number in shown]
    each = 2 if len(digest.lines) <= SAID // 2 else 1
    lines = digest.lines if len(digest.lines) <= SAID else ()
    below = 2 * HEADING + sum(each * LEADING + 4 for _ in lines)
    room = int((height - HEADING - below) // LEADING)
    listed = known if len(known) <= room else known[: room - 1]
    top = _heading(axes, height, EN.say("list"))
    for source in listed:
        colour, marker = style(source.number)
        axes.plot(
            [6], [top], marker=marker, markersize=8, color=colour, markeredgecolor=PAPER, linestyle="none"
        )
        axes.text(16, top, str(source.number), size=9, color=INK, va="center_baseline")
        top = _said(axes, top, [wording.clip(named(source), "", length=WIDE - 4)], left=32)
    if len(known) > len(listed):
        top = _said(axes, top, [EN.say("more", len(known) - len(listed))], left=16, colour=QUIET)
    if not lines:
        return
    top = _heading(axes, top - HEADING / 2, EN.say("the digest"))
    for number, line in enumerate(lines, start=1):
        axes.text(6, top, str(number), size=9, weight="bold", color=INK, ha="center", va="center_baseline")
        top = _said(axes, top, _short(line.text, each)) - 4


def _short(text: str, lines: int) -> list[str]:
    """The beginning of a text on so many lines."""
    wrapped = wrap(sinks.visible(text), WIDE)
    if len(wrapped) <= lines:
        return wrapped
    last = wrapped[lines - 1]
    return [*wrapped[: lines - 1], (last if len(last) < WIDE - 1 else last.rpartition(" ")[0] or last) + " …"]


def _said(axes: Any, top: float, lines: Sequence[str], left: float = 18, colour: str = INK) -> float:
    for words in lines:
        axes.text(left, top, words, size=9, color=colour, va="center_baseline")
        top -= LEADING
    return top


def _heading(axes: Any, top: float, words: str) -> float:
    axes.text(0, top, words, size=9, color=QUIET, va="top")
    return top - HEADING


def _written(figure: Any, graph: networkx.Graph, title: str, format: str) -> bytes:
    written = io.BytesIO()
    if format == "png":
        figure.savefig(written, format="png", dpi=DPI, metadata={"Software": None, "Title": title})
        return written.getvalue()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(written, format="svg", metadata={**nothing, "Title": title})
    # The document type names a file elsewhere, which nothing needs.
    plain = re.sub(r"<!DOCTYPE[^>]*>\n", "", written.getvalue().decode(), count=1)
    return _with_titles(plain, graph).encode()


def _with_titles(svg: str, graph: networkx.Graph) -> str:
    """Each sentence's group with the title that browsers show when the pointer rests on it."""

    def titled(group: re.Match[str]) -> str:
        about = graph.nodes[int(group[1])]
        number = f"{about['number']}. " if about["picked"] else ""
        place = about["outlet"] or about["title"] or about["uri"]
        words = f"{number}{about['text']} [{about['source']}] {place}"
        return f"{group[0]}<title>{sinks.html(words)}</title>"

    return re.sub(r'<g id="sentence-(\d+)">', titled, svg)
