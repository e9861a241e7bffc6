"""Development bundles told as two days: what `kinship` and `two_days` ask about.

Some of a bundle's documents are told on the first day, the others wait for the second; so many bundles make a day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from summarize.model import Document
from tests.quality.relations import bundles
from tests.quality.sets import DATA, required
from tests.quality.stories import multiling, read

Story = Sequence[Document]
Split = Callable[[Story], tuple[Story, Story]]
Entry = TypeVar("Entry")


def first_half(story: Story) -> tuple[Story, Story]:
    """The documents of the first day, the fewer where their number is odd, and of the second."""
    return story[: len(story) // 2], story[len(story) // 2 :]


def every_other(story: Story) -> tuple[Story, Story]:
    return story[::2], story[1::2]


def several() -> dict[str, list[Document]]:
    """The bundles of Multi-News of two documents or more, by id, in the order of the file."""
    required("multinews/dev.jsonl")
    found = bundles(DATA).items()
    return {name: story for name, story in found if name.startswith("mn-") and len(story) > 1}


def titled() -> list[list[Document]]:
    """The stories of two articles or more of the development set that has headlines."""
    found: dict[str, list[Document]] = {}
    for document, story in read():
        found.setdefault(story, []).append(document)
    return [found[story] for story in sorted(found) if len(found[story]) > 1]


def languages() -> list[list[list[Document]]]:
    """The topics of MultiLing, by language: a day of five for each."""
    found: dict[str, dict[str, list[Document]]] = {}
    for code, articles in multiling().items():
        for document, story in articles:
            found.setdefault(code, {}).setdefault(story, []).append(document)
    return [list(topics.values()) for topics in found.values()]


def days(stories: Sequence[Entry], size: int) -> Iterator[Sequence[Entry]]:
    """So many stories at a time, the rest on a last day of its own."""
    return (stories[at : at + size] for at in range(0, len(stories), size))
