"""`summarize brief init`: a configuration that works as it is and shows everything that can be set."""

import re
import tomllib

import pytest
from pydantic import BaseModel

from summarize.briefing import config, mistakes, template
from summarize.read.opml import Subscription
from tests.briefing.commands import brief

SETTING = re.compile(r"^#(?=\S)", re.MULTILINE)
OPML = """<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Town"><outline text="Council &amp; &quot;Hall&quot;" xmlUrl="https://council.example/feed"/>
<outline text="Notes" xmlUrl="https://notes.example/rss"/></outline>
<outline text="Notes" xmlUrl="https://other.example/rss"/><outline xmlUrl="https://bare.example/rss"/>
<outline text="Old" xmlUrl="gopher://old.example/"/></body></opml>"""


def loaded(tmp_path, text):
    path = tmp_path / "text.toml"
    path.write_text(text)
    return config.load(path)


def test_what_is_written_works_as_it_is_and_is_private(tmp_path):
    """The file loads with one source, and nobody else can read it."""
    path = tmp_path / "new" / "briefing.toml"
    done = brief("init", path)
    assert (0, "") == (done.status, done.out)
    assert f"{path}: written" in done.talk
    assert ["Notes"] == [source.label for source in config.load(path).source]
    assert (0o600, 0o700) == (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777)
    assert [path] == list(path.parent.iterdir())


def test_it_goes_where_the_briefing_looks_for_it(tmp_path, monkeypatch):
    """Nobody has to know the folder."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert 0 == brief("init").status
    assert (tmp_path / "summarize" / "briefing.toml").is_file()


def test_nothing_is_overwritten(tmp_path):
    """Not a file, not a link that leads nowhere."""
    file, link = tmp_path / "mine.toml", tmp_path / "link.toml"
    file.write_text("mine")
    link.symlink_to(tmp_path / "gone")
    assert [4, 4] == [brief("init", path).status for path in (file, link)]
    assert "mine" == file.read_text()
    assert {file, link} == set(tmp_path.iterdir())


def keys(model, place=""):
    """Every key of the configuration with its table."""
    for name, field in model.model_fields.items():
        table = mistakes.table_of(field.annotation)
        if table:
            yield from keys(table, field.alias or name)
        else:
            yield place, field.alias or name


@pytest.mark.parametrize(("table", "key"), list(keys(config.Config)))
def test_every_key_is_shown(table, key):
    """A new key belongs into the template."""
    written = tomllib.loads(SETTING.sub("", template.written()))[table]
    assert any(key in each for each in (written if isinstance(written, list) else [written]))


def test_every_key_that_is_shown_is_one(tmp_path):
    """With all settings taken in, the file still loads; who takes a # away before a default changes nothing.

    Of the two that say how long it is, one.
    """
    everything = loaded(
        tmp_path, SETTING.sub("", template.written()).replace("\nminutes = ", "\n#minutes = ")
    )
    for table in (everything.briefing, everything.fetch, everything.output, everything.source[1]):
        assert isinstance(table, BaseModel)
        for name, field in type(table).model_fields.items():
            if field.default is not None:
                assert (name, field.default) == (name, getattr(table, name))


def test_feeds_of_a_reader_become_sources_and_its_folders_sections(tmp_path):
    """Titles name them; two of one title are told apart, one without is called by its site."""
    opml, path = tmp_path / "feeds.opml", tmp_path / "briefing.toml"
    opml.write_text(OPML)
    done = brief("init", path, "--opml", opml)
    found = config.load(path)
    assert ['Council & "Hall"', "Notes", "Notes (2)", "bare.example"] == [each.name for each in found.source]
    assert "https://other.example/rss" == found.source[2].url
    assert [("Town", ['Council & "Hall"', "Notes"])] == [(each.name, each.sources) for each in found.section]
    assert "Old: not an http(s) address: 'gopher://old.example/'" in done.talk
    assert "written with 4 feeds" in done.talk


def test_a_feed_that_is_filed_twice_is_in_both_sections(tmp_path):
    """It is one source; an entry that leads to a page alone is said."""
    opml, path = tmp_path / "feeds.opml", tmp_path / "briefing.toml"
    twice = '<outline text="Work"><outline text="Hall" xmlUrl="https://council.example/feed"/></outline>'
    page = '<outline text="A shop" type="link" htmlUrl="https://shop.example/"/>'
    opml.write_text(OPML.replace("</body>", f"{twice}{page}</body>"))
    done = brief("init", path, "--opml", opml)
    found = config.load(path)
    assert 4 == len(found.source)
    assert [("Town", ['Council & "Hall"', "Notes"]), ("Work", ['Council & "Hall"'])] == [
        (each.name, each.sources) for each in found.section
    ]
    assert "A shop: a page, and no feed of it: left out" in done.talk


def test_a_login_that_a_list_has_is_left_out_and_said(tmp_path):
    """Without it the feed would be refused, and nobody would know why; it is itself never shown."""
    opml = tmp_path / "feeds.opml"
    opml.write_text(OPML.replace("https://other.example", "https://me:secret@other.example"))
    done = brief("init", tmp_path / "briefing.toml", "--opml", opml)
    assert "the user and password in its address were left out" in done.talk
    assert "secret" not in done.talk + (tmp_path / "briefing.toml").read_text()


def test_feeds_can_be_named_at_once(tmp_path):
    """`--feed URL`, as often as needed; what is no address is refused before anything is written."""
    path = tmp_path / "briefing.toml"
    assert 2 == brief("init", path, "--feed", "council.example").status
    assert not path.exists()
    addresses = ["https://a.example/feed", "https://b.example/feed"]
    brief("init", path, "--feed", addresses[0], "--feed", addresses[1])
    assert addresses == [each.url for each in config.load(path).source]


def test_a_list_that_is_none_leaves_nothing_behind(tmp_path):
    """The reason is one line."""
    (tmp_path / "feeds.opml").write_text("<html></html>")
    done = brief("init", tmp_path / "briefing.toml", "--opml", tmp_path / "feeds.opml")
    assert (1, 1) == (done.status, done.talk.count("\n"))
    assert not (tmp_path / "briefing.toml").exists()


def test_any_title_can_be_written(tmp_path):
    """Quotes, backslashes, DEL and other planes come back as they were."""
    title = 'a"b\\c\x7fd\U0001f4f0é'
    assert (
        title
        == loaded(tmp_path, template.written([Subscription(title, "https://a.example/")])).source[0].name
    )
