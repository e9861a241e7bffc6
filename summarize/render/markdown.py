"""A digest as Markdown that any CommonMark reader shows right.

Text from a source is escaped and cannot act. The only links are to the sources' own http(s) addresses; a
mark's link opens the quoted sentence. A local path is set as code. The page should read well raw, too, so
only what could act is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from summarize.model import Difference, Digest, Failure, Line, Source
from summarize.render import sinks, wording
from summarize.render.phrases import EN

CONTEXT = 110  # characters of a quote around a value; chosen by eye


def render(digest: Digest) -> str:
    """The digest as Markdown, with a final newline."""
    return "\n\n".join("\n".join(block) for block in _blocks(digest) if block) + "\n"


def _blocks(digest: Digest) -> Iterator[list[str]]:
    cited, unused = wording.used(digest)
    if digest.title:
        yield [f"# {sinks.markdown(sinks.clip(digest.title))}"]
    if not digest.lines:
        yield [sinks.markdown(wording.nothing(digest))]
    yield [show_line(line) for line in digest.lines]
    yield from headed(EN.say("differ"), map(show_difference, digest.differences))
    yield from headed(EN.say("list"), map(show_source, cited))
    some, more = wording.some(unused)
    yield from headed(EN.say("unused"), [*map(show_source, some), *([f"- {more}"] if more else [])])
    for heading, found in wording.left(digest.skipped, digest.notes):
        yield from headed(heading, map(show_failure, found))
    yield [f"{wording.tally(digest)}."]


def headed(heading: str, items: Iterable[str]) -> Iterator[list[str]]:
    """A heading and what stands under it, if there is anything."""
    found = list(items)
    if found:
        yield [f"## {heading}"]
        yield found


def show_failure(failure: Failure) -> str:
    """What was not read, and why."""
    return f"- {sinks.markdown_code(failure.subject)}: {sinks.markdown(failure.error)}"


def show_line(line: Line) -> str:
    """A sentence as an item of a list."""
    return f"- {said_by(line)}"


def said_by(line: Line) -> str:
    """A sentence with its marks, and in brackets who else says it."""
    links = wording.links(line.citations)
    phrases = [f"{words} {marks(sources, links)}" for words, sources in wording.support(line)]
    before, days = sinks.markdown(wording.context(line)), map(sinks.markdown, wording.dates(line))
    spelt = [
        f"{sinks.markdown(words)} {marks([citation.source], wording.links([citation]))}"
        for words, citation in wording.expansions(line)
    ]
    below = "; ".join(part for part in (before, *days, *spelt, *phrases, wording.independence(line)) if part)
    said = f"{sinks.markdown(line.text)} {marks([line.citations[0].source], links)}"
    return f"{said} ({below})" if below else said


def marks(sources: Iterable[Source], links: Mapping[int, str]) -> str:
    """The numbers of some sources, each leading to its quote by `links`, else to the source."""
    return " ".join(
        _linked(f"\\[{source.number}\\]", links.get(source.number) or source.url or source.uri)
        for source in sources
    )


def _linked(text: str, address: str) -> str:
    """Escaped text, as a link where the address may be followed."""
    target = sinks.link(address)
    return f"[{text}](<{sinks.markdown_target(target)}>)" if target and text else text


def show_difference(difference: Difference) -> str:
    """What sources disagree about, and what each says."""
    sides = wording.sides(difference)
    values = f" {EN.say('or')} ".join(sinks.markdown(side.label) for side in sides)
    lines = [f"- {EN.say(difference.kind)}: {values}"]
    for side in sides:
        context = sinks.markdown(wording.clip(side.quote, side.value, length=CONTEXT))
        lines.append(f"  - {marks(side.sources, side.links)} “{context}”")
    return "\n".join(lines)


def show_source(source: Source) -> str:
    """A source in the list: number, title, outlet, and its address if that is no link."""
    title = sinks.markdown(sinks.clip(source.title or ""))
    outlet = sinks.markdown(wording.outlet(source))
    place = "" if sinks.link(source.uri) else sinks.markdown_code(sinks.clip(sinks.address(source.uri)))
    if sinks.link(source.url or source.uri):
        opened = source.url or source.uri
        title = _linked(title or sinks.markdown(sinks.clip(sinks.address(opened))), opened)
    parts = (title, outlet, place) if title else (place, outlet)  # no outlet where a title is looked for
    return f"- \\[{source.number}\\] " + ", ".join(part for part in parts if part)
