"""The drawing of docs/explanation.md, held: every import goes down, or sideways within one wing."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "summarize"
FLOORS = [
    {"errors", "model", "options"},
    {"read", "text", "rank", "cite", "render", "measure"},
    {"pipeline"},
    {"library", "stories", "batch"},
    {"briefing"},
    {"cli", "__main__"},
]
FLOOR = {wing: number for number, wings in enumerate(FLOORS) for wing in wings}
# People write digest.to_markdown(), so model.Digest reaches up, lazily; the package itself hands out
# names and holds the version.
EXCEPTIONS = {("model", "render"), ("pipeline", "summarize"), ("cli", "summarize"), ("read", "summarize")}

MODULES = {
    ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(ROOT.rglob("*.py"))
}


def imports(name):
    """The modules of this package that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(MODULES[name].read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "summarize")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "summarize":
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (module if module in MODULES else node.module for module in whole)


def wing(module):
    return (module + ".").split(".")[1] or "summarize"


@pytest.mark.parametrize("name", [name for name in MODULES if name != "summarize"])
def test_a_module_imports_from_lower_floors_or_its_own_wing(name):
    """Nothing reaches up, and the wings of a floor do not know one another."""
    reached = {(wing(name), wing(module)) for module in imports(name)} - EXCEPTIONS
    together = FLOORS[0]  # the ground floor is one wing
    assert [] == [
        f"{here} imports {there}"
        for here, there in sorted(reached)
        if here != there and not {here, there} <= together and FLOOR[here] <= FLOOR.get(there, len(FLOORS))
    ]


def test_no_module_leads_back_to_itself():
    """Inside a wing, too, imports go one way."""
    graph = {
        name: {module for module in imports(name) if wing(module) == wing(name)} - {name} for name in MODULES
    }
    assert set(MODULES) <= set(TopologicalSorter(graph).static_order())  # or a CycleError that shows the way


def test_modules_are_small_and_named_for_what_they_hold():
    """At most 300 lines each, and no drawer for odds and ends."""
    assert [] == [name for name, path in MODULES.items() if len(path.read_text().splitlines()) > 300]
    assert [] == [
        name for name in MODULES if name.split(".")[-1] in ("utils", "util", "helpers", "common", "misc")
    ]
