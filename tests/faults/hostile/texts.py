"""Text files: odd bytes and encodings, escape sequences of terminals, sizes and shapes."""

import json
from functools import partial

from tests.faults.hostile.prose import NOUNS, Case, constant, item, paragraph, rss, sentence

ESC, BEL, END = "\x1b", "\x07", "\x9c"
C0 = [chr(code) for code in (*range(1, 9), 11, 12, *range(14, 32), 127)]
C1 = [chr(code) for code in range(0x80, 0xA0)]
NEXT_LINE = "\x85"  # a control character that is white space


def text(name, expect, make, **limits):
    return Case(f"text/{name}", "file", expect, make, "txt", **limits)


def size(name, make, **limits):
    return Case(f"size/{name}", "file", "bound", make, "txt", **limits)


def controls(chance):
    return "\n".join(f"{each}{sentence(chance)}{each} {sentence(chance)}{each}" for each in C0 + C1)


def invalid_utf8(chance):
    raw = bytearray(paragraph(chance, 40).encode())
    for bad in (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xe2\x82", b"\x80"):
        at = chance.randrange(len(raw))
        raw[at:at] = bad
    return bytes(raw)


def marks_on_marks(chance):
    return "".join(
        letter + "".join(chr(chance.randint(0x300, 0x36F)) for _ in range(60))
        for letter in paragraph(chance, 4)
    )


def invisible(chance):
    text = "".join(letter + ("\u200b" if chance.random() < 0.3 else "") for letter in paragraph(chance, 8))
    return text + "".join(chr(0xE0000 + ord(letter)) for letter in "hidden order")


TEXTS = [
    text("empty", "empty", constant(b"")),
    text("spaces-only", "empty", constant(" \t\r\n\u00a0\u2003\u200b\ufeff" * 50)),
    text(
        "stopwords-only",
        "bound",
        constant("the and of to in that it is was for on with as at by. " * 400),
        seconds=5,
    ),
    text("punctuation-only", "bound", constant("... !!! ??? --- ;;; ::: " * 2000), seconds=5),
    text("one-word", "ok", constant("Flood.\n")),
    text(
        "nul-bytes", "clean", lambda chance: paragraph(chance, 20).replace(" was ", " was\0 "), forbid=("\0",)
    ),
    text("c0-c1-controls", "clean", controls, forbid=(*C0, *(each for each in C1 if each != NEXT_LINE))),
    text("invalid-utf8", "ok", invalid_utf8),
    text(
        "lone-surrogate-wtf8",
        "clean",
        lambda chance: f"Start. {paragraph(chance, 6)} \ud83d lone high, \ude00 lone low. ",
        forbid=("\ud83d", "\ude00"),
    ),
    text(
        "rtl-override",
        "clean",
        lambda chance: f"{paragraph(chance, 4)} \u202etxt.exe\u2066 \u2067{paragraph(chance, 4)}",
        forbid=("\u202e", "\u202d", "\u2066", "\u2067", "\u2068"),
    ),
    text("zalgo", "bound", marks_on_marks, seconds=5),
    text("unicode-tags-zero-width", "ok", invisible),
]

ENCODINGS = [
    ("utf-16-le-nobom", "bound", "utf-16-le", b""),
    ("utf-16-be-nobom", "bound", "utf-16-be", b""),
    ("utf-16-le-bom", "ok", "utf-16-le", b"\xff\xfe"),
    ("utf-32-le-bom", "ok", "utf-32-le", b"\xff\xfe\0\0"),
]
TEXTS += [
    text(name, expect, lambda chance, codec=codec, mark=mark: mark + paragraph(chance, 12).encode(codec))
    for name, expect, codec, mark in ENCODINGS
]
EUROPEAN = "Café fermé à l’été. Brücke gesperrt. Niño señala. "
LEGACY = {
    "windows-1252": EUROPEAN,
    "iso8859-15": EUROPEAN,
    "koi8-r": "Мост закрыт. Река поднялась на два метра. ",
    "shift_jis": "橋が閉鎖された。川が増水した。",
    "gb18030": "桥梁关闭。河水上涨。",
    "utf-7": EUROPEAN,
}
TEXTS += [
    text(f"legacy-{codec}", "bound", constant((words * 30).encode(codec, "replace")))
    for codec, words in LEGACY.items()
]

# What a terminal would obey, as text, as the title of a feed's entry and in a JSON feed.
SEQUENCES = {
    "csi-clear": f"{ESC}[2J{ESC}[H",
    "csi-cursor-up": f"{ESC}[10A{ESC}[2K",
    "csi-report": f"{ESC}[6n",
    "osc8-link": f"{ESC}]8;;file:///etc/passwd{ESC}\\click{ESC}]8;;{ESC}\\",
    "osc52-clipboard": f"{ESC}]52;c;ZWNobyBwd25lZAo={BEL}",
    "osc0-title": f"{ESC}]0;owned{BEL}",
    "dcs": f"{ESC}P$q q{ESC}\\",
    "ris-reset": f"{ESC}c",
    "c1-csi": "\x9b2J",
    "c1-osc52": f"\x9d52;c;ZWNobyBwd25lZAo={END}",
    "unterminated-osc": f"{ESC}]2;",
    "backspaces": "safe" + "\b" * 4 + "evil",
    "carriage-return": "good news\rBAD NEWS",
}
OBEYED = (ESC, "\x9b", "\x9d", BEL, "\b", "\r")


# XML 1.0 forbids most controls, so a sloppy server sends them raw: exactly what a tolerant parser keeps.
def in_feed(sequence, chance):
    return rss([item(chance, 1, title=f"Before {sequence} after", text=sequence + paragraph(chance))])


def in_json(sequence, chance):
    entry = {
        "id": "1",
        "url": "https://feed.example/1",
        "title": f"Before {sequence} after",
        "content_text": sequence + paragraph(chance),
    }
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "T" + sequence, "items": [entry]}
    )


