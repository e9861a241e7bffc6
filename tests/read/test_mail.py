"""Mail and mailboxes to documents."""

import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from summarize import quotable
from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import formats, mail

BODY = "The pump was repaired on Friday, so the pool opens again tomorrow."


def message(body=BODY, **headers):
    """A mail as a program would send it."""
    made = EmailMessage(policy=email.policy.SMTP)
    made.set_content(body)
    for name, value in (
        {"From": "Oster Quay Herald <news@quay.example>", "Subject": "Pool"} | headers
    ).items():
        made[name.replace("_", "-")] = value
    return made


def only(raw, uri="a.eml"):
    [document] = mail.read(bytes(raw), uri)
    return document


def test_headers_are_the_metadata():
    """Subject, sender, date and archive become title, publisher, moment of publishing in UTC, and url."""
    found = only(
        message(
            Date="Tue, 03 May 2031 10:15:00 +0200",
            Content_Language="de-AT",
            Archived_At="<https://q.example/1>",
        )
    )
    assert ("Pool", "Oster Quay Herald", datetime(2031, 5, 3, 8, 15, tzinfo=UTC), "de", "a.eml", BODY, "https://q.example/1") == (
        found.title, found.publisher, found.published, found.language, found.uri, found.text, found.url,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sender", "listed", "publisher"),
    [
        ("news@quay.example", None, "news@quay.example"),
        ("news@quay.example", '"Quay Weekly" <weekly.quay.example>', "Quay Weekly"),
        ("=?utf-8?q?J=C3=B6rn_Veld?= <j@quay.example>", None, "Jörn Veld"),
    ],
)
def test_the_publisher_is_the_best_name_there_is(sender, listed, publisher):
    """The sender's name, else the list's, else the address."""
    lines = [f"From: {sender}", f"List-Id: {listed}" if listed else "X-A: b", "", BODY]
    assert publisher == only("\n".join(lines).encode()).publisher


def test_a_newsletter_keeps_every_story_in_its_order():
    """Of a page in layout tables all that can be seen is kept, and nothing of what is hidden."""
    stories = [f"Story {n}: the harbour council of Tarrow voted on pier {n} on Monday." for n in range(1, 8)]
    cells = "".join(f"<table><tr><td><h2>Pier</h2><p>{story}</p></td></tr></table>" for story in stories)
    made = message("Please use a better program.")
    made.add_alternative(
        f"<html><body><div style='display:none'>Preview</div><table><tr><td>{cells}</td></tr></table></body></html>",
        subtype="html",
    )
    assert stories == [block for block in only(made).text.split("\n\n") if block != "Pier"]


def test_what_stands_beside_the_article_of_a_page_is_text_of_a_mail():
    """A newsletter has no article among furniture: its boxes and its footer are kept, for `text.clean` to judge."""
    made = message("x")
    box = "The council pays for the repair."
    made.add_alternative(
        f"<p>{BODY}</p><aside>{box}</aside><footer>The Herald, Quay 1</footer>", subtype="html"
    )
    assert f"{BODY}\n\n{box}\n\nThe Herald, Quay 1" == only(made).text


@pytest.mark.parametrize(
    "page", ["<p>Open in app.</p>", "<a href='https://q.example/1'>View in browser</a>", f"<p>{BODY}"]
)
def test_a_stub_does_not_stand_for_the_text_beside_it(page):
    """Where the plain form says much more than the page form, it is the mail."""
    text = (
        f"{BODY}\n\nThe council pays for the repair. It will have to close the pool for a week in May again."
    )
    made = message(text)
    made.add_alternative(page, subtype="html")
    assert text == only(made).text.strip()


def test_addresses_do_not_make_a_plain_form_longer():
    """A plain form with a long address behind every word says no more than its page."""
    made = message(f"{BODY} <https://quay.example/{'a' * 300}>")
    made.add_alternative(f"<p>{BODY}</p>", subtype="html")
    assert BODY == only(made).text


def test_an_answer_is_read_in_its_plain_form():
    """The plain form marks each quoted line; the page form does not."""
    made = message(f"{BODY}\n\n> When?\n")
    made.add_alternative(f"<p>{BODY}<blockquote type=cite>When?</blockquote>", subtype="html")
    assert f"{BODY}\n\n> When?\n".strip() == only(made).text


def test_nothing_is_cut_but_only_the_writers_words_may_be_quoted():
    """Quotation, signature and footer stay in the text and are marked."""
    text = (
        f"{BODY}\n\nOn Tue, 3 May 2031 at 10:15, Ilse Veld <i@quay.example> wrote:\n> Will it open this week?\n\n"
        "The council pays for the repair.\n\n-- \nJörn Veld. He writes the Herald.\n"
    )
    found = only(message(text))
    assert text.strip() == found.text.strip()
    assert [BODY, "The council pays for the repair."] == [span.of(found.text) for span in quotable(found)]


