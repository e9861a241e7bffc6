"""What a user may ask for, checked before anything is read.

Names and numbers only: importing this costs nothing, so the command line can list methods and
refuse nonsense without loading what does the work.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal, get_args

from summarize.model import Budget, ReferenceFormat

# The table of methods itself is rank.methods.METHODS; a test holds the two together.
MethodName = Literal[
    "consensus", "coverage", "lexrank", "lead", "lexrank-threshold", "textrank", "bm25", "centroid", "mmr",
    "submodular", "dpp", "ilp", "random", "sumy-lex-rank", "sumy-text-rank", "sumy-lsa", "sumy-luhn",
    "sumy-edmundson", "sumy-kl", "sumy-sum-basic", "sumy-reduction",
]  # fmt: skip
OrderName = Literal["source", "time", "salience"]

DEFAULT_METHOD: Final = "consensus"
METHOD_NAMES: tuple[MethodName, ...] = get_args(MethodName)
# What methods are held against and no reader is given (summarize.yardsticks).
YARDSTICKS: Final = ("oracle", "lead-raw", "sumy-lex-rank-raw", "sumy-text-rank-raw", "sumy-sum-basic-raw")
ORDERS: tuple[OrderName, ...] = get_args(OrderName)
REFERENCES: tuple[ReferenceFormat, ...] = get_args(ReferenceFormat)  # forms of what is cited
PICTURES = ("svg", "png", "graphml", "gexf")  # endings of files that the sentence graph is drawn in


@dataclass(frozen=True, slots=True)
class Options:
    """How a bundle is to be summarised. Wrong values are a ValueError that names the option.

    budget: the hard cap. method: one of METHOD_NAMES. query: words the digest should be about. redundancy:
    weight of the penalty for repetition, 0 or more; None is the method's own. order: one of ORDERS; None
    is the story's lede, then forward. language: a code ("en") for all documents; None is each one's own,
    else the detected one. min_words, max_words: of a sentence that may be a line; where fewer than three
    have so many, shorter ones may, too, and a note of the digest says so. support: a line must be said by
    at least so many independent origins. title: of the digest; None is the bundle's.
    """

    budget: Budget = field(default_factory=lambda: Budget(5))
    method: MethodName = DEFAULT_METHOD
    query: str | None = None
    redundancy: float | None = None
    order: OrderName | None = None
    language: str | None = None
    min_words: int = 8
    max_words: int = 60
    support: int = 1
    title: str | None = None

    def __post_init__(self) -> None:
        self._check_types()
        if self.method not in METHOD_NAMES:
            raise ValueError(f"method: {unlike(self.method, METHOD_NAMES)}")
        if self.order is not None and self.order not in ORDERS:
            raise ValueError(f"order: {unlike(self.order, ORDERS)}")
        if self.language is not None and not re.fullmatch("[a-z]{2,3}", self.language):
            raise ValueError(f"language: a code such as 'en', not {self.language!r}")
        if self.redundancy is not None and not 0 <= self.redundancy < math.inf:
            raise ValueError(f"redundancy: a weight of 0 or more, not {self.redundancy}")
        if not 1 <= self.min_words <= self.max_words:
            raise ValueError(
                f"min_words, max_words: 1 <= min <= max, not {self.min_words} and {self.max_words}"
            )
        if self.support < 1:
            raise ValueError(f"support: at least 1, not {self.support}")

    def _check_types(self) -> None:
        for names, kinds, wanted in (
            (("budget",), Budget, "a Budget"),
            (("query", "language", "title"), str | None, "a text"),
            (("min_words", "max_words", "support"), int, "a whole number"),
            (("redundancy",), int | float | None, "a weight of 0 or more"),
        ):
            for name in names:
                value = getattr(self, name)
                if not isinstance(value, kinds) or isinstance(value, bool):
                    raise ValueError(f"{name}: {wanted}, not {value!r}")

    def to_manifest(self) -> dict[str, Any]:
        """All options but the method, as plain JSON values in a fixed order; `from_manifest` reverses it."""
        return {name: value for name, value in asdict(self).items() if name != "method"}

    @classmethod
    def from_manifest(cls, method: str, options: Mapping[str, Any]) -> Options:
        """The options a digest was made with. Unknown or ill-typed entries are a ValueError."""
        try:
            values = dict(options)
            budget = Budget(**values.pop("budget"))
            return cls(budget=budget, method=method, **values)  # type: ignore[arg-type]  # checked by it
        except (KeyError, TypeError) as cause:
            raise ValueError(f"options: not those of a digest ({cause})") from cause


def unlike(value: object, known: Sequence[str]) -> str:
    """That a value is none of those known: with what may have been meant, else all there are.

    >>> unlike("lexrnk", METHOD_NAMES)
    "there is no 'lexrnk' (did you mean 'lexrank'?)"
    >>> unlike("alphabet", ORDERS)
    "'alphabet' is none of source, time, salience"
    """
    from difflib import get_close_matches  # only where something is wrong

    close = get_close_matches(str(value).lower(), known, n=1)
    if close:
        return f"there is no {value!r} (did you mean {close[0]!r}?)"
    return f"{value!r} is none of {', '.join(known)}"
