"""The HTML of a mail: what mail programs show, which is much less than a browser does.

One column, every style beside the element it is for, nothing loaded, nothing hidden. Gmail shows the first
102 KB of a mail and hides the rest behind a link, so a longer one ends with a whole story and says what is
missing.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from summarize import __version__
from summarize.paper import Briefing
from summarize.render import briefing_wording, wording
from summarize.render.phrases import EN

if TYPE_CHECKING:
    from css_inline import CSSInliner

    from summarize.render.templating import Folder

LIMIT = 95_000  # bytes, below Gmail's 102 KB


def render(paper: Briefing, *, templates: Folder = None, limit: int = LIMIT) -> str:
    """The paper as HTML of at most `limit` bytes in UTF-8, as many whole stories as there is room for.

    templates: a folder whose mail.html and mail.css stand in for ours. Raises ConfigError for a template
    that cannot be used.
    """
    whole = _page(paper, len(paper.entries), templates)
    if len(whole.encode()) <= limit:
        return whole
    fewer = range(1, len(paper.entries))
    fits = bisect_right(fewer, limit, key=lambda stories: len(_page(paper, stories, templates).encode()))
    return _page(paper, fits, templates)


def _page(paper: Briefing, stories: int, templates: Folder) -> str:
    """The paper with its first stories only."""
    from summarize.render import templating  # a template engine, for what is made from templates

    page = templating.filled(
        "mail.html",
        templates,
        paper=paper,
        parts=_first(paper, stories),
        missing=len(paper.entries) - stories,
        version=__version__,
        say=EN.say,
        lang=EN.lang,
        wording=templating.public(wording),
        briefing=templating.public(briefing_wording),
    )
    inlined: str = _inliner(templating.filled("mail.css", templates)).inline(page)
    return inlined + "\n"


def _first(paper: Briefing, stories: int) -> list[Any]:
    parts = []
    for part in paper.parts:
        kept, stories = part.entries[:stories], max(0, stories - len(part.entries))
        if kept:
            parts.append(replace(part, entries=kept))
    return parts


@cache
def _inliner(style: str) -> CSSInliner:
    from css_inline import CSSInliner

    return CSSInliner(
        inline_style_tags=False, extra_css=style, load_remote_stylesheets=False, keep_style_tags=True
    )
