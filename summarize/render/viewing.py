"""From a digest to what its page shows (`render.views`)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from markupsafe import Markup

from summarize.model import Citation, Difference, Digest, Line, Source
from summarize.render import compare, sinks, wording
from summarize.render.phrases import Frame
from summarize.render.strip import strip
from summarize.render.views import (
    DifferenceView,
    DigestView,
    FailuresView,
    LineView,
    MarkView,
    QuoteView,
    RowView,
    SideView,
    SourceView,
    WordingView,
)

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# Languages of the world's right-to-left scripts: Arabic, Hebrew, Syriac, Thaana and N'Ko.
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
# With more sources than this, those that carry no line get no row in the matrix; the list below has them.
_MOST_ROWS = 100
# Unused sources listed on the page, in a folded part (by eye); JSON lists all.
_MOST_UNUSED = 200
_OPENING = 26  # characters of a sentence at the head of its column; chosen by eye


class Quotes:
    """The panels of a page, each quote once, in the order of their marks."""

    def __init__(self, prefix: str, frame: Frame) -> None:
        self.prefix, self.frame = prefix, frame
        self.found: dict[Citation, QuoteView] = {}

    def mark(self, citation: Citation) -> MarkView:
        """The mark that opens a citation's panel."""
        source = source_view(citation.source, self.frame)
        plain = Citation(citation.source, citation.span, citation.quote, link=citation.link)
        if plain not in self.found:
            panel = f"{self.prefix}q{len(self.found) + 1}"
            href = sinks.link(citation.link) if citation.link else None
            before, after = _around(citation)
            self.found[plain] = QuoteView(panel, source, before, citation.quote, after, href)
        return MarkView(source.number, source.name, self.found[plain].id, citation.kind)

    def marks(self, citations: Iterable[Citation]) -> tuple[MarkView, ...]:
        """One mark for each quote."""
        return tuple(dict.fromkeys(map(self.mark, citations)))


def digest_view(digest: Digest, frame: Frame, *, prefix: str = "") -> DigestView:
    """A digest ready to print. prefix: before its ids, where a page holds several."""
    quotes = Quotes(prefix, frame)
    lines = tuple(_line(number, line, quotes) for number, line in enumerate(digest.lines, start=1))
    differences = tuple(_difference(each, quotes) for each in digest.differences)
    cited, unused = wording.used(digest)
    shown = digest.sources if len(digest.sources) <= _MOST_ROWS else cited
    carried = [{each.source.number: each for each in reversed(line.citations)} for line in digest.lines]
    rows = tuple(_row(source, carried, quotes) for source in shown)
    empty = {each.subject for each in digest.skipped if not each.passed_over}
    by_origin = {each.origin: each for each in reversed(cited)}
    return DigestView(
        id=prefix or "d",
        title=sinks.clip(digest.title or frame.say("digest")),
        language=language(digest.language),
        direction=direction(digest.language),
        tally=wording.tally(digest, frame),
        days=_days(digest.sources, frame),
        nothing="" if digest.lines else wording.nothing(digest, frame),
        lines=lines,
        differences=differences,
        rows=rows,
        strip=strip(digest.sources, frame),
        cited=tuple(source_view(source, frame) for source in cited),
        unused=tuple(
            source_view(source, frame, _why(source, empty, by_origin, frame))
            for source in unused[:_MOST_UNUSED]
        ),
        unlisted=max(0, len(unused) - _MOST_UNUSED),
        skipped=left(wording.left(digest.skipped, digest.notes, frame)),
        quotes=tuple(quotes.found.values()),
    )


def left(groups: wording.Groups) -> tuple[FailuresView, ...]:
    """What is not in a digest, as a page shows it."""
    return tuple(
        (heading, tuple((sinks.address(each.subject), each.error) for each in found))
        for heading, found in groups
    )


def language(code: str | None) -> str:
    """A code that may stand in a lang attribute, else ""."""
    return code if code and _LANGUAGE.fullmatch(code) else ""


