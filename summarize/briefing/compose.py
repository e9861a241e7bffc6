"""What waits to be told, and what was told before, become the morning's paper. Pure: no clock, no file.

Today's texts are sorted into stories together with those told from earlier; a story that holds earlier
ones goes on. What says again what was printed may not be printed, and still counts as support. Every
item is in a story above or counted. The best of what there was no room for is named, and has a second
chance the next day; if there is no room then either, it is named for the last time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo

from summarize.briefing import counted, coverage, drafts, numbering, telling, threads, topics
from summarize.briefing.config import Config
from summarize.briefing.coverage import Key, Listed, Story
from summarize.briefing.drafts import Draft
from summarize.briefing.memory import Item, Saying, Sentence, Told
from summarize.paper import Briefing, Entry, Part, Unread
from summarize.render.display import tidy

ALONE = "Only one outlet reports"

# Stories looked at closely for each that can be told: what was told before may take a story's place
# away, and no more than this ever did (chosen by eye). Stories named of those there was no room for, which
# wait for the next day; so few that on days of a thousand articles no queue grows.
_SPARE, _NAMED = 3, 20


@dataclass(frozen=True)
class Composed:
    """A paper and what is to be remembered of it. Items are (source, id).

    told: those in a story of the paper. named: those of stories that it names for want of room, for the
    first time; they wait for the next day. passed_over: all others, which are used up as well. stories: what
    was said, for the memory.
    """

    paper: Briefing
    told: tuple[tuple[str, str], ...]
    named: tuple[tuple[str, str], ...]
    passed_over: tuple[tuple[str, str], ...]
    stories: tuple[Saying, ...]

    @property
    def used(self) -> tuple[tuple[str, str], ...]:
        """All items that are done with, told or passed over."""
        return tuple(sorted((*self.told, *self.passed_over)))


def compose(
    items: Sequence[Item],
    told: Sequence[Told],
    config: Config,
    *,
    day: date,
    since: datetime | None,
    until: datetime,
    unread: Sequence[Unread] = (),
    sources: int = 0,
    again: bool = False,
) -> Composed:
    """The paper of a day. The same items in any order make the same paper.

    told: what earlier briefings said, as far back as stories are followed. again: it may be said once more,
    and only tells which story is which. since, until: aware; shown in
    the time zone of the reader, or in that of `until`. A paper may be empty (`Briefing.is_empty`): whether
    it is delivered all the same is `briefing.when_empty`'s to say, its items are used up either way.
    """
    zone = config.briefing.timezone or until.tzinfo
    texts = coverage.listed(items, config.briefing.language)
    recent = coverage.recent(texts, config.briefing.max_age)
    found = coverage.sort(recent, told, config)
    drafted = drafts.draft(_worth_a_look(found, config), told, again=again)
    chosen = [
        (draft, counted.listed(entry, draft.story)) for draft, entry in telling.tell(drafted, config.briefing)
    ]
    entries = _placed(chosen, recent, config)
    stories = [draft.story for _, draft, _ in entries]
    settled = {id(story) for story in stories} | {id(each.story) for each in drafted if not each.most}
    # No name of yesterday's takes the place of one of today's.
    untold = sorted((story for story in found if id(story) not in settled), key=lambda story: story.stale)
    waits = {
        coverage.key(document)
        for story in untold[:_NAMED]
        for document in story.bundle.documents
        if not recent[coverage.key(document)].named
    }
    parts = _parts([name for name, _, _ in entries], numbering.renumber([entry for _, _, entry in entries]))
    held = {coverage.key(document) for story in stories for document in story.bundle.documents}
    paper = Briefing(
        title=config.briefing.title,
        day=day,
        since=since.astimezone(zone) if since else None,
        until=until.astimezone(zone),
        parts=parts,
        quiet=() if again else threads.quiet(threads.threads(told), _heard(found, drafted)),
        unread=tuple(_in_zone(each, zone) for each in unread),
        documents=len(texts),
        sources=sources,
        told=len(held),
        untold=tuple(story.bundle.title or "" for story in untold[:_NAMED]),
        left_out=len(untold),
        outdated=len(texts) - len(recent),
    )
    return Composed(
        paper=paper,
        told=_names(each for key, each in texts.items() if key in held),
        named=_names(each for key, each in texts.items() if key in waits),
        passed_over=_names(each for key, each in texts.items() if key not in held | waits),
        stories=tuple(
            _saying(draft, entry, texts) for (_, draft, _), entry in zip(entries, paper.entries, strict=True)
        ),
    )


def _worth_a_look(found: Sequence[Story], config: Config) -> list[Story]:
    """Of the stories in order of coverage those that may be told: the first, and all that go on."""
    first = _SPARE * max(config.briefing.stories, config.briefing.length)
    return [story for at, story in enumerate(found) if at < first or story.before]


def _heard(found: Iterable[Story], drafted: Iterable[Draft]) -> set[int]:
    """The earlier stories of which there is a report today, told or not."""
    return {number for story in found for number in story.before} | {
        draft.thread.number for draft in drafted if draft.thread
    }


def _placed(
    entries: Sequence[tuple[Draft, Entry]], texts: Mapping[Key, Listed], config: Config
) -> list[tuple[str | None, Draft, Entry]]:
    """The entries with the parts they stand in, in the order of the paper, which is by rank in each part.

    The main part comes first, then the reader's sections, then what one outlet reports; where the day has
    but one outlet, that last part would say nothing.
    """
    called: dict[str, set[str]] = {}
    for source in config.source:
        called.setdefault(source.place, {source.place}).add(source.label)
    several = len({each.outlet for each in texts.values()}) > 1
    found = []
    for draft, entry in entries:
        documents = draft.story.bundle.documents
        items = [texts[coverage.key(document)].items for document in documents]
        places = [
            frozenset[str]().union(*(called.get(item.source, {item.source}) for item in each))
            for each in items
        ]
        name = topics.section(documents, places, config.section)
        alone = name is None and several and draft.story.outlets == 1
        found.append((ALONE if alone else name, draft, entry))
    order = [None, *dict.fromkeys(section.name for section in config.section), ALONE]
    return sorted(found, key=lambda each: order.index(each[0]))


def _parts(names: Sequence[str | None], entries: Sequence[Entry]) -> tuple[Part, ...]:
    """The entries in parts, in the order in which the names come."""
    return tuple(
        Part(name, tuple(entry for mine, entry in zip(names, entries, strict=True) if mine == name))
        for name in dict.fromkeys(names)
    )


def _in_zone(unread: Unread, zone: tzinfo | None) -> Unread:
    return replace(unread, last_read=unread.last_read and unread.last_read.astimezone(zone))


def _names(texts: Iterable[Listed]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((item.source, item.document.id) for each in texts for item in each.items))


def _saying(draft: Draft, entry: Entry, texts: Mapping[Key, Listed]) -> Saying:
    """What an entry says, for the memory: its lines, and the sentences above them."""
    said = [(line.citations[0], line.text) for line in entry.digest.lines]
    printed = {(citation.source.number, citation.span) for citation, _ in said}
    table, more = draft.material.table, [change.citation for change in entry.changes]
    if whole := entry.correction:
        more += [replace(whole, span=table.span(row), quote=table.text(row)) for row in draft.correction]
    for citation in more:
        where = (citation.source.number, citation.span)
        if where not in printed:
            printed.add(where)
            said.append((citation, tidy(citation.quote)))
    return Saying(
        draft.thread.number if draft.thread else None,
        draft.label,
        tuple(
            Sentence(
                texts[coverage.key(citation.source)].items[0].source, citation.source.id, citation.span, text
            )
            for citation, text in said
        ),
    )