OTHERS = "The council has no money for the pump, said Ilse Veld on Thursday."


@pytest.mark.parametrize(
    "quoted",
    [
        f"<blockquote type=cite><p>{OTHERS}</p></blockquote>",
        f'<blockquote type="cite"><blockquote><p>{OTHERS}</p></blockquote>{OTHERS}</blockquote>',
        f"<div class='gmail_quote'><div>{OTHERS}</div><div>{OTHERS}</div></div>",
        f'<div>On Wed, Ilse wrote:</div><blockquote class="x_gmail_quote">{OTHERS}</blockquote>',
        f'<div>On Wed, 3 May 2031 at 10:15 Ilse wrote:</div><blockquote type="cite">{OTHERS}</blockquote>',
        f'<div dir=ltr class="a gmail_quote b"><div>On Wed, Ilse wrote:</div><p>{OTHERS}</div>',
    ],
)
def test_of_a_page_without_a_plain_form_only_the_writers_words_may_be_quoted(quoted):
    """What mail programs mark as quoted is, with or without a line above; what stands below is the writer's."""
    made = message()
    made.set_content(f"<p>{BODY}</p>{quoted}<p>The council pays for the repair.</p>", subtype="html")
    found = only(made)
    assert OTHERS in found.text
    assert [BODY, "The council pays for the repair."] == [span.of(found.text) for span in quotable(found)]


@pytest.mark.parametrize(
    "quoted",
    [f"> {OTHERS}", f" >{OTHERS}", f"On Tue, Ilse Veld wrote:\n> {OTHERS}", f">> {OTHERS}\n\n> {OTHERS}"],
)
def test_one_quoted_line_of_a_mail_is_enough(quoted):
    """In a mail ">" means quotation, announced or not; in another text one such line may mean anything."""
    text = f"{BODY}\n\n{quoted}\n\nThe council pays for the repair."
    found = only(message(f"\n\n{text}"))
    assert [BODY, "The council pays for the repair."] == [span.of(found.text) for span in quotable(found)]


def test_a_writers_own_line_may_be_escaped():
    """A mail saved from a mailbox may keep the ">" before the word From; it is no quotation."""
    found = only(message(f"{BODY}\n\n>From Monday the council pays for all of it."))
    assert "From Monday the council pays for all of it." in quotable(found)[-1].of(found.text)


def test_what_is_quoted_is_known_through_every_part():
    """Places count from the start of the whole text, whichever part and form a quotation is in."""
    made = message(f"\n\n{BODY}\n> {OTHERS}\n")
    made.add_attachment(
        f"<p>{BODY}<blockquote type=cite>{OTHERS}</blockquote>", subtype="html", disposition="inline"
    )
    found = only(made)
    assert [f"> {OTHERS}", OTHERS] == [span.of(found.text) for span in found.quoted]


def test_flowed_lines_are_joined():
    """`format=flowed` says which line ends are only there to fit; quotation marks are no text."""
    text = "The pump was \nrepaired.\n> When was \n> it?\n -- no\n-- \nVeld \n"
    assert "The pump was repaired.\n> When was it?\n-- no\n-- \nVeld \n" == mail.unflowed(text) + "\n"
    made = message("x", Subject="a")
    made.replace_header("Content-Type", "text/plain; charset=utf-8; format=flowed; delsp=yes")
    made.set_payload("Das Schwimm \nbad.\n")
    assert "Das Schwimmbad." == only(made).text


@pytest.mark.parametrize(
    ("charset", "encoding", "body"),
    [
        ("utf-8", "base64", "Żółty most stoi dalej, powiedział burmistrz Sarn."),
        ("iso-8859-2", "quoted-printable", "Żółty most stoi dalej, powiedział burmistrz Sarn."),
        ("koi8-r", "8bit", "Мост через реку закрыт с понедельника, сообщили в округе."),
        ("x-unheard-of", "8bit", "Мост через реку закрыт с понедельника, сообщили в округе."),
    ],
)
def test_transfer_encodings_and_charsets_are_undone(charset, encoding, body):
    """Whatever way a text was sent, its characters come out; an unheard-of charset is guessed."""
    made = EmailMessage()
    made["Subject"] = "a"
    made["Content-Type"] = f"text/plain; charset={charset}"
    made["Content-Transfer-Encoding"] = "8bit"
    made.set_payload(body.encode("utf-8" if charset.startswith("x") else charset))
    if encoding != "8bit":
        made = EmailMessage()
        made["Subject"] = "a"
        made.set_content(body, charset=charset, cte=encoding)
    assert body == only(made.as_bytes()).text.strip()


