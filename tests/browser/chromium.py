"""Chromium as the tests and the gallery drive it: Debian's, headless, in a profile of its own, silent."""

import contextlib
import shutil

FLAGS = (
    "--no-sandbox",  # runs as root in containers
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = "needs Chromium (Debian: apt-get install chromium)"


def executable():
    """Where Chromium is, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextlib.contextmanager
def started():
    """A running browser; each page it opens in a new context has an empty profile."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS), headless=True)
        try:
            yield browser
        finally:
            browser.close()
