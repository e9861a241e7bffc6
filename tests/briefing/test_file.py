"""Briefings as files: old or new, never half, nothing overwritten that is told nowhere else."""

import os
import resource
import signal
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from summarize.briefing import storing
from summarize.briefing.file import File
from summarize.errors import DeliveryError
from tests.briefing.papers import DAWN, MONDAY, paper_of, parcel

TUESDAY = date(2026, 11, 24)
KILLED_BEFORE_THE_RENAME = """
import os, signal, sys
from pathlib import Path
from summarize.briefing.storing import store
store(Path(sys.argv[1]), b"new", step=lambda _: os.kill(os.getpid(), signal.SIGKILL))
"""


def target(path, latest=None):
    return File(path, latest, lambda _: b"")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_day_stands_in_the_name_and_the_link_leads_to_it(tmp_path):
    """Folders are made; the link is relative, so that all of it can be moved."""
    folder = tmp_path / "briefings"
    daily = target(folder / "{date}.html", folder / "latest.html")
    daily.send(parcel(b"Monday"), now=DAWN)
    daily.send(parcel(b"Tuesday", day=TUESDAY), now=DAWN)
    assert ["2026-11-23.html", "2026-11-24.html", "latest.html"] == names(folder)
    assert Path("2026-11-24.html") == (folder / "latest.html").readlink()
    assert b"Monday" == (folder / "2026-11-23.html").read_bytes()


def test_a_second_briefing_of_a_day_stands_beside_the_first(tmp_path):
    """What the first told is told nowhere else; sent again, neither is doubled."""
    daily = target(tmp_path / "{date}.txt", tmp_path / "latest.txt")
    for content in (b"at six", b"at noon", b"at six", b"at noon"):
        daily.send(parcel(content), now=DAWN)
    assert ["2026-11-23-2.txt", "2026-11-23.txt", "latest.txt"] == names(tmp_path)
    assert b"at noon" == (tmp_path / "latest.txt").read_bytes()


def test_a_page_leads_to_the_one_before(tmp_path):
    """Of yesterday, of this morning; what is not beside it, or is no briefing, is not linked."""
    daily = File(tmp_path / "{date}.html", None, lambda _, previous: str(previous).encode(), links=True)
    found = []
    (tmp_path / "2026-11-22-notes.html").write_text("not ours")
    for day in (MONDAY, TUESDAY, TUESDAY):
        found.append(daily.content(paper_of(day=day), message_id=""))
        daily.send(parcel(found[-1], day=day), now=DAWN)
    assert [b"None", b"2026-11-23.html", b"2026-11-24.html"] == found
    assert b"None" == daily.content(paper_of(day=date(2026, 11, 22)), message_id="")
    by_day = File(
        tmp_path / "{date}" / "page.html", None, lambda _, previous: str(previous).encode(), links=True
    )
    assert b"None" == by_day.content(paper_of(day=TUESDAY), message_id="")


@pytest.mark.parametrize("name", ["{date}.txt", "news.txt"])
def test_the_link_takes_the_place_of_no_file_of_the_user_s(name, tmp_path):
    """The briefing is written, that is said, and it goes on when the file is out of the way."""
    own = tmp_path / "latest.txt"
    own.write_bytes(b"my notes")
    daily = target(tmp_path / name, own)
    with pytest.raises(DeliveryError, match=r"latest\.txt: is a file of your own, and was left alone"):
        daily.send(parcel(b"Monday"), now=DAWN)
    assert b"my notes" == own.read_bytes()
    assert b"Monday" == (tmp_path / name.replace("{date}", "2026-11-23")).read_bytes()
    own.unlink()
    daily.send(parcel(b"Monday"), now=DAWN)
    assert own.is_symlink()


def test_a_copy_that_stands_for_the_link_is_replaced(tmp_path):
    """Some file systems have no links; the copy there is of a briefing."""
    daily = target(tmp_path / "{date}.txt", tmp_path / "latest.txt")
    daily.send(parcel(b"Monday"), now=DAWN)
    (tmp_path / "latest.txt").unlink()
    (tmp_path / "latest.txt").write_bytes(b"Monday")
    daily.send(parcel(b"Tuesday", day=TUESDAY), now=DAWN)
    assert b"Tuesday" == (tmp_path / "latest.txt").read_bytes()


