"""Why each sentence is in, what lost to it, and what might not be quoted at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from summarize.model import Bundle, Digest, Line, Mark, Source, Span
from summarize.options import Options
from summarize.pipeline import Study, study
from summarize.rank.embedding import Encoder

# How many of the sentences that were not chosen are shown.
LOST = 10


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a line is in. ranked: what its salience was made of. gained: terms whose sum chose it."""

    line: Line
    ranked: Mapping[str, float]
    gained: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Lost:
    """A candidate that was not chosen, and the line most like it: its number from 1, and the cosine.

    line is None where nothing chosen resembles it: it lost on salience or did not fit.
    """

    source: Source
    span: Span
    text: str
    salience: float
    line: int | None
    similarity: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything behind a digest. barred: for each source, what may not be quoted and by which rule."""

    digest: Digest
    reasons: tuple[Reason, ...]
    lost: tuple[Lost, ...]
    barred: tuple[tuple[Source, tuple[tuple[Mark, str], ...]], ...]


def explain(bundle: Bundle, options: Options, *, encoder: Encoder | None = None) -> Explanation:
    """The digest of a bundle together with the numbers behind it."""
    made = study(bundle, options, encoder=encoder)
    return Explanation(made.digest, _reasons(made), _lost(made), _barred(made))


def _reasons(made: Study) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            line, {name: float(part[pick.row]) for name, part in made.ranking.parts.items()}, dict(pick.parts)
        )
        for line, pick in zip(made.digest.lines, made.picks, strict=True)
    )


def _lost(made: Study) -> tuple[Lost, ...]:
    chosen = [pick.row for pick in made.picks]
    candidate = made.material.candidate.copy()
    candidate[chosen] = False
    rows = np.flatnonzero(candidate)
    strongest = rows[np.argsort(-made.ranking.salience[rows], kind="stable")][:LOST]
    return tuple(_against(made, int(row), chosen) for row in strongest)


def _against(made: Study, row: int, chosen: Sequence[int]) -> Lost:
    table = made.material.table
    cosines = made.material.similarity[[row]].toarray().ravel()[chosen] if chosen else np.zeros(0)
    nearest = int(cosines.argmax()) if cosines.any() else None
    return Lost(
        source=_source(made, int(table.document[row])),
        span=table.span(row),
        text=table.text(row),
        salience=float(made.ranking.salience[row]),
        line=None if nearest is None else nearest + 1,
        similarity=0.0 if nearest is None else float(cosines[nearest]),
    )


def _barred(made: Study) -> tuple[tuple[Source, tuple[tuple[Mark, str], ...]], ...]:
    table = made.material.table
    found = [
        (_source(made, place), tuple((mark, mark.span.of(document.text)) for mark in marks))
        for place, (document, marks) in enumerate(zip(table.documents, table.marks, strict=True))
    ]
    return tuple(sorted(found, key=lambda pair: pair[0].number))


def _source(made: Study, place: int) -> Source:
    identity = made.material.table.documents[place].id
    return next(source for source in made.digest.sources if source.id == identity)
