"""The documentation is a subject of the tests like any other."""

import re
from datetime import date

import click
import pytest
from click.testing import CliRunner

from summarize.briefing.config import Config
from summarize.briefing.mistakes import table_of
from summarize.cli import main
from tests import test_architecture as architecture
from tests.documents import PAGES, ROOT, current

KEY = re.compile(r"\[([a-z]+\d\d[a-z]+)\]")


def named(page):
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_example_prints_what_the_page_says(page):
    """README, tutorial, guides and reference are what the program does today (`make docs` renews them)."""
    text = page.read_text()
    assert current(text) == text


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_to_a_file(page):
    """A relative link in a page names a file that is there."""
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text())
    assert [] == [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_to_a_section_leads_to_a_heading(page):
    """What stands behind # in a link is a heading of that page, as GitHub writes it."""
    links = re.findall(r"\]\(([^)#:]*)#([^)]+)\)", page.read_text())
    assert [] == [
        (path, heading)
        for path, heading in links
        if heading not in sections((page.parent / path if path else page).read_text())
    ]


def sections(text):
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}


TEST = re.compile(r"`((?:tests/\w+/)?test_\w+\.py)::(test_\w+)`")


@pytest.mark.parametrize("page", [ROOT / "docs" / "web.md", ROOT / "docs" / "brief.md"], ids=named)
def test_every_test_that_a_page_names_is_there(page):
    """A row of a table of promises leads to what proves it."""
    found = TEST.findall(page.read_text())
    places = [(ROOT / (path if "/" in path else f"tests/faults/{path}"), name) for path, name in found]
    assert places
    assert [] == [f"{path.name}::{name}" for path, name in places if f"def {name}(" not in path.read_text()]


def test_the_map_of_the_modules_is_that_of_their_imports():
    """Every part of the package stands on its floor of the drawing, the highest first."""
    page = (ROOT / "docs" / "contributing.md").read_text().split("```")[3]
    drawn = re.split(r"^floor (\d)", page, flags=re.MULTILINE)[1:]
    found = {
        int(number): set(re.findall(r"\w+", words))
        for number, words in zip(drawn[::2], drawn[1::2], strict=True)
    }
    parts = {number: set().union(*wings) for number, wings in enumerate(architecture.FLOORS)}
    assert sorted(found, reverse=True) == list(found)
    assert {} == {number: absent for number, of in parts.items() if (absent := of - found[number])}
    assert {architecture.part(name) for name in architecture.MODULES} == set().union(*parts.values())


def test_every_path_of_the_map_is_there():
    """A new contributor who follows the page to a module, a test or a folder of cases finds it."""
    page = (ROOT / "docs" / "contributing.md").read_text()
    paths = re.findall(r"`((?:tests|read|text|rank|cite|stories|briefing|render)/[\w/.]*?)(?:/NAME)?`", page)
    assert [] == [
        path for path in paths if not any((base / path).exists() for base in (ROOT, ROOT / "summarize"))
    ]


def test_every_command_that_measures_has_a_target_and_stands_on_the_page():
    """What prints a figure of these pages can be found, and run by `make`."""
    modules = {
        path.stem for path in (ROOT / "tests" / "quality").glob("*.py") if "__main__" in path.read_text()
    }
    makefile = (ROOT / "Makefile").read_text()
    page = (ROOT / "docs" / "contributing.md").read_text()
    named = {"report": "quality", "briefing": "daily", "stages": "bench"}
    targets = {named.get(module, module) for module in modules}
    assert set() == targets - set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    assert set() == targets - set(re.findall(r"`make (\w+)`", page))


def test_every_citation_key_has_its_entry_and_every_entry_is_cited():
    """Code and documentation cite papers by keys of docs/bibliography.md."""
    bibliography = ROOT / "docs" / "bibliography.md"
    pages = [*(ROOT / "summarize").rglob("*.py"), *PAGES]
    cited = {key for page in pages if page != bibliography for key in KEY.findall(page.read_text())}
    assert sorted(KEY.findall(bibliography.read_text())) == sorted(cited)


