"""`summarize completion`: scripts that the shells themselves take."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.articles import run


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell):
    """It asks our own command what may follow."""
    status, script, talk = run("completion", shell)
    assert (0, "") == (status, talk)
    assert f"_SUMMARIZE_COMPLETE={shell}_complete" in script


def test_bash_completes_with_it(tmp_path):
    """Sourced by a real bash, the script offers commands and options."""
    bash = shutil.which("bash")
    assert bash, "the Makefile of this project needs bash"
    _, script, _ = run("completion", "bash")
    (tmp_path / "script").write_text(script)
    ask = (
        f"source {tmp_path}/script; COMP_WORDS=(summarize digest --for); COMP_CWORD=2;"
        ' _summarize_completion summarize; echo "${COMPREPLY[@]}"'
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    found = subprocess.run([bash, "-c", ask], env={"PATH": path}, capture_output=True, text=True, check=True)
    assert "--format\n" == found.stdout
