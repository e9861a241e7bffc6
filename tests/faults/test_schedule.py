"""What `summarize brief schedule` prints, run by those it is printed for: cron and systemd."""

import os
import re
import shutil
import subprocess
from datetime import UTC, date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from summarize.briefing import config, folders, schedule
from tests.briefing.commands import brief

# All that a program gets from Debian's cron, and the shell that it is run by (crontab(5)).
CRON = {"PATH": "/usr/bin:/bin", "SHELL": "/bin/sh", "LOGNAME": "reader"}
# Mounts of its own, so that no other crontab of the machine is run; a process space of its own, so that nothing of it stays.
ALONE = ["unshare", "--mount", "--pid", "--fork", "--mount-proc", "--kill-child"]
DAEMON = """
set -e
mount -t tmpfs none /run; mount -t tmpfs none /var/spool/cron; mount -t tmpfs none /etc/cron.d
mount --bind /dev/null /etc/crontab; mkdir /var/spool/cron/crontabs
crontab "$1"
cron -f &
for _ in $(seq "$3"); do [ -e "$2" ] && exit 0; sleep 0.1; done
exit 1
"""
AWKWARD = 'reader\'s 100% "news" \\ $HOME; #1 ü'


def has_cron():
    tools = all(map(shutil.which, ("cron", "crontab", "unshare")))
    return tools and not os.getuid() and not subprocess.run([*ALONE, "true"], capture_output=True).returncode


cron = pytest.mark.skipif(
    not has_cron(), reason="needs root, unshare and Debian's cron: apt-get install cron"
)
systemd = pytest.mark.skipif(
    not shutil.which("systemd-analyze"), reason="needs systemd: apt-get install systemd"
)


def job(tmp_path, *, folder="plain", **options):
    """A daily run of a program that writes down how it was started, all in a folder of that name."""
    place = tmp_path / folder
    place.mkdir()
    program = place / "summarize"
    program.write_text(
        f'#!/bin/sh\n{{ env; pwd; printf "<%s>\\n" "$@"; }} > {tmp_path}/part; mv {tmp_path}/part {tmp_path}/started\n'
    )
    program.chmod(0o755)
    command = (str(program), "brief", "--quiet", str(place / "briefing.toml"))
    return schedule.Job("Morning briefing", command, time(6, 30), (place,), **options)


def arguments(tmp_path):
    return [line[1:-1] for line in (tmp_path / "started").read_text().splitlines() if line.startswith("<")]


def run_by_cron(tmp_path, crontab, seconds):
    """Whether a cron daemon of our own starts the program of a crontab before so many seconds are over."""
    (tmp_path / "crontab").write_text(crontab)
    command = [
        *ALONE,
        "sh",
        "-c",
        DAEMON,
        "sh",
        tmp_path / "crontab",
        tmp_path / "started",
        str(10 * seconds),
    ]
    return not subprocess.run(command, capture_output=True, timeout=seconds + 30).returncode


@cron
@pytest.mark.parametrize("folder", ["plain", AWKWARD])
def test_cron_starts_the_command_as_it_is_meant(tmp_path, folder):
    """crontab takes the line, and cron hands every word to the program, whatever a folder is called."""
    made = job(tmp_path, folder=folder)
    line = schedule.crontab(made)
    assert line.startswith("30 6 * * * ")
    # The time that cron does at once, when it starts.
    assert run_by_cron(tmp_path, line.replace("30 6 * * *", "@reboot"), seconds=20)
    assert list(made.command[1:]) == arguments(tmp_path)
    assert "PATH=/usr/bin:/bin" in (tmp_path / "started").read_text()


@cron
@pytest.mark.full
def test_cron_starts_the_command_by_the_clock(tmp_path):
    """The same with a time: every minute, so that the test ends."""
    line = schedule.crontab(job(tmp_path))
    assert run_by_cron(tmp_path, line.replace("30 6 * * *", "* * * * *"), seconds=70)
    assert "brief" == arguments(tmp_path)[0]


@pytest.mark.parametrize("folder", ["plain", AWKWARD])
def test_the_line_works_with_nothing_but_what_cron_gives(tmp_path, folder):
    """As cron does it: the shell, four variables, the home folder; "\\%" is "%" to cron."""
    made = job(tmp_path, folder=folder)
    command = schedule.crontab(made).split(maxsplit=5)[5].replace("\\%", "%")
    subprocess.run(["/bin/sh", "-c", command], env=CRON | {"HOME": str(tmp_path)}, cwd=tmp_path, check=True)
    assert list(made.command[1:]) == arguments(tmp_path)


