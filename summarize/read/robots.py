"""What sites ask of programs: robots.txt, by RFC 9309, through protego.

A file that is not there allows all; one that cannot be had (the server is out of order, or does not answer
in time) forbids all, as the standard has it. Fetched once per client and origin.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from summarize.read.answers import Answer
from summarize.read.connections import HopError
from summarize.read.urls import Url

if TYPE_CHECKING:
    from protego import Protego

AGENT = "summarize-digest"  # the name that a robots.txt may single out
LONGEST_FILE = 512 * 1024  # bytes that are heeded; RFC 9309 section 2.5 asks for at least 500 KiB
AGENT_LINE = re.compile(r"\s*user[ -]?agent[\s:]+([a-z_-]+|\*(?=[\s#]|\Z))?", re.IGNORECASE)


class Robots:
    """The rules of all origins met so far."""

    def __init__(self) -> None:
        self._locks: dict[tuple[str, str, int], threading.Lock] = {}
        self._rules: dict[tuple[str, str, int], Protego | HopError] = {}
        self._lock = threading.Lock()

    def check(self, url: Url, ask: Callable[[Url], Answer]) -> None:
        """Raises `HopError` if a page must not be read. ask: gets the file, following redirects."""
        rules = self._of(url, ask)
        if isinstance(rules, HopError):
            raise rules.again()
        if not rules.can_fetch(str(url), AGENT):
            raise HopError(f"is closed to programs by {_place(url)}: open it in a browser and save the page")

    def _of(self, url: Url, ask: Callable[[Url], Answer]) -> Protego | HopError:
        with self._lock:
            lock = self._locks.setdefault(url.origin, threading.Lock())
        with lock:
            if url.origin not in self._rules:
                self._rules[url.origin] = _rules(url, ask)
            return self._rules[url.origin]


def _rules(url: Url, ask: Callable[[Url], Answer]) -> Protego | HopError:
    from protego import Protego

    try:
        answer = ask(Url(*url.origin, "/robots.txt"))
    except HopError as error:
        if not error.reached:  # nor would the page be
            return error
        return HopError(
            f"cannot be read since {_place(url)} cannot: it {error.reason}",
            reached=True,
            status=error.status,
            retry_after_seconds=error.retry_after_seconds,
        )
    text = answer.body[:LONGEST_FILE].decode("utf-8-sig", "replace") if answer.status == 200 else ""
    rules: Protego = Protego.parse("\n".join(map(_addressed, text.splitlines())))
    return rules


def _addressed(line: str) -> str:
    """A line of robots.txt; one that names an agent with our name, "*" or, for somebody else, none.

    By RFC 9309 section 2.2.1 a product token ends at what is no letter, dash or underscore, and is
    compared whole; protego takes the beginning of our name for it, and "name/1.0" for another.

    >>> [_addressed(f"User-agent: {each}") for each in ("Summarize-Digest/1", "summarize", "*", "* # all")]
    ['User-agent: summarize-digest', 'User-agent: ', 'User-agent: *', 'User-agent: *']
    """
    found = AGENT_LINE.match(line)
    if found is None:
        return line
    named = (found[1] or "").lower()
    return f"User-agent: {named if named in (AGENT, '*') else ''}"


def _place(url: Url) -> str:
    return f"{url.scheme}://{url.authority}/robots.txt"
