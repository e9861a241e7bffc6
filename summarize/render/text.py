"""A digest for a terminal, or for any place that shows plain text.

The sentences come first and read on without interruption: each is a paragraph with its own mark, and
who else says it stands below, indented. What is left out of a sentence is never decided here.

No line is wider than asked, with one exception: an address stands whole on a line of its own, since a
broken one can be neither copied nor clicked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from summarize.model import Citation, Difference, Digest, Line, Source
from summarize.render import sinks, wording
from summarize.render.phrases import EN
from summarize.render.wrap import NO_BREAK_SPACE, columns, wrap

# Chosen by eye: below this nothing can be laid out, above it the eye loses the next line.
_NARROWEST, _WIDEST = 20, 88
INDENT = "    "
# A context of about a line and a half at 80 columns; an address past 2,000 characters leads nowhere.
CONTEXT, _LONGEST_ADDRESS = 110, 2000

BOLD, DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render(
    digest: Digest, *, width: int = 80, colour: bool = False, unicode: bool = True, links: bool = False
) -> str:
    """The digest as lines of text, with a final newline.

    width: of the terminal, in columns; less than 20 counts as 20, and text is set at most 88 wide.
    colour: bold headings and dim sources, by ANSI sequences; none of a source's own survive.
    unicode: False sets our punctuation, and that of the sources, in ASCII.
    links: marks and addresses can be clicked (OSC 8), where they lead to the web; for terminals that know.
    """
    page = Page(width, colour=colour, unicode=unicode, links=links)
    blocks = [block for section in _sections(page, digest) for block in section if block]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


class Page:
    """How strings become lines: the width, the colours, the links and the character set, as for `render`."""

    def __init__(
        self, width: int = 80, *, colour: bool = False, unicode: bool = True, links: bool = False
    ) -> None:
        self.width, self.colour, self.links = max(_NARROWEST, min(width, _WIDEST)), colour, links
        self.clean = partial(sinks.terminal, unicode=unicode)

    def lines(
        self,
        text: str,
        *,
        mark: str = "",
        indent: str = "",
        hang: int = 0,
        style: str = "",
        cited: Iterable[Citation] = (),
    ) -> list[str]:
        """Text wrapped; the mark stays with the last word. cited: what marks of ours in it lead to."""
        said = self.clean(text)
        said += NO_BREAK_SPACE + mark if said and mark else mark
        lines = self._linked(wrap(said, self.width, indent=indent, hang=hang), tuple(cited), bool(mark))
        return [self.styled(line, style) for line in lines]

    def _linked(self, lines: list[str], cited: tuple[Citation, ...], last: bool) -> list[str]:
        """The lines with our marks made links. last: only the one at the end is ours, the rest is quoted."""
        if not self.links:
            return lines
        for citation in reversed(cited):
            mark = f"[{citation.source.number}]"
            opened = citation.source.url or citation.source.uri
            sentence = citation.link if len(citation.link or "") <= _LONGEST_ADDRESS else None
            if target := sinks.link(sentence or opened):
                linked = sinks.hyperlink(mark, target)
                if last:
                    lines[-1] = lines[-1].removesuffix(mark) + linked
                else:
                    lines = [line.replace(mark, linked, 1) for line in lines]
        return lines

    def address(self, uri: str, *, indent: str, before: str = "") -> list[str]:
        """An address, whole. before: what stands on the line with it."""
        shown = self.clean(sinks.address(uri))
        if len(shown) > _LONGEST_ADDRESS:
            shown = shown[:_LONGEST_ADDRESS] + self.clean("…")
        if self.links and (target := sinks.link(uri)):
            shown = sinks.hyperlink(shown, target)
        parts = [part for part in (self.clean(before), shown) if part]
        return [self.styled(indent + " ".join(parts), DIM)] if parts else []

    def styled(self, line: str, style: str) -> str:
        """A line in colour, where there is any."""
        return f"{style}{line}{_RESET}" if style and self.colour else line


def _sections(page: Page, digest: Digest) -> Iterator[Iterable[list[str]]]:
    cited, unused = wording.used(digest)
    if digest.title:
        yield [page.lines(sinks.clip(digest.title), style=BOLD)]
    if not digest.lines:
        yield [page.lines(wording.nothing(digest))]
    yield (show_line(page, line) for line in digest.lines)
    yield headed(page, EN.say("differ"), (show_difference(page, each) for each in digest.differences))
    yield headed(page, EN.say("list"), (show_source(page, source) for source in cited), together=True)
    some, more = wording.some(unused)
    idle = [*(show_source(page, source) for source in some), page.lines(more)]
    yield headed(page, EN.say("unused"), idle, together=True)
    for heading, found in wording.left(digest.skipped, digest.notes):
        failed = (page.lines(f"{each.subject}: {each.error}", hang=len(INDENT)) for each in found)
        yield headed(page, heading, failed, together=True)
    yield [page.lines(f"{wording.tally(digest)}.", style=DIM)]


def headed(
    page: Page, heading: str, blocks: Iterable[list[str]], *, together: bool = False
) -> Iterator[list[str]]:
    """A heading and its blocks, if there are any; together: without blank lines between them."""
    found = [block for block in blocks if block]
    if together:
        found = [[line for block in found for line in block]]
    if found and found[0]:
        yield [*page.lines(heading, style=BOLD), *found[0]]
        yield from found[1:]


def show_line(page: Page, line: Line) -> list[str]:
    """A sentence with its mark, and below it who else says it."""
    before = page.lines(wording.context(line), indent=INDENT, style=DIM)
    said = page.lines(line.text, mark=marks([line.citations[0].source]), cited=line.citations[:1])
    return before + said + show_support(page, line)


def show_support(page: Page, line: Line) -> list[str]:
    """Who else says a sentence, and what its days, abbreviations and surnames mean."""
    phrases = [f"{words} {marks(sources)}" for words, sources in wording.support(line)]
    spelt = [f"{words} {marks([citation.source])}" for words, citation in wording.expansions(line)]
    parts = (*wording.dates(line), *spelt, *phrases, wording.independence(line))
    below = " · ".join(part for part in parts if part)
    others = {citation.source.number: citation for citation in reversed(line.citations[1:])}
    return page.lines(below, indent=INDENT, style=DIM, cited=others.values())


def marks(sources: Iterable[Source]) -> str:
    """The numbers of some sources: "[1] [2]"."""
    return " ".join(f"[{source.number}]" for source in sources)


def show_difference(page: Page, difference: Difference) -> list[str]:
    """What sources disagree about, and what each says."""
    sides = wording.sides(difference)
    values = f" {EN.say('or')} ".join(side.label for side in sides)
    lines = page.lines(f"{EN.say(difference.kind)}: {values}", hang=len(INDENT))
    for side in sides:
        context = wording.clip(side.quote, side.value, length=CONTEXT)
        quoted = f" “{context}”" if context != side.value else f" {side.value}"
        lines += page.lines(marks(side.sources) + quoted, indent=INDENT, hang=len(INDENT), style=DIM)
    return lines


def show_source(page: Page, source: Source) -> list[str]:
    """A source's entry in the list, with its web address if it is cited by another name."""
    url = source.url if source.url and source.url != sinks.link(source.uri) else None
    return _entry(page, source) + (page.address(url, indent=INDENT) if url else [])


def _entry(page: Page, source: Source) -> list[str]:
    """Number and title, then outlet, date and address, on one line if they fit."""
    mark, outlet = f"[{source.number}]", wording.outlet(source)
    if not source.title:  # an outlet in its place would be taken for one
        below = page.lines(outlet, indent=INDENT, style=DIM) if outlet else []
        return page.address(source.uri, indent="", before=mark) + below
    head = page.lines(f"{mark} {sinks.clip(source.title)}", hang=len(INDENT))
    together = f"{outlet} · {sinks.address(source.uri)}" if outlet else ""
    if together and columns(INDENT + page.clean(together)) <= page.width:
        return head + page.address(source.uri, indent=INDENT, before=f"{outlet} ·")
    below = page.lines(outlet, indent=INDENT, style=DIM) if outlet else []
    return head + below + page.address(source.uri, indent=INDENT)
