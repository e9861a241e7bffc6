"""Where a fetch may not go: no connection is made to an address outside the public internet."""

import socket
import threading

import pytest

from summarize.errors import FetchError
from summarize.read.addresses import refusal
from summarize.read.web import Client
from tests.faults import clients
from tests.faults.server import PAGE, Server

# Spellings of loopback, of private networks and of a cloud's metadata service, as hosts of a URL.
LOOPBACK = (
    "127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "127.255.255.254", "0", "0.0.0.0", "0x0", "0x7f.1", "0x7f000001", "0x7F.0x0.0x0.0x1",
    "0177.0.0.1", "0177.1", "017700000001", "2130706433", "00000177.00.00.01", "１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2002:7f00:0001::1]", "[2001:0:53aa:64c:0:0:80ff:fffe]", "[2606:4700::5efe:7f00:1]",
)  # fmt: skip
PRIVATE = (
    "10.0.0.1", "10.1", "0xa000001", "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.168.257", "3232235777", "100.64.0.1",
    "100.127.255.255", "169.254.169.254", "0xa9fea9fe", "2852039166", "169.254.43518", "198.18.0.1", "192.0.0.8", "192.0.2.7",
    "203.0.113.9", "192.88.99.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "[fe80::1]", "[fec0::1]", "[fc00::1]", "[fd00:ec2::254]",
    "[ff02::1]", "[::ffff:10.0.0.1]", "[::ffff:a9fe:a9fe]", "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::]", "[2001:db8::1]", "[3fff::1]",
    "[100::1]", "[5f00::1]", "[4000::1]", "[2001::1]",
)  # fmt: skip
PUBLIC = (
    "1.1.1.1",
    "9.9.9.9",
    "100.63.255.255",
    "172.15.0.1",
    "172.32.0.1",
    "192.0.1.1",
    "223.255.255.255",
    "2606:4700::1111",
    "2a00:1450::1",
)


@pytest.fixture
def connections(monkeypatch):
    """Every connection that anything in this process tries to open, by address."""
    tried, connect = [], socket.socket.connect

    def noted(self, address):
        tried.append(address[0])
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", noted)
    return tried


@pytest.fixture
def server():
    with Server() as running:
        yield running


def strict(**options):
    return Client(proxies={}, deadline_seconds=5, **options)


@pytest.mark.parametrize("host", LOOPBACK + PRIVATE)
def test_no_spelling_of_a_private_address_is_connected_to(connections, host):
    """Seventy ways to write a machine that is not on the public internet: none is even tried."""
    with (
        strict() as web,
        pytest.raises(FetchError, match=r"is at an? .* \(|there can be no host of that name"),
    ):
        web.get(f"http://{host}:8080/page")
    assert [] == connections


@pytest.mark.parametrize("host", LOOPBACK + PRIVATE)
def test_a_redirect_to_a_private_address_is_refused(server, connections, host):
    """The check is made at every hop: a site cannot send us to the router, even one that may be private."""
    said = clients.reason(server.url(f"/to?http://{host}:8080/", "valley.example"))
    assert said.startswith("redirects to ")
    assert ["127.0.0.1"] == connections
    assert ["/to"] == [seen.path.partition("?")[0] for seen in server.log]


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1:70/",
        "data:text/html,hello",
        "javascript:alert(1)",
        "http://[::1",
        "http://a\\@127.0.0.1/",
        "ws://127.0.0.1/",
    ],
)
def test_a_redirect_to_another_scheme_is_refused(server, connections, target):
    """http and https, and nothing that two readers could read in two ways."""
    said = clients.reason(server.url(f"/to?{target}"))
    assert said.startswith("redirects to what is no ")
    assert (["127.0.0.1"], 1) == (connections, len(server.log))


def test_robots_txt_is_no_way_round(server, connections):
    """Its redirects are checked like any other, and a site whose file leads there cannot be read."""
    server.robots = lambda handler: handler.send(302, b"", Location="http://127.1:1/robots.txt")
    said = clients.reason(server.url(), robots=True)
    assert "redirects to http://127.1:1/robots.txt: is at a loopback address (127.0.0.1)" in said
    assert (["127.0.0.1"], []) == (connections, server.asked())


def test_a_name_is_judged_by_every_number_it_has(connections):
    """Of a host's addresses only the public ones are tried; here none is."""
    numbers = ["10.0.0.1", "::1", "169.254.169.254"]
    with strict(resolver=lambda *_: numbers) as web, pytest.raises(FetchError, match="a private address"):
        web.get("http://valley.example/")
    assert [] == connections


def test_a_name_that_changes_its_number_is_judged_again(server, connections):
    """What a name server said the first time is worth nothing the second: the number connected to counts."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"], ["127.0.0.1"]])
    with strict(resolver=lambda *_: next(answers)) as web:
        assert PAGE == web.get(server.url(host="valley.example"), robots=False, allow_private=True).body
        for _ in range(2):
            with pytest.raises(FetchError, match=r"a private address|a loopback address"):
                web.get(server.url(host="valley.example"), robots=False)
    assert ["127.0.0.1"] == connections


def test_private_addresses_are_read_where_the_user_says_so(server):
    """For one client, or for one fetch of it."""
    with Client(proxies={}, allow_private=True) as web:
        assert PAGE == web.get(server.url(), robots=False).body
        with pytest.raises(FetchError, match="a loopback address"):
            web.get(server.url(), robots=False, allow_private=False)


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_is_open(address):
    """Neighbours of the closed networks are not closed."""
    assert refusal(address) is None


def test_a_name_server_that_never_answers_is_left_at_the_deadline():
    """Looking a name up is part of the fetch."""
    never = threading.Event()
    said = clients.reason("http://valley.example/", resolver=lambda *_: never.wait(), deadline_seconds=0.2)
    never.set()
    assert "timed out after 0.2 s: try again later" == said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), "there is no host of that name: check the address"),
        (
            socket.gaierror(socket.EAI_AGAIN, "x"),
            "its name cannot be looked up just now: check the connection, or try again later",
        ),
        (UnicodeError("label too long"), "there is no host of that name: check the address"),
        (None, "there is no host of that name: check the address"),
    ],
)
def test_a_name_that_leads_nowhere_is_one_line(error, said):
    """A typing mistake and a connection that is down are told apart."""

    def resolver(*_):
        if error:
            raise error
        return []

    assert said == clients.reason("http://valley.example/", resolver=resolver)
