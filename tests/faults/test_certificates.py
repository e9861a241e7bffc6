"""TLS: a certificate that proves nothing ends the fetch, and nothing falls back to http."""

import datetime
import socket
import ssl
import threading

import pytest
import trustme

from tests.faults.clients import client, reason
from tests.faults.server import PAGE, Server

AUTHORITY = trustme.CA()
STRANGER = trustme.CA()
PAST = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def trusting():
    """A client's side that knows our authority and no other."""
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return context


def served(certificate):
    """A server's side that shows a certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@pytest.fixture
def secure():
    with Server(tls=served(AUTHORITY.issue_cert("valley.example"))) as running:
        yield running


def test_a_certificate_of_a_known_authority_is_enough(secure):
    """https as it should be."""
    with client(tls=trusting()) as web:
        assert PAGE == web.get(secure.url(host="valley.example")).body
    assert ["/robots.txt", "/page"] == secure.asked(robots=True)


@pytest.mark.parametrize(
    ("certificate", "said"),
    [
        (STRANGER.issue_cert("valley.example"), "the certificate is signed by nobody known here"),
        (AUTHORITY.issue_cert("other.example"), "the certificate is another host's"),
        (
            AUTHORITY.issue_cert("valley.example", not_before=PAST, not_after=PAST),
            "the certificate has expired",
        ),
    ],
)
def test_a_certificate_that_proves_nothing_is_refused(certificate, said):
    """Unknown, wrong host, expired: one line, and no request was sent."""
    with Server(tls=served(certificate)) as server:
        url = server.url(host="valley.example")
        assert f"TLS: {said}: nothing was read" == reason(url, robots=True, tls=trusting())
        assert [] == server.asked(robots=True)


def test_the_system_s_authorities_are_the_default(secure):
    """Without more being said, our own authority is a stranger."""
    assert "TLS: the certificate is signed by nobody known here: nothing was read" == reason(
        secure.url(host="valley.example")
    )


def test_a_number_is_no_name(secure):
    """A certificate for a name does not hold for the address behind it."""
    assert "TLS: the certificate is another host's: nothing was read" == reason(secure.url(), tls=trusting())


def test_what_is_no_tls_is_refused():
    """An http server at an https address is not read in the clear."""
    with Server() as plain:
        url = plain.url().replace("http:", "https:")
        assert "TLS: no secure connection could be made: nothing was read" == reason(url, tls=trusting())
        assert [] == plain.asked()


def test_a_handshake_that_never_ends_is_left_at_the_deadline():
    """Shaking hands is part of the fetch."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"https://127.0.0.1:{listener.getsockname()[1]}/"
        assert "timed out after 0.3 s: try again later" == reason(url, tls=trusting(), deadline_seconds=0.3)


def test_a_handshake_that_dribbles_is_left_at_the_deadline():
    """A record's bytes one by one do not keep us."""
    over = threading.Event()

    def dribble(listener):
        connection, _ = listener.accept()
        with connection:
            connection.sendall(b"\x16\x03\x03\x40\x00")
            while not over.wait(0.02):
                connection.sendall(b"\0")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=dribble, args=(listener,), daemon=True)
        thread.start()
        url = f"https://127.0.0.1:{listener.getsockname()[1]}/"
        try:
            assert "timed out after 0.3 s: try again later" == reason(
                url, tls=trusting(), deadline_seconds=0.3
            )
        finally:
            over.set()
            thread.join()


def test_https_does_not_lead_to_http(secure):
    """Not even to itself: what was asked for in secret is not asked for in the open."""
    said = reason(secure.url("/to?http://valley.example/page", "valley.example"), tls=trusting())
    assert "redirects from https to http, refused" == said
    assert 1 == len(secure.log)


def test_http_may_lead_to_https(secure):
    """The usual redirect, for good: the new address is handed on to be kept."""
    target = secure.url(host="valley.example")
    with Server() as plain, client(tls=trusting()) as web:
        found = web.get(plain.url(f"/to/301?{target}", "valley.example"), robots=False)
    assert (PAGE, target, target) == (found.body, found.final_url, found.moved_permanently_to)
