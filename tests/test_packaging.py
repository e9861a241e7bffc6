"""What is installed, and by what: the locks, the ranges and the metadata agree."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-build.txt")
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)


def pins(lock):
    """Package to locked version."""
    return {name: version for name, version, _ in PIN.findall((ROOT / lock).read_text())}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_is_versions_and_hashes_and_nothing_else(lock):
    """Every package is pinned with a hash, and no line says where it was fetched from or made."""
    rest = PIN.sub("", (ROOT / lock).read_text()).splitlines()
    assert pins(lock)
    assert [] == [line for line in rest if line.strip() and not line.lstrip().startswith("#")]
    assert [] == [line for line in rest if "://" in line or re.search(r"\s/\w", line)]


def test_what_is_declared_is_locked_within_its_range():
    """The locks satisfy the ranges of pyproject.toml."""
    runtime, development = pins("requirements.txt"), pins("requirements-dev.txt")
    for lock, declared in (
        (runtime, PROJECT["dependencies"]),
        (development, PROJECT["optional-dependencies"]["dev"]),
    ):
        for each in map(Requirement, declared):
            assert each.specifier.contains(lock[canonicalize_name(each.name)]), each
    assert runtime.items() <= development.items()


def test_every_dependency_has_its_reason():
    """A dependency that docs/decisions/0001 does not name is not there."""
    page = (ROOT / "docs" / "decisions" / "0001-dependencies.md").read_text()
    declared = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    assert [] == [each for each in declared if not re.search(rf"\b{Requirement(each).name}\b", page)]


def test_every_dependency_is_used():
    """What is declared for running is imported somewhere in the package."""
    modules = {
        "charset-normalizer": "charset_normalizer",
        "css-inline": "css_inline",
        "PyStemmer": "Stemmer",
        "python-dateutil": "dateutil",
    }
    source = "".join(path.read_text() for path in (ROOT / "summarize").rglob("*.py"))
    names = {Requirement(each).name for each in PROJECT["dependencies"]}
    pattern = r"^\s*(?:import|from) {}\b"
    assert [] == [
        name for name in names if not re.search(pattern.format(modules.get(name, name)), source, re.MULTILINE)
    ]


def test_the_distribution_says_what_it_is():
    """Name, version and licence as installed are those of the package."""
    import summarize

    installed = metadata("summarize-digest")
    assert (summarize.__version__, "MIT") == (installed["Version"], installed["License-Expression"])


def test_the_package_carries_its_types_and_its_word_lists(tmp_path):
    """A wheel holds everything under summarize/, stop lists and py.typed included."""
    with zipfile.ZipFile(build("wheel", tmp_path)) as wheel:
        assert set(files("summarize")) <= set(wheel.namelist())


def test_the_source_distribution_can_be_built_and_tested_from(tmp_path):
    """It holds the locks that `make` installs from, the tests and their samples."""
    with tarfile.open(build("sdist", tmp_path)) as source:
        held = {name.partition("/")[2] for name in source.getnames()}
    assert {"Makefile", "pyproject.toml", "README.md", *LOCKS} <= held
    assert {*files("summarize"), *files("tests"), *files("samples")} <= held


def build(target, folder):
    """The file of a distribution, built of this tree."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [built] = folder.iterdir()
    return built


def files(folder):
    """What the repository keeps below a folder."""
    for path in (ROOT / folder).rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(ROOT).as_posix()
