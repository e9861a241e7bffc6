"""Addresses of mail, taken apart once: who is written to, and the server that takes it.

Strict, since what stands in a header or on the wire must be nothing but an address.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import Address
from email.policy import SMTP
from typing import Literal
from urllib.parse import unquote, urlsplit

Security = Literal["none", "starttls", "tls"]
SCHEMES: dict[str, tuple[Security, int]] = {
    "smtp": ("none", 25),
    "smtp+starttls": ("starttls", 587),
    "smtps": ("tls", 465),
}


def mailbox(written: str) -> Address:
    """A mail address, with or without a name before it. Raises ValueError.

    >>> str(mailbox("Morgenblatt <ich@mühle.example>"))
    'Morgenblatt <ich@xn--mhle-0ra.example>'
    """
    refusal = ValueError(f"not a mail address: {written!r}: write me@example.org or Name <me@example.org>")
    if not written.isprintable():
        raise refusal
    try:
        header = SMTP.header_factory("To", written)
        [address] = header.addresses
    except (ValueError, IndexError, MessageError) as error:
        raise refusal from error
    if header.defects or not address.username or not address.domain:
        raise refusal
    if not address.username.isascii():
        raise ValueError(
            f"not every server takes the letters before the @: {written!r}: write an ASCII address"
        )
    return Address(address.display_name, address.username, _ascii(address.domain, refusal))


@dataclass(frozen=True, slots=True)
class Server:
    """Where mail is handed over. user, password: None for a server that asks for none."""

    host: str
    port: int
    security: Security
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)

    @classmethod
    def parse(cls, written: str) -> Server:
        """From smtp://host:25, smtp+starttls://user@host:587 or smtps://user@host:465. Raises ValueError.

        >>> Server.parse("smtps://me%40example.org@mail.example.org").user
        'me@example.org'
        """
        advice = "write smtps://user@host:465, smtp+starttls://user@host:587 or smtp://host:25"
        try:
            parts = urlsplit(written)
            port, host = parts.port, parts.hostname
        except ValueError as error:
            raise ValueError(f"not a mail server: {advice}") from error
        if parts.scheme not in SCHEMES or not host or parts.path.strip("/") or parts.query or parts.fragment:
            raise ValueError(f"not a mail server: {advice}")
        security, standard = SCHEMES[parts.scheme]
        user, password = (unquote(part) if part else None for part in (parts.username, parts.password))
        if any(not part.isprintable() for part in (written, user or "", password or "")):
            raise ValueError(f"not a mail server: {advice}")
        host = _ascii(host, ValueError(f"not a mail server: {advice}"))
        return cls(host, port or standard, security, user, password)

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def _ascii(domain: str, refusal: ValueError) -> str:
    if domain.isascii():
        return domain
    import idna

    try:
        return idna.encode(domain, uts46=True).decode("ascii")
    except UnicodeError as error:
        raise refusal from error
