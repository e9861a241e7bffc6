"""A parser as bad as parsers get, under the name of the one that reads pages.

`folder(path)` holds it as a module; on `sys.path` before the real one, the worker imports it. What a
page asks for in its first paragraph is what the parser does.
"""

SOURCE = """
import ctypes, os, signal, sys, time

def load_html(page):
    word, *rest = page.partition("<p>")[2].partition("</p>")[0].split()
    globals()[word](*rest)

def loop():
    while True:
        pass

def wait():
    signal.pause()

def report(fifo):
    with open(fifo, "w") as stream:
        stream.write(str(os.getpid()))
    loop()

def crash():
    ctypes.string_at(0)

def abort():
    os.abort()

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def leave():
    os._exit(7)

def chatter():
    print("x" * 100_000, flush=True)
    os.write(1, b"x" * 100_000)
    sys.stdin.read()

def spend(seconds):
    end = time.process_time() + float(seconds)
    while time.process_time() < end:
        pass

def environment(path):
    with open(path, "w") as stream:
        stream.write(repr(dict(os.environ)))
"""


def install(folder, monkeypatch):
    """Put the parser into a folder and the folder before all others."""
    (folder / "trafilatura.py").write_text(SOURCE)
    monkeypatch.syspath_prepend(folder)


def page(word):
    """A page that asks for it."""
    return f"<!doctype html><title>Page</title><p>{word}</p><p>The dam above Nuria held.</p>".encode()
