"""A briefing as one page, made like that of a digest: no script, no load, every mark opens its sentence."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from summarize.paper import Briefing, Change, Entry
from summarize.render import briefing_wording, sinks, templating, viewing
from summarize.render.phrases import Frame

_CONTEXT = 160  # characters of a quote around a new value, as in a mail


def render(
    briefing: Briefing,
    *,
    previous: str | None = None,
    following: str | None = None,
    templates: templating.Folder = None,
    language: str = "en",
) -> str:
    """The briefing as an HTML page, with a final newline.

    previous, following: file names of the day before and after, beside this page. templates, language:
    as in `render.html`. Raises ConfigError for a template that cannot be used.
    """
    frame = Frame(language)
    places = {id(entry): f"e{at}-" for at, entry in enumerate(briefing.entries, start=1)}
    parts = [
        (part.name, [_entry(entry, frame, places[id(entry)]) for entry in part.entries])
        for part in briefing.parts
    ]
    return templating.page(
        "briefing.html",
        frame=frame,
        templates=templates,
        briefing=briefing,
        day=frame.day(briefing.day),
        since=frame.moment(briefing.since) if briefing.since else "",
        sections=parts,
        unread=[replace(each, place=sinks.address(each.place)) for each in briefing.unread],
        tally=briefing_wording.tally(briefing, frame),
        nothing=briefing_wording.nothing(briefing, frame),
        previous=_beside(previous),
        following=_beside(following),
    )


def _entry(entry: Entry, frame: Frame, prefix: str) -> dict[str, object]:
    quotes = viewing.Quotes(f"{prefix}c", frame)
    wrong = entry.correction
    correction = (briefing_wording.whole(wrong), quotes.mark(wrong)) if wrong else None
    changes = [
        (each, quotes.mark(each.citation), frame.day(each.told), _quote(each, entry))
        for each in entry.changes
    ]
    story = viewing.digest_view(entry.digest, frame, prefix=prefix)
    nothing = "" if entry.tells else frame.say("nothing new")
    return {
        "status": entry.status,
        "since": frame.day(entry.since) if entry.since else "",
        "known_as": entry.known_as,
        "outlets": entry.outlets,
        "watch": entry.watch,
        "correction": correction,
        "changes": changes,
        "headline": story.lines[0] if briefing_wording.headline(entry) else None,
        "story": replace(story, nothing=nothing, quotes=story.quotes + tuple(quotes.found.values())),
    }


def _quote(change: Change, entry: Entry) -> str:
    return briefing_wording.context(change, entry, length=_CONTEXT)


def _beside(name: str | None) -> str | None:
    """A file name as a relative address; a scheme in it is none."""
    return "./" + quote(name, safe="") if name else None
