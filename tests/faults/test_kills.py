"""A run may be killed at any moment: the next one ends as if nothing had happened."""

import os
import random
import signal
from datetime import UTC, datetime, timedelta

import pytest

from tests.faults.job import Run, brief, rows, written
from tests.faults.mail_server import MailServer
from tests.faults.newsroom import Newsroom, items

MONDAY = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
STEPS = (
    "locked",
    "fetched",
    "storing",
    "stored",
    "composed",
    "prepared",
    "sending file",
    "file written",
    "sent file",
    "delivered file",
    "sending stdout",
    "delivered stdout",
    "pruned",
)


@pytest.fixture(scope="module")
def room():
    with Newsroom() as opened:
        opened.feed("/a", items(4))
        opened.feed("/b", items(4, first=20), title="Courier")
        yield opened


def configured(folder, room, paths=("/a", "/b"), **tables):
    folder.mkdir(exist_ok=True)
    sources = [{"url": room.url(path), "name": path} for path in paths]
    return written(
        folder,
        *sources,
        output={"file": "out/{date}.json"},
        briefing={"length": 500, "stories": 100, "timezone": "UTC"},
        **tables,
    )


@pytest.fixture(scope="module")
def undisturbed(room, tmp_path_factory):
    """The file that a run makes that nobody disturbs."""
    folder = tmp_path_factory.mktemp("undisturbed")
    assert 0 == brief(configured(folder, room), folder / "state", now=MONDAY.isoformat()).status
    return (folder / "out" / "2026-11-23.json").read_bytes()


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_a_step(step, room, undisturbed, tmp_path):
    """The next run makes the same file, byte for byte, every item is told once, and no half file is left."""
    config, state = configured(tmp_path, room), tmp_path / "state"
    assert -signal.SIGKILL == brief(config, state, now=MONDAY.isoformat(), kill_at=step).status
    ran = brief(config, state, now=MONDAY.isoformat())
    assert (0, "") == (ran.status, ran.talk)
    assert ["2026-11-23.json"] == [path.name for path in (tmp_path / "out").iterdir()]
    assert undisturbed == (tmp_path / "out" / "2026-11-23.json").read_bytes()
    assert [(1, 8)] == rows(state, "SELECT briefing, count(*) FROM item GROUP BY briefing")
    assert [(0,)] == rows(state, "SELECT count(*) FROM outbox WHERE delivered_at IS NULL")


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
@pytest.mark.parametrize("step", ["locked", "fetched", "stored", "prepared"])
def test_asked_to_stop(number, status, step, room, undisturbed, tmp_path):
    """It stops at once, whoever hangs, without a traceback; and the next run does the work."""
    room.hang("/hang")
    paths = ("/hang", "/a", "/b") if step == "locked" else ("/a", "/b")
    config, state = configured(tmp_path, room, paths), tmp_path / "state"
    waiting = step if step != "locked" else None  # there a source hangs
    run = Run(config, state, now=MONDAY.isoformat(), wait_at=waiting)
    run.reached(step)
    os.kill(run.process.pid, number)
    ran = run.ended()
    assert (status, "") == (ran.status, ran.talk.strip())  # a line ends where the terminal shows ^C
    assert 0 == brief(configured(tmp_path, room), state, now=MONDAY.isoformat()).status
    assert undisturbed == (tmp_path / "out" / "2026-11-23.json").read_bytes()


ME = "me@example.org"


def mailed(folder, room, server):
    """The same job, by mail as well."""
    tables = {"email": {"to": [ME], "from": "briefing@example.org", "smtp": server.url()}}
    return configured(folder, room, **tables)


@pytest.mark.parametrize(
    ("step", "times"),
    [
        ("prepared", 1),
        (f"sending email to {ME}", 1),
        (f"sent email to {ME}", 2),
        (f"delivered email to {ME}", 1),
    ],
)
def test_killed_while_mailing(step, times, room, tmp_path):
    """A mail is sent once, but for a kill between its arrival and the note of it; then it is the same mail."""
    with MailServer() as server:
        config, state = mailed(tmp_path, room, server), tmp_path / "state"
        assert -signal.SIGKILL == brief(config, state, now=MONDAY.isoformat(), kill_at=step).status
        later = (MONDAY + timedelta(hours=1)).isoformat()
        assert (0, "") == (lambda it: (it.status, it.talk))(brief(config, state, now=later))
        assert 0 == brief(config, state, now=later).status
    assert times == len(server.taken)
    assert 1 == len({mail["Message-ID"] for mail in server.mails} | {server.mails[0]["Message-ID"]})
    assert 1 == len({mail.as_bytes() for mail in server.mails})


