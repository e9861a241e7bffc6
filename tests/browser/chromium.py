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


class Visit:
    """Pages opened from a file. seen: what they asked for, said and showed, which is nothing if all is well."""

    def __init__(self, browser, folder):
        self.file, self.seen = folder / "page.html", []
        self._page = browser.new_page()
        self._page.on("console", lambda message: self.seen.append(message.text))
        self._page.on("pageerror", lambda error: self.seen.append(str(error)))
        self._page.on("dialog", lambda dialog: (self.seen.append(dialog.message), dialog.dismiss()))
        self._page.on("request", self._asked)

    def open(self, html, *, width=1280, height=800, scheme="light", media="screen"):
        """The page, loaded."""
        self.file.write_text(html)
        self._page.set_viewport_size({"width": width, "height": height})
        self._page.emulate_media(media=media, color_scheme=scheme)
        self._page.goto(self.file.as_uri())
        return self._page

    def _asked(self, request):
        if request.url.partition("#")[0] != self.file.as_uri():
            self.seen.append(request.url)
