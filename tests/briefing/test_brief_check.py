"""`summarize brief check`: a configuration tried out against servers on loopback."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from summarize.briefing import check as checks
from summarize.briefing.config import Config
from summarize.read.safely import Parser
from tests.briefing.commands import brief
from tests.faults.clients import client
from tests.faults.newsroom import ARTICLE, Newsroom, items, rss

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wiki</title><entry><title>A</title>'
    f"<id>urn:a</id><updated>2026-11-22T08:00:00Z</updated><content>{ARTICLE}</content></entry></feed>"
).encode()
PAGE = (
    '<!doctype html><html><head><title>Council</title><link rel="alternate" type="application/rss+xml" href="/feed">'
    f"</head><body><article><h1>Council</h1><p>{ARTICLE}</p><p>{ARTICLE}</p></article></body></html>"
).encode()


@pytest.fixture
def room():
    with Newsroom() as opened:
        yield opened


@pytest.fixture
def written(tmp_path, room):
    """Writes a configuration whose addresses are the newsroom's, and gives its path."""

    def write(*sources, more=""):
        path = tmp_path / "briefing.toml"
        tables = []
        for source in sources:
            if "url" in source:
                source = {**source, "url": room.url(source["url"])}
                source["allow_private"] = True
            tables.append(
                "[[source]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in source.items())
            )
        path.write_text("\n".join(tables) + more)
        return path

    return write


def rows(done):
    return [re.split("  +", line) for line in done.out.splitlines()[1:]]


def test_every_source_is_asked_once_and_shown_with_what_it_is(room, written, tmp_path):
    """Feeds, pages and files, with the number of items and the newest."""
    room.feed("/rss", items(3, newest=NOON))
    room.answers |= {"/atom": ATOM, "/page": PAGE}
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text("The weir was opened.")
    path = written(
        {"name": "City council", "url": "/rss"},
        {"name": "Wiki", "url": "/atom"},
        {"name": "Site", "url": "/page"},
        {"name": "Notes", "path": "notes/*.md"},
        more='[briefing]\ntimezone = "UTC"\n',
    )
    done = brief("check", path)
    assert (0, "") == (done.status, done.talk)
    assert [
        ["City council", "RSS", "3", "Mon 23 Nov 2026 12:00"],
        ["Wiki", "Atom", "1", "Sun 22 Nov 2026 08:00"],
        ["Site", "page", "1", f"is a page; its feeds: {room.url('/feed')}"],
        ["Notes", "files", "1"],
    ] == rows(done)
    assert ["/rss", "/atom", "/page"] == sorted(
        (each for each, _ in room.log), key=["/rss", "/atom", "/page"].index
    )


def test_a_source_that_cannot_be_read_costs_only_itself(room, written):
    """The reason is in the table, and the exit status tells."""
    room.feed("/rss", items(2))
    done = brief(
        "check",
        written({"name": "A", "url": "/gone"}, {"name": "B", "url": "/rss"}, {"name": "C", "path": "x"}),
    )
    assert 3 == done.status
    [gone, well, missing] = rows(done)
    assert "is not there (404 Not Found): look for its new address" == gone[-1]
    assert ["B", "RSS", "2"] == well
    assert "no such file" in missing[-1]


def test_headlines_are_no_fault(room, written):
    """A feed may be nothing else: it is said, and is no failure."""
    room.answers["/rss"] = rss(["<item><title>Crack found in the dam</title></item>", *items(1)])
    done = brief("check", written({"name": "A", "url": "/rss"}))
    assert (0, [["A", "RSS", "2", "1 item is a headline and no text: told as such"]]) == (
        done.status,
        rows(done),
    )


def test_a_file_of_its_own_in_a_source_is_said(written, tmp_path):
    """It is not read; the rest of the folder is."""
    (tmp_path / "2026-11-23.md").write_text("The weir was opened.")
    (tmp_path / "note.md").write_text("The weir was closed.")
    done = brief("check", written({"name": "A", "path": "."}, more='[output]\nfile = "{date}.md"\n'))
    assert (0, [["A", "files", "1", "1 file in it is this briefing's own: not read"]]) == (
        done.status,
        rows(done),
    )


def test_every_mistake_is_said_at_once(tmp_path):
    """Nothing is fetched before the configuration is right."""
    path = tmp_path / "briefing.toml"
    path.write_text('[[source]]\nurl = "ftp://a.example"\n\n[briefing]\nlenght = 3\n')
    done = brief("check", path)
    assert (2, "", 2) == (done.status, done.out, done.talk.count("\n"))
    assert 'did you mean "length"?' in done.talk


def test_a_section_of_a_source_that_is_not_there_is_a_mistake(room, written):
    """With what may be meant."""
    room.feed("/rss", items(2))
    done = brief(
        "check",
        written({"name": "Council", "url": "/rss"}, more='[[section]]\nname = "T"\nsources = ["Counsil"]\n'),
    )
    assert 2 == done.status
    assert 'section[1].sources: no source is called "Counsil" (did you mean "Council"?)' in done.talk


