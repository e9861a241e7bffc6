"""What every rendering says, in words: who else says it, where they disagree, what was read.

Structured, not formatted: a rendering decides how marks, quotes and headings look. The words are those of a
frame (`render.phrases`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from summarize.model import Citation, Difference, Digest, Failure, Line, Source
from summarize.render import sinks
from summarize.render.phrases import EN, Frame

# Headings, each with what stands under it.
Groups = tuple[tuple[str, tuple[Failure, ...]], ...]
# A screenful, by eye; a feed of 5,000 items was 10,000 lines. JSON lists all.
MOST_UNUSED = 20

# Number words with a capital only at the head of a sentence, in English and German (not "Hunderte").
_NUMBERS = (
    "no nobody one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a question sources disagree about. quote: its context, at most one sentence.

    links: as `links` has them, for the sources that give this answer. label: the value as a heading shows it.
    """

    value: str
    sources: tuple[Source, ...]
    quote: str
    links: Mapping[int, str] = field(default_factory=dict)
    label: str = ""


def support(line: Line, frame: Frame = EN) -> tuple[tuple[str, tuple[Source, ...]], ...]:
    """Who else says a line, own words before copies: ("also in", sources), ("same text in", sources)."""
    own = line.citations[0].source.number
    also = _sources(line, "corroborates", without={own})
    same = _sources(line, "same-text", without={own, *(source.number for source in also)})
    return tuple(
        (frame.say(words), sources)
        for words, sources in (("also in", also), ("same text in", same))
        if sources
    )


def _sources(line: Line, kind: str, *, without: set[int]) -> tuple[Source, ...]:
    found = (citation.source for citation in line.citations if citation.kind == kind)
    return tuple({source.number: source for source in found if source.number not in without}.values())


def links(citations: Iterable[Citation]) -> Mapping[int, str]:
    """By a source's number, the address that opens it at the first of its quotes."""
    found: dict[int, str] = {}
    for citation in citations:
        if citation.link:
            found.setdefault(citation.source.number, citation.link)
    return found


def context(line: Line, frame: Frame = EN) -> str:
    """The sentence before a line in its source, marked as no part of the digest; "" if there is none."""
    return f"{frame.say('before this')} {' '.join(line.context.quote.split())}" if line.context else ""


def dates(line: Line) -> tuple[str, ...]:
    """The days that a line names, each once, as "Thursday: 2026-03-05"; the date is worked out by us."""
    said = (f"{phrase.span.of(line.text)}: {phrase.day.isoformat()}" for phrase in line.dates)
    return tuple(dict.fromkeys(said))


def expansions(line: Line) -> tuple[tuple[str, Citation], ...]:
    """What a line's abbreviations and surnames stand for: "IAEA: International …", "White: Daniel White"."""
    return tuple(
        (f"{each.span.of(line.text)}: {' '.join(each.citation.quote.split())}", each.citation)
        for each in line.expansions
    )


def independence(line: Line, frame: Frame = EN) -> str:
    """How many independent origins say a line; "" if only its own source does."""
    if line.origins > 1:
        return frame.say("independent", line.origins)
    return frame.say("one origin") if support(line) else ""


def answers(difference: Difference) -> dict[str, list[Citation]]:
    """Who gives each answer, in the order found; "Three" and "three" are one, shown as the first of them."""
    shown: dict[str, str] = {}
    found: dict[str, list[Citation]] = {}
    for value, citation in zip(difference.values, difference.citations, strict=False):
        found.setdefault(shown.setdefault(value.casefold(), value), []).append(citation)
    return found


def sides(difference: Difference) -> tuple[Side, ...]:
    """The answers, each once, in the order found, with all who give it and the first one's words."""
    return tuple(
        Side(
            value,
            tuple(
                source
                for _, source in sorted({each.source.number: each.source for each in citations}.items())
            ),
            citations[0].quote,
            links(citations),
            label(difference.kind, value, citations[0].quote),
        )
        for value, citations in answers(difference).items()
    )


