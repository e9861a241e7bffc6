"""Collecting: what is new is stored once with its validators, whatever its source does."""

import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from summarize.briefing import listing
from summarize.briefing.collect import collect
from summarize.briefing.config import Config
from summarize.briefing.memory import Made
from summarize.briefing.state import State
from summarize.briefing.trouble import line
from summarize.read.safely import Parser
from tests.faults.clients import client
from tests.faults.newsroom import Newsroom, item, items, rss

MONDAY = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def room():
    with Newsroom() as opened:
        yield opened


@pytest.fixture
def state(tmp_path):
    with State(tmp_path / "state" / "state.db") as opened:
        yield opened


def collected(
    state, *sources, now=MONDAY, folder=Path(), deadline_seconds=30.0, timeout_seconds=10, **briefing
):
    config = Config.model_validate(
        {"source": [{"allow_private": True, **each} for each in sources], "briefing": briefing}
    )
    with client(deadline_seconds=timeout_seconds) as web, Parser() as parser:
        config, failures = listing.expanded(config, folder, client=web, parser=parser)
        assert () == failures
        return collect(
            config,
            state,
            now=now,
            client=web,
            parser=parser,
            folder=folder,
            deadline_seconds=deadline_seconds,
        )


def titles(state):
    return [each.document.title for each in state.waiting()]


def test_a_feed_is_asked_with_what_it_gave(state, room):
    """Validators go back verbatim; an answer of 304 stores nothing and is no failure."""
    room.feed("/a", items(3))
    assert (1, 3, ()) == (lambda it: (it.sources, it.documents, it.troubles))(
        collected(state, {"url": room.url("/a")})
    )
    assert (1, 0, ()) == (lambda it: (it.sources, it.documents, it.troubles))(
        collected(state, {"url": room.url("/a")})
    )
    first, second = room.asked("/a")
    assert [None, state.known(room.url("/a")).etag] == [each.get("If-None-Match") for each in (first, second)]
    assert state.known(room.url("/a")).etag.startswith('W/"')
    assert "If-Modified-Since" not in second


def test_new_is_decided_by_ids(state, room):
    """A new id with an old text is the item that is known; the feed's next item is new."""
    room.feed("/a", items(3))
    collected(state, {"url": room.url("/a")})
    room.feed("/a", [item(0), item(1, guid="x"), item(7)])
    assert 1 == collected(state, {"url": room.url("/a")}).documents
    assert 4 == len(state.waiting())


def test_an_item_changed_in_place_waits_as_it_is_now(state, room):
    """Until it is told there is one edition of it, the last."""
    room.feed("/a", items(3))
    collected(state, {"url": room.url("/a")})
    corrected = "The council of Nuria did not meet at all, the clerk said."
    room.feed("/a", [item(0, text=corrected), item(1), item(2)])
    assert 0 == collected(state, {"url": room.url("/a")}).documents
    texts = [each.document.text for each in state.waiting()]
    assert (3, 1) == (len(texts), texts.count(corrected))


def test_an_item_changed_after_it_was_told_waits_again(state, room):
    """Beside what it said before; what only says less, or the same in other type, does not, nor the old text again."""
    first, then = "The dam at Nuria held. Nobody was hurt.", "The dam at Nuria broke. Nobody was hurt."
    editions = (first, then, "The dam at Nuria broke.", "“The dam at Nuria broke.”", first)
    found = []
    for text in editions:
        room.feed("/a", [item(0, text=text, title="Dam")])
        found.append(collected(state, {"url": room.url("/a")}).documents)
        waiting = state.waiting()
        used = [(each.source, each.document.id) for each in waiting]
        state.prepare(Made(MONDAY.date(), MONDAY, None, "<1@host>", "{}", used, ()), {})
        if waiting:
            last = waiting
    assert [1, 1, 0, 0, 0] == found
    assert [(then, ())] == [(each.document.text, each.earlier) for each in state.found(MONDAY)]
    assert [(then, (first,))] == [
        (each.document.text, tuple(old.text for old in each.earlier)) for each in last
    ]


