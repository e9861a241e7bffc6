"""A newsroom on loopback: feeds and pages that a test writes, and changes between two runs.

    with Newsroom() as room:
        room.feed("/herald.xml", items(3))
        room.page("/1", "The dam held.")

A feed has an ETag of its content and answers 304 to it; `room.log` holds what was asked. `room.answers` is by
path: bytes, or a function that gets the request handler and does as it likes.
"""

import threading
from contextlib import suppress
from datetime import timedelta
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ARTICLE = (
    "The council of {place} met on Thursday and voted {count} to three for a new bridge over the weir. "
    "Work on the bridge in {place} is to begin in May and will take {count} months, the clerk said. "
    "Farmers on the far bank of {place} had asked for it since the flood of {count} years ago."
)
PLACES = (
    "Nuria",
    "Oberau",
    "Saltney",
    "Torvik",
    "Lismore",
    "Pendle",
    "Varna Bay",
    "Quillan",
    "Brask",
    "Ostrey",
)


def item(number, *, published=None, guid=None, text=None, link=None, title=None):
    """One item of a feed, whole: what it tells depends on its number."""
    place = PLACES[number % len(PLACES)]
    text = text or ARTICLE.format(place=place, count=number + 4) + f" It was item {number} of the agenda."
    date = f"<pubDate>{format_datetime(published)}</pubDate>" if published else ""
    return (
        f"<item><title>{escape(title or f'{place} votes for bridge {number}')}</title>"
        f"<guid isPermaLink='false'>{guid or f'urn:item:{number}'}</guid>{date}"
        + (f"<link>{link}</link>" if link else "")
        + f"<content:encoded>{escape(text)}</content:encoded></item>"
    )


def items(count, *, first=0, newest=None):
    """Items, each an hour older than the one before; undated without `newest`."""
    return [
        item(number, published=newest and newest - timedelta(hours=number))
        for number in range(first, first + count)
    ]


def rss(contents, title="Herald"):
    """A feed of such items."""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title><link>https://{title.lower()}.example/</link><language>en</language>"
        f"{''.join(contents)}</channel></rss>"
    ).encode()


class Handler(BaseHTTPRequestHandler):
    """Answers what the room has under a path."""

    def log_message(self, *_):
        """Nothing on standard error."""

    def do_GET(self):
        """The bytes, or 304 where the asker has them; or what the test's function does."""
        room = self.server.room
        with room.lock:
            room.log.append((self.path, dict(self.headers)))
        answer = room.answers.get(self.path.partition("?")[0])
        with suppress(OSError):
            if callable(answer):
                answer(self)
            elif answer is None:
                self.say(404, b"")
            elif self.headers.get("If-None-Match") == self.etag(answer):
                self.say(304, b"", ETag=self.etag(answer))
            else:
                self.say(200, answer, ETag=self.etag(answer))

    def do_POST(self):
        """What is sent is kept."""
        room, size = self.server.room, int(self.headers.get("Content-Length", 0))
        if self.path in room.refuses:
            self.say(503, b"")
            return
        with room.lock:
            room.posted.append((self.path, self.rfile.read(size)))
        self.say(200, b"")

    def etag(self, answer):
        """Quotes and all, and weak, so that whoever takes it apart is found out."""
        return f'W/"{sha256(answer).hexdigest()[:12]}"'

    def say(self, status, body, **headers):
        """One whole answer."""
        self.send_response(status)
        kind = "application/rss+xml" if body.startswith(b"<?xml") else "text/html"
        for name, value in {"Content-Type": kind, **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Listener(ThreadingHTTPServer):
    """Clients that go away are what it is there for."""

    daemon_threads, block_on_close, request_queue_size = True, False, 128

    def handle_error(self, request, client_address):
        """Say nothing of it."""


class Newsroom:
    """The server while a test runs."""

    def __init__(self):
        self.answers = {}
        self.log = []
        self.posted = []
        self.refuses = set()
        self.lock = threading.Lock()
        self.stop = threading.Event()
        self._server = Listener(("127.0.0.1", 0), Handler)
        self._server.room = self
        self.port = self._server.server_address[1]

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self._server.shutdown()
        self._server.server_close()

    def url(self, path, host="127.0.0.1"):
        """An address here."""
        return f"http://{host}:{self.port}{path}"

    def feed(self, path, contents, title="Herald"):
        """Publish items under a path."""
        self.answers[path] = rss(contents, title)

    def fail(self, path, status, **headers):
        """Answer with a status from now on."""
        self.answers[path] = lambda handler: handler.say(status, b"", **headers)

    def hang(self, path):
        """Never answer, from now on."""
        self.answers[path] = lambda _: self.stop.wait()

    def asked(self, path):
        """The headers of each request for a path, in order."""
        return [headers for each, headers in self.log if each == path]
