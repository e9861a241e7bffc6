"""`summarize brief sources`, `history`, `forget` and `doctor`: what is remembered, shown and taken out."""

import json
import re
import sqlite3
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from summarize.briefing import health, history, lock
from summarize.briefing.memory import Made, Saying, Sentence
from summarize.briefing.state import State, trial
from summarize.errors import StateError
from summarize.model import Document, Span
from tests.briefing.commands import brief

MONDAY = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
COUNCIL, WIKI, GONE = (
    "https://council.example/feed.xml",
    "https://wiki.example/atom",
    "https://gone.example/rss",
)
CONFIG = f"""[briefing]
timezone = "Europe/Berlin"
[[source]]
name = "City council"
url = "{COUNCIL}"
[[source]]
url = "{WIKI}"
"""


def document(number):
    return Document.from_text(
        f"The council met for the {number}. time.", uri=f"https://c.example/{number}", id=str(number)
    )


@pytest.fixture
def places(tmp_path, monkeypatch):
    """A configuration and a memory in the system's own places."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "summarize").mkdir()
    (tmp_path / "summarize" / "briefing.toml").write_text(CONFIG)
    (tmp_path / "state" / "summarize").mkdir(parents=True, mode=0o700)
    return tmp_path / "state" / "summarize" / "state.db"


@pytest.fixture
def path(places):
    """A memory of two sources and two briefings, the later one still on its way to one place."""
    with State(places) as state:
        state.store(
            COUNCIL, [document(1), document(2)], now=MONDAY, moved_to="https://me:secret@new.example/feed"
        )
        state.store(GONE, [document(3)], now=MONDAY)
        state.failed(WIKI, "timed out after 30 s", not_before=datetime.now(UTC) + timedelta(hours=2))
        for number, used in ((1, "1"), (2, "2")):
            at = MONDAY + timedelta(days=number)
            said = Saying(
                None, f"Council meets {number}", (Sentence(COUNCIL, used, Span(0, 10), "The counci"),) * 2
            )
            made = Made(at.date(), at, None, f"<{number}@host>", "{}", [(COUNCIL, used)], (said,))
            state.prepare(made, {"email": b"mail", "file": b"page"})
            for parcel in state.undelivered():
                if (number, parcel.target) == (2, "email"):
                    state.returned(parcel, "450 try later", now=at, final=False)
                else:
                    state.delivered(parcel, now=at)
    return places


def test_every_source_is_shown_with_how_it_has_done(path):
    """Those of the configuration in its order, in the reader's time; then what it no longer lists."""
    done = brief("sources")
    head, council, wiki, gone = done.out.splitlines()
    assert (0, "") == (done.status, done.talk)
    assert head.startswith("source ")
    assert [
        "City council",
        "23 Nov 07:30",
        "2",
        "moved to https://new.example/feed",
    ] == re.split("  +", council)
    assert re.fullmatch(rf"{WIKI} +never +0 +timed out after 30 s \(next try ... ..:..\)", wiki)
    assert (GONE, "no longer in the configuration") == (gone.split()[0], gone.rpartition("  ")[2])


def test_sources_are_given_to_programs_as_json(path):
    """The same, with moments as they are and nothing secret."""
    found = json.loads(brief("sources", "-f", "json").out)
    assert "summarize.sources/1" == found["schema"]
    council, wiki, gone = found["sources"]
    assert ("City council", COUNCIL, MONDAY.isoformat(), 2, 0) == tuple(
        council[key] for key in ("name", "place", "last_read", "items", "waiting")
    )
    assert "https://new.example/feed" == council["moved_to"]
    assert (1, "timed out after 30 s", True) == (wiki["failures"], wiki["reason"], wiki["in_config"])
    assert (None, False, 1) == (gone["name"], gone["in_config"], gone["waiting"])


def test_briefings_are_shown_with_where_they_have_arrived(path):
    """A line each, and why one waits."""
    done = brief("history")
    _, first, second = done.out.splitlines()
    assert (0, ["2026-11-24", "1", "1", "email, file", "Council meets 1"]) == (
        done.status,
        re.split("  +", first),
    )
    assert "email waits (1 tried: 450 try later), file" in second
    assert second.endswith("  Council meets 2")
    assert 2 == brief("history", "--since", "2026-11-25").out.count("\n")


def test_a_long_reason_is_cut_short_in_the_table(path):
    """A server's essay is whole in JSON; every other column is still to be seen."""
    with State(path) as state:
        [waiting] = state.undelivered()
        state.returned(waiting, "550 " + "blocked by policy " * 20, now=MONDAY, final=False)
    assert max(map(len, brief("history").out.splitlines())) < 140
    assert "email waits (2 tried: 550 blocked by policy" in brief("history").out
    assert brief("history", "-f", "json").out.count("blocked by policy") == 20


