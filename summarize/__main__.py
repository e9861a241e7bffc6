"""`python -m summarize` and the command `summarize`, the same.

Stopped while it still imports, Python would show a traceback; until `main` takes over, a signal just ends it.
Before that it is Python itself that starts, and cannot be helped.
"""

from __future__ import annotations

import os
import signal

TYPE_CHECKING = False  # as in `summarize`
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> NoReturn:
    """Run the command line and exit."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(128 + signal.SIGINT))
    from summarize.cli import main

    signal.signal(signal.SIGINT, signal.default_int_handler)
    main(prog_name="summarize")
    raise SystemExit  # never reached: main exits


if __name__ == "__main__":
    run()
