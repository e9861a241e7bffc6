"""Proxies, as the environment names them: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY.

A proxy is the user's own choice and may be at any address; it, not we, looks up the names of sites, so
behind one only addresses written as numbers are checked.
"""

from __future__ import annotations

import urllib.request
from collections.abc import Callable, Mapping

from summarize.read import urls
from summarize.read.connections import HopError

# The standard library's reading of NO_PROXY, which type stubs do not know.
_bypass: Callable[[str, Mapping[str, str]], bool] = vars(urllib.request)["proxy_bypass_environment"]


class Proxies:
    """Which proxy an address is fetched through.

    settings: scheme ("http", "https", "all") to address, and "no" to the hosts that need none; those
    of the environment where None.
    """

    def __init__(self, settings: Mapping[str, str] | None = None) -> None:
        self._settings = dict(urllib.request.getproxies() if settings is None else settings)

    def of(self, url: urls.Url) -> urls.Url | None:
        """The proxy for an address, None where there is none. Raises `HopError` for a strange one."""
        named = self._settings.get(url.scheme) or self._settings.get("all")
        if not named or _bypass(url.authority, self._settings):
            return None
        try:
            return urls.parse(named if "://" in named else f"http://{named}")
        except ValueError as error:
            raise HopError(
                "cannot be fetched: the proxy that the environment names is no http or https address"
            ) from error
