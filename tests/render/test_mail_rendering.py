"""A briefing as a mail: right in a text-only reader, inert in any other, the same bytes each time."""

import email
import re
from dataclasses import replace
from datetime import timedelta
from email import policy

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.briefing.addresses import mailbox
from summarize.model import Difference
from summarize.paper import Change, Entry, Part, Unread
from summarize.render import mail, mail_html
from tests.briefing.papers import DAM, MONDAY, digest_of, paper_of
from tests.render.page import sound

SENDER, ME = mailbox("Morgenblatt für alle <briefing@example.org>"), mailbox("me@example.org")
IDENTITY = "<1@host.example>"
HOSTILE = [
    "Dam holds\r\nBcc: all@example.org",
    "Dam\nholds\n\nSecond body",
    "Dam\u2028holds\u2029there\x85now",
    "Dam \ud83d holds\udc00",
    "Dam\0holds\x1b[2J\x9b31m",
    "Dam \u202eholds\u2066 \u200b\u00ad",
    "=?utf-8?q?Dam=0D=0ABcc:_x?= holds",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "]]>--><style>*{display:none}</style>{{ 7*7 }}{% raw %}",
    "x" * 10_000,
    "ü" * 10_000,
    "سد نوريا يصمد طوال الليل",
    "",
]
TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "body",
    "div",
    "ul",
    "li",
    "p",
    "h2",
    "h3",
    "span",
    "a",
    "br",
    "b",
    "bdi",
}
ATTRIBUTES = {"lang", "charset", "name", "content", "class", "style", "dir", "href"}


def raw(paper):
    return mail.render(paper, sender=SENDER, to=[ME], message_id=IDENTITY)


def parsed(paper):
    return email.message_from_bytes(raw(paper), policy=policy.default)


def part(paper, kind):
    return parsed(paper).get_body((kind,)).get_content().replace("\r\n", "\n")


def test_the_headers_are_those_of_a_machine_that_wants_no_answer():
    """From and to are the configuration's, the number stays, filters have something to hold on to."""
    message = parsed(paper_of())
    assert "Morning briefing – Mon 23 Nov: Dam holds" == message["Subject"]
    assert ("Morgenblatt für alle <briefing@example.org>", "me@example.org") == (
        message["From"],
        message["To"],
    )
    assert (IDENTITY, "auto-generated") == (message["Message-ID"], message["Auto-Submitted"])
    assert "<morning-briefing.example.org>" == message["List-Id"]
    assert "Mon, 23 Nov 2026 06:30:00 +0000" == message["Date"]
    assert ["text/plain", "text/html"] == [each.get_content_type() for each in message.iter_parts()]


def test_the_same_paper_is_the_same_bytes():
    """And every one of them is ASCII, on lines that any server takes."""
    first = raw(paper_of())
    assert first == raw(paper_of())
    assert first.isascii()
    assert max(map(len, first.split(b"\r\n"))) <= 998
    assert first.count(b"\n") == first.count(b"\r\n") == first.count(b"\r")


def test_it_begins_with_the_headlines():
    """What an inbox shows of a mail is what is in it."""
    assert part(paper_of(), "plain").startswith("* Dam holds\n* Market opens again\n")
    body = lxml.html.document_fromstring(part(paper_of(), "html")).find("body")
    assert ["Dam", "holds", "Market", "opens", "again"] == body.text_content().split()[:5]


