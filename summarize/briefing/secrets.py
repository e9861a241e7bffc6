"""Files that hold a password, and whether others can read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from summarize.briefing.config import Config

OTHERS = 0o077  # whoever is not the owner


def commands(config: Config) -> list[list[str]]:
    """The commands that are run for a password."""
    email, webhook = config.email, config.webhook
    found = [email and email.password_command, webhook and webhook.authorization_command]
    return [command for command in found if command]


def files(path: Path, config: Config) -> Iterator[Path]:
    """The configuration itself if it holds one, and those that commands for a password are given.

    path: of the configuration. A health check's address and a webhook's are passwords as well.
    """
    addresses = [source.url for source in config.source if source.url]
    mails = [config.email.smtp] if config.email else []
    secret = (
        bool(config.ping or config.webhook)
        or any("@" in urlsplit(each).netloc for each in addresses)
        or any(urlsplit(each).password for each in mails)
    )
    if secret:
        yield path
    for command in commands(config):
        named = (Path(word).expanduser() for word in command[1:])
        yield from (each for each in named if each.is_file())


def exposed(path: Path, config: Config) -> Iterator[tuple[Path, str]]:
    """Those of the files that others can read, each with a line that says so."""
    for file in files(path, config):
        mode = file.stat().st_mode & 0o777
        if mode & OTHERS:
            yield file, f"holds a password and can be read by others ({mode:o}): chmod 600 {file}"
