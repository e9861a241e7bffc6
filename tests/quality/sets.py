"""What quality is measured on: the development sets, where they are, and a miniature of our own."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from summarize import read
from summarize.model import Budget, Document

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data"))


def required(file: str) -> Path:
    """A file below DATA; where it is not, the command ends with a line that says so."""
    path = DATA / file
    if not path.is_file():
        raise SystemExit(f"{path}: not here; set SUMMARIZE_DATA to the folder of development data")
    return path


@dataclass(frozen=True)
class Set:
    """An evaluation set. file: below DATA. gated: how many clusters the gate measures, None is all."""

    name: str
    file: str
    budget: Budget
    language: str | None = None
    gated: int | None = None

    @property
    def path(self) -> Path:
        return DATA / self.file


MULTILING = "multiling2011/dev.jsonl"
SETS = (
    Set("multinews", "multinews/dev.jsonl", Budget(250, "words"), gated=100),
    *(
        Set(f"multiling {code}", MULTILING, Budget(250, "words"), language=code)
        for code in ("ar", "cs", "el", "en", "fr", "he", "hi")
    ),
    Set("opinosis", "opinosis/dev.jsonl", Budget(25, "words")),
)


def miniature(folder: Path) -> Path:
    """Our samples with references of our own, as a file of clusters."""
    described = json.loads((Path(__file__).parent / "references.json").read_text(encoding="utf-8"))
    path = folder / "miniature.jsonl"
    records = [{"id": name, "documents": _documents(name), **each} for name, each in described.items()]
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def _documents(name: str) -> list[dict[str, str]]:
    found = read.sources([str(ROOT / "samples" / name)])
    documents = [each for each in found if isinstance(each, Document)]
    return [
        {
            "text": each.text,
            "title": each.title or "",
            "url": Path(each.uri).name if "://" not in each.uri else each.uri,
        }
        for each in sorted(documents, key=lambda document: document.uri)
    ]
