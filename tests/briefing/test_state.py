"""The briefing's memory: whole transactions, nothing seen twice, nothing lost."""

import contextlib
import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from summarize.briefing import history, mounts
from summarize.briefing.memory import Made, Saying, Sentence
from summarize.briefing.state import State
from summarize.errors import StateError
from summarize.model import Document, Span

MONDAY = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
FEED = "https://council.example/feed.xml"


def document(number, **fields):
    text = fields.pop("text", f"The council met for the {number}. time.")
    return Document.from_text(text, uri=f"https://council.example/{number}", id=f"item-{number}", **fields)


@pytest.fixture
def state(tmp_path):
    with State(tmp_path / "state.db") as opened:
        yield opened


def made(state, **given):
    fields = {
        "day": MONDAY.date(),
        "made_at": MONDAY,
        "since": None,
        "message_id": "<1@host>",
        "record": "{}",
    }
    return Made(**{**fields, "used": (), "stories": (), **given})


def test_what_a_source_lists_waits_until_it_is_told(state):
    """A document with everything known of it comes back as it was."""
    first = document(1, title="Met", publisher="Council", published=MONDAY, language="en", author="A. Clerk")
    first = replace(first, quoted=(Span(0, 3), Span(8, 11)))
    assert 2 == state.store(FEED, [first, document(2)], now=MONDAY, etag='W/"7"', last_modified="Mon")
    assert [first, document(2)] == [item.document for item in state.waiting()]
    state.prepare(made(state, used=[(FEED, "item-1"), (FEED, "item-2")]), {})
    assert [] == state.waiting()


def test_validators_come_with_the_items(state):
    """They are stored in the transaction of what they came with, verbatim."""
    state.store(FEED, [document(1)], now=MONDAY, etag='W/"7"', last_modified="Mon, 23 Nov")
    known = state.known(FEED)
    assert ('W/"7"', "Mon, 23 Nov", MONDAY, 0) == (
        known.etag,
        known.last_modified,
        known.read_at,
        known.failures,
    )


def test_a_document_is_new_once(state):
    """By its id, and by its content where the id changes at every fetch."""
    assert 1 == state.store(FEED, [document(1)], now=MONDAY)
    assert 0 == state.store(FEED, [document(1, text="Edited.")], now=MONDAY)
    again = Document.from_text(document(1).text, uri="https://council.example/x", id="another-guid")
    assert 0 == state.store(FEED, [again], now=MONDAY)
    assert 1 == state.store("another feed", [document(1)], now=MONDAY)


def test_a_failure_keeps_what_was_there(state):
    """Items stay, failures are counted until the source is read again."""
    state.store(FEED, [document(1)], now=MONDAY, etag='"1"')
    state.failed(FEED, "HTTP 500")
    state.failed(FEED, "HTTP 503", not_before=MONDAY + timedelta(hours=1))
    known = state.known(FEED)
    assert (2, "HTTP 503", '"1"') == (known.failures, known.reason, known.etag)
    assert MONDAY + timedelta(hours=1) == known.not_before
    assert 1 == len(state.waiting())
    state.unchanged(FEED, now=MONDAY)
    assert (0, None, None) == (
        state.known(FEED).failures,
        state.known(FEED).reason,
        state.known(FEED).not_before,
    )


def test_the_outbox_keeps_the_bytes_of_each_target(state):
    """Each is delivered on its own; what came back is tried again."""
    number = state.prepare(made(state), {"file": b"page", "mail": b"letter"})
    file, mail = state.undelivered()
    assert (number, "file", b"page", "<1@host>") == (
        file.briefing,
        file.target,
        file.content,
        file.message_id,
    )
    state.delivered(file, now=MONDAY)
    assert not state.returned(mail, "451 try later", now=MONDAY, final=False)
    [left] = state.undelivered()
    assert ("mail", b"letter", "451 try later", 1) == (left.target, left.content, left.reason, left.tries)
    assert ["file", "mail"] == [each.target for each in state.parcels(MONDAY.date())]


@pytest.mark.parametrize(("final", "days"), [(True, 7), (False, 30)])
def test_what_never_arrives_is_given_up(state, final, days):
    """After a week of refusals, or a month without an answer; it can still be asked for by its day."""
    state.prepare(made(state), {"mail": b"letter"})
    tried = []
    while left := state.undelivered():
        tried.append(MONDAY + timedelta(days=len(tried)))
        state.returned(left[0], "550 no such user", now=tried[-1], final=final)
    assert MONDAY + timedelta(days=days) == tried[-1]
    [kept] = state.parcels(MONDAY.date())
    assert (b"letter", "550 no such user", len(tried)) == (kept.content, kept.reason, kept.tries)


def test_a_clock_that_leaps_gives_nothing_up(state):
    """A few tries are not enough, whatever the calendar says."""
    state.prepare(made(state), {"mail": b"letter"})
    [left] = state.undelivered()
    assert not state.returned(left, "550", now=MONDAY + timedelta(days=400), final=True)
    assert 1 == len(state.undelivered())


def test_what_had_no_room_waits_for_the_next_day(state):
    """Not for a second run of the same day."""
    state.store("a", [document(1), document(2)], now=MONDAY)
    state.prepare(made(state, named=[("a", "item-1"), ("a", "item-2")]), {})
    assert [] == state.waiting(MONDAY.date())
    assert [True, True] == [item.named for item in state.waiting(MONDAY.date() + timedelta(days=1))]


