"""How tests run here: the same examples every time, no clock that could fail one, no network but loopback.

`pytest --hypothesis-profile thorough` looks further, with examples of its own each time.
"""

import socket

import pytest
from hypothesis import Phase, settings

# Explaining a failure traces every line that runs: minutes and gigabytes where a page is parsed.
PHASES = [phase for phase in Phase if phase is not Phase.explain]
settings.register_profile("repeatable", deadline=None, derandomize=True, phases=PHASES)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("repeatable")


@pytest.fixture(scope="session", autouse=True)
def loopback_alone():
    """A test that would leave this machine fails instead."""
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(
            ("127.", "::1", "localhost")
        ):
            raise RuntimeError(f"a test connects to {address}")
        return connect(self, address)

    socket.socket.connect = guarded
    yield
    socket.socket.connect = connect
