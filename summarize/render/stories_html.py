"""The stories of a day as one page, each with the parts of a digest's page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarize.model import Failure, Story
from summarize.render import sinks, templating, viewing, wording
from summarize.render.phrases import Frame


def render(
    stories: Sequence[Story],
    skipped: Sequence[Failure],
    *,
    listed: Callable[[Story], list[str]],
    templates: templating.Folder = None,
    language: str = "en",
) -> str:
    """The stories as an HTML page, with a final newline.

    listed: the documents of a story without a digest, a line each. templates, language: as in `render.html`.
    """
    frame = Frame(language)
    shown = []
    for at, story in enumerate(stories, start=1):
        prefix = f"e{at}-"
        digest = viewing.digest_view(story.digest, frame, prefix=prefix) if story.digest else None
        title = sinks.clip(story.bundle.title or frame.say("digest"))
        shown.append({"id": prefix, "title": title, "digest": digest, "listed": listed(story)})
    return templating.page(
        "stories.html",
        frame=frame,
        templates=templates,
        stories=shown,
        skipped=viewing.left(wording.left(skipped, frame=frame)),
    )
