"""Mail that does not get through: kept, said in one line with the server's name and reply, never doubled."""

import socket
import ssl

import pytest
import trustme

from summarize.briefing import deliver
from summarize.briefing.addresses import Server, mailbox
from summarize.briefing.config import Config
from summarize.briefing.mail import Mail, Post
from summarize.errors import DeliveryError
from tests.briefing.papers import DAWN, paper_of, parcel
from tests.faults.mail_server import MailServer, RudeServer

AUTHORITY, STRANGER = trustme.CA(), trustme.CA()
ME, YOU = "me@example.org", "you@example.org"
IDENTITY = "<1@host.example>"
LATE = 0.3  # seconds that the tests have patience with a server that hangs


def trusting():
    """A client's side that knows our authority and no other."""
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return context


def served(authority=AUTHORITY, name="localhost"):
    """A server's side."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def target(url, *, to=ME, **options):
    """The target for one recipient."""
    options = {"environment": {}, "tls": trusting(), **options}
    return Mail(
        mailbox(to),
        mailbox("Briefing <briefing@example.org>"),
        [mailbox(ME)],
        Post(Server.parse(url), **options),
    )


def sent(url, **options):
    """A paper on its way."""
    mail = target(url, **options)
    content = mail.content(paper_of(), message_id=IDENTITY)
    mail.send(parcel(content, target=mail.name, message_id=IDENTITY), now=DAWN)
    return content


def refusal(server, *, scheme="smtp", user="", **options):
    """What is said of a mail that did not get through, without the server's name."""
    url = server.url(scheme, user)
    with pytest.raises(DeliveryError) as caught:
        sent(url, **options)
    place = f"email to {ME}: {url.rpartition('@')[2].rpartition('/')[2]} "
    assert str(caught.value).startswith(place)
    assert str(caught.value).endswith("; kept for the next run")
    assert "secret" not in str(caught.value)
    return str(caught.value).removeprefix(place).removesuffix("; kept for the next run")


def test_a_mail_arrives_as_it_was_kept():
    """Byte for byte, from and to those of the configuration, under its own number."""
    with MailServer() as server:
        content = sent(server.url())
    assert [("briefing@example.org", [ME], content)] == server.taken
    assert IDENTITY == server.mails[0]["Message-ID"]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"mail": "451 4.3.2 queue full"}, "puts off the sender (451 4.3.2 queue full)"),
        ({"mail": "553 5.1.8 who are you"}, "refuses the sender (553 5.1.8 who are you)"),
        ({"rcpt": "450 4.2.1 greylisted"}, "puts off the recipient (450 4.2.1 greylisted)"),
        ({"rcpt": "550 5.1.1 nobody here"}, "refuses the recipient (550 5.1.1 nobody here)"),
        ({"data": "451 4.3.0 later"}, "puts off the message (451 4.3.0 later)"),
        ({"data": "554 5.7.1 spam"}, "refuses the message (554 5.7.1 spam)"),
        ({"data": "552 5.3.4 too big"}, "has no room for so large a mail (552 5.3.4 too big)"),
        ({"data": "554 \x1b[31m" + "x" * 300}, "refuses the message (554 \ufffd[31m" + "x" * 95 + "…)"),
    ],
)
def test_a_refusal_is_said_with_the_servers_reply(answers, said):
    """Server and code, its words cut and cleaned."""
    with MailServer(**answers) as server:
        assert said == refusal(server)
    assert [] == server.taken


def test_after_a_refusal_the_same_bytes_are_sent_again():
    """The next run has the same Message-ID and the same bytes."""
    mail = target("smtp://localhost:1")
    content = mail.content(paper_of(), message_id=IDENTITY)
    assert content == mail.content(paper_of(), message_id=IDENTITY)


def test_a_mail_too_large_goes_as_plain_text():
    """Under the same number, with the same words."""
    with MailServer(
        data=lambda content: "552 5.3.4 too big" if b"text/html" in content else "250 taken"
    ) as server:
        sent(server.url())
    [mail] = server.mails
    assert ("text/plain", IDENTITY) == (mail.get_content_type(), mail["Message-ID"])
    assert "held through the night" in mail.get_content()


def test_a_servers_own_limit_counts():
    """One that says its limit at once is offered the plain text, too."""
    with MailServer(limit=3000) as server:
        sent(server.url())
    assert ["text/plain"] == [mail.get_content_type() for mail in server.mails]


def test_each_recipient_is_on_their_own():
    """One is refused, the other has it, and gets it once."""
    email = {"to": [ME, YOU], "from": "briefing@example.org"}
    with MailServer(rcpt={ME: "550 5.1.1 nobody here"}) as server:
        config = Config.model_validate(
            {"source": [{"url": "https://herald.example/feed"}], "output": {"stdout": False},
             "email": {**email, "smtp": server.url()}}
        )  # fmt: skip
        first, second = deliver.targets(config, folder=None)
        with pytest.raises(DeliveryError):
            first.send(parcel(first.content(paper_of(), message_id=IDENTITY)), now=DAWN)
        second.send(parcel(second.content(paper_of(), message_id=IDENTITY)), now=DAWN)
    assert ([YOU], f"email to {YOU}") == (server.taken[0][1], second.name)
    assert f"{ME}, {YOU}" == server.mails[0]["To"]


