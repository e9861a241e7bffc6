"""What a page's own style sheets hide."""

import pytest

from summarize.read import markup, styles


@pytest.mark.parametrize(
    ("sheet", "hidden"),
    [
        (".x { color: red; display : none }", True),
        ("#me,.y{display:none!important}", True),
        ("p.x{DISPLAY:NONE}", True),
        ("/* .x{} */ @import 'a.css'; .x{display:none}", True),
        (".x{display:none} @media print { .x { display: block } }", True),
        ("@media screen { .x { display: none } }", True),
        ("div.x{display:none}", False),
        (".x p{display:none}", False),
        (".x:empty{display:none}", False),
        ("/* .x{display:none} */", False),
        ("@media print { .x { display: none } }", False),
        ("@media (max-width: 600px) { .x { display: none } }", False),
        (".x{display:none} @media (min-width: 600px) { .x { display: block } }", False),
        (".x{display:none} @media (min-width: 600px) { .md\\:block { display: block } }", False),
        (".x{display:none} .y{display:flex}", False),
        (".x{display:none} body.ready .x{display:block}", False),
        (".x{visibility:hidden}", False),
        (".x{display:none", False),
    ],
)
def test_a_rule_for_a_class_or_an_id_hides(sheet, hidden):
    """On every screen and by the name alone; what is shown on some screen is seen."""
    page = f"<style>{sheet}</style><p id=me class='x y md:block'>a</p>b"
    assert (["b"] if hidden else ["a", "b"]) == markup.scan(page).blocks


@pytest.mark.parametrize(
    "page",
    [
        "<style media=print>.x{display:none}</style>",
        "<noscript><style>.x{display:none}</style></noscript>",
        "<!-- <style>.x{display:none}</style> -->",
        "<script>'<style>.x{display:none}</style>'</script>",
        "<style>body,html{display:none}.whole{display:none}</style><body class=whole>",
    ],
)
def test_what_is_no_sheet_for_this_reader_hides_nothing(page):
    """Sheets for paper and for readers without scripts; nor is a page as a whole hidden but until it is loaded."""
    assert ["a"] == markup.scan(f"{page}<p class=x>a").blocks


@pytest.mark.parametrize(
    "unit", ["<style>", "<!--", "<script>", "{", "}", "/*", ".x{display:none}", "a{b{", ",", "\\", "@media{"]
)
def test_long_runs_of_anything_are_read(unit):
    """Half a million characters of broken sheets are one pass."""
    run = unit * (500_000 // len(unit))
    assert [False, False] == [styles.read(page).hides("i", {}) for page in (run, f"<style>{run}")]
