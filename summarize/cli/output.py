"""Where a command's words go: the product to standard output or a file, the talk to standard error.

A file is written whole or not at all. A reader that stops early (`| head`) ends the output quietly;
a disk that is full is a `DeliveryError`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from itertools import product as pairs
from pathlib import Path
from typing import Any, TextIO

import click

from summarize.errors import DeliveryError

STDOUT = (None, "-", "/dev/stdout")
LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "zed")
LINKING_TERMINALS = ("xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm", "contour")
PIPED = 80  # columns, where there is no terminal to ask


def writable(_: click.Context, __: click.Parameter, target: str | None) -> str | None:
    """Callback of an option that names a file: a usage error, before any work, if it cannot be written."""
    if target not in STDOUT and (Path(target).is_dir() or not Path(target).parent.is_dir()):
        raise click.BadParameter(f"{target!r} is not a file in a folder that exists.")
    return target


def drawable(*endings: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Callback of an option that names a file to draw to: as `writable`, and only with these endings."""

    def check(context: click.Context, parameter: click.Parameter, target: str | None) -> str | None:
        if target is not None and ending(target) not in endings:
            known = " or ".join(f".{each}" for each in endings)
            raise click.BadParameter(f"{target!r} does not end in {known}.")
        return writable(context, parameter, target)

    return check


def ending(target: str) -> str:
    """What follows the last dot of a file's name, in small letters."""
    return target.rpartition(".")[2].lower()


def same(one: str | None, other: str | None) -> bool:
    """Whether two targets are the same file, whatever they are called; standard output is no file."""
    if one in STDOUT or other in STDOUT:
        return False
    return Path(one).resolve() == Path(other).resolve()


def spare(names: Iterable[str], *targets: str | None) -> None:
    """Raises a usage error if a target is one of the files to be read, which writing would destroy."""
    for name, target in pairs(names, targets):
        if same(name, target):
            raise click.UsageError(f"{target} is to be read: give what is written a name of its own.")


def spare_found(names: Iterable[str], *targets: str | None) -> None:
    """The same for names that may be folders or patterns: the files they stand for are spared, too."""
    names = list(names)
    spare(names, *targets)
    there = [target for target in targets if target is not None and Path(target).is_file()]
    if there:
        from summarize.read import files, paths

        held = {files.identity(path) for path in paths(names)}
        spare((target for target in there if files.identity(target) in held), *there)


option = click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    callback=writable,
    help="Write to FILE, whole or not at all, instead of standard output.",
)

templates = click.option(
    "--templates",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    help="Prefer the templates in DIR for the page (-f html).",
)


def for_pages(format: str, templates: str | None) -> dict[str, str]:
    """Arguments for the renderer of a page; a usage error if templates are given for another format."""
    if templates is None:
        return {}
    if format != "html":
        raise click.UsageError("--templates goes with -f html.")
    return {"templates": templates}


def say(message: str) -> None:
    """One line on standard error, with nothing in it that a terminal would act on."""
    from summarize.render.sinks import terminal

    if sys.stderr is None:
        return
    line = terminal(f"summarize: {message}", unicode=speaks_unicode(sys.stderr))
    with contextlib.suppress(OSError):  # nobody to tell
        with contextlib.suppress(ValueError, OSError):  # no file
            # Somebody who shares a pipe with us may have made it not to wait: full, it would lose the line.
            os.set_blocking(sys.stderr.fileno(), True)
        click.echo(line.encode(sys.stderr.encoding or "utf-8", "replace"), err=True)


def deliver(product: bytes, target: str | None) -> None:
    """Write the product to a file, or to standard output where target is one of STDOUT.

    Raises DeliveryError.
    """
    if target not in STDOUT:
        _write(Path(target), product)
    elif sys.stdout is None:
        raise DeliveryError("standard output", "closed; use -o FILE")
    else:
        _print(product)


def for_people(product: str, target: str | None) -> bytes:
    """Text in the encoding of where it goes, "?" for what that lacks; files are UTF-8."""
    return product.encode(
        "utf-8" if target not in STDOUT or not sys.stdout else sys.stdout.encoding, "replace"
    )


def speaks_unicode(stream: TextIO | None) -> bool:
    """Whether a stream carries any character."""
    return stream is not None and (stream.encoding or "").lower().startswith("utf")


def width() -> int:
    """Columns of the terminal, or COLUMNS, or PIPED where nobody looks on."""
    return shutil.get_terminal_size((PIPED, 24)).columns


def colour() -> bool:
    """Whether standard output is a terminal that shows colours and whose owner wants them."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout is not None and sys.stdout.isatty()


def page(target: str | None) -> dict[str, Any]:
    """Arguments for the renderer of text: the terminal's width, colours and characters; {} for a file."""
    if target not in STDOUT:
        return {}
    return {"width": width(), "colour": colour(), "unicode": speaks_unicode(sys.stdout), "links": links()}


def links() -> bool:
    """Whether standard output is a terminal known to make links clickable; FORCE_HYPERLINK decides.

    Terminals cannot be asked, and some print the address of a link as garbage. The list is that of the
    widely used package supports-hyperlinks.
    """
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced is not None:
        return forced != "0"
    if sys.stdout is None or not sys.stdout.isatty() or "CI" in os.environ:
        return False
    version = os.environ.get("VTE_VERSION", "")
    return (
        os.environ.get("TERM_PROGRAM") in LINKING_PROGRAMS
        or os.environ.get("TERM") in LINKING_TERMINALS
        or any(name in os.environ for name in ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM"))
        or (version.isdecimal() and int(version) >= 5000)
    )


def forget_stdout() -> None:
    """Send what is still buffered for standard output nowhere.

    Python flushes once more when it exits, and would complain again.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print(product: bytes) -> None:
    from summarize.briefing.streams import print_whole

    try:
        print_whole(sys.stdout.buffer, product)
    except BrokenPipeError:
        forget_stdout()
    except OSError as cause:
        forget_stdout()
        raise DeliveryError("standard output", cause.strerror or str(cause)) from cause


def _write(target: Path, content: bytes) -> None:
    try:
        if _is_stream(target):
            with contextlib.suppress(BrokenPipeError), target.open("ab") as stream:
                stream.write(content)
        else:
            from summarize.briefing.storing import store

            target.parent.stat()  # a folder that is not there is a slip of the pen, and made for nobody
            store(target, content)
    except OSError as cause:
        raise DeliveryError(str(target), cause.strerror or str(cause)) from cause


def _is_stream(target: Path) -> bool:
    """Whether a target is written to and not replaced: a pipe, a device, or an open descriptor.

    The shell calls the latter /dev/fd/63, a link that leads to no path.
    """
    return (target.exists() and not target.is_file()) or target.is_relative_to("/dev")
