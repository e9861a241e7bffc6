"""Two people of one surname: "Anna Moller" and "Lars Moller", and not "Dan Ortiz" and "Daniel Ortiz"."""

from __future__ import annotations

from collections.abc import Iterable

from summarize.cite.coverage import alike
from summarize.cite.names import Name
from summarize.cite.statement import Statement

_SHORTEST = 3  # letters of a short form; fewer are initials
# Short forms that are not how the long one begins; whoever has two of a row may be one.
_SHORT_FOR = tuple(
    frozenset(names.split())
    for names in (
        "william bill billy will willie",
        "robert bob bobby rob",
        "richard dick rick rich",
        "james jim jimmy jamie",
        "john jack johnny jon jonathan",
        "michael mike mick",
        "edward ed ted ned eddie",
        "anthony tony",
        "charles chuck charlie",
        "joseph joe joey",
        "henry harry hank",
        "thomas tom tommy",
        "andrew andy drew",
        "stephen steven steve",
        "lawrence larry",
        "theodore ted teddy",
        "elizabeth liz beth betty eliza lisa",
        "margaret maggie meg peggy",
        "katherine catherine kate katie kathy cathy",
        "patricia pat patty tricia",
        "susan sue susie",
        "alexander alex sasha sandy",
        "francis frank",
        "antonio toni tony",
        "josé pepe",
        "francisco paco pancho",
        "vladimir volodymyr",
    )
)


def another_of_the_name(a: Statement, b: Statement) -> bool:
    """Whether A names somebody in full of whose surname B has others alone."""
    surnames: dict[str, list[Name]] = {}
    for name in b.names:
        surnames.setdefault(name.parts[-1], []).append(name)
    return any(
        name.first not in a.attribution and _is_another(name, surnames.get(name.parts[-1], ()))
        for name in a.names
        if len(name.parts) > 1
    )


def _is_another(name: Name, others: Iterable[Name]) -> bool:
    full = [other for other in others if len(other.parts) > 1]
    return bool(full) and full == list(others) and not any(_one(name, other) for other in full)


def _one(x: Name, y: Name) -> bool:
    """Whether the word before the surname of one is, in some form, among those of the other."""
    return any(_form_of(x.parts[-2], other) for other in y.parts[:-1]) or any(
        _form_of(given, y.parts[-2]) for given in x.parts[:-1]
    )


def _form_of(x: str, y: str) -> bool:
    short, long = sorted((x, y), key=len)
    x_sound, y_sound = _sounded(x), _sounded(y)
    if x_sound == y_sound or alike(x_sound, y_sound) or any(names >= {x, y} for names in _SHORT_FOR):
        return True
    if len(short) < _SHORTEST:
        return long[0] in short  # "J. P. Keel"
    return len(short) >= _SHORTEST and long.startswith(short) and long != short + "a"


def _sounded(name: str) -> str:
    """A first name without what is not heard: "Sarah", "Anne", "John"."""
    return name.replace("h", "").rstrip("e")
