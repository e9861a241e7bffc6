"""The library: what `import summarize` offers, in one call each.

Reads what it is pointed at, then hands over to the pipeline. The command line calls these and
nothing else.
"""

from __future__ import annotations

import os
import reprlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypedDict, Unpack

from summarize import pipeline, read, stories
from summarize.errors import DeliveryError
from summarize.model import Budget, BudgetUnit, Bundle, Digest, Document, Failure, Relation, Span, Story
from summarize.options import DEFAULT_METHOD, PICTURES, MethodName, Options, OrderName
from summarize.pipeline import Study
from summarize.rank.embedding import Encoder
from summarize.read import language as tags
from summarize.text import clean

Source = str | os.PathLike[str] | Document


class Asked(TypedDict, total=False):
    """The length and the options that `summarize` takes, for those that pass them on."""

    sentences: int | None
    words: int | None
    chars: int | None
    ratio: float | None
    minutes: float | None
    method: MethodName
    query: str | None
    redundancy: float | None
    order: OrderName | None
    language: str | None
    min_words: int
    max_words: int
    support: int
    title: str | None


def summarize(
    sources: Bundle | Source | Iterable[Source],
    *,
    sentences: int | None = None,
    words: int | None = None,
    chars: int | None = None,
    ratio: float | None = None,
    minutes: float | None = None,
    method: MethodName = DEFAULT_METHOD,
    query: str | None = None,
    redundancy: float | None = None,
    order: OrderName | None = None,
    language: str | None = None,
    min_words: int = 8,
    max_words: int = 60,
    support: int = 1,
    title: str | None = None,
    fetch: read.Fetch | None = None,
    allow_private: bool = False,
    watch: read.Watch | None = None,
    encoder: Encoder | None = None,
) -> Digest:
    """The digest of some sources about one story.

    sources: paths, globs, folders, URLs and `Document`s in any mix and order, or a `Bundle`.
    sentences, words, chars, ratio, minutes: at most one; the hard cap on what is said, 5 sentences
    where none is given. ratio is a share, in (0, 1], of the words that may be quoted; minutes are of
    reading. The other options are those of `summarize.Options`; language takes any case, and "auto".
    URLs are fetched, several at a time; allow_private: also from addresses that are not of the public
    internet. fetch: how to get them instead, from an address to (bytes, content type, final address).
    watch: told how far it is.
    encoder: an object with encode(texts) -> (n, d), such as a SentenceTransformer; ranking then goes
    by how alike sentences are to it instead of by the words they share.

    Returns a digest, always. What could not be read is in `digest.skipped`, and so is why there are no
    lines, if there are none; what of the options came to nothing is in `digest.notes`. Raises ValueError
    for arguments that make no sense, options before anything is read.

    >>> digest = summarize(["samples/dam"], words=60)
    >>> sum(len(line.text.split()) for line in digest.lines) <= 60
    True
    """
    options = _options(
        sentences=sentences,
        words=words,
        chars=chars,
        ratio=ratio,
        minutes=minutes,
        method=method,
        query=query,
        redundancy=redundancy,
        order=order,
        language=language,
        min_words=min_words,
        max_words=max_words,
        support=support,
        title=title,
    )
    made = study(sources, options, fetch=fetch, allow_private=allow_private, watch=watch, encoder=encoder)
    return made.digest


def plot(
    sources: Study | Bundle | Source | Iterable[Source],
    path: str | os.PathLike[str],
    *,
    fetch: read.Fetch | None = None,
    allow_private: bool = False,
    watch: read.Watch | None = None,
    encoder: Encoder | None = None,
    **asked: Unpack[Asked],
) -> Digest:
    """Draw the graph of sentences that a digest was chosen from; returns that digest.

    sources, asked and the others: what `summarize` takes; the digest is the one it returns, and its line 3
    is the sentence numbered 3. sources may also be a `pipeline.Study`, for those who have one.
    path: where to, by its ending: .svg and .png are pictures (the extra `plot`), .graphml and .gexf the
    graph itself, for Gephi and its like.

    Raises ValueError for another ending, DeliveryError where the file cannot be written, SummarizeError
    where a picture is asked for and matplotlib is not installed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     digest = plot(["samples/dam"], os.path.join(folder, "dam.graphml"), sentences=3)
    >>> len(digest.lines)
    3
    """
    from summarize.drawing import drawn

    target = Path(path)
    format = target.suffix.lower().removeprefix(".")
    if format not in PICTURES:
        raise ValueError(
            f"path: {target.name!r} ends in none of {', '.join('.' + each for each in PICTURES)}"
        )
    if isinstance(sources, Study):
        if asked:
            raise ValueError(f"a study has its options already: {', '.join(asked)}")
        made = sources
    else:
        made = study(
            sources,
            _options(**asked),
            fetch=fetch,
            allow_private=allow_private,
            watch=watch,
            encoder=encoder,
        )
    picture = drawn(made, format)
    try:
        target.write_bytes(picture)
    except OSError as cause:
        raise DeliveryError(str(target), cause.strerror or str(cause)) from cause
    return made.digest


def study(
    sources: Bundle | Source | Iterable[Source],
    options: Options,
    *,
    fetch: read.Fetch | None = None,
    allow_private: bool = False,
    watch: read.Watch | None = None,
    encoder: Encoder | None = None,
) -> Study:
    """The digest that `summarize` returns, with everything it was made from."""
    bundle, skipped, inputs = gather(sources, fetch=fetch, allow_private=allow_private, watch=watch)
    if watch:
        watch.stage("choosing sentences")
    return pipeline.study(bundle, options, skipped=skipped, inputs=inputs, encoder=encoder)


