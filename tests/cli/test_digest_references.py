"""`summarize digest --cite-format`."""

import pytest

import summarize
from tests.cli.articles import run, write


@pytest.mark.parametrize("format", ["csl-json", "bibtex", "ris", "annotations"])
def test_the_cited_sources_are_printed_instead(tmp_path, format):
    """What the library returns, to standard output or a file."""
    paths, target = write(tmp_path), tmp_path / "sources"
    expected = summarize.summarize(paths, sentences=2).to_references(format)
    status, printed, said = run("digest", *paths, "-n", 2, "--cite-format", format)
    assert (0, expected.replace("\r\n", "\n"), "") == (status, printed.replace("\r\n", "\n"), said)
    assert 0 == run("digest", *paths, "-n", 2, "--cite-format", format, "-o", target)[0]
    assert expected.encode() == target.read_bytes()


def test_only_one_thing_is_printed():
    """Two options that each say what to print are a usage error."""
    status, printed, said = run("digest", "missing", "-f", "json", "--cite-format", "ris")
    assert (2, "") == (status, printed)
    assert said.startswith("summarize: One of --format and --cite-format, for each says what to print.")
