"""What all commands share: failures as one line on standard error, and the exit status.

A `SummarizeError` becomes its line. Anything else that gets this far is a bug and shows as one.
"""

from __future__ import annotations

import signal
import sys
import warnings
from types import FrameType
from typing import Any, NoReturn

import click

from summarize.cli.output import forget_stdout, say
from summarize.errors import BusyError, ConfigError, DeliveryError, SummarizeError

DONE, NOTHING, USAGE, SKIPPED, UNDELIVERED = 0, 1, 2, 3, 4
BUSY = 75  # EX_TEMPFAIL of sysexits.h: another run is at it, try later
INTERRUPTED, TERMINATED = 128 + signal.SIGINT, 128 + signal.SIGTERM


class Program(click.Group):
    """A group whose commands return their exit status and may raise any `SummarizeError`."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run the command that `args` names and exit."""
        signal.signal(signal.SIGTERM, _terminate)
        if not sys.warnoptions:
            warnings.simplefilter("ignore")  # what libraries tell developers is not our users' talk
        try:
            status = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.UsageError as error:
            status = _misused(error)
        except click.Abort:
            status = INTERRUPTED
        except SummarizeError as error:
            for line in error.mistakes if isinstance(error, ConfigError) else (str(error),):
                status = _failed(line, _status(error))
        except OSError as error:
            # Commands turn theirs into lines; what is left is help, printed by click to a full disk.
            forget_stdout()
            status = _failed(f"standard output: {error.strerror or error}", UNDELIVERED)
        except MemoryError:
            status = _failed("out of memory: give fewer or shorter sources", NOTHING)
        sys.exit(status)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a usage error in it points to the help of that command."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            name = ctx.invoked_subcommand
            if error.ctx is None and name and (command := self.get_command(ctx, name)):
                error.ctx = click.Context(command, parent=ctx, info_name=name)
            raise


def version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        import summarize

        click.echo(f"summarize {summarize.__version__}")
        context.exit()


def _terminate(_: int, __: FrameType | None) -> NoReturn:
    # As an exception, so that a half-written file is removed on the way out.
    sys.exit(TERMINATED)


def _misused(error: click.UsageError) -> int:
    context = error.ctx
    while context and context.command.hidden and context.parent:
        context = context.parent  # a hidden command is called by its group's name
    command = context.command_path if context else "summarize"
    return _failed(f"{error.format_message()} See '{command} --help'.", USAGE)


def _status(error: SummarizeError) -> int:
    statuses = ((ConfigError, USAGE), (BusyError, BUSY), (DeliveryError, UNDELIVERED))
    return next((status for kind, status in statuses if isinstance(error, kind)), NOTHING)


def _failed(message: str, status: int) -> int:
    say(message)
    return status
