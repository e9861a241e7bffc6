"""`--quiet` is for cron: it silences talk, and never the one place that a briefing goes to."""

import pytest

from tests.briefing.commands import brief

FEED = """<rss version="2.0"><channel><title>Post</title><item><title>Bridge shut</title><guid>1</guid>
<description>The bridge over the Orl is shut until June, the county said.</description></item></channel></rss>
"""
TOLD = "The bridge over the Orl is shut until June, the county said. [1]"


@pytest.fixture
def written(tmp_path):
    """Writes a configuration with one source, which has one thing to tell, and a line of [output]."""

    def write(output=""):
        (tmp_path / "post.xml").write_text(FEED)
        path = tmp_path / "briefing.toml"
        path.write_text(f'[output]\n{output}\n[[source]]\nname = "Post"\npath = "post.xml"\n')
        return path

    return write


def test_what_goes_nowhere_else_is_printed(written, tmp_path):
    """Once: cron mails what is printed, and what nobody has seen is not told."""
    runs = [brief("--quiet", written(), "--state", tmp_path / "state") for _ in range(2)]
    assert [True, False] == [TOLD in ran.out for ran in runs]
    assert ["", ""] == [ran.talk for ran in runs]
    assert "" == runs[1].out
    assert TOLD in brief("--quiet", "--again", written(), "--state", tmp_path / "state").out


def test_what_goes_elsewhere_is_not_printed_as_well(written, tmp_path):
    """cron would mail what lies in the file already."""
    ran = brief("--quiet", written('file = "page.txt"'), "--state", tmp_path / "state")
    assert (0, "", "") == (ran.status, ran.out, ran.talk)
    assert TOLD in (tmp_path / "page.txt").read_text()


@pytest.mark.parametrize("words", [["--dry-run"], ["--since", "3d"], ["--dry-run", "--quiet"]])
def test_what_was_asked_to_be_printed_is_printed(words, written, tmp_path):
    """A look at what would be told is for standard output, wherever the briefing itself goes."""
    config = written('file = "page.txt"\nstdout = false')
    assert TOLD in brief(*words, config, "--state", tmp_path / "state").out
    assert not (tmp_path / "page.txt").exists()


def test_a_briefing_that_would_go_nowhere_is_a_mistake(written, tmp_path):
    """It would be taken for told."""
    ran = brief(written("stdout = false"), "--state", tmp_path / "state")
    assert 2 == ran.status
    assert "briefing.toml:2: output.stdout: " in ran.talk
    assert "would go nowhere" in ran.talk
