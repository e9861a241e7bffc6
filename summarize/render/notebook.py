"""A digest where a notebook shows a value: a small fragment of HTML, not a page.

No style sheet, no script, no ids, so that twenty of them in one notebook do not get in each other's way.
Text is escaped as in every other rendering.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarize.model import Citation, Difference, Digest, Line, Source
from summarize.render import sinks, wording
from summarize.render.phrases import EN


def render(digest: Digest) -> str:
    """The lines with their marks; sources, differences and what was skipped fold away."""
    parts = "\n".join(_parts(digest))
    return f'<div style="max-width: 45em">\n{parts}\n</div>\n'


def _parts(digest: Digest) -> Iterator[str]:
    if digest.title:
        yield f'<p dir="auto"><strong>{sinks.html(sinks.clip(digest.title))}</strong></p>'
    if not digest.lines:
        yield f"<p>{sinks.html(wording.nothing(digest))}</p>"
    yield from map(_line, digest.lines)
    if digest.differences:
        yield _folded(EN.say("differ"), [_difference(each) for each in digest.differences])
    cited, unused = wording.used(digest)
    if cited or unused:
        idle = EN.say("not used")
        some, more = wording.some(unused)
        listed = [_source(each) for each in cited] + [f"{_source(each)} ({idle})" for each in some]
        yield _folded(sinks.html(f"{wording.tally(digest)}."), [*listed, *([more] if more else [])])
    for heading, found in wording.left(digest.skipped, digest.notes):
        yield _folded(heading, [f"{sinks.html(each.subject)}: {sinks.html(each.error)}" for each in found])


def _folded(summary: str, items: list[str]) -> str:
    rows = "".join(f'<br><span dir="auto">{item}</span>' for item in items)
    return f"<details><summary>{summary}</summary><small>{rows.removeprefix('<br>')}</small></details>"


def _line(line: Line) -> str:
    marks = " ".join(map(_mark, _each_source_once(line)))
    return f'<p dir="auto">{sinks.html(line.text)} <small>{marks}</small></p>'


def _each_source_once(line: Line) -> list[Citation]:
    found: dict[int, Citation] = {}
    for citation in line.citations:
        found.setdefault(citation.source.number, citation)
    return list(found.values())


def _mark(citation: Citation) -> str:
    """The source's number, which opens its page at the quote and shows the quote when pointed at."""
    quote = f'title="{sinks.html(citation.quote)}"'
    target = sinks.link(citation.link or "")
    if target is None:
        return f"<span {quote}>[{citation.source.number}]</span>"
    return f"{_opened(target, quote)}[{citation.source.number}]</a>"


def _opened(target: str, more: str = "") -> str:
    return f'<a href="{sinks.html(target)}" target="_blank" rel="noopener noreferrer nofollow" {more}>'


def _difference(difference: Difference) -> str:
    sides = (
        f"<bdi>{sinks.html(side.label)}</bdi> {' '.join(f'[{source.number}]' for source in side.sources)}"
        for side in wording.sides(difference)
    )
    either = f" {EN.say('or')} ".join(sides)
    return f"{EN.say(difference.kind)}: {either}"


def _source(source: Source) -> str:
    title = sinks.html(sinks.clip(source.title or sinks.address(source.uri)))
    target = sinks.link(source.url or source.uri)
    named = f"{_opened(target)}{title}</a>" if target else title
    about = sinks.html(wording.outlet(source))
    return f"[{source.number}] {named}{' · ' if about else ''}{about}"
