"""Where each system keeps what a program remembers and how it is set up, and whose a memory is.

Each memory is signed with the path of its configuration at every run. A folder that `--state` names is that
of the first configuration that runs on it, and of any that comes after this one is gone.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import platformdirs

from summarize.briefing import storing
from summarize.model import sha256

NAME = "summarize"
DATABASE, LOCK, SIGNATURE = "state.db", "lock", "configuration"  # in the folder of the state


def state(configuration: Path | None = None) -> Path:
    """The folder of a briefing's memory: `$XDG_STATE_HOME/summarize`, or what the system has for it.

    configuration: by its full path. One that is not in the system's own place has a folder of its own in
    there, named after it: what one briefing has told, another has not.
    """
    shared: Path = platformdirs.user_state_path(NAME, appauthor=False)
    if configuration is None or configuration == config():
        return shared
    return shared / _named(configuration)


def within(folder: Path, configuration: Path) -> Path:
    """The folder of a configuration's memory where `--state` names one: that, or one in another's."""
    own = folder / _named(configuration)
    return own if own.is_dir() or is_anothers(folder, configuration) else folder


def is_anothers(folder: Path, configuration: Path) -> bool:
    """Whether a memory belongs to another configuration that is still there."""
    owner = signed(folder)
    return owner is not None and owner != configuration and owner.exists()


def sign(home: Path, configuration: Path) -> None:
    """Leave in a memory whose it is; no run fails for want of that."""
    with contextlib.suppress(OSError):
        storing.store(home / SIGNATURE, str(configuration).encode(errors="surrogateescape"))


def signed(home: Path) -> Path | None:
    """The configuration that a memory is signed with, which may be gone; None if with none."""
    with contextlib.suppress(OSError):
        return Path((home / SIGNATURE).read_bytes().decode(errors="surrogateescape"))
    return None


def _named(configuration: Path) -> str:
    return f"{configuration.stem}-{sha256(str(configuration))[:8]}"


def config() -> Path:
    """The configuration that is read where none is named: `$XDG_CONFIG_HOME/summarize/briefing.toml`."""
    return platformdirs.user_config_path(NAME, appauthor=False) / "briefing.toml"
