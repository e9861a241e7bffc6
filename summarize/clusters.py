"""Evaluation sets: bundles with the digests that people wrote for them, one JSON record a line.

A record is `{"id", "documents": [...], "references": ["...", ...], "language"}`; its documents are
those of `read.records`.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summarize.errors import EvaluationError
from summarize.model import Bundle, Document, Failure, without_controls
from summarize.rank import candidates
from summarize.read import language as tags
from summarize.read import records
from summarize.text import split


@dataclass(frozen=True, slots=True)
class Cluster:
    """A bundle and its references, each as its sentences.

    language: of both, None if not stated. failures: documents of the record that cannot be read.
    """

    bundle: Bundle
    references: tuple[tuple[str, ...], ...]
    language: str | None
    failures: tuple[Failure, ...] = ()

    @property
    def mean_words(self) -> float:
        """Words of an average reference."""
        counts = [sum(map(candidates.words, reference)) for reference in self.references]
        return sum(counts) / len(counts)


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """What a file of clusters holds, in its order.

    name: of the file, without its folders. sha256: of the bytes read, so that a figure says what it was
    measured on. failures: the records that cannot be used, each named by its line. unread: the same of
    documents in records that can.
    """

    name: str
    sha256: str
    clusters: tuple[Cluster, ...]
    failures: tuple[Failure, ...]

    @property
    def unread(self) -> tuple[Failure, ...]:
        return tuple(failure for cluster in self.clusters for failure in cluster.failures)

    @property
    def repeated(self) -> int:
        """How many clusters have the id and language of one before them."""
        return len(self.clusters) - len({(each.bundle.id, each.language) for each in self.clusters})


def load(path: str, *, language: str | None = None, limit: int | None = None) -> EvaluationSet:
    """The clusters of a file, or the first `limit` of them, or of those in one language.

    path: "-" is standard input. All is read in one go, so that a pipe will do. A record that cannot be
    used costs only itself; raises EvaluationError where no cluster is left.
    """
    raw = _bytes(path)
    found: list[Cluster] = []
    failures: list[Failure] = []
    languages: set[str | None] = set()
    for number, line in enumerate(raw.split(b"\n"), start=1):
        if len(found) == limit:
            break
        if not line.strip():
            continue
        try:
            cluster = _cluster(line, f"{path}:{number}")
        except EvaluationError as error:
            failures.append(Failure(error.path, error.reason))
            continue
        languages.add(cluster.language)
        if language in (None, cluster.language):
            found.append(cluster)
    if not found:
        raise _nothing(path, language, languages, failures)
    name = "standard input" if path == "-" else without_controls(Path(path).name)
    return EvaluationSet(name, hashlib.sha256(raw).hexdigest(), tuple(found), tuple(failures))


def read(path: str, *, language: str | None = None, limit: int | None = None) -> tuple[Cluster, ...]:
    """The clusters of a file in which all can be used. Raises EvaluationError for the first that cannot."""
    found = load(path, language=language, limit=limit)
    for failure in found.failures:
        raise EvaluationError(failure.subject, failure.error)
    return found.clusters


def _bytes(path: str) -> bytes:
    try:
        if path != "-":
            return Path(path).read_bytes()
        if sys.stdin is None:
            raise EvaluationError(path, "standard input is closed: name a file")
        return sys.stdin.buffer.read()
    except OSError as cause:
        raise EvaluationError(path, cause.strerror or str(cause)) from cause


def _nothing(
    path: str, language: str | None, languages: set[str | None], failures: Sequence[Failure]
) -> EvaluationError:
    """Why no cluster is left, in one line."""
    if languages:
        known = ", ".join(sorted(filter(None, languages)))
        there = f"only in {known}" if known else "its clusters state none"
        return EvaluationError(path, f"holds no cluster in language {language!r}: {there}")
    if not failures:
        return EvaluationError(path, "holds no cluster: one JSON record a line is expected")
    first = failures[0]
    if len(failures) == 1:
        return EvaluationError(first.subject, first.error)
    return EvaluationError(
        path, f"none of its {len(failures)} records can be used; {first.subject} {first.error}"
    )


def _cluster(line: bytes, place: str) -> Cluster:
    record = _record(line, place)
    name = str(record.get("id") or place)
    language = tags.primary(record.get("language"))
    documents, failures = _documents(record, name, place, language)
    if not documents:
        raise EvaluationError(place, 'holds no document with words in "documents"')
    references = _references(record, place, language)
    return Cluster(Bundle(name, documents), references, language, failures)


def _record(line: bytes, place: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as cause:
        raise EvaluationError(place, "is not in UTF-8") from cause
    except json.JSONDecodeError as cause:
        raise EvaluationError(place, f"is no JSON: {cause.msg} at column {cause.colno}") from cause
    except (ValueError, RecursionError) as cause:
        raise EvaluationError(place, f"is no JSON that can be read: {cause}") from cause
    if not isinstance(record, dict):
        raise EvaluationError(place, 'is no cluster: expected {"documents": [...], "references": [...]}')
    return record


def _documents(
    record: dict[str, Any], name: str, place: str, language: str | None
) -> tuple[tuple[Document, ...], tuple[Failure, ...]]:
    """What can be read of them, and what cannot: an empty page among others costs only itself."""
    read = list(records.read_bundle(record, name))
    documents = (each for each in read if isinstance(each, Document))
    failures = (each for each in read if isinstance(each, Failure))
    return (
        tuple(replace(each, language=each.language or language) for each in documents),
        tuple(Failure(place, f"{each.subject}: {each.error}") for each in failures),
    )


def _references(record: dict[str, Any], place: str, language: str | None) -> tuple[tuple[str, ...], ...]:
    given = record.get("references")
    texts = given if isinstance(given, list) else []
    if not texts or not all(isinstance(text, str) and any(map(str.isalnum, text)) for text in texts):
        raise EvaluationError(place, 'needs "references": one or more texts to be compared with')
    return tuple(_sentences(text, language) for text in texts)


def _sentences(text: str, language: str | None) -> tuple[str, ...]:
    return tuple(" ".join(span.of(text).split()) for span in split.split(text, language=language))
