"""The figure of `summarize evaluate` as a browser draws it."""

import pytest

from summarize.measure import figure
from summarize.measure.intervals import Interval
from summarize.measure.report import Evaluation, Row
from summarize.options import METHOD_NAMES, YARDSTICKS

NAMES = ("rouge1_f", "rouge2_f")
LONG = (
    "clusters that a reader with much to say about their name has put together $in$ one folder & kept.jsonl"
)
# Every pair of words whose boxes overlap, and every word that leaves the picture.
COLLISIONS = """() => {
  const paper = document.querySelector("svg").getBoundingClientRect();
  const boxes = [...document.querySelectorAll("text")].map(each => [each.textContent, each.getBoundingClientRect()]);
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const lost = boxes.filter(([_, box]) => box.left < paper.left || box.right > paper.right);
  return [...lost.map(([text]) => text), ...boxes.flatMap(([text, box], at) =>
    boxes.slice(at + 1).filter(([_, other]) => !apart(box, other)).map(([other]) => text + " / " + other))];
}"""


def drawn(methods, name="dam.jsonl"):
    """A page with the figure of methods of made-up means, best first."""
    rows = [
        Row(method, {each: Interval(mean, mean - 0.01, mean + 0.01) for each in NAMES}, {})
        for mean, method in zip((0.4 - at / 500 for at in range(len(methods))), methods, strict=True)
    ]
    settings = {"set": name, "budget": "mean words of the references", "baseline": methods[0]}
    return "<!DOCTYPE html>" + figure.svg(Evaluation(settings, tuple(rows))).decode().partition("?>")[2]


@pytest.mark.parametrize("methods", [METHOD_NAMES[:1], (*METHOD_NAMES, *YARDSTICKS)], ids=len)
@pytest.mark.parametrize("name", ["dam.jsonl", LONG])
def test_no_words_collide(visit, methods, name):
    """With one method or all of them, nothing stands on anything else or is cut off."""
    page = visit.open(drawn(methods, name))
    words = page.eval_on_selector_all("text", "all => all.map(each => each.textContent)")
    assert list(methods) == [each for each in words if each in methods][::-1]
    assert [] == page.evaluate(COLLISIONS)


def test_who_cannot_see_it_is_told_what_it_shows(visit):
    """The picture has a name and a description with every figure in it."""
    page = visit.open(drawn(("consensus", "lead")))
    picture = page.get_by_role("img", name="ROUGE on dam.jsonl, mean words of the references")
    assert 1 == picture.count()
    said = page.locator("desc").text_content()
    assert "consensus: 40.00 (39.00 to 41.00) and 40.00 (39.00 to 41.00); lead: 39.80" in said
