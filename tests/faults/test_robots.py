"""robots.txt by RFC 9309, over real sockets: asked for pages, once per site, and taken at its word."""

import pytest

from tests.faults.clients import client, reason, refusal
from tests.faults.server import FEED, PAGE, Server

CLOSED = "is closed to programs by {}: open it in a browser and save the page"


@pytest.fixture
def server():
    with Server() as running:
        yield running


def page(server, path="/page"):
    with client() as web:
        return web.get(server.url(path)).body


@pytest.mark.parametrize(
    "robots",
    [
        404, 403, 401, 410, 200, "", "User-agent: *\nDisallow:\n", "User-agent: *\nDisallow: /private/\n", "<html>nothing</html>", "\0\xff" * 500,
        "User-agent: *\nDisallow: /\nAllow: /page$\n", "User-agent: summarize-digest\nAllow: /\n\nUser-agent: *\nDisallow: /\n",
        "User-agent: summarize\nDisallow: /\n", "User-agent: s\nDisallow: /\n", "User-agent: summarize-digest-pro\nDisallow: /\n",
        "User-agent: other\nUser-agent: summarize-digest\nAllow: /\n\nUser-agent: *\nDisallow: /\n",
        "User-agent: *\nDisallow:\n\nUser-agent: *bot\nDisallow: /\n",
    ],
)  # fmt: skip
def test_a_page_that_is_not_forbidden_is_read(server, robots):
    """No file, an empty one, a strange one, and rules that are about something else or somebody else."""
    server.robots = robots
    assert PAGE == page(server)
    assert ["/robots.txt", "/page"] == server.asked(robots=True)


@pytest.mark.parametrize(
    "robots",
    [
        "User-agent: *\nDisallow: /\n",
        "User-agent: *\nDisallow: /*age$\n",
        "user-agent: Summarize-Digest\ndisallow: /page\n",
        "\ufeffUser-agent: *\nDisallow: /pa\n",
        "User-agent: summarize-digest/0.1.0\nDisallow: /\n\nUser-agent: *\nDisallow:\n",
        "User-agent: summarize-digest # us\nDisallow: / # all\n",
        "User-agent: summarize\nAllow: /\n\nUser-agent: *\nDisallow: /\n",
        "User-agent: summarize-digest\nAllow: /news\n\nUser-agent: x\n\nUser-agent: SUMMARIZE-DIGEST/2\nDisallow: /\n",
        "User-agent: *\nAllow: /news\n\nUser-agent: * # all\nDisallow: /\n",
    ],
)
def test_a_page_that_is_forbidden_is_not_asked_for(server, robots):
    """The line says whose rule it is, and what the reader can do."""
    server.robots = robots
    assert CLOSED.format(server.url("/robots.txt")) == reason(server.url(), robots=True)
    assert [] == server.asked()


@pytest.mark.parametrize(
    ("robots", "why"),
    [
        (500, "is out of order (500 Internal Server Error): try again later"),
        (503, "is out of order (503 Service Unavailable): try again later"),
        (429, "was asked too often (429 Too Many Requests): try again later"),
        (lambda handler: handler.answer_hang(), "timed out after 0.333 s of silence: try again later"),
        (lambda handler: handler.answer_reset(), "broke off in the middle: try again later"),
    ],
)
def test_a_file_that_cannot_be_had_forbids_all(server, robots, why):
    """Section 2.3.1.4: a server that is out of order may have meant to say no."""
    server.robots = robots
    said = reason(server.url(), robots=True, deadline_seconds=0.5)
    assert f"cannot be read since {server.url('/robots.txt')} cannot: it {why}" == said
    assert [] == server.asked()


def test_redirects_of_the_file_are_followed_five_times(server):
    """Section 2.3.1.2: rules may stand elsewhere; a chain that is too long is no file."""
    server.robots = lambda handler: handler.send(302, b"", Location="/chain/9")
    assert PAGE == page(server)


def test_the_file_is_asked_for_once(server):
    """Cached for as long as the client lives, for each site."""
    with client() as web:
        for path in ("/page", "/gzip", "/page"):
            web.get(server.url(path))
    assert ["/robots.txt", "/page", "/gzip", "/page"] == server.asked(robots=True)


def test_a_page_that_a_redirect_leads_to_is_asked_about(server):
    """Each page of a chain is subject to the rules of where it is."""
    server.robots = "User-agent: *\nDisallow: /page\n"
    said = f"redirects to {server.url()}: {CLOSED.format(server.url('/robots.txt'))}"
    assert said == reason(server.url("/to?/page"), robots=True)
    assert ["/to?/page"] == server.asked()


def test_a_feed_is_there_for_programs(server):
    """What looks like a feed is fetched without asking; a caller can say so for any address."""
    server.robots = "User-agent: *\nDisallow: /\n"
    with client() as web:
        assert FEED == web.fetch(server.url("/feed.xml"))[0]
        assert PAGE == web.get(server.url(), robots=False).body
    assert ["/feed.xml", "/page"] == server.asked(robots=True)


def test_a_file_of_half_a_mebibyte_is_heeded_and_no_more(server):
    """Rules up to there count; what comes later does not, and costs nothing."""
    filler = "# " + "x" * 1000 + "\n"
    server.robots = filler * 500 + "User-agent: *\nDisallow: /page\n"
    assert "is closed to programs" in reason(server.url(), robots=True)
    server.robots = filler * 600 + "User-agent: *\nDisallow: /page\n"
    assert PAGE == page(server)


def test_a_site_that_cannot_be_reached_is_reported_for_itself(server):
    """The reason is the page's, not that of a file nobody named."""
    error = refusal("http://valley.example/", robots=True, resolver=lambda *_: [])
    assert ("http://valley.example/", "there is no host of that name: check the address") == (
        error.url,
        error.reason,
    )
