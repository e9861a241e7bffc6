"""`summarize digest`: what is printed where, and with which exit status."""

import errno
import json
import os
import stat
from pathlib import Path

import pytest

import summarize
from tests.cli.articles import TEXTS, run, write

USAGE = "See 'summarize digest --help'."


def test_prints_what_the_library_returns(tmp_path):
    """The command line is a second reader of the library, not a second implementation."""
    paths = write(tmp_path)
    digest = summarize.summarize(paths, sentences=2)
    assert (0, digest.to_text(), "") == run("digest", *paths, "-n", 2)
    assert (0, digest.to_markdown(), "") == run("digest", *paths, "-n", 2, "-f", "markdown")
    assert (0, digest.to_html(), "") == run("digest", *paths, "-n", 2, "-f", "html")
    assert (0, digest.to_json(), "") == run("digest", *paths, "-n", 2, "-f", "json")


@pytest.mark.parametrize(
    ("options", "keywords"),
    [
        (["-w", 30], {"words": 30}),
        (["-c", 200], {"chars": 200}),
        (["--ratio", 0.4], {"ratio": 0.4}),
        (["--minutes", 0.2], {"minutes": 0.2}),
        (["-q", "ferry summer"], {"query": "ferry summer"}),
        (["-m", "lexrank"], {"method": "lexrank"}),
        (["--redundancy", 0.5], {"redundancy": 0.5}),
        (["--order", "salience"], {"order": "salience"}),
        (["--language", "EN"], {"language": "en"}),
        (["--language", "auto"], {"language": "auto"}),
        (["--min-words", 15, "--max-words", 18], {"min_words": 15, "max_words": 18}),
        (["--support", 2], {"support": 2}),
        (["--title", "Sarn"], {"title": "Sarn"}),
    ],
)
def test_every_option_is_a_keyword_of_the_library(tmp_path, options, keywords):
    """Option by option, shell and Python give the same digest."""
    paths = write(tmp_path)
    assert (0, summarize.summarize(paths, **keywords).to_json(), "") == run(
        "digest", *paths, "-f", "json", *options
    )


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["-n", "0"], "Invalid value for '-n' / '--sentences': '0' is not a whole number of 1 or more."),
        (["-w", "few"], "Invalid value for '-w' / '--words': 'few' is not a whole number of 1 or more."),
        (["--ratio", "1.5"], "Invalid value for '--ratio': '1.5' is not a number above 0 and at most 1."),
        (["--minutes", "nan"], "Invalid value for '--minutes': 'nan' is not a number above 0."),
        (["-n", "3", "-w", "50"], "One length at a time, not --sentences and --words."),
        (["--min-words", "9", "--max-words", "8"], "--min-words 9 is more than --max-words 8: swap them."),
        (["-f", "pdf"], "Invalid value for '-f' / '--format': 'pdf' is not one of 'text', 'markdown', 'html', 'json'."),
        (["--language", "klingon"], "Invalid value for '--language': 'klingon' is neither a language code such as 'en' nor 'auto'."),
        (["-o", "no/such/folder/x"], "Invalid value for '-o' / '--output': 'no/such/folder/x' is not a file in a folder that exists."),
        (["--redundancy", "-1"], "Invalid value for '--redundancy': '-1' is not a number of 0 or more."),
        (["-q", " "], "--query is empty: name words, or leave it out."),
        (["--query"], "Option '--query' requires an argument."),
        (["--lenght", "5"], "No such option '--lenght'."),
    ],
)  # fmt: skip
def test_nonsense_is_refused_before_anything_is_read(options, reason):
    """One line and exit status 2; the source, which is missing too, is not even looked for."""
    assert (2, "", f"summarize: {reason} {USAGE}\n") == run("digest", "missing.txt", *options)


@pytest.mark.parametrize(("code", "is_said"), [("xx", True), ("en", False), ("NB", False), ("th", False)])
def test_a_language_that_nothing_is_known_of_is_said(tmp_path, code, is_said):
    """It can be asked for, since words are compared all the same, but may be one mistyped."""
    status, printed, said = run("digest", *write(tmp_path), "--language", code, "--quiet")
    assert (0, is_said) == (status, said.startswith(f"summarize: --language {code}: nothing is known"))
    assert is_said == bool(said)
    assert printed


def test_a_command_and_a_source_are_needed():
    """Without them there is nothing to do."""
    assert (2, "", "summarize: Missing command. See 'summarize --help'.\n") == run()
    assert (2, "", f"summarize: Missing argument 'SOURCE...'. {USAGE}\n") == run("digest")


def test_a_bad_source_costs_only_itself(tmp_path):
    """The digest is of the rest, the failure is one line, and the exit status is 3."""
    paths = write(tmp_path)
    missing = tmp_path / "missing.txt"
    status, printed, said = run("digest", missing, *paths)
    assert (3, f"summarize: {missing}: no such file\n") == (status, said)
    assert "1 skipped" in printed


def test_nothing_to_show_is_said_and_is_a_failure(tmp_path):
    """Where no source can be read, standard output stays empty and the exit status is 1."""
    status, printed, said = run("digest", tmp_path / "a.txt", tmp_path / "b.txt")
    assert (1, "") == (status, printed)
    assert [f"summarize: {tmp_path / name}.txt: no such file" for name in "ab"] == said.splitlines()[:2]


