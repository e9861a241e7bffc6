"""A briefing for a terminal, a plain mail, or any place that shows plain text.

Stories stand one under the other, in their parts; sources are listed once, at the end, under the numbers
they have all over the paper. What could not be read, and what there was no room for, is said below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarize.paper import Briefing, Change, Entry
from summarize.render import briefing_wording as wording
from summarize.render import sinks, text
from summarize.render.phrases import EN
from summarize.render.text import BOLD, CONTEXT, DIM, INDENT, Page


def render(
    paper: Briefing, *, width: int = 80, colour: bool = False, unicode: bool = True, links: bool = False
) -> str:
    """The briefing as lines of text, with a final newline; width, colour and the rest as in `render.text`."""
    page = Page(width, colour=colour, unicode=unicode, links=links)
    blocks = [block for section in _sections(page, paper) for block in section if block]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _sections(page: Page, paper: Briefing) -> Iterator[Iterable[list[str]]]:
    head = page.lines(wording.heading(paper), style=BOLD)
    yield [head + page.lines(wording.period(paper), style=DIM)]
    if paper.is_empty:
        yield [page.lines(wording.nothing(paper))]
    for part in paper.parts:
        if part.name:
            yield [_ruled(page, part.name)]
        for entry in part.entries:
            yield _entry(page, entry, paper)
    yield _notes(page, paper)
    sources = [source for entry in paper.entries for source in wording.sources(entry)]
    yield text.headed(page, EN.say("list"), (text.show_source(page, each) for each in sources), together=True)
    yield [page.lines(wording.tally(paper), style=DIM)]


def _ruled(page: Page, name: str) -> list[str]:
    """The name of a part, set off from the headlines of its stories."""
    rule = page.clean("─") * 3
    return page.lines(f"{rule} {name} {rule}", style=BOLD)


def _entry(page: Page, entry: Entry, paper: Briefing) -> Iterator[list[str]]:
    lead = wording.headline(entry)
    cited = lead.citations[:1] if lead else ()
    mark = text.marks(each.source for each in cited)
    head = page.lines(sinks.clip(entry.digest.title or ""), mark=mark, cited=cited, style=BOLD)
    head += page.lines(" · ".join(wording.standing(entry, paper)), indent=INDENT, style=DIM)
    head += text.show_support(page, lead) if lead else []
    if entry.correction:
        mark, quote = text.marks([entry.correction.source]), wording.whole(entry.correction)
        head += page.lines(f"“{quote}”", mark=mark, indent=INDENT, style=BOLD)
    for change in entry.changes:
        head += _change(page, change, entry, paper)
    yield head
    yield from (text.show_line(page, line) for line in entry.digest.lines if line is not lead)
    sides = (text.show_difference(page, each) for each in entry.digest.differences)
    yield from text.headed(page, EN.say("differ"), sides)


def _change(page: Page, change: Change, entry: Entry, paper: Briefing) -> list[str]:
    mark = text.marks([change.citation.source])
    said = page.lines(wording.changed(change, paper), mark=mark, indent=INDENT, style=BOLD)
    quote = wording.context(change, entry, length=CONTEXT)
    return said + (page.lines(f"“{quote}”", indent=INDENT, style=DIM) if quote else [])


def _notes(page: Page, paper: Briefing) -> Iterator[list[str]]:
    """What is not told above: stories gone quiet, those without room, sources not read."""
    quiet = (page.lines(label, indent=INDENT) for label in paper.quiet)
    yield from text.headed(page, EN.say("quiet"), quiet, together=True)
    heading, labels = wording.left_out(paper)
    yield from text.headed(page, heading, (page.lines(each, indent=INDENT) for each in labels), together=True)
    unread = (
        page.lines(f"{each.name} – {wording.unread(each, paper)}", indent=INDENT, hang=len(INDENT))
        for each in paper.unread
    )
    yield from text.headed(page, EN.say("unread"), unread, together=True)
