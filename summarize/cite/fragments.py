"""Links that open a page at a sentence: addresses with a text directive.

`https://…#:~:text=[prefix-,]start[,end][,-suffix]`, as the WICG's "URL Fragment Text Directives" has it
[wicg-text-directives]. A browser goes to the first place that fits, without regard to case; words of
context are added until that place, in the text as we read it, is the sentence itself. The page around
the text we cannot see, so context stays within the paragraph while it can: what stands between two
paragraphs on the page (a picture, an advertisement) is not in our text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote as percent_encoded

from summarize.model import Span

DELIMITER = ":~:"
# What the reference implementation (text-fragments-polyfill, MAX_EXACT_MATCH_LENGTH) quotes whole.
LONGEST_EXACT = 300
# Words at each end of a longer quote, and words of context, tried in this order; chosen by eye.
ENDS = (6, 12)
CONTEXTS = (0, 3, 6, 12)
PARAGRAPH = re.compile(r"\n\s*\n")
# A word with what follows it; where words are not spaced, a clause.
WORD = re.compile(r"[^\s、，。！？；：]+[、，。！？；：]*|[、，。！？；：]+")
# Text on either side in which context is looked for, in characters: more than 12 words ever are.
_AROUND = 1000


class Directive(NamedTuple):
    """The four parts of a text directive, decoded; those not used are empty."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def encoded(self) -> str:
        """As it stands in an address: `&`, `-`, `,` and all that is not ASCII percent-encoded."""
        parts = (
            self.prefix and _encoded(self.prefix) + "-",
            _encoded(self.start),
            _encoded(self.end),
            self.suffix and "-" + _encoded(self.suffix),
        )
        return "text=" + ",".join(part for part in parts if part)


def link(url: str | None, text: str, span: Span) -> str | None:
    """The address that opens `url` at the characters `span` of its `text`; None where there is none.

    url: an http(s) address; a fragment of its own is kept, a directive in it replaced.

    >>> link("https://herald.example/a#top", "The dam held, mostly. It rained.", Span(0, 21))
    'https://herald.example/a#top:~:text=The%20dam%20held%2C%20mostly.'
    """
    if url is None or not url.startswith(("http://", "https://")) or not span.of(text).strip():
        return None
    page = url.partition(DELIMITER)[0]
    mark = "" if "#" in page else "#"
    return f"{page}{mark}{DELIMITER}{directive(text, span).encoded()}"


def directive(text: str, span: Span) -> Directive:
    """The shortest of a few directives whose first match in `text` is `span`.

    Where even the longest finds an earlier place, that place says the same: then the plainest.
    """
    said = _folded(span.of(text)).strip()
    before = _folded(text[: span.end]).rstrip()[: -len(said)].casefold()
    page = before + _folded(said + text[span.end :]).casefold()
    place = len(before), len(before) + len(said.casefold())
    tried = [
        core._replace(prefix=prefix, suffix=suffix)
        for prefix, suffix in _contexts(text, span)
        for core in _cores(said, broken="\n" in span.of(text).strip())
    ]
    fitting = (each for each in tried if place == _first_match(page, each))
    return next(fitting, tried[0])


def _cores(said: str, *, broken: bool) -> list[Directive]:
    """The quote whole, or its first and last words where it is long.

    broken: over a line break, which may end a block on the page; no part of a directive crosses one.
    """
    words = list(WORD.finditer(said))
    counts = [count for count in ENDS if 2 * count < len(words)]
    if not counts or (len(said) <= LONGEST_EXACT and not broken):
        return [Directive(said)]
    return [Directive(said[: words[count - 1].end()], said[words[-count].start() :]) for count in counts]


def _contexts(text: str, span: Span) -> Iterator[tuple[str, str]]:
    """More and more words before and after: of the paragraph; of its neighbours if it has no others."""
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    own = PARAGRAPH.split(before)[-1].strip(), PARAGRAPH.split(after)[0].strip()
    left, right = own if any(own) else (before.strip(), after.strip())
    lefts, rights = list(WORD.finditer(left)), list(WORD.finditer(right))
    for count in CONTEXTS:
        prefix = left[lefts[-count:][0].start() :] if count and lefts else ""
        suffix = right[: rights[:count][-1].end()] if count and rights else ""
        yield _folded(prefix), _folded(suffix)


def _first_match(page: str, wanted: Directive) -> tuple[int, int] | None:
    """Where a directive first fits a page, folded and in lower case.

    Word boundaries, which browsers ask for, are not: what fits here and not there costs a longer link.
    """
    start, end, prefix, suffix = (part.casefold() for part in wanted)
    at = page.find(start)
    while at >= 0:
        past = at + len(start)
        if page[max(0, at - len(prefix) - 1) : at].rstrip().endswith(prefix):
            if end:
                past = _end(page, past, end, suffix)
                return (at, past) if past >= 0 else None
            if _follows(page, past, suffix):
                return at, past
        at = page.find(start, at + 1)
    return None


def _end(page: str, at: int, end: str, suffix: str) -> int:
    """Where the first `end` that the suffix follows is over; -1 if none is."""
    at = page.find(end, at)
    while at >= 0 and not _follows(page, at + len(end), suffix):
        at = page.find(end, at + 1)
    return at + len(end) if at >= 0 else -1


def _follows(page: str, at: int, suffix: str) -> bool:
    return page[at : at + len(suffix) + 1].lstrip().startswith(suffix)


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _encoded(part: str) -> str:
    return percent_encoded(part, safe="").replace("-", "%2D")
