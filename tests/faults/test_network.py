"""What servers do wrong: a fetch ends in time, within its size, whole or not at all."""

import pytest

import summarize
from summarize.model import Document, Failure
from summarize.read import sources
from summarize.read.web import Validators
from tests.faults.clients import client, reason, refusal
from tests.faults.server import ETAG, MODIFIED, PAGE, Server

QUICK = 0.3  # seconds of patience with what never ends
BROKEN_OFF = "broke off in the middle: try again later"
NO_HTTP = "answers in no proper HTTP: open it in a browser"


@pytest.fixture
def server():
    with Server() as running:
        yield running


def get(server, path, **options):
    with client(**options) as web:
        return web.get(server.url(path), robots=False)


def test_a_page_comes_with_its_type_and_its_address(server):
    """What is there is handed on: bytes, content type, and where it was found."""
    found = get(server, "/page")
    assert (200, PAGE, "text/html; charset=utf-8") == (found.status, found.body, found.content_type)
    assert (server.url("/page"), server.url("/page"), None) == (
        found.url,
        found.final_url,
        found.moved_permanently_to,
    )


@pytest.mark.parametrize("path", ["/headers-drip", "/continue-drip", "/dribble/1", "/dribble/100"])
def test_whatever_never_ends_is_left_at_the_deadline(server, path):
    """Bytes that keep coming too slowly, in the headers and in the body."""
    said = reason(server.url(path), deadline_seconds=QUICK)
    assert said.startswith("timed out after 0.3 s")
    assert said.endswith(": try again later")


@pytest.mark.parametrize("path", ["/hang", "/stall"])
def test_silence_is_left_before_the_deadline(server, path):
    """Where nothing comes for two thirds of the time, the others behind it wait no longer."""
    said = reason(server.url(path), deadline_seconds=QUICK)
    assert said.startswith("timed out after 0.2 s of silence")
    assert said.endswith(": try again later")


def test_a_late_answer_says_how_much_had_come(server):
    """A reader can tell a dead server from a slow one."""
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(PAGE)
    said = reason(server.url("/stall"), deadline_seconds=3)
    assert (
        f"timed out after 2 s of silence ({len(head) + len(PAGE) // 2} bytes received): try again later"
        == said
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/close", BROKEN_OFF),
        ("/reset", BROKEN_OFF),
        ("/short", BROKEN_OFF),
        ("/half-chunked", BROKEN_OFF),
        ("/half-gzip", BROKEN_OFF),
        ("/bad-chunk", NO_HTTP),
        ("/long-header", NO_HTTP),
        ("/many-headers", NO_HTTP),
        ("/control-location", NO_HTTP),
        ("/http09", BROKEN_OFF),
        ("/not-gzip", "is packed, and the packing is damaged: try again later"),
        ("/brotli", "is packed in a way we did not ask for"),
        ("/huge/11", "sends more than 10 MiB: too large to be read"),
        ("/gzip-bomb/21", "is larger than 20 MiB: too large to be read"),
        ("/double-bomb/21", "is larger than 20 MiB: too large to be read"),
        ("/loop", "redirects more than 5 times: open it in a browser"),
        ("/chain/6", "redirects more than 5 times: open it in a browser"),
        ("/to-nothing", "redirects to nowhere: open it in a browser"),
    ],
)
def test_a_broken_answer_is_no_answer(server, path, said):
    """Half a body is never taken for a whole, and what is too large is not read to its end."""
    assert said == reason(server.url(path))


def test_a_body_ends_where_its_length_says(server):
    """Whatever follows belongs to nothing; the connection is closed, so that it cannot be another answer."""
    assert b"x" * 10 == get(server, "/liar/11").body


@pytest.mark.parametrize("path", ["/redirect-bomb/64", "/redirect-hang", "/chain/5"])
def test_the_body_of_a_redirect_is_not_read(server, path):
    """Five redirects are followed, and only the last answer's body is waited for or unpacked."""
    assert PAGE == get(server, path).body


