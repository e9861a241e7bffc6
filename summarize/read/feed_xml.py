"""RSS 0.9x, 1.0 and 2.0, and Atom, by way of feedparser.

feedparser reads what strict parsers refuse: feeds cut short, undeclared entities and prefixes. What it is
given is a stream of bytes, never a name: handed a string or bytes it would open the file or address of that
name. What it hands back is not clean; here it becomes so.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from summarize.errors import FeedError
from summarize.read import entries, hrefs, language, xml
from summarize.read.entries import Feed, Item

ROOTS = frozenset(("rss", "feed", "rdf", "channel"))
TAIL = 64 * 1024  # characters at the end in which the root's end tag is looked for


def parse(source: xml.Source, url: str, *, base: str = "") -> Feed:
    """The feed in XML whose root is one of `ROOTS`. Raises `FeedError` where there is none.

    base: where relative links count from; url if "".
    """
    try:
        xml.check(source)
    except ValueError as error:
        raise FeedError(url, str(error)) from error
    found = _parsed(source, url)
    about, raw_items = found["feed"], found["entries"]
    if not raw_items and not found.get("version"):
        raise FeedError(url, f"is XML, but no feed (its root is <{source.root}>)")
    base = base or url
    site = hrefs.absolute(str(about.get("link") or ""), base)
    base = base if hrefs.is_web(base) else site or ""
    items, again = entries.identified([_item(entry, base, (url, base)) for entry in raw_items])
    return Feed(
        url=url,
        title=entries.headline(about.get("title"), is_html=_is_html(about.get("title_detail"))),
        site=site,
        language=language.primary(about.get("language")),
        items=items,
        notes=tuple(_notes(found, source, again)),
        cut=f"{source.root}>" not in source.text[-TAIL:].lower(),
    )


def _parsed(source: xml.Source, url: str) -> Any:
    import feedparser  # 0.2 s

    try:
        return feedparser.parse(
            io.BytesIO(source.encoded()),
            # No address: it would complete ids, too, which often look like relative ones.
            response_headers={"content-type": "application/xml; charset=utf-8"},
            # Sinks sanitise, and HTML in items is only ever read for its text.
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # whatever a parser makes of hostile bytes, it costs this feed alone
        raise FeedError(url, f"cannot be read as a feed ({type(error).__name__})") from error


def _notes(found: Any, source: xml.Source, again: int) -> Iterator[str]:
    if source.junk:
        yield f"{source.junk} characters before the feed were passed over"
    if found.get("bozo"):
        problem = found.get("bozo_exception")
        reason = problem.getMessage() if hasattr(problem, "getMessage") else str(problem)
        yield f"is not well-formed ({entries.line(reason) or 'no reason given'}): what could be read is used"
    if again:
        yield f"{again} of its items repeat or update others"


def _item(entry: Any, base: str, feed: tuple[str, ...]) -> Item:
    get = _getter(entry)
    content = max(get("content") or (), key=_preference, default=None)
    summary = get("summary_detail")
    # "Read on." in the place of the article is less than what it stands beside.
    whole = _length(content) >= max(_length(summary), 1)
    body = content if whole else summary
    kind = str((body or {}).get("type") or "")
    said = entries.block((body or {}).get("value"))
    plain = kind == "text/plain"
    published, updated = entries.moment(get("published")), entries.moment(get("updated"))
    return Item(
        id=entries.line(get("id")) or "",
        url=_link(entry, base, feed),
        title=entries.headline(get("title"), is_html=_is_html(get("title_detail"))),
        author=entries.line(get("author")),
        published=published or entries.moment(get("created")) or updated,
        updated=updated,
        language=language.primary(get("language")) or language.primary((body or {}).get("language")),
        html=None if plain else said,
        text=said if plain else None,
        whole=whole,
    )


def _getter(entry: Any) -> Any:
    """Its own keys: the library's `get` answers for `updated` with `published`, and warns that it does."""
    return lambda key: dict.get(entry, key)


def _is_html(detail: Any) -> bool:
    return bool(detail) and detail.get("type") in ("text/html", "application/xhtml+xml")


def _preference(content: Any) -> tuple[bool, int]:
    """Text before pictures and sound; of several the longest."""
    return str(content.get("type", "")).startswith(("text/", "application/xhtml")), _length(content)


def _length(content: Any) -> int:
    return len((content or {}).get("value") or "")


def _link(entry: Any, base: str, feed: tuple[str, ...]) -> str | None:
    """Where an item can be opened: the address behind a counter, the alternate of Atom, or an id that is one.

    An empty link resolves to the feed itself, and is none.
    """
    get = _getter(entry)
    name = str(get("id") or "")
    # RSS calls an id a permanent link unless it says otherwise, and the library believes it.
    link = None if get("link") == name and not hrefs.is_web(name) else get("link")
    alternates = (each.get("href") for each in get("links") or () if each.get("rel") == "alternate")
    by_id = name if hrefs.is_web(name) else None
    candidates = (get("feedburner_origlink"), link, *alternates, by_id)
    found = (hrefs.absolute(str(each), base) for each in candidates if each)
    return next((url for url in found if url and url not in feed), None)
