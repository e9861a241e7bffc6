"""`summarize brief`: what is new since last time; the command for every morning."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import brief_places, output
from summarize.cli.brief_check import check
from summarize.cli.brief_doctor import doctor
from summarize.cli.brief_forget import forget
from summarize.cli.brief_history import history
from summarize.cli.brief_init import init
from summarize.cli.brief_places import config_argument, config_path, state_folder, state_option
from summarize.cli.brief_schedule import schedule
from summarize.cli.brief_sources import sources
from summarize.cli.program import BUSY
from summarize.errors import BusyError

if TYPE_CHECKING:
    from summarize.briefing.config import Config
    from summarize.briefing.job import Job, Outcome

RUN = "run"
LAST = "last"
MORNING = clock(6, 30)  # at which a briefing that is named by its day is made, as `schedule` has it


class Brief(click.Group):
    """A group whose command without a name is the daily run: `brief CONFIG` beside `brief check CONFIG`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of the daily run in front, unless there is a name or help is wanted."""
        helps = args[:1] and args[0] in ctx.help_option_names
        return super().parse_args(
            ctx, args if helps or (args[:1] and args[0] in self.commands) else [RUN, *args]
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Those of the daily run, since that is what people call without a name."""
        self.commands[RUN].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """As the daily run is used."""
        return ["[OPTIONS]", "[CONFIG]"]


@click.group(cls=Brief, short_help="The daily job: what is new since last time.")
def brief() -> None:
    """Tell what is new since last time, from the feeds, pages and files that CONFIG names.

    For every morning: what was told once is not told again, nothing is lost when a run is killed, and a
    day that was missed is told with the next. Without CONFIG, the one in the system's own place is used.

    \b
    summarize brief news.toml   what is new, to where news.toml says
    summarize brief --quiet     for cron: not a word while all is well
    summarize brief --dry-run   what would be told; nothing is sent or remembered
    summarize brief --again     the last one once more, the same bytes
    """


def _length(_: click.Context, __: click.Parameter, value: str | None) -> timedelta | None:
    from summarize.briefing.config import duration

    try:
        return duration(value) if value is not None else None
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from None


@brief.command(RUN, hidden=True)
@config_argument
@click.option("--dry-run", is_flag=True, help="Print what would be told; send and remember nothing.")
@click.option(
    "--again",
    metavar="[DAY]",
    is_flag=False,
    flag_value=LAST,
    help="Send the briefings of DAY, or else of the last day, once more: the same bytes.",
)
@click.option(
    "--since",
    metavar="3d",
    callback=_length,
    help="Print what was found in that time, told or not; remember nothing.",
)
@click.option(
    "--date",
    "day",
    metavar="DAY",
    callback=brief_places.day,
    help="Run as if it were half past six on that day.",
)
@click.option(
    "--quiet",
    is_flag=True,
    help="For cron: report only what needs attention, and print a briefing only if it goes nowhere else.",
)
@state_option
def run(
    config: Path | None,
    dry_run: bool,
    again: str | None,
    since: timedelta | None,
    day: date | None,
    quiet: bool,
    state: Path | None,
) -> int:
    """Tell what is new since last time."""
    if sum((dry_run, again is not None, since is not None)) > 1:
        raise click.UsageError("One of --dry-run, --again and --since at a time.")
    if again not in (None, LAST) and brief_places.as_day(again) is None:
        if config is not None:
            raise click.UsageError(f"--again: {again!r} is no day: write 2026-11-23.")
        config, again = Path(again), LAST  # `brief --again CONFIG`: the day may be left out
    from summarize.briefing import config as configuration
    from summarize.briefing import folders, secrets

    path = config.expanduser() if config else config_path(None)  # as named, since its files are cited by it
    found = configuration.load(path)
    looks = dry_run or since is not None
    if looks:
        found = configuration.printed(found)
    # --quiet silences talk, and a briefing on stdout that cron would mail, unless that is its only copy.
    printed = looks or not quiet or not configuration.goes_elsewhere(found)
    for file, exposed in secrets.exposed(path, found, addresses=not quiet):
        output.say(f"{file}: {exposed}")
    begun = time.monotonic()
    try:
        now = _now(found, day)
        home = _named_memory(state, config) if state else _own_memory(found, config, now.date())
        with _job(found, path, home, now, quiet=quiet, printed=printed) as job:
            outcome = _run(job, dry_run=dry_run, again=again, since=since)
        if not looks:
            # Whose it is, so that it is found when the file has another name.
            folders.sign(home, config_path(config))
    except BusyError:
        if quiet:
            return BUSY
        raise
    # A briefing that is printed ends with its own tally.
    if not quiet and again is None and not (outcome.paper and found.output.stdout):
        _tally(outcome, time.monotonic() - begun)
    return outcome.status