def test_a_packed_page_is_unpacked(server):
    """gzip is asked for and understood."""
    assert PAGE == get(server, "/gzip").body
    assert "gzip, deflate" == server.log[0].headers["Accept-Encoding"]


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/status/404", 404, "is not there (404 Not Found): look for its new address"),
        (
            "/status/403",
            403,
            "is not shown to programs (403 Forbidden): open it in a browser and save the page",
        ),
        ("/auth", 401, "wants a user name and password (401 Unauthorized): save the page and name the file"),
        ("/status/500", 500, "is out of order (500 Internal Server Error): try again later"),
        ("/status/502", 502, "is out of order (502 Bad Gateway): try again later"),
        ("/status/599", 599, "is out of order (599): try again later"),
        ("/status/204", 204, "is not given out (204 No Content): try again later"),
        ("/status/304", 304, "is not given out (304 Not Modified): try again later"),
    ],
)
def test_a_status_is_told_in_our_words(server, path, status, said):
    """The reason names it and says what to do; what the server wrote is not shown."""
    error = refusal(server.url(path))
    assert (server.url(path), said, status, False) == (error.url, error.reason, error.status, error.gone)


def test_what_is_gone_for_good_is_marked(server):
    """410 is no outage: whoever keeps the address can take it off the list."""
    error = refusal(server.url("/status/410"))
    assert (410, True) == (error.status, error.gone)
    assert "is gone for good (410 Gone): take it off the list" == error.reason


def test_validators_come_back_verbatim_and_an_unchanged_page_is_not_sent(server):
    """ETag with its W/ and quotes, Last-Modified as it was; 304 is a success without a body."""
    with client() as web:
        first = web.get(server.url("/etag"), robots=False)
        second = web.get(server.url("/etag"), robots=False, validators=first.validators)
    assert Validators(ETAG, MODIFIED) == first.validators == second.validators
    assert (200, PAGE, 304, b"") == (first.status, first.body, second.status, second.body)


def test_no_cookie_comes_back(server):
    """A site cannot tell two visits apart, not even within one chain of redirects."""
    get(server, "/set-cookie")
    assert ["/set-cookie", "/page"] == server.asked()
    assert [None, None] == [seen.headers.get("Cookie") for seen in server.log]


def test_the_user_agent_is_our_own(server):
    """A site's log says who came, and which version."""
    get(server, "/page")
    assert f"summarize-digest/{summarize.__version__}" == server.log[0].headers["User-Agent"]


@pytest.fixture
def direct(monkeypatch):
    """No proxy, whatever the machine's environment says."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_sources_are_fetched_by_default(server, direct):
    """A page is a document; what cannot be had is a failure with its reason, in its place."""
    names = [server.url("/page"), server.url("/status/404"), "ftp://valley.example/a"]
    page, missing, strange = sources(names, allow_private=True)
    assert isinstance(page, Document)
    assert (server.url("/page"), "Market opens again") == (page.uri, page.title)
    assert Failure(names[1], "is not there (404 Not Found): look for its new address") == missing
    assert Failure(names[2], "is no http or https address: save what is there and name the file") == strange


def test_sources_are_of_the_public_internet_unless_allowed(server, direct):
    """The library, too, asks nobody on this machine without being told to."""
    [refused] = sources([server.url()])
    assert (
        "is at a loopback address (127.0.0.1): if you trust it, name it with --allow-private "
        "(in a configuration: allow_private = true)" == refused.error
    )
    assert [] == server.log


def test_only_hosts_that_are_named_may_be_private(server, direct, tmp_path):
    """A list or a feed that was named does not lead to the machines next door."""
    feeds = tmp_path / "feeds.opml"
    feeds.write_text(
        f'<opml version="2.0"><body><outline type="rss" xmlUrl="{server.url("/linked.xml")}"/></body></opml>'
    )
    [refused] = sources([str(feeds)], allow_private=True)
    assert refused.error.startswith("is at a loopback address (127.0.0.1): if you trust it, name it")
    assert [] == server.log
    found = list(sources([str(feeds), server.url("/page")], allow_private=True))
    assert server.url("/linked.xml") not in [each.subject for each in found if isinstance(each, Failure)]


def test_a_wrong_charset_and_a_wrong_type_are_seen_through(server, direct):
    """A header that says UTF-16 over UTF-8 text; a picture that is called a page."""
    page, picture, empty = sources(
        [server.url(path) for path in ("/charset", "/png", "/sign-in")], allow_private=True
    )
    assert "The market at Nuria opened again" in page.text
    assert "is not text (looks like a PNG image)" == picture.error
    assert "is a web page, not a feed (feeds found on it: none)" == empty.error


def test_a_digest_of_an_address_shows_no_password(server, direct):
    """Neither among its sources nor among what it was made from, nor where it failed."""
    login = "me:secret@"
    made = summarize.summarize(
        [server.url(login=login), server.url("/auth", login=login)], allow_private=True
    )
    assert (1, 1) == (len(made.sources), len(made.skipped))
    assert "secret" not in made.to_json() + made.to_text() + made.to_html() + made.to_markdown()
