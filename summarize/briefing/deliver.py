"""Delivery: from a finished paper to the places where it is wanted, each on its own.

A target makes its bytes once (`content`); the state keeps them, so that what is sent again after a failure
is the same to the byte. `send` brings a parcel to its place or raises `DeliveryError`, one line that says
what became of it; what failed at one target is nothing to another.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.headerregistry import Address
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from summarize.briefing.addresses import Server, mailbox
from summarize.briefing.atom import Atom
from summarize.briefing.config import Config, Email
from summarize.briefing.config import Webhook as WebhookTable
from summarize.briefing.file import File
from summarize.briefing.mail import Mail, Post
from summarize.briefing.maildir import Maildir
from summarize.briefing.memory import Parcel
from summarize.briefing.stdout import Stdout
from summarize.briefing.webhook import Webhook
from summarize.errors import ConfigError
from summarize.model import sha256
from summarize.paper import Briefing
from summarize.read.web import Client

# What a file's name says it holds; any other name leaves it to output.format.
FORMATS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}


class Target(Protocol):
    """A place where briefings are wanted. name: what the state knows it by, the same in every run."""

    @property
    def name(self) -> str: ...

    def content(self, paper: Briefing, *, message_id: str) -> bytes:
        """The bytes of a paper for this place: the same paper, the same bytes."""
        ...

    def send(self, parcel: Parcel, *, now: datetime) -> None:
        """Bring those bytes there. Raises `DeliveryError`; sent again, they arrive once."""
        ...


def targets(
    config: Config,
    *,
    folder: Path,
    stdout: BinaryIO | None = None,
    client: Client | None = None,
    page: dict[str, Any] | None = None,
    clear: Callable[[], None] = lambda: None,
    step: Callable[[str], None] = lambda _: None,
) -> tuple[Target, ...]:
    """Where a configuration wants its briefings, files first: they need nobody's help.

    folder: what relative paths count from, that of the configuration. stdout: None where it is closed.
    client: for the webhook. page: how text is set on standard output, width and colour. clear: called before
    anything is printed there.
    step: see `storing.store`.
    """
    found: list[Target] = []
    output = config.output
    looks = templates(config, folder)
    if output.file:
        path = _place(folder, output.file)
        format = FORMATS.get(path.suffix.lower(), output.format)
        latest = _place(folder, output.latest) if output.latest else None
        written = partial(rendered, format=format, templates=looks)
        found.append(File(path, latest, written, step, links=format == "html"))
    if output.record:
        as_json = partial(rendered, format="json")
        found.append(File(_place(folder, output.record), None, as_json, step, name="json"))
    if output.stdout:
        options = (page or {}) if output.format == "text" else {}
        printed = partial(rendered, format=output.format, templates=looks, **options)
        found.append(Stdout(stdout, printed, clear))
    if config.email:
        found += _mails(config.email, looks)
    if config.maildir:
        found.append(_maildir(config, _place(folder, config.maildir.path), looks))
    if config.atom:
        place = _place(folder, config.atom.file)
        found.append(Atom(place, config.briefing.title, config.atom.link, config.atom.keep, looks))
    if config.webhook:
        found.append(_webhook(config.webhook, client or Client()))
    return tuple(found)


def templates(config: Config, folder: Path) -> Path | None:
    """The folder of one's own templates, tried on a briefing without stories; None where there is none.

    Raises ConfigError for a mistake that shows then, so that it is known before anything is read.
    """
    if config.output.templates is None:
        return None
    path = _place(folder, config.output.templates)
    if not path.is_dir():
        raise ConfigError(str(path), "", "no such folder: output.templates names it")
    from summarize.render import briefing_html, mail_html  # a template engine, for those who want it

    moment = datetime(2026, 1, 1, tzinfo=UTC)
    nothing = Briefing("Trial", moment.date(), None, moment, ())
    briefing_html.render(nothing, templates=path)
    mail_html.render(nothing, templates=path)
    return path


def _mails(email: Email, looks: Path | None) -> list[Target]:
    recipients = [mailbox(each) for each in email.to]
    post = Post(Server.parse(email.smtp), email.password_command)
    return [Mail(each, mailbox(email.sender), recipients, post, looks) for each in recipients]


def _maildir(config: Config, path: Path, looks: Path | None) -> Target:
    """With the addresses of the mail, if there are any."""
    if config.email:
        to = tuple(mailbox(each) for each in config.email.to)
        return Maildir(path, mailbox(config.email.sender), to, looks)
    here = Address("summarize", "briefing", "localhost")
    return Maildir(path, here, (here,), looks)


def _webhook(config: WebhookTable, client: Client) -> Target:
    as_json = partial(rendered, format="json")
    return Webhook(config.url, client, as_json, config.allow_private, config.authorization_command)


def rendered(paper: Briefing, *, format: str, templates: Path | None = None, **page: Any) -> bytes:
    """A paper as text, markdown, html or json, in UTF-8. templates: for html."""
    if format == "html":
        page["templates"] = templates
    written: str = import_module(f"summarize.render.briefing_{format}").render(paper, **page)
    return written.encode()


def message_id(config: Config, record: str) -> str:
    """What a briefing is known by, in its mails and everywhere else: made of its record, so that it stays."""
    host = mailbox(config.email.sender).domain if config.email else "summarize.invalid"
    return f"<{sha256(record)[:32]}@{host}>"


def _place(folder: Path, named: str) -> Path:
    return folder / Path(named).expanduser()
