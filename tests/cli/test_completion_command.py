"""`summarize completion`: scripts that the shells themselves take."""

import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.articles import run

PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def script(shell, folder):
    """The script, in a file."""
    _, written, _ = run("completion", shell)
    (folder / "script").write_text(written)
    return folder / "script"


def where(shell):
    """A shell, or why the test is skipped."""
    return shutil.which(shell) or pytest.skip(f"needs {shell} (Debian: apt-get install {shell})")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell):
    """It asks our own command what may follow."""
    status, written, talk = run("completion", shell)
    assert (0, "") == (status, talk)
    assert f"_SUMMARIZE_COMPLETE={shell}_complete" in written


def test_bash_completes_with_it(tmp_path):
    """Sourced by a real bash, the script offers commands and options."""
    bash = shutil.which("bash")
    assert bash, "the Makefile of this project needs bash"
    ask = (
        f"source {script('bash', tmp_path)}; COMP_WORDS=(summarize digest --for); COMP_CWORD=2;"
        ' _summarize_completion summarize; echo "${COMPREPLY[@]}"'
    )
    found = subprocess.run([bash, "-c", ask], env={"PATH": PATH}, capture_output=True, text=True, check=True)
    assert "--format\n" == found.stdout


def test_fish_completes_with_it(tmp_path):
    """Sourced by a real fish, the script offers options, and values by themselves."""
    ask = f"source {script('fish', tmp_path)}; complete -C 'summarize digest --for'; complete -C 'summarize digest -f '"
    found = subprocess.run(
        [where("fish"), "--no-config", "-c", ask],
        env={"PATH": PATH, "HOME": str(tmp_path)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    options, *values = found.stdout.splitlines()
    assert "--format" == options.split("\t")[0]
    assert ["html", "json", "markdown", "text"] == sorted(values)


def test_zsh_completes_with_it(tmp_path):
    """Sourced by a real zsh with its completion on, the script finishes a word when Tab is pressed."""
    zsh = where("zsh")
    written = script("zsh", tmp_path)
    process, terminal = pty.fork()
    if process == 0:
        os.execve(zsh, [zsh, "-f", "-i"], {"PATH": PATH, "HOME": str(tmp_path), "TERM": "dumb"})
    try:
        begin = f"autoload -U compinit; compinit -u -D; source {written}; echo rea''dy\r"
        assert "ready" in typed(terminal, begin, "ready")
        assert "--format" in typed(terminal, "summarize digest --for\t", "--format")
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def typed(terminal, keys, until):
    """What a terminal shows after some keys, up to what is waited for."""
    os.write(terminal, keys.encode())
    shown = ""
    while until not in shown and select.select([terminal], [], [], 60)[0]:
        shown += os.read(terminal, 4096).decode(errors="replace")
    return shown
