"""`summarize digest --picture`."""

import sys

import pytest

import summarize
from tests.cli.articles import run, write

USAGE = "See 'summarize digest --help'."


@pytest.mark.parametrize("ending", ["svg", "png", "graphml", "gexf"])
def test_the_picture_comes_beside_the_digest(tmp_path, ending):
    """The digest is printed as ever; the file is what the library draws."""
    paths = write(tmp_path)
    shell, python = tmp_path / f"shell.{ending}", tmp_path / f"python.{ending}"
    digest = summarize.plot(paths, python, sentences=2)
    assert (0, digest.to_text(), "") == run("digest", *paths, "-n", 2, "--picture", shell)
    assert python.read_bytes() == shell.read_bytes()


def test_an_ending_that_is_no_picture_is_refused(tmp_path):
    """Before anything is read, with what there is to choose from."""
    reason = "Invalid value for '--picture': 'dam.jpg' does not end in .svg or .png or .graphml or .gexf."
    assert (2, "", f"summarize: {reason} {USAGE}\n") == run("digest", "missing", "--picture", "dam.jpg")


@pytest.mark.parametrize("name", ["dam.svg", "other/../dam.svg", "link.svg"])
def test_the_picture_is_never_written_over_the_digest(tmp_path, name):
    """One file for both, by whatever name, is refused before anything is read."""
    (tmp_path / "other").mkdir()
    (tmp_path / "link.svg").symlink_to(tmp_path / "dam.svg")
    reason = "--output and --picture are one file: give them two names."
    asked = ("digest", "missing", "-o", tmp_path / "dam.svg", "--picture", tmp_path / name)
    assert (2, "", f"summarize: {reason} {USAGE}\n") == run(*asked)


def test_without_matplotlib_nothing_is_read(monkeypatch):
    """What is missing is said before the work, in one line."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    reason = "matplotlib: not installed; pip install 'summarize-digest[plot]'"
    assert (1, "", f"summarize: {reason}\n") == run("digest", "missing", "--picture", "dam.svg")
