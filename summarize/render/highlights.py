"""The quotes of a digest as W3C Web Annotations: a highlight in each source, for programs that show such.

A JSON-LD collection with one annotation for each citation. Each gives the place in three ways, so that a
program can use the one it knows: the words with what stands around them; code points of the text that was
read (of a web page, the extracted text); and, if there is an address, its text directive, so that
`source#value` is the citation's link.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as percent_encoded

from summarize.model import Citation, Digest, Source
from summarize.render import sinks
from summarize.render.phrases import EN

# What the Web Annotation examples and Hypothesis keep on each side of a quote, in characters.
AROUND = 32
TEXT_DIRECTIVE = "https://wicg.github.io/scroll-to-text-fragment/"


def render(digest: Digest) -> str:
    """The collection, with a final newline. Identifiers are hashes of what they name, so they never change.

    ASCII only, as the digest's JSON: a quote may hold control characters, which a terminal would obey.
    """
    items = [_annotation(*each) for each in _quotes(digest)]
    names = " ".join(item["id"] for item in items)
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _name(f"collection {names}"),
        "type": "AnnotationCollection",
        "label": sinks.visible(digest.title or "Digest"),
        "total": len(items),
        "first": {"id": _name(f"page {names}"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(collection, indent=2) + "\n"


def _quotes(digest: Digest) -> Iterator[tuple[Citation, str, str]]:
    """Each citation with what it stands for (a line or a value) and its kind."""
    for number, line in enumerate(digest.lines, start=1):
        for citation in line.citations:
            yield citation, f"{number}. {sinks.visible(line.text)}", citation.kind
    for difference in digest.differences:
        for value, citation in zip(difference.values, difference.citations, strict=False):
            yield citation, f"{EN.say(difference.kind)}: {sinks.visible(value)}", "differs"


def _annotation(citation: Citation, about: str, kind: str) -> dict[str, Any]:
    source, span = citation.source, citation.span
    return {
        "id": _name(f"{source.uri} {source.sha256} {span.start} {span.end} {kind} {about}"),
        "type": "Annotation",
        "motivation": "highlighting",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": about},
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": kind},
        ],
        "target": _target(citation),
    }


def _target(citation: Citation) -> dict[str, Any]:
    words = {"type": "TextQuoteSelector", "exact": citation.quote, **_around(citation)}
    place = {"type": "TextPositionSelector", "start": citation.span.start, "end": citation.span.end}
    selectors: list[dict[str, Any]] = [words, place]
    page, _, fragment = (sinks.link(citation.link or "") or "").partition("#")
    if fragment:
        selectors.append({"type": "FragmentSelector", "conformsTo": TEXT_DIRECTIVE, "value": fragment})
    return {"source": page or _address(citation.source), "selector": selectors}


def _around(citation: Citation) -> dict[str, str]:
    """What stands on each side of the quote, as far as the citation keeps it."""
    around = {"prefix": citation.before[-AROUND:], "suffix": citation.after[:AROUND]}
    return {name: text for name, text in around.items() if text}


def _address(source: Source) -> str:
    """An IRI: a web address, else the name it was read by as a relative one, which no program would run."""
    name = percent_encoded(sinks.address(source.uri), safe="/")
    return sinks.link(source.url or source.uri) or name or f"source-{source.number}"


def _name(what: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, what).urn