def test_what_was_said_is_remembered_with_its_story(state):
    """A later briefing finds the sentence, where it stands, and on which days the story was told."""
    state.store(FEED, [document(1)], now=MONDAY)
    sentence = Sentence(FEED, "item-1", Span(0, 11), "The council")
    state.prepare(made(state, used=[(FEED, "item-1")], stories=[Saying(None, "Council", (sentence,))]), {})
    [told] = state.told(date(2026, 11, 20))
    assert ("Council", "The council", document(1)) == (told.label, told.text, told.document)
    tuesday = made(state, day=date(2026, 11, 24), stories=[Saying(told.story, "Adjourned", (sentence,))])
    state.prepare(tuesday, {})
    days = ((date(2026, 11, 23), "Council"), (date(2026, 11, 24), "Adjourned"))
    assert [(told.story, "Council", date(2026, 11, 23), *each) for each in days] == [
        (each.story, each.label, each.first_day, each.day, each.headline)
        for each in state.told(date(2026, 11, 20))
    ]


MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
36 22 0:31 / /home/me rw,relatime shared:2 - nfs4 server:/home rw,vers=4.2
37 36 8:2 / /home/me/own\040disk rw - xfs /dev/sdb1 rw
38 22 0:40 / /mnt/far rw - fuse.sshfs me@host: rw
"""


@pytest.mark.parametrize(
    ("folder", "networked"),
    [
        ("/home/me/.local/state", True),
        ("/home/me/own disk/state", False),
        ("/home/you", False),
        ("/mnt/far", True),
        ("/mnt/farther", False),
    ],
)
def test_another_machines_disk_is_known(folder, networked, tmp_path):
    """By the mount that is nearest above a folder."""
    (tmp_path / "mountinfo").write_text(MOUNTS)
    assert networked is mounts.is_networked(Path(folder), tmp_path / "mountinfo")
    assert not mounts.is_networked(Path(folder), tmp_path / "none")


@pytest.mark.parametrize(("networked", "journal"), [(True, "delete"), (False, "wal")])
def test_on_another_machines_disk_there_is_no_shared_log(networked, journal, monkeypatch, tmp_path):
    """It is a journal there, also of a memory that was moved; what is kept is there either way."""
    for each in (not networked, networked):
        monkeypatch.setattr(mounts, "is_networked", lambda _, each=each: each)
        with State(tmp_path / "state.db") as state:
            state.store(FEED, [document(1)], now=MONDAY)
    with contextlib.closing(sqlite3.connect(tmp_path / "state.db")) as connection:
        assert [(journal,)] == connection.execute("PRAGMA journal_mode").fetchall()
        assert [(1,)] == connection.execute("SELECT count(*) FROM item").fetchall()


def test_pruning_forgets_no_id_that_may_come_back(state):
    """Texts go after 30 days, ids 180 days after they were last listed, and only if the source is read."""
    state.store(FEED, [document(1)], now=MONDAY)
    state.prepare(made(state, used=[(FEED, "item-1")]), {})
    later = MONDAY + timedelta(days=200)
    state.prune(now=later)
    assert 0 == state.store(FEED, [document(1)], now=later)
    state.store(FEED, [], now=later + timedelta(days=199))
    state.prune(now=later + timedelta(days=200))
    assert 1 == state.store(FEED, [document(1)], now=later + timedelta(days=200))


def test_what_is_forgotten_is_not_forgotten_anew_every_day(state):
    """Half a year's ids stay where they are: a pruning writes what has become old since the last."""
    state.store(FEED, [document(1), document(2)], now=MONDAY)
    state.prepare(made(state, used=[(FEED, "item-1"), (FEED, "item-2")]), {})
    written = []
    for days in (40, 41):
        before = state._connection.total_changes
        state.prune(now=MONDAY + timedelta(days=days))
        written.append(state._connection.total_changes - before)
    assert [2, 0] == written


def test_a_memory_does_not_grow_by_every_briefing_for_ever(state):
    """The bytes of the last sixty are kept, and those that still wait to be sent; that there were more is known."""
    for number in range(62):
        day = MONDAY.date() + timedelta(days=number)
        state.prepare(made(state, day=day, record="{}"), {"file": b"paper", "email": b"mail"})
        for parcel in state.undelivered():
            if (parcel.briefing, parcel.target) != (1, "email"):
                state.delivered(parcel, now=MONDAY)
        state.prune(now=MONDAY)
    days = [MONDAY.date() + timedelta(days=number) for number in (0, 1, 2, 61)]
    assert [["email"], [], ["email", "file"], ["email", "file"]] == [
        [parcel.target for parcel in state.parcels(day)] for day in days
    ]
    assert [b"mail"] == [parcel.content for parcel in state.undelivered()]
    assert 62 == len(history.briefings(state.path))


def test_a_damaged_file_is_set_aside(tmp_path):
    """It is said, nothing is deleted, and the next run begins anew."""
    path = tmp_path / "state.db"
    path.write_bytes(b"this is no database " * 100)
    with pytest.raises(StateError, match=r"is damaged; set aside as state\.db\.damaged-1"):
        State(path)
    assert b"this is no database " * 100 == (tmp_path / "state.db.damaged-1").read_bytes()
    State(path).__exit__()


def test_a_newer_file_is_left_alone(tmp_path):
    """A downgrade never writes into what it does not understand."""
    path = tmp_path / "state.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StateError, match="is of a newer version of summarize"):
        State(path)
    assert before == path.read_bytes()[: len(before)]


def test_only_its_owner_may_read_it(tmp_path):
    """What somebody reads is nobody else's business."""
    with State(tmp_path / "deep" / "state.db"):
        assert (0o600, 0o700) == (
            (tmp_path / "deep" / "state.db").stat().st_mode & 0o777,
            (tmp_path / "deep").stat().st_mode & 0o777,
        )
