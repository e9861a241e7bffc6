"""`summarize verify` and `summarize explain`: a digest kept as JSON, its sources read again."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.articles import TEXTS, run, write


def keep(folder, *options):
    """A digest of the articles, kept as JSON, and their paths."""
    paths = write(folder)
    kept = folder / "digest.json"
    assert 0 == run("digest", *paths, "-f", "json", "-o", kept, *options)[0]
    return kept, paths


def quotes(kept):
    """How many quotes a kept digest holds, and from how many sources."""
    digest = json.loads(kept.read_text())
    cited = [
        each
        for part in (digest["lines"], digest["differences"])
        for line in part
        for each in line["citations"]
    ]
    return len(cited), len({each["source"] for each in cited})


def test_verify_counts_what_holds(tmp_path):
    """All right is one line on standard output and exit status 0."""
    kept, _ = keep(tmp_path)
    count, sources = quotes(kept)
    assert (0, f"{count} quotes in {sources} sources: all verbatim\n", "") == run("verify", kept)


def test_verify_names_the_source_that_changed(tmp_path):
    """One line for what no longer holds, and exit status 1."""
    kept, [courier, *_] = keep(tmp_path)
    with Path(courier).open("a", encoding="utf-8") as file:
        file.write("It will reopen in October, the county said on Tuesday after a long debate.\n")
    status, printed, said = run("verify", kept)
    assert (1, "", 1) == (status, printed, said.count("\n"))
    assert said.startswith(f"summarize: {courier}: the text has changed")


def test_verify_says_why_a_source_cannot_be_read(tmp_path):
    """A source that is gone is a finding like any other."""
    kept, [courier, *_] = keep(tmp_path)
    (tmp_path / "courier.txt").unlink()
    assert (1, "", f"summarize: {courier}: no such file\n") == run("verify", kept)


def test_verify_says_which_of_the_sources_named_cannot_be_read(tmp_path):
    """Also where all quotes hold without it: a line, and exit status 3."""
    kept, paths = keep(tmp_path)
    gone = tmp_path / "gone.txt"
    status, printed, said = run("verify", kept, *paths, gone)
    assert (3, f"summarize: {gone}: no such file\n") == (status, said)
    assert printed.endswith("all verbatim\n")
    status, printed, said = run("verify", kept, gone)
    assert (1, "", f"summarize: {gone}: no such file") == (status, printed, said.splitlines()[-1])


def test_verify_finds_a_paragraph_that_was_tampered_with(tmp_path):
    """What a page shows around a quote is said to stand there, too."""
    kept, _ = keep(tmp_path, "-n", 1)
    digest = json.loads(kept.read_text())
    digest["lines"][0]["citations"][0]["after"] = " It was all invented."
    kept.write_text(json.dumps(digest))
    status, printed, said = run("verify", kept)
    assert (1, "", 1) == (status, printed, said.count("\n"))
    assert "what stands beside the quote at" in said


def test_verify_finds_a_quote_that_was_tampered_with(tmp_path):
    """The digest is not believed either."""
    kept, _ = keep(tmp_path)
    digest = json.loads(kept.read_text())
    digest["lines"][0]["citations"][0]["quote"] = "The bridge was sold."
    kept.write_text(json.dumps(digest))
    status, printed, said = run("verify", kept)
    assert (1, "", 1) == (status, printed, said.count("\n"))


def test_verify_finds_a_line_that_was_reworded(tmp_path):
    """A quote left as it was does not cover for a text that says something else."""
    kept, _ = keep(tmp_path)
    digest = json.loads(kept.read_text())
    digest["lines"][0]["text"] = "The bridge was sold."
    kept.write_text(json.dumps(digest))
    status, printed, said = run("verify", kept)
    assert (1, "", 1) == (status, printed, said.count("\n"))
    assert "line 1 is not its quote" in said


def test_sources_may_have_moved_together(tmp_path, monkeypatch):
    """--base is where relative paths start."""
    old = tmp_path / "old"
    old.mkdir()
    monkeypatch.chdir(old)
    write(old)
    assert 0 == run("digest", *TEXTS, "-f", "json", "-o", tmp_path / "digest.json")[0]
    monkeypatch.chdir(tmp_path)
    assert 1 == run("verify", "digest.json")[0]
    assert 0 == run("verify", "digest.json", "--base", "old")[0]
    assert 0 == run("explain", "digest.json", "--base", "old")[0]


def test_a_source_under_another_name_is_known_by_its_text(tmp_path, monkeypatch):
    """Renamed files only have to be named."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path)
    assert 0 == run("digest", *TEXTS, "-f", "json", "-o", "digest.json")[0]
    moved = [Path(name).rename(f"moved-{name}") for name in TEXTS]
    assert 1 == run("verify", "digest.json")[0]
    assert 0 == run("verify", "digest.json", *moved)[0]


