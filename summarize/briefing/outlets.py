"""Whose text each is: outlets told apart by their hosts, and called what the configuration calls them.

Two papers may both call their feed "Latest news", and one paper has a feed for each of its sections. Host
and name are put into one publisher for each outlet here, so that whoever counts voices by publisher, here
or in the digest, counts outlets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from summarize.briefing.config import Source
from summarize.briefing.memory import Item
from summarize.read import urls

# Hosts of many outlets: of some the address before the name tells which, of others nothing in it does. Why by
# hand: docs/decisions/0054.
_NAMED_BEFORE = frozenset(
    {
        "blogspot.com", "buttondown.email", "ghost.io", "github.io", "gitlab.io", "medium.com",
        "netlify.app", "pages.dev", "substack.com", "tumblr.com", "typepad.com", "vercel.app",
        "wordpress.com",
    }
)  # fmt: skip
_NAMED_NOWHERE = frozenset(
    {
        "apple.news", "bing.com", "bsky.app", "facebook.com", "feedburner.com", "feedblitz.com",
        "feedly.com", "github.com", "google.com", "inoreader.com", "linkedin.com", "msn.com",
        "reddit.com", "t.co", "twitter.com", "x.com", "yahoo.com", "youtube.com",
    }
)  # fmt: skip
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "ltd", "me", "net", "or", "org"})
_EVERYBODYS = frozenset({"", "www", "m", "amp", "rss", "feed", "feeds"})


class Outlet(NamedTuple):
    """What tells one outlet from another; "" is what tells nothing.

    host: the part of its host's name that is its own; of a machine, which many may use, its whole address.
    publisher: where the host is that of many. place: where nobody says whose it is.
    """

    host: str = ""
    publisher: str = ""
    place: str = ""

    @property
    def is_site(self) -> bool:
        """Whether its host alone tells."""
        return bool(self.host) and not (self.publisher or self.place)


def named(items: Iterable[Item], sources: Sequence[Source]) -> list[Item]:
    """Items with the name of their outlet as publisher: one for each outlet, and for no other.

    The name that the configuration has for a source, where all it lists is of one outlet; else the
    publishers'. What several names of one outlet begin with is its name: "Argus" of "Argus - World".
    """
    items = list(items)
    whose = [outlet(item) for item in items]
    configured = _configured(items, whose, sources)
    whose = [_by_name(own, configured.get(item.source)) for item, own in zip(items, whose, strict=True)]
    given, called = defaultdict[Outlet, set[str]](set), defaultdict[Outlet, set[str]](set)
    for item, own in zip(items, whose, strict=True):
        if name := configured.get(item.source):
            given[own].add(name)
        if item.document.publisher:
            called[own].add(item.document.publisher)
    names = _apart({own: _common(given[own] or called[own]) for own in whose})
    return [_published(item, names[own]) for item, own in zip(items, whose, strict=True)]


def _configured(items: Sequence[Item], whose: Sequence[Outlet], sources: Sequence[Source]) -> dict[str, str]:
    """The names that the configuration has, by place: of the sources that list texts of one outlet."""
    of_source = defaultdict[str, set[Outlet]](set)
    for item, own in zip(items, whose, strict=True):
        of_source[item.source].add(own)
    return {each.place: each.name for each in sources if each.name and len(of_source[each.place]) == 1}


def _by_name(own: Outlet, name: str | None) -> Outlet:
    """An outlet by the name that the configuration has for it, where its host alone does not tell."""
    return Outlet(publisher=name.casefold()) if name and not own.is_site else own


def outlet(item: Item) -> Outlet:
    """Whose a text is: of its own host, else of the one it was listed at, else of its publisher."""
    addresses = (item.document.url or "", item.source)
    if host := next(filter(None, map(domain, addresses)), ""):
        return Outlet(host)
    publisher, host = item.document.publisher or "", next(filter(None, map(machine, addresses)), "")
    return Outlet(host, publisher.casefold(), "" if publisher else item.source)


def domain(address: str) -> str:
    """The part of a host's name that is one outlet's; "" where there is none, or it is that of many.

    >>> [domain(f"https://{host}/a") for host in ("www.argus.example", "feeds.argus.co.uk", "x.substack.com")]
    ['argus.example', 'argus.co.uk', 'x.substack.com']
    >>> [domain(f"https://{host}/a") for host in ("feeds.feedburner.com", "medium.com", "192.0.2.1")]
    ['', '', '']
    """
    host = (urls.host(address) or "").rstrip(".")
    if _is_machine(host):
        return ""
    labels = host.split(".")
    size = 3 if len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    registered, before = ".".join(labels[-size:]), ".".join(labels[:-size])
    if registered in _NAMED_NOWHERE:
        return ""
    if registered in _NAMED_BEFORE:
        return "" if before in _EVERYBODYS else f"{before}.{registered}"
    return registered


def machine(address: str) -> str:
    """The host and port of an address that names a machine by number or in one word; "" where none does.

    >>> [machine(f"http://{host}/a") for host in ("192.0.2.1:80", "[::1]:8000", "nas", "argus.example")]
    ['192.0.2.1', '[::1]:8000', 'nas', '']
    """
    try:
        url = urls.parse(address)
    except ValueError:
        return ""
    return url.authority if _is_machine(url.host) else ""


def _is_machine(host: str) -> bool:
    """Whether a name is a machine's own, as on a network of one's own, and not registered by an outlet."""
    before, _, last = host.rstrip(".").rpartition(".")
    return ":" in host or not before or last.isdecimal()


def _common(names: set[str]) -> str | None:
    """The words that all begin with, else the first of the names; None where there is no name."""
    if not names:
        return None
    first, *others = sorted(names)
    words = first.split()
    for other in others:
        pairs = zip(words, other.split(), strict=False)
        same = [one == another for one, another in pairs]
        words = words[: same.index(False) if False in same else len(same)]
    return " ".join(words).strip(" -–—|:·,/") or first


def _apart(names: dict[Outlet, str | None]) -> dict[Outlet, str | None]:
    """The names, those that two outlets share with the host behind them."""
    shared = defaultdict[str, list[Outlet]](list)
    for own, name in names.items():
        if name:
            shared[name.casefold()].append(own)
    return {
        own: f"{name} ({own.host})" if name and own.host and len(shared[name.casefold()]) > 1 else name
        for own, name in names.items()
    }


def _published(item: Item, name: str | None) -> Item:
    if not name:
        return item
    earlier = tuple(replace(each, publisher=name) for each in item.earlier)
    return replace(item, document=replace(item.document, publisher=name), earlier=earlier)