@pytest.mark.parametrize("most", [1, 0])
def test_where_threads_are_few_those_that_are_there_do_the_work(most, state, room, monkeypatch):
    """A container may allow few; without any it is as if memory was out."""
    start, begun = threading.Thread.start, []

    def limited(thread):
        if thread.name.startswith("fetch "):
            begun.append(thread)
            if len(begun) > most:
                raise RuntimeError("can't start new thread")
        start(thread)

    for path in ("/a", "/b"):
        room.feed(path, items(1))
    sources = [{"url": room.url(path, host)} for path, host in (("/a", "127.0.0.1"), ("/b", "localhost"))]
    monkeypatch.setattr(threading.Thread, "start", limited)
    if most:
        assert 2 == collected(state, *sources).sources
    else:
        with pytest.raises(MemoryError):
            collected(state, *sources)


def test_one_guid_for_all_items_identifies_none(state, room):
    """They go by their content."""
    room.feed("/a", [item(number, guid="the-only-one") for number in range(3)])
    assert 3 == collected(state, {"url": room.url("/a")}).documents
    room.feed("/a", [item(number, guid="the-only-one") for number in range(1, 5)])
    assert 2 == collected(state, {"url": room.url("/a")}).documents


def test_a_feed_that_empties_and_returns_tells_nothing_twice(state, room):
    """Nothing is forgotten while it is empty, and being empty is no failure."""
    room.feed("/a", items(3))
    collected(state, {"url": room.url("/a")})
    room.feed("/a", [])
    assert (1, 0, ()) == (lambda it: (it.sources, it.documents, it.troubles))(
        collected(state, {"url": room.url("/a")}, now=MONDAY + DAY)
    )
    room.feed("/a", items(3))
    assert 0 == collected(state, {"url": room.url("/a")}, now=MONDAY + 2 * DAY).documents


def test_a_failing_source_costs_only_itself(state, room):
    """The others are read, its earlier items stay, and its failures in a row are counted."""
    room.feed("/a", items(2))
    room.feed("/b", items(2, first=5), title="Courier")
    sources = [{"url": room.url("/a"), "name": "Herald"}, {"url": room.url("/b"), "name": "Courier"}]
    collected(state, *sources)
    room.fail("/a", 500)
    found = [collected(state, *sources, now=MONDAY + number * DAY) for number in range(1, 8)]
    assert [(number, number in (3, 7)) for number in range(1, 8)] == [
        (trouble.unread.failures, trouble.due) for each in found for trouble in each.troubles
    ]
    assert ("Herald", MONDAY, 1) == (
        found[0].troubles[0].unread.name,
        found[0].troubles[0].unread.last_read,
        found[0].sources,
    )
    assert 4 == len(state.waiting())
    room.feed("/a", items(2))
    assert ("Herald",) == collected(state, *sources, now=MONDAY + 8 * DAY).recovered
    assert () == collected(state, *sources, now=MONDAY + 9 * DAY).recovered


def test_a_server_is_not_asked_before_the_time_it_named(state, room):
    """It is a run more without it, not a failure; a date that only a wrong clock can have written is not obeyed."""
    room.fail("/a", 503, Retry_After="7200")
    collected(state, {"url": room.url("/a")})
    [trouble] = collected(state, {"url": room.url("/a")}, now=MONDAY + timedelta(hours=1)).troubles
    assert (1, "its host asked not to be asked before Mon 08:30", 2) == (
        len(room.asked("/a")),
        trouble.unread.reason,
        trouble.unread.failures,
    )
    known = state.known(room.url("/a"))
    assert (1, "is out of order (503 Service Unavailable)") == (
        known.failures,
        known.reason.partition(":")[0],
    )
    collected(state, {"url": room.url("/a")}, now=MONDAY + timedelta(hours=3))
    assert 2 == len(room.asked("/a"))
    collected(state, {"url": room.url("/a")}, now=MONDAY - 100 * DAY)
    assert 3 == len(room.asked("/a"))


