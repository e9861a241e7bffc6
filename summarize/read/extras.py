"""Libraries that not everybody has installed: those of the extra `documents`."""

from __future__ import annotations

import importlib
import logging
from typing import Any

from summarize.errors import ReadError


def library(module: str, uri: str, kind: str) -> Any:
    """A module of an optional library. Raises `ReadError` that says how to install it.

    kind: what the source is, for that message: "a PDF".
    """
    logging.getLogger(module.split(".")[0]).addHandler(logging.NullHandler())  # nothing odd goes to stderr
    try:
        return importlib.import_module(module)
    except ImportError as error:
        reason = f"is {kind}; to read such: pip install 'summarize-digest[documents]'"
        raise ReadError(uri, reason) from error
