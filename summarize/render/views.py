"""A digest as a page shows it: plain records, in which every number, day and link is ready to print.

Templates read these and nothing else, their readers' own included: the fields are a promise. Texts are
as the digest has them; the environment (`render.templating`) makes them fit for HTML, all but
`Markup`, which is made beforehand (`render.viewing`), where white space at an end counts. Links are
http(s) or None.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from summarize.render.strip import Strip


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in a list, its texts clipped. name: never empty. why: it is not used, "" if it is."""

    number: int
    name: str
    title: str
    outlet: str
    day: str
    address: str
    href: str | None
    language: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote in its paragraph. id: of its panel. before, after: with their spaces, "…" where cut."""

    id: str
    source: SourceView
    before: Markup
    quote: str
    after: Markup
    href: str | None


@dataclass(frozen=True, slots=True)
class MarkView:
    """A mark [3] and the panel it opens."""

    number: int
    name: str
    target: str
    kind: str = "primary"


@dataclass(frozen=True, slots=True)
class WordingView:
    """One wording of a line, in runs of (text, whether the other side lacks it).

    marks: of all sources with this wording. source: the first of these.
    """

    marks: tuple[MarkView, ...]
    source: SourceView
    pieces: tuple[tuple[Markup, bool], ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """A sentence with all that stands below it. wordings: its own first, then how others word it.

    also: marks of sources that say it in their own words. same: of sources that print the same text.
    expansions: "IAEA: International …" for each abbreviation or surname, with the mark of who says so.
    """

    number: int
    id: str
    text: str
    language: str
    opening: Markup
    mark: MarkView
    also: tuple[MarkView, ...]
    same: tuple[MarkView, ...]
    origins: int
    dates: tuple[str, ...]
    context: str
    expansions: tuple[tuple[str, MarkView], ...]
    wordings: tuple[WordingView, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One answer, who gives it, and its context, in runs of (text, whether it is the value)."""

    value: str
    marks: tuple[MarkView, ...]
    pieces: tuple[tuple[Markup, bool], ...]
    language: str


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A question sources disagree about."""

    kind: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A source across the lines: a mark where it carries one, else None."""

    source: SourceView
    cells: tuple[MarkView | None, ...]


FailuresView = tuple[str, tuple[tuple[str, str], ...]]
"""A heading and the entries under it, as (source or option, what is to be known of it)."""


@dataclass(frozen=True, slots=True)
class DigestView:
    """One story. id: the prefix of all ids in it. quotes: the panels that its marks open.

    direction: "ltr" or "rtl", as its language is written. unlisted: unused sources that `unused` leaves out.
    """

    id: str
    title: str
    language: str
    direction: str
    tally: str
    days: str
    nothing: str
    lines: tuple[LineView, ...]
    differences: tuple[DifferenceView, ...]
    rows: tuple[RowView, ...]
    strip: Strip | None
    cited: tuple[SourceView, ...]
    unused: tuple[SourceView, ...]
    unlisted: int
    skipped: tuple[FailuresView, ...]
    quotes: tuple[QuoteView, ...]
