"""Numbers and names that options take, refused in words: what it is, and what it may be."""

from __future__ import annotations

import math
from typing import Any

import click

from summarize.options import unlike


class Whole(click.IntRange):
    """A whole number of `min` or more."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; a usage error for anything else."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{str(value)!r} is not a whole number of {self.min} or more.", param, ctx)


class Amount(click.FloatRange):
    """A number from `min`, or above it, to `max` where there is one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; a usage error for anything else, infinity among it."""
        least = f"above {self.min:g}" if self.min_open else f"of {self.min:g} or more"
        most = "" if self.max is None else f" and at most {self.max:g}"
        try:
            found = super().convert(value, param, ctx)
        except click.BadParameter:
            found = math.nan
        if not math.isfinite(found):
            self.fail(f"{str(value)!r} is not a number {least}{most}.", param, ctx)
        return found


class Name(click.Choice):  # type: ignore[type-arg]  # takes none before click 8.2
    """One of many names; for another, the one that was likely meant."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name; a usage error for anything else."""
        if value not in self.choices:
            self.fail(f"{unlike(value, self.choices)}.", param, ctx)
        return super().convert(value, param, ctx)
