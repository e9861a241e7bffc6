"""`summarize explain`: why each sentence of a digest is in, and what lost to it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from summarize.cli import output, saved
from summarize.cli.program import DONE, SKIPPED
from summarize.cli.sources import sources_failed

if TYPE_CHECKING:
    from summarize.explanation import Explanation

INDENT = "    "
SHOWN = 60  # characters of a sentence that is named, not quoted: enough to find it


@click.command(short_help="Why each sentence of a digest was chosen, and what lost to it.")
@saved.arguments
def explain(name: str, sources: tuple[str, ...], base: str, allow_private: bool) -> int:
    """Say in numbers why each sentence of DIGEST.json was chosen.

    Reads the sources again and chooses again, with the options the digest was made with. Shows the
    parts of each sentence's score, the next ten that lost and to which sentence, and for each
    source what could not be quoted and by which rule.

    \b
    summarize explain story.json
    """
    from summarize import rereading

    made = saved.digest(name)
    documents, failures = saved.documents(
        made, sources, base=base, allow_private=allow_private, distinct=True
    )
    for failure in failures:
        output.say(f"{failure.subject}: {failure.error}")
    found = rereading.reasons(made, documents, subject=name)
    same = found.digest.lines == made.lines
    if not same:
        output.say(f"{name}: made anew from its sources it is another digest, which is the one explained")
    output.deliver(output.for_people("\n".join(_page(found)) + "\n", None), None)
    return DONE if same and not sources_failed(failures) else SKIPPED


def _page(found: Explanation) -> Iterator[str]:
    """What was chosen, what was not, and what could not be: one block each, a blank line between."""
    for number, reason in enumerate(found.reasons, start=1):
        yield from _block(f"{number}. {reason.line.text} [{reason.line.citations[0].source.number}]")
        yield INDENT + _numbers("salience", reason.line.salience, reason.ranked)
        yield INDENT + _numbers("gain", sum(reason.gained.values()), reason.gained)
        yield ""
    yield f"The next {len(found.lost)}, by salience"
    for lost in found.lost:
        nearest = f"{lost.similarity:.2f} like line {lost.line}" if lost.line else "like no line"
        yield f"{INDENT}{lost.salience:.4f}  {nearest:<17}  {_named(lost.text)} [{lost.source.number}]"
    for source, barred in found.barred:
        yield ""
        yield _clean(f"[{source.number}] {source.uri}: not to be quoted: {len(barred) or 'nothing'}")
        for mark, text in barred:
            yield f"{INDENT}{mark.span.start:>6}-{mark.span.end:<6}  {mark.reason:<14}  {_named(text)}"


def _numbers(name: str, total: float, parts: Mapping[str, float]) -> str:
    terms = ", ".join(f"{part} {value:.4f}" for part, value in parts.items())
    return f"{name} {total:.4f}: {terms}"


def _block(text: str) -> list[str]:
    from summarize.render.wrap import wrap

    return wrap(_clean(text), output.width())


def _named(text: str) -> str:
    from summarize.render.wording import clip

    return _clean(f"“{clip(text, '', length=SHOWN)}”")


def _clean(text: str) -> str:
    from summarize.render.sinks import terminal

    return terminal(text, unicode=output.speaks_unicode(sys.stdout))
