"""Names to documents: the only door in."""

import errno
import io
import os
import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize import read
from summarize.errors import ReadError
from summarize.model import Document, Failure
from summarize.read import files, walk

TEXT = "The dam above Nuria held.\n"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """Each test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder, **contents):
    """Files by stem and suffix: `write(here, dam_txt="…")` makes dam.txt."""
    for name, content in contents.items():
        path = folder / ".".join(name.rsplit("_", 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def uris(*names, **options):
    return [item.uri for item in read.sources(names, **options) if isinstance(item, Document)]


def reasons(*names, **options):
    return {item.subject: item.error for item in read.sources(names, **options) if isinstance(item, Failure)}


def test_a_document_is_cited_as_the_user_named_it(here):
    """The path is kept as it was given, dots and all."""
    write(here, dam_txt=TEXT)
    assert ["./dam.txt", f"{here}/dam.txt"] == [*uris("./dam.txt"), *uris(here / "dam.txt")]


def test_a_bad_source_costs_only_itself(here):
    """Good files around a missing one are read, in the order given."""
    write(here, b_txt=TEXT, a_txt="Calder bridge is shut.")
    found = list(read.sources(["b.txt", "gone.txt", "a.txt"]))
    assert [("b.txt", Document), ("gone.txt", Failure), ("a.txt", Document)] == [
        (getattr(item, "uri", None) or item.subject, type(item)) for item in found
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("gone.txt", None, "no such file"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("figures.txt", b"1 2 3", "holds no words"),
        ("photo.jpg", b"\x89PNG\r\n\x1a\n\0", "is not text (looks like a PNG image)"),
        ("photo.txt", b"\xff\xd8\xff\xe0\0", "is not text (looks like a JPEG image)"),
        ("markup.html", b"<html><body></body></html>", "holds no article text"),
        ("half.json", b"{", "is no JSON: Expecting property name enclosed in double quotes at column 2"),
        ("n" * 300, None, "is too long for a file name"),
        ("gone.txt/dam.txt", None, "no such file"),
        ("dam*.txt", None, "matches no file"),
        ("ftp://post.example/dam", None, "is no http or https address: save what is there and name the file"),
        ("https://post.example:80:80/", None, "is no address: check its host and port"),
        ("http://[::1", None, "is no address: check its host and port"),
        (
            "http://2130706433/",
            None,
            "is at a loopback address (127.0.0.1): if you trust it, name it with --allow-private "
            "(in a configuration: allow_private = true)",
        ),
        ("dam.jsonl#3", None, "no such file"),
    ],
)
def test_the_reason_is_short_and_says_what_is_wrong(here, name, content, reason):
    """One line: the name, and the cause."""
    if content is not None:
        (here / name).write_bytes(content)
    found = reasons(name)
    assert [reason] == list(found.values())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("", "''"),
        (" ", "' '"),
        ("a\0b", "file:a%00b"),
        ("\ud800.txt", "\ufffd.txt"),
        ("b\udcff.txt", "file:b%FF.txt"),
    ],
)
def test_a_name_that_cannot_be_shown_is_replaced_in_the_reason(name, shown):
    """No name, however odd, raises or reaches the output unwritable."""
    assert [shown] == list(reasons(name))


def test_a_name_that_is_no_unicode_is_opened_all_the_same(here):
    """The system's bytes find the file; what it is cited by can be written, and finds it again."""
    name = os.fsdecode(b"d\xe4m.txt")
    try:
        (here / name).write_text(TEXT)
    except OSError as error:
        if error.errno != errno.EILSEQ:
            raise
        return
    assert ["file:d%E4m.txt", "file:./d%E4m.txt"] == [*uris(name), *uris(".")]
    assert ["file:d%E4m.txt"] == uris("file:d%E4m.txt")


