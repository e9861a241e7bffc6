"""The language that a source states, whatever its format calls the field."""

from __future__ import annotations

import re

TAG = re.compile(r"\s*([a-zA-Z]{2,3})(?:[-_].*)?")


def primary(stated: object) -> str | None:
    """The primary tag, lower case, of a language as it is stated; None for what is no tag.

    >>> primary("en-GB"), primary("pt_BR"), primary("English"), primary(None)
    ('en', 'pt', None, None)
    """
    match = TAG.fullmatch(stated.rstrip()) if isinstance(stated, str) else None
    return match[1].lower() if match else None
