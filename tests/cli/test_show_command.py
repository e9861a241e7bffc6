"""`summarize show`: what a digest's own command would have printed, from its JSON."""

from pathlib import Path

import pytest

from tests.cli.articles import run, write


@pytest.mark.parametrize(
    "asked",
    [
        [], ["-f", "markdown"], ["-f", "html"], ["-f", "json"],
        ["--cite-format", "bibtex"], ["--cite-format", "ris"], ["--cite-format", "csl-json"], ["--cite-format", "annotations"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_kept_digest_is_printed_as_it_would_have_been(tmp_path, asked):
    """Every form is the same to the byte, and nothing else is read."""
    paths, kept = write(tmp_path), tmp_path / "story.json"
    status, expected, _ = run("digest", *paths, "-n", 2, *asked)
    assert (0, 0) == (status, run("digest", *paths, "-n", 2, "-f", "json", "-o", kept)[0])
    for path in paths:
        Path(path).unlink()
    assert (0, expected, "") == run("show", kept, *asked)


def test_what_is_no_digest_is_said(tmp_path):
    """One line, exit status 1; and two options that each say what to print are a usage error."""
    (tmp_path / "story.json").write_text("{}")
    status, printed, said = run("show", tmp_path / "story.json")
    assert (1, "", 1) == (status, printed, said.count("\n"))
    assert 2 == run("show", tmp_path / "story.json", "-f", "json", "--cite-format", "ris")[0]