def test_every_decision_that_code_points_to_is_there():
    """A constant's source can be looked up."""
    pointed = {
        number
        for path in (ROOT / "summarize").rglob("*.py")
        for number in re.findall(r"docs/decisions/(\d{4})", path.read_text())
    }
    assert set() == pointed - {page.name[:4] for page in (ROOT / "docs" / "decisions").iterdir()}


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example_and_stands_in_the_reference(name):
    """A command nobody can find out about does not exist."""
    command = main.commands[name]
    assert f"summarize {name} " in command.help
    assert f"$ summarize {name} --help\n" in (ROOT / "docs" / "reference.md").read_text()
    assert [] == [each.name for each in command.params if isinstance(each, click.Option) and not each.help]


@pytest.mark.parametrize("name", sorted(set(main.commands["brief"].commands) - {"run"}))
def test_every_command_beside_the_briefing_has_help_with_an_example_and_stands_on_its_page(name):
    """The daily run itself is `summarize brief`, and stands in the reference."""
    command = main.commands["brief"].commands[name]
    assert f"    summarize brief {name}" in command.help
    assert f"$ summarize brief {name} --help\n" in (ROOT / "docs" / "brief.md").read_text()
    assert [] == [each.name for each in command.params if isinstance(each, click.Option) and not each.help]


def test_every_key_of_a_briefing_has_its_row():
    """The table of the configuration has each key once, under its table, and none that does not exist."""
    page = (ROOT / "docs" / "brief.md").read_text().split("| key | default | |")[1].split("\n\n")[0]
    listed, table = [], ""
    for bold, cell in re.findall(r"^\| (\*\*)?`\[*(\w+)\]*`", page, re.MULTILINE):
        table = cell if bold else table
        listed += [] if bold else [f"{table}.{cell}"]
    known = [
        f"{name}.{key.alias or each}"
        for name, field in Config.model_fields.items()
        for each, key in table_of(field.annotation).model_fields.items()
    ]
    assert sorted(known) == sorted(listed)


def commands(group=main, before="summarize"):
    """Every command with the words that call it."""
    for name, command in group.commands.items():
        called = before if command.hidden else f"{before} {name}"
        yield called, command
        if isinstance(command, click.Group):
            yield from commands(command, called)


def test_the_help_of_every_command_is_printed_once():
    """An option is documented where its command's help stands, and nowhere twice."""
    pages = "".join(page.read_text() for page in PAGES)
    calls = {called for called, _ in commands()} | {"summarize"}
    assert {} == {call: times for call in calls if (times := pages.count(f"$ {call} --help\n")) != 1}


def test_help_fits_eighty_columns():
    """Nothing wraps on a terminal as wide as most."""
    calls = {called for called, _ in commands()} | {"summarize"}
    helps = (
        CliRunner().invoke(main, [*call.split()[1:], "--help"], terminal_width=80).output for call in calls
    )
    assert [] == [line for text in helps for line in text.splitlines() if len(line) > 80]


def test_every_option_that_a_page_names_exists():
    """Nobody is sent to an option that was renamed or taken out."""
    known = {
        name
        for _, command in commands()
        for each in command.params
        for name in [*each.opts, *each.secondary_opts]
    }
    known |= {"--help", "--version"}
    named = {
        option
        for page in PAGES
        if page.parent.name != "decisions"
        for call in re.findall(
            r"^(?:\$ )?summarize .*$|`(?:summarize )?-.*?`", page.read_text(), re.MULTILINE
        )
        for option in re.findall(r"(?<=[ `])--[a-z][a-z-]+", call)
    }
    assert set() == named - known


def test_the_changelog_begins_with_what_is_new():
    """The first section is the one to come; released ones carry their day, newest first."""
    first, *released = re.findall(r"^## (.*)$", (ROOT / "docs" / "changelog.md").read_text(), re.MULTILINE)
    days = [date.fromisoformat(heading.split(" - ")[1]) for heading in released]
    assert "Unreleased" == first
    assert sorted(days, reverse=True) == days
