"""The examples of the documentation, run. `make docs` writes what they print; the tests compare.

In a fenced block marked `console`, lines that begin with "$ " are run by bash and what follows is what
they print; in one marked `pycon`, ">>> " and "... " are Python's. Each page runs in a folder of its
own that holds `samples/`. Between `<!-- decisions -->` marks stands the list of docs/decisions, between
`<!-- quality -->` marks an excerpt of docs/quality.md.
"""

import contextlib
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

_BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_INDEX = re.compile(r"(?<=<!-- decisions -->\n).*?(?=<!-- decisions -->)", re.DOTALL)
_EXCERPT = re.compile(r"(?<=<!-- quality -->\n).*?(?=<!-- quality -->)", re.DOTALL)
EXCERPT = (
    "method",
    "---",
    "**`consensus`**",
    "`lead`",
    "`lexrank`",
    "`sumy-lex-rank`",
    "`sumy-lsa`",
    "`random`",
)


def current(text):
    """A page as it should be: every example followed by what it prints today."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copytree(ROOT / "samples", "samples")
        names = {}
        text = _BLOCK.sub(lambda block: _rerun(block[1], block[2], names), text)
    text = _INDEX.sub(lambda _: _decisions(), text)
    return _EXCERPT.sub(lambda _: _quality(), text)


def _rerun(kind, block, names):
    printed = _console(block) if kind == "console" else _pycon(block, names)
    return f"```{kind}\n{printed}```"


def _console(block):
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{_shell(command[2:])}" for command in commands)


def _shell(command):
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LANG": "C.UTF-8",
    }
    printed = subprocess.run(
        ["bash", "-c", command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ).stdout
    if "Traceback" in printed:
        raise RuntimeError(f"{command}\n{printed}")
    return printed


def _pycon(block, names):
    shown = []
    for example in doctest.DocTestParser().get_examples(block):
        first, *rest = example.source.splitlines()
        shown += [f">>> {first}\n", *(f"... {line}\n" for line in rest), _python(example.source, names)]
    return "".join(shown)


def _python(source, names):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(source, "<example>", "single"), names)
    return printed.getvalue()


def _decisions():
    pages = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    titles = [page.read_text().split("\n", 1)[0].removeprefix("# ") for page in pages]
    return "".join(f"- [{title}]({page.name})\n" for title, page in zip(titles, pages, strict=True))


def _quality():
    """The first table of docs/quality.md (Multi-News), some of its rows up to the differences."""
    rows = [line.split("|") for line in (ROOT / "docs" / "quality.md").read_text().splitlines()]
    first = {cells[1].strip(): cells[:7] for cells in reversed(rows) if len(cells) == 13}
    return "".join(f"{'|'.join(first[name])}|\n" for name in EXCERPT)


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(current(page.read_text()))