def test_what_is_gone_is_said_to_be_gone(state, room):
    """410 at once, 404 after 30 days; nobody removes it but the user."""
    room.feed("/a", items(1))
    collected(state, {"url": room.url("/a")})
    room.fail("/a", 404)
    reasons = [
        collected(state, {"url": room.url("/a")}, now=MONDAY + days * DAY).troubles[0].unread.reason
        for days in (1, 29, 30)
    ]
    assert [False, False, True] == ["looks gone" in each for each in reasons]
    room.fail("/a", 410)
    assert "looks gone" in collected(state, {"url": room.url("/a")}).troubles[0].unread.reason


def test_the_page_behind_an_item_is_fetched_once(state, room):
    """Where the feed has less than the article; where it fails, the summary stands for it."""
    page = "".join(
        f"<p>Sentence {number} of the report on the weir says that it held.</p>" for number in range(20)
    )
    room.answers["/one"] = f"<html><title>Weir</title><body><article>{page}</article></body></html>".encode()
    entries = "".join(
        f"<item><title>Weir {name}</title><link>{room.url('/' + name)}</link><description>The weir held.</description></item>"
        for name in ("one", "two")
    )
    room.answers["/a"] = rss([entries])
    [trouble] = collected(state, {"url": room.url("/a")}).troubles
    assert trouble.unread.partly
    one, two = sorted((each.document for each in state.waiting()), key=lambda each: -len(each.text))
    assert ("Sentence 19 of" in one.text, "The weir held.") == (True, two.text)
    room.answers["/a"] = rss([entries, item(3)])
    collected(state, {"url": room.url("/a")})
    assert (1, 1, 3) == (len(room.asked("/one")), len(room.asked("/two")), len(state.waiting()))


def test_one_article_that_cannot_be_read_is_not_its_source(state, room):
    """It is named, with what stands for it, in the paper and in what is remembered of the source."""
    room.answers["/a"] = rss(
        [
            f"<item><title>Weir holds in storm</title><link>{room.url('/gone')}</link>"
            "<description>The weir held.</description></item>"
        ]
    )
    [trouble] = collected(state, {"url": room.url("/a"), "name": "Post"}).troubles
    reason = (
        f"one article, {room.url('/gone')}, was not read: "
        "is not there (404 Not Found): look for its new address; its summary is used"
    )
    assert (True, reason) == (trouble.unread.partly, trouble.unread.reason)
    assert f"Post ({room.url('/a')}): {reason}" == line(trouble.unread)
    known = state.known(room.url("/a"))
    assert (reason, 0, MONDAY) == (known.reason, known.failures, known.read_at)
    room.feed("/a", items(1))
    collected(state, {"url": room.url("/a")})
    assert state.known(room.url("/a")).reason is None


def test_a_file_of_a_folder_that_cannot_be_read_is_named(state, tmp_path):
    """The folder is read, and one of forty files is what is missing."""
    (tmp_path / "one.txt").write_text("The weir held through the night, the clerk said.")
    (tmp_path / "two.json").write_text("{")
    [trouble] = collected(state, {"path": str(tmp_path)}).troubles
    assert trouble.unread.partly
    assert f"{tmp_path}/two.json: " in trouble.unread.reason


def test_the_page_behind_an_item_that_changed_is_fetched_again(state, room):
    """If it cannot be had now, what is known of it stays, and it is asked for again."""

    def published(weir, summary):
        sentences = "".join(
            f"<p>Sentence {n} of the report says that the weir {weir}.</p>" for n in range(20)
        )
        room.answers["/one"] = f"<html><title>Weir</title><article>{sentences}</article></html>".encode()
        room.answers["/a"] = rss(
            [
                f"<item><title>Weir</title><link>{room.url('/one')}</link><description>{summary}</description></item>"
            ]
        )

    texts = []
    for weir, summary, there in (
        ("held", "It held …", True),
        ("broke", "It broke …", False),
        ("broke", "", True),
    ):
        if summary:
            published(weir, summary)
        page = room.answers["/one"]
        if not there:
            room.fail("/one", 503)
        collected(state, {"url": room.url("/a")})
        [waiting] = state.waiting()
        texts.append(waiting.document.text.partition(" weir ")[2].partition(".")[0])
        published(weir, summary or "It broke …")
        room.answers["/one"] = page
    assert ["held", "held", "broke"] == texts


