"""A colour and a shape for each source, that also the colour-blind can tell apart."""

from __future__ import annotations

# Okabe and Ito's colours, without black, which is the text's, and with a yellow dark
# enough on white.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#B8A800")
MARKERS = ("o", "s", "^", "D")  # a second round of colours has another shape
OTHERS = "#9A9A9A"


def style(source: int) -> tuple[str, str]:
    """Colour, as "#rrggbb", and matplotlib marker of a source by its number; those beyond 28 share one."""
    turn, colour = divmod(source - 1, len(COLOURS))
    return (COLOURS[colour], MARKERS[turn]) if turn < len(MARKERS) else (OTHERS, "o")


def shade(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of a "#rrggbb", each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
