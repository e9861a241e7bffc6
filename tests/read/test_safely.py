"""Parsing in a process of its own: what comes out, and what a parser gone wrong costs."""

import ast
import dataclasses
import json
import os
import select
import signal
import subprocess
import sys
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from summarize.model import Document, Failure, Span
from summarize.read import formats, process, worker
from summarize.read.safely import Limits, Parser
from tests.faults import parser as bad

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(path for path in (ROOT / "samples").rglob("*.*") if path.name != "README.md")
TEXT = "The dam above Nuria held.\n"
SOON = Limits(cpu=1, wall=30)


@pytest.fixture(autouse=True)
def fresh():
    """No process is left from another test, nor for another."""
    process._end()
    yield
    process._end()


@pytest.fixture
def bad_parser(tmp_path, monkeypatch):
    """The worker's parser of pages does what a page asks for."""
    bad.install(tmp_path, monkeypatch)


def read(raw, suffix=".html", limits=None, **options):
    with Parser(limits) as parser:
        return parser.read(raw, "page", suffix=suffix, **options)


def errors(found):
    return [item.error for item in found if isinstance(item, Failure)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_source_reads_the_same_there_as_here(path):
    """Every field of every document makes the trip, and so does every failure."""
    raw, suffix = path.read_bytes(), path.suffix
    assert list(formats.read(raw, "page", suffix=suffix)) == read(raw, suffix)


def test_every_field_of_a_document_makes_the_trip():
    """A field that the pipe does not know would be lost without a word."""
    odd = "é\u2028\U0001f600\x00'\"\\"
    moment = datetime(2026, 3, 1, 8, 30, 0, 5, timezone(timedelta(hours=5, minutes=45)))
    samples = {
        "str": odd,
        "bool": True,
        "int": 1 << 70,
        "datetime": moment,
        "tuple[Span, ...]": (Span(1, 3),),
    }
    for noun in (Document, Failure):
        values = {field.name: samples[field.type.split(" | ")[0]] for field in dataclasses.fields(noun)}
        assert noun(**values) == worker.decode(worker.encode(noun(**values)))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'"document"',
        b'{"document": 1}',
        b'{"document": {"id": "1"}}',
        b'{"failure": {"subject": "a", "error": {"b": 1}, "passed_over": false}}',
        b'{"failure": {"subject": "a", "error": "b", "passed_over": 1}}',
        b'{"failure": {"subject": "a", "error": "b", "c": "d"}}',
        b'{"os.system": {"command": "id"}}',
        b"[" * 100_000,
        json.dumps({"document": dict.fromkeys(("id", "uri", "text", "published"), "1")}).encode(),
    ],
)
def test_an_answer_is_checked_like_any_other_input(answer):
    """What a parser that fell to its input sends can be refused; it can do nothing else."""
    with pytest.raises((ValueError, TypeError, KeyError, AttributeError, RecursionError)):
        worker.decode(answer)


def test_one_process_serves_many_sources_and_is_kept_for_the_next(tmp_path):
    """Its start is paid once, also by those who call the library in a loop."""
    seen = set()
    for _ in range(3):
        with Parser() as parser:
            for _ in range(3):
                assert 1 == len(parser.read(b"<p>" + TEXT.encode(), "page", suffix=".html"))
                seen.add(parser._process._process.pid)
    assert 1 == len(seen)


def test_own_small_text_needs_no_process():
    """Notes and saved texts are read at once; the same bytes from elsewhere are not."""
    assert [TEXT] == [each.text for each in read(TEXT.encode(), ".txt", own=True)]
    assert [] == process._kept
    assert [TEXT] == [each.text for each in read(TEXT.encode(), ".txt")]
    assert 1 == len(process._kept)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("loop", "takes more than 1 s of processor time to read"),
        ("crash", "crashes the parser (SIGSEGV)"),
        ("abort", "crashes the parser (SIGABRT), perhaps because memory ran out"),
        ("die", "the process that read it was killed, perhaps because memory ran out"),
        ("leave", "ends the process that reads it (status 7)"),
    ],
)
def test_a_parser_that_ends_its_process_costs_one_source(bad_parser, word, reason):
    """The reason is one line, and the next source gets a fresh process."""
    with Parser(SOON) as parser:
        assert [reason] == errors(parser.read(bad.page(word), "page", suffix=".html"))
        assert [TEXT] == [each.text for each in parser.read(TEXT.encode(), "next", suffix=".txt")]


def test_a_parser_that_waits_is_stopped_by_the_clock(bad_parser):
    """Processor time does not pass for those who do nothing."""
    assert ["takes longer than 1 s to read"] == errors(read(bad.page("wait"), limits=Limits(wall=1)))


