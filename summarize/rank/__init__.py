"""Sentences to picks.

What scipy loads and nobody here uses is put off before the first module of this wing asks for scipy.
"""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def _put_off(package: str, name: str) -> None:
    """Let a module be loaded when something of it is first used, as the documentation of importlib shows."""
    spec = None if f"{package}.{name}" in sys.modules else find_spec(f"{package}.{name}")
    if spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    setattr(sys.modules[package], name, module)


# scipy takes every public name of numpy, and so imports its tools for tests and for Fortran: a third of
# the time that a digest of five articles takes (docs/decisions/0042).
_put_off("numpy", "testing")
_put_off("numpy", "f2py")