@pytest.mark.parametrize(
    "name", ["esc\x1b[31mred.txt", "rtl\u202etxt.exe.txt", "new\nline 100%.txt", "\ufeff.txt"]
)
def test_a_name_that_would_be_obeyed_is_cited_as_an_address(here, name):
    """Percent-encoded where it cannot be seen; the address finds the file, alone or as part of another."""
    (here / name).write_text(TEXT)
    [cited] = uris(name)
    assert cited.isprintable()
    assert cited.startswith("file:")
    assert [cited] == uris(cited)


def test_a_file_address_finds_any_file(here):
    """As file managers and browsers write it; a file really called so wins."""
    write(here, dam_txt=TEXT)
    assert ["dam.txt"] == uris("file:dam.txt")
    assert [f"{here}/dam.txt"] == uris((here / "dam.txt").as_uri())
    (here / "file:dam.txt").write_text(TEXT)
    assert ["file:dam.txt"] == uris("file:dam.txt")


def test_a_folder_is_read_in_the_order_of_its_names(here):
    """Its files first, then its folders; hidden files are passed over, those of other kinds are counted."""
    write(
        here / "news",
        b_txt=TEXT,
        a_md=TEXT,
        C_HTML=f"<p>{TEXT}",
        _hidden=TEXT,
        photo_png=b"\x89PNG",
        paper_odp=b"PK",
    )
    write(here / "news" / "2031", d_txt=TEXT)
    write(here / "news" / ".git", e_txt=TEXT)
    assert ["news/C.HTML", "news/a.md", "news/b.txt", "news/2031/d.txt"] == uris("news")
    assert [Failure("news", "2 files of kinds not read: .odp 1, .png 1", passed_over=True)] == [
        item for item in read.sources(["news"]) if isinstance(item, Failure)
    ]


def test_a_trailing_slash_stays_as_given(here):
    """Members are the folder as named, joined with what is inside."""
    write(here / "news", a_txt=TEXT)
    assert ["news/a.txt", "news/a.txt", "./news/a.txt"] == [*uris("news"), *uris("news/"), *uris("./news")]


def test_a_folder_without_anything_to_read_is_a_failure(here):
    """An empty folder is more likely a mistake than a wish."""
    (here / "empty").mkdir()
    assert ["empty"] == list(reasons("empty"))


def test_a_pattern_is_unfolded_as_a_shell_would(here):
    """Sorted, without hidden files; `**` goes into folders."""
    write(here, b_txt=TEXT, a_txt=TEXT, c_md=TEXT)
    write(here / "more", d_txt=TEXT)
    (here / ".e.txt").write_text(TEXT)
    assert ["a.txt", "b.txt"] == uris("*.txt")
    assert ["./a.txt", "./b.txt", "./more/d.txt"] == uris("./**/*.txt")
    assert [f"{here}/c.md"] == uris(f"{here}/[c-z].md")


def test_a_file_really_named_like_a_pattern_wins(here):
    """Brackets are common in the names of saved pages."""
    (here / "dam [1].txt").write_text(TEXT)
    write(here, dam_txt=TEXT)
    assert ["dam [1].txt"] == uris("dam [1].txt")


def test_patterns_do_not_follow_links_to_folders(here):
    """Two links that lead to each other's folder would be an endless walk."""
    write(here / "a", x_txt=TEXT)
    (here / "a" / "up").symlink_to(here)
    (here / "a" / "again").symlink_to(here)
    assert ["a/x.txt"] == uris("**/*.txt")


@pytest.mark.parametrize("names", [("a.txt", "./a.txt", "link.txt"), ("link.txt", "./a.txt", "a.txt")])
def test_a_file_named_twice_is_read_once(here, names):
    """Under the least of its names, so that the order of names does not matter."""
    write(here, a_txt=TEXT)
    (here / "link.txt").symlink_to("a.txt")
    assert ["./a.txt"] == uris(*names)


