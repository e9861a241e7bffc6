"""What every command that makes digests lets its user ask of them: how long, and chosen how."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from summarize.cli import output
from summarize.cli.amounts import Amount, Name, Whole
from summarize.model import Budget, BudgetUnit
from summarize.options import DEFAULT_METHOD, METHOD_NAMES, ORDERS, Options

UNITS: dict[str, BudgetUnit] = {
    "sentences": "sentences",
    "words": "words",
    "chars": "characters",
    "ratio": "ratio",
    "minutes": "minutes",
}

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _language(_: click.Context, __: click.Parameter, code: str) -> str | None:
    if code == "auto":
        return None
    if not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
        raise click.BadParameter(f"{code!r} is neither a language code such as 'en' nor 'auto'.")
    return code.lower()


def lengths(sentences: int, *, each: str = "") -> Callable[[_Command], _Command]:
    """The ways to say how long a digest may be, one of them at most.

    sentences: the default. each: what the length applies to in the help, such as "a story".
    """
    of = f" {each}" if each else ""
    return together(
        click.option(
            "-n",
            "--sentences",
            metavar="N",
            type=Whole(min=1),
            show_default=str(sentences),
            help=f"At most N sentences{of}.",
        ),
        click.option("-w", "--words", metavar="N", type=Whole(min=1), help=f"At most N words{of}."),
        click.option("-c", "--chars", metavar="N", type=Whole(min=1), help=f"At most N characters{of}."),
        click.option(
            "--ratio",
            metavar="SHARE",
            type=Amount(0, 1, min_open=True),
            help="At most this share of the words that may be quoted.",
        ),
        click.option(
            "--minutes",
            metavar="M",
            type=Amount(0, min_open=True),
            help=f"At most M minutes of reading{of}.",
        ),
    )


def choosing(command: _Command) -> _Command:
    """How the sentences of a digest are chosen."""
    return together(
        click.option(
            "-m",
            "--method",
            metavar="METHOD",
            type=Name(METHOD_NAMES),
            default=DEFAULT_METHOD,
            show_default=True,
            help="How sentences are chosen; the reference lists the methods.",
        ),
        click.option("-q", "--query", metavar="WORDS", help="What the digest should be about."),
        click.option(
            "--redundancy",
            metavar="WEIGHT",
            type=Amount(0),
            show_default="the method's own",
            help="How much repetition counts against a sentence.",
        ),
        click.option(
            "--order",
            type=click.Choice(ORDERS),
            show_default="the lede, then forward",
            help="Order of the sentences.",
        ),
        click.option(
            "--language",
            metavar="CODE",
            default="auto",
            show_default=True,
            callback=_language,
            help="Language of the sources.",
        ),
        click.option(
            "--min-words",
            metavar="N",
            type=Whole(min=1),
            default=8,
            show_default=True,
            help="No sentence with fewer words, unless that leaves fewer than three.",
        ),
        click.option(
            "--max-words",
            metavar="N",
            type=Whole(min=1),
            default=60,
            show_default=True,
            help="No sentence with more words.",
        ),
        click.option(
            "--support",
            metavar="N",
            type=Whole(min=1),
            default=1,
            show_default=True,
            help="Only what at least N independent sources say.",
        ),
    )(command)


def options(asked: dict[str, Any], sentences: int) -> Options:
    """What was asked, if it makes sense; else a usage error, before anything is read."""
    budgets = [name for name in UNITS if asked[name] is not None]
    if len(budgets) > 1:
        raise click.UsageError(f"One length at a time, not {' and '.join(f'--{name}' for name in budgets)}.")
    if asked["min_words"] > asked["max_words"]:
        raise click.UsageError(
            f"--min-words {asked['min_words']} is more than --max-words {asked['max_words']}: swap them."
        )
    if asked["query"] is not None and not asked["query"].strip():
        raise click.UsageError("--query is empty: name words, or leave it out.")
    if asked["language"]:
        _say_if_unknown(asked["language"])
    try:
        budget = next((Budget(asked[name], UNITS[name]) for name in budgets), Budget(sentences))
        return Options(budget=budget, **{name: value for name, value in asked.items() if name not in UNITS})
    except ValueError as error:
        raise click.UsageError(f"{error}.") from error


def _say_if_unknown(code: str) -> None:
    """Warn of a language we know nothing of: it may be asked for, but may also be mistyped."""
    from summarize.text import language

    if not language.is_known(code):
        output.say(
            f"--language {code}: nothing is known of a language of that code, and its words are compared as "
            "they stand: leave it out if it was meant to be another"
        )


def together(*decorators: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    """Decorators as one, the first outermost: options stand in the help as they do here."""

    def decorate(command: _Command) -> _Command:
        for each in reversed(decorators):
            command = each(command)
        return command

    return decorate
