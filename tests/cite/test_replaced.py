"""Sentences that give the old value with the new one: whoever told the old one has an update."""

import pytest

from summarize.cite import statement
from summarize.cite.updates import updates
from summarize.text import terms

TOLL = (
    "The death toll from the earthquake in Karvan province has risen to 212, the interior ministry said on"
    " Monday evening."
)
DEMAND = (
    "Air traffic controllers in Norland will strike on Thursday, their union said on Sunday, demanding 5"
    " percent more pay."
)
JOBS = "The drug maker Medora will cut 1,200 of its 9,000 jobs by the end of 2027, it said on Wednesday."


def changed(now, before, language="en", similarity=0.4):
    """The values of a sentence that are others than an earlier one told, as printed."""
    new, old = (
        statement.read(text, language=language, stem=terms.stemmer(language)) for text in (now, before)
    )
    found = updates(new, old, similarity)
    return [(old.text[y.start : y.end], new.text[x.start : x.end]) for x, y in found]


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        ("The death toll from the Karvan earthquake rose from 212 to 240 on Tuesday.", TOLL, ("212", "240")),
        (
            "The toll of the Karvan earthquake was corrected to 198 on Tuesday, from 212.",
            TOLL,
            ("212", "198"),
        ),
        ("The death toll of the Karvan earthquake is 198 and not 212, they said.", TOLL, ("212", "198")),
        ("The death toll from the Karvan earthquake has reached 240.", TOLL, ("212", "240")),
        ("The death toll from the earthquake is now 240, the ministry said.", TOLL, ("212", "240")),
        (
            "The controllers' union has lowered its demand to 4 percent more pay, from 5 percent.",
            DEMAND,
            ("5 percent", "4 percent"),
        ),
        ("Medora will cut 900 jobs instead of 1,200, the drug maker said on Friday.", JOBS, ("1,200", "900")),
        (
            "In all 240 people died in the Karvan earthquake, the ministry said.",
            "The earthquake in Karvan killed 212 people, the ministry said.",
            ("212", "240"),
        ),
        (
            "Inflation fell to 2.1 percent in June from 2.4 percent in May.",
            "Inflation fell to 2.4 percent in May from 2.9 percent in April.",
            ("2.4 percent", "2.1 percent"),
        ),
    ],
)
def test_a_sentence_that_says_what_the_value_was_is_an_update(now, before, expected):
    """From, instead of, and not: the sentence itself says which value is over."""
    assert changed(now, before) == [expected]


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (
            "Bus fares rise from 5 to 6 crowns in June.",
            "A bus with 5 people on board slid off a road in June.",
        ),
        ("Rain falls from 212 to 240 days a year in the hills of Karvan.", TOLL),
        ("All 240 people in the school of Karvan survived the earthquake.", TOLL),
    ],
)
def test_the_same_number_of_something_else_is_none(now, before):
    """A figure that happens to be told is not the old value of whatever has it now."""
    assert changed(now, before) == []


def test_other_languages_say_so_too():
    """German, Spanish and French have words for it that mean nothing else."""
    six = "Six personnes, et non sept, ont péri dans le naufrage du Marlet, ont dit les garde-côtes."
    assert changed(six, "Sept personnes ont péri dans le naufrage du Marlet.", "fr") == [("Sept", "Six")]
    toll = "Die Zahl der Toten nach dem Erdbeben in Karwan ist auf 212 gestiegen."
    put_right = "Die Zahl der Toten des Erdbebens in Karwan wurde von 212 auf 198 nach unten korrigiert."
    assert changed(put_right, toll, "de") == [("212", "198")]
    less = "El sindicato pide ahora una subida salarial del 4 por ciento en vez del 5 por ciento."
    assert changed(less, "Piden una subida salarial del 5 por ciento.", "es") == [
        ("5 por ciento", "4 por ciento")
    ]


def test_the_dead_are_not_the_injured_who_stand_beside_them():
    """Of two counts in one breath each goes on as what it counts."""
    before = "An earthquake struck Karvan province, killing at least 140 people and injuring 600."
    assert changed("More than 1,100 people are injured.", before) == [("600", "1,100")]
