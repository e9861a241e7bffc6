"""Plain text and Markdown: the text is the file itself; title and date if its first lines state them.

The head of a text is a mess in practice: header lines, furniture, a headline printed twice, a byline. A
line is taken for the title only if it looks like a headline *and* its words come back in the body; the
words of slogans and teasers do not. Without such a line the title is None: a lede is no title. A date must
be written out in full; "5 hours ago" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from summarize.errors import ReadError
from summarize.model import Document, shows
from summarize.read import dates, encoding

HEAD_LINES = 12  # lines with something on them, in which title and date may stand; chosen by eye
HEAD_CHARACTERS = 8000
BODY_CHARACTERS = 20_000  # of body in which a headline's words are looked for: about 3,000 words
LONGEST_HEADLINE = 160  # characters; chosen by eye
LONGEST_DATE_LINE = 100
# In five scraped articles headlines had .8 to 1, slogans and page furniture at most .33.
WORDS_THAT_RETURN = 0.5
ENOUGH_WORDS = 4  # that come back: "Email this article" has two, and a line below the headline has no more

# What a header line may be labelled, lower case, and which field it gives.
LABELS = {
    "title": "title", "headline": "title", "titel": "title", "titre": "title", "título": "title",
    "source": "publisher", "publisher": "publisher", "publication": "publisher", "quelle": "publisher",
    "author": "author", "autor": "author", "auteur": "author",
    "date": "published", "published": "published", "published on": "published", "published at": "published",
    "publish date": "published", "publication date": "published", "first published": "published",
    "posted": "published", "posted on": "published", "datum": "published", "veröffentlicht": "published",
    "publié le": "published", "publicado": "published", "fecha": "published",
}  # fmt: skip

# Front matter as static site generators write it: `key: value` lines between two lines of dashes.
FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n((?:[^\r\n]*\r?\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
LABEL = re.compile(r"\s*([^\W\d_][^\W\d_ ]{2,12}(?: [^\W\d_]{2,12})?)\s*:\s*(\S.*)")
# What may stand before the date on a date line: a label, a byline with its separator.
BEFORE_DATE = re.compile(r"(?:[^\d|·•]{2,60}(?:\s[|·•–—-]|,)\s+)?(?:(?:on|am|le|el)\s+)?", re.IGNORECASE)
DATE_LABELS = sorted(
    (label for label, field in LABELS.items() if field == "published"), key=len, reverse=True
)
LABEL_OF_DATE = re.compile(rf"(?:{'|'.join(DATE_LABELS)})\b\s*:?\s*", re.IGNORECASE)
AFTER_DATE = re.compile(r"\s*(?:$|[|·•–—,(-])")
NOT_A_HEADLINE = re.compile(
    r"""[=|©→»•<>{}@#]|https?:|www\.|\b\d+\s+\w+\s+ago\b|\bvor\s+\d+\s
    |\bphotos?:|\((?:photo|image)|photographer\b|\bgetty\b|\b(?:image|media)\s+(?:copyright|caption|playback)\b
    |^(?:photo|image|copyright|updated?|published|advertisement|related)\b
    |[^\W\d_]{4,}\.\s|^\d+\s+\w+$|^\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
BYLINE = re.compile(r"(?i:by|von|par|por)\s+[^\W\d_a-z]\w+(?:[\s.,&-]+\w+){0,7}$")
HEADING = re.compile(r"#{1,6}\s+(\S.*?)\s*#*$")
WORD = re.compile(r"[^\W\d_]{2,}")
ENDS = ".!…:;,。！।؟"
CLOSERS = "\"'”’»)]"
CJK = "\u2e80"  # from here on scripts without spaces: ideographs, kana; Hangul has spaces and is cut the same


def read(raw: bytes, uri: str, *, charset: str | None = None) -> Document:
    """The document in a text file. Raises `ReadError` if it holds no letter."""
    return parse(encoding.decode(raw, declared=charset), uri)


def parse(text: str, uri: str, **given: Any) -> Document:
    """The document in a decoded text. given: fields of `Document.from_text` that are known better."""
    if not any(character.isalpha() for character in text):
        raise ReadError(uri, "is empty" if not text.strip() else "holds no words")
    fields = head(text) | {key: value for key, value in given.items() if value}
    return Document.from_text(text, uri=uri, **fields)


def head(text: str) -> dict[str, Any]:
    """The fields of `Document.from_text` that the first lines state: title, published, publisher, author."""
    matter = FRONT_MATTER.match(text[:HEAD_CHARACTERS])
    lines = _lines(text[matter.end() if matter else 0 :][:HEAD_CHARACTERS])
    fields: dict[str, Any] = {}
    labelled = matter[1].splitlines() if matter else []
    for line in labelled + [line for line, _ in lines]:
        if pair := _labelled(line):
            fields.setdefault(*pair)
    fields.setdefault("published", next(filter(None, (_date_line(line) for line, _ in lines)), None))
    fields.setdefault("title", _headline(lines, text[:BODY_CHARACTERS]))
    return fields


def _lines(text: str) -> list[tuple[str, bool]]:
    """The first lines with something on them, white space folded, and whether a blank one follows."""
    found: list[tuple[str, bool]] = []
    for line in text.splitlines():
        folded = " ".join(line.split())
        if folded and len(found) == HEAD_LINES:
            break
        if folded:
            found.append((folded, False))
        elif found:
            found[-1] = (found[-1][0], True)
    return found


def _labelled(line: str) -> tuple[str, Any] | None:
    """The field and value of a header line ("Title: The dam held"), if it is one we know."""
    match = LABEL.fullmatch(line)
    field = LABELS.get(match[1].lower()) if match else None
    if match is None or field is None:
        return None
    value = match[2].strip().strip("\"'")
    if field == "published":
        moment = _date_line(value)
        return (field, moment) if moment else None
    return (field, value) if shows(value) and len(value) <= LONGEST_HEADLINE else None


def _date_line(line: str) -> datetime | None:
    """The moment a line states: the date may follow a label or byline, and prose may not follow it."""
    if len(line) > LONGEST_DATE_LINE:
        return None
    label = LABEL_OF_DATE.match(line)
    before = label or BEFORE_DATE.match(line)
    found = dates.leading(line[before.end() :] if before else line)
    if found is None:
        return None
    moment, rest = found
    return moment if label or AFTER_DATE.match(rest) else None


def _headline(lines: list[tuple[str, bool]], text: str) -> str | None:
    """The likeliest of the lines that look like a headline, stand like one and whose words come back.

    A line that stands twice, as page title and headline, is preferred; then one whose words come back most.
    """
    found: dict[str, tuple[bool, int]] = {}
    seen_prose = False
    for at, (line, blank_follows) in enumerate(lines[:-1]):
        heading = HEADING.fullmatch(line) if len(line) <= LONGEST_HEADLINE else None
        if heading and not seen_prose and shows(heading[1]):
            return heading[1]
        below = [line for line, _ in lines[at + 1 : at + 3]]
        credited = any(BYLINE.match(each) or _date_line(each) for each in below)
        above_prose = at == 0 and _ends_sentence(below[0])
        stands = line == below[0] or (not seen_prose and (blank_follows or credited or above_prose))
        if stands and _looks_like_headline(line, first=at == 0):
            back, words = _returns(line, text)
            if back >= max(WORDS_THAT_RETURN * words, _fewest(line)):
                found.setdefault(line, (line == below[0], min(back, ENOUGH_WORDS)))
        seen_prose = seen_prose or _ends_sentence(line)
    return max(found, key=found.__getitem__, default=None) or _labelled_below(
        lines, text
    )  # the first of equals


def _labelled_below(lines: list[tuple[str, bool]], text: str) -> str | None:
    """The first line if the next one is of a header that we know ("Date: 3 March 2026").

    Nobody heads a list of fields with a slogan, but maybe with an outlet's name: short, and not told of.
    """
    if len(lines) < 2 or not _labelled(lines[1][0]):
        return None
    line = lines[0][0]
    back, words = _returns(line, text)
    short = len(line.split()) < 3 and (back < words or not words)
    return None if short or not _may_be_headline(line) else line


def _fewest(line: str) -> int:
    """How many words have to come back: both of two, since menus and buttons are as short."""
    return 2 if len(line.split()) == 2 else 1


def _looks_like_headline(line: str, *, first: bool) -> bool:
    """first: on the page, where two words may be one."""
    enough = len(line.split()) >= (2 if first else 3) or (line[0] >= CJK and len(line) >= 6)
    return enough and _may_be_headline(line)


def _may_be_headline(line: str) -> bool:
    if len(line) > LONGEST_HEADLINE or _ends_sentence(line):
        return False
    return not any(test(line) for test in (NOT_A_HEADLINE.search, BYLINE.match, _labelled, _date_line))


def _ends_sentence(line: str) -> bool:
    return line.rstrip(CLOSERS)[-1:] in ENDS


def _returns(line: str, text: str) -> tuple[int, int]:
    """How many of a line's words come back in the rest of the text, inflected or not, and of how many."""
    words = set(_keys(line))
    rest = set(_keys(" ".join(text.split()).replace(line, " ")))
    return len(words & rest), len(words)


def _keys(text: str) -> Iterator[str]:
    """What a word is known by: its first five letters; pairs of characters where words have no spaces."""
    for word in WORD.findall(text.casefold()):
        if word[0] >= CJK:
            yield from (word[at : at + 2] for at in range(len(word) - 1))
        elif len(word) > 3:
            yield word[:5]
