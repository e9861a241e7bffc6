"""Manners over real sockets: who is asked when, how often, and what each is told."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from summarize.errors import FetchError
from summarize.model import Document
from summarize.read import sources
from tests.faults.clients import client, refusal
from tests.faults.server import PAGE, Server


class Clock:
    """Time that passes when somebody sleeps, and not otherwise."""

    def __init__(self):
        self.time, self.slept = 1000.0, []

    def __call__(self):
        return self.time

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.time += seconds


class Crowd:
    """How many were inside at once, at most; `wait` is what each does there."""

    def __init__(self, wait):
        self.wait, self.inside, self.most = wait, 0, 0
        self._lock = threading.Lock()

    def __call__(self):
        with self._lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
        self.wait()
        with self._lock:
            self.inside -= 1


@pytest.fixture
def server():
    with Server() as running:
        yield running


@pytest.fixture
def clock():
    return Clock()


def polite(clock, **options):
    return client(clock=clock, sleep=clock.sleep, **options)


def refused(web, url):
    with pytest.raises(FetchError) as caught:
        web.get(url, robots=False)
    return caught.value


def at_once(calls):
    """Run them in a thread each; their results in order."""
    results = [None] * len(calls)

    def run(number):
        results[number] = calls[number]()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_too_many_requests_speak_for_the_whole_host(server, clock):
    """After a 429 nothing of that host is asked for before the time it named; other hosts are."""
    with polite(clock) as web:
        error = refused(web, server.url("/retry/429/120"))
        assert (429, 120.0) == (error.status, error.retry_after_seconds)
        assert "was asked too often (429 Too Many Requests): try again in 2 min" == error.reason
        clock.time += 60
        error = refused(web, server.url("/page"))
        assert (None, 60.0) == (error.status, error.retry_after_seconds)
        assert "not asked: its host wants to be left alone for another 60 s: try again then" == error.reason
        assert PAGE == web.get(server.url("/page", "valley.example"), robots=False).body
        clock.time += 60
        assert PAGE == web.get(server.url("/gzip"), robots=False).body
    assert ["/retry/429/120", "/page", "/gzip"] == server.asked()


def test_an_outage_speaks_for_its_address_alone(server, clock):
    """A 503 on one page does not keep us from the next."""
    with polite(clock) as web:
        assert 3600.0 == refused(web, server.url("/retry/503/3600")).retry_after_seconds
        assert "another 60 min" in refused(web, server.url("/retry/503/3600")).reason
        assert PAGE == web.get(server.url("/page"), robots=False).body
    assert ["/retry/503/3600", "/page"] == server.asked()


@pytest.mark.parametrize("status", [429, 503])
def test_a_short_wait_is_waited_once(server, clock, status):
    """If it fits into the deadline, the page is asked for again after exactly that time."""
    with polite(clock) as web:
        assert PAGE == web.get(server.url(f"/once/{status}/7"), robots=False).body
        assert [7.0] == clock.slept
        refused(web, server.url(f"/retry/{status}/7"))
    assert [7.0, 7.0] == clock.slept
    assert 4 == len(server.log)


def test_without_a_time_nothing_is_asked_twice(server, clock):
    """A server that is down is not knocked at: the next run will."""
    with polite(clock) as web:
        assert "try again later" in refused(web, server.url("/once/503")).reason
    assert (1, []) == (len(server.log), clock.slept)


def test_a_host_that_hangs_twice_in_a_row_is_left_alone(server):
    """A feed of 50 pages on a site that is down costs two waits, not 50; other hosts do not pay for it."""
    with client(deadline_seconds=0.3) as web:
        assert ["timed out after 0.2 s of silence: try again later"] * 2 == [
            refused(web, server.url("/hang")).reason for _ in range(2)
        ]
        reason = "not asked: its host ran out of time 2 times in a row: try again later"
        assert reason == refused(web, server.url("/page")).reason
        assert PAGE == web.get(server.url("/page", "valley.example"), robots=False).body
    assert ["/hang", "/hang", "/page"] == server.asked()


def test_one_bad_page_costs_a_host_nothing(server):
    """Whatever answers in time gives the host its patience back."""
    with client(deadline_seconds=0.3) as web:
        for _ in range(3):
            assert (
                "timed out after 0.2 s of silence: try again later"
                == refused(web, server.url("/hang")).reason
            )
            assert PAGE == web.get(server.url("/page"), robots=False).body


def test_a_host_is_asked_one_thing_at_a_time(server):
    """However many threads want it."""
    server.gate = crowd = Crowd(lambda: server.stop.wait(0.005))
    with client() as web:
        bodies = at_once([lambda: web.get(server.url("/gate"), robots=False).body] * 12)
    assert ([PAGE] * 12, 1) == (bodies, crowd.most)


def test_eight_hosts_are_asked_at_once_and_no_more(server):
    """Sixteen sites, two rounds: the eight of a round meet, a ninth would be seen."""
    server.gate = crowd = Crowd(threading.Barrier(8).wait)
    with client() as web:
        urls = [server.url("/gate", f"site{number}.example") for number in range(16)]
        bodies = at_once([lambda url=url: web.get(url, robots=False).body for url in urls])
    assert ([PAGE] * 16, 8) == (bodies, crowd.most)


def test_waiting_for_a_turn_is_not_held_against_a_page(server, clock):
    """The deadline is for the site asked, not for the queue in front of it."""
    first_is_in, go_on = threading.Event(), threading.Event()

    def gate():
        first_is_in.set()
        go_on.wait()
        server.gate = lambda: None

    def second():
        first_is_in.wait()
        threading.Timer(0, passed).start()
        return web.get(server.url("/page"), robots=False).body

    def passed():
        clock.time += 20
        go_on.set()

    server.gate = gate
    with polite(clock, deadline_seconds=30) as web:
        assert [PAGE, PAGE] == at_once([lambda: web.get(server.url("/gate"), robots=False).body, second])


def test_closing_a_client_ends_what_is_under_way(server):
    """A program that stops does not wait for the slowest server."""
    web, errors = client(), []

    def hang():
        errors.append(refused(web, server.url("/hang")).reason)

    thread = threading.Thread(target=hang)
    thread.start()
    server.seen.wait()
    web.close()
    thread.join()
    assert ["was stopped"] == errors
    assert "was stopped" == refused(web, server.url("/page")).reason


def test_a_signal_ends_a_fetch(server):
    """Ctrl-C while a site hangs: no traceback, no waiting, the usual exit status."""
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    command = [sys.executable, "-m", "summarize", "digest", "--allow-private", server.url("/hang")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    server.seen.wait()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (130, b"", b"") == (process.returncode, out, err.strip())


def test_results_come_in_the_order_named(server, monkeypatch):
    """The first site answers only after the second has: the digest's sources keep their order."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Server() as slow:
        slow.gate = server.seen.wait
        names = [slow.url("/gate", "localhost"), server.url("/page")]
        found = list(sources(names, allow_private=True))
    assert [(Document, name) for name in names] == [(type(item), item.uri) for item in found]