@pytest.fixture
def printed(tmp_path):
    """The line for a configuration of one note, as `summarize brief schedule` prints it, and where its briefing goes."""
    folder = tmp_path / "100% mine"
    (folder / "notes").mkdir(parents=True)
    (folder / "notes" / "weir.txt").write_text(
        "The weir at Nuria was opened on Friday, four years after the flood.\n\n"
        "The water board said that the new gates had cost nine million crowns – a fifth of its means.\n"
    )
    (folder / "briefing.toml").write_text(
        '[briefing]\ntitle = "Früh"\n[[source]]\npath = "notes"\n[output]\nfile = "out/{date}.txt"\n'
    )
    done = brief("schedule", folder / "briefing.toml", "--cron", "--state", tmp_path / "memory")
    assert 0 == done.status
    return done.out, folder / "out"


@cron
def test_cron_makes_the_briefing(tmp_path, printed):
    """The whole of it: the printed line, a real cron, and the paper where the configuration wants it."""
    line, out = printed
    marked = f"{line.rstrip()} && touch {tmp_path}/started\n"
    assert run_by_cron(tmp_path, marked.replace("30 6 * * *", "@reboot"), seconds=120)
    [paper] = out.iterdir()
    assert "four years after the flood" in paper.read_text()


def test_the_briefing_is_made_with_nothing_but_what_cron_gives(tmp_path, printed):
    """Not a word, for cron would mail it."""
    line, out = printed
    done = subprocess.run(
        ["/bin/sh", "-c", line.split(maxsplit=5)[5].replace("\\%", "%")],
        env=CRON | {"HOME": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
    )
    assert (0, b"", b"") == (done.returncode, done.stdout, done.stderr)
    [paper] = out.iterdir()
    assert "four years after the flood" in paper.read_text(encoding="utf-8")
    assert (tmp_path / "memory" / "state.db").is_file()


def test_what_no_crontab_can_hold_is_refused(tmp_path):
    """A line cannot hold a line break, and cron cuts a long one in silence."""
    for name, reason in (("a\nb", "control character"), ("a" * 999, "longer than the 998 characters")):
        made = schedule.Job("News", ("/bin/summarize", "brief", name), time(6, 30), ())
        with pytest.raises(ValueError, match=reason):
            schedule.crontab(made)


@systemd
@pytest.mark.parametrize("folder", ["plain", AWKWARD])
@pytest.mark.parametrize("run_as", [None, "root"])
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path, folder, run_as):
    """`systemd-analyze verify` reads both units, a user's and the system's, without a word."""
    made = job(tmp_path, folder=folder, run_as=run_as, zone="Europe/Berlin")
    units = [tmp_path / f"{schedule.NAME}.{kind}" for kind in ("service", "timer")]
    for unit, text in zip(units, (schedule.service(made), schedule.timer(made)), strict=True):
        unit.write_text(text)
    verify = ["systemd-analyze", "--system" if run_as else "--user", "verify", *units]
    done = subprocess.run(
        verify, env=os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)}, capture_output=True, text=True
    )
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)


