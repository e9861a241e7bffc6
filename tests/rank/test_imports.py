"""What importing the pipeline does not load."""

import subprocess
import sys

LOADED = "import sys, summarize.pipeline; print('numpy.f2py.crackfortran' in sys.modules)"
USED = (
    "import summarize.pipeline, numpy; numpy.testing.assert_equal(1, 1); print(numpy.f2py.run_main.__name__)"
)


def printed(code):
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def test_tools_for_fortran_are_not_loaded_for_a_digest():
    """Scipy asks for all that numpy has; what nobody uses waits."""
    assert printed(LOADED) == "False\n"


def test_what_is_put_off_is_there_when_it_is_used():
    """A program that imports both finds numpy whole."""
    assert printed(USED) == "run_main\n"