def direction(code: str | None) -> str:
    """How a language is written: "rtl" or "ltr"."""
    return "rtl" if language(code).split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def source_view(source: Source, frame: Frame, why: str = "") -> SourceView:
    """A source ready to print."""
    address, title = sinks.clip(sinks.address(source.uri)), sinks.clip(source.title or "")
    outlet = sinks.clip(source.publisher or "")
    return SourceView(
        number=source.number,
        name=outlet or title or address or "?",
        title=title,
        outlet=outlet,
        day=frame.day(source.published.date()) if source.published else "",
        address=address,
        href=sinks.link(source.url or source.uri),
        language=language(source.language),
        why=why,
    )


def _around(citation: Citation) -> tuple[Markup, Markup]:
    """What stands around a quote, one space where there is white space, "…" where it is cut."""
    before, after = citation.before, citation.after
    head = f"{'… ' if before[:1].isspace() else ''}{sinks.visible(before)}{' ' * before[-1:].isspace()}"
    tail = f"{' ' * after[:1].isspace()}{sinks.visible(after)}{' …' if after[-1:].isspace() else ''}"
    return Markup.escape(head), Markup.escape(tail)


def _line(number: int, line: Line, quotes: Quotes) -> LineView:
    own, *others = line.citations
    also = [each for each in others if each.kind == "corroborates"]
    same = [each for each in others if each.kind != "corroborates"]
    return LineView(
        number=number,
        id=f"{quotes.prefix}l{number}",
        text=line.text,
        language=language(own.source.language),
        opening=_opening(line.text),
        mark=quotes.mark(own),
        also=quotes.marks(also),
        same=quotes.marks(same),
        origins=line.origins,
        dates=wording.dates(line),
        context=" ".join(line.context.quote.split()) if line.context else "",
        expansions=tuple((words, quotes.mark(each)) for words, each in wording.expansions(line)),
        wordings=_wordings(own, also, quotes),
    )


def _opening(text: str) -> Markup:
    """The first words of a sentence; a no-break space keeps the "…" on the line of the last of them."""
    short = sinks.visible(wording.clip(text, "", length=_OPENING))
    return Markup.escape(short.replace(" …", "\u00a0…"))


def _wordings(own: Citation, also: list[Citation], quotes: Quotes) -> tuple[WordingView, ...]:
    """A line's own sentence compared with each other wording; nothing if nobody words it differently.

    Sources with the same wording are listed together. In the line's own sentence the words are marked that no
    other wording has.
    """
    if not also:
        return ()
    said: dict[str, list[Citation]] = {}
    for each in also:
        said.setdefault(" ".join(sinks.visible(each.quote).casefold().split()), []).append(each)
    sides = [([own], compare.pieces(own.quote, " ".join(each.quote for each in also)))]
    sides += [(found, compare.pieces(found[0].quote, own.quote)) for found in said.values()]
    return tuple(
        WordingView(quotes.marks(found), source_view(found[0].source, quotes.frame), tuple(runs))
        for found, runs in sides
    )


def _difference(difference: Difference, quotes: Quotes) -> DifferenceView:
    return DifferenceView(
        difference.kind,
        tuple(
            SideView(
                wording.label(difference.kind, value, found[0].quote),
                quotes.marks(sorted(found, key=lambda each: each.source.number)),
                tuple(compare.around(found[0].quote, value)),
                language(found[0].source.language),
            )
            for value, found in wording.answers(difference).items()
        ),
    )


def _row(source: Source, carried: Sequence[Mapping[int, Citation]], quotes: Quotes) -> RowView:
    cells = (each.get(source.number) for each in carried)
    return RowView(
        source_view(source, quotes.frame), tuple(quotes.mark(cell) if cell else None for cell in cells)
    )


def _why(source: Source, empty: Collection[str], cited: Mapping[int, Source], frame: Frame) -> str:
    """Why a source that was read is not cited, as far as the digest knows.

    empty: uris of the sources that hold nothing to quote. cited: for each origin its first cited source.
    """
    if source.origin in cited:
        return frame.say("reprint", number=cited[source.origin].number)
    unquotable = not source.sentences or source.uri in empty
    return frame.say("unquotable" if unquotable else "unchosen")


def _days(sources: Iterable[Source], frame: Frame) -> str:
    """The days on which the sources were published: one, or from the first to the last."""
    days = sorted({source.published.date() for source in sources if source.published})
    return frame.days(days[0], days[-1]) if days else ""