def _run(job: Job, *, dry_run: bool, again: str | None, since: timedelta | None) -> Outcome:
    from summarize.briefing import again as repeated
    from summarize.briefing import run as jobs

    if again:
        return repeated.again(job, brief_places.as_day(again))  # LAST is none
    return jobs.preview(job, since) if dry_run or since else jobs.run(job)


def _own_memory(found: Config, config: Path | None, day: date) -> Path:
    """The folder of a configuration's memory, after taking over what an older, shared memory knows of it."""
    from summarize.briefing import folders, inheritance

    path, home, shared = config_path(config), state_folder(None, config), folders.state().absolute()
    other = folders.config().exists() or folders.is_anothers(shared, path)
    if inherited := inheritance.inherit(found, path, home, shared, other=other, day=day):
        old, owner = inherited
        of = f", that of {owner}, which is gone: if it is another's, delete {home}" if owner else ""
        output.say(f"{home}: holds the memory of this briefing from now on, copied from {old}{of}")
    return home


def _named_memory(state: Path, config: Path | None) -> Path:
    """The folder of the memory inside or at the one that `--state` names; says if that was another's."""
    from summarize.briefing import folders

    path = config_path(config)
    home, base = state_folder(state, path), state_folder(state, None)
    owner = folders.signed(base)
    if home != base and not home.is_dir():
        output.say(
            f"{base}: is the memory of {owner}: this briefing has one of its own in there, {home.name}"
        )
    elif home == base and owner not in (None, path):
        output.say(f"{base}: goes on as the memory of this briefing; {owner}, whose it was, is gone")
    return home


@contextmanager
def _job(
    config: Config, path: Path, home: Path, now: datetime, *, quiet: bool, printed: bool
) -> Iterator[Job]:
    """All that a run needs, closed after it. printed: whether to write what is meant for standard output."""
    from summarize.briefing import deliver
    from summarize.briefing.job import Job
    from summarize.cli.progress import Progress
    from summarize.read.safely import Parser
    from summarize.read.web import Client

    with ExitStack() as stack:
        client = stack.enter_context(brief_places.client(config))
        messenger = stack.enter_context(Client())
        progress = stack.enter_context(Progress(quiet=quiet, failures=False))
        # What is not printed is kept all the same, for --again.
        stdout = (
            getattr(sys.stdout, "buffer", None)
            if printed
            else stack.enter_context(Path(os.devnull).open("wb"))
        )
        yield Job(
            config,
            path,
            home,
            now,
            client,
            messenger,
            stack.enter_context(Parser()),
            deliver.targets(
                config,
                folder=path.parent,
                stdout=stdout,
                client=messenger,
                page=output.page(None),
                clear=progress.clear,
            ),
            quiet=quiet,
            tell=progress.say,
            watch=progress,
        )


def _now(config: Config, day: date | None) -> datetime:
    """This moment, or half past six on a day, in the reader's zone."""
    zone = config.briefing.timezone
    if day is None:
        return datetime.now(zone).astimezone(zone)
    return datetime.combine(day, MORNING, zone).astimezone(zone)


def _tally(outcome: Outcome, seconds: float) -> None:
    """One grey line, where somebody looks on."""
    if sys.stderr is None or not sys.stderr.isatty():
        return
    from summarize.render import briefing_wording
    from summarize.render.phrases import EN

    nothing = f"{EN.say('nothing in short')} · {EN.say('sources', outcome.sources)}"
    line = f"{briefing_wording.tally(outcome.paper) if outcome.paper else nothing} · {seconds:.1f} s"
    click.echo(click.style(line, dim=True) if not os.environ.get("NO_COLOR") else line, err=True)


for command in (init, check, sources, history, forget, doctor, schedule):
    brief.add_command(command)
