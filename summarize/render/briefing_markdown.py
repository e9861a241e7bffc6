"""A briefing as Markdown that any CommonMark reader shows right; the rules are those of `render.markdown`."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.model import Citation
from summarize.paper import Briefing, Change, Entry
from summarize.render import briefing_wording as wording
from summarize.render import markdown, sinks
from summarize.render import wording as said
from summarize.render.phrases import EN


def render(paper: Briefing) -> str:
    """The briefing as Markdown, with a final newline."""
    return "\n\n".join("\n".join(block) for block in _blocks(paper) if block) + "\n"


def _blocks(paper: Briefing) -> Iterator[list[str]]:
    yield [f"# {sinks.markdown(wording.heading(paper))}"]
    if period := wording.period(paper):
        yield [f"*{sinks.markdown(period)}*"]
    if paper.is_empty:
        yield [sinks.markdown(wording.nothing(paper))]
    for part in paper.parts:
        if part.name:
            yield [f"## {sinks.markdown(part.name)}"]
        for entry in part.entries:
            yield from _entry(entry, paper)
    yield from markdown.headed(EN.say("quiet"), (f"- {sinks.markdown(label)}" for label in paper.quiet))
    heading, labels = wording.left_out(paper)
    yield from markdown.headed(heading, (f"- {sinks.markdown(label)}" for label in labels))
    unread = (
        f"- {sinks.markdown(each.name)} – {sinks.markdown(wording.unread(each, paper))}"
        for each in paper.unread
    )
    yield from markdown.headed(EN.say("unread"), unread)
    sources = [source for entry in paper.entries for source in wording.sources(entry)]
    yield from markdown.headed(EN.say("list"), map(markdown.show_source, sources))
    yield [wording.tally(paper)]


def _entry(entry: Entry, paper: Briefing) -> Iterator[list[str]]:
    lead = wording.headline(entry)
    title = sinks.markdown(sinks.clip(entry.digest.title or "…"))
    yield [f"### {markdown.said_by(lead) if lead else title}"]
    yield [sinks.markdown(" · ".join(wording.standing(entry, paper)))]
    yield [_correction(entry.correction)] if entry.correction else []
    yield [_change(change, entry, paper) for change in entry.changes]
    yield [markdown.show_line(line) for line in entry.digest.lines if line is not lead]
    if entry.digest.differences:
        yield [f"**{EN.say('differ')}**"]
    yield [markdown.show_difference(each) for each in entry.digest.differences]


def _correction(citation: Citation) -> str:
    marks = markdown.marks([citation.source], said.links([citation]))
    return f"**“{sinks.markdown(wording.whole(citation))}”** {marks}"


def _change(change: Change, entry: Entry, paper: Briefing) -> str:
    marks = markdown.marks([change.citation.source], said.links([change.citation]))
    quote = sinks.markdown(wording.context(change, entry, length=markdown.CONTEXT))
    return f"- **{sinks.markdown(wording.changed(change, paper))}** {marks}" + (
        f" “{quote}”" if quote else ""
    )
