"""The command line, floor 5: a command parses, calls one library function and prints.

Help must come at once, so nothing that reads, ranks or renders is imported before a command runs.
"""

from __future__ import annotations

import click

from summarize.cli.brief import brief
from summarize.cli.completion import completion
from summarize.cli.digest import digest
from summarize.cli.evaluate import evaluate
from summarize.cli.explain import explain
from summarize.cli.program import Program, version
from summarize.cli.show import show
from summarize.cli.stories import stories
from summarize.cli.verify import verify


@click.group(
    cls=Program,
    no_args_is_help=False,  # a missing command is one line, like any other mistake
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=version, help="Show the version."
)
def main() -> None:
    """Tell one story from many articles, in sentences that all stand in them.

    \b
    summarize digest articles/          five sentences, each with its sources
    summarize digest articles/ -f json  the same, for programs; -o FILE keeps it
    summarize stories articles/         many stories, one digest each
    summarize brief feeds.toml          every morning, what is new since last time
    summarize show story.json -f html   a digest kept as JSON in another form
    summarize verify story.json         is every quote still where it says?
    summarize explain story.json        why these sentences, and what lost to them
    summarize evaluate clusters.jsonl   which method is best, and is that noise?

    Exit status: 0 done, 1 nothing produced, 2 wrong usage, 3 produced but some source was skipped,
    4 produced but not written, 75 another run is at work, 130 and 143 stopped by a signal.
    """


for command in (digest, stories, brief, show, verify, explain, evaluate, completion):
    main.add_command(command)
