"""The daily job against its own machine: full and read-only disks, locks, clocks, days missed."""

import resource
import shutil
import sqlite3
import subprocess
from datetime import UTC, datetime, timedelta
from html import escape

import pytest

from summarize.briefing import folders, history
from summarize.render import briefing_json
from tests.faults.job import Run, brief, rows, written
from tests.faults.newsroom import Newsroom, item, items

MONDAY = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def room():
    with Newsroom() as opened:
        opened.feed("/a", items(4))
        yield opened


@pytest.fixture
def config(room, tmp_path):
    return configured(room, tmp_path)


def configured(room, folder, *paths, zone="UTC", **tables):
    sources = [{"url": room.url(path), "name": path[1:]} for path in paths or ("/a",)]
    tables = {"output": {"file": "out/{date}.json", "stdout": False}, **tables}
    briefing = {"length": 500, "stories": 100, "timezone": zone, **tables.pop("briefing", {})}
    return written(folder, *sources, briefing=briefing, **tables)


def files(folder):
    """What has been delivered, by name."""
    return sorted(path.name for path in (folder / "out").glob("*")) if (folder / "out").exists() else []


def at(moment):
    return {"now": moment.isoformat()}


def small_files():
    """A disk with room for no file of more than 16 KiB: SQLite's own needs more."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (16384, resource.RLIM_INFINITY))


def test_the_state_does_not_fit_on_the_disk(config, tmp_path):
    """One line, exit 1, nothing lost: the next run tells all."""
    ran = brief(config, tmp_path / "state", before=small_files, **at(MONDAY))
    assert (1, 1) == (ran.status, len(ran.talk.splitlines()))
    assert "state.db" in ran.talk
    assert 0 == brief(config, tmp_path / "state", **at(MONDAY)).status
    assert [(1, 4)] == rows(tmp_path / "state", "SELECT briefing, count(*) FROM item GROUP BY briefing")


def mounted(folder, size):
    """A disk of its own of so many KiB; None where nobody may mount one."""
    folder.mkdir()
    tried = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", folder], capture_output=True, check=False
    )
    return folder if tried.returncode == 0 else None


@pytest.fixture
def disk(tmp_path):
    """A disk of 256 KiB."""
    folder = mounted(tmp_path / "disk", 256)
    if folder is None:
        pytest.skip("only root may mount a disk to fill")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_the_disk_of_the_state_is_full(config, disk, room, tmp_path):
    """It is said in words, the file stays whole, and with room again nothing is missing."""
    assert 0 == brief(config, disk / "state", **at(MONDAY)).status
    room.feed(
        "/a",
        [*items(4), *(item(number, text=f"List {number}: {'reeds, ' * 4000}") for number in range(4, 16))],
    )
    ran = brief(config, disk / "state", folder=tmp_path / "runs", **at(MONDAY + DAY))
    assert 1 == ran.status
    assert "state.db: the disk is full: make room; nothing is lost" in ran.talk
    assert [(4,)] == rows(disk / "state", "SELECT count(*) FROM item")
    subprocess.run(["mount", "-o", "remount,size=16m", disk], check=True)
    assert 0 == brief(config, disk / "state", **at(MONDAY + DAY)).status
    assert [(0, 16)] == rows(
        disk / "state", "SELECT count(*) FILTER (WHERE briefing IS NULL), count(*) FROM item"
    )


def test_the_disk_of_the_output_is_full(disk, room, tmp_path):
    """Exit 4, the old file stays, and the next run writes the new one from what was kept."""
    config = configured(room, tmp_path, output={"file": f"{disk}/news.json", "stdout": False})
    (disk / "news.json").write_text("yesterday's")
    (disk / "ballast").write_bytes(bytes(250 * 1024))
    ran = brief(config, tmp_path / "state", **at(MONDAY))
    assert (4, "yesterday's", 2) == (ran.status, (disk / "news.json").read_text(), len(list(disk.iterdir())))
    assert "kept for the next run" in ran.talk
    (disk / "ballast").unlink()
    assert (0, "") == (lambda it: (it.status, it.talk))(brief(config, tmp_path / "state", **at(MONDAY + DAY)))
    assert "2026-11-23" in (disk / "news.json").read_text()


def unwritable(folder):
    """A place where nobody can write, root included."""
    (folder / "file").write_text("in the way")
    return folder / "file" / "state"


def test_the_state_cannot_be_written(config, room, tmp_path):
    """One line that says what to do, exit 1, and nobody has been asked for anything."""
    ran = brief(config, unwritable(tmp_path), folder=tmp_path / "x", **at(MONDAY))
    assert (1, 1, []) == (ran.status, len(ran.talk.splitlines()), room.log)
    assert "use --state DIR" in ran.talk


def test_the_state_is_locked_by_another_program(config, room, tmp_path):
    """It is waited for, then exit 75, before anybody is asked."""
    assert 0 == brief(config, tmp_path / "state", **at(MONDAY)).status
    asked = len(room.log)
    connection = sqlite3.connect(tmp_path / "state" / "state.db", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    ran = brief(config, tmp_path / "state", before=impatient, **at(MONDAY))
    connection.close()
    assert (75, asked) == (ran.status, len(room.log))
    assert "is locked by another program" in ran.talk


def impatient():
    """Half a second instead of five, for a test that has seen enough."""
    from summarize.briefing import database

    database.BUSY_SECONDS = 0.5


@pytest.mark.parametrize("words", [(), ("--quiet",)])
def test_twenty_runs_at_once(words, room, tmp_path):
    """One works, nineteen leave at once with 75, silently where that is wanted; there is one briefing."""
    room.hang("/hang")
    config, state = configured(room, tmp_path, "/a", "/hang"), tmp_path / "state"
    first = Run(config, state, *words, **at(MONDAY))
    first.reached("locked")
    others = [Run(config, state, *words, **at(MONDAY)) for _ in range(19)]
    ended = [run.ended() for run in others]
    assert [75] * 19 == [ran.status for ran in ended]
    assert [0 if words else 1] * 19 == [len(ran.talk.splitlines()) for ran in ended]
    room.stop.set()
    assert 3 == first.ended().status
    assert [(1, 4)] == rows(state, "SELECT briefing, count(*) FROM item GROUP BY briefing")


@pytest.mark.parametrize(
    "moment",
    [
        MONDAY - 3 * DAY,
        MONDAY + 400 * DAY,
        datetime(1970, 1, 2, tzinfo=UTC),
        datetime(2038, 1, 20, tzinfo=UTC),
    ],
    ids=["three days back", "400 days on", "1970", "2038"],
)
def test_a_clock_that_is_wrong_for_a_day(moment, room, tmp_path):
    """The same items are told as by a right one, before, meanwhile and after; none twice."""
    config, state = configured(room, tmp_path), tmp_path / "state"
    for number, now in enumerate((MONDAY, moment, MONDAY + DAY, MONDAY + 2 * DAY)):
        room.feed("/a", items(4, first=2 * number, newest=MONDAY + DAY * min(number, 2)))
        assert 0 == brief(config, state, **at(now)).status
    assert [(1, 4), (2, 2), (3, 2), (4, 2)] == rows(
        state, "SELECT briefing, count(*) FROM item GROUP BY briefing"
    )
    assert 4 == len(files(tmp_path))


def test_a_clock_set_back_is_said_once(room, tmp_path):
    """At the first briefing under it; then that is the last one."""
    config, state = configured(room, tmp_path), tmp_path / "state"
    said = []
    for number in range(3):
        room.feed("/a", items(4, first=2 * number))
        said.append(
            len(
                brief(
                    config, state, "--quiet", **at(MONDAY if number == 0 else MONDAY - 3 * DAY + number * DAY)
                ).talk.splitlines()
            )
        )
    assert [0, 1, 0] == said


@pytest.mark.parametrize(
    "moments",
    [
        ("2026-03-29T00:30+00:00", "2026-03-29T01:30+00:00"),  # 01:30 and, an hour later, 03:30
        ("2026-10-25T00:30+00:00", "2026-10-25T01:30+00:00"),  # 02:30 twice
    ],
    ids=["skipped hour", "doubled hour"],
)
def test_a_night_on_which_clocks_change(moments, room, tmp_path):
    """Two runs an hour apart, which by the wall clock are two or none: the second tells what is new since."""
    config, state = configured(room, tmp_path, zone="Europe/Berlin"), tmp_path / "state"
    for number, moment in enumerate(moments):
        room.feed("/a", items(4, first=2 * number))
        assert 0 == brief(config, state, now=moment).status
        assert 0 == brief(config, state, now=moment).status
    assert [(1, 4), (2, 2)] == rows(state, "SELECT briefing, count(*) FROM item GROUP BY briefing")
    day = moments[0][:10]
    assert [f"{day}-2.json", f"{day}.json"] == files(tmp_path)


def test_another_time_zone_tells_nothing_twice(room, tmp_path):
    """A machine that travels has other days, and the same news."""
    state = tmp_path / "state"
    for zone in ("Pacific/Auckland", "America/Los_Angeles", "UTC"):
        assert 0 == brief(configured(room, tmp_path, zone=zone), state, **at(MONDAY)).status
    assert ["2026-11-23.json"] == files(tmp_path)


def test_a_second_run_of_a_day(config, room, tmp_path):
    """Silent while there is nothing new; then what is new since, and the first one stays."""
    state = tmp_path / "state"
    assert 0 == brief(config, state, **at(MONDAY)).status
    assert (0, "", "") == (lambda it: (it.status, it.out, it.talk))(
        brief(config, state, **at(MONDAY + DAY / 8))
    )
    assert ["2026-11-23.json"] == files(tmp_path)
    room.feed("/a", items(5))
    assert 0 == brief(config, state, **at(MONDAY + DAY / 4)).status
    assert ["2026-11-23-2.json", "2026-11-23.json"] == files(tmp_path)
    assert [(1, 4), (2, 1)] == rows(state, "SELECT briefing, count(*) FROM item GROUP BY briefing")


@pytest.mark.parametrize(
    ("stories", "rest"), [(6, "1 with nothing new to tell"), (2, "3 with nothing new to tell or no room")]
)
def test_the_last_line_says_what_became_of_every_item(stories, rest, room, tmp_path):
    """Told, or why not: of a caption without a headline nothing may be quoted, and some have no room."""
    told = {
        "Ferry delayed by storm": "The ferry to Skarn stayed in port on Monday because of a storm.",
        "Library lends drills": "Readers may borrow hammers and drills as well as novels from May on.",
        "Beavers are back": "A pair of beavers has built a lodge on the upper Orlen.",
        "Rents rise in Tarrow": "Tenants will pay a tenth more for their flats next year.",
    }
    entries = [item(at, title=title, text=told[title]) for at, title in enumerate(told)]
    caption = "<item><guid>6</guid><description>Photo: A. Lisk</description></item>"
    room.feed("/a", [*entries, caption])
    config = configured(room, tmp_path, output={"stdout": True}, briefing={"stories": stories})
    ran = brief(config, tmp_path / "state", **at(MONDAY))
    assert rest in " ".join(ran.out.split())


@pytest.mark.parametrize("days", [1, 3, 30])
def test_days_that_were_missed(days, room, tmp_path):
    """One briefing covers them, from the last one on."""
    config, state = configured(room, tmp_path), tmp_path / "state"
    assert 0 == brief(config, state, **at(MONDAY)).status
    room.feed("/a", items(9))
    later = MONDAY + (days + 1) * DAY
    assert 0 == brief(config, state, **at(later)).status
    assert [(1, 4), (2, 5)] == rows(state, "SELECT briefing, count(*) FROM item GROUP BY briefing")
    assert [(MONDAY.isoformat(timespec="microseconds"),)] == rows(
        state, "SELECT since FROM briefing WHERE number = 2"
    )


def test_a_section_of_a_source_that_is_not_there_is_said(room, tmp_path):
    """By every run, quiet or not: nothing would ever stand in it. The briefing is made."""
    config = configured(room, tmp_path)
    config.write_text(config.read_text() + '[[section]]\nname = "Town"\nsources = ["aa"]\n')
    ran = brief(config, tmp_path / "state", "--quiet", **at(MONDAY))
    line = 1 + config.read_text().splitlines().index('sources = ["aa"]')
    assert (
        0,
        f'summarize: {config}:{line}: section[1].sources: no source is called "aa" (did you mean "a"?)\n',
    ) == (
        ran.status,
        ran.talk,
    )


def test_a_memory_that_was_emptied_is_said(config, tmp_path):
    """A disk that was full once, or a copy that broke off, leaves such a file; SQLite takes it for a new one."""
    state = tmp_path / "state"
    assert "" == brief(config, state, "--quiet", **at(MONDAY)).talk
    (state / "state.db").write_bytes(b"")
    ran = brief(config, state, "--quiet", **at(MONDAY + DAY))
    assert (0, 1) == (ran.status, ran.talk.count("\n"))
    assert "state.db: is empty: begins anew" in ran.talk
    assert "" == brief(config, state, "--quiet", **at(MONDAY + 2 * DAY)).talk


def test_a_run_that_could_read_nothing_says_so(room, tmp_path):
    """In one line, for cron to mail: it is no failing feed that may recover, there is no briefing."""
    room.fail("/a", 500)
    room.fail("/b", 500)
    config, state = configured(room, tmp_path, "/a", "/b"), tmp_path / "state"
    ran = brief(config, state, "--quiet", **at(MONDAY))
    assert (1, 1) == (ran.status, ran.talk.count("\n"))
    assert "none of 2 sources could be read (a: " in ran.talk
    room.feed("/a", items(4))
    ran = brief(config, state, "--quiet", **at(MONDAY + DAY))
    assert (3, "") == (ran.status, ran.talk)


def test_a_trial_reads_the_memory_and_writes_nothing(room, config, tmp_path):
    """It can be made where nothing may be written, as of a backup; a damaged one is left where it is."""
    state = tmp_path / "state"
    brief(config, state, **at(MONDAY))
    room.feed("/a", items(4, first=4))
    before = (state / "state.db").read_bytes(), (state / "state.db").stat().st_mtime_ns
    ran = brief(config, state, "--dry-run", **at(MONDAY + DAY))
    assert 0 == ran.status
    assert before == ((state / "state.db").read_bytes(), (state / "state.db").stat().st_mtime_ns)
    (state / "state.db").write_bytes(b"no database " * 1000)
    ran = brief(config, state, "--dry-run", **at(MONDAY + DAY))
    assert (1, 1) == (ran.status, ran.talk.count("\n"))
    assert "state.db: cannot be read" in ran.talk
    assert b"no database " * 1000 == (state / "state.db").read_bytes()


def test_a_file_in_the_place_of_the_state_s_folder_is_said(config, tmp_path):
    """Permissions have nothing to do with it."""
    (tmp_path / "state").write_text("mine")
    ran = brief(config, tmp_path / "state", folder=tmp_path / "x", **at(MONDAY))
    assert (1, 1) == (ran.status, ran.talk.count("\n"))
    assert "move the file that is in its folder's place, or use --state DIR" in ran.talk


def test_a_memory_that_was_put_back_is_said(room, config, tmp_path):
    """Once, whatever is written of a page: it does not know the last one, and what that told may come again."""
    config.write_text(config.read_text().replace("[output]\n", '[output]\njson = "out/{date}.js"\n'))
    state, backup = tmp_path / "state", tmp_path / "backup"
    assert "" == brief(config, state, "--quiet", **at(MONDAY)).talk
    shutil.copytree(state, backup)
    room.feed("/a", items(4, first=4))
    assert "" == brief(config, state, "--quiet", **at(MONDAY + DAY)).talk
    shutil.rmtree(state)
    shutil.copytree(backup, state)
    ran = brief(config, state, "--quiet", **at(MONDAY + 2 * DAY))
    assert f"state.db: does not know the briefing of 2026-11-24, which lies in {tmp_path}/out" in ran.talk
    assert (0, 1) == (ran.status, ran.talk.count("\n"))
    room.feed("/a", items(4, first=8))
    assert "" == brief(config, state, "--quiet", **at(MONDAY + 3 * DAY)).talk


def test_a_day_that_was_forgotten_is_no_backup(room, config, tmp_path):
    """Its page stays, and whoever forgot it knows of it."""
    state = tmp_path / "state"
    for day in range(2):
        room.feed("/a", items(4, first=4 * day))
        assert "" == brief(config, state, "--quiet", **at(MONDAY + day * DAY)).talk
    assert history.forget_day(state / "state.db", (MONDAY + DAY).date())
    ran = brief(config, state, "--quiet", **at(MONDAY + 2 * DAY))
    assert (0, "") == (ran.status, ran.talk)


def test_a_page_has_a_twin_for_programs(room, tmp_path):
    """The same briefing in both: each sentence of the record is on the page, under the number it has there."""
    output = {"file": "out/{date}.html", "json": "out/{date}.json", "stdout": False}
    assert 0 == brief(configured(room, tmp_path, output=output), tmp_path / "state", **at(MONDAY)).status
    assert ["2026-11-23.html", "2026-11-23.json"] == files(tmp_path)
    page = (tmp_path / "out" / "2026-11-23.html").read_text()
    paper = briefing_json.loads((tmp_path / "out" / "2026-11-23.json").read_text())
    for entry in paper.entries:
        for line in entry.digest.lines:
            assert escape(line.text) in page
            assert (
                f">{line.citations[0].source.number}<" in page
                or f"[{line.citations[0].source.number}]" in page
            )


def test_again_is_the_same_bytes(room, tmp_path):
    """Printed once more as they were kept, whatever has come since; an unknown day is one line and exit 1."""
    config, state = configured(room, tmp_path, output={"format": "json"}), tmp_path / "state"
    first = brief(config, state, **at(MONDAY))
    room.feed("/a", items(9))
    second = brief(config, state, **at(MONDAY + DAY))
    assert first.out != second.out
    assert second.out == brief(config, state, "--again", **at(MONDAY + 2 * DAY)).out
    assert first.out == brief(config, state, "--again", "2026-11-23", **at(MONDAY + 2 * DAY)).out
    ran = brief(config, state, "--again", "2026-01-01", **at(MONDAY))
    assert (
        1,
        "",
        "summarize: no briefing of 2026-01-01 is kept: `summarize brief history` lists those that are\n",
    ) == (ran.status, ran.out, ran.talk)


def test_a_dry_run_leaves_no_trace(room, tmp_path):
    """It prints what a run then tells, and sends and remembers nothing."""
    config, state = (
        configured(room, tmp_path, output={"file": "out/{date}.json", "format": "json"}),
        tmp_path / "state",
    )
    tried = brief(config, state, "--dry-run", **at(MONDAY))
    assert (False, []) == (state.exists(), files(tmp_path))
    assert tried.out == brief(config, state, **at(MONDAY)).out
    assert "" == brief(config, state, "--dry-run", **at(MONDAY + DAY)).out


def test_since_tells_what_was_told(room, tmp_path):
    """All that was found in that time, without remembering that it was told again."""
    config, state = configured(room, tmp_path, output={"format": "json"}), tmp_path / "state"
    brief(config, state, **at(MONDAY))
    room.feed("/a", items(6))
    brief(config, state, **at(MONDAY + DAY))
    since = brief(config, state, "--since", "3d", **at(MONDAY + 2 * DAY))
    assert (0, [True] * 6) == (since.status, [f"bridge {number}" in since.out for number in range(6)])
    assert [(2,)] == rows(state, "SELECT count(*) FROM briefing")


def test_a_failing_source_is_spoken_of_when_it_is_time(room, tmp_path):
    """For cron: from the third failure on, then rarely, and once when it is over; the status says it each day."""
    room.feed("/b", items(2, first=50))
    config, state = configured(room, tmp_path, "/a", "/b"), tmp_path / "state"
    assert 0 == brief(config, state, "--quiet", **at(MONDAY)).status
    room.fail("/b", 500)
    ran = [brief(config, state, "--quiet", **at(MONDAY + number * DAY)) for number in range(1, 9)]
    assert [3] * 8 == [each.status for each in ran]
    assert [3, 7] == [number for number, each in enumerate(ran, start=1) if each.talk]
    assert "b (http://127.0.0.1" in ran[2].talk
    room.feed("/b", items(2, first=50))
    assert "summarize: b: is read again\n" == brief(config, state, "--quiet", **at(MONDAY + 9 * DAY)).talk
    assert "" == brief(config, state, "--quiet", **at(MONDAY + 10 * DAY)).talk


def test_all_sources_fail(room, tmp_path):
    """Nothing is produced, which is exit 1; the next day makes up for it."""
    config, state = configured(room, tmp_path), tmp_path / "state"
    room.fail("/a", 503)
    assert (1, 1) == (lambda it: (it.status, len(it.talk.splitlines())))(brief(config, state, **at(MONDAY)))
    room.feed("/a", items(4))
    assert 0 == brief(config, state, **at(MONDAY + DAY)).status
    assert ["2026-11-24.json"] == files(tmp_path)


def test_the_health_check_hears_how_it_ends(room, tmp_path):
    """The start, then the status; a source that fails is no failure before it is spoken of, and nothing stops the run."""
    for path in ("start", "0", "3", "1"):
        room.answers[f"/check/{path}"] = b"OK"
    room.feed("/b", items(2, first=50))
    check = {"url": room.url("/check"), "allow_private": True}
    config, state = configured(room, tmp_path, "/a", "/b", ping=check), tmp_path / "state"
    heard = []
    for number in range(4):
        brief(config, state, "--quiet", **at(MONDAY + number * DAY))
        heard.append([path for path, _ in room.log if path.startswith("/check")][-2:])
        room.fail("/b", 500)
    assert [["/check/start", "/check/0"]] * 3 + [["/check/start", "/check/3"]] == heard
    room.answers.pop("/check/start")
    room.feed("/b", items(2, first=50))
    ran = brief(config, state, **at(MONDAY + 9 * DAY))
    assert (0, True) == (ran.status, "the briefing goes on" in ran.talk)


def test_what_was_printed_is_read_back_from_a_memory_that_cannot_be_written(room, tmp_path):
    """The same bytes; what has to be remembered as sent is not sent, in a line, and the memory stays as it is."""
    state = mounted(tmp_path / "backup", 1024)
    if state is None:
        pytest.skip("only root may mount a disk")
    printed = configured(room, tmp_path, output={"format": "json"})
    (tmp_path / "both").mkdir()
    both = configured(room, tmp_path / "both", output={"file": "out/{date}.json"})
    try:
        runs = [brief(config, state, **at(MONDAY)) for config in (printed, both)]
        own = folders.within(state, both)
        shutil.rmtree(tmp_path / "both" / "out")
        subprocess.run(["mount", "-o", "remount,ro", state], check=True)
        again = [
            brief(config, state, "--again", folder=tmp_path / "x", **at(MONDAY)) for config in (printed, both)
        ]
        unknown = brief(printed, state, "--again", "2026-01-01", folder=tmp_path / "x")
    finally:
        subprocess.run(["umount", "-l", state], check=True)
    assert [ran.out for ran in runs] == [ran.out for ran in again]
    assert [0, 4, 1] == [ran.status for ran in (*again, unknown)]
    said = f"summarize: {own}/state.db: cannot be written: nothing is sent to file\n"
    assert ("", said, []) == (again[0].talk, again[1].talk, files(tmp_path / "both"))


def test_a_webhook_gets_the_stored_bytes_again(room, tmp_path):
    """While it is down the briefing is kept; then it comes, once, before the next one."""
    config = configured(room, tmp_path, webhook={"url": room.url("/down"), "allow_private": True})
    state = tmp_path / "state"
    room.refuses = {"/down"}
    assert 4 == brief(config, state, **at(MONDAY)).status
    room.feed("/a", items(6))
    room.refuses = set()
    assert 0 == brief(config, state, **at(MONDAY + DAY)).status
    kept = [
        content
        for (content,) in rows(state, "SELECT content FROM outbox WHERE target = 'webhook' ORDER BY briefing")
    ]
    assert kept == [body for _, body in room.posted]
    assert 2 == len(files(tmp_path))


def test_a_second_configuration_has_its_own_news(room, tmp_path):
    """On one state, and of one feed: what one has told is news to the other."""
    state = tmp_path / "state"
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        assert 0 == brief(configured(room, tmp_path / folder, "/a"), state, **at(MONDAY)).status
    for home in (state, folders.within(state, tmp_path / "two" / "briefing.toml")):
        assert [(1, 4)] == rows(home, "SELECT briefing, count(*) FROM item GROUP BY briefing")
