"""`summarize digest`: many articles about one story, told in a few cited sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from summarize.cli import asking, output, printing
from summarize.cli.program import DONE, NOTHING, SKIPPED
from summarize.cli.sources import allow_private, sources_failed
from summarize.options import PICTURES

if TYPE_CHECKING:
    from summarize.model import Digest

SENTENCES = 5  # where no length is asked for: what a reader takes in at a glance (chosen by eye)


def _drawable(context: click.Context, parameter: click.Parameter, target: str | None) -> str | None:
    """What drawing needs is asked for before anything is read."""
    output.drawable(*PICTURES)(context, parameter, target)
    if target is not None and output.ending(target) in ("svg", "png"):
        from summarize.render import picture

        picture.require()
    return target


@click.command(short_help="Many articles about one story, told in a few cited sentences.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@asking.lengths(SENTENCES)
@printing.options
@asking.choosing
@click.option("--title", metavar="TEXT", help="Title of the digest.")
@click.option(
    "--picture",
    metavar="FILE",
    callback=_drawable,
    help="Also draw the graph of sentences: .svg, .png, .graphml or .gexf.",
)
@allow_private
@click.option(
    "--quiet", is_flag=True, help="Do not say which sources were skipped; the exit status still does."
)
@click.option("--verbose", is_flag=True, help="Also say what was read.")
def digest(
    sources: tuple[str, ...],
    format: str,
    target: str | None,
    templates: str | None,
    references: str | None,
    picture: str | None,
    allow_private: bool,
    quiet: bool,
    verbose: bool,
    **asked: Any,
) -> int:
    """Print the digest of the articles in SOURCE...: files, folders, globs, web addresses, feeds and
    lists of feeds (OPML), or - for standard input.

    Every sentence stands word for word in a source, and its number leads there. Text, Markdown,
    HTML, JSON, mail, PDF, EPUB, archives and more can be read. Of -n, -w, -c, --ratio and --minutes give
    at most one.

    \b
    summarize digest articles/
    summarize digest herald.html courier.txt -w 120 -f markdown -o story.md
    summarize digest https://herald.example/dam feed.xml report.pdf -n 6
    """
    if output.same(picture, target):
        raise click.UsageError("--output and --picture are one file: give them two names.")
    output.spare_found(sources, target, picture)
    options, page = asking.options(asked, SENTENCES), printing.check(format, references, templates)
    from summarize import library
    from summarize.cli.progress import Progress

    with Progress(quiet=quiet) as progress:
        study = library.study(sources, options, allow_private=allow_private, watch=progress)
    made = study.digest
    progress.tell(made.skipped, made.notes)
    if verbose:
        for source in made.sources:
            output.say(
                f"{source.uri}: read, {source.sentences} sentences, language {source.language or 'unknown'}"
            )
    if not made.lines:  # the reason is the last of what was skipped
        if quiet:
            output.say(_why_empty(made))
        return NOTHING
    printing.deliver(made, format, references, target, page)
    if picture is not None:
        from summarize.drawing import drawn

        output.deliver(drawn(study, output.ending(picture)), picture)
    return SKIPPED if made.notes or sources_failed(made.skipped) else DONE


def _why_empty(made: Digest) -> str:
    """Why a digest has no lines, in one line."""
    if made.sources and made.skipped:
        return f"{made.skipped[-1].subject}: {made.skipped[-1].error}"
    from summarize.render import wording

    return wording.nothing(made)