def test_a_summary_that_changed_is_news_where_a_summary_is_all_that_is_known(state, room):
    """The page could not be had before either: the feed's word is the latest there is."""

    def listed(price):
        room.answers["/a"] = rss(
            [
                f"<item><title>Mill bought</title><link>{room.url('/gone')}</link>"
                f"<description>The town bought the old mill for {price} crowns.</description></item>"
            ]
        )
        return collected(state, {"url": room.url("/a")})

    listed("40,000")
    used = [(each.source, each.document.id) for each in state.waiting()]
    state.prepare(Made(MONDAY.date(), MONDAY, None, "<1@host>", "{}", used, ()), {})
    found = listed("46,000")
    assert 1 == found.documents
    assert found.troubles[0].unread.reason.endswith("its summary is used")
    [waiting] = state.waiting()
    assert "The town bought the old mill for 46,000 crowns." == waiting.document.text
    assert ["The town bought the old mill for 40,000 crowns."] == [each.text for each in waiting.earlier]
    assert 0 == listed("46,000").documents


def test_full_text_can_be_done_without(state, room):
    """full_text = false: what the feed says is all that is read, and no page is asked for."""
    room.answers["/a"] = rss(
        [
            f"<item><title>Weir</title><link>{room.url('/one')}</link><description>It held.</description></item>"
        ]
    )
    collected(state, {"url": room.url("/a"), "full_text": False})
    assert (["It held."], []) == ([each.document.text for each in state.waiting()], room.asked("/one"))


def test_a_feed_of_headlines_is_read_as_one(state, room, tmp_path):
    """An item of which there is a title alone says its title; no feed is worse for it, here or on the web."""
    linked = f"<item><title>Weir to close in May</title><link>{room.url('/one')}</link></item>"
    entries = ["<item><title>Crack found in the Hallin Dam</title></item>", linked]
    room.answers["/a"] = rss(entries)
    (tmp_path / "a.xml").write_bytes(rss(entries))
    for source in ({"url": room.url("/a"), "full_text": False}, {"path": "a.xml"}):
        found = collected(state, source, folder=tmp_path)
        assert (2, ()) == (found.documents, found.troubles)
        assert (0, ()) == (lambda it: (it.documents, it.troubles))(collected(state, source, folder=tmp_path))
    assert {"Crack found in the Hallin Dam", "Weir to close in May"} == {
        each.document.text for each in state.waiting()
    }


def test_an_item_of_captions_is_told_by_its_headline(state, room):
    """Nothing else in it may be quoted; a text that comes later is told, one that goes behind a wall is not."""
    captions = "Photo 1 of 12. The lifeboat Grace leaves Saltby. Photo: R. Hale"
    title = "In pictures: fog on the Sound"

    def listed(*texts):
        room.feed("/a", [item(at, title=title, text=text) for at, text in enumerate(texts)])
        collected(state, {"url": room.url("/a")})
        return {each.document.text for each in state.waiting()}

    assert {title} == listed(captions)
    assert {title, "It held."} == listed(captions.replace("12", "13"), "It held.")
    used = [(each.source, each.document.id) for each in state.waiting()]
    state.prepare(Made(MONDAY.date(), MONDAY, None, "<1@host>", "{}", used, ()), {})
    assert set() == listed(captions, "Subscribe now for full access.")
    assert {"The fog has gone."} == listed("The fog has gone.", "It held.")


def test_a_page_that_cannot_be_had_for_a_day_is_told_by_its_headline(state, room):
    """Until then it is asked for again at every run; what has no date is asked for ever."""
    date = format_datetime(MONDAY - DAY / 2)
    for page in ("/dated", "/undated"):
        room.fail(page, 403)
    room.answers["/a"] = rss(
        [
            f"<item><title>Weir {name}</title><link>{room.url('/' + name)}</link>{when}</item>"
            for name, when in (("dated", f"<pubDate>{date}</pubDate>"), ("undated", ""))
        ]
    )
    for day, texts in ((0, []), (1, ["Weir dated"]), (2, ["Weir dated"])):
        [trouble] = collected(state, {"url": room.url("/a")}, now=MONDAY + day * DAY).troubles
        assert (True, texts) == (trouble.unread.partly, [each.document.text for each in state.waiting()])


