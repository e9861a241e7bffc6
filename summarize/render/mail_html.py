"""The HTML of a mail: what mail programs show, which is much less than a browser does.

One column, every style beside the element it is for, nothing loaded, nothing hidden. Gmail shows the first
102 KB of a mail and hides the rest behind a link, so a longer one ends with a whole story and says what is
missing.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from summarize import __version__
from summarize.paper import Briefing
from summarize.render import briefing_wording, sinks, wording

if TYPE_CHECKING:
    from css_inline import CSSInliner
    from jinja2 import Template

LIMIT = 95_000  # bytes, below Gmail's 102 KB


def render(paper: Briefing, *, limit: int = LIMIT) -> str:
    """The paper as HTML of at most `limit` bytes in UTF-8, as many whole stories as there is room for."""
    whole = _page(paper, len(paper.entries))
    if len(whole.encode()) <= limit:
        return whole
    fits, too_many = 0, len(paper.entries)
    while too_many - fits > 1:
        tried = (fits + too_many) // 2
        if len(_page(paper, tried).encode()) <= limit:
            fits = tried
        else:
            too_many = tried
    return _page(paper, fits)


def _page(paper: Briefing, stories: int) -> str:
    """The paper with its first stories only."""
    page = _template().render(
        paper=paper, parts=_first(paper, stories), missing=len(paper.entries) - stories, version=__version__
    )
    inlined: str = _inliner().inline(page)
    return inlined + "\n"


def _first(paper: Briefing, stories: int) -> list[Any]:
    parts = []
    for part in paper.parts:
        kept, stories = part.entries[:stories], max(0, stories - len(part.entries))
        if kept:
            parts.append(replace(part, entries=kept))
    return parts


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: Any) -> Any:
        # Every string of a source goes through its sink here, whatever the template does with it.
        return sinks.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=PackageLoader("summarize.render"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(link=_link, address=sinks.address, clip=_clip)
    environment.globals.update(wording=wording, briefing=briefing_wording)
    return environment.get_template("mail.html")


@cache
def _inliner() -> CSSInliner:
    from css_inline import CSSInliner

    style = files("summarize.render").joinpath("templates/mail.css").read_text("utf-8")
    return CSSInliner(
        inline_style_tags=False, extra_css=style, load_remote_stylesheets=False, keep_style_tags=True
    )


def _link(address: str | None) -> str | None:
    return sinks.link(address) if address else None


def _clip(text: str, length: int) -> str:
    text = sinks.visible(text)
    return text if len(text) <= length else text[: length - 1] + "…"
