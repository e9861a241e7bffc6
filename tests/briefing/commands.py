"""The commands of `summarize brief`, run in this process as the program runs them."""

import contextlib
import io
from dataclasses import dataclass

from summarize.cli.brief_check import check
from summarize.cli.brief_doctor import doctor
from summarize.cli.brief_forget import forget
from summarize.cli.brief_history import history
from summarize.cli.brief_init import init
from summarize.cli.brief_schedule import schedule
from summarize.cli.brief_sources import sources
from summarize.cli.program import Program

GROUP = Program("brief", commands=[check, doctor, forget, history, init, schedule, sources])


@dataclass(frozen=True)
class Ran:
    """What a command did. out, talk: standard output and standard error."""

    status: int
    out: str
    talk: str


def brief(*words):
    """One command, with its exit status."""
    out, talk = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(talk):
        try:
            GROUP.main([str(word) for word in words])
        except SystemExit as left:
            status = left.code
        out.flush()
        talk.flush()
    return Ran(status, out.buffer.getvalue().decode(), talk.buffer.getvalue().decode())
