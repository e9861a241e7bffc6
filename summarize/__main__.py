"""`python -m summarize`, the same as `summarize`."""

from summarize.cli import main

main(prog_name="summarize")
