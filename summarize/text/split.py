"""Where sentences begin and end: exact spans, in reading order, offline, for any script.

First paragraphs, then end marks. `blocks` finds the lines that belong together (a mail wrapped at
72 columns has no paragraph at each newline; a news file with one paragraph to a line does), and
`split` looks at each end mark in a block once, with a bounded look to either side, so that the time
is linear whatever the text. What is left between two spans is white space, or a lone letter that a
broken no-break space left behind. Whether a unit may be quoted is the business of `clean`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from summarize.model import Document, Span
from summarize.text.abbreviations import TABLE, Words, words

# Marks that end a sentence with no white space after them: CJK, Indic, Khmer, Burmese, Ethiopic,
# Tibetan, Arabic, Armenian, Mongolian.
FULL = "。！？｡।॥។៕။።፧༎؟۔։᠃"
MARK = re.compile(
    rf"""(?P<mark>[.!?…‥{FULL}]+)
    (?P<close>(?:''|["'”’»›)\]}}）］｝」』】》〉]|[“«](?!\w)|[ \u00a0\u202f]»(?=\s|\Z)|\[\d{{1,3}}\])*)""",
    re.VERBOSE,
)
NEXT = re.compile(r"\s*(?P<open>[\"'“”‘’«‹„‚(\[{¿¡「『（*_#–—-]{0,6}\s?)(?P<word>\w{1,30})?")
LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
BULLET = re.compile(r"(?:[-*+•‣◦▪●–—►]|\(?\d{1,2}[.)]|\(?[a-z]\)|#{1,6})\s")
WORD = re.compile(r"[^\W\d_]+")

WIDEST_WRAP = 120  # columns; mail wraps at 72 to 80, source files at 100 to 120
LEFT = 24  # characters looked at before a full stop; longer abbreviations are none
STRAYS = frozenset("ΒÂВ")  # what UTF-8 C2 A0 leaves when read as cp1253, Latin-1 or cp1251
SPEECH = frozenset({"said", "says", "asked", "asks", "added", "wrote", "told", "replied", "answered"})
DOMAINS = frozenset({"com", "org", "net", "edu", "gov", "info", "io", "co", "uk", "de", "fr", "js", "tv"})


def sentences(document: Document, spans: Sequence[Span] | None = None) -> tuple[Span, ...]:
    """Spans of a document's sentences in reading order; with `spans`, only what lies inside those.

    Headings, captions, list items and bylines are units of their own. No span begins or ends with
    white space; none is empty. The language is the document's, else it is read off the text.

    >>> [span.of("One. Two.") for span in sentences(Document.from_text("One. Two."))]
    ['One.', 'Two.']
    """
    text = document.text
    known = words(document.language or likely_language(text))
    found = blocks(text) if spans is None else _within(blocks(text), spans)
    return tuple(_split(text, found, known))


def split(text: str, *, language: str | None = None) -> tuple[Span, ...]:
    """Spans of the sentences of a text; `language` is a BCP 47 primary tag, None reads it off the text.

    >>> [span.of("Dr. Ito left. Why?") for span in split("Dr. Ito left. Why?", language="en")]
    ['Dr. Ito left.', 'Why?']
    """
    return tuple(_split(text, blocks(text), words(language or likely_language(text))))


def _within(found: Sequence[Span], spans: Sequence[Span]) -> Iterator[Span]:
    """What of the blocks lies inside the spans; both in order, each without overlaps."""
    at = 0
    for span in spans:
        while at < len(found) and found[at].end <= span.start:
            at += 1
        while at < len(found) and found[at].start < span.end:
            yield Span(max(found[at].start, span.start), min(found[at].end, span.end))
            if found[at].end > span.end:
                break
            at += 1


def blocks(text: str) -> tuple[Span, ...]:
    """Spans of the paragraphs, headings and list items; lines of a hard-wrapped paragraph are joined.

    A newline is a wrap where the document as a whole is wrapped and the next word would not have
    fitted on the line, or the line runs on in lower case.
    """
    lines = [line for found in LINE.finditer(text) if (line := _trim(text, *found.span()))]
    width = _wrap_width(text, lines)
    if not width:
        return tuple(lines)
    joined = lines[:1]
    for before, line in pairwise(lines):
        if _adjacent(text, before, line) and _wrapped(text, before, line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _adjacent(text: str, before: Span, line: Span) -> bool:
    return len(text[before.end : line.start].strip(" \t").replace("\r\n", "\n")) == 1


def _wrap_width(text: str, lines: Sequence[Span]) -> int:
    """Columns a document is wrapped at; 0 if its newlines end paragraphs."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    if not pairs:
        return 0
    width = sorted(len(a) for a, _ in pairs)[len(pairs) * 9 // 10]
    full = sum(len(a) + 1 + _first_word(text, b) > width for a, b in pairs)
    running = sum(_runs_on(text, a, b) for a, b in pairs)
    # Chosen by eye: wrapped prose is near 1 and .7, a list of headings near .3 and 0.
    return width if width <= WIDEST_WRAP and full >= 0.5 * len(pairs) and running >= 0.3 * len(pairs) else 0


def _first_word(text: str, line: Span) -> int:
    return len(text[line.start : min(line.end, line.start + 40)].split(maxsplit=1)[0])


def _runs_on(text: str, before: Span, line: Span) -> bool:
    first = text[line.start]
    return text[before.end - 1] not in ".!?:…" + FULL and first.isalpha() and not first.isupper()


def _wrapped(text: str, before: Span, line: Span, width: int) -> bool:
    if BULLET.match(text, line.start, line.end) or text[before.start] == "#":
        return False
    return len(before) + 1 + _first_word(text, line) > width or _runs_on(text, before, line)


def likely_language(text: str) -> str | None:
    """The language whose commonest words the head of a text holds most; None if it holds few.

    Good enough to choose a list of abbreviations; what a document is written in is for `language`.
    """
    head = WORD.findall(text[:4000].lower())
    score, language = max((sum(map(words(tag).starters.__contains__, head)), tag) for tag in TABLE)
    return language if score * 10 > len(head) else None


def _split(text: str, found: Iterable[Span], known: Words) -> Iterator[Span]:
    for block in found:
        start = block.start
        for mark in MARK.finditer(text, block.start, block.end):
            if (
                mark.end() < block.end
                and mark.start() >= start
                and _ends(text, mark, start, block.end, known)
            ):
                if span := _trim(text, start, mark.end()):
                    yield span
                start = _after_stray(text, mark.end())
        if span := _trim(text, start, block.end):
            yield span


def _after_stray(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] in STRAYS and text[at + 1 : at + 2].isspace() else at


def _ends(text: str, mark: re.Match[str], start: int, end: int, known: Words) -> bool:
    """Whether an end mark inside a block ends its sentence."""
    at = _after_stray(text, mark.end())
    coming = NEXT.match(text, at, end)
    assert coming is not None
    word = coming["word"] or ""
    if mark["mark"][0] in FULL:
        return text[mark.end()] not in "，、,；：と"
    if at == mark.end() and not text[at].isspace():
        return _glued(text, mark, word)
    if not word:
        return not coming["open"] and coming.end() < end and text[coming.end()] not in ",;:)"
    if word[0].islower():
        return False
    if mark["mark"] == ".":
        return _stop_ends(text, mark, start, word, known)
    return not (mark["close"] and mark["mark"][-1] in "!?" and _speech_follows(text, coming.start("word")))


def _glued(text: str, mark: re.Match[str], word: str) -> bool:
    """Whether "organisations.The" is two sentences; "node.js", "example.Com" and "U.S.A" are not."""
    at = mark.start()
    return (
        text[at - 2 : at].isalpha()
        and text[at - 1].islower()
        and text[mark.end()].isupper()
        and word.lower() not in DOMAINS
        and not set("@/:") & set(text[max(0, at - LEFT) : at].split()[-1])
    )


def _stop_ends(text: str, mark: re.Match[str], start: int, word: str, known: Words) -> bool:
    left = text[max(start, mark.start() - LEFT) : mark.start()]
    last = left.split()[-1].lstrip("\"'“”‘’«‹„‚([{¿¡") if left and not left[-1].isspace() else ""
    lower = last.lower()
    starts = word.lower() in known.starters
    if lower in known.titles:
        return False
    if lower in known.numeric:
        return not word[0].isdigit() and (starts or len(last) > 2)
    if lower in known.others or (len(last) == 1 and last.isalpha()) or re.fullmatch(r"(?:\w\.)+\w", last):
        return starts
    if last.isdigit() and len(last) <= 2 and known.ordinals:
        return starts
    return not (last.isdigit() and mark.start() - len(last) == start)


def _speech_follows(text: str, at: int) -> bool:
    return any(part in SPEECH for part in text[at : at + 40].split()[1:3])