def in_text(sequence, chance):
    return f"{paragraph(chance, 3)} {sequence} {paragraph(chance, 3)}"


TERMINAL = [
    Case(f"{folder}/{name}", kind, "clean", partial(make, sequence), suffix, forbid=OBEYED)
    for name, sequence in SEQUENCES.items()
    for folder, kind, suffix, make in (
        ("terminal", "feed", "xml", in_feed),
        ("terminal-json", "jsonfeed", "json", in_json),
        ("terminal-text", "file", "txt", in_text),
    )
]


def one_sentence(count):
    return lambda chance: " ".join(chance.choice(NOUNS) for _ in range(count))


def single_line(chance):
    block = f"{paragraph(chance, 400)} ".encode()
    return (block * (50_000_000 // len(block) + 1))[:50_000_000]


SAME = "The same bridge closed again today. "
# Near-matches for the patterns of addresses, mail, dates and numbers.
BAIT = (
    "a" * 5000 + "@" + "a." * 5000 + "! " + "1," * 20000 + " http://" + "a/" * 20000 + " " + " " * 50000 + "x"
)
SIZES = [
    size("one-sentence-100k-words", one_sentence(100_000), seconds=20, mib=600),
    size("one-sentence-1m-words", one_sentence(1_000_000), seconds=60, mib=1000, tier="full"),
    size("one-word-1mb", constant(b"a" * 1_000_000), seconds=20, mib=600),
    size("single-line-50mb", single_line, seconds=60, mib=1500, tier="full"),
    size("identical-sentences-20k", constant(SAME * 20_000), seconds=20, mib=600),
    size("identical-sentences-200k", constant(SAME * 200_000), seconds=60, mib=1000, tier="full"),
    size(
        "distinct-sentences-20k",  # a matrix of all pairs would be 3.2 GB
        lambda chance: "\n".join(sentence(chance) for _ in range(20_000)),
        seconds=60,
        mib=1000,
    ),
    size("abbreviation-storm", constant("Dr. A. B. C. v. U.S. No. 1.2.3. e.g. i.e. etc. " * 8_000)),
    size("open-brackets", constant(b"(" * 200_000 + b"[" * 200_000 + b'"' * 100_000)),
    size("regex-bait", constant(BAIT)),
]

CASES = [*TEXTS, *TERMINAL, *SIZES]
