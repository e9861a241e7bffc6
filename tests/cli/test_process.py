"""The command as a real process: what it imports, and what pipes, signals and locales do to it."""

import ast
import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.articles import ROOT, SAMPLE, process

HEAVY = {"numpy", "scipy", "nltk", "networkx", "sumy", "trafilatura", "py3langid", "sklearn", "ftfy", "lxml"}
HEAVY |= {"httpcore2", "h11", "idna", "protego", "rich", "ssl"}  # what an address needs, and nobody else


def imported(*arguments):
    """The top-level packages that a run of the command has loaded when it ends."""
    script = (
        "import atexit, json, sys\n"
        "atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))\n"
        "from summarize.cli import main\n"
        f"main({list(arguments)!r})"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    return {name.split(".")[0] for name in json.loads(done.stderr)}


@pytest.mark.parametrize("arguments", [["--help"], ["digest", "--help"], ["verify", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments):
    """Help comes at once because only click is imported for it."""
    assert set() == HEAVY & imported(*arguments)


def test_a_digest_of_plain_text_loads_only_what_it_needs():
    """No peer method, no graph library, no HTML reader for a .txt file."""
    loaded = imported("digest", f"{SAMPLE}/valley-courier.txt")
    assert {"numpy", "scipy"} == HEAVY & loaded


def test_a_module_and_a_command_are_the_same():
    """`python -m summarize` does what `summarize` does."""
    done = subprocess.run(
        [Path(sys.executable).with_name("summarize"), "--help"], cwd=ROOT, capture_output=True, check=True
    )
    assert done.stdout == process("--help").stdout


def test_neither_hash_seed_nor_order_of_sources_changes_a_byte():
    """Same sources, same digest, byte for byte."""
    names = sorted(str(path.relative_to(ROOT)) for path in (ROOT / SAMPLE).iterdir())
    orders = itertools.islice(itertools.permutations(names), 0, None, 50)
    outputs = {
        process("digest", *order, "-f", "json", PYTHONHASHSEED=str(seed)).stdout
        for seed, order in enumerate(orders)
    }
    assert 1 == len(outputs)
    assert len(names) == len(json.loads(outputs.pop())["sources"])


def test_a_reader_that_stops_early_is_no_failure():
    """A closed pipe ends the output without a word."""
    done = process(shell=f"set -o pipefail; $PYTHON -m summarize digest {SAMPLE} | true")
    assert (0, b"") == (done.returncode, done.stderr)


@pytest.mark.parametrize(
    ("redirection", "said"),
    [
        (">/dev/full", b"summarize: standard output: No space left on device\n"),
        (">&-", b"summarize: standard output: closed; use -o FILE\n"),
        ("-o /dev/full", b"summarize: /dev/full: No space left on device\n"),
    ],
)
def test_a_digest_that_cannot_be_written_is_exit_status_4(redirection, said):
    """One line says where it could not go."""
    done = process(shell=f"$PYTHON -m summarize digest {SAMPLE} {redirection}")
    assert (4, b"", said) == (done.returncode, done.stdout, done.stderr)


def test_help_that_cannot_be_written_is_no_traceback():
    """Even help has a reader that may be missing."""
    done = process(shell="$PYTHON -m summarize --help >/dev/full")
    assert (4, b"summarize: standard output: No space left on device\n") == (done.returncode, done.stderr)


@pytest.mark.parametrize("target", ["/dev/stdout", "-"])
def test_standard_output_can_be_named(target):
    """`-o /dev/stdout` is standard output, not a file to replace."""
    assert process("digest", SAMPLE).stdout == process("digest", SAMPLE, "-o", target).stdout


@pytest.mark.parametrize(
    "command",
    ["-o >(cat)", "-o /dev/fd/3 3>&1 | cat", "-o /dev/stderr 2>&1 | cat", "-o fifo & cat fifo"],
)
def test_what_the_shell_has_opened_is_written_to(tmp_path, command):
    """A process substitution, an open descriptor and a FIFO get the digest as they are, and stay."""
    os.mkfifo(tmp_path / "fifo")
    digest = f"$PYTHON -m summarize digest {ROOT / SAMPLE} -n 1 --title Dam"
    done = process(shell=f"cd {tmp_path}; {digest} {command}")
    assert b"Dam\n" == done.stdout[:4]
    assert (b"", ["fifo"]) == (done.stderr, [each.name for each in tmp_path.iterdir()])


def test_what_is_open_for_appending_is_appended_to(tmp_path):
    """`-o /dev/fd/3` with 3>>log keeps what the log holds."""
    log = tmp_path / "log"
    log.write_text("before\n")
    process(shell=f"$PYTHON -m summarize digest {SAMPLE} --title Dam -n 1 -o /dev/fd/3 3>>{log}")
    assert log.read_text().startswith("before\nDam\n")


def test_closed_standard_error_and_input_are_no_failure_of_ours():
    """What cannot be told is not told; what cannot be read is skipped."""
    assert 3 == process(shell=f"$PYTHON -m summarize digest {SAMPLE} missing 2>&-").returncode
    done = process(shell="$PYTHON -m summarize digest - <&-")
    assert (1, b"summarize: -: standard input is closed") == (done.returncode, done.stderr.splitlines()[0])


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_any_encoding_of_the_terminal_can_be_written(encoding):
    """Characters a terminal lacks are replaced, and our own punctuation is ASCII there."""
    done = process("digest", SAMPLE, "-n", "3", PYTHONIOENCODING=encoding)
    assert (0, b"") == (done.returncode, done.stderr)
    assert "…" not in done.stdout.decode(encoding)


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_locale_that_names_no_encoding_is_utf8(locale):
    """As everywhere in Python (PEP 540): cron has this locale, and what it mails is read elsewhere."""
    done = process("digest", SAMPLE, "-n", "3", LC_ALL=locale, PYTHONIOENCODING="")
    assert process("digest", SAMPLE, "-n", "3", PYTHONIOENCODING="utf-8").stdout == done.stdout
    assert not done.stdout.isascii()


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_documents_are_utf8_whatever_the_terminal(encoding):
    """Markdown, HTML and JSON are files in the making."""
    for format in ("markdown", "html", "json"):
        done = process("digest", SAMPLE, "-f", format, PYTHONIOENCODING=encoding)
        assert process("digest", SAMPLE, "-f", format).stdout == done.stdout


def test_a_pipe_gets_80_columns_unless_told_otherwise():
    """Width does not depend on who runs it; addresses alone may be longer."""
    piped = process("digest", SAMPLE).stdout
    assert piped == process("digest", SAMPLE, COLUMNS="80").stdout
    assert piped != process("digest", SAMPLE, COLUMNS="40").stdout
    assert b"\x1b" not in piped


def interrupted(number, at, *arguments):
    """Run the command with a signal arriving when it calls `at`; what a shell runs behind ignores SIGINT."""
    script = (
        "import os, signal, sys, summarize.library\n"
        "from summarize.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"{at} = lambda *_, **__: os.kill(os.getpid(), {int(number)})\n"
        f"main({list(arguments)!r})"
    )
    return subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_quietly(tmp_path, number, status):
    """Stopped while reading or while writing: no traceback, no half file, the old one stays."""
    target = tmp_path / "digest.txt"
    target.write_text("old")
    for at in ("summarize.library.study", "os.fsync"):
        done = interrupted(number, at, "digest", SAMPLE, "-o", str(target))
        assert (status, b"", b"") == (done.returncode, done.stdout, done.stderr.strip())
        assert ("old", [target]) == (target.read_text(), list(tmp_path.iterdir()))


@pytest.mark.parametrize(
    "command", [["-m", "summarize"], ["-c", "from summarize.__main__ import run; run()"]]
)
def test_an_interrupt_while_it_still_imports_is_quiet(tmp_path, command):
    """In the first moments, too, Ctrl-C shows no traceback."""
    (tmp_path / "click.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    done = subprocess.run(
        [sys.executable, *command, "--help"],
        env={"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        cwd=tmp_path,
        capture_output=True,
    )
    assert (130, b"", b"") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_pipe_that_does_not_wait_gets_the_line_all_the_same(tmp_path, unbuffered):
    """Whoever shares our standard error may have made it so; the reader is only late."""
    reads, writes = os.pipe()
    os.set_blocking(writes, False)
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(writes, b"." * 4096)
    started = subprocess.Popen(
        [sys.executable, "-m", "summarize", "digest", tmp_path / "none"],
        cwd=ROOT,
        stderr=writes,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )
    os.close(writes)
    with contextlib.suppress(subprocess.TimeoutExpired):
        started.wait(timeout=3)
    with os.fdopen(reads, "rb") as pipe:
        assert b"no such file" in pipe.read()
    assert 1 == started.wait()


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_product_arrives_whole_however_slow_its_reader(unbuffered):
    """Not only what a pipe has room for."""
    reads, writes = os.pipe()
    os.set_blocking(writes, False)
    started = subprocess.Popen(
        [sys.executable, "-m", "summarize", "digest", SAMPLE, "-f", "html"],
        cwd=ROOT,
        stdout=writes,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(writes, b" " * 4096)
    os.close(writes)
    with contextlib.suppress(subprocess.TimeoutExpired):
        started.wait(timeout=3)
    with os.fdopen(reads, "rb") as pipe:
        assert pipe.read().endswith(b"</html>\n")
    assert 0 == started.wait()


def test_little_is_imported_before_the_program_can_catch_an_interrupt():
    """What takes long comes after it."""
    shown = (
        "import sys, signal; known = {*sys.modules}; import summarize.__main__; print({*sys.modules} - known)"
    )
    done = subprocess.run([sys.executable, "-c", shown], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"typing", "re", "click"}.isdisjoint(ast.literal_eval(done.stdout))
