"""The floors of the house, held: every import goes down, or one way within its own wing."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "summarize").rglob("*.py"))
}
# Each floor is a row of wings that do not know one another; `summarize` is the package's front door.
FLOORS = (
    [{"errors", "model", "options", "paper", "quoting"}],
    [{"read"}, {"text"}, {"rank"}, {"cite"}, {"render"}, {"measure"}],
    [
        {
            "pipeline",
            "drawing",
            "assembly",
            "exchange",
            "witness",
            "explanation",
            "clusters",
            "yardsticks",
            "evaluation",
            "earlier",
            "novelty",
        }
    ],
    [{"stories"}],
    [{"library", "rereading"}, {"briefing"}],
    [{"summarize"}],
    [{"cli", "__main__"}],
)
PLACE = {
    part: (floor, wing)
    for floor, wings in enumerate(FLOORS)
    for wing, parts in enumerate(wings)
    for part in parts
}
# People write digest.to_markdown(), so model.Digest reaches up, inside its methods.
EXCEPTIONS = {("summarize.model", "render")}
# The nouns stand together, each with its invariant, and are looked up rather than read through.
LONG = {"summarize.model"}


def imports(name):
    """The modules of this package that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(MODULES[name].read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "summarize")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "summarize":
            found = {f"{node.module}.{alias.name}" for alias in node.names if alias.name != "__version__"}
            yield from {each if each in MODULES else node.module for each in found}


def place(module):
    return PLACE[part(module)]


def part(module):
    return module.split(".")[1] if "." in module else module


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_from_lower_floors_or_its_own_wing(name):
    """Nothing reaches up, and the wings of a floor do not know one another."""
    strangers = {there for there in imports(name) if place(there) != place(name)}
    up = {there for there in strangers if place(there)[0] >= place(name)[0]}
    assert set() == {there for there in up if (name, part(there)) not in EXCEPTIONS}


def test_no_module_leads_back_to_itself():
    """Inside a wing, too, imports go one way."""
    graph = {
        name: {there for there in imports(name) if place(there) == place(name)} - {name} for name in MODULES
    }
    assert set(MODULES) <= set(TopologicalSorter(graph).static_order())  # or a CycleError that shows the way


def test_modules_are_small_and_named_for_what_they_hold():
    """At most 300 lines each, and no drawer for odds and ends."""
    drawers = ("utils", "util", "helpers", "common", "misc")
    assert LONG == {name for name, path in MODULES.items() if len(path.read_text().splitlines()) > 300}
    assert [] == [name for name in MODULES if name.split(".")[-1] in drawers]
