"""What a digest is printed as: the options that say so, and the printing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from summarize.cli import asking, output
from summarize.options import REFERENCES

if TYPE_CHECKING:
    from summarize.model import Digest

FORMATS = ("text", "markdown", "html", "json")
format_option = click.option(
    "-f", "--format", type=click.Choice(FORMATS), default="text", show_default=True, help="What to print."
)
# As `format`, `references`, `target` and `templates`.
options = asking.together(
    format_option,
    click.option(
        "--cite-format",
        "references",
        type=click.Choice(REFERENCES),
        help="Print what is cited instead: sources for a reference manager, or quotes as Web Annotations.",
    ),
    output.option,
    output.templates,
)


def check(format: str, references: str | None, templates: str | None) -> dict[str, Any]:
    """Arguments for the renderer of a page; a usage error if two options contradict each other."""
    given = click.get_current_context().get_parameter_source("format")
    if references and given is click.core.ParameterSource.COMMANDLINE:
        raise click.UsageError("One of --format and --cite-format, for each says what to print.")
    return output.for_pages(format, templates)


def deliver(
    made: Digest, format: str, references: str | None, target: str | None, page: dict[str, Any]
) -> None:
    """Print a digest, or its references. page: from `check`. Raises DeliveryError."""
    from summarize.render import RENDERERS
    from summarize.render import references as cited

    if references:
        product = cited.render(made, references).encode()
    elif format == "text":
        product = output.for_people(made.to_text(**output.page(target)), target)
    else:
        product = RENDERERS[format](made, **page).encode()
    output.deliver(product, target)
