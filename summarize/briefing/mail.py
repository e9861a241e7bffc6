"""Briefings by mail, each recipient a target of its own: one bad address costs nobody else the mail."""

from __future__ import annotations

import os
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from pathlib import Path

from summarize.briefing import passwords, smtp
from summarize.briefing.addresses import Server
from summarize.briefing.memory import Parcel
from summarize.briefing.smtp import MailError
from summarize.errors import DeliveryError
from summarize.paper import Briefing
from summarize.read.connections import Resolver, resolve
from summarize.render import mail

KEPT = "kept for the next run"


@dataclass
class Post:
    """The way to a mail server, for all recipients. Once it is found blocked, nobody waits for it again.

    environment: where a password may be. tls: whom to trust, the system's authorities where None.
    """

    server: Server
    password_command: Sequence[str] | None = None
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    tls: ssl.SSLContext | None = None
    deadline_seconds: float = smtp.DEADLINE_SECONDS
    resolver: Resolver = resolve
    _blocked: str | None = field(default=None, init=False)
    _password: str | None = field(default=None, init=False, repr=False)

    def take(self, message: bytes, *, sender: str, recipient: str) -> None:
        """Hand a message over. Raises `MailError`."""
        if self._blocked:
            raise MailError(self._blocked)
        try:
            smtp.send(
                self.server,
                message,
                sender=sender,
                recipient=recipient,
                password=self._secret(),
                tls=self.tls,
                deadline_seconds=self.deadline_seconds,
                resolver=self.resolver,
            )
        except MailError as error:
            if error.code is None:
                self._blocked = error.reason
            raise

    def _secret(self) -> str | None:
        """The password, asked for once and when there is mail to send."""
        if self.server.user and self._password is None:
            try:
                found = self.server.password or passwords.smtp(self.password_command, self.environment)
            except passwords.PasswordError as error:
                raise MailError(str(error)) from error
            if found is None:
                raise MailError(
                    "wants a password: set email.password_command, the credential"
                    f" {passwords.CREDENTIAL} or ${passwords.VARIABLE}"
                )
            self._password = found
        return self._password


@dataclass(frozen=True)
class Mail:
    """One recipient's mail. all_recipients: as its header names them. templates: as in `render.mail`."""

    recipient: Address
    sender: Address
    all_recipients: Sequence[Address]
    post: Post
    templates: Path | None = None

    @property
    def name(self) -> str:
        return f"email to {self.recipient.addr_spec}"

    def content(self, paper: Briefing, *, message_id: str) -> bytes:
        """The message as it goes over the wire."""
        return mail.render(
            paper, sender=self.sender, to=self.all_recipients, message_id=message_id, templates=self.templates
        )

    def send(self, parcel: Parcel, *, now: datetime) -> None:
        """Hand it to the server; what is too large for that goes as plain text. Raises `DeliveryError`."""
        try:
            try:
                self._take(parcel.content)
            except MailError as error:
                if error.code != smtp.TOO_LARGE:
                    raise
                self._take(mail.plain(parcel.content))
        except MailError as error:
            reason = f"{self.post.server} {error.reason}; {KEPT}"
            raise DeliveryError(self.name, reason, final=error.final) from error

    def _take(self, message: bytes) -> None:
        self.post.take(message, sender=self.sender.addr_spec, recipient=self.recipient.addr_spec)
