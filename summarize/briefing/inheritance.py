"""Memories handed down: one that several configurations once shared, and that of a file renamed or moved.

It is copied and left where it is, for it cannot be told who else wants it: with a copy nobody loses what
they knew, and nobody is told anything twice. One whose configuration is not there any more is free for
another with the same sources.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from summarize.briefing import folders, history, listing, lock, storing
from summarize.briefing.config import Config, Source
from summarize.briefing.reading import identity
from summarize.briefing.state import State
from summarize.errors import ReadError, StateError
from summarize.model import Document
from summarize.read import files, opml
from summarize.read.hrefs import is_web

COPYING = f"{folders.DATABASE}.copying"


def inherit(
    config: Config, configuration: Path, home: Path, shared: Path, *, other: bool, day: date
) -> tuple[Path, Path | None] | None:
    """The folder of which a new memory was given a copy, if there is one to have, and whose that was.

    configuration: its path. home: of its memory. shared: where memories lie, and the one that all once
    shared. other: that one belongs to another configuration. It is copied if it knows half of the sources or
    more, else that of a configuration that is gone. Killed half-way, the next run begins again.

    Raises `StateError`.
    """
    if home == shared or (home / folders.DATABASE).exists():
        return None
    # A memory knows the feeds of a list, not the list.
    unfolded = [each for source in config.source for each in _unfolded(source, configuration.parent)]
    config = config.model_copy(update={"source": unfolded})
    if not other and (shared / folders.DATABASE).exists() and _copied(shared, home, config, lambda *_: True):
        return shared, None
    for old, signed in _orphans(shared):
        same = partial(_is_same, config=config, signed=signed, configuration=configuration, day=day)
        with contextlib.suppress(StateError):  # a folder that a systemd unit may not write to, say
            if _copied(old, home, config, same):
                folders.sign(old, configuration)  # it is nobody else's now
                return old, signed
    return None


def _unfolded(source: Source, folder: Path) -> Iterator[Source]:
    """The feeds of a list of the user's own, else the source as it is: to look asks nobody."""
    if source.opml is None or is_web(source.opml):
        yield source
        return
    place = str(listing.path(source.opml, folder))
    try:
        found = opml.parse(files.contents(place, files.LARGEST_FILE), place)
    except (ReadError, OSError):
        yield source
        return
    for feed in found.feeds:
        yield source.model_copy(update={"opml": None, "url": feed.url})


def _orphans(shared: Path) -> Iterator[tuple[Path, Path]]:
    """The folders of memories whose configurations are there no more, with these; the last used first."""
    signatures = sorted(shared.glob(f"*/{folders.SIGNATURE}"))
    for signature in sorted(signatures, key=lambda path: path.stat().st_mtime_ns, reverse=True):
        signed = folders.signed(signature.parent)
        if signed and not signed.exists() and (signature.parent / folders.DATABASE).exists():
            yield signature.parent, signed


def _is_same(
    memory: State, source: Source, *, config: Config, signed: Path, configuration: Path, day: date
) -> bool:
    """Whether a source is to a configuration what it was to the one that a memory is signed with.

    A relative path is another place in another folder, unless the whole folder has moved: then something
    that the memory knows is there.
    """
    if source.url or is_web(source.place):
        return True
    if listing.path(source.place, signed.parent) == listing.path(source.place, configuration.parent):
        return True
    if source.opml or signed.name != configuration.name or signed.parent.exists():
        return False
    found, _ = listing.files(source, config, configuration.parent, day)
    return any(memory.has_seen(source.place, *identity(each)) for each in found if isinstance(each, Document))


def _copied(old: Path, home: Path, config: Config, same: Callable[[State, Source], bool]) -> bool:
    """Copy a memory, if it knows half of the sources or more. same: whether a source can be one it knows."""
    own = home / folders.DATABASE
    with lock.held(old / folders.LOCK):
        with State(old / folders.DATABASE) as memory:  # brought up to date, so that it can be read
            places = {each.place for each in history.sources(memory.path)}
            known = [each for each in config.source if each.place in places and same(memory, each)]
            if 2 * len(known) < len(config.source):
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
