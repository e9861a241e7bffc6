"""Where briefings go: what the configuration says, each place on its own."""

import email
import io
import os
from pathlib import Path

import pytest

from summarize.briefing import deliver
from summarize.briefing.config import Config
from summarize.errors import ConfigError, DeliveryError
from tests.briefing.papers import DAWN, paper_of, parcel


def config(**tables):
    return Config.model_validate({"source": [{"url": "https://herald.example/feed"}], **tables})


class Terminal(io.BytesIO):
    """Standard output with somebody looking on."""

    def isatty(self):
        """It is one."""
        return True


def stdout(stream):
    [found] = deliver.targets(config(), folder=None, stdout=stream)
    return found


def test_paths_count_from_the_configuration(tmp_path):
    """Absolute ones and those of the user's home are as they are."""
    wanted = config(output={"file": "out/{date}.html", "latest": "/srv/latest.html", "stdout": False})
    [file] = deliver.targets(wanted, folder=tmp_path)
    assert ("file", tmp_path / "out" / "{date}.html") == (file.name, file.path)
    assert "/srv/latest.html" == str(file.latest)


def test_standard_output_gets_the_bytes():
    """As they were kept; colours and links only if it is a terminal."""
    coloured = b"\x1b[1mDam holds\x1b[0m \x1b]8;;https://herald.example/\x1b\\[1]\x1b]8;;\x1b\\\n"
    piped, terminal = io.BytesIO(), Terminal()
    stdout(piped).send(parcel(coloured), now=DAWN)
    stdout(terminal).send(parcel(coloured), now=DAWN)
    assert (b"Dam holds [1]\n", coloured) == (piped.getvalue(), terminal.getvalue())


def test_full_and_closed_output_is_said():
    """The briefing is kept."""
    with Path("/dev/full").open("wb") as full, pytest.raises(DeliveryError, match="no space left"):
        stdout(full).send(parcel(), now=DAWN)
    with pytest.raises(DeliveryError, match="standard output: is closed; kept"):
        stdout(None).send(parcel(), now=DAWN)


def test_a_reader_that_has_had_enough_has_got_it():
    """No error, now or when Python flushes at its end."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as stream:
        stdout(stream).send(parcel(b"x" * 100_000), now=DAWN)


def test_the_message_id_is_made_of_the_record():
    """The same paper is the same message, at the sender's host."""
    email = {"to": ["me@example.org"], "from": "Briefing <briefing@example.org>", "smtp": "smtp://localhost"}
    first, second = (deliver.message_id(config(email=email), record) for record in ("{}", "{1}"))
    assert first == deliver.message_id(config(email=email), "{}") != second
    assert first.endswith("@example.org>")
    assert deliver.message_id(config(), "{}").endswith("@summarize.invalid>")


def test_a_misspelt_day_is_refused():
    """Else each day would overwrite the one before."""
    with pytest.raises(ValueError, match=r"\{day\} is nothing that is filled in: write \{date\}"):
        config(output={"file": "out/{day}.html"})


def test_pages_and_mails_have_the_looks_of_ones_own(tmp_path):
    """Templates and style sheets in the folder of output.templates stand in for ours, in every place of delivery."""
    own = tmp_path / "looks"
    own.mkdir()
    (own / "page.css").write_text("body { color: teal }")
    (own / "mail.css").write_text("p { color: teal }")
    (own / "mail.html").write_text(
        "<!doctype html><p>{% for entry in paper.entries %}{{ entry.digest.title }};{% endfor %}</p>"
    )
    wanted = config(
        output={"file": "{date}.html", "stdout": False, "templates": "looks"},
        maildir={"path": "Mail"},
        atom={"file": "feed.xml"},
    )
    file, maildir, atom = deliver.targets(wanted, folder=tmp_path)
    paper = paper_of(("Dam <b>holds</b>", "The dam held."))
    assert b"body { color: teal }" in file.content(paper, message_id="")
    mailed = email.message_from_bytes(maildir.content(paper, message_id="<1@herald.example>"))
    html = mailed.get_payload()[1].get_payload(decode=True).decode()
    assert '<p style="color: teal;">Dam &lt;b&gt;holds&lt;/b&gt;;</p>' in html
    assert b"color: teal" in atom.content(paper, message_id="<1@herald.example>")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("briefing.html", "{% for %}", "briefing.html, line 1"),
        ("mail.html", "{{ paper.colour }}", "no attribute 'colour'"),
        ("mail.html", "{{ wording.dataclass }}", "no attribute 'dataclass'"),
        ("page.css", "</style>", "a style sheet may not hold"),
    ],
)
def test_a_mistake_in_a_template_is_known_before_anything_is_read(tmp_path, name, content, said):
    """Folder or file, and what is wrong: when the places of delivery are made, not when a briefing is."""
    (tmp_path / name).write_text(content)
    with pytest.raises(ConfigError, match=said):
        deliver.targets(config(output={"templates": "."}), folder=tmp_path)


def test_a_folder_of_templates_that_is_not_there_is_said(tmp_path):
    """Rather than sent without them."""
    with pytest.raises(ConfigError, match=r"looks: no such folder: output\.templates names it"):
        deliver.targets(config(output={"templates": "looks"}), folder=tmp_path)