def label(kind: str, value: str, quote: str) -> str:
    """A value as a heading shows it: a number word without the capital that its sentence gave it.

    >>> label("number", "Three", "Three deckhands were hurt."), label("number", "Three", "Bay Three is shut.")
    ('three', 'Three')
    """
    first, _, rest = value.partition(" ")
    opens = quote.lstrip("“‘«„\"' ").startswith(value)
    plain = first.lower() in _NUMBERS.split() and (not rest or rest.islower())
    return value.lower() if kind == "number" and opens and plain else value


def clip(quote: str, *values: str, length: int) -> str:
    """At most `length` characters of a quote, whole words, with some values in sight; "…" where cut.

    From the beginning if they are in sight there, for that reads best; else around them, and longer
    where they are farther apart.
    """
    quote = " ".join(quote.split())
    found = [(at, at + len(value)) for value in values if (at := quote.find(value)) >= 0] or [(0, 0)]
    at, past = min(start for start, _ in found), max(end for _, end in found)
    length = max(length, past - at)
    if len(quote) <= length:
        return quote
    start = 0 if past <= length else min(at, (at + past - length) // 2, len(quote) - length)
    end = start + length
    if start:
        start = quote.find(" ", start, at) + 1 or start
    if end < len(quote):
        end = max(quote.rfind(" ", past, end + 1), 0) or end
    return f"{'… ' if start else ''}{quote[start:end].strip()}{' …' if end < len(quote) else ''}"


def used(digest: Digest) -> tuple[tuple[Source, ...], tuple[Source, ...]]:
    """The sources that a digest cites, and those that it does not."""
    cited = {
        citation.source.number
        for part in (digest.lines, digest.differences)
        for item in part
        for citation in item.citations
    }
    cited |= {each.citation.source.number for line in digest.lines for each in line.expansions}
    return (
        tuple(source for source in digest.sources if source.number in cited),
        tuple(source for source in digest.sources if source.number not in cited),
    )


def some(unused: Sequence[Source], frame: Frame = EN) -> tuple[Sequence[Source], str]:
    """The first unused sources, as many as are listed, and "and 4,980 more", or "" if that is all."""
    more = len(unused) - MOST_UNUSED
    return unused[:MOST_UNUSED], frame.say("more", more) if more > 0 else ""


def outlet(source: Source) -> str:
    """Who published a source and when, as far as it says, clipped: "Herald, 2026-03-04"."""
    day = source.published.date().isoformat() if source.published else ""
    return ", ".join(part for part in (sinks.clip(source.publisher or ""), day) if part)


def tally(digest: Digest, frame: Frame = EN) -> str:
    """How much was read, used and skipped, in a phrase."""
    cited, _ = used(digest)
    sentences, read = frame.say("sentences", len(digest.lines)), len(digest.sources)
    if len(cited) == read:
        told = frame.say("from", sentences=sentences, sources=frame.say("sources", read))
    else:
        told = frame.say("cited of", read, sentences=sentences, cited=len(cited))
    failed = sum(not each.passed_over for each in digest.skipped)
    for key, count in (("all but", failed), ("all beside", len(digest.skipped) - failed)):
        told = frame.say(key, count, told=told) if count else told
    return told


def left(failures: Iterable[Failure], notes: Sequence[Failure] = (), frame: Frame = EN) -> Groups:
    """Notes, failures and what was set aside, each group under its heading; empty groups are left out.

    Set aside is what was passed over without anything having gone wrong.
    """
    both = tuple(failures)
    groups = (
        ("notes", tuple(notes)),
        ("skipped", tuple(each for each in both if not each.passed_over)),
        ("aside", tuple(each for each in both if each.passed_over)),
    )
    return tuple((frame.say(key), found) for key, found in groups if found)


def nothing(digest: Digest, frame: Frame = EN) -> str:
    """The sentence that says that a digest is empty, and why."""
    found = sum(source.sentences for source in digest.sources)
    sources, sentences = frame.say("sources", len(digest.sources)), frame.say("sentences", found)
    if not digest.sources:
        reason = frame.say("no source read" if digest.skipped else "no source given")
    elif not found:
        reason = frame.say("no sentence", sources=sources)
    else:
        reason = frame.say("none quotable", sources=sources, sentences=sentences)
    return frame.say("nothing", reason=reason)
