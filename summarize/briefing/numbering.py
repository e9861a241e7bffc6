"""One numbering of sources over a whole paper: what is cited first, in the order of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarize.model import Citation, Source
from summarize.paper import Entry
from summarize.render import wording


def renumber(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The same entries, their sources numbered from 1 over all of them; those not listed come last.

    A document is in one story only, so no source has two numbers.
    """
    listed = [[*cited(entry), *entry.counted] for entry in entries]
    unused = [
        [each for each in entry.digest.sources if each not in mine]
        for entry, mine in zip(entries, listed, strict=True)
    ]
    first = _counted(listed, 1)
    last = _counted(unused, 1 + sum(map(len, listed)))
    return tuple(
        _numbered(entry, dict(zip([*mine, *rest], [*a, *b], strict=True)))
        for entry, mine, rest, a, b in zip(entries, listed, unused, first, last, strict=True)
    )


def _counted(groups: Sequence[Sequence[Source]], start: int) -> list[range]:
    found = []
    for group in groups:
        found.append(range(start, start + len(group)))
        start += len(group)
    return found


def cited(entry: Entry) -> list[Source]:
    """The sources an entry cites, as they come: a correction and changes stand above the lines."""
    changed = [each.source for each in (entry.correction,) if each]
    changed += [change.citation.source for change in entry.changes]
    lines = [citation.source for line in entry.digest.lines for citation in line.citations]
    rest, _ = wording.used(entry.digest)
    return list(dict.fromkeys([*changed, *lines, *rest]))


def _numbered(entry: Entry, numbers: dict[Source, int]) -> Entry:
    new = {source: replace(source, number=number) for source, number in numbers.items()}

    def citation(old: Citation) -> Citation:
        return replace(old, source=new[old.source])

    digest = entry.digest
    lines = tuple(
        replace(
            line,
            citations=tuple(map(citation, line.citations)),
            context=citation(line.context) if line.context else None,
        )
        for line in digest.lines
    )
    differences = tuple(
        replace(each, citations=tuple(map(citation, each.citations))) for each in digest.differences
    )
    changes = tuple(replace(each, citation=citation(each.citation)) for each in entry.changes)
    sources = tuple(sorted(new.values(), key=lambda source: source.number))
    return replace(
        entry,
        changes=changes,
        correction=citation(entry.correction) if entry.correction else None,
        counted=tuple(new[source] for source in entry.counted),
        digest=replace(digest, lines=lines, differences=differences, sources=sources),
    )