def test_a_source_that_needs_too_much_memory_is_a_failure():
    """The address space is limited, and what was asked of it is said."""
    raw = b'{"text": "' + b"The dam held. " * 1_000_000 + b'"}'
    [failure] = read(raw, ".json", limits=Limits(memory=70, memory_per_mib=0))
    assert "needs more than 70 MiB of memory to read" == failure.error
    assert [] == process._kept


def test_a_limit_is_for_one_source_not_for_all(bad_parser):
    """What earlier sources took of processor time is not held against the next."""
    with Parser(SOON) as parser:
        for _ in range(4):
            assert [] == errors(parser.read(bad.page("spend .4"), "page", suffix=".html"))


def test_what_a_library_prints_is_no_part_of_the_reply(bad_parser):
    """Nor can it eat the next request."""
    assert ["chatter\n\nThe dam above Nuria held."] == [each.text for each in read(bad.page("chatter"))]


def test_documents_before_the_fatal_one_are_kept(bad_parser):
    """The records of a file before the one that killed the parser are read."""
    lines = [json.dumps({"text": TEXT}), json.dumps({"html": bad.page("leave").decode()}), "{}"]
    found = read("\n".join(lines).encode(), ".jsonl")
    assert ["page#1", "page"] == [getattr(each, "uri", None) or each.subject for each in found]


def test_a_process_that_cannot_be_started_is_a_failure(monkeypatch):
    """A program that embeds Python may have no interpreter to start."""
    monkeypatch.setattr(sys, "executable", "")
    assert ["no process to read it in: this program has no Python to start"] == errors(read(b"<p>Held."))


def test_no_secret_of_the_environment_is_there(bad_parser, tmp_path, monkeypatch):
    """A parser that falls to its input finds no password."""
    monkeypatch.setenv("SUMMARIZE_SMTP_PASSWORD", "hush")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    read(bad.page(f"environment {tmp_path}/environment"))
    assert {"LC_ALL": "C.UTF-8"}.items() <= ast.literal_eval((tmp_path / "environment").read_text()).items()
    assert "hush" not in (tmp_path / "environment").read_text()


def test_threads_read_at_once():
    """Each has a parser of its own, and none gets another's documents."""
    found = {}

    def work(number):
        with Parser() as parser:
            pages = [f"<p>Dam {number} held {turn} times.".encode() for turn in range(5)]
            found[number] = [parser.read(page, "page", suffix=".html")[0].text for page in pages]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {n: [f"Dam {n} held {turn} times." for turn in range(5)] for n in range(4)} == found


PROGRAM = """
import summarize
print([source.uri for source in summarize.summarize(["page.html"], min_words=1).sources])
"""


@pytest.mark.parametrize("redirection", ["", "<&-", "2>&-", "<&- 2>&-"])
def test_a_program_without_a_main_guard_may_use_it(tmp_path, redirection):
    """No part of the user's program runs twice, whatever streams it has: cron and services close some."""
    (tmp_path / "page.html").write_text(f"<p>{TEXT}")
    (tmp_path / "program.py").write_text(PROGRAM)
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} program.py {redirection}"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        start_new_session=True,
        capture_output=True,
        text=True,
    )
    assert (0, "['page.html']\n", "") == (done.returncode, done.stdout, done.stderr)


def test_a_fork_does_not_share_the_process():
    """A child process of the user's gets a worker of its own."""
    read(b"<p>Held.")
    code = """
import os
from summarize.read import process
from summarize.read.safely import Parser
def read():
    with Parser() as parser:
        assert 1 == len(parser.read(b"<p>Held.", "page", suffix=".html"))
        return parser._process._process.pid
first = read()
child = os.fork()
if child == 0:
    assert first != read()
    process._end()
    os._exit(9)
assert 9 == os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
assert first == read()
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True
    )
    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs Linux to watch a process that is not ours")
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_the_worker_ends_with_its_parent(tmp_path, monkeypatch, number, status):
    """Interrupted, ended or killed in the midst of a page: no orphan, no traceback."""
    bad.install(tmp_path, monkeypatch)
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "page.html").write_bytes(bad.page(f"report {tmp_path}/fifo"))
    parent = subprocess.Popen(
        [sys.executable, "-m", "summarize", "digest", str(tmp_path / "page.html")],
        env={"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    watched = os.pidfd_open(int((tmp_path / "fifo").read_text()))
    parent.send_signal(number)
    printed, said = parent.communicate()
    assert (status, b"", b"") == (parent.returncode, printed, said.strip())
    assert [watched] == select.select([watched], [], [], 30)[0]
    os.close(watched)
