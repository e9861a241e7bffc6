"""What a page says of itself to machines: its own address, and the feeds of its site.

One pass over the tags without building a tree, so any page can be asked (see `markup`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from summarize.read import hrefs, markup

FEED_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
)
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
LONGEST_TAG = 4000  # characters; an address has at most 2,000
UNREAD = ("script", "style", "template", "noscript", "textarea", "svg")

Attributes = dict[str, str]


def feeds(html: str, url: str) -> tuple[str, ...]:
    """The addresses of the feeds a page announces (`<link rel="alternate">`), absolute, in its order.

    url: where the page is from. Of a saved page it is where the page says that it stands; if it does not say,
    relative addresses are given as they are written.
    """
    base, found = url if hrefs.is_web(url) else next(iter(stated(html, "")), ""), []
    for name, attributes in _tags(html):
        if name == "base":
            base = hrefs.absolute(attributes.get("href", ""), base) or base
        elif (
            name == "link" and "alternate" in _relations(attributes) and _media_type(attributes) in FEED_TYPES
        ):
            href = attributes.get("href", "")
            found.append(hrefs.absolute(href, base) or (not base and _relative(href)))
    return tuple(dict.fromkeys(address for address in found if address))


def _relative(href: str) -> str:
    """An address without scheme and host as it is written, as far as it may be shown; "" if it is none."""
    return "" if hrefs.SCHEME.match(href) else hrefs.FORBIDDEN.sub("", href)[: hrefs.LONGEST]


def stated(html: str, base: str) -> list[str]:
    """Where a page says that it stands, `rel="canonical"` before `og:url`. base: where it was fetched at."""
    found: dict[str, str] = {}
    for name, attributes in _tags(html):
        if name == "link" and "canonical" in _relations(attributes):
            found.setdefault("canonical", attributes.get("href", ""))
        elif name == "meta" and attributes.get("property", "").lower() == "og:url":
            found.setdefault("og:url", attributes.get("content", ""))
    urls = (hrefs.absolute(found.get(source, ""), base) for source in ("canonical", "og:url"))
    return [url for url in urls if url]


def address(urls: list[str], uri: str, place: str = "") -> str | None:
    """Where a page can be opened: as it says itself, else where it is from.

    urls: what it says. place: where it was fetched at, if not at its uri. A page that was fetched is believed
    only about its own site. The front page of a site is what pages with a broken template name, so it is
    believed of no page.
    """
    own = place or _web(uri)
    for url in urls:
        if not _is_front(url) and (not own or hrefs.same_site(url, own)):
            return url
    return _web(uri) or own or None


def _web(uri: str) -> str:
    return uri if hrefs.is_web(uri) else ""


def _is_front(url: str) -> bool:
    return not url.partition("://")[2].partition("#")[0].rstrip("/").partition("/")[2] and "?" not in url


def _relations(attributes: Attributes) -> list[str]:
    return attributes.get("rel", "").lower().split()


def _media_type(attributes: Attributes) -> str:
    return attributes.get("type", "").partition(";")[0].strip().lower()


def _tags(html: str) -> Iterator[tuple[str, Attributes]]:
    """The `base`, `link` and `meta` elements of a page, those in comments and scripts passed over."""
    at = 0
    while match := markup.TAG.search(html, at):
        at, name = match.end(), (match["name"] or "").lower()
        if match["comment"]:
            at = markup.after(html, "-->", at)
        elif name in UNREAD and not match["end"]:
            at = markup.end_of_raw(html, name, at)
        elif name in ("base", "link", "meta") and not match["end"]:
            yield name, _attributes(match["rest"][:LONGEST_TAG])


def _attributes(tag: str) -> Attributes:
    """Attributes by name, lower case; of two of one name the first, as browsers have it."""
    found: Attributes = {}
    for name, *values in ATTRIBUTE.findall(tag):
        found.setdefault(name.lower(), unescape("".join(values)).strip())
    return found