def test_attachments_are_passed_over_and_said():
    """What a mail carries beside its text is one line, and no fault."""
    made = message()
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="budget.pdf")
    made.add_attachment(message("Inside."))
    document, said = mail.read(bytes(made), "a.eml")
    assert BODY == document.text
    reason = "2 attachments are not read: budget.pdf, a forwarded message; save what you want read"
    assert Failure("a.eml", reason, passed_over=True) == said


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"no mail at all", "is no mail: it does not begin with header lines"),
        (b"Subject: a\n\n", "holds no words"),
        (
            b"Subject: a\nContent-Type: application/pkcs7-mime\n\nMIIB",
            "is an encrypted mail: decrypt it and save it again",
        ),
        (
            b"Subject: a\nContent-Type: image/png; name=a.png\n\n",
            "holds no words; 1 attachment is not read: a.png; save what you want read",
        ),
    ],
)
def test_a_mail_without_text_says_why(raw, reason):
    """One line, with the cause."""
    with pytest.raises(ReadError) as caught:
        list(mail.read(raw, "a.eml"))
    assert reason == caught.value.reason


def test_a_mailbox_is_its_messages():
    """Each is cited by its number; a line of text that begins with From, escaped or not, ends none."""
    first, third = message("Pool.\n\n>From Sarn they came.\n\nFrom here on: nothing."), message("Three.")
    raw = b"".join(
        b"From veld@quay.example Tue May  3 10:15:00 2031\n" + bytes(each).replace(b"\r\n", b"\n") + b"\n"
        for each in (first, b"\n", third)
    )
    found = list(mail.read_mailbox(raw, "a.mbox"))
    assert [("a.mbox#1", Document), ("a.mbox#2", Failure), ("a.mbox#3", Document)] == [
        (getattr(item, "uri", None) or item.subject, type(item)) for item in found
    ]
    assert "Pool.\n\nFrom Sarn they came.\n\nFrom here on: nothing." == found[0].text


def test_mail_is_known_without_its_suffix():
    """A mail on standard input is told by its headers, a mailbox by its first line; a text is neither."""
    sent = bytes(message(Message_ID="<1@quay.example>"))
    box = b"From veld@quay.example Tue May  3 10:15:00 2031\n" + sent
    assert [BODY] == [item.text for item in formats.read(sent, "-")]
    assert ["-#1"] == [item.uri for item in formats.read(box, "-")]
    assert [None] == [
        item.publisher for item in formats.read(b"From: all of us\nTo: you\n\n" + BODY.encode(), "-")
    ]


@pytest.mark.parametrize(
    "raw",
    [
        b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nThe dam held.",
        b"From: " + b"(" * 20_000 + b"\nDate: Tue, 99 Foo 2031\n\nThe dam held.",
        b"Subject: a\nContent-Type: text/plain; charset=" + b"x" * 2000 + b"\n\nThe dam held.",
        b"Subject: a\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nVGhlIGRhbSBoZWxkLg=",
        b"Subject: a\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nVGhlIGRhbSBo!\nZWxkLiAgV",
        b"Subject: \xff\xfe\n\nThe dam held.",
        b"Subject: a\nContent-Type: multipart/mixed\n\nThe dam held.",
    ],
    ids=["encoded words", "brackets", "charset", "padding", "cut", "bytes", "no boundary"],
)
def test_a_broken_mail_gives_what_can_be_had(raw):
    """Odd headers cost themselves, not the text."""
    assert "The dam held." == only(raw).text.strip()


@pytest.mark.parametrize(
    ("depth", "reason"), [(200, "holds no words"), (5000, "is a mail nested too deeply")]
)
def test_parts_without_end_are_left_alone(depth, reason):
    """Parts nested without measure are not followed, and that is said."""
    nested = (b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    with pytest.raises(ReadError, match=reason):
        list(mail.read(b"Subject: a\n" + b"".join(nested), "a.eml"))


@pytest.mark.parametrize(("kind", "read"), [("mixed", 499), ("alternative", 1)])  # the whole is a part, too
def test_parts_beyond_the_limit_are_counted(kind, read):
    """The first 500 are read, and why the others are not is said; forms of one text are parts."""
    part = "--b\nContent-Type: text/plain\n\nThe dam held.\n"
    raw = f"From: a@b.example\nContent-Type: multipart/{kind}; boundary=b\n\n{part * 501}--b--\n"
    document, failure = formats.read(raw.encode(), "letter.eml", suffix=".eml")
    assert read == document.text.count("The dam held.")
    assert failure.error.startswith("2 attachments are not read: a part after the first 500, ")
