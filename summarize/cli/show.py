"""`summarize show`: a digest kept as JSON, printed in any other form."""

from __future__ import annotations

import click

from summarize.cli import output, printing, saved
from summarize.cli.program import DONE


@click.command(short_help="Print a digest kept as JSON in another form.")
@click.argument("name", metavar="DIGEST.json")
@printing.options
def show(name: str, format: str, references: str | None, target: str | None, templates: str | None) -> int:
    """Print DIGEST.json as text, Markdown or a page, or the references it cites.

    Nothing is read but DIGEST.json, which is what "summarize digest -f json" wrote; - is standard input.

    \b
    summarize show story.json
    summarize show story.json -f html -o story.html
    summarize show story.json --cite-format bibtex
    """
    page = printing.check(format, references, templates)
    output.spare([name], target)
    printing.deliver(saved.digest(name), format, references, target, page)
    return DONE
