"""Mail servers on loopback: a real one (aiosmtpd) that refuses as asked, and a rude one that keeps to nothing.

with MailServer(data="451 4.3.2 queue full") as server:
    send(..., server.url())
"""

import asyncio
import email
import socket
import threading
from contextlib import suppress
from email import policy

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

OK = "250 2.0.0 taken"


class MailServer(Controller):
    """Takes mail. mail, rcpt, data: what it says to those commands instead; a dict for rcpt is by address.

    drop: when it hangs up: "data", with the mail taken and not acknowledged, or "quit". password: what it
    wants. tls: its side of the encryption; implicit: from the first byte on.
    """

    def __init__(
        self,
        *,
        mail=OK,
        rcpt=OK,
        data=OK,
        drop="",
        password=None,
        tls=None,
        implicit=False,
        limit=None,
        ehlo=(),
    ):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.answers = {"mail": mail, "rcpt": rcpt, "data": data}
        self.drop, self.password, self.extras, self.taken = drop, password, ehlo, []
        self.tried = []
        super().__init__(
            self,
            hostname="127.0.0.1",
            port=self.socket.getsockname()[1],
            server_hostname="mail.example",
            ssl_context=tls if implicit else None,
            tls_context=None if implicit else tls,
            data_size_limit=limit,
            authenticator=self.authenticate,
            auth_require_tls=False,
        )

    def _create_server(self):
        # On a socket that is bound already, so that there is no race for the port.
        return self.loop.create_server(self._factory_invoker, sock=self.socket, ssl=self.ssl_context)

    def _trigger_server(self):
        # The library connects once to see that it runs; without knowing our certificate it need not.
        self._factory_invoker()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def url(self, scheme="smtp", user=""):
        """Where it is, by a name that its certificate has."""
        return f"{scheme}://{user and user + '@'}localhost:{self.port}"

    def authenticate(self, server, session, envelope, mechanism, credentials):
        """Whether the password is right."""
        found = (credentials.login.decode(), credentials.password.decode())
        self.tried.append(found)
        return AuthResult(success=found[1] == self.password, handled=False)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802 - the library calls it so
        """Its name and what it can."""
        session.host_name = hostname
        return [*responses[:-1], *(f"250-{extra}" for extra in self.extras), responses[-1]]

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802 - the library calls it so
        """Who writes."""
        envelope.mail_from = address
        return self.answers["mail"]

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - the library calls it so
        """To whom."""
        answer = self.answers["rcpt"]
        answer = answer.get(address, OK) if isinstance(answer, dict) else answer
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the library calls it so
        """The mail itself."""
        answer = self.answers["data"]
        answer = answer(envelope.content) if callable(answer) else answer
        if answer.startswith("250"):
            self.taken.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        if self.drop == "data":
            server.transport.abort()
            await asyncio.sleep(0)
        return answer

    async def handle_QUIT(self, server, session, envelope):  # noqa: N802 - the library calls it so
        """The end."""
        if self.drop == "quit":
            server.transport.abort()
        return "221 2.0.0 bye"

    @property
    def mails(self):
        """What it took, as a mail program reads it."""
        return [email.message_from_bytes(content, policy=policy.default) for _, _, content in self.taken]


class RudeServer:
    """Says these lines, one to each line it gets, the first unasked; then nothing more until it is stopped.

    An empty line is no answer; endless repeats its last line for ever.
    """

    def __init__(self, *lines, endless=False):
        self._lines, self._endless = lines, endless
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self.connections = 0

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()

    def url(self, scheme="smtp", user=""):
        """Where it is."""
        return f"{scheme}://{user and user + '@'}localhost:{self._socket.getsockname()[1]}"

    def _serve(self):
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self.connections += 1
                with connection, suppress(OSError):
                    self._talk(connection)

    def _talk(self, connection):
        connection.settimeout(5)
        for number, line in enumerate(self._lines):
            if number and not connection.recv(65536):
                return
            connection.sendall(line.encode() + b"\r\n" if line else b"")
        while self._endless and not self._stop.is_set():
            connection.sendall(self._lines[-1].encode() + b"\r\n")
        connection.settimeout(None)
        while not self._stop.is_set() and connection.recv(65536):
            pass
