"""Configuration and memory lie where the user's system has such things, one memory for each configuration."""

import shutil
import sys
from pathlib import Path

import pytest

from summarize.briefing import folders
from tests.briefing.commands import brief
from tests.faults.job import written
from tests.faults.newsroom import Newsroom, items


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have places of their own")
def test_the_xdg_variables_are_followed(tmp_path, monkeypatch):
    """A user who moved their folders finds everything there."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert tmp_path / "state" / "summarize" == folders.state() == folders.state(folders.config())
    assert tmp_path / "config" / "summarize" / "briefing.toml" == folders.config()


NOTE = "The bridge at Orlen was closed on Monday after the flood damaged two of its pillars."


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A machine on which nothing was ever run."""
    for kind in ("CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    return tmp_path


def configured(folder, notes):
    """A configuration of a folder of notes."""
    folder.mkdir()
    return written(folder, {"path": str(notes)}, output={"file": "out/{date}.txt", "stdout": False})


def noted(home):
    """A folder of one note."""
    (home / "notes").mkdir()
    (home / "notes" / "bridge.txt").write_text(NOTE)
    return home / "notes"


def told(config, *words):
    """What a run told."""
    assert (0, "") == (lambda ran: (ran.status, ran.out))(brief(config, *words))
    return [path.read_text() for path in sorted((config.parent / "out").glob("*"))]


def test_each_configuration_has_its_own_memory(home):
    """What one has told is news to the other; run again, neither tells it twice, and the commands find it."""
    notes = noted(home)
    one, two = configured(home / "one", notes), configured(home / "two", notes)
    assert [True, True] == [NOTE.split()[0] in told(each)[0] for each in (one, two)]
    assert [1, 1] == [len(told(each)) for each in (one, two)]
    for each in (one, two):
        assert 2 == brief("history", each).out.count("\n")
        assert "1" in brief("sources", each).out
    assert 1 == brief("history").status
    assert 0 == brief("forget", str(notes), "--config", one).status
    assert ["never" in brief("sources", each).out for each in (one, two)] == [True, False]


def test_a_memory_from_before_is_copied_once(home):
    """Whoever shared one memory goes on knowing what it knew; it is said, and the old one stays."""
    config = configured(home / "one", noted(home))
    old = home / "state" / "summarize"
    assert 1 == len(told(config, "--state", old))
    ran = brief(config)
    assert f"copied from {old}\n" in ran.talk
    assert 1 == len(told(config))
    assert "" == brief(config).talk
    assert (old / "state.db").exists()


def test_a_memory_of_others_is_not_copied(home):
    """One that knows none of the sources, and that of the configuration in the system's own place."""
    notes = noted(home)
    old = home / "state" / "summarize"
    other = home / "other"
    other.mkdir()
    (other / "strike.txt").write_text("No train will leave Lindmar on Tuesday, the union said.")
    assert 1 == len(told(configured(home / "zero", other), "--state", old))
    assert "" == brief(configured(home / "one", notes)).talk
    assert "" == brief(configured(home / "two", other)).talk


def test_the_memory_of_the_configuration_in_the_systems_own_place_is_not_copied(home):
    """Though it is not signed yet, and knows the sources."""
    notes = noted(home)
    told(configured(home / "one", notes), "--state", home / "state" / "summarize")
    (home / "state" / "summarize" / folders.SIGNATURE).unlink()
    own = folders.config()
    own.parent.mkdir(parents=True)
    own.write_text("[[source]]\npath = 'x'\n")
    assert "" == brief(configured(home / "two", notes)).talk


def test_a_second_configuration_on_one_state_has_a_memory_of_its_own_in_it(home):
    """What the first has told is news to it, what the first could not send is not sent to it; it is said once."""
    notes, state = noted(home), home / "memory"
    one, two = configured(home / "one", notes), configured(home / "two", notes)
    (home / "one" / "out").write_text("in the way")
    assert 4 == brief(one, "--state", state).status
    first, then = (brief(two, "--state", state) for _ in range(2))
    own = folders.within(state, two)
    said = (
        f"summarize: {state}: is the memory of {one}: this briefing has one of its own in there, {own.name}\n"
    )
    assert (0, said, "") == (first.status, first.talk, then.talk)
    assert [NOTE.split()[0] in page for page in told(two, "--state", state)] == [True]
    for each in (one, two):
        assert 2 == brief("history", each, "--state", state).out.count("\n")
    assert "file waits" in brief("history", "--state", state).out
    assert own / "state.db" == state / own.name / "state.db"


def test_a_configuration_that_is_renamed_keeps_the_state_it_names(home):
    """That is said once; and one that had its own in there keeps that, also when the first is gone."""
    notes, state = noted(home), home / "memory"
    one, two = configured(home / "one", notes), configured(home / "two", notes)
    assert [1, 1] == [len(told(each, "--state", state)) for each in (one, two)]
    news = one.rename(one.with_name("news.toml"))
    assert "" == brief(two, "--state", state).talk
    first, then = (brief(news, "--state", state) for _ in range(2))
    said = f"summarize: {state}: goes on as the memory of this briefing; {one}, whose it was, is gone\n"
    assert (0, said, "") == (first.status, first.talk, then.talk)
    assert [1, 1] == [len(told(each, "--state", state)) for each in (news, two)]


def test_a_configuration_that_is_renamed_goes_on(home):
    """Its memory is copied, which is said once; one that is still there shares nothing."""
    config = configured(home / "one", noted(home))
    assert 1 == len(told(config))
    config.rename(config.with_name("news.toml"))
    first, then = (brief(config.with_name("news.toml")) for _ in range(2))
    assert (0, 1, "") == (first.status, first.talk.count("copied from"), then.talk)
    own = folders.state(config.with_name("news.toml"))
    assert f"that of {config}, which is gone: if it is another's, delete {own}\n" in first.talk
    assert 1 == len(told(config.with_name("news.toml")))
    assert "" == brief(configured(home / "two", home / "notes")).talk


def test_a_folder_that_is_moved_goes_on_with_the_memory_used_last(home):
    """Not with one that a configuration renamed in between has left behind."""
    config = configured(home / "one", Path("in"))
    (home / "one" / "in").mkdir()
    (home / "one" / "in" / "bridge.txt").write_text(NOTE)
    assert 1 == len(told(config))
    news = {
        "alpha": "No train will leave Lindmar on Tuesday, the union said.",
        "beta": "Voters in Hallin chose Maria Weber as mayor by 212 ballots.",
    }
    for name, text in news.items():
        config = config.rename(config.with_name(f"{name}.toml"))
        (home / "one" / "in" / f"{name}.txt").write_text(text)
        told(config)
    assert 3 == len(told(config))
    (home / "one").rename(home / "two")
    ran = brief(home / "two" / "beta.toml")
    assert f"copied from {folders.state(config)}, that of" in ran.talk
    assert 3 == len(told(home / "two" / "beta.toml"))


def test_the_same_relative_path_elsewhere_is_another_place(home):
    """A configuration that was deleted leaves its memory to none that only looks like it."""
    config = configured(home / "one", Path("in"))
    (home / "one" / "in").mkdir()
    (home / "one" / "in" / "bridge.txt").write_text(NOTE)
    told(config)
    config.unlink()
    config = configured(home / "two", Path("in"))
    (home / "two" / "in").mkdir()
    (home / "two" / "in" / "bridge.txt").write_text(NOTE)
    assert "copied from" not in brief(config).talk
    assert 1 == len(told(config))


def test_a_configuration_of_the_same_name_whose_folder_is_gone_is_another(home):
    """A folder has moved if something is in it that its memory knows; else it only looks like the old one."""
    one = configured(home / "one", Path("in"))
    (home / "one" / "in").mkdir()
    (home / "one" / "in" / "bridge.txt").write_text(NOTE)
    assert 1 == len(told(one))
    shutil.rmtree(home / "one")
    two = configured(home / "two", Path("in"))
    (home / "two" / "in").mkdir()
    (home / "two" / "in" / "bridge.txt").write_text("No train will leave Lindmar on Tuesday, the union said.")
    assert ("", 1) == (brief(two).talk, len(told(two)))


def test_a_memory_that_cannot_be_had_keeps_no_briefing_from_being_made(home):
    """It begins anew; a damaged one is nobody's."""
    config = configured(home / "one", noted(home))
    told(config)
    (folders.state(config) / "state.db").write_bytes(b"no database" * 1000)
    config.rename(config.with_name("news.toml"))
    ran = brief(config.with_name("news.toml"))
    assert (0, "") == (ran.status, ran.talk)


def test_a_copy_that_was_killed_begins_again(home):
    """Half a copy is never taken for a memory."""
    config = configured(home / "one", noted(home))
    told(config, "--state", home / "state" / "summarize")
    own = folders.state(config)
    own.mkdir()
    (own / "state.db.copying").write_bytes(b"half")
    assert "copied from" in brief(config).talk
    assert 1 == len(told(config))
    assert not (own / "state.db.copying").exists()


def test_a_password_that_others_can_read_is_said_at_every_run(home):
    """Once a run, by name, with what to do; under --quiet as well, since cron's runs are the only ones."""
    config = configured(home / "one", noted(home))
    with config.open("a") as file:
        file.write("[ping]\nurl = 'https://me:secret@ping.example/'\n")
    config.chmod(0o644)
    lines = brief(config, "--quiet", "--dry-run").talk.splitlines()
    said = f"summarize: {config}: holds a password and can be read by others (644): chmod 600 {config}"
    assert [said] == [line for line in lines if "password" in line]
    config.chmod(0o600)
    assert "password" not in brief(config, "--quiet", "--dry-run").talk


@pytest.mark.parametrize("table", ["ping", "webhook"])
def test_an_address_that_works_like_a_password_is_called_that(home, table):
    """It is said to who looks on, and by doctor, and is no reason for cron to write every day."""
    config = configured(home / "one", noted(home))
    with config.open("a") as file:
        file.write(f"[{table}]\nurl = 'https://hooks.example/5b2e'\n")
    config.chmod(0o644)
    said = f"{config}: holds an address that works like a password and can be read by others (644)"
    assert f"summarize: {said}: chmod 600 {config}\n" in brief(config, "--dry-run").talk
    assert "password" not in brief(config, "--quiet", "--dry-run").talk


@pytest.mark.parametrize(
    "table",
    [
        "[ping]\nurl = 'https://ping.example/'\n",
        "[webhook]\nurl = 'https://hooks.example/news'\nauthorization_command = ['true']\n",
    ],
)
def test_an_address_that_opens_nothing_is_not_called_a_password(home, table):
    """A host alone, and one that asks for a password of its own, may be read by all."""
    config = configured(home / "one", noted(home))
    with config.open("a") as file:
        file.write(table)
    config.chmod(0o644)
    assert "password" not in brief(config, "--dry-run").talk


def test_wrong_usage_leads_to_the_help_that_there_is():
    """The daily run has no name of its own in any help."""
    for words in (("--since", "3x"), ("--nothing",)):
        assert brief(*words).talk.endswith(" brief --help'.\n")
    assert brief("check", "--nothing").talk.endswith(" brief check --help'.\n")


def test_a_list_of_feeds_takes_its_memory_along(home):
    """The memory knows the feeds of a list and not the list; renamed, the configuration goes on with it."""
    (home / "one").mkdir()
    with Newsroom() as room:
        room.feed("/a", items(2))
        feed = f'<outline text="A" xmlUrl="{room.url("/a")}"/>'
        (home / "one" / "mine.opml").write_text(f'<opml version="2.0"><body>{feed}</body></opml>')
        source = {"opml": "mine.opml", "allow_private": True}
        config = written(home / "one", source, output={"file": "out/{date}.txt", "stdout": False})
        assert 1 == len(told(config))
        renamed = config.rename(config.with_name("renamed.toml"))
        assert "holds the memory of this briefing from now on" in brief(renamed).talk
    assert 1 == len(list((home / "one" / "out").iterdir()))
