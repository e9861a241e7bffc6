"""Every outlet that a story counts, and whose headline it has, is among its sources."""

import pytest

from summarize.render import briefing_json, briefing_markdown, briefing_text, mail_html
from tests.briefing.desk import Desk, config, item

GUSTS = "Gusts of 98 km/h have been measured at Kirk Ness, the weather service of the county said."
HOMES = "Storm Edda: 3,000 homes without power"


@pytest.fixture
def paper():
    """A story of two outlets in one sentence, with the headline of the one that is not cited."""
    desk = Desk(config("radio", "gazette", briefing={"length": 1}))
    radio = item("radio", GUSTS, title="Edda: gusts of 98 km/h measured at Kirk Ness")
    told = "Gusts of Storm Edda have left 3,000 homes at Kirk Ness without power, the network operator said."
    gazette = item("gazette", told, title=HOMES)
    return desk.brief(radio, gazette).paper


def test_an_outlet_that_is_counted_and_not_cited_is_listed(paper):
    """After those that are cited, under the next number."""
    [entry] = paper.entries
    [line] = entry.digest.lines
    assert (2, 1) == (entry.outlets, len(line.citations))
    [other] = entry.counted
    assert (1, 2) == (line.citations[0].source.number, other.number)
    assert {"Radio", "Gazette"} == {line.citations[0].source.publisher, other.publisher}


@pytest.mark.parametrize("render", [briefing_text.render, briefing_markdown.render, mail_html.render])
def test_both_outlets_stand_in_the_list(render, paper):
    """In text, Markdown and mail."""
    page = render(paper)
    assert all(f"{outlet}, 2026-03-01" in page for outlet in ("Radio", "Gazette"))


def test_json_says_which_are_counted_and_leads_back(paper):
    """By their numbers; papers made before have none, and a number of no source is refused."""
    text = briefing_json.render(paper)
    assert '"counted": [\n            2\n          ]' in text
    assert paper == briefing_json.loads(text)
