"""One browser for all tests; where there is none they say what to install."""

import pytest

from tests.browser.chromium import MISSING, Visit, executable, started


@pytest.fixture(scope="session")
def browser():
    if executable() is None:
        pytest.skip(MISSING)
    with started() as running:
        yield running


@pytest.fixture(scope="session")
def window(browser, tmp_path_factory):
    return Visit(browser, tmp_path_factory.mktemp("pages"))


@pytest.fixture
def visit(window):
    """Opens pages; by the end of the test they must have said, asked for and shown nothing of their own."""
    window.seen.clear()
    yield window
    assert [] == window.seen
