"""The stories of a day, one digest each, as text, Markdown, HTML and JSON (schema summarize.stories/1).

Each story is a digest under its label, with numbers of its own; what could not be read comes last.
"""

from __future__ import annotations

import json as standard
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from summarize.model import Digest, Document, Failure, Story
from summarize.render import json, markdown, sinks, text, wording

SCHEMA = "summarize.stories/1"


def render_text(stories: Sequence[Story], skipped: Sequence[Failure], **options: Any) -> str:
    """For a terminal; options as in `render.text`."""
    page = text.Page(**options)

    def shown(story: Story) -> str:
        if story.digest is not None:
            return text.render(_titled(story.digest, story), **options)
        listed = (f"{text.INDENT}{page.clean(line)}" for line in _listed(story))
        lines = [page.clean(story.bundle.title or ""), *listed]
        return "\n".join(lines) + "\n"

    parts = [shown(story) for story in stories]
    for heading, found in wording.left(skipped):
        failed = (page.clean(f"{each.subject}: {each.error}") for each in found)
        parts.append("\n".join([heading, *failed]) + "\n")
    return f"\n{page.clean('─') * page.width}\n\n".join(parts)


def render_markdown(stories: Sequence[Story], skipped: Sequence[Failure]) -> str:
    """As CommonMark, each story under a heading of its own."""
    parts = [
        markdown.render(_titled(story.digest, story)) if story.digest else _markdown_list(story)
        for story in stories
    ]
    for heading, found in wording.left(skipped):
        parts.append(f"## {heading}\n\n" + "".join(f"{markdown.show_failure(each)}\n" for each in found))
    return "\n".join(parts)


def render_json(stories: Sequence[Story], skipped: Sequence[Failure]) -> str:
    """As JSON, ASCII only, with a final newline; a story without a digest has no such key."""
    record = {
        "schema": SCHEMA,
        "stories": [_record(story) for story in stories],
        "skipped": [json.skipped(failure) for failure in skipped],
    }
    return standard.dumps(record, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def render_html(stories: Sequence[Story], skipped: Sequence[Failure], **page: Any) -> str:
    """As one page; templates and language as in `render.html`."""
    from summarize.render import stories_html  # a template engine, for pages alone

    return stories_html.render(stories, skipped, listed=_listed, **page)


RENDERERS: dict[str, Callable[..., str]] = {
    "text": render_text,
    "markdown": render_markdown,
    "html": render_html,
    "json": render_json,
}


def _markdown_list(story: Story) -> str:
    items = (f"- {sinks.markdown(line)}\n" for line in _listed(story))
    return f"# {sinks.markdown(story.bundle.title or '')}\n\n" + "".join(items)


def _record(story: Story) -> dict[str, Any]:
    documents = [{"id": document.id, "uri": document.uri} for document in story.bundle.documents]
    digest = {"digest": json.record(story.digest)} if story.digest else {}
    return {"label": story.bundle.title, "documents": documents, **digest}


def _titled(digest: Digest, story: Story) -> Digest:
    return replace(digest, title=story.bundle.title)


def _listed(story: Story) -> list[str]:
    """The documents of a story of which no digest was made, a line each: headline, outlet, address."""
    return [_line(document) for document in story.bundle.documents]


def _line(document: Document) -> str:
    day = document.published.date().isoformat() if document.published else ""
    about = (document.title or "", document.publisher or "", day, sinks.address(document.uri))
    return " · ".join(sinks.clip(part) for part in about if part)
