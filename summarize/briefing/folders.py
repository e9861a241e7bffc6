"""Where each system keeps what a program remembers and how it is set up."""

from __future__ import annotations

from pathlib import Path

import platformdirs

NAME = "summarize"
DATABASE, LOCK = "state.db", "lock"  # in the folder of the state


def state() -> Path:
    """The folder of the briefing's memory: `$XDG_STATE_HOME/summarize`, or what the system has for it."""
    return platformdirs.user_state_path(NAME, appauthor=False)


def config() -> Path:
    """The configuration that is read where none is named: `$XDG_CONFIG_HOME/summarize/briefing.toml`."""
    return platformdirs.user_config_path(NAME, appauthor=False) / "briefing.toml"