def test_a_server_that_drops_the_line_may_have_taken_it():
    """What was not acknowledged is kept; what was acknowledged has arrived, however the server leaves."""
    with MailServer(drop="data") as server:
        assert "broke off before it had taken the mail" == refusal(server)
    with MailServer(drop="quit") as server:
        sent(server.url())
    assert 1 == len(server.taken)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["220 mail.example"],
        ["220 mail.example", "250 mail.example", "250 sender", "250 recipient"],
        ["220 mail.example", "250 mail.example", "250 sender", "250 recipient", "354 go on"],
    ],
    ids=["greeting", "ehlo", "data", "end"],
)
def test_a_server_that_hangs_is_left(lines):
    """Wherever it stops talking, by one deadline over all."""
    with RudeServer(*lines) as server:
        assert f"was not done after {LATE} s" == refusal(server, deadline_seconds=LATE)


def test_a_server_that_hangs_in_the_handshake_is_left():
    """Where it is the encryption that does not come about."""
    with RudeServer() as server:
        assert f"was not done after {LATE} s" == refusal(server, scheme="smtps", deadline_seconds=LATE)
    with RudeServer("220 mail.example", "250-mail.example\r\n250 STARTTLS", "220 go on") as server:
        assert f"was not done after {LATE} s" == refusal(
            server, scheme="smtp+starttls", deadline_seconds=LATE
        )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["554 5.7.1 not you"], "refuses the connection (554 5.7.1 not you)"),
        (["421 4.3.2 closing"], "puts off the connection (421 4.3.2 closing)"),
        (["what is this"], "broke off before it had taken the mail"),
        (["220 mail.example", "500 what", "500 what"], "refuses the connection (500 what)"),
    ],
)
def test_a_server_that_does_not_want_us_is_said(lines, said):
    """At the greeting, or when names are exchanged."""
    with RudeServer(*lines) as server:
        assert said == refusal(server)


def test_a_server_that_does_not_stop_talking_is_stopped():
    """Its replies have a limit."""
    with RudeServer("220 mail.example", "250-more", endless=True) as server:
        assert "sends more than 65 KB: too large to be read" == refusal(server)


def test_nobody_there_is_said_once_for_all_recipients():
    """The second is not kept waiting for what the first has found out."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    post = Post(Server("127.0.0.1", port, "none"), environment={})
    for to in (ME, YOU):
        mail = Mail(mailbox(to), mailbox(ME), [mailbox(ME)], post)
        with pytest.raises(
            DeliveryError, match=rf"{to}: 127.0.0.1:{port} cannot be connected to \(connection refused\)"
        ):
            mail.send(parcel(), now=DAWN)
    with RudeServer() as server:
        hanging = target(server.url(), deadline_seconds=LATE)
        for _ in range(3):
            with pytest.raises(DeliveryError):
                hanging.send(parcel(), now=DAWN)
    assert 1 == server.connections


def test_encryption_is_not_given_up():
    """A server without STARTTLS gets neither mail nor password."""
    with MailServer(password="secret") as server:
        said = refusal(
            server, scheme="smtp+starttls", user="me", environment={"SUMMARIZE_SMTP_PASSWORD": "secret"}
        )
    assert "offers no encryption (STARTTLS), so nothing was sent: look for another port, or smtps://" == said
    assert ([], []) == (server.taken, server.tried)


@pytest.mark.parametrize(("scheme", "implicit"), [("smtps", True), ("smtp+starttls", False)])
def test_mail_goes_encrypted_and_signed_in(scheme, implicit):
    """With a password from where the configuration says."""
    with MailServer(password="secret", tls=served(), implicit=implicit) as server:
        sent(server.url(scheme, "me%40example.org"), environment={"SUMMARIZE_SMTP_PASSWORD": "secret"})
    assert (1, [("me@example.org", "secret")]) == (len(server.taken), server.tried)


@pytest.mark.parametrize(
    ("certificate", "said"),
    [
        ((STRANGER, "localhost"), "TLS: the certificate is signed by nobody known here"),
        ((AUTHORITY, "other.example"), "TLS: the certificate is another host's"),
    ],
)
def test_a_certificate_that_proves_nothing_is_refused(certificate, said):
    """Nothing was sent."""
    with MailServer(tls=served(*certificate), implicit=True) as server:
        assert said == refusal(server, scheme="smtps")
    assert [] == server.taken


def test_a_wrong_password_is_said_and_not_shown():
    """Nor is what the server says of it: some repeat it."""
    with MailServer(password="right", tls=served(), implicit=True) as server:
        environment = {"SUMMARIZE_SMTP_PASSWORD": "secret"}
        said = refusal(server, scheme="smtps", user="me", environment=environment)
    assert "refuses the user name or the password (535)" == said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            {"environment": {}},
            "wants a password: set email.password_command, the credential smtp-password or $SUMMARIZE_SMTP_PASSWORD",
        ),
        (
            {"password_command": ["false"]},
            "email.password_command (false) ended with status 1: try it in a terminal",
        ),
        ({"password_command": ["no-such-program", "secret"]}, None),
        ({"password_command": ["printf", "sécret"]}, None),
    ],
)
def test_a_password_that_cannot_be_had_is_said(options, said):
    """And nothing is sent."""
    with MailServer(password="secret") as server:
        found = refusal(server, user="me", **options)
    assert said in (None, found)
    assert ([], []) == (server.taken, server.tried)


def test_a_password_is_not_sent_in_the_clear():
    """Over smtp:// it goes to this machine and no other."""
    environment = {"SUMMARIZE_SMTP_PASSWORD": "secret"}
    with MailServer(password="secret") as server:
        sent(server.url(user="me"), environment=environment)
        url = server.url(user="me").replace("localhost", "mail.example")
        with pytest.raises(DeliveryError, match="would get the password unencrypted: write smtps://"):
            sent(url, environment=environment, resolver=lambda *_: ["127.0.0.1"])
    assert (1, 1) == (len(server.tried), len(server.taken))
