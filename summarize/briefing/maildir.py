"""Briefings in a maildir, for whoever reads mail on the machine that makes them.

The name of a mail is made of its Message-ID, so that one delivered twice is there once.
"""

from __future__ import annotations

import mailbox
from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.headerregistry import Address
from pathlib import Path

from summarize.briefing import storing
from summarize.briefing.memory import Parcel
from summarize.errors import DeliveryError
from summarize.model import sha256
from summarize.paper import Briefing
from summarize.render import mail

PARTS = ("tmp", "new", "cur")
KEPT = "kept for the next run"


@dataclass(frozen=True)
class Maildir:
    """A maildir, made if there is nothing of that name. sender, to: as the headers name them.

    templates: as in `render.mail`.
    """

    path: Path
    sender: Address
    to: tuple[Address, ...]
    templates: Path | None = None
    name: str = "maildir"

    def content(self, paper: Briefing, *, message_id: str) -> bytes:
        """The message with the line ends that files have."""
        message = mail.render(
            paper, sender=self.sender, to=self.to, message_id=message_id, templates=self.templates
        )
        return message.replace(b"\r\n", b"\n")

    def send(self, parcel: Parcel, *, now: datetime) -> None:
        """Put it among the new mail. Raises `DeliveryError`."""
        try:
            self._made()
            name = _name(parcel)
            if name not in mailbox.Maildir(self.path, create=False):  # read already, or sent twice
                self._put(name, parcel.content)
        except OSError as error:
            raise DeliveryError(str(self.path), f"{storing.reason(error)}; {KEPT}") from error

    def _made(self) -> None:
        """Have the three folders; nothing is put into a folder that holds something else."""
        strangers = {each.name for each in self.path.iterdir()} - {*PARTS} if self.path.exists() else set()
        if strangers and not all((self.path / part).is_dir() for part in PARTS):
            raise DeliveryError(str(self.path), f"is no maildir: name another folder; {KEPT}")
        for part in PARTS:
            (self.path / part).mkdir(mode=0o700, parents=True, exist_ok=True)

    def _put(self, name: str, content: bytes) -> None:
        written = self.path / "tmp" / name
        storing.store(written, content)
        written.chmod(0o600)  # as every mail program does
        written.rename(self.path / "new" / name)
        storing.flush_folder(self.path / "new")


def _name(parcel: Parcel) -> str:
    """Time, something unique, host, as mail programs expect; the same for the same mail.

    >>> from datetime import date
    >>> _name(Parcel(1, date(2026, 11, 23), "<1@host.example>", "maildir", b""))
    '1795392000.fb0033fd69b86153.summarize'
    """
    midnight = datetime.combine(parcel.day, time(), UTC)
    return f"{int(midnight.timestamp())}.{sha256(parcel.message_id)[:16]}.summarize"
