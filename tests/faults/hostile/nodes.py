"""Folders, names and nodes of the file system: links, pipes, devices, odd names, crowds, a sparse file."""

import errno
import os
from functools import partial

from tests.faults.hostile.prose import Case, item, page, paragraph, rss, sentence

DEVICES = ("/dev/zero", "/dev/random", "/dev/full", "/dev/null", "/dev/tty", "/proc/kmsg", "/proc/self/mem")
NAMES = (
    b"-rf.txt", b"--help.txt", b" lead space.txt", b"new\nline.txt", b"esc\x1b[31mred.txt",
    b"osc\x1b]52;c;ZQ==\x07.txt", b"bad\xff\xfeutf8.txt", "rtl\u202etxt.exe.txt".encode(), b"semi;touch x.txt",
    b"$(id).txt", b"`id`.txt", b"quote'\".txt", b"a" * 251 + b".txt", "cafe\u0301.txt".encode(),
    "caf\u00e9.txt".encode(), b"%s%n.txt", b"CON.txt", b".hidden.txt", b"<script>alert(1)<.txt",
    b"](javascript:alert(1)).txt", b"no-extension", b"UPPER.TXT",
)  # fmt: skip


def good(path, chance, count=6):
    """An ordinary text file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(paragraph(chance, count))


def unreadable(folder, chance):
    good(folder / "a.txt", chance)
    (folder / "a.txt").chmod(0)
    good(folder / "b.txt", chance)


def locked(folder, chance):
    good(folder / "in" / "a.txt", chance)
    good(folder / "b.txt", chance)
    (folder / "in").chmod(0)


def loop(folder, chance):
    good(folder / "a.txt", chance)
    for link, target in (
        ("self", "."),
        ("up", ".."),
        ("x.txt", "y.txt"),
        ("y.txt", "x.txt"),
        ("dangling", "gone.txt"),
    ):
        (folder / link).symlink_to(target)


def escape(folder, chance):
    good(folder / "a.txt", chance)
    (folder / "passwd.txt").symlink_to("/etc/passwd")


def pipe(folder, chance):
    good(folder / "a.txt", chance)
    os.mkfifo(folder / "fifo.txt")


def names(folder, chance):
    folder.mkdir()
    for name in NAMES:
        try:
            (folder / os.fsdecode(name)).write_text(paragraph(chance, 4))
        except OSError as error:  # some systems refuse some
            if error.errno not in (errno.EILSEQ, errno.ENAMETOOLONG, errno.EINVAL):
                raise


def copies(folder, chance):
    folder.mkdir()
    text = paragraph(chance, 12)
    for number in range(50):
        (folder / f"copy{number:02d}.txt").write_text(text if number % 2 else text.replace(". ", ".\n"))


def mixed(folder, chance):
    folder.mkdir()
    contents = {
        "a.txt": paragraph(chance).encode(),
        "b.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "c.docx": b"PK\x03\x04",
        "d.png": b"\x89PNG\r\n\x1a\n",
        "e.eml": b"From: a\r\n\r\nhi",
        "f.html": page(chance).encode(),
        "g.xml": rss([item(chance, 1)]).encode(),
        "h.json": b"{}",
        "i.csv": b"a,b\n1,2\n",
        "j": b"\x7fELF",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)


def crowd(count, folder, chance):
    for number in range(count):
        path = folder / f"{number // 1000:03d}" / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{sentence(chance)} {sentence(chance)}")


def deep(folder, chance):
    good(folder.joinpath(*(f"d{level}" for level in range(120)), "a.txt"), chance)


def sparse(folder, chance):
    good(folder / "a.txt", chance)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(20 * 2**30)


def node(name, expect, make, **limits):
    return Case(f"nodes/{name}", "dir", expect, make, **limits)


def device(path, *_):
    return path


# Root may read what nobody may.
DENIED = "ok" if hasattr(os, "geteuid") and os.geteuid() == 0 else "skip"
CASES = [
    node("unreadable-file", DENIED, unreadable),
    node("unlistable-dir", DENIED, locked),
    node("symlink-loop", "skip", loop),
    node("symlink-outside", "bound", escape, forbid=("root:x:0:0",)),
    node("fifo-in-dir", "skip", pipe, seconds=5),
    *(node("device" + path.replace("/", "-"), "bound", partial(device, path), seconds=5) for path in DEVICES),
    node("odd-names", "clean", names, forbid=("\x1b", "\x07", "\u202e")),
    node("odd-names-markup", "clean", names, forbid=("<script", "javascript:"), where="markup"),
    node("duplicates", "ok", copies),
    node("mixed-types", "skip", mixed),
    node("many-files", "bound", partial(crowd, 2_000), seconds=30, mib=2000),
    node("100k-files", "bound", partial(crowd, 100_000), seconds=300, mib=1700, tier="full"),
    node("deep-dirs", "ok", deep),
    node("sparse-20gb", "skip", sparse, mib=300),
]
