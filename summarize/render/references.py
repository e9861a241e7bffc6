"""The cited sources of a digest as reference managers take them in: CSL-JSON, BibTeX, RIS.

Only what a source says of itself: no day of access, for nothing here knows the clock, and no author's name
taken apart, for which part is the family's a string does not say. Every value passes `sinks.visible`, so it
is one line without control characters; what then acts in a format is escaped here.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from summarize.model import Digest, Source
from summarize.options import unlike
from summarize.render import highlights, sinks, wording

# What acts in LaTeX. Braces by name: BibTeX counts them, with a backslash or without.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "$&#_%"},
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 30  # letters of a word in a key; longer words are rare even in German (by eye)
_SMALL = frozenset(("and", "das", "der", "die", "for", "from", "las", "les", "los", "una", "une", "with"))


def render(digest: Digest, format: str) -> str:
    """The cited sources, or their quotes, in one of FORMATS; ValueError for another."""
    if format not in FORMATS:
        raise ValueError(f"format: {unlike(format, list(FORMATS))}")
    return FORMATS[format](digest)


def csl_json(digest: Digest) -> str:
    """An array of CSL items: `webpage` with a `URL`, or `document` where nothing can be opened."""
    cited = wording.used(digest)[0]
    items = [_item(source, key) for source, key in zip(cited, keys(cited), strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def bibtex(digest: Digest) -> str:
    """One `@misc` a source, in UTF-8, which every BibTeX style and biblatex know."""
    cited = wording.used(digest)[0]
    entries = (_entry(source, key) for source, key in zip(cited, keys(cited), strict=True))
    return "\n".join(entries)


def ris(digest: Digest) -> str:
    """One record a source, `ELEC` or `GEN`; lines end as RIS has it, in CR LF."""
    cited = wording.used(digest)[0]
    lines = (line for source, key in zip(cited, keys(cited), strict=True) for line in _record(source, key))
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def keys(sources: Sequence[Source]) -> list[str]:
    """A name for each source, unlike the others and the same in every format: "herald2026dam".

    Of its outlet, year and title's first word of some length, as far as they have letters of a to z; else of
    its text.
    """
    found: list[str] = []
    for source in sources:
        year = str(source.published.year) if source.published else ""
        outlet = "".join(_letters(source.publisher or "")[:2])
        word = next(
            (each for each in _letters(source.title or "") if len(each) > 2 and each not in _SMALL), ""
        )
        key = f"{outlet or word}{year}{word if outlet else ''}" if outlet or word else _unnamed(source)
        again = sum(key == each.partition("-")[0] for each in found)
        found.append(f"{key}-{again + 1}" if again else key)
    return found


def _unnamed(source: Source) -> str:
    # A digest read from a file may hold anything in place of a hash.
    return "source" + re.sub("[^0-9a-f]", "", source.sha256[:8])


def _letters(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return [word[:_LONGEST] for word in re.findall("[a-z]+", plain) if word != "the"]


def _item(source: Source, key: str) -> dict[str, Any]:
    url = _url(source)
    outlet = "container-title" if url else "publisher"
    day = source.published.date() if source.published else None
    about: dict[str, Any] = {
        "id": key,
        "type": "webpage" if url else "document",
        "title": title(source),
        "author": [{"literal": name} for name in authors(source)],
        outlet: sinks.visible(source.publisher or ""),
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": url,
        "language": sinks.visible(source.language or ""),
        "note": _place(source),
    }
    return {name: value for name, value in about.items() if value}


def _entry(source: Source, key: str) -> str:
    day = source.published.date() if source.published else None
    fields = {
        # A second pair keeps capitals, and a name that holds "and" or a comma, as they are.
        "title": f"{{{_latex(title(source))}}}",
        "author": " and ".join(f"{{{_latex(name)}}}" for name in authors(source)),
        "howpublished": _latex(source.publisher or ""),
        "year": f"{day.year:04}" if day else "",
        "month": _MONTHS[day.month - 1] if day else "",
        "day": str(day.day) if day else "",
        "url": _url(source) or "",
        "note": _latex(_place(source)),
    }
    said = [f"  {name} = {_value(name, value)},\n" for name, value in fields.items() if value]
    return f"@misc{{{key},\n{''.join(said)}}}\n"


def _value(name: str, value: str) -> str:
    return value if name == "month" else f"{{{value}}}"


def _record(source: Source, key: str) -> Iterator[tuple[str, str]]:
    url = _url(source)
    yield "TY", "ELEC" if url else "GEN"
    yield "ID", key
    yield "TI", title(source)
    for name in authors(source):
        yield "AU", name
    if source.publisher:
        yield "T2" if url else "PB", sinks.visible(source.publisher)
    if source.published:
        yield "PY", f"{source.published.year:04}"
        yield "DA", source.published.date().isoformat().replace("-", "/")
    if url:
        yield "UR", url
    if source.language:
        yield "LA", sinks.visible(source.language)
    if _place(source):
        yield "N1", _place(source)
    yield "ER", ""


def title(source: Source) -> str:
    """What a source is called, or where it is where it has no title."""
    return sinks.visible(source.title or "") or sinks.address(source.uri) or f"Source {source.number}"


def authors(source: Source) -> list[str]:
    """Who wrote a source, one by one where it lists them with semicolons."""
    names = (sinks.visible(name) for name in (source.author or "").split(";"))
    return [name for name in names if name]


def _url(source: Source) -> str | None:
    return sinks.link(source.url or source.uri)


def _place(source: Source) -> str:
    """Where a source was read that has no address on the web and is not called by that place already."""
    return sinks.address(source.uri) if not _url(source) and source.title else ""


def _latex(text: str) -> str:
    return sinks.visible(text).translate(_LATEX)


FORMATS: dict[str, Callable[[Digest], str]] = {
    "csl-json": csl_json,
    "bibtex": bibtex,
    "ris": ris,
    "annotations": highlights.render,
}