def test_links_inside_a_folder_are_not_followed_out_of_it(here):
    """Somebody else's folder cannot make the digest quote a file from elsewhere."""
    write(here, secret_txt=TEXT)
    write(here / "news", a_txt=TEXT)
    for name, target in {
        "out.txt": "../secret.txt",
        "up": "..",
        "gone.txt": "nowhere",
        "x.txt": "y.txt",
        "y.txt": "x.txt",
    }.items():
        (here / "news" / name).symlink_to(target)
    (here / "news" / "self").symlink_to(".")
    (here / "news" / "same.txt").symlink_to("a.txt")
    assert ["news/a.txt"] == uris("news")
    assert {
        "news/gone.txt": "is a link to nothing",
        "news/out.txt": "is a link out of its folder: name it to have it read",
        "news/up": "is a link out of its folder: name it to have it read",
        "news/x.txt": "is a link that leads to itself",
        "news/y.txt": "is a link that leads to itself",
    } == reasons("news")


@pytest.mark.parametrize("pattern", ["news/**/*.txt", "news/*", "n*/*.txt"])
def test_links_that_a_pattern_matches_are_not_followed_out_of_its_folder(here, pattern):
    """A pattern is a walk of the folder it begins with: one rule for both."""
    outside = here.parent / f"{here.name}-outside"
    write(outside, secret_txt=TEXT)
    write(here / "news", a_txt=TEXT)
    for name, target in {"out.txt": outside / "secret.txt", "up.txt": outside, "x.txt": "x.txt"}.items():
        (here / "news" / name).symlink_to(target)
    assert ["news/a.txt"] == uris(pattern)
    assert {
        "news/out.txt": "is a link out of its folder: name it to have it read",
        "news/up.txt": "is a link out of its folder: name it to have it read",
        "news/x.txt": "is a link that leads to itself",
    } == reasons(pattern)
    assert ["news/out.txt"] == uris("news/out.txt")


def test_only_regular_files_are_opened(here):
    """A pipe would block for ever, a device never end."""
    os.mkfifo(here / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        assert {
            "./pipe.txt": "is a pipe (FIFO), not a file: send it to standard input, which is named -",
            "./socket.txt": "is a socket or device, not a file",
            "/dev/null": "is a device, not a file",
        } == reasons(".", "/dev/null")


def test_a_file_that_is_too_large_is_not_read(here, monkeypatch):
    """Its size is asked before a byte is read."""
    monkeypatch.setattr(files, "LARGEST_FILE", 1 << 20)
    with (here / "huge.txt").open("wb") as stream:
        stream.truncate(20 << 30)
    assert {"huge.txt": "is larger than 1 MiB: split it or name a part"} == reasons("huge.txt")


def test_a_folder_without_end_is_cut_off(here, monkeypatch):
    """A walk stops at its limit and says so."""
    monkeypatch.setattr(walk, "MOST_FILES", 2)
    write(here, a_txt=TEXT, b_txt=TEXT, c_txt=TEXT)
    assert (["./a.txt", "./b.txt"], {".": "holds more than 2 files: the rest is not read"}) == (
        uris("."),
        reasons("."),
    )


def test_a_file_without_permission_is_a_failure(here, monkeypatch):
    """What the system refuses costs the file, not the run."""

    def refuse(path, flags):
        raise PermissionError(errno.EACCES, "Permission denied")

    write(here, a_txt=TEXT)
    monkeypatch.setattr(os, "open", refuse)
    assert {"a.txt": "permission denied"} == reasons("a.txt")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (TEXT, TEXT),
        (f"<!DOCTYPE html><p>{TEXT}</p>", TEXT.strip()),
        (f"<?xml version='1.0'?>\n<html>{TEXT}", TEXT.strip()),
        (f"<title>Dam</title><p>{TEXT}", TEXT.strip()),
    ],
)
def test_a_file_of_unknown_suffix_is_read_by_its_beginning(here, content, text):
    """A page if it begins like one, else text."""
    write(here, dam_saved=content)
    assert [text] == [document.text for document in read.sources(["dam.saved"])]