def test_quiet_leaves_the_telling_to_the_exit_status(tmp_path):
    """--quiet says nothing about skipped sources."""
    assert (3, "") == run("digest", tmp_path / "missing.txt", *write(tmp_path), "--quiet")[::2]


def test_a_query_that_nothing_answers_is_said_to_the_quiet_too(tmp_path):
    """It is no skipped source, but the digest is not the one asked for: a line and exit status 3."""
    status, printed, said = run("digest", *write(tmp_path), "-q", "zebra", "--quiet")
    assert (3, "summarize: query: no sentence has a word of “zebra”; ask in the sources' own words\n") == (
        status,
        said,
    )
    assert "Please note\nquery: " in printed
    assert "skipped" not in printed.lower()


def test_an_empty_digest_says_why_to_the_quiet_too(tmp_path):
    """Nothing on standard output and nothing said would be a riddle."""
    assert (1, "", "summarize: Nothing to show: no source could be read.\n") == run(
        "digest", tmp_path / "a.txt", "--quiet"
    )


@pytest.mark.parametrize("command", ["digest", "stories"])
@pytest.mark.parametrize("named", ["", "*.txt", "**/*"])
def test_what_a_folder_or_pattern_holds_is_not_written_over(tmp_path, command, named):
    """An article found there is one that the digest is made from, as if it had been named."""
    article = Path(write(tmp_path)[0])
    status, printed, said = run(command, tmp_path / named, "-o", article)
    assert (2, "") == (status, printed)
    assert said.startswith(f"summarize: {article} is to be read: give what is written a name of its own.")
    assert TEXTS[article.name] == article.read_text()
    assert 0 == run(command, tmp_path / named, "-o", tmp_path / "new.json", "-f", "json")[0]


def test_what_was_set_aside_is_not_counted_as_skipped(tmp_path):
    """A copy costs nothing, and the exit status 0 goes with no word of what was skipped."""
    [path, *_] = write(tmp_path)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(Path(path).read_bytes())
    status, printed, said = run("digest", path, copy, "-n", 1)
    assert (0, 1) == (status, said.count("\n"))
    assert "1 sentence from 1 source; 1 set aside." in printed
    assert "\nSet aside\n" in printed


def test_verbose_says_what_was_read(tmp_path):
    """--verbose adds a line for each source."""
    paths = write(tmp_path)
    said = run("digest", *paths, "--verbose")[2].splitlines()
    assert [f"summarize: {path}: read, 3 sentences, language en" for path in paths] == sorted(said)


def test_standard_input_is_a_source():
    """`-` reads one text from standard input."""
    status, printed, said = run("digest", "-", "-f", "json", "-n", 1, stdin=TEXTS["courier.txt"])
    assert (0, "") == (status, said)
    assert ["-"] == [source["uri"] for source in json.loads(printed)["sources"]]


def test_a_name_cannot_act_on_the_terminal(tmp_path):
    """Control characters in a file's name are not passed on."""
    said = run("digest", tmp_path / "a\x1b]0;owned\x07\nb.txt", *write(tmp_path))[2]
    assert 1 == said.count("\n")
    assert "\x1b" not in said
    assert "\x07" not in said


def test_output_is_written_whole_and_leaves_nothing_beside_it(tmp_path):
    """-o writes what would have been printed, in UTF-8, with the permissions the file had."""
    paths, target = write(tmp_path), tmp_path / "out" / "digest.md"
    target.parent.mkdir()
    target.write_text("old")
    target.chmod(0o640)
    assert (0, "", "") == run("digest", *paths, "-f", "markdown", "-o", target)
    assert summarize.summarize(paths).to_markdown() == target.read_text(encoding="utf-8")
    assert [target] == list(target.parent.iterdir())
    assert 0o640 == stat.S_IMODE(target.stat().st_mode)


def test_output_through_a_link_keeps_the_link(tmp_path):
    """What the link leads to is replaced, not the link."""
    paths, link, target = write(tmp_path), tmp_path / "latest", tmp_path / "monday"
    link.symlink_to(target)
    assert 0 == run("digest", *paths, "-o", link)[0]
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith(summarize.summarize(paths).lines[0].text[:20])


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    """What cannot be written whole is not written; the exit status is 4."""

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    paths, target = write(tmp_path), tmp_path / "digest.txt"
    target.write_text("old")
    before = sorted(tmp_path.iterdir())
    monkeypatch.setattr(os, "fsync", full)
    status, printed, said = run("digest", *paths, "-o", target)
    assert (4, "", f"summarize: {target}: No space left on device\n") == (status, printed, said)
    assert "old" == target.read_text()
    assert before == sorted(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["digest", "stories", "show"])
def test_nothing_is_written_over_what_is_read(tmp_path, command):
    """By whatever name: an article would be gone, and the digest of it with the next run."""
    paths = write(tmp_path)
    asked, article = paths if command != "show" else paths[:1], Path(paths[0])
    status, printed, said = run(command, *asked, "-o", article.parent / "." / article.name)
    assert (2, "") == (status, printed)
    assert said.startswith(f"summarize: {article} is to be read: give what is written a name of its own.")
    assert TEXTS[article.name] == article.read_text()
