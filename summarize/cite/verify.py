"""Every quote, checked against its source as it stands today."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from summarize.errors import CitationError
from summarize.model import Citation, Digest, Document, Source, sha256

Shown = Callable[[str], str]
"""From a quote to how a line prints it."""


def check(digest: Digest, documents: Sequence[Document], *, shown: Shown | None = None) -> None:
    """Returns if every quote of the digest is verbatim at its span; else raises the first CitationError.

    shown: with it, each line's text is held against its own quote as well.
    """
    for error in _findings(digest, documents, shown, {}):
        raise error


def mismatches(
    digest: Digest,
    documents: Sequence[Document],
    *,
    shown: Shown | None = None,
    unread: Mapping[str, str] | None = None,
) -> tuple[CitationError, ...]:
    """All that does not hold: sources that are gone or changed, quotes, what stands beside them, then texts;
    each in digest order.

    Documents are matched by id, else by uri, else by sha256. A source that is gone is one finding, not
    one for each of its quotes; so is one whose text changed, and then each quote no longer at its span.
    unread: uris that were asked for and could not be read, and why. The same text elsewhere does not
    stand for one of them.
    """
    return tuple(_findings(digest, documents, shown, unread or {}))


def _findings(
    digest: Digest, documents: Sequence[Document], shown: Shown | None, unread: Mapping[str, str]
) -> Iterator[CitationError]:
    citations = tuple(_citations(digest))
    texts = _texts(digest, documents, unread)
    home = {document.id: document.uri for document in documents if _has_own_id(document)}
    quoted: dict[int, str] = {}
    for citation in citations:
        quoted.setdefault(citation.source.number, citation.quote)
    for source in digest.sources:
        reason = unread.get(source.uri, "quoted but not found: give its file or address again")
        quote = quoted.get(source.number)
        error = _source_error(source, quote, texts.get(source.number), reason)
        if error is not None:
            yield error
        elif (uri := home.get(source.id, source.uri)) != source.uri:
            # The reader is sent elsewhere than to where the text was read.
            yield CitationError(quote or "", source.uri, f"by its id this is {uri}: make the digest again")
    wrong = [citation for citation in citations if not _holds(citation, texts)]
    for citation in citations:
        text = texts.get(citation.source.number)
        fault = None if text is None else _reason(citation, text)
        if fault is not None:
            yield CitationError(citation.quote, citation.source.uri, fault)
    for number, line in enumerate(digest.lines, start=1):
        own = line.citations[0]
        if shown is not None and own not in wrong and shown(own.quote) != line.text:
            reason = f"the text of line {number} is not its quote: make the digest again"
            yield CitationError(own.quote, own.source.uri, reason)


def _has_own_id(document: Document) -> bool:
    """Whether its id is made of its uri and text, and not one that its record gave it."""
    return document.id == Document.from_text(document.text, uri=document.uri).id


def _holds(citation: Citation, texts: Mapping[int, str]) -> bool:
    text = texts.get(citation.source.number)
    return text is not None and citation.span.of(text) == citation.quote


def _citations(digest: Digest) -> Iterator[Citation]:
    for line in digest.lines:
        yield from line.citations
        if line.context is not None:
            yield line.context
        for expansion in line.expansions:
            yield expansion.citation
    for difference in digest.differences:
        yield from difference.citations


def _texts(digest: Digest, documents: Sequence[Document], unread: Collection[str]) -> Mapping[int, str]:
    """The text of each source that is still there, by the source's number.

    By id or uri; one that has moved, and is not among the unread, is known by its sha256.
    """
    known = {sha256(document.text): document.text for document in documents}
    known |= {document.uri: document.text for document in documents}
    known |= {document.id: document.text for document in documents}
    found = (
        (
            source.number,
            next((known[key] for key in _keys(source, unread) if key in known), None),
        )
        for source in digest.sources
    )
    return {number: text for number, text in found if text is not None}


def _keys(source: Source, unread: Collection[str]) -> Iterator[str]:
    yield from (source.id, source.uri)
    if source.uri not in unread:
        yield source.sha256


def _source_error(source: Source, quote: str | None, text: str | None, gone: str) -> CitationError | None:
    """What is wrong with a source as a whole; one that is gone matters only where it is quoted.

    gone: what to say of one that is.
    """
    if text is None:
        return None if quote is None else CitationError(quote, source.uri, gone)
    if sha256(text) != source.sha256:
        reason = "the text has changed since the digest was made: make the digest again"
        return CitationError(quote or "", source.uri, reason)
    return None


def _reason(citation: Citation, text: str) -> str | None:
    """Why a quote is not at its span, and where to look; None if it is, with its paragraph around it."""
    start, end = citation.span.start, citation.span.end
    place = f"[{start}, {end})"
    if citation.span.of(text) == citation.quote:
        if text[:start].endswith(citation.before) and text.startswith(citation.after, end):
            return None
        return f"what stands beside the quote at {place} is not so in the text: make the digest again"
    if end > len(text):
        return f"the quote at {place} lies beyond the end at {len(text)}: make the digest again"
    at = text.find(citation.quote)
    moved = f"it now stands at {at}" if at >= 0 else "it stands nowhere in the text"
    return f"the quote is not at {place}; {moved}: make the digest again"
