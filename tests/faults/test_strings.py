"""Strings that act somewhere, in every place a source can put one, through to everything that leaves the program."""

import email
import json
import os
import unicodedata
from email import policy
from pathlib import Path

import lxml.html
import pytest

import summarize
from summarize.briefing.addresses import mailbox
from summarize.read import files
from summarize.render import mail
from tests.briefing.papers import paper_of

STRINGS = {
    "colour": "\x1b[31mred\x1b[0m",
    "clear screen": "\x1b[2J\x1b[H",
    "window title": "\x1b]0;owned\x07",
    "hyperlink": "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "device string": "\x1bP1$r0m\x1b\\",
    "eight-bit controls": "\x9b31m \x9d52;c;ZXZpbA==\x9c \x90x\x9c",
    "backspace": "safe\b\b\b\bevil",
    "carriage return": "harmless\rdangerous",
    "bell and vertical": "\a\v\f\x1c\x1d\x1e\x1f\x7f",
    "nul": "a\0b",
    "next line": "one\x85two\u2028three\u2029four",
    "override": "\u202etxt.exe",
    "isolates left open": "\u2066\u2067\u2068 open",
    "embeddings closed twice": "\u202b\u202a in \u202c\u202c\u2069",
    "marks": "\u200e\u200f\u061c",
    "invisible": "\u200b\u2060\u2061\u2064\ufeff\u00ad\u034f\u180e",
    "tags": "\U000e0001\U000e0065\U000e0076\U000e007f",
    "noncharacters": "\ufffe\uffff\U0001ffff\ufdd0",
    "private use": "\ue000\U00100000",
    "half a pair": "\ud83d and \udc00",
    "many accents": "Z" + "\u0301\u0316\u0489" * 30,
    "astral": "𝕿𝖍𝖊 𝒹𝒶𝓂 👩\u200d👩\u200d👧 🇩🇪",
    "right to left": "صمد السد طوال الليل השיטפון",
    "wide": "大坝守住了。「括弧」 한국어 ｆｕｌｌ",
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "attribute": '" onmouseover="alert(1)" \'--',
    "close all": "]]></style></script></title></textarea>-->",
    "vector": "<svg/onload=alert(1)><math><mi//xlink:href='data:x,<script>'>",
    "entities": "&lt;script&gt; &#x3c;b&#62; &bogus; &#0;",
    "markdown link": "[dam](javascript:alert(1)) ![x](https://evil.example/i.png)",
    "markdown block": "# head\n> quote\n```\ncode\n```\n| a | b |\n| - | - |",
    "reference": "[x]: https://evil.example [^1] @everyone",
    "address": "javascript:alert(1) data:text/html,<b> vbscript:x",
    "template": "{{ 7*7 }} {% raw %} ${7*7} #{7*7} <%= 7*7 %>",
    "header": "Dam\r\nBcc: all@evil.example\r\n\r\nBody",
    "encoded word": "=?utf-8?q?Dam=0D=0ABcc:_x?=",
    "shell": "$(touch owned) `id` ; rm -rf / | cat && true",
    "format": "%s%n%x {0} {name!r} \\x41 \\u0041 \\N{DAM}",
    "query": "'; DROP TABLE items; -- \" OR 1=1",
    "path": "../../../etc/passwd C:\\con\\nul //server/share",
    "numbers": "NaN Infinity 1e999 -0 0x1F 1/0 ٠١٢ ½ Ⅷ",
    "nothing": "null undefined None true []",
    "spaces": "\u00a0\u2003\u3000 wide \t gap",
    "long": "x" * 3000,
}
PROSE = (
    "The dam above Nuria held through the night, the mayor said on Tuesday morning. "
    "Twelve houses in the lower town of Orlen were flooded before the rain stopped. "
)
TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def forbidden(text):
    """What of a text must not reach a reader: controls but the line feed, what turns writing or hides, half characters."""
    return {
        hex(ord(each))
        for each in text
        if (unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp") and each != "\n") or each in TURNING
    }


def acting(page):
    """What a page has that ours have not."""
    tree = lxml.html.document_fromstring(page)
    names = {name for element in tree.iter() for name in element.attrib}
    links = [element.get("href") for element in tree.iter("a", "link") if element.get("href")]
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    return (
        (tags & {"script", "img", "iframe", "object", "embed", "form", "math", "textarea"})
        | {name for name in names if name.startswith("on") or name == "src"}
        | {
            link
            for link in links
            if not link.startswith(("https://herald.example/", "https://courier.example/", "#"))
        }
    )


@pytest.fixture
def digest(tmp_path, monkeypatch, string):
    """A digest of two records that have the string wherever a record can have one, and a file that is missing."""
    monkeypatch.chdir(tmp_path)
    about = {"title": string, "source": string, "author": string, "id": string, "language": string}
    texts = (
        f"{PROSE}The engineer wrote {string} on the wall of the pump house at noon.",
        f"{string}\n\n{PROSE}{string}",
    )
    records = [
        {"text": text, "url": f"https://{name}.example/{string}", **about}
        for name, text in zip(("herald", "courier"), texts, strict=True)
    ]
    content = "\n".join(map(json.dumps, records))
    (tmp_path / "all.jsonl").write_text(content, encoding="ascii")
    return summarize.summarize(["all.jsonl", f"gone {string}.txt"], sentences=9, title=string, min_words=3)


@pytest.mark.parametrize("string", STRINGS.values(), ids=STRINGS)
def test_no_output_lets_a_string_act(digest, string):
    """Text and Markdown have no controls, the page nothing that is not ours, JSON is ASCII and comes back whole."""
    assert digest.lines
    for shown in (digest.to_text(), digest.to_markdown(), digest.to_html()):
        assert set() == forbidden(shown)
    assert set() == acting(digest.to_html())
    kept = digest.to_json()
    assert kept.isascii()
    assert set() == forbidden(kept)
    assert [line.text for line in digest.lines] == [line["text"] for line in json.loads(kept)["lines"]]


@pytest.mark.parametrize("string", STRINGS.values(), ids=STRINGS)
def test_no_mail_lets_a_string_act(string):
    """Its headers are those it should have, each on one line; its parts are as the outputs above."""
    sender, to = mailbox("Briefing <briefing@example.org>"), mailbox("me@example.org")
    paper = paper_of((string, f"{PROSE}{string}"))
    raw = mail.render(paper, sender=sender, to=[to], message_id="<1@host.example>")
    message = email.message_from_bytes(raw, policy=policy.default)
    assert ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "List-Id"] == message.keys()[:7]
    assert "Bcc" not in message
    assert [set()] * len(message.keys()) == [forbidden(str(header)) for header in message.values()]
    for kind in ("plain", "html"):
        assert set() == forbidden(message.get_body((kind,)).get_content().replace("\r\n", "\n"))
    assert set() == acting(message.get_body(("html",)).get_content())


@pytest.mark.parametrize(
    "string", [each for each in STRINGS.values() if len(each) < 200], ids=lambda each: ascii(each)[:30]
)
def test_a_file_may_be_called_anything(tmp_path, monkeypatch, string):
    """Its name is shown without anything that acts, and found again by what is shown."""
    monkeypatch.chdir(tmp_path)
    name = "a" + os.fsdecode(string.replace("\0", "").replace("/", "_").encode("utf-8", "replace")) + ".txt"
    (tmp_path / name).write_text(PROSE, encoding="utf-8")
    [source] = summarize.summarize(["."]).sources
    assert set() == forbidden(source.uri)
    assert set() == forbidden(files.shown(name))
    assert Path(name).samefile(files.named(source.uri))
    assert [PROSE.strip()[:20]] == [
        each.citations[0].quote[:20] for each in summarize.summarize([source.uri]).lines
    ][:1]
