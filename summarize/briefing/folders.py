"""Where each system keeps what a program remembers and how it is set up."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from summarize.model import sha256

NAME = "summarize"
DATABASE, LOCK = "state.db", "lock"  # in the folder of the state


def state(configuration: Path | None = None) -> Path:
    """The folder of a briefing's memory: `$XDG_STATE_HOME/summarize`, or what the system has for it.

    configuration: by its full path. One that is not in the system's own place has a folder of its own in
    there, named after it: what one briefing has told, another has not.
    """
    shared: Path = platformdirs.user_state_path(NAME, appauthor=False)
    if configuration is None or configuration == config():
        return shared
    return shared / f"{configuration.stem}-{sha256(str(configuration))[:8]}"


def config() -> Path:
    """The configuration that is read where none is named: `$XDG_CONFIG_HOME/summarize/briefing.toml`."""
    return platformdirs.user_config_path(NAME, appauthor=False) / "briefing.toml"
