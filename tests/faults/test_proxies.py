"""Proxies of the environment: they are asked for everything, and what can be checked is checked all the same."""

import pytest

from summarize.errors import FetchError
from summarize.read.web import Client
from tests.faults.clients import client, reason
from tests.faults.server import PAGE, Server
from tests.faults.test_certificates import AUTHORITY, served, trusting


@pytest.fixture
def proxy():
    with Server() as running:
        yield running


def behind(proxy, **options):
    return Client(proxies={"http": proxy.url(""), "https": proxy.url("")}, deadline_seconds=5, **options)


def test_a_proxy_is_asked_for_the_whole_address(proxy):
    """It may stand at a private address, since the user chose it; names are left to it."""
    with behind(proxy) as web:
        assert PAGE == web.get("http://valley.example/page").body
    assert ["http://valley.example/robots.txt", "http://valley.example/page"] == proxy.asked(robots=True)


def test_https_goes_through_a_tunnel():
    """The proxy sees a host and a port, and the certificate is the site's."""
    with Server() as proxy, Server(tls=served(AUTHORITY.issue_cert("valley.example"))) as site:
        login = proxy.url("", login="me:s@")
        with Client(proxies={"https": login}, tls=trusting()) as web:
            assert PAGE == web.get(site.url(host="valley.example"), robots=False).body
        settings = {"proxies": {"https": proxy.url("", login="me:wrong@")}, "tls": trusting()}
        said = "cannot be fetched: the proxy answers 407 Proxy Authentication Required"
        assert said == reason(site.url(host="valley.example"), **settings)
    assert [("CONNECT", f"valley.example:{site.port}")] * 2 == [
        (seen.method, seen.path) for seen in proxy.log
    ]
    assert [None] == [seen.headers.get("Proxy-Authorization") for seen in site.log]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "2130706433",
        "0x7f.1",
        "[::1]",
        "169.254.169.254",
        "localhost",
        "a.localhost.",
        "[64:ff9b::7f00:1]",
    ],
)
def test_an_address_written_as_a_number_is_checked_behind_a_proxy_too(proxy, host):
    """We look no name up there, but need not send anybody to the metadata service by its number."""
    with behind(proxy) as web:
        with pytest.raises(FetchError, match=r"is at an? .* address"):
            web.get(f"http://{host}/page")
        with pytest.raises(FetchError, match=r"redirects to http://.*: is at"):
            web.get(f"http://valley.example/to?http://{host}/", robots=False, allow_private=True)
    assert 1 == len(proxy.log)


def test_the_environment_names_proxies_and_who_needs_none(proxy, monkeypatch):
    """HTTP_PROXY and NO_PROXY, as everywhere."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", proxy.url("").removeprefix("http://"))
    monkeypatch.setenv("no_proxy", "valley.example")
    with Server() as site, client(proxies=None) as web:
        web.get(site.url(host="valley.example"), robots=False)
        web.get(site.url(host="other.example"), robots=False)
        assert ["/page"] == site.asked()
        assert [f"http://other.example:{site.port}/page"] == proxy.asked()


def test_credentials_do_not_follow_a_redirect_to_another_host(proxy):
    """Seen through a proxy, where every host is at hand."""
    with behind(proxy) as web:
        web.get("http://me:s@valley.example/to?http://other.example/page", robots=False)
    assert [
        ("http://valley.example/to?http://other.example/page", "Basic bWU6cw=="),
        ("http://other.example/page", None),
    ] == [(seen.path, seen.headers.get("Authorization")) for seen in proxy.log]


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:1080", "http://[::1", "ftp://proxy.example"])
def test_a_proxy_of_another_kind_is_one_line(address):
    """Better no fetch than one past the proxy."""
    said = "cannot be fetched: the proxy that the environment names is no http or https address"
    assert said == reason("http://valley.example/", proxies={"http": address})


def test_a_proxy_that_is_down_is_one_line(proxy):
    """As if the site were."""
    with Server() as gone:
        address = gone.url("")
    said = reason("http://valley.example/", proxies={"http": address})
    assert "cannot be connected to (connection refused): try again later" == said
