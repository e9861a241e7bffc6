"""Pages to documents: main text, title, site, author and date.

The main text is trafilatura's choice, one block (paragraph, heading, list item) to a paragraph with a
blank line between; it is what spans count in, since no reader could count in a page's source. A
page that no tree builder takes whole is read by `markup.scan` instead. Pure: bytes in, document out;
the same bytes give the same document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import dates, discovery, encoding, hrefs, main_text, markup, prose

# Characters. trafilatura's own limit is 20,000,000 bytes; saved pages of news are under 5 MB.
LARGEST_PAGE = 20 * 1024 * 1024
# libxml2 drops what is nested deeper than 256. Half of that, since the scan sees only tags.
DEEPEST_TREE = 128
# lxml is quadratic in the attributes of one tag: 100,000 of them take a minute, this much 60 ms.
LONGEST_TAG = 64 * 1024
# Up to here the slowest page we could make takes 9 s, growing evenly; a long live blog has 30,000.
MOST_TAGS = 100_000
# A parser that keeps less than this share of the visible text has lost some; chosen by eye.
KEPT_BY_PARSER = 0.5
CONTROLS = re.compile(r"[\0-\x08\x0b\x0e-\x1f\x7f]")  # no characters of HTML, and lxml refuses them
# Names under which pages state when they were published, most exact first.
META_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "citation_publication_date", "publication_date", "publish-date", "publishdate",
    "publish_date", "pubdate", "dc.date", "dcterms.date", "date",
)  # fmt: skip
HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}(?::\d+)?")
JSON_LD_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
META_CHARSET = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{1,40})""", re.IGNORECASE
)


def read(
    raw: bytes, uri: str, *, charset: str | None = None, place: str = ""
) -> Iterator[Document | Failure]:
    """The document in a page, and a line about it where much of the page's prose is not in the document.

    That may be right (a short article beside a long one on something else) or not (a page that the
    extractor does not understand); we cannot tell, so the reader of the digest is told.
    charset: what the HTTP header says, if there was one. place: where the page was fetched at, if not at its
    uri. Raises `ReadError` where there is no article: no text, no letters, too large.
    """
    html = encoding.decode(raw, declared=charset or _declared(raw))
    document = parse(html, uri, place)
    reason = prose.missing(CONTROLS.sub("", html), document.text)
    if document.title and document.text.split() == document.title.split():
        raise ReadError(uri, f"holds no article text: {reason}" if reason else "holds no article text")
    yield document
    if reason:
        yield Failure(uri, reason, passed_over=True)


def parse(html: str, uri: str, place: str = "", **given: Any) -> Document:
    """The document in a decoded page. given: fields of `Document.from_text` that are known better."""
    if len(html) > LARGEST_PAGE:
        raise ReadError(uri, f"is a page larger than {LARGEST_PAGE >> 20} MiB: save the article alone")
    html = CONTROLS.sub("", html)
    page = markup.scan(html)
    if not any(character.isalpha() for block in page.blocks for character in block):
        raise ReadError(uri, "holds no article text")
    tree = _tree(html, page)
    fields: dict[str, Any] = {"title": page.title} if tree is None else _metadata(tree, uri)
    urls = discovery.stated(html, place or uri)
    fields["url"] = discovery.address(urls, uri, place)
    fields["publisher"] = _outlet(fields.get("publisher"), urls[:1], place or uri)
    text = (None if tree is None else main_text.find(tree, page)) or page.text
    return Document.from_text(
        text, uri=uri, **(fields | {key: value for key, value in given.items() if value})
    )


def _declared(raw: bytes) -> str | None:
    """The encoding a page states about itself, looked for where the HTML Standard has it stand."""
    match = META_CHARSET.search(raw[:4096])
    return match[1].decode("ascii") if match else None


def _tree(html: str, page: markup.Page) -> Any | None:
    """The parsed page, or None if a parser cannot hold it or has dropped text."""
    if page.depth > DEEPEST_TREE or page.longest_tag > LONGEST_TAG or page.tags > MOST_TAGS:
        return None
    trafilatura = main_text.library()
    try:
        tree = trafilatura.load_html(html)
        if tree is None:
            return None
        for element in [each for each in tree.iter("*") if page.styles.hides(each.tag, each.attrib)]:
            element.drop_tree()
        kept = sum(_weight(text) for text in tree.xpath("//text()[not(parent::script or parent::style)]"))
    except Exception:  # whatever a parser makes of hostile bytes, the scan can read them
        return None
    return tree if kept > KEPT_BY_PARSER * sum(map(_weight, page.blocks)) else None


def _weight(text: str) -> int:
    """How many characters of a text can be seen."""
    return sum(map(len, text.split()))


def _metadata(tree: Any, uri: str) -> dict[str, Any]:
    """Title, publisher and author as the page's own metadata have them, and `_published`."""
    url = uri if uri.startswith(("http://", "https://")) else None
    # The library also guesses a date, up to today's; we discard it, so it need not look far.
    no_date = {"extensive_search": False, "original_date": True, "max_date": "1995-01-02"}
    try:
        found = main_text.library().extract_metadata(tree, url, no_date)
    except Exception:  # as in _tree
        return {"published": _published(tree)}
    return {
        "title": found.title,
        "publisher": found.sitename,
        "author": found.author,
        "published": _published(tree),
    }


def _outlet(name: str | None, urls: list[str], place: str) -> str | None:
    """The name that a page gives its site (of an address its host), or the host it was fetched from.

    The host is used if the page's own addresses (`urls`), or the host it is named by, are another outlet's.
    """
    if not name:
        return None
    if "@" in name and not any(map(str.isspace, name)):
        name = name.rpartition("@")[2].partition(":")[0]
    named = [*urls, f"https://{name}"] if HOST.fullmatch(name) else urls
    own = hrefs.site(place)
    return own if own and not all(hrefs.related(url, place) for url in named) else name


def _published(tree: Any) -> datetime | None:
    """When the page says it was published: in a meta element, JSON-LD or a marked `time` element.

    Never from its URL, its prose or the clock, where trafilatura (htmldate) would look too.
    """
    stated: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            stated.setdefault((name or "").lower(), meta.get("content") or "")
    candidates = [stated.get(name, "") for name in META_DATES]
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            candidates += JSON_LD_DATE.findall(script.text or "")
    candidates += [
        time.get("datetime") or time.get("content") or ""
        for time in tree.iter("time")
        if time.get("pubdate") is not None or (time.get("itemprop") or "").lower() == "datepublished"
    ]
    return next((moment for moment in map(dates.parse, candidates) if moment), None)
