"""The digest on a real terminal: its width, its colours, its links."""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios

import pytest

from tests.cli.articles import ROOT, TEXTS

SEQUENCE = re.compile(r"\x1b(\[[0-9;]*m|\]8;;[^\x1b]*\x1b\\)")


def printed(*arguments, command="digest", talk=False, columns=80, **environment):
    """What a command writes to a terminal of so many columns; talk: what it says on standard error, too."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    known = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color"}
    process = subprocess.Popen(
        [sys.executable, "-m", "summarize", command, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs if talk else subprocess.DEVNULL,
        env=known | environment,
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # how Linux says that nobody holds the other end
        pass
    os.close(ours)
    assert 0 == process.wait()
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize(("columns", "widest"), [(40, 40), (80, 80), (200, 88)])
def test_text_is_as_wide_as_the_terminal_up_to_what_can_be_read(columns, widest):
    """Only an address may be longer, for it stands whole."""
    lines = SEQUENCE.sub("", printed("samples/dam", columns=columns)).splitlines()
    assert (
        widest
        >= max(len(line) for line in lines if "://" not in line and "samples/" not in line)
        > widest - 12
    )


@pytest.mark.parametrize("columns", [40, 80])
def test_the_bar_of_an_evaluation_stays_within_the_terminal(tmp_path, columns):
    """Each time it is drawn anew in one line, with how many of the clusters are done."""
    documents = [{"text": text} for text in TEXTS.values()]
    cluster = {"documents": documents, "references": ["The old bridge at Sarn was closed."], "language": "en"}
    path = tmp_path / "clusters.jsonl"
    path.write_text(f"{json.dumps(cluster)}\n" * 12)
    shown = printed(path, command="evaluate", talk=True, columns=columns)
    drawn = re.split("[\r\n]", re.sub(r"\x1b\[[?0-9;]*[a-zA-Z]", "", shown))
    assert [True, True] == [any(f"{done}/12" in line for line in drawn) for done in (1, 12)]
    assert columns >= max(map(len, drawn))


def test_who_wants_no_colour_gets_none():
    """A terminal gets bold and dim; with NO_COLOR, or where it is dumb, not one sequence."""
    assert "\x1b[1m" in printed("samples/dam")
    for wish in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in printed("samples/dam", **wish)


def test_a_terminal_that_knows_links_gets_them_to_the_web_alone(tmp_path):
    """A javascript: address stays text, as does a file; http(s) can be clicked; others get no link at all."""
    records = tmp_path / "articles.jsonl"
    article = '{"title": "The dam", "text": "The dam at Nuria held through the night, the water board said.", "url": "%s"}\n'
    records.write_text(article % "https://herald.example/dam" + article % "javascript:alert(1)")
    shown = printed(str(records), TERM_PROGRAM="WezTerm")
    targets = set(re.findall(r"\x1b\]8;;([^\x1b]+)\x1b", shown))
    assert {"https"} == {target.partition(":")[0] for target in targets}
    assert "\x1b]8" not in printed(str(records))
