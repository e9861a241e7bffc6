"""Whose texts are counted, or give the headline, and are not cited: they are listed all the same."""

from __future__ import annotations

from dataclasses import replace

from summarize.briefing import numbering
from summarize.briefing.coverage import Story, key
from summarize.model import Source
from summarize.paper import Entry


def listed(entry: Entry, story: Story) -> Entry:
    """An entry with a source of each outlet that is counted, and that whose headline it has."""
    by_text = {key(source): source for source in entry.digest.sources}
    sources = [by_text[key(document)] for document in story.bundle.documents]
    shown = numbering.cited(entry)
    titled = [source for source in sources if source.title == entry.digest.title]
    groups = [titled, *([sources[at] for at in voice] for voice in story.voices)]
    found: list[Source] = []
    for group in filter(None, groups):
        if not any(source in group for source in (*shown, *found)):
            found.append(group[0])
    return replace(entry, counted=tuple(sorted(found, key=lambda source: source.number)))
