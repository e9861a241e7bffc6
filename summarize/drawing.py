"""What a digest was chosen from, as a picture for people or a graph for programs."""

from __future__ import annotations

from summarize.options import PICTURES
from summarize.pipeline import Study
from summarize.render import network_files, picture
from summarize.render.network import network


def drawn(made: Study, format: str) -> bytes:
    """The sentence graph behind a digest, as a picture ("svg", "png") or as a graph ("graphml", "gexf").

    A picture shows the strongest sentences, at most `picture.MOST`; a graph holds them all. The same study
    gives the same bytes. Raises SummarizeError if matplotlib is needed and not installed.
    """
    if format not in PICTURES:
        raise ValueError(f"format: {format!r} is none of {', '.join(PICTURES)}")
    files = {"graphml": network_files.graphml, "gexf": network_files.gexf}
    table = made.material.table
    rows = [pick.row for pick in made.picks]
    graph = network(
        table,
        made.material.similarity,
        made.ranking,
        rows,
        made.digest,
        most=None if format in files else picture.MOST,
    )
    if format in files:
        return files[format](graph)
    every = len(set(rows).union(table.eligible.nonzero()[0].tolist()))
    return picture.draw(graph, made.digest, of=every, format=format)
