"""Briefings as files: one a day, or one that is always the newest, and a link to the latest."""

from __future__ import annotations

import filecmp
import glob
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from summarize.briefing import storing
from summarize.briefing.memory import Parcel
from summarize.errors import DeliveryError
from summarize.paper import Briefing

DAY = "{date}"
LATER = "kept for the next run"


@dataclass(frozen=True)
class File:
    """A file, its name with `{date}` for the day; latest: a link that leads to the one made last.

    links: whether it is a page, which leads to the one of the day before where that is in the same folder.
    Without `{date}`, each briefing takes the place of the one before. With it, a second one of a day
    stands beside the first, as 2026-11-23-2: what the first one told is told nowhere else.
    """

    path: Path
    latest: Path | None
    rendered: Callable[..., bytes]
    step: Callable[[str], None] = lambda _: None
    name: str = "file"
    links: bool = False

    def content(self, paper: Briefing, *, message_id: str) -> bytes:
        """The file's bytes."""
        return (
            self.rendered(paper, previous=self._previous(paper.day)) if self.links else self.rendered(paper)
        )

    def _previous(self, day: date) -> str | None:
        """The name of the newest file of that day or of one before, as far as they lie in one folder."""
        folder = self.path.parent
        if DAY not in self.path.name or DAY in str(folder) or not folder.is_dir():
            return None
        found = ((self._order(folder.resolve() / each.name), each.name) for each in folder.iterdir())
        earlier = [(order, name) for order, name in found if "" < order[0] <= day.isoformat()]
        return max(earlier)[1] if earlier else None

    def newest(self, before: date) -> str | None:
        """The day of the newest file of a day before, as its name has it; None where names have none."""
        name = self._previous(before - timedelta(days=1))
        return self._order(self.path.parent.resolve() / name)[0] if name else None

    def send(self, parcel: Parcel, *, now: datetime) -> None:
        """Write it, old or new and never half. Raises `DeliveryError`."""
        try:
            path = self._place(parcel)
            ours = self._may_point()
            storing.store(path, parcel.content, step=self.step)
            if self.latest and (parcel.newest or not self.latest.exists()):
                if not ours:
                    reason = "is a file of your own, and was left alone: take it away, or name another latest"
                    raise DeliveryError(str(self.latest), f"{reason}; {LATER}")
                storing.point(self.latest, path)
        except OSError as error:
            subject = str(error.filename or self.path)
            raise DeliveryError(subject, f"{storing.reason(error)}; {LATER}") from error

    def _may_point(self) -> bool:
        """Whether nothing is where the link is to be, or a link, or a copy of a briefing in place of one."""
        latest = self.latest
        if latest is None or latest.is_symlink() or not latest.exists():
            return True
        folder = next(each for each in self.path.parents if DAY not in str(each))
        made = folder.glob(glob.escape(str(self.path.relative_to(folder))).replace(DAY, "*"))
        return any(filecmp.cmp(latest, each, shallow=False) for each in made if not latest.samefile(each))

    def _place(self, parcel: Parcel) -> Path:
        """Where it belongs: the first name of its day that is free, or that holds it already."""
        for number in itertools.count(1):
            path = self._named(parcel.day.isoformat() + (f"-{number}" if number > 1 else ""))
            if DAY not in str(self.path) or not path.is_file() or path.read_bytes() == parcel.content:
                return path
        raise AssertionError("there is always one more number")

    def _named(self, day: str) -> Path:
        return Path(str(self.path).replace(DAY, day))

    def _order(self, path: Path) -> tuple[str, int]:
        pattern = re.escape(str(self.path.parent.resolve() / self.path.name))
        pattern = pattern.replace(re.escape(DAY), r"(\d{4}-\d\d-\d\d)(?:-(\d+))?", 1)
        pattern = pattern.replace(re.escape(DAY), r"\d{4}-\d\d-\d\d(?:-\d+)?")
        found = re.fullmatch(pattern, str(path)) if DAY in str(self.path) else None
        return (found[1], int(found[2] or 1)) if found else ("", 0)
