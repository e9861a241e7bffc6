"""Extractive multi-document summaries in which every sentence is verbatim and cited.

    >>> import summarize
    >>> digest = summarize.summarize(["samples/dam"], sentences=3)
    >>> len(digest.lines)
    3

`summarize` makes a digest, `group` sorts articles into stories first, `plot` draws what a digest was
chosen from. `verify` holds a digest against its sources as they are today, `explain` says why each sentence
is in. `quotable` says which sentences of a document may be quoted, `relation` whether one sentence would
do as a citation for another. The rest are the nouns they take and return.
Names load when first used, so importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

# Not of `typing`, whose import is most of the time in which Ctrl-C still shows a traceback.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from summarize.errors import (
        CitationError,
        DeliveryError,
        EmptyBundleError,
        ReadError,
        SummarizeError,
    )
    from summarize.explanation import Explanation
    from summarize.library import group, plot, quotable, relation, summarize
    from summarize.model import (
        Budget,
        Bundle,
        Citation,
        Difference,
        Digest,
        Document,
        Failure,
        Line,
        Relation,
        Sentence,
        Source,
        Span,
        Story,
    )
    from summarize.options import Options
    from summarize.rereading import explain, verify

__version__ = "0.1.0"

__all__ = [
    "Budget",
    "Bundle",
    "Citation",
    "CitationError",
    "DeliveryError",
    "Difference",
    "Digest",
    "Document",
    "EmptyBundleError",
    "Explanation",
    "Failure",
    "Line",
    "Options",
    "ReadError",
    "Relation",
    "Sentence",
    "Source",
    "Span",
    "Story",
    "SummarizeError",
    "__version__",
    "explain",
    "group",
    "plot",
    "quotable",
    "relation",
    "summarize",
    "verify",
]


_HOME = {
    **dict.fromkeys(("group", "plot", "quotable", "relation", "summarize"), "library"),
    **dict.fromkeys(("explain", "verify"), "rereading"),
    **dict.fromkeys(
        ("CitationError", "DeliveryError", "EmptyBundleError", "ReadError", "SummarizeError"), "errors"
    ),
    "Explanation": "explanation",
    "Options": "options",
}  # and all others live in model


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'summarize' has no attribute {name!r}")
    return getattr(import_module(f"summarize.{_HOME.get(name, 'model')}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
