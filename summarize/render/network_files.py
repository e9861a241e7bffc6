"""The sentence graph as a file that Gephi, yEd, Cytoscape and R open: GraphML and GEXF, by networkx."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from summarize.render.palette import shade, style

if TYPE_CHECKING:
    import networkx

# Of GEXF: sizes that Gephi's first view can be read at (by eye).
SMALLEST, LARGEST = 4.0, 40.0


def graphml(graph: networkx.Graph) -> bytes:
    """GraphML with the attributes of `render.network`."""
    import networkx

    written = io.BytesIO()
    networkx.write_graphml(graph, written, named_key_ids=True)
    return written.getvalue().rstrip() + b"\n"


def gexf(graph: networkx.Graph) -> bytes:
    """GEXF 1.2 with the same attributes, and with each sentence's colour and size."""
    import networkx

    seen = graph.copy()
    most = max((about["salience"] for _, about in seen.nodes(data=True)), default=0) or 1
    for _, about in seen.nodes(data=True):
        red, green, blue = shade(style(about["source"])[0])
        size = SMALLEST + (LARGEST - SMALLEST) * about["salience"] / most
        about["viz"] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": size}
    written = io.BytesIO()
    networkx.write_gexf(seen, written, version="1.2draft")
    # The day of writing, which networkx adds, would make each day's file another one.
    dated = written.getvalue().decode()
    return re.sub(r' lastmodifieddate="[^"]*"', "", dated, count=1).rstrip().encode() + b"\n"
