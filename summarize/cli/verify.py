"""`summarize verify`: every quote of a digest, held against its source as it is today."""

from __future__ import annotations

import click

from summarize.cli import output, saved
from summarize.cli.program import DONE, NOTHING, SKIPPED


@click.command(short_help="Read the sources of a digest again and check every quote.")
@saved.arguments
def verify(name: str, sources: tuple[str, ...], base: str, allow_private: bool) -> int:
    """Check that every quote in DIGEST.json stands word for word where it says.

    Reads the sources again: SOURCE... if given, else what the digest was made from. Whatever does
    not hold is one line on standard error, and the exit status is then 1; it is 3 if all quotes hold
    and a SOURCE could not be read. DIGEST.json is what "summarize digest -f json" wrote; - is
    standard input.

    \b
    summarize verify story.json
    summarize verify story.json --base ~/archive/2026-03
    """
    from summarize import rereading
    from summarize.read import parts
    from summarize.render.phrases import EN

    made = saved.digest(name)
    documents, failures = saved.documents(made, sources, base=base, allow_private=allow_private)
    wrong = rereading.wrong(made, documents, failures)
    for error in wrong:
        output.say(f"{error.source}: {error.reason}")
    told = {name for error in wrong for name in (error.source, parts.container(error.source))}
    # Only of what was named here: the digest may have been made without the others, too.
    missed = [each for each in failures if sources and not each.passed_over and each.subject not in told]
    for failure in missed:
        output.say(f"{failure.subject}: {failure.error}")
    if wrong:
        return NOTHING
    quotes = [citation for line in made.lines for citation in line.citations]
    quotes += [citation for difference in made.differences for citation in difference.citations]
    cited = {citation.source.number for citation in quotes}
    counted = f"{EN.say('quotes of', len(quotes))} in {EN.say('sources', len(cited))}"
    output.deliver(f"{counted}: all verbatim\n".encode(), None)
    return SKIPPED if missed else DONE
