"""A digest as Markdown that any CommonMark reader shows right.

Text from a source is escaped and cannot act; the only links are to the sources' own http(s) addresses,
those of the marks to the sentence they stand for; a local path is code. The page is also pleasant to
read raw, so only what could act is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from summarize.model import Difference, Digest, Line, Source
from summarize.render import sinks, wording

_CONTEXT = 110  # characters of a quote around a value; chosen by eye


def render(digest: Digest) -> str:
    """The digest as Markdown, with a final newline."""
    return "\n\n".join("\n".join(block) for block in _blocks(digest) if block) + "\n"


def _blocks(digest: Digest) -> Iterator[list[str]]:
    cited, unused = wording.used(digest)
    if digest.title:
        yield [f"# {sinks.markdown(digest.title)}"]
    if not digest.lines:
        yield [f"Nothing to show: {sinks.markdown(wording.nothing(digest))}."]
    yield [_line(line) for line in digest.lines]
    yield from _headed("Where they differ", map(_difference, digest.differences))
    yield from _headed("Sources", map(_source, cited))
    yield from _headed("Read, not used", map(_source, unused))
    skipped = (
        f"- {sinks.markdown_code(each.subject)}: {sinks.markdown(each.error)}" for each in digest.skipped
    )
    yield from _headed("Skipped", skipped)
    yield [wording.tally(digest)]


def _headed(heading: str, items: Iterable[str]) -> Iterator[list[str]]:
    found = list(items)
    if found:
        yield [f"## {heading}"]
        yield found


def _line(line: Line) -> str:
    links = wording.links(line.citations)
    phrases = [f"{words} {_marks(sources, links)}" for words, sources in wording.support(line)]
    before, days = sinks.markdown(wording.context(line)), map(sinks.markdown, wording.dates(line))
    below = "; ".join(part for part in (before, *days, *phrases, wording.independence(line)) if part)
    said = f"- {sinks.markdown(line.text)} {_marks([line.citations[0].source], links)}"
    return f"{said} ({below})" if below else said


def _marks(sources: Iterable[Source], links: Mapping[int, str]) -> str:
    return " ".join(
        _linked(f"\\[{source.number}\\]", links.get(source.number) or source.url or source.uri)
        for source in sources
    )


def _linked(text: str, address: str) -> str:
    """Escaped text, as a link where the address may be followed."""
    target = sinks.link(address)
    return f"[{text}](<{sinks.markdown_target(target)}>)" if target and text else text


def _difference(difference: Difference) -> str:
    sides = wording.sides(difference)
    values = " or ".join(sinks.markdown(side.value) for side in sides)
    lines = [f"- {wording.KINDS[difference.kind]}: {values}"]
    for side in sides:
        context = sinks.markdown(wording.clip(side.quote, side.value, length=_CONTEXT))
        lines.append(f"  - {_marks(side.sources, side.links)} “{context}”")
    return "\n".join(lines)


def _source(source: Source) -> str:
    title = sinks.markdown(source.title or "")
    outlet = sinks.markdown(wording.outlet(source))
    place = "" if sinks.link(source.uri) else sinks.markdown_code(sinks.address(source.uri))
    if sinks.link(source.url or source.uri):
        title = _linked(
            title or sinks.markdown(sinks.address(source.url or source.uri)), source.url or source.uri
        )
    return f"- \\[{source.number}\\] " + ", ".join(part for part in (title, outlet, place) if part)
