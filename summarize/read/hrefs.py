"""Addresses from outside: made absolute and safe to follow, and compared.

What comes out of `absolute` is http or https with a host and nothing hidden in it; it says nothing about
whether the address may be fetched, which is decided at the connection.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from summarize.read.urls import PORTS

# Browsers and servers give up between 2,000 and 8,000 characters; longer ones lead nowhere.
LONGEST = 2000
WEB = re.compile(r"https?://", re.IGNORECASE)
SCHEME = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)  # or a host
# What browsers drop from an address before they read it, and what no address may hold.
DROPPED = re.compile(r"[\t\r\n]")
FORBIDDEN = re.compile(r"[\0-\x20\"<>\\^`{|}\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# Parameters that say where a reader came from, not what is read.
TRACKING = re.compile(r"utm_|(?:fbclid|gclid|mc_cid|mc_eid)$", re.IGNORECASE)
# The same site under its other names.
NAMES = re.compile(r"^(?:www|m|amp)\.")


def is_web(text: str) -> bool:
    """Whether this is an http(s) address rather than a path."""
    return bool(WEB.match(text))


def absolute(href: str, base: str = "") -> str | None:
    """A link as an http(s) address without user name and password; None if it is none.

    >>> absolute("../b?x=1", "https://a.example/c/d")
    'https://a.example/b?x=1'
    >>> absolute("java\\nscript:alert(1)") is absolute("/b", "saved.html") is None
    True
    """
    href = DROPPED.sub("", href.strip())
    try:
        parts = urlsplit(urljoin(base, href) if is_web(base) else href)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not href or parts.scheme not in PORTS or not host or FORBIDDEN.search(host):
        return None
    place = f"[{host}]" if ":" in host else host
    place += f":{port}" if port is not None else ""
    rest = (FORBIDDEN.sub(_encoded, part) for part in (parts.path, parts.query, parts.fragment))
    url = urlunsplit((parts.scheme, place, *rest))
    return url if len(url) <= LONGEST else None


def _encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def key(url: str) -> str | None:
    """What addresses of one page have in common; None for what is no web address.

    Scheme, case of the host, default port, fragment and tracking parameters make no difference.

    >>> key("HTTP://A.example:80/b?utm_source=x&q=1#c") == key("https://a.example/b?q=1")
    True
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return None
    if parts.scheme not in PORTS or not host:
        return None
    place = host if port in (None, PORTS[parts.scheme]) else f"{host}:{port}"
    query = urlencode([(name, value) for name, value in pairs if not TRACKING.match(name)])
    return f"{place}{parts.path or '/'}?{query}"


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are on one host, the names for its readers on the move aside."""
    return site(one) == site(other) != ""


def related(one: str, other: str) -> bool:
    """Whether two addresses are on one host, or one on a part of the other's.

    >>> related("https://edition.herald.example/a", "https://www.herald.example/"), related("//a", "https://a")
    (True, False)
    """
    hosts = site(one), site(other)
    return all(hosts) and any(f".{a}".endswith(f".{b}") for a, b in (hosts, hosts[::-1]))


def site(url: str) -> str:
    """The host of an address, the names for readers on the move aside; "" for what is no address.

    >>> site("https://user@www.Herald.example:8443/dam"), site("letters.mbox")
    ('herald.example', '')
    """
    try:
        return NAMES.sub("", urlsplit(url).hostname or "") if is_web(url) else ""
    except ValueError:
        return ""
