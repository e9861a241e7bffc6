"""Files that hold a password, and whether others can read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from summarize.briefing.config import Config

OTHERS = 0o077  # whoever is not the owner
PASSWORD, ADDRESS = "a password", "an address that works like a password"


def commands(config: Config) -> list[list[str]]:
    """The commands that are run for a password."""
    email, webhook = config.email, config.webhook
    found = [email and email.password_command, webhook and webhook.authorization_command]
    return [command for command in found if command]


def files(path: Path, config: Config) -> Iterator[tuple[Path, str]]:
    """The configuration if it holds a secret, the files that commands for a password get; what each holds.

    path: of the configuration.
    """
    addresses = [source.url for source in config.source if source.url]
    addresses += [table.url for table in (config.ping, config.webhook) if table]
    mails = [config.email.smtp] if config.email else []
    if any("@" in urlsplit(each).netloc for each in addresses) or any(
        urlsplit(each).password for each in mails
    ):
        yield path, PASSWORD
    elif _opens_a_door(config):
        yield path, ADDRESS
    for command in commands(config):
        named = (Path(word).expanduser() for word in command[1:])
        yield from ((each, PASSWORD) for each in named if each.is_file())


def exposed(path: Path, config: Config, *, addresses: bool = True) -> Iterator[tuple[Path, str]]:
    """Those of the files that others can read, each with a line that says so.

    addresses: False leaves out what holds no more than an address that works like a password.
    """
    for file, held in files(path, config):
        mode = file.stat().st_mode & 0o777
        if mode & OTHERS and (addresses or held != ADDRESS):
            yield file, f"holds {held} and can be read by others ({mode:o}): chmod 600 {file}"


def _opens_a_door(config: Config) -> bool:
    """Whether to know the address of a health check, or of a webhook that asks for no more, is enough."""
    webhook = config.webhook if config.webhook and not config.webhook.authorization_command else None
    asked = (urlsplit(table.url) for table in (config.ping, webhook) if table)
    return any(each.path.strip("/") or each.query for each in asked)