def test_the_same_text_elsewhere_does_not_stand_for_a_source_that_cannot_be_read(tmp_path):
    """A copy was read as well; the file that is quoted is gone all the same, and that is said."""
    write(tmp_path)
    copy = tmp_path / "zcopy.txt"
    copy.write_text(TEXTS["courier.txt"], encoding="utf-8")
    kept = tmp_path / "digest.json"
    names = sorted(tmp_path.glob("*.txt"))
    assert 0 == run("digest", *names, "-f", "json", "-o", kept)[0]
    gone = tmp_path / "courier.txt"
    gone.unlink()
    assert (1, "", f"summarize: {gone}: no such file\n") == run("verify", kept)


def test_records_that_cite_addresses_are_found_where_they_were_read(tmp_path):
    """Documents of a JSON Lines file are cited by their addresses; the digest remembers the file."""
    records = tmp_path / "articles.jsonl"
    records.write_text(
        "".join(
            json.dumps({"text": text, "url": f"https://{name}.example/"}) + "\n"
            for name, text in TEXTS.items()
        )
    )
    kept = tmp_path / "digest.json"
    assert 0 == run("digest", records, "-f", "json", "-o", kept)[0]
    assert 0 == run("verify", kept)[0]
    records.rename(tmp_path / "moved.jsonl")
    assert 1 == run("verify", kept)[0]
    assert 0 == run("verify", kept, tmp_path / "moved.jsonl")[0]


def test_a_record_without_an_address_is_found_by_its_number(tmp_path):
    """What is cited as `articles.jsonl#2` is read again from that file."""
    records = tmp_path / "articles.jsonl"
    records.write_text("".join(json.dumps({"text": text}) + "\n" for text in TEXTS.values()))
    kept = tmp_path / "digest.json"
    assert 0 == run("digest", records, "-f", "json", "-o", kept)[0]
    assert 0 == run("verify", kept)[0]


@pytest.mark.parametrize("command", ["verify", "explain"])
@pytest.mark.parametrize(
    "content", ["", "{}", "[1, 2]", "not json", '{"schema": "summarize.digest/2"}', "\x00"]
)
def test_what_is_no_digest_is_one_line(tmp_path, command, content):
    """Any other file is refused with its name, and exit status 1."""
    kept = tmp_path / "digest.json"
    kept.write_text(content)
    status, printed, said = run(command, kept)
    assert (1, "", 1) == (status, printed, said.count("\n"))
    assert said.startswith(f"summarize: {kept}: not a summarize.digest/1 document: ")


@pytest.mark.parametrize("command", ["verify", "explain"])
def test_a_digest_that_is_not_there_is_one_line(tmp_path, command):
    """A missing digest is named."""
    kept = tmp_path / "digest.json"
    assert (1, "", f"summarize: {kept}: No such file or directory\n") == run(command, kept)


def test_explain_has_a_block_for_each_line_and_each_source(tmp_path):
    """Every line with its parts, what lost, and what could not be quoted."""
    kept, paths = keep(tmp_path, "-n", 2)
    status, printed, said = run("explain", kept)
    digest = json.loads(kept.read_text())
    assert (0, "") == (status, said)
    for line in digest["lines"]:
        assert f"{line['number']}. {line['text'][:40]}" in printed
        assert f"salience {line['salience']:.4f}: " in printed
    assert (
        f"\nThe next {sum(source['sentences'] for source in digest['sources']) - 2}, by salience\n" in printed
    )
    assert [True] * len(paths) == [f"{path}: not to be quoted: nothing" in printed for path in paths]


