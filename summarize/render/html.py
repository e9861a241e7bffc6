"""A digest as one page that carries everything it needs and loads nothing.

No script and no image; the policy in its head allows its own style sheet and nothing else. A mark opens
the quoted sentence in its paragraph. The page is made from the templates in `templates/`, of which
anyone may put their own in front.
"""

from __future__ import annotations

from summarize.model import Digest
from summarize.render import templating
from summarize.render.phrases import Frame
from summarize.render.viewing import digest_view


def render(digest: Digest, *, templates: templating.Folder = None, language: str = "en") -> str:
    """The digest as an HTML page, with a final newline.

    templates: a folder of templates to prefer to ours. language: of headings and labels, where there is
    a table of them (`render.phrases`). Raises ConfigError for a template that cannot be used.
    """
    frame = Frame(language)
    return templating.page("digest.html", frame=frame, templates=templates, digest=digest_view(digest, frame))
