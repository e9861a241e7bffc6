"""`summarize completion`: the script that makes a shell complete our commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from summarize.cli import output
from summarize.cli.program import DONE


@click.command(short_help="Make the shell complete commands and options.")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> int:
    """Print the script by which SHELL completes commands, options and their values.

    \b
    summarize completion bash >> ~/.bashrc
    summarize completion zsh >> ~/.zshrc      (after compinit)
    summarize completion fish > ~/.config/fish/completions/summarize.fish
    """
    found = get_completion_class(shell)
    if found is None:  # a click without this shell
        raise click.UsageError(f"this version of click completes nothing in {shell}.")
    root = click.get_current_context().find_root()
    script = found(root.command, {}, "summarize", "_SUMMARIZE_COMPLETE").source()
    output.deliver(f"{script.strip()}\n".encode(), None)
    return DONE