def test_explain_shows_what_may_not_be_quoted_and_why(tmp_path):
    """A barred span stands with its place and the rule."""
    paths = write(tmp_path)
    text = "ADVERTISEMENT\n\n" + TEXTS["courier.txt"]
    (tmp_path / "courier.txt").write_text(text)
    kept = tmp_path / "digest.json"
    assert 0 == run("digest", *paths, "-f", "json", "-o", kept)[0]
    printed = run("explain", kept)[1]
    assert f"{paths[0]}: not to be quoted: 1" in printed
    [line] = [line for line in printed.splitlines() if "“ADVERTISEMENT”" in line]
    assert line.split()[0] == f"0-{len('ADVERTISEMENT')}"


def test_explain_reads_once_what_has_two_names(tmp_path):
    """A copy that was passed over is passed over again: it is the same digest, and no fault."""
    paths = write(tmp_path)
    copy = tmp_path / "zcopy.txt"
    copy.write_text(TEXTS["courier.txt"], encoding="utf-8")
    kept = tmp_path / "digest.json"
    assert 0 == run("digest", *paths, copy, "-f", "json", "-o", kept, "-n", 6)[0]
    status, printed, said = run("explain", kept)
    passed_over = f"summarize: {copy}: is the same text as {paths[0]}, which is read\n"
    assert (0, passed_over) == (status, said)
    assert str(copy) not in printed


def test_explain_says_when_it_explains_another_digest(tmp_path):
    """Sources that changed may make other lines; then the exit status is 3."""
    kept, _ = keep(tmp_path, "-n", 1)
    for path in (tmp_path / name for name in TEXTS):
        path.write_text(
            f"Nobody at {path.stem} has seen the grey heron of Sarn since the lake was drained.\n"
        )
    status, printed, said = run("explain", kept)
    assert 3 == status
    assert (
        said
        == f"summarize: {kept}: made anew from its sources it is another digest, which is the one explained\n"
    )
    assert "grey heron" in printed


@pytest.mark.parametrize(
    "options",
    [
        None,
        [],
        {"budget": 5},
        {"budget": {"amount": "5"}},
        {"budget": {"amount": 5}, "query": 5},
        {"budget": {"amount": 5}, "min_words": "8"},
        {"budget": {"amount": 5}, "colour": "red"},
    ],
)
def test_explain_refuses_options_that_are_none(tmp_path, options):
    """A manifest that was tampered with is one line, too."""
    kept, _ = keep(tmp_path)
    digest = json.loads(kept.read_text())
    digest["manifest"]["options"] = options
    kept.write_text(json.dumps(digest))
    status, printed, said = run("explain", kept)
    assert (1, "", 1) == (status, printed, said.count("\n"))
    assert said.startswith(f"summarize: {kept}: manifest: ")


@pytest.mark.parametrize("remembered", [True, False])
def test_verify_finds_what_is_inside_archives_and_mailboxes(tmp_path, monkeypatch, remembered):
    """`saved.zip!/…` and `letters.mbox#1` are read again, by the names given or by the sources' uris."""
    monkeypatch.chdir(tmp_path)
    names = [Path(path).name for path in write(tmp_path)]
    with zipfile.ZipFile("saved.zip", "w") as archive:
        for name in names[1:]:
            archive.write(name, f"news/{name}")
    letter = f"From a@b.example Tue May  3 10:15:00 2031\nSubject: The bridge\n\n{Path(names[0]).read_text()}"
    Path("letters.mbox").write_text(letter)
    assert 0 == run("digest", "saved.zip", "letters.mbox", "-f", "json", "-o", "digest.json")[0]
    kept = json.loads(Path("digest.json").read_text())
    assert {"letters.mbox#1", *(f"saved.zip!/news/{name}" for name in names[1:])} == {
        source["uri"] for source in kept["sources"]
    }
    if not remembered:
        del kept["manifest"]["inputs"]
        Path("digest.json").write_text(json.dumps(kept))
    status, printed, said = run("verify", "digest.json")
    assert (0, True, "") == (status, printed.endswith("all verbatim\n"), said)
