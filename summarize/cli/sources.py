"""What every command that reads sources lets its user say about them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from summarize.model import Failure

allow_private = click.option(
    "--allow-private",
    is_flag=True,
    help="Also fetch from named addresses outside the public internet.",
)


def sources_failed(failures: Iterable[Failure]) -> bool:
    """Whether something went wrong with a source; what was set aside leaves the exit status alone."""
    return any(not each.passed_over for each in failures)
