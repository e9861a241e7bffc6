"""Addresses of the web, taken apart once: what is connected to, what is asked for, what may be shown.

Strict where two readers could differ (a backslash, a percent sign in a host), patient where people
are (spaces, letters outside ASCII). A user name and password are kept apart and never shown.
"""

from __future__ import annotations

import base64
import ipaddress
import re
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from summarize.model import without_surrogates

PORTS = {"http": 80, "https": 443}
LONGEST = 8000  # characters; RFC 9110 section 4.1 asks that this much be understood, servers take less
HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.?")
FEED = re.compile(r"(?i)\.(?:rss|atom|rdf|xml)\Z|[/.](?:feeds?|rss|atom)(?:\.json|/|\Z)")
CONTROLS = re.compile(r"[\0-\x1f\x7f-\x9f]")
# RFC 3986 section 3.3: what stands in a path as itself; % is left, so that nothing is encoded twice.
PATH, QUERY = "/%:@!$&'()*+,;=~-._", "/%:@!$&'()*+,;=~-._?"


@dataclass(frozen=True, slots=True)
class Url:
    """An http or https address. host: ASCII, lower case, no brackets. target: path and query, encoded."""

    scheme: str
    host: str
    port: int
    target: str
    login: tuple[str, str] | None = field(default=None, repr=False)

    @property
    def origin(self) -> tuple[str, str, int]:
        return self.scheme, self.host, self.port

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def authorization(self) -> dict[str, str]:
        """The header that a user name and password make, if there are any."""
        if not self.login:
            return {}
        return {"Authorization": "Basic " + base64.b64encode(":".join(self.login).encode()).decode()}

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def parse(text: str) -> Url:
    """An address as people type it. Raises ValueError with the reason in a few words.

    >>> str(parse("HTTPS://Me:secret@Mühle.example/a b#top"))
    'https://xn--mhle-0ra.example/a%20b'
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise ValueError(f"is longer than {LONGEST} characters")
    if CONTROLS.search(text):
        raise ValueError("is no address: it holds control characters")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise ValueError("is no address: check its host and port") from error
    if parts.scheme not in PORTS:
        raise ValueError("is no http or https address")
    if port == 0 or "\\" in parts.netloc or not parts.hostname:
        raise ValueError("is no address: check its host and port")
    return Url(parts.scheme, _host(parts), port or PORTS[parts.scheme], _target(parts), _login(parts))


def host(text: str) -> str | None:
    """The host of an address, None where it is none.

    >>> host("https://Herald.example:8443/dam"), host("letters.mbox")
    ('herald.example', None)
    """
    try:
        return parse(text).host
    except ValueError:
        return None


def join(base: Url, location: str) -> Url:
    """Where a redirect leads. A user name in it is dropped: it is not the user's."""
    try:
        joined = urljoin(str(base), location.strip())
    except ValueError as error:
        raise ValueError("redirects to what is no address") from error
    try:
        found = parse(joined)
    except ValueError as error:
        raise ValueError(f"redirects to what {error}") from error
    return Url(*found.origin, found.target)


def shown(text: str) -> str:
    """An address as it may be printed: without a user name, whatever else is wrong with it."""
    return re.sub(r"(?i)^(\s*https?:[/\\]*)[^/?#]*@", r"\1", without_surrogates(text))


def looks_like_feed(text: str) -> bool:
    """Whether an address is a feed's by its looks: one that is there for programs, whatever robots.txt says.

    >>> looks_like_feed("https://herald.example/feed/"), looks_like_feed("https://herald.example/dam")
    (True, False)
    """
    return bool(FEED.search(text.partition("?")[0].partition("#")[0]))


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if "[" in parts.netloc:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError as error:
            raise ValueError("is no address: check what stands in brackets") from error
    if not host.isascii():
        import idna

        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except UnicodeError as error:
            raise ValueError("is no address: there can be no host of that name") from error
    if len(host) > 253 or not HOST.fullmatch(host):
        raise ValueError("is no address: there can be no host of that name")
    return host


def _target(parts: SplitResult) -> str:
    path = quote(without_surrogates(parts.path), safe=PATH) or "/"
    query = quote(without_surrogates(parts.query), safe=QUERY)
    return f"{path}?{query}" if query else path


def _login(parts: SplitResult) -> tuple[str, str] | None:
    if not parts.username and not parts.password:
        return None
    return unquote(parts.username or ""), unquote(parts.password or "")
