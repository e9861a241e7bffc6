"""What is wrong with a configuration, as a reader would say it: file and line, key, what would be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from summarize.briefing import places

_RIGHT = {
    "bool_type": "must be true or false, without quotes",
    "finite_number": "must be a number, not nan or inf",
    "float_type": "must be a number, without quotes",
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be {ge:g} or more",
    "int_from_float": "must be a whole number",
    "int_type": "must be a whole number, without quotes",
    "less_than_equal": "must be {le:g} or less",
    "list_type": 'must be a list, such as ["one", "two"]',
    "literal_error": "must be {expected}",
    "model_type": "must be a table: write its keys below a [header]",
    "string_pattern_mismatch": 'must be a code of two or three small letters, such as "en"',
    "string_too_short": "must have {min_length} characters or more",
    "string_type": "must be text in quotes",
    "too_short": "must not be empty: write at least {min_length} into it, or take the key out",
}
_ADVICE: dict[tuple[str | int, ...], str] = {
    ("source",): 'is missing: write [[source]], and below it url = "https://…" or path = "…"',
}

Mistake = tuple[str, str, str]
"""File and line, key, reason."""


def at(path: Path, text: str, where: Sequence[str | int], reason: str) -> Mistake:
    """A mistake at a place of a file's text. where: as `places.line` has it."""
    line = places.line(text, where)
    return f"{path}:{line}" if line else str(path), places.shown(where), reason


def of_table(error: Any, root: type[BaseModel], path: Path, text: str) -> Mistake:
    """One of pydantic's errors. root: what the whole file should be."""
    where: tuple[str | int, ...] = error["loc"]
    if error["type"] == "extra_forbidden":
        known = _known(root, where[:-1])
        close = get_close_matches(str(where[-1]), known, 1)
        advice = f'did you mean "{close[0]}"?' if close else f"known are {', '.join(known)}"
        return at(path, text, where, f"unknown key ({advice})")
    reason = str(error["ctx"]["error"]) if error["type"] == "value_error" else _said(error, where)
    reason = _of_shape(error, where) or reason
    return at(path, text, where, reason[:1].lower() + reason[1:])


def of_toml(said: str, path: Path) -> Mistake:
    """A mistake in the writing itself. said: by tomllib.

    >>> of_toml("Cannot overwrite a value (at line 3, column 12)", Path("news.toml"))
    ('news.toml:3', '', 'is no TOML: cannot overwrite a value, before column 12: mend that line')
    """
    reason, found, column = said, re.search(r" \(at line (\d+), column (\d+)\)$", said), ""
    if found:
        reason, column = said[: found.start()], f", before column {found[2]}: mend that line"
    reason = reason[:1].lower() + reason[1:]
    return (f"{path}:{found[1]}" if found else str(path)), "", f"is no TOML: {reason}{column}"


def _said(error: Any, where: tuple[str | int, ...]) -> str:
    """What pydantic finds wrong, as what would be right."""
    if error["type"] == "missing":
        return _ADVICE.get(where, f'is missing: write {where[-1]} = "…" below [{where[0]}]')
    if error["type"] == "string_too_short" and not error["input"]:
        return "must not be empty: write something into it, or take the key out"
    template = _RIGHT.get(error["type"])
    return template.format(**error.get("ctx", {})) if template else str(error["msg"])


def _of_shape(error: Any, where: tuple[str | int, ...]) -> str:
    """What would be right where a table was meant, or a list of them; "" for any other mistake."""
    if error["type"] not in ("list_type", "model_type"):
        return ""
    if len(where) == 1 and error["type"] == "list_type" and isinstance(error["input"], dict):
        return f"there may be several: write [[{where[0]}]]"
    if len(where) == 1 and isinstance(error["input"], list):
        return f"there is but one: write [{where[0]}]"
    if error["type"] == "model_type" and isinstance(where[-1], int):
        return f"is no table: write [[{where[0]}]], and its keys below it"
    return ""


def twins(table: str, named: Sequence[tuple[str | None, object]], path: Path, text: str) -> Iterator[Mistake]:
    """Tables of a list that have an earlier one's name: nobody could tell which is meant.

    named: of each table the name, and what it is, for a thing that is listed twice is no other.
    """
    first: dict[str, tuple[int, object]] = {}
    for number, (name, thing) in enumerate(named):
        if not name:
            continue
        other, known = first.setdefault(name, (number, thing))
        if known != thing:
            line = places.line(text, (table, other, "name"))
            reason = f'"{name}" is the name of {table}[{other + 1}], line {line}, as well: give it another'
            yield at(path, text, (table, number, "name"), reason)


def _known(root: type[BaseModel], table: tuple[str | int, ...]) -> list[str]:
    """The keys that a table may have."""
    model: Any = root
    for part in table:
        if isinstance(part, str):
            field = model.model_fields.get(part) or next(
                each for each in model.model_fields.values() if each.alias == part
            )
            model = table_of(field.annotation)
    return [field.alias or name for name, field in model.model_fields.items()]


def table_of(annotation: Any) -> Any:
    """The table behind a field's type: `Email | None`, `list[Source]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (table_of(each) for each in getattr(annotation, "__args__", ()))
    return next((each for each in found if each is not None), None)
