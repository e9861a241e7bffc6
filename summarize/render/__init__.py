"""Digests as text, Markdown, HTML and JSON.

`RENDERERS` maps a format name to the function that renders it. Each module is imported when its format
is first asked for, so that importing this package costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from summarize.model import Digest


def _late(name: str) -> Callable[..., str]:
    def render(digest: Digest, **options: Any) -> str:
        rendered: str = import_module(f"{__name__}.{name}").render(digest, **options)
        return rendered

    return render


RENDERERS: dict[str, Callable[..., str]] = {
    name: _late(name) for name in ("text", "markdown", "html", "json")
}
