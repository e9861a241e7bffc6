"""How often the first line of a story that goes on is the right one, where a morning has several reports of it.

    python -m tests.quality.mornings [open|kept]

The stories are made up (`mornings.txt`): a strike called off, a count that goes on, a verdict, a column.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from summarize.paper import Briefing, Entry
from tests.briefing.desk import Desk, config, item, morning

_CASES = Path(__file__).parent / "mornings.txt"
_OUTLETS = (
    "beacon coast diario echo faro herald hill kurier ledger metro nordbote quotidien record tribune wire"
)


@dataclass
class Case:
    """A story: its reports (day, time, outlet, headline, text, language), and how right lines begin."""

    half: str
    what: str
    reports: list[tuple[int, str, str, str, str, str]] = field(default_factory=list)
    right: list[str] = field(default_factory=list)


def cases() -> list[Case]:
    """All cases, in the order of the file."""
    found: list[Case] = []
    for line in _CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("* "):
            half, what = line[2:].split(": ", 1)
            found.append(Case(half, what))
        elif found and line.startswith("= "):
            found[-1].right.append(line[2:])
        elif found and line:
            head, title, text, *language = (part.strip() for part in line.split(" | "))
            day, time, outlet = head.split()
            found[-1].reports.append((int(day), time, outlet, title, text, (language or ["en"])[0]))
    return found


def paper(case: Case) -> Briefing:
    """The second day's paper of a case."""
    desk = Desk(config(*_OUTLETS.split()))
    for day in (1, 2):
        desk.brief(*(_item(*report) for report in case.reports if report[0] == day), day=day)
    return desk.papers[-1]


def _item(day: int, time: str, outlet: str, title: str, text: str, language: str) -> object:
    """A report; what is later than half past six is of the evening before."""
    hour, minute = map(int, time.split(":"))
    back = (morning(day).hour * 60 + morning(day).minute - hour * 60 - minute) % (24 * 60)
    return item(outlet, text, day=day, title=title, language=language, hours=back / 60)


def verdict(case: Case) -> tuple[bool | None, bool, str, str]:
    """Whether the line is right, None where the reports are no story that goes on; whether the headline is
    that of a report with a right line; the headline, the line."""
    found: list[Entry] = [each for each in paper(case).entries if each.since]
    if not found or not found[0].digest.lines:
        return None, False, "", ""
    text, title = found[0].digest.lines[0].text, found[0].digest.title or ""
    begins = tuple(case.right)
    titles = {report[3] for report in case.reports if report[4].startswith(begins)}
    return text.startswith(begins), title in titles, title, text


def main() -> None:
    """Print what is not right, and how much is, for each half."""
    for half in sys.argv[1:] or ["open", "kept"]:
        mine = [case for case in cases() if case.half == half]
        found = [verdict(case) for case in mine]
        for case, (right, fits, title, text) in zip(mine, found, strict=True):
            if not (right and fits):
                print(
                    f"  {half} {case.what}: {'apart' if right is None else right}, {fits}: {title!r}: {text}"
                )
        lines, titles = sum(bool(each[0]) for each in found), sum(each[1] for each in found)
        print(
            f"{half}: of {len(found)} stories {lines} with the right line, {titles} with the right headline"
        )


if __name__ == "__main__":
    main()