def test_both_parts_have_the_same_sentences_under_the_same_numbers():
    """Each mark leads to its source, whose address is there to be read."""
    for kind in ("plain", "html"):
        assert "held through the night" in part(paper_of(), kind)
        assert {"[1]", "[2]"} == set(re.findall(r"\[\d\]", part(paper_of(), kind)))
    page = lxml.html.document_fromstring(part(paper_of(), "html"))
    assert ["https://herald.example/1"] * 2 == [
        link.get("href") for link in page.iter("a") if "/1" in link.get("href")
    ]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_no_title_ends_a_header(hostile):
    """The mail has the headers it should have, each once, and reads back."""
    message = parsed(paper_of((hostile, DAM)))
    assert ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "List-Id"] == message.keys()[:7]
    assert [] == [header for header in message.values() if re.search(r"[\r\n\0]", header)]
    assert 140 >= len(message["Subject"])
    assert [] == [*message.defects, *message["Subject"].defects]
    assert message["Subject"].isprintable()


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_no_source_writes_html(hostile):
    """Read strictly, tags and attributes are ours, links are the citations, nothing is loaded."""
    page = lxml.html.document_fromstring(sound(part(paper_of((hostile, hostile or DAM)), "html")))
    assert TAGS >= {element.tag for element in page.iter()}
    assert ATTRIBUTES >= {name for element in page.iter() for name in element.attrib}
    assert {"https://herald.example/1"} == {link.get("href") for link in page.iter("a")}
    assert [] == [element for element in page.iter() if "url(" in element.get("style", "")]


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_any_title_makes_a_mail(title):
    """Whatever a feed has for one."""
    message = parsed(paper_of((title, DAM)))
    assert 7 + 2 == len(message.keys())
    assert "held through the night" in message.get_body(("plain",)).get_content()


def test_a_long_mail_ends_with_a_whole_story():
    """Gmail would end it anywhere; the plain text has all."""
    many = paper_of(*((f"Headline {number}", f"{number} " + "word " * 400) for number in range(90)))
    page = sound(part(many, "html"))
    shown = len(lxml.html.document_fromstring(page).findall(".//h3"))
    assert 95_000 >= len(page.encode())
    assert 0 < shown < 90
    assert f"{90 - shown} more stories. The plain text of this mail has them." in page
    assert "89 word word" in part(many, "plain")


def test_a_short_mail_can_be_one_story():
    """One that alone is too long is left to the plain text, and said."""
    page = mail_html.render(paper_of(("Headline", "word " * 30_000)))
    assert "1 more story. The plain text of this mail has it." in page


def test_the_plain_text_alone_is_a_mail():
    """With the same headers, where a server has no room for all."""
    whole, alone = (
        parsed(paper_of()),
        email.message_from_bytes(mail.plain(raw(paper_of())), policy=policy.default),
    )
    assert whole.items()[:7] == alone.items()[:7]
    assert ("text/plain", part(paper_of(), "plain")) == (
        alone.get_content_type(),
        alone.get_content().replace("\r\n", "\n"),
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        "me",
        "@example.org",
        "me@",
        "a@b.example, c@d.example",
        "me@example.org\nBcc: x@y.example",
        "mé@x.example",
    ],
)
def test_what_is_no_address_is_refused(written):
    """Before it stands in a header."""
    with pytest.raises(ValueError, match=r"mail address|ASCII address"):
        mailbox(written)


def test_what_is_not_told_is_said_below():
    """Sources not read, stories gone quiet, those without room: the same in both parts."""
    unread = Unread("City council", "https://council.example/feed", "timed out after 30 s", 2)
    paper = paper_of(
        quiet=("Ferry strike", "School roof"), unread=(unread,), left_out=2, untold=("Fair", "Bus")
    )
    page = " ".join(lxml.html.document_fromstring(part(paper, "html")).text_content().split())
    assert "Gone quiet: Ferry strike · School roof" in page
    assert "No room for 2 more stories: Fair · Bus" in page
    assert "City council – timed out after 30 s (2nd day; never read)" in page
    assert "Ferry strike" in part(paper, "plain")
    assert "City council – timed out after 30 s (2nd day; never read)" in part(paper, "plain")


def test_a_story_that_goes_on_says_what_has_changed():
    """Before and after, since when, and who says so; both sides where sources disagree."""
    digest = replace(digest_of("Dam holds", DAM), differences=(difference(),))
    change = Change("number", "12", "15", MONDAY - timedelta(days=1), digest.lines[0].citations[0])
    entry = Entry("updated", digest, MONDAY - timedelta(days=1), (change,))
    written = sound(part(replace(paper_of(), parts=(Part(None, (entry,)),)), "html"))
    page = lxml.html.document_fromstring(written)
    said = " ".join(page.text_content().split())
    assert "updated · 1 outlet · first told Sun 22 Nov" in said
    assert "12 → 15 since Sun 22 Nov [1]" in said
    assert "Where they differ. Number: 12 or 15" in said


def difference():
    [line] = digest_of("Dam holds", DAM).lines
    return Difference("number", ("12", "15"), (line.citations[0], line.citations[0]))
