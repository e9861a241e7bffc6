"""Two people of one surname: "Anna Moller" and "Lars Moller", and not "Dan Ortiz" and "Daniel Ortiz"."""

from __future__ import annotations

from summarize.cite.names import Name
from summarize.cite.statement import Statement


def another_of_the_name(a: Statement, b: Statement) -> bool:
    """Whether A names somebody in full of whose surname B has others alone."""
    full = [name for name in a.names if len(name.parts) > 1 and name.first not in a.attribution]
    return any(_is_another(name, b) for name in full)


def _is_another(name: Name, b: Statement) -> bool:
    namesakes = [other for other in b.names if other.parts[-1] == name.parts[-1]]
    return bool(namesakes) and all(len(other.parts) > 1 and not _one(name, other) for other in namesakes)


def _one(x: Name, y: Name) -> bool:
    """Whether a first name of one has the initial of one of the other's: "Dan", "Daniel", "D."."""
    return not {part[0] for part in x.parts[:-1]}.isdisjoint(part[0] for part in y.parts[:-1])
