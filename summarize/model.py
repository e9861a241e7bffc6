"""The nouns: what flows from `read` to `render`.

Frozen dataclasses that hold their invariants and nothing else. Offsets are code points, spans are
half-open, row i is sentence i of the bundle in every array. Identity is position, never text: one
sentence printed by two papers is two rows, and that they are equal is a finding. The module is long
because the nouns stand together: it is looked up, not read through.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import reprlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    import networkx
    import numpy as np
    import pandas
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

CitationKind = Literal["primary", "same-text", "corroborates"]
RelationKind = Literal["same-text", "corroborates", "differs", "unrelated"]
DifferenceKind = Literal["number", "date", "name", "negation", "rank"]
BudgetUnit = Literal["sentences", "words", "characters", "ratio", "minutes"]
ReferenceFormat = Literal["csl-json", "bibtex", "ris", "annotations"]


@dataclass(frozen=True, slots=True)
class Span:
    """The characters `[start, end)` of a document's text, in code points; 0 <= start <= end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Document:
    """One text and where it came from. `text` is the reference: it is never edited after reading.

    published: aware, or None where the source does not say. language: a BCP 47 primary tag ("en"),
    or None where it is still to be detected. url: where the text can be opened on the web, as far as
    is known; `uri` is how it was named and is cited. quoted: what of the text its format says are not
    the author's words (the mail that another answers), in order. A field of another type is a ValueError.
    """

    id: str
    uri: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: datetime | None = None
    language: str | None = None
    author: str | None = None
    url: str | None = None
    quoted: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        _check_texts({"id": self.id, "uri": self.uri, "text": self.text})
        _check_texts(
            {"title": self.title, "publisher": self.publisher, "language": self.language,
             "author": self.author, "url": self.url}, needed=False,
        )  # fmt: skip
        published: object = self.published
        if published is not None and not isinstance(published, datetime):
            advice = "`Document.from_text` takes dates and ISO 8601, too"
            raise ValueError(f"published: a datetime with a time zone, not {published!r}; {advice}")
        if published is not None and published.utcoffset() is None:
            raise ValueError(f"published: {published} lacks a time zone, such as +00:00")
        if not all(isinstance(span, Span) for span in self.quoted):
            raise ValueError(f"quoted: spans, not {self.quoted!r}")

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        title: str | None = None,
        uri: str | None = None,
        publisher: str | None = None,
        published: datetime | date | str | None = None,
        language: str | None = None,
        author: str | None = None,
        id: str | None = None,
        url: str | None = None,
        quoted: Iterable[Span] = (),
    ) -> Document:
        """A document from a string.

        uri: how it is to be cited; without one, `text:` and the first digits of its hash. url: where it
        can be opened; without one, the uri if that is an http(s) address. published: a datetime with a
        time zone, or a date, or either in ISO 8601; a date is its midnight in UTC. language: a BCP 47 tag,
        of which the primary one is kept. Lone surrogates, which no output could carry, and control
        characters, which some would obey, become U+FFFD.

        Raises ValueError, which begins with the name of the argument, for what is of another type or a
        time without a zone.

        >>> Document.from_text("The dam held.", publisher="Herald", published="2026-03-02").published
        datetime.datetime(2026, 3, 2, 0, 0, tzinfo=datetime.timezone.utc)
        """
        _check_texts({"text": text})
        _check_texts(
            {"title": title, "uri": uri, "publisher": publisher, "language": language, "author": author,
             "id": id, "url": url}, needed=False,
        )  # fmt: skip
        text = without_controls(text)
        uri = without_surrogates(uri) if uri else "text:" + sha256(text)[:12]
        if not url and uri.lower().startswith(("http://", "https://")):
            url = uri
        return cls(
            id=without_surrogates(id) if id else sha256(uri + "\0" + text)[:16],
            uri=uri,
            text=text,
            title=without_controls(title) if title and shows(title) else None,
            publisher=without_controls(publisher) if publisher and shows(publisher) else None,
            published=_moment(published),
            language=_primary(language),
            author=without_controls(author) if author else None,
            url=without_surrogates(url) if url else None,
            quoted=tuple(quoted),
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in its place: `document.text[span.start:span.end] == text`, exactly.

    index: which of its document's sentences it is, from 0.
    """

    document: Document
    index: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters that may not be quoted, and the name of the rule that says so.

    A mark over a whole sentence makes it ineligible; one over its head or tail (a dateline, an
    agency tag) shortens it.
    """

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class SentenceTable:
    """Every sentence of a bundle, in columns, so that a million of them cost tens of bytes each.

    A quotation of a few sentences is one row, so that nobody is quoted in half.

    document, start, end, position: (n,) integers; rows are ordered by (document, start).
    position: which of its document's sentences a row is, from 0; of several, the first.
    eligible: (n,) bool; False where a mark covers the sentence.
    marks: for each document, what may not be quoted and why, in order.
    sentences: (n,) how many each row holds, or () where that is one for all.
    """

    documents: tuple[Document, ...]
    document: NDArray[np.int32]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    position: NDArray[np.int32]
    eligible: NDArray[np.bool_]
    marks: tuple[tuple[Mark, ...], ...] = ()
    sentences: NDArray[np.int32] | tuple[()] = ()

    def __len__(self) -> int:
        return len(self.document)

    def __getitem__(self, row: int) -> Sentence:
        document = self.documents[self.document[row]]
        span = self.span(row)
        return Sentence(document, int(self.position[row]), span, span.of(document.text))

    def span(self, row: int) -> Span:
        """Where a row stands in its document."""
        return Span(int(self.start[row]), int(self.end[row]))

    def text(self, row: int) -> str:
        """What a row says, exactly."""
        text: str = self.documents[self.document[row]].text
        return text[self.start[row] : self.end[row]]

    def texts(self) -> list[str]:
        """What all rows say, in order."""
        places = zip(self.document.tolist(), self.start.tolist(), self.end.tolist(), strict=True)
        return [self.documents[document].text[start:end] for document, start, end in places]


@dataclass(frozen=True, slots=True)
class Bundle:
    """The documents about one story: the unit of work. title: of its digest, if none is asked for."""

    id: str
    documents: tuple[Document, ...]
    title: str | None = None

    def __post_init__(self) -> None:
        for each in self.documents:
            if not isinstance(each, Document):
                raise ValueError(f"documents: a Document each, not {reprlib.repr(each)}")


@dataclass(frozen=True, slots=True, eq=False)
class SentenceGraph:
    """Sentences as nodes, similarity as weight.

    similarity: (n, n) csr, symmetric, zero diagonal, values in [0, 1].
    """

    similarity: csr_array

    def __len__(self) -> int:
        return int(self.similarity.shape[0])

    def to_networkx(self) -> networkx.Graph:
        """The same graph for people: nodes 0 … n−1, edges with `weight`."""
        import networkx

        return networkx.from_scipy_sparse_array(self.similarity)


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """How much each sentence matters, and why.

    salience: (n,) >= 0; sums to 1 unless there is nothing to rank. parts: named (n,) arrays it was
    made from. iterations, residual: of the walk; residual is the L1 change of its last step.
    """

    salience: NDArray[np.float64]
    parts: Mapping[str, NDArray[np.float64]] = field(default_factory=dict)
    iterations: int = 0
    residual: float = 0.0


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be said: a hard cap, never a target to overshoot.

    amount: above 0, and whole for "sentences". unit "ratio" is a share, in (0, 1], of the words that may
    be quoted; "minutes" is reading time at 238 words a minute. Anything else is a ValueError.
    """

    amount: float
    unit: BudgetUnit = "sentences"

    def __post_init__(self) -> None:
        if self.unit not in (units := get_args(BudgetUnit)):
            raise ValueError(f"a budget is of {', '.join(units)}, not of {self.unit!r}")
        whole = self.unit == "sentences"
        if isinstance(self.amount, bool) or not isinstance(self.amount, int if whole else int | float):
            kind = "a whole number" if whole else "a number"
            raise ValueError(f"a budget is {kind} of {self.unit}, not {self.amount!r}")
        if not self.amount > 0 or self.amount == float("inf"):
            raise ValueError(f"a budget is more than nothing, not {self.amount} {self.unit}")
        if self.unit == "ratio" and self.amount > 1:
            raise ValueError(f"a ratio is at most 1, not {self.amount}")


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen row and the numbers that chose it. parts: the terms whose sum is `gain`."""

    row: int
    gain: float
    redundancy: float
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a digest lists it, whether or not it was used. Numbers run from 1.

    sha256: of `Document.text` in UTF-8, so that spans can be checked years later. sentences: how
    many were found in it. origin: reprints of one text share a number. url: an http(s) address that
    may be followed, percent-encoded.
    """

    number: int
    id: str
    uri: str
    title: str | None
    publisher: str | None
    published: datetime | None
    language: str | None
    sha256: str
    characters: int
    sentences: int
    origin: int
    author: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a sentence stands: `quote` is verbatim at `span` of `source`. similarity in [0, 1].

    kind: "primary" is a line's own source, "same-text" another that prints it word for word,
    "corroborates" one that says it in other words. link: the source's url, made to open at the quote
    (`cite.fragments`). before, after: what stands around the quote in its paragraph, verbatim; white space
    at the outer end means it goes on there.
    """

    source: Source
    span: Span
    quote: str
    kind: CitationKind = "primary"
    similarity: float = 1.0
    link: str | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class DatedPhrase:
    """Words of a line that name a day by the day they were printed, "on Thursday", and which day that is.

    span: of `Line.text`.
    """

    span: Span
    day: date


@dataclass(frozen=True, slots=True)
class Expansion:
    """An abbreviation or surname that no line introduces, and a source's own words for what or whom it means.

    span: of `Line.text`. citation: its quote is those words, or the full name, alone.
    """

    span: Span
    citation: Citation


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the digest with its citations, the sentence's own source first.

    text: the first quote with white space folded and encoding damage repaired; nothing else.
    salience: in [0, 1], its share of that of all sentences of the bundle.
    origins: how many independent origins say it. dates: the days its words name, if its own source says when
    it was published and they are certain. context: what its own source says just before, if the line opens
    with "He" or "It" and no line above says who that is. expansions: what its abbreviations mean and whom its
    surnames name, if a source says so and neither it nor a line above does. Context and expansions are no
    part of the budget.
    """

    text: str
    salience: float
    citations: tuple[Citation, ...]
    origins: int
    dates: tuple[DatedPhrase, ...] = ()
    context: Citation | None = None
    expansions: tuple[Expansion, ...] = ()

    def __post_init__(self) -> None:
        if not self.citations or self.citations[0].kind != "primary":
            raise ValueError("a line's first citation is its own source")


@dataclass(frozen=True, slots=True)
class Difference:
    """Two or more sources say nearly the same and disagree. values[i] is what citations[i] says."""

    kind: DifferenceKind
    values: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """Whether sentence B would do as a citation for sentence A, and where they disagree.

    similarity in [0, 1]. differences: (kind, (value in A, value in B)).
    """

    kind: RelationKind
    similarity: float
    differences: tuple[tuple[DifferenceKind, tuple[str, str]], ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A source or bundle that failed, as data.

    passed_over: nothing went wrong, but something was not read that nobody asked for by name, such as files
    of other kinds in a folder or a mail's attachments. It is said all the same: nothing is lost silently.
    """

    subject: str
    error: str
    passed_over: bool = False

    @property
    def place(self) -> tuple[str, str, str]:
        """Sort key of failures: by subject, with record 9 before record 10, then by reason."""
        numbered = re.sub("[0-9]+", lambda digits: digits[0].zfill(20), self.subject)
        return numbered, self.subject, self.error


@dataclass(frozen=True, slots=True)
class Digest:
    """A story told in few sentences; every number in it resolves.

    lines are in reading order. sources are all that were read: the cited ones in the order of first citation,
    then the others by uri. skipped: what could not be read or was passed over, and why there are no lines, if
    there are none. notes: options that had no effect. manifest: version, method, options, inputs.
    """

    bundle: str
    title: str | None
    language: str | None
    lines: tuple[Line, ...]
    sources: tuple[Source, ...]
    differences: tuple[Difference, ...] = ()
    skipped: tuple[Failure, ...] = ()
    notes: tuple[Failure, ...] = ()
    manifest: Mapping[str, Any] = field(default_factory=dict)

    # The one place that looks up: people write digest.to_markdown(), and render must know Digest.
    def to_text(self, **options: Any) -> str:
        """As a terminal shows it; see `summarize.render.text`."""
        from summarize.render.text import render

        return render(self, **options)

    def to_markdown(self) -> str:
        """As CommonMark; see `summarize.render.markdown`."""
        from summarize.render.markdown import render

        return render(self)

    def to_json(self) -> str:
        """As JSON, schema summarize.digest/1; see `summarize.render.json`."""
        from summarize.render.json import render

        return render(self)

    @classmethod
    def from_json(cls, text: str) -> Digest:
        """The digest that `to_json` or `-f json` wrote. Raises SummarizeError that names the key at fault."""
        from summarize.render.json import loads

        return loads(text)

    def to_html(self) -> str:
        """As one self-contained page; see `summarize.render.html`."""
        from summarize.render.html import render

        return render(self)

    def to_references(self, format: ReferenceFormat = "csl-json") -> str:
        """What it cites, for other programs; see `summarize.render.references`.

        format: "csl-json", "bibtex" or "ris", the sources; or "annotations", their quotes in place.
        """
        from summarize.render.references import render

        return render(self, format)

    def to_pandas(self) -> pandas.DataFrame:
        """One row a citation (the extra `pandas`); see `summarize.render.frame`."""
        from summarize.render.frame import render

        return render(self)

    def _repr_html_(self) -> str:
        """As a notebook shows it; see `summarize.render.notebook`."""
        from summarize.render.notebook import render

        return render(self)


@dataclass(frozen=True, slots=True)
class Story:
    """A bundle that grouping found, its label in `bundle.title`, and its digest if one was asked for."""

    bundle: Bundle
    digest: Digest | None = None


def _check_texts(fields: Mapping[str, object], *, needed: bool = True) -> None:
    for name, value in fields.items():
        if not (isinstance(value, str) or (value is None and not needed)):
            raise ValueError(f"{name}: a text, not {reprlib.repr(value)}")


def _primary(language: str | None) -> str | None:
    if language is None:
        return None
    if not (tag := re.fullmatch("([a-z]{2,3})([-_].*)?", language.lower())):
        raise ValueError(f"language: a code such as 'en', not {language!r}")
    return tag[1]


def _moment(given: datetime | date | str | None) -> datetime | None:
    """When something was published, of whatever type says so; what does not, `Document` refuses."""
    if isinstance(given, str):
        given = _from_iso(given) if given else None
    if isinstance(given, date) and not isinstance(given, datetime):
        return datetime(given.year, given.month, given.day, tzinfo=UTC)
    return given


def _from_iso(text: str) -> date:
    for kind in (date, datetime):
        with contextlib.suppress(ValueError):
            return kind.fromisoformat(text)
    raise ValueError(f"published: {text!r} is no date in ISO 8601, such as 2026-03-02T10:15+01:00")


def sha256(text: str) -> str:
    """Hex SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


# What no text holds: C0 and C1 without tab, line ends (also VT, FF and NEL), and DEL.
_CONTROLS = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


_BLANK = frozenset(" \u115f\u1160\u2800\u3164\uffa0")  # printable by Unicode, and nothing to see


def shows(text: str) -> bool:
    """Whether there is anything to see of a text.

    >>> shows("\u200b \ufeff"), shows("Dam holds")
    (False, True)
    """
    return any(letter.isprintable() and letter not in _BLANK for letter in text)


def without_controls(text: str) -> str:
    """The text with control characters and lone surrogates replaced by U+FFFD; length unchanged.

    A terminal obeys them, and no file of text has them but for damage or malice.
    """
    return _CONTROLS.sub("\ufffd", without_surrogates(text))


def without_surrogates(text: str) -> str:
    """The text with lone surrogates, which UTF-8 cannot carry, replaced by U+FFFD; length unchanged."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text


def in_order(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Documents in the order every stage sees them: by uri, then id, whatever order they came in."""
    return tuple(sorted(documents, key=lambda document: (document.uri, document.id)))
