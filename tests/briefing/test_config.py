"""A briefing's configuration: read as a whole, every mistake with its line and what would be right."""

from datetime import timedelta

import pytest

from summarize.briefing import config
from summarize.errors import ConfigError

LEAST = '[[source]]\nurl = "https://council.example/feed.xml"\n'


def load(tmp_path, text):
    path = tmp_path / "briefing.toml"
    path.write_text(text, encoding="utf-8")
    return config.load(path)


def mistakes(tmp_path, text):
    with pytest.raises(ConfigError) as raised:
        load(tmp_path, text)
    return [each.replace(f"{tmp_path}/", "") for each in raised.value.mistakes]


def test_one_source_is_enough(tmp_path):
    """Everything else has a default that serves."""
    found = load(tmp_path, LEAST)
    assert ("Morning briefing", 12, 6) == (
        found.briefing.title,
        found.briefing.length,
        found.briefing.stories,
    )
    assert timedelta(days=7) == found.briefing.max_age
    assert ["https://council.example/feed.xml"] == [source.label for source in found.source]


def test_lengths_of_time_and_sizes_are_written_as_people_write_them(tmp_path):
    """30s, 24h, 7d; 500KB, 20MB."""
    found = load(
        tmp_path, LEAST + '[briefing]\nmax_age = "36h"\n[fetch]\ntimeout = "5s"\nmax_size = "500KB"\n'
    )
    assert timedelta(hours=36) == found.briefing.max_age
    assert (timedelta(seconds=5), 500_000) == (found.fetch.timeout, found.fetch.max_size)


def test_every_mistake_is_named_at_once_with_its_line(tmp_path):
    """Nobody mends a file one error at a time."""
    text = (
        '[briefing]\nlenght = 12\ntimezone = "Mars/Base"\n\n'
        '[[source]]\nname = "A"\nurl = "https://a.example/feed"\n\n'
        '[[source]]\nurl = "ftp://b.example"\nweigth = 2\n\n[emial]\nto = []\n'
    )
    assert [
        "briefing.toml:3: briefing.timezone: 'Mars/Base' is no time zone: write a name such as Europe/Berlin",
        'briefing.toml:2: briefing.lenght: unknown key (did you mean "length"?)',
        "briefing.toml:10: source[2].url: not an http(s) address: 'ftp://b.example'",
        'briefing.toml:11: source[2].weigth: unknown key (did you mean "weight"?)',
        'briefing.toml:13: emial: unknown key (did you mean "email"?)',
    ] == mistakes(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 'briefing.toml: source: is missing: write [[source]], and below it url = "https://…" or path = "…"'),
        ("[[source]]\n", "briefing.toml:1: source[1]: one of url, path and opml is needed, not none"),
        (
            '[[source]]\nurl = "https://a.example"\npath = "b"\n',
            "briefing.toml:1: source[1]: one of url, path and opml is needed, not url and path",
        ),
        (LEAST.replace("[[source]]", "[source]"), "briefing.toml:1: source: there may be several: write [[source]]"),
        (LEAST + "[[email]]\n", "briefing.toml:3: email: there is but one: write [email]"),
        ('source = ["https://a.example"]\n', "briefing.toml:1: source[1]: is no table: write [[source]], and its keys below it"),
        (LEAST + "[briefing]\nlength = 0\n", "briefing.toml:4: briefing.length: must be 1 or more"),
        (
            LEAST + '[briefing]\nmax_age = "soon"\n',
            "briefing.toml:4: briefing.max_age: 'soon' is no length of time: write 30s, 24h or 7d",
        ),
        (
            LEAST + "[briefing]\nlength = 12\nminutes = 5\n",
            "briefing.toml:3: briefing: length (in sentences) or minutes, not both: take one out",
        ),
        (LEAST + "[briefing]\nminutes = nan\n", "briefing.toml:4: briefing.minutes: must be a number, not nan or inf"),
        (
            LEAST + 'name = "A"\n[[source]]\npath = "notes"\nname = "A"\n',
            'briefing.toml:6: source[2].name: "A" is the name of source[1], line 3, as well: give it another',
        ),
        (
            LEAST + '[[section]]\nname = "A"\nwords = ["x"]\n[[section]]\nwords = ["y"]\nname = "A"\n',
            'briefing.toml:8: section[2].name: "A" is the name of section[1], line 4, as well: give it another',
        ),
        ("[briefing\n", "briefing.toml:1: is no TOML: expected ']' at the end of a table declaration, before column 10: mend that line"),
        (LEAST + '[email]\nfrom = "a@b.example"\nto = ["nobody"]\nsmtp = "smtp://host:25"\n', "briefing.toml:5: email.to[1]: not a mail address: 'nobody': write me@example.org or Name <me@example.org>"),
        (LEAST + '[email]\nfrom = "a@b.example"\nto = "a@b.example"\nsmtp = "smtp://host:25"\n', 'briefing.toml:5: email.to: must be a list, such as ["one", "two"]'),
        (LEAST + '[email]\nfrom = "a@b.example"\nto = ["a@b.example"]\n', 'briefing.toml:3: email.smtp: is missing: write smtp = "…" below [email]'),
        (LEAST + "[[watch]]\nwords = []\n", "briefing.toml:4: watch[1].words: must not be empty: write at least 1 into it, or take the key out"),
        (LEAST + '[[watch]]\nwords = ["x"]\n', "briefing.toml:4: watch[1].words[1]: must have 2 characters or more"),
        (LEAST + 'name = ""\n', "briefing.toml:3: source[1].name: must not be empty: write something into it, or take the key out"),
        ('[[source]]\nurl = "http://"\n', "briefing.toml:2: source[1].url: is no address: check its host and port"),
        ('[[source]]\nurl = "http://a.example:99999/"\n', "briefing.toml:2: source[1].url: is no address: check its host and port"),
        (LEAST + '[output]\nlatest = "latest.html"\n', "briefing.toml:4: output.latest: is a link to the newest file, and there is none: set file as well"),
        (LEAST + '[[section]]\nname = "Sport"\n', "briefing.toml:3: section[1]: words or sources are needed: what belongs in this section"),
    ],
)  # fmt: skip
def test_a_mistake_says_what_would_be_right(tmp_path, text, expected):
    """File, line, key, reason."""
    assert [expected] == mistakes(tmp_path, text)


