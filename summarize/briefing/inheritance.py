"""Memories handed down: one that several configurations once shared, and that of a file renamed or moved.

It is copied and left where it is, for it cannot be told who else wants it: with a copy nobody loses what
they knew, and nobody is told anything twice. Each memory is signed with the path of its configuration at
every run; one whose configuration is not there any more is free for another with the same sources.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from summarize.briefing import folders, history, listing, lock, storing
from summarize.briefing.config import Config
from summarize.briefing.state import State
from summarize.errors import StateError
from summarize.read.hrefs import is_web

COPYING = f"{folders.DATABASE}.copying"
SIGNATURE = "configuration"


def sign(home: Path, configuration: Path) -> None:
    """Leave in a memory whose it is; no run fails for want of that."""
    with contextlib.suppress(OSError):
        storing.store(home / SIGNATURE, str(configuration).encode(errors="surrogateescape"))


def inherit(config: Config, configuration: Path, home: Path, shared: Path, *, other: bool) -> Path | None:
    """The folder of which a new memory was given a copy, if there is one to have.

    configuration: its path. home: of its memory. shared: where memories lie, and the one that all once
    shared. other: that one belongs to another configuration. It is copied if it knows half of the sources or
    more, else that of a configuration that is gone. Killed half-way, the next run begins again.

    Raises `StateError`.
    """
    if home == shared or (home / folders.DATABASE).exists():
        return None
    places = {source.place for source in config.source}
    if not other and (shared / folders.DATABASE).exists() and _copied(shared, home, places, places):
        return shared
    for old, signed in _orphans(shared):
        with contextlib.suppress(StateError):  # a folder that a systemd unit may not write to, say
            if _copied(old, home, places, _same(config, signed, configuration)):
                sign(old, configuration)  # it is nobody else's now
                return old
    return None


def _orphans(shared: Path) -> Iterator[tuple[Path, Path]]:
    """The folders of memories whose configurations are there no more, with these; the last used first."""
    signatures = sorted(shared.glob(f"*/{SIGNATURE}"))
    for signature in sorted(signatures, key=lambda path: path.stat().st_mtime_ns, reverse=True):
        with contextlib.suppress(OSError):
            signed = Path(signature.read_bytes().decode(errors="surrogateescape"))
            if not signed.exists() and (signature.parent / folders.DATABASE).exists():
                yield signature.parent, signed


def _same(config: Config, signed: Path, configuration: Path) -> set[str]:
    """The places that are to a configuration what they were to the one that a memory is signed with.

    A relative path is another place in another folder, unless the whole folder has moved.
    """
    moved = signed.name == configuration.name and not signed.parent.exists()
    return {
        source.place
        for source in config.source
        if source.url
        or is_web(source.place)
        or moved
        or listing.path(source.place, signed.parent) == listing.path(source.place, configuration.parent)
    }


def _copied(old: Path, home: Path, places: set[str], same: set[str]) -> bool:
    """Copy a memory, if it knows half of some sources or more. same: those it can know."""
    own = home / folders.DATABASE
    with lock.held(old / folders.LOCK):
        with State(old / folders.DATABASE) as memory:  # brought up to date, so that it can be read
            known = same.intersection(each.place for each in history.sources(memory.path))
            if 2 * len(known) < len(places):
                return False
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            copy = home / COPYING
            copy.unlink(missing_ok=True)
            copy.touch(0o600)
            memory.copy(copy).close()
        try:
            copy.replace(own)
            storing.flush_folder(home)
        except OSError as error:
            raise StateError(str(own), storing.reason(error)) from error
    return True
