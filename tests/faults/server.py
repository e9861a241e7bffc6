"""A web server on loopback that misbehaves as asked: each path names a fault.

    with Server() as server:
        client.get(server.url("/hang"))

`server.log` holds what was asked, `server.stop` ends whatever hangs. Numbers in a path are the fault's:
`/chain/5` is five redirects, `/dribble/100` a hundred bytes every twentieth of a second, `/huge/3` is 3 MiB.
"""

import gzip
import io
import re
import socket
import struct
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Valley notes</title><link>http://valley.example/</link>'
    + "".join(
        f"<item><title>Bridge {number} shut</title><guid>urn:bridge:{number}</guid>"
        f"<description>Bridge {number} was shut on Monday; the repair takes {number + 2} weeks.</description></item>"
        for number in range(5)
    )
    + "</channel></rss>"
).encode()
PAGE = (
    b"<html><head><title>Market opens again</title></head><body><article>"
    b"<p>The market at Nuria opened again on Friday with ninety stalls, two years after the flood.</p>"
    b"<p>Traders said the new roof had cost four million crowns and still let in the rain.</p>"
    b"</article></body></html>"
)
ETAG, MODIFIED = 'W/"v1"', "Mon, 02 Mar 2026 08:00:00 GMT"
PAUSE = 0.05  # seconds between two drops


@dataclass(frozen=True)
class Seen:
    """One request, as it came in."""

    method: str
    path: str
    headers: dict
    body: bytes = b""


