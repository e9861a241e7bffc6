"""What every command that reads sources lets its user say about them."""

from __future__ import annotations

import click

allow_private = click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch from named addresses that are not of the public internet, too.",
)
