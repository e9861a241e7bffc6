"""Three outlets on one bridge, and ways to run the command on them."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from summarize.cli import main

ROOT = Path(__file__).parents[2]
SAMPLE = "samples/dam"
TEXTS = {
    "courier.txt": (
        "The old bridge at Sarn was closed on Monday after divers found cracks in two of its piers. "
        "The county engineer said the repairs would take until the autumn and cost four million crowns. "
        "Buses will go round by Upper Sarn until then, which adds twenty minutes to the journey.\n"
    ),
    "herald.txt": (
        "Divers found cracks in two piers of the old bridge at Sarn, and it was closed on Monday. "
        "Shopkeepers on the east bank fear that they will lose the trade of the whole summer. "
        "The ferry that stopped running in 1931 may come back for a season, the mayor told the council.\n"
    ),
    "post.txt": (
        "Since Monday nobody may cross the old bridge at Sarn, where divers found cracks in two piers. "
        "The repairs will take until the autumn, said the county engineer, and will cost four million crowns. "
        "The bridge was built in 1888 and carried nine thousand cars a day before it was closed.\n"
    ),
}


def write(folder):
    """The articles as files of a folder; their paths as the command line takes them, in order."""
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in TEXTS]


def run(*arguments, stdin=None):
    """Exit status, standard output and standard error of a command run in this process."""
    result = CliRunner().invoke(main, [str(each) for each in arguments], input=stdin, prog_name="summarize")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def process(*arguments, shell=None, **environment):
    """The same as a real process in the project's folder; shell: a line of bash instead of arguments."""
    command = [sys.executable, "-m", "summarize", *arguments]
    return subprocess.run(
        ["bash", "-c", shell] if shell else command,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHON": sys.executable, "LANG": "C.UTF-8", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
