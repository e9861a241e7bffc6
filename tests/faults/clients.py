"""Clients for loopback: private addresses allowed, no proxy, no name server, little patience."""

from summarize.errors import FetchError
from summarize.read.web import Client


def client(**options):
    """A client that may reach the test's own servers; every name leads to loopback."""
    options = {"allow_private": True, "proxies": {}, "resolver": lambda *_: ["127.0.0.1"], **options}
    return Client(**options)


def refusal(url, *, robots=False, get=None, **options):
    """The error that fetching an address ends in."""
    with client(**options) as web:
        try:
            found = web.get(url, robots=robots, **(get or {}))
        except FetchError as error:
            return error
    raise AssertionError(f"fetched all the same: {found}")


def reason(url, **options):
    """Its words."""
    return refusal(url, **options).reason
