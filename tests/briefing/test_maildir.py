"""Briefings in a maildir: there once, whole, and nowhere else."""

import mailbox

import pytest

from summarize.briefing import addresses
from summarize.briefing.maildir import Maildir
from summarize.errors import DeliveryError
from tests.briefing.papers import DAWN, paper_of, parcel

ME = addresses.mailbox("me@example.org")


def sent(path, *, message_id="<1@host.example>", times=1):
    target = Maildir(path, ME, (ME,))
    content = target.content(paper_of(), message_id=message_id)
    for _ in range(times):
        target.send(parcel(content, target="maildir", message_id=message_id), now=DAWN)
    return content


def test_a_briefing_is_new_mail(tmp_path):
    """The folder is made; the line ends are those of files."""
    content = sent(tmp_path / "mail" / "briefings")
    box = mailbox.Maildir(tmp_path / "mail" / "briefings", create=False)
    [message] = box
    assert ("<1@host.example>", "new") == (message["Message-ID"], message.get_subdir())
    assert [content] == [box.get_bytes(key) for key in box.iterkeys()]
    assert b"\r" not in content
    [file] = (tmp_path / "mail" / "briefings" / "new").iterdir()
    assert 0o600 == file.stat().st_mode & 0o777


def test_a_briefing_sent_again_is_there_once(tmp_path):
    """Also when it was read between: a mail program has moved and renamed it."""
    sent(tmp_path / "box", times=2)
    box = mailbox.Maildir(tmp_path / "box", create=False)
    [(key, message)] = box.items()
    message.set_subdir("cur")
    message.add_flag("S")
    box[key] = message
    sent(tmp_path / "box")
    sent(tmp_path / "box", message_id="<2@host.example>")
    assert 2 == len(mailbox.Maildir(tmp_path / "box", create=False))
    assert [] == list((tmp_path / "box" / "tmp").iterdir())


def test_what_a_killed_run_has_begun_is_gone_on_with(tmp_path):
    """Half a maildir, and half a mail."""
    (tmp_path / "box" / "tmp").mkdir(parents=True)
    sent(tmp_path / "box")
    assert 1 == len(mailbox.Maildir(tmp_path / "box", create=False))


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    """Nor a file of that name."""
    (tmp_path / "letters.txt").write_text("mine")
    with pytest.raises(DeliveryError, match="is no maildir: name another folder; kept"):
        sent(tmp_path)
    with pytest.raises(DeliveryError, match=r"letters\.txt: not a directory; kept"):
        sent(tmp_path / "letters.txt")
    assert ["letters.txt"] == [path.name for path in tmp_path.iterdir()]
