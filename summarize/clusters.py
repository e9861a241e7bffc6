"""Evaluation sets: bundles with the digests that people wrote for them, one JSON record a line.

A record is `{"id", "documents": [...], "references": ["...", ...], "language"}`; its documents are
those of `read.records`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from summarize.errors import EvaluationError
from summarize.model import Bundle, Document
from summarize.rank import candidates
from summarize.read import records
from summarize.text import split


@dataclass(frozen=True, slots=True)
class Cluster:
    """A bundle and its references, each as its sentences. language: of both, None if not stated."""

    bundle: Bundle
    references: tuple[tuple[str, ...], ...]
    language: str | None

    @property
    def mean_words(self) -> float:
        """Words of an average reference."""
        counts = [sum(map(candidates.words, reference)) for reference in self.references]
        return sum(counts) / len(counts)


def read(path: str, *, language: str | None = None, limit: int | None = None) -> list[Cluster]:
    """The clusters of a file, or the first `limit` of them, or of those in one language.

    Raises EvaluationError that names the line.
    """
    try:
        with Path(path).open("rb") as file:
            numbered = [(number, line) for number, line in enumerate(file, start=1) if line.strip()]
    except OSError as cause:
        raise EvaluationError(path, cause.strerror or str(cause)) from cause
    every = (_cluster(line, f"{path}:{number}") for number, line in numbered)
    wanted = (cluster for cluster in every if language in (None, cluster.language))
    if found := list(islice(wanted, limit)):
        return found
    if not numbered:
        raise EvaluationError(path, "holds no cluster: one JSON record a line is expected")
    known = sorted({cluster.language for cluster in read(path) if cluster.language})
    there = f"only in {', '.join(known)}" if known else "its clusters state none"
    raise EvaluationError(path, f"holds no cluster in language {language!r}: {there}")


def repeated(read: Sequence[Cluster]) -> int:
    """How many clusters have the id and language of one before them."""
    return len(read) - len({(cluster.bundle.id, cluster.language) for cluster in read})


def sha256(path: str) -> str:
    """The digest of a file, so that a figure says what it was measured on."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _cluster(line: bytes, place: str) -> Cluster:
    record = _record(line, place)
    name = str(record.get("id") or place)
    language = record.get("language")
    language = language if isinstance(language, str) and language else None
    documents = _documents(record, name, language)
    if not documents:
        raise EvaluationError(place, 'holds no document with words in "documents"')
    return Cluster(Bundle(name, documents), _references(record, place, language), language)


def _record(line: bytes, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as cause:
        raise EvaluationError(place, f"is no JSON record: {cause}") from cause
    if not isinstance(record, dict):
        raise EvaluationError(place, 'is no cluster: expected {"documents": [...], "references": [...]}')
    return record


def _documents(record: dict[str, Any], name: str, language: str | None) -> tuple[Document, ...]:
    """What can be read of them: an empty page among others is what the methods have to live with."""
    found = [each for each in records.read_bundle(record, name) if isinstance(each, Document)]
    return tuple(replace(each, language=each.language or language) for each in found)


def _references(record: dict[str, Any], place: str, language: str | None) -> tuple[tuple[str, ...], ...]:
    given = record.get("references")
    texts = given if isinstance(given, list) else []
    if not texts or not all(isinstance(text, str) and text.strip() for text in texts):
        raise EvaluationError(place, 'needs "references": one or more texts to be compared with')
    return tuple(_sentences(text, language) for text in texts)


def _sentences(text: str, language: str | None) -> tuple[str, ...]:
    return tuple(" ".join(span.of(text).split()) for span in split.split(text, language=language))