def test_killed_before_the_server_has_answered(room, tmp_path):
    """It may have taken the mail or not: it gets the same again, byte for byte, under the same number."""
    got = []
    with MailServer() as server:
        config, state = mailed(tmp_path, room, server), tmp_path / "state"

        def last_word(content):
            got.append(content)
            if len(got) == 1:
                run.process.kill()
            return "250 2.0.0 taken"

        server.answers["data"] = last_word
        run = Run(config, state, now=MONDAY.isoformat())
        assert -signal.SIGKILL == run.ended().status
        assert 0 == brief(config, state, now=(MONDAY + timedelta(hours=1)).isoformat()).status
    assert (2, 1) == (len(got), len(set(got)))
    assert 1 == len({mail["Message-ID"] for mail in server.mails})


def test_a_mail_server_that_is_down_holds_up_nothing_else(room, undisturbed, tmp_path):
    """The file is written, exit 4 and a line with the server's reply; the next run only mails, the same bytes."""
    with MailServer(data="451 4.3.2 queue full") as server:
        config, state = mailed(tmp_path, room, server), tmp_path / "state"
        ran = brief(config, state, "--quiet", now=MONDAY.isoformat())
        assert (4, True) == (ran.status, "451" in ran.talk)
        assert undisturbed == (tmp_path / "out" / "2026-11-23.json").read_bytes()
        written = (tmp_path / "out" / "2026-11-23.json").stat().st_mtime_ns
        server.answers["data"] = "250 2.0.0 taken"
        assert 0 == brief(config, state, "--quiet", now=(MONDAY + timedelta(days=1)).isoformat()).status
    assert (written, 1) == ((tmp_path / "out" / "2026-11-23.json").stat().st_mtime_ns, len(server.mails))


def survive(kills, room, folder, seed):
    """Kill so many runs at random moments, days apart and with news on each day, then let one end.

    What each day's file and mail must be is told by the same days without a kill, run beside it.
    """
    chance = random.Random(seed)
    with MailServer() as server, MailServer() as calm_server:
        config, state = mailed(folder / "killed", room, server), folder / "killed" / "state"
        calm = mailed(folder / "calm", room, calm_server), folder / "calm" / "state"
        survived, day, clean = 0, 0, 0.5
        while survived < kills:
            room.feed("/a", items(4, first=day))
            room.feed("/b", items(4, first=1000 + 2 * day), title="Courier")
            now = (MONDAY + timedelta(days=day)).isoformat()
            for _ in range(4 if day else 0):  # what is older than a day at the first run is not news
                run = Run(config, state, now=now)
                run.process.join(chance.uniform(0, clean))
                run.process.kill()
                survived += -signal.SIGKILL == run.ended().status
            ran = brief(config, state, now=now)
            assert (0, 0) == (ran.status, brief(*calm, now=now).status)
            clean = min(clean, ran.seconds)
            day += 1
        assert_told_once(state, 8 + 3 * (day - 1))
        assert files(folder / "calm") == files(folder / "killed")
        assert_same_mails(server, calm_server)


def files(folder):
    """What is in the folder of the output, by name: no half file is left, none is missing."""
    return {path.name: path.read_bytes() for path in (folder / "out").iterdir()}


def assert_told_once(state, count):
    """Each of so many items is in one briefing, no sentence is in two, and all have arrived."""
    assert [(0, count)] == rows(state, "SELECT count(*) FILTER (WHERE briefing IS NULL), count(*) FROM item")
    said = "SELECT count(*), count(DISTINCT text) FROM said"
    [(printed, different)] = rows(state, said)
    assert printed == different
    assert [(0,)] == rows(state, "SELECT count(*) FROM outbox WHERE delivered_at IS NULL")


def assert_same_mails(server, calm):
    """Every mail came, in bytes and number as without a kill; one that came again is the same to the byte."""
    mails, wanted = (
        {(mail["Message-ID"], mail.as_bytes()) for mail in each.mails} for each in (server, calm)
    )
    assert wanted == mails
    assert len(wanted) == len(calm.mails) == len({number for number, _ in mails})


def test_twenty_kills_at_random_moments(room, tmp_path):
    """No item is lost, none is told twice, no file is half-written, no mail is another, the state is whole."""
    survive(20, room, tmp_path, seed=1)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(2, 12))
def test_a_thousand_kills(seed, room, tmp_path):
    """The same, a hundred times with each seed."""
    survive(100, room, tmp_path, seed)
