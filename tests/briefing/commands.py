"""The commands of `summarize brief`, run in this process as the program runs them."""

import contextlib
import io
from dataclasses import dataclass

from summarize.cli import main


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
            main(["brief", *map(str, words)])
        except SystemExit as left:
            status = left.code
        out.flush()
        talk.flush()
    return Ran(status, out.buffer.getvalue().decode(), talk.buffer.getvalue().decode())
