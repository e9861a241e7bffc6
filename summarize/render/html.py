"""A digest as one plain page that carries everything it needs and loads nothing.

No script, no image, no remote style; the policy in its head says so to the browser as well. Text from a
source is escaped, never passed through, and each piece finds its own writing direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from summarize.model import Difference, Digest, Line, Source
from summarize.render import sinks, wording

_CONTEXT = 220  # characters of a quote around a value; a page has room for most sentences whole

# Nothing is handed on to the page that is opened; without an opener a text directive works everywhere.
_OUTWARD = 'rel="noopener noreferrer nofollow"'

_HEAD = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.05rem/1.55 Georgia, serif; max-width: 40rem; margin: 3rem auto; padding: 0 1.25rem; }}
h1, h2 {{ line-height: 1.25; }}
h2 {{ font-size: 1.1rem; margin-top: 2.5rem; }}
small, footer, q {{ font-size: .875rem; opacity: .85; }}
ul {{ padding-left: 1.25rem; overflow-wrap: anywhere; }}
</style>
</head>
<body>
"""


def render(digest: Digest) -> str:
    """The digest as an HTML page, with a final newline."""
    head = _HEAD.format(
        language=sinks.html(digest.language or "und"), title=sinks.html(digest.title or "Digest")
    )
    return head + "\n".join(_parts(digest)) + "\n</body>\n</html>\n"


def _parts(digest: Digest) -> Iterator[str]:
    cited, unused = wording.used(digest)
    yield f'<h1 dir="auto">{sinks.html(digest.title or "Digest")}</h1>'
    if not digest.lines:
        yield f"<p>Nothing to show: {sinks.html(wording.nothing(digest))}.</p>"
    yield from map(_line, digest.lines)
    yield from _headed("Where they differ", map(_difference, digest.differences))
    yield from _headed("Sources", map(_source, cited))
    yield from _headed("Read, not used", map(_source, unused))
    skipped = (f"{sinks.html(each.subject)}: {sinks.html(each.error)}" for each in digest.skipped)
    yield from _headed("Skipped", (f'<li dir="auto">{reason}</li>' for reason in skipped))
    yield f"<footer>{wording.tally(digest)}</footer>"


def _headed(heading: str, items: Iterable[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield f"<h2>{heading}</h2>"
        yield "<ul>\n" + "\n".join(found) + "\n</ul>"


def _line(line: Line) -> str:
    links = wording.links(line.citations)
    phrases = [f"{words} {_marks(sources, links)}" for words, sources in wording.support(line)]
    days = (f'<span dir="auto">{sinks.html(day)}</span>' for day in wording.dates(line))
    spelt = [
        f'<span dir="auto">{sinks.html(words)}</span> {_marks([citation.source], wording.links([citation]))}'
        for words, citation in wording.expansions(line)
    ]
    below = " · ".join(part for part in (*days, *spelt, *phrases, wording.independence(line)) if part)
    context = sinks.html(wording.context(line))
    before = f'<small><span dir="auto">{context}</span></small><br>' if context else ""
    mark = _marks([line.citations[0].source], links)
    said = f'<p>{before}<span dir="auto">{sinks.html(line.text)}</span> {mark}'
    return f"{said}<br><small>{below}</small></p>" if below else f"{said}</p>"


def _marks(sources: Iterable[Source], links: Mapping[int, str]) -> str:
    """Marks that lead to the sentence on its page, or to the list of sources where there is no page."""
    return " ".join(_mark(source.number, sinks.link(links.get(source.number, ""))) for source in sources)


def _mark(number: int, target: str | None) -> str:
    if target is None:
        return f'<a href="#s{number}">[{number}]</a>'
    return f'<a href="{sinks.html(target)}" {_OUTWARD}>[{number}]</a>'


def _difference(difference: Difference) -> str:
    sides = wording.sides(difference)
    values = " or ".join(f'<bdi dir="auto">{sinks.html(side.value)}</bdi>' for side in sides)
    contexts = "".join(
        f'<br>{_marks(side.sources, side.links)} <q dir="auto">{sinks.html(_context(side))}</q>'
        for side in sides
    )
    return f"<li>{wording.KINDS[difference.kind]}: {values}{contexts}</li>"


def _context(side: wording.Side) -> str:
    return wording.clip(side.quote, side.value, length=_CONTEXT)


def _source(source: Source) -> str:
    shown, target = sinks.html(sinks.address(source.uri)), sinks.link(source.url or source.uri)
    title = sinks.html(source.title) if source.title else shown
    if target:
        title = f'<a href="{sinks.html(target)}" {_OUTWARD}>{title}</a>'
    about = (wording.outlet(source), sinks.address(source.uri) if source.title else "")
    below = " · ".join(sinks.html(part) for part in about if part)
    return f'<li id="s{source.number}" dir="auto">[{source.number}] {title}<br><small>{below}</small></li>'
