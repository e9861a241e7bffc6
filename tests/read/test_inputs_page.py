"""docs/inputs.md against the code: every kind has its row, every row its tests."""

import ast
import re
from pathlib import Path

import pytest

from summarize.read import formats

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "inputs.md").read_text()
KINDS = PAGE.split("## Kinds")[1].split("\n## ")[0]
ROWS = [line for line in KINDS.splitlines() if line.startswith("| ") and not line.startswith("| kind")]
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@pytest.mark.parametrize(("path", "name"), sorted(set(TEST.findall(PAGE))))
def test_a_test_that_the_page_names_is_there(path, name):
    """No row leans on a test that was renamed or taken out."""
    tree = ast.parse((ROOT / path).read_text())
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_row_is_whole_and_names_a_test():
    """Six cells, none empty, the last with a test."""
    cells = [[cell.strip() for cell in row.strip("| ").split(" | ")] for row in ROWS]
    assert [] == [row for row in cells if len(row) != 6 or not all(row) or not TEST.search(row[-1])]


def test_every_suffix_that_is_read_has_its_row():
    """A new reader is documented or this fails."""
    listed = {suffix for row in ROWS for suffix in re.findall(r"`(\.\w+)`", row.split(" | ")[1])}
    assert set(formats.READERS) <= listed
