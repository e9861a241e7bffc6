"""Archives to documents: names and bytes from strangers, in memory, with an end."""

import bz2
import gzip
import io
import lzma
import stat
import struct
import tarfile
import warnings
import zipfile
import zlib

import pytest

from summarize import read
from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import archives, formats

DAM = b"The dam above Nuria held through the night, the mayor said.\n"
PAGE = b"<html><p>Calder bridge is shut until Friday, the county said on Monday."


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    """A zip file of names and contents."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def tarred(members, mode="w"):
    """A tar file of names and contents, compressed as the mode says."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return made.getvalue()


def found(raw, uri="a.zip"):
    """What reading gives: uris of documents, and (subject, reason) of the rest."""

    def shown():
        try:
            yield from formats.read(raw, uri, suffix=uri[uri.rfind(".") :])
        except ReadError as error:
            yield Failure(error.subject, error.reason)

    return [item.uri if isinstance(item, Document) else (item.subject, item.error) for item in shown()]


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.zip", zipped),
        ("a.tar", tarred),
        ("a.tar.gz", lambda members: tarred(members, "w:gz")),
        ("a.tgz", lambda members: tarred(members, "w:gz")),
        ("a.tar.bz2", lambda members: tarred(members, "w:bz2")),
        ("a.tar.xz", lambda members: tarred(members, "w:xz")),
    ],
)
def test_every_member_is_a_document_of_its_own(name, pack):
    """Each is read as its own name says and cited by the archive and that name."""
    raw = pack({"news/dam.txt": DAM, "b.html": PAGE, "c.jsonl": b'{"text": "It held."}'})
    assert [f"{name}!/news/dam.txt", f"{name}!/b.html", f"{name}!/c.jsonl#1"] == found(raw, name)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_is_read_under_its_own_name(pack):
    """What it is, its name without the compression says; the digest cites the file that is there."""
    suffix = {gzip: ".gz", bz2: ".bz2", lzma: ".xz"}
    name = "page.html" + next(end for module, end in suffix.items() if module.compress is pack)
    [document] = formats.read(pack(PAGE), name)
    assert (name, "Calder bridge is shut until Friday, the county said on Monday.") == (
        document.uri,
        document.text,
    )


def test_nested_archives_are_read_to_the_second_level():
    """An archive in an archive is read; a third is named and left alone, as quines would never end."""
    inner = zipped({"dam.txt": DAM})
    assert ["a.zip!/b.zip!/dam.txt"] == found(zipped({"b.zip": inner}))
    third = zipped({"c.txt": DAM, "b.zip": zipped({"a.zip": inner})})
    reason = "is an archive too deep inside others: unpack it"
    assert ["a.zip!/c.txt", ("a.zip!/b.zip!/a.zip", reason)] == found(third)


def quine():
    """A gzip file that unpacks to a gzip file that unpacks … deeper than anybody wants to know."""
    raw = DAM
    for _ in range(50):
        raw = gzip.compress(raw)
    return raw


def test_compression_in_compression_ends():
    """Layers are counted like archives."""
    assert [("a.gz", "is an archive too deep inside others: unpack it")] == found(quine(), "a.gz")


@pytest.mark.parametrize(
    ("name", "bomb", "what"),
    [
        ("a.gz", lambda: gzip.compress(bytes(100_000_000)), "nothing of it"),
        ("a.bz2", lambda: bz2.compress(bytes(100_000_000)), "nothing of it"),
        ("a.xz", lambda: lzma.compress(bytes(100_000_000), preset=1), "nothing of it"),
        ("a.zip", lambda: zipped({f"{n}.txt": b"The dam held. " * 500_000 for n in range(5)}), "the rest"),
        ("a.tar.gz", lambda: tarred({"a.txt": bytes(100_000_000)}, "w:gz"), "nothing of it"),
    ],
)
def test_a_bomb_is_left_where_it_swells(name, bomb, what):
    """Past 20 MiB and twenty times its size nothing more is unpacked; what was read stands."""
    *good, last = found(bomb(), name)
    assert (name, f"unpacks to more than 20 MiB: {what} is not read") in (last, good[-1] if good else last)
    assert len(good) <= 3


def test_what_overlaps_counts_each_time():
    """A zip file whose list names one body again and again costs what it unpacks to, not what it weighs."""
    body = zlib.compressobj(9, zlib.DEFLATED, -15)
    text = b"The dam held. " * 500_000
    packed = body.compress(text) + body.flush()
    local = (
        struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 33, zlib.crc32(text), len(packed), len(text), 5, 0)
        + b"a.txt"
    )
    entry = struct.pack(
        "<4s6H3L5H2L",
        b"PK\1\2",
        20,
        20,
        0,
        8,
        0,
        33,
        zlib.crc32(text),
        len(packed),
        len(text),
        5,
        0,
        0,
        0,
        0,
        0,
        0,
    )
    raw = local + packed
    listed = (entry + b"a.txt") * 1000
    raw += listed + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1000, 1000, len(listed), len(raw), 0)
    items = found(raw)
    assert len(items) <= 5 or all("broken" in reason for _, reason in items[2:])


