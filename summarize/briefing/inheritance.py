"""A memory that several configurations shared, handed down: each has one of its own since.

It is copied and left where it is, for it cannot be told whose it was: with a copy nobody loses what they
knew, and nobody is told anything twice.
"""

from __future__ import annotations

from pathlib import Path

from summarize.briefing import folders, history, lock, storing
from summarize.briefing.config import Config
from summarize.briefing.state import State
from summarize.errors import StateError

COPYING = f"{folders.DATABASE}.copying"


def inherit(config: Config, home: Path, shared: Path, *, other: bool) -> bool:
    """Whether a new folder of memory was given a copy of the shared one.

    home: of the configuration. other: the shared one belongs to another configuration. It is copied where
    it knows half of the sources or more. Killed half-way, the next run begins again. Raises `StateError`.
    """
    own, old = home / folders.DATABASE, shared / folders.DATABASE
    if other or home == shared or own.exists() or not old.exists():
        return False
    with lock.held(shared / folders.LOCK):
        places = {source.place for source in config.source}
        with State(old) as memory:  # brought up to date, so that it can be read
            known = places.intersection(each.place for each in history.sources(old))
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