def test_briefings_are_given_to_programs_as_json(path):
    """Stories by their labels, targets with what became of them."""
    found = json.loads(brief("history", "--since", "2026-11-25", "-f", "json").out)
    [second] = found["briefings"]
    assert ("summarize.history/1", "2026-11-25", ["Council meets 2"], 2, 1) == (
        found["schema"], second["day"], second["stories"], second["sentences"], second["items"]
    )  # fmt: skip
    assert [
        ("email", None, "450 try later", 1, None),
        ("file", "2026-11-25T06:30:00+00:00", None, 1, None),
    ] == [tuple(target.values()) for target in second["targets"]]


def test_before_the_first_run_there_is_nothing_and_nothing_is_made(places):
    """Asking makes no file; sources of the configuration are there, unread."""
    assert 3 == brief("sources").out.count("\n")
    assert (1, "summarize: no briefing was made yet\n") == (brief("history").status, brief("history").talk)
    assert 1 == brief("forget", COUNCIL).status
    assert 0 == brief("doctor").status
    assert [] == list(places.parent.iterdir())


def test_a_source_that_is_forgotten_is_read_as_a_new_one(path):
    """By its address or its name; what was said stays said."""
    done = brief("forget", "City council")
    assert (0, f"forgotten: {COUNCIL}, with 2 items it listed (0 not yet told); the next run reads it as a new source\n") == (
        done.status, done.out
    )  # fmt: skip
    with State(path) as state:
        assert 2 == state.store(COUNCIL, [document(1), document(2)], now=MONDAY)
        assert 4 == len(state.told(MONDAY.date()))
    assert [] == history.faults(path)


def test_a_day_that_is_forgotten_can_be_told_again(path):
    """Its items wait again, its sentences are unsaid, its parcels gone; other days stay."""
    done = brief("forget", "2026-11-25")
    assert (0, "forgotten: 1 briefing of 2026-11-25, and what they said; 1 of 1 item wait to be told again;"
               " not delivered and lost: email\n") == (done.status, done.out)  # fmt: skip
    with State(path) as state:
        assert ["2", "3"] == [item.document.id for item in state.waiting()]
        assert {date(2026, 11, 24)} == {told.day for told in state.told(MONDAY.date())}
        assert [] == state.undelivered()
    assert [] == history.faults(path)


@pytest.mark.parametrize(
    ("what", "advice"),
    [
        ("https://council.example/feed", f"did you mean {COUNCIL}?"),
        ("x", "lists them"),
        ("2026-11-26", "last 2026-11-25"),
    ],
)
def test_what_is_not_remembered_cannot_be_forgotten(path, what, advice):
    """Nothing is taken for something like it."""
    before = history.sources(path), history.briefings(path)
    done = brief("forget", what)
    assert (1, "") == (done.status, done.out)
    assert advice in done.talk
    assert before == (history.sources(path), history.briefings(path))


def test_nothing_is_forgotten_while_a_run_is_at_work(path):
    """The run goes by what it has read."""
    with lock.held(path.parent / "lock"):
        assert 75 == brief("forget", COUNCIL).status
        assert "a run is at work" in brief("doctor").out
    assert 2 == len(history.briefings(path))
    assert 3 == len(history.sources(path))


def test_a_damaged_memory_is_reported_and_left_where_it_is(path):
    """To look is not to set aside: that is for the run, which begins anew."""
    path.write_bytes(b"no database at all, of more than a hundred bytes" * 9)
    assert (1, 1) == (brief("sources").status, brief("history").status)
    done = brief("doctor")
    assert (1, True) == (done.status, "FAULT" in done.out)
    assert path.exists()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE sqlite_master SET sql = replace(sql, 'moved_to', 'moved_tn')", "no column source.moved_to"),
        ("UPDATE sqlite_master SET sql = replace(sql, 'named INT', 'nameb INT')", "no column item.named"),
        ("DELETE FROM sqlite_master WHERE name = 'item_fingerprint'", "never used"),
        ("DELETE FROM sqlite_master WHERE tbl_name = 'story'", "never used"),
        ("PRAGMA user_version = 3", "unknown column forgotten.day"),
        ("PRAGMA user_version = 0", "unknown column briefing.day"),
    ],
)
def test_a_run_sets_aside_what_doctor_calls_damaged(path, statement, said):
    """Also if SQLite can open it: a run would fail on it day after day. Nothing is deleted."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(statement)
    connection.commit()
    connection.close()
    broken = path.read_bytes()
    doctor = brief("doctor").out
    assert said in doctor
    assert "the next run sets it aside" in doctor
    assert f"{path}, schema" not in doctor
    with pytest.raises(StateError, match=r"is damaged \(.*\); set aside as state\.db\.damaged-1"):
        State(path)
    assert broken == path.with_name("state.db.damaged-1").read_bytes()
    State(path).close()
    assert [] == history.faults(path)


def test_what_others_put_beside_its_tables_is_no_damage(path):
    """Nor an entry that leads nowhere: neither keeps a run from its work."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (note TEXT)")
    connection.execute("UPDATE item SET briefing = 99 WHERE id = '1'")
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()
    assert "has 1 entry that leads nowhere" in brief("doctor").out
    State(path).close()
    assert [] == history.faults(path)


