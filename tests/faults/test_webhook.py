"""Briefings posted, and a watchman who is told: said in one line, the address kept to ourselves."""

import pytest

from summarize.briefing import deliver, ping
from summarize.briefing.config import Config, Ping
from summarize.briefing.webhook import Webhook
from summarize.errors import DeliveryError
from tests.briefing.papers import DAWN, paper_of, parcel
from tests.faults.clients import client
from tests.faults.server import Server

LATE = 0.3
TOKEN = "s3cret"


@pytest.fixture
def server():
    with Server() as running:
        yield running


def post(url, *, allow_private=True, authorization_command=None, **options):
    with client(allow_private=False, **options) as web:
        hook = Webhook(url, web, lambda _: b"{}", allow_private, authorization_command)
        hook.send(parcel(b'{"title": "Morning briefing"}', target="webhook"), now=DAWN)


def refusal(url, **options):
    with pytest.raises(DeliveryError) as caught:
        post(url, **options)
    said = str(caught.value)
    assert said.startswith("webhook to 127.0.0.1: ")
    assert said.endswith("; kept for the next run")
    assert TOKEN not in said
    return said.removeprefix("webhook to 127.0.0.1: ").removesuffix("; kept for the next run")


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_any_good_answer_means_that_it_has_arrived(server, status):
    """The bytes as they were kept, under a key that stays when they are sent again."""
    post(server.url(f"/status/{status}"), authorization_command=["printf", "Bearer s3cret"])
    [seen] = server.log
    assert ("POST", b'{"title": "Morning briefing"}') == (seen.method, seen.body)
    assert ("application/json", "Bearer s3cret") == (
        seen.headers["Content-Type"],
        seen.headers["Authorization"],
    )
    assert '"<1@host.example>"' == seen.headers["Idempotency-Key"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/status/404", "answers 404 Not Found: check webhook.url and webhook.authorization_command"),
        ("/status/429", "answers 429 Too Many Requests: the same will be sent again"),
        ("/status/503", "answers 503 Service Unavailable: the same will be sent again"),
        ("/to/307?/page", "answers 307 Temporary Redirect: write the address that it has moved to"),
        ("/close", "broke off in the middle: try again later"),
    ],
)
def test_a_refusal_is_said_without_the_address(server, path, said):
    """Once: nothing is posted twice, nobody is followed elsewhere."""
    assert said == refusal(server.url(f"{path}{'&' if '?' in path else '?'}token={TOKEN}"))
    assert 1 == len(server.log)


def test_a_hook_that_hangs_is_left(server):
    """After the silence that ends a fetch, too."""
    said = refusal(server.url(f"/hang/{TOKEN}"), deadline_seconds=LATE)
    assert said.startswith("timed out after 0.2 s of silence")


def test_a_hook_that_was_not_reached_is_asked_once(server):
    """The next briefing does not wait for what the last one has found out; a refusal is of that one only."""
    with client(deadline_seconds=LATE) as web:
        for path, asked in ((f"/hang/{TOKEN}", 1), (f"/status/400/{TOKEN}", 2)):
            hook = Webhook(server.url(path), web, lambda _: b"{}", allow_private=True)
            for _ in range(2):
                with pytest.raises(DeliveryError, match="kept for the next run"):
                    hook.send(parcel(), now=DAWN)
            assert asked == sum(seen.path == path for seen in server.log)


def test_a_hook_inside_is_refused_unless_allowed(server):
    """It gets no connection."""
    assert "is at a loopback address (127.0.0.1)" in refusal(server.url(), allow_private=False)
    assert [] == server.log


@pytest.mark.parametrize("command", [["false"], ["printf", ""], ["printf", r"a\rb"], ["printf", "ü"]])
def test_no_authorization_no_post(server, command):
    """What cannot be a header's value is not sent."""
    assert "webhook.authorization_command" in refusal(server.url(), authorization_command=command)
    assert [] == server.log


def test_the_configuration_makes_one_of_each(tmp_path):
    """In the order in which they are sent; the webhook's content is JSON."""
    tables = {
        "source": [{"url": "https://herald.example/feed"}],
        "output": {"file": "{date}.html"},
        "email": {"to": ["me@example.org"], "from": "b@example.org", "smtp": "smtp://localhost"},
        "maildir": {"path": "mail"},
        "atom": {"file": "feed.xml"},
        "webhook": {"url": "https://hooks.example/T/1"},
    }
    with client() as web:
        found = deliver.targets(Config.model_validate(tables), folder=tmp_path, client=web)
    names = ["file", "stdout", "email to me@example.org", "maildir", "atom", "webhook"]
    assert names == [target.name for target in found]
    assert b'"summarize.briefing/1"' in found[-1].content(paper_of(), message_id="<1@host.example>")
    assert "T/1" not in repr(found[-1])


def knocked(server, path="/page", **options):
    lines = []
    with client(allow_private=False, **options) as web:
        check = Ping(url=server.url(path), allow_private=True)
        ping.start(check, web, tell=lines.append)
        ping.end(check, 3, web, tell=lines.append)
    return lines


def test_the_watchman_is_told_beginning_and_end(server):
    """Behind the address, before what it asks."""
    assert [] == knocked(server, "/status/200?a=b")
    assert ["/status/200/start?a=b", "/status/200/3?a=b"] == server.asked(robots=True)


def test_a_watchman_who_does_not_answer_stops_nothing(server):
    """A line each, without the address."""
    line = "ping to 127.0.0.1: answers 500 Internal Server Error: check ping.url; the briefing goes on"
    assert [line] * 2 == knocked(server, f"/status/500/{TOKEN}")


def test_without_a_watchman_nobody_is_told():
    """Not asked for, not done."""
    ping.start(None, None, tell=None)
    ping.end(None, 0, None, tell=None)