def test_standard_input_is_read_once():
    """`-` is a page or text like any other, however often it is named."""
    assert ["-"] == uris("-", "-", stdin=io.BytesIO(TEXT.encode()))
    assert {"-": "is empty"} == reasons("-", stdin=io.BytesIO())


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        ('{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        ('\n{ "title": "A", "text": "One." } \r\n\n{"text": "Two."}', ["One.", "Two."]),
        ('{"text": "One."}\n', ["One."]),
        ('[{"text": "One."}, {"text": "Two."}]', ["One.", "Two."]),
        ('{\n  "documents": [\n    {"text": "One."},\n    {"text": "Two."}\n  ]\n}', ["One.", "Two."]),
        ("[1] One. {Two} is a word.", ["[1] One. {Two} is a word."]),
        ("{Two} is a word.", ["{Two} is a word."]),
    ],
)
def test_records_on_standard_input_are_known_by_how_they_begin(raw, texts):
    """JSON Lines, a list or an object, as from a file; prose begins with none of them."""
    assert texts == [each.text for each in read.sources(["-"], stdin=io.BytesIO(raw.encode()))]


def test_broken_records_on_standard_input_are_no_prose():
    """What was to be JSON is not quoted."""
    assert {"-": "is no JSON: Unterminated string starting at at column 10"} == reasons(
        "-", stdin=io.BytesIO(b'{"text": "One.')
    )
    assert {"-:2": "is no JSON: Expecting value at column 10"} == reasons(
        "-", stdin=io.BytesIO(b'{"text": "One."}\n{"text": ?}\n')
    )


def test_one_record_of_a_file_can_be_named(here):
    """The uri of a record is a name that leads to it again."""
    write(here, all_jsonl='{"text": "One."}\n{"text": "Two."}\n')
    assert ["all.jsonl#1", "all.jsonl#2"] == uris("all.jsonl")
    assert ["Two."] == [document.text for document in read.sources(["all.jsonl#2"])]
    assert {"all.jsonl#3": "is no part of all.jsonl"} == reasons("all.jsonl#3")


def test_a_url_is_read_through_fetch():
    """Its header says what it is and in which encoding; it is cited as it was given."""

    def fetch(url):
        return "<p>Жители Нурии.</p>".encode("koi8-r"), "text/html; charset=KOI8-R", url + "/final"

    [document] = read.sources(["https://post.example/dam"], fetch=fetch)
    assert ("https://post.example/dam", "Жители Нурии.") == (document.uri, document.text)


@pytest.mark.parametrize(
    "error",
    [
        ReadError("https://post.example/dam", "timed out after 30 s"),
        TimeoutError(110, "Timed out after 30 s"),
    ],
)
def test_a_fetch_that_fails_is_a_failure(error):
    """Whatever the network does costs one source."""

    def fetch(url):
        raise error

    assert {"https://post.example/dam": "timed out after 30 s"} == reasons(
        "https://post.example/dam", fetch=fetch
    )


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from([".txt", ".md", ".html", ".json", ".jsonl", ".dat"]),
)
def test_any_bytes_in_any_file_are_documents_or_failures(here, raw, suffix):
    """No file raises, and nothing that comes of it is unwritable."""
    path = here / f"any{suffix}"
    path.write_bytes(raw)
    for item in read.sources([path]):
        text = item.error if isinstance(item, Failure) else item.text + (item.title or "") + item.uri
        assert text == text.encode().decode()


def test_a_part_of_a_file_on_the_web_is_found_again_by_its_uri():
    """As it stands in a digest; nothing else of the file is used, and the file is what is fetched."""
    asked = []

    def fetch(url):
        asked.append(url)
        return b'{"text": "It broke."}\n{"text": "It held, said the mayor of Brennock."}', "", url

    first, second = read.sources(["https://herald.example/dam.jsonl"], fetch=fetch)
    assert ("https://herald.example/dam.jsonl#2", None) == (second.uri, second.url)
    assert [second] == list(read.sources([second.uri], fetch=fetch))
    assert ["https://herald.example/dam.jsonl"] * 2 == asked
    missing = "https://herald.example/dam.jsonl#3"
    assert [Failure(missing, "is no part of https://herald.example/dam.jsonl")] == list(
        read.sources([missing], fetch=fetch)
    )
    assert [first, second] == read.distinct([first, second])
