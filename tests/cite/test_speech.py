"""Which words only say who speaks."""

from __future__ import annotations

import pytest

from summarize.cite.statement import read
from tests.cite.builders import stem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said the bridge was closed.", "Police said"),
        ("Police said that the bridge was closed.", "Police said that"),
        ("The bridge was closed, police said.", "police said"),
        ("The bridge was closed, according to police.", "according to police"),
        ("The bridge, police said on Monday, was closed.", "police said on Monday"),
        ("“We will rebuild every house,” Rusk told the Courier.", "Rusk told the Courier"),
        ("We will rebuild every house,” Rusk said.", "Rusk said"),
        ("Rusk put it plainly: “We will rebuild every house.”", "Rusk put it plainly"),
        ("``We will rebuild every house,'' Rusk said.", "Rusk said"),
        ("`` We will rebuild every house , '' Rusk said .", "Rusk said"),
        ("We will rebuild every house,'' Rusk said.", "Rusk said"),
        ("The bridge was closed.", ""),
        ("Three men were reported missing.", ""),
        ("The mayor ordered an inquiry, which is to report in June.", ""),
        ("The bridge will reopen, the mayor would not say when.", ""),
        ("“Yes,” she said.", "she said"),
        ("He called it a “good example” for other towns, and the council followed.", ""),
    ],
)
def test_attribution(text: str, expected: str):
    """The clause that names the speaker is attribution; what is said is not, nor is all of a sentence."""
    statement = read(text, language="en", stem=stem)
    assert expected == " ".join(statement.words[i].text for i in sorted(statement.attribution))


def test_other_languages_claim_every_word():
    """Where saying cannot be read, nothing is forgiven."""
    statement = read("Die Brücke wurde gesperrt, sagte die Polizei.", language="de", stem=stem)
    assert frozenset() == statement.attribution