def test_a_new_address_is_said_where_a_source_has_moved_for_good(room, written):
    """As the line to write."""
    room.feed("/new", items(2))
    room.answers["/old"] = lambda handler: handler.say(301, b"", Location="/new")
    [row] = rows(brief("check", written({"name": "A", "url": "/old"})))
    assert f'has moved for good: write url = "{room.url("/new")}"' == row[-1]


def test_feeds_of_a_list_are_checked_each(room, written, tmp_path):
    """By their names there; what in the list is no feed is said."""
    room.feed("/rss", items(2))
    (tmp_path / "feeds.opml").write_text(
        f'<opml><body><outline text="Herald" xmlUrl="{room.url("/rss")}"/><outline text="Old" xmlUrl="gopher://x/"/></body></opml>'
    )
    done = brief("check", written({"opml": "feeds.opml", "allow_private": True}))
    assert 3 == done.status
    assert ["Herald", "RSS", "2"] == rows(done)[0]
    assert "gopher" in rows(done)[1][-1]


def test_what_looks_wrong_but_is_not_is_a_note(room, written):
    """A feed without items, one left behind, one named twice, a folder without files yet."""
    room.feed("/empty", [])
    room.feed("/old", items(1, newest=datetime(2019, 1, 1, tzinfo=UTC)))
    twice = {"name": "Old", "url": "/old"}
    done = brief(
        "check", written({"name": "Empty", "url": "/empty"}, twice, twice, {"name": "Notes", "path": "*.md"})
    )
    assert 0 == done.status
    empty, old, notes = rows(done)
    assert empty[-1].startswith("holds no items")
    assert re.fullmatch(r"nothing new for \d+ days; is named more than once; counts once", old[-1])
    assert "no file is there yet" == notes[-1]


def test_programs_get_json(room, written):
    """The same, with moments as they are."""
    room.feed("/rss", items(2, newest=NOON))
    done = brief("check", written({"name": "A", "url": "/rss"}, {"name": "B", "url": "/no"}), "-f", "json")
    found = json.loads(done.out)
    assert ("summarize.check/1", []) == (found["schema"], found["mistakes"])
    assert ("A", "RSS", 2, NOON.isoformat(), None) == tuple(
        found["sources"][0][key] for key in ("name", "kind", "items", "newest", "wrong")
    )
    assert "404" in found["sources"][1]["wrong"]


def test_quiet_shows_only_what_is_wrong(room, written):
    """Nothing at all if all is well."""
    room.feed("/rss", items(2))
    assert (0, "") == (lambda done: (done.status, done.out))(
        brief("check", written({"url": "/rss"}), "--quiet")
    )
    assert 2 == brief("check", written({"url": "/rss"}, {"url": "/no"}), "--quiet").out.count("\n")


def test_sources_that_hang_do_not_hold_up_the_end(room):
    """When time is up, they were not waited for."""
    room.feed("/rss", items(2))
    room.hang("/hang")
    sources = [
        {"url": room.url(path, host), "allow_private": True}
        for path, host in (("/hang", "a.test"), ("/rss", "b.test"))
    ]
    clock = iter([0.0, 0.0, 30.0]).__next__  # at the start, before the first answer, before the second
    with client(deadline_seconds=60) as web, Parser() as parser:
        found = checks.check(
            Config.model_validate({"source": sources}),
            Path(),
            now=NOON,
            client=web,
            parser=parser,
            clock=clock,
            deadline_seconds=30,
        )
    assert ["was not waited for", ""] == [each.wrong for each in found]


def test_what_init_writes_passes(tmp_path):
    """A newcomer's first two commands."""
    path = tmp_path / "briefing.toml"
    assert [0, 0] == [brief("init", path).status, brief("check", path).status]


def test_nothing_is_remembered(room, written, tmp_path, monkeypatch):
    """A check in between changes nothing for the next run."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    room.feed("/rss", items(2, newest=NOON - timedelta(days=1)))
    path = written({"url": "/rss"})
    brief("check", path)
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [["check"], [], ["--quiet"], ["--dry-run"]])
def test_a_link_to_itself_is_refused_before_anything_is_read(room, written, words):
    """By check and by a run alike: no source is asked, and nothing is written."""
    room.feed("/rss", items(1, newest=NOON))
    path = written({"url": "/rss"}, more='[output]\nfile = "o.html"\nlatest = "o.html"\n')
    done = brief(*words, path)
    said = f"{path}:6: output.latest: o.html is output.file as well: give each a name of its own"
    assert (2, f"summarize: {said}\n", []) == (done.status, done.talk, room.log)
    assert not (path.parent / "o.html").is_symlink()