def group(
    sources: Source | Iterable[Source],
    *,
    digests: bool = True,
    least: int = 1,
    options: Options | None = None,
    fetch: read.Fetch | None = None,
    allow_private: bool = False,
    watch: read.Watch | None = None,
) -> tuple[tuple[Story, ...], tuple[Failure, ...]]:
    """The stories that sources tell, most-covered first, and what could not be read.

    sources: as for `summarize`; every document is in exactly one story, which may be its own.
    least: articles a story must have to be told, 1 or more.
    digests: whether each story gets its digest, made with `options`; without, `Story.digest` is None.
    Raises ValueError for arguments that make no sense.

    >>> found, _ = group(["samples/dam", "samples/election"], digests=False)
    >>> [len(story.bundle.documents) for story in found]
    [5, 4]
    """
    if not isinstance(options, Options | None):
        raise ValueError(f"options: `summarize.Options`, not {options!r}")
    if type(least) is not int or least < 1:
        raise ValueError(f"least: a whole number of 1 or more, not {least!r}")
    bundle, skipped, inputs = gather(sources, fetch=fetch, allow_private=allow_private, watch=watch)
    if watch:
        watch.stage("sorting into stories")
    options = options or Options()
    bundles = [each for each in stories.group(bundle.documents) if len(each.documents) >= least]
    if not digests:
        return tuple(Story(each) for each in bundles), skipped
    told = (Story(each, pipeline.summarize(each, options, inputs=inputs)) for each in bundles)
    return tuple(told), skipped


def quotable(document: Document) -> tuple[Span, ...]:
    """The sentences of a document that may be quoted, as spans of its text, in order.

    Left out are headlines, captions, bylines, teasers, menus, notices, fragments: whatever an
    editor would not print as a sentence. How long a sentence is plays no part here. Raises ValueError for
    what is no `Document`.

    >>> text = "ADVERTISEMENT\\n\\nThe dam held through the night, the mayor said."
    >>> [span.of(text) for span in quotable(Document.from_text(text))]
    ['The dam held through the night, the mayor said.']
    """
    if not isinstance(document, Document):
        raise ValueError(f"document: a Document, such as of Document.from_text, not {document!r}")
    return clean.eligible(pipeline.in_language(document, None))


def relation(documents: Sequence[Document], a: tuple[int, int, int], b: tuple[int, int, int]) -> Relation:
    """Whether sentence B would do as a citation for sentence A, and where the two disagree.

    a, b: (index into documents, start, end), from 0, in code points of the document's text, end not
    included. documents: the bundle; it says which words are rare.
    Directional: B must carry every claim of A, and may say more. Raises ValueError for a place
    that is not in the documents.
    """
    for place in (a, b):
        if len(place) != 3 or not all(type(each) is int for each in place):
            raise ValueError(f"a sentence is (index into documents, start, end), not {place!r}")
    return pipeline.relation(Bundle("", tuple(documents)).documents, a, b)


def _options(
    *,
    sentences: int | None = None,
    words: int | None = None,
    chars: int | None = None,
    ratio: float | None = None,
    minutes: float | None = None,
    language: str | None = None,
    **others: Any,
) -> Options:
    """`Options` from the keywords of `summarize`."""
    amounts: dict[BudgetUnit, float | None] = {
        "sentences": sentences, "words": words, "characters": chars, "ratio": ratio, "minutes": minutes,
    }  # fmt: skip
    given = {unit: amount for unit, amount in amounts.items() if amount is not None}
    if len(given) > 1:
        raise ValueError(f"one budget at a time, not {' and '.join(given)}")
    budget = next((Budget(amount, unit) for unit, amount in given.items()), Budget(5))
    if language is not None and language != "auto":
        language = tags.primary(language) or language  # `Options` refuses what is none
    return Options(budget=budget, language=None if language == "auto" else language, **others)


def gather(
    sources: Bundle | Source | Iterable[Source],
    *,
    fetch: read.Fetch | None = None,
    allow_private: bool = False,
    watch: read.Watch | None = None,
) -> tuple[Bundle, tuple[Failure, ...], tuple[str, ...]]:
    """Sources as one bundle, what could not be read, and the names that were."""
    if isinstance(sources, Bundle):
        return sources, (), ()
    given = as_sources(sources)
    names = [each for each in given if not isinstance(each, Document)]
    inputs = tuple(read.shown(os.fspath(name)) for name in names)
    read_in = read.sources(names, fetch=fetch, allow_private=allow_private, watch=watch)
    found = read.distinct(read_in, named=inputs)
    documents = tuple(each for each in (*given, *found) if isinstance(each, Document))
    return Bundle("", documents), tuple(each for each in found if isinstance(each, Failure)), inputs


def as_sources(sources: Bundle | Source | Iterable[Source]) -> list[Source]:
    """Sources one by one; what is given twice is there once. Raises ValueError for what is none."""
    if isinstance(sources, Bundle):
        return list(sources.documents)
    if isinstance(sources, str | os.PathLike | Document):
        return [sources]
    if not isinstance(sources, Iterable):
        raise ValueError(f"sources: paths, addresses and Documents, or a Bundle, not {sources!r}")
    given = list(sources)
    for each in given:
        if not isinstance(each, str | os.PathLike | Document):
            raise ValueError(f"sources: a path, an address or a Document each, not {reprlib.repr(each)}")
    return list(dict.fromkeys(given))