def test_a_trial_leaves_a_damaged_memory_where_it_is(path, tmp_path):
    """It says of the memory what is wrong with it, not of its own copy."""
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE source RENAME COLUMN moved_to TO moved_tn")
    connection.close()
    with pytest.raises(StateError, match=r"state\.db: cannot be read: no column source\.moved_to"):
        trial(path, tmp_path)
    assert path.exists()


def test_a_page_that_was_overwritten_is_found(path):
    """SQLite's own check of the whole file."""
    content = bytearray(path.read_bytes())
    for at in range(4096, len(content), 4096):
        content[at : at + 64] = b"\xff" * 64
    path.write_bytes(content)
    assert 1 == brief("doctor").status
    assert "malformed" in brief("doctor").out


def test_a_memory_of_another_version_says_so(path):
    """Rather than show half of it."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StateError, match="has schema 99"):
        history.sources(path)
    assert "has schema 99" in brief("doctor").out


def texts(path, state, level):
    return [
        f"{each.subject}: {each.text}"
        for each in health.findings(path, state, now=MONDAY)
        if each.level == level
    ]


def test_all_is_well_with_a_sound_setup(path, tmp_path):
    """No fault; what waits to be sent is a hint."""
    found = tmp_path / "summarize" / "briefing.toml"
    assert [] == texts(found, path.parent, "fault")
    assert "briefings: 2026-11-25 waits to be sent to email: 450 try later" in texts(
        found, path.parent, "hint"
    )
    assert "time zone: Europe/Berlin, of the configuration; it is Mon 23 Nov 2026 07:30 (UTC+0100)" in texts(
        found, path.parent, "well"
    )
    assert "time zone: clocks are changed on 28 Mar 2027 at 02:00: let no run begin around then" in texts(
        found, path.parent, "hint"
    )


def test_what_would_keep_a_briefing_from_being_sent_is_a_fault(tmp_path):
    """A password that all can read, a program that is not there, a folder under a file."""
    password = tmp_path / "password"
    password.write_text("secret")
    password.chmod(0o644)
    path = tmp_path / "briefing.toml"
    path.write_text(
        f'[[source]]\npath = "notes"\n[output]\nfile = "password/out/page.html"\n'
        '[email]\nto = ["a@b.example"]\nfrom = "a@b.example"\nsmtp = "smtps://me@mail.example"\n'
        f'password_command = ["no-such-program", "{password}"]\n'
    )
    found = texts(path, tmp_path / "state", "fault")
    assert (
        f"secrets: {password} holds a password and can be read by others (644): chmod 600 {password}" in found
    )
    assert "commands: 'no-such-program' is not there" in found
    assert f"output: {tmp_path}/password/out cannot be written to" in found


def test_mistakes_of_the_configuration_are_faults_each(tmp_path):
    """All of them, as `check` has them."""
    path = tmp_path / "briefing.toml"
    path.write_text('[[source]]\nurl = "ftp://a.example"\nwieght = 2\n')
    assert 2 == len([each for each in texts(path, tmp_path, "fault") if each.startswith("configuration")])


def test_the_next_change_of_clocks_is_found_in_any_zone():
    """None in Tokyo."""
    assert None is health._change(ZoneInfo("Asia/Tokyo"), MONDAY)
    assert "2027-03-14 02:00" == f"{health._change(ZoneInfo('America/New_York'), MONDAY):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize("day", ["", "0001-01-01", "9999-12-31", "2026-13-01"])
def test_a_day_that_no_clock_shows_is_refused(day, path):
    """Neither is it taken for today, nor does a calendar end in the middle of a run."""
    ran = brief("--date", day)
    assert (2, 1) == (ran.status, ran.talk.count("\n"))
    assert "2026-11-23" in ran.talk


def test_a_run_that_had_nothing_to_tell_is_no_briefing(path):
    """What it passed over is done with, and nothing was made of it."""
    with State(path) as state:
        state.prepare(Made(date(2026, 11, 27), MONDAY, None, "<3@host>", "{}", [(COUNCIL, "3")], ()), {})
    assert [date(2026, 11, 24), date(2026, 11, 25)] == [each.day for each in history.briefings(path)]


def test_how_much_an_old_briefing_told_is_known_when_its_items_are_not(path):
    """Ids are forgotten after half a year; its record says it."""
    with State(path) as state:
        record = '{"counts": {"told": 7}}'
        said = (Saying(None, "Weir holds", (Sentence(COUNCIL, "1", Span(0, 3), "The"),)),)
        state.prepare(Made(date(2026, 11, 27), MONDAY, None, "<3@host>", record, [], said), {"file": b"page"})
    assert [1, 1, 7] == [each.documents for each in history.briefings(path)]


def test_doctor_does_not_send_to_itself_for_what_is_no_memory(path):
    """It says what the next run does about it."""
    path.write_bytes(b"no database " * 1000)
    said = brief("doctor").out
    assert "cannot be read: file is not a database; the next run sets it aside" in said
    assert "summarize brief doctor" not in said
