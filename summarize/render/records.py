"""What a JSON document holds, read key by key, so that what is wrong in it can be named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from math import isfinite
from typing import Any, TypeVar

from summarize.model import without_surrogates

_T = TypeVar("_T")
_Date = TypeVar("_Date", date, datetime)


class Record:
    """A JSON object that knows its place, so that what is wrong in it can be named."""

    def __init__(self, value: Any, place: str) -> None:
        if not isinstance(value, dict):
            raise ValueError(f"{place or 'the whole'} is not an object")
        self.value, self.place = value, place

    def path(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def get(self, key: str, kind: type[_T]) -> _T:
        """The value at a key that must be there and be of a kind; a bool is no number."""
        if key not in self.value:
            raise ValueError(f"{self.path(key)} is missing")
        value = self.value[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise ValueError(f"{self.path(key)} is not {_NAMES[kind]}")
        return value

    def text(self, key: str) -> str:
        return without_surrogates(self.get(key, str))

    def text_or_none(self, key: str) -> str | None:
        return None if self.value.get(key) is None else self.text(key)

    def count(self, key: str) -> int:
        value = self.get(key, int)
        if value < 0:
            raise ValueError(f"{self.path(key)} is negative")
        return value

    def number(self, key: str) -> float:
        whole = type(self.value.get(key)) is int  # JSON writes 1.0 as 1 in many hands; a bool is no number
        value = float(self.get(key, int) if whole else self.get(key, float))
        if not isfinite(value):
            raise ValueError(f"{self.path(key)} is not finite")
        return value

    def day(self, key: str) -> date:
        return self._dated(key, date)

    def moment_or_none(self, key: str) -> datetime | None:
        return None if self.value.get(key) is None else self._dated(key, datetime)

    def _dated(self, key: str, kind: type[_Date]) -> _Date:
        try:
            return kind.fromisoformat(self.text(key))
        except ValueError as error:
            raise ValueError(f"{self.path(key)} is not a date") from error

    def one_of(self, key: str, choices: Sequence[_T]) -> _T:
        for choice in choices:
            if choice == self.get(key, str):
                return choice
        raise ValueError(f"{self.path(key)} is none of {', '.join(map(str, choices))}")

    def record(self, key: str) -> Record:
        return Record(self.value.get(key), self.path(key))

    def each(self, key: str, make: Callable[[Record], _T]) -> tuple[_T, ...]:
        values = self.get(key, list)
        return tuple(make(Record(value, f"{self.path(key)}[{at}]")) for at, value in enumerate(values))

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.get(key, list)
        if not all(isinstance(value, str) for value in values):
            raise ValueError(f"{self.path(key)} holds something that is not a text")
        return tuple(map(without_surrogates, values))


_NAMES: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "an object",
}
