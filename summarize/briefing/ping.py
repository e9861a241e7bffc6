"""A health check: somebody who is told that a run has begun and how it has ended, and who misses it if not.

It never stops the briefing: what goes wrong here is one line and no more.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

from summarize.briefing.config import Ping
from summarize.errors import FetchError
from summarize.read.answers import phrase
from summarize.read.web import Client

SECONDS = 10.0  # a run is not to wait for its watchman


def start(ping: Ping | None, client: Client, *, tell: Callable[[str], None]) -> None:
    """Say that a run begins: `/start` behind the address."""
    _knock(ping, "start", client, tell)


def end(ping: Ping | None, status: int, client: Client, *, tell: Callable[[str], None]) -> None:
    """Say how it has ended: `/0` for all well, the exit status otherwise."""
    _knock(ping, str(status), client, tell)


def _knock(ping: Ping | None, what: str, client: Client, tell: Callable[[str], None]) -> None:
    if ping is None:
        return
    parts = urlsplit(ping.url)
    address = urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{what}"))
    try:
        client.hand(address, allow_private=ping.allow_private, deadline_seconds=SECONDS)
    except FetchError as error:
        # The host only: the rest of the address is what keeps others from knocking.
        reason = f"answers {phrase(error.status)}: check ping.url" if error.status else error.reason
        tell(f"ping to {parts.hostname}: {reason}; the briefing goes on")