def test_what_is_no_toml_is_said_with_its_place(tmp_path):
    """As file and line, as every other mistake."""
    [mistake] = mistakes(tmp_path, "[briefing\n")
    assert mistake.startswith("briefing.toml:1: is no TOML: ")
    assert "column 10" in mistake


def test_a_missing_file_leads_to_init(tmp_path):
    """The first thing a newcomer sees says what to do."""
    with pytest.raises(ConfigError, match="`summarize brief init` writes one"):
        config.load(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[output]\nfile = "o.html"\nlatest = "o.html"\n', "5: output.latest: o.html is output.file"),
        ('[output]\nfile = "o.html"\nlatest = "./sub/../o.html"\n', "5: output.latest: ./sub/../o.html is output.file"),
        ('[output]\nfile = "{date}.html"\nlatest = "2026-11-23.html"\n', "5: output.latest: 2026-11-23.html is output.file"),
        ('[output]\nfile = "o.xml"\n[atom]\nfile = "o.xml"\n', "6: atom.file: o.xml is output.file"),
        ('[output]\nfile = "o.html"\nlatest = "o.xml"\n[atom]\nfile = "o.xml"\n', "7: atom.file: o.xml is output.latest"),
        ('[output]\nfile = "link.html"\nlatest = "o.html"\n', "5: output.latest: o.html is output.file"),
        ('[output]\nfile = "{date}.json"\njson = "{date}.json"\n', "5: output.json: {date}.json is output.file"),
        ('[output]\nfile = "briefing.toml"\n', "4: output.file: briefing.toml is this configuration"),
        ('[output]\nfile = "o.html"\nlatest = "mail"\n[maildir]\npath = "mail"\n', "7: maildir.path: mail is output.latest"),
    ],
)  # fmt: skip
def test_no_file_takes_the_place_of_another(tmp_path, text, expected):
    """A link to itself, or a page under a feed's name, is a lost briefing: names count by where they lead."""
    (tmp_path / "link.html").symlink_to("o.html")
    said = f"briefing.toml:{expected} as well: give each a name of its own"
    assert [said] == mistakes(tmp_path, LEAST + text)


def test_nothing_but_mail_is_written_into_a_maildir(tmp_path):
    """It would be refused as none, every morning; one that is there already is no mistake."""
    text = '[output]\nfile = "mail/{date}.html"\n[maildir]\npath = "mail"\n'
    said = "briefing.toml:6: maildir.path: mail holds output.file as well: give mails a folder of their own"
    (tmp_path / "mail").mkdir()
    assert [said] == mistakes(tmp_path, LEAST + text)
    assert load(tmp_path, LEAST + text.replace("mail/", "out/")).maildir


@pytest.mark.parametrize("name", ["out", "out/", "new/"])
def test_a_file_is_no_folder(tmp_path, name):
    """One that is there, or that a slash says is meant."""
    (tmp_path / "out").mkdir()
    for table, line in (("output", 4), ("atom", 4)):
        said = f"briefing.toml:{line}: {table}.file: {name} is a folder: name a file"
        assert [said] == mistakes(tmp_path, LEAST + f'[{table}]\nfile = "{name}"\n')


def test_a_link_to_the_latest_may_be_there_already(tmp_path):
    """The second run finds what the first one made; what is no regular file may be shared."""
    (tmp_path / "latest.html").symlink_to("o.html")
    (tmp_path / "o.html").write_text("yesterday")
    text = '[output]\nfile = "o.html"\nlatest = "latest.html"\n[atom]\nfile = "o.xml"\n'
    assert "latest.html" == load(tmp_path, LEAST + text).output.latest
    assert load(tmp_path, LEAST + '[output]\nfile = "/dev/null"\n[atom]\nfile = "/dev/null"\n')


def test_the_mark_that_some_editors_begin_a_file_with_is_no_mistake(tmp_path):
    """Notepad writes one; lines count as they do without it."""
    assert load(tmp_path, "\ufeff" + LEAST) == load(tmp_path, LEAST)
    assert ["briefing.toml:3: emial"] == [
        each.rpartition(": ")[0] for each in mistakes(tmp_path, "\ufeff" + LEAST + "[emial]\n")
    ]
