"""`make fetching`: what the policy of `read.web` costs, on a page fetched again and again from loopback.

The server is a process of its own. Each way fetches in turn with the others; the figures are those of the
client alone, a fetch: `http.client` is the standard library without any policy, a connection for each page as
ours has.
"""

import http.client
import platform
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from summarize.read.web import Client

ROOT = Path(__file__).parents[2]
FETCHES, RUNS = 200, 5
SERVER = """
import sys
from tests.faults.server import Server
with Server() as server:
    print(server.url("/page"), flush=True)
    sys.stdin.read()
"""


def main():
    """Print milliseconds a fetch for each way, the least of five runs taken in turns."""
    serving = subprocess.Popen(
        [sys.executable, "-c", SERVER], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    url = serving.stdout.readline().strip()
    with Client(proxies={}, allow_private=True) as client:
        ways = {
            "http.client": lambda: bare(url),
            "our client": lambda: client.get(url, robots=False),
            "and robots.txt heeded": lambda: client.get(url),
        }
        for fetch in ways.values():
            fetch()
        runs = [{name: timed(fetch) for name, fetch in ways.items()} for _ in range(RUNS)]
    serving.stdin.close()
    serving.wait()
    print(f"{FETCHES} fetches, Python {platform.python_version()}")
    print(f"{'ms a fetch':<24}{'CPU':>8}{'clock':>8}")
    for name in ways:
        cpu, clock = map(min, zip(*(run[name] for run in runs), strict=True))
        print(f"{name:<24}{cpu:>8.2f}{clock:>8.2f}")


def bare(url):
    """The page without any policy."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
    connection.request("GET", parts.path, headers={"Connection": "close"})
    connection.getresponse().read()
    connection.close()


def timed(fetch):
    """Processor and clock milliseconds of one fetch, on average."""
    clock, cpu = time.perf_counter(), time.process_time()
    for _ in range(FETCHES):
        fetch()
    return (
        1000 * (time.process_time() - cpu) / FETCHES,
        1000 * (time.perf_counter() - clock) / FETCHES,
    )


if __name__ == "__main__":
    main()
