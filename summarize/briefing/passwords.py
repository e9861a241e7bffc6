"""Passwords: from a program, from systemd or from the environment, fetched when needed and never shown."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE_SECONDS = 30.0  # a program that wants to be typed at waits for ever under cron
VARIABLE = "SUMMARIZE_SMTP_PASSWORD"
CREDENTIAL = "smtp-password"  # LoadCredential=smtp-password:FILE in the unit


class PasswordError(Exception):
    """Why there is no password, in words that do not hold it."""


def smtp(command: Sequence[str] | None, environment: Mapping[str, str]) -> str | None:
    """The password for mail: the command's, else systemd's credential, else the environment's, else None.

    Raises `PasswordError`.
    """
    if command:
        return printed(command, "email.password_command")
    folder = environment.get("CREDENTIALS_DIRECTORY")
    if folder and (credential := Path(folder) / CREDENTIAL).is_file():
        try:
            return _first_line(credential.read_bytes(), f"the credential {CREDENTIAL}")
        except OSError as error:
            raise PasswordError(f"the credential {CREDENTIAL} cannot be read") from error
    return environment.get(VARIABLE) or None


def printed(command: Sequence[str], key: str, *, patience_seconds: float = PATIENCE_SECONDS) -> str:
    """The first line that a program prints. No shell sees it, what it complains of is not passed on.

    key: where the configuration names it. Raises `PasswordError`.
    """
    program, *arguments = command
    who = f"{key} ({program})"
    try:
        running = subprocess.Popen(
            [str(Path(program).expanduser()), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that what it has started can be ended with it
        )
    except OSError as error:
        raise PasswordError(f"{who} cannot be run: {(error.strerror or str(error)).lower()}") from error
    with running:
        try:
            said, _ = running.communicate(timeout=patience_seconds)
        except subprocess.TimeoutExpired as error:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(running.pid, signal.SIGKILL)
            raise PasswordError(f"{who} was not done after {patience_seconds:g} s") from error
    if running.returncode:
        raise PasswordError(f"{who} ended with status {running.returncode}: try it in a terminal")
    return _first_line(said, who)


def _first_line(said: bytes, who: str) -> str:
    try:
        line = said.split(b"\n", 1)[0].rstrip(b"\r").decode()
    except UnicodeDecodeError as error:
        raise PasswordError(f"{who} is not UTF-8") from error
    if not line:
        raise PasswordError(f"{who} is empty")
    return line