def test_the_first_time_only_what_is_fresh_is_told(state, room):
    """The rest is remembered and named; a source that is added later has a first time of its own."""
    room.feed("/a", items(50, newest=MONDAY))
    found = collected(state, {"url": room.url("/a")})
    assert (25, 25) == (found.documents, len(found.older))
    assert found.older[0].endswith("votes for bridge 25")
    assert 0 == collected(state, {"url": room.url("/a")}, now=MONDAY + DAY).documents


def test_no_item_is_from_the_future(state, room):
    """Hours ahead are the moment it was found; of a later day nobody knows when it was written."""
    ahead = (timedelta(hours=5), DAY, 400 * DAY)
    room.feed("/a", [item(at, published=MONDAY + each) for at, each in enumerate(ahead)])
    collected(state, {"url": room.url("/a")})
    assert [MONDAY, None, None] == [each.document.published for each in state.waiting()]


def test_files_are_read_as_feeds_are(state, tmp_path):
    """Patterns, folders and single files; a note that was edited is a new one."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text("The clerk was away on Thursday.")
    (tmp_path / "feed-2026-11-23.xml").write_bytes(rss(items(2)))
    sources = [
        {"path": "notes/*.md"},
        {"path": "feed-{date}.xml"},
        {"path": "nothing.txt", "name": "Nothing"},
    ]
    found = collected(state, *sources, folder=tmp_path)
    assert (2, 3, ["Nothing"]) == (
        found.sources,
        found.documents,
        [each.unread.name for each in found.troubles],
    )
    (tmp_path / "notes" / "a.md").write_text("The clerk was back on Friday.")
    assert 1 == collected(state, *sources, folder=tmp_path).documents


def test_a_briefing_does_not_read_itself(state, tmp_path):
    """Pages, feed and mails of its own in the folder of a source are passed over; what is like them is not."""
    folder = tmp_path / "notes"
    (folder / "mail" / "new").mkdir(parents=True)
    names = (
        "2026-11-22.md",
        "2026-11-22-2.md",
        "2026-11-22-plan.md",
        "latest.md",
        "all.xml",
        "mail/new/1.eml",
    )
    for number, name in enumerate(names):
        (folder / name).write_text(f"Subject: x\n\nThe clerk was away for {number} days.")
    config = Config.model_validate(
        {
            "source": [{"path": "notes"}],
            "output": {"file": "notes/{date}.md", "latest": "notes/latest.md"},
            "atom": {"file": "notes/all.xml"},
            "maildir": {"path": "notes/mail"},
        }
    )
    found, own = listing.files(config.source[0], config, tmp_path, MONDAY.date())
    assert (5, ["2026-11-22-plan.md"]) == (own, [Path(each.uri).name for each in found])


def test_a_list_of_feeds_stands_for_its_feeds(state, room, tmp_path):
    """Each is a source of its own, under the name that the list gives it."""
    room.feed("/a", items(1))
    room.feed("/b", items(1, first=4))
    outlines = "".join(
        f'<outline text="{name}" xmlUrl="{room.url(path)}"/>'
        for name, path in (("Herald", "/a"), ("Courier", "/b"), ("Gone", "/c"))
    )
    (tmp_path / "feeds.opml").write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')
    found = collected(state, {"opml": "feeds.opml"}, folder=tmp_path)
    assert (2, 2, ["Gone"]) == (found.sources, found.documents, [each.unread.name for each in found.troubles])
    assert room.url("/b") in {each.source for each in state.waiting()}


def test_time_is_up_for_whoever_hangs(state, room):
    """The others are stored, it has failed, and a page that hangs is done without."""
    room.feed("/a", items(1))
    room.hang("/b")
    room.hang("/page")
    room.answers["/c"] = rss(
        [
            f"<item><title>Weir</title><link>{room.url('/page', host='c.example')}</link><description>It held.</description></item>"
        ]
    )
    sources = [
        {"url": room.url(path, host=f"{path[1]}.example"), "name": path} for path in ("/a", "/b", "/c")
    ]
    found = collected(state, *sources, deadline_seconds=1.5)
    assert {"/b": "was not waited for: time was up"} == {
        each.unread.name: each.unread.reason for each in found.troubles if not each.unread.partly
    }
    assert (2, 2) == (found.sources, found.documents)


def test_who_was_not_asked_has_not_failed_and_is_asked_first_the_next_time(state, room):
    """Two feeds of a host that hang cost its others one run, not all."""
    for path in ("/c", "/d"):
        room.feed(path, items(1, first=ord(path[1])))
    for path in ("/a", "/b"):
        room.hang(path)
    sources = [{"url": room.url(path), "name": path} for path in ("/a", "/b", "/c", "/d")]
    first = collected(state, *sources, timeout_seconds=0.5)
    assert [("/a", 1), ("/b", 1), ("/c", 0), ("/d", 0)] == [
        (each.unread.name, state.known(room.url(each.unread.name)).failures) for each in first.troubles
    ]
    assert first.troubles[2].unread.reason.startswith("not asked: its host ran out of time")
    then = collected(state, *sources, timeout_seconds=0.5)
    assert (2, ["/a", "/b"]) == (then.sources, [each.unread.name for each in then.troubles])


def test_the_neighbours_of_a_feed_that_wants_rest_have_not_failed(state, room):
    """They are told what their host said, and it is obeyed; but they are not read, which counts as such."""
    room.fail("/a", 429, Retry_After="3600")
    room.feed("/b", items(1))
    sources = [{"url": room.url(path), "name": path} for path in ("/a", "/b")]
    [asked, neighbour] = collected(state, *sources).troubles
    assert (True, True, 1, 0) == (
        asked.counts,
        neighbour.counts,
        *(state.known(each["url"]).failures for each in sources),
    )
    assert "its host wants to be left alone for another 60 min" in neighbour.unread.reason


def test_a_host_that_refuses_all_its_feeds_is_spoken_of_on_the_third_run(state, room):
    """Each run asks but one of them, so that none fails three times in a row for weeks; none is read either."""
    paths = [f"/{name}" for name in "abcde"]
    for path in paths:
        room.fail(path, 429, Retry_After="3600")
    sources = [{"url": room.url(path), "name": path} for path in paths]
    runs = [collected(state, *sources, now=MONDAY + number * DAY).troubles for number in range(4)]
    assert [[False] * 5, [False] * 5, [True] * 5, [False] * 5] == [[each.due for each in run] for run in runs]
    assert 4 == len(room.log)
    for path in paths:
        room.feed(path, items(1))
    assert paths == sorted(collected(state, *sources, now=MONDAY + 4 * DAY).recovered)


def test_a_move_for_good_is_believed_the_third_time(state, room):
    """Until then the old address is asked, which leads there anyway; and again as soon as the new one fails."""
    room.feed("/new", items(1))
    room.fail("/old", 301, Location="/new")
    for number in range(3):
        room.feed("/new", items(number + 1))
        collected(state, {"url": room.url("/old")})
    room.feed("/new", items(5))
    assert 2 == collected(state, {"url": room.url("/old")}).documents
    assert (3, 4) == (len(room.asked("/old")), len(room.asked("/new")))
    room.fail("/new", 500)
    collected(state, {"url": room.url("/old")})
    collected(state, {"url": room.url("/old")})
    assert 4 == len(room.asked("/old"))


def test_a_move_counts_while_the_feed_has_nothing_new(state, room):
    """A run that is answered 304 behind the redirect is one that says so; one that is led nowhere takes it back."""
    room.feed("/new", items(1))
    room.fail("/old", 301, Location="/new")
    for _ in range(4):
        collected(state, {"url": room.url("/old")})
    assert (3, 4) == (len(room.asked("/old")), len(room.asked("/new")))
    room.fail("/new", 500)
    collected(state, {"url": room.url("/old")})
    room.feed("/old", items(1))
    collected(state, {"url": room.url("/old")})
    assert (None, 1) == (lambda known: (known.moved_to, known.moved_times))(state.known(room.url("/old")))


def test_a_login_in_an_address_is_not_shown(state, room):
    """Nor is it in what the paper says could not be read."""
    [trouble] = collected(state, {"url": room.url("/gone").replace("://", "://me:secret@")}).troubles
    assert "secret" not in str(trouble)
