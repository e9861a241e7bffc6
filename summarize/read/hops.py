"""One hop: a request to one server and its whole answer. httpcore2 carries it, h11 holds it to the protocol.

Every hop has a connection of its own, closed after it: nothing of one answer can run into the next, and
a kept connection that has gone stale need not be told from a failure.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore2

from summarize.read import addresses, inflate, urls
from summarize.read.answers import Answer, phrase
from summarize.read.connections import Connector, HopError, off_limits
from summarize.read.urls import PORTS, Url

REDIRECTS = (301, 302, 303, 307, 308)
# OpenSSL's X509_V_ERR codes that a user can do something about; the others keep its own words.
CERTIFICATES = {
    9: "the certificate is not valid yet",
    10: "the certificate has expired",
    18: "the certificate is signed by itself",
    19: "the certificate is signed by nobody known here",
    20: "the certificate is signed by nobody known here",
    62: "the certificate is another host's",
    64: "the certificate is another host's",
}


@dataclass(frozen=True, slots=True)
class Errand:
    """A request for whose answer only the status counts. content: to be posted; None to GET."""

    content: bytes | None = None


def ask(
    url: Url,
    headers: dict[str, str],
    connector: Connector,
    *,
    proxy: Url | None,
    tls: ssl.SSLContext | None,
    inflated_limit: int,
    errand: Errand | None = None,
) -> Answer:
    """The answer to one GET, or to an errand. Raises `HopError` for whatever is not a whole one."""
    connection = _connection(url, connector, proxy, tls)
    port = None if url.port == PORTS[url.scheme] else url.port  # else a proxy would be told of port 80
    content = errand.content if errand else None
    if content is not None:
        headers = {**headers, "Content-Length": str(len(content))}
    request = httpcore2.Request(
        "GET" if content is None else "POST",
        httpcore2.URL(scheme=url.scheme, host=url.host, port=port, target=url.target),
        headers=[("Host", url.authority), *headers.items(), ("Connection", "close")],
        content=content,
    )
    with _explained():
        try:
            response = connection.handle_request(request)
            found = _headers(response.headers)
            if errand or response.status != 200:
                return Answer(response.status, found)
            chunks = response.iter_stream()
            packing = found.get("content-encoding", "")
            return Answer(response.status, found, inflate.body(chunks, packing, inflated_limit))
        finally:
            connection.close()


def _connection(
    url: Url, connector: Connector, proxy: Url | None, tls: ssl.SSLContext | None
) -> httpcore2.HTTPConnection | httpcore2.HTTPProxy:
    if proxy is None:
        origin = httpcore2.Origin(url.scheme.encode(), url.host.encode(), url.port)
        return httpcore2.HTTPConnection(origin, ssl_context=tls, network_backend=connector)
    return httpcore2.HTTPProxy(
        httpcore2.URL(scheme=proxy.scheme, host=proxy.host, port=proxy.port, target="/"),
        proxy_auth=proxy.login,
        ssl_context=tls,
        proxy_ssl_context=tls if proxy.scheme == "https" else None,
        network_backend=connector,
    )


def following(url: Url, answer: Answer) -> Url:
    """Where a redirect leads. Raises `HopError` where nobody should go."""
    location = answer.headers.get("location")
    if not location:
        raise HopError("redirects to nowhere: open it in a browser", reached=True, status=answer.status)
    try:
        found = urls.join(url, location)
    except ValueError as error:
        raise HopError(f"{error}: open it in a browser", reached=True, status=answer.status) from error
    if (url.scheme, found.scheme) == ("https", "http"):
        raise HopError("redirects from https to http, refused", reached=True, status=answer.status)
    return found


def _headers(lines: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers by lower-case name. Of what is sent twice the first counts, but packings add up."""
    found: dict[str, str] = {}
    for name, value in lines:
        key = name.decode("latin-1").lower()
        if key not in found:
            found[key] = _text(value)
        elif key == "content-encoding":
            found[key] += f", {_text(value)}"
    return found


def _text(value: bytes) -> str:
    """A header's value: UTF-8 where it is that, since some send it, else Latin-1 as the old standard says."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


@contextmanager
def _explained() -> Iterator[None]:
    """What can go wrong on the wire, in a reader's words."""
    try:
        yield
    except httpcore2.RemoteProtocolError as error:
        if re.search("closed|disconnected", str(error)):
            raise _broken_off() from error
        raise HopError("answers in no proper HTTP: open it in a browser", reached=True) from error
    except httpcore2.ConnectError as error:
        raise HopError(_tls(error.__cause__)) from error
    except (httpcore2.ReadError, httpcore2.WriteError) as error:
        raise _broken_off() from error
    except httpcore2.ProxyError as error:
        raise HopError(f"cannot be fetched: the proxy answers {phrase(int(str(error)[:3]))}") from error


def _broken_off() -> HopError:
    return HopError("broke off in the middle: try again later", reached=True)


def _tls(cause: BaseException | None) -> str:
    if isinstance(cause, ssl.SSLCertVerificationError):
        said = CERTIFICATES.get(cause.verify_code) or f"the certificate is refused, {cause.verify_message}"
        return f"TLS: {said}: nothing was read"
    return "TLS: no secure connection could be made: nothing was read"


def check_literal(url: Url) -> None:
    """Behind a proxy: raises `HopError` for a private address that is written as one."""
    host = url.host.removesuffix(".")
    number = addresses.literal(host)
    kind = addresses.refusal(number) if number else None
    if host == "localhost" or host.endswith(".localhost"):
        kind, number = "a loopback address", host
    if kind:
        raise off_limits(kind, str(number))
