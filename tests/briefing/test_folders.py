"""Configuration and memory lie where the user's system has such things."""

import sys

import pytest

from summarize.briefing import folders


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have places of their own")
def test_the_xdg_variables_are_followed(tmp_path, monkeypatch):
    """A user who moved their folders finds everything there."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert tmp_path / "state" / "summarize" == folders.state()
    assert tmp_path / "config" / "summarize" / "briefing.toml" == folders.config()
