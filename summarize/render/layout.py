"""Where each node of a sentence graph stands on the page: the same graph, the same place.

networkx lays out each connected part: Fruchterman and Reingold's springs, from a start that is fixed or that
Kamada and Kawai's distances give. The parts are then set side by side and stretched to the page, and discs
that cover one another are moved apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import networkx

SEED = 7
UNFOLDED = 150  # nodes up to which Kamada and Kawai's layout, which knots nothing, takes under a second
ROUNDS = 120  # of the springs: 500 nodes take 2 s, and look as after 300 (by eye)
# A drawing is stretched to the page, but a few sentences are not thrown into its corners (by eye).
WIDEST = 1.6
PASSES = 80  # of moving discs apart; most pictures need 20


def positions(
    spine: networkx.Graph, radii: Sequence[float], page: tuple[float, float]
) -> NDArray[np.float64]:
    """(n, 2) a place for each node, in the order of the graph, from (0, 0) to `page`; discs stand clear.

    spine: the backbone, edges with `weight`. radii, page: in points, say; what counts is that it is the same.
    """
    import networkx

    order = {node: place for place, node in enumerate(spine)}
    size = np.asarray(radii, float)
    found = np.zeros((len(order), 2))
    parts = sorted(
        (sorted(order[node] for node in part) for part in networkx.connected_components(spine)),
        key=lambda part: (-len(part), part[0]),
    )
    nodes = list(spine)
    for part in parts:
        inside = spine.subgraph([nodes[place] for place in part])
        found[part] = _part(inside, [nodes[place] for place in part], size[part])
    _abreast(found, size, parts)
    return _apart(_stretched(found, size, np.array(page)), size, np.array(page))


def _part(inside: networkx.Graph, nodes: Sequence[int], size: NDArray[np.float64]) -> NDArray[np.float64]:
    """One connected part round its centre, as large as its discs need to breathe."""
    import networkx

    if len(nodes) == 1:
        return np.zeros((1, 2))
    plain = networkx.Graph()
    plain.add_nodes_from(nodes)
    plain.add_weighted_edges_from(
        sorted((*sorted(pair), inside.edges[pair]["weight"]) for pair in inside.edges)
    )
    start, rounds = None, ROUNDS
    if len(nodes) <= UNFOLDED:
        start, rounds = networkx.kamada_kawai_layout(plain, weight=None), UNFOLDED // 10
    placed = networkx.spring_layout(
        plain,
        k=2.5 / np.sqrt(len(nodes)),
        pos=start,
        seed=SEED,
        iterations=rounds,
        method="force",
        weight=None,
    )
    at = np.array([placed[node] for node in nodes], float)
    at -= (at.max(axis=0) + at.min(axis=0)) / 2
    at /= np.maximum(np.abs(at).max(axis=0), 1e-9)
    room = np.sqrt(np.square(3 * size).sum()) * 1.2
    spread: NDArray[np.float64] = at * room
    return spread


def _abreast(found: NDArray[np.float64], size: NDArray[np.float64], parts: Sequence[Sequence[int]]) -> None:
    """The first part where it is; the others in rows below it, left to right."""
    if len(parts) < 2:
        return
    first = list(parts[0])
    gap = 2.5 * size.max()
    left, right = found[first, 0].min(), found[first, 0].max()
    x, bottom, deepest = left, found[first, 1].min() - gap, 0.0
    for part in map(list, parts[1:]):
        low = (found[part] - size[part, None]).min(axis=0)
        high = (found[part] + size[part, None]).max(axis=0)
        if x > left and x + (high - low)[0] > right:
            x, bottom, deepest = left, bottom - deepest - gap, 0.0
        found[part] += np.array([x, bottom - (high - low)[1]]) - low
        x += (high - low)[0] + gap
        deepest = max(deepest, (high - low)[1])


def _stretched(
    found: NDArray[np.float64], size: NDArray[np.float64], page: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The whole drawing made as wide and as high as the page, if that is not much more, and in its middle."""
    room = page - 2 * size.max(initial=0)
    low, high = found.min(axis=0, initial=0), found.max(axis=0, initial=0)
    factor = np.minimum(room / np.maximum(high - low, 1e-9), WIDEST)
    filled: NDArray[np.float64] = page / 2 + factor * (found - (low + high) / 2)
    return filled


def _apart(
    found: NDArray[np.float64], size: NDArray[np.float64], page: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Discs moved until none covers another or leaves the page; each pair shares the move it needs."""
    least = (size[:, None] + size[None, :]) * 1.15
    np.fill_diagonal(least, 0)
    for _ in range(PASSES):
        between = found[:, None, :] - found[None, :, :]
        distance = np.sqrt(np.square(between).sum(axis=2))
        # Two on one spot go apart along a line that their places in the graph choose.
        rows, columns = np.nonzero((distance < 1e-9) & (least > 0))
        between[rows, columns] = np.sign(rows - columns)[:, None] * np.array([1e-3, 5e-4])
        distance = np.maximum(distance, 1e-3)
        lacking = np.maximum(least - distance, 0)
        if not lacking.any():
            break
        found = found + (between * (lacking / distance / 2)[:, :, None]).sum(axis=1)
        found = np.clip(found, size[:, None], page - size[:, None])
    return found
