"""One conversation with a mail server: in time, encrypted where promised, every refusal in words.

The protocol is the standard library's. Ours are the deadline over all of it, and that nothing secret goes
where anybody could read it: a server that does not encrypt as the address says gets no password and no mail.
"""

from __future__ import annotations

import contextlib
import smtplib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from typing import Any

from summarize.briefing.addresses import Server
from summarize.read.connections import Allowance, Connector, HopError, Resolver, resolve
from summarize.read.hops import CERTIFICATES
from summarize.render.sinks import terminal

DEADLINE_SECONDS = 120.0  # servers that greylist keep a stranger waiting for half a minute before they greet
REPLIES_LIMIT = 1 << 16  # bytes of all that a server says; a conversation is about 1 KB
TOO_LARGE = 552
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class MailError(Exception):
    """Why a mail was not taken, in words. code: of the server's reply, None if there was none.

    final: it is this mail that is refused, for good.
    """

    def __init__(self, reason: str, code: int | None = None, *, final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code
        self.final = final


def send(
    server: Server,
    message: bytes,
    *,
    sender: str,
    recipient: str,
    password: str | None = None,
    tls: ssl.SSLContext | None = None,
    deadline_seconds: float = DEADLINE_SECONDS,
    resolver: Resolver = resolve,
) -> None:
    """Hand a message over. Raises `MailError` unless the server has taken it.

    sender, recipient: addresses of the envelope. password: for `server.user`. tls: whom to trust, the
    system's authorities where None.
    """
    session = _Session(server, sender.rpartition("@")[2], deadline_seconds, resolver, tls)
    with session.explained():
        session.greet()
        if server.security == "starttls":
            session.encrypt()
        if server.user and password is not None:
            session.sign_in(server.user, password)
        session.sendmail(sender, [recipient], message)
    # What comes after the server has taken it changes nothing any more.


class _Session(smtplib.SMTP):
    """The library's, with a deadline."""

    def __init__(
        self,
        server: Server,
        me: str,
        deadline_seconds: float,
        resolver: Resolver,
        tls: ssl.SSLContext | None,
    ) -> None:
        # The name of this machine is nobody's business, and looking it up may take a minute.
        super().__init__(local_hostname=me or "localhost")
        self._server = server
        self._tls = tls
        self._allowance = Allowance(deadline_seconds, REPLIES_LIMIT, time.monotonic)
        self._resolver = resolver
        self._handle: socket.socket | None = None
        self._timer: threading.Timer | None = None
        self._late = threading.Event()

    def _get_socket(self, host: str, port: int, timeout: float) -> Any:
        """A connection made and ended within the deadline."""
        connector = Connector(self._allowance, self._resolver, allow_private=True, opened=lambda _: None)
        connected: socket.socket = connector.connect_tcp(host, port).get_extra_info("socket")
        connected.settimeout(None)  # the timer is for all of it, not for the next byte
        # A handle of its own: encryption takes the socket itself away.
        self._handle = connected.dup()
        self._timer = threading.Timer(self._allowance.remaining(), self._end)
        self._timer.daemon = True
        self._timer.start()
        return self._encrypted(connected) if self._server.security == "tls" else connected

    def greet(self) -> None:
        """Connect, and exchange names."""
        code, said = self.connect(self._server.host, self._server.port)
        if code != 220:
            raise smtplib.SMTPConnectError(code, said)
        self.ehlo_or_helo_if_needed()

    def getreply(self) -> tuple[int, bytes]:
        """A reply, within the limit of all replies."""
        if self.file is None and self.sock is not None:
            self.file = _Limited(self.sock.makefile("rb"), self._allowance)
        return super().getreply()

    def encrypt(self) -> None:
        """STARTTLS, or nothing at all."""
        if not self.has_extn("starttls"):
            raise MailError(
                "offers no encryption (STARTTLS), so nothing was sent: look for another port, or smtps://"
            )
        code, said = self.docmd("STARTTLS")
        if code != 220:
            raise MailError(f"does not begin encryption ({_reply(code, said)})", code)
        self.sock = self._encrypted(self.sock)
        # RFC 3207 section 4.2: what was said before the encryption counts no more.
        self.file = self.helo_resp = self.ehlo_resp = None
        self.esmtp_features, self.does_esmtp = {}, False
        self.ehlo_or_helo_if_needed()

    def sign_in(self, user: str, password: str) -> None:
        """AUTH; never over a line that somebody could listen at."""
        if self._server.security == "none" and self._server.host not in LOOPBACK:
            raise MailError("would get the password unencrypted: write smtps:// or smtp+starttls://")
        if not (user + password).isascii():
            raise MailError("cannot be given a user name or password with letters outside ASCII: change it")
        try:
            self.login(user, password)
        except smtplib.SMTPAuthenticationError as error:
            # Without what it says: some repeat what they were given.
            raise MailError(
                f"refuses the user name or the password ({error.smtp_code})", error.smtp_code
            ) from None
        except (smtplib.SMTPNotSupportedError, smtplib.SMTPException) as error:
            if isinstance(error, smtplib.SMTPServerDisconnected | smtplib.SMTPResponseException):
                raise
            raise MailError("offers no way of signing in that is known here") from None

    def _encrypted(self, plain: Any) -> ssl.SSLSocket:
        context = self._tls or ssl.create_default_context()
        return context.wrap_socket(plain, server_hostname=self._server.host)

    def _end(self) -> None:
        """Make whoever waits for the server see the end."""
        self._late.set()
        with contextlib.suppress(OSError):
            if self._handle is not None:
                self._handle.shutdown(socket.SHUT_RDWR)

    @contextlib.contextmanager
    def explained(self) -> Iterator[None]:
        """All that can go wrong, as a `MailError`; the connection is closed in the end."""
        try:
            yield
            with contextlib.suppress(smtplib.SMTPException, OSError):
                self.quit()
        except HopError as error:
            raise MailError(error.reason) from error
        except smtplib.SMTPRecipientsRefused as error:
            [reply] = error.recipients.values()
            raise self._refused("the recipient", *reply) from error
        except smtplib.SMTPSenderRefused as error:
            raise self._refused("the sender", error.smtp_code, error.smtp_error) from error
        except smtplib.SMTPDataError as error:
            raise self._refused("the message", error.smtp_code, error.smtp_error) from error
        except smtplib.SMTPResponseException as error:
            raise self._refused("the connection", error.smtp_code, error.smtp_error) from error
        except ssl.SSLCertVerificationError as error:
            why = CERTIFICATES.get(error.verify_code) or f"the certificate is refused, {error.verify_message}"
            raise self._broken(f"TLS: {why}") from error
        except ssl.SSLError as error:
            raise self._broken("TLS: no secure connection could be made") from error
        except (smtplib.SMTPException, OSError, EOFError) as error:
            raise self._broken("broke off before it had taken the mail") from error
        finally:
            self._closed()

    def _refused(self, what: str, code: int, said: bytes | str) -> MailError:
        if code < 0:
            return self._broken("broke off before it had taken the mail")
        if code == TOO_LARGE:
            return MailError(f"has no room for so large a mail ({_reply(code, said)})", code)
        verb = "puts off" if 400 <= code < 500 else "refuses"
        final = code >= 500 and what != "the connection"
        return MailError(f"{verb} {what} ({_reply(code, said)})", code, final=final)

    def _broken(self, reason: str) -> MailError:
        if self._late.is_set():
            return MailError(f"was not done after {self._allowance.seconds:g} s")
        return MailError(reason)

    def _closed(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self._handle is not None:
            self._handle.close()
        self.close()


class _Limited:
    """A server's replies, read line by line until there are too many."""

    def __init__(self, inner: Any, allowance: Allowance) -> None:
        self._inner = inner
        self._allowance = allowance

    def readline(self, size: int) -> bytes:
        """The next line."""
        line: bytes = self._inner.readline(size)
        self._allowance.receive(len(line))
        return line

    def close(self) -> None:
        """Let go."""
        self._inner.close()


def _reply(code: int, said: bytes | str) -> str:
    """A server's reply for one line of ours: its first words, with nothing in them that acts."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    words = terminal(text)
    return f"{code} {words[:100]}{'…' if len(words) > 100 else ''}".strip()
