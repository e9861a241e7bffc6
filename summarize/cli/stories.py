"""`summarize stories`: many articles about many things, sorted into stories and told one by one."""

from __future__ import annotations

from typing import Any

import click

from summarize.cli import asking, output, printing
from summarize.cli.amounts import Whole
from summarize.cli.program import DONE, NOTHING, SKIPPED
from summarize.cli.sources import allow_private, sources_failed

SENTENCES = 3  # a story among many gets less room than one alone (chosen by eye)


@click.command(short_help="Many articles about many things, sorted into stories.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@asking.lengths(SENTENCES, each="a story")
@click.option(
    "--least",
    metavar="N",
    type=Whole(min=1),
    default=1,
    show_default=True,
    help="Only stories of at least N articles.",
)
@click.option("--no-digests", is_flag=True, help="Only say which articles belong together.")
@printing.format_option
@output.option
@output.templates
@asking.choosing
@allow_private
@click.option("--quiet", is_flag=True, help="Do not say on standard error what was skipped.")
def stories(
    sources: tuple[str, ...],
    least: int,
    no_digests: bool,
    format: str,
    target: str | None,
    templates: str | None,
    allow_private: bool,
    quiet: bool,
    **asked: Any,
) -> int:
    """Sort the articles in SOURCE... into stories, most-covered first, and print a digest of each.

    Sources are what `summarize digest` takes. Every article is in exactly one story; one that nobody else
    reports is a story of its own.

    \b
    summarize stories today/
    summarize stories today/ --least 2 -n 2
    summarize stories today/ --no-digests -f json -o stories.json
    """
    options = asking.options(asked, SENTENCES)
    templated = output.for_pages(format, templates)
    output.spare_found(sources, target)
    import summarize
    from summarize.cli.progress import Progress

    with Progress(quiet=quiet) as progress:
        found, skipped = summarize.group(
            sources,
            digests=not no_digests,
            least=least,
            options=options,
            allow_private=allow_private,
            watch=progress,
        )
    notes = [story.digest.notes for story in found if story.digest]
    unheard = notes[0] if notes and all(notes) else ()  # in no story at all
    progress.tell(skipped, unheard)
    if not found:
        if least > 1:
            output.say(f"no story has {least} articles: ask for fewer with --least")
        elif quiet:
            output.say("no source could be read")
        return NOTHING
    from summarize.render.stories import RENDERERS

    if format == "text":
        page = output.page(target)
        output.deliver(output.for_people(RENDERERS["text"](found, skipped, **page), target), target)
    else:
        output.deliver(RENDERERS[format](found, skipped, **templated).encode(), target)
    return SKIPPED if unheard or sources_failed(skipped) else DONE
