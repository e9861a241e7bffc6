"""Answers: what a server said, and what that means for whoever asked."""

from __future__ import annotations

import http
from collections.abc import Mapping
from dataclasses import dataclass

from summarize.read.connections import HopError
from summarize.read.manners import duration

REASONS = {
    401: "wants a user name and password",
    403: "is not shown to programs",
    404: "is not there",
    407: "is behind a proxy that wants a user name and password",
    410: "is gone for good",
    429: "was asked too often",
    451: "may not be shown, for legal reasons",
}
ADVICE = {
    401: "save the page and name the file",
    403: "open it in a browser and save the page",
    404: "look for its new address",
    410: "take it off the list",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said. headers: by lower-case name. body: whole, unpacked, empty unless status is 200."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask with next time, verbatim: `ETag` and `Last-Modified`."""

    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def of(cls, answer: Answer) -> Validators:
        """Those that came with an answer."""
        return cls(answer.headers.get("etag"), answer.headers.get("last-modified"))

    def conditions(self) -> dict[str, str]:
        """The headers that send them back."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """One fetch. status: 200, or 304 where validators were given and nothing is new; then body is empty.

    url: as asked; final_url: where redirects led; both without user name and password.
    content_type: the header as it came, "" without one. moved_permanently_to: where to ask next time,
    if every redirect up to there is said to be for good.
    """

    url: str
    final_url: str
    status: int
    body: bytes
    content_type: str
    validators: Validators
    moved_permanently_to: str | None = None


def refused(status: int, retry_after_seconds: float | None = None) -> HopError:
    """Why an answer with this status is no page.

    >>> refused(404).reason
    'is not there (404 Not Found): look for its new address'
    """
    default = "is out of order" if status >= 500 else "is not given out"
    if retry_after_seconds:
        advice = f"try again in {duration(retry_after_seconds)}"
    else:
        advice = ADVICE.get(status, "try again later")
    return HopError(
        f"{REASONS.get(status, default)} ({phrase(status)}): {advice}",
        reached=True,
        status=status,
        retry_after_seconds=retry_after_seconds,
    )


def phrase(status: int) -> str:
    """A status in words, by our own table: what the server wrote beside it is not shown.

    >>> phrase(404), phrase(599)
    ('404 Not Found', '599')
    """
    try:
        return f"{status} {http.HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