def test_one_that_was_held_up_does_not_become_the_latest(tmp_path):
    """Monday's arrives on Tuesday, after Tuesday's own."""
    daily = target(tmp_path / "{date}.txt", tmp_path / "latest.txt")
    daily.send(parcel(b"Tuesday", day=TUESDAY), now=DAWN)
    daily.send(parcel(b"Monday", newest=False), now=DAWN)
    assert b"Tuesday" == (tmp_path / "latest.txt").read_bytes()


def test_one_of_a_day_to_come_is_the_latest_until_the_next_is_made(tmp_path):
    """A clock that leapt, or `--date`, does not hold up what comes after it."""
    daily = target(tmp_path / "{date}.txt", tmp_path / "latest.txt")
    daily.send(parcel(b"in a year", day=date(2027, 11, 23)), now=DAWN)
    daily.send(parcel(b"Tuesday", day=TUESDAY), now=DAWN)
    assert b"Tuesday" == (tmp_path / "latest.txt").read_bytes()


def test_without_a_day_in_its_name_the_file_is_the_newest(tmp_path):
    """Each takes the place of the one before, with the mode that had; a link stays a link."""
    place = tmp_path / "elsewhere.txt"
    place.write_text("old")
    place.chmod(0o640)
    (tmp_path / "briefing.txt").symlink_to(place)
    target(tmp_path / "briefing.txt").send(parcel(b"new"), now=DAWN)
    assert (b"new", 0o640) == (place.read_bytes(), place.stat().st_mode & 0o777)
    assert (tmp_path / "briefing.txt").is_symlink()


def test_a_kill_leaves_the_old_file_and_nothing_for_long(tmp_path):
    """What a dead run left is gone after the next; what a living one writes is not touched."""
    place = tmp_path / "briefing.txt"
    place.write_bytes(b"old")
    killed = subprocess.run([sys.executable, "-c", KILLED_BEFORE_THE_RENAME, str(place)], check=False)
    assert (-signal.SIGKILL, b"old", 2) == (killed.returncode, place.read_bytes(), len(names(tmp_path)))
    storing.store(place, b"new", step=lambda _: storing.store(place, b"between"))
    assert (b"new", ["briefing.txt"]) == (place.read_bytes(), names(tmp_path))


def test_a_full_disk_costs_the_new_file_only(tmp_path):
    """The old one is as it was, and nothing lies beside it."""
    (tmp_path / "briefing.txt").write_bytes(b"old")
    before, ignored = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(DeliveryError, match=r"briefing.txt: file too large; kept for the next run"):
            target(tmp_path / "briefing.txt").send(parcel(b"new" * 1000), now=DAWN)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert (b"old", ["briefing.txt"]) == ((tmp_path / "briefing.txt").read_bytes(), names(tmp_path))


def test_a_device_is_written_to_and_not_replaced():
    """/dev/full says that it is full, and is a device afterwards."""
    with pytest.raises(DeliveryError, match="no space left on device; kept for the next run"):
        target(Path("/dev/full")).send(parcel(), now=DAWN)
    assert Path("/dev/full").is_char_device()


def test_a_pipe_that_nobody_reads_is_not_waited_for(tmp_path):
    """It is refused at once."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DeliveryError, match="pipe: no such device or address"):
        target(tmp_path / "pipe").send(parcel(), now=DAWN)


def test_a_folder_of_that_name_is_said(tmp_path):
    """Nothing is written into it."""
    with pytest.raises(DeliveryError, match="is a directory"):
        target(tmp_path).send(parcel(), now=DAWN)
    assert [] == names(tmp_path)


def test_a_long_name_has_room_for_its_temporary_file(tmp_path):
    """A name as long as the file system takes."""
    name = "é" * 127
    target(tmp_path / name).send(parcel(), now=DAWN)
    assert [name] == names(tmp_path)


def test_the_order_is_data_rename_folder(tmp_path, monkeypatch):
    """On the disk before it has the name, and the name on the disk before it counts as delivered."""
    seen = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(
        os, "fsync", lambda number: (seen.append("folder" if _is_folder(number) else "data"), fsync(number))
    )
    monkeypatch.setattr(Path, "replace", lambda *paths: (seen.append("rename"), replace(*paths)))
    target(tmp_path / "briefing.txt").send(parcel(), now=DAWN)
    assert ["data", "rename", "folder"] == seen


def _is_folder(number):
    return stat.S_ISDIR(os.fstat(number).st_mode)


def test_the_day_is_that_of_the_parcel(tmp_path):
    """A briefing held up for a day keeps its date."""
    target(tmp_path / "{date}" / "page.html").send(parcel(day=MONDAY), now=DAWN.replace(day=25))
    assert (tmp_path / "2026-11-23" / "page.html").is_file()