@systemd
def test_systemd_reads_the_time_as_it_is_meant():
    """The timer's OnCalendar= is half past six in the briefing's time zone."""
    made = schedule.Job("News", ("/bin/summarize",), time(6, 30), (), zone="Asia/Tokyo")
    [when] = [
        line.partition("=")[2] for line in schedule.timer(made).splitlines() if line.startswith("OnCalendar=")
    ]
    printed = subprocess.run(
        ["systemd-analyze", "calendar", when],
        env=os.environ | {"TZ": "UTC"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "21:30:00 UTC" in printed


def test_a_unit_may_write_where_the_briefing_goes_and_nowhere_else(tmp_path):
    """The memory and the folders of the output; the rest of the disk is read-only to it."""
    path = tmp_path / "briefing.toml"
    path.write_text(
        '[[source]]\npath = "notes"\n[output]\nfile = "out/{date}.html"\nlatest = "/srv/www/index.html"\n'
        'json = "records/{date}.json"\n'
        '[atom]\nfile = "feeds/{date}/news.xml"\n[maildir]\npath = "/var/mail/me"\n'
    )
    found = schedule.folders(config.load(path), tmp_path, Path("/state"))
    assert [
        Path("/state"),
        tmp_path / "out",
        Path("/srv/www"),
        tmp_path / "records",
        tmp_path / "feeds",
        Path("/var/mail/me"),
    ] == list(found)
    unit = schedule.service(schedule.Job("News", ("/bin/summarize",), time(6, 30), found))
    assert "ProtectSystem=strict\n" in unit
    assert 6 == unit.count("ReadWritePaths=")


def test_temporary_folders_are_private_unless_the_briefing_lives_there():
    """PrivateTmp= would hide a configuration, or an output, that is in /tmp."""
    units = [
        schedule.service(schedule.Job("News", ("/bin/summarize", "brief", name), time(6, 30), ()))
        for name in ("/home/me/briefing.toml", "/tmp/briefing.toml")
    ]
    assert [True, False] == ["PrivateTmp=yes" in unit for unit in units]


def test_days_on_which_the_clock_passes_over_the_time_are_found():
    """Half past two is not there in March and there twice in October; half past six always is."""
    berlin = ZoneInfo("Europe/Berlin")
    found = schedule.odd_days(time(2, 30), berlin, date(2026, 1, 1))
    assert (date(2026, 3, 29), date(2026, 10, 25)) == found
    assert () == schedule.odd_days(time(6, 30), berlin, date(2026, 1, 1))
    assert () == schedule.odd_days(time(2, 30), UTC, date(2026, 1, 1))


def test_the_command_prints_the_line_and_installs_nothing(tmp_path, monkeypatch):
    """Standard output is the line alone, with full paths; what to do with it is said beside it."""
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    Path("briefing.toml").write_text('[[source]]\npath = "notes"\n')
    done = brief("schedule", "briefing.toml", "--cron", "--at", "05:45")
    assert (0, 1) == (done.status, done.out.count("\n"))
    assert done.out.startswith("45 5 * * * /")
    assert done.out.endswith(f" brief --quiet {tmp_path}/briefing.toml\n")
    assert "nothing is installed" in done.talk


def test_a_briefing_that_is_only_printed_is_said(tmp_path):
    """A scheduled run has nobody who reads along: cron mails what it prints, systemd keeps it in a journal."""
    path = tmp_path / "briefing.toml"
    path.write_text('[[source]]\npath = "notes"\n')
    assert "standard output alone, and cron mails it" in brief("schedule", path, "--cron").talk
    assert "standard output alone, and it is for the journal" in brief("schedule", path, "--systemd").talk
    path.write_text('[[source]]\npath = "notes"\n[output]\nfile = "{date}.txt"\n')
    assert "standard output" not in brief("schedule", path, "--systemd").talk


def test_a_memory_that_the_environment_names_here_is_named_there(tmp_path, monkeypatch):
    """cron does not know XDG_STATE_HOME, and would begin another memory."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "elsewhere"))
    path = tmp_path / "briefing.toml"
    path.write_text('[[source]]\npath = "notes"\n')
    assert f" --state {tmp_path}/elsewhere/summarize/briefing-" in brief("schedule", path, "--cron").out
    assert f" --state {tmp_path}/mine " in brief("schedule", path, "--cron", "--state", tmp_path / "mine").out


def test_a_unit_can_be_printed_alone_for_its_file(tmp_path):
    """`--only timer > …/summarize-brief.timer`."""
    path = tmp_path / "briefing.toml"
    path.write_text('[briefing]\ntimezone = "Europe/Berlin"\n[[source]]\npath = "notes"\n')
    both, timer = (brief("schedule", path, "--systemd", *only).out for only in ([], ["--only", "timer"]))
    assert timer.startswith("[Unit]")
    assert "OnCalendar=*-*-* 06:30:00 Europe/Berlin\n" in timer
    assert both.endswith(timer)


def test_units_of_two_configurations_have_two_names(tmp_path):
    """Those of one are not saved over those of another, though both are called briefing.toml."""
    names = []
    for folder in ("one", "two @ 5%"):
        path = tmp_path / folder / "briefing.toml"
        path.parent.mkdir()
        path.write_text('[[source]]\npath = "notes"\n')
        done = brief("schedule", path, "--systemd")
        [name] = re.findall(r"^# \S+/(\S+)\.timer$", done.out, re.MULTILINE)
        assert re.fullmatch(r"summarize-brief-briefing-[0-9a-f]{8}", name)
        assert f"enable --now {name}.timer" in done.talk
        names.append(name)
    assert 2 == len(set(names))


@pytest.mark.parametrize(
    ("name", "expected"), [("a@b %.toml", "summarize-brief-a-b-"), ("утро.toml", "summarize-brief-")]
)
def test_a_unit_has_only_letters_that_systemd_takes(tmp_path, name, expected):
    """What else a file's name has is a hyphen."""
    assert re.fullmatch(expected + "[0-9a-f]{8}", schedule.unit(tmp_path / name))


def test_the_unit_of_the_one_configuration_has_the_plain_name():
    """In the system's own place there is one, and most have no other."""
    assert "summarize-brief" == schedule.unit(folders.config())


@pytest.mark.parametrize("words", [[], ["--cron", "--only", "timer"], ["--cron", "--at", "half past six"]])
def test_what_cannot_be_printed_is_wrong_usage(tmp_path, words):
    """One line says what is missing."""
    done = brief("schedule", tmp_path / "briefing.toml", *words)
    assert (2, "", 1) == (done.status, done.out, done.talk.count("\n"))


def test_cron_and_systemd_are_not_one_thing(tmp_path):
    """Which of them is meant cannot be known."""
    config = tmp_path / "briefing.toml"
    config.write_text('[[source]]\npath = "notes"\n')
    for words in ((), ("--cron", "--systemd")):
        ran = brief("schedule", *words, config)
        assert (2, "") == (ran.status, ran.out)
        assert "One of --cron and --systemd" in ran.talk
