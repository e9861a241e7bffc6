"""Every hostile input ends as it should, within its seconds and MiB, and shows nothing that acts.

The inputs are in `tests/faults/hostile`, written by seed. `make faults` adds the large ones.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.read import formats
from tests.faults.trial import CASES

ROOT = Path(__file__).parents[2]
FEEDS_ARE_READ = ".xml" in formats.READERS


@pytest.fixture(scope="session")
def rows(request, tmp_path_factory):
    """What became of every case that is to be tested, each tried once, the small ones in one process."""
    folder = tmp_path_factory.mktemp("hostile")
    wanted = [
        item.callspec.params["name"]
        for item in request.session.items
        if getattr(item, "originalname", "") == "test_a_hostile_input_ends_as_it_should"
    ]
    # Memory once taken is seldom given back: what may take least goes first, what is large by itself.
    wanted.sort(key=lambda name: (CASES[name].mib, name.startswith("size/")))
    found = tried([name for name in wanted if CASES[name].tier != "full"], folder)
    for name in wanted:
        if name not in found:
            found |= tried([name], folder)
    for denied in folder.rglob("nodes/*"):  # so that the folder can be removed
        if denied.is_dir():
            for each in denied.iterdir():
                if not each.is_symlink():
                    each.chmod(0o700)
    return found


def tried(wanted, folder):
    """What became of these cases, by name: one process for all, and another where one dies."""
    found = {}
    while wanted:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.trial", str(folder), *wanted],
            cwd=ROOT,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        rows = {row["name"]: row for row in map(json.loads, done.stdout.splitlines())}
        fatal = [name for name in wanted if name not in rows][:1]
        found |= rows | {
            name: {"fatal": f"status {done.returncode}: {done.stderr[-2000:]}"} for name in fatal
        }
        wanted = [name for name in wanted if name not in found]
    return found


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[pytest.mark.full] * (case.tier == "full")) for name, case in CASES.items()],
)
def test_a_hostile_input_ends_as_it_should(rows, name):
    """Read, skipped with a reason or empty as expected; in its limits; nothing forbidden in any output."""
    case, row = CASES[name], rows[name]
    assert None is row.get("fatal")
    assert [] == row["found"]
    assert [] == [line for line in row["skipped"] if "\n" in line or "Traceback" in line or len(line) > 500]
    assert [] == [reason for reason in row["reasons"] if "reader fails" in reason]
    if case.kind in ("feed", "jsonfeed") and not FEEDS_ARE_READ:
        return  # as long as they are taken for text
    assert as_expected(case, row), row
    assert case.seconds >= row["seconds"]
    assert case.mib >= row["mib"]


def as_expected(case, row):
    """Whether what became of a case is what should; a folder's good files are used whatever else is in it."""
    outcomes = {
        "ok": row["read"] > 0,
        "clean": row["read"] > 0,
        "skip": bool(row["skipped"]),
        "empty": row["lines"] == 0,
        "bound": bool(row["read"] or row["skipped"]),
    }
    used = row["lines"] > 0 or case.kind != "dir" or "device" in case.name
    return outcomes[case.expect] and used
