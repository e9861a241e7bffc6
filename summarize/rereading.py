"""A digest that was kept, held against its sources as they are today."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from summarize import explanation, read
from summarize.cite.verify import mismatches
from summarize.errors import CitationError, SummarizeError
from summarize.explanation import Explanation
from summarize.library import Source, as_sources
from summarize.model import Bundle, Digest, Document, Failure, sha256
from summarize.options import Options
from summarize.rank.embedding import Encoder
from summarize.read import parts
from summarize.render.display import tidy


def verify(
    digest: Digest,
    sources: Bundle | Source | Iterable[Source] = (),
    *,
    fetch: read.Fetch | None = None,
    allow_private: bool = False,
    watch: read.Watch | None = None,
) -> tuple[CitationError, ...]:
    """What of a digest does not hold; empty if every quote stands in its source where the digest says.

    sources: where to read, as for `summarize`; without any, what the digest was made from. Name them
    for a digest from somebody else: then nothing but these is opened. fetch, allow_private and watch are
    those of `summarize`. Raises ValueError for sources that are none.

    >>> from summarize.library import summarize
    >>> digest = summarize(["samples/dam"], sentences=3)
    >>> verify(digest)
    ()
    >>> verify(digest, "samples/election")[0].reason
    'quoted but not found: give its file or address again'
    """
    documents, failures = reread(digest, sources, fetch=fetch, allow_private=allow_private, watch=watch)
    return wrong(digest, documents, failures)


def explain(
    digest: Digest,
    sources: Bundle | Source | Iterable[Source] = (),
    *,
    fetch: read.Fetch | None = None,
    allow_private: bool = False,
    watch: read.Watch | None = None,
    encoder: Encoder | None = None,
) -> Explanation:
    """Why each sentence of a digest is in, what lost to it, and what might not be quoted at all.

    The digest is made anew, from its sources as they are today and with the options of its manifest: it is
    `Explanation.digest`, another one if they changed. sources and the others: as for `verify`;
    encoder: the one that it was made with. Raises SummarizeError where none of its sources can be read,
    its manifest has no options, or it was made with an encoder and there is none.

    >>> from summarize.library import summarize
    >>> made = summarize(["samples/dam"], sentences=3)
    >>> explained = explain(made)
    >>> explained.digest.lines == made.lines, len(explained.reasons)
    (True, 3)
    """
    found = reread(digest, sources, distinct=True, fetch=fetch, allow_private=allow_private, watch=watch)
    return reasons(digest, found[0], encoder=encoder)


def reasons(
    digest: Digest,
    documents: Sequence[Document],
    *,
    subject: str = "digest",
    encoder: Encoder | None = None,
) -> Explanation:
    """`explain`, of documents that were read. subject: what the digest is called in an error."""
    if digest.sources and not documents:
        raise SummarizeError(subject, "none of its sources can be read; name them, or say where with --base")
    if "encoder" in digest.manifest and encoder is None:
        raise SummarizeError(subject, "made with an encoder; explain it from Python, with the encoder")
    try:
        options = Options.from_manifest(digest.manifest["method"], digest.manifest["options"])
    except KeyError as cause:
        raise SummarizeError(subject, f"its manifest has no {cause}; make the digest again") from cause
    except (TypeError, ValueError) as cause:
        raise SummarizeError(subject, f"manifest: {cause}; make the digest again") from cause
    return explanation.explain(Bundle(digest.bundle, tuple(documents)), options, encoder=encoder)


def wrong(
    digest: Digest, documents: Sequence[Document], failures: Sequence[Failure]
) -> tuple[CitationError, ...]:
    """`verify`, of documents that were read and sources that could not be."""
    failed = {failure.subject: failure.error for failure in failures}
    wholes = {source.uri: parts.container(source.uri) or source.uri for source in digest.sources}
    unread = {uri: failed[name] for uri, whole in wholes.items() for name in (whole, uri) if name in failed}
    return mismatches(digest, documents, shown=tidy, unread=unread)


def reread(
    digest: Digest,
    sources: Bundle | Source | Iterable[Source] = (),
    *,
    distinct: bool = False,
    fetch: read.Fetch | None = None,
    allow_private: bool = False,
    watch: read.Watch | None = None,
) -> tuple[tuple[Document, ...], tuple[Failure, ...]]:
    """The sources of a digest as they are today, and those that cannot be read.

    Documents that the digest does not list are left out. distinct: keep a document found under several
    names once, as when the digest was made.
    """
    given = as_sources(sources) or _inputs(digest)
    names = [each for each in given if not isinstance(each, Document)]
    found = list(read.sources(names, fetch=fetch, allow_private=allow_private, watch=watch))
    if distinct:
        found = read.distinct(found, named=[read.shown(os.fspath(name)) for name in names])
    listed = {key for source in digest.sources for key in (source.uri, source.id, source.sha256)}
    documents = (each for each in (*given, *found) if isinstance(each, Document))
    return (
        tuple(each for each in documents if not listed.isdisjoint((each.uri, each.id, sha256(each.text)))),
        tuple(each for each in found if isinstance(each, Failure)),
    )


def _inputs(digest: Digest) -> Sequence[Source]:
    """The names a digest was made from, else where its sources say they are."""
    named = digest.manifest.get("inputs")
    if isinstance(named, list) and named and all(isinstance(name, str) and name != "-" for name in named):
        return list(named)
    return sorted({parts.container(source.uri) or source.uri for source in digest.sources})