def bomb(mebibytes):
    """That many MiB of spaces, packed by gzip a thousandfold."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
        for _ in range(mebibytes):
            file.write(b" " * 2**20)
    return packed.getvalue()


def pump(source, target):
    """All bytes of one connection into another."""
    with suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)


class Handler(BaseHTTPRequestHandler):
    """Answers by the first part of the path; a method each, in the order of what goes wrong."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Nothing on standard error."""

    def do_POST(self):
        """As it would to a GET, with what was posted in the log."""
        self.do_GET(self.rfile.read(int(self.headers["Content-Length"])))

    def do_GET(self, body=b""):
        """Whatever the path says."""
        self.close_connection = True
        path, _, self.query = re.sub(r"\Ahttp://[^/]*", "", self.path).partition("?")  # as a proxy's
        name, *self.rest = path.strip("/").split("/")
        self.number = int(self.rest[0]) if self.rest and self.rest[0].isdigit() else 0
        self.hits = self.server.owner.saw(Seen(self.command, self.path, dict(self.headers), body))
        with suppress(OSError):
            getattr(self, "answer_" + name.replace("-", "_").replace(".", "_"), self.answer_nothing)()

    def do_CONNECT(self):
        """A tunnel to the port named, wherever its host may be; none for a password that is wrong."""
        self.server.owner.saw(Seen(self.command, self.path, dict(self.headers)))
        if self.headers.get("Proxy-Authorization", "Basic bWU6cw==") != "Basic bWU6cw==":
            self.send(407, b"")
            return
        with socket.create_connection(("127.0.0.1", int(self.path.rpartition(":")[2]))) as there:
            self.raw(b"HTTP/1.1 200 Connection established\r\n\r\n")
            self.close_connection = True
            back = threading.Thread(target=pump, args=(there, self.connection), daemon=True)
            back.start()
            pump(self.connection, there)
            back.join()

    def send(self, status=200, body=PAGE, **headers):
        """A well-formed answer; a header that is None is left out."""
        self.send_response(status)
        headers = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body)), **headers}
        for name, value in {**headers, "Connection": "close"}.items():
            if value is not None:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def raw(self, *pieces):
        """Bytes as they are."""
        for piece in pieces:
            self.wfile.write(piece)
        self.wfile.flush()

    def drip(self, drop):
        """The same bytes again and again, until the test is over."""
        while not self.server.owner.stop.wait(PAUSE):
            self.raw(drop)

    def answer_nothing(self):
        self.send(404, b"no", Content_Type="text/plain")

    def answer_page(self):
        self.send()

    def answer_feed_xml(self):
        self.send(body=FEED, Content_Type="application/rss+xml")

    def answer_linked_xml(self):
        item = "<item><link>{}</link><description>It rained.</description></item>".format
        links = "".join(map(item, map(self.server.owner.url, ("/page", "/status/404"))))
        self.send(body=f"<rss><channel>{links}</channel></rss>".encode(), Content_Type="application/rss+xml")

    def answer_robots_txt(self):
        rules = self.server.owner.robots
        if isinstance(rules, str):
            self.send(body=rules.encode(), Content_Type="text/plain")
        elif callable(rules):
            rules(self)
        else:
            self.send(rules, b"")

    def answer_etag(self):
        returned = self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
        validators = {"ETag": ETAG, "Last_Modified": MODIFIED}
        if returned == (ETAG, MODIFIED):
            self.send(304, b"", Content_Length=None)
        else:
            self.send(**validators)

    def answer_gate(self):
        self.server.owner.gate()
        self.send()

    def answer_hang(self):
        self.server.owner.stop.wait()

    def answer_headers_drip(self):
        self.raw(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self.drip(b"a")

    def answer_continue_drip(self):
        self.drip(b"HTTP/1.1 100 Continue\r\n\r\n")

    def answer_dribble(self):
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        self.drip(b" " * max(self.number, 1))

    def answer_stall(self):
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(PAGE), PAGE[: len(PAGE) // 2])
        self.server.owner.stop.wait()

    def answer_close(self):
        pass

    def answer_reset(self):
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(PAGE), PAGE[:100])
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def answer_short(self):
        self.send(Content_Length=str(len(PAGE) + 5000))

    def answer_bad_chunk(self):
        self.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\nZZ\r\nabc\r\n")

    def answer_half_chunked(self):
        self.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n")

    def answer_huge(self):
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", *[b"x" * 2**20] * self.number)

    def answer_liar(self):
        self.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", *[b"x" * 2**20] * self.number)

    def answer_gzip(self):
        self.send(body=gzip.compress(PAGE), Content_Encoding="gzip")

    def answer_half_gzip(self):
        self.send(body=gzip.compress(PAGE)[:-20], Content_Encoding="gzip")

    def answer_not_gzip(self):
        self.send(Content_Encoding="gzip")

    def answer_brotli(self):
        self.send(Content_Encoding="br")

    def answer_gzip_bomb(self):
        self.send(body=bomb(self.number), Content_Encoding="gzip")

    def answer_double_bomb(self):
        self.send(body=gzip.compress(bomb(self.number)), Content_Encoding="gzip, gzip")

    def answer_redirect_bomb(self):
        self.send(302, bomb(self.number), Content_Encoding="gzip", Location="/page")

    def answer_redirect_hang(self):
        self.raw(b"HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 1000\r\n\r\n")
        self.server.owner.stop.wait()

    def answer_loop(self):
        self.send(302, b"", Location=self.path)

    def answer_chain(self):
        self.send(302, b"", Location=f"/chain/{self.number - 1}" if self.number > 1 else "/page")

    def answer_to(self):
        self.send(self.number or 302, b"", Location=unquote(self.query).encode().decode("latin-1"))

    def answer_to_nothing(self):
        self.send(302, b"")

    def answer_control_location(self):
        self.raw(b"HTTP/1.1 302 Found\r\nLocation: /page\x00\x1b[31m\r\nContent-Length: 0\r\n\r\n")

    def answer_status(self):
        self.send(self.number, b"" if self.number in (204, 304) else b"\x1b[31mno")

    def answer_retry(self):
        self.send(self.number, b"slow down", Retry_After=unquote("/".join(self.rest[1:])))

    def answer_once(self):
        """The status, then a page."""
        if self.hits > 1:
            self.send()
        else:
            self.send(self.number, b"", Retry_After="/".join(self.rest[1:]) or None)

    def answer_many_headers(self):
        self.send(**{f"X_{number}": "v" for number in range(20_000)})

    def answer_long_header(self):
        self.send(X_Long="a" * 2**20)

    def answer_http09(self):
        self.raw(PAGE)

    def answer_auth(self):
        self.send(401, b"", WWW_Authenticate='Basic realm="\x1b[31mr"')

    def answer_set_cookie(self):
        self.send(302, b"", Set_Cookie="id=1; Path=/", Location="/page")

    def answer_charset(self):
        self.send(Content_Type="text/html; charset=utf-16")

    def answer_png(self):
        self.send(body=b"\x89PNG\r\n\x1a\n" + b"\0" * 500, Content_Type="text/html")

    def answer_sign_in(self):
        self.send(
            body=b"<html><title>Sign in</title><form></form></html>", Content_Type="application/rss+xml"
        )


class Listener(ThreadingHTTPServer):
    """Connections that break are what it is there for; anything else is a mistake in this file."""

    daemon_threads, block_on_close = True, False

    def handle_error(self, request, client_address):
        """Say nothing of what the client did."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class Server:
    """The server while a test runs; `robots` is its robots.txt, a status, or what answers for it.

    `gate` is called before `/gate` is answered; `seen` is set by the first request.
    """

    def __init__(self, *, tls=None):
        self.log = []
        self.robots = 404
        self.gate = lambda: None
        self.seen = threading.Event()
        self.stop = threading.Event()
        self._lock = threading.Lock()
        self._server = Listener(("127.0.0.1", 0), Handler)
        self._server.owner = self
        self._scheme = "https" if tls else "http"
        if tls:
            self._server.socket = tls.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self.port = self._server.server_address[1]

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self._server.shutdown()
        self._server.server_close()

    def url(self, path="/page", host="127.0.0.1", login=""):
        """An address of this server."""
        return f"{self._scheme}://{login}{host}:{self.port}{path}"

    def asked(self, *, robots=False):
        """The paths asked for so far, in order."""
        return [seen.path for seen in self.log if robots or seen.path != "/robots.txt"]

    def saw(self, seen):
        """Note a request; how many of its path there have been."""
        with self._lock:
            self.log.append(seen)
            self.seen.set()
            return sum(seen.path == each.path for each in self.log)