def test_credentials_go_to_their_origin_and_are_shown_to_nobody(server):
    """A user name in an address is sent there, and left out of errors, of results and of redirects."""
    with client() as web, Server() as other:
        found = web.get(server.url(login="me:p%20s@"), robots=False)
        web.get(server.url(f"/to?{other.url(login='you:own@')}", login="me:p%20s@"), robots=False)
        assert [None] == [seen.headers.get("Authorization") for seen in other.log]
    assert (server.url(), server.url()) == (found.url, found.final_url)
    assert ["Basic bWU6cCBz"] * 2 == [seen.headers.get("Authorization") for seen in server.log]
    error = refusal(server.url("/status/404", login="me:secret@"))
    assert "secret" not in f"{error} {error.args} {error.url}"
    assert "http://[::1/" == refusal("http://me:secret@[::1/").subject


def test_headers_of_the_caller_go_to_the_origin_asked_and_to_no_other(server):
    """A token for one host does not reach the next, nor the same one on another port."""
    with client() as web, Server() as other:
        token = {"Authorization": "Bearer t"}
        web.get(server.url("/to?/page"), robots=True, headers=token)
        web.get(server.url(f"/to?{other.url()}"), robots=False, headers=token)
        sent = {seen.path.partition("?")[0]: seen.headers.get("Authorization") for seen in server.log}
        assert {"/robots.txt": None, "/to": "Bearer t", "/page": "Bearer t"} == sent
        assert [None] == [seen.headers.get("Authorization") for seen in other.log]
