"""Templates to pages: where they are looked for, and what holds for a page whatever its templates say.

Every text a template prints passes `sinks.visible` and is escaped; the page's policy allows the one
style sheet in its head, by its hash, and nothing else. Templates in the user's folder stand in for ours one
by one, and may extend ours as "default/…".
"""

from __future__ import annotations

import base64
import hashlib
import os
from functools import cache
from pathlib import Path
from traceback import extract_tb
from types import ModuleType, SimpleNamespace
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from summarize.errors import ConfigError
from summarize.render import sinks
from summarize.render.phrases import Frame

OURS = Path(__file__).parent / "templates"
_ENDINGS = (".html", ".css")
Folder = str | os.PathLike[str] | None


def page(template: str, *, frame: Frame, templates: Folder = None, **view: Any) -> str:
    """A whole page with a final newline.

    templates: a folder whose files stand in for ours of the same name. Raises ConfigError that names
    the template and the line of a mistake in one of them.
    """
    style = filled("page.css", templates).strip()
    if "</" in style:
        raise ConfigError("page.css", "", "a style sheet may not hold “</”, which would end it")
    digest = base64.b64encode(hashlib.sha256(f"\n{style}\n".encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    names = {"say": frame.say, "frame": frame, "policy": policy, "style": Markup(f"\n{style}\n")}
    return filled(template, templates, **names, **view).strip() + "\n"


def filled(template: str, templates: Folder = None, **view: Any) -> str:
    """A template with what it is given; errors as of `page`."""
    environment = _environment(os.fspath(templates) if templates is not None else None)
    try:
        return environment.get_template(template).render(view)
    except Exception as error:  # a template can do arithmetic and recurse: its mistakes may be of any kind
        if templates is None:
            raise
        raise ConfigError(os.fspath(templates), _place(error, template), _reason(error)) from error


def public(module: ModuleType) -> SimpleNamespace:
    """The functions and constants that a module defines for others, and nothing that it imports."""

    def own(name: str) -> bool:
        return name.isupper() or getattr(vars(module)[name], "__module__", "") == module.__name__

    return SimpleNamespace(
        **{name: vars(module)[name] for name in vars(module) if name[0] != "_" and own(name)}
    )


@cache
def _environment(templates: str | None) -> Environment:
    ours = FileSystemLoader(OURS)
    loaders = [ours, PrefixLoader({"default": ours})]
    environment = ImmutableSandboxedEnvironment(
        autoescape=True,
        loader=ChoiceLoader([FileSystemLoader(templates), *loaders] if templates else loaders),
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(link=_link, address=sinks.address, clip=_clip)
    return environment


def _shown(value: Any) -> Any:
    """What is printed: text as a reader may see it, nothing for None."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return sinks.visible(value)
    return "" if value is None else value


def _link(address: str | None) -> str | None:
    return sinks.link(address) if address else None


def _clip(text: str, length: int) -> str:
    text = sinks.visible(text)
    return text if len(text) <= length else text[: length - 1] + "…"


def _place(error: Exception, template: str) -> str:
    """The template and line of a mistake, as far as they are known; else the template asked for."""
    if isinstance(error, TemplateSyntaxError | TemplateNotFound):
        line = getattr(error, "lineno", None)
        name = str(error.name or template)
        return f"{name}, line {line}" if line else name
    # Jinja makes tracebacks lead into templates; the innermost is where it went wrong.
    frames = [each for each in extract_tb(error.__traceback__) if Path(each.filename).suffix in _ENDINGS]
    return f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else template


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return "there is no such template; ours begin with “default/”"
    said = " ".join(str(error).split()) or type(error).__name__
    return f"{said}; compare docs/reference.md, Templates"