def test_a_list_without_end_is_not_read():
    """Ten thousand files are the most; more are refused before the list is built."""
    raw = zipped({f"{n}.css": b"" for n in range(archives.MOST_MEMBERS + 1)}, zipfile.ZIP_STORED)
    assert ("a.zip", "unpacks to more than 10,000 files: nothing of it is not read") in found(raw)
    reason = "holds more than 10,000 files: unpack it and name what you want read"
    assert [("a.zip", reason)] == found(raw + b"PK\1\2" * 10_000)


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        *((name, name) for name in ("../../etc/passwd.txt", "/etc/passwd.txt", "..\\a.txt", "ä/ж.txt")),
        ("a\x1b[2J.txt", "a%1B[2J.txt"),
    ],
)
def test_a_name_is_only_a_name(name, cited, tmp_path, monkeypatch):
    """Wherever a member wants to go, it is text in a uri, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    assert [f"a.zip!/{cited}"] == found(zipped({name: DAM}))
    assert [f"a.tar!/{cited}"] == found(tarred({name: DAM}), "a.tar")
    assert [] == list(tmp_path.iterdir())


def test_other_kinds_are_counted_and_hidden_files_passed_over():
    """What is not read is one line; it is no fault."""
    raw = zipped(
        {"a.txt": DAM, "b.png": b"", "c.png": b"", "d": b"", "__MACOSX/._a.txt": b"", ".x/a.txt": b""}
    )
    said = Failure("a.zip", "3 files of kinds not read: .png 2, without suffix 1", passed_over=True)
    assert [said] == [item for item in formats.read(raw, "a.zip") if isinstance(item, Failure)]


def locked(raw):
    """The same zip file with its first member said to be encrypted."""
    raw = bytearray(raw)
    raw[6] |= 1
    raw[raw.find(b"PK\1\2") + 8] |= 1
    return bytes(raw)


BODY = slice(45, 60)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (locked, "is encrypted: unpack it with its password"),
        (lambda raw: raw[:40] + bytes(20) + raw[60:], "is broken: it cannot be unpacked"),
        (lambda raw: raw.replace(b"PK\1\2", b"PK\1\3"), "is a broken zip file"),
        (lambda raw: raw[:-30], "is a broken zip file"),
        (lambda raw: b"PK\3\4", "is a broken zip file"),
    ],
)
def test_a_broken_archive_says_what_is_wrong(spoil, reason):
    """One line, whatever is broken."""
    items = found(spoil(zipped({"a.txt": DAM * 9})))
    assert any(reason in why for _, why in items)


def test_a_broken_member_costs_only_itself():
    """The others are read."""
    raw = zipped({"a.txt": DAM * 9, "b.txt": DAM})
    assert "a.zip!/b.txt" in found(raw[:40] + bytes(20) + raw[60:])


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.gz", gzip.compress(DAM)[:-9]),
        ("a.gz", b"\x1f\x8b" + DAM),
        ("a.bz2", bz2.compress(DAM)[:-9]),
        ("a.xz", lzma.compress(DAM)[:-9]),
        ("a.tar", tarred({"a.txt": DAM})[:600]),
        ("a.zip", DAM),
    ],
)
def test_a_file_cut_short_is_said(name, raw):
    """No half document is quoted as a whole one."""
    [(subject, reason)] = [item for item in found(raw, name) if isinstance(item, tuple)][-1:]
    assert subject.startswith(name)
    assert "broken" in reason or "no archive" in reason or "no file" in reason


def test_an_office_document_is_no_archive_of_files():
    """A spreadsheet is not read as the XML it is made of."""
    sheet = zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>", "a.txt": DAM})
    reason = "is an office document of a kind that is not read: save it as text or PDF"
    assert [("a.xlsx", reason)] == found(sheet, "a.xlsx")


def test_a_part_is_found_again_by_its_uri(tmp_path, monkeypatch):
    """A citation's uri is a source: `verify` and people name it as it stands in the digest."""
    monkeypatch.chdir(tmp_path)
    inner = zipped({"news/dam.jsonl": b'{"text": "It broke."}\n{"text": "It held."}'})
    (tmp_path / "a.tar.gz").write_bytes(tarred({"b.zip": inner, "c.txt": DAM}, "w:gz"))
    name = "a.tar.gz!/b.zip!/news/dam.jsonl#2"
    assert [(name, "It held.")] == [(item.uri, item.text) for item in read.sources([name])]
    assert [Failure("a.tar.gz!/d.txt", "is no part of a.tar.gz")] == list(read.sources(["a.tar.gz!/d.txt"]))


def test_members_of_one_name_are_told_apart():
    """Each has a uri of its own, by which it is found again."""
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w") as archive:
        warnings.simplefilter("ignore")
        for name, content in (("a.txt", DAM), ("a.txt", b"Calder bridge is shut."), ("b/a.txt", DAM)):
            archive.writestr(name, content)
    assert ["a.zip!/a.txt", "a.zip!/a (2).txt", "a.zip!/b/a.txt"] == found(made.getvalue())


def test_a_part_of_an_archive_of_equal_names_is_found_again(tmp_path, monkeypatch):
    """What the second member is cited as names it."""
    monkeypatch.chdir(tmp_path)
    with tarfile.open("a.tar", "w") as archive:
        for content in (DAM, b"Calder bridge is shut."):
            entry = tarfile.TarInfo("a.txt")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    [second] = read.sources(["a.tar!/a (2).txt"])
    assert "Calder bridge is shut." == second.text


def test_links_in_an_archive_are_counted_and_not_followed():
    """A tar's links and devices and a zip's links, whose bytes are a path, are no text and are said."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE):
            entry = tarfile.TarInfo(f"{kind.decode()}.txt")
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert [
        ("a.tar", "3 files of kinds not read: links or devices 3"),
        ("a.tar", "holds no file that can be read"),
    ] == found(packed.getvalue(), "a.tar")
    assert ["a.zip!/dam.txt", ("a.zip", "1 file of kinds not read: links or devices 1")] == found(
        zipped({link: b"/etc/passwd", "dam.txt": DAM})
    )
