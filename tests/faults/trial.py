"""One hostile input after the other, in this process: what became of it, and what it took.

`python -m tests.faults.trial FOLDER NAME...` prints a line of JSON for each case. What dies here takes
only its case with it: the test starts another process for the rest.
"""

import json
import math
import os
import resource
import sys
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import summarize
from summarize.read import process
from summarize.render import sinks
from tests.faults.hostile import feeds, nodes, pages, texts

CASES = {case.name: case for module in (texts, pages, feeds, nodes) for case in module.CASES}
LABELS = ("aria-label", "title")
SENTENCES = 40  # more than people ask for, so that more of what is hostile is shown


def main(folder, *wanted):
    """Try the cases of these names."""
    harmless = markup(summarize.summarize("samples/dam"))
    for name in wanted:
        case = CASES[name]
        _limit(None)
        path = place(case, Path(folder) / name)
        _limit(case)
        _forget_peaks()
        spent = seconds()
        row = trial(case, str(path), harmless)
        print(json.dumps({"name": name, **row, "seconds": seconds() - spent, "mib": mebibytes()}), flush=True)


def place(case, path):
    """The file or folder of a case, made."""
    path = path.with_name(path.name + (f".{case.suffix}" if case.suffix else ""))
    path.parent.mkdir(parents=True, exist_ok=True)
    if case.kind == "dir":
        return case.make(path, Random(case.name)) or path
    path.write_bytes(case.content())
    return path


def trial(case, path, harmless):
    """What was read and skipped, and which forbidden strings some output holds."""
    digest = summarize.summarize([path], sentences=SENTENCES)
    lines = [sinks.terminal(f"{each.subject}: {each.error}") for each in digest.skipped]
    outputs = {
        "text": digest.to_text(),
        "markdown": digest.to_markdown(),
        "html": digest.to_html(),
        "json": "\n".join(strings(json.loads(digest.to_json()))),
        "errors": "\n".join(lines),
    }
    if case.where == "markup":
        outputs = {"markup": "\n".join(markup(digest) - harmless).lower()}
    return {
        "read": len(digest.sources),
        "lines": len(digest.lines),
        "skipped": lines,
        "found": [
            f"{mark!r} in {name}" for name, text in outputs.items() for mark in case.forbid if mark in text
        ],
        "reasons": [each.error for each in digest.skipped],
    }


def strings(value):
    """Every string of a JSON value, keys included."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, str):
        yield value


class _Markup(HTMLParser):
    """The tags, attributes, link targets and styles of a page, as one would write them."""

    def __init__(self, page):
        super().__init__()
        self.found, self.inside = set(), None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.inside = tag
        for name, value in attributes:
            # An address on the page is fine as long as it is http(s), and a label is read out to
            # people; what either says is not markup.
            spoken = name in LABELS or (value or "").startswith(("http://", "https://", "#"))
            shown = "" if spoken else (value or "").strip()
            self.found.add(f"<{tag} {name}={shown}")
            self.found.add(f"{name}={shown}")
        self.found.add(f"<{tag}")

    def handle_data(self, data):
        if self.inside in ("style", "script"):
            self.found.add(data)

    def handle_endtag(self, tag):
        self.inside = None


def markup(digest):
    """What acts in the HTML page and in the Markdown, once rendered."""
    from markdown_it import MarkdownIt

    rendered = MarkdownIt("gfm-like").render(digest.to_markdown())
    return {each for page in (digest.to_html(), rendered) for each in _Markup(page).found}


def seconds():
    """Processor seconds of this process, the worker at work and those that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    ticks = sum(map(int, _of_worker("stat").rpartition(")")[2].split()[11:13]))
    return sum(each.ru_utime + each.ru_stime for each in used) + ticks / os.sysconf("SC_CLK_TCK")


def mebibytes():
    """Peak resident memory of both processes since `_forget_peaks`; 0 where the system does not say."""
    own = Path("/proc/self/status")
    status = (own.read_text() if own.exists() else "") + _of_worker("status")
    peaks = [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")]
    return sum(peaks) / 1024


def _forget_peaks():
    for pid in ("self", *(each._process.pid for each in process._kept)):
        path = Path(f"/proc/{pid}/clear_refs")
        if path.exists():
            path.write_text("5")


def _of_worker(name):
    """What /proc says of the worker that is kept."""
    for each in process._kept:
        path = Path(f"/proc/{each._process.pid}/{name}")
        if path.exists():
            return path.read_text()
    return ""


def _limit(case):
    """End this process if a case that hangs has taken twice its time; making the inputs may take any."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soon = math.ceil(used.ru_utime + used.ru_stime + 2 * case.seconds) + 2 if case else hard
    resource.setrlimit(resource.RLIMIT_CPU, (soon, hard))


if __name__ == "__main__":
    main(*sys.argv[1:])
